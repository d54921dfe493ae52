"""The package as a whole: its names, what importing it costs, wrong types, pickles."""

from __future__ import annotations

import inspect
import io
import pickle
import subprocess
import sys
from dataclasses import replace
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import newsclean
from newsclean import KEPT, Block, Page, Reason, Role, SiteMemory, clean, clean_many, explain

PAGE = "Home\nThe ferry to Sorrel Bay runs again on Friday, the harbour master said on Tuesday morning.\nShare this"


def test_exported_names() -> None:
    assert newsclean.__all__ == [
        "KEPT",
        "Block",
        "Page",
        "Reason",
        "Role",
        "SiteMemory",
        "clean",
        "clean_many",
        "explain",
    ]
    assert all(getattr(newsclean, name) is not None for name in newsclean.__all__)
    assert dir(newsclean) == sorted([*newsclean.__all__, "__version__", "site"])
    assert all(getattr(newsclean, name) is not None for name in dir(newsclean))


def test_nothing_else_is_exported() -> None:
    public = {name for name in vars(newsclean) if not name.startswith("_")}
    modules = {name for name, value in vars(newsclean).items() if inspect.ismodule(value)}
    assert public - modules - {"annotations", "TYPE_CHECKING", "Any"} <= set(newsclean.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Cleaner'"):
        _ = newsclean.Cleaner


@pytest.mark.parametrize("name", newsclean.__all__)
def test_public_names_are_documented(name: str) -> None:
    docs = (Path(__file__).parents[1] / "docs" / "api.md").read_text(encoding="utf-8")
    value = getattr(newsclean, name)
    assert name in docs
    assert not callable(value) or value.__doc__


def test_the_package_is_typed_and_its_versions_agree() -> None:
    assert (files("newsclean") / "py.typed").is_file()
    assert newsclean.__version__ == version("newsclean")


def test_type_hints_can_be_resolved() -> None:
    code = """
import newsclean, sys, typing
from newsclean.api import Options
before = "newsclean.site" in sys.modules
found = [typing.get_type_hints(value) for value in (newsclean.clean, newsclean.explain, newsclean.clean_many, Options)]
from newsclean.site import HostMemory
print(before, [hints.get("site") == HostMemory | None for hints in found])
"""
    assert _in_new_process(code) == "False [True, True, False, True]\n"


def _in_new_process(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_importing_does_no_work() -> None:
    loaded = _in_new_process("import sys, newsclean; print(*sys.modules)").split()
    heavy = (
        "lxml",
        "bs4",
        "trafilatura",
        "newsclean.extraction",
        "newsclean.page_scores",
        "newsclean.selection",
        "newsclean.scoring",
        "newsclean.evidence",
        "newsclean.site",
    )
    assert [name for name in loaded if name.startswith(heavy)] == []


def test_importing_takes_no_longer_than_numpy_and_lxml() -> None:
    clock = "import time; start = time.perf_counter(); import {}; print(time.perf_counter() - start)"
    ours, theirs = [], []
    for _ in range(5):  # the minimum of several, taken in turn, is what a busy machine disturbs least
        ours.append(float(_in_new_process(clock.format("newsclean"))))
        theirs.append(float(_in_new_process(clock.format("numpy, lxml.html"))))
    assert min(ours) <= 1.3 * min(theirs) + 0.02


def test_data_is_read_on_the_first_call_and_once() -> None:
    code = f"""
import json
from newsclean import clean
reads = []
loads = json.loads
json.loads = lambda *a, **k: reads.append(1) or loads(*a, **k)
counts = []
for _ in range(3):
    clean({PAGE!r})
    counts.append(len(reads))
print(*counts)
"""
    first, second, third = map(int, _in_new_process(code).split())
    assert first > 0
    assert first == second == third


@pytest.mark.parametrize("function", [clean, explain, lambda source: list(clean_many([source]))])
@pytest.mark.parametrize(
    ("source", "said"),
    [
        (None, "not NoneType; an extractor that found nothing gives None"),
        (3, "not int"),
        (2.5, "not float"),
        (Path("page.txt"), "Path; to clean a file, pass path.read_text()"),
        (io.StringIO("page"), "not StringIO; to clean an open file, pass file.read()"),
        (["page"], "not list; for several pages use clean_many"),
        (bytearray(b"page"), "not bytearray"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_wrong_types_are_refused_with_a_way_out(function: Any, source: object, said: str) -> None:
    with pytest.raises(TypeError, match=r"source must be str or bytes") as caught:
        function(source)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"kind": "pdf"}, "'auto', 'text', 'markdown', 'html'"),
        ({"prefer": "speed"}, "'balanced', 'precision', 'recall'"),
        ({"keep": ["bodie"]}, "bodie"),
        ({"keep": [["body"]]}, r"no such role: \['body'\]"),
    ],
)
def test_wrong_values_are_refused_with_the_right_ones(options: dict[str, Any], said: str) -> None:
    for function in (clean, explain):
        with pytest.raises(ValueError, match=said):
            function(PAGE, **options)


def test_roles_are_strings_and_may_be_given_as_such() -> None:
    assert [str(role) for role in Role][:4] == ["body", "subheading", "standfirst", "correction"]
    assert {Role.BODY, Role.SUBHEADING, Role.STANDFIRST, Role.CORRECTION} == KEPT
    names: Any = ["body", "headline"]
    assert clean(PAGE, keep=names) == clean(PAGE, keep=[Role.BODY, Role.HEADLINE])


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_public_objects_pickle(protocol: int) -> None:
    page = explain(PAGE)
    memory = SiteMemory()
    memory.learn([("news.example", PAGE), ("news.example", PAGE.replace("ferry", "tram"))])
    things = [
        KEPT,
        Role.BODY,
        Reason("words", 1.0),
        page,
        page.blocks[0],
        explain(f"<html><body><p>{PAGE}</p></body></html>"),
        explain(""),
        memory,
        *(clean, explain, clean_many, Page, Block, Role, Reason, SiteMemory),
    ]
    for thing in things:
        again = pickle.loads(pickle.dumps(thing, protocol))
        assert (again, type(again)) == (thing, type(thing))
    host = memory.for_host("news.example")
    twin = pickle.loads(pickle.dumps(host, protocol))
    assert clean(PAGE, site=twin) == clean(PAGE, site=host)


def test_a_page_shows_itself_on_one_line() -> None:
    page = explain(PAGE)
    kept = sum(len(block.text) for block in page.blocks if block.kept) / sum(len(block.text) for block in page.blocks)
    assert repr(page) == f"<Page {page.title!r}: text, blocks: {len(page.blocks)}, kept: {kept:.0%}>"
    assert len(repr(replace(page, title="Ferry " * 100))) < 120
    assert repr(explain("")) == "<Page None: text, blocks: 0, kept: 0%>"


def test_a_page_shows_itself_in_notebooks() -> None:
    page = explain("Home <b>\n" + PAGE)
    shown = page._repr_html_()
    assert "&lt;b&gt;" in shown
    assert all(str(block.role) in shown for block in page.blocks)
