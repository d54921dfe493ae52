"""Weights: what was learned, in the files that the package ships."""

from __future__ import annotations

import base64
import json
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

SCALE = 16.0
"""Log-odds are kept as whole sixteenths."""


def read_weights(name: str) -> dict[str, Any]:
    """The plain data of a weights file, by its name without the ending.

    Raises:
        FileNotFoundError: no such weights.
    """
    data: dict[str, Any] = json.loads(
        (files("newsclean") / "data" / "weights" / f"{name}.json").read_text(encoding="utf-8")
    )
    return data


def packed(values: NDArray[np.floating]) -> str:
    """Log-odds as text: sixteenths of one byte each, in base64; what is further from 0 than 127 of them counts as that
    far."""
    return base64.b64encode(np.clip(np.rint(values * SCALE), -127, 127).astype(np.int8).tobytes()).decode("ascii")


def unpacked(text: str) -> NDArray[np.float32]:
    """float32: the log-odds that such a text holds, one behind another."""
    values: NDArray[np.float32] = np.frombuffer(base64.b64decode(text), np.int8).astype(np.float32) / np.float32(SCALE)
    return values
