"""Comments that stand below an article without a label, as extractors hand them on."""

from __future__ import annotations

from typing import cast

import numpy as np
import pytest

from newsclean import Role, clean, explain
from newsclean.evidence.informal import SIGNS, signs_of
from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.threads import _Text, thread
from newsclean.scoring.trees import Table, Trees
from tests.evidence_of import page

FERRY = """\
The ferry between Eldham and Sorrel Bay will not run again before the spring, the harbour board said on Tuesday.
A storm tore the landing stage away in November, and the only firm that offered to rebuild it asked for too much.
"We looked at every plank of the budget," said the chair of the board, Ines Okafor. "There is no second reserve."
Until then a bus is to take passengers around the bay, which adds an hour and a quarter to the journey.
Shopkeepers in Sorrel Bay expect to lose a third of their custom, according to a survey by the chamber of commerce."""
FERRY_COMMENTS = """\
Great, another winter on that bus!! I took it last year and my kids were sick every single time..
Tom, you forget that the board spent the money on new offices. Thanks for nothing :(
@Ida I think you are right, but who else should pay for it?
lol, twice the sum... my brother would do it for half of that
Hi all, does anybody know if the bus takes bikes? I asked them twice and never got an answer :)
Thanks Ida! You made my day. I love this little ferry so much, I really hope they find a way!!
Well, I for one will move. You can have my house if you like ;)"""
FAEHRE = """\
Die Fähre zwischen Eldheim und Sorrelbucht fährt vor dem Frühjahr nicht mehr, teilte das Hafenamt am Dienstag mit.
Ein Sturm hatte den Anleger im November weggerissen, und die einzige Firma, die ihn bauen wollte, verlangte zu viel.
„Wir haben jeden Posten im Haushalt angesehen“, sagte die Vorsitzende Ines Okafor. „Mehr Geld gibt es nicht.“
Bis dahin soll ein Bus die Fahrgäste um die Bucht bringen, was die Reise um mehr als eine Stunde verlängert.
Die Händler in Sorrelbucht rechnen nach einer Umfrage der Kammer damit, ein Drittel ihrer Kundschaft zu verlieren."""
FAEHRE_KOMMENTARE = """\
Na toll, noch ein Winter mit diesem Bus!! Ich bin letztes Jahr damit gefahren, meinen Kindern war immer schlecht..
Lieber Tom, du vergisst, dass das Geld in die neuen Büros geflossen ist. Danke für nichts :(
@Ida ich glaube du hast recht, aber wer soll es sonst bezahlen?
haha, das Doppelte... mein Bruder macht euch das für die Hälfte
Hallo zusammen, weiß jemand ob der Bus Fahrräder mitnimmt? Ich hab zweimal gefragt und nie eine Antwort bekommen :)
Danke Ida! Du hast mir den Tag gerettet. Ich liebe diese kleine Fähre so sehr, ich hoffe wirklich sie finden einen Weg!!
Also ich zieh dann weg. Ihr könnt mein Haus haben wenn ihr wollt ;)"""
COLUMN = """\
I have never liked ferries, and I will tell you why: my mother made me take one every Sunday for eleven years.
You would not believe how slowly an hour passes when you are nine and the sea is grey. I counted gulls. And planks!
Was I ever seasick? I was not, and I am still a little proud of it, as you can see.
Then, last week, they told me that it will not run before the spring, and I found that I minded.
So I went down to the harbour on my own, with a flask and no plan, and I sat where the landing stage had been.
Do you know what I missed most? The noise, I think. I would never have guessed."""
LETTERS = """\
The council of Eldham has published the answers of forty readers of its newsletter to one question: what do you miss?
"I miss the noise of the ferry," wrote a retired teacher. "It woke me at six, and now I sleep too long."
"My dog misses it more than I do," wrote a woman from Mill Lane. "He still goes down to the stage every morning."
The answers are to hang in the town hall until the ferry runs again, the council said on Tuesday.
A jury will choose three of them, whose authors may take the first boat in spring, free of charge."""


@pytest.mark.parametrize(
    ("article", "comments"),
    [(FERRY, FERRY_COMMENTS), (FAEHRE, FAEHRE_KOMMENTARE)],
    ids=["English", "German"],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["lines", "paragraphs"])
def test_comments_without_a_label_go(article: str, comments: str, between: str) -> None:
    article, comments = (text.replace("\n", between) for text in (article, comments))
    page = explain(article + between + comments)
    assert page.text.split() == article.split()
    told = page.blocks[len(article.split(between)) :]
    assert {block.role for block in told} == {Role.COMMENT}
    assert any("written as comments are" in reason.name for block in told for reason in block.reasons)


@pytest.mark.parametrize("article", [FERRY, FAEHRE, COLUMN, LETTERS], ids=["news", "German", "column", "letters"])
def test_an_article_alone_keeps_all_it_says(article: str) -> None:
    assert clean(article).split() == article.split()


def test_who_prefers_recall_gets_the_comments() -> None:
    text = f"{FERRY}\n{FERRY_COMMENTS}"
    assert len(clean(text, prefer="recall")) > len(clean(text))


def signs(text: str) -> dict[str, float]:
    """The signs of a text of one block."""
    view = View(read(text, "text"))
    return dict(zip(SIGNS, signs_of(view, np.ones(view.n, np.float32))[:, 0].tolist(), strict=True))


@pytest.mark.parametrize(
    ("sign", "informal_text", "formal_text"),
    [
        ("exclaiming", "What a day for the town!", "What a day it was for the town."),
        ("asking", "Who is to pay for it?", "It is not known who is to pay."),
        ("ellipses", "Well… who knows about the town", "Who knows about the town"),
        ("smileys", "I like the town :) and the bay", "The town (pop. 4:30) and the bay"),
        ("doubled_signs", "What a day for the town!!", "What a day for the town!"),
        ("begins_small", "what a day for the town", "What a day for the town"),
        ("hails", "Thanks for this on the town", "The town said thanks for this"),
        ("names_first", "Ida, you are right about the town", "The town is right, said Ida, of the board"),
        ("me", "I think that my town is the best of them", "The town is the best of them"),
        ("you", "You will see that the town is right", "The board will see that the town is right"),
        ("at_sign", "@ida is right about the town", "Ida is right about the town"),
    ],
)
def test_signs_of_informal_writing(sign: str, informal_text: str, formal_text: str) -> None:
    assert signs(informal_text)[sign] > signs(formal_text)[sign] == 0


def test_signs_of_an_address_are_no_smileys() -> None:
    assert signs("The report is at https://town.example/(bay):p1 and at 10:30")["smileys"] == 0


class Told:
    """Trees that find in each block's first sign how much speaks for a comment; of a part read alone some of it."""

    def __init__(self, blocks: int, alone: float = 1.0) -> None:
        self.blocks, self.alone = blocks, alone

    def expect(self, names: tuple[str, ...]) -> None:
        """Whatever is told."""

    def score(self, table: Table) -> Table:
        return table[:1] * (1.0 if table.shape[1] == self.blocks else self.alone)


def opens(odds: list[float], words: float = 25, alone: float = 1.0) -> int | None:
    """Where a thread opens in a text whose blocks, all of them as long, are comments by some odds."""
    signs, n = np.array([odds], np.float32), len(odds)
    trees = cast("Trees", Told(n, alone))
    return _Text(signs, np.full(n, words, np.float32), np.ones(n, np.bool_), trees).thread()


def test_a_thread_opens_below_an_article() -> None:
    assert opens([-2.0] * 4 + [2.0] * 4) == 4
    assert opens([-0.5] * 4 + [2.0] * 4) is None  # what stands above is hardly one
    assert opens([-2.0] * 2 + [2.0] * 4, words=6) is None  # it is no more than a line or two


def test_a_thread_is_sure_as_a_whole_and_in_the_mean() -> None:
    assert opens([-2.0] * 4 + [0.5] * 40) is None
    assert opens([-2.0] * 4 + [0.95] * 40) == 4
    assert opens([-2.0] * 4 + [3.0] * 2) == 4
    assert opens([-2.0] * 4 + [3.0] * 2, alone=0.5) is None  # read by itself it says less


class Behind(Told):
    """Trees by which some of the last blocks are comments, and what stands above them is none."""

    def score(self, table: Table) -> Table:
        width, above = table.shape[1], self.blocks - int(self.alone)
        return np.where(np.arange(width) < (above if width <= above else width - self.alone), -5.0, 5.0)[None]


@pytest.mark.parametrize(
    ("last", "there"),
    [(FERRY_COMMENTS.split("\n")[:2], False), (FERRY_COMMENTS.split("\n")[:3], True), (FERRY.split("\n")[1:], False)],
    ids=["few", "comments", "paragraphs"],
)
def test_of_few_blocks_and_of_those_that_speak_to_nobody_nothing_is_asked(last: list[str], there: bool) -> None:
    view = page(FERRY.replace("\n", " "), *last)
    trees = cast("Trees", Behind(view.n, len(last)))
    assert thread(view, np.full(view.n, 0.9, np.float32), np.ones(view.n, np.bool_), trees).any() == there
