"""The second opinion's curve: F1, exact pages and CPU time by the confidence below which trafilatura is asked.

`newsclean lab opinion` prints it, each page cleaned by what was learned without its site.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from rich.console import Console

from newsclean.extraction import Extraction, extract
from newsclean.lab.bars import track
from newsclean.lab.corpora import FULL, add_corpora, corpora_folder, fold_of, read_corpus
from newsclean.lab.evaluate import GROUPS, fold_models
from newsclean.lab.measure import Counts, Gold, average
from newsclean.lab.report import Table
from newsclean.models import Models
from newsclean.reading.read import read
from newsclean.scoring.opinion_text import trafilatura

LIMITS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


class Asked(NamedTuple):
    """One page without and with a second opinion: confidence before, counts and CPU seconds of both."""

    corpus: str
    confidence: float
    before: Counts
    after: Counts
    seconds: float
    more_seconds: float


def ask(corpus: str, folder: Path, most: float) -> Iterator[Asked]:
    """The pages of a corpus, asked about below a confidence of `most`."""
    trafilatura()  # its import is no page's time
    for page in read_corpus(corpus, folder):
        gold, models = Gold.of(page), loaded(fold_of(page))
        first, text, seconds = timed(page["html"], replace(models, opinion=None))
        counts, confidence = gold.counts(text), first.scores.first_confidence if len(first.doc) else 1.0
        if confidence >= most:
            yield Asked(corpus, confidence, counts, counts, seconds, 0.0)
            continue
        _, text, with_opinion = timed(page["html"], replace(models, opinion_below=most))
        yield Asked(corpus, confidence, counts, gold.counts(text), seconds, with_opinion - seconds)


@cache
def loaded(fold: int) -> Models:
    """The models of a fold, all of them read: that is no page's time."""
    models = fold_models(fold)
    scorers = [models.scorer(mode) for mode in ("html", "thin", "text", "markdown")]
    for mode in {scorer.mode for scorer in scorers}:
        models.namer(mode)
    if models.opinion is not None:
        models.opinion()
    return models


def timed(source: str, models: Models) -> tuple[Extraction, str, float]:
    """What is made of a page of HTML, its text, and the CPU seconds until that is there."""
    start = time.process_time()
    found = extract(read(source, "html"), models)
    text = found.text  # worked out when it is asked for
    return found, text, time.process_time() - start


def row(asked: Sequence[Asked], limit: float) -> tuple[str, ...]:
    """F1, exact pages, the share of pages asked about, and CPU time added, in milliseconds a page and as a share."""
    figures = average([page.after if page.confidence < limit else page.before for page in asked])
    chosen = [page for page in asked if page.confidence < limit]
    more, whole = sum(page.more_seconds for page in chosen), sum(page.seconds for page in asked)
    share = f"{len(chosen) / len(asked):.0%}"
    return (
        f"{figures.f1:.4f}",
        f"{figures.exact:.3f}",
        share,
        f"{1000 * more / len(asked):.1f} ms",
        f"{more / whole:+.0%}",
    )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `newsclean lab opinion`."""
    add_corpora(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the curve of each group of corpora."""
    folder, console = corpora_folder(arguments.corpora), Console()
    asked = [
        page
        for corpus in FULL
        for page in track(ask(corpus, folder, max(LIMITS)), f"asking about {corpus}", total=None, transient=True)
    ]
    for group, members in GROUPS.items():
        pages = [page for page in asked if page.corpus in members]
        rows = tuple((f"{limit:.1f}", *row(pages, limit)) for limit in LIMITS)
        header = ("limit", "F1", "exact", "asked", "CPU a page", "CPU")
        Table(header, rows, f"{group}, {len(pages)} pages").show(console)
    return 0
