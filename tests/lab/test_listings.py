"""Listings: what a front made of other pages shows, that an article above a list keeps its own words, and the dice."""

from __future__ import annotations

import pytest

from newsclean.lab.cards import Story, cards, sentences
from newsclean.lab.corpora import Record, fold_of
from newsclean.lab.listings import FEWEST, above_cards, front, stories, story
from newsclean.lab.rng import rng

PARAGRAPHS = [
    f"The council voted on Monday to close bridge number {n} until the spring, as some of its stones have come loose."
    for n in range(4)
]
TOLD = [
    Story(
        f"Story number {n} of the harbour town",
        f"What is said of story {n}.",
        (f"Story {n} began with a goose. It ended in the harbour.", f"Nobody of story {n} has been found since then."),
    )
    for n in range(12)
]


def page(**more: object) -> Record:
    text = "".join(f"<p>{line}</p>" for line in PARAGRAPHS)
    head = (
        "<title>Bridges closed until the spring</title><meta property='og:title' content='Bridges closed'>"
        "<meta name='description' content='Four bridges are closed.'><meta charset='utf-8'>"
    )
    return {
        "id": "one", "url": "https://gazette.example/bridges", "lang": "en", "title": "Bridges closed until the spring",
        "body": "\n\n".join(PARAGRAPHS),
        "html": f"<html><head>{head}</head><body><ul><li>Menu</li></ul><main><article><h1>Bridges closed until the "
        f"spring</h1>{text}</article></main><p>Imprint</p></body></html>",
    } | more  # fmt: skip


def test_a_front_has_stories_and_nothing_of_the_article() -> None:
    made = front(page(), TOLD, introduced=False)
    assert "bridge number" not in made
    assert "Menu" in made
    assert "Imprint" in made
    assert sum(one.title in made for one in TOLD) >= 3


def test_words_above_the_list_are_those_of_another_story() -> None:
    plain, introduced = (front(page(id=str(n)), TOLD, told) for n, told in ((7, False), (7, True)))
    assert introduced != plain
    above = introduced[: introduced.index('class="list"')]
    assert any(sentences(one.paragraphs[-1], 1) in above for one in TOLD)


def test_an_article_above_a_list_stays_as_long_as_it_is_asked_to_be() -> None:
    for paragraphs, left in ((0, 4), (1, 1), (2, 2), (4, 4)):
        made = above_cards(page(), TOLD, paragraphs)
        assert [line in made for line in PARAGRAPHS] == [True] * left + [False] * (4 - left)
        assert made.index(PARAGRAPHS[0]) < made.index('class="list"')


@pytest.mark.parametrize("source", ["", "   "])
def test_without_a_tree_or_stories_there_is_no_front(source: str) -> None:
    assert front(page(html=source), TOLD, introduced=True) == ""
    assert front(page(), TOLD[: FEWEST - 1], introduced=True) == ""
    assert above_cards(page(), TOLD[: FEWEST - 1], 1) == ""


def test_where_the_body_holds_the_article_the_list_still_stands_on_the_page() -> None:
    bare = page(html="<title>t</title>" + "".join(f"<p>{line}</p>" for line in PARAGRAPHS) + "<p>Imprint</p>")
    assert 'class="list"' in front(bare, TOLD, introduced=False)
    assert 'class="list"' in above_cards(bare, TOLD, 2)


def test_the_head_of_a_front_does_not_tell_of_the_article() -> None:
    heads = [front(page(id=str(n)), TOLD, introduced=False) for n in range(30)]
    kept = ["og:title" in made for made in heads]
    assert 0 < sum(kept) < 15  # as sites have it that describe all their pages alike
    assert all(("Four bridges" in made) is own for made, own in zip(heads, kept, strict=True))
    assert all("charset" in made for made in heads)


def test_the_same_page_gives_the_same_front_and_another_number_another() -> None:
    assert front(page(), TOLD, True) == front(page(), TOLD, True)
    assert front(page(), TOLD, True) != front(page(), TOLD, True, 1)


def test_a_story_is_what_the_head_says_and_the_first_paragraphs() -> None:
    found = story(page())
    assert found == Story("Bridges closed until the spring", "Four bridges are closed.", tuple(PARAGRAPHS[:3]))
    assert story(page(title="Bridges closed")) is None
    assert story(page(body="")) is None
    assert stories([page(), page(title="")]) == {(fold_of(page()), "en"): [found]}


def test_a_page_is_no_story_of_its_own_list() -> None:
    own = story(page())
    assert own is not None
    assert "Four bridges are closed" not in front(page(), [own, *TOLD], introduced=False).split('class="list"')[1]


@pytest.mark.parametrize("lang", ["en", "de", "id", "pl"])
def test_cards_are_made_in_any_language_and_hold_what_is_told(lang: str) -> None:
    made = [cards(lang, TOLD, rng(lang, n)) for n in range(40)]
    assert all(any(one.title in text for one in TOLD) for text in made)
    assert any("What is said of story" in text for text in made)
    assert any("…" in text or "..." in text for text in made)
    assert len(set(made)) == len(made)


def test_sentences_end_at_their_stops() -> None:
    assert sentences("One. Two! Three?", 2) == "One. Two!"
    assert sentences(" One ", 3) == "One"
