"""Hosts: which addresses have one, and that it is the one under which a site is kept."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsclean.hosts import fold_host, host_of


@pytest.mark.parametrize(
    "url",
    [
        "https://www.gazette.example/1",
        "HTTP://Gazette.Example:8080/1#top",
        "//gazette.example/1",
        "gazette.example/1",
        "www.gazette.example:443/1?from=http://other.example/",
        " gazette.example/ ",
    ],
)
def test_an_address_has_the_host_that_its_site_is_kept_under(url: str) -> None:
    assert host_of(url) == fold_host(url) == "gazette.example"


@pytest.mark.parametrize(
    "url",
    [
        *(None, "", "  ", "/", "#x", "http://", "http://[::1/x", "https:///1"),
        *("12", "n/a", "about:blank", "/news/1", "//", "story.html", "2024/05/story.html", "../1.html", "data:a/b.c/"),
        *("https:gazette.example/1", "mailto:news@gazette.example/", f"https://{'a' * 256}/1"),
    ],
)
def test_what_is_no_address_has_no_host(url: str | None) -> None:
    assert host_of(url) is None


@given(st.lists(st.sampled_from([*"ab./:@?#[]%- \té", "www.", "xn--", "//"]), max_size=12).map("".join))
@example("gazette.example :443")
@example("[::1]:8080")
@example("www.www.gazette.example. /1")
def test_a_folded_host_folds_to_itself(host: str) -> None:
    assert fold_host(fold_host(host)) == fold_host(host)


@pytest.mark.parametrize("before", ["www.", ". ", "www. "])
def test_time_is_linear_in_what_stands_around_a_host(before: str, check_linear: Callable[..., None]) -> None:
    number = count()  # a host that was folded before is known

    def fold(size: int) -> None:
        name = f"{next(number)}.example"
        assert fold_host(f"{before * size}{name}{'. ' * size}") == name

    check_linear(fold, 10_000, 100_000)


def test_hosts_are_strings() -> None:
    with pytest.raises(TypeError, match="a host is a str, not int"):
        fold_host(5)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("host", "folded"),
    [
        ("XN--BCHER-KVA.example", "bücher.example"),
        ("bu\u0308cher.example", "bücher.example"),
        ("www.xn--strae-oqa.example", "straße.example"),
        ("xn--bcher-kva.xn--strae-oqa.example:80", "bücher.straße.example"),
        ("xn--mgba3gch31f060k.example", "نامه\u200cای.example"),
        ("xn--news-.example", "xn--news-.example"),
        ("xn--zzzzzzzz.xn--bcher-kva.example", "xn--zzzzzzzz.bücher.example"),
        (f"xn--{'9' * 60}.example", f"xn--{'9' * 60}.example"),
    ],
)
def test_a_host_in_ascii_is_the_one_in_its_own_letters(host: str, folded: str) -> None:
    assert fold_host(host) == fold_host(folded) == folded


@pytest.mark.parametrize("host", ["www.www.gazette.example", "WWW.www.gazette.example.", "xn--azc0c9a", "www."])
def test_a_folded_host_is_folded(host: str) -> None:
    assert fold_host(fold_host(host)) == fold_host(host)
