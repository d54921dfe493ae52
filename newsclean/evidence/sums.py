"""Running sums: any stretch of blocks is the difference of two of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def running_sums(values: NDArray[np.generic]) -> NDArray[np.float64]:
    """float64 (n + 1,): the sum of the values before each one, and of all."""
    return np.concatenate(([0.0], np.cumsum(values, dtype=np.float64)))


def window_sums(values: NDArray[np.number], reach: int) -> NDArray[np.float64]:
    """float64 (columns, n): the sums over the blocks up to `reach` away, the block itself included. values: (columns,
    n)."""
    count, n = values.shape
    total = np.concatenate((np.zeros((count, 1)), np.cumsum(values, 1, dtype=np.float64)), 1)
    at = np.arange(n)
    summed: NDArray[np.float64] = total[:, np.minimum(at + reach + 1, n)] - total[:, np.maximum(at - reach, 0)]
    return summed
