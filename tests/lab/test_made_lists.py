"""Made lists: every maker gives lines of an article's words, their HTML holds them all, and so does the gold."""

from __future__ import annotations

import numpy as np
import pytest
from lxml import html

from newsclean.lab.grafts import text_of, unspaced
from newsclean.lab.made_lists import Maker, as_html, gold_of
from newsclean.lab.word_pools import Pool, pool_of

ENGLISH = (
    "On Monday, the mayor Anna Brook met farmers from Little Wexford, who had waited, cold and tired, for two hours. "
    "She said to Peter Lund that the mill, closed since March, would open again. Later, in the hall of Saint Olaf, "
    "the council heard Maria Gómez, Tom Hale and Ingrid Berg; nobody, as it turned out, had read the plan. "
    "Then came Karl Stone, Eve Marsh, Noah Reed and Lucy Frost, each with a letter, a lamp and a long speech. "
)
GERMAN = "Am Abend traf die Bürgermeisterin, müde und nass, die Bauern. " * 3
JAPANESE = "市長は月曜日、農家の代表と会い、長い話し合いをした。水車小屋は、三月から閉まっている。" * 2
JAPANESE_MORE = "".join(f"{word}の村では、古い橋が直され、人々が集まった。" for word in "東西南北上下左右前後内外")


@pytest.fixture
def words() -> Pool:
    return pool_of([ENGLISH])


def test_a_pool_has_names_clauses_and_sentences(words: Pool) -> None:
    assert {"Peter Lund", "Little Wexford", "Saint Olaf"} <= set(words.names)
    assert "closed since March" in words.clauses
    assert all(2 <= len(clause.split()) <= 9 for clause in words.clauses)
    assert all(sentence in ENGLISH for sentence in words.sentences)


def test_words_of_scripts_without_blanks_are_counted_by_characters() -> None:
    words = pool_of([JAPANESE, JAPANESE_MORE])
    assert words
    assert "市長は月曜日" in words.clauses
    assert all(4 <= len(clause) <= 24 for clause in words.clauses)
    assert all(len(name) <= 4 for name in words.names)


@pytest.mark.parametrize("texts", [[], [""], ["Too little."], [GERMAN]])
def test_a_pool_of_little_is_none(texts: list[str]) -> None:
    assert not pool_of(texts)


NUMBER_OF_MAKERS = 18


@pytest.mark.parametrize("number", range(NUMBER_OF_MAKERS))
def test_html_and_gold_hold_the_same_lines(number: int, words: Pool) -> None:
    for seed in range(8):
        maker = Maker(words, np.random.default_rng(seed))
        assert len(maker.makers) == NUMBER_OF_MAKERS
        rows = maker.makers[number]()
        assert rows
        assert all(cell.strip() for row in rows for cell in row)
        source = as_html(rows, maker.random)
        box = html.fragment_fromstring(source, create_parent="div")
        assert unspaced(text_of(box)) == unspaced(gold_of(rows))


def test_rows_of_several_cells_are_a_table(words: Pool) -> None:
    random = np.random.default_rng(1)
    assert as_html([["Brook", "3"], ["Lund & Co", "1"]], random) == (
        "<table><tr><td>Brook</td><td>3</td></tr><tr><td>Lund &amp; Co</td><td>1</td></tr></table>"
    )


def test_lines_come_in_many_elements() -> None:
    made = {as_html([["one"], ["two"]], np.random.default_rng(seed)) for seed in range(60)}
    assert "<ul><li>one</li><li>two</li></ul>" in made
    assert "<p>one<br>two</p>" in made
    assert "<p>one</p><p>two</p>" in made
    assert len(made) == 6


def test_lists_are_of_many_kinds(words: Pool) -> None:
    maker = Maker(words, np.random.default_rng(3))
    made = [maker.rows() for _ in range(40)]
    assert len({tuple(map(tuple, rows)) for rows in made}) == 40
    assert any(len(row) > 1 for rows in made for row in rows)
    headings = [maker.heading() for _ in range(40)]
    assert any(headings)
    assert not all(headings)
