"""The short last sentence of a text in a language that few pages taught stays where it speaks of what the text does."""

from __future__ import annotations

import pytest

from newsclean import clean, explain

ROMANIAN = (
    "Trenul de noapte dintre Lunca și Poiana se va întoarce pe linie luni, după ce primăria a găsit bani pentru două "
    "vagoane.",
    "Directorul companiei, Mihai Sălăgean, a spus că biletul va costa cât o cafea. „Am numărat de trei ori.”",
    "Locuitorii din Poiana au așteptat trenul doi ani. Unii dintre ei cred că va fi oprit din nou după alegeri.",
)
ENDING = "Sălăgean nu îi crede."
ENGLISH = (
    "The night train between Lunca and Poiana will be back on the line on Monday, after the council found the money.",
    "The director of the company, Mihai Moss, said that a ticket would cost as much as a coffee. He had counted it.",
    "People in Poiana have waited for the train for two years. Some of them think that it will be stopped again.",
)


def page(*blocks: str) -> str:
    above = "Acasă\nȘtiri\nSport\nTrenul de noapte se întoarce\nde Ana Pop\n3 mai 2022\n\n"
    return above + "\n\n".join(blocks) + "\n\nDistribuie\nCele mai citite\nCine a furat ceața?\nTermeni și condiții"


def test_it_stays_and_the_reason_says_why() -> None:
    source = page(*ROMANIAN, ENDING)
    for prefer in ("balanced", "recall"):
        assert clean(source, prefer=prefer).split("\n\n")[-4:] == [*ROMANIAN, ENDING]
    text = clean(source)
    assert clean(text) == text
    (block,) = [block for block in explain(source).blocks if block.text == ENDING]
    assert "an unfamiliar ending" in {reason.name for reason in block.reasons}


@pytest.mark.parametrize(
    "line",
    [
        "Redacția nu răspunde pentru asta.",  # of something else
        "Ce crede Sălăgean?",  # asks
        "Sălăgean nu îi crede!",  # calls
        "Sălăgean scrie din 2013.",  # a year
        "Scrieți lui Sălăgean la mihai@lunca.example.",
        "Sălăgean nu îi crede",
    ],
)
def test_what_is_no_sentence_of_the_text_goes(line: str) -> None:
    source = page(*ROMANIAN, line)
    reasons = {reason.name for block in explain(source).blocks for reason in block.reasons}
    assert "an unfamiliar ending" not in reasons


def test_another_gap_than_the_text_s_own_sets_it_apart() -> None:
    source = page(*ROMANIAN).replace("\n\nDistribuie", f"\n\n\n\n{ENDING}\n\nDistribuie")
    assert "an unfamiliar ending" not in {reason.name for block in explain(source).blocks for reason in block.reasons}


def test_nothing_changes_where_words_are_known() -> None:
    for block in explain(page(*ENGLISH, "Moss has his doubts.")).blocks:
        assert "an unfamiliar ending" not in {reason.name for reason in block.reasons}
