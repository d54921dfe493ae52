"""The sites of the corpora, and what cleaning gains from a memory of their other pages: `newsclean lab site`."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from newsclean.lab.corpora import Record, fold_of, read_corpus, site_of
from newsclean.lab.evaluate import fold_clean
from newsclean.lab.measure import Counts, Figures, Found, Gold, average, snippets
from newsclean.lab.renderings import renderings
from newsclean.reading.document import Document
from newsclean.reading.read import read
from newsclean.site_host import HostMemory
from newsclean.site_lines import hash_lines
from newsclean.site_pages import records
from newsclean.site_store import fingerprint, pack

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


class Result(NamedTuple):
    """One way of cleaning over pages of one corpus in one kind; `found` where the gold is snippets."""

    corpus: str
    kind: str
    way: str
    pages: int
    figures: Figures | None
    found: Found | None


Way = Callable[[Item, HostMemory], str]


def sites(corpus: str, kind: str, folder: Path) -> list[list[Item]]:
    """The pages of each site that has several in the corpus, in the corpus' order."""
    pages = list(read_corpus(corpus, folder))
    by_site: dict[str, list[Record]] = defaultdict(list)
    for page in pages:
        if page.get("url"):
            by_site[site_of(page)].append(page)
    several = [group for group in by_site.values() if len(group) >= LEAST[corpus]]
    texts = {} if kind == "html" else renderings(corpus, folder, (kind,))
    return [[item(p, p["html"] if kind == "html" else texts[p["id"]][kind], kind) for p in group] for group in several]


def item(page: Record, source: str, kind: str) -> Item:
    """A page ready to be learned and cleaned."""
    document = read(source, "html" if kind == "html" else "text")
    (record,) = records([document])
    return Item(page, source, document, record.to_bytes())


def memory_of(items: Iterable[Item]) -> HostMemory:
    """What a site memory remembers after it has learned the pages."""
    return HostMemory(pack({fingerprint(each.row): each.row for each in items if each.row}))


def as_it_comes(page: Item, memory: HostMemory) -> str:
    """Every block."""
    return "\n\n".join(_texts(page))


def bare_rule(page: Item, memory: HostMemory) -> str:
    """Every block but those that stand on two or more of the site's other pages."""
    return _standing_on_fewer(page, memory, 2)


def strict_rule(page: Item, memory: HostMemory) -> str:
    """Every block but those that stand on any other page of the site."""
    return _standing_on_fewer(page, memory, 1)


def _standing_on_fewer(page: Item, memory: HostMemory, limit: int) -> str:
    repeats = memory.lookup(page.document).repeats
    return "\n\n".join(text for text, count in zip(_texts(page), repeats, strict=True) if count < limit)


def without_memory(page: Item, memory: HostMemory) -> str:
    """`clean` alone."""
    return _cleaned(page)


def with_memory(page: Item, memory: HostMemory) -> str:
    """`clean` with the site's memory."""
    return fold_clean(page.source, fold_of(page.page), _kind(page), site=memory)


WAYS: dict[str, Way] = {
    "as it comes": as_it_comes,
    "bare rule": bare_rule,
    "strict rule": strict_rule,
    "clean": without_memory,
    "clean with site memory": with_memory,
}


LEARNING = ("bare rule", "strict rule", "clean with site memory")
"""The ways that look into the memory."""


def _texts(page: Item) -> list[str]:
    return page.document.text.split("\n")[:-1]


def _kind(page: Item) -> str:
    return "html" if page.document.kind == "html" else "text"


@cache
def _cleaned_source(source: str, fold: int, kind: str) -> str:
    return fold_clean(source, fold, kind)


def _cleaned(page: Item) -> str:
    return _cleaned_source(page.source, fold_of(page.page), _kind(page))


def others(page: Item, group: Sequence[Item], limit: int | None = None) -> list[Item]:
    """The site's other pages; of more than `limit`, the same ones whenever asked, more of them for a larger limit."""
    rest = [each for each in group if each.page["id"] != page.page["id"]]
    if limit is None:
        return rest
    random.Random(f"{page.page['id']}").shuffle(rest)
    return rest[:limit]


def cases(groups: Sequence[Sequence[Item]], limit: int | None, *, copies: bool) -> Iterator[tuple[Item, HostMemory]]:
    """Each page with the memory of the page itself and of up to `limit` other pages of its site.

    copies: every learned page comes a second time, its article in the surroundings of another page of the site.
    """
    for group in groups:
        again = {}
        if copies:
            moved = [transplanted(each, group[(i + 1) % len(group)]) for i, each in enumerate(group)]
            again = {each.page["id"]: each for each in moved if each}
        for page in group:
            learned = [page, *others(page, group, limit)]
            yield page, memory_of([*learned, *(again[p.page["id"]] for p in learned if p.page["id"] in again)])


@cache
def _gold(key: str, body: str, optional: tuple[str, ...]) -> Gold:
    return Gold(body, optional)


def measure(
    corpus: str,
    kind: str,
    groups: Sequence[Sequence[Item]],
    ways: Iterable[str],
    limit: int | None = None,
    *,
    copies: bool = False,
) -> list[Result]:
    """Every way of cleaning over the pages of the sites."""
    counts: dict[str, list[Counts]] = defaultdict(list)
    found: dict[str, list[Found]] = defaultdict(list)
    ways = list(ways)
    for page, memory in cases(groups, limit, copies=copies):
        for way in ways:
            text = WAYS[way](page, memory)
            if page.page["gold"] == "full":
                gold = _gold(page.page["id"], page.page["body"] or "", tuple(page.page.get("optional") or ()))
                counts[way].append(gold.counts(text))
            found[way].append(snippets(page.page, text))
    return [_result(corpus, kind, way, counts[way], found[way]) for way in ways]


def _result(corpus: str, kind: str, way: str, counts: Sequence[Counts], found: Sequence[Found]) -> Result:
    total = Found(*np.array(found, dtype=np.int64).reshape(-1, 4).sum(axis=0).tolist())
    return Result(corpus, kind, way, len(found), average(counts) if counts else None, total if total.wanted else None)


def transplanted(page: Item, other: Item) -> Item | None:
    """The page's article in another page's surroundings: what the same story looks like when it is crawled again.

    None where the article's lines cannot be told in either source (HTML, or a gold that is no text).
    """
    if page.document.kind == "html":
        return None
    ours, theirs = _texts(page), _texts(other)
    own, strange = _article(page), _article(other)
    if own is None or strange is None:
        return None
    lines = [*theirs[: strange[0]], *ours[own[0] : own[1]], *theirs[strange[1] :]]
    return item(page.page, "\n\n".join(lines), "text")


def _article(page: Item) -> tuple[int, int] | None:
    """The first block that is a paragraph of the gold, and one past the last."""
    if not page.page.get("body"):
        return None
    gold = hash_lines("".join(" ".join(line.split()) + "\n" for line in page.page["body"].split("\n\n"))).hashes
    inside = np.flatnonzero(np.isin(hash_lines(page.document.text).hashes, gold[gold > 0]))
    return (int(inside[0]), int(inside[-1]) + 1) if len(inside) else None
