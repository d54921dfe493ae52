"""Training of code: what a page's elements teach, and what is learned from them."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.lab.train_code import FEWEST, fit_code, look, told_apart
from newsclean.reading.character_pairs import COUNT, CharacterPairs, pairs, sorts

SCRIPT = "var seats = fetchSeats('{}'); if (seats > 0) {{ showButton(seats); }}\n"
PROSE = "<p>The herons came back to the pond at {}, and stayed there until the reeds were cut.</p>\n"


def page(name: str) -> str:
    return f"<html><body><script>{SCRIPT.format(name) * 30}</script>{PROSE.format(name.title()) * 30}</body></html>"


def test_a_page_teaches_the_share_of_each_pair() -> None:
    shares = look((page("lowmoor"), 3))
    assert shares is not None
    assert shares.fold == 3
    brace = pairs("{")[0] % COUNT
    assert shares.code[brace * COUNT + sorts(" ")[0]] > 0
    assert shares.prose[brace * COUNT :][:COUNT].sum() == 0
    assert shares.code.sum() == pytest.approx(1)
    assert shares.prose.sum() == pytest.approx(1)


@pytest.mark.parametrize("html", ["", "<p>x</p>", f"<script>{'a;' * FEWEST}</script><p>x</p>", "<p>" + "a b " * FEWEST])
def test_too_little_of_either_teaches_nothing(html: str) -> None:
    assert look((html, 0)) is None


def test_what_is_learned_tells_a_page_that_was_left_out() -> None:
    found = [look((page(name), fold)) for fold, name in enumerate(("lowmoor", "neuwerden", "marrow"))]
    pages = [shares for shares in found if shares is not None]
    learned = fit_code(pages, 2)
    code, prose = told_apart(pages[2:], learned)
    assert code > 0.3 > -0.3 > prose
    words = np.array([[0, 11], [12, 18]])
    assert (learned.log_odds("show('a');} herons came", words) > 0).tolist() == [True, False]


def test_a_weights_file_gives_the_same_log_odds() -> None:
    learned = CharacterPairs(np.linspace(-5, 5, COUNT * COUNT).astype(np.float32))
    again = CharacterPairs.read(learned.plain())
    assert np.abs(again.weights - learned.weights).max() <= 1 / 32
    with pytest.raises(ValueError, match="pairs of characters"):
        CharacterPairs.read({"weights": "AAAA"})


def test_every_character_has_a_sort_and_a_pair() -> None:
    text = "aZ9 \n{\u00e9\U0001f600\ud800"
    assert len(sorts(text)) == len(text)
    assert len(pairs(text)) == len(text) + 1
    assert sorts("\u00e9\U0001f600\ud800").tolist() == [COUNT - 1] * 3
    assert len(pairs("")) == 1
