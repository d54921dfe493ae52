"""Line ends: the same page comes with line feeds, with carriage returns before them, and with these alone."""

from __future__ import annotations

import pytest

from newsclean import explain
from newsclean.lab.fixtures import Case, load_cases
from newsclean.reading.read import read

CASES = [case for case in load_cases() if case.page.suffix != ".html"]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.slug)
def test_blocks_are_the_same(case: Case, end: str) -> None:
    source = case.source()
    text = source if isinstance(source, str) else source.decode("utf-8", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    expected, doc = read(text), read(text.replace("\n", end))
    assert (doc.text, doc.kind, doc.layout) == (expected.text, expected.kind, expected.layout)
    for column in ("follows", "blanks", "indent", "heading", "item", "links"):
        assert getattr(doc, column).tolist() == getattr(expected, column).tolist()


def test_places_are_those_of_the_source() -> None:
    source = "\ufeff# Ferry runs again\r\rThe ferry runs again on Friday.\r\r[Sport](/sport)\r\r[Weather](/weather)\r"
    page = explain(source)
    assert page.kind == "markdown"
    assert [source[block.start : block.end] for block in page.blocks] == source.strip("\ufeff\r").split("\r\r")
