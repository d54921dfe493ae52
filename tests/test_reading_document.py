"""A part of a document is a document, and says of its blocks what the whole one does."""

from __future__ import annotations

import numpy as np

from newsclean.reading.text import read_text


def test_a_part_of_a_document_keeps_its_columns() -> None:
    doc = read_text("Menu\n\n\n- First item\n\nA sentence that is long enough to stand on its own.")
    part = doc.only(np.array([False, True, True]))
    assert [part.block_text(i) for i in range(2)] == [doc.block_text(i) for i in (1, 2)]
    assert part.blanks.tolist() == doc.blanks[1:].tolist()
    assert part.item.tolist() == doc.item[1:].tolist()
    assert part.starts.dtype == doc.starts.dtype
    assert len(doc.only(np.zeros(len(doc), np.bool_))) == 0
