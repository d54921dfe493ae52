"""Fixtures: pages written for the tests, each in a folder with what must stay and what must go."""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsclean.api import explain
from newsclean.page import Block, Page, Role

PAGE_NAMES = ("page.txt", "page.md", "page.html")
KEYS = frozenset({"why", "lang", "keep", "drop", "roles", "flags", "prefer", "kind", "xfail"})
ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
SNIPPET = 60
"""Characters of a prefilled `keep` or `drop` string, at most."""


@dataclass(frozen=True, slots=True)
class Case:
    """One fixture folder. `roles` maps a string to the roles that every block with that string may have."""

    folder: Path
    page: Path
    why: str
    lang: str
    keep: tuple[str, ...]
    drop: tuple[str, ...]
    roles: tuple[tuple[str, tuple[Role, ...]], ...] = ()
    flags: frozenset[str] = frozenset()
    prefer: str = "balanced"
    kind: str = "auto"
    xfail: str | None = None
    expected: str | None = None

    @property
    def slug(self) -> str:
        """The folder's name."""
        return self.folder.name

    def source(self) -> str | bytes:
        """The page as a user would hand it in, line ends untouched; bytes where it is not UTF-8."""
        raw = self.page.read_bytes()
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return raw

    def explain(self) -> Page:
        """The page cleaned with the case's `kind` and `prefer`."""
        return explain(self.source(), kind=self.kind, prefer=self.prefer)


def fixtures_folder() -> Path:
    """`fixtures/pages` of the checkout this module lies in."""
    return Path(__file__).resolve().parents[2] / "fixtures" / "pages"


def load_case(folder: Path) -> Case:
    """The case in `folder`. `ValueError` where the page is missing or `case.toml` has a key of no meaning."""
    pages = [folder / name for name in PAGE_NAMES if (folder / name).is_file()]
    if len(pages) != 1:
        raise ValueError(f"{folder}: holds {len(pages)} pages; exactly one of {', '.join(PAGE_NAMES)} is needed")
    data = tomllib.loads((folder / "case.toml").read_text(encoding="utf-8"))
    if unknown := data.keys() - KEYS:
        raise ValueError(f"{folder}: case.toml has unknown keys {sorted(unknown)}; known are {sorted(KEYS)}")
    if missing := {"why", "lang", "keep", "drop"} - data.keys():
        raise ValueError(f"{folder}: case.toml lacks {sorted(missing)}")
    expected = folder / "expected.txt"
    return Case(
        folder=folder,
        page=pages[0],
        why=data["why"],
        lang=data["lang"],
        keep=tuple(data["keep"]),
        drop=tuple(data["drop"]),
        roles=tuple((string, _roles(allowed)) for string, allowed in data.get("roles", {}).items()),
        flags=frozenset(data.get("flags", ())),
        prefer=data.get("prefer", "balanced"),
        kind=data.get("kind", "auto"),
        xfail=data.get("xfail"),
        expected=_expected_text(expected) if expected.is_file() else None,
    )


def load_cases(folder: Path | None = None) -> Iterator[Case]:
    """All cases below `folder` (default: the checkout's), sorted by name."""
    for case in sorted((folder or fixtures_folder()).glob("*/case.toml")):
        yield load_case(case.parent)


def check(case: Case, page: Page) -> list[str]:
    """What is wrong with `page`, the case explained: one sentence a fault, none where all is well."""
    return [
        *_snippet_faults(case, page.text),
        *_role_faults(case, page.blocks),
        *_flag_faults(case, page.flags),
        *_expected_faults(case, page.text),
    ]


def dump(page: Page) -> str:
    """Every block on a few lines: kept or stripped, role, score, its strongest reasons, its text."""
    head = f"confidence {page.confidence:.2f}, flags {sorted(page.flags)}"
    return "\n".join([head, *map(_dump_block, page.blocks)])


def squash(text: str) -> str:
    """`text` with white space collapsed and zero-width characters gone: how strings are compared."""
    return " ".join(text.translate(ZERO_WIDTH).split())


def make_fixture(path: Path, slug: str, *, why: str = "", lang: str = "", folder: Path | None = None) -> Path:
    """A new case from the page at `path`, `keep` and `drop` filled in from what is kept and stripped today.

    The result is a draft: read it and correct it. `FileExistsError` where the slug is taken, `ValueError` where it is
    no folder's name, or the file's ending is none of txt, md, html, htm.
    """
    ending = {".txt": "txt", ".md": "md", ".html": "html", ".htm": "html"}.get(path.suffix.lower())
    if ending is None:
        raise ValueError(f"{path}: a page ends in .txt, .md, .html or .htm")
    raw = path.read_bytes()
    target = _case_folder(slug, folder)
    target.mkdir(parents=True)
    (target / f"page.{ending}").write_bytes(raw)
    write_case(target, why=why, lang=lang, keep=(), drop=())
    page = load_case(target).explain()
    keep = _telling(block.text for block in page.blocks if block.kept)
    drop = _telling(block.text for block in page.blocks if not block.kept)
    write_case(target, why=why, lang=lang, keep=keep, drop=drop, flags=sorted(page.flags))
    return target


def write_case(folder: Path, **values: Any) -> None:
    """`case.toml` with `values` in the order given, the empty optional ones left out."""
    needed = {"why", "lang", "keep", "drop"}
    lines = [f"{key} = {_toml(value)}" for key, value in values.items() if value or key in needed]
    (folder / "case.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def accept(slug: str, *, folder: Path | None = None) -> Path:
    """Write today's output of the case into its `expected.txt`."""
    case = load_case(_case_folder(slug, folder))
    target = case.folder / "expected.txt"
    target.write_bytes(f"{case.explain().text}\n".encode())
    return target


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `newsclean lab fixture`, for `run`."""
    commands = parser.add_subparsers(dest="fixture_command", required=True)
    make = commands.add_parser("make", help="make a fixture from a page")
    make.add_argument("page", type=Path, help="a .txt, .md or .html file")
    make.add_argument("--slug", required=True, help="name of the new folder")
    make.add_argument("--why", default="", help="one sentence: what the page is there for")
    make.add_argument("--lang", default="", help="language code of the article")
    for name, what in (("accept", "write today's output into expected.txt"), ("show", "print blocks and faults")):
        command = commands.add_parser(name, help=what)
        command.add_argument("slug", help="name of the fixture's folder")
    parser.add_argument("--folder", type=Path, default=None, help="folder of the fixtures (default: fixtures/pages)")


def run(args: argparse.Namespace) -> int:
    """Do what `add_arguments` read. Exit status: 0, 1 for a case with faults, 2 where the request cannot be met."""
    try:
        return _run(args)
    except (OSError, ValueError) as error:
        print(f"newsclean lab fixture: {error}", file=sys.stderr)
        return 2


def _run(args: argparse.Namespace) -> int:
    if args.fixture_command == "make":
        print(make_fixture(args.page, args.slug, why=args.why, lang=args.lang, folder=args.folder))
        return 0
    if args.fixture_command == "accept":
        print(accept(args.slug, folder=args.folder))
        return 0
    case = load_case(_case_folder(args.slug, args.folder))
    page = case.explain()
    faults = check(case, page)
    print("\n".join([dump(page), *faults]))
    return 1 if faults else 0


def _case_folder(slug: str, folder: Path | None) -> Path:
    """The folder of a case; a slug that leads elsewhere is refused."""
    if slug == ".." or str(Path(slug)) != Path(slug).name:
        raise ValueError(f"{slug!r} is no name of a folder")
    return (folder or fixtures_folder()) / slug


def _roles(allowed: str | Sequence[str]) -> tuple[Role, ...]:
    return tuple(Role(role) for role in ([allowed] if isinstance(allowed, str) else allowed))


def _expected_text(path: Path) -> str:
    return path.read_bytes().decode("utf-8").removesuffix("\n")


def _snippet_faults(case: Case, text: str) -> Iterator[str]:
    squashed = squash(text)
    for string in case.keep:
        if squash(string) not in squashed:
            yield f"lost: {string!r}"
    for string in case.drop:
        if squash(string) in squashed:
            yield f"left in: {string!r}"


def _role_faults(case: Case, blocks: Sequence[Block]) -> Iterator[str]:
    for string, allowed in case.roles:
        found = [block.role for block in blocks if squash(string) in squash(block.text)]
        if not found:
            yield f"no block holds {string!r}"
        for role in found:
            if role not in allowed:
                yield f"role {role}, not {' or '.join(allowed)}: {string!r}"


def _flag_faults(case: Case, flags: frozenset[str]) -> Iterator[str]:
    for flag in sorted(case.flags - flags):
        yield f"flag {flag} is missing"
    if case.keep and "no_article" in flags:
        yield "flag no_article, though there is an article"


def _expected_faults(case: Case, text: str) -> Iterator[str]:
    if case.expected is not None and text != case.expected:
        yield "the output is not expected.txt"


def _dump_block(block: Block) -> str:
    reasons = ", ".join(f"{name} {weight:+.2f}" for name, weight in block.reasons[:3])
    state = "KEPT    " if block.kept else "stripped"
    text = textwrap.shorten(block.text, 160, placeholder=" …")
    return f"{state} {block.role:<11} {block.score:.2f}  {text}\n{' ' * 26}{reasons}".rstrip()


def _telling(texts: Iterable[str]) -> list[str]:
    """Beginnings of the first and the last text and of the four longest between, in page order."""
    squashed = [text for text in map(squash, texts) if text]
    inner = sorted(range(1, len(squashed) - 1), key=lambda place: -len(squashed[place]))[:4]
    places = sorted({0, *inner, len(squashed) - 1}) if squashed else []
    return list(dict.fromkeys(_beginning(squashed[place]) for place in places))


def _beginning(text: str) -> str:
    cut = text[:SNIPPET]
    return cut.rsplit(" ", 1)[0] if len(text) > SNIPPET and " " in cut else cut


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_toml_string(key)} = {_toml_inline(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list | tuple):
        items = [f"    {_toml_string(item)},\n" for item in value]
        return f"[\n{''.join(items)}]" if items else "[]"
    return _toml_string(value)


def _toml_inline(value: object) -> str:
    return f"[{', '.join(map(_toml_string, value))}]" if isinstance(value, list | tuple) else _toml_string(value)


def _toml_string(value: object) -> str:
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
