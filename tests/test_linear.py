"""Linear time: pages that hold something again and again, or one thing without end, beside an article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsclean import explain
from newsclean.options import Kind

SENTENCE = "The ferry between Eldham and Sorrel Bay is to run again on Friday, eleven days after the storm. "
ARTICLE = (SENTENCE * 2 + "\n\n") * 4
PARAGRAPHS = f"<p>{SENTENCE * 2}</p>" * 4


def text(piece: str, before: str = "Ferry runs again\n\n") -> Callable[[int], str]:
    return lambda size: f"{before}{piece * (size // len(piece))}\n\n{ARTICLE}"


def html(body: str, title: Callable[[int], str]) -> Callable[[int], str]:
    return lambda size: f"<title>Ferry to run again{title(size)}</title>{body}{PARAGRAPHS}"


def beside(piece: str) -> Callable[[int], str]:
    return lambda size: PARAGRAPHS + piece * (size // len(piece))


@pytest.mark.parametrize(
    ("kind", "size", "make"),
    [
        ("text", 2000, lambda size: "<" * size),
        ("text", 2000, text("a", "Ferry runs again\n\nBy A")),
        ("text", 20_000, text("[{\n", "window.x = {};\n")),
        ("text", 20_000, text("[1,x ", "window.x = {};\n")),
        ("text", 120_000, text("Tagi: zalesie\n\n")),
        ("text", 5000, text("Artykuł Most pochodzi z serwisu Kurier.\n\n")),
        ("markdown", 10_000, lambda size: f"{ARTICLE}<a>\n{'`' * size} {{=html}}\n"),
        ("html", 5000, html("", lambda size: " | x" * (size // 4))),
        ("html", 5000, html("<p>x</p>", lambda size: " - x" * (size // 4))),
        ("html", 5000, lambda size: f"<title>Ferry{' ' * size}runs</title>{PARAGRAPHS}"),
        ("html", 20_000, lambda size: "<p>" + "<x-a>word\n</x-a>word\n" * (size // 21) + f"</p>{PARAGRAPHS}"),
        ("html", 30_000, beside("<b>w</i>")),
        ("html", 30_000, beside("<i title=20240312>x")),
        ("html", 30_000, lambda size: f"{PARAGRAPHS}{'<b>' * (size // 7)}{'</i>' * (size // 7)}"),
        ("html", 30_000, lambda size: f"<i></i>{PARAGRAPHS}{'<font>' * (size // 10)}{'</p>' * (size // 10)}"),
        ("html", 30_000, lambda size: f"<noframes>{PARAGRAPHS}{'<b></i>' * (size // 7)}</noframes>"),
    ],
)
def test_ten_times_the_page_takes_ten_times_as_long(
    kind: Kind, size: int, make: Callable[[int], str], check_linear: Callable[..., None]
) -> None:
    check_linear(lambda page: explain(page, kind=kind), make(size), make(10 * size))
