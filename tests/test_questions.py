"""Questions with an answer each are a conversation, whoever asks them; questions about the site are none."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import clean
from newsclean.evidence.view import View
from newsclean.reading.text import read_text
from newsclean.scoring.conversations import conversed

LEAD = "The ferry between the two towns does not run this week, since its crew is on strike for three days."
ANSWERED = (
    "When does it end?",
    "On Friday at six in the morning.",
    "Who pays for the tickets?",
    "The company does, within a month.",
    "Will buses run instead?",
    "Two an hour, from the old harbour.",
)


def turns(source: str) -> list[str]:
    """The blocks that are turns, where all have the same chance."""
    view = View(read_text(source))
    found = conversed(view, np.full(view.n, 0.5, np.float32))
    return [view.doc.block_text(i) for i in np.flatnonzero(found).tolist()]


def test_questions_with_an_answer_each_are_turns_where_they_stand_first() -> None:
    assert turns("\n\n".join([LEAD, *ANSWERED])) == [LEAD, *ANSWERED]
    again = [*ANSWERED, "Share", "Sport", *ANSWERED]
    assert turns("\n\n".join([LEAD, *again])) == [LEAD, *ANSWERED]  # printed twice: once is enough


def test_a_long_paragraph_that_ends_in_a_question_is_none() -> None:
    long = f"{LEAD} {LEAD} {LEAD} But who is to pay for all of that?"
    assert turns("\n\n".join([LEAD, *ANSWERED[:4], long, ANSWERED[5]])) == []


@pytest.mark.parametrize(
    ("box", "stays"),
    [
        (["Advertisement"], True),
        (
            ["The Morning Note", "What matters in the hills, before you have put the kettle on.", "Sign up", "Share"],
            True,
        ),
        (["Share", "Sport", "Weather", "Culture", "Opinion"], False),
    ],
    ids=["an advertisement's label", "a box", "a menu"],
)
def test_a_box_between_an_answer_and_the_next_question_is_passed_over(box: list[str], stays: bool) -> None:
    blocks = [LEAD, *ANSWERED[:4], *box, *ANSWERED[4:]]
    assert turns("\n\n".join(blocks)) == ([LEAD, *ANSWERED] if stays else [])


ACCOUNT = [
    "Why do you see this message?",
    "Because somebody else reads the Eldham Post with this account on another device.",
    "What happens if you go on reading here?",
    "This message will be shown on the other device.",
    "Are there other limits?",
    "No. You can use your account on as many devices as you like.",
    "Who may the other person be?",
    "We advise you to change your password.",
]


@pytest.mark.parametrize("sites", [True, False])
def test_questions_about_the_site_are_no_conversation(sites: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    told = {line for line in ACCOUNT[1::2] if sites}
    monkeypatch.setattr("newsclean.scoring.conversations.is_lone", lambda text, *_, **__: text in told)
    view = View(read_text("\n\n".join(["The council met and talked about the ferry for hours.", *ACCOUNT])))
    found = conversed(view, np.full(view.n, 0.6, np.float32))
    assert found[1:].all() != sites
    assert found[1:].any() != sites


@pytest.mark.parametrize(
    ("lang", "title", "opening", "turns"),
    [
        (
            "tr",
            "Başkan yeni parkı anlattı",
            "Başkan Hasan Dere, eski stadın yerine yapılacak parkla ilgili sorularımızı yanıtladı.",
            [
                "Muhabir: Park ne zaman açılacak?",
                "Hasan Dere: İlk etabı nisana yetiştirmek istiyoruz. Ağaçların çoğu şimdiden dikildi.",
                "Muhabir: Otopark olacak mı?",
                "Hasan Dere: Evet, yer altında iki yüz araçlık bir otopark yapıyoruz; ilk saat ücretsiz olacak.",
                "Muhabir: Kafe kime verilecek?",
                "Hasan Dere: Kadın kooperatifine vermeyi düşünüyoruz. Şartname gelecek ay hazır olacak.",
            ],
        ),
        (
            "zh",
            "灯塔看守人谈最后一夜",
            "林青在灯塔上守了四十年，上周他最后一次点亮了灯。",
            [
                "记者：为什么留在岛上？",
                "林青：岛上安静，租金便宜。更重要的是，船上的人都认识这盏灯。",
                "记者：靠什么过日子？",
                "林青：养羊只占三成，其余靠夏天来的游客。去年第一次没有亏本。",
                "记者：遇到过什么困难？",
                "林青：最难的是头两年，一个月只来一条船。那时我就自己坐着看书。",
            ],
        ),
    ],
)
def test_in_html_questions_whose_speaker_is_called_as_credits_are_stay(
    lang: str, title: str, opening: str, turns: list[str]
) -> None:
    text = "".join(f"<p>{line}</p>" for line in [opening, *turns])
    source = (
        f"<html lang={lang}><body><nav><a href=/>A</a></nav><article><h1>{title}</h1>{text}</article></body></html>"
    )
    assert clean(source).split("\n\n") == [opening, *turns]
