"""The tree walk: a parser's events become blocks of text and the elements that hold them, without a tree in memory."""

from __future__ import annotations

import re
from collections.abc import Mapping

Attributes = Mapping[str, str]


INLINE, BLOCK, LINK, CELL, ROW, SKIP, VOID, BREAK, RULE, META = range(10)
"""What an element does to the text around it; from VOID on, it has no content. Plain numbers: the hot path."""


def _kinds(table: dict[int, str]) -> dict[str, int]:
    return {tag: kind for kind, tags in table.items() for tag in tags.split()}


KINDS = _kinds(
    {
        INLINE: "abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark marquee nobr q "
        "rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var math",
        BLOCK: "address article aside blockquote body caption center colgroup dd details dialog dir div dl dt "
        "fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup html legend li listing "
        "main map menu nav noscript object ol p picture plaintext pre search section summary table tbody tfoot thead "
        "ul xmp "
        # of XML, as extractors and feeds write it
        "ab cell content description entry item list quote row",
        LINK: "a",
        CELL: "td th",
        ROW: "tr",
        SKIP: "applet audio button canvas datalist iframe meter noembed noframes optgroup option "
        "output progress script select style svg template textarea title video",
        VOID: "area base basefont bgsound col embed frame img input keygen link param source track wbr",
        BREAK: "br lb",
        RULE: "hr",
        META: "meta",
    }
)
FRAGILE = frozenset(
    {"applet", "audio", "button", "canvas", "datalist", "meter", "optgroup", "option", "output", "progress"}
    | {"select", "svg", "video"}
)
"""Elements passed over that authors forget to close. What cannot stand in them, ends them."""
RESUMING = frozenset(
    ["article", "aside", "footer", "h1", "h2", "h3", "header", "main", "nav", "ol", "p", "section", "table", "ul"]
)
LONG_CELL = 400
"""Characters in a table's row from which the next cell is a block of its own: a page laid out as a table."""
BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def kind_of(tag: str) -> int:
    """The kind of a tag. Authors' own elements (those with a hyphen) are boxes; other unknown tags are inline."""
    return KINDS.get(tag) or (BLOCK if "-" in tag else INLINE)


class Walk:
    """A target for `lxml.etree.HTMLParser`: takes its events, one page each.

    parents, tags, attributes: of each element, in source order; element 0 is the document. Lists of values, not
    of tuples, which the garbage collector would have to visit.
    blocks: (text, innermost element at its first letter, visible characters in links, links that begin in it).
    captured: (tag, attributes, text) of titles, JSON-LD scripts and `<noframes>`; metas: attributes of `<meta>`.
    """

    __slots__ = (
        "_at", "_begun", "_broken", "_capture", "_held", "_inner", "_link_end", "_linked", "_links", "_pieces", "_row",
        "_skip", "attributes", "blocks", "captured", "metas", "parents", "tags",
    )  # fmt: skip

    def __init__(self) -> None:
        self.parents: list[int] = [0]
        self.tags: list[str] = [""]
        self.attributes: list[Attributes] = [{}]
        self.blocks: list[tuple[str, int, int, int]] = []
        self.captured: list[tuple[str, Attributes, str]] = []
        self.metas: list[Attributes] = []
        self._at = 0
        self._pieces: list[str] = []
        self._linked: list[str] = []
        self._inner = 0
        self._skip = 0  # depth inside an element that is passed over
        self._held: list[tuple[str, Attributes]] | None = None  # what is open in there, where it may end early
        self._capture: tuple[str, Attributes, list[str]] | None = None
        self._links = 0  # depth inside links
        self._begun = 0  # links that began in the block
        self._broken = False  # nothing but blanks since the last line break
        self._row = 0  # blocks before the present table row
        self._link_end = -1  # pieces there were when the last link ended

    def start(self, tag: str, attributes: Attributes) -> None:
        if self._skip:
            self._skip += 1
            if self._held is not None:
                self._hold(tag, attributes)
            return
        try:
            kind = KINDS[tag]
        except KeyError:
            kind = kind_of(tag)
        if attributes and self._pieces and attributes.get("role") == "tooltip":
            self._pass_over(tag, attributes)  # a card shown on hovering, in the middle of a sentence
            return
        if kind == BLOCK:
            if self._pieces:
                self._flush()
        elif kind:
            if kind >= SKIP:
                self._odd(kind, tag, attributes)
                return
            if kind == LINK:
                if "href" in attributes:
                    self._open_link()
            else:
                self._open_cell(kind)
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
            return  # of an element without content
        try:
            kind = KINDS[tag]
        except KeyError:
            kind = kind_of(tag)
        if kind == LINK:
            if "href" in self.attributes[at]:
                self._links -= 1
                self._link_end = len(self._pieces)
        elif kind and kind != CELL and self._pieces:
            self._flush()
        self._at = self.parents[at]

    def data(self, text: str) -> None:
        if self._skip:
            if self._capture is not None:
                self._capture[2].append(text)
            return
        if not self._pieces:
            if text.isspace():
                return
            self._inner = self._at
        elif self._broken and not text.isspace():
            self._broken = False
        self._pieces.append(text)
        if self._links:
            self._linked.append(text)

    def close(self) -> None:
        if self._pieces:
            self._flush()

    def _open_link(self) -> None:
        self._links += 1
        self._begun += 1
        if self._pieces and self._link_end == len(self._pieces):
            self._pieces.append(" ")  # two links side by side are two words
            self._linked.append(" ")

    def _open_cell(self, kind: int) -> None:
        if kind == ROW:
            if self._pieces:
                self._flush()
            self._row = len(self.blocks)
        elif self._pieces:
            if len(self.blocks) > self._row or sum(map(len, self._pieces)) > LONG_CELL:
                self._flush()
            else:
                self._pieces.append(" ")

    def _hold(self, tag: str, attributes: Attributes) -> None:
        """An element inside a fragile one that is passed over: perhaps the author forgot an end."""
        assert self._held is not None
        if tag not in RESUMING:
            self._held.append((tag, attributes))
            return
        held, self._held, self._skip = self._held, None, 0
        for name, others in held:  # their ends will come
            self._reopen(name, others)
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
        if kind == SKIP:
            self._pass_over(tag, attributes)
            if tag in {"title", "noframes"} or (tag == "script" and "ld+json" in attributes.get("type", "").lower()):
                self._capture = (tag, attributes, [])
        elif kind == BREAK:
            if self._pieces:
                if self._broken:
                    self._flush()
                else:
                    self._pieces.append("\n")
                    self._broken = True
        elif kind == RULE:
            if self._pieces:
                self._flush()
        elif kind == META:
            self.metas.append(attributes)

    def _pass_over(self, tag: str, attributes: Attributes) -> None:
        """Nothing up to the element's end is read; where authors forget that end, up to what cannot stand in it."""
        self._skip = 1
        self._held = [(tag, attributes)] if tag in FRAGILE or kind_of(tag) < SKIP else None

    def _release(self) -> None:
        assert self._capture is not None
        tag, attributes, pieces = self._capture
        self.captured.append((tag, attributes, "".join(pieces)))
        self._capture = None

    def _flush(self) -> None:
        text = "".join(self._pieces)
        self._pieces = []
        self._broken = False
        self._link_end = -1
        linked = len(" ".join("".join(self._linked).split())) if self._linked else 0
        self._linked = []
        begun, self._begun = self._begun, 0
        folded = " ".join(text.split())
        if not folded.strip(UNSEEN):
            return
        if linked or "\n\n" not in text or not self._preformatted():
            self.blocks.append((folded, self._inner, min(linked, len(folded)), begun))
            return
        for part in BLANK_LINE.split(text):
            if part.strip():
                self.blocks.append((" ".join(part.split()), self._inner, 0, 0))

    def _preformatted(self) -> bool:
        at = self._inner
        for _ in range(4):
            if self.tags[at] in {"pre", "listing", "plaintext", "xmp"}:
                return True
            at = self.parents[at]
        return False
