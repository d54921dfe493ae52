"""Alignment of blocks with gold, on pages made up for it."""

from __future__ import annotations

import pytest

from newsclean.lab.align import Aligned, Target, align, labels

FIRST = "The old bridge over the river was closed on Monday after an inspection found cracks in two of its piers."
SECOND = "Engineers said the repair would take until spring, and that buses would go round by the upper town."
THIRD = "Shopkeepers on both banks fear for their trade, the mayor told the council in the evening."
GOLD = "\n\n".join([FIRST, "Detour", SECOND, THIRD])
CAPTION = "The old bridge over the river was closed on Monday."


def kept(blocks: list[str], gold: str = GOLD) -> list[int]:
    return [int(label) for label in labels(blocks, Target(gold)).label]


def test_article_among_junk() -> None:
    blocks = ["Home", "News", FIRST, "Detour", SECOND, "Share this", THIRD, "Read also", "All rights reserved"]
    assert kept(blocks) == [0, 0, 1, 1, 1, 0, 1, 0, 0]


def test_caption_printed_before_is_not_body() -> None:
    assert kept([CAPTION, CAPTION, FIRST, "Detour", SECOND, THIRD, CAPTION]) == [0, 0, 1, 1, 1, 1, 0]


def test_copy_of_a_paragraph_counts_once_where_it_belongs() -> None:
    assert kept([FIRST, "Menu", FIRST, "Detour", SECOND, THIRD, FIRST]) == [0, 0, 1, 1, 1, 1, 0]


def test_sentence_in_fragments() -> None:
    blocks = [*FIRST.partition("closed")[:2], FIRST.partition("closed")[2], "Detour", SECOND, THIRD]
    assert kept(blocks) == [1] * 6


def test_short_paragraph_only_in_its_place() -> None:
    assert kept(["Detour", FIRST, "Advertisement", "Detour", "Weather", SECOND, THIRD, "Detour"]) == [
        0, 1, 0, 1, 0, 1, 1, 0,
    ]  # fmt: skip


def test_teaser_that_shares_words_is_not_body() -> None:
    teaser = "The council in the evening told the mayor that trade on both rivers will be fine."
    assert kept([FIRST, "Detour", SECOND, teaser, THIRD, teaser]) == [1, 1, 1, 0, 1, 0]


def test_edited_paragraph() -> None:
    assert kept([FIRST, "Detour", SECOND.replace("spring", "next (link) autumn"), THIRD]) == [1, 1, 1, 1]


def test_other_order() -> None:
    assert kept([THIRD, "Menu", FIRST, "Detour", SECOND]) == [1, 0, 1, 1, 1]


def test_paragraphs_on_one_line() -> None:
    assert align([f"{FIRST} Detour {SECOND}", THIRD], Target(GOLD)) == [Aligned(39, 39, 0), Aligned(16, 16, 0)]


def test_optional_blocks_weigh_nothing() -> None:
    result = labels([FIRST, "Detour", SECOND, THIRD, "Contact"], Target(GOLD, ["Detour"]))
    assert result.mask.tolist() == [False, True, False, False, False]
    assert result.weight.tolist() == [1.0, 0.0, 1.0, 1.0, 1.0]


def test_half_gold_block_weighs_little() -> None:
    glued = " ".join([THIRD, *("Word " * 15).split()])
    result = labels([FIRST, "Detour", SECOND, glued], Target(GOLD))
    assert result.label.tolist()[:3] == [1.0, 1.0, 1.0]
    assert result.weight[3] < 0.5


def test_wordless_block_goes_with_its_neighbours() -> None:
    result = labels(["Menu", "***", FIRST, "***", "Detour", SECOND, THIRD, "***"], Target(GOLD))
    assert result.label.tolist() == [0, 0, 1, 1, 1, 1, 1, 1]
    assert result.weight[1] == result.weight[3] == 0.0


@pytest.mark.parametrize("blocks", [[], [""], ["No."], ["***", ""]])
@pytest.mark.parametrize("gold", ["", "No.", GOLD])
def test_tiny_inputs(blocks: list[str], gold: str) -> None:
    result = labels(blocks, Target(gold))
    assert len(result.label) == len(result.weight) == len(result.mask) == len(blocks)
    assert result.label.tolist() == [float(gold == block == "No.") for block in blocks]
