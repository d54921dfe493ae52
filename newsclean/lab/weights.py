"""Weights files: where what is learned is kept, of all pages for the package and without each fold to be judged by."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from newsclean.whole_files import write_whole

WEIGHTS = Path(__file__).resolve().parents[1] / "data" / "weights"


def fold_weights(mode: str, fold: int, part: str = "") -> Path:
    """The weights that were learned without the pages of a fold; part: "", "roles", "site" or "opinion"."""
    return WEIGHTS / "folds" / ".".join(filter(None, (mode, part, str(fold), "json")))


def whole_weights(mode: str, part: str = "") -> Path:
    """The weights that were learned on all pages, which the package ships."""
    return WEIGHTS / ".".join(filter(None, (mode, part, "json")))


def weights_without(mode: str, fold: int | None) -> Path:
    """The weights that were learned without a fold, or on all pages."""
    return whole_weights(mode) if fold is None else fold_weights(mode, fold)


def save_weights(path: Path, weights: dict[str, Any]) -> None:
    """Write a weights file, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, [f"{json.dumps(weights, separators=(',', ':'), ensure_ascii=False)}\n".encode()])
