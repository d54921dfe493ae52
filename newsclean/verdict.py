"""A verdict: one page read, weighed and decided. What `clean` stands on, and with what is said of it `explain`."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray

from newsclean.decision import between, decide
from newsclean.evidence.view import Column, View
from newsclean.page import KEPT, Role
from newsclean.reading.document import Document
from newsclean.rereading import read_again, reread
from newsclean.scoring.alike_lines import alike_lines
from newsclean.scoring.averaged import DOUBT, averaged
from newsclean.scoring.beside import COMMENTS, Steps, lower_beside, lowered
from newsclean.scoring.briefs import brief
from newsclean.scoring.confidence import first_confidence
from newsclean.scoring.conversations import conversed, held
from newsclean.scoring.corrections import corrections
from newsclean.scoring.endings import ended
from newsclean.scoring.fronts import fronted
from newsclean.scoring.headed import headed, raised
from newsclean.scoring.labelled import suited
from newsclean.scoring.naming import Namer, namer
from newsclean.scoring.opinion import LIMIT, Opinion, weigh
from newsclean.scoring.opinion_text import other_text
from newsclean.scoring.overview import tells_of_stories
from newsclean.scoring.results import results
from newsclean.scoring.scorer import Scored, Scorer
from newsclean.scoring.site_look import look_again, site_trees
from newsclean.scoring.standfirsts import below_headline, standfirsts
from newsclean.scoring.tail import tail, without_tail
from newsclean.scoring.tops import tops, without
from newsclean.scoring.trees import Table, Trees
from newsclean.scoring.unfamiliar import mended
from newsclean.site.host import HostMemory, SiteColumns


class Verdict:
    """The decision about every block of a document; what speaks for its roles is worked out only where it is asked."""

    def __init__(
        self,
        doc: Document,
        scorer: Scorer,
        prefer: str = "balanced",
        keep: Collection[Role] = KEPT,
        site: HostMemory | None = None,
        site_look: Trees | None = None,
        opinion: Callable[[], Trees] | None = None,
        limit: float = LIMIT,
        reader: Callable[[str], Scorer] | None = None,
        namer: Callable[[str], Namer] = namer,
    ) -> None:
        self.doc, self.prefer, self.keep, self.namer = doc, prefer, frozenset(keep), namer
        view = View(doc)
        self.scorer = suited(view, scorer, reader)
        self.unlabelled = self.scorer is not scorer
        self.scored: Scored = self.scorer.score(view, prefer)
        self.mended = self.scored.score
        if doc.markup is None:
            self.mended = mended(self.scored, self.scorer.vocabulary, labels=prefer != "recall")
        self.turns, self.brief = conversed(view, self.mended), brief(view, self.mended, self.scorer.vocabulary)
        self.held = held(self.mended, self.turns | self.brief)
        self.headed = np.zeros(view.n, np.bool_)
        self.beside: Steps = {}
        self.known: SiteColumns | None = site.lookup(doc) if site is not None and len(doc) else None
        self.below = self.ended = self.held
        self._hear(self.held)
        self.own = self.scored
        if doc.markup is None:
            self.find_headed()
            self.end()
        else:
            if reader is not None and not self.unlabelled:
                self.average(reader)
            self.find_headed()
        self.decided = self._balanced()
        self.opinion: Opinion | None = None
        if opinion is not None and doc.markup is not None and len(doc):
            self.ask(opinion, limit)
        if self.opinion is None:
            self.leave_beside()
        if self.known is not None and self.known.pages[0] > 0:
            self.remember(self.known, site_look or site_trees(scorer.mode))
        self.finish(reader)

    def _hear(self, score: Column) -> None:
        """Chances join that nobody else was asked about yet, and the page is decided."""
        self.heard = self.alone = self.remembered = self.score = score
        self.likely = self._decide()

    def _decide(self, balanced: bool = False) -> NDArray[np.bool_]:
        threshold = self.scored.balanced if balanced else self.scored.threshold
        found = bool(self.headed.any()) or COMMENTS in self.beside  # which stand below an article
        return decide(self.scored, self.score, threshold, found)

    def _balanced(self) -> NDArray[np.bool_]:
        """bool (n,): the blocks that would stay where no side is preferred."""
        return self.likely if self.prefer == "balanced" else self._decide(balanced=True)

    def find_headed(self) -> None:
        """A page in which no article is found, or pieces of one, may have one of short lines, below its headline."""
        score = self._as_balanced()
        kept = self.likely if self.prefer == "balanced" else decide(self.scored, score, self.scored.balanced)
        self.headed = headed(self.scored, score, kept, lambda: self.role_values)
        if self.headed.any():
            self.below = self.ended = raised(self.held, self.headed)
            self._hear(self.below)

    def end(self) -> None:
        """The last paragraph of a text is the likelier where it speaks of what the text speaks of.

        Behind what balanced chances keep, whatever is preferred, so that recall keeps no less.
        """
        kept = self._balanced()
        if self.prefer == "recall":
            score = raised(self._as_balanced(), self.headed)
            kept = decide(self.scored, score, self.scored.balanced, bool(self.headed.any()))
        self.ended = ended(self.scored, self.below, kept, self.scorer.vocabulary)
        if self.ended is not self.below:
            self._hear(self.ended)

    def _as_balanced(self) -> Column:
        """float32 (n,): the chances as they are where no side is preferred."""
        if self.prefer != "recall" or self.doc.markup is not None:
            return self.held
        known = self.scorer.vocabulary
        score = mended(self.scored, known)
        return held(score, conversed(self.scored.view, score) | brief(self.scored.view, score, known))

    def average(self, reader: Callable[[str], Scorer]) -> None:
        """A page of HTML that is in doubt is scored without its labels too; one without an article is left alone."""
        balanced, fitted = self._balanced(), self.scorer.first_confidence
        if not balanced.any() or first_confidence(self.scored, balanced, fitted) >= DOUBT:
            return
        self.scored = averaged(self.scored, reader("thin"))
        self.mended = self.held = self.below = self.ended = self.scored.score
        self._hear(self.ended)

    def ask(self, opinion: Callable[[], Trees], limit: float = LIMIT) -> None:
        """Below a confidence another extractor is heard, and the page decided again; before anything else is asked.

        Where none was found, or one by its place, none is asked: an extractor finds something on every front page.
        """
        if (
            self.headed.any()
            or not self.likely.any()
            or self.first_confidence >= limit
            or not (other := other_text(self.doc))
        ):
            return
        self.opinion = weigh(self.scored, other, self.first_confidence, opinion())
        self._hear(self.opinion.score)
        self.leave_beside()

    def leave_beside(self) -> None:
        """What the page's elements show to stand beside the article is the less likely, unless recall is preferred."""
        if self.prefer == "recall":
            return
        score, self.beside = lower_beside(self.scored.view, self.heard, self.scored.balanced)
        if self.beside:
            self.alone = self.remembered = self.score = score
            self.likely = self._decide()

    def remember(self, known: SiteColumns, trees: Trees) -> None:
        """What is known of the site's other pages joins, and the page is decided again, before all else is asked.

        Where no article was found there is none: on a front every new teaser is text that no other page has.
        """
        self.known = known
        if not self.likely.any():
            return
        self.remembered = self.score = look_again(self.scored, self.alone, known, trees)
        self.likely = self._decide()

    def finish(self, reader: Callable[[str], Scorer] | None) -> None:
        """What is left to do when all who know of the page were asked; again, where one is asked later."""
        self.topped = self.score
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
        if self.prefer == "balanced":
            self.close_gaps(reader)
        self.left = self.score
        if self.prefer == "recall" or not self.likely.any():
            return
        if self._lists_stories():
            self.likely = np.zeros(len(self.doc), np.bool_)
        elif not self.headed.any():
            self.leave_tail()

    def _lists_stories(self) -> bool:
        """Whether what stays is what a page says of the stories it lists; by its words never where one is found by its
        place. Of what balanced thresholds keep, so that precision keeps no more than they do."""
        view, kept = self.scored.view, self._stays()
        if fronted(view, kept):
            return True
        placed = self.headed.any() or COMMENTS in self.beside
        return not placed and tells_of_stories(self.scored, self.score, kept)

    def _stays(self) -> NDArray[np.bool_]:
        """bool (n,): what stays where no side is preferred, and what is preferred with it."""
        return self.likely if self.prefer == "balanced" else self.likely | (self._balanced() & ~self.gone)

    def leave_tail(self) -> None:
        """Other stories behind the article's end go, that read like it. Of what balanced thresholds keep, as above."""
        found = tail(self.scored, self.score, self._stays())
        if found.any():
            self.score = without_tail(self.score, found)
            self.gone, self.likely = self.gone | found, self.likely & ~found

    def leave_tops(self) -> None:
        """Headline, author and date go that stand on top of an article without the rest of its page.

        Of what balanced thresholds keep, as below, so that precision keeps no more than they do.
        """
        self.tops = tops(self.scored, self.score, self._balanced(), lambda: self.role_values)
        if self.tops:
            self.topped = self.score = without(self.score, self.tops)
            self.likely = self._decide()

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
        self.gone, self.score = read_again(
            self.scored, self.score, balanced, self.unlabelled, reader, self.namer, noted
        )
        self.likely = self.likely & ~self.gone

    def _belonging(self, kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """bool (n,): corrections, results and standfirsts beside what stays, which stay too, and of what stays turns of
        a conversation and a brief; what a rule has lowered and what a site prints on other pages is none."""
        view = self.scored.view
        noted = corrections(view, kept) | results(view, self._balanced()) | self.above
        noted |= kept & (self.turns | self.brief | self.headed)
        noted &= ~lowered(self.beside, len(kept))
        return noted if self.known is None else noted & (self.known.repeats == 0)

    def close_gaps(self, reader: Callable[[str], Scorer] | None) -> None:
        """Of a text that stays nearly whole, what stands between its blocks and is likelier to belong to it than at an
        end stays as well, whatever reading it again said; of HTML lines stay as those like them do, if they stayed when
        read again. Who prefers recall has it anyway, who prefers precision not.
        """
        if self.doc.markup is None:
            found = between(self.scored, self.score, self.likely)
        else:
            found = alike_lines(self.scored.view, self.score, self.likely) & ~self.gone & (not self.unlabelled)
            if found.any() and reader is not None:
                found &= ~reread(self.doc, self.likely | found, self.score, found, reader, self.namer).gone
        self.between = found & ~lowered(self.beside, len(self.doc))
        if self.between.any():
            self.likely = self.likely | self.between
            self.score = np.where(self.between, self.topped, self.score)

    @cached_property
    def first_confidence(self) -> float:
        """0 to 1: the chance that what the scorer keeps is the article, before others are asked.

        Of the balanced decision, on which it was fitted: whoever prefers a side has the same others asked.
        """
        return first_confidence(self.scored, self.decided, self.scorer.first_confidence)

    @cached_property
    def role_values(self) -> Table:
        """float32 (`NAMED`, n): how much speaks for each role of each block."""
        return self.namer(self.scorer.mode).values(self.scored)
