"""Stages: the chances as each stage found them and left them; what a stage says again replaces what came behind it."""

from __future__ import annotations

import numpy as np

from newsclean.extraction import extract
from newsclean.models import Models
from newsclean.reading.read import read
from newsclean.stages import Stage, Stages

OWN, HELD, TOLD, LAST = (np.full(2, chance, np.float32) for chance in (0.1, 0.2, 0.3, 0.4))


def test_each_stage_has_chances_before_and_after_it() -> None:
    stages = Stages(OWN)
    assert stages.now is OWN
    stages.add(Stage.SPOKEN, HELD)
    stages.add(Stage.HEADED, HELD)  # it changed nothing
    stages.add(Stage.SITE, TOLD)
    assert stages.now is TOLD
    assert stages.before(Stage.SPOKEN) is OWN
    assert stages.before(Stage.OPINION) is stages.before(Stage.SITE) is HELD
    assert [*stages.changes()] == [(Stage.SPOKEN, OWN, HELD), (Stage.SITE, HELD, TOLD)]


def test_a_stage_that_comes_again_says_it_anew() -> None:
    stages = Stages(OWN)
    stages.add(Stage.SPOKEN, HELD)
    stages.add(Stage.SITE, TOLD)
    stages.add(Stage.OPINION, LAST)
    assert [*stages.changes()] == [(Stage.SPOKEN, OWN, HELD), (Stage.OPINION, HELD, LAST)]
    stages.add(Stage.SPOKEN, OWN)
    assert [*stages.changes()] == []


def test_a_stage_that_only_copies_the_chances_is_no_reason() -> None:
    text = "The ferry to Sorrel Bay runs again on Friday, the harbour master told reporters on the quay on Monday."
    found = extract(read(text, "text"), Models())
    before = found.page()
    found.selection.stages.add(Stage.ALONE, found.selection.score.copy())
    assert found.page() == before


def test_copied_stages_go_on_apart() -> None:
    stages = Stages(OWN)
    stages.add(Stage.SPOKEN, HELD)
    other = stages.copy()
    other.add(Stage.SITE, TOLD)
    assert (stages.now is HELD, other.now is TOLD, other.before(Stage.SITE) is HELD) == (True, True, True)
