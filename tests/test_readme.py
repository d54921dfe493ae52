"""The README: its before and after, its two commands, its links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsclean import clean, explain

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BEFORE, AFTER = re.findall(r"^```text\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)[:2]
NAMES = {"whole page as Markdown (markdownify)": "whole page by markdownify"}
"""Rows that the README calls otherwise than docs/measured.md does."""
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


def test_its_figures_are_those_of_the_page_of_all_figures() -> None:
    def rows(text: str) -> list[list[str]]:
        return [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if "| ." in line]

    measured = rows((ROOT / "docs" / "measured.md").read_text(encoding="utf-8"))
    named = [[NAMES.get(row[0], row[0]), *row[1:]] for row in rows(README)]
    both = [row for row in named if row[0] in {other[0] for other in measured}]
    assert len(both) > 12
    assert [row for row in both if row not in [other[: len(row)] for other in measured]] == []
