"""A hearing: all who know something of a page are asked in turn, and it is decided after each of them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from newsclean.decision import decide
from newsclean.evidence.view import Column, View
from newsclean.page import KEPT, Role
from newsclean.reading.document import Document
from newsclean.scoring.averaged import DOUBT, averaged
from newsclean.scoring.beside import COMMENTS, Steps, lower_beside
from newsclean.scoring.briefs import brief
from newsclean.scoring.confidence import first_confidence
from newsclean.scoring.conversations import conversed, held
from newsclean.scoring.endings import ended
from newsclean.scoring.headed import headed, raised
from newsclean.scoring.labelled import suited
from newsclean.scoring.naming import Namer, namer
from newsclean.scoring.opinion import LIMIT, Opinion, weigh
from newsclean.scoring.opinion_text import other_text
from newsclean.scoring.scorer import Scored, Scorer
from newsclean.scoring.site_look import look_again, site_trees
from newsclean.scoring.trees import Table, Trees
from newsclean.scoring.unfamiliar import mended
from newsclean.site.host import HostMemory, SiteColumns
from newsclean.stages import Stage, Stages


class Hearing:
    """The chances of every block of a document, and what would stay by them.

    What speaks for the blocks' roles is worked out only where it is asked.
    """

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
        self.stages = Stages(self.scored.score)
        self.mended = self.scored.score
        if doc.markup is None:
            self.mended = mended(self.scored, self.scorer.vocabulary, labels=prefer != "recall")
        self.turns, self.brief = conversed(view, self.mended), brief(view, self.mended, self.scorer.vocabulary)
        self.headed = np.zeros(view.n, np.bool_)
        self.beside: Steps = {}
        self.known: SiteColumns | None = site.lookup(doc) if site is not None and len(doc) else None
        self.stages.add(Stage.UNFAMILIAR, self.mended)
        self._change(Stage.SPOKEN, held(self.mended, self.turns | self.brief))
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

    @property
    def score(self) -> Column:
        """float32 (n,): the chances, after all who were heard so far."""
        return self.stages.now

    def _change(self, stage: Stage, score: Column) -> None:
        """The chances are others after a stage, and the page is decided again."""
        self.stages.add(stage, score)
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
        self.headed = headed(self.scored.view, score, kept, lambda: self.role_values)
        if self.headed.any():
            self._change(Stage.HEADED, raised(self.stages.before(Stage.HEADED), self.headed))

    def end(self) -> None:
        """The last paragraph of a text is the likelier where it speaks of what the text speaks of.

        Behind what balanced chances keep, whatever is preferred, so that recall keeps no less.
        """
        kept = self._balanced()
        if self.prefer == "recall":
            score = raised(self._as_balanced(), self.headed)
            kept = decide(self.scored, score, self.scored.balanced, bool(self.headed.any()))
        score = ended(self.scored, self.score, kept, self.scorer.vocabulary)
        if score is not self.score:
            self._change(Stage.ENDING, score)

    def _as_balanced(self) -> Column:
        """float32 (n,): the chances as they are where no side is preferred."""
        if self.prefer != "recall" or self.doc.markup is not None:
            return self.stages.before(Stage.HEADED)
        known = self.scorer.vocabulary
        score = mended(self.scored, known)
        return held(score, conversed(self.scored.view, score) | brief(self.scored.view, score, known))

    def average(self, reader: Callable[[str], Scorer]) -> None:
        """A page of HTML that is in doubt is scored without its labels too; one without an article is left alone."""
        balanced, fitted = self._balanced(), self.scorer.first_confidence
        if not balanced.any() or first_confidence(self.scored, balanced, fitted) >= DOUBT:
            return
        self.scored = averaged(self.scored, reader("thin"))
        self.mended = self.scored.score
        self.stages.add(Stage.UNLABELLED, self.mended)
        self._change(Stage.SPOKEN, held(self.mended, self.turns | self.brief))

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
        self._change(Stage.OPINION, self.opinion.score)
        self.leave_beside()

    def leave_beside(self) -> None:
        """What the page's elements show to stand beside the article is the less likely, unless recall is preferred."""
        if self.prefer == "recall":
            return
        score, self.beside = lower_beside(self.scored.view, self.score, self.scored.balanced)
        if self.beside:
            self._change(Stage.BESIDE, score)

    def remember(self, known: SiteColumns, trees: Trees) -> None:
        """What is known of the site's other pages joins, and the page is decided again, before all else is asked.

        Where no article was found there is none: on a front every new teaser is text that no other page has.
        """
        self.known = known
        if not self.likely.any():
            return
        self._change(Stage.SITE, look_again(self.scored.view, self.stages.before(Stage.SITE), known, trees))

    def finish(self, reader: Callable[[str], Scorer] | None) -> None:
        """What is left to do when all who know of the page were asked; again, where one is asked later."""
        raise NotImplementedError

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
