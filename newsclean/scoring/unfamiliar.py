"""Unfamiliar labels: those that a lexicon knows and that scorers could hardly learn.

Scorers learn from pages of a few languages, in which words say what cues say, so that cues weigh little beside them:
where few of a page's words are known, a label says more than was learned.
"""

from __future__ import annotations

import numpy as np

from newsclean.evidence.lexicon import FAMILIES, INDEX, lexicon
from newsclean.evidence.view import Column, View
from newsclean.scoring.scorer import Scored, chance, log_odds
from newsclean.scoring.vocabulary import Vocabulary, word_keys

UNFAMILIAR = 0.3
"""Share of a text's words, of which so many or fewer are known where its language is one that few pages taught."""
LABEL = 12
"""Words of a block that may be a label, at most."""
WEIGHT = 1.5
"""By how many log-odds a label is then the less likely to stay."""
CLOSING = 5.0
"""By how many a line is that feeds add to each article: no page that scorers learn from has it."""
LABELS = [INDEX[name] for name in FAMILIES if name not in ("correction", "bio", "timestamp")]
"""Cues by which sites label what is not the article."""


def known_share(view: View, vocabulary: Vocabulary) -> float:
    """The share of a page's words that the vocabulary knows."""
    known = vocabulary.look_up(word_keys(view.tokens.hash)) != 0
    return float(known.mean()) if len(known) else 1.0


def heed_cues(scored: Scored, vocabulary: Vocabulary) -> Column:
    """float32 (n,): the chances, lowered for labels on a page of few known words, and for closing lines on any; else
    the same as they were."""
    view = scored.view
    lowered = np.where(lexicon().closing_lines(view.doc), CLOSING, 0.0)
    labels = (view.cues[LABELS] > 0).any(axis=0) & (view.words <= LABEL)
    if (labels & (scored.score >= scored.balanced)).any() and known_share(view, vocabulary) <= UNFAMILIAR:
        lowered[labels] += WEIGHT
    return chance(log_odds(scored.score) - lowered) if lowered.any() else scored.score
