"""The network: what stands around a block counts as far as its layers reach, and the whole page in the mean."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from newsclean import explain
from newsclean.evidence.view import View
from newsclean.lab.fit_network import packed
from newsclean.reading.read import read
from newsclean.scoring import network
from newsclean.scoring.network import MOST, REACH, Network, unpacked
from newsclean.scoring.reasons import HEARD
from newsclean.scoring.scorer import NETWORK, log_odds, scorer

WIDTH, COLUMNS = 3, 4
DILATIONS = (1, 2)


def arrays(seed: int = 1, page: float = 0.0) -> dict[str, NDArray[np.float64]]:
    """Random weights; page: how much the whole page counts."""
    random = np.random.default_rng(seed)
    made = {
        "mean": np.array([0.0, 1.0, 0.0, 0.0]),
        "spread": np.array([1.0, 2.0, 1.0, 1.0]),
        "first": random.normal(size=(WIDTH, COLUMNS)),
        "first_bias": random.normal(size=WIDTH),
        "last": random.normal(size=WIDTH),
        "last_bias": np.array([0.5]),
        "direct": random.normal(size=COLUMNS),
    }
    for layer in range(len(DILATIONS)):
        made |= {
            f"weight_{layer}": random.normal(size=(WIDTH, 3 * WIDTH)),
            f"bias_{layer}": random.normal(size=WIDTH),
            f"gain_{layer}": np.ones(WIDTH),
            f"page_{layer}": page * random.normal(size=(WIDTH, WIDTH)),
        }
    return made


def made(page: float = 0.0, **changed: NDArray[np.float64]) -> Network:
    data: dict[str, Any] = {name: packed(array) for name, array in (arrays(page=page) | changed).items()}
    return Network({"names": list("abcd"), "dilations": list(DILATIONS), "arrays": data})


def table(n: int, seed: int = 5) -> NDArray[np.float32]:
    return np.random.default_rng(seed).normal(size=(COLUMNS, n)).astype(np.float32)


def test_arrays_come_back_as_half_precision_floats() -> None:
    array = np.array([[1.5, -0.25], [3e-4, 1000.0]])
    assert unpacked(packed(array)) == pytest.approx(array, rel=1e-3)
    assert unpacked(packed(array)).shape == (2, 2)


def test_a_block_hears_those_as_far_away_as_its_layers_reach() -> None:
    seen, changed = table(30), table(30)
    changed[:, 15] += 2
    moved = np.flatnonzero(np.abs(made().score(seen) - made().score(changed)) > 1e-5)
    assert set(moved) <= set(range(15 - sum(DILATIONS), 15 + sum(DILATIONS) + 1))
    assert {14, 15, 16, 18} <= set(moved)  # both sides, and farther than one layer


def test_every_block_hears_of_the_page() -> None:
    seen, changed = table(30), table(30)
    changed[:, 15] += 2
    assert (np.abs(made(1.0).score(seen) - made(1.0).score(changed)) > 1e-5).all()


@pytest.mark.parametrize("n", [1, 2, 7, 16, 50])
def test_parts_give_what_the_whole_page_gives(n: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = made(1.0).score(table(n))
    monkeypatch.setattr(network, "CHUNK", 7)
    assert made(1.0).score(table(n)) == pytest.approx(whole, abs=1e-4)


def test_numbers_far_from_the_mean_count_as_far_as_the_reach() -> None:
    near, far = np.zeros((COLUMNS, 5), np.float32), np.zeros((COLUMNS, 5), np.float32)
    near[1], far[1] = 1 + 2 * REACH, 1e6
    assert made().score(near) == pytest.approx(made().score(far), abs=1e-4)
    near[1] = 1 + REACH
    assert made().score(near) != pytest.approx(made().score(far), abs=1e-2)


def test_it_is_never_surer_than_its_bound() -> None:
    sure = made(last_bias=np.array([1000.0])).score(table(4))
    assert sure == pytest.approx(np.full(4, MOST))


def test_other_evidence_is_refused() -> None:
    with pytest.raises(ValueError, match="other evidence"):
        made().expect(["a", "b", "c", "e"])
    with pytest.raises(ValueError, match="their order"):
        made().expect(["b", "a", "c", "d"])


ARTICLE = "The ferry between Eldham and Sorrel Bay is to run again on Friday, eleven days after the storm. "
MENU, LIST = "[News](/news)\n\n[Sport](/sport)", "Share this\n\nMost read\n\n[Council votes on tram](/tram)"
PAGE = f"{MENU}\n\n{ARTICLE * 3}\n\n{ARTICLE * 2}\n\n{LIST}"


TEXT_PAGE = f"News\nSport\nMy account\n\n{ARTICLE * 3}\n\n{ARTICLE * 2}\n\nShare this\nMost read\nCouncil votes on tram"


HTML_PAGE = (
    f'<nav class="menu"><a href="/news">News</a></nav><main class="story"><p>{ARTICLE * 3}</p>'
    f'<p>{ARTICLE * 2}</p></main><ul class="most-read"><li><a href="/tram">Council votes on tram</a></li></ul>'
)


@pytest.mark.parametrize(
    ("mode", "page"),
    [
        ("markdown", PAGE),
        ("text", TEXT_PAGE),
        ("run_on", TEXT_PAGE.replace("\n", " ")),
        ("html", HTML_PAGE),
        ("thin", HTML_PAGE),
    ],
)
def test_log_odds_are_a_mean_of_both(mode: str, page: str) -> None:
    known = scorer(mode)
    scored = known.score(View(read(page, {"thin": "html", "run_on": "text"}.get(mode, mode))))
    assert known.networks is not None
    trees, heard = known.second.score(scored.table)[0], known.networks.score(scored.table[: len(known.first.names)])
    share = scored.network
    assert min(NETWORK[known.mode]) <= share <= max(NETWORK[known.mode])
    assert log_odds(scored.score) == pytest.approx((1 - share) * trees + share * heard, abs=2e-2)


def test_it_weighs_less_on_a_clean_text() -> None:
    days = ("Monday", "Tuesday", "Wednesday", "Thursday")
    prose = "\n\n".join(f"On {day} the pilot, who had seen the ferry sail, said he was glad of it." for day in days)
    dirty, clean = (scorer("text").score(View(read(text, "text"))) for text in (TEXT_PAGE + "\nMore" * 200, prose))
    assert dirty.network == pytest.approx(NETWORK["text"][0])
    assert NETWORK["text"][1] <= clean.network < dirty.network


def test_it_weighs_less_in_html_without_a_label() -> None:
    words = "".join(f"<p>{text}</p>" for text in (ARTICLE * 3, ARTICLE * 2))
    doc = read(f'<p><a href="/news">News</a></p>{words}<p><a href="/tram">Council votes on tram</a></p>', "html")
    assert doc.mode == "markdown"
    assert scorer("markdown").score(View(doc)).network == NETWORK["html"][0] < NETWORK["markdown"][0]


def test_what_it_says_is_a_reason() -> None:
    page = explain(PAGE, kind="markdown")
    heard = [reason.weight for block in page.blocks for reason in block.reasons if reason.name == HEARD]
    assert len(heard) > len(page.blocks) / 2
    assert max(heard) > 0 > min(heard)
