"""Tails: what stands below an article is another's, and what a digest goes through is its own."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.lab.cards import cards, sentences
from newsclean.lab.dice import dice
from newsclean.lab.listings import CASTS, FEWEST, above_cards, recast
from newsclean.lab.tails import above_next, digest
from newsclean.lab.train_tails import Seen, versions
from tests.lab.test_listings import PARAGRAPHS, TOLD, page


def test_lists_within_the_article_stand_behind_its_last_paragraph() -> None:
    for number in range(8):
        made = above_cards(page(id=str(number)), TOLD, 0, within=True)
        inside = made[made.index("<article>") : made.index("</article>")]
        assert sum(one.title in inside for one in TOLD) >= 3
        assert inside.index(PARAGRAPHS[-1]) < min(inside.index(one.title) for one in TOLD if one.title in inside)


@pytest.mark.parametrize("cast", sorted(set(CASTS)))
def test_a_list_is_cast_anew_with_all_that_it_says(cast: str) -> None:
    for number in range(6):
        source = cards("en", TOLD, dice("cast", number))
        made = recast(source, cast)
        for one in TOLD:
            assert (one.title in made) == (one.title in source)
        assert made.count("<tr>") == (source.count(" of the harbour town") if cast == "rows" else 0)
        assert not cast or "card" not in made.replace("cards", "")
        if cast == "inline":
            assert made.count("<a ") >= source.count(" of the harbour town")


def test_the_next_articles_follow_below() -> None:
    made = above_next(page(), TOLD)
    following = [one for one in TOLD if one.title in made]
    assert 1 <= len(following) <= 3
    for one in following:
        assert all(text in made for text in one.paragraphs)
        assert made.index(PARAGRAPHS[-1]) < made.index(one.title)


def test_a_digests_text_is_its_own_and_a_list_below_is_not() -> None:
    starts = set()
    for number in range(12):
        made, gold = digest(page(), TOLD, number, listed=True)
        within, below = made.split('class="list"', 1)
        own = [one for n, one in enumerate(TOLD) if f"Story {n} began with a goose." in within]
        assert len(own) >= 3
        assert all(sentences(one.paragraphs[0], 1) in gold for one in own)
        assert sum(one.title in below for one in TOLD) >= 3
        assert not any(one.title in below for one in own)
        assert PARAGRAPHS[0] in within
        starts.add(within[within.index("Story") - 12 : within.index("Story")])
    assert len(starts) > 3  # in different styles


def test_too_few_stories_make_nothing() -> None:
    assert above_next(page(), TOLD[: FEWEST - 1]) == ""
    assert digest(page(), TOLD[: 2 * FEWEST - 1]) == ("", "")
    made = [source for version, source, _ in versions(page(), []) if version not in ("whole", "short")]
    assert made == [""] * 9


def test_what_follows_a_place_tells_what_it_is() -> None:
    own, words = np.array([1, 1, 0, 1, 0, 0, 0], np.float32), np.full(7, 10, np.float32)
    seen = Seen("whole", 0, own, words, np.zeros((1, 5), np.float32))
    assert seen.labels().tolist() == [0, 0, 0, 1, 1]  # behind the first, second, … block that stays
    nearly = np.array([1, 1, 0, 0, 0.1, 0, 0], np.float32)
    assert seen._replace(own=nearly).labels().tolist() == [0, 1, 1, -1, 1]
