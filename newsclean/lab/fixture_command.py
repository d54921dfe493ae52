"""The command `newsclean lab fixture`: make a page for the tests, look at it, accept its output, record its faults."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from newsclean.lab.faults import Differences, check, differences, dump, squash, tally, tally_table
from newsclean.lab.fixtures import Case, case_folder, load_case, load_cases, write_case, write_faults
from newsclean.os_errors import in_words

SNIPPET = 60
"""Characters of a prefilled `keep` or `drop` string, at most."""


def make_fixture(path: Path, slug: str, *, why: str = "", lang: str = "", folder: Path | None = None) -> Path:
    """A new case from the page at `path`, `keep` and `drop` filled in from what is kept and stripped today.

    The result is a draft: read it and correct it. `FileExistsError` where the slug is taken, `ValueError` where it is
    no folder's name, or the file's ending is none of txt, md, html, htm.
    """
    ending = {".txt": "txt", ".md": "md", ".html": "html", ".htm": "html"}.get(path.suffix.lower())
    if ending is None:
        raise ValueError(f"{path}: a page ends in .txt, .md, .html or .htm")
    raw = path.read_bytes()
    target = case_folder(slug, folder)
    target.mkdir(parents=True)
    (target / f"page.{ending}").write_bytes(raw)
    write_case(target, why=why, lang=lang, keep=(), drop=())
    page = load_case(target).explain()
    keep = _telling(block.text for block in page.blocks if block.kept)
    drop = _telling(block.text for block in page.blocks if not block.kept)
    write_case(target, why=why, lang=lang, keep=keep, drop=drop, flags=sorted(page.flags))
    return target


def accept(slug: str, *, folder: Path | None = None) -> Path:
    """Write today's output of the case into its `expected.txt`."""
    case = load_case(case_folder(slug, folder))
    target = case.folder / "expected.txt"
    target.write_bytes(f"{case.explain().text}\n".encode())
    return target


def record(case: Case) -> Differences:
    """Write the faults that the case has today into its `case.toml`; gives how they differ from those recorded."""
    found = check(case, case.explain())
    write_faults(case.folder, found)
    return differences(case.faults, found)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `newsclean lab fixture`, for `run`."""
    commands = parser.add_subparsers(dest="fixture_command", metavar="COMMAND", required=True)
    make = commands.add_parser("make", help="make a fixture from a page")
    make.add_argument("page", type=Path, help="a .txt, .md or .html file")
    make.add_argument("--slug", required=True, help="name of the new folder")
    make.add_argument("--why", default="", help="one sentence: what the page is there for")
    make.add_argument("--lang", default="", help="language code of the article")
    for name, what in (("accept", "write today's output into expected.txt"), ("show", "print blocks and faults")):
        command = commands.add_parser(name, help=what)
        command.add_argument("slug", help="name of the fixture's folder")
    known = commands.add_parser("record", help="write today's faults into case.toml, as known ones")
    known.add_argument("slugs", nargs="*", metavar="slug", help="names of fixtures' folders (default: all)")
    commands.add_parser("count", help="count what all fixtures ask for, and what of it fails")
    parser.add_argument("--folder", type=Path, default=None, help="folder of the fixtures (default: fixtures/pages)")


def run(args: argparse.Namespace) -> int:
    """Do what `add_arguments` read. Exit status: 0, 1 for a case with faults, 2 where the request cannot be met."""
    try:
        return _run(args)
    except (OSError, ValueError) as error:
        said = in_words(error) if isinstance(error, OSError) else error
        print(f"newsclean lab fixture: {said}", file=sys.stderr)
        return 2


def _run(args: argparse.Namespace) -> int:
    if args.fixture_command == "show":
        return _show(load_case(case_folder(args.slug, args.folder)))
    if args.fixture_command == "make":
        print(make_fixture(args.page, args.slug, why=args.why, lang=args.lang, folder=args.folder))
    elif args.fixture_command == "accept":
        print(accept(args.slug, folder=args.folder))
    elif args.fixture_command == "record":
        named = [load_case(case_folder(slug, args.folder)) for slug in args.slugs]
        _record(named or load_cases(args.folder))
    else:
        print(tally_table(tally(load_cases(args.folder), lambda case: check(case, case.explain()))))
    return 0


def _show(case: Case) -> int:
    page = case.explain()
    faults = check(case, page)
    new = differences(case.faults, faults).new
    print("\n".join([dump(page), *(fault if fault in new else f"{fault} (known)" for fault in faults)]))
    if case.xfail:
        print(f"why: {case.xfail}")
    return 1 if faults else 0


def _record(cases: Iterable[Case]) -> None:
    for case in cases:
        new, gone = record(case)
        for sign, faults in (("+", new), ("-", gone)):
            print(*(f"{sign} {case.slug}: {fault}\n" for fault in faults), sep="", end="")


def _telling(texts: Iterable[str]) -> list[str]:
    """Beginnings of the first and the last text and of the four longest between, in page order."""
    squashed = [text for text in map(squash, texts) if text]
    inner = sorted(range(1, len(squashed) - 1), key=lambda place: -len(squashed[place]))[:4]
    places = sorted({0, *inner, len(squashed) - 1}) if squashed else []
    return list(dict.fromkeys(_beginning(squashed[place]) for place in places))


def _beginning(text: str) -> str:
    cut = text[:SNIPPET]
    return cut.rsplit(" ", 1)[0] if len(text) > SNIPPET and " " in cut else cut
