"""Fitting: CatBoost learns oblivious trees, and what is kept of them is a handful of plain numbers."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

LEAF_SCALE = 1e-4
"""Leaf values are kept as whole multiples of this."""
ABSENT = -30.0
"""The score of a class that no training row has."""
SETTINGS: dict[str, Any] = {
    "depth": 6,
    "learning_rate": 0.12,
    "l2_leaf_reg": 5,
    "border_count": 48,
    "bootstrap_type": "Bernoulli",
    "subsample": 0.6,
    "rsm": 0.3,
    "random_seed": 1,
    "verbose": 0,
    "allow_writing_files": False,
}


def fit_trees(
    names: Sequence[str],
    table: NDArray[np.float32],
    label: NDArray[np.floating] | NDArray[np.integer],
    weight: NDArray[np.floating],
    trees: int,
    classes: int = 0,
    baseline: NDArray[np.floating] | None = None,
    **settings: Any,
) -> dict[str, Any]:
    """Trees learned on float32 (columns, rows), as the plain data that `newsclean.scoring.trees.Trees` reads.

    Two classes by default; with `classes`, labels are 0 to classes - 1 and a leaf holds one value for each.
    baseline: (rows,), log-odds that the trees of two classes add to; they have no bias of their own then.
    """
    from catboost import CatBoostClassifier, Pool

    present = np.unique(label)  # CatBoost numbers the classes it meets, and a rare role may not be among them
    loss = {"loss_function": "MultiClass", "classes_count": len(present)} if classes else {"loss_function": "Logloss"}
    model = CatBoostClassifier(**{**SETTINGS, **loss, "iterations": trees, "thread_count": 2, **settings})
    number = np.searchsorted(present, label)
    model.fit(Pool(np.ascontiguousarray(table.T), number, weight=weight, baseline=baseline))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        plain = _plain(names, json.loads(path.read_text(encoding="utf-8")), model.get_params()["depth"])
    return _with_absent(plain, present.astype(int).tolist(), classes) if classes else plain


def averaged(models: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """One ensemble that scores the mean of what several score: trees of other seeds err in other places."""
    count = len(models)
    if count == 1:
        return models[0]
    return {
        **models[0],
        "bias": np.mean([model["bias"] for model in models], axis=0).tolist(),
        "feature": [row for model in models for row in model["feature"]],
        "border": [row for model in models for row in model["border"]],
        "leaves": [np.rint(np.array(row) / count).astype(int).tolist() for model in models for row in model["leaves"]],
        "covers": [row for model in models for row in model["covers"]],
    }


def _with_absent(plain: dict[str, Any], present: list[int], classes: int) -> dict[str, Any]:
    """The trees with an output for each class; one that was never met is never the likeliest."""
    bias = [ABSENT] * classes
    for place, number in enumerate(present):
        bias[number] = plain["bias"][place]
    leaves = []
    for row in plain["leaves"]:
        values = np.zeros((len(row) // len(present), classes), int)
        values[:, present] = np.array(row).reshape(-1, len(present))
        leaves.append(values.ravel().tolist())
    return {**plain, "bias": bias, "leaves": leaves}


def _plain(names: Sequence[str], model: dict[str, Any], depth: int) -> dict[str, Any]:
    scale, bias = model["scale_and_bias"]
    bias = bias if isinstance(bias, list) else [bias]
    columns = [one["flat_feature_index"] for one in model["features_info"]["float_features"]]
    outputs = len(bias)
    feature, border, leaves, covers = [], [], [], []
    for tree in model["oblivious_trees"]:
        splits = tree["splits"] or []
        missing = depth - len(splits)  # a shallow tree is a deep one whose last questions are never answered yes
        feature.append([columns[one["float_feature_index"]] for one in splits] + [0] * missing)
        border.append([float(np.float32(one["border"])) for one in splits] + [3e38] * missing)
        values = np.array(tree["leaf_values"], np.float64) * scale / LEAF_SCALE
        padding = 2**depth - 2 ** len(splits)
        leaves.append([*np.rint(values).astype(int).tolist(), *([0] * (padding * outputs))])
        covers.append([*np.rint(tree["leaf_weights"]).astype(int).tolist(), *([0] * padding)])
    return {
        "names": list(names),
        "bias": bias,
        "leaf_scale": LEAF_SCALE,
        "feature": feature,
        "border": [[round(value, 6) if abs(value) < 1e6 else value for value in row] for row in border],
        "leaves": leaves,
        "covers": covers,
    }
