"""Page scores: the chance of each block of a page that it belongs to the article, after every stage of scoring."""

from __future__ import annotations

from copy import copy
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from newsclean.decision import decide
from newsclean.evidence.view import Column, View
from newsclean.models import Models
from newsclean.reading.document import Document
from newsclean.scoring.averaged import DOUBT, averaged
from newsclean.scoring.beside import BELOW, THREAD, Steps, lower_beside
from newsclean.scoring.briefs import brief
from newsclean.scoring.confidence import first_confidence
from newsclean.scoring.conversations import conversed, held
from newsclean.scoring.endings import ended
from newsclean.scoring.headed import headed, raised
from newsclean.scoring.labelled import suited
from newsclean.scoring.naming import Namer
from newsclean.scoring.opinion import Opinion, weigh
from newsclean.scoring.opinion_text import other_text
from newsclean.scoring.scorer import Scored, without
from newsclean.scoring.site_look import look_again
from newsclean.scoring.threads import thread
from newsclean.scoring.timed_entries import has_entries, timed
from newsclean.scoring.trees import Table, Trees
from newsclean.scoring.unfamiliar import mended
from newsclean.site.host import HostMemory, SiteColumns
from newsclean.stages import Stage, Stages


class PageScores:
    """The chances of every block of a document, and what would stay by them, stage by stage.

    scored: what the page's own scorer says, averaged with the one without labels where the page is in doubt. stages:
    the chances after each stage that changed them. kept: bool (n,), the blocks that stay by the chances of now.
    decided: bool (n,), those that stay where no side is preferred, before another extractor is asked.
    """

    def __init__(self, doc: Document, models: Models, prefer: str = "balanced", site: HostMemory | None = None) -> None:
        self.doc, self.models, self.prefer = doc, models, prefer
        view, own = View(doc), models.scorer(doc.mode)
        self.scorer = own if models.single_pass else suited(view, own, models.scorer)
        self.unlabelled = self.scorer is not own
        self.scored: Scored = self.scorer.score(view, prefer)
        self.stages = Stages(self.scored.score)
        self.headed = np.zeros(view.n, np.bool_)
        self.beside: Steps = {}
        self.known: SiteColumns | None = None
        self.opinion: Opinion | None = None

        self._mend()
        if doc.markup is not None and not models.single_pass and not self.unlabelled:
            self._average()
        self._find_headed()
        if doc.markup is None:
            self._end()
        self.decided = self.balanced()
        self._ask()
        self._leave_beside()
        if site is not None and len(doc):
            self._remember(site.lookup(doc))

    @property
    def score(self) -> Column:
        """float32 (n,): the chances after all stages so far."""
        return self.stages.now

    def decide(self, score: Column, balanced: bool = False) -> NDArray[np.bool_]:
        """bool (n,): the blocks that would stay by chances and the threshold of what is preferred, or the balanced
        one."""
        threshold = self.scored.balanced if balanced else self.scored.threshold
        found = bool(self.headed.any()) or not BELOW.isdisjoint(self.beside)
        return decide(self.scored, score, threshold, found)

    def balanced(self) -> NDArray[np.bool_]:
        """bool (n,): the blocks that would stay where no side is preferred."""
        return self.kept if self.prefer == "balanced" else self.decide(self.score, balanced=True)

    def with_site(self, known: SiteColumns) -> PageScores:
        """The same scores, with what is known of the site's other pages."""
        other = copy(self)
        other.stages = self.stages.copy()
        other._remember(known)
        return other

    def _change(self, stage: Stage, score: Column) -> None:
        """The chances are others after a stage, and the page is decided again."""
        self.stages.add(stage, score)
        self.kept = self.decide(self.score)

    def _mend(self) -> None:
        """Of text in a language of few training pages prose is the likelier and labels are the less likely; and the
        turns of a conversation, the entries of a live blog, and news in brief, hold together."""
        view, known = self.scored.view, self.scorer.vocabulary
        self.mended = self.scored.score
        if self.doc.markup is None:
            self.mended = mended(self.scored, known, labels=self.prefer != "recall")
        self.turns, self.timed = conversed(view, self.mended), timed(view, self.mended)
        self.joined = self.turns | self.timed | brief(view, self.mended, known)
        self.stages.add(Stage.UNFAMILIAR, self.mended)
        self._change(Stage.SPOKEN, held(self.mended, self.joined))

    def _average(self) -> None:
        """A page of HTML that is in doubt is scored without its labels too; one without an article is left alone."""
        balanced, fitted = self.balanced(), self.scorer.first_confidence
        if not balanced.any() or first_confidence(self.scored, balanced, fitted) >= DOUBT:
            return
        self.scored = averaged(self.scored, self.models.scorer("thin"))
        self.mended = self.scored.score
        self.stages.add(Stage.UNLABELLED, self.mended)
        self._change(Stage.SPOKEN, held(self.mended, self.joined))

    def _find_headed(self) -> None:
        """A page in which no article is found, or pieces of one, may have one of short lines, below its headline."""
        score = self._as_balanced()
        kept = self.kept if self.prefer == "balanced" else decide(self.scored, score, self.scored.balanced)
        self.headed = headed(self.scored.view, score, kept, lambda: self.role_values)
        if self.headed.any():
            self._change(Stage.HEADED, raised(self.stages.before(Stage.HEADED), self.headed))

    def _end(self) -> None:
        """The last paragraph of a text is the likelier where it speaks of what the text speaks of.

        Behind what balanced chances keep, whatever is preferred, so that recall keeps no less.
        """
        kept = self.balanced()
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
        score, view = mended(self.scored, known), self.scored.view
        return held(score, conversed(view, score) | timed(view, score) | brief(view, score, known))

    def _ask(self) -> None:
        """Below a confidence another extractor is asked about HTML, and the page decided again.

        Where no article was found, or one by its place, none is asked: an extractor finds something on every front
        page.
        """
        if (
            self.models.opinion is None
            or self.doc.markup is None
            or self.headed.any()
            or not self.kept.any()
            or self.first_confidence >= self.models.opinion_below
            or not (other := other_text(self.doc))
        ):
            return
        live = has_entries(self.scored.view)
        self.opinion = weigh(self.scored, other, self.first_confidence, self.models.opinion(), live)
        self._change(Stage.OPINION, held(self.opinion.score, self.timed))

    def _leave_beside(self) -> None:
        """What the page's elements show to stand beside the article is the less likely, unless recall is preferred, and
        so are comments without elements or a label."""
        if self.prefer == "recall":
            return
        score, self.beside = lower_beside(self.scored.view, self.score, self.scored.balanced)
        if self.beside:
            self._change(Stage.BESIDE, score)
        if self.scorer.threads is not None and not self.models.single_pass:
            self._leave_thread(self.scorer.threads)

    def _leave_thread(self, trees: Trees) -> None:
        """Comments below the article are the less likely."""
        before, inside = self.score, thread(self.scored.view, self.score, self.balanced(), trees)
        if inside.any():
            score = without(before, inside)
            self.beside[THREAD] = before, score
            self._change(Stage.BESIDE, score)

    def _remember(self, known: SiteColumns) -> None:
        """What is known of the site's other pages joins, and the page is decided again.

        Where no article was found there is none: on a front every new teaser is text that no other page has.
        """
        self.known = known
        if known.pages[0] > 0 and self.kept.any():
            trees = self.models.site_look(self.doc.mode)
            self._change(Stage.SITE, look_again(self.scored.view, self.stages.before(Stage.SITE), known, trees))

    @cached_property
    def first_confidence(self) -> float:
        """0 to 1: the chance that what the scorer keeps is the article, before others are asked.

        Of the balanced decision, on which it was fitted: whoever prefers a side has the same others asked.
        """
        return first_confidence(self.scored, self.decided, self.scorer.first_confidence)

    @cached_property
    def role_values(self) -> Table:
        """float32 (`NAMED`, n): how much speaks for each role of each block."""
        return self.namer.values(self.scored)

    @property
    def namer(self) -> Namer:
        """What names the blocks of the page."""
        return self.models.namer(self.scorer.mode)
