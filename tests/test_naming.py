"""Naming: what words tell of a role, and the rules that a block's neighbours and its place add to it."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.api import clean, explain
from newsclean.evidence.view import View
from newsclean.lab.role_vocabulary import RoleCounts, WordRoles, role_log_odds, role_words
from newsclean.page import KEPT, Role
from newsclean.reading.read import read
from newsclean.scoring.naming import Namer, name_repeats, namer
from newsclean.scoring.role_words import NAMES, TOLD, RoleWords
from newsclean.scoring.scorer import scorer
from newsclean.scoring.signed import rename_signed
from newsclean.scoring.vocabulary import word_and_pair_keys

CREDIT, PROMO = "Picture courtesy of the harbour office", "Subscribe and get our letter"
ARTICLE = [
    "Bell found in a greenhouse",
    "Ida Crane",
    "9 January 2015",
    "Correction: An earlier version of this article said that the bell weighed four tons, which it does not.",
    "The bell of the old church has been found in a greenhouse nine miles from its tower, where it was kept warm.",
    "A gardener had grown cucumbers under it for years, and had wondered about the inscription on its rim.",
    "It will be hung again at Easter, the parish said on Friday, without the cucumbers and with a new rope.",
]


def page_words(site: str, fold: int) -> WordRoles:
    view = View(read(f"{CREDIT}\n\n{PROMO}\n", "text"))
    keys, block = word_and_pair_keys(view)
    roles = np.array([TOLD.index(Role.CAPTION), TOLD.index(Role.PROMO)], np.int8)
    return WordRoles(site, fold, keys, roles[block])


def learned(sites: int = 8) -> RoleCounts:
    return RoleCounts(page_words(f"site{n}", n % 4) for n in range(sites))


def column(words: RoleWords, name: str, *blocks: str) -> list[float]:
    view = View(read("\n\n".join(blocks) + "\n", "text"))
    found: list[float] = words.table(view)[NAMES.index(name)].tolist()
    return found


def test_words_speak_for_the_role_they_stand_in() -> None:
    words = role_words(learned().total([]))
    caption, promo, other = column(words, "words_of_caption", CREDIT, PROMO, "Nothing known here")
    assert caption > 0 > promo
    assert other == 0
    assert column(words, "words_of_promo@+1", CREDIT, PROMO)[0] > 0


def test_a_page_is_told_without_its_own_site() -> None:
    counts = RoleCounts([*(page_words(f"site{n}", 0) for n in range(5)), page_words("own", 1)])
    total = counts.total([])
    assert counts.without_site(total, "own").sum() == total[1].sum() - len(total[0])
    assert len(counts.total([0, 1])[0]) == 0


def test_a_word_of_few_sites_says_nothing() -> None:
    total = learned(sites=5).total([])
    assert role_log_odds(total[1], total[2]).any()
    assert not role_log_odds(np.maximum(total[1] - 2, 0), total[2]).any()


def test_role_words_are_kept_as_they_were() -> None:
    words = role_words(learned().total([]))
    again = RoleWords.read(words.plain())
    assert np.array_equal(words.keys, again.keys)
    assert np.array_equal(words.values, again.values)


def test_a_page_without_words_is_told_nothing() -> None:
    words = role_words(learned().total([]))
    assert words.table(View(read("***\n\n---\n", "text"))).shape[0] == len(NAMES)


def test_a_namer_of_other_evidence_is_refused() -> None:
    scored = scorer("text").score(View(read("\n\n".join(ARTICLE), "text")))
    plain = {
        "names": ["words"], "bias": [0.0], "leaf_scale": 1.0, "feature": [[0]], "border": [[0.5]], "leaves": [[0, 1]],
        "covers": [[1, 1]],
    }  # fmt: skip
    with pytest.raises(ValueError, match="1 columns"):
        Namer(plain).values(scored)
    assert namer("text").values(scored).shape[1] == len(ARTICLE)


def test_a_correction_that_stays_is_one() -> None:
    blocks = explain("\n\n".join(ARTICLE)).blocks
    assert [block.role for block in blocks if block.text.startswith("Correction")] == [Role.CORRECTION]
    assert all(block.role is not Role.CORRECTION for block in blocks if not block.text.startswith("Correction"))


def hashed(*lines: str) -> str:
    """A page whose elements have no telling names, with lines between its title and its text."""
    menu = "".join(f'<a href="/{n}">{word}</a>' for n, word in enumerate(("Home", "Sport", "Culture")))
    above = "".join(f'<div class="x{n}">{line}</div>' for n, line in enumerate(lines))
    body = "".join(f"<p>{line}</p>" for line in ARTICLE[4:])
    return (
        f'<html><body><div class="css-1">{menu}</div><div class="css-2"><h1>{ARTICLE[0]}</h1><div class="css-3">{above}'
        f'</div><div class="css-4">{body}</div></div><div class="css-5"><a href="/a">Other</a></div></body></html>'
    )


@pytest.mark.parametrize("line", ["By Marnie Oduya", "Por Ana Ruiz Pardo", "di Ilaria Montesi", "Autor: Kamil Orzech"])
def test_by_and_a_name_between_headline_and_text_is_no_teaser(line: str) -> None:
    for lines in ((line,), (line, "4 March 2025"), ("4 March 2025", line)):
        page = explain(hashed(*lines))
        assert [block.role for block in page.blocks if block.text == line] == [Role.BYLINE]
        assert page.byline == line


def test_a_name_beside_a_date_below_the_title_is_the_author_s() -> None:
    view = View(read(hashed("4 March 2025", "Marnie Oduya"), "html"))
    lines = view.doc.text.split("\n")
    for name in (Role.HEADLINE, Role.TEASER):
        roles = [Role.BODY if line in ARTICLE[4:] else name for line in lines[: view.n]]
        roles[lines.index("4 March 2025")] = Role.TIMESTAMP
        rename_signed(view, np.array([role is Role.BODY for role in roles]), roles)
        assert roles[lines.index("Marnie Oduya")] is Role.BYLINE
        assert roles.count(Role.BYLINE) == 1


def test_a_date_with_an_author_of_its_own_makes_no_other_line_one() -> None:
    view = View(read(hashed("Newer Article", "on March 10, 2015 by Ida Crane"), "html"))
    lines = view.doc.text.split("\n")
    roles = [Role.BODY if line in ARTICLE[4:] else Role.TEASER for line in lines[: view.n]]
    roles[lines.index("Newer Article") + 1] = Role.TIMESTAMP
    rename_signed(view, np.array([role is Role.BODY for role in roles]), roles)
    assert roles[lines.index("Newer Article")] is Role.TEASER


def test_a_line_twice_in_a_row_behind_the_title_is_no_title() -> None:
    line = "The bell in its greenhouse among the cucumbers"
    page = explain("\n\n".join([*ARTICLE[:3], line, line, *ARTICLE[4:]]))
    assert {block.role for block in page.blocks if block.text == line} <= {Role.CAPTION, Role.DUPLICATE}
    assert page.title == ARTICLE[0]


def test_what_is_asked_for_comes_once() -> None:
    caption = "The bell among the cucumbers at Eldham. Photo: Tom Lund"
    source = "\n".join([*ARTICLE[:3], caption, caption, "", "\n\n".join(ARTICLE[4:])])
    plain, asked = explain(source), explain(source, keep=KEPT | {Role.CAPTION})
    assert [block.role for block in plain.blocks if block.text == caption] == [Role.CAPTION, Role.CAPTION]
    twice = [(block.role, block.kept) for block in asked.blocks if block.text == caption]
    assert twice == [(Role.CAPTION, True), (Role.DUPLICATE, False)]
    assert asked.text.count(caption) == 1
    assert asked.text == clean(source, keep=KEPT | {Role.CAPTION})
    others = [[block.role for block in page.blocks if block.text != caption] for page in (plain, asked)]
    assert others[0] == others[1]
    assert (asked.captions, asked.title, asked.flags) == ((caption,), plain.title, plain.flags)
    assert clean(source, keep=KEPT | {Role.CAPTION, Role.DUPLICATE}).count(caption) == 2


def test_only_what_is_asked_for_makes_a_repeat_a_duplicate() -> None:
    view = View(read("Goat found\n\nGoat found\n\nNo.\n\nNo.\n\n* * *\n\n* * *", "text"))
    kept = np.array([False, False, True, True, False, False])
    roles = [Role.HEADLINE, Role.TEASER, Role.BODY, Role.BODY, Role.NAV, Role.NAV]
    assert name_repeats(view, kept, roles, KEPT | {Role.HEADLINE}) == roles
    assert name_repeats(view, kept, roles, set(Role)) == [roles[0], Role.DUPLICATE, *roles[2:]]
