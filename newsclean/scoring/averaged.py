"""Averaged chances: where labels leave a page of HTML in doubt, the scorer that knows few labels is heard as well."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from newsclean.scoring.scorer import Scored, Scorer, chance, log_odds

DOUBT = 0.6
"""Confidence below which it is heard. Above it hears next to nothing new."""
SHARE = 0.15
"""What its log-odds weigh, those of the page's own scorer the rest."""


def averaged(scored: Scored, other: Scorer) -> Scored:
    """The scores of a page, their log-odds averaged with another scorer's, counted from where that one keeps a block.

    Whatever is preferred, the chances are the same.
    """
    heard = other.score(scored.view)
    low, high = log_odds(np.array([heard.balanced, scored.balanced]))
    own, others = log_odds(scored.score), log_odds(heard.score) + (high - low)
    return replace(scored, score=chance((1 - SHARE) * own + SHARE * others))
