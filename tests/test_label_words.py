"""What learned words say of labels is the same, whether it is worked out word by word or label by label."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.evidence.view import View
from newsclean.lab.label_words import label_keys, label_table
from newsclean.reading.read import read
from newsclean.scoring import label_words
from newsclean.scoring.label_words import KnownLabels
from newsclean.scoring.vocabulary import Vocabulary

PAGES = (
    "<html><body><div class='story-body main'><p class='lead'>The bridge is closed.</p><p>It opens in May.</p></div>"
    "<aside id='related_links'><ul class='teaser-list'><li><a class='teaser' href='/a'>More news</a></li></ul></aside>"
    "</body></html>",
    "<div><p>Nothing is named here.</p></div>",
    "<main class='story-body'><section class='x'><p class='lead story'>A ferry runs instead.</p></section></main>",
)


def vocabulary(views: list[View]) -> Vocabulary:
    keys = np.unique(np.concatenate([label_keys(view)[0] for view in views]))[::2]  # every other one is unknown
    log_odds = np.random.default_rng(5).integers(-40, 40, len(keys)).astype(np.float32) / np.float32(16)
    return Vocabulary(keys, log_odds)


@pytest.mark.parametrize("most_seen", [0, label_words.MOST_SEEN])
def test_label_by_label_is_word_by_word(most_seen: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(label_words, "MOST_SEEN", most_seen)
    views = [View(read(page, "html")) for page in PAGES]
    words = vocabulary(views)
    known = KnownLabels(words)
    said = 0
    for view in (*views, *views):
        keys, slots = label_keys(view)
        expected = label_table(words.look_up(keys), slots, view.n)
        assert known.columns(view).tolist() == expected.tolist()
        said += int(np.count_nonzero(expected))
    assert said


def test_text_has_no_labels() -> None:
    view = View(read("The bridge is closed.\n\nIt opens in May.", "text"))
    words = vocabulary([View(read(PAGES[0], "html"))])
    assert not KnownLabels(words).columns(view).any()
