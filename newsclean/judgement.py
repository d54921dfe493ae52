"""A judgement: one page read, weighed and decided. What `clean` and `explain` both stand on."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.view import View
from newsclean.page import KEPT, Block, Page, Role
from newsclean.reading.document import ROW, RUN, Document
from newsclean.scoring.confidence import confidence
from newsclean.scoring.flags import flags
from newsclean.scoring.naming import name_roles, namer
from newsclean.scoring.reasons import reasons
from newsclean.scoring.scorer import Scored, Scorer
from newsclean.scoring.trees import Trees

JOINTS = {ROW: "\n", RUN: " "}


class Judgement:
    """The decision about every block of a document; roles, reasons and metadata are worked out only when asked for."""

    def __init__(self, doc: Document, scorer: Scorer, prefer: str, keep: Collection[Role], names: Trees | None = None):
        self.doc, self.scorer, self.keep, self._names = doc, scorer, frozenset(keep), names
        self.scored: Scored = scorer.score(View(doc), prefer)
        self.likely: NDArray[np.bool_] = self.scored.score >= self.scored.threshold

    @cached_property
    def roles(self) -> list[Role]:
        """The role of each block."""
        return name_roles(self.scored, self.likely, self._names or namer(self.scorer.mode))

    @cached_property
    def kept(self) -> NDArray[np.bool_]:
        """bool (n,): the blocks that stay."""
        if self.keep == KEPT:  # roles cannot change what stays
            return self.likely
        return np.array([role in self.keep for role in self.roles], np.bool_)

    @cached_property
    def text(self) -> str:
        """The blocks that stay, paragraphs with a blank line between, rows of a list or table on lines of their own."""
        parts: list[str] = []
        follows, last = self.doc.follows, -1
        for i in np.flatnonzero(self.kept).tolist():
            if parts:
                together = last == i - 1
                parts.append(JOINTS.get(int(follows[i]), "\n\n") if together else "\n\n")
            parts.append(self.doc.block_text(i))
            last = i
        return "".join(parts)

    def blocks(self) -> tuple[Block, ...]:
        """All blocks, with role, score and reasons."""
        spans = self.doc.spans.tolist()
        why = reasons(self.scored, self.scorer)
        return tuple(
            Block(self.doc.block_text(i), *spans[i], self.roles[i], bool(self.kept[i]), round(float(score), 4), why[i])
            for i, score in enumerate(self.scored.score)
        )

    def page(self) -> Page:
        """Everything that is known of the page."""
        blocks = self.blocks()
        head = self.doc.markup.head if self.doc.markup is not None else None
        return Page(
            text=self.text,
            blocks=blocks,
            title=_first(blocks, Role.HEADLINE) or (head and (head.headline or head.title)) or None,
            byline=_first(blocks, Role.BYLINE) or (head and head.author) or None,
            published=(head and head.published) or _first(blocks, Role.TIMESTAMP) or None,
            captions=tuple(dict.fromkeys(block.text for block in blocks if block.role is Role.CAPTION)),
            teasers=tuple(dict.fromkeys(block.text for block in blocks if block.role is Role.TEASER)),
            kind=self.doc.kind,
            confidence=confidence(self.scored, self.likely, self.scorer.confidence),
            flags=flags(self.scored, self.likely, self.roles),
        )


def _first(blocks: tuple[Block, ...], role: Role) -> str | None:
    return next((block.text for block in blocks if block.role is role), None)
