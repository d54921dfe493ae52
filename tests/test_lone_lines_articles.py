"""Articles on podcasts, polls, videos, cookies, translations and who pays for what keep their sentences, which open as
notes of the page do; and the notes go. `tests/lone_lines` has them, a file for each language."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newsclean import clean
from newsclean.scoring.lone_lines import is_lone
from newsclean.scoring.pictured import is_pictured
from tests.texts import MILL

FOLDER = Path(__file__).parent / "lone_lines"
LANGUAGES = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))}
"""By code: `anywhere`, what articles say, wherever it stands; `inside`, what is theirs between paragraphs, and may be a
note above or below them; `note`, what no article says; `always`, what goes between its paragraphs as well."""
ENDS = (".", "!", "?", "。", "۔", "।")


def lines(key: str) -> list[object]:
    """The lines under a key, those of a language together: one by one, reporting on them would take longer than all
    else."""
    return [pytest.param(own[key], id=code) for code, own in LANGUAGES.items() if own.get(key)]


@pytest.mark.parametrize("said", lines("anywhere"))
@pytest.mark.parametrize("edge", [False, True])
def test_a_sentence_of_an_article_is_no_note(said: list[str], edge: bool) -> None:
    assert not [line for line in said if is_lone(line, sentence=True, edge=edge) or is_pictured(line)]


@pytest.mark.parametrize("said", lines("inside"))
def test_what_a_note_would_say_is_none_between_paragraphs(said: list[str]) -> None:
    assert not [line for line in said if is_lone(line, sentence=True, edge=False)]


@pytest.mark.parametrize("said", lines("note"))
def test_a_note_goes_at_an_edge(said: list[str]) -> None:
    assert not [line for line in said if not is_lone(line, sentence=line.endswith(ENDS), edge=True)]


@pytest.mark.parametrize("said", lines("always"))
def test_what_no_article_says_at_all_goes_wherever_it_stands(said: list[str]) -> None:
    assert not [line for line in said if not is_lone(line, sentence=line.endswith(ENDS), edge=False)]
    for line in said:
        for blocks in ([line, *MILL], [*MILL[:2], line, MILL[2]], [*MILL, line]):
            assert clean("\n\n".join(blocks)).split("\n\n") == list(MILL), line


def test_two_words_open_no_note_that_is_long() -> None:
    line = "Unauthorised reproduction of the key cost the caretaker his post, and the school a year of quarrels. "
    more = "The board met eleven times and heard the locksmith twice, who said that he had asked no questions. "
    assert not is_lone(line + more * 3, sentence=True)
    note = "Reproduction in whole or in part is prohibited, on paper and on screens, in any country and any language. "
    assert is_lone(note * 4, sentence=True)
