"""The site's look: it adds to the scorer's log-odds, says so in the reasons, and knows runs of new blocks."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.evidence.view import View
from newsclean.extraction import extract
from newsclean.models import Models
from newsclean.reading.read import read
from newsclean.scoring.scorer import log_odds, scorer
from newsclean.scoring.site_look import DROP, LIFT, look_again, site_table, site_trees
from newsclean.scoring.site_runs import run_columns, runs_of
from newsclean.site import SiteMemory
from newsclean.stages import Stage


def floats(*values: float) -> np.ndarray:
    return np.array(values, np.float32)


@pytest.fixture(scope="module")
def memory(valley: Any) -> SiteMemory:
    learned: SiteMemory = valley.learned(*(valley.page(n, teasers=(n + 1,)) for n in range(18)))
    return learned


def test_a_run_goes_on_over_blocks_without_words() -> None:
    runs = runs_of(repeats=floats(3, 0, 2, 0, 5), words=floats(4, 9, 0, 7, 2))
    assert runs.new.tolist() == [False, True, True, True, False]
    assert runs.start.tolist() == [0, 1, 1, 1, 4]
    assert runs.end.tolist() == [1, 4, 4, 4, 5]


def test_columns_of_runs() -> None:
    repeats, words = floats(0, 8, 0, 0, 4, 0), floats(10, 5, 20, 30, 5, 40)
    score = floats(0.1, 0.1, 0.9, 0.9, 0.1, 0.1)
    columns = run_columns(repeats, (repeats / 16).astype(np.float32), words, score)
    assert columns["run_share"].tolist() == [0.1, 0, 0.5, 0.5, 0, 0.4]
    assert columns["run_score"].tolist() == pytest.approx([0.1, 0, 0.9, 0.9, 0, 0.1])
    assert columns["run_liked_share"].tolist() == pytest.approx([0.02, 0, 0.9, 0.9, 0, 0.08])
    assert columns["in_best_run"].tolist() == [0, 0, 1, 1, 0, 0]
    assert columns["share_of_repeat_before"].tolist() == [0, 0.5, 0.5, 0.5, 0.25, 0.25]
    assert columns["share_of_repeat_behind"].tolist() == [0.5, 0.5, 0.25, 0.25, 0.25, 0]
    assert np.expm1(columns["blocks_since_repeat"]).tolist() == pytest.approx([1, 0, 1, 2, 0, 1])
    assert np.expm1(columns["blocks_till_repeat"]).tolist() == pytest.approx([1, 0, 2, 1, 0, 1])
    assert np.expm1(columns["run_blocks_before"]).tolist() == pytest.approx([0, 0, 0, 1, 0, 0])
    assert np.expm1(columns["run_blocks_behind"]).tolist() == pytest.approx([0, 0, 1, 0, 0, 0])
    assert np.expm1(columns["repeats_up_to_best_run"]).tolist() == pytest.approx([1, 1, 0, 0, 0, 1])
    assert np.expm1(columns["repeated_words_up_to_best_run"]).tolist() == pytest.approx([5, 5, 0, 0, 0, 5])
    assert np.sign(columns["from_best_run"]).tolist() == [-1, -1, 0, 1, 1, 1]
    assert np.sign(columns["from_best_run_end"]).tolist() == [-1, -1, -1, 0, 1, 1]


@pytest.mark.parametrize("repeats", [(0, 0, 0), (5, 5, 5), (5, 0, 5)])
@pytest.mark.parametrize("words", [(0, 0, 0), (3, 9, 1)])
def test_columns_are_finite_whatever_repeats(repeats: tuple[int, ...], words: tuple[int, ...]) -> None:
    columns = run_columns(floats(*repeats), floats(*(each / 5 for each in repeats)), floats(*words), floats(0, 1, 0))
    assert all(column.shape == (3,) and np.isfinite(column).all() for column in columns.values())


@pytest.mark.parametrize("mode", ["text", "html"])
def test_the_look_adds_to_the_scorers_log_odds(valley: Any, mode: str) -> None:
    make = valley.html_page if mode == "html" else valley.page
    document = read(make(5), mode)
    known = valley.learned(*(make(n) for n in range(9))).for_host(valley.HOST).lookup(document)
    scored = scorer(mode).score(View(document))
    names, table = site_table(scored.view, scored.score, known)
    trees = site_trees(mode)
    trees.expect(names)
    assert trees.bias.tolist() == [0]
    after = look_again(scored.view, scored.score, known, trees)
    added = log_odds(after) - log_odds(scored.score)
    told = trees.score(table)[0]
    assert added == pytest.approx(np.where(told > 0, LIFT, DROP) * told, abs=0.05)
    assert told.min() < -0.05
    assert told.max() > 0.05
    assert np.abs(added).max() > 0.05


def test_reasons_add_up_and_say_on_how_many_pages(valley: Any, memory: SiteMemory) -> None:
    host, source = memory.for_host(valley.HOST), valley.page(5, teasers=(6,))
    alone, page = explain(source), explain(source, site=host)
    named = set()
    for block, before in zip(page.blocks, alone.blocks, strict=True):
        added = [reason for reason in block.reasons if reason.name.startswith(("on ", "site's "))]
        own = [reason for reason in block.reasons if reason not in added]
        assert own == list(before.reasons)
        assert len(added) <= 1
        change = sum(reason.weight for reason in added)
        shown = [log_odds(np.array(each.score)) for each in (before, block)]
        if min(before.score, block.score, 1 - before.score, 1 - block.score) > 0.01:  # scores are rounded
            assert shown[1] - shown[0] == pytest.approx(change, abs=0.02)
        assert not added or (added[0].name == "site's other pages") == (block.text in valley.article(5) or change == 0)
        named |= {(block.text, reason.name) for reason in added}
    assert (valley.PROMO, "on 17 of this site's 17 pages") in named
    assert (valley.article(5)[0], "site's other pages") in named


def test_one_page_changes_nothing(valley: Any) -> None:
    for source in (valley.page(5), valley.html_page(5)):
        host = valley.learned(source).for_host(valley.HOST)
        assert explain(source, site=host) == explain(source)


def test_repeats_lose_and_paragraphs_of_the_article_gain(valley: Any, memory: SiteMemory) -> None:
    host, source = memory.for_host(valley.HOST), valley.page(5, teasers=(6,))
    alone, page = explain(source), explain(source, site=host)
    article = valley.article(5)
    for block, before in zip(page.blocks, alone.blocks, strict=True):
        assert (block.score > before.score) == (block.text in article), block.text
    assert all(paragraph in clean(source, site=host) for paragraph in article)


def test_a_page_without_an_article_stays_one(valley: Any, memory: SiteMemory) -> None:
    news = [
        "Frost closes both of the passes to the north",
        "Two ferries late after a night of fog",
        "Log in to comment",
    ]
    front = "\n\n".join(["Home", "Sport", "Culture", *news, "Bees return to the old orchard wall", "Imprint"])
    host = memory.for_host(valley.HOST)
    assert host.lookup(read(front, "text")).pages[0] == 18
    assert clean(front) == clean(front, site=host) == ""
    assert [block.score for block in explain(front, site=host).blocks] == [b.score for b in explain(front).blocks]


def test_memory_adds_to_a_second_opinion() -> None:
    dice = random.Random(5)
    words = ["river", "council", "winter", "budget", "doctor", "bridge", "market", "letter"]

    def page() -> str:
        prose = (" ".join(dice.choice(words) for _ in range(14)).capitalize() for _ in range(4))
        return (
            "<html><body>"
            + "".join(f"<div><p>{sentence}.</p></div>" for sentence in prose)
            + "<p>Home</p></body></html>"
        )

    pages = [page(), page()]
    memory = SiteMemory()
    memory.learn(("news.example", source) for source in pages)
    host = memory.for_host("news.example")
    doc, models = read(pages[0], "html"), Models(opinion_below=2)
    before, after = extract(doc, models), extract(doc, models, site=host)
    scores = after.scores
    assert scores.opinion is not None
    assert scores.stages.before(Stage.SITE).tolist() == before.scores.score.tolist()
    assert scores.known is not None
    expected = look_again(after.view, before.scores.score, scores.known, site_trees("html"))
    assert scores.score.tolist() == expected.tolist()
    assert scores.first_confidence == before.scores.first_confidence
    assert after.page().text == after.text
    for block, alone in zip(after.page().blocks, before.page().blocks, strict=True):
        names = {reason.name for reason in block.reasons}
        assert {reason.name for reason in alone.reasons if "trafilatura" in reason.name} <= names
