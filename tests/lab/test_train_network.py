"""Learning the network: what is learned scores alike in numpy, hears neighbours, and no page hears another."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from rich.console import Console

if find_spec("jax") is None:
    pytest.skip("no JAX", allow_module_level=True)

from newsclean.lab import fit_network, train_command, train_network
from newsclean.lab.apart import apart
from newsclean.lab.fit_network import APART, LENGTH, PAGES, Params, plain, standardised
from newsclean.lab.kinds import MARKDOWN
from newsclean.lab.rows import make_row
from newsclean.lab.tables import Sample
from newsclean.lab.thinned import THINNED
from newsclean.lab.train_network import Lesson, Page, _batches, _drawn, kept_in, learn, written
from newsclean.reading.read import read
from newsclean.scoring.network import Network
from newsclean.scoring.scorer import scorer

COLUMNS = 6
MEAN, SPREAD = np.zeros(COLUMNS, np.float32), np.ones(COLUMNS, np.float32)
UNKNOWN = np.full(COLUMNS, -1, np.float32)


def page(random: np.random.Generator, n: int = 40, kind: str = "markdownify", name: str = "one") -> Page:
    """Blocks that belong to the article if what stands three before them has a large first number."""
    seen = random.normal(size=(n, COLUMNS)).astype(np.float32)
    label = np.zeros(n, np.float32)
    label[3:] = seen[:-3, 0] > 0
    return Page(("corpus", name), kind, seen, label, np.ones(n, np.float32))


@pytest.fixture(autouse=True)
def _jax_is_never_loaded_here() -> Iterator[None]:
    """Other tests fork, which no process may whose threads are JAX's."""
    yield
    assert "jax" not in sys.modules


@pytest.fixture(autouse=True)
def _what_was_compiled_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Each process that learns compiles the same, which takes longer than to learn; all of a run share that."""
    monkeypatch.setenv("JAX_COMPILATION_CACHE_DIR", str(tmp_path_factory.getbasetemp().parent / "compiled"))
    monkeypatch.setenv("JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS", "0")
    monkeypatch.setenv("JAX_PERSISTENT_CACHE_MIN_ENTRY_SIZE_BYTES", "-1")


def seeing_all() -> None:
    for name in ("DROPPED", "UNKNOWN"):
        setattr(fit_network, name, 0.0)


def few_pages() -> list[Page]:
    random = np.random.default_rng(2)
    return [page(random, n) for n in (1, 9, 70)]


def scored_by_jax() -> Iterator[tuple[Params, NDArray[np.float32]]]:
    """The first weights, and what a step gives the blocks of a batch by them."""
    import jax

    seeing_all()
    (batch,) = _batches(few_pages(), UNKNOWN, 0, np.random.default_rng(2))
    params = jax.jit(fit_network._start, static_argnums=1)(jax.random.PRNGKey(3), COLUMNS)
    score = jax.jit(fit_network._score)(params, batch, jax.random.PRNGKey(0))
    yield {name: np.asarray(array) for name, array in params.items()}, np.asarray(score)


def test_numpy_scores_as_jax_does() -> None:
    ((params, expected),) = apart(scored_by_jax)
    network = Network(plain(params, MEAN, SPREAD, list("abcdef")))
    at = 0
    for one in few_pages():
        found = network.score(np.ascontiguousarray(one.seen.T))
        assert found == pytest.approx(expected[at : at + len(found)], abs=0.02)
        at += len(found) + APART


def lesson(folder: Path, epochs: int) -> Lesson:
    random = np.random.default_rng(1)
    written(folder / "pages", (page(random, name=str(number)) for number in range(60)))
    return Lesson(folder / "pages", UNKNOWN, 2, random, 1, epochs)


SHORT = (1, 2)
"""Layers that reach three blocks, which is all that the pages above need: fewer are compiled sooner."""


def learn_from_all(lesson: Lesson) -> Iterator[Params]:
    seeing_all()
    train_network.BLIND, fit_network.DILATIONS = 0.0, SHORT
    return learn(lesson)


def learn_soon(lesson: Lesson) -> Iterator[Params]:
    fit_network.DILATIONS = SHORT
    return learn(lesson)


def test_it_learns_what_the_neighbours_tell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    *_, learned = apart(learn_from_all, lesson(tmp_path, 40))
    monkeypatch.setattr(fit_network, "DILATIONS", SHORT)
    network = Network(plain(learned, MEAN, SPREAD, list("abcdef")))
    other = page(np.random.default_rng(9), 400)
    said = network.score(np.ascontiguousarray(other.seen.T)) > 0
    assert (said == (other.label > 0.5)).mean() > 0.9


def test_the_same_dice_learn_the_same_and_each_epoch_is_told_of(tmp_path: Path) -> None:
    one, again = (list(apart(learn_soon, lesson(tmp_path, 2))) for _ in range(2))
    assert len(one) == len(again) == 2
    assert all(np.array_equal(one[-1][name], again[-1][name]) for name in one[-1])
    assert any(not np.array_equal(one[0][name], one[-1][name]) for name in one[0])


def test_pages_come_out_of_a_file_as_they_went_in(tmp_path: Path) -> None:
    pages = few_pages()
    written(tmp_path / "pages", pages)
    for before, after in zip(pages, kept_in(tmp_path / "pages"), strict=True):
        assert (before.name, before.kind) == (after.name, after.kind)
        for name in ("seen", "label", "weight"):
            assert np.array_equal(getattr(before, name), getattr(after, name))


def test_pages_stand_apart() -> None:
    random = np.random.default_rng(1)
    pages = [page(random, 700) for _ in range(8)]
    batches = list(_batches(pages, UNKNOWN, 0, random))
    assert [int(batch.present.sum()) for batch in batches] == [3500, 2100]
    for batch in batches:
        inside = np.flatnonzero(batch.present)
        ends = np.flatnonzero(np.diff(inside) > 1)
        assert (np.diff(inside)[ends] == APART + 1).all()
        assert len(ends) + 1 == len(set(batch.page[inside].tolist()))
        assert (batch.page[batch.present == 0] == PAGES - 1).all()
        assert not batch.weight[batch.present == 0].any()
        assert len(batch.seen) == LENGTH


def test_a_blind_page_has_no_learned_words(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(1)
    monkeypatch.setattr(train_network, "BLIND", 1.1)
    one = page(random)
    (batch,) = _batches([one], UNKNOWN, 2, random)
    assert (batch.seen[:40, -2:] == -1).all()
    assert np.array_equal(batch.seen[:40, :-2], one.seen[:, :-2])


def test_some_of_each_pages_renderings_join_an_epoch() -> None:
    random = np.random.default_rng(1)
    whole, others = tuple(MARKDOWN), ("trafilatura", "readability_markdown", "resiliparse_main", "gold")
    kinds = (*whole, *others, "itemized", "itemized", "html", *THINNED)
    pages = [page(random, 3, kind, name) for name in ("one", "two") for kind in kinds]
    drawn = _drawn(pages, random)
    for name in ("one", "two"):
        mine = [one.kind for one in drawn if one.name[1] == name]
        assert sum(kind in whole for kind in mine) == train_network.A_PAGE["whole"]
        assert sum(kind in others for kind in mine) == train_network.A_PAGE["other"]
        assert sum(kind == "itemized" for kind in mine) == train_network.A_PAGE["itemized"]
        assert sum(kind in THINNED for kind in mine) == train_network.A_PAGE["thinned"]
        assert "html" in mine
        assert len(set(mine)) == len(mine) == sum(train_network.A_PAGE.values())
    assert _drawn(pages, random) != drawn


def test_evidence_is_seen_in_deviations_from_the_mean() -> None:
    table: NDArray[np.float32] = np.array([[1, 3], [0, 1e9]], np.float32)
    mean, spread = np.array([1, 0], np.float32), np.array([2, 1], np.float32)
    assert standardised(table, mean, spread).tolist() == [[0, 0], [1, 3]]


def test_rows_become_a_network_that_the_scorer_can_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(train_network, "EPOCHS", 2)
    doc = read("[Home](/)\n\nThe ferry to Sorrel Bay runs again on Friday, as the harbour master said.", "markdown")
    label, weight = np.array([0, 1], np.float32), np.ones(2, np.float32)
    samples = [Sample("fundus", str(n), "markdownify", f"site{n}", n % 4, doc, label, weight) for n in range(8)]
    rows = [make_row((sample, "markdown")) for sample in samples]
    shown = io.StringIO()
    made = train_network.train(rows, "markdown", 1, Console(file=shown))
    Network(made).expect(scorer("markdown").first.names)
    assert "network without fold 1" in shown.getvalue()
    assert "100%" in shown.getvalue()


def test_html_of_few_labels_takes_that_of_html(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    saved: dict[str, Any] = {}
    monkeypatch.delattr(train_command, "rows_of")
    monkeypatch.setattr(train_command, "weights_without", lambda mode, fold: tmp_path / f"{mode}.{fold}")
    for fold in (0, 1, 2, 3, None):
        (tmp_path / f"html.{fold}").write_text(f'{{"first": "html", "networks": ["{fold}"]}}')
        (tmp_path / f"thin.{fold}").write_text('{"first": "thin"}')
    monkeypatch.setattr(train_command, "save_weights", lambda path, weights: saved.update({path.name: weights}))
    train_command.train_networks("thin", tmp_path, Console(), quick=False)
    assert saved["thin.1"] == {"first": "thin", "networks": ["1"]}
    assert len(saved) == 5


@pytest.mark.parametrize("mode", ["text", "run_on", "markdown", "html"])
def test_every_fold_gets_a_network_of_the_modes_dice(
    mode: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    saved: dict[str, Any] = {}
    monkeypatch.setattr(train_command, "rows_of", lambda *_: [])
    monkeypatch.setattr(train_command, "_weights", lambda mode, fold: {"first": fold})
    monkeypatch.setattr(train_command, "save_weights", lambda path, weights: saved.update({path.name: weights}))
    monkeypatch.setattr(train_network, "train", lambda rows, mode, fold, console, draw: {"draw": draw, "fold": fold})
    train_command.train_networks(mode, tmp_path, Console(), quick=False)
    assert sorted(saved) == [*(f"{mode}.{fold}.json" for fold in range(4)), f"{mode}.json"]
    assert saved[f"{mode}.1.json"]["networks"] == [{"draw": train_network.DRAW[mode], "fold": 1}]
    assert saved[f"{mode}.json"]["first"] is None
