"""A small convolutional network over the blocks of a page, evaluated with numpy alone.

Trees ask a block's own numbers, and sums over those around it; the network sees the row of blocks as it stands. The two
err on other blocks, so the mean of their log-odds errs on fewer. Residual layers with dilations are those of temporal
convolutional networks (Bai, Kolter and Koltun 2018, arXiv:1803.01271), to both sides.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclean.scoring.trees import Table, same_columns

REACH = 3.0
"""Standard deviations to which a column's numbers count; beyond, they are all the same."""
SMALL = 1e-4
"""Keeps the scale of a block of zeros from being divided by."""
CHUNK = 1024
"""Blocks worked on at once, so that memory stays small on endless pages."""
MOST = 9.0
"""Log-odds beyond which it is no surer."""


class Network:
    """Residual layers, each of which adds to what is known of a block what stands some blocks away, and on the page.

    names: (columns,), the evidence it was learned on, in order. dilations: (layers,), how many blocks away each looks.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.names: tuple[str, ...] = tuple(data["names"])
        self.dilations: tuple[int, ...] = tuple(data["dilations"])
        self._arrays = {name: unpacked(array) for name, array in data["arrays"].items()}
        self._mean, self._scale = self._arrays["mean"][:, None], 1 / self._arrays["spread"][:, None]

    def expect(self, names: Sequence[str]) -> None:
        """Refuse columns that are not those learned on.

        Raises:
            ValueError: names differ.
        """
        same_columns(names, self.names)

    def score(self, table: Table) -> NDArray[np.float32]:
        """float32 (n,): the log-odds of each block of a table of float32 (columns, n)."""
        n = table.shape[1]
        known = np.empty((len(self._arrays["first_bias"]), n), np.float32)
        direct = np.empty(n, np.float32)
        for part in _parts(n):
            seen: Table = np.clip((table[:, part] - self._mean) * self._scale, -REACH, REACH)
            found: Table = self._arrays["first"] @ seen + self._arrays["first_bias"][:, None]
            known[:, part] = _silu(found)
            direct[part] = self._arrays["direct"] @ seen
        for layer, step in enumerate(self.dilations):
            self._add(known, layer, step)
        out: NDArray[np.float32] = np.clip(
            self._arrays["last"] @ known + self._arrays["last_bias"] + direct, -MOST, MOST
        )
        return out

    def _add(self, known: Table, layer: int, step: int) -> None:
        """Add a layer's findings to what is known, (width, n), in place."""
        weight, bias, gain, page = (self._arrays[f"{part}_{layer}"] for part in ("weight", "bias", "gain", "page"))
        n = known.shape[1]
        row = np.zeros((len(known), n + 2 * step), np.float32)  # nothing stands beyond the page's edges
        for part in _parts(n):
            row[:, step + part.start : step + part.stop] = _evened(known[:, part], gain)
        bias = bias + page @ (row.sum(1) / n)
        for part in _parts(n):
            around = [row[:, part.start + at : part.stop + at] for at in (0, step, 2 * step)]
            known[:, part] += _silu(weight @ np.concatenate(around) + bias[:, None])


class Networks:
    """Networks of other seeds, whose mean errs on fewer blocks than any of them."""

    def __init__(self, data: Sequence[Mapping[str, Any]]) -> None:
        self.members = tuple(Network(each) for each in data)

    def expect(self, names: Sequence[str]) -> None:
        """Refuse columns that are not those learned on.

        Raises:
            ValueError: names differ.
        """
        for member in self.members:
            member.expect(names)

    def score(self, table: Table) -> NDArray[np.float32]:
        """float32 (n,): the mean of their log-odds of each block of a table of float32 (columns, n)."""
        total = self.members[0].score(table)
        for member in self.members[1:]:
            total += member.score(table)
        total /= len(self.members)
        return total


def _parts(n: int) -> list[slice]:
    return [slice(at, min(at + CHUNK, n)) for at in range(0, n, CHUNK)]


def _evened(known: Table, gain: Table) -> Table:
    """Each block's numbers on one scale."""
    scale = gain[:, None] / np.sqrt((known * known).mean(0) + SMALL)
    out: Table = known * scale
    return out


def _silu(x: Table) -> Table:
    """x times its logistic function."""
    out: Table = np.exp(-x)
    out += 1
    return np.divide(x, out, out=out)


def unpacked(data: Mapping[str, Any]) -> Table:
    """float32: an array from its shape, and its numbers as half-precision floats, little-endian, in base64."""
    flat = np.frombuffer(base64.b64decode(data["float16"]), "<f2").astype(np.float32)
    return flat.reshape(data["shape"])
