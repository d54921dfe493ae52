"""The site experiment's own parts: sites, memories without the page's copies, rules, tables."""

from __future__ import annotations

import itertools
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from newsclean.lab import site_ways
from newsclean.lab.corpora import fold_of
from newsclean.lab.evaluate import fold_clean
from newsclean.lab.measure import Figures
from newsclean.lab.site_measure import Result, measure
from newsclean.lab.site_plot import by_pages_learned
from newsclean.lab.site_report import gains, learning_speed, report
from newsclean.lab.site_ways import (
    GOLDEN,
    LEARNING,
    WAYS,
    bare_rule,
    fewer_at_best,
    more_at_best,
    strict_rule,
    with_memory,
    without_memory,
)
from newsclean.lab.sites import Item, again, cases, item, memory_of, others, texts_of, transplanted
from newsclean.lab.train_breaks import fold_breaks
from newsclean.page import Role

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


def test_the_page_that_is_cleaned_comes_again_in_other_surroundings(group: list[Item]) -> None:
    copy = again(group[1], group)
    assert copy.source == f"Start\n\n{group[1].page['body']}\n\n{STANDING}"
    assert again(group[3], group).source.startswith("Home\n\n")
    assert memory_of([copy]).lookup(group[1].document).pages[0] == 0


def test_where_articles_cannot_be_told_it_comes_with_one_line_more(group: list[Item]) -> None:
    alone = again(group[1], group[1:2])
    assert alone.source.startswith(group[1].source + "\n\n")
    markup = [item(each.page, f"<html><body><p>{each.source}</p></body></html>", "html") for each in group]
    copy = again(markup[1], markup)
    assert copy.source.startswith(markup[1].source)
    assert copy.row != markup[1].row
    assert memory_of([markup[1], copy]).pages == 1


@pytest.mark.parametrize("kind", ["text", "html"])
def test_every_page_doubled_changes_nothing_that_a_memory_says(group: list[Item], kind: str) -> None:
    if kind == "html":
        paragraphs = (each.source.split("\n\n") for each in group)
        sources = ["".join(f"<p>{paragraph}</p>" for paragraph in each) for each in paragraphs]
        group = [item(each.page, f"<html>{source}", "html") for each, source in zip(group, sources, strict=True)]
    once, twice = (list(cases([group], None, copies=copies)) for copies in (False, True))
    for (page, memory), (_, doubled) in zip(once, twice, strict=True):
        known, same = memory.lookup(page.document), doubled.lookup(page.document)
        assert same.pages.tolist() == known.pages.tolist()
        assert same.repeats.tolist() == known.repeats.tolist()
        texts = texts_of(page)
        assert [same.repeats[texts.index(text)] for text in page.page["body"].split("\n\n")] == [0] * 4
        assert same.repeats[texts.index(STANDING)] == 3


@pytest.mark.parametrize("copies", [False, True])
def test_copies_do_not_move_the_figures(group: list[Item], *, copies: bool) -> None:
    (result,) = measure("corpus", "text", [group], ["strict rule"], copies=copies)
    assert result.pages == 4
    assert result.figures is not None
    assert result.figures.recall == 1


def keep(monkeypatch: pytest.MonkeyPatch, page: Item, texts: tuple[str, ...]) -> None:
    """Let `clean` keep these blocks of the page."""
    kept = np.array([text in texts for text in texts_of(page)])
    monkeypatch.setattr(site_ways, "extracted", lambda _: SimpleNamespace(kept=kept))


def test_a_page_on_one_line_is_read_as_the_scorer_reads_it_that_has_not_seen_its_site(group: list[Item]) -> None:
    line = item(group[0].page, " ".join(STANDING for _ in range(9)), "text")
    assert line.document.layout == "one_line"
    assert line.document.breaks is fold_breaks(fold_of(line.page))
    assert len(line.document) == len(site_ways.extracted(line).kept)


def test_cleaning_with_memory_is_what_clean_does(group: list[Item]) -> None:
    for memory in (memory_of(group), memory_of(group[:1]), memory_of(group[:3])):
        page = group[0]
        assert with_memory(page, memory) == fold_clean(page.source, fold_of(page.page), "text", site=memory)
        assert without_memory(page, memory) == fold_clean(page.source, fold_of(page.page), "text")


def test_what_stands_on_top_goes_with_memory_as_well(group: list[Item], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def nothing(*given: object) -> dict[int, Role]:
        asked.append(given)
        return {}

    monkeypatch.setattr("newsclean.selection.tops", nothing)
    site_ways._extracted.cache_clear()
    with_memory(group[0], memory_of(group))
    assert len(asked) == 2  # once by the page alone, once with what the memory says
    site_ways._extracted.cache_clear()


def test_what_is_in_doubt_is_read_again_with_memory_as_well(group: list[Item], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsclean.rereading.doubtful", lambda *_: True)
    site_ways._extracted.cache_clear()
    page, memory = group[0], memory_of(group)
    assert with_memory(page, memory) == fold_clean(page.source, fold_of(page.page), "text", site=memory)
    site_ways._extracted.cache_clear()


def test_the_best_drops_every_repeat_that_is_not_gold(group: list[Item], monkeypatch: pytest.MonkeyPatch) -> None:
    first, memory = group[0], memory_of(group)
    paragraphs = first.page["body"].split("\n\n")
    kept = ("Home", paragraphs[0], paragraphs[2], STANDING)
    keep(monkeypatch, first, kept)
    assert fewer_at_best(first, memory) == f"{paragraphs[0]}\n\n{paragraphs[2]}"
    assert more_at_best(first, memory) == first.page["body"]
    assert fewer_at_best(first, memory_of([first])) == "\n\n".join(kept)
    assert more_at_best(first, memory_of([first])) == "\n\n".join(kept)


def test_a_repeat_that_is_gold_stays_at_best_and_comes_back_never(
    group: list[Item], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, memory = group[0], memory_of(group)
    first = first._replace(page={**first.page, "body": f"{first.page['body']}\n\n{STANDING}"})
    keep(monkeypatch, first, (STANDING,))
    assert fewer_at_best(first, memory) == STANDING
    keep(monkeypatch, first, ())
    assert STANDING not in more_at_best(first, memory)


def test_ways_that_need_a_whole_gold_are_left_out_where_it_is_snippets(group: list[Item]) -> None:
    snippets = [
        each._replace(page={**each.page, "gold": "snippets", "with": ["bridge"], "without": []}) for each in group
    ]
    assert measure("corpus", "text", [snippets], GOLDEN) == []
    (result,) = measure("corpus", "text", [snippets], ["strict rule"])
    assert result.figures is None


def results() -> list[Result]:
    figures = {
        "clean": Figures(0.9, 0.9, 0.98, 0.2),
        "clean with site memory": Figures(0.95, 0.96, 0.97, 0.4),
        "clean, at best": Figures(0.97, 0.98, 0.98, 0.5),
    }
    return [
        Result(corpus, "text", way, 4, each._replace(recall=each.recall - lost), None)
        for corpus, lost in (("one", 0.0), ("two", 0.5 * (1 / 3)))
        for way, each in figures.items()
    ]


def test_the_report_has_a_row_for_each_result_and_the_mean_gain() -> None:
    made = results()
    changes = gains(made, "clean with site memory")
    assert [(corpus, kind) for corpus, kind, _ in changes] == [("one", "text"), ("two", "text")]
    assert changes[0][2] == pytest.approx((0.05, 0.06, -0.01, 0.2))
    assert gains(made[:1], "clean with site memory") == []
    doubled = [made[1]._replace(figures=Figures(0.949, 0.96, 0.97, 0.4))]
    text = report(made, doubled, [(2, made[1])], ["fast"])
    assert "| one | text | clean | 4 | 0.9000 | 0.9000 | 0.9800 | 0.2000 | - | - |" in text
    assert "| two | text | +0.0500 | -0.0100 | +0.2000 | +0.0700 | +0.0000 | +0.3000 |" in text
    assert "| mean |  | +0.0500 | -0.0100 | +0.2000 | +0.0700 | +0.0000 | +0.3000 |" in text
    assert "| one | text | clean with site memory | 0.9490 | 0.9700 | 0.4000 | -0.0010 | +0.0000 | +0.0000 |" in text
    assert "| 2 | text | clean with site memory | 4 |" in text
    assert text.endswith("fast")
    assert "What changes" not in report(made[:1], [], [], [])


def test_the_plot_is_the_same_file_for_the_same_figures(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    growing = [(n, result) for n in (0, 2, 17) for result in results()]
    for name in ("one.svg", "two.svg"):
        by_pages_learned(growing, tmp_path / "made" / name)
    drawn = (tmp_path / "made" / "one.svg").read_text(encoding="utf-8")
    assert drawn == (tmp_path / "made" / "two.svg").read_text(encoding="utf-8")
    assert "other pages of the site learned" in drawn
    assert "exact pages" in drawn
    with pytest.raises(ValueError, match="nothing to draw"):
        by_pages_learned([(2, results()[0])], tmp_path / "three.svg")


def test_learning_speed_says_what_was_learned(group: list[Item]) -> None:
    assert "Learning corpus alone" in learning_speed("corpus", group, times=1)
    assert "4 pages of" in learning_speed("corpus", group, times=1)
    assert learning_speed("corpus", []) == ""


def test_ways_that_learn_and_ways_that_know_the_gold_are_ways() -> None:
    assert {*LEARNING, *GOLDEN} < set(WAYS)
