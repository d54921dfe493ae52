"""Fixtures: pages written for the tests, each in a folder with what must stay and what must go."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsclean.api import explain
from newsclean.options import Kind, Preference
from newsclean.page import Page, Role

PAGE_NAMES = ("page.txt", "page.md", "page.html")
KEYS = frozenset({"why", "lang", "keep", "drop", "roles", "flags", "prefer", "kind", "xfail", "faults"})
RECORD = re.compile(r"^faults = \[\n(?: {4}.*\n)*\]\n", re.MULTILINE)
REASON = re.compile(r"^xfail = .*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    """One fixture folder. `roles` maps a string to the roles that every block with that string may have.

    faults: those that are known, as `newsclean.lab.faults.check` words them. xfail: why they are there, where somebody
    found out.
    """

    folder: Path
    page: Path
    why: str
    lang: str
    keep: tuple[str, ...]
    drop: tuple[str, ...]
    roles: tuple[tuple[str, tuple[Role, ...]], ...] = ()
    flags: frozenset[str] = frozenset()
    prefer: Preference = "balanced"
    kind: Kind = "auto"
    xfail: str | None = None
    faults: tuple[str, ...] = ()
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
    """`fixtures/pages` of the checkout this module lies in. `ValueError` where it lies in none."""
    folder = Path(__file__).resolve().parents[2] / "fixtures" / "pages"
    if not folder.is_dir():
        raise ValueError("the fixtures are in a checkout: install it with pip's -e, or name their --folder")
    return folder


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
        faults=tuple(data.get("faults", ())),
        expected=_expected_text(expected) if expected.is_file() else None,
    )


def load_cases(folder: Path | None = None) -> Iterator[Case]:
    """All cases below `folder` (default: the checkout's), sorted by name. `ValueError` where there is none."""
    folder = folder or fixtures_folder()
    cases = sorted(folder.glob("*/case.toml"))
    if not cases:
        raise ValueError(f"{folder}: holds no fixtures")
    for case in cases:
        yield load_case(case.parent)


def case_folder(slug: str, folder: Path | None) -> Path:
    """The folder of a case; a slug that leads elsewhere is refused."""
    if slug == ".." or str(Path(slug)) != Path(slug).name:
        raise ValueError(f"{slug!r} is no name of a folder")
    return (folder or fixtures_folder()) / slug


def write_case(folder: Path, **values: Any) -> None:
    """`case.toml` with `values` in the order given, the empty optional ones left out."""
    needed = {"why", "lang", "keep", "drop"}
    lines = [f"{key} = {_toml(value)}" for key, value in values.items() if value or key in needed]
    (folder / "case.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_faults(folder: Path, faults: Sequence[str]) -> None:
    """The record of known faults in `case.toml` written anew, all else in it as it was; without faults no reason.

    `ValueError` where an old record, or the reason, is not written in the form in which this writes it.
    """
    path = folder / "case.toml"
    text = path.read_text(encoding="utf-8").rstrip("\n") + "\n"
    wanted = {
        key: value for key, value in tomllib.loads(text).items() if key != "faults" and (faults or key != "xfail")
    }
    text = RECORD.sub("", text) if faults else REASON.sub("", RECORD.sub("", text))
    if tomllib.loads(text) != wanted:
        raise ValueError(f"{path}: faults are recorded an item a line, and xfail on one line")
    path.write_text(text + (f"faults = {_toml(faults)}\n" if faults else ""), encoding="utf-8")


def _roles(allowed: str | Sequence[str]) -> tuple[Role, ...]:
    return tuple(Role(role) for role in ([allowed] if isinstance(allowed, str) else allowed))


def _expected_text(path: Path) -> str:
    return path.read_bytes().decode("utf-8").removesuffix("\n")


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
