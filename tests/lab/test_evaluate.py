"""The table of a corpus: what is asked to stay is what is measured, and a second cleaning, and the input, are told."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

pytest.importorskip("rich")

from newsclean.cli import main
from newsclean.lab.evaluate import Outcome, evaluate, judge
from newsclean.page import KEPT, Role

CAPTION = "Carpenters at work on the landing stage at Eldham. Photo: Tom Lund"
PARAGRAPHS = [
    "The ferry between Eldham and Sorrel Bay is to run again on Friday, eleven days after a storm tore its stage away.",
    "Carpenters from both towns worked through the weekend, and the council paid for the timber out of its reserve.",
    "The first boat leaves at six in the morning. It will carry the mail, two doctors and a piano, the council said.",
]
HTML = (
    "<html><head><title>Ferry runs again</title></head><body><nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>"
    f"<article><h1>Ferry runs again</h1><figure><img src='a.jpg'><figcaption>{CAPTION}</figcaption></figure>"
    f"{''.join(f'<p>{text}</p>' for text in PARAGRAPHS)}</article></body></html>"
)
PAGE = {
    "id": "ferry",
    "source": "valley",
    "url": "https://valley.example/ferry",
    "lang": "en",
    "gold": "full",
    "body": "\n".join([CAPTION, *PARAGRAPHS]),
}


def judged(keep: frozenset[Role] = KEPT, as_it_comes: bool = True) -> list[Outcome]:
    """What is measured of the page as HTML and as text."""
    text = "\n".join(["Home", "Sport", "Ferry runs again", CAPTION, *PARAGRAPHS])
    return judge((PAGE, [("html", HTML), ("resiliparse", text)]), as_it_comes=as_it_comes, keep=keep)


def test_what_is_asked_to_stay_is_measured() -> None:
    for one in judged():
        assert one.after is not None
        assert not one.after.exact
        assert CAPTION not in one.text
        assert one.stable
    for one in judged(KEPT | {Role.CAPTION}):
        assert one.after is not None
        assert one.after.exact
        assert one.text.split() == str(PAGE["body"]).split()


def test_the_input_is_measured_where_it_is_asked_for() -> None:
    assert [one.before is not None for one in judged()] == [False, True]
    assert [one.before for one in judged(as_it_comes=False)] == [None, None]


def write_corpus(folder: Path, *ids: str) -> None:
    """A corpus of the page, once under each id."""
    with gzip.open(folder / "valley.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps({**PAGE, "id": name, "html": HTML}) + "\n" for name in ids)


def test_pages_take_turns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSCLEAN_CACHE", str(tmp_path / "cache"))
    write_corpus(tmp_path, "a", "b", "c")
    ((corpus, total, outcomes),) = evaluate(["valley"], [("html", "bs4"), ("html",)], tmp_path, workers=1)
    made = [(one.id, one.kind) for one in outcomes]
    assert made == [("a", "html"), ("a", "bs4"), ("b", "html"), ("c", "html"), ("c", "bs4")]
    assert (corpus, total) == ("valley", len(made))


def test_the_command_takes_roles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_corpus(tmp_path, "ferry")
    asked = ["lab", "evaluate", "--corpora", str(tmp_path), "--corpus", "valley", "--kinds", "html", "--workers", "1"]
    assert main(asked) == 0
    # of 75 words in 72 runs of four the caption's twelve begin twelve
    assert "| html | 1 |  | .909 | 1.000 | .833 | .000 |" in capsys.readouterr().out
    assert main([*asked, "--keep", "body", "--keep", "caption"]) == 0
    assert "| html | 1 |  | 1.000 | 1.000 | 1.000 | 1.000 |" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="2"):
        main([*asked, "--keep", "+picture"])
    assert "no such role: 'picture'" in capsys.readouterr().err
