"""The README: its before and after, its two commands, its links; its figures are those of docs/measured.md."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclean import clean, explain

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BEFORE, AFTER = re.findall(r"^```text\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)[:2]
SHELL = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def test_before_and_after() -> None:
    assert clean(BEFORE) == AFTER.rstrip("\n")
    found = explain(BEFORE)
    assert found.title == "Ferry to Sorrel Bay runs again"
    assert found.text == AFTER.rstrip("\n")


def test_two_commands_of_one_line_do_it_all() -> None:
    assert [block.count("\n") for block in SHELL] == [1, 1]
    main_job, tests = SHELL
    assert "pip install" in main_job
    assert tests.rstrip().partition(".venv/bin/pytest")[1]
    page = re.search(r"fixtures/\S+", main_job)
    assert page
    assert (ROOT / page[0]).is_file()


@pytest.mark.parametrize("link", re.findall(r"\]\((?!https?:|#)([^)#]+)", README))
def test_links_lead_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


MEASURED = (ROOT / "docs" / "measured.md").read_text(encoding="utf-8")
PAIR = re.compile(r"(\.\d+)/(\.\d+)")
"""F1 and the share of exact pages."""
SAME = {
    "HTML": "the page's HTML",
    "HTML in, newsclean": "the page's HTML",
    "bare HTML in, newsclean": "`html_bare`",
    "whole page, one block a line": "whole page, one block a line (resiliparse)",
}
"""What tables call by other names."""


def tables(text: str) -> Iterator[list[list[str]]]:
    """Each table's rows of cells, the header first."""
    for lines in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        yield [
            [cell.strip() for cell in line.strip("|").split("|")] for line in lines.splitlines() if "---" not in line
        ]


def cells(text: str) -> Iterator[tuple[str, str, str]]:
    """(input, corpus, cell) of each cell with figures, where its row or its column names the corpus."""
    for header, *rows in tables(text):
        begins = header[0].partition(": ")[0]
        for label, *found in rows:
            named, _, corpora = label.partition(": ")
            said = ["/".join(pair) for pair in PAIR.findall(found[-1])]
            if corpora and corpora.count(", ") == len(said) - 1:
                yield from ((SAME.get(named, named), *both) for both in zip(corpora.split(", "), said, strict=True))
            else:
                label = label if begins == "input" else f"{begins}, {label}"
                label = SAME.get(label, label)
                yield from ((label, *both) for both in zip(header[1:], found, strict=True) if PAIR.search(both[1]))


def agree(one: str, other: str) -> bool:
    """Whether two figures are the same, as far as the shorter one is told."""
    return abs(float(one) - float(other)) <= 0.5 * 0.1 ** (min(len(one), len(other)) - 1) + 1e-9


def test_its_figures_are_those_of_the_page_of_all_figures() -> None:
    mine, all_of_them = list(cells(README)), list(cells(MEASURED))
    assert len(mine) > 20
    assert [cell for cell in mine if cell not in all_of_them] == []


def test_no_two_tables_say_different_figures_of_the_same() -> None:
    said = defaultdict(set)
    for label, corpus, cell in [*cells(README), *cells(MEASURED)]:
        said[label, corpus.strip("`")].add(PAIR.findall(cell)[-1])
    assert any(len(pairs) > 1 for pairs in said.values()), "some are told to three digits and to two"
    for of, pairs in said.items():
        same = (agree(a, b) for one in pairs for other in pairs for a, b in zip(one, other, strict=True))
        assert all(same), (of, pairs)
