"""Byte order marks that were decoded, as a file has them that was opened as UTF-8: no part of what stands behind."""

from __future__ import annotations

import json

import pytest

from newsclean import explain

ARTICLE = """\
The ferry between Eldham and Sorrel Bay is to run again on Friday, eleven days after a storm tore its landing away.

Carpenters from both towns worked through the weekend, and the council paid for the timber out of its winter reserve.

"We have counted every plank twice," said the harbour master, Ines Okafor. "On Friday we will count the passengers."
"""
PAGE = "".join(f"<p>{line}</p>" for line in ARTICLE.split("\n\n"))
HTML = f'<?xml version="1.0"?><!DOCTYPE html><html><head><title>Ferry runs</title></head><body>{PAGE}</body></html>'
SOURCES = {
    "text": ARTICLE,
    "a heading": f"# Ferry runs again\n\n{ARTICLE}",
    "a label": f"Advertisement\n\n{ARTICLE}",
    "html": HTML,
    "html in a string": json.dumps(HTML),
    "html in bytes": str(HTML.encode()),
}


@pytest.mark.parametrize("mark", ["\ufeff", "ï»¿", "\n\ufeff", "\ufeff\ufeff"])
@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_a_mark_changes_nothing(source: str, mark: str) -> None:
    alone, marked = explain(source), explain(mark + source)
    assert marked.text == alone.text != ""
    assert (marked.kind, marked.title) == (alone.kind, alone.title)
    moved = 0 if alone.kind == "html" else len(mark)
    assert [(block.text, block.start - moved, block.end - moved) for block in marked.blocks] == [
        (block.text, block.start, block.end) for block in alone.blocks
    ]
    assert explain((mark + source).encode()).text == alone.text


def test_within_a_text_it_is_a_character() -> None:
    assert "be\ufefftween" in explain(ARTICLE.replace("between", "be\ufefftween")).text
