"""The second look: a page worked out in parts is the page worked out at once."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.evidence import view as views
from newsclean.evidence.table import evidence_table
from newsclean.evidence.view import View, shifted
from newsclean.reading.read import read
from newsclean.scoring.second import NAMES, second_table

LINES = ["The council met on Monday and agreed to close the bridge.", "Share", "More news", "By Ann Lee", "12 May 2024"]
SOURCE = "\n\n".join(f"{LINES[(3 * i) % 5]} {'Again. ' * (i % 4)}" for i in range(120))


@pytest.mark.parametrize("part", [1, 7, 50])
def test_parts_make_no_difference(part: int, monkeypatch: pytest.MonkeyPatch) -> None:
    doc = read(SOURCE, "text")
    score = np.random.default_rng(3).random(len(doc)).astype(np.float32)
    whole, looked = evidence_table(View(doc)), second_table(View(doc), score)[1]
    monkeypatch.setattr(views, "PART", part)
    assert (evidence_table(View(doc)) == whole).all()
    names, again = second_table(View(doc), score)
    assert names == list(NAMES)
    np.testing.assert_allclose(again, looked, rtol=1e-6, atol=1e-6)


def test_neighbours_are_seen_and_edges_told() -> None:
    columns = np.array([[1, 2, 3], [4, 5, 6]], np.float32)
    out = np.empty((3, 3), np.float32)
    shifted(columns, np.array([0, 1, 1]), np.array([-1, 1, 2]), -3, out)
    assert out.tolist() == [[-3, 1, 2], [5, 6, -3], [6, -3, -3]]


def test_neighbours_farther_than_the_page_is_long() -> None:
    out = np.empty((2, 1), np.float32)
    shifted(np.array([[7]], np.float32), np.array([0, 0]), np.array([-4, 4]), 0, out)
    assert out.tolist() == [[0], [0]]
