"""Many sources at once: in order, with errors where they stand, and wrong options refused at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import newsclean.api
from newsclean import Role, SiteMemory, clean, clean_many
from newsclean.options import OnError
from tests.texts import FIXED, PAGE


def test_the_pages_of_these_tests_are_cleaned() -> None:
    assert all(0 < len(clean(source)) < len(source) for source in FIXED[:3])


def test_many_are_cleaned_in_order_and_only_when_asked_for() -> None:
    asked = []

    def sources() -> Iterator[str]:
        for i, source in enumerate(FIXED):
            asked.append(i)
            yield source

    cleaned = clean_many(sources())
    assert asked == []
    assert next(cleaned) == clean(FIXED[0])
    assert asked == [0]
    assert [*cleaned] == [clean(source) for source in FIXED[1:]]


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("on_error", ["raise", "keep"])
def test_pages_before_an_error_of_the_iterable_come_first(on_error: OnError, workers: int) -> None:
    def sources() -> Iterator[str]:
        yield from FIXED
        raise OSError("the disk went away")

    cleaned = clean_many(sources(), workers=workers, on_error=on_error)
    assert [next(cleaned) for _ in FIXED] == [clean(source) for source in FIXED]
    with pytest.raises(OSError, match="the disk went away"):
        next(cleaned)
    assert [*cleaned] == []


@pytest.mark.parametrize("options", [{}, {"prefer": "recall"}, {"keep": {Role.HEADLINE}}, {"kind": "text"}])
def test_many_take_the_options_of_one(options: dict[str, Any]) -> None:
    assert [*clean_many(FIXED, **options)] == [clean(source, **options) for source in FIXED]


def fail_on_bridges(monkeypatch: pytest.MonkeyPatch) -> None:
    extract = newsclean.api._extract

    def broken(source: str | bytes, *rest: Any) -> Any:
        if source in ("bridge", b"br\xfccke"):
            raise RuntimeError("no bridges")
        return extract(source, *rest)

    monkeypatch.setattr(newsclean.api, "_extract", broken)


def test_an_error_is_raised_where_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    fail_on_bridges(monkeypatch)
    cleaned = clean_many([PAGE, "bridge", PAGE])
    assert next(cleaned) == clean(PAGE)
    with pytest.raises(RuntimeError, match="no bridges"):
        next(cleaned)


@pytest.mark.parametrize("workers", [None, 2])
def test_behind_an_error_the_next_page_comes(workers: int | None) -> None:
    cleaned = clean_many([PAGE, None, FIXED[0]], workers=workers)  # type: ignore[list-item]
    assert next(cleaned) == clean(PAGE)
    with pytest.raises(TypeError, match="None"):
        next(cleaned)
    assert [*cleaned] == [clean(FIXED[0])]


def test_a_source_that_fails_is_kept_as_it_came_and_the_log_says_why(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    fail_on_bridges(monkeypatch)
    cleaned = clean_many([PAGE, "bridge", b"br\xfccke", PAGE], on_error="keep")
    assert [*cleaned] == [clean(PAGE), "bridge", "br\ufffdcke", clean(PAGE)]
    assert [record.getMessage().partition(": ")[0] for record in caplog.records] == [
        "a page failed and is passed on as it came"
    ] * 2


@pytest.mark.parametrize("error", [FileNotFoundError(2, "No such file", "text.json"), ModuleNotFoundError("no lxml")])
def test_a_broken_installation_is_no_page_s_fault(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: Any) -> Any:
        raise error

    monkeypatch.setattr(newsclean.api, "_extract", broken)
    with pytest.raises(type(error)):
        next(clean_many([PAGE], on_error="keep"))


@pytest.mark.parametrize("on_error", ["raise", "keep"])
def test_what_is_no_source_is_never_kept(on_error: OnError) -> None:
    with pytest.raises(TypeError, match="None"):
        [*clean_many([PAGE, None], on_error=on_error)]  # type: ignore[list-item]


@pytest.mark.parametrize("on_error", ["raise", "keep"])
@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"kind": "htlm"}, ValueError),
        ({"prefer": "f1"}, ValueError),
        ({"keep": {"boddy"}}, ValueError),
        ({"keep": "body"}, TypeError),
        ({"favour": "recall"}, TypeError),
        ({"site": SiteMemory()}, TypeError),
    ],
)
def test_a_wrong_option_of_many_is_no_page_s_fault(
    options: dict[str, Any], error: type[Exception], on_error: OnError
) -> None:
    with pytest.raises(error):
        clean_many([PAGE], on_error=on_error, **options)


def test_an_unknown_option_of_many_is_named_with_the_call() -> None:
    with pytest.raises(TypeError, match=r"^clean_many\(\) .*'favour'"):
        clean_many([PAGE], favour="recall")  # type: ignore[call-arg]


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("page", [PAGE, PAGE.encode(), ""], ids=["str", "bytes", "empty"])
def test_one_page_is_not_many(page: str | bytes, workers: int) -> None:
    with pytest.raises(TypeError, match="for one page use clean"):
        clean_many(page, workers=workers)  # type: ignore[arg-type]


@pytest.mark.parametrize("workers", [None, 1, 2])
@pytest.mark.parametrize("sources", [5, None, 2.5])
def test_what_is_no_iterable_is_refused_at_once(sources: Any, workers: int | None) -> None:
    with pytest.raises(TypeError, match="not iterable"):
        clean_many(sources, workers=workers)


@pytest.mark.parametrize(("options", "said"), [({"on_error": "skip"}, "on_error"), ({"workers": 0}, "workers")])
def test_how_many_are_worked_on_is_checked_at_once(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        clean_many([PAGE], **options)


@pytest.mark.parametrize("workers", [1.9, 2.0, "2", b"2", [2]])
def test_workers_are_counted_in_whole_numbers(workers: Any) -> None:
    with pytest.raises(TypeError, match="workers must be a whole number or None, not"):
        clean_many([PAGE], workers=workers)
