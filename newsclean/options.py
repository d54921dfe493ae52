"""What the options of `clean` may be: types, for who hands them on and for type checkers, and the values there are."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, TypeAlias, get_args

from newsclean.page import KEPT, Role

Kind: TypeAlias = Literal["auto", "text", "markdown", "html"]
"""What a source is; `auto` finds it out."""

Preference: TypeAlias = Literal["balanced", "precision", "recall"]
"""Which of two faults is the smaller one: `precision` has less junk, `recall` loses less of the article."""

OnError: TypeAlias = Literal["raise", "keep"]
"""What `clean_many` does where cleaning a page fails: raise what was raised, or give the page back as it came."""

OnRowError: TypeAlias = Literal["keep", "fail"]
"""What becomes of a row whose page fails: it is passed on as it came and flagged, or the work fails."""

KINDS: tuple[Kind, ...] = get_args(Kind)
PREFERENCES: tuple[Preference, ...] = get_args(Preference)
ON_ERROR: tuple[OnError, ...] = get_args(OnError)
ON_ROW_ERROR: tuple[OnRowError, ...] = get_args(OnRowError)

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


def roles_in(text: str) -> frozenset[Role]:
    """The roles that a text names with commas between; with a `+` before one those that stay by default too.

    Raises `ValueError` for a text that names none, or one that there is not.
    """
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    if not names:
        raise ValueError(f"{text!r} names no role; roles are {', '.join(Role)}")
    bare = [name.removeprefix("+") for name in names]
    if unknown := [name for name in bare if name not in set(Role)]:
        raise ValueError(f"no such role: {unknown[0]!r}; roles are {', '.join(Role)}")
    found = frozenset(map(Role, bare))
    return found | KEPT if any(name.startswith("+") for name in names) else found
