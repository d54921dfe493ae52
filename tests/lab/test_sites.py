"""The site experiment's own parts: sites, memories without the page's copies, rules, tables."""

from __future__ import annotations

import itertools

import pytest

from newsclean.lab.measure import Figures
from newsclean.lab.site_report import gains, report
from newsclean.lab.sites import (
    WAYS,
    Item,
    Result,
    bare_rule,
    item,
    measure,
    memory_of,
    others,
    strict_rule,
    transplanted,
)

STANDING = "Every Friday the valley's paper tells in one letter what the week has brought, free of charge."


def page(number: int, menu: str = "Home") -> Item:
    body = [f"The {'far ' * k}bridge {'x' * number} was opened by the council on a windy day." for k in range(4)]
    record = {"id": f"site/{number}", "gold": "full", "body": "\n\n".join(body), "url": "https://site.example/a"}
    return item(record, "\n\n".join([menu, *body, STANDING]), "text")


@pytest.fixture
def group() -> list[Item]:
    return [page(number, menu) for number, menu in ((1, "Home"), (2, "Home"), (3, "Start"), (4, "Front"))]


def test_rules_drop_what_stands_on_other_pages(group: list[Item]) -> None:
    first = group[0]
    body = first.page["body"]
    assert strict_rule(first, memory_of(group)) == body
    assert bare_rule(first, memory_of(group)) == f"Home\n\n{body}"
    assert bare_rule(first, memory_of([first])) == f"Home\n\n{body}\n\n{STANDING}"


def test_a_transplanted_page_is_a_copy_in_other_surroundings(group: list[Item]) -> None:
    copy = transplanted(group[0], group[2])
    assert copy is not None
    assert copy.source == f"Start\n\n{group[0].page['body']}\n\n{STANDING}"
    assert memory_of([copy]).lookup(group[0].document).pages[0] == 0
    assert memory_of([group[2]]).lookup(group[0].document).pages[0] == 1


def test_fewer_other_pages_are_among_more(group: list[Item]) -> None:
    ids = [{each.page["id"] for each in others(group[0], group, limit)} for limit in range(4)]
    assert [len(chosen) for chosen in ids] == [0, 1, 2, 3]
    assert all(fewer < more for fewer, more in itertools.pairwise(ids))
    assert "site/1" not in ids[-1]


@pytest.mark.parametrize("copies", [False, True])
def test_copies_do_not_move_the_figures(group: list[Item], *, copies: bool) -> None:
    (result,) = measure("corpus", "text", [group], ["strict rule"], copies=copies)
    assert result.pages == 4
    assert result.figures is not None
    assert result.figures.recall == 1


def test_the_report_has_a_row_for_each_result_and_the_mean_gain() -> None:
    before = Result("corpus", "text", "clean", 4, Figures(0.9, 0.9, 0.98, 0.2), None)
    after = Result("corpus", "text", "clean with site memory", 4, Figures(0.95, 0.96, 0.97, 0.4), None)
    change = gains([before, after])
    assert change is not None
    assert change[0] == pytest.approx(0.05)
    assert change[1] == pytest.approx(-0.01)
    text = report([before, after], [], [(2, after)], "")
    assert "F1 +0.0500, recall -0.0100" in text
    assert "| corpus | text | clean | 4 | 0.9000 | 0.9000 | 0.9800 | 0.2000 | - | - |" in text
    assert "| 2 | text | clean with site memory | 4 |" in text
    assert gains([before]) is None
    assert "clean with site memory" in WAYS
