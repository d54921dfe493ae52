"""The page it began with: an article as plain text, and behind it a list of blurbs that read like sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclean import Block, Page, Role, clean, explain

BODY = [
    "The old swing bridge at Riverton will stay shut to cars until the end of March, the council decided on Monday "
    "night after a debate of nearly four hours, most of it about who is going to pay for the repairs.",
    "“My bakery opens at five, and half of my customers live on the other bank,” said Ines Falk, who has sold bread "
    "beside the quay for eleven years. “I can wait for a month or two, but not for a whole winter.”",
    "The harbour office measured the northern pillar three times in the autumn. It moved by four centimetres after the "
    "flood, and divers found a crack in the stone below the water line that no one had seen before.",
    "Buses are going to take the long way round over the motorway. The trip to the hospital, which now takes ten "
    "minutes, will take half an hour, and the fire brigade is keeping a second engine on the eastern side.",
    "Not everybody is unhappy.",
    "Owners of the two ferries, which had been laid up since the summer, hired six sailors within a day and expect to "
    "carry as many as nine hundred people each morning, weather permitting.",
    "The council will look at the figures again in January, when the first bill of the engineers is due.",
]
CAPTION = "Ines Falk stands in front of her bakery on the eastern quay in Riverton, Monday. —Harbour Press"
BLURBS = [
    ("Empty tills", "Updated 9 Oct, 2025", "Nobody doubts that the region has spent more than it earned; what matters "
     "now is which of its promises it drops first."),
    ("A cold spring", "9 Oct, 2025", "FARMERS have lost most of the cherries to three nights of frost. For the second "
     "year in a row there will be..."),
    ("Guests from abroad", "Updated 8 Oct, 2025", "The governor wants the harbour to be larger and the guests want it "
     "to be cheaper, and it is hard to see how both could be right."),
    ("Potholes", "8 Oct, 2025", "ANYONE who drives to work knows the road by the mill. Last week the ministry found "
     "out about it too, and it..."),
]  # fmt: skip
HEAD = [
    "Swing bridge stays shut until March, town council decides",
    "",
    "Published March 3, 2023",
    CAPTION,
    CAPTION,
    "",
]
TAIL = ["Opinion", "", "Editorial", ""]
for title, date, blurb in BLURBS:
    TAIL += [title, date, "", title, "", blurb]
WRITTEN = "\n".join([*HEAD, "\n\n".join(BODY), "", *TAIL])

EXAMPLES = [folder / "shared" / "examples" for folder in Path(__file__).resolve().parents]
EXAMPLE = next((folder for folder in EXAMPLES if (folder / "teaser_list.txt").is_file()), None)
there = pytest.mark.skipif(EXAMPLE is None, reason="the example is in shared/examples beside the checkout, if anywhere")


@pytest.fixture(scope="module")
def example() -> Page:
    assert EXAMPLE is not None
    return explain((EXAMPLE / "teaser_list.txt").read_text(encoding="utf-8"))


def parts(page: Page) -> tuple[list[Block], list[Block]]:
    """The blocks before the article, and those from "Opinion" on."""
    first = next(i for i, block in enumerate(page.blocks) if block.kept)
    behind = next(i for i, block in enumerate(page.blocks) if block.text == "Opinion")
    return list(page.blocks[:first]), list(page.blocks[behind:])


def test_a_page_of_the_same_kind_gives_its_article() -> None:
    assert clean(WRITTEN).split("\n\n") == BODY


def test_what_stands_around_it_goes() -> None:
    before, behind = parts(explain(WRITTEN))
    assert [block.text for block in before] == [line for line in HEAD if line]
    assert len(behind) == 2 + 4 * len(BLURBS)
    assert not any(block.kept for block in [*before, *behind])
    assert before[0].role is Role.HEADLINE
    assert before[1].role is Role.TIMESTAMP


@there
def test_the_example_gives_its_article(example: Page) -> None:
    assert EXAMPLE is not None
    expected = (EXAMPLE / "teaser_list.expected.txt").read_text(encoding="utf-8")
    assert example.text == expected.removesuffix("\n"), "the file ends with a new line, a cleaned text does not"


@there
def test_the_example_s_title_and_date_are_named(example: Page) -> None:
    before, _ = parts(example)
    assert [block.role for block in before[:2]] == [Role.HEADLINE, Role.TIMESTAMP]


@there
def test_the_example_s_captions_are_named(example: Page) -> None:
    before, _ = parts(example)
    roles = [block.role for block in before[2:]]
    assert len(roles) == 2
    assert Role.CAPTION in roles
    assert set(roles) <= {Role.CAPTION, Role.DUPLICATE}


@there
def test_the_example_s_other_stories_go(example: Page) -> None:
    _, behind = parts(example)
    assert len(behind) > 20
    assert not any(block.kept for block in behind)


@there
def test_the_example_s_other_stories_are_named(example: Page) -> None:
    _, behind = parts(example)
    assert {block.role for block in behind} <= {Role.TEASER, Role.NAV}
