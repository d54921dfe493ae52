"""Reports: how tables look, and what is named as wrongly kept and as lost."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from newsclean.lab.measure import Counts, Gold, Interval
from newsclean.lab.report import (
    Fault,
    PageFaults,
    Table,
    faults,
    kinds_table,
    shape,
    shown,
    shown_interval,
    worst,
    worst_markdown,
)
from newsclean.lab.silver import SilverPage
from newsclean.page import Role

FIRST = "The mill by the weir will grind again from May, its new owner told the village on Sunday."
SECOND = "It had stood still for thirty years, and the wheel is the last of its kind in the valley."
TEASER = "A bakery in the next valley looks for apprentices who like to get up early."
PAGE = {"id": "made/up", "body": f"{FIRST}\n\nThirty years\n\n{SECOND}", "optional": ["Thirty years"]}


def page_faults(cleaned: str, silver: SilverPage | None = None) -> PageFaults:
    return faults(PAGE, Gold.of(PAGE).counts(cleaned), cleaned, silver)


def test_right_text_has_no_faults() -> None:
    for cleaned in (f"{FIRST}\n\nThirty years\n\n{SECOND}", f"{FIRST}\n\n{SECOND}"):
        found = page_faults(cleaned)
        assert (found.kept, found.lost) == ((), ())
        assert worst([found]) == []


def test_wrongly_kept_and_lost() -> None:
    found = page_faults(f"{FIRST}\n\n{TEASER}\n\nShare")
    assert found.kept == (Fault("sentence", 15, TEASER), Fault("phrase", 1, "Share"))
    assert found.lost == (Fault("sentence", 19, SECOND),)


def test_silver_roles_name_what_was_kept() -> None:
    silver = SilverPage([(FIRST, Role.BODY), (TEASER, Role.TEASER)])
    assert [fault.kind for fault in page_faults(f"{FIRST}\n{TEASER}", silver).kept] == ["teaser"]


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        ("- Two eggs", "list item"),
        ("3) Stir", "list item"),
        ("3 men were hurt, the police said in the evening.", "sentence"),
        ("No.", "short sentence"),
        ("Read more", "phrase"),
        ("The mayor and the head of the fire brigade in the hall", "long phrase"),
        ("市長は月曜日に辞任した。", "short sentence"),
    ],
)
def test_shape(block: str, kind: str) -> None:
    assert shape(block) == kind


def test_worst_first() -> None:
    pages = [PageFaults(str(hit), Counts(hit, 1, 1, 0.0), (), ()) for hit in (5, 1, 9)]
    assert [page.id for page in worst(pages, 2)] == ["1", "5"]


def test_worst_pages_in_markdown() -> None:
    text = worst_markdown([page_faults(f"{FIRST}\n\n{TEASER}")])
    assert text.startswith("### made/up: F1 .")
    assert f"- `+` sentence (15): {TEASER}" in text
    assert f"- `-` sentence (19): {SECOND}" in text


def test_faults_by_kind() -> None:
    table = kinds_table([page_faults(f"{FIRST}\n\n{TEASER}"), page_faults(f"{FIRST}\n\n{SECOND}\n\n{TEASER}")])
    assert table.rows == (("lost: sentence", "1", "19", "1"), ("wrongly kept: sentence", "2", "30", "2"))


def test_markdown_table() -> None:
    table = Table(("", "F1"), (("a|b", ".9"), ("c", "")), "Some pages")
    assert table.markdown() == "Some pages\n\n|  | F1 |\n| --- | ---: |\n| a\\|b | .9 |\n| c |  |\n"


def test_terminal_table_shows_markup_as_it_is() -> None:
    out = io.StringIO()
    Table(("name", "F1"), (("[bold]", ".957 [.948 .966]"),)).show(
        Console(file=out, width=80, force_terminal=True, color_system=None)
    )
    assert "[bold]" in out.getvalue()
    assert ".957 [.948 .966]" in out.getvalue()


def test_table_in_a_pipe_is_markdown() -> None:
    out = io.StringIO()
    table = Table(("name", "F1"), (("wide " * 40, ".957"),))
    table.show(Console(file=out, width=40))
    assert out.getvalue() == table.markdown() + "\n"


def test_shown() -> None:
    assert (shown(0.95712), shown(1.0), shown(-0.02), shown(12.5, 1)) == (".957", "1.000", "-.020", "12.5")
    assert shown_interval(Interval(0.9, 0.85, 0.95), 2) == ".90 [.85 .95]"
