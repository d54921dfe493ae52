"""The document: a source cut into blocks, held column by column so that evidence is computed for all blocks at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.reading.filler import FILLER
from newsclean.reading.hard_breaks import broken_lines, without_breaks
from newsclean.reading.literals import with_tabs
from newsclean.reading.tables import with_cells

if TYPE_CHECKING:
    from newsclean.reading.breaks import LineBreaks
    from newsclean.reading.front_matter import FrontMatter
    from newsclean.reading.markup import Markup
    from newsclean.reading.mojibake import Mojibake

Integers = NDArray[np.int32]
Numbers = NDArray[np.float32]

PARAGRAPH, ROW, RUN, LINE = range(4)
"""How a block follows the one before it in the output: after a blank line, on the next line as one row of a list or a
table, on the same line, on the next line within its paragraph."""


class Marks(NamedTuple):
    """What Markdown's marks tell of a line or a block, in numbers."""

    heading: int = 0
    """The heading's level, 1 to 6."""
    links: int = 0
    """Visible characters in links."""
    link_count: int = 0
    images: int = 0
    alt: int = 0
    """Characters that describe its images."""
    image_above: int = 0
    """Images between it and the block before."""
    thumbs: int = 0
    """Images, in it or above, that a link begins with."""
    strong: int = 0
    """Characters in bold."""
    emphasis: int = 0
    """Characters in italics."""
    quoted: int = 0
    """Signs of quotation."""
    cells: int = 0
    """Borders of a table's cells."""
    card: int = 0
    """1 within a link that holds several lines or blocks, else 0."""


COLUMNS = ("spans", "follows", "blanks", "indent", "heading", "item", "links")
"""What is known of each block, its place in the text aside."""
MARKS = Marks._fields[2:]
"""What only Markdown tells; of headings and links HTML tells too."""


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """A source in blocks. All columns have one entry a block, in source order.

    source: the decoded source, garbled letters mended.
    kind: "text", "markdown" or "html".
    layout: how the text was laid out: "lines", "paragraphs", "fragments", "wrapped", "one_line" or "markup".
    text: the visible text of all blocks, white space folded, each block closed by one "\\n". It holds no other "\\n".
    starts, ends: int32 (n,), where a block's visible text stands in `text` (the closing "\\n" is outside).
    spans: int32 (n, 2), where the block stands in `source`; -1 for HTML.
    follows: int32 (n,), PARAGRAPH, ROW, RUN or LINE.
    blanks: int32 (n,), blank lines before the block (text and Markdown; 0 for HTML).
    indent: int32 (n,), leading blanks of the block's first line (text and Markdown; 0 for HTML).
    heading: int32 (n,), heading level 1 to 6, or 0.
    item: int32 (n,), 1 for a list item, else 0.
    links: int32 (n,), visible characters inside links (Markdown and HTML; 0 for plain text).
    markup: what only HTML knows, or None; of HTML as well where it tells nothing.
    marks: int32 (n, `MARKS`), what only Markdown knows, or None.
    front: what stands above a Markdown text, or in the head of flat HTML, and tells of it, or None; no block holds it.
    breaks: by what lost line breaks were found again, or None where that is what the package knows.
    mojibake: how garbled letters were mended, or None where there were none; the output has those of the source.
    cut: whether it is said to be the beginning of an article only.
    """

    source: str
    kind: str
    layout: str
    text: str
    starts: Integers
    ends: Integers
    spans: Integers
    follows: Integers
    blanks: Integers
    indent: Integers
    heading: Integers
    item: Integers
    links: Integers
    markup: Markup | None = None
    marks: Integers | None = None
    front: FrontMatter | None = None
    breaks: LineBreaks | None = None
    mojibake: Mojibake | None = None
    cut: bool = False

    @property
    def mode(self) -> str:
        """Which scorer it is for: that of its kind; text that came on one line has its own, Markdown without a link is
        scored as text, which it is most like, and so is HTML whose markup tells nothing."""
        if self.layout == "one_line":
            return "run_on"
        if self.markup is None and self.marks is not None:
            return "markdown" if self.links.any() else "text"
        return self.kind

    @property
    def said(self) -> tuple[tuple[str, ...], str, str, str]:
        """Titles, author, date and site as the page's head or its front matter has them; "" for what it lacks."""
        if self.markup is not None:
            head = self.markup.head
            return (head.headline, head.og_title, head.title), head.author, head.published, head.site
        front = self.front
        return ((front.title, *front.others), front.author, front.published, front.site) if front else ((), "", "", "")

    def __len__(self) -> int:
        return len(self.starts)

    def only(self, blocks: NDArray[np.bool_]) -> Document:
        """The document as if it had no other blocks than some: bool (n,)."""
        at = np.flatnonzero(blocks)
        size = self.ends[at] - self.starts[at]
        ends = np.cumsum(size + 1, dtype=np.int32) - 1
        text = "".join([self.text[start : end + 1] for start, end in zip(self.starts[at], self.ends[at], strict=True)])
        columns = {name: getattr(self, name)[at] for name in COLUMNS}
        marks = None if self.marks is None else self.marks[at]
        markup = None if self.markup is None else self.markup.only(at)
        return replace(self, text=text, starts=ends - size, ends=ends, marks=marks, markup=markup, **columns)

    def block_text(self, index: int) -> str:
        """What the output shows of a block: the source's own words, white space folded."""
        if self.kind == "markdown":
            start, end = self.spans[index]
            return self.printed(" ".join(without_breaks(self.source[start:end]).replace(FILLER, "").split()))
        return self.printed(self.text[self.starts[index] : self.ends[index]])

    def read_text(self, index: int) -> str:
        """What was read of a block: letters that were misread are the ones that are meant, marks are left out."""
        return self.text[self.starts[index] : self.ends[index]]

    def block_lines(self, index: int) -> list[str]:
        """The same in the lines that Markdown breaks it into; one of any other text, a tab between a row's cells."""
        text = self.block_text(index)
        if self.kind == "html":
            return [text]
        if self.kind == "text" and not self._is_row(index):
            return [text]
        start, end = self.spans[index]
        if self.kind == "text":
            row = self.printed(with_cells(with_tabs(self.source[start:end])))
            return [row if " ".join(row.split()) == text else text]  # a browser's numbers stand in the source as well
        return [self.printed(line) for line in broken_lines(self.source[start:end].replace(FILLER, ""))]

    def _is_row(self, index: int) -> bool:
        """Whether a block is a row of a table, and no item of a list."""
        if self.item[index]:
            return False
        follows, behind = self.follows, index + 1
        return bool(follows[index] == ROW or (behind < len(follows) and follows[behind] == ROW))

    @property
    def source_spans(self) -> NDArray[np.integer]:
        """(n, 2): where each block stands in the source as it was given; -1 for HTML."""
        return self.mojibake.spans(self.spans) if self.mojibake else self.spans

    def printed(self, text: str) -> str:
        """A text as the source has it, whose letters may be garbled."""
        return self.mojibake.printed(text) if self.mojibake else text
