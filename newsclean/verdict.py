"""A verdict: one page heard and decided. What `clean` stands on, and with what is said of it `explain`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from newsclean.decision import blocks_between, headings_between
from newsclean.evidence.view import Column, View
from newsclean.hearing import Hearing
from newsclean.page import Role
from newsclean.reading.blobs import is_blob
from newsclean.reading.document import Document
from newsclean.rereading import read_again, reread
from newsclean.scoring.alike_lines import alike_lines
from newsclean.scoring.beside import COMMENTS, lowered
from newsclean.scoring.beside_labels import headings_beside_labels
from newsclean.scoring.contents import listed_headings
from newsclean.scoring.corrections import corrections
from newsclean.scoring.datelines import datelines
from newsclean.scoring.fronts import fronted
from newsclean.scoring.overview import tells_of_stories
from newsclean.scoring.results import results
from newsclean.scoring.resumed import resumed
from newsclean.scoring.scorer import Scorer, without
from newsclean.scoring.standfirsts import below_headline, possible_standfirsts, standfirsts
from newsclean.scoring.tops import tops
from newsclean.stages import Stage


class Verdict(Hearing):
    """The decision about every block of a document, when all who know of it were heard."""

    def finish(self, reader: Callable[[str], Scorer] | None) -> None:
        """Lines on top and what goes when read by itself leave, what belongs to the article joins, and where what stays
        is none, all goes."""
        self.tops: dict[int, Role] = {}
        self.gone = self.between = self.noted = np.zeros(len(self.doc), np.bool_)
        if self.prefer != "recall":
            self.leave_tops()
        self.above = standfirsts(self.scored.view, self.decided)
        if self.doc.markup is None:
            values = partial(self.namer(self.scorer.mode).values, self.scored)
            self.above = below_headline(self.scored, self.decided, values)
        if reader is not None:
            self.read_again(reader)
        self.noted = self._belonging(self.likely) & ~self.likely
        self.likely = self.likely | self.noted
        if self.prefer != "precision":
            self.add_standfirsts(reader)
            self.close_gaps(reader)
        if self.likely.any() and (self._is_blob() or (self.prefer != "recall" and self._lists_stories())):
            self.likely = np.zeros(len(self.doc), np.bool_)

    @property
    def topped(self) -> Column:
        """float32 (n,): the chances before what stays was read by itself."""
        return self.stages.before(Stage.ALONE)

    def _is_blob(self) -> bool:
        """Whether the page is data and no text, whatever is preferred."""
        return self.doc.markup is None and is_blob(self.doc.source)

    def _lists_stories(self) -> bool:
        """Whether what stays is what a page says of the stories it lists; by its words never where one is found by its
        place. Of what balanced thresholds keep, so that precision keeps no more than they do."""
        view, kept = self.scored.view, self.likely
        if self.prefer != "balanced":
            kept = kept | (self._balanced() & ~self.gone)
        if fronted(view, kept):
            return True
        placed = self.headed.any() or COMMENTS in self.beside
        return not placed and tells_of_stories(self.scored, self.score, kept)

    def leave_tops(self) -> None:
        """Headline, author and date go that stand on top of an article without the rest of its page.

        Of what balanced thresholds keep, as below, so that precision keeps no more than they do.
        """
        self.tops = tops(self.scored.view, self.score, self._balanced(), lambda: self.role_values)
        if self.tops:
            self._change(Stage.TOPS, without(self.score, [*self.tops]))

    def read_again(self, reader: Callable[[str], Scorer]) -> None:
        """What stays is read by itself, and what would then go, goes now; after all else was asked.

        Cleaning a second time shall find nothing left to do. A text is read again where it is in doubt, HTML where one
        of its blocks is. Whatever is preferred, what balanced thresholds keep is what is read again, so that precision
        keeps no more than is left of it; who prefers recall gets all.
        """
        if self.prefer == "recall" or not self.likely.any():
            return
        balanced = self._balanced()
        noted = self._belonging(balanced)
        self.gone, score = read_again(self.scored, self.score, balanced, self.unlabelled, reader, self.namer, noted)
        self.stages.add(Stage.ALONE, score)
        self.likely = self.likely & ~self.gone

    def add_standfirsts(self, reader: Callable[[str], Scorer] | None) -> None:
        """What may be a standfirst stays above what balanced thresholds keep, if it does when read with what stays; who
        prefers recall gets it anyway."""
        values = partial(self.namer(self.scorer.mode).values, self.scored)
        found = possible_standfirsts(self.scored.view, self.decided, values) & ~self.likely
        found &= ~lowered(self.beside, len(self.doc))
        if found.any() and reader is not None and self.prefer == "balanced":
            found &= ~reread(self.doc, self.likely | found, self.score, found, reader, self.namer, self.above).gone
        self.above, self.noted, self.likely = self.above | found, self.noted | found, self.likely | found

    def _belonging(self, kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """bool (n,): corrections, results, standfirsts, a dateline and what goes on behind an advertisement, which stay
        beside what stays, and of that turns of a conversation and a brief; what a rule has lowered and what a site
        prints on other pages is none."""
        view = self.scored.view
        balanced = self._balanced()
        noted = corrections(view, kept) | results(view, balanced) | self.above | datelines(view, balanced, kept)
        noted |= resumed(view, self.topped, balanced)
        noted |= kept & (self.turns | self.brief | self.headed)
        noted &= ~lowered(self.beside, len(kept))
        return noted if self.known is None else noted & (self.known.repeats == 0)

    def _rescored(self, doc: Document) -> Column:
        """float32 (n,): what the page's own scorer says of the blocks of another document."""
        return self.scorer.score(View(doc), self.prefer).score

    def close_gaps(self, reader: Callable[[str], Scorer] | None) -> None:
        """Of a text that stays nearly whole, what stands between its blocks and is likelier to belong to it than at an
        end stays as well, whatever reading it again said; so do headings, where they are told. Headings beside labels,
        and of HTML lines like those that stay, have to stay when read again, where that is done. Who prefers precision
        gets none of it.
        """
        view, likely = self.scored.view, self.likely
        if self.doc.markup is None:
            lines = headings_beside_labels(view, likely, self._rescored)
            found = blocks_between(self.scored, self.score, likely)
        else:
            lines = alike_lines(view, self.score, likely) & (not self.unlabelled)
            found = np.zeros(len(self.doc), np.bool_)
        lines &= ~self.gone
        if lines.any() and reader is not None and self.prefer == "balanced":
            lines &= ~reread(self.doc, likely | lines, self.score, lines, reader, self.namer).gone
        found |= lines
        found |= headings_between(self.scored.view, self.topped, self.likely | found)
        found |= listed_headings(self.scored.view, self.topped, self.likely)
        self.between = found & ~lowered(self.beside, len(self.doc))
        if self.between.any():
            self.likely = self.likely | self.between
            self.stages.add(Stage.ALONE, np.where(self.between, self.topped, self.score))
