"""The last paragraph of a text stays where it speaks of what the text does."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.reading.text import read_text
from newsclean.scoring.endings import LIKELY, ended
from newsclean.scoring.scorer import scorer

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
    assert "an ending of the text" in {reason.name for reason in block.reasons}


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
    assert "an ending of the text" not in reasons


def test_another_gap_than_the_text_s_own_sets_it_apart() -> None:
    source = page(*ROMANIAN).replace("\n\nDistribuie", f"\n\n\n\n{ENDING}\n\nDistribuie")
    assert "an ending of the text" not in {reason.name for block in explain(source).blocks for reason in block.reasons}


REASON = "an ending of the text"


def reasons(source: str, line: str) -> set[str]:
    (block,) = [block for block in explain(source).blocks if block.text == line]
    return {reason.name for reason in block.reasons}


def raised(source: str, line: str, chance: float = 0.3, before: float = 0, sure: tuple[str, ...] = ()) -> bool:
    """Whether a line that a scorer finds unlikely, behind paragraphs of which it is sure, is taken for an ending."""
    scored = scorer("text").score(View(read(source)))
    texts = scored.view.doc.text.split("\n")[:-1]
    score = np.where(np.isin(texts, sure or (*ENGLISH, *ROMANIAN)), np.float32(0.9), np.float32(0.05))
    at = texts.index(line)
    score[at] = before or chance
    told = replace(scored, score=score.copy())
    score[at] = chance
    return bool(ended(told, score, score >= 0.5, scorer("text").vocabulary)[at] >= LIKELY)


def test_where_words_are_known_it_speaks_of_more_of_the_text() -> None:
    source = page(*ENGLISH, "Moss has his doubts.")
    assert clean(source) == "\n\n".join((*ENGLISH, "Moss has his doubts."))
    assert raised(source, "Moss has his doubts.")


@pytest.mark.parametrize(
    "line",
    [
        "Moss wrote a book of poems and sails.",  # one of five words
        "Our Lunca office wants your photographs.",
        "The director plays chess.",
    ],
)
def test_where_words_are_known_a_few_in_common_are_too_few(line: str) -> None:
    source = page(*ENGLISH, line)
    assert not raised(source, line)
    assert REASON not in reasons(source, line)


DOUBTS = "Moss has his doubts."
TALE = (
    "Moss, the director of the company, said in Lunca that the night train to Poiana will be stopped again, and that "
    "people who have waited for the train for two years will have to wait for two more, since the council has not "
    "found the money that a ticket would cost."
)
ROMANIAN_TALE = "Mihai Sălăgean a spus în Lunca și în Poiana că trenul de noapte nu va fi oprit luni, nici marți."


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        (f"{TALE.rpartition(', since')[0]}.", True),
        (TALE, False),  # a paragraph
        ("Photo by Moss.", False),
        ("Moss left at 18:30.", False),
        ("Moss: moss@lunca.example.", False),
        ("Moss counted 120.", False),
        ("Moss counted 12 and 1.5.", True),
        (ENDING, True),
        (ROMANIAN_TALE, False),  # of words that are not known, many
    ],
)
def test_an_ending_is_a_short_paragraph_without_what_labels_have(line: str, ends: bool) -> None:
    assert raised(page(*(ROMANIAN if "ă" in line else ENGLISH), line), line) is ends


@pytest.mark.parametrize("mark", ["* {}", "## {}", "[{}](/a)"], ids=["an item", "a heading", "a link"])
def test_what_markdown_marks_ends_no_text(mark: str) -> None:
    menu = "* [Home](/)\n* [Sport](/sport)\n* [Letters](/letters)\n\n"
    shown = f"* {DOUBTS}" if mark[0] == "*" else DOUBTS
    assert raised(menu + page(*ENGLISH, DOUBTS), DOUBTS)
    assert not raised(menu + page(*ENGLISH, mark.format(DOUBTS)), shown)


def test_where_words_are_known_the_scorer_s_doubts_count() -> None:
    assert not raised(page(*ENGLISH, DOUBTS), DOUBTS, chance=0.1)
    assert raised(page(*ROMANIAN, ENDING), ENDING, chance=0.1)
    assert not raised(page(*ENGLISH, DOUBTS), DOUBTS, before=0.4)  # lowered by a rule


def test_what_the_rest_of_the_page_says_as_well_is_no_ending() -> None:
    assert not raised(page(*ENGLISH, DOUBTS) + "\nMoss: doubts\nDoubts of Moss", DOUBTS)


def test_the_gaps_are_those_between_paragraphs_of_the_article() -> None:
    foot = "\n".join(f"Sentence {number} of the foot tells of the price of rolls and of bread." for number in range(5))
    names = "Crane, Lund, Moss", "Anna Moss, 31"
    assert raised(page(*ENGLISH, DOUBTS) + f"\n{foot}", DOUBTS)
    assert raised(page("\n".join([ENGLISH[0], *names]), *ENGLISH[1:], DOUBTS), DOUBTS, sure=(*ENGLISH, *names))
    assert raised(page(ROMANIAN[1], ENDING), ENDING)  # a single paragraph has none


def test_a_page_without_an_article_has_no_ending() -> None:
    assert not raised("Home\nSport\nMoss is here.", "Moss is here.")


def test_on_one_line_where_blocks_end_is_a_guess() -> None:
    doc = read_text(page(*ENGLISH, "Moss has his doubts."))
    raised = []
    for layout in (doc.layout, "one_line"):
        view = View(replace(doc, layout=layout))
        texts = [view.doc.block_text(i) for i in range(view.n)]
        scored, kept = scorer("text").score(view), np.array([text in ENGLISH for text in texts])
        chances = np.where(kept, 0.9, 0.3).astype(np.float32)
        found = ended(replace(scored, score=chances), chances, kept, scorer("text").vocabulary)
        raised.append([texts[i] for i in np.flatnonzero(found > chances).tolist()])
    assert raised == [["Moss has his doubts."], []]
