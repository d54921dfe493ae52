"""Lexicon files are read as TOML is, and anything that is TOML otherwise too."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from newsclean.evidence.lexicon_file import read_lexicon_file

FOLDER = files("newsclean") / "data" / "lexicon"
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.name.endswith(".toml"))


@pytest.mark.parametrize("name", NAMES)
def test_a_lexicon_is_what_its_toml_says(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    wanted = tomllib.loads(text)
    monkeypatch.setattr(tomllib, "loads", lambda text: pytest.fail("the slow way"))
    assert read_lexicon_file(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a comment\n",
        'code = "xx"\n[start]\nalso = ["a", "b"] # a comment\n',
        "[start]\nalso = ['single', \"double\"]\n",
        '[start]\nalso = [\n    "a ] b", "say \\"so\\"", "\\u00e9",\n]\n',
        '[[rule]]\nkind = "x"\nedge = true\nopens = ["a"]\n\n[[rule]]\nkind = "y"\nopens = []\n',
        "[boilerplate]\nlines = '''\n# free ''articles\nit's\n'''\n",
        '[a.b]\nc = { d = 1 }\n"quoted key" = 2\nodd = [1, [2, 3]]\nday = 2024-03-12\n',
        'end = "without a line\'s end"',
        'text = """\nmore\n"""\n',
    ],
)
def test_what_is_written_otherwise_is_read_all_the_same(text: str) -> None:
    assert read_lexicon_file(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    "text", ["[start\n", "a = \n", "a = [\n", "a = nothing\n", "a = 1\na = 2\n", "[a]\n[a]\n", "[[a]]\n[a]\n"]
)
def test_what_is_no_toml_is_refused(text: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        read_lexicon_file(text)
