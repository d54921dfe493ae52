"""Training of code: a page's elements say what is a script and what is read, and no gold is needed."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rich.console import Console

from newsclean.lab.bars import track
from newsclean.lab.corpora import TRAINED, fold_of, read_corpus
from newsclean.lab.html_blocks import tree_of
from newsclean.reading.character_pairs import COUNT, CharacterPairs, pairs

LONGEST = 60_000
"""Characters that are looked at of a page's code, and of its prose."""
FEWEST = 1000
"""Characters below which either teaches nothing."""
UNSEEN = 0.05
"""What a pair that was never seen counts, as a part of the mean pair's share."""
UNREAD = ("script", "style", "noscript", "template")


class Shares(NamedTuple):
    """What a page teaches. code, prose: float64 (COUNT ** 2,), the share of each pair in either."""

    fold: int
    code: NDArray[np.float64]
    prose: NDArray[np.float64]


def gather(folder: Path) -> list[Shares]:
    """What all pages with code teach."""
    jobs = [(page["html"], fold_of(page)) for corpus in TRAINED for page in read_corpus(corpus, folder)]
    with ProcessPoolExecutor(2) as pool:
        found = track(pool.map(look, jobs, chunksize=16), "code", total=len(jobs), transient=True)
        return [shares for shares in found if shares is not None]


def look(job: tuple[str, int]) -> Shares | None:
    """The pairs of a page's scripts and styles, and of its text; None where there is too little of either."""
    html, fold = job
    tree = tree_of(html)
    if tree is None:
        return None
    code = "\n".join(element.text or "" for element in tree.iter("script", "style"))
    texts = tree.xpath("//body//text()[not({})]".format(" or ".join(f"ancestor::{name}" for name in UNREAD)))
    prose = "\n".join(text for text in texts if text.strip())
    if min(len(code), len(prose)) < FEWEST:
        return None
    return Shares(fold, *(_shares(text[:LONGEST]) for text in (code, prose)))


def _shares(text: str) -> NDArray[np.float64]:
    counts = np.bincount(pairs(text), minlength=COUNT * COUNT)
    shares: NDArray[np.float64] = counts / counts.sum()
    return shares


def fit_code(pages: list[Shares], without: int | None) -> CharacterPairs:
    """What is learned on the pages of all folds but one; each page counts the same."""
    chosen = [page for page in pages if page.fold != without]
    code, prose = (np.mean(column, axis=0) + UNSEEN / COUNT**2 for column in list(zip(*chosen, strict=True))[1:])
    return CharacterPairs(np.log(code / code.sum() * prose.sum() / prose).astype(np.float32))


def told_apart(pages: list[Shares], learned: CharacterPairs) -> tuple[float, float]:
    """The mean log-odds of a pair in code, and in prose, on pages."""
    code, prose = (np.mean(column, axis=0) for column in list(zip(*pages, strict=True))[1:])
    return float(code @ learned.weights), float(prose @ learned.weights)


def report(pages: list[Shares], fold: int, console: Console) -> None:
    """Say how far apart the pages of a fold are by what the others teach."""
    code, prose = told_apart([page for page in pages if page.fold == fold], fit_code(pages, fold))
    console.print(f"fold {fold}, by the others: {code:+.2f} a pair of characters in code, {prose:+.2f} in prose")
