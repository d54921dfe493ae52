"""Corrections: what an article says of its own mistakes, above its first paragraph or behind its last.

They are short and stand among labels, so scores take them for one; but they belong to the article.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.repetition import block_hashes
from newsclean.evidence.shape import addresses
from newsclean.evidence.view import View

ABOVE, BELOW = 3, 2
"""Blocks before the first that stays, and behind the last, in which a correction is still the article's."""
LEAST, MOST = 5, 120
"""Words of a correction; fewer are the label of one, or of a site's page on them."""
ASKING = [INDEX[name] for name in ("also", "related", "share", "newsletter", "paywall", "ad", "comment", "consent")]
"""Cues of lines that ask or lead elsewhere, as those on a site's policy do."""


def corrections(view: View, kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): the sentences that begin as corrections do, beside or between what stays, each of them once.

    kept: bool (n,).
    """
    at, cued = np.flatnonzero(kept), view.cues[INDEX["correction"]] > 0
    if not len(at) or not cued.any():
        return np.zeros(view.n, np.bool_)
    near = (view.at >= at[0] - ABOVE) & (view.at <= at[-1] + BELOW)
    sentence = (view.sentence_end > 0) & (view.words >= LEAST) & (view.words <= MOST)
    asks = (view.cues[ASKING] > 0).any(axis=0) | (addresses(view) > 0)
    found: NDArray[np.bool_] = cued & near & sentence & ~asks
    hashes = block_hashes(view)
    shown = set(hashes[kept].tolist())
    for i in np.flatnonzero(found & ~kept).tolist():
        found[i] = int(hashes[i]) not in shown
        shown.add(int(hashes[i]))
    return found
