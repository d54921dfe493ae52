"""Comment boxes: elements of a page that begin with the label of comments.

Whatever stands in them readers wrote, or the page says to them, and no line need show it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.outline import outline
from newsclean.evidence.view import Column, View
from newsclean.scoring.comment_labels import MOST, is_label
from newsclean.scoring.comments import LEAST
from newsclean.scoring.story_lines import lines
from newsclean.scoring.stretches import NONE, liked_before, within


def in_comment_boxes(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks in the largest element that begins with each label, below an article."""
    markup, nothing = view.doc.markup, within(NONE, NONE, view.n)
    if markup is None or not view.n:
        return nothing
    first, end = outline(view).reach
    liked = liked_before(view, score, threshold)
    box = (end - first > 1) & (liked[first] >= LEAST) & (liked[end] > liked[first])
    opening = np.unique(first[box])
    opening = opening[(lines(view) & (view.words <= MOST))[opening]]
    box &= np.isin(first, [i for i in opening.tolist() if is_label(view, i)])
    return within(first[box], end[box], view.n)
