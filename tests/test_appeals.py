"""Appeals: what a publisher asks of its readers goes from among the paragraphs; what speaks of such things stays."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import Role, clean, explain
from newsclean.evidence.lexicons import lexicon
from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.appeals import LONGEST, _is_appeal, appeals
from newsclean.scoring.beside import lower_beside
from tests.appeals import APPEALS, ARTICLE, said

STAYS = (
    "The newsletter goes out to 40,000 readers every Tuesday and is written by three people in a former bakery.",
    "Readers have given more than two million since 2019, and the paper now has 31,000 paying members.",
    "Residents can download the city's app and report a pothole with a photo; crews have ten days to come.",
    "If you want to give blood, you can register at the town hall until Friday. Bring an identity card.",
    "“Join our channel and help us,” the mayor wrote to his followers, and nine of them did.",
    "I signed up for nine newsletters in January, and by March I had 412 unread mails.",
    "We should not forget what this town owes to the people who built the pier, and what it still owes them.",
)


def page_of(text: str) -> str:
    return "\n\n".join([*ARTICLE[:3], text, *ARTICLE[3:]])


@pytest.mark.parametrize("code", APPEALS)
def test_an_appeal_is_told_in_each_language(code: str) -> None:
    assert any(map(_is_appeal, said(APPEALS[code], code)))


def test_every_language_has_its_appeals() -> None:
    assert sorted(APPEALS) == sorted(set(lexicon().languages) - {"und"})


@pytest.mark.parametrize("code", ["en", "de", "fr", "tr"])
@pytest.mark.parametrize("at_end", [False, True])
def test_an_appeal_goes_from_text_and_from_html(code: str, at_end: bool) -> None:
    blocks = [*ARTICLE, APPEALS["en"]] if at_end else [*ARTICLE[:3], APPEALS["en"], *ARTICLE[3:]]
    for source in ("\n\n".join(blocks), "<article>" + "".join(f"<p>{block}</p>" for block in blocks) + "</article>"):
        assert clean(source) == "\n\n".join(ARTICLE)


def test_it_is_a_promotion_and_says_why() -> None:
    page = explain(page_of(APPEALS["en"]))
    [told] = [block for block in page.blocks if block.text == APPEALS["en"]]
    assert told.role is Role.PROMO
    assert not told.kept
    assert "an appeal to readers" in {reason.name for reason in told.reasons}


def test_who_prefers_recall_keeps_it() -> None:
    assert APPEALS["en"] in clean(page_of(APPEALS["en"]), prefer="recall")


@pytest.mark.parametrize("text", STAYS)
def test_what_only_speaks_of_such_things_stays(text: str) -> None:
    assert text in clean(page_of(text))


@pytest.mark.parametrize(("paragraphs", "goes"), [(5, True), (1, False)])
def test_an_article_that_is_an_appeal_itself_stays(paragraphs: int, goes: bool) -> None:
    more = "Sign up for our newsletter, and we will write to you each week about the harbour and the people in it."
    view = View(read("\n\n".join([*ARTICLE[:paragraphs], APPEALS["en"], more]), "text"))
    assert appeals(view, np.full(view.n, 0.9, np.float32), 0.5)[-2:].all() == goes


def test_an_editors_letter_that_speaks_to_readers_stays() -> None:
    letter = "\n\n".join(
        [
            "For ninety years we have written down what happens in this town, and you have told us when we got it "
            "wrong, by letter, by telephone and across the counter of the fishmonger.",
            "From Monday you will find our reporters in the old pump house, where the door is open from nine to five.",
            "We moved because the roof of the press hall let in the rain, and because you asked us to stay near the "
            "harbour when we told you of it.",
            "Please send us your old photographs of the pump house, and we will hang the best of them on the stairs.",
            "The presses themselves have gone to a museum in the north, which will run them on the first Sunday of "
            "each month for anybody who cares to watch.",
        ]
    )
    assert clean(letter) == letter


def told(source: str, chance: float = 0.9, kind: str = "text") -> list[str]:
    """The blocks of a page that are appeals where all have one chance."""
    view = View(read(source, kind))
    found = appeals(view, np.full(view.n, chance, np.float32), 0.5)
    return [view.doc.read_text(i) for i in np.flatnonzero(found).tolist()]


def test_an_item_of_a_list_stays() -> None:
    texts = (APPEALS["en"], "Tell somebody what you need.", "Wait until it comes.")
    items = "\n".join(f"{n}. {text}" for n, text in enumerate(texts, 1))
    assert told(page_of(APPEALS["en"]), kind="markdown") == [APPEALS["en"]]
    assert told("\n\n".join([*ARTICLE, items]), kind="markdown") == []


@pytest.mark.parametrize(
    "text",
    [
        "– Please consider a gift to our newsroom, she said on her way out, and send us what you know of it.",
        "„Please consider a gift to our newsroom“ was on a note at the door, and three of them did.",
        "The editor wrote to them: “Please consider a gift to our newsroom.” Three of them did, and two left.",
    ],
)
def test_what_somebody_says_is_none(text: str) -> None:
    assert told(page_of(text)) == []


@pytest.mark.parametrize(("chance", "goes"), [(0.3, True), (0.2, False)])
def test_what_goes_anyway_is_not_asked_about(chance: float, goes: bool) -> None:
    assert (APPEALS["en"] in told(page_of(APPEALS["en"]), chance)) == goes


def test_an_address_to_write_to_is_one() -> None:
    text = "You can always write to us at post@courier.example."
    assert told(page_of(text)) == [text]
    assert told(page_of("Residents can always write to the council at post@eldham.example.")) == []


def test_the_surest_appeals_go_as_well() -> None:
    view = View(read(page_of(APPEALS["en"]), "text"))
    score, steps = lower_beside(view, np.full(view.n, 0.998, np.float32), 0.5)
    assert list(steps) == ["an appeal to readers"]
    assert score.min() < 0.3


@pytest.mark.parametrize(("more", "told"), [(0, True), (1, False)])
def test_a_long_block_is_none(more: int, told: bool) -> None:
    text = APPEALS["en"].ljust(LONGEST - 1 + more, "x") + "."
    view = View(read(page_of(text), "text"))
    assert appeals(view, np.full(view.n, 0.9, np.float32), 0.5).any() == told


def test_a_long_sentence_that_asks_for_nothing_stays_with_what_is_glued_to_it() -> None:
    appeal = "Subscribe to our newsletter and support our independent journalism today."
    glued = (
        f"{appeal} The move against the harbour master followed a long fight in recent weeks over a bill that would "
        "close the pier to every boat without a keel of its own."
    )
    for text, stays in ((glued, True), (appeal, False)):
        assert (text in clean("\n\n".join((*ARTICLE[:2], text, *ARTICLE[2:])))) is stays


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        (
            "Sign up for our newsletter. It costs nothing. Our reporters write it for you. Support our journalism.",
            False,
        ),
        ("Sign up for our newsletter. It comes on Fridays. It costs nothing.", False),
        ("Our newsletter comes on Fridays. It is free. We write it for you. Did you know it? Sign up now.", False),
        (
            "We sent a letter that asked you to sign up for our newsletter. I counted once. Nine had done so. The box "
            "was in the cellar. Nobody had a key. I took it home the same week.",
            True,
        ),
    ],
)
def test_a_paragraph_that_touches_on_such_things_stays(text: str, stays: bool) -> None:
    assert told(page_of(text)) == ([] if stays else [text])


def test_what_stands_in_quotes_is_nobodys_appeal() -> None:
    text = (
        "A text message told the islanders to {} and took them to a page with a newsletter, where you could look in "
        "vain for a word on the ship."
    )
    assert told(page_of(text.format("“subscribe to updates”"))) == []
    assert told(page_of(text.format("subscribe to updates"))) == [text.format("subscribe to updates")]
