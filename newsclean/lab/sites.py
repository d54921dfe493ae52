"""The sites of the corpora: their pages, the memories of them, and the pages again as copies."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from newsclean.lab.align import Target, labels
from newsclean.lab.corpora import Record, fold_of, read_corpus, site_of
from newsclean.lab.renderings import renderings
from newsclean.lab.train_breaks import fold_breaks
from newsclean.reading.document import Document
from newsclean.reading.read import read
from newsclean.site.host import HostMemory
from newsclean.site.pages import records
from newsclean.site.store import fingerprint, pack

LEAST = {"clean_portal_eval": 2, "news_websites": 2, "crf_article_extractor": 3, "wcxb_articles": 3, "trafilatura": 3}
"""Corpora with several pages of a site, and the pages from which a site takes part."""
KINDS = ("resiliparse", "bs4", "inscriptis", "trafilatura", "readability", "resiliparse_main", "html")
"""Whole-page texts, extractors' outputs, and the page itself."""


class Item(NamedTuple):
    """A page of a site in one kind: the corpus' record, the source, its document, its row in a memory."""

    page: Record
    source: str
    document: Document
    row: bytes


def sites(corpus: str, kind: str, folder: Path) -> list[list[Item]]:
    """The pages of each site that has several in the corpus, in the corpus' order."""
    pages = list(read_corpus(corpus, folder))
    by_site: dict[str, list[Record]] = defaultdict(list)
    for page in pages:
        if page.get("url"):
            by_site[site_of(page)].append(page)
    several = [group for group in by_site.values() if len(group) >= LEAST[corpus]]
    texts = {} if kind == "html" else renderings(corpus, folder, (kind,), pages=[p for group in several for p in group])
    return [[item(p, p["html"] if kind == "html" else texts[p["id"]][kind], kind) for p in group] for group in several]


def item(page: Record, source: str, kind: str) -> Item:
    """A page ready to be learned and cleaned, read as the scorer reads it that has not seen its site."""
    document = read(source, "html" if kind == "html" else "text", fold_breaks(fold_of(page)))
    (record,) = records([document])
    return Item(page, source, document, record.to_bytes())


def memory_of(items: Iterable[Item]) -> HostMemory:
    """What a site memory remembers after it has learned the pages."""
    return HostMemory(pack({fingerprint(each.row): each.row for each in items if each.row}))


def texts_of(page: Item) -> list[str]:
    """The page's blocks."""
    return page.document.text.split("\n")[:-1]


def gold_of(page: Record) -> tuple[str, tuple[str, ...]]:
    """A page's gold, and which of its paragraphs are optional."""
    return page["body"] or "", tuple(page.get("optional") or ())


def others(page: Item, group: Sequence[Item], limit: int | None = None) -> list[Item]:
    """The site's other pages; of more than `limit`, the same ones whenever asked, more of them for a larger limit."""
    rest = [each for each in group if each.page["id"] != page.page["id"]]
    if limit is None:
        return rest
    random.Random(f"{page.page['id']}").shuffle(rest)
    return rest[:limit]


def cases(groups: Sequence[Sequence[Item]], limit: int | None, *, copies: bool) -> Iterator[tuple[Item, HostMemory]]:
    """Each page with the memory of the page itself and of up to `limit` other pages of its site.

    copies: every learned page comes a second time, see `again`.
    """
    for group in groups:
        twins = {each.page["id"]: _one_line_more(each) for each in group} if copies else {}
        for page in group:
            learned = [page, *others(page, group, limit)]
            if copies:
                learned += [again(page, group), *(twins[each.page["id"]] for each in learned[1:])]
            yield page, memory_of(learned)


def again(page: Item, group: Sequence[Item]) -> Item:
    """A page under a second address, when it is cleaned itself: its article in another page's surroundings.

    The hardest kind of copy: if it is not known for one, all its paragraphs repeat. Other pages come a second time in
    their own surroundings with one line more, as this one does where articles cannot be told from what is around them:
    in another page's, that page's teasers would stand on two, and what is measured would be what was invented.
    """
    place = next(i for i, each in enumerate(group) if each.page["id"] == page.page["id"])
    other = group[(place + 1) % len(group)]
    return (transplanted(page, other) if other is not page else None) or _one_line_more(page)


def _one_line_more(page: Item) -> Item:
    line = f"Second address of {page.page['id']}"
    html = page.document.kind == "html"
    return item(page.page, page.source + (f"<p>{line}</p>" if html else f"\n\n{line}"), "html" if html else "text")


def transplanted(page: Item, other: Item) -> Item | None:
    """The page's article in another page's surroundings: what the same story looks like when it is crawled again.

    None where the article's lines cannot be told in either source (HTML, or a gold that is no text).
    """
    if page.document.kind == "html":
        return None
    ours, theirs = texts_of(page), texts_of(other)
    own, strange = _article(page), _article(other)
    if own is None or strange is None:
        return None
    lines = [*theirs[: strange[0]], *ours[own[0] : own[1]], *theirs[strange[1] :]]
    return item(page.page, "\n\n".join(lines), "text")


def _article(page: Item) -> tuple[int, int] | None:
    """The first block of the gold, and one past the last."""
    if not page.page.get("body"):
        return None
    inside = np.flatnonzero(labels(texts_of(page), Target(*gold_of(page.page))).label > 0)
    return (int(inside[0]), int(inside[-1]) + 1) if len(inside) else None
