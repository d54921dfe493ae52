"""Thinned pages: HTML with fewer labels, as hand-made pages and those of programs that make up their names have it.

Nearly every page of the corpora names its elements in words that other sites use too, and most name their headline and
article in a head for machines. What cleans other people's pages must not depend on it.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from lxml import etree, html

from newsclean.lab.html_blocks import drop, tree_of
from newsclean.lab.rng import rng
from newsclean.lab.tabled import tabled
from newsclean.reading.holders import LABELS

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

SHARES = (0.0, 0.0, 0.1, 0.3, 0.6)
"""Shares of a page's labels that may stay: all elements of one label keep it or lose it together."""
PLAIN, HEADLESS = 0.6, 0.5
"""Shares of the thinned pages whose elements do not say what they hold, and of those without a head for machines."""
TABLED = 0.25
"""Share of the thinned pages that are laid out as tables, without anything that names a part."""
TELLING = frozenset(
    {
        "address", "article", "aside", "details", "figcaption", "figure", "footer", "header", "hgroup", "main", "nav",
        "section", "summary",
    }
)  # fmt: skip
"""Elements whose names say what they hold."""
HEAD = frozenset({"link", "meta", "script"})
"""Elements whose attributes are for machines."""
DRAWS = 3
"""Ways in which each page is thinned."""


def bare(source: str) -> str:
    """A page without any label, telling element or head for machines; as it is where nothing can be parsed."""
    return _written(source, _strip)


def laid_out(source: str) -> str:
    """A bare page laid out as tables."""

    def change(tree: HtmlElement) -> None:
        _strip(tree)
        tabled(tree)

    return _written(source, change)


def thinned(source: str, draw: int) -> str:
    """A page with some of its labels, and often without telling elements and a head for machines. draw: which dice."""
    random = rng("thinned", draw, source)
    if random.random() < TABLED:
        return laid_out(source)
    share = random.choice(SHARES)
    plain, headless = random.random() < PLAIN, random.random() < HEADLESS

    @cache
    def stays(label: str) -> bool:
        return bool(rng("label", draw, label).random() < share)

    def thin(tree: HtmlElement) -> None:
        _unlabel(tree, stays)
        if plain:
            _plain(tree)
        if headless:
            _behead(tree)

    return _written(source, thin)


def _written(source: str, change: Callable[[HtmlElement], object]) -> str:
    tree = tree_of(source)
    if tree is None:
        return source
    change(tree)
    return str(html.tostring(tree, encoding="unicode", doctype="<!DOCTYPE html>"))


def _strip(tree: HtmlElement) -> None:
    _unlabel(tree, lambda label: False)
    _plain(tree)
    _behead(tree)


def _unlabel(tree: HtmlElement, stays: Callable[[str], bool]) -> None:
    for element in tree.iter(etree.Element):
        names = () if element.tag in HEAD else LABELS.intersection(element.attrib)
        if names and not stays(" ".join(f"{name}={element.attrib[name]}" for name in sorted(names))):
            for name in names:
                del element.attrib[name]


def _plain(tree: HtmlElement) -> None:
    for element in tree.iter(*TELLING):
        element.tag = "div"


def _behead(tree: HtmlElement) -> None:
    for element in tree.xpath("//meta[@property or @name or @itemprop] | //script"):
        drop(element)


THINNED: dict[str, Callable[[str], str]] = {
    f"html_thin_{draw}": partial(thinned, draw=draw) for draw in range(1, DRAWS + 1)
}
"""Kinds that the scorer of thinly labelled HTML is learned on."""
