"""Listings: pages that list stories, of which the corpora hold next to none, made of their pages.

What stood in place of an article's element is a list of cards with headlines and introductions of other pages, of the
same fold and language; the same cards below an article cut short are what such a page must be told from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from lxml import html
from lxml.etree import _Element

from newsclean.lab.cards import Chance, Story, cards, one_of, sentences, topic_of
from newsclean.lab.corpora import Record, fold_of
from newsclean.lab.grafts import parsed, unspaced
from newsclean.lab.html_blocks import drop
from newsclean.lab.rng import rng
from newsclean.lab.robbed import drop_parts, holder, shortened

FEWEST = 6
"""Stories of a fold and language from which there is a list of them."""
TITLE_WORDS = 4
"""Words of a title, at least, that is a headline."""
STORY_PARAGRAPHS = 3
HEAD_OF_ARTICLE = ("og:", "article:", "twitter:", "parsely", "sailthru", "dc.", "cxense")


def story(page: Record) -> Story | None:
    """A page as a list would have it; None where too little is known of it."""
    title = " ".join((page.get("title") or "").split())
    paragraphs = [text for text in (page["body"] or "").split("\n\n") if text.strip()][:STORY_PARAGRAPHS]
    tree, intro = parsed(page["html"]), ""
    for meta in tree.iter("meta") if tree is not None else ():
        if (meta.get("property") or meta.get("name") or "").lower() in ("og:description", "description"):
            intro = intro or " ".join((meta.get("content") or "").split())
    return Story(title, intro, tuple(paragraphs)) if len(title.split()) >= TITLE_WORDS and paragraphs else None


def stories(pages: Sequence[Record]) -> dict[tuple[int, str], list[Story]]:
    """{(fold, language): stories} of pages."""
    found: dict[tuple[int, str], list[Story]] = {}
    for page in pages:
        if (one := story(page)) is not None:
            found.setdefault((fold_of(page), page.get("lang") or ""), []).append(one)
    return found


def stories_beside(page: Record, told: Mapping[tuple[int, str], list[Story]]) -> list[Story]:
    """The stories of a page's own fold and language, so that no other fold's pages are seen through them."""
    return told.get((fold_of(page), page.get("lang") or ""), [])


def front(page: Record, given: Sequence[Story], introduced: bool, number: int = 0) -> str:
    """A page's HTML with a list in place of its article; "" where there are too few stories, or it cannot be parsed.

    introduced: whether words on its topic stand above the list. number: another for another page.
    """
    others, random = _others(page, given), rng("front", page["id"], introduced, number)
    tree = parsed(page["html"])
    if tree is None or len(others) < FEWEST:
        return ""
    lang, gold = page.get("lang") or "", unspaced(page["body"] or "")
    place, article = html.Element("div"), holder(tree, gold)
    if article.getparent() is None or article.tag == "body":
        drop_parts(tree, gold)
        article.insert(len(article) // 2, place)
    else:
        article.addprevious(place)
        drop(article)
        drop_parts(tree, gold)
    topic = topic_of(lang, others, random)
    if random.random() >= 0.25:  # else a head that describes another page, as some sites have it
        _retitle(tree, one_of(random, (topic, f"{topic} - Daily", f"{topic}: latest stories | Daily", others[0].title)))
    above = f"<h1>{escape(topic)}</h1>" if random.random() < 0.85 else ""
    if introduced:
        above += "".join(f"<p>{escape(text)}</p>" for text in _words_on(others[1], random))
    _put(place, above + cards(lang, others, random))
    return str(html.tostring(tree, encoding="unicode"))


def above_cards(page: Record, given: Sequence[Story], paragraphs: int) -> str:
    """A page's HTML, with so many paragraphs of its article (0: all) and a list below; "" as of `front`."""
    others, random = _others(page, given), rng("above cards", page["id"], paragraphs)
    source = shortened(page["html"], page["body"] or "", paragraphs) if paragraphs else page["html"]
    tree = parsed(source) if source else None
    if tree is None or len(others) < FEWEST:
        return ""
    place, article = html.Element("div"), holder(tree, unspaced(page["body"] or ""))
    if article.getparent() is None or article.tag == "body":
        article.append(place)
    else:
        article.addnext(place)
    _put(place, cards(page.get("lang") or "", others, random))
    return str(html.tostring(tree, encoding="unicode"))


def _others(page: Record, given: Sequence[Story]) -> list[Story]:
    title = " ".join((page.get("title") or "").split())
    return [one for one in given if one.title != title]


def _words_on(of: Story, random: Chance) -> list[str]:
    """An introduction: the text of a page whose headline nobody sees reads like words on a topic."""
    if random.random() < 0.5:
        return [sentences(of.paragraphs[-1], int(random.integers(1, 4)))]
    return list(of.paragraphs[-1:] if random.random() < 0.6 else of.paragraphs[-2:])


def _put(place: _Element, source: str) -> None:
    for element in html.fragments_fromstring(source):
        if not isinstance(element, str):
            place.append(element)


def _retitle(tree: _Element, title: str) -> None:
    """A front's head: its own title, and nothing that tells of an article."""
    for element in list(tree.iter("title", "h1", "script", "meta")):
        name = (element.get("property") or element.get("name") or "").lower()
        if element.tag == "title":
            element.text = title
        elif element.getparent() is not None and (
            element.tag != "meta" or name.startswith(HEAD_OF_ARTICLE) or name in ("description", "author", "date")
        ):
            drop(element)
