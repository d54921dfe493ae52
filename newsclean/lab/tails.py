"""Tails: pages of the corpora with what a site prints below an article: lists of other stories, or the next ones.

What they must be told from are articles that are lists themselves, made of the same stories: digests.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import count

from lxml import html
from lxml.etree import _Element

from newsclean.lab.cards import Chance, Story, cards, date, one_of, sentences
from newsclean.lab.corpora import Record
from newsclean.lab.dice import dice
from newsclean.lab.grafts import parsed, squashed
from newsclean.lab.listings import FEWEST, below, others_than, put
from newsclean.lab.robbed import holder, shortened

NEXT = (1, 4)
"""Articles that a page appends: one to three."""
ENTRIES, PARAGRAPHS = (3, 14), (1, 4)
"""Entries of a digest, and paragraphs of an article above them."""
STYLES = ("number", "heading", "heading", "bold", "bold", "link", "time", "date", "lead", "plain")
"""How an entry begins."""


def above_next(page: Record, given: Sequence[Story]) -> str:
    """A page's HTML with the beginnings of one to three other articles below its own; "" where there are too
    few stories, or it cannot be parsed."""
    others, random = others_than(page, given), dice("above the next", page["id"])
    tree = _parsed(page, 0)
    if tree is None or len(others) < FEWEST:
        return ""
    made = []
    for place in random.permutation(len(others))[: int(random.integers(*NEXT))].tolist():
        heading = one_of(random, ("h1", "h2"))
        made.append(f"<{heading}>{escape(others[place].title)}</{heading}>")
        made += [f"<p>{escape(text)}</p>" for text in others[place].paragraphs]
    put(below(tree, page, within=bool(random.random() < 0.3)), "".join(made))
    return str(html.tostring(tree, encoding="unicode"))


def digest(page: Record, given: Sequence[Story], number: int = 0, listed: bool = False) -> tuple[str, str]:
    """A page whose article, after a paragraph or a few of its own, goes through other stories: its HTML, and the text
    that is the article's beside its own; ("", "") as of `above_list`.

    listed: whether still other stories are listed below.
    """
    others, random = others_than(page, given), dice("digest", page["id"], number)
    tree = _parsed(page, int(random.integers(*PARAGRAPHS)))
    if tree is None or len(others) < 2 * FEWEST:
        return "", ""
    order: list[int] = random.permutation(len(others)).tolist()
    told, rest = ([others[place] for place in half] for half in (order[: len(order) // 2], order[len(order) // 2 :]))
    lang = page.get("lang") or ""
    entries, gold = _entries(lang, told[: int(random.integers(*ENTRIES))], random)
    place = html.Element("div")
    holder(tree, squashed(page["body"] or "")).append(place)
    put(place, entries)
    place.drop_tag()
    if listed:
        put(below(tree, page), cards(lang, rest, random))
    return str(html.tostring(tree, encoding="unicode")), gold


def _entries(lang: str, given: Sequence[Story], random: Chance) -> tuple[str, str]:
    """Stories as entries of one style, as HTML and as text."""
    style, heading = one_of(random, STYLES), one_of(random, ("h2", "h3", "h3", "h4"))
    named, longest, hours = random.random() < 0.3, int(random.integers(2, 5)), count(23, -1)
    made, gold = [], []
    for number, story in enumerate(given, 1):
        short = sentences(" ".join(story.paragraphs), int(random.integers(1, longest)))
        text, title = short if random.random() < 0.7 else story.paragraphs[0], story.title
        lead = " ".join(title.split()[:3]) + "."
        label = f"{max(next(hours), 0)}:{random.integers(10, 60)}" if style == "time" else date(lang, random)
        above = {
            "number": f"<{heading}>{number}. {escape(title)}</{heading}>",
            "heading": f"<{heading}>{escape(title)}</{heading}>",
            "bold": f"<p><strong>{escape(title)}</strong></p>",
            "link": f'<{heading}><a href="/e{number}">{escape(title)}</a></{heading}>',
            "time": f"<p>{label}</p>" + f"<{heading}>{escape(title)}</{heading}>" * named,
            "date": f"<{heading}>{label}{escape(': ' + title) * named}</{heading}>",
        }
        bold = f"<b>{escape(lead)}</b> " * (style == "lead")
        made.append(f"{above.get(style, '')}<p>{bold}{escape(text)}</p>")
        gold += [number if style == "number" else "", label if style in ("time", "date") else "", title, lead, text]
    return "".join(made), " ".join(map(str, gold))


def _parsed(page: Record, paragraphs: int) -> _Element | None:
    source = shortened(page["html"], page["body"] or "", paragraphs) if paragraphs else page["html"]
    return parsed(source) if source else None
