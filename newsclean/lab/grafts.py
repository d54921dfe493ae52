"""Grafts: pages with boxes of other pages in them, with another article below, or cut short. Corpora hold few such.

A newsletter's box or a list of links between two paragraphs stands where else only the article stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from lxml import etree, html
from lxml.etree import _Element

from newsclean.lab.bars import track
from newsclean.lab.corpora import FULL, Record, fold_of, read_corpus, site_of
from newsclean.lab.html_blocks import drop, tree_of
from newsclean.lab.markup_roles import role_of_element
from newsclean.lab.renderings import WORKERS, render
from newsclean.lab.rng import rng
from newsclean.page import Role

BOX_WORDS = {
    Role.PROMO: (5, 80),
    Role.TEASER: (4, 30),
    Role.AD: (5, 80),
    Role.SHARE: (5, 80),
    Role.BYLINE: (10, 80),
    Role.COMMENT: (8, 120),
    Role.LEGAL: (8, 200),
}
"""Words, at least and at most, of the boxes of each role, as the elements' own markup names it."""
MOST_BOXES = 40
"""Boxes taken from a page."""
FEWEST_BOXES = 8
"""Boxes of other sites, in a page's language and fold, from which it is grafted."""
GRAFTS = (1, 5)
"""Boxes put into a page: one to four."""
BARE, NEXT, SHORT = 0.35, 0.15, 0.2
"""Shares of boxes of such roles that lose their names, of the pages with another article below, of those cut short."""
PLAIN_WORDS = frozenset({Role.PROMO, Role.SHARE, Role.BYLINE, Role.LEGAL})
"""Roles that show in the words alone."""
NEXT_PARAGRAPHS, SHORT_PARAGRAPHS = (2, 6), (3, 8)
PARAGRAPHS = frozenset({"p", "div", "h2", "h3", "h4", "blockquote"})
PARAGRAPH_CHARS = 25
"""Characters, blanks aside, from which an element whose text stands in the gold is a paragraph of the article."""
UNSEEN = ("script", "style", "noscript", "template", "iframe", "svg", "form")
NAMES = frozenset({"class", "id", "role", "aria-label", "itemprop", "itemtype", "itemscope", "rel"})
KINDS = (
    "resiliparse", "bs4", "inscriptis", "html_text", "trafilatura", "readability", "resiliparse_main", "boilerpy3",
)  # fmt: skip
"""Renderings of grafted pages."""

Boxes = Mapping[Role, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Donor:
    """What other pages may get of a page: boxes, as HTML; its title and its first paragraphs, as text."""

    fold: int
    lang: str
    site: str
    boxes: Boxes
    title: str
    paragraphs: tuple[str, ...]


def grafted(corpus: str, folder: Path) -> dict[str, str]:
    """{page id: HTML} of a corpus's pages with boxes grafted in; "" where there are too few to choose from.

    Boxes come from sites of the page's own fold, so that no other fold's pages are seen through them.
    """
    with ProcessPoolExecutor(WORKERS) as pool:
        given = [page for name in FULL for page in read_corpus(name, folder)]
        found = track(pool.map(donor, given, chunksize=8), "boxes to graft", len(given), transient=True)
        donors: dict[tuple[int, str], list[Donor]] = {}
        for one in found:
            donors.setdefault((one.fold, one.lang), []).append(one)
        pages = list(read_corpus(corpus, folder))
        jobs = [(page, donors.get((fold_of(page), page.get("lang") or ""), [])) for page in pages]
        made = track(pool.map(graft, jobs, chunksize=4), f"grafts {corpus}", len(jobs), transient=True)
        return {page["id"]: text for page, text in zip(pages, made, strict=True)}


def grafted_text(corpus: str, folder: Path) -> dict[str, str]:
    """{page id: text} of the same pages, each in one rendering, half of them in that of an extractor."""
    jobs = grafted(corpus, folder)
    with ProcessPoolExecutor(WORKERS) as pool:
        made = track(pool.map(_text, jobs.items(), chunksize=4), f"texts {corpus}", len(jobs), transient=True)
        return dict(zip(jobs, made, strict=True))


def _text(job: tuple[str, str]) -> str:
    page, source = job
    kind = KINDS[int(rng("graft", page, "kind").integers(len(KINDS)))]
    return render(source, (kind,))[kind] if source else ""


def donor(page: Record) -> Donor:
    """What a page with a full gold has to give."""
    tree, body = parsed(page["html"]), page["body"] or ""
    return Donor(
        fold_of(page),
        page.get("lang") or "",
        site_of(page),
        boxes(tree, unspaced(body)) if tree is not None else {},
        " ".join((page.get("title") or "").split()),
        tuple(paragraph for paragraph in body.split("\n\n")[: NEXT_PARAGRAPHS[1]] if paragraph.strip()),
    )


def unspaced(text: str) -> str:
    """Text without blanks and without case, to look for one in another."""
    return "".join(text.split()).casefold()


def parsed(source: str) -> _Element | None:
    """The tree of a page without what no reader sees; None where there is none."""
    tree = tree_of(source)
    if tree is not None:
        etree.strip_elements(tree, *UNSEEN, with_tail=False)
    return tree


def text_of(element: _Element) -> str:
    """The text in an element, blanks folded."""
    return " ".join(" ".join(map(str, element.itertext(tag=etree.Element))).split())


def boxes(tree: _Element, body: str) -> Boxes:
    """The outermost boxes of a page, by role. body: the article's text, unspaced."""
    taken: dict[_Element, Role] = {}
    for element in tree.iter(etree.Element):
        role = role_of_element(element)
        if role not in BOX_WORDS or any(parent in taken for parent in element.iterancestors()):
            continue
        text, (least, most) = text_of(element), BOX_WORDS[role]
        if least <= len(text.split()) <= most and unspaced(text)[:60] not in body:
            taken[element] = role
        if len(taken) >= MOST_BOXES:
            break
    out: dict[Role, list[str]] = {}
    for element, role in taken.items():
        out.setdefault(role, []).append(html.tostring(element, encoding="unicode", with_tail=False))
    return out


def graft(job: tuple[Record, Sequence[Donor]]) -> str:
    """A page with boxes of others' in it, as HTML, or "". job: the page, and donors of its fold and language."""
    page, donors = job
    others = [one for one in donors if one.site != site_of(page)]
    tree = parsed(page["html"])
    if tree is None or sum(sum(map(len, one.boxes.values())) for one in others) < FEWEST_BOXES:
        return ""
    body = unspaced(page["body"] or "")
    places = paragraphs(tree, body)
    if not places:
        return ""
    random = rng("graft", page["id"])
    if random.random() < SHORT:
        places = shorten(places, int(random.integers(*SHORT_PARAGRAPHS)))
    for _ in range(int(random.integers(*GRAFTS))):
        put(*chosen_box(others, random), tree, places, random)
    if random.random() < NEXT:
        append(places, others[int(random.integers(len(others)))], random)
    return str(html.tostring(tree, encoding="unicode"))


def paragraphs(tree: _Element, body: str) -> list[_Element]:
    """The elements that are a paragraph of the article. body: its text, unspaced."""
    out = []
    for element in tree.iter(*PARAGRAPHS):
        if any(child.tag in PARAGRAPHS for child in element.iterdescendants(etree.Element)):
            continue
        text = unspaced(text_of(element))
        if len(text) >= PARAGRAPH_CHARS and text in body:
            out.append(element)
    return out


def shorten(places: list[_Element], count: int) -> list[_Element]:
    """The first paragraphs; the others leave the page."""
    for element in places[count:]:
        drop(element)
    return places[:count]


def chosen_box(donors: Sequence[Donor], random: np.random.Generator) -> tuple[Role, _Element]:
    """One box, of whatever role the donors have, each as likely as the others."""
    roles = sorted({role for one in donors for role in one.boxes})
    role = roles[int(random.integers(len(roles)))]
    giving = [one.boxes[role] for one in donors if role in one.boxes]
    given = giving[int(random.integers(len(giving)))]
    box = html.fragment_fromstring(given[int(random.integers(len(given)))])
    if role in PLAIN_WORDS and random.random() < BARE:
        for element in box.iter(etree.Element):
            for name in [name for name in element.attrib if name in NAMES or name.startswith("data-")]:
                del element.attrib[name]
    return role, box


def put(role: Role, box: _Element, tree: _Element, places: Sequence[_Element], random: np.random.Generator) -> None:
    """A box into a page: a comment behind the article, a notice at the page's edge, all else behind a paragraph."""
    body = tree.find("body")
    if role is Role.LEGAL and body is not None:
        body.insert(0 if random.random() < 0.5 else len(body), box)
    elif role is Role.COMMENT:
        places[-1].addnext(box)
    else:
        places[int(random.integers(len(places)))].addnext(box)


def append(places: Sequence[_Element], other: Donor, random: np.random.Generator) -> None:
    """The beginning of another article, in the same markup, below this one's last paragraph or beside its container."""
    last = places[-1]
    holder = last.getparent()
    if holder is None or not other.paragraphs:
        return
    plain = holder.tag in ("html", "body", "p")
    box = (
        etree.Element("div") if plain else etree.Element(holder.tag, {str(k): str(v) for k, v in holder.attrib.items()})
    )
    heading = etree.SubElement(box, "h1" if random.random() < 0.5 else "h2")
    heading.text = other.title or other.paragraphs[0]
    for text in other.paragraphs[: int(random.integers(*NEXT_PARAGRAPHS))]:
        etree.SubElement(box, "p", {"class": last.get("class") or ""}).text = text
    (last if plain or random.random() < 0.5 else holder).addnext(box)
