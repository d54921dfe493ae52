"""The floors of the package, as docs/design.md tells of them: each knows only those below it, and all are told of."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsclean

PACKAGE = Path(newsclean.__file__).parent
DESIGN = PACKAGE.parent / "docs" / "design.md"
PLAIN = {"hosts", "options", "page", "titles", "weights", "whole_files"}
"""What stands below all floors: modules that know none of them."""
BELOW = {
    "reading": PLAIN,
    "evidence": {*PLAIN, "reading"},
    "site": {*PLAIN, "reading"},
    "scoring": {*PLAIN, "reading", "evidence", "site"},
}
"""The floors, and what each may know besides itself. Commands stand above all of them."""


def modules(part: str) -> list[Path]:
    """The modules of a floor, or the one of that name; commands are none of a floor's."""
    folder = PACKAGE / part
    return (
        [path for path in folder.glob("*.py") if path.stem != "command"]
        if folder.is_dir()
        else [PACKAGE / f"{part}.py"]
    )


def parts_known(path: Path) -> Iterator[str]:
    """The folders and modules right below `newsclean` of which a module imports something, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{name}" for name in names]
        yield from (name.split(".")[1] for name in names if name.startswith("newsclean."))


@pytest.mark.parametrize("floor", BELOW)
def test_a_floor_knows_only_those_below_it(floor: str) -> None:
    assert modules(floor)
    known = {part for path in modules(floor) for part in parts_known(path)}
    assert known - {floor} - BELOW[floor] == set()


def test_what_stands_below_all_floors_knows_none() -> None:
    assert {part for name in PLAIN for path in modules(name) for part in parts_known(path)} <= PLAIN


def test_nothing_but_the_lab_knows_the_lab() -> None:
    others = [path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] != "lab"]
    assert [path.name for path in others if "lab" in parts_known(path)] == []


def test_every_part_is_told_of() -> None:
    told = set(re.findall(r"`newsclean/(\w+|cli_\*)(?:/|\.py)`", DESIGN.read_text(encoding="utf-8")))
    stems = {path.stem for path in PACKAGE.glob("*.py") if not path.stem.startswith("__")}
    folders = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert {stem for stem in stems if not stem.startswith("cli_")} | folders <= told
