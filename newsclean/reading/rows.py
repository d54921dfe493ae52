"""Rows: the cells of a table's row as one line, though each may hold a block, as editors' tables have them."""

from __future__ import annotations

from newsclean.reading.elements import ROW
from newsclean.reading.phrases import Phrases
from newsclean.reading.runs import Joint

LONG_CELL = 400
"""Characters in a table's row from which the next cell is a block of its own: a page laid out as a table."""
MENU = 3
"""Links of a cell from which it is a menu, beside which the page's text may stand."""
PLAIN = frozenset({"center", "div", "p"})
"""Blocks that are no more than a cell's text where nothing else stands in it."""
CELLS = frozenset({"td", "th"})


class Rows(Phrases):
    """Runs of text that hold back the end of a block which may be all of a cell, until the row is at its end."""

    __slots__ = ("_fresh", "_row", "_unlinked", "_waiting")

    def __init__(self) -> None:
        super().__init__()
        self._row = 0  # blocks before the present table row
        self._unlinked = 0  # links that began in the run before the present cell
        self._fresh = (-1, 0)  # a cell, or a block in it, in which nothing stands yet, and the pieces before it
        self._waiting: list[int] = []  # blocks open in a cell that may be all of it

    def _open_cell(self, kind: int) -> None:
        """A row or a cell opens."""
        opened = len(self.parents)
        if kind == ROW:
            if self._pieces:
                self._flush()
            self._row, self._waiting = len(self.blocks), []
            self._unlinked = 0
            return
        if self._pieces:
            if len(self.blocks) > self._row or sum(map(len, self._pieces)) > LONG_CELL:
                self._flush()
            else:
                if self._joints or self._begun - self._unlinked >= MENU:
                    self._join(opened)
                self._pieces.append(" ")
        self._unlinked = self._begun
        self._fresh = (opened, len(self._pieces))

    def _waits(self, tag: str) -> bool:
        """Whether a block that opens first in a cell may be all of it, so that nothing is parted yet."""
        if tag not in PLAIN or len(self.blocks) > self._row or self._says_more(self._fresh[1]):
            return False
        opened = len(self.parents)
        self._join(opened)
        self._waiting.append(opened)
        self._fresh = (opened, len(self._pieces))
        return True

    def _says_more(self, pieces: int) -> bool:
        """Whether there is text behind so many pieces."""
        return any(not piece.isspace() for piece in self._pieces[pieces:])

    def _join(self, inner: int, beside: bool = False) -> None:
        """Here the row may be parted; nothing but blanks since the last such place makes no other."""
        if self._joints and not self._says_more(self._joints[-1].pieces):
            self._joints.pop()
        if self._pieces:
            self._joints.append(Joint(len(self._pieces), len(self._linked), self._begun, inner, beside))

    def _close_block(self, kind: int) -> None:
        """A block or a row ends in which text stands."""
        if self._waiting and self._waiting[-1] == self._at:
            self._waiting.pop()
            self._join(self.parents[self._at], beside=True)
            return
        if kind == ROW and self._is_line():
            if len(self._joints) > 1 or self._says_more(self._joints[0].pieces):
                self._inner = self._cell(self._inner)
            self._joints = []
        self._flush()

    def _is_line(self) -> bool:
        """Whether the row is one line: it is short, and in no cell something stands behind a block."""
        joints = self._joints
        if not joints or sum(map(len, self._pieces)) > LONG_CELL:
            return False
        last = joints[-1]
        return not any(joint.beside for joint in joints[:-1]) and not (last.beside and self._says_more(last.pieces))

    def _cell(self, at: int) -> int:
        """The cell in which an element stands, or the element where it stands in none."""
        above = at
        while above and self.tags[above] not in CELLS:
            above = self.parents[above]
        return above or at
