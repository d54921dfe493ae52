"""Learning what comments look like: of trafilatura's output, below a page's article, what it leaves out where it is
asked for none. And what articles look like that another extractor gives of pages without any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.informal import NAMES, informal, signs_of
from newsclean.lab.bars import track
from newsclean.lab.corpora import FULL, Record, fold_of, read_corpus
from newsclean.lab.evaluate import fold_extraction
from newsclean.lab.extracted_texts import main_readability, main_readability_markdown
from newsclean.lab.fit import averaged, fit_trees
from newsclean.lab.whole_texts import Renderer

OUTPUT: Mapping[str, Mapping[str, Any]] = {
    "text": {},
    "markdown": {"output_format": "markdown", "include_links": True},
}
"""How trafilatura is asked for what a mode reads."""
OTHERS: Mapping[str, Renderer] = {"text": main_readability, "markdown": main_readability_markdown}
"""What gives the articles of pages without comments once more."""
LEARNED = (*FULL, "trafilatura")
TREES, DRAWS = 250, 2
SETTINGS: Mapping[str, Any] = {"depth": 4, "learning_rate": 0.1, "l2_leaf_reg": 8, "rsm": 0.3}


class Said(NamedTuple):
    """The blocks of a text that stay or are comments. table: float32 (columns, blocks). comment: bool (blocks,). fold:
    of the page's site."""

    table: NDArray[np.float32]
    comment: NDArray[np.bool_]
    fold: int


def gather(mode: str, folder: Path, workers: int = 2) -> list[Said]:
    """All pages of which trafilatura gives something, as scorers see them that have not seen their site."""
    pages = [page for corpus in LEARNED for page in read_corpus(corpus, folder)]
    with ProcessPoolExecutor(workers) as pool:
        found = track(pool.map(partial(said, mode=mode), pages, chunksize=4), f"comments for {mode}", len(pages))
        return [one for rows in found for one in rows]


def said(page: Record, mode: str) -> list[Said]:
    """One page; none where trafilatura gives nothing, or gives another article with comments than without."""
    article, text = (_extracted(page["html"], mode, comments) for comments in (False, True))
    if not text or not text.startswith(article):
        return []
    others = [] if len(text) > len(article) else [_given(OTHERS[mode], page["html"])]
    texts = [(text, len(article)), *((other, len(other)) for other in others)]
    return [one for text, size in texts if (one := _said(text, size, fold_of(page), mode)) is not None]


def _said(text: str, size: int, fold: int, mode: str) -> Said | None:
    """A text, of which what stands behind its first characters is comments; None where nothing stays."""
    found = fold_extraction(text, fold, mode, unaware=("threads",))
    comment = found.doc.spans[:, 0] >= (size if len(text) > size else len(found.doc.source))
    mine = found.selection.kept | comment
    table = informal(signs_of(found.view, found.scores.score))
    return Said(table[:, mine], comment[mine], fold) if mine.any() else None


def _extracted(html: str, mode: str, comments: bool) -> str:
    import trafilatura

    return _given(lambda html: trafilatura.extract(html, include_comments=comments, **OUTPUT[mode]) or "", html)


def _given(extractor: Renderer, html: str) -> str:
    try:
        return extractor(html)
    except Exception:  # whatever it raises of one page must not stop the run
        return ""


def fit_threads(rows: Sequence[Said], fold: int | None) -> dict[str, Any]:
    """The trees that a scorer keeps, without a fold: the mean of several draws. A page counts the square root of its
    blocks."""
    mine = [row for row in rows if row.fold != fold]
    table = np.concatenate([row.table for row in mine], axis=1)
    comment = np.concatenate([row.comment for row in mine]).astype(np.int8)
    weight = np.concatenate([np.full(len(row.comment), len(row.comment) ** -0.5) for row in mine])
    weight /= weight.mean()
    draws = range(1, DRAWS + 1)
    return averaged([fit_trees(NAMES, table, comment, weight, TREES, **SETTINGS, random_seed=draw) for draw in draws])
