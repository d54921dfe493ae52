"""`newsclean lab sweep`: every page of the corpora cut short and with bytes flipped, none of which may raise anything.

The places are the same in every run: they come from the page's id and the seed.
"""

from __future__ import annotations

import argparse
import random
import time
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from newsclean.api import explain
from newsclean.cli_arguments import natural
from newsclean.lab.bars import track
from newsclean.lab.corpora import add_corpora, corpora_folder, read_corpus, require

CORPORA = (
    *("clean_portal_eval", "crf_article_extractor", "fundus", "goose3", "news_websites", "newspaper4k"),
    *("postlight_parser", "readability", "trafilatura", "wcxb_articles"),
)
ROUNDS = 10
"""Places at which each page is cut, one after the other."""
FLIPPED = 10
"""Bytes changed in the version of a page that has bytes flipped."""
SLOWEST = 5
"""Versions that are named for the time they took."""


class Version(NamedTuple):
    """A damaged page. `name` says what was done to which page, for a person and for a file's name."""

    name: str
    data: bytes


@dataclass
class Sweep:
    """What became of the versions. `failed` holds the last line of each traceback; `slowest` CPU seconds and names."""

    pages: int = 0
    rounds: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    slowest: list[tuple[float, str]] = field(default_factory=list)

    def summary(self) -> str:
        """The figures, a line each."""
        lines = [f"{self.pages:,} pages, {self.rounds:,} versions of them, {len(self.failed):,} exceptions"]
        lines += [f"  {seconds:8.3f} s  {name}" for seconds, name in self.slowest]
        return "\n".join(lines + [f"raised: {name}: {error}" for name, error in self.failed])


def versions(name: str, page: bytes, rounds: int = ROUNDS, seed: int = 0) -> Iterator[Version]:
    """The page cut at `rounds` random places, then the whole of it with `FLIPPED` random bytes made other bytes."""
    dice = random.Random(f"{seed} {name}")
    for _ in range(rounds):
        place = dice.randrange(len(page) + 1)
        yield Version(f"{name} cut at byte {place}", page[:place])
    if page:
        flipped = bytearray(page)
        for _ in range(FLIPPED):
            flipped[dice.randrange(len(page))] ^= dice.randrange(1, 256)
        yield Version(f"{name} with {FLIPPED} bytes flipped", bytes(flipped))


def sweep(
    pages: Iterable[tuple[str, bytes]],
    rounds: int = ROUNDS,
    seed: int = 0,
    aside: Path | None = None,
    found: Sweep | None = None,
) -> Sweep:
    """Clean all versions of all pages, given as (name, bytes). Those that raise are written into the folder `aside`.

    `found` is a sweep to go on with.
    """
    found = Sweep() if found is None else found
    for name, page in pages:
        found.pages += 1
        for version in versions(name, page, rounds, seed):
            _try(version, found, aside)
    return found


def _try(version: Version, found: Sweep, aside: Path | None) -> None:
    found.rounds += 1
    start = time.process_time()
    try:
        explain(version.data).to_dict()
    except Exception as error:  # whatever it is, it is what the sweep looks for
        found.failed.append((version.name, "".join(traceback.format_exception_only(error)).strip()))
        if aside is not None:
            _write_aside(version, aside)
    found.slowest = sorted([*found.slowest, (time.process_time() - start, version.name)], reverse=True)[:SLOWEST]


def _write_aside(version: Version, folder: Path) -> None:
    """The bytes that raised, and the traceback beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    name = "".join(char if char.isalnum() or char in "-." else "_" for char in version.name)[-150:]
    (folder / f"{name}.html").write_bytes(version.data)
    (folder / f"{name}.traceback.txt").write_text(traceback.format_exc(), encoding="utf-8", errors="replace")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `newsclean lab sweep`."""
    add_corpora(parser)
    parser.add_argument("--corpus", nargs="+", choices=CORPORA, default=list(CORPORA), help="corpora to take")
    parser.add_argument("--rounds", type=natural, default=ROUNDS, help="cuts of each page (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="of the random places (default: %(default)s)")
    parser.add_argument(
        "--aside", type=Path, default=Path("sweep"), help="folder for what raises (default: %(default)s)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Sweep, print the figures; exit status 1 where anything was raised."""
    found = Sweep()
    folder = corpora_folder(arguments.corpora)
    require(arguments.corpus, folder)
    for corpus in arguments.corpus:
        pages = list(read_corpus(corpus, folder))
        named = (
            (f"{corpus} {page['id']}", page["html"].encode("utf-8", "surrogatepass")) for page in track(pages, corpus)
        )
        sweep(named, arguments.rounds, arguments.seed, arguments.aside, found)
    print(found.summary())
    if found.failed:
        print(f"what raised is in {arguments.aside}")
    return 1 if found.failed else 0
