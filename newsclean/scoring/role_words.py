"""Role words: words and word pairs that stand in blocks of one role on many sites, with learned log-odds a role."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.hashing import KnownHashes
from newsclean.evidence.sums import window_sums
from newsclean.evidence.view import PART, View
from newsclean.page import Role
from newsclean.scoring.vocabulary import word_and_pair_keys
from newsclean.weights import packed, unpacked

Table = NDArray[np.float32]
Keys = NDArray[np.uint32]

TOLD: tuple[Role, ...] = (
    Role.BODY, Role.HEADLINE, Role.BYLINE, Role.TIMESTAMP, Role.CAPTION, Role.TEASER, Role.PROMO, Role.SHARE,
    Role.COMMENT, Role.AD, Role.LEGAL, Role.NAV,
)  # fmt: skip
"""The roles that words tell."""
BESIDE: tuple[Role, ...] = (Role.CAPTION, Role.BYLINE, Role.TEASER, Role.PROMO, Role.SHARE, Role.COMMENT, Role.LEGAL)
"""The roles that the words of the blocks right beside tell."""
REACH = 4
"""Blocks on either side over whose words the mean is taken."""
NAMES: tuple[str, ...] = (
    *(f"words_of_{role}" for role in TOLD),
    *(f"highest_of_{role}" for role in TOLD),
    *(f"around_of_{role}" for role in TOLD),
    *(f"words_of_{role}{side}" for side in ("@-1", "@+1") for role in BESIDE),
)
"""Mean and highest log-odds of a block's words and pairs, mean of the blocks around, means of the neighbours."""


class RoleWords:
    """Keys (uint32, sorted) and the log-odds of each role of `TOLD` (float32, (keys, roles))."""

    def __init__(self, keys: Keys, values: Table) -> None:
        self.keys, self.values = keys, values
        self._known = KnownHashes(keys)
        self._found = np.concatenate((values, np.zeros((1, len(TOLD)), np.float32)))  # for what is above all keys

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> RoleWords:
        """From the plain data of a weights file."""
        keys = np.frombuffer(base64.b64decode(data["keys"]), "<u4").astype(np.uint32)
        return cls(keys, unpacked(data["values"]).reshape(len(keys), len(TOLD)))

    def plain(self) -> dict[str, str]:
        """The plain data of a weights file."""
        return {
            "keys": base64.b64encode(self.keys.astype("<u4").tobytes()).decode("ascii"),
            "values": packed(self.values),
        }

    def look_up(self, keys: Keys) -> Table:
        """float32 (keys, roles): the log-odds of keys, 0 for unknown ones."""
        at, known = self._known.find(keys)
        found: Table = self._found.take(at, axis=0) * known[:, None]
        return found

    def table(self, view: View) -> Table:
        """float32 (len(NAMES), n): what the words of a page say of each block."""
        keys, block = word_and_pair_keys(view)
        return word_table(self.look_up(keys), block, view.n)


def word_table(values: Table, block: NDArray[np.integer], n: int) -> Table:
    """float32 (len(NAMES), n) from the log-odds (words, roles) of words and pairs and the blocks they stand in.

    Words that say nothing count for none: a name is no evidence.
    """
    told, roles = values.any(1), len(TOLD)
    values, block = values[told], block[told]
    count = np.bincount(block, minlength=n)
    near = np.maximum(window_sums(count[None], REACH), 1)
    table = np.empty((len(NAMES), n), np.float32)
    mean, highest, around, before, behind = np.split(table, np.cumsum([roles] * 3 + [len(BESIDE)]))
    step = roles if n <= PART else 1  # on an endless page one after the other
    for low in range(0, roles, step):
        part = slice(low, low + step)
        total = np.array([np.bincount(block, column, n) for column in values.T[part]])
        mean[part] = total / np.maximum(count, 1)
        around[part] = window_sums(total, REACH) / near
    best = np.zeros((n, roles), np.float32)
    np.maximum.at(best, block, values)
    highest[:] = best.T
    rows = [TOLD.index(role) for role in BESIDE]
    before[:, :1] = behind[:, n - 1 :] = 0
    before[:, 1:], behind[:, :-1] = mean[rows, :-1], mean[rows, 1:]
    return table
