"""Markdown → document: as plain text, but links, headings and emphasis are known for what they are."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from newsclean.reading.code import code_spans, overlap, without_code
from newsclean.reading.document import Document, Marks
from newsclean.reading.front_matter import front_matter
from newsclean.reading.hard_breaks import broken_by, end_of
from newsclean.reading.joins import APART, JOINED, NEXT_LINE, NEXT_ROW, broken_joins
from newsclean.reading.laid_out import without_layout
from newsclean.reading.lines import ITEM, Line, filled, split_lines
from newsclean.reading.link_numbers import without_citations
from newsclean.reading.literals import with_line_breaks
from newsclean.reading.markdown_paragraphs import paragraphs
from newsclean.reading.pandoc import without_attributes
from newsclean.reading.quotes import depth, unquoted, without_signs_within
from newsclean.reading.raw_html import as_marks, unbroken, unread_tags, without_tags
from newsclean.reading.references import unescaped
from newsclean.reading.tables import find_tables
from newsclean.reading.text import document
from newsclean.reading.touching import parted

# possessive and bounded: linear whatever comes. A link's text may hold two pairs of brackets, its address one pair, and
# blanks where the address was wrapped at a hyphen.
ADDRESS = r"[^()\s]{0,4000}(?:(?<=-) [^()\s]{1,4000}){0,40}"
TITLE = r"(?:\s+\"[^\"\n]{0,500}\")?"
IMAGE = re.compile(rf"!\[([^\[\]\n]{{0,2000}})\]\({ADDRESS}{TITLE}\)")
THUMB = re.compile(rf"\[\s*{IMAGE.pattern}")
LINK = re.compile(
    r"\[((?:[^\[\]\n]*+\[[^\[\]\n]{0,200}+\]){0,2}+[^\[\]\n]*+)\]"
    rf"\({ADDRESS}(?:\([^()\s]{{0,200}}\)[^()\s]{{0,500}})?{TITLE}\)"
)
REFERENCE = re.compile(r"(\[[^\[\]\n]{0,1000}|(?<=\(#\))\s{0,9})\]\[\d{1,4}\]")
"""A link whose address stands elsewhere, under a number; a picture may stand in it."""
NOTE = re.compile(r"\[[\s,.–-]*+\d[\s\d,.–-]*+$")
DEFINITION = re.compile(
    r"^[ \t]{0,8}\[\d{1,4}\]:[ \t]+(?:(?:[a-z][a-z+.-]{1,20}:|/)\S[^\n]*"
    r"|(?:<[^>\n]*>|(?=\S*(?:[/#?]|\.\w))\S+)(?:[ \t]+(?:\"[^\n]*\"|'[^\n]*'|\([^\n]*\)))?[ \t\r]*)$",
    re.M,
)
"""The address that stands there, and a title: a note may begin like it. Converters leave blanks in addresses."""
OPENING = re.compile(r"^((?:[-*+] |\d{1,2}[.)] )?)\[(?=[^\[\]]*$)")
CLOSING = re.compile(rf"\]\({ADDRESS}{TITLE}\)")
# of a card or an item, the heading stands behind its opening
HEADING = re.compile(r"((?:[-*+] |\d{1,2}[.)] )?\[?)(#{1,6})(?:\s+(?=\S)|$)")
EMPHASIS = re.compile(r"(?<![\w\\])(\*\*\*|\*\*|\*|___|__|_)(?=\S)|(?<=[^\s\\])(\*\*\*|\*\*|\*|___|__|_)(?!\w)")
STRONG = re.compile(r"(?<![\w\\])(\*\*\*?|__)(?=\S)([^*_\n]{1,2000})\1")
ITALIC = re.compile(r"(?<![\w\\*_])([*_])(?=[^\s*_])([^*_\n]{1,2000})\1(?![\w*_])")
ESCAPED = re.compile(r"\\([^\w\s])")
RULE = re.compile(r"[-*_=+|: \t]+$")
"""A line that parts others: a rule, the underline of a heading or of a table's head."""
FENCE = re.compile(r"(?:`{3,}|~{3,})[ \t]*[\w+#.-]*$")
UNDERLINE = re.compile(r"(?:={3,}|-{3,})$")
LINKED = 12
"""Blocks that one link may hold, at most."""
LONG_HEADING = 200
"""A longer line above a row of hyphens is a paragraph above a rule."""
PLAIN = re.compile(r"[^\[\]*_#>|`!\\&]*$")


class Edges(NamedTuple):
    """Whether a line opens a link that it does not close, and closes one that it did not open: a card is one link."""

    opens: bool = False
    closes: bool = False


NOTHING = Marks()
"""What no marks tell."""
WITHOUT = Edges()


def read_markdown(source: str) -> Document:
    """The blocks of a Markdown text; evidence sees the visible words, the output keeps the source's own."""
    given = without_citations(source)
    cited, source = given is not source, unbroken(without_attributes(without_layout(with_line_breaks(given))))
    front = front_matter(source)
    read = _lines_below(source, front.end if front is not None else 0, cited)
    whole, width = paragraphs(source, parted(source, read))
    broken = broken_by(source, whole)
    lines, marks, at = _with_words(source, whole, broken)
    joins = _joins(lines, marks, at, find_tables(whole), broken)
    uncut = len(source) + 1  # a cut could part a link's halves
    if cited:  # few of its links are seen to be some: it is to be scored as text
        marks = [mark._replace(links=0) for mark in marks]
    doc = document(given, lines, joins, width, uncut, marks)
    return replace(doc, source=without_signs_within(given, doc.spans), front=front)


def _lines_below(source: str, start: int, cited: bool) -> list[Line]:
    """The lines from a place on, without what no reader sees. cited: whether citations were taken out of them."""
    read = [line for line in split_lines(source) if line.start >= start]
    read = filled(read) if cited else read
    if spans := _unread(source):
        read, behind = without_code(read, source, spans)
        read = [line._replace(blanks=max(line.blanks, 1)) if line.start in behind else line for line in read]
    return read


def _with_words(source: str, whole: list[Line], broken: list[bool]) -> tuple[list[Line], list[Marks], list[int]]:
    """The lines that show words, with these for their text; what their marks tell; and which of all lines they are.

    broken: whether each line stands behind a hard break.
    """
    lines: list[Line] = []
    marks: list[Marks] = []
    at: list[int] = []
    gap = 0  # what a rule or an empty image leaves behind is no block, but parts its neighbours like a blank line
    above = NOTHING  # the images in it, and the level of a heading that held nothing
    opened = -LINKED  # the block in which a link was opened that no block closed yet
    for i, line in enumerate(whole):
        text, mine, link = visible(_with_addresses(as_marks(line.text)))
        if link.closes and len(lines) - opened < LINKED:
            held = enumerate(marks[opened:], opened)
            marks[opened:] = [mark._replace(links=len(lines[block].text), card=1) for block, mark in held]
            mine = mine._replace(links=len(text), card=1)
        opened = len(lines) if link.opens else -LINKED if link.closes else opened
        if text and not RULE.match(text) and not FENCE.match(line.text):
            if above is not NOTHING:
                heading, thumbs = mine.heading or above.heading, mine.thumbs + above.thumbs
                mine = mine._replace(heading=heading, image_above=above.images, thumbs=thumbs)
            blanks = max(line.blanks, gap, int(mine.heading > 0))
            end = end_of(source, line) if i + 1 < len(whole) and broken[i + 1] else line.end
            lines.append(Line(line.start, end, blanks, line.indent, line.trailing, text))
            marks.append(mine)
            at.append(i)
            gap, above = 0, NOTHING
        else:
            if lines and not line.blanks and not gap and UNDERLINE.match(text) and _may_be_heading(lines[-1].text):
                marks[-1] = marks[-1]._replace(heading=marks[-1].heading or 1 + (text[0] == "-"))
            images, thumbs = above.images + mine.images, above.thumbs + mine.thumbs
            gap, above = 1, Marks(heading=mine.heading, images=images, thumbs=thumbs)
    return lines, marks, at


def _joins(lines: list[Line], marks: list[Marks], at: list[int], tables: list[int], broken: list[bool]) -> list[int]:
    """How each line that shows words stands to the one before: headings and tables apart, rows and what stands behind a
    hard break on lines of their own.

    at: which of all lines they are, of each of which `find_tables` and `broken_by` tell.
    """
    joins = broken_joins(lines, marked=True)
    for i in range(1, len(lines)):
        before, own = at[i - 1], at[i]
        if marks[i].heading or marks[i - 1].heading or (tables[own] > 0) != (tables[before] > 0):
            joins[i] = APART
        elif tables[own] and tables[own] == tables[before]:
            joins[i] = NEXT_ROW
        elif broken[own] and before == own - 1 and (joins[i] != JOINED or _lists_links(i, lines, marks)):
            joins[i] = NEXT_LINE
    return joins


def _lists_links(i: int, lines: list[Line], marks: list[Marks]) -> bool:
    """Whether a line behind a hard break, or the one before it, is a link for the most part, and it begins anew."""
    links = any(
        2 * mark.links >= len(line.text) for line, mark in zip(lines[i - 1 : i + 1], marks[i - 1 : i + 1], strict=True)
    )
    return links and not lines[i].text[0].islower()


def _unread(source: str) -> list[tuple[int, int]]:
    """(start, end) of what no reader sees: code that came along, tags, and the addresses of links by number."""
    code = code_spans(without_tags(source))
    addresses = [match.span() for match in DEFINITION.finditer(source)] if "]:" in source else []
    unread = sorted([*code, *(span for span in addresses if not overlap(code, *span))])
    return sorted([*unread, *(span for span in unread_tags(source) if not overlap(unread, *span))])


def _with_addresses(text: str) -> str:
    """Links by number as links, pictures in them first; figures in brackets before others are notes."""
    for _ in range(2 if "][" in text else 0):
        text = REFERENCE.sub(lambda match: match[0] if NOTE.match(match[1]) else match[1] + "](#)", text)
    return text


def _may_be_heading(text: str) -> bool:
    return len(text) <= LONG_HEADING and not ITEM.match(text)


def visible(text: str) -> tuple[str, Marks, Edges]:
    """The words that a reader sees of one line, what its marks tell, and whether it has one half of a link."""
    if PLAIN.match(text):
        return text, NOTHING, WITHOUT
    quoted = level = thumbs = strong = emphasis = 0
    pictures, links = list[str](), list[str]()
    text = text.removesuffix("\\")
    if text[:1] == ">":
        quoted, text = depth(text), unquoted(text)
    if "#" in text and (match := HEADING.match(text)):
        level, text = len(match[2]), match[1] + text[match.end() :].rstrip("# ")
    if "![" in text:
        thumbs = len(THUMB.findall(text))
        pieces = IMAGE.split(text)  # texts and what is said of the pictures between them
        text, pictures = " ".join(pieces[::2]), pieces[1::2]
    if "](" in text:
        pieces = LINK.split(text)
        text, links = "".join(pieces), pieces[1::2]
    closes = "](" in text and CLOSING.search(text) is not None
    text = CLOSING.sub(" ", text) if closes else text
    opens = "[" in text and OPENING.search(text) is not None
    text = OPENING.sub(r"\1", text) if opens else text
    if "*" in text or "_" in text:
        strong, emphasis = (sum(len(match[2]) for match in kind.finditer(text)) for kind in (STRONG, ITALIC))
        text = EMPHASIS.sub("", text)
    cells = text.count("|")
    text = text.replace("`", "").replace("|", " ")
    text = unescaped(ESCAPED.sub(r"\1", text) if "\\" in text else text)
    linked, said = sum(len(link.strip()) for link in links), sum(map(len, pictures))
    marks = Marks(level, linked, len(links), len(pictures), said, 0, thumbs, strong, emphasis, quoted, cells)
    return " ".join(text.split()), marks, Edges(opens, closes)
