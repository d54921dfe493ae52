"""Itemized pages: a part of the article is lists that were made of pages' words; some have such a list outside it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from html import escape
from pathlib import Path

from lxml import etree, html
from lxml.etree import _Element

from newsclean.lab.bars import track
from newsclean.lab.cards import Chance, one_of
from newsclean.lab.corpora import FULL, Record, fold_of, read_corpus, site_of
from newsclean.lab.grafts import paragraphs, parsed, text_of, unspaced
from newsclean.lab.html_blocks import drop
from newsclean.lab.kinds import EXTRACTED_LINES, LINES
from newsclean.lab.made_lists import Maker, as_html, gold_of
from newsclean.lab.renderings import WORKERS, render
from newsclean.lab.rng import rng
from newsclean.lab.tables import Sample, labelled
from newsclean.lab.train_breaks import fold_breaks
from newsclean.lab.word_pools import pool_of
from newsclean.reading.document import Document

KINDS = {
    "text": (
        *("resiliparse", "bs4", "inscriptis", "html_text") * 2, "bs4_strip", "itertext", "wrapped", "trafilatura",
        "readability", "resiliparse_main", "justext", "boilerpy3", "gold",
    ),
    "markdown": (
        *("markdownify", "html2text", "html2text_unwrapped") * 3, "trafilatura_markdown", "readability_markdown",
        "trafilatura", "resiliparse_main", "gold",
    ),
    "html": ("html",),
    "run_on": (*LINES, *LINES, *EXTRACTED_LINES),
}  # fmt: skip
"""Renderings of such pages, by mode that learns from them; a page made has one, those named often the more often."""
DRAWS = 3
"""Pages made of each to learn from; the next is for measuring."""
LISTS = (1, 5)
LEFT = (2, 8)
"""Paragraphs that are left of the article, of most pages."""
WHOLE = 0.25
"""Share of the pages whose article stays as long as it is."""
OUTSIDE = 0.35
"""Share of the pages with a list outside the article."""
LAST, OUTSIDE_HEADED = 0.4, 0.6
"""Shares of the lists inside that stand behind the last paragraph, and of those outside that have a heading."""
PARTS = ("p", "li", "h2", "h3", "h4", "blockquote", "td")
PART_CHARS = 3
"""Elements that leave the page where their text has so many characters and stands in what is gone of the gold."""
OTHERS = 6
"""Articles of the fold and language that lend words, beside the page's own."""


def itemized(corpus: str, mode: str, folder: Path, read: Callable[..., Document], draws: int = DRAWS) -> list[Sample]:
    """The samples of a corpus's pages with made lists, each in one of the mode's renderings."""
    bodies = _bodies(folder)
    jobs = [
        (corpus, page, draw, _lending(page, draw, bodies), mode, read)
        for page in read_corpus(corpus, folder)
        for draw in range(draws)
    ]
    with ProcessPoolExecutor(WORKERS) as pool:
        made = track(pool.map(_sample, jobs, chunksize=4), f"itemized {corpus}", len(jobs), transient=True)
        return [sample for sample in made if sample is not None]


def itemized_pages(folder: Path, pages: Sequence[Record]) -> list[Record]:
    """The pages with made lists, of a draw that nobody learns from; those left out of which none can be made.

    Their ids tell what stands on them, so that no rendering is taken for that of a page made otherwise.
    """
    bodies, out = _bodies(folder), []
    for page in pages:
        source, gold = itemize(page, DRAWS, _lending(page, DRAWS, bodies))
        if source:
            digest = hashlib.sha1(source.encode("utf-8", "surrogatepass")).hexdigest()
            out.append({**page, "id": f"{page['id']} itemized {digest[:12]}", "html": source, "body": gold})
    return out


@lru_cache(1)
def _bodies(folder: Path) -> Mapping[tuple[int, str], Sequence[str]]:
    """{(fold, language): articles}: no other fold's pages are seen through the words that they lend."""
    bodies: dict[tuple[int, str], list[str]] = {}
    for name in FULL:
        for page in read_corpus(name, folder):
            bodies.setdefault((fold_of(page), page.get("lang") or ""), []).append(page["body"] or "")
    return bodies


def _sample(job: tuple[str, Record, int, Sequence[str], str, Callable[..., Document]]) -> Sample | None:
    """A page made, rendered, read and labelled; None where none can be made of it."""
    corpus, page, draw, lending, mode, read = job
    source, gold = itemize(page, draw, lending)
    if not source:
        return None
    kind = one_of(rng("itemized", "kind", mode, page["id"], draw), KINDS[mode])
    given = {"gold": gold, "html": source}
    text = given[kind] if kind in given else render(source, (kind,))[kind]
    doc = read(text, breaks=fold_breaks(fold_of(page)))
    label, weight = labelled((doc, {**page, "body": gold}))
    return Sample(corpus, page["id"], "itemized", site_of(page), fold_of(page), doc, label, weight)


def _lending(page: Record, draw: int, bodies: Mapping[tuple[int, str], Sequence[str]]) -> list[str]:
    given = bodies.get((fold_of(page), page.get("lang") or ""), [])
    order = rng("itemized", "lending", page["id"], draw).permutation(len(given))[:OTHERS]
    return [given[int(i)] for i in order]


def itemize(page: Record, draw: int, lending: Sequence[str]) -> tuple[str, str]:
    """A page's HTML and gold with lists among its paragraphs; "" and "" where no paragraphs are found, or few words.

    draw: other lists for every number. lending: articles whose words the lists have, beside the page's own.
    """
    random = rng("itemized", page["id"], draw)
    body = page["body"] or ""
    words = pool_of([body, *lending] if random.random() < 0.7 else lending)
    tree = parsed(page["html"])
    if tree is None or not words:
        return "", ""
    places = paragraphs(tree, unspaced(body))
    if len(places) < 2:
        return "", ""
    maker = Maker(words, random)
    golds = [text for text in body.split("\n\n") if text.strip()]
    if random.random() >= WHOLE:
        places, golds = _shortened(tree, places, golds, int(random.integers(*LEFT)))
    for _ in range(int(random.integers(*LISTS))):
        golds = _among(places, golds, maker, random)
    if random.random() < OUTSIDE:
        _outside(tree, places, maker, random)
    return str(html.tostring(tree, encoding="unicode")), "\n\n".join(golds)


def _place(golds: Sequence[str], text: str) -> int | None:
    """The paragraph of the gold that a text, unspaced, is a part of, or that is a part of it."""
    parts = map(unspaced, golds)
    return next((at for at, part in enumerate(parts) if text in part or part in text), None)


def _shortened(
    tree: _Element, places: list[_Element], golds: list[str], count: int
) -> tuple[list[_Element], list[str]]:
    """The first paragraphs; what stands behind them in the gold leaves the page."""
    last = _place(golds, unspaced(text_of(places[min(count, len(places)) - 1])))
    if len(places) <= count or last is None:
        return places, golds
    stays, gone = (unspaced(" ".join(part)) for part in (golds[: last + 1], golds[last + 1 :]))
    kept = {one for place in places[:count] for one in (place, *place.iterancestors())}
    for element in list(tree.iter(*PARTS)):
        text = unspaced(text_of(element))
        if len(text) >= PART_CHARS and text in gone and text not in stays and element not in kept:
            drop(element)
    return places[:count], golds[: last + 1]


def _among(places: Sequence[_Element], golds: Sequence[str], maker: Maker, random: Chance) -> list[str]:
    """Put a list behind a paragraph, often the last; return the gold with its lines."""
    rows, heading = maker.rows(), maker.heading()
    place = places[-1 if random.random() < LAST else int(random.integers(len(places)))]
    at = _place(golds, unspaced(text_of(place)))
    if at is None:
        return list(golds)
    tag = ("h3" if random.random() < 0.5 else "p") if heading else ""
    place.addnext(_box(tag, heading, rows, random))
    added = [heading, gold_of(rows)] if heading else [gold_of(rows)]
    return [*golds[: at + 1], *added, *golds[at + 1 :]]


def _box(tag: str, heading: str, rows: Sequence[Sequence[str]], random: Chance) -> _Element:
    """A list as an element, below its heading."""
    source = f"<{tag}>{escape(heading)}</{tag}>" if heading else ""
    box: _Element = html.fragment_fromstring(source + as_html(rows, random), create_parent="div")
    return box


def _outside(tree: _Element, places: Sequence[_Element], maker: Maker, random: Chance) -> None:
    """A list such as a page has beside its article: scores, prices, dates."""
    inside = {one for place in places for one in (place, *place.iterancestors())}
    parent = places[0].getparent()
    held = set(parent.iter(etree.Element)) if parent is not None else set()
    boxes = [one for one in tree.iter("ul", "nav", "div", "section") if one not in inside and one not in held]
    if not boxes:
        return
    box = boxes[int(random.integers(len(boxes)))]
    heading = maker.clause() if random.random() < OUTSIDE_HEADED else ""
    box.addnext(_box("h3", heading, maker.rows(), random))
