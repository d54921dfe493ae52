"""Runs of text: what stands between two block elements, gathered piece by piece, becomes a block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newsclean.reading.elements import CODE, HEADED, PREFORMATTED
from newsclean.reading.seams import ENDING, SEAM, parted
from newsclean.reading.signs import RULES, UNSEEN, draws_rule
from newsclean.titles import squashed

Attributes = Mapping[str, str]

BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
ENDS = frozenset(".!?\u2026")
OPENING = 40
"""Characters of a paragraph at least, whose first letter may be set large: an entry of a glossary is shorter."""
FEWEST_LINKS, LINKED, OTHERS = 2, 0.5, 3
"""Lines of a list that are links, at least, by the share of their characters; and how many others each may have, such
as a date and a summary."""
LEADING, WHOLE = 4, 0.9
"""Lines of a run, at most, of which one leads to another story, and the share of its characters that are a link."""
TITLE = 8
"""Letters and figures of a title by which it is known again, at least."""
WORDS_OF_ONE = frozenset("AEIOUYÀÁÈÉÍÒÓÚØÅÖÉАВЕЄЗИІЙКОСУЯ")
"""Letters that are words as well, in one language or another."""


@dataclass(slots=True)
class Joint:
    """Where a block ends within a run that may be parted there yet: pieces, those of links and links begun up to there,
    the innermost element of what follows, and whether that is not in a cell of its own."""

    pieces: int
    linked: int
    begun: int
    inner: int
    beside: bool = False

    def behind(self, other: Joint) -> Joint:
        """The same place in what stands behind another one."""
        pieces, linked, begun = self.pieces - other.pieces, self.linked - other.linked, self.begun - other.begun
        return Joint(pieces, linked, begun, self.inner)


class Runs:
    """Blocks as they come, and the run of text that is to be the next one.

    parents, tags, attributes: of each element, in source order; element 0 is the document. Lists of values, not
    of tuples, which the garbage collector would have to visit.
    blocks: (text, innermost element at its first letter, visible characters in links, links that begin in it).
    """

    __slots__ = (
        "_at", "_begun", "_breaks", "_broken", "_closed", "_inner", "_joints", "_link_end", "_linked", "_links",
        "_pieces", "_pressed", "_pressed_in", "attributes", "blocks", "longest", "parents", "tags", "title",
    )  # fmt: skip

    def __init__(self) -> None:
        self.parents: list[int] = [0]
        self.tags: list[str] = [""]
        self.attributes: list[Attributes] = [{}]
        self.blocks: list[tuple[str, int, int, int]] = []
        self._at = 0
        self._pieces: list[str] = []
        self._joints: list[Joint] = []  # where the run may be parted yet
        self.title = self.longest = ""  # the letters of the page's title, and of the longest of its parts
        self._breaks: list[Joint] = []  # its line breaks, but for those within links
        self._linked: list[str] = []
        self._inner = 0
        self._begun = 0  # links that began in the block
        self._pressed = ""  # the text of a button behind the last piece
        self._pressed_in = 0  # the element in which it stands
        self._broken = False  # nothing but blanks since the last line break
        self._closed = -1  # pieces there were when the last inline element ended
        self._link_end = -1  # pieces there were when the last link ended
        self._links = 0  # depth inside links

    def _within(self, tags: frozenset[str], levels: int, at: int) -> bool:
        """Whether an element, or one above it, so many of them looked at, is one of those."""
        for _ in range(levels):
            if self.tags[at] in tags:
                return True
            at = self.parents[at]
        return False

    def _meets(self) -> bool:
        """Whether an inline element that begins now meets one that ends, or a sentence's end, with nothing between."""
        pieces = self._pieces
        return self._closed == len(pieces) or (bool(pieces) and pieces[-1][-1:] in ENDING)

    def _mark_seam(self) -> None:
        """Here an inline element begins or ends: perhaps two words, which a style sheet parts."""
        if self._link_end == len(self._pieces):
            self._link_end += 1
        self._pieces.append(SEAM)

    def _open_link(self) -> None:
        """A link begins: another word where it meets one that ends."""
        self._links += 1
        self._begun += 1
        if self._pieces and self._link_end == len(self._pieces):
            self._pieces.append(" ")  # two links side by side are two words
            self._linked.append(" ")
        elif self._meets():
            self._mark_seam()

    def _flush(self) -> None:
        """The run of text at its end: a block, or several where it has joints."""
        if self._joints:
            self._part()
            return
        if self._breaks:
            breaks, self._breaks = self._breaks, []
            links = self._begun >= FEWEST_LINKS and self._lists_links(breaks)
            if links or self._says_title(breaks) or self._leads_on(breaks):
                self._joints = breaks
                self._part()
                return
        text = "".join(self._pieces)
        if SEAM in text:
            text = text.replace(SEAM, "") if self._within(CODE, 4, self._inner) else parted(text)
        self._pieces = []
        self._pressed = ""
        self._broken = False
        self._link_end = self._closed = -1
        linked = len(" ".join("".join(self._linked).split())) if self._linked else 0
        self._linked = []
        begun, self._begun = self._begun, 0
        folded = " ".join(text.split())
        if not folded.strip(UNSEEN) or (folded[0] in RULES and draws_rule(folded)):
            return
        if self.blocks and len(self.blocks[-1][0]) == 1 and self._begins_large(folded):
            folded = self.blocks.pop()[0] + folded
        if linked or "\n\n" not in text or not self._preformatted():
            self.blocks.append((folded, self._inner, min(linked, len(folded)), begun))
            return
        for part in BLANK_LINE.split(text):
            if part.strip():
                self.blocks.append((" ".join(part.split()), self._inner, 0, 0))

    def _begins_large(self, text: str) -> bool:
        """Whether the last block, of one character, is the first letter of a text, set large beside it."""
        letter, at, linked, _ = self.blocks[-1]
        if not letter.isupper() or letter in WORDS_OF_ONE or linked or self._within(HEADED, 3, at):
            return False
        return text[0].islower() and text[0] != letter.lower() and len(text) >= OPENING

    def _part(self) -> None:
        """A block for each part of the run between its joints, which may have line breaks of its own."""
        joints, pieces, linked, begun = self._joints, self._pieces, self._linked, self._begun
        breaks, at = self._breaks, 0
        self._joints = []
        last = Joint(0, 0, 0, self._inner)
        for joint in (*joints, Joint(len(pieces), len(linked), begun, 0)):
            self._pieces, self._linked = pieces[last.pieces : joint.pieces], linked[last.linked : joint.linked]
            self._begun, self._inner = joint.begun - last.begun, last.inner
            self._breaks = []
            while at < len(breaks) and breaks[at].pieces < joint.pieces:
                if breaks[at].pieces > last.pieces:
                    self._breaks.append(breaks[at].behind(last))
                at += 1
            last = joint
            self._flush()

    def _says_title(self, breaks: list[Joint]) -> bool:
        """Whether the first line of the run is the page's title, or most of it without the site's name: author, date
        and lead stand below."""
        first = squashed("".join(self._pieces[: breaks[0].pieces]))
        return len(first) >= TITLE and 2 * len(first) >= len(self.longest) and first in self.title

    def _lists_links(self, breaks: list[Joint]) -> bool:
        """Whether the lines of the run are a list of links with words between, as pages without lists have them: not
        a text that has links in it, and not a menu, which is one block."""
        linked = others = 0
        for text, link in self._lines(breaks):
            if link >= LINKED * len(text):
                linked += len(text) > 1
            else:
                others += 1
        return linked >= FEWEST_LINKS and 0 < others <= OTHERS * linked

    def _leads_on(self, breaks: list[Joint]) -> bool:
        """Whether one line of few in the run is a link as a whole, as another story's headline is above its summary."""
        if self._begun != 1 or len(breaks) >= LEADING:
            return False
        folded = ((" ".join(text.split()), link) for text, link in self._lines(breaks))
        leading = next((text for text, link in folded if text and link >= WHOLE * len(text)), "")
        return leading.count(" ") >= 2

    def _lines(self, breaks: list[Joint]) -> Iterator[tuple[str, int]]:
        """Each line of the run, and how many of its characters are links."""
        last = Joint(0, 0, 0, 0)
        for line in (*breaks, Joint(len(self._pieces), len(self._linked), 0, 0)):
            text = "".join(self._pieces[last.pieces : line.pieces])
            yield text, sum(map(len, self._linked[last.linked : line.linked]))
            last = line

    def _preformatted(self) -> bool:
        return self._within(PREFORMATTED, 4, self._inner)
