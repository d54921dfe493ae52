"""Silver roles: what a page's HTML says its blocks are, carried over to the same blocks seen as plain text.

The gold text says what is body. For the rest, markup speaks: the nearest element around the text that says something,
among those that hold none of the gold (a container of the article says nothing about its parts). Nothing is read off
the text itself but what cannot be mistaken: a date has a digit, a headline agrees with the page's title.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

from lxml.etree import _Element

from newsclean import titles
from newsclean.lab import chain, judge, markup_roles
from newsclean.lab import html_blocks as walk
from newsclean.lab.align import Target, align
from newsclean.lab.bars import track
from newsclean.lab.cache import cache_folder, read_rows, write_rows
from newsclean.lab.corpora import Record, read_corpus
from newsclean.lab.html_blocks import INLINE, HtmlBlock, html_blocks, normal
from newsclean.lab.judge import AGREE, Judge
from newsclean.lab.markup_roles import STICKY
from newsclean.page import Role

GOLD_SHARE = 0.9
"""Share of matched tokens from which a block is surely gold; below `1 - GOLD_SHARE` it surely is not."""
SHORT = 12
"""Characters below which a text block must be the whole of an HTML block, not a part of one."""
DATED = 7
"""Words up to which a byline with a number in it may be a date."""
KICKER = 12
"""Blocks before the first of the article in which a kicker may stand."""
REPEAT = 25
"""Characters from which a block that repeats the gold counts as a duplicate."""
_NUMBER = re.compile(r"\d\d")


class SilverPage:
    """The roles of one page's blocks. Built from (text, role) of its HTML blocks in order, None for an unsure one."""

    def __init__(self, blocks: Sequence[tuple[str, Role | None]]) -> None:
        self.blocks = [(text, role) for text, role in blocks if normal(text)]
        texts = [normal(text) for text, _ in self.blocks]
        self._joined = "".join(texts)
        self._starts = [0, *accumulate(map(len, texts))]

    def roles(self, block_texts: Sequence[str]) -> list[Role | None]:
        """The role of each block of a rendering of the page, in its order; None where the HTML leaves it open."""
        out: list[Role | None] = []
        behind = 0
        for text in block_texts:
            wanted = normal(text)
            at = self._find(wanted, behind) if wanted else -1
            out.append(self._role(at, at + len(wanted)) if at >= 0 else None)
            if at >= 0 and (len(wanted) >= 2 * SHORT or at - behind < 500):
                behind = at + len(wanted)
        return out

    def _find(self, wanted: str, behind: int) -> int:
        """Where a text stands: the first place behind the block before, else the first of all."""
        for start in (behind, 0):
            at = self._joined.find(wanted, start)
            while at >= 0:
                if len(wanted) >= SHORT or (self._border(at) and self._border(at + len(wanted))):
                    return at
                at = self._joined.find(wanted, at + 1)
        return -1

    def _border(self, at: int) -> bool:
        return self._starts[bisect_right(self._starts, at) - 1] == at

    def _role(self, start: int, end: int) -> Role | None:
        characters: Counter[Role | None] = Counter()
        index = bisect_right(self._starts, start) - 1
        while index < len(self.blocks) and self._starts[index] < end:
            overlap = min(end, self._starts[index + 1]) - max(start, self._starts[index])
            characters[self.blocks[index][1]] += overlap
            index += 1
        role, count = characters.most_common(1)[0]
        return role if count >= AGREE * (end - start) else None


def silver_page(page: Record) -> SilverPage:
    """The silver roles of a corpus page with a full gold; without any where the gold is not found on the page."""
    blocks = html_blocks(page["html"])
    texts = [block.text for block in blocks]
    rows = align(texts, Target(page["body"], page.get("optional") or ()))
    shares = [row.kept / row.total if row.total else 0.0 for row in rows]
    if not any(share >= GOLD_SHARE for share in shares):
        return SilverPage([])
    perhaps_gold = [block for block, share in zip(blocks, shares, strict=True) if share > 1 - GOLD_SHARE]
    holders = [element for block in perhaps_gold for element, piece in block.pieces if piece.strip()]
    markup = Judge(blocks, holders)
    gold = [index for index, share in enumerate(shares) if share >= GOLD_SHARE]
    known = _Known(page, {normal(texts[index]) for index in gold}, gold[0])
    rows_of = enumerate(zip(blocks, texts, shares, strict=True))
    return SilverPage([(text, known.role(at, b, text, share, markup.role(b))) for at, (b, text, share) in rows_of])


class _Known:
    """What the gold and the page's title say of a block, put together with its markup."""

    def __init__(self, page: Record, gold: set[str], first: int) -> None:
        self._gold = gold
        self._first = first
        self._lede = {normal(text) for text in _listed(page.get("lede"))}
        self._subheads = {normal(text) for text in _listed(page.get("subheads"))}
        self._title = normal(page.get("title") or "")

    def role(self, at: int, block: HtmlBlock, text: str, share: float, markup: Role | None) -> Role | None:
        """The role of a block: its place among the blocks, its text, its share of gold, what its markup says."""
        same = normal(text)
        if share >= GOLD_SHARE:
            return self._kept(block, same)
        if share > 1 - GOLD_SHARE:
            return None
        if markup in STICKY and not (same == self._title and _in_heading(block, "h1")):
            return markup
        if self._headline(block, same):
            return Role.HEADLINE
        if markup is Role.HEADLINE and not 0 < self._first - at < KICKER:
            return None
        if markup is Role.TIMESTAMP and ("©" in text or not any(c.isdigit() for c in text)):
            return None
        if markup is Role.BYLINE and _NUMBER.search(text) and len(text.split()) <= DATED:
            return None
        if markup is Role.NAV and text.startswith("©"):
            return Role.LEGAL
        if markup is None and len(same) >= REPEAT and same in self._gold:
            return Role.DUPLICATE
        return markup

    def _headline(self, block: HtmlBlock, same: str) -> bool:
        if len(same) <= SHORT or 2 * len(same) < len(self._title):
            return False
        return same == self._title or (_in_heading(block, "h1") and (same in self._title or self._title in same))

    def _kept(self, block: HtmlBlock, same: str) -> Role:
        if same in self._lede:
            return Role.STANDFIRST
        heading = any(_in_heading(block, f"h{level}") for level in range(2, 7))
        return Role.SUBHEADING if same in self._subheads or heading else Role.BODY


def _listed(value: str | Sequence[str] | None) -> Sequence[str]:
    return [value] if isinstance(value, str) else value or ()


def _in_heading(block: HtmlBlock, tag: str) -> bool:
    element: _Element | None = block.pieces[0][0]
    while element is not None and element.tag in INLINE:
        element = element.getparent()
    return element is not None and element.tag == tag


def silver(corpus: str, folder: Path) -> dict[str, SilverPage]:
    """{page id: its silver roles} of one corpus with full golds, from the cache where the rules have not changed."""
    path = cache_folder() / "silver" / f"{corpus}.{_digest()}.jsonl.gz"
    rows = read_rows(path)
    if not rows:
        rows = [
            {"id": page["id"], "blocks": silver_page(page).blocks}
            for page in track(list(read_corpus(corpus, folder)), f"silver roles of {corpus}")
        ]
        write_rows(path, rows)
    return {row["id"]: _page_from(row) for row in rows}


def _page_from(row: dict[str, Any]) -> SilverPage:
    return SilverPage([(text, Role(role) if role else None) for text, role in row["blocks"]])


def _digest() -> str:
    sources = [Path(__file__), *(Path(str(module.__file__)) for module in (walk, judge, markup_roles, chain, titles))]
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:12]
