"""Ways of cleaning a page with a memory of its site's other pages, and what the best of them could reach."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from newsclean.extraction import Extraction
from newsclean.lab.align import Labels, labels
from newsclean.lab.corpora import fold_of
from newsclean.lab.evaluate import fold_extraction
from newsclean.lab.sites import Item, gold_of, texts_of
from newsclean.lab.target import Target
from newsclean.selection import Selection
from newsclean.site.host import HostMemory

Way = Callable[[Item, HostMemory], str]
Chosen = NDArray[np.bool_]
JUDGED = 256
"""Extractions kept at once: a corpus has fewer pages of one kind."""


def as_it_comes(page: Item, memory: HostMemory) -> str:
    """Every block."""
    return "\n\n".join(texts_of(page))


def bare_rule(page: Item, memory: HostMemory) -> str:
    """Every block but those that stand on two or more of the site's other pages."""
    return _text(page, memory.lookup(page.document).repeats < 2)


def strict_rule(page: Item, memory: HostMemory) -> str:
    """Every block but those that stand on any other page of the site."""
    return _text(page, memory.lookup(page.document).repeats < 1)


def without_memory(page: Item, memory: HostMemory) -> str:
    """`clean` alone."""
    return extracted(page).text


def with_memory(page: Item, memory: HostMemory) -> str:
    """`clean` with the site's memory."""
    return extracted(page, memory).text


def fewer_at_best(page: Item, memory: HostMemory) -> str:
    """What `clean` keeps, but what stands on other pages and not in the gold: all that dropping repeats can bring."""
    return _text(page, _fewer_at_best(page, memory))


def more_at_best(page: Item, memory: HostMemory) -> str:
    """That, and the gold that stands on no other page and was lost: all that knowing new from old can bring."""
    known, true = memory.lookup(page.document), _labels(page)
    lost = (known.pages > 0) & (known.repeats == 0) & (true.label > 0) & ~true.mask
    return _text(page, _fewer_at_best(page, memory) | lost)


WAYS: dict[str, Way] = {
    "as it comes": as_it_comes,
    "bare rule": bare_rule,
    "strict rule": strict_rule,
    "clean": without_memory,
    "clean with site memory": with_memory,
    "clean, at best": fewer_at_best,
    "clean, at best, with what was lost": more_at_best,
}
LEARNING = ("bare rule", "strict rule", "clean with site memory")
"""The ways that look into the memory and at nothing else."""
GOLDEN = ("clean, at best", "clean, at best, with what was lost")
"""The ways that look into the gold, which must be whole: no cleaner can, and none that tells repeats does better."""


def _text(page: Item, chosen: Chosen) -> str:
    return "\n\n".join(text for text, stays in zip(texts_of(page), chosen.tolist(), strict=True) if stays)


def _fewer_at_best(page: Item, memory: HostMemory) -> Chosen:
    fewer: Chosen = extracted(page).kept & ((memory.lookup(page.document).repeats == 0) | (_labels(page).label > 0))
    return fewer


@lru_cache(JUDGED)
def _extracted(source: str, fold: int, kind: str) -> Extraction:
    return fold_extraction(source, fold, kind)


def extracted(page: Item, memory: HostMemory | None = None) -> Extraction:
    """What `clean` decides; its scorer is asked once, however many memories follow."""
    kind = "html" if page.document.kind == "html" else "text"
    fold = fold_of(page.page)
    alone = _extracted(page.source, fold, kind)
    if memory is None or not len(alone.doc):
        return alone
    return Extraction(Selection(alone.scores.with_site(memory.lookup(alone.doc))))


def _labels(page: Item) -> Labels:
    return labels(texts_of(page), Target(*gold_of(page.page)))
