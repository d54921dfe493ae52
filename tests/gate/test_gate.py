"""The quality gate over the corpora, and tests that the gate can fail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from newsclean.lab import gate
from newsclean.lab.corpora import corpora_folder
from newsclean.lab.evaluate import Outcome
from newsclean.lab.measure import Counts, Found

FIGURES = {"fundus": {"resiliparse": {"f1": 0.95, "exact": 0.3, "stable": 0.98}}}
SPEED = {"times_parse": {"resiliparse": 1.5, "html": 3.0}, "times_trafilatura": {"resiliparse": 0.5, "html": 1.0}}


def floors(f1: float = 0.95, times: float = 1.5, over: float = 1.0) -> dict[str, Any]:
    return {
        "quality": {"fundus": {"resiliparse": {"f1": f1, "exact": 0.3, "stable": 0.98}}},
        "times_parse": {"resiliparse": times, "html": 3.0},
        "times_trafilatura": {"resiliparse": 0.5, "html": over},
    }


def speed_of(text: float, html: float) -> gate.Speed:
    return {"times_parse": {"resiliparse": text, "html": html}, "times_trafilatura": {"resiliparse": 0.5, "html": 1.0}}


def test_nothing_falls_at_the_floor() -> None:
    assert not list(gate.falls(floors(), FIGURES, SPEED))


def test_lower_f1_falls() -> None:
    assert list(gate.falls(floors(f1=0.96), FIGURES, SPEED))


def test_where_every_fourth_page_is_looked_at_one_page_may_fall() -> None:
    def fallen(kind: str, exact: float) -> bool:
        known = {"quality": {"fundus": {kind: {"f1": 0.95, "exact": 0.3, "stable": 0.98}}}}
        figures = {"fundus": {kind: {"f1": 0.95, "exact": exact, "stable": 0.98}}}
        return bool(list(gate.falls({**floors(), **known}, figures, SPEED)))

    assert fallen("resiliparse", 0.26)
    assert not fallen("one_line", 0.26)
    assert fallen("one_line", 0.25)


def test_slower_falls() -> None:
    assert not list(gate.falls(floors(times=0.6, over=0.7), FIGURES, SPEED))
    assert list(gate.falls(floors(times=0.55), FIGURES, SPEED))
    assert list(gate.falls(floors(over=0.65), FIGURES, SPEED))


def test_missing_figure_falls() -> None:
    assert list(gate.falls(floors(), {}, SPEED))


def test_floors_only_rise() -> None:
    up = gate.raised(floors(f1=0.97, times=1.0), FIGURES, SPEED)
    assert up["quality"]["fundus"]["resiliparse"]["f1"] == 0.97
    assert up["times_parse"]["resiliparse"] == 1.0
    up = gate.raised(floors(f1=0.9, times=2.0), FIGURES, SPEED)
    assert up["quality"]["fundus"]["resiliparse"]["f1"] == 0.95
    assert up["times_parse"]["resiliparse"] == 1.5


@pytest.mark.parametrize(
    ("times", "counts"),
    [
        ([(3.0, 5.0)], (3.0, 5.0)),
        ([(4.2, 5.0), (3.0, 6.0)], (3.0, 5.0)),
        ([(4.2, 5.0), (4.0, 6.0), (4.1, 5.0)], (4.0, 5.0)),
    ],
    ids=["quick at once", "quick later", "slow to the end"],
)
def test_what_was_too_slow_is_measured_again_and_the_quickest_counts(
    times: list[tuple[float, float]], counts: tuple[float, float], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    left = list(times)
    monkeypatch.setattr(gate, "measure_speed", lambda folder: speed_of(*left.pop(0)))
    monkeypatch.setattr(gate, "measure_quality", lambda folder, workers, console: FIGURES)
    ceilings = {"times_parse": {"resiliparse": 1.5, "html": 3.0}, "times_trafilatura": {}}
    assert gate.measure(tmp_path, 2, Console(stderr=True), ceilings) == (FIGURES, speed_of(*counts))
    assert not left


def test_each_further_kind_has_its_turn_on_every_fourth_page() -> None:
    assert all(set(gate.KINDS) < set(turn) for turn in gate.TURNS)
    further = [kind for turn in gate.TURNS for kind in turn if kind not in gate.KINDS]
    assert sorted(further) == sorted(gate.FURTHER)


def test_itemized_pages_have_floors_of_their_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def outcomes(kinds: Sequence[str], right: int) -> Iterator[Outcome]:
        for kind in kinds:
            after = Counts(right, 10 - right, 10 - right, 0.0)
            yield Outcome("corpus", "1", "en", kind, None, after, Found(0, 0, 0, 0), 0.01, True, "")

    def evaluate(corpora: Any, turns: Any, folder: Path, workers: int, chosen: Any, as_it_comes: bool) -> Any:
        kinds = [kind for turn in turns for kind in turn]
        for corpus in corpora:
            yield corpus, len(kinds), outcomes(kinds, 9 if chosen is gate.chosen else 7)

    monkeypatch.setattr(gate, "evaluate", evaluate)
    for rows in gate.measure_quality(tmp_path, 1, Console(stderr=True)).values():
        assert set(rows) == {*gate.KINDS, *gate.FURTHER, *(f"{kind} itemized" for kind in gate.ITEMIZED)}
        assert rows["resiliparse"]["f1"] == rows["one_line"]["f1"] == pytest.approx(0.9)
        assert rows["resiliparse itemized"]["f1"] == pytest.approx(0.7)


@pytest.mark.gate
def test_gate() -> None:
    folder = corpora_folder()
    if not folder.is_dir():
        pytest.skip("the quality gate was skipped: no corpora (set NEWSCLEAN_CORPORA to their folder)")
    known = gate.read_floors()
    assert known["quality"], "no floors: run `newsclean lab gate --raise`"
    assert not list(gate.falls(known, *gate.measure(folder, 2, Console(stderr=True), known)))
