"""Confidence: the calibrated chance that the text kept is the article; and that of the scores alone, asked first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.view import Column
from newsclean.scoring.logistic import logit
from newsclean.scoring.scorer import Scored

TRAITS = ("sure", "unsure_kept", "unsure_stripped", "kept_words", "stripped_good", "looks_differ", "spread")
"""What the scores of a page say about how sure a decision is."""
ENDS = ("least_sure_end", "least_sure", "likeliest_stripped", "its_words", "kept_blocks", "all_blocks", "doubts")
"""What tells besides whether a text is right, when all is decided: how sure its ends are, and its least sure blocks."""
WIDEST = 4.0
"""Spreads from the mean at which a trait counts as no further off."""

MOST = 30.0
"""Log-odds beyond which a chance is 0 or 1: those of a page that is nothing but one thing are without bounds."""


def first_confidence(scored: Scored, kept: NDArray[np.bool_], fitted: Mapping[str, Any]) -> float:
    """0 to 1: the chance that a page is right by its scores alone, below which others are asked.

    Fitted on the blocks from a threshold on, before anything else decides.
    """
    return _chance(traits(scored, scored.score, kept), fitted) if fitted and len(kept) else 0.0


def confidence(scored: Scored, score: Column, kept: NDArray[np.bool_], fitted: Mapping[str, Any]) -> float:
    """0 to 1: the chance that the text kept has an F1 of .95 or more, as fitted on pages of sites not trained on.

    score: float32 (n,), the chances in the end. kept: bool (n,), what stays in the end.
    """
    if not fitted or not len(kept):
        return 0.0
    return _chance(bent(scaled(text_traits(scored, score, kept), fitted)), fitted["bent"])


def scaled(values: NDArray[np.float64], fitted: Mapping[str, Any]) -> NDArray[np.float64]:
    """float64 (..., 14): traits in spreads from their mean, `WIDEST` at most."""
    return np.clip((values - np.array(fitted["mean"])) / np.array(fitted["spread"]), -WIDEST, WIDEST)


def bent(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """float64 (..., 28): scaled traits, and how far off each is either way: short pages and long ones are both less
    often right than most, and no slope alone says so."""
    return np.concatenate((values, np.abs(values)), axis=-1)


def traits(scored: Scored, score: Column, kept: NDArray[np.bool_]) -> NDArray[np.float64]:
    """float64 (7,): see `TRAITS`."""
    view, chances = scored.view, score.astype(np.float64)
    words = view.words.astype(np.float64)
    total, own = max(float(words.sum()), 1.0), max(float(words[kept].sum()), 1.0)
    doubt = np.where(kept, 1 - chances, chances)
    first, last = (int(np.flatnonzero(kept)[k]) for k in (0, -1)) if kept.any() else (0, 0)
    inside = np.zeros(len(kept), np.bool_)
    inside[first : last + 1] = True
    return np.array(
        [
            float((np.abs(chances - 0.5) * 2 * words).sum()) / total,
            float((doubt * words)[kept].sum()) / own,
            float(np.log1p((doubt * words)[~kept].sum() / own)),
            float(np.log1p(words[kept].sum())),
            float(np.log1p(view.good_words[~kept].sum() / own)),
            float((np.abs(scored.first - chances) * words).sum()) / own,
            float((inside & ~kept).mean()) if len(kept) else 0.0,
        ]
    )


def text_traits(scored: Scored, score: Column, kept: NDArray[np.bool_]) -> NDArray[np.float64]:
    """float64 (14,): see `TRAITS` and `ENDS`; of a page of which nothing is kept the latter are 0."""
    return np.concatenate((traits(scored, score, kept), _ends(scored, score.astype(np.float64), kept)))


def _ends(scored: Scored, score: NDArray[np.float64], kept: NDArray[np.bool_]) -> NDArray[np.float64]:
    at = np.flatnonzero(kept)
    if not len(at):
        return np.zeros(len(ENDS))
    words = scored.view.words.astype(np.float64)
    stripped = score[~kept]
    return np.array(
        [
            min(score[at[0]], score[at[-1]]),
            score[at].min(),
            stripped.max(initial=0.0),
            (stripped * words[~kept]).max(initial=0.0) / max(float(words[at].sum()), 1.0),
            np.log1p(len(at)),
            np.log1p(len(kept)),
            np.log1p(np.minimum(score, 1 - score).sum()),
        ]
    )


def _chance(values: NDArray[np.float64], fitted: Mapping[str, Any]) -> float:
    odds = min(max(logit(values, fitted), -MOST), MOST)
    return round(float(1 / (1 + np.exp(-odds))), 4)
