"""Pages cut short: few paragraphs of the article, some of what surrounds it. Corpora hold few such pages."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from newsclean.lab.rng import rng
from newsclean.lab.tables import Sample

CUT_KINDS = ("resiliparse", "inscriptis", "html_text", "bs4")
"""Renderings of whole pages that are cut short, one a page."""
FEWEST, MOST = 3, 9
"""Blocks of the article that stay."""
SPARE = 4
"""An article has so many blocks more than stay, else the page is left as it is."""
AROUND = (4, 40)
"""Blocks outside the article that stay on either side of it."""


def cut_kind(corpus: str, page: str) -> str:
    """The rendering of a page that is cut short."""
    return CUT_KINDS[int(rng(corpus, page, "cut kind").integers(len(CUT_KINDS)))]


def cut_short(sample: Sample) -> Sample | None:
    """The page with the beginning of its article and some blocks before and behind; None where it is short already."""
    random = rng(sample.corpus, sample.id, "cut short")
    gold = np.flatnonzero((sample.label > 0.5) & (sample.weight > 0))
    stay = int(random.integers(FEWEST, MOST))
    if len(gold) < stay + SPARE:
        return None
    before, behind = random.integers(*AROUND, 2)
    low, high = max(int(gold[0] - before), 0), min(int(gold[-1] + behind) + 1, len(sample.doc))
    chosen = np.zeros(len(sample.doc), np.bool_)
    chosen[low:high] = True
    chosen[gold[stay:]] = False
    chosen[(sample.label > 0.5) & (sample.weight <= 0)] = False
    return replace(
        sample,
        kind="short",
        doc=sample.doc.only(chosen),
        label=sample.label[chosen],
        weight=sample.weight[chosen],
    )
