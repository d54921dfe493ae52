"""Selection: which blocks of a page stay, once its scores are known."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.decision import blocks_between, headings_between
from newsclean.evidence.view import Column, View
from newsclean.page import Role
from newsclean.page_scores import PageScores
from newsclean.reading.blobs import is_blob
from newsclean.reading.document import Document
from newsclean.rereading import read_again, reread
from newsclean.scoring.alike_lines import alike_lines
from newsclean.scoring.beside import BELOW, lowered
from newsclean.scoring.beside_labels import headings_beside_labels
from newsclean.scoring.contents import listed_headings
from newsclean.scoring.corrections import corrections
from newsclean.scoring.datelines import datelines
from newsclean.scoring.figure_lines import figure_lines
from newsclean.scoring.fronts import fronted
from newsclean.scoring.overview import tells_of_stories
from newsclean.scoring.results import results
from newsclean.scoring.resumed import resumed
from newsclean.scoring.scorer import without
from newsclean.scoring.standfirsts import below_headline, possible_standfirsts, standfirsts
from newsclean.scoring.tops import tops
from newsclean.scoring.trees import Table
from newsclean.stages import Stage


class Selection:
    """The decision about every block of a page.

    kept: bool (n,), the blocks that stay. By what they were chosen, `explain` tells. stages: the chances, with those of
    this decision. tops: lines on top that went, and their roles. bool (n,) each, gone: what went when what stays was
    read by itself; noted: what stays by another rule than its chance; above: standfirsts; between: what stays since it
    stands between blocks that do.
    """

    def __init__(self, scores: PageScores) -> None:
        self.scores, self.stages, self.kept = scores, scores.stages.copy(), scores.kept
        self.doc, self.view, self.prefer = scores.doc, scores.scored.view, scores.prefer
        self.tops: dict[int, Role] = {}
        self.gone = self.between = self.noted = np.zeros(len(self.doc), np.bool_)
        self._below = lowered(scores.beside, len(self.doc))

        if self.prefer != "recall":
            self._leave_tops()
        if self.doc.markup is None:
            self.above = below_headline(scores.scored, scores.decided, self._values_of)
        else:
            self.above = standfirsts(self.view, scores.decided)
        if not scores.models.single_pass:
            self._read_again()
        self.noted = self._belonging(self.kept) & ~self.kept
        self.kept = self.kept | self.noted
        if self.prefer != "precision":
            self._add_standfirsts()
            self._close_gaps()
        if self.kept.any() and (self._is_blob() or (self.prefer != "recall" and self._lists_stories())):
            self.kept = np.zeros(len(self.doc), np.bool_)

    @property
    def score(self) -> Column:
        """float32 (n,): the chances after all stages."""
        return self.stages.now

    @property
    def _whole_score(self) -> Column:
        """float32 (n,): the chances before what stays was read by itself."""
        return self.stages.before(Stage.ALONE)

    @property
    def _rereads(self) -> bool:
        """Whether what joins later is read again with what stays."""
        return self.prefer == "balanced" and not self.scores.models.single_pass

    def _values_of(self, part: slice) -> Table:
        """float32 (`NAMED`, k): how much speaks for each role of the blocks of a part."""
        return self.scores.namer.values(self.scores.scored, part)

    def _balanced(self) -> NDArray[np.bool_]:
        """bool (n,): the blocks that stay where no side is preferred."""
        return self.kept if self.prefer == "balanced" else self.scores.decide(self.score, balanced=True)

    def _leave_tops(self) -> None:
        """Headline, author and date go that stand on top of an article without the rest of its page.

        Of what balanced thresholds keep, as below, so that precision keeps no more than they do.
        """
        self.tops = tops(self.view, self.score, self._balanced(), lambda: self.scores.role_values)
        if self.tops:
            self.stages.add(Stage.TOPS, without(self.score, [*self.tops]))
            self.kept = self.scores.decide(self.score)

    def _read_again(self) -> None:
        """What stays is read by itself, and what would then go, goes now; after all else was asked.

        Cleaning a second time shall find nothing left to do. A text is read again where it is in doubt, HTML where one
        of its blocks is. Whatever is preferred, what balanced thresholds keep is what is read again, so that precision
        keeps no more than is left of it; who prefers recall gets all.
        """
        if self.prefer == "recall" or not self.kept.any():
            return
        scores, balanced = self.scores, self._balanced()
        noted = self._belonging(balanced)
        self.gone, score = read_again(scores.scored, self.score, balanced, scores.unlabelled, scores.models, noted)
        self.stages.add(Stage.ALONE, score)
        self.kept = self.kept & ~self.gone

    def _belonging(self, kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """bool (n,): corrections, results, standfirsts, a dateline and what goes on behind an advertisement, which stay
        beside what stays, and of that turns of a conversation and a brief; what a rule has lowered and what a site
        prints on other pages is none."""
        scores, view, balanced = self.scores, self.view, self._balanced()
        noted = corrections(view, kept) | results(view, balanced) | self.above | datelines(view, balanced, kept)
        noted |= resumed(view, self._whole_score, balanced)
        noted |= kept & (scores.joined | scores.headed)
        noted &= ~self._below
        return noted if scores.known is None else noted & (scores.known.repeats == 0)

    def _add_standfirsts(self) -> None:
        """What may be a standfirst stays above what balanced thresholds keep, if it does when read with what stays; who
        prefers recall gets it anyway."""
        found = possible_standfirsts(self.view, self.scores.decided, self._values_of) & ~self.kept & ~self._below
        if found.any() and self._rereads:
            found &= ~self._gone_of(found, self.above)
        self.above, self.noted, self.kept = self.above | found, self.noted | found, self.kept | found

    def _gone_of(self, found: NDArray[np.bool_], noted: NDArray[np.bool_] | None = None) -> NDArray[np.bool_]:
        """bool (n,): which of some blocks that may join go when they are read with what stays."""
        return reread(self.doc, self.kept | found, self.score, found, self.scores.models, noted).gone

    def _close_gaps(self) -> None:
        """Of a text that stays nearly whole, what stands between its blocks and is likelier to belong to it than at an
        end stays as well, whatever reading it again said; so do headings, where they are told. Headings beside labels,
        and of HTML lines like those that stay, have to stay when read again, where that is done. Who prefers precision
        gets none of it.
        """
        view, kept = self.view, self.kept
        if self.doc.markup is None:
            lines = headings_beside_labels(view, kept, self._rescored)
            found = blocks_between(self.scores.scored, self.score, kept)
        else:
            lines = alike_lines(view, self.score, kept) & (not self.scores.unlabelled)
            found = np.zeros(len(self.doc), np.bool_)
        lines |= figure_lines(view, self.score, kept)
        lines &= ~self.gone
        if lines.any() and self._rereads:
            lines &= ~self._gone_of(lines)
        found |= lines
        found |= headings_between(view, self._whole_score, kept | found)
        found |= listed_headings(view, self._whole_score, kept)
        self.between = found & ~self._below
        if self.between.any():
            self.kept = kept | self.between
            self.stages.add(Stage.ALONE, np.where(self.between, self._whole_score, self.score))

    def _rescored(self, doc: Document) -> Column:
        """float32 (n,): what the page's own scorer says of the blocks of another document."""
        return self.scores.scorer.score(View(doc), self.prefer).score

    def _is_blob(self) -> bool:
        """Whether the page is data and no text, whatever is preferred."""
        return self.doc.markup is None and is_blob(self.doc.source)

    def _lists_stories(self) -> bool:
        """Whether what stays is what a page says of the stories it lists; by its words never where one is found by its
        place. Of what balanced thresholds keep, so that precision keeps no more than they do."""
        scores, kept = self.scores, self.kept
        if self.prefer != "balanced":
            kept = kept | (self._balanced() & ~self.gone)
        if fronted(self.view, kept):
            return True
        placed = scores.headed.any() or not BELOW.isdisjoint(scores.beside)
        return not placed and tells_of_stories(scores.scored, self.score, kept)
