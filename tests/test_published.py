"""When a page was published: what markup says, in ISO 8601."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import explain
from newsclean.reading.published import find_published, iso_date

COMPACT = st.from_regex(r"20[0-9]{2}[01][0-9][0-3][0-9]T?[0-9]{4}([+-][0-9]{2}([0-9]{2})?)?", fullmatch=True)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2023-12-20", "2023-12-20"),
        ("2024-5-1", "2024-05-01"),
        ("2013/02/17 22:15:42", "2013-02-17T22:15:42"),
        ("2023-12-20T07:30:00.000-05:00", "2023-12-20T07:30:00.000-05:00"),
        (" 2023-04-28T16:46:34Z ", "2023-04-28T16:46:34Z"),
        ("2024-05-01T12:00 +0200", "2024-05-01T12:00+02:00"),
        ("2024-05-01T12:00:00+02:00[Europe/Berlin]", "2024-05-01T12:00:00+02:00"),
        ("2023-12-24 00:40:00 EST", "2023-12-24T00:40:00"),
        ("20100812", "2010-08-12"),
        ("20180619T055000+0900", "2018-06-19T05:50+09:00"),
        ("Fri, 22 Dec 2023 17:15:49 +0000", "2023-12-22T17:15:49+00:00"),
        ("Sat, 17 Feb 2024 13:45:00 GMT", "2024-02-17T13:45:00Z"),
        ("Fri Apr 28 19:20:36 CEST 2023", "2023-04-28T19:20:36"),
        ("28.04.2023 19:20", "2023-04-28T19:20"),
        ("12/20/2023 20:41:43", "2023-12-20T20:41:43"),
        ("20/12/2023", "2023-12-20"),
        ("05/05/2013", "2013-05-05"),
        ("202403121530", "2024-03-12T15:30"),
        ("20240312T2359Z", "2024-03-12T23:59Z"),
        ("2024-03-12T10:00+14:00", "2024-03-12T10:00+14:00"),
        ("2024-03-12T10:00-0330", "2024-03-12T10:00-03:30"),
        ("2024-03-12 10:00:00.5+00", "2024-03-12T10:00:00.5+00:00"),  # as databases print it
        ("20240312T1000-05", "2024-03-12T10:00-05:00"),
        ("2024-03-12t10:00:00z", "2024-03-12T10:00:00Z"),
        ("March 12, 2024", "2024-03-12"),
        ("Tuesday, Mar. 12, 2024, 10:30", "2024-03-12T10:30"),
        ("12 September 2023", "2023-09-12"),
        ("Sept 3, 2023", "2023-09-03"),
        ("1710230400", "2024-03-12T08:00:00Z"),  # seconds since 1970, and milliseconds
        ("1623942000000", "2021-06-17T15:00:00Z"),
    ],
)
def test_dates_that_leave_no_doubt(text: str, iso: str) -> None:
    assert iso_date(text) == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("202403129999", "2024-03-12"),
        ("20240312T2575", "2024-03-12"),
        ("20240312T2400Z", "2024-03-12"),
        ("20240312T1260+0100", "2024-03-12"),
        ("2024-03-12T10:00+25:99", "2024-03-12T10:00"),
        ("2024-03-12T10:00+14:30", "2024-03-12T10:00"),
        ("2024-03-12 10:00-17", "2024-03-12T10:00"),
        ("2024-03-12 10:00 -0160", "2024-03-12T10:00"),
        ("202403121530+9900", "2024-03-12T15:30"),
        ("Tue, 12 Mar 2024 10:00:00 -9900", "2024-03-12T10:00:00"),
    ],
)
def test_what_no_clock_shows_is_left_out(text: str, iso: str) -> None:
    assert iso_date(text) == iso


@pytest.mark.parametrize(
    "text",
    [
        *("", "2019", "2019-05", "04/05/2013", "2022-02-112023-05-08", "0000-00-00", "2019-02-30", "99999999"),
        *(
            "2024031210",
            "9623942000000",
            "Avr 12, 2024",
            "yesterday",
            "7 Foo 2012",
            "2019-12-31 24:00",
            "12:30",
            "2023-W01",
            "31.13.2020",
        ),
    ],
)
def test_what_is_no_date_or_may_be_two(text: str) -> None:
    assert iso_date(text) == ""


@given(st.text(max_size=40) | st.text(alphabet="0123456789-/:.TZ +", max_size=30) | COMPACT)
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = iso_date(text)
    assert not found or (iso_date(found) == found and datetime.fromisoformat(found))


def test_the_surest_that_can_be_read_is_taken() -> None:
    meta = {"date": "2020-01-02", "article:published_time": "2020-03-04T05:06Z"}
    assert find_published(["2020-02-03"], meta, []) == "2020-02-03"
    assert find_published(["03/02/2020"], meta, []) == "2020-03-04T05:06Z"
    assert find_published([], {"date": meta["date"]}, []) == "2020-01-02"
    assert find_published(["03/02/2020"], {}, [{"datetime": "2020-05-06"}]) == "2020-05-06"
    assert find_published(["03/02/2020"], {}, []) == "03/02/2020"
    assert find_published(["soon"], {}, []) == ""


@pytest.mark.parametrize(
    ("elements", "date"),
    [
        ([{"datetime": "2020-01-01"}, {"datetime": "2020-02-02", "itemprop": "datePublished"}], "2020-02-02"),
        ([{"datetime": "2020-01-01"}, {"content": "2020-02-02", "property": "dc:date"}], "2020-02-02"),
        ([{"title": "2020-01-01"}, {"title": "2020-02-02", "class": "published"}], "2020-02-02"),
        ([{"datetime": "2020-01-01"}, {"datetime": "2020-02-02", "pubdate": ""}], "2020-02-02"),
        ([{"datetime": "2020-01-01", "class": "updated"}, {"datetime": "2020-02-02"}], "2020-02-02"),
        ([{"datetime": "today"}, {"datetime": "2020-02-02"}, {"datetime": "2020-03-03"}], "2020-02-02"),
        ([{"datetime": "2020-01-01", "itemprop": "dateModified"}, {"title": "2020-02-02"}], ""),
    ],
)
def test_an_element_that_says_what_its_date_is_comes_first(elements: list[dict[str, str]], date: str) -> None:
    assert find_published([], {}, elements) == date


def test_an_element_without_text_tells_the_date_of_a_page() -> None:
    body = "".join(
        f"<p>Paragraph {n} of the story tells what the council said on Monday about bridges.</p>" for n in "abc"
    )
    head = '<meta itemprop="datePublished" content="2020-02-03T04:05:06Z">'
    assert explain(f"<html><head>{head}</head><body>{body}</body></html>").published == "2020-02-03T04:05:06Z"
    time = '<time datetime="Mon, 03 Feb 2020 04:05:06 +0000"></time>'
    assert explain(f"<html><body>{time}{body}</body></html>").published == "2020-02-03T04:05:06+00:00"


ARTICLE = "<article><h1>Bridge closed</h1>{}" + "".join(
    f"<p>Paragraph {n} of the story tells what the council said on {day} about bridges, and what it did not say.</p>"
    for n, day in (("one", "Monday"), ("two", "Tuesday"), ("three", "Thursday"))
) + "</article>"  # fmt: skip
OTHER = "<time datetime='2020-05-05'>Tuesday</time>"


@pytest.mark.parametrize(
    "other",
    [
        f"<section id='comments'><h3>1 comment</h3><p>ada {OTHER}</p><p>I cross it every day.</p></section>",
        f"<ol class='comment-list'><li><article class='body'>ada {OTHER}<p>I cross it.</p></article></li></ol>",
        f"<aside><h3>More</h3><a href='/x'>Ferry runs again</a>{OTHER}</aside>",
    ],
)
def test_a_reader_s_and_another_story_s_date_are_not_the_article_s(other: str) -> None:
    assert explain(f"<html><body>{ARTICLE.format('')}{other}</body></html>").published is None
    own = "<time datetime='2020-02-03'>Monday</time>"
    assert explain(f"<html><body>{other}{ARTICLE.format(own)}</body></html>").published == "2020-02-03"


def test_a_date_beside_the_article_may_say_that_it_is_the_article_s() -> None:
    own = "<aside>Published <time itemprop='datePublished' datetime='2020-02-03'>Monday</time></aside>"
    assert explain(f"<html><body>{ARTICLE.format(own)}</body></html>").published == "2020-02-03"
