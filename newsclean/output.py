"""Output: what is given back of a document's blocks, and where each of them stands in it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.reading.document import LINE, ROW, RUN, Document
from newsclean.reading.tables import delimiter

HARD_BREAK = "  \n"
"""How a line of Markdown ends within its paragraph."""
JOINTS = {ROW: "\n", RUN: " ", LINE: HARD_BREAK}


def output_text(doc: Document, kept: NDArray[np.bool_]) -> str:
    """The blocks that stay, paragraphs with a blank line between, rows of a list or table on lines of their own."""
    return "".join(output_pieces(doc, kept))


def output_pieces(doc: Document, kept: NDArray[np.bool_]) -> list[str]:
    """The blocks that stay, with what stands before each (of the first, nothing) before it in the list."""
    pieces: list[str] = []
    last = -1
    for i in np.flatnonzero(kept).tolist():
        pieces.append("" if not pieces else _joint(doc, i) if last == i - 1 else "\n\n")
        pieces.append(HARD_BREAK.join(doc.block_lines(i)))
        last = i
    return pieces


def output_spans(pieces: list[str]) -> NDArray[np.int64]:
    """int64 (blocks that stay, 2): where each begins and ends in the text that the pieces make."""
    return np.cumsum([0, *map(len, pieces)])[1:].reshape(-1, 2)


def _joint(doc: Document, i: int) -> str:
    """What stands between a block and the one before; sentences that stood side by side still do, and the row that
    makes lines a table of Markdown stands below its heads."""
    spans, follows = doc.spans, int(doc.follows[i])
    if follows == ROW and doc.marks is not None:
        return "\n" + delimiter(doc.source[spans[i - 1][1] : spans[i][0]])
    if follows == RUN and spans[i][0] == spans[i - 1][1]:
        return ""
    return JOINTS.get(follows, "\n\n")
