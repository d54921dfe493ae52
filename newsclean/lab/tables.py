"""Training tables: every page of a corpus in one input kind, as evidence, labels and weights."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.progress import track

from newsclean.lab.align import Target, labels
from newsclean.lab.corpora import Record, fold_of, read_corpus, site_of
from newsclean.lab.renderings import cache_folder, renderings
from newsclean.reading.document import Document
from newsclean.reading.text import read_text

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
    label: NDArray[np.float32]
    weight: NDArray[np.float32]


def _label(job: tuple[Document, str, list[str]]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    doc, body, optional = job
    texts = doc.text.split("\n")[:-1]
    made = labels(texts, Target(body, optional))
    weight = np.where(made.mask & (made.label > 0), OPTIONAL_WEIGHT, made.weight)
    return made.label.astype(np.float32), weight.astype(np.float32)


def samples(
    corpus: str, kind: str, folder: Path, read: Callable[[str], Document] = read_text, workers: int = 2
) -> list[Sample]:
    """All pages of a corpus with a full gold, in one input kind (`html` for the page itself)."""
    pages = list(read_corpus(corpus, folder))
    texts = _texts(corpus, pages, folder, kind)
    docs = [read(texts[p["id"]]) for p in pages]
    store = cache_folder() / "labels" / f"{corpus}.{kind}.pickle"
    known = pickle.loads(store.read_bytes()) if store.exists() else {}
    keys = [_digest(doc, page) for doc, page in zip(docs, pages, strict=True)]
    jobs = [(d, p["body"] or "", p.get("optional") or []) for d, p in zip(docs, pages, strict=True)]
    wanted = [i for i, key in enumerate(keys) if key not in known]
    if wanted:
        with ProcessPoolExecutor(workers) as pool:
            made = pool.map(_label, [jobs[i] for i in wanted], chunksize=8)
            for i, row in zip(wanted, track(made, f"labels {corpus} {kind}", total=len(wanted)), strict=True):
                known[keys[i]] = row
        store.parent.mkdir(parents=True, exist_ok=True)
        store.write_bytes(pickle.dumps({key: known[key] for key in keys}))
    return [
        Sample(corpus, p["id"], kind, site_of(p), fold_of(p), doc, *known[key])
        for p, doc, key in zip(pages, docs, keys, strict=True)
    ]


def _texts(corpus: str, pages: list[Record], folder: Path, kind: str) -> dict[str, str]:
    """{page id: source}. `html` is the page itself, `gold` its gold text, the rest are renderings."""
    if kind == "html":
        return {page["id"]: page["html"] for page in pages}
    if kind == "gold":
        return {page["id"]: page["body"] or "" for page in pages}
    return {key: texts[kind] for key, texts in renderings(corpus, folder, (kind,)).items()}


def _digest(doc: Document, page: Record) -> str:
    return hashlib.sha1(f"{page['id']}\0{doc.text}".encode("utf-8", "surrogatepass")).hexdigest()


