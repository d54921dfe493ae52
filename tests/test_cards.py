"""Cards in Markdown: a link that holds several blocks leads to another story, whatever its sentences read like."""

from __future__ import annotations

import pytest

from newsclean import clean, explain

PARAGRAPHS = [
    "The council of the small harbour town voted on Monday to close the old bridge for most of the winter.",
    "The mayor, who had asked for a report in May, told residents that buses would take the long way round.",
    "A ferry will cross the river every twenty minutes from six in the morning, though not in a storm, she said.",
    "Traders in the market hall fear that fewer people will come before the holidays than in other years.",
]
SENTENCE = "The island line says that fuel costs more, and that the piano on board has nothing to do with it."
CARDS = {
    "blank lines": f"[![](https://example.org/p.jpg)\n\n**Ferry fares to rise**\n\n{SENTENCE}](https://example.org/fares)",
    "backslashes": f"[![](https://example.org/p.jpg)\\\n\\\n**Ferry fares to rise**\\\n\\\n{SENTENCE}](https://example.org/fares)",
    "a heading": f"[### Ferry fares to rise\n\n{SENTENCE}](https://example.org/fares)",
}


def page(*blocks: str) -> str:
    return "\n\n".join(["# Bridge closed for the winter", "[Home](/) | [Sports](/sports)", *blocks])


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_a_card_between_paragraphs_goes(card: str) -> None:
    source = page(*PARAGRAPHS[:2], card, *PARAGRAPHS[2:])
    assert clean(source).split("\n\n") == PARAGRAPHS
    reasons = {reason.name for block in explain(source).blocks if SENTENCE in block.text for reason in block.reasons}
    assert "in a card" in reasons


def test_who_prefers_recall_keeps_its_sentence() -> None:
    source = page(*PARAGRAPHS[:2], CARDS["blank lines"], *PARAGRAPHS[2:])
    assert SENTENCE in clean(source, prefer="recall")


def test_a_link_that_was_broken_in_a_sentence_is_no_card() -> None:
    source = page(*PARAGRAPHS[:2], "[further\n\nreasons](https://example.org/report)", *PARAGRAPHS[2:])
    reasons = {reason.name for block in explain(source).blocks for reason in block.reasons}
    assert "in a card" not in reasons


def test_an_article_that_is_a_card_stays() -> None:
    source = page("[" + "\n\n".join(PARAGRAPHS) + "](https://example.org/bridge)", "[Imprint](/i)")
    reasons = {reason.name for block in explain(source).blocks for reason in block.reasons}
    assert "in a card" not in reasons


def test_text_and_html_have_no_cards() -> None:
    for source in ("\n\n".join(PARAGRAPHS), "<html><body>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS)):
        assert not any(reason.name == "in a card" for block in explain(source).blocks for reason in block.reasons)
