"""The tree walk: a parser's events become blocks of text and the elements that hold them, without a tree in memory."""

from __future__ import annotations

from newsclean.reading.buttons import Buttons
from newsclean.reading.elements import (
    BLOCK,
    BREAK,
    CELL,
    FRAGILE,
    HEADED,
    INLINE,
    KINDS,
    LINK,
    META,
    OWN,
    READINGS,
    RESUMING,
    ROW,
    RUBY,
    RULE,
    SHADOW,
    SKIP,
    WORDS,
    kind_of,
)
from newsclean.reading.runs import Attributes, Joint
from newsclean.reading.seams import ENDING
from newsclean.reading.unread import LONGEST, is_card, is_unread
from newsclean.titles import longest_part, squashed

PHRASES = frozenset({INLINE, LINK, OWN})
UNSAID = frozenset({"script", "style"})
"""Elements whose text is no text of what they stand in."""
PARTING = frozenset({BLOCK, BREAK, CELL, ROW})
UNREAD = "unread"
"""What is captured of an element that is passed over and may yet be long enough to be read."""


class Walk(Buttons):
    """A target for `lxml.etree.HTMLParser`: takes its events, one page each.

    captured: (tag, attributes, text) of titles, JSON-LD scripts and `<noframes>`; metas: attributes of `<meta>`.
    """

    __slots__ = ("_capture", "_held", "_skip", "captured", "metas")

    def __init__(self) -> None:
        super().__init__()
        self.captured: list[tuple[str, Attributes, str]] = []
        self.metas: list[Attributes] = []
        self._skip = 0  # depth inside an element that is passed over
        self._held: list[tuple[str, Attributes]] | None = None  # what is open in there, where it may end early
        self._capture: tuple[str, Attributes, list[str]] | None = None

    def start(self, tag: str, attributes: Attributes) -> None:
        if self._skip:
            self._skip += 1
            if self._held is not None:
                self._hold(tag, attributes)
            return
        if attributes and self._pieces and is_card(attributes):
            self._pass_over(tag, attributes)  # a card shown on hovering, in the middle of a sentence
            return
        try:
            kind = KINDS[tag]
        except KeyError:
            kind = OWN if "-" in tag and self._is_phrase() else kind_of(tag)
        if attributes and self._pieces and self._hides(kind, tag, attributes):
            return
        if kind == BLOCK:
            if (self._at != self._fresh[0] or not self._waits(tag)) and self._pieces:
                self._flush()
            if self._own:
                self._are_boxes()
        elif kind:
            if kind >= SKIP:
                if kind == OWN:
                    tag = self._own_tag(tag)
                elif not self._shows(tag, attributes):
                    self._odd(kind, tag, attributes)
                    return
            elif kind == LINK:
                if "href" in attributes:
                    self._open_link()
                elif self._meets():
                    self._mark_seam()
            else:
                self._open_cell(kind)
        elif tag in WORDS:
            if self._meets():
                self._mark_seam()
        elif tag in READINGS and self._within(RUBY, 4, self._at):
            self._pass_over(tag, attributes)
            return
        parents = self.parents
        parents.append(self._at)
        self.tags.append(tag)
        self.attributes.append(attributes)
        self._at = len(parents) - 1

    def end(self, tag: str) -> None:
        if self._skip:
            self._skip -= 1
            if self._held:
                self._held.pop()
            if self._capture is not None and not self._skip:
                self._release()
            return
        at = self._at
        if self.tags[at] != tag:
            tag = tag.replace("-", "_")
            if self.tags[at] != tag:
                return  # of an element without content
            self._own.pop()
        try:
            kind = KINDS[tag]
        except KeyError:
            kind = kind_of(tag)
        if kind == LINK:
            self._closed = len(self._pieces) or -1
            if "href" in self.attributes[at]:
                self._links -= 1
                self._link_end = len(self._pieces)
        elif not kind:
            self._closed = len(self._pieces) or -1
        elif kind != CELL and self._pieces:
            if self._joints or self._waiting:
                self._close_block(kind)
            else:
                self._flush()
        self._at = self.parents[at]

    def data(self, text: str) -> None:
        if self._skip:
            if self._capture is not None and not (self._held and self._held[-1][0] in UNSAID):
                self._capture[2].append(text)
            return
        if not self._pieces:
            if text.isspace():
                return
            self._inner = self._at
            if self._pressed:
                self._go_on(text)
        elif (self._broken or self._pressed) and not text.isspace():
            if self._breaks and self._broken:
                self._breaks[-1].inner = self._at
            self._broken = False
            if self._pressed:
                self._go_on(text)
        elif self._closed == len(self._pieces) and self._pieces[-1][-1:] in ENDING and text[0].isupper():
            self._mark_seam()
        self._pieces.append(text)
        if self._links:
            self._linked.append(text)

    def close(self) -> None:
        if self._pieces:
            self._flush()

    def _hides(self, kind: int, tag: str, attributes: Attributes) -> bool:
        """Whether an element within a sentence is passed over, as nobody sees it."""
        if kind in PHRASES and is_unread(attributes, self._links > 0):
            self._pass_over(tag, attributes)
            self._held = [(tag, attributes)]
            self._capture = (UNREAD, attributes, [])
        return self._skip > 0

    def _shows(self, tag: str, attributes: Attributes) -> bool:
        """Whether an element that is passed over elsewhere is read: a shadow tree that the page's source declares, a
        button that is a heading's text."""
        if tag == "template" and not SHADOW.isdisjoint(attributes):
            if self._pieces:
                self._flush()
            return True
        return tag == "button" and not self._pieces and self._within(HEADED, 3, self._at)

    def _hold(self, tag: str, attributes: Attributes) -> None:
        """An element inside a fragile one that is passed over: perhaps the author forgot an end."""
        assert self._held is not None
        if tag not in RESUMING:
            self._held.append((tag, attributes))
            if self._capture is not None and KINDS.get(tag) in PARTING:
                self._capture[2].append("\n")
            return
        held, self._held, self._skip = self._held, None, 0
        capture, self._capture = self._capture, None
        for name, others in held:  # their ends will come
            self._reopen(name, others)
        if capture is not None and capture[0] == UNREAD:
            self._read_if_long("".join(capture[2]))
        self.start(tag, attributes)

    def _reopen(self, tag: str, attributes: Attributes) -> None:
        if tag == "a" and "href" in attributes:
            self._open_link()
        self.parents.append(self._at)
        self.tags.append(tag)
        self.attributes.append(attributes)
        self._at = len(self.parents) - 1

    def _odd(self, kind: int, tag: str, attributes: Attributes) -> None:
        """An element that is passed over, or has no content."""
        self._use(tag, attributes)
        if kind == SKIP:
            self._pass_over(tag, attributes)
            if (
                tag in {"title", "noframes"}
                or self._is_spoken(tag)
                or self._may_ask(tag, attributes)
                or (tag == "script" and "ld+json" in attributes.get("type", "").lower())
            ):
                self._capture = (tag, attributes, [])
        elif kind == BREAK:
            if self._pieces:
                if self._broken:
                    self._flush()
                else:
                    self._pieces.append("\n")
                    self._broken, self._pressed = True, ""
                    if not self._links:
                        self._breaks.append(Joint(len(self._pieces), len(self._linked), self._begun, self._at))
        elif kind == RULE and self._pieces:
            self._flush()
        elif kind == META:
            self.metas.append(attributes)

    def _pass_over(self, tag: str, attributes: Attributes) -> None:
        """Nothing up to the element's end is read; where authors forget that end, up to what cannot stand in it."""
        self._skip = 1
        self._held = [(tag, attributes)] if tag in FRAGILE or kind_of(tag) < SKIP else None

    def _read_if_long(self, said: str) -> None:
        """What is hidden within a sentence: the rest of a text, where it is long."""
        if len(said) > LONGEST:
            self.data(said)

    def _release(self) -> None:
        assert self._capture is not None
        tag, attributes, pieces = self._capture
        if tag == UNREAD:
            self._read_if_long("".join(pieces))
        elif tag == "button":
            self._release_button(attributes, " ".join("".join(pieces).split()))
        else:
            self.captured.append((tag, attributes, "".join(pieces)))
            if tag == "title" and not self.title:
                title = " ".join("".join(pieces).split())  # of templates' blanks a search for signs makes a square
                self.title, self.longest = squashed(title), squashed(longest_part(title))
        self._capture = None
