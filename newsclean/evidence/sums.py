"""Running sums: any stretch of blocks is the difference of two of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def running_sums(values: NDArray[np.generic]) -> NDArray[np.float64]:
    """float64 (n + 1,): the sum of the values before each one, and of all."""
    return np.concatenate(([0.0], np.cumsum(values, dtype=np.float64)))
