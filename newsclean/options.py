"""What the options of `clean` may be, as types: for who hands them on, and for type checkers to know a wrong one."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, TypeAlias

from newsclean.page import Role

Kind: TypeAlias = Literal["auto", "text", "markdown", "html"]
"""What a source is; `auto` finds it out."""

Preference: TypeAlias = Literal["balanced", "precision", "recall"]
"""Which of two faults is the smaller one: `precision` has less junk, `recall` loses less of the article."""

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
