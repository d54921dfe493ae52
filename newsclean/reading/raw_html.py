"""Raw HTML in Markdown: tags that a converter left in, since Markdown has no mark for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean.reading.code import Span, overlap

CODE = re.compile(
    r"^(```++|~~~++)(?![^\n]*\{=html\}).*?(?:^\1|\Z)|(?<!`)(`+)(?!`)[^`\n]{1,1000}(?<!`)\2(?!`)", re.M | re.S
)
"""What a Markdown text shows as code, tags as well."""
PARTING = re.compile(
    r"(?P<comment><!--)"
    r"|<(?P<unseen>script|style|svg|template|noscript)\b[^<>]{0,4000}>"
    r"|</?(?P<name>address|article|aside|blockquote|body|button|canvas|caption|center|col|colgroup|dd|details|dialog|div|dl"
    r"|dt|fieldset|figcaption|figure|footer|form|head|header|hgroup|hr|html|iframe|input|label|legend|li|link|main|map|menu"
    r"|meta|nav|noscript|object|ol|option|p|path|picture|script|section|select|source|style|summary|svg|table|tbody|td"
    r"|textarea|tfoot|th|thead|tr|track|ul|video|audio|[a-z]{1,30}(?:-[a-z]{1,30}){1,4})(?=[\s/>])[^<>]{0,20000}>",
    re.I,
)
"""Tags and comments that part what stands before them from what stands behind."""
CLOSED = re.compile(r"</([a-z][a-z0-9-]*+)", re.I)
EMPTY = frozenset({"col", "hr", "input", "link", "meta", "source", "track"})
"""Elements that nothing closes; of all others a tag that is not closed anywhere is a word: "<your-name>", "the <audio>
element"."""
PROBABLE = re.compile(r"</?[a-z]|<!--", re.I)
TAG = re.compile(r"<[a-z][a-z0-9-]{0,60}\s[^<>]{0,20000}>", re.I)
BREAK = re.compile(r"[\n\r]")
LINE_BREAK = re.compile(r"^\|[^\n]*|<br\s{0,3}/?>(?:[ \t]*+\r?\n)?", re.I | re.M)
IMAGE = re.compile(r"<img\b[^<>]{0,4000}>", re.I)
ALT = re.compile(r"\balt\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)')", re.I)
LINK_OPENS = re.compile(r"<a(?=[\s>])[^<>]{0,4000}>", re.I)
LINK_CLOSES = re.compile(r"</a\s*>", re.I)
HEADING = re.compile(r"<h([1-6])(?=[\s>])[^<>]{0,4000}>\s*", re.I)
INLINE = re.compile(
    r"</?(?:abbr|b|bdi|bdo|big|br|cite|code|del|dfn|em|font|h[1-6]|i|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strike"
    r"|strong|sub|sup|time|tt|u|var|wbr)(?=[\s/>])[^<>]{0,4000}>",
    re.I,
)


def unread_tags(source: str) -> list[Span]:
    """(start, end) of the tags in a Markdown text between which its paragraphs stand, in order."""
    if not PROBABLE.search(source):
        return []
    shown = [match.span() for match in CODE.finditer(source)]
    return [span for span in _parting(source) if not overlap(shown, *span)]


def _parting(source: str) -> Iterator[Span]:
    elements = EMPTY | {name.lower() for name in CLOSED.findall(source)}
    unclosed = set()  # what was once looked for in vain is not looked for again
    at = 0
    while match := PARTING.search(source, at):
        at = match.end()
        unseen = "-->" if match["comment"] else (match["unseen"] or "").lower()
        if unseen and unseen not in unclosed:
            closing = re.compile("-->" if match["comment"] else rf"</{unseen}\s*>", re.I).search(source, at)
            at = closing.end() if closing else at
            unclosed |= set() if closing else {unseen}
        if at > match.end() or (match["name"] or "").lower() in elements:
            yield match.start(), at


def unbroken(source: str) -> str:
    """A Markdown text of the same length each of whose tags stands on one line, with line breaks in place of `<br>`."""
    if not PROBABLE.search(source):
        return source
    return LINE_BREAK.sub(_line_break, TAG.sub(lambda match: BREAK.sub(" ", match[0]), source))


def _line_break(match: re.Match[str]) -> str:
    """Two blanks and a line break, which is how Markdown writes one; a row of a table stays as it is."""
    return match[0] if match[0].startswith("|") else f"  \n{' ' * (len(match[0]) - 3)}"


def without_tags(source: str) -> str:
    """A Markdown text of the same length with blanks in place of its tags: an address in one looks like code."""
    return TAG.sub(lambda match: " " * len(match[0]), source) if PROBABLE.search(source) else source


def as_marks(text: str) -> str:
    """A line or a paragraph with Markdown's marks in place of inline tags."""
    if "<" not in text:
        return text
    text = LINK_CLOSES.sub("](#)", LINK_OPENS.sub("[", IMAGE.sub(_image, text)))
    text = HEADING.sub(lambda match: "#" * int(match[1]) + " ", text, count=1)
    return " ".join(INLINE.sub("", text).split())


def _image(match: re.Match[str]) -> str:
    alt = ALT.search(match[0])
    words = (alt[1] or alt[2] or "") if alt else ""
    return f"![{re.sub(r'[][]', ' ', words)}](#)"
