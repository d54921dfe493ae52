"""Glue: blocks that touch, because what stood between them was lost, as `get_text()` without a separator has it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

# a sentence's end with the next one's beginning right behind it: two blocks whose line break was lost
GLUED = re.compile(
    r"[.!?…](?<=[^\W\d_]{2}.)[\"'”’»)\]]*"  # the mark first: what begins with a look behind is tried everywhere
    r"(?=[\"'“„«‘(]?[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω](?:[^\W\d_A-ZÀ-ÖØ-ÞА-ЯΑ-Ω]|\s))"
)
# the same, or words: "the ferryHomeSports"; not "YouTube", whose halves are shorter
GLUE = re.compile(rf"{GLUED.pattern}|(?<=[a-zß-öø-ÿа-яα-ω]{{4}})(?=[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω][a-zß-öø-ÿа-яα-ω]{{3}})")
# where words touch that may be two: "2021Sedge", "inHerons", but "YouTube" and "U.S." as well
TOUCH = re.compile(r"(?<=[a-zß-öø-ÿа-яα-ω\d.!?…)”»])(?=[\"“„«(©]?[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω])")
GLUED_LINE, FEWEST_GLUED = 120, 3
"""A line of more characters is cut where it is glued, on a page that is glued so often."""


def is_glued(lines: Iterable[str]) -> bool:
    """Whether blocks of the page lost what stood between them."""
    found = (1 for line in lines if len(line) > GLUED_LINE for _ in GLUED.finditer(line))
    return sum(1 for _ in islice(found, FEWEST_GLUED)) == FEWEST_GLUED
