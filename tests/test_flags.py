"""Flags: the patterns of a live blog, a gallery, a page of briefs or no article at all, and what only looks so."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import explain
from newsclean.evidence.view import View
from newsclean.page import Role
from newsclean.reading.read import read
from newsclean.scoring.absence import asking, searched
from newsclean.scoring.entries import descending, head_times, numbered_pictures, stories
from newsclean.scoring.flags import flags

SENTENCE = "The ferry left the harbour a little before noon with nobody on board but the captain, two dogs and a crate."


def view_of(*blocks: str) -> View:
    return View(read("\n\n".join(blocks) + "\n", "text"))


@pytest.mark.parametrize(
    ("block", "minutes"),
    [
        ("22:35 Uhr: Wir beenden den Ticker.", 22 * 60 + 35),
        ("02:41 That is all from us.", 161),
        ("[9:05] Doors open.", 545),
        ("12.05.2024 was a Sunday, and it rained.", -1),
        ("The doors open at 9:05, says the keeper.", -1),
        ("25:10 is no time of the day.", -1),
        ("No figure at all.", -1),
    ],
)
def test_a_block_s_own_time_is_the_one_it_begins_with(block: str, minutes: int) -> None:
    assert head_times(view_of(block)).tolist() == [minutes]


@pytest.mark.parametrize(
    ("minutes", "holds"),
    [
        ([161, 146, 57, 1410, 1320], True),  # past midnight
        ([1355, 1270, 1202, 1125], True),
        ([480, 545, 610, 700], False),  # a chronology
        ([480, 300, 700, 200], False),
        ([480], False),
    ],
)
def test_a_live_blog_s_times_run_backwards(minutes: list[int], holds: bool) -> None:
    assert descending(np.array(minutes)) is holds


def test_pictures_are_counted_from_one_to_their_total() -> None:
    counted = view_of(SENTENCE, *(f"Picture {n} of 5: the ferry" for n in range(1, 6)))
    assert numbered_pictures(counted).tolist() == [False, True, True, True, True, True]


@pytest.mark.parametrize(
    "blocks",
    [
        tuple(f"{day}/6 The ferry leaves at noon" for day in (1, 3, 4, 5)),  # days of June
        ("1/3 The ferry", "2/3 The dogs", "3/3 The crate"),  # too few
        ("We won 3 of 5 games", "We lost 4 of 5 games", "We won 5 of 5 games", "We lost 1 of 5 games"),
    ],
)
def test_other_figures_count_no_pictures(blocks: tuple[str, ...]) -> None:
    assert not numbered_pictures(view_of(*blocks)).any()


def brief(title: str, line: str) -> list[str]:
    return [title, line, SENTENCE, SENTENCE.replace("ferry", "steamer")]


def test_briefs_have_a_title_and_a_date_each() -> None:
    titles = ("Ferry leaves empty", "Baths to be heated", "Bicycle comes home")
    page = view_of(*(block for title in titles for block in brief(title, "Asha Lowe, 4 October 2013")))
    assert stories(page, np.ones(page.n, np.bool_), [Role.BODY] * page.n) == [0, 4, 8]


def test_sub_headings_head_no_stories() -> None:
    titles = ("Ferry leaves empty", "Baths to be heated", "Bicycle comes home")
    page = view_of(*(block for title in titles for block in brief(title, SENTENCE.replace("captain", "cook"))))
    assert stories(page, np.ones(page.n, np.bool_), [Role.BODY] * page.n) == []


def test_a_search_gives_snippets_cut_on_both_sides() -> None:
    snippets = [f"... {word} was seen under the old bridge on Sunday, and the keeper of ..." for word in "ABCD"]
    page = view_of(*snippets)
    assert searched(page, np.ones(page.n, np.bool_))
    article = view_of(SENTENCE, SENTENCE.replace("dogs", "cats"), SENTENCE.replace("crate", "box"), snippets[0])
    assert not searched(article, np.ones(article.n, np.bool_))


def test_an_article_below_a_banner_is_no_wall() -> None:
    banner = ["Wir und unsere 147 Partner speichern und verarbeiten personenbezogene Daten.", "Alle akzeptieren"]
    assert asking(view_of(*banner, "Akzeptieren"))
    assert not asking(view_of(*banner, "Akzeptieren", *(SENTENCE.replace("noon", word) for word in ("one", "two"))))


def test_a_gallery_is_captions_and_no_labels_that_got_their_name() -> None:
    def flagged(caption: str) -> bool:
        blocks = [block for n in range(5) for block in (SENTENCE.replace("noon", f"{n}"), caption.format(n))]
        roles = [Role.BODY, Role.CAPTION] * 5
        return "gallery" in flags(view_of(*blocks), np.array([role is Role.BODY for role in roles]), roles)

    assert flagged("The harbour on day {} of the fair")
    assert not flagged("Local {}")


WALLED = (f"{SENTENCE} It came back at two.", f"{SENTENCE.replace('noon', 'midnight')} It has not been seen since.")


@pytest.mark.parametrize(
    ("behind", "walled"),
    [
        (("Become a member", "Privacy policy"), True),
        (("Already a subscriber? Log in", "Share"), True),
        (("Share", "Most read", "This article is for subscribers."), True),
        (("Share", "Already a subscriber? Log in"), True),
        (("Subscribe to continue reading",), True),
        (("Log in to comment", "Privacy policy"), False),
        *((("Share", "Most read", "Who owns the fog?", label, "Privacy policy"), False) for label in (
            "Become a member", "Log in to comment", "Create account", "Manage my account", "Your subscription",
        )),
    ],
)  # fmt: skip
def test_links_among_what_a_page_ends_with_are_no_pay_wall(behind: tuple[str, ...], walled: bool) -> None:
    assert ("truncated" in explain("\n\n".join(WALLED) + "\n\n" + "\n".join(behind)).flags) is walled
