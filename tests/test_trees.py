"""The evaluator of trees: worked by hand, summed up by column, and equal to the library that learned them."""

from __future__ import annotations

import pickle
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from newsclean.scoring.trees import CHUNK, Trees

HAND: dict[str, Any] = {
    "names": ["words", "links", "place"],
    "bias": [0.5],
    "leaf_scale": 0.1,
    "feature": [[0, 1], [2, 2]],
    "border": [[10.0, 0.25], [0.0, 1.0]],
    # leaf k is reached where the answers, the first question's as the lowest bit, spell k
    "leaves": [[-10, 20, -30, 5], [1, 2, 0, 4]],
    "covers": [[10, 30, 40, 20], [50, 25, 0, 25]],
}
CASES = [
    # words, links, place → leaf of the first tree, of the second, score
    ((5.0, 0.0, -1.0), (0, 0), 0.5 - 1.0 + 0.1),
    ((11.0, 0.0, 0.5), (1, 1), 0.5 + 2.0 + 0.2),
    ((5.0, 0.5, 2.0), (2, 3), 0.5 - 3.0 + 0.4),
    ((11.0, 0.5, 2.0), (3, 3), 0.5 + 0.5 + 0.4),
    ((10.0, 0.25, 0.0), (0, 0), 0.5 - 1.0 + 0.1),  # a border must be exceeded
]
TABLE = np.array([case[0] for case in CASES], np.float32).T.copy()


def with_classes() -> dict[str, Any]:
    """The same questions, three values a leaf."""
    leaves = [[value * k for value in row for k in (1, 2, -1)] for row in HAND["leaves"]]
    return {**HAND, "bias": [0.5, 0.0, -0.5], "leaves": leaves}


def test_hand_worked_scores() -> None:
    trees = Trees(HAND)
    assert trees.leaf_numbers(TABLE).T.tolist() == [list(case[1]) for case in CASES]
    assert trees.score(TABLE).shape == (1, len(CASES))
    assert trees.score(TABLE)[0].tolist() == pytest.approx([case[2] for case in CASES])


def test_hand_worked_scores_of_classes() -> None:
    got = Trees(with_classes()).score(TABLE)
    sums = np.array([case[2] for case in CASES]) - 0.5
    assert got.dtype == np.float32
    assert got == pytest.approx(np.array([sums + 0.5, 2 * sums, -sums - 0.5]), abs=1e-6)


def test_hand_worked_contributions() -> None:
    trees = Trees(HAND)
    # first tree: all (−100 + 600 − 1200 + 100) / 100 = −6; by the answer to `words`: no −26, yes 14
    # second tree: all (50 + 50 + 100) / 100 = 2, and both of its questions are about `place`
    got = trees.contributions(trees.leaf_numbers(TABLE))
    assert got[:, 0] == pytest.approx([-2.6 + 0.6, -1.0 + 2.6, 0.1 - 0.2], abs=1e-5)
    assert got[:, 3] == pytest.approx([1.4 + 0.6, 0.5 - 1.4, 0.4 - 0.2], abs=1e-5)


def random_trees(outputs: int = 1, seed: int = 0) -> tuple[Trees, NDArray[np.float32]]:
    random = np.random.default_rng(seed)
    columns, trees, depth = 9, 30, 4
    data = {
        "names": [f"evidence_{k}" for k in range(columns)],
        "bias": random.normal(size=outputs).tolist(),
        "leaf_scale": 1e-3,
        "feature": random.integers(0, columns, (trees, depth)).tolist(),
        "border": random.normal(size=(trees, depth)).tolist(),
        "leaves": random.integers(-900, 900, (trees, 2**depth * outputs)).tolist(),
        "covers": random.integers(0, 50, (trees, 2**depth)).tolist(),
    }
    return Trees(data), random.normal(size=(columns, 2 * CHUNK + 7)).astype(np.float32)


def test_contributions_sum_up_to_the_score() -> None:
    trees, table = random_trees()
    part = table[:, :200]
    roots = trees.contributions(trees.leaf_numbers(part)).sum(0) - trees.score(part)[0]
    assert np.ptp(roots) < 1e-3, "what is left is the same for all blocks: the bias and the roots' means"
    covers = np.array(trees._covers, np.float64) + 1e-6
    means = (trees.leaves[:, :, 0] * covers).sum(1) / covers.sum(1)
    assert float(roots[0]) == pytest.approx(-float(trees.bias[0] + means.sum()), abs=1e-3)


@pytest.mark.parametrize("count", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 7])
def test_blocks_are_scored_alike_whatever_stands_beside_them(count: int) -> None:
    trees, table = random_trees(outputs=2)
    whole = trees.score(table)
    part = trees.score(table[:, :count])
    assert part.shape == (2, count)
    assert part == pytest.approx(whole[:, :count], abs=1e-5)


def test_blocks_around_a_chunk_s_edge_are_scored_as_alone() -> None:
    trees, table = random_trees()
    whole = trees.score(table)[0]
    for i in (0, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK + 6):
        assert trees.score(table[:, i : i + 1])[0, 0] == pytest.approx(whole[i], abs=1e-4)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["words", "links"], "place"),
        (["words", "links", "place", "colour"], "colour"),
        (["links", "words", "place"], "order"),
        ([], "words"),
    ],
)
def test_other_evidence_is_refused(names: list[str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Trees(HAND).expect(names)


def test_trees_pickle() -> None:
    again = pickle.loads(pickle.dumps(Trees(HAND)))
    assert again.score(TABLE).tolist() == Trees(HAND).score(TABLE).tolist()


def learnable(classes: int) -> tuple[NDArray[np.float32], NDArray[np.int64], NDArray[np.float64]]:
    """A table, labels that depend on it, and weights."""
    random = np.random.default_rng(7)
    table = random.normal(size=(6, 1500)).astype(np.float32)
    table[5] = 1.0  # a column that tells nothing
    value = table[0] + table[1] * table[2] + random.normal(size=1500) * 0.3
    label = np.digitize(value, np.quantile(value, np.arange(1, classes) / classes)).astype(np.int64)
    return table, label, random.random(1500)


@pytest.mark.parametrize("classes", [2, 4])
@pytest.mark.parametrize("depth", [3, 6])
def test_equal_to_the_library_that_learned_them(classes: int, depth: int, monkeypatch: pytest.MonkeyPatch) -> None:
    catboost = pytest.importorskip("catboost", reason="only the lab needs CatBoost")
    from newsclean.lab.fit import LEAF_SCALE, fit_trees

    models: list[Any] = []
    save = catboost.CatBoostClassifier.save_model

    def spy(model: Any, *args: Any, **more: Any) -> None:
        models.append(model)
        save(model, *args, **more)

    monkeypatch.setattr(catboost.CatBoostClassifier, "save_model", spy)
    table, label, weight = learnable(classes)
    count = 25
    data = fit_trees(
        [f"e{k}" for k in range(6)], table, label, weight, count, classes if classes > 2 else 0, depth=depth, rsm=1.0
    )
    theirs = models[0].predict(table.T, prediction_type="RawFormulaVal").reshape(len(label), -1).T
    ours = Trees(data).score(table)
    assert ours.shape == theirs.shape
    # leaves are rounded to whole multiples of the scale, and a border is rounded to six places
    assert np.abs(ours - theirs).max() <= count * LEAF_SCALE
    assert np.ptp(ours) > 1.0, "trees that learned nothing would be equal too"


def test_averaged_ensembles_score_the_mean() -> None:
    pytest.importorskip("catboost", reason="only the lab needs CatBoost")
    from newsclean.lab.fit import LEAF_SCALE, averaged, fit_trees

    table, label, weight = learnable(2)
    columns = [f"e{k}" for k in range(6)]
    models = [fit_trees(columns, table, label, weight, 20, random_seed=seed) for seed in (1, 2)]
    one, other, both = (Trees(data).score(table) for data in (*models, averaged(models)))
    assert np.abs(one - other).max() > 0.01, "the seeds must differ for this to say anything"
    assert np.abs(both - (one + other) / 2).max() <= 40 * LEAF_SCALE
    assert averaged(models[:1]) is models[0]
