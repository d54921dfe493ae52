"""Stages: the chances of a page's blocks after each stage of scoring, in the order in which they come."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum, auto

from newsclean.evidence.view import Column


class Stage(IntEnum):
    """What may change the chances after the page's own scorer, in this order."""

    UNLABELLED = auto()
    UNFAMILIAR = auto()
    SPOKEN = auto()
    HEADED = auto()
    ENDING = auto()
    OPINION = auto()
    BESIDE = auto()
    SITE = auto()
    TOPS = auto()
    ALONE = auto()


class Stages:
    """The chances after each stage that changed them. own: float32 (n,), those of the page's own scorer."""

    def __init__(self, own: Column) -> None:
        self._own = own
        self._after: dict[Stage, Column] = {}

    def copy(self) -> Stages:
        """The same stages, to be gone on with apart."""
        other = Stages(self._own)
        other._after = self._after
        return other

    @property
    def now(self) -> Column:
        """float32 (n,): the chances after all stages."""
        return next(reversed(self._after.values()), self._own)

    def before(self, stage: Stage) -> Column:
        """float32 (n,): the chances as a stage found them."""
        return next((score for known, score in reversed(self._after.items()) if known < stage), self._own)

    def add(self, stage: Stage, score: Column) -> None:
        """Chances after a stage. What it and those behind it said before is no longer so."""
        self._after = {known: earlier for known, earlier in self._after.items() if known < stage}
        if score is not self.now:  # one that has nothing to say gives back what it got
            self._after[stage] = score

    def changes(self) -> Iterator[tuple[Stage, Column, Column]]:
        """Each stage that changed the chances, and the chances before and after it."""
        before = self._own
        for stage, after in self._after.items():
            yield stage, before, after
            before = after
