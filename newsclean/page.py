"""What `explain` gives back: roles, blocks and the page they make, all frozen."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from textwrap import shorten
from typing import Any, NamedTuple


class Role(StrEnum):
    """What a block of a news page is. The first four stay by default (`KEPT`), the others go."""

    BODY = "body"
    SUBHEADING = "subheading"
    STANDFIRST = "standfirst"
    CORRECTION = "correction"
    HEADLINE = "headline"
    BYLINE = "byline"
    TIMESTAMP = "timestamp"
    CAPTION = "caption"
    TEASER = "teaser"
    PROMO = "promo"
    SHARE = "share"
    COMMENT = "comment"
    AD = "ad"
    LEGAL = "legal"
    NAV = "nav"
    DUPLICATE = "duplicate"


KEPT: frozenset[Role] = frozenset({Role.BODY, Role.SUBHEADING, Role.STANDFIRST, Role.CORRECTION})
"""The roles that `clean` keeps where `keep` says nothing else."""


class Reason(NamedTuple):
    """One evidence's share in a block's score, in log-odds: above zero speaks for keeping the block."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the source, with the decision about it.

    `start` and `end` are offsets into the source string (text and Markdown), so that
    `"".join(source[start:end].split()) == "".join(text.split())`; for HTML both are -1. White space is folded (that
    of mojibake too: "Â" and a no-break space are a blank), and a line break between two characters of a script that
    sets no blanks between words leaves none, nor does one that a link left within a word ("Crane" and "'s") or before a
    mark. What a text browser writes for what it cannot show is a blank as well, and lies between `start` and `end` all
    the same: a link's number ("[12]", in a citation "⟨12⟩"), a button ("(BUTTON)"), a field ("____"), a frame. So are
    the signs of quotation (">") of a paragraph's lines but the first, the separators that a page has in place of line
    breaks ("|"), line breaks and tabs that are escaped throughout (a backslash and an "n"), and in Markdown a backslash
    that breaks a line.
    `score` is the chance, 0 to 1, that the block belongs to the article; `prefer` moves the threshold from which on a
    block stays, not the scale. `reasons` is sorted by size, strongest first.
    `note` says why the block stays or goes where its chance alone says otherwise ("printed twice", "its list stays",
    "the page has no article"), and is empty elsewhere.
    """

    text: str
    start: int
    end: int
    role: Role
    kept: bool
    score: float
    reasons: tuple[Reason, ...] = ()
    note: str = ""


SHOWN_TITLE = 60
"""Characters of a title that `repr` shows."""


@dataclass(frozen=True, slots=True, repr=False)
class Page:
    """A cleaned page: the article's text, and every block with its role and reasons.

    The text is that of the blocks that are kept; in Markdown lines that were broken are broken still, and the row that
    delimits a table's heads (``|---|``), which is no block, stays between two rows. `confidence` (0 to 1) is the
    calibrated chance that the text is the article (F1 of .95 or more), fitted where no side is preferred, and on whole
    articles: of a paragraph or two it is low, often below .2, where the text is exact as well, so that a threshold is
    for longer texts; of a page with `no_article` it says little. `flags` may hold `no_article`, `truncated` (pay wall,
    or an API's cut), `several_articles`, `live_blog`, `gallery`.

    Attributes:
        text: the article, "" where there is none.
        blocks: all blocks of the page, in its order.
        title: the headline as printed, else as the page's head has it; None where there is neither, as of all below.
        byline: the author or authors as the line near the title or the text has them, without date and address: "By" or
            what else the line says before the name is kept where it is printed ("By Ada Finch", "Author: Ada Finch").
            Where no line names one, the bare name that the page's markup has ("Ada Finch").
        published: the day, with its time where that is said: in ISO 8601 where markup says it and leaves no doubt, else
            as printed.
        captions: the texts of the blocks whose role is CAPTION, in the page's order, each once.
        teasers: those of TEASER, likewise.
        kind: what the source was read as: "html", "markdown" or "text".

    `repr(page)` is one line: title, kind, how many blocks there are, and the share of their characters that is kept. A
    notebook shows all blocks.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    captions: tuple[str, ...] = ()
    teasers: tuple[str, ...] = ()
    kind: str = "text"
    confidence: float = 0.0
    flags: frozenset[str] = field(default_factory=frozenset)

    def __repr__(self) -> str:
        title = None if self.title is None else shorten(self.title, SHOWN_TITLE, placeholder="…")
        return f"<Page {title!r}: {self.kind}, blocks: {len(self.blocks)}, kept: {kept_share(self):.0%}>"

    def to_dict(self) -> dict[str, Any]:
        """The page as plain dicts, lists, strings and numbers, ready for `json.dumps`."""
        plain: Mapping[str, Any] = asdict(self)
        blocks = [
            {**block, "role": str(block["role"]), "reasons": [list(reason) for reason in block["reasons"]]}
            for block in plain["blocks"]
        ]
        return {
            **plain,
            "blocks": blocks,
            "captions": list(self.captions),
            "teasers": list(self.teasers),
            "flags": sorted(self.flags),
        }

    def _repr_html_(self) -> str:
        """What a notebook shows: kept blocks in full ink, stripped ones pale, each with role, score and reasons."""
        rows = []
        for block in self.blocks:
            reasons = (f"{name} {weight:+.2f}" for name, weight in block.reasons[:3])
            why = ", ".join(filter(None, (block.note, *reasons)))
            style = "" if block.kept else ' style="opacity:.45"'
            rows.append(
                f"<tr{style}><td>{block.role}</td><td>{block.score:.2f}</td>"
                f'<td style="text-align:left">{html.escape(block.text)}<br><small>{html.escape(why)}</small></td></tr>'
            )
        head = f"<p><b>{html.escape(self.title or '')}</b> confidence {self.confidence:.2f}</p>"
        return f"{head}<table><tr><th>role</th><th>score</th><th>block</th></tr>{''.join(rows)}</table>"


def kept_share(page: Page) -> float:
    """The share, 0 to 1, of the page's characters that are in kept blocks; 0 for a page without any."""
    total = sum(len(block.text) for block in page.blocks)
    return sum(len(block.text) for block in page.blocks if block.kept) / total if total else 0.0
