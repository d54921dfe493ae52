"""Training tables: every page of a corpus in one input kind, as evidence, labels and weights."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newsclean.lab.align import Target, labels
from newsclean.lab.bars import track
from newsclean.lab.cache import cache_folder, read_pickle, write_pickle
from newsclean.lab.corpora import Record, fold_of, read_corpus, site_of
from newsclean.lab.grafts import grafted_text
from newsclean.lab.renderings import renderings
from newsclean.lab.rng import rng
from newsclean.lab.train_breaks import fold_breaks
from newsclean.output import output_text
from newsclean.reading.document import Document
from newsclean.reading.text import read_text

Floats = NDArray[np.float32]

LOOSE = frozenset({"mozilla/readability", "AndyTheFactory/newspaper4k"})
"""Sources whose gold keeps captions and credits: what it lacks is surely none, what it has counts only as prose."""
LOOSE_CHARS, LOOSE_WEIGHT = 60, 0.5
"""Characters from which a block of such a gold is prose if it ends as a sentence does, and its weight."""
ENDS = frozenset('.!?…"”’»」。！？।')
PART = 20
"""Characters from which a block that is a part of a snippet is labelled by it."""
EVERY = {"wcxb_articles": 4}
"""Of a large corpus every so manieth page is enough."""
CLEANED = {"cleaned": "resiliparse", "cleaned_markdown": "markdownify", "cleaned_line": "one_line"}
"""Kinds of what a cleaner leaves, and what it was given."""
ONE_LINE = frozenset({"gold_line", "cleaned_line"})
"""Kinds that are nothing but article, on one line."""
FLAWED = 0.4
"""Share of cleaned pages that keep something they should not."""
NEAR = 3
"""Blocks beside those of the article within which a flawed cleaner keeps some too many."""
OPTIONAL_WEIGHT = 0.4
"""A block of the gold that may also be missing is a weak example of a block to keep."""


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """One page in one kind: its document, and a label (1 for gold) and a weight for each block."""

    corpus: str
    id: str
    kind: str
    site: str
    fold: int
    doc: Document
    label: Floats
    weight: Floats


def labelled(job: tuple[Document, Record]) -> tuple[Floats, Floats]:
    """Labels and weights of a page's blocks by whatever gold the page has."""
    doc, page = job
    texts = doc.text.split("\n")[:-1]
    if page["gold"] == "snippets":
        return snippet_labels(texts, page.get("with") or (), page.get("without") or ())
    made = labels(texts, Target(page["body"] or "", page.get("optional") or ()))
    weight = np.where(made.mask & (made.label > 0), OPTIONAL_WEIGHT, made.weight)
    if page["source"] in LOOSE:
        prose = np.array([len(text) >= LOOSE_CHARS and text[-1] in ENDS for text in texts], np.bool_)
        weight = np.where(made.label > 0, weight * np.where(prose, LOOSE_WEIGHT, 0), weight)
    return made.label.astype(np.float32), weight.astype(np.float32)


def snippet_labels(texts: Sequence[str], wanted: Sequence[str], unwanted: Sequence[str]) -> tuple[Floats, Floats]:
    """Labels where a block holds a snippet, or is a good part of one; weight 0 for all other blocks."""
    label, weight = np.zeros(len(texts), np.float32), np.zeros(len(texts), np.float32)
    for snippets, value in ((wanted, 1.0), (unwanted, 0.0)):
        for snippet in (" ".join(each.split()) for each in snippets):
            for i, text in enumerate(texts):
                if snippet and (snippet in text or (len(text) >= PART and text in snippet)):
                    contradicted = weight[i] > 0 and label[i] != value
                    label[i], weight[i] = value, 0.0 if contradicted else 1.0
    return label, weight


def samples(
    corpus: str, kind: str, folder: Path, read: Callable[..., Document] = read_text, workers: int = 2
) -> list[Sample]:
    """All pages of a corpus in one input kind (`html` for the page itself)."""
    if kind in CLEANED:
        return [_cleaned(sample, kind, read) for sample in samples(corpus, CLEANED[kind], folder, read, workers)]
    pages = list(read_corpus(corpus, folder))
    texts = _texts(corpus, pages, folder, kind)
    docs = [read(texts[p["id"]], breaks=fold_breaks(fold_of(p))) for p in pages]
    store = cache_folder() / "labels" / f"{corpus}.{kind}.pickle"
    known = read_pickle(store)
    keys = [_digest(doc, page) for doc, page in zip(docs, pages, strict=True)]
    jobs = list(zip(docs, pages, strict=True))
    wanted = [i for i, key in enumerate(keys) if key not in known]
    if wanted:
        with ProcessPoolExecutor(workers) as pool:
            made = pool.map(labelled, [jobs[i] for i in wanted], chunksize=8)
            for i, row in zip(wanted, track(made, f"labels {corpus} {kind}", total=len(wanted)), strict=True):
                known[keys[i]] = row
        write_pickle(store, {key: known[key] for key in keys})
    return [
        Sample(corpus, p["id"], kind, site_of(p), fold_of(p), doc, *known[key])
        for p, doc, key in zip(pages, docs, keys, strict=True)
    ]


def some(corpus: str, pages: list[Sample]) -> list[Sample]:
    """The pages of a corpus that are enough for what has few parameters: all news, every few of a large corpus."""
    return pages[:: EVERY.get(corpus, 1)]


def _cleaned(sample: Sample, kind: str, read: Callable[..., Document]) -> Sample:
    """A page as a cleaner leaves it, now and then with one to three blocks too many from beside the article.

    All of it stays: this is what a second cleaning meets, and it shall change nothing.
    """
    random = rng(sample.id)
    kept = (sample.label > 0.5) & (sample.weight > 0)
    if random.random() < FLAWED and kept.any():
        near = np.convolve(kept, np.ones(2 * NEAR + 1))[NEAR : NEAR + len(kept)] > 0
        spare = np.flatnonzero(near & ~kept)
        kept[random.permutation(spare)[: random.integers(1, 4)]] = True
    texts = sample.doc.text.split("\n")[:-1]
    if sample.doc.kind == "markdown":  # whose marks and lists an output keeps
        left = output_text(sample.doc, kept)
    else:
        left = (" " if kind in ONE_LINE else "\n\n").join(texts[i] for i in np.flatnonzero(kept))
    doc = read(left, breaks=fold_breaks(sample.fold))
    ones = np.ones(len(doc), np.float32)
    return Sample(sample.corpus, sample.id, kind, sample.site, sample.fold, doc, ones, ones)


def _texts(corpus: str, pages: list[Record], folder: Path, kind: str) -> dict[str, str]:
    """{page id: source}. `html` is the page itself, `gold` its gold text, `grafted` what grafts.py made of it, the rest
    are renderings."""
    if kind == "html":
        return {page["id"]: page["html"] for page in pages}
    if kind == "grafted":
        return grafted_text(corpus, folder)
    if kind in ("gold", "gold_line"):
        golds = {page["id"]: page["body"] or "" for page in pages}
        return {key: " ".join(gold.split()) for key, gold in golds.items()} if kind in ONE_LINE else golds
    return {key: texts[kind] for key, texts in renderings(corpus, folder, (kind,)).items()}


def _digest(doc: Document, page: Record) -> str:
    return hashlib.sha1(f"{page['id']}\0{doc.text}".encode("utf-8", "surrogatepass")).hexdigest()
