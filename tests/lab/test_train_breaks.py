"""Training of line breaks: what a page's lines teach, and what is learned from them."""

from __future__ import annotations

import io

import numpy as np
import pytest

pytest.importorskip("sklearn")
pytest.importorskip("bs4")

from rich.console import Console

from newsclean.lab.train_breaks import LONGEST, fit_breaks, found_breaks, look
from newsclean.lab.whole_texts import on_one_line, whole_bs4, whole_bs4_blocks, whole_bs4_line
from newsclean.reading.breaks import Gaps

LABELS = ("Home", "News", "Sport", "Letters", "Log in")
PROSE = "the herons came back to the pond and stayed there until the reeds were cut in autumn."
PAGE = "\n".join(f"{label}\nHerons again, {PROSE}\nNobody knew why {PROSE}" for label in LABELS * 20)


def test_a_line_ends_where_a_line_ended() -> None:
    page = look(("Home  News\n\n  By Ada\nIt rained.", 3))
    assert page.fold == 3
    assert page.ends.tolist() == [0, 1, 0, 1, 0]
    assert (page.features == Gaps(["Home", "News", "By", "Ada", "It", "rained."]).features(0, 5)).all()


@pytest.mark.parametrize("text", ["", " \n ", "Home"])
def test_a_page_of_a_word_or_none_teaches_nothing(text: str) -> None:
    page = look((text, 0))
    assert len(page.features) == len(page.ends) == 0


def test_of_endless_pages_the_beginning_counts() -> None:
    page = look(("Home\n" * 2 * LONGEST, 0))
    assert len(page.ends) == LONGEST - 1
    assert page.ends.all()


def test_what_is_learned_finds_breaks_on_a_page_that_was_left_out() -> None:
    pages = [look((PAGE.replace("herons", f"{bird}s"), fold)) for fold, bird in enumerate(("heron", "coot", "grebe"))]
    breaks = fit_breaks(pages, 2, Console(file=io.StringIO()))
    right, found = found_breaks(pages[2:], breaks)
    assert min(right, found) > 0.9
    backwards = [page._replace(ends=(1 - page.ends).astype(np.int8)) for page in pages[2:]]
    assert max(found_breaks(backwards, breaks)) < 0.5


def test_the_blocks_of_a_page_have_the_words_that_get_text_has() -> None:
    html = (
        "<nav><a>Home</a><a>News</a></nav><script>x()</script><h1>A <b>wet</b> day</h1>"
        "<p>Rain,<br>said <i>Ada</i>.</p>After<div>all</div>"
    )
    blocks = whole_bs4_blocks(f"<html><body>{html}</body></html>")
    assert blocks.split("\n") == ["Home News", "A wet day", "Rain,", "said Ada .", "After", "all"]
    for renderer in (whole_bs4_line, on_one_line(whole_bs4)):
        assert renderer(f"<html><body>{html}</body></html>") == " ".join(blocks.split())
