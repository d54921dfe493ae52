"""The page corpora: where they lie, how they are read, which page belongs to which fold."""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

Record = dict[str, Any]

FULL = ("fundus", "news_websites", "crf_article_extractor", "clean_portal_eval", "wcxb_articles")
"""Corpora whose gold is the article in full and worth training on."""
NEWS = FULL[:4]
"""Those of them that hold nothing but news."""
RECALL = ("newspaper4k", "readability")
"""Corpora with a full gold that keeps captions and credits: good for recall only."""
SNIPPETS = ("trafilatura", "postlight_parser", "goose3")
"""Corpora that say a few strings which must, or must not, be there."""
TRAINED = (*FULL, *RECALL, "trafilatura")
"""Corpora that scorers learn from; those beyond `FULL` give only the labels that are sure."""
FOLDS = 4


def corpora_folder(given: str | Path | None = None) -> Path:
    """The folder of the corpora: as given, else `$NEWSCLEAN_CORPORA`, else `shared/corpora` beside the checkout."""
    beside = Path(__file__).resolve().parents[3] / "shared" / "corpora"
    return Path(given or os.environ.get("NEWSCLEAN_CORPORA") or beside)


def add_corpora(parser: argparse.ArgumentParser) -> None:
    """The option of all commands that read corpora."""
    default = "$NEWSCLEAN_CORPORA, else shared/corpora beside the checkout"
    parser.add_argument("--corpora", type=Path, metavar="FOLDER", help=f"folder of the corpora (default: {default})")


def require(names: Iterable[str], folder: Path) -> None:
    """Raise `FileNotFoundError` where the folder lacks one of the corpora: now, and not after an hour with another."""
    for name in names:
        with open(folder / f"{name}.jsonl.gz", "rb"):
            pass


def read_corpus(name: str, folder: Path) -> Iterator[Record]:
    """The pages of one corpus, in the file's order.

    Raises:
        FileNotFoundError: the folder has no such corpus.
    """
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def site_of(page: Record) -> str:
    """The registered site of a page (last two labels of the host, three under `co.uk` and the like), else its id."""
    host = (urlsplit(page.get("url") or "").hostname or "").removeprefix("www.")
    if not host:
        return str(page["id"])
    labels = host.split(".")
    short = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in {"co", "com", "org", "net", "ac", "gov", "edu"}
    return ".".join(labels[-3:] if short else labels[-2:])


def fold_of(page: Record) -> int:
    """The fold of a page's site: the same for all pages of the site, in every corpus."""
    digest = hashlib.sha256(site_of(page).encode()).digest()
    return int.from_bytes(digest[:4], "big") % FOLDS
