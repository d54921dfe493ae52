"""The page of all public names tells of each of them in tables that can be read anywhere, and of nothing else."""

from __future__ import annotations

import inspect
import re
from dataclasses import fields
from pathlib import Path
from types import FunctionType

import pytest

import newsclean
import newsclean.site
from newsclean import Block, Page, Role, SiteMemory, clean, clean_many, explain
from newsclean.api import Options
from newsclean.scoring import notes
from newsclean.scoring.flags import FLAGS

API = (Path(__file__).parents[1] / "docs" / "api.md").read_text(encoding="utf-8")
TABLE = re.compile(r"^\| (\w+) \|.*\n\|[-|]+\n((?:\|.*\n)+)", re.MULTILINE)
NOTES = {value for name, value in vars(notes).items() if name.isupper() and isinstance(value, str)}


def tables() -> list[tuple[str, list[str]]]:
    """What each table is of, and what is named in its first cells."""
    found = []
    for head, rows in TABLE.findall(API):
        cells = [row.split("|")[1] for row in rows.splitlines()]
        found.append((head, [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]))
    return found


def of(head: str) -> list[list[str]]:
    return [names for name, names in tables() if name == head]


def test_fields() -> None:
    assert of("field") == [[field.name for field in fields(kind)] for kind in (Page, Block)]


def test_roles_and_flags_and_notes() -> None:
    assert [sorted(names) for names in of("role")] == [sorted(Role)]
    assert of("flag") == [list(FLAGS)]
    assert [sorted(names) for names in of("note")] == [sorted(NOTES)]


@pytest.mark.parametrize("function", [clean, explain, clean_many])
def test_functions_and_their_options(function: FunctionType) -> None:
    names = [name for name in inspect.signature(function).parameters if name != "options"]
    (said,) = (row for row in of("function")[0] if row.startswith(f"{function.__name__}("))
    assert re.findall(r"\w+", said)[1:] == names


def test_every_option_is_told_of() -> None:
    more = [name for function in (explain, clean_many) for name in inspect.signature(function).parameters]
    told = set(more) - {"source", "sources", "options"} | Options.__annotations__.keys()
    assert [sorted(names) for names in of("option")] == [sorted(told)]


def test_every_public_name_is_told_of() -> None:
    told, _, _ = API.partition("```")
    assert [name for name in newsclean.__all__ if not re.search(rf"\b{name}\b", told)] == []
    assert [sorted(names) for names in of("name")] == [sorted(newsclean.site.__all__)]
    methods = {name for name, value in vars(SiteMemory).items() if not name.startswith("_") and value is not None}
    assert [name for name in methods if f"`{name}`" not in API] == []
