"""What the options of `clean` may be: types, for who hands them on and for type checkers, and the values there are."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, TypeAlias, get_args

from newsclean.page import Role

Kind: TypeAlias = Literal["auto", "text", "markdown", "html"]
"""What a source is; `auto` finds it out."""

Preference: TypeAlias = Literal["balanced", "precision", "recall"]
"""Which of two faults is the smaller one: `precision` has less junk, `recall` loses less of the article."""

KINDS: tuple[Kind, ...] = get_args(Kind)
PREFERENCES: tuple[Preference, ...] = get_args(Preference)

RoleWord: TypeAlias = Literal[
    "body",
    "subheading",
    "standfirst",
    "correction",
    "headline",
    "byline",
    "timestamp",
    "caption",
    "teaser",
    "promo",
    "share",
    "comment",
    "ad",
    "legal",
    "nav",
    "duplicate",
]
"""The word of a `Role`. A `str` would do as well for calls, but then one role would pass for a collection of them."""

Roles: TypeAlias = Collection[Role | RoleWord]
"""Roles to keep, each as it is or by its word."""


def check_choice(name: str, value: str, known: Collection[str]) -> None:
    """Raise `ValueError` where the value of an option is none of those known."""
    if value not in known:
        raise ValueError(f"{name} must be one of {', '.join(map(repr, known))}, not {value!r}")
