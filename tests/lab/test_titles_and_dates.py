"""Titles and dates beside a rival's: when two titles are one, what day an address says, and the table."""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path

import pytest

from newsclean.lab import titles_and_dates
from newsclean.lab.titles_and_dates import Found, add_arguments, run, same_day, same_title, table


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ferry leaves harbour", "Ferry leaves Harbour!", True),
        ("Ferry leaves harbour", "Ferry leaves harbour - Harbour Post", True),
        ("Harbour Post | Ferry leaves harbour", "Ferry leaves harbour", True),
        ("Ferry leaves harbour", "Ferry leaves harbour today", False),
        ("Harbour Post", "Ferry leaves the old harbour - Harbour Post", False),
        ("", "Ferry", False),
        ("", "", False),
    ],
)
def test_titles_are_one_but_for_the_site_s_name(one: str, other: str, same: bool) -> None:
    assert same_title(one, other) is same


@pytest.mark.parametrize(
    ("found", "address", "same"),
    [
        ("2020-02-03", "http://x.example/2020/02/03/ferry", True),
        ("2020-02-03T23:10:00Z", "http://x.example/20200204-ferry", True),
        ("2020-02-03", "http://x.example/2020/02/05/ferry", False),
        ("3 February 2020", "http://x.example/2020/02/03/ferry", None),
        ("2020-02-03", "http://x.example/ferry", None),
        ("2020-02-03", "http://x.example/2020/02/31/ferry", None),
        ("", "http://x.example/2020/02/03/ferry", None),
    ],
)
def test_a_day_is_the_address_s_or_the_next_to_it(found: str, address: str, same: bool | None) -> None:
    assert same_day(found, address) is same


def test_the_table_counts_by_corpus_and_reader() -> None:
    found = [
        Found("valley", "one", True, True, True, True, False),
        Found("valley", "one", False, True, False, None, True),
        Found("valley", "other", False, False, False, None, False),
    ]
    assert table(found).rows == (
        ("valley, one", "2", ".500", "1.000", ".500", ".500", "1 of 1"),
        ("valley, other", "1", ".000", ".000", ".000", ".000", "0 of 0"),
    )


def test_the_command_measures_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    body = "".join(f"<p>Nobody but the captain and two dogs was on board when the ferry left, {n}.</p>" for n in "abcd")
    page = {
        "id": "valley/1",
        "source": "valley",
        "url": "http://harbour.example/2020/02/03/ferry",
        "title": "Ferry leaves without passengers",
        "html": "<html><head><title>Ferry leaves without passengers | Harbour Post</title>"
        "<meta property='article:published_time' content='2020-02-03'></head><body><nav><a href=/>Home</a></nav>"
        f"<article><h1>Ferry leaves without passengers</h1><p class=byline>By Ida Crane</p>{body}</article>"
        "</body></html>",
    }
    with gzip.open(tmp_path / "valley.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(page) + "\n" + json.dumps({**page, "title": None}) + "\n")
    monkeypatch.setattr(titles_and_dates, "CORPORA", ("valley",))
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    assert run(parser.parse_args(["--corpora", str(tmp_path), "--workers", "1"])) == 0
    out = capsys.readouterr().out
    assert "| valley, newsclean, html | 1 | 1.000 | 1.000 | 1.000 | 1.000 | 1 of 1 |" in out
    assert "| valley, trafilatura, html | 1 |" in out
