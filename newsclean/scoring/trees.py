"""Oblivious boosted trees, evaluated with numpy alone: each level of a tree asks one question of all blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float32]
CHUNK = 1024
"""Blocks scored at once, so that memory stays small on endless pages."""


def same_columns(given: Sequence[str], learned: Sequence[str]) -> None:
    """Refuse columns that are not those learned on.

    Raises:
        ValueError: they differ.
    """
    if tuple(given) != tuple(learned):
        changed = sorted(set(given) ^ set(learned)) or "their order"
        raise ValueError(f"the weights were learned on other evidence than this version computes: {changed}")


class Trees:
    """An ensemble of oblivious trees of one depth.

    names: the columns it was learned on, in order. outputs: how many values a leaf holds.
    feature, border: (trees, depth), the column asked and the number it must exceed, at each level.
    leaves: (trees, 2 ** depth, outputs); bit k of a leaf's number is the answer at level k.
    covers: (trees, 2 ** depth), training weight in each leaf; for explanations.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.names: tuple[str, ...] = tuple(data["names"])
        self.bias = np.array(data["bias"], np.float32)
        self.feature = np.array(data["feature"], np.intp)
        self.border = np.array(data["border"], np.float32)
        count, self.depth = self.feature.shape
        self.outputs = len(self.bias)
        scale = float(data["leaf_scale"])
        self.leaves = np.array(data["leaves"], np.float32).reshape(count, 2**self.depth, self.outputs) * scale
        self._covers = data["covers"]

    def expect(self, names: Sequence[str]) -> None:
        """Refuse columns that are not those learned on.

        Raises:
            ValueError: names differ.
        """
        same_columns(names, self.names)

    def leaf_numbers(self, table: Table) -> NDArray[np.uint8]:
        """uint8 (trees, n): the leaf that each block falls into."""
        feature, border, place = self._questions
        answers: NDArray[np.uint8] = (table.take(feature, axis=0) > border).view(np.uint8)
        number: NDArray[np.uint8] = answers.take(place[-1], axis=0)
        answer = np.empty_like(number)
        for level in reversed(range(self.depth - 1)):
            number += number  # numpy adds bytes many times faster than it shifts them
            number |= answers.take(place[level], axis=0, out=answer, mode="clip")  # which spares a copy
        return number

    def score(self, table: Table, *more: Table) -> Table:
        """float32 (outputs, n): the ensemble's sums for a table of float32 (columns, n).

        more: tables of further columns, which on an endless page would not fit beside a copy of the first.
        """
        n = table.shape[1]
        out = np.empty((self.outputs, n), np.float32)
        for at in range(0, n, CHUNK):
            part = slice(at, min(at + CHUNK, n))
            rows = np.concatenate([columns[:, part] for columns in (table, *more)]) if more else table[:, part]
            number = self.leaf_numbers(rows)
            flat = np.add(number, self._offsets)
            values = np.empty(flat.shape, np.float32)
            for k in range(self.outputs):
                self._flat[k].take(flat, out=values, mode="clip")  # "clip" spares a copy
                out[k, part] = values.sum(0, dtype=np.float32) + self.bias[k]
        return out

    @cached_property
    def _questions(self) -> tuple[NDArray[np.intp], Table, NDArray[np.intp]]:
        """The distinct questions, of which trees share many: columns, borders (one a row), each tree's by level."""
        asked = np.stack((self.feature.astype(np.float64), self.border.astype(np.float64)), axis=-1)
        distinct, place = np.unique(asked.reshape(-1, 2), axis=0, return_inverse=True)
        by_level: NDArray[np.intp] = np.ascontiguousarray(place.reshape(self.feature.shape).T)
        return distinct[:, 0].astype(np.intp), distinct[:, 1:].astype(np.float32), by_level

    @cached_property
    def _offsets(self) -> NDArray[np.unsignedinteger]:
        """Where each tree's leaves stand among all, in the smallest type: quicker to add to than the widest."""
        first = np.arange(len(self.feature)) * 2**self.depth
        return first[:, None].astype(np.min_scalar_type(self.leaves[:, :, 0].size))

    @cached_property
    def _flat(self) -> list[Table]:
        return [np.ascontiguousarray(self.leaves[:, :, k]).ravel() for k in range(self.outputs)]

    @cached_property
    def _means(self) -> list[Table]:
        """Level by level, the mean of the leaves that are still open, weighted by their covers. First output only."""
        leaves = self.leaves[:, :, 0]
        covers = np.array(self._covers, np.float32).reshape(leaves.shape) + 1e-6
        means = [leaves]
        for level in reversed(range(self.depth)):
            total = covers.reshape(len(leaves), 2, 2**level)
            value = (means[0].reshape(len(leaves), 2, 2**level) * total).sum(1) / total.sum(1)
            covers = total.sum(1)
            means.insert(0, value)
        return means

    def contributions(self, number: NDArray[np.uint8]) -> Table:
        """float32 (columns, n): the change of the score along each path, summed by column, of blocks that fall into
        leaves, uint8 (trees, n).

        With the bias and the roots' means these sum up to the score of the first output.
        """
        out = np.zeros((len(self.names), number.shape[1]), np.float32)
        above = np.broadcast_to(self._means[0], number.shape)
        for level in range(self.depth):
            first = self._offsets >> (self.depth - level - 1)  # of each tree's nodes among all of this level
            below = self._means[level + 1].take(first + (number & (2 ** (level + 1) - 1)))
            order, opens, asked = self._by_column[level]
            out[asked] += np.add.reduceat((below - above).take(order, axis=0), opens, axis=0)
            above = below
        return out

    @cached_property
    def _by_column(self) -> list[tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]]:
        """For each level: the trees in the order of the columns they ask, where a column's trees begin, the columns."""
        rows = []
        for level in range(self.depth):
            order = np.argsort(self.feature[:, level], kind="stable")
            asked, opens = np.unique(self.feature[order, level], return_index=True)
            rows.append((order, opens, asked))
        return rows
