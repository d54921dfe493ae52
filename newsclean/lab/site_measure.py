"""What each way of cleaning comes to over the pages of the sites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from newsclean.lab.measure import Counts, Figures, Found, Gold, average, snippets
from newsclean.lab.site_ways import GOLDEN, WAYS
from newsclean.lab.sites import Item, cases, gold_of


class Result(NamedTuple):
    """One way of cleaning over pages of one corpus in one kind; `found` where the gold is snippets."""

    corpus: str
    kind: str
    way: str
    pages: int
    figures: Figures | None
    found: Found | None


@cache
def _gold(body: str, optional: tuple[str, ...]) -> Gold:
    return Gold(body, optional)


def measure(
    corpus: str,
    kind: str,
    groups: Sequence[Sequence[Item]],
    ways: Iterable[str],
    limit: int | None = None,
    *,
    copies: bool = False,
) -> list[Result]:
    """Every way of cleaning over the pages of the sites; those that need a whole gold only where there is one."""
    counts: dict[str, list[Counts]] = defaultdict(list)
    found: dict[str, list[Found]] = defaultdict(list)
    ways = list(ways)
    for page, memory in cases(groups, limit, copies=copies):
        full = page.page["gold"] == "full"
        for way in (way for way in ways if full or way not in GOLDEN):
            text = WAYS[way](page, memory)
            if full:
                counts[way].append(_gold(*gold_of(page.page)).counts(text))
            found[way].append(snippets(page.page, text))
    return [_result(corpus, kind, way, counts[way], found[way]) for way in ways if found[way]]


def _result(corpus: str, kind: str, way: str, counts: Sequence[Counts], found: Sequence[Found]) -> Result:
    total = Found(*np.array(found, dtype=np.int64).reshape(-1, 4).sum(axis=0).tolist())
    return Result(corpus, kind, way, len(found), average(counts) if counts else None, total if total.wanted else None)
