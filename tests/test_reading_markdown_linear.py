"""Markdown of any marks is read in linear time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsclean.reading.markdown import read_markdown
from tests.texts import VOTE

UNITS = [
    "[a][12] ",
    "[![a][1]",
    "][1",
    "[1]: a\n",
    *("[", "]", "(", ")", "](", "[a](", "[a](b", "[a](b)", "[a](b) c\n", "[[a]", "[a]", "[a [b", "[]()"),
    *(
        '[a](b "',
        '[a](b "c" ',
        "[a](b(c",
        "![",
        "![a](",
        "!",
        "\\",
        "[a](b- ",
        "- b",
        "<",
        "<a",
        "`",
        "|",
        "| a ",
        ">",
        "> ",
    ),
    *("*", "**", "**a", "**a ", "***", "_", "__a__", "#", "# ", "# a\n", "-", "---\n", "=", "a\n=\n", "a\n---\n"),
    *("\n", " ", "- a\n", "bridge ", "bridge\n", VOTE),
]


@pytest.mark.parametrize("unit", UNITS)
def test_ten_times_the_text_takes_ten_times_as_long(unit: str, check_linear: Callable[..., None]) -> None:
    check_linear(read_markdown, unit * (10_000 // len(unit)), unit * (100_000 // len(unit)))


def test_ten_times_the_figures_in_a_note_take_ten_times_as_long(check_linear: Callable[..., None]) -> None:
    check_linear(read_markdown, f"[{'1' * 90}x][1] " * 200, f"[{'1' * 900}x][1] " * 200)
