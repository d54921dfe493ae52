"""The measure against cases worked by hand, and against the script it must agree with."""

from __future__ import annotations

import importlib.util
import random
from types import ModuleType

import pytest

from newsclean.lab.corpora import corpora_folder, read_corpus
from newsclean.lab.measure import Counts, Gold, average, interval, snippets, tokens

SCRIPT = corpora_folder().parent / "bench" / "score.py"
CORPORA = ("fundus", "newspaper4k")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, []),
        ("", []),
        ("The mayor's re-election, 3.5 %", ["The", "mayor", "s", "re", "election", "3", "5"]),
        ("市長は", ["市", "長", "は"]),
        ("iPhone発売", ["iPhone", "発", "売"]),
        ("ที่นี่", ["ท", "น"]),  # vowel signs and tone marks are no word characters
    ],
)
def test_tokens(text: str | None, expected: list[str]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("gold", "text", "expected"),
    [
        ("a b c d e", "a b c d e", Counts(2, 0, 0, 1.0)),
        ("a b c d e", "a b c d", Counts(1, 0, 1, 0.0)),
        ("a b c d", "x a b c d", Counts(1, 1, 0, 0.0)),
        ("a b c d", "a, b. C d", Counts(0, 1, 1, 0.0)),
        ("a b c d a b c d", "a b c d", Counts(1, 0, 4, 0.0)),
        ("a b c d", "a b c d a b c d", Counts(1, 4, 0, 0.0)),
        ("a b", "a b", Counts(1, 0, 0, 1.0)),
        ("a b", "a b c", Counts(0, 1, 1, 0.0)),
        ("a b c d", "b c d", Counts(0, 1, 1, 0.0)),
        ("a b c d", "", Counts(0, 0, 1, 0.0)),
        ("", "a", Counts(0, 1, 0, 0.0)),
        ("", "", Counts(0, 0, 0, 1.0)),
    ],
)
def test_counts(gold: str, text: str, expected: Counts) -> None:
    assert Gold(gold).counts(text) == expected


def test_optional_paragraphs_count_either_way() -> None:
    gold = Gold("a b c d\n\ne f g h\n\ni j k l", ["a b c d", "i j k l"])
    for text in ("a b c d e f g h i j k l", "e f g h i j k l", "a b c d e f g h", "e f g h"):
        assert gold.counts(text).exact == 1.0
    assert gold.counts("a b c d i j k l").exact == 0.0


def test_many_optional_paragraphs_count_all_or_none() -> None:
    optional = [f"w{i} x{i} y{i} z{i}" for i in range(5)]
    body = "\n\n".join([*optional, "a b c d"])
    gold = Gold(body, optional)
    assert gold.counts(body).exact == 1.0
    assert gold.counts("a b c d").exact == 1.0
    assert gold.counts("\n\n".join([optional[0], "a b c d"])).exact == 0.0


def test_average_is_f1_of_averages() -> None:
    figures = average([Counts(1, 1, 0, 0.0), Counts(2, 0, 2, 1.0), Counts(0, 0, 3, 0.0)])
    assert figures.precision == pytest.approx((0.5 + 1.0) / 2)  # the page without text has no precision
    assert figures.recall == pytest.approx((1.0 + 0.5 + 0.0) / 3)
    assert figures.f1 == pytest.approx(2 * 0.75 * 0.5 / 1.25)
    assert figures.exact == pytest.approx(1 / 3)


def test_average_of_nothing() -> None:
    with pytest.raises(ValueError, match="no pages"):
        average([])


def test_interval_holds_the_value_and_repeats() -> None:
    rows = [Counts(random.Random(i).randint(1, 9), i % 3, i % 4, float(i % 2)) for i in range(60)]
    ends = interval(rows)
    assert ends == interval(rows)
    assert all(low < value < high for value, low, high in ends.values())
    assert ends["f1"].value == average(rows).f1


def test_snippets_fold_white_space() -> None:
    page = {"with": ["one  two", "three"], "without": ["four\nfive", "six"]}
    assert snippets(page, "zero one\ntwo four five") == (1, 2, 1, 2)


@pytest.fixture(scope="module")
def script() -> ModuleType:
    if not SCRIPT.exists():
        pytest.skip("the scoring script is not beside the checkout")
    spec = importlib.util.spec_from_file_location("score", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("corpus", CORPORA)
def test_same_figures_as_the_script(script: ModuleType, corpus: str) -> None:
    rows, expected, dice = [], [], random.Random(7)
    for page in list(read_corpus(corpus, corpora_folder()))[:25]:
        paragraphs = page["body"].split("\n\n")
        worse = [p for p in paragraphs if dice.random() < 0.8] + [page["title"] or "", *paragraphs[:1]]
        for text in ("\n\n".join(worse), page["body"]):
            rows.append(Gold.of(page).counts(text))
            expected.append(script.page_counts(page, text))
    assert [tuple(row) for row in rows] == expected
    assert average(rows)._asdict() == pytest.approx(script.average(expected))
    for name, ends in interval(rows).items():
        assert ends == pytest.approx(script.interval(expected, times=300)[name], abs=0.05)  # other dice
