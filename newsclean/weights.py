"""Weights: what was learned, in the files that the package ships."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def read_weights(name: str) -> dict[str, Any]:
    """The plain data of a weights file, by its name without the ending.

    Raises:
        FileNotFoundError: no such weights.
    """
    data: dict[str, Any] = json.loads(
        (files("newsclean") / "data" / "weights" / f"{name}.json").read_text(encoding="utf-8")
    )
    return data
