"""Whole pages as text or Markdown, as libraries that keep everything make them of a page's HTML."""

from __future__ import annotations

import random
import textwrap
import warnings
from collections.abc import Callable, Sequence
from copy import copy
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import html as lxml_html

from newsclean.lab.html_blocks import INLINE, tree_of

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

Renderer = Callable[[str], str]
EDGE = "\ufdd0"
"""The edge of a block: no character, which no page may hold."""


def whole_resiliparse(html: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(html, main_content=False, alt_texts=False)


@lru_cache(maxsize=1)
def _soup(html: str) -> BeautifulSoup:
    """The page without what no reader sees. Several kinds of one page are made of it: none may change it."""
    from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)  # XHTML begins as XML does
        soup = BeautifulSoup(html, "lxml")
    for element in soup(["script", "style", "template", "noscript"]):
        element.decompose()
    return soup


def whole_bs4(html: str, separator: str = "\n") -> str:
    return str(_soup(html).get_text(separator))


def whole_bs4_glued(html: str) -> str:
    """`get_text()`: nothing between the texts of two elements but what the page's own source has there."""
    return whole_bs4(html, "")


def whole_bs4_line(html: str) -> str:
    """`get_text(" ", strip=True)`: the whole page on one line, but for line breaks within its texts."""
    return str(_soup(html).get_text(" ", strip=True))


def whole_bs4_glued_line(html: str) -> str:
    """`get_text(strip=True)`: the whole page on one line, nothing between the texts of two elements."""
    return str(_soup(html).get_text(strip=True))


def whole_bs4_pipes(html: str) -> str:
    """`" | ".join(soup.stripped_strings)`: the whole page on one line, but for line breaks within its texts."""
    return str(_soup(html).get_text(" | ", strip=True))


def whole_bs4_pipes_unstripped(html: str) -> str:
    """`get_text("|")`: the page's own white space around them."""
    return whole_bs4(html, "|")


def whole_html2txt(html: str) -> str:
    """trafilatura's `html2txt`: the whole page on one line."""
    import trafilatura

    return str(trafilatura.html2txt(html))


def whole_itertext(html: str) -> str:
    """The text of every element of the body, scripts and styles as well, a line each: lxml's `itertext()`, or
    `//body//text()`."""
    tree = tree_of(html)
    body = tree if tree is None else tree.find("body")
    return "" if body is None else "\n".join(body.itertext())


def whole_body(html: str) -> str:
    """What stands in `<body>`, as HTML without the element itself: `innerHTML`."""
    tree = tree_of(html)
    body = tree if tree is None else tree.find("body")
    if body is None:
        return ""
    return (body.text or "") + "".join(lxml_html.tostring(child, encoding="unicode") for child in body)


def whole_literal(html: str) -> str:
    """What `str(response.content)` is in Python."""
    return str(html.encode("utf-8", "replace"))


def whole_escaped(html: str) -> str:
    """The whole page's text with escapes in place of its line breaks, as they come out of doubly encoded JSON."""
    return whole_resiliparse(html).replace("\n", "\\n")


def whole_text_content(html: str) -> str:
    """lxml's `text_content()`: nothing between the texts of two elements, scripts and styles as well."""
    tree = tree_of(html)
    return "" if tree is None else str(tree.text_content())


def whole_bs4_strip(html: str) -> str:
    """`get_text("\\n", strip=True)`: the same cuts, without the blanks that betray them."""
    return "\n".join(line.strip() for line in whole_bs4(html).splitlines() if line.strip())


def whole_paragraphs(html: str) -> str:
    """`"\\n".join(p.get_text() for p in soup.find_all("p"))`: every paragraph of the page, and nothing else."""
    return "\n".join(element.get_text() for element in _soup(html).find_all("p"))


def whole_headed_paragraphs(html: str) -> str:
    """The same with headings and items of lists among them."""
    return "\n".join(element.get_text() for element in _soup(html).find_all(["h1", "h2", "h3", "h4", "p", "li"]))


def whole_inscriptis(html: str) -> str:
    from inscriptis import get_text

    return str(get_text(html))


def whole_html_text(html: str) -> str:
    import html_text

    return html_text.extract_text(html)


def whole_wrapped(html: str) -> str:
    """The whole page hard-wrapped at one width of 60 to 100, blank lines between blocks."""
    width = random.Random(len(html)).randint(60, 100)
    blocks = [line for line in whole_resiliparse(html).splitlines() if line.strip()]
    return "\n\n".join(textwrap.fill(block, width) for block in blocks)


def whole_bs4_blocks(html: str) -> str:
    """The words of `get_text(" ", strip=True)`, with the line breaks that they lost."""
    soup = copy(_soup(html))
    for element in soup.find_all(lambda tag: tag.name not in INLINE):
        element.insert_before(EDGE)
        element.insert_after(EDGE)
    lines = str(soup.get_text(" ", strip=True)).split(EDGE)
    return "\n".join(line for words in lines if (line := " ".join(words.split())))


def whole_inscriptis_blanks(html: str) -> str:
    """A blank for each line break, as `replace("\\n", " ")` leaves it: of blank lines several are left."""
    return whole_inscriptis(html).strip().replace("\n", " ")


def on_one_line(renderer: Renderer) -> Renderer:
    """The same rendering, its lines joined by blanks."""
    return lambda html: " ".join(renderer(html).split())


def whole_markdownify(html: str, strip: Sequence[str] = ()) -> str:
    from markdownify import MarkdownConverter

    return str(MarkdownConverter(heading_style="ATX", strip=[*strip] or None).convert_soup(_soup(html)))


def whole_markdownify_unlinked(html: str) -> str:
    """`strip=["a", "img"]`, as those have it who want to read."""
    return whole_markdownify(html, ("a", "img"))


def whole_html2text(html: str, width: int = 78, linked: bool = True, inline: bool = True) -> str:
    """Paragraphs hard-wrapped at 78, as html2text does when nothing is said; letters stay as they are."""
    import html2text

    converter = html2text.HTML2Text(bodywidth=width)
    converter.unicode_snob = True
    converter.ignore_links = converter.ignore_images = not linked
    converter.inline_links = inline
    return converter.handle(html)


def whole_html2text_referenced(html: str) -> str:
    """Links by number, their addresses at the end: `inline_links=False`."""
    return whole_html2text(html, 0, inline=False)


def whole_html2text_unlinked(html: str) -> str:
    """`ignore_links` and `ignore_images`, the options most often set."""
    return whole_html2text(html, linked=False)


def whole_html2text_unwrapped(html: str) -> str:
    return whole_html2text(html, 0)
