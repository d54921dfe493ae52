"""Itemized pages: lists stand among the article's paragraphs and in its gold; outside it, in neither."""

from __future__ import annotations

import gzip
import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from newsclean.lab import itemized as module
from newsclean.lab.corpora import FULL
from newsclean.lab.grafts import parsed, text_of, unspaced
from newsclean.lab.itemized import DRAWS, KINDS, itemize, itemized, itemized_pages
from newsclean.reading.read import read

NAMES = "Anna Brook|Peter Lund|Maria Stone|Tom Hale|Ingrid Berg|Karl Marsh|Eve Reed|Noah Frost|Lucy Field|Otto Vale"
PARAGRAPHS = [
    f"Early on the {day}, the miller {name} opened the gate, saw the river, and wrote to {other}. They met in {place}."
    for day, name, other, place in zip(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
        NAMES.split("|"),
        reversed(NAMES.split("|")),
        ["Low Ham", "High Weld", "Little Combe", "Great Wick", "Stone Ash"] * 2,
        strict=True,
    )
]
MENU = "".join(f'<li><a href="/{name}">{name} and more</a></li>' for name in ("News", "Sport", "Culture", "Weather"))
FOOT = "All rights reserved by the paper of Low Ham."


def page(**changes: Any) -> dict[str, Any]:
    article = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    body = f"<ul>{MENU}</ul><div><h1>A mill opens</h1>{article}</div><div>{FOOT}</div>"
    given = {
        "id": "mill",
        "url": "https://paper.example/mill",
        "lang": "en",
        "title": "A mill opens",
        "html": f"<html><body>{body}</body></html>",
        "body": "\n\n".join(PARAGRAPHS),
        "gold": "full",
        "source": "corpus",
    }
    return given | changes


def text_of_page(source: str) -> str:
    tree = parsed(source)
    assert tree is not None
    return unspaced(text_of(tree))


@pytest.mark.parametrize("draw", range(12))
def test_what_the_gold_holds_stands_on_the_page_in_its_order(draw: int) -> None:
    source, gold = itemize(page(), draw, PARAGRAPHS)
    text, at = text_of_page(source), 0
    for part in map(unspaced, gold.split("\n\n")):
        at = text.find(part, at)
        assert at >= 0
    assert FOOT not in gold
    assert unspaced(FOOT) in text
    assert gold.startswith(PARAGRAPHS[0])
    assert any(part not in PARAGRAPHS for part in gold.split("\n\n"))


def test_most_articles_are_short_and_what_is_cut_off_leaves_the_page() -> None:
    kept = []
    for draw in range(30):
        source, gold = itemize(page(), draw, PARAGRAPHS)
        stays = [text for text in PARAGRAPHS if text in gold]
        text = text_of_page(source)
        assert [one for one in PARAGRAPHS if unspaced(one) in text] == stays
        kept.append(len(stays))
    assert sum(count < len(PARAGRAPHS) for count in kept) > 15
    assert max(kept) == len(PARAGRAPHS)


def test_some_lists_stand_outside_and_not_in_the_gold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "OUTSIDE", 0.0)
    without = [itemize(page(), draw, PARAGRAPHS) for draw in range(10)]
    monkeypatch.setattr(module, "OUTSIDE", 1.0)
    beside = [itemize(page(), draw, PARAGRAPHS) for draw in range(10)]
    assert [gold for _, gold in without] == [gold for _, gold in beside]
    assert all(len(more) > len(less) for (less, _), (more, _) in zip(without, beside, strict=True))


def test_the_same_number_makes_the_same_page_and_another_another() -> None:
    assert itemize(page(), 3, PARAGRAPHS) == itemize(page(), 3, PARAGRAPHS)
    assert itemize(page(), 3, PARAGRAPHS) != itemize(page(), 4, PARAGRAPHS)


@pytest.mark.parametrize(
    "changes",
    [{"html": ""}, {"body": None}, {"body": "Other words, which stand nowhere."}, {"body": PARAGRAPHS[0]}],
)
def test_a_page_without_paragraphs_or_words_is_none(changes: dict[str, Any]) -> None:
    assert itemize(page(**changes), 0, []) == ("", "")


def test_words_are_lent_by_pages_of_the_fold_and_language_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lent: list[list[str]] = []

    def itemize(page: dict[str, Any], draw: int, lending: list[str]) -> tuple[str, str]:
        lent.append(list(lending))
        return "", ""

    monkeypatch.setattr(module, "itemize", itemize)
    monkeypatch.setattr(module, "fold_of", lambda one: int(one["id"] == "elsewhere"))
    others = [page(id="de", lang="de", body="Deutsch"), page(id="elsewhere", url="https://other.example/", body="Far")]
    corpora(tmp_path, [page(), *others])
    assert itemized_pages(tmp_path, [page(), *others]) == []
    assert lent == [["\n\n".join(PARAGRAPHS)], ["Deutsch"], ["Far"]]


def test_pages_to_evaluate_are_of_a_draw_that_nobody_learns_from_and_have_ids_of_what_stands_on_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    corpora(tmp_path, [page()])
    (made,) = itemized_pages(tmp_path, [page(), page(id="empty", html="")])
    assert (made["html"], made["body"]) == itemize(page(), DRAWS, [page()["body"]])
    assert made["url"] == page()["url"]
    assert (made["html"], made["body"]) not in [itemize(page(), draw, [page()["body"]]) for draw in range(DRAWS)]
    assert made["id"].startswith("mill itemized ")
    assert itemized_pages(tmp_path, [page()])[0]["id"] == made["id"]
    monkeypatch.setattr(module, "DRAWS", DRAWS + 1)
    assert itemized_pages(tmp_path, [page()])[0]["id"] != made["id"]


@pytest.mark.parametrize("mode", sorted(KINDS.keys() - {"run_on"}))
def test_samples_are_labelled_by_the_new_gold(mode: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "ProcessPoolExecutor", InThisProcess)
    monkeypatch.setattr(module, "fold_breaks", lambda fold: None)
    corpora(tmp_path, [page()])
    made = itemized(FULL[0], mode, tmp_path, partial(read, kind=mode), draws=6)
    assert [one.kind for one in made] == ["itemized"] * 6
    for one in made:
        texts = one.doc.text.split("\n")[:-1]
        kept = "\n".join(text for text, label in zip(texts, one.label, strict=True) if label > 0.5)
        assert PARAGRAPHS[0].split(",")[0] in kept
        assert FOOT not in kept


def test_samples_on_one_line_are_cut_where_lines_may_have_been(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "ProcessPoolExecutor", InThisProcess)
    monkeypatch.setattr(module, "fold_breaks", lambda fold: None)
    corpora(tmp_path, [page()])
    made = itemized(FULL[0], "run_on", tmp_path, partial(read, kind="text"), draws=6)
    assert [one.kind for one in made] == ["itemized"] * 6
    run_on = [one for one in made if one.doc.mode == "run_on"]
    assert run_on
    for one in run_on:
        assert len(one.doc) > 1
        assert one.label.max() > 0.5 > one.label.min()


class InThisProcess:
    """A pool of processes that is none."""

    map = staticmethod(lambda work, jobs, chunksize=1: map(work, jobs))

    def __init__(self, workers: int) -> None:
        self.workers = workers

    def __enter__(self) -> InThisProcess:
        return self

    def __exit__(self, *error: object) -> None:
        pass


def corpora(folder: Path, pages: list[dict[str, Any]]) -> None:
    """The full corpora in a folder, of which the first alone has pages."""
    for name in FULL:
        with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(one) + "\n" for one in (pages if name == FULL[0] else []))
