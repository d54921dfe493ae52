"""Capitals: phrases as a script writes them in capitals, where it leaves out the accents that small letters have."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

NO_ACCENTS = frozenset({"el"})
"""Languages whose capitals have none: "ΔΙΑΦΗΜΙΣΗ" is "διαφήμιση"."""
ACUTE = "\N{COMBINING ACUTE ACCENT}"
SECTIONS = ("start", "whole", "end", "line")


def in_capitals(phrase: str) -> str:
    """A folded phrase as it is folded from capitals."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", phrase).replace(ACUTE, ""))


def with_capitals(language: Mapping[str, Any]) -> dict[str, Any]:
    """A lexicon file's content whose cues and lines are there as capitals write them as well."""
    both = {
        section: {
            key: list(dict.fromkeys([*phrases, *map(in_capitals, phrases)]))
            for key, phrases in language.get(section, {}).items()
        }
        for section in SECTIONS
    }
    lines = language.get("boilerplate", {}).get("lines", "")
    return {**language, **both, "boilerplate": {"lines": f"{lines}{in_capitals(lines)}"}}
