"""Models: everything learned that is asked about a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsclean.scoring.naming import Namer, namer
from newsclean.scoring.opinion import LIMIT, opinion_trees
from newsclean.scoring.scorer import Scorer, scorer
from newsclean.scoring.site_look import site_trees
from newsclean.scoring.trees import Trees


@dataclass(frozen=True, slots=True)
class Models:
    """What gives each model, so that only those are read that a page needs. By default those that are shipped; the lab
    hands in such as have not seen the page's site.

    scorer, namer, site_look: a mode's ("text", "html", ...). opinion: the trees that weigh what trafilatura keeps; None
    never asks it. opinion_below: the confidence below which it is asked. single_pass: whether a page is scored once, by
    the scorer of its mode alone: not without its labels as well, and nothing that stays is read again by itself.
    """

    scorer: Callable[[str], Scorer] = scorer
    namer: Callable[[str], Namer] = namer
    site_look: Callable[[str], Trees] = site_trees
    opinion: Callable[[], Trees] | None = opinion_trees
    opinion_below: float = LIMIT
    single_pass: bool = False
