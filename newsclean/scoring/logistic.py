"""Logistic: what a fitted logistic regression says of one page's traits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray


def logit(values: NDArray[np.float64], fitted: Mapping[str, Any]) -> float:
    """The log-odds. values: float64 (k,). fitted: mean, spread and slope of each trait, and the bias."""
    scaled = (values - np.array(fitted["mean"])) / np.array(fitted["spread"])
    return float(scaled @ np.array(fitted["slope"]) + fitted["bias"])
