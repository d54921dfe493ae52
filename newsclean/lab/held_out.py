"""newsclean as a page of an unknown site meets it: each fold cleaned with weights that were learned without it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from newsclean.lab.corpora import FOLDS
from newsclean.lab.peers import Peer
from newsclean.options import Kind

Cleaners = Callable[[int], Peer]
"""newsclean for the pages of a fold."""


def shipped(kind: Kind = "auto") -> Cleaners:
    """newsclean with the weights it ships, whatever the fold: these have seen the corpora's pages."""
    from newsclean import clean

    def cleaner(fold: int) -> Peer:
        return lambda source: clean(source, kind=kind)

    return cleaner


def held_out(kind: str = "auto") -> Cleaners | None:
    """newsclean by folds of sites, for "html" or for what is none ("auto"); None where a fold's weights are missing."""
    from newsclean.lab.weights import fold_weights

    # what stays of HTML is read again as text
    modes = ("text", "run_on", *(("html", "thin") if kind == "html" else ("markdown",)))
    if not all(fold_weights(mode, fold).exists() for mode in modes for fold in range(FOLDS)):
        return None

    def cleaner(fold: int) -> Peer:
        from newsclean.lab.evaluate import fold_clean

        return partial(fold_clean, fold=fold, kind=kind)

    return cleaner
