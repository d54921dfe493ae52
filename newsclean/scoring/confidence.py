"""Confidence: the calibrated chance that what was kept is the article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclean.scoring.logistic import logit
from newsclean.scoring.scorer import Scored

TRAITS = ("sure", "unsure_kept", "unsure_stripped", "kept_words", "stripped_good", "looks_differ", "spread")


def traits(scored: Scored, kept: NDArray[np.bool_]) -> NDArray[np.float64]:
    """float64 (7,): what the scores of a page say about how sure the decision is; see `TRAITS`."""
    view, score = scored.view, scored.score.astype(np.float64)
    words = view.words.astype(np.float64)
    total, own = max(float(words.sum()), 1.0), max(float(words[kept].sum()), 1.0)
    doubt = np.where(kept, 1 - score, score)
    first, last = (int(np.flatnonzero(kept)[k]) for k in (0, -1)) if kept.any() else (0, 0)
    inside = np.zeros(len(kept), np.bool_)
    inside[first : last + 1] = True
    return np.array(
        [
            float((np.abs(score - 0.5) * 2 * words).sum()) / total,
            float((doubt * words)[kept].sum()) / own,
            float(np.log1p((doubt * words)[~kept].sum() / own)),
            float(np.log1p(words[kept].sum())),
            float(np.log1p(view.good_words[~kept].sum() / own)),
            float((np.abs(scored.first - score) * words).sum()) / own,
            float((inside & ~kept).mean()) if len(kept) else 0.0,
        ]
    )


def confidence(scored: Scored, kept: NDArray[np.bool_], fitted: Mapping[str, Any]) -> float:
    """0 to 1: the chance that the text kept has an F1 of .95 or more, as fitted on pages of sites not trained on."""
    if not len(kept) or not fitted:
        return 0.0
    return round(float(1 / (1 + np.exp(-logit(traits(scored, kept), fitted)))), 4)
