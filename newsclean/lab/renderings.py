"""Renderings: pages of the corpora in every kind of input, made from their HTML once and kept."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Container, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from newsclean.failures import described
from newsclean.lab.bars import track
from newsclean.lab.cache import cache_folder, read_rows, write_rows
from newsclean.lab.corpora import Record, read_corpus
from newsclean.lab.kinds import RENDERERS

WORKERS = 2
"""Processes that render pages, or make others of them."""


def render(html: str, kinds: tuple[str, ...]) -> dict[str, str]:
    """One page in several kinds. A renderer that fails gives "", as its user would have got nothing."""
    return {**dict.fromkeys(kinds, ""), **_made(html, kinds)}


def _made(html: str, kinds: tuple[str, ...]) -> dict[str, str]:
    """One page in those of the kinds that do not fail; a renderer that finds nothing has not failed."""
    out = {}
    for kind, renderer in [(kind, RENDERERS[kind]) for kind in kinds]:
        try:
            out[kind] = renderer(html) or ""
        except Exception as error:  # whatever a foreign extractor raises must not stop the run
            print(f"  {kind}: {described(error)}", file=sys.stderr)
    return out


def _render_record(job: tuple[Record, tuple[str, ...]]) -> Record:
    page, kinds = job
    start = time.process_time()
    texts = _made(page["html"], kinds)
    return {"id": page["id"], "texts": texts, "seconds": time.process_time() - start}


def renderings(
    corpus: str,
    folder: Path,
    kinds: tuple[str, ...] = tuple(RENDERERS),
    pages: Sequence[Record] | None = None,
) -> dict[str, dict[str, str]]:
    """{page id: {kind: text}} of one corpus or of some of its pages, from the cache, rendered where it lacks a kind.

    What fails is "", and is tried again the next time.
    """
    pages = list(read_corpus(corpus, folder)) if pages is None else pages
    return renderings_of(corpus, [(page, kinds) for page in pages])


def renderings_of(corpus: str, wanted: Sequence[tuple[Record, Sequence[str]]]) -> dict[str, dict[str, str]]:
    """The same of pages of a corpus, of which each is wanted in kinds of its own."""
    file = cache_folder() / "renderings" / f"{corpus}.jsonl.gz"
    stored = _load(file, {page["id"] for page, kinds in wanted if kinds})
    jobs = [(p, lacking) for p, kinds in wanted if (lacking := _without(kinds, stored.get(p["id"], {})))]
    if jobs:
        with ProcessPoolExecutor(WORKERS) as pool:
            rows = pool.map(_render_record, jobs, chunksize=4)
            made = [row for row in track(rows, f"rendering {corpus}", total=len(jobs)) if row["texts"]]
        for row in made:
            stored.setdefault(row["id"], {}).update(row["texts"])
        if made:
            write_rows(file, ({"id": key, "texts": texts} for key, texts in (_load(file) | stored).items()))
    return {p["id"]: {**dict.fromkeys(kinds, ""), **stored.get(p["id"], {})} for p, kinds in wanted}


def _without(kinds: Sequence[str], stored: Container[str]) -> tuple[str, ...]:
    return tuple(kind for kind in kinds if kind not in stored)


def _load(path: Path, wanted: Container[str] | None = None) -> dict[str, dict[str, str]]:
    """What is stored of all pages, or of those wanted: of the others' lines only the beginning is read."""
    rows = read_rows(path, None if wanted is None else lambda line: _id_of(line) in wanted)
    return {row["id"]: row["texts"] for row in rows}


def _id_of(line: str) -> str:
    """The page's id, with which a line begins that is far longer."""
    page: dict[str, str] = json.loads(line.partition(', "texts": ')[0] + "}")
    return page["id"]


def rendered(corpus: str, folder: Path, kind: str) -> Iterator[tuple[Record, str]]:
    """Each page of a corpus with its text in one kind."""
    texts = renderings(corpus, folder, (kind,))
    for page in read_corpus(corpus, folder):
        yield page, texts[page["id"]][kind]
