"""Another scorer is heard where a page of HTML is in doubt: the chances move towards its own, whatever is preferred."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import explain
from newsclean.decision import decide
from newsclean.evidence.view import View
from newsclean.models import Models
from newsclean.page_scores import PageScores
from newsclean.reading.html import read_html
from newsclean.reading.read import read
from newsclean.scoring import scorer as scorers
from newsclean.scoring.averaged import SHARE, averaged
from newsclean.scoring.confidence import first_confidence
from newsclean.scoring.scorer import Scorer, log_odds

NAME = "as scored without labels"
SENTENCES = [
    f"The ferry to the northern islands will not sail before {day}, said the harbour master, who blamed the wind."
    for day in ("Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
]
PLAIN = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
DOUBTFUL = "".join(
    f'<div class="teaser-story related-item"><a href="/{i}">Ferry {i}</a><p>{sentence}</p></div>'
    for i, sentence in enumerate(SENTENCES)
)


def page(body: str) -> str:
    menu = '<nav class="menu"><a href="/">Home</a> <a href="/sea">Sea</a></nav><div class="share">Share this</div>'
    head = "<!DOCTYPE html><html><head><title>Ferry</title></head>"
    return f'{head}<body>{menu}<div class="body">{body}</div></body></html>'


def confidence(source: str) -> float:
    scorer = scorers.scorer("html")
    scored = scorer.score(View(read_html(source)))
    return first_confidence(scored, decide(scored, scored.score, scored.balanced), scorer.first_confidence)


def heard(source: str) -> bool:
    return any(reason.name == NAME for block in explain(source, kind="html").blocks for reason in block.reasons)


def test_only_below_a_confidence(monkeypatch: pytest.MonkeyPatch) -> None:
    source = page(DOUBTFUL)
    for least, expected in ((-0.01, False), (0.01, True)):
        monkeypatch.setattr("newsclean.page_scores.DOUBT", confidence(source) + least)
        assert heard(source) is expected


def test_not_where_labels_say_little(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsclean.page_scores.DOUBT", 1.1)
    assert not heard(page(PLAIN))


def test_chances_move_by_a_share_towards_the_other_scorer_counted_from_its_threshold() -> None:
    view, own = View(read_html(page(DOUBTFUL))), scorers.scorer("html")
    scored, other = own.score(view), scorers.scorer("thin").score(view)
    low, high = log_odds(np.array([other.balanced, scored.balanced]))
    expected = log_odds(scored.score) * (1 - SHARE) + (log_odds(other.score) - low + high) * SHARE
    assert log_odds(averaged(scored, scorers.scorer("thin")).score) == pytest.approx(expected, abs=1e-3)


@pytest.mark.parametrize("prefer", ["precision", "recall"])
def test_the_same_chances_whatever_is_preferred(prefer: str) -> None:
    view, own, other = View(read_html(page(DOUBTFUL))), scorers.scorer("html"), scorers.scorer("thin")
    balanced, preferred = (averaged(own.score(view, one), other).score for one in ("balanced", prefer))
    assert np.array_equal(balanced, preferred)


def test_a_page_without_an_article_and_a_text_are_left_alone() -> None:
    asked: list[str] = []

    def reader(mode: str) -> Scorer:
        asked.append(mode)
        return scorers.scorer(mode)

    models = Models(reader, opinion=None)
    PageScores(read_html(page("<nav class='menu'><a href='/1'>One</a></nav>")), models)
    PageScores(read("\n\n".join(SENTENCES), "text"), models)
    assert asked == ["html", "text"]
