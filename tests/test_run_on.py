"""Run-on pages: whole pages that came on one line have lines again, and are given back as they came."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import clean, explain
from newsclean.page import Role
from newsclean.reading.breaks import BITS, Gaps, LineBreaks, line_breaks
from newsclean.reading.document import PARAGRAPH, RUN
from newsclean.reading.run_on import ENDLESS, LONG_LINE
from newsclean.reading.text import read_text
from tests.texts import blocks, text_blocks

MENU = ["Home", "News", "Sport", "Weather", "Letters", "Subscribe", "Log in"]
HEAD = ["Herons return to the old mill pond", "By Nell Farrow", "14 March 2021, 9:40 am"]
PARAGRAPHS = [
    "Eleven herons have come back to the mill pond, the parish council of Lower Sedge said on Monday.",
    "The birds had left in 2014, when the sluice broke and the pond ran dry within a week. Nobody thought they would "
    "return. The miller's grandson, who keeps bees there, counted the first pair in February.",
    "“They stood in the reeds as if they had never been away,” he said, and he asked walkers to keep their dogs on a "
    "lead until the end of June.",
    "The council has put up a hide with a bench. It seats four and looks out over the deep end of the pond.",
]
FOOT = ["Share this story", "Related stories", "Bakery wins prize for plum cake", "© 2021 Sedge Valley Herald"]
LINES = [*MENU, *HEAD, *PARAGRAPHS, *FOOT]
PAGE = " ".join(LINES)


def test_the_article_is_told_from_what_ran_into_it() -> None:
    assert clean(PAGE).split() == " ".join(PARAGRAPHS).split()


def test_labels_and_paragraphs_are_blocks_again() -> None:
    doc = read_text(PAGE)
    assert doc.layout == "one_line"
    assert doc.mode == "run_on"
    found = blocks(doc)
    assert " ".join(found) == PAGE
    assert [doc.source[a:b] for a, b in doc.spans] == found
    starts = {PAGE.index(line) for line in (PARAGRAPHS[0], PARAGRAPHS[1], FOOT[0], FOOT[3])}
    assert starts <= {int(start) for start in doc.spans[:, 0]}


def test_paragraphs_are_set_apart_where_a_sentence_ends_and_labels_never_are() -> None:
    doc = read_text(PAGE)
    apart = [text for text, follows in zip(blocks(doc), doc.follows, strict=True) if follows == PARAGRAPH]
    assert apart[0] == blocks(doc)[0]
    before = [PAGE[: doc.spans[i][0]].rstrip() for i in range(1, len(doc)) if doc.follows[i] == PARAGRAPH]
    assert before
    assert all(text[-1] in ".!?”" for text in before)
    assert set(doc.follows.tolist()) == {PARAGRAPH, RUN}


def test_roles_and_reasons_are_given_as_of_any_page() -> None:
    page = explain(PAGE)
    roles = {block.text: block.role for block in page.blocks}
    assert {roles[block.text] for block in page.blocks if block.kept} == {Role.BODY}
    assert page.kind == "text"
    assert all(block.reasons for block in page.blocks)


def test_a_second_line_that_is_short_changes_nothing() -> None:
    assert clean("Sedge Valley Herald\n" + PAGE).split() == clean(PAGE).split()


def test_a_page_with_its_lines_is_not_touched() -> None:
    doc = read_text("\n".join(LINES))
    assert doc.mode == "text"
    assert blocks(doc) == LINES


def test_a_long_line_that_lost_breaks_makes_a_page_run_on_and_a_long_paragraph_does_not() -> None:
    paragraph, line = " ".join(PARAGRAPHS * 3), " ".join([*LINES, *PARAGRAPHS, *FOOT])
    assert min(len(paragraph), len(line)) > LONG_LINE
    assert read_text("\n".join([*HEAD, paragraph, *PARAGRAPHS])).mode == "text"
    assert read_text("\n".join([*HEAD, line, *PARAGRAPHS])).mode == "run_on"
    assert read_text("\n".join([*HEAD, line, *PARAGRAPHS * 6])).mode == "text"  # a small part of it


def test_an_endless_line_is_run_on_where_another_lost_breaks() -> None:
    story = " ".join(f"On day {day} the council counted the herons again. {PARAGRAPHS[1]}" for day in range(1, 16))
    menu = " ".join(MENU * 30 + FOOT * 3)
    assert len(story) > ENDLESS > LONG_LINE
    assert len(menu) > LONG_LINE
    assert read_text(f"{menu}\n{story}\n{HEAD[1]}\n{PARAGRAPHS[2]}").layout == "one_line"
    assert read_text(f"{HEAD[0]}\n{story}\n{HEAD[1]}\n{PARAGRAPHS[2]}").layout == "lines"  # none did
    short = "\n".join(story[at : at + 2000] for at in range(0, len(story), 2000))
    assert read_text(f"{menu}\n{short}\n{HEAD[1]}").layout != "one_line"  # long paragraphs


POND = (
    "The council has put up a hide with a bench of oak. It seats four, and it looks out over the deep end of the pond, "
    "where the herons stand in the reeds all day. Walkers who come at dawn see eleven of them, and at noon only two."
)
DIARY = [f"{day} June The council counted the herons in the reeds again and wrote it in its book." for day in range(30)]


@pytest.mark.parametrize(
    "parts",
    [
        [*[POND] * 12, *MENU * 2, *[POND] * 12, *MENU * 2],
        [*FOOT, *[POND] * 3, *MENU, *[POND] * 2],
        DIARY,
    ],
    ids=["few for its length", "few", "behind full stops"],
)
def test_a_long_paragraph_in_which_little_looks_like_a_break_lost_none(parts: list[str]) -> None:
    line = " ".join(parts)
    assert len(line) > LONG_LINE
    assert read_text("\n".join([*HEAD, line, *PARAGRAPHS])).mode == "text"


def test_a_line_that_lost_breaks_counts_once_beside_long_paragraphs() -> None:
    lost, long = " ".join([*LINES, *PARAGRAPHS, *FOOT] * 3), " ".join([POND] * 8)
    assert len(lost) > ENDLESS > len(long) > LONG_LINE
    assert read_text("\n".join([lost, *[long] * 3, *[POND] * 8])).mode == "text"
    assert read_text("\n".join([lost, long, *PARAGRAPHS])).mode == "run_on"


def test_paragraphs_that_have_their_lines_stay_whole_beside_one_that_lost_them() -> None:
    found = text_blocks(
        "\n".join([POND, f"{PAGE} {PAGE}", "A ferry took the ", "walkers ", "home, to the other side."])
    )
    assert found[0] == POND
    assert found[-1] == "A ferry took the walkers home, to the other side."


def test_words_that_touch_are_parted_and_touch_again() -> None:
    source = "".join(LINES)
    doc = read_text(source)
    assert {"Home", "Letters", "Related stories"} <= set(blocks(doc))
    assert clean(source) == "".join(PARAGRAPHS)


def test_a_chinese_page_on_one_line_is_cut_at_its_blanks() -> None:
    paragraph = "磨坊池塘的苍鹭回来了，下塞奇村教区委员会星期一说。这些鸟二〇一四年离开，当时水闸坏了。"
    doc = read_text(" ".join(["首页", "新闻", "天气", *[paragraph] * 12, "版权所有"]))
    assert doc.mode == "run_on"
    assert "版权所有" in blocks(doc)
    assert max(map(len, blocks(doc))) <= len(paragraph)


@given(
    st.lists(st.sampled_from([*LINES, "\n", "\ud800", "\u200b", "。", "...", "(", "a" * 700]), min_size=5, max_size=60)
)
def test_any_line_is_read_whole_and_in_order(parts: list[str]) -> None:
    source = " ".join(parts)
    doc = read_text(source)
    read, given = ("".join(text.replace("\u200b", "").split()) for text in ("".join(blocks(doc)), source))
    assert read == given  # a line of nothing that is seen is no block
    assert (np.diff(doc.spans.ravel()) >= 0).all()


def test_features_are_the_same_in_parts() -> None:
    gaps = Gaps(PAGE.split())
    whole = gaps.features(0, gaps.count)
    assert whole.shape[0] == gaps.count == len(PAGE.split()) - 1
    parts = [gaps.features(0, 7), gaps.features(7, 8), gaps.features(8, gaps.count)]
    assert (np.concatenate(parts) == whole).all()


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_words_have_few_gaps(count: int) -> None:
    gaps = Gaps(["herons"] * count)
    assert len(line_breaks().log_odds(gaps)) == len(gaps.behind_stop) == max(count - 1, 0)


def test_weights_are_kept_to_a_sixteenth() -> None:
    weights = np.random.default_rng(7).normal(0, 1, 1 << BITS).astype(np.float32)
    read = LineBreaks.read(LineBreaks(weights, -2.25).plain())
    assert np.abs(read.weights - weights).max() <= 1 / 32 + 1e-6
    assert read.bias == -2.25


def test_weights_of_another_size_are_refused() -> None:
    plain = LineBreaks(np.zeros(8, np.float32), 0.0).plain()
    with pytest.raises(ValueError, match="8 weights"):
        LineBreaks.read(plain)


def test_other_weights_break_other_lines() -> None:
    never = LineBreaks(np.zeros(1 << BITS, np.float32), -9.0)
    assert len(read_text(PAGE, never)) < len(read_text(PAGE))
    assert read_text(PAGE, never).breaks is never


def test_time_is_linear(check_linear: Callable[..., None]) -> None:
    check_linear(read_text, " ".join([PAGE] * 40), " ".join([PAGE] * 400))
