"""Extraction: the article of a page as a text, and all that is said of the page. What both `clean` and `explain` stand
on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from newsclean.metadata import Lines
from newsclean.models import Models
from newsclean.output import output_text
from newsclean.page import KEPT, Block, Page, Reason, Role
from newsclean.page_scores import PageScores
from newsclean.printings import first_printing
from newsclean.reading.document import Document
from newsclean.scoring.beside import OTHER_STORY, told_roles
from newsclean.scoring.confidence import confidence
from newsclean.scoring.flags import flags
from newsclean.scoring.naming import headline_log_odds, name_repeats, name_roles
from newsclean.scoring.notes import AGAIN, notes
from newsclean.scoring.reasons import Change, with_changes
from newsclean.scoring.reasons import reasons as scored_reasons
from newsclean.scoring.unfamiliar import why_mended
from newsclean.selection import Selection
from newsclean.site.host import HostMemory, on_pages
from newsclean.stages import Stage


def extract(
    doc: Document,
    models: Models,
    prefer: str = "balanced",
    keep: Collection[Role] = KEPT,
    site: HostMemory | None = None,
) -> Extraction:
    """Score the blocks of a document, select those that stay, and make what is asked of them.

    Of a page that came more than once in one source the first printing is all that is read: each would take the others
    for what sites repeat.
    """
    first = first_printing(doc)
    own = doc if first == len(doc) else doc.only(np.arange(len(doc)) < first)
    return Extraction(Selection(PageScores(own, models, prefer, site)), frozenset(keep), doc)


class Extraction:
    """The text that stays of a page, and roles, reasons, notes and metadata, worked out only when asked for."""

    def __init__(self, selection: Selection, keep: frozenset[Role] = KEPT, whole: Document | None = None) -> None:
        self.selection, self.scores, self.keep = selection, selection.scores, keep
        self.doc, self.view = selection.doc, selection.view
        self.whole = self.doc if whole is None else whole

    @cached_property
    def confidence(self) -> float:
        """0 to 1: the chance that the text which stays in the end is the article; fitted where no side is preferred."""
        return confidence(self.scores.scored, self.selection.score, self.selection.kept, self.scores.scorer.confidence)

    @cached_property
    def roles(self) -> list[Role]:
        """The role of each block, whatever is asked to be kept."""
        roles = name_roles(self.view, self.selection.kept, self.scores.role_values)
        for blocks, told in told_roles(self.scores.beside):
            for block in blocks[~self.selection.kept[blocks]].tolist():
                roles[block] = told if roles[block] is not Role.DUPLICATE else Role.DUPLICATE
        for block, role in self.selection.tops.items():
            roles[block] = role
        return roles

    @cached_property
    def shown_roles(self) -> list[Role]:
        """The role of each block where `keep` is asked for: what it keeps comes once."""
        return self.roles if self.keep == KEPT else name_repeats(self.view, self.selection.kept, self.roles, self.keep)

    @cached_property
    def kept(self) -> NDArray[np.bool_]:
        """bool (n,): the blocks that stay, of all that the source has."""
        if self.keep == KEPT:  # roles cannot change what stays
            first = self.selection.kept
        else:
            first = np.array([role in self.keep for role in self.shown_roles], np.bool_)
        again = np.full(len(self.whole) - len(first), Role.DUPLICATE in self.keep)
        return np.concatenate((first, again)) if len(again) else first

    @cached_property
    def text(self) -> str:
        """The blocks that stay, paragraphs with a blank line between, rows of a list or table on lines of their own."""
        return output_text(self.whole, self.kept)

    def blocks(self, *, reasons: bool = True) -> tuple[Block, ...]:
        """All blocks, with role and score, and with reasons where they are asked for."""
        spans: list[list[int]] = self.doc.source_spans.tolist()
        why = self._reasons() if reasons else [()] * self.view.n
        said = notes(
            self.view,
            self.selection.score,
            self.scores.scored.threshold,
            self.selection.kept,
            alone=self.selection.gone,
            gaps=self.selection.between,
            noted=self.selection.noted,
            standfirsts=self.selection.above,
        )
        return tuple(
            Block(
                text=self.doc.block_text(i),
                start=spans[i][0],
                end=spans[i][1],
                role=self.shown_roles[i],
                kept=bool(self.kept[i]),
                score=round(float(score), 4),
                reasons=why[i],
                note=said[i] if self.keep == KEPT else "",
            )
            for i, score in enumerate(self.selection.score)
        )

    def _printed_again(self) -> Iterator[Block]:
        """The blocks behind those of the document, which are its page once more."""
        first = len(self.doc)
        for i, (start, end) in enumerate(self.whole.source_spans[first:].tolist(), first):
            text = self.whole.block_text(i)
            yield Block(text, start, end, Role.DUPLICATE, kept=bool(self.kept[i]), score=0.0, note=AGAIN)

    def _joined(self, i: int) -> str:
        """Why a block is held by those around it."""
        if self.scores.turns[i]:
            return "a turn of a conversation"
        return "an entry below its time" if self.scores.timed[i] else "a brief of sentences"

    def _reasons(self) -> list[tuple[Reason, ...]]:
        changes, own = self._changes(), scored_reasons(self.scores.scored, self.scores.scorer)
        return [with_changes(changes, i, rows) for i, rows in enumerate(own)]

    def _changes(self) -> list[Change]:
        """What changed the chances after the page's own scorer: each stage, in order, and each rule of what stands
        beside the article."""
        names: dict[Stage, Callable[[int], str]] = {
            Stage.UNLABELLED: _always("as scored without labels"),
            Stage.UNFAMILIAR: self._unfamiliar,
            Stage.SPOKEN: self._joined,
            Stage.HEADED: _always("below the headline"),
            Stage.ENDING: _always("an ending of the text"),
            Stage.OPINION: self._opinion_on,
            Stage.SITE: self._on_pages,
            Stage.TOPS: lambda i: f"a {self.selection.tops[i].value} on top" if i in self.selection.tops else "",
            Stage.ALONE: _always("read by itself"),
        }
        changes: list[Change] = []
        for stage, before, after in self.selection.stages.changes():
            if stage is Stage.BESIDE:
                changes += [Change.of(_always(rule), *scores) for rule, scores in self.scores.beside.items()]
            else:
                changes.append(Change.of(names[stage], before, after))
        return changes

    def _unfamiliar(self, i: int) -> str:
        return why_mended(self.view, i, bool(self.scores.mended[i] <= self.scores.scored.score[i]))

    def _opinion_on(self, i: int) -> str:
        keeps = self.scores.opinion is not None and self.scores.opinion.keeps[i]
        return f"second opinion, which {'keeps' if keeps else 'drops'} it"

    def _on_pages(self, i: int) -> str:
        if self.scores.known is None or not self.scores.known.repeats[i]:
            return "site's other pages"
        return on_pages(float(self.scores.known.repeats[i]), float(self.scores.known.pages[i]))

    def _printed(self, text: str | None) -> str | None:
        return None if text is None else self.doc.printed(text)

    def _texts_of(self, blocks: tuple[Block, ...], role: Role) -> tuple[str, ...]:
        return tuple(dict.fromkeys(block.text for block, own in zip(blocks, self.roles, strict=True) if own is role))

    def page(self, *, reasons: bool = True) -> Page:
        """Everything that is known of the page, with its blocks' reasons where they are asked for."""
        blocks = self.blocks(reasons=reasons)
        titles, author, published, site = self.doc.said
        lines = Lines(self.view, self.selection.kept, self.roles, headline_log_odds(self.scores.role_values))
        return Page(
            text=self.text,
            blocks=(*blocks, *self._printed_again()),
            title=self._printed(lines.title(*titles, site=site)),
            byline=self._printed(lines.byline(author, site)),
            published=self._printed(lines.published(published)),
            captions=self._texts_of(blocks, Role.CAPTION),
            teasers=self._texts_of(blocks, Role.TEASER),
            kind=self.doc.kind,
            confidence=self.confidence,
            flags=flags(self.view, self.selection.kept, self.roles, others=OTHER_STORY in self.scores.beside),
        )


def _always(name: str) -> Callable[[int], str]:
    """A reason that is called the same for all blocks."""
    return lambda block: name
