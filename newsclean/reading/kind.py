"""Kind: is a source HTML, Markdown or plain text? HTML and Markdown only with clear marks of their own."""

from __future__ import annotations

import re
from itertools import islice

from newsclean.reading.code import as_if_without, code_spans
from newsclean.reading.controls import CONTROL, without_controls
from newsclean.reading.front_matter import front_matter
from newsclean.reading.link_numbers import without_link_numbers
from newsclean.reading.literals import as_written, is_literal, is_named, with_line_breaks
from newsclean.reading.pieces import FILLED_LINE, INLINE_NAMES, has, is_piece
from newsclean.reading.raw_html import without_tags
from newsclean.reading.tables import has_table

HEAD = 4096
# possessive throughout: many comments, or blanks, could else be matched in endless many ways before the match fails
DOCUMENT = re.compile(
    r"\s*+(?>(?:<\?xml[^>]*+>|(?><!--.*?-->))\s*+)*+"
    # a sentence may begin with "<body>", but not with its attributes or with a second tag right behind
    r"<(?:!doctype\s*+html\b|(?:html|head|body|frameset)(?:\s++[\w:-]++\s*+=|(?:\s[^<>]*+)?+>\s*+(?:<[a-z!]|\Z)))",
    re.I | re.S,
)
ELEMENT = re.compile(
    r"\s*+<(?:!--|\?xml\s|(?:html|head|body|article|main|section|div|p|h[1-6]|ul|ol|table|header|meta|link|script|title|span"
    r"|a|img|br|figure)[\s>/]|([a-z][\w:-]{0,60})[\s>/])",
    re.I,
)
"""An element at the beginning; the group is a name that may be a word in a text, unless it is closed somewhere."""
CLOSED = re.compile(r"</(?:p|div|article|section|h[1-6]|ul|ol|table|body|html|head|main|span|a)\s*>", re.I)
SCRIPT = re.compile(r"<script[\s>]", re.I)
TAG = re.compile(r"</?[a-z][\w:-]{0,60}[\s>/]", re.I)
FEW_TAGS = 0.002
"""Tags a character below which a source that has code, and no element that it stands in, has its tags in that code."""
HEADING = re.compile(r"^#{1,6} \S", re.M)
UNDERLINED = re.compile(r"(?:\A|\n\n)[^\s#>|*=-][^\n]{2,150}\n(?:={4,}|-{4,})[ \t]*(?=\n\n|\Z)")
"""A heading by the line below it."""
HEADINGS = {HEADING: ("# ",), UNDERLINED: ("\n====", "\n----")}
"""What a source has that holds one, and most have not: to look for that takes far less time than for the pattern."""
BESIDE = re.compile(
    r"^(?:> ?\S|(?:\* ?\* ?\*|- ?- ?-|_ ?_ ?_)[ \t]*$)|(?<![\w*])\*[^\s*][^*\n]{1,300}\*(?![\w*])", re.M
)
"""A quotation, a rule or emphasis: beside a heading they are Markdown's."""
ITEM = re.compile(r"^ {0,3}[-*+] +\S", re.M)
BROKEN = re.compile(r"[^\s\\]\\\r?\n(?=[^\W\d_])")
"""A line that a backslash breaks within its paragraph."""
FEWEST_ITEMS, FEWEST_BROKEN = 2, 3
LINK = re.compile(r"\[[^\[\]\n]{1,300}\]\((?:https?:|/|#|www\.|mailto:)[^()\s]{0,2000}\)")
REFERENCE = re.compile(r"(?<=[^\d\[\]\s])\s?\]\[\d{1,4}\]")
FENCE = re.compile(r"^[ \t]*:{3,}(?:[ \t]\S.*)?$", re.M)
FEWEST_REFERENCES, FEWEST_FENCES = 3, 2
"""Links by number that Markdown has at least; one or two may be notes. Fences of pandoc's divs."""
STRONG = re.compile(r"(?<!\w)\*\*[^\s*][^*\n]{0,300}\*\*(?!\w)")
SHOWN = re.compile(r"<(script|style|pre|textarea|code)\b.*?(?:</\1\s*>|\Z)", re.I | re.S)
ANY_TAG = re.compile(r"<[a-z/!][^<>]{0,20000}>", re.I)
ELEMENTS_FOR_MARKS = re.compile(r"<(?:p|h[1-6])[\s>]", re.I)
FEWEST_MARKS, MARKS_FOR_ELEMENTS = 2, 2
"""Marks of Markdown that stand between tags at least, and how many paragraphs and headings there may be for each: of
2,483 pages of HTML seven have such a mark, and one of them, whose words are a song's, more than one for four."""
_INLINE = rf"(?:br|img|{INLINE_NAMES})"
GAP = re.compile(
    rf"(?:[^>\s]|</{_INLINE}\s*>|<(?:br|img)\b[^<>]{{0,4000}}>)[ \t\r]*+\n[ \t\r]*+\n\s*+(?=[^<\s]|<{_INLINE}[\s>/])",
    re.I,
)
"""A blank line within text, which parts nothing in HTML."""
BLOCK = re.compile(r"<(?:p|div|li|h[1-6]|tr|td|article|section|ul|blockquote)[\s>]", re.I)
FEWEST_GAPS, GAPS_FOR_BLOCKS = 2, 2
"""Such lines at least, and how many elements that part text there may be for each: on 1,501 bodies of pages there are
three or more for each of them."""
INLINE_TAG = re.compile(r"</(?:a|b|blockquote|em|h[1-6]|i|li|p|span|strong|u)\s*>|<br\s*/?>", re.I)
PARTED = re.compile(r"<br\s*+/?+>\s*+<br\s*+/?+>", re.I)
"""What parts two paragraphs, where a text has no line breaks."""
FEWEST_TAGS, FEWEST_LINES, LINES_FOR_TAGS = 2, 4, 10
"""Tags and lines that a text with tags has at least, and how many lines there may be for each tag; fewer tags came
along with a page, and a text on one line is read for the lines that it lost, but where tags part its paragraphs."""
FEWEST_BLOCKS, SHARE_OF_TAGS = 10, 0.1
"""Elements that part text, and the share of its characters in tags, that HTML has at least which begins with text: what
is written about HTML shows fewer."""
LOOKED_AT = 200_000
"""Characters that are searched for marks."""


def find_kind(source: str) -> str:
    """ "html", "markdown" or "text".

    HTML must open as a document does, or open with an element and close many, or show many that part its text, or be a
    piece of a document; so must what a literal stands for. A text that mentions a tag stays text. Markdown must show
    links, or headings with emphasis, links, quotations, rules or a list beside them, or lines broken by backslashes, or
    a table with a row that delimits its heads, or begin with front matter, or have tags all along.
    """
    source = source[:LOOKED_AT].lstrip("\ufeff\x00")
    if (is_named(source) or is_literal(source)) and (written := as_written(source)) != source:
        return "html" if find_kind(written) == "html" else "text"
    if DOCUMENT.match(source[:HEAD]):
        return "html"
    if CONTROL.search(source, 0, HEAD) and find_kind(without_controls(source)) == "html":
        return "html"
    opening = ELEMENT.match(source)
    if opening and f"</{opening[1] or ''}" in source and _mostly_markup(source):
        return "markdown" if _marked_between(source) else "html"
    parts = (is_so for is_so in (is_piece, _is_inner) if is_so(source))
    if any(is_so(_without_code(source, without_tags(source))) for is_so in parts) and not _marked_between(source):
        return "html"
    source = without_link_numbers(with_line_breaks(source)).replace("\r\n", "\n")
    if front_matter(source) is not None:
        return "markdown"
    marked = any(is_so(source) and is_so(_without_code(source)) for is_so in (_marked, _tagged))
    return "markdown" if marked else "text"


def _without_code(source: str, searched: str = "") -> str:
    """A source without its code, or without that of a text of the same length."""
    return as_if_without(source, code_spans(searched or source)) if "{" in source else source


def _marked(source: str) -> bool:
    links = sum(1 for _ in LINK.finditer(source)) if "](" in source else 0
    references = sum(1 for _ in REFERENCE.finditer(source)) if "][" in source else 0
    links += references if references >= FEWEST_REFERENCES else 0
    links += 2 * (source.count(":::") >= FEWEST_FENCES <= sum(1 for _ in FENCE.finditer(source)))
    kinds = [kind for kind, signs in HEADINGS.items() if any(sign in source for sign in signs)]
    headings = sum(1 for kind in kinds for _ in kind.finditer(source))
    if links >= 2 or headings >= 2 or ("\\" in source and has(BROKEN, source, FEWEST_BROKEN)) or has_table(source):
        return True
    if headings != 1:
        return False
    return links == 1 or has(STRONG, source) or has(BESIDE, source) or has(ITEM, source, FEWEST_ITEMS)


def _marked_between(source: str) -> bool:
    """Whether Markdown's marks, or its blank lines between paragraphs, stand between the tags: a converter left in what
    Markdown has no mark for, or an editor's text has tags where it needs them."""
    written = SHOWN.sub("", source)
    words = ANY_TAG.sub("", written)
    marks = sum(1 for mark in (HEADING, LINK) for _ in mark.finditer(words))
    if marks >= FEWEST_MARKS and MARKS_FOR_ELEMENTS * marks > sum(1 for _ in ELEMENTS_FOR_MARKS.finditer(source)):
        return True
    gaps = sum(1 for _ in GAP.finditer(written))
    return gaps >= FEWEST_GAPS and GAPS_FOR_BLOCKS * gaps > sum(1 for _ in BLOCK.finditer(written))


def _is_inner(source: str) -> bool:
    """Whether a source that does not begin with a tag is HTML: what stands in an element, or behind a cut."""
    if source.count("</") < FEWEST_BLOCKS:
        return False
    written = SHOWN.sub("", source)
    blocks = sum(1 for _ in islice(BLOCK.finditer(written), FEWEST_BLOCKS))
    tags = sum(len(tag[0]) for tag in ANY_TAG.finditer(written))
    return blocks == FEWEST_BLOCKS and tags > SHARE_OF_TAGS * len(written)


def _tagged(source: str) -> bool:
    """Whether a text that does not begin with a tag has some all along: they are marks, and its paragraphs a text's."""
    if "<" not in source:
        return False
    tags = INLINE_TAG.findall(source)
    lines = sum(1 for _ in FILLED_LINE.finditer(source)) + sum(not tag.startswith("</") for tag in tags)
    enough = lines >= FEWEST_LINES or PARTED.search(source) is not None
    return len(tags) >= FEWEST_TAGS and enough and lines <= LINES_FOR_TAGS * len(tags)


def _mostly_markup(source: str) -> bool:
    closed = sum(1 for _ in CLOSED.finditer(source))
    if not (closed >= 2 or (closed >= 1 and len(source) < 500)):
        return False
    tags = sum(1 for _ in TAG.finditer(source))
    return tags >= FEW_TAGS * len(source) or SCRIPT.search(source) is not None or not code_spans(source)
