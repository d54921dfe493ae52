"""In HTML short lists and tables stay with the paragraphs around them, where they hold neither links nor cues."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.decision import whole
from newsclean.evidence.view import View
from newsclean.reading.read import read

THINGS = ("No swimming", "No dogs", "Road stays open")
LISTED = f"<ul>{''.join(f'<li>{item}</li>' for item in THINGS)}</ul>"
TABLED = f"<table>{''.join(f'<tr><td>{item}</td><td>{i}</td></tr>' for i, item in enumerate(THINGS))}</table>"


@pytest.mark.parametrize(
    ("inside", "scores", "stays"),
    [
        (LISTED, [0.9, 0.4, 0.3, 0.2, 0.9], 1),
        (TABLED, [0.9, 0.4, 0.3, 0.2, 0.9], 1),
        (LISTED, [0.9, 0.2, 0.1, 0.1, 0.9], 0),
        (LISTED, [0.9, 0.4, 0.4, 0.6, 0.3], 0),
        (TABLED, [0.9, 0.4, 0.4, 0.6, 0.3], 1),
        (TABLED, [0.9, 0.3, 0.3, 0.4, 0.3], 0),
        (TABLED, [0.3, 0.4, 0.4, 0.6, 0.9], 0),
        (LISTED.replace("No dogs", "<a href=/2>No dogs</a>"), [0.9, 0.4, 0.4, 0.4, 0.9], 0),
        (LISTED.replace("No dogs", "Read also: no dogs"), [0.9, 0.4, 0.4, 0.4, 0.9], 0),
    ],
    ids=["list", "table", "unlikely", "last list", "last table", "unlikely", "first table", "linked", "a cue"],
)
def test_in_html_a_list_or_a_table_without_links_and_cues_stays_with_the_paragraphs_around(
    inside: str, scores: list[float], stays: int
) -> None:
    story = f"<p>The county has closed six beaches.</p>{inside}<p>All is lost, the mayor said.</p>"
    view = View(read(f"<div class=story-text>{story}</div><footer class=page-foot><p>Eldham</p></footer>", "html"))
    score = np.array(scores, np.float32)
    expected = [scores[0] >= 0.5, *[bool(stays)] * 3, scores[-1] >= 0.5]
    assert whole(view, np.append(score, 0), np.append(score >= 0.5, False)).tolist() == [*expected, False]
