"""Ways of cleaning a page with a memory of its site's other pages, and what the best of them could reach."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from newsclean.lab.align import Labels, labels
from newsclean.lab.corpora import fold_of
from newsclean.lab.evaluate import fold_clean, fold_judgement
from newsclean.lab.sites import Item, gold_of, texts_of
from newsclean.lab.target import Target
from newsclean.site_host import HostMemory

Way = Callable[[Item, HostMemory], str]
Chosen = NDArray[np.bool_]


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
    return _cleaned(page.source, fold_of(page.page), _kind(page))[0]


def with_memory(page: Item, memory: HostMemory) -> str:
    """`clean` with the site's memory."""
    return fold_clean(page.source, fold_of(page.page), _kind(page), site=memory)


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


def _kind(page: Item) -> str:
    return "html" if page.document.kind == "html" else "text"


def _fewer_at_best(page: Item, memory: HostMemory) -> Chosen:
    kept = np.array(_cleaned(page.source, fold_of(page.page), _kind(page))[1], bool)
    fewer: Chosen = kept & ((memory.lookup(page.document).repeats == 0) | (_labels(page).label > 0))
    return fewer


@cache
def _cleaned(source: str, fold: int, kind: str) -> tuple[str, tuple[bool, ...]]:
    """What `clean` gives without a memory, and which blocks that are."""
    judged = fold_judgement(source, fold, kind)
    return judged.text, tuple(judged.kept.tolist())


def _labels(page: Item) -> Labels:
    return labels(texts_of(page), Target(*gold_of(page.page)))
