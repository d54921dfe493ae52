"""Pseudo-labels: of pages whose gold is but a few strings, text learns what the scorer of their HTML keeps.

HTML tells an article far better than text does, so that what is kept of a page's HTML is nearly a gold for its text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path

import numpy as np

from newsclean.extraction import extract
from newsclean.lab.align import Target, labels
from newsclean.lab.bars import track
from newsclean.lab.corpora import FULL, read_corpus
from newsclean.lab.tables import Floats, Sample
from newsclean.models import Models
from newsclean.reading.read import read
from newsclean.scoring.scorer import Scorer

SURE = 0.6
"""Confidence of the HTML's cleaning from which its text is believed."""
TRUST = 0.6
"""Weight of a pseudo-label beside one by a person."""

PseudoArticles = dict[tuple[str, str], str]
"""The article of a page (corpus, id), as the HTML's scorer found it; "" where it is not sure."""


def pseudo_articles(corpora: Iterable[str], folder: Path, weights: Path) -> PseudoArticles:
    """The articles of the pages of corpora without a full gold, by the scorer of HTML in a weights file."""
    out: PseudoArticles = {}
    for corpus in corpora:
        if corpus in FULL:
            continue
        pages = list(read_corpus(corpus, folder))
        with ProcessPoolExecutor(2) as pool:
            found = pool.map(partial(article, weights=weights), [page["html"] for page in pages], chunksize=8)
            texts = track(found, f"articles of {corpus}", len(pages), transient=True)
            out |= {(corpus, page["id"]): text for page, text in zip(pages, texts, strict=True)}
    return out


def article(source: str, weights: Path) -> str:
    """What the scorer keeps of a page's HTML; "" where it is not sure enough."""
    found = extract(read(source, "html"), Models(lambda mode: _scorer(weights), opinion=None, single_pass=True))
    return found.text if found.scores.first_confidence >= SURE else ""


@cache
def _scorer(weights: Path) -> Scorer:
    """The scorer with the thresholds of what is sure: what is in doubt is no label."""
    data = json.loads(weights.read_text(encoding="utf-8"))
    data["threshold"]["balanced"] = data.get("sure", data["threshold"]["balanced"])
    return Scorer(data)


def relabel(samples: Sequence[Sample], articles: PseudoArticles) -> list[tuple[Floats, Floats]]:
    """Labels and weights of pages by the articles that HTML gave; a label that is known for sure stays.

    Of a page without such an article only those stay.
    """
    jobs = [(sample.doc.text.split("\n")[:-1], articles.get((sample.corpus, sample.id), "")) for sample in samples]
    with ProcessPoolExecutor(2) as pool:
        found = pool.map(_labels, jobs, chunksize=16)
        made = list(track(found, "pseudo-labels", len(jobs), transient=True))
    return [_both(sample, *pair) for sample, pair in zip(samples, made, strict=True)]


def _labels(job: tuple[list[str], str]) -> tuple[Floats, Floats]:
    texts, text = job
    if not text:
        nothing = np.zeros(len(texts), np.float32)
        return nothing, nothing
    made = labels(texts, Target(text))
    return made.label, made.weight


def _both(sample: Sample, label: Floats, weight: Floats) -> tuple[Floats, Floats]:
    known = sample.weight > 0
    return (
        np.where(known, sample.label, label).astype(np.float32),
        np.where(known, sample.weight, TRUST * weight).astype(np.float32),
    )
