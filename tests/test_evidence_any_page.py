"""The evidence of any page: finite numbers, which depend on the page alone."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.evidence.table import TEXT, Evidence, evidence_table, names
from newsclean.evidence.view import View
from newsclean.reading.document import Document
from newsclean.reading.read import read

EVIDENCE: dict[str, Evidence] = {one.__name__: one for one in TEXT}
PROSE = "The council of the town voted on Monday to close the old bridge for most of the winter."
MORE = "The mayor said that a ferry would cross the river every hour until the work on it is done."
LAST = "It was built of stone and has been a part of the harbour for more than three hundred years."


@pytest.mark.parametrize("source", ["", " \n\n ", "\u200b"])
def test_a_page_of_nothing(source: str) -> None:
    view = View(read(source, "text"))
    table = evidence_table(view)
    assert table.shape == (len(names(TEXT)), view.n)
    assert np.isfinite(table).all()


PIECES = ["\n", "\n\n", " ", "the ", "Bridge", "2024", "12:30", "May ", ".", "?", "。", "橋",
          "สะ", "म", "ि", "\x00", "\ud800",
          "😀", "\u200b", "Read more", "• ", "|", "٣", "𠀀", "1" * 30, "a" * 90, "ǅ", "İ", "ß", "Σ"]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_text_gives_finite_numbers(source: str) -> None:
    view = View(read(source, "text"))
    for name, one in EVIDENCE.items():
        column = one(view)
        assert column.shape == (view.n,), name
        assert column.dtype == np.float32, name
        assert np.isfinite(column).all(), name


def rebuilt(doc: Document) -> Document:
    """The same document in arrays of its own."""
    copies = {f.name: getattr(doc, f.name).copy() for f in fields(doc) if isinstance(getattr(doc, f.name), np.ndarray)}
    return replace(doc, **copies)


def test_the_evidence_of_a_page_depends_on_the_page_alone() -> None:
    sources = [f"Bridge closed\n\n{PROSE}\n\nRelated stories\n\n{MORE}", "橋は閉鎖。\n\n2024年", "", f"Мост\n\n{LAST}"]
    docs = [read(source, "text") for source in sources]
    kept = [rebuilt(doc) for doc in docs]
    first = [evidence_table(View(doc)) for doc in docs]
    again = [evidence_table(View(doc)) for doc in reversed(docs)][::-1]
    for one, other in zip(first, again, strict=True):
        assert one.tobytes() == other.tobytes()
    for doc, copy in zip(docs, kept, strict=True):
        assert doc.text == copy.text
        assert doc.spans.tolist() == copy.spans.tolist()
        assert doc.blanks.tolist() == copy.blanks.tolist()
