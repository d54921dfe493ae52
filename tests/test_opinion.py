"""The second opinion: asked where confidence is low, heard as evidence, and never able to harm a page by failing."""

from __future__ import annotations

import logging
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

import newsclean.page_scores
from newsclean import clean, explain
from newsclean.evidence.view import View
from newsclean.extraction import Extraction, extract
from newsclean.models import Models
from newsclean.page_scores import PageScores
from newsclean.reading.read import read
from newsclean.scoring.confidence import confidence
from newsclean.scoring.opinion import find, lines_view, opinion_table, opinion_trees, weigh
from newsclean.scoring.opinion_text import MOST_DEPTH, MOST_SOURCE, other_text
from tests.texts import ISLAND

TEASER = "A baker in Lower Quay has won the county prize for rye bread for a third year running."
PAGE = (
    "<html><head><title>Ferry returns</title></head><body><nav><a href='/'>Home</a><a href='/s'>Sport</a></nav>"
    "<article>"
    f"<h1>Ferry returns</h1>{''.join(f'<p>{text}</p>' for text in ISLAND)}</article>"
    f"<aside><h3>More news</h3><p><a href='/b'>{TEASER}</a></p></aside></body></html>"
)


def scores(limit: float, page: str = PAGE) -> PageScores:
    return PageScores(read(page, "html"), Models(opinion_below=limit))


def extracted(limit: float) -> Extraction:
    return extract(read(PAGE, "html"), Models(opinion_below=limit))


def test_blocks_are_found_in_the_others_lines() -> None:
    doc = read(PAGE, "html")
    found = find(View(doc), lines_view("\n\n".join(ISLAND[:2])))
    texts = doc.text.split("\n")[:-1]
    share = dict(zip(texts, found.share.tolist(), strict=True))
    assert [share[text] for text in ISLAND] == [1.0, 1.0, 0.0]
    assert share[TEASER] == 0.0
    place = dict(zip(texts, found.place.tolist(), strict=True))
    assert 0 <= place[ISLAND[0]] < place[ISLAND[1]] < 1
    assert place[TEASER] == -1


def test_short_block_is_held_only_as_a_whole_line() -> None:
    doc = read("<p>Why now?</p><p>Now</p><p>Why</p>", "html")
    found = find(View(doc), lines_view("Why now?\nNow that it has come to this, nobody knows why"))
    assert found.whole.tolist() == [1.0, 0.0, 0.0]
    assert found.share.tolist() == [1.0, 0.0, 0.0]


@pytest.mark.parametrize("other", ["", "?!", "One", "\n\n \n", "港が開いた。"])
def test_table_of_any_text_is_finite(other: str) -> None:
    first = scores(limit=0)
    names, table = opinion_table(first.scored, other, 0.5)
    assert table.shape == (len(names), len(first.doc))
    assert np.isfinite(table).all()
    assert tuple(names) == opinion_trees().names


def test_asked_only_below_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(newsclean.page_scores, "other_text", asked.append)
    sure = scores(limit=0).first_confidence
    scores(limit=sure)
    assert not asked
    scores(limit=sure + 0.01)
    assert len(asked) == 1


def test_text_and_empty_pages_are_never_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(newsclean.page_scores, "other_text", asked.append)
    PageScores(read("\n".join(ISLAND), "text"), Models(opinion_below=2))
    scores(limit=2, page="<html></html>")
    assert not asked


def test_page_without_an_article_is_never_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(newsclean.page_scores, "other_text", asked.append)
    front = "".join(f"<li><a href='/{n}'>A baker wins the county prize</a></li>" for n in range(20))
    first = scores(1.1, f"<html><body><ul>{front}</ul></body></html>")
    assert not first.kept.any()
    assert not asked


def test_opinion_moves_scores_its_own_way() -> None:
    # of two opinions that differ in one paragraph alone, the one that keeps it never scores it lower
    def score_with(other: str) -> dict[str, float]:
        first = scores(limit=0)
        made = weigh(first.scored, other, 0.2, opinion_trees())
        return dict(zip(first.doc.text.split("\n")[:-1], made.score.tolist(), strict=True))

    less, more = score_with("\n".join(ISLAND[:2])), score_with("\n".join(ISLAND))
    assert more[ISLAND[2]] > less[ISLAND[2]]


def test_reasons_name_the_second_opinion() -> None:
    page = extracted(limit=2).page()
    named = {reason.name for block in page.blocks for reason in block.reasons if "opinion" in reason.name}
    assert named <= {"second opinion, which keeps it", "second opinion, which drops it"}
    kept = next(block for block in page.blocks if block.text == ISLAND[0])
    assert "second opinion, which keeps it" in {reason.name for reason in kept.reasons}
    assert page.text == extracted(limit=2).text
    assert pickle.loads(pickle.dumps(page)) == page


def test_confidence_is_that_of_the_last_decision() -> None:
    second, first = extracted(limit=2), extracted(limit=0)
    assert second.scores.first_confidence == first.scores.first_confidence
    scores, selection = second.scores, second.selection
    assert second.confidence == confidence(scores.scored, selection.score, selection.kept, scores.scorer.confidence)
    assert second.page().confidence == second.confidence != first.confidence


def test_a_failing_extractor_leaves_the_first_decision(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    from newsclean.scoring import opinion_text

    def fail(*_: object, **__: object) -> str:
        raise RecursionError("too deep")

    first = extracted(limit=0)
    opinion_text.trafilatura.cache_clear()
    monkeypatch.setattr(trafilatura, "extract", fail)
    try:
        second = extracted(limit=2)
    finally:
        opinion_text.trafilatura.cache_clear()
    assert second.scores.opinion is None
    assert second.scores.score.tolist() == first.scores.score.tolist()
    assert second.text == first.text


def test_what_it_logs_reaches_nobody(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    logger = logging.getLogger("trafilatura.core")

    def extract(source: str) -> str:
        logger.warning("discarding data")
        with ThreadPoolExecutor(1) as other:
            other.submit(logger.warning, "of another thread").result()
        raise ValueError(source)

    assert other_text(read(PAGE, "html"), extract) == ""
    assert other_text(read("<p>Ferry</p>", "html")) is not None
    logger.warning("behind it")
    assert caplog.messages == ["of another thread", "behind it"]


def test_a_missing_extractor_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from newsclean.scoring import opinion_text

    opinion_text.trafilatura.cache_clear()
    monkeypatch.setitem(sys.modules, "trafilatura", None)  # as where it, or what it needs, cannot be imported
    try:
        with pytest.raises(ImportError, match="trafilatura"):
            scores(limit=2)
    finally:
        opinion_text.trafilatura.cache_clear()


def test_pages_too_long_or_too_deep_are_not_handed_over() -> None:
    def never(source: str) -> str:
        raise AssertionError(f"was handed {len(source)} characters")

    handed: list[str] = []

    def keep(source: str) -> str:
        handed.append(source)
        return source

    deep = "<div>" * (MOST_DEPTH + 50) + ISLAND[0] + "</div>" * (MOST_DEPTH + 50)
    long = f"<p>{ISLAND[0]}</p><!--{'x' * MOST_SOURCE}-->"
    for page in (deep, long):
        assert other_text(read(page, "html"), keep) == ""
    assert not handed
    assert other_text(read(PAGE, "html"), never) == ""  # what it raises is nobody's trouble
    assert other_text(read(PAGE, "html"), str.upper) == PAGE.upper()


def test_clean_and_explain_ask_alike() -> None:
    page = f"<div>{ISLAND[0]}</div><div><a href='/b'>{TEASER}</a></div><div>Share</div><div>{ISLAND[1]}</div>" * 3
    assert explain(page, kind="html").text == clean(page, kind="html")


def test_its_import_logs_nothing() -> None:
    code = (
        "import logging; logging.basicConfig(level=1)\n"
        "from newsclean.scoring.opinion_text import trafilatura; trafilatura()('<p>Ferry</p>')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "htmldate" not in done.stderr


def test_trafilatura_is_not_imported_before_it_is_asked() -> None:
    code = "import sys, newsclean; newsclean.clean('A sentence of a report.'); print('trafilatura' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def short_page() -> str:
    """A paragraph above other stories, each of which is a link."""
    others = "".join(f"<div><a href='/b'>{text}</a></div>" for text in [TEASER, *[f"{TEASER} {n}." for n in range(3)]])
    head = "<head><title>Ferry returns</title></head>"
    return f"<html>{head}<body><h1>Ferry returns</h1><p>{ISLAND[0]}</p>{others}</body></html>"


def raised(page: str, live: bool = False, theirs: str = "") -> list[str]:
    """The blocks that are likelier by another's text, which has all of the page, or what is given."""
    own = PageScores(read(page, "html"), Models(single_pass=True)).scored
    blocks = own.view.doc.text.split("\n")[:-1]
    after = weigh(own, theirs or "\n\n".join(blocks), 0.1, opinion_trees(), live).score
    return [text for text, one, other in zip(blocks, own.score, after, strict=True) if other > one]


def test_who_keeps_all_of_a_page_with_a_short_article_raises_nothing_far_from_it() -> None:
    page = short_page()
    assert [text for text in raised(page) if text.startswith(TEASER)] in ([], [TEASER])
    assert len([text for text in raised(page, live=True) if text.startswith(TEASER)]) > 1


def test_who_keeps_some_of_it_may() -> None:
    assert TEASER in raised(short_page(), theirs=TEASER)
