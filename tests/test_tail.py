"""Tail: what tells an article from the stories behind it, by counting again, and what becomes of them."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from newsclean import clean, explain
from newsclean.evidence.stems import stems
from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.tail import CUT, FEWEST, KIN, LISTED, MARKED, PLACE, POSSIBLE, SIDES, TRAITS, end_of, places
from tests.test_overview import MENU
from tests.test_overview import STORIES as OTHERS

BEHIND = "behind the article's end"
PARAGRAPHS = (
    "The council of Eldham voted on Monday to close the swimming pool on Mill Lane, since its roof lets in the rain.",
    "Repairs would cost 4 million crowns, the mayor said, and the council has not got them.",
    "Swimmers had asked for a new roof in 2019, when theirs was the largest club of the county, with 600 members:",
    "The pool is to be pulled down in the spring, and the council wants to build homes on Mill Lane.",
)
MORE = (
    "Nobody spoke against it but the keeper of the pool, who has taught half of the council to swim, and said so.",
    "Mill Lane was built on for the last time in 1974, when the council put up forty homes there, all of them let.",
)
STORIES = (
    ("Seal sleeps in the town hall", "Nobody knows how the seal came up the stairs of the hall, or why it stays…"),
    ("Choir sings to cows", "Farmers say that the milk of such cows is better. A professor of physics is not so sure."),
    ("Fleet stays in port", "Diesel is too dear for cod this year. The minister has asked the fleet for patience."),
)
LIST = "".join(
    f"<li><h3>{head}</h3><span>May {n + 2}, 2023</span><p>{text}</p></li>" for n, (head, text) in enumerate(STORIES)
)
PAGE = (
    f"<html><body><main><h1>Pool on Mill Lane to close</h1>{''.join(f'<p>{text}</p>' for text in PARAGRAPHS)}</main>"
    f"<ul>{LIST}</ul></body></html>"
)


def view(source: str = PAGE, kind: str = "html") -> View:
    return View(read(source, kind))


def kept(page: View) -> NDArray[np.intp]:
    """The blocks of paragraphs, of either."""
    shown = {*PARAGRAPHS, *(text for _, text in STORIES)}
    return np.array([i for i in range(page.n) if page.doc.read_text(i) in shown])


def traits(page: View) -> dict[str, NDArray[np.float32]]:
    at = kept(page)
    assert len(at) == 7
    score = np.linspace(0.9, 0.6, page.n).astype(np.float32)
    table = places(page, (score / 2).astype(np.float32), score, at)
    assert table.shape == (len(TRAITS) + len(MARKED) * (page.doc.markup is not None), len(at) - FEWEST)
    return dict(zip((*TRAITS, *MARKED), table, strict=False))


def words(page: View, *blocks: int) -> list[set[int]]:
    """The telling words of each block, by their stems."""
    tokens, hashes = page.tokens, stems(page)
    return [set(hashes[(tokens.block == i) & page.telling].tolist()) for i in blocks]


def test_each_side_is_counted_for_itself() -> None:
    page, at = view(), kept(view())
    found = traits(page)
    for cut in range(1, len(at) - FEWEST + 1):
        above, below = at[:cut], at[cut:]
        for side, blocks in (("above", above), ("below", below)):
            size = page.words[blocks]
            assert found[f"words_{side}"][cut - 1] == pytest.approx(np.log1p(size.sum()))
            assert found[f"blocks_{side}"][cut - 1] == pytest.approx(np.log1p(len(blocks)))
            assert found[f"longest_{side}"][cut - 1] == size.max()
            assert found[f"uneven_{side}"][cut - 1] == pytest.approx(np.log1p(size).std(), abs=1e-3)
            assert found[f"ends_{side}"][cut - 1] == pytest.approx(page.sentence_end[blocks].mean())


def test_words_are_shared_between_the_sides() -> None:
    page, at = view(), kept(view())
    found, own = traits(page), words(page, *at.tolist())
    for cut in range(1, len(at) - FEWEST + 1):
        above, below = set().union(*own[:cut]), set().union(*own[cut:])
        assert found["shared_below"][cut - 1] == pytest.approx(len(above & below) / len(below))
        assert found["shared_above"][cut - 1] == pytest.approx(len(above & below) / len(above))
        again = [word for word in below if sum(word in one for one in own[cut:]) > 1]
        assert found["alike_below"][cut - 1] == pytest.approx(len(again) / len(below))
        again = [word for word in above if sum(word in one for one in own[:cut]) > 1]
        assert found["alike_above"][cut - 1] == pytest.approx(len(again) / len(above))
        before = [len(one & set().union(*own[:place])) / len(one) for place, one in enumerate(own)]
        assert found["before_below"][cut - 1] == pytest.approx(np.mean(before[cut:]))


def test_lines_above_paragraphs_tell_a_list() -> None:
    page, at = view(), kept(view())
    found = traits(page)
    end = len(PARAGRAPHS) - 1
    assert found["paired_below"][end] == 1
    assert found["paired_above"][end] == 0.25  # the headline
    assert found["single_below"][end] == 1
    assert found["single_above"][end] == 0
    assert found["dates_below"][end] == 1
    assert found["dots_below"][end] == pytest.approx(1 / 3)
    assert found["colons"][end] == 0.25
    heads = words(page, *(int(i) - 2 for i in at[end + 1 :]))
    own = words(page, *at.tolist())
    told = [len(head & one) / len(head) for head, one in zip(heads, own[end + 1 :], strict=True)]
    assert found["told_below"][end] == pytest.approx(np.mean(told))
    known = [len(head & set().union(*own[: end + 1 + n])) / len(head) for n, head in enumerate(heads)]
    assert found["known_below"][end] == pytest.approx(np.mean(known))


def test_elements_tell_a_list() -> None:
    found = traits(view())
    end = len(PARAGRAPHS) - 1
    assert found["kin"][end] == 0
    assert found["kin_below"][end] == 0
    assert found["kin"][end - 1] == 1
    assert found["kin_below"][end + 1] == 1
    assert found["copies_below"][end] == pytest.approx(np.log1p(1))  # one list beside the article
    assert found["copies_below"][end + 1] == pytest.approx(np.log1p(3))  # one item of three behind the other
    assert found["around"][end + 1] == pytest.approx(np.log1p(9))


def test_markdown_has_the_traits_of_its_text() -> None:
    lines = "".join(f"### {head}\n\nMay {n + 2}, 2023\n\n{text}\n\n" for n, (head, text) in enumerate(STORIES))
    source = "# Pool on Mill Lane to close\n\n" + "\n\n".join(PARAGRAPHS) + "\n\n" + lines
    marked, plain = traits(view(source, "markdown")), traits(view())
    assert "kin" not in marked
    for name in (*(f"{one}_below" for one in SIDES), *PLACE):
        np.testing.assert_allclose(marked[name], plain[name], atol=0.05, err_msg=name)


def table(**more: float) -> NDArray[np.float32]:
    """Traits of three places in HTML."""
    names = (*TRAITS, *MARKED)
    made = np.zeros((len(names), 3), np.float32)
    for name, value in ({"paired_below": 1.0} | more).items():
        made[names.index(name)] = value
    return made


def test_an_article_ends_where_nothing_behind_looks_like_it() -> None:
    sure = CUT["html"][0]
    for chances, end in (
        ((0.1, sure, POSSIBLE), 2), ((0.1, sure, POSSIBLE - 0.1), 5), ((sure, sure, sure), 1), ((0.1, 0.1, sure), 3),
        ((sure - 0.01,) * 3, 5), ((sure, POSSIBLE - 0.1, sure), 3),
    ):  # fmt: skip
        assert end_of(np.array(chances, np.float32), table(), "html") == end


def test_elements_like_those_above_are_taken_for_the_articles_sooner() -> None:
    sure, surer = CUT["html"]
    likely = np.full(3, sure, np.float32)
    assert end_of(likely, table(kin_below=KIN - 0.01), "html") == 1
    assert end_of(likely, table(kin_below=KIN), "html") == 5
    assert end_of(np.full(3, surer, np.float32), table(kin_below=KIN), "html") == 1


def test_stories_have_headlines() -> None:
    likely = np.ones(3, np.float32)
    assert end_of(likely, table(paired_below=LISTED - 0.01), "html") == 5
    assert end_of(likely, table(paired_below=LISTED), "html") == 1


def wall() -> str:
    """A page of which the scorers keep stories below the article, and the trees do not."""
    cards = "".join(
        f"<div class='c-1x'><h3>{head}</h3><span>{n + 2} June 2023</span><p>{text}</p></div>"
        for n, (head, text) in enumerate(OTHERS * 2)
    )
    text = "".join(f"<p>{paragraph}</p>" for paragraph in (*PARAGRAPHS, *MORE))
    return (
        "<html><head><title>Pool on Mill Lane to close</title><meta property='og:type' content='article'></head>"
        f"<body class='post'><nav class='main-menu'><ul>{MENU}</ul></nav><main class='content'><article class='entry'>"
        "<h1 class='entry-title'>Pool on Mill Lane to close</h1><p class='byline'>By Tessa Quill, 4 June 2023</p>"
        f"{text}</article></main><div class='x9'>{cards}</div><footer class='site-footer'><p>Copyright Eldham Gazette"
        "</p></footer></body></html>"
    )


def test_stories_behind_the_end_go_and_say_why() -> None:
    page = explain(wall())
    assert page.text.startswith("\n\n".join((*PARAGRAPHS, *MORE)))
    assert sum(text in page.text for _, text in OTHERS) <= 2  # the first may be taken for the article's last section
    behind = [block for block in page.blocks if any(reason.name == BEHIND for reason in block.reasons)]
    assert len(behind) >= FEWEST
    assert not any(block.kept or block.text in page.text for block in behind)
    assert clean(wall(), prefer="precision") in page.text


def test_who_prefers_recall_keeps_them() -> None:
    page = explain(wall(), prefer="recall")
    assert any(text in page.text for _, text in OTHERS)
    assert not any(reason.name == BEHIND for block in page.blocks for reason in block.reasons)
