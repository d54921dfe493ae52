"""Tops: headline, author and date above an article that comes alone, and what must not be taken for them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from newsclean import Role, clean, explain
from newsclean.evidence.authors import begins_with_author, calls_author
from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.naming import NAMED
from newsclean.scoring.tops import tops

HEADLINE = "Council votes to close the old bridge"
BODY = [
    "The council voted on Monday to close the old bridge for most of the winter, the mayor said.",
    "Work on the northern pier begins in March and will cost about two million pounds.",
    '"We have waited ten years for this," said Ann Porter, who runs the bakery beside the river.',
    "Buses will take another road until the autumn, and the ferry runs twice an hour.",
]
HTML = "".join(f"<p>{line}</p>" for line in BODY)
GERMAN = [
    "Der Gemeinderat hat am Montag beschlossen, die alte Brücke für den Winter zu sperren.",
    "Die Arbeiten am nördlichen Pfeiler beginnen im März und kosten rund zwei Millionen Euro.",
    "„Darauf haben wir zehn Jahre gewartet“, sagte Anna Pfeiffer, die am Fluss eine Bäckerei führt.",
    "Die Busse fahren bis zum Herbst eine andere Strecke.",
]


@pytest.mark.parametrize(
    "source",
    [
        f"<h1>{HEADLINE}</h1>{HTML}",
        f"<article><h1>{HEADLINE}</h1>{HTML}</article>",
        f"<h1>Who closed the old bridge?</h1>{HTML}",
        f"<h1>{'A long headline ' * 5}</h1>{HTML}",
        f"# {HEADLINE}\n\n" + "\n\n".join(BODY),
        "# Who closed the old bridge?\n\n" + "\n\n".join(BODY),
        "# The council has closed it!\n\n" + "\n\n".join(BODY),
        "# The old bridge will be closed.\n\nMarch 5, 2024\n\n" + "\n\n".join(BODY),
        f"# {HEADLINE}\n\n" + "\n\n".join(["The [council](/c) met on Monday.", *BODY]),
        f"{HEADLINE}\n" + "\n".join(BODY),
        f"{HEADLINE}\n\nBy Ida Crane\n\nMarch 5, 2024\n\n" + "\n\n".join(BODY),
    ],
)
def test_a_headline_on_top_goes_and_is_the_title(source: str) -> None:
    page = explain(source)
    assert page.text.startswith(("The council", "The [council]"))
    assert page.title is not None
    assert "#" not in page.title
    assert page.text.split("\n\n")[-len(BODY) :] == BODY
    assert [block.role for block in page.blocks].count(Role.HEADLINE) == 1


@pytest.mark.parametrize(
    "above",
    [
        ("Von Anna Lehmann",),
        ("5. März 2024",),
        ("5. März 2024", "Von Anna Lehmann"),
        ("Von Anna Lehmann | 5. März 2024",),
        ("Von Anna Lehmann, Fähringen", "Veröffentlicht am 5. März 2024, 10:30 Uhr"),
    ],
)
def test_author_and_date_on_top_go(above: tuple[str, ...]) -> None:
    page = explain("\n\n".join([*above, *GERMAN]))
    assert page.text.split("\n\n") == GERMAN
    for block in page.blocks[: len(above)]:
        assert block.role in {Role.BYLINE, Role.TIMESTAMP, Role.HEADLINE}
    if above[0] == "Von Anna Lehmann":
        assert page.byline == above[0]


def test_the_reason_says_what_it_is() -> None:
    (first, *_) = explain(f"<h1>{HEADLINE}</h1>{HTML}").blocks
    assert not first.kept
    assert "a headline on top" in {reason.name for reason in first.reasons}


def test_who_asks_for_headlines_or_prefers_recall_gets_it() -> None:
    source = f"<h1>{HEADLINE}</h1>{HTML}"
    assert clean(source, keep={Role.BODY, Role.HEADLINE}).startswith(HEADLINE)
    assert clean(source, prefer="recall").startswith(HEADLINE)


def test_a_first_level_heading_below_another_is_a_part_of_the_text() -> None:
    page = f"<nav><a href=/>Home</a></nav><h1>{HEADLINE}</h1>{HTML}<h1>What comes next in spring</h1>{HTML}"
    assert "What comes next in spring" in clean(page)


LEAD = "The old bridge over the river will be closed for most of the winter, the council of the harbour town said."


@pytest.mark.parametrize("above", ["<h2>{}</h2>", "<div class='title'>{}</div>", "<h3><a href=/1>{}</a></h3>"])
def test_a_lead_of_the_first_level_below_the_title_stays(above: str) -> None:
    page = f"<title>{HEADLINE} - The Quay</title><body>{above.format(HEADLINE)}<h1>{LEAD}</h1>{HTML}"
    assert clean(page).split("\n\n") == [LEAD, *BODY]


@pytest.mark.parametrize(
    ("title", "above", "headline"),
    [
        (HEADLINE, "", LEAD),  # no title stands above it
        (LEAD, f"<p>{LEAD}</p>", LEAD),
        (HEADLINE, f"<p>{HEADLINE}</p>", "The bridge will be closed."),
        (HEADLINE, f"<p>{HEADLINE}</p>", LEAD.rstrip(".")),
    ],
)
def test_what_else_is_of_the_first_level_is_a_headline(title: str, above: str, headline: str) -> None:
    page = f"<title>{title}</title><body>{above}<h1>{headline}</h1>{HTML}"
    kept = [not above, *[True] * (len(BODY) + (1 if above else 0))]
    assert found(page, kept, kind="html") == {int(bool(above)): Role.HEADLINE}


def found(
    source: str, kept: Sequence[bool] | None = None, log_odds: float = 0.0, kind: str = "text"
) -> dict[int, Role]:
    """What is found on top of blocks that stay, each with a chance of .6 and the same log-odds of a headline."""
    view = View(read(source, kind))
    n = view.n
    values = np.zeros((len(NAMED), n), np.float32)
    values[NAMED.index(Role.HEADLINE)] = log_odds
    return tops(view, np.full(n, 0.6, np.float32), np.array([True] * n if kept is None else kept), lambda: values)


def all_kept(*lines: str, log_odds: float = 0.0) -> dict[int, Role]:
    return found("\n\n".join(lines), log_odds=log_odds)


def test_words_and_place_make_a_headline() -> None:
    assert all_kept(HEADLINE, *BODY, log_odds=9.0) == {0: Role.HEADLINE}
    assert all_kept(HEADLINE, *BODY) == {}
    assert all_kept(f"{HEADLINE}:", *BODY, log_odds=9.0) == {}
    assert all_kept(BODY[0], HEADLINE, *BODY[1:], log_odds=9.0) == {}
    assert all_kept(HEADLINE, "What it costs", *BODY, log_odds=9.0) == {}
    guide = [line for text in BODY for line in ("What it costs", text)]
    assert all_kept(HEADLINE, BODY[0], *guide, log_odds=9.0) == {}


def test_only_the_page_s_first_heading_is_its_headline() -> None:
    page = f"<h1>{HEADLINE}</h1><h1>What comes next in spring</h1>{HTML}"
    assert found(page, kind="html") == {0: Role.HEADLINE}
    assert found(page, [False, *[True] * (1 + len(BODY))], kind="html") == {}


def test_a_date_goes_alone_but_a_chronology_keeps_its_dates() -> None:
    days = ["5 March 2021", "19 April 2021", "2 June 2021"]
    assert all_kept(days[0], *BODY) == {0: Role.TIMESTAMP}
    assert all_kept(*(part for pair in zip(days, BODY[:3], strict=True) for part in pair)) == {}
    assert all_kept(BODY[0], days[0], *BODY[1:]) == {}


def test_no_more_than_the_top_is_looked_at() -> None:
    assert all_kept("By Ida Crane", days := "5 March 2021", *BODY) == {0: Role.BYLINE, 1: Role.TIMESTAMP}
    assert all_kept(*BODY, "By Ida Crane", days) == {}
    assert len(all_kept(*["By Ida Crane"] * 6, *BODY)) == 4
    assert all_kept("By Ida Crane", days) == {}
    assert all_kept("By Ida Crane") == {}


def test_a_line_that_its_element_calls_a_byline_goes_where_it_begins_with_a_name() -> None:
    line = "Dana Whitlock, money editor"
    for above in ("", f"<p>{BODY[0]}</p>"):
        page = f'{above}<p class="article__byline">{{}}</p>{HTML}'
        assert found(page.format(line), kind="html") == {int(bool(above)): Role.BYLINE}
        assert found(page.format("What they wrote to us"), kind="html") == {}
        assert found(page.replace("article__byline", "lead").format(line), kind="html") == {}


def test_a_line_that_leads_on_is_no_headline() -> None:
    asked = "What the council of the town wrote to us:"
    assert clean("\n\n".join([asked, *BODY])).startswith(asked)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ida Crane", True),
        ("by Ida Crane and Otto Reiher", True),
        ("Von Anna Lehmann, 5. März 2024", True),
        ("Por Ana López | 5 de marzo", True),
        ("By Friday the council will know more about it", False),
        ("By the river", False),
        ("Ida Crane", False),
        ("By", False),
        ("", False),
    ],
)
def test_who_is_named_behind_by(line: str, names: bool) -> None:
    assert begins_with_author(View(read(line, "text")), line) is names


CYRILLIC = (
    "Фериботът между Елдам и Сорел Бей потегли в събота сутринта за първи път от единайсет седмици насам.",
    "Превозвачът го беше спрял в края на март, когато водолази откриха пукнатина във вала на кораба.",
    "За сумата съветът решава на 3 юли, а дотогава хората от двата бряга плащат по лев на пътуване.",
)
DATES = ("събота, 14 юни 2025 г., 17:42 ч.", "Текст: Лена Халова, репортер", "субота, 14. јун 2025. у 17.42")


@pytest.mark.parametrize("above", [DATES[:1], DATES[1:2], DATES[:2], DATES[1::-1], DATES[2:]])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_dates_with_a_day_of_the_week_or_an_abbreviation_go(above: tuple[str, ...], between: str) -> None:
    title = "Фериботът в Елдам отново пътува"
    for lines in (above, (title, *above)):
        assert clean(between.join((*lines, *CYRILLIC))).split() == " ".join(CYRILLIC).split()


def test_beside_a_time_a_date_has_more_words_of_its_own() -> None:
    assert clean("\n\n".join(("14 June 2025 at 17.42 local time", *BODY))).startswith(BODY[0])
    line = "14 June 2025, local time"
    assert clean("\n\n".join((line, *BODY))).startswith(line)


@pytest.mark.parametrize("first", ["В събота, 14 юни 2025 г., корабът потегли.", "Вратата се отвори в 17:42 ч."])
def test_a_sentence_with_a_date_stays(first: str) -> None:
    assert clean("\n\n".join((first, *CYRILLIC))).startswith(first)


@pytest.mark.parametrize("asked", ["記者：おはようございます", "Reporter: Guten Morgen"])
def test_who_asks_is_no_author(asked: str) -> None:
    page = View(read("\n\n".join((asked, *BODY))))
    assert not calls_author(page, asked)


@pytest.mark.parametrize(
    "line", ["Text: Lena Harms, Reporterin", "लेखिका: लीना हलवाई, संवाददाता", "రచన: లీనా హరి, విలేకరి", "文：春田里奈"]
)
def test_what_authors_are_called_tells_one(line: str) -> None:
    assert calls_author(View(read(line)), line)
