"""Alike lines: sub-headings of one kind stay or go together, and links between paragraphs lead to other stories."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from newsclean import clean, explain, selection
from newsclean.evidence.view import Column, View
from newsclean.extraction import extract
from newsclean.models import Models
from newsclean.reading.html import read_html
from newsclean.reading.read import read
from newsclean.rereading import Reread
from newsclean.scoring.alike_lines import LIKELY, MOST, POSSIBLE, STAY, TURNS, alike_lines
from newsclean.scoring.notes import ALIKE

TEXT = "The ferry calls at the old pier twice a day, and the walk to the mill takes less than an hour."
NAMES = ("Orsey Point", "Tallow Bridge", "The Salt Loft", "Mill Lane", "Harbour Street", "Kiln Yard")


def guide(line: str, count: int = 5, between: str = "") -> str:
    """An article in which each paragraph stands below a line."""
    entries = "".join(f"{line.format(NAMES[n])}<p>{TEXT}</p>{between}" for n in range(count))
    menu = "".join(f"<li class='item'><a href='/{name[:3]}'>{name}</a></li>" for name in ("News", "Sport", "Jobs") * 3)
    return f"<html><body><ul class='menu'>{menu}</ul><main class='text'><p>{TEXT}</p>{entries}</main></body></html>"


def stays(
    source: str, lost: set[int], chance: float = 0.3, kind: str = "html", names: Sequence[str] = NAMES
) -> list[str]:
    """The lines that stay, of which those of the numbers would go by their chances."""
    view = View(read(source, kind))
    assert (view.doc.markup is not None) == (kind == "html")
    lines = [i for i in range(view.n) if view.doc.read_text(i) in names]
    kept, score = np.ones(view.n, np.bool_), np.full(view.n, 0.9, np.float32)
    for number in lost:
        kept[lines[number]], score[lines[number]] = False, chance
    found = alike_lines(view, score, kept)
    assert not (found & kept).any()
    return [view.doc.read_text(i) for i in lines if kept[i] or found[i]]


@pytest.mark.parametrize(
    "line", ["<h3>{}</h3>", "<h3><a href='/m'>{}</a></h3>", "<p><b>{}</b></p>", "<p class='n'>{}</p>"]
)
def test_a_line_stays_where_most_of_its_kind_do(line: str) -> None:
    assert len(stays(guide(line), {2})) == 5
    assert len(stays(guide(line), {1, 3})) == (5 if "<a" in line else 3)  # three stay, and two go


def test_a_line_stays_that_may_be_the_articles_alone() -> None:
    assert len(stays(guide("<h3>{}</h3>"), {2}, POSSIBLE + 0.01)) == 5
    assert len(stays(guide("<h3>{}</h3>"), {2}, POSSIBLE - 0.01)) == 4
    assert len(stays(guide("<h3>{}</h3>", STAY), {2})) == STAY - 1  # too few others


@pytest.mark.parametrize("name", ["Read more", "Share this article", "16:59 Jo Bell"])
def test_labels_and_hours_go(name: str) -> None:
    assert len(stays(guide("<h3>{}</h3>").replace(NAMES[2], name), {2}, names=(*NAMES, name))) == 4


def test_a_line_of_another_kind_goes() -> None:
    source = guide("<h3>{}</h3>").replace(f"<h3>{NAMES[2]}</h3>", f"<div class='box'>{NAMES[2]}</div>")
    assert len(stays(source, {2})) == 4
    source = guide("<h3>{}</h3>").replace(f"<h3>{NAMES[2]}</h3>", f"<h3><a href='/s'>{NAMES[2]}</a></h3>")
    assert len(stays(source, {2})) == 4


def test_a_line_of_another_kind_goes_by_its_parent_and_by_what_is_within() -> None:
    source = guide("<h3>{}</h3>").replace(f"<h3>{NAMES[2]}</h3>", f"<aside class='box'><h3>{NAMES[2]}</h3></aside>")
    assert len(stays(source, {2})) == 4
    source = guide("<h3><b class='place'>{}</b></h3>")
    assert len(stays(source, {2})) == 5
    assert len(stays(source.replace(f"<b class='place'>{NAMES[2]}</b>", f"<i class='ad'>{NAMES[2]}</i>"), {2})) == 4


def test_a_link_around_what_is_within_is_another_kind() -> None:
    source = guide("<p><a href='/m'><b>{}</b></a></p>")
    alone = source.replace(f"<a href='/m'><b>{NAMES[4]}</b></a>", f"<b>{NAMES[4]}</b>")
    assert alone != source
    assert len(stays(alone, set(range(4)))) == 5  # the one that stays is no link as they are


def test_a_line_has_some_words_and_is_no_paragraph() -> None:
    for name, count in (("Kiln", 4), (" ".join(["harbour"] * MOST), 5), (" ".join(["harbour"] * (MOST + 1)), 4)):
        assert len(stays(guide("<h3>{}</h3>").replace(NAMES[2], name), {2}, names=(*NAMES, name))) == count


def test_a_line_beside_something_else_that_goes_is_none_between_paragraphs() -> None:
    view = View(read(guide("<h3>{}</h3>"), "html"))
    lines = [i for i in range(view.n) if view.doc.read_text(i) in NAMES]
    kept, score = np.ones(view.n, np.bool_), np.full(view.n, 0.3, np.float32)
    kept[[lines[2], lines[2] + 1]] = False
    assert not alike_lines(view, score, kept).any()


def test_links_that_take_turns_with_paragraphs_head_them() -> None:
    line = "<h3><a href='/m'>{}</a></h3>"
    assert len(stays(guide(line), set(range(5)))) == 5
    assert len(stays(guide(line, TURNS), set(range(TURNS)))) == TURNS
    assert not stays(guide(line, TURNS - 1), set(range(TURNS - 1)))
    assert not stays(guide(line), set(range(5)), LIKELY - 0.01)
    assert len(stays(guide(line, between="<p>Six of ten</p>"), set(range(5)))) == 5
    assert not stays(guide(line, between=f"<p>{TEXT}</p><p>{TEXT}</p>"), set(range(5)))
    assert len(stays(guide(line), {1, 2, 3})) == 5  # however many of them stay by themselves
    assert not stays(guide("<h3>{}</h3>"), set(range(5)))  # no links: sub-headings go for what they say


@pytest.mark.parametrize(("line", "kind"), [("## {}", "markdown"), ("**{}**", "markdown"), ("{}", "text")])
def test_without_markup_no_line_is_like_another(line: str, kind: str) -> None:
    entries = "\n\n".join(f"{line.format(name)}\n\n{TEXT}" for name in NAMES[:5])
    assert len(stays(f"{TEXT}\n\n{entries}\n", {2}, kind=kind)) == 4


def test_a_page_without_blocks_has_no_lines() -> None:
    view = View(read("", "html"))
    assert not alike_lines(view, np.zeros(0, np.float32), np.zeros(0, np.bool_)).any()


PAGE = (
    "<html><head><title>The week on the river</title></head><body class='home-page'><header class='site-header'>"
    "<ul class='main-menu'><li class='menu-item'><a href='/n'>News</a></li></ul></header><main class='article-body'>{}"
    "</main><footer class='site-footer'><p class='copyright'>The Gazette</p></footer></body></html>"
)
ENTRIES = (
    (
        "Seventh tram is back, for a part of its way",
        "Trams run from the station to the market again. The rest follows in May, if the pipes come in time.",
    ),
    (
        "Poplars on the quay are to be felled",
        "Forty trees are hollow, says the council. Those who live there ask who has looked, and when.",
    ),
    (
        "A samovar has left the museum",
        "Nobody saw it go. The watchman says that it weighed as much as he does, and that he had tea at nine.",
    ),
    (
        "Pupil wins the prize for astronomy",
        "She found a comet that others had taken for dust. Her school has no telescope, but a flat roof.",
    ),
)


def digest() -> str:
    opening = (
        "If you were out of town all week, this is what you have missed, from the trams to the stars, told in short."
    )
    entries = "".join(
        f"<p class='entry-title'><a href='/d/{n}'>{head}</a></p><p>{text}</p>" for n, (head, text) in enumerate(ENTRIES)
    )
    return PAGE.format(f"<h1>The week on the river</h1><p>{opening}</p>{entries}")


def test_a_digest_keeps_the_headlines_of_its_entries_and_says_why() -> None:
    page = explain(digest())
    noted = [block.text for block in page.blocks if block.note == ALIKE]
    assert noted
    assert all(head in page.text and text in page.text for head, text in ENTRIES)
    sure = clean(digest(), prefer="precision")
    assert not any(head in sure for head in noted)


def test_a_digest_keeps_headlines_that_are_bold_links() -> None:
    bold = re.sub(r"<p class='entry-title'>(.*?)</p>", r"<p><b>\1</b></p>", digest())
    assert bold != digest()
    page = explain(bold)
    assert all(head in page.text and text in page.text for head, text in ENTRIES)


def test_lines_that_go_when_read_again_do_not_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    def all_gone(
        doc: object, kept: NDArray[np.bool_], score: Column, may_go: NDArray[np.bool_], *more: object
    ) -> Reread:
        return Reread(may_go, score)

    noted = [block.text for block in explain(digest()).blocks if block.note == ALIKE]
    monkeypatch.setattr("newsclean.selection.reread", all_gone)
    assert not any(head in clean(digest()) for head in noted)


def test_where_labels_say_little_elements_alike_do_not_either() -> None:
    bare = re.sub(r" class='[^']*'", "", digest())
    assert not any(block.note == ALIKE for block in explain(bare).blocks)


def test_who_prefers_recall_gets_such_lines_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selection, "alike_lines", lambda view, score, kept: ~kept & (view.at == 0))
    doc = read_html(
        f"<body><nav><a href=/>Home</a></nav><h1>Ferry sails</h1>{'<p>The ferry sails again.</p>' * 9}</body>"
    )
    once = Models(opinion=None, single_pass=True)
    stays = {prefer: extract(doc, once, prefer).kept for prefer in ("precision", "balanced", "recall")}
    assert stays["balanced"][0]
    assert stays["recall"][0]
    assert not stays["precision"][0]
