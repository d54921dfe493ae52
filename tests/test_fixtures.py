"""The fixtures: each page cleaned, what must stay and what must go; and the tools that make them."""

from __future__ import annotations

import argparse
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from newsclean.cli import main
from newsclean.lab import fixtures
from newsclean.lab.faults import check, differences, dump, squash, tally, tally_table
from newsclean.lab.fixture_command import accept, add_arguments, make_fixture, record, run
from newsclean.lab.fixtures import Case, load_case, load_cases, write_case
from newsclean.page import Block, Page, Reason, Role

CASES = list(load_cases())
MEASURED = Path(__file__).parents[1] / "docs" / "measured.md"
TRAFILATURA = version("trafilatura")
CHECKED = ("2.0", "2.1", "2.2", "2.3")
"""Versions of trafilatura with each of which every page has the faults that are recorded, no more and no fewer."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.slug)
def test_page(case: Case) -> None:
    page = case.explain()
    faults = check(case, page)
    new, gone = differences(case.faults, faults)
    if (new or gone) and asked(page) and TRAFILATURA.rpartition(".")[0] not in CHECKED:
        pytest.skip(f"trafilatura {TRAFILATURA} had a say, with which no record was checked: {new or 'fewer faults'}")
    if new:
        known = f"and {len(faults) - len(new)} that are known" if len(faults) > len(new) else ""
        pytest.fail("\n".join([case.why, dump(page), "new faults:", *new, known]), pytrace=False)
    if gone:
        told = f"`newsclean lab fixture record {case.slug}` takes them out of its case.toml"
        pytest.fail("\n".join(["this page no longer has faults that are recorded:", *gone, told]), pytrace=False)
    if faults:
        pytest.xfail(f"{len(faults)} known fault{'s' * (len(faults) > 1)}: {case.xfail or faults[0]}")


def asked(page: Page) -> bool:
    """Whether another extractor's opinion had a say in the page."""
    return any(reason.name.startswith("trafilatura") for block in page.blocks for reason in block.reasons)


def test_the_counts_of_faults_are_stated() -> None:
    table = tally_table(tally(CASES, lambda case: case.faults))
    assert table in MEASURED.read_text(encoding="utf-8"), f"docs/measured.md lacks the table of today:\n{table}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.slug)
def test_case_can_pass_and_can_fail(case: Case) -> None:
    """Strings that the page does not hold would be lost always, or dropped always."""
    source = case.source()
    if case.page.suffix == ".html":
        soup = BeautifulSoup(source, "lxml")
        source = soup.get_text() + "".join(tag.text for tag in soup("script", type="application/ld+json"))
    text = squash(source if isinstance(source, str) else source.decode("utf-8", "replace"))
    strings = [*case.keep, *case.drop, *(string for string, _ in case.roles)]
    assert [string for string in strings if squash(string) not in text] == []
    assert not any(squash(string) in squash(kept) for kept in case.keep for string in case.drop)
    assert case.why
    assert case.lang
    assert case.faults or not case.xfail, "xfail says why there are faults"


def _write(folder: Path, text: str, **values: object) -> Case:
    folder.mkdir()
    (folder / "page.txt").write_bytes(text.encode())
    write_case(folder, **{"why": "because", "lang": "en", "keep": [], "drop": [], **values})
    return load_case(folder)


PAGE = Page(
    text="The ferry sank.\n\nNobody  was hurt.",
    blocks=(
        Block("Home", 0, 4, Role.NAV, False, 0.02, (Reason("length", -2.0),)),
        Block("The ferry sank.", 5, 20, Role.BODY, True, 0.97),
    ),
)


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        ({"keep": ["Nobody was\u00a0hurt"]}, []),
        ({"keep": ["Everybody"]}, ["lost: 'Everybody'"]),
        ({"drop": ["ferry sank"]}, ["left in: 'ferry sank'"]),
        ({"roles": {"Home": "nav", "ferry": ["body", "standfirst"]}}, []),
        ({"roles": {"Home": ["share", "promo"]}}, ["role nav, not share or promo: 'Home'"]),
        ({"roles": {"Away": "nav"}}, ["no block holds 'Away'"]),
        ({"flags": ["truncated"]}, ["flag truncated is missing"]),
    ],
)
def test_check(tmp_path: Path, values: dict[str, object], faults: list[str]) -> None:
    assert check(_write(tmp_path / "case", "x", **values), PAGE) == faults


def test_check_compares_expected_text_exactly(tmp_path: Path) -> None:
    case = _write(tmp_path / "case", "x")
    (case.folder / "expected.txt").write_bytes(f"{PAGE.text}\n".encode())
    assert check(load_case(case.folder), PAGE) == []
    (case.folder / "expected.txt").write_bytes(b"The ferry sank.\n\nNobody was hurt.\n")
    assert check(load_case(case.folder), PAGE) == [
        "not in the output: 'Nobody was hurt.'",
        "not in expected.txt: 'Nobody  was hurt.'",
    ]
    (case.folder / "expected.txt").write_bytes(PAGE.text.replace("\n\n", "\n").encode())
    assert check(load_case(case.folder), PAGE) == ["line breaks unlike expected.txt"]


def test_dump_shows_state_role_score_reasons_and_text() -> None:
    lines = dump(PAGE).splitlines()
    assert lines[1].split() == ["stripped", "nav", "0.02", "Home"]
    assert lines[2].split() == ["length", "-2.00"]
    assert lines[3].split() == ["KEPT", "body", "0.97", "The", "ferry", "sank."]


def test_made_fixture_loads_and_passes(tmp_path: Path) -> None:
    source = tmp_path / "seen.txt"
    source.write_bytes(b'The "old" ferry\\boat sank on Tuesday.\r\n\r\nNobody was hurt, the harbour master said.\r\n')
    folder = make_fixture(source, "ferry", why="a wreck", lang="en", folder=tmp_path / "pages")
    case = load_case(folder)
    assert (case.why, case.lang) == ("a wreck", "en")
    assert case.page.read_bytes() == source.read_bytes()
    assert check(case, case.explain()) == []
    with pytest.raises(FileExistsError):
        make_fixture(source, "ferry", folder=tmp_path / "pages")


@pytest.mark.parametrize("slug", ["../ferry", "../../ferry", "sea/ferry", "..", ".", ""])
def test_no_fixture_lies_outside_its_folder(slug: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "seen.txt"
    source.write_text("The ferry sank on Tuesday.\n", encoding="utf-8")
    _write(tmp_path / "ferry", "The ferry sank on Tuesday.\n")
    (tmp_path / "pages").mkdir()
    before = sorted(tmp_path.rglob("*"))
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    for words in (["make", str(source), "--slug", slug], ["accept", slug], ["show", slug], ["record", slug]):
        assert run(parser.parse_args(["--folder", str(tmp_path / "pages"), *words])) == 2
        assert f"{slug!r} is no name of a folder" in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before


def test_accept_writes_the_output(tmp_path: Path) -> None:
    case = _write(
        tmp_path / "case", "The ferry sank on Tuesday morning.\n\nNobody was hurt, the harbour master said.\n"
    )
    accept("case", folder=tmp_path)
    assert load_case(case.folder).expected == case.explain().text


def test_known_faults_are_recorded_and_taken_out_again(tmp_path: Path) -> None:
    case = _write(tmp_path / "case", "The ferry sank on Tuesday morning, and nobody was hurt.\n", keep=["a goat"])
    path = case.folder / "case.toml"
    path.write_text("# a note\n" + path.read_text(encoding="utf-8") + 'xfail = "there is no goat"\n', encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    assert record(load_case(case.folder)) == (["lost: 'a goat'"], [])
    assert record(load_case(case.folder)) == ([], [])
    assert path.read_text(encoding="utf-8") == before + "faults = [\n    \"lost: 'a goat'\",\n]\n"
    assert load_case(case.folder).faults == ("lost: 'a goat'",)
    path.write_text(path.read_text(encoding="utf-8").replace('"a goat"', '"ferry"'), encoding="utf-8")
    assert record(load_case(case.folder)) == ([], ["lost: 'a goat'"])
    assert tomllib.loads(path.read_text(encoding="utf-8")).keys() == {"why", "lang", "keep", "drop"}
    path.write_text(before + 'faults = ["x"]\n', encoding="utf-8")
    with pytest.raises(ValueError, match="an item a line"):
        record(load_case(case.folder))


def test_a_fault_that_is_found_twice_is_known_once() -> None:
    assert differences(["a", "b", "b"], ["b", "c", "c"]) == (["c", "c"], ["a", "b"])


def test_faults_are_counted_by_kind_of_input(tmp_path: Path) -> None:
    cases = [
        _write(tmp_path / "one", "x", keep=["a", "b"], drop=["c"]),
        _write(tmp_path / "two", "x", lang="de", drop=["c"]),
    ]
    rows = tally(cases, lambda case: ["lost: 'a'", "flag truncated is missing"] if case.keep else [])
    assert rows["text, English"] == (1, 1, 2, 1, 1, 0, 1)
    assert rows["text, other languages"] == (1, 0, 0, 0, 1, 0, 0)
    assert tally_table(rows).splitlines()[-1] == "| all | 2 | 1 | 2 | 1 | 2 | 0 | 1 |"


@pytest.mark.parametrize(
    ("case_toml", "message"),
    [
        ('why = "x"\nlang = "en"\nkeep = []\ndrop = []\ndorp = []\n', "unknown keys"),
        ('why = "x"\nlang = "en"\n', "lacks"),
        ('why = "x"\nlang = "en"\nkeep = []\ndrop = []\nroles = { a = "bodie" }\n', "bodie"),
    ],
)
def test_bad_case_is_refused(tmp_path: Path, case_toml: str, message: str) -> None:
    (tmp_path / "page.txt").write_text("x", encoding="utf-8")
    (tmp_path / "case.toml").write_text(case_toml, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        load_case(tmp_path)


def test_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    page = tmp_path / "page.md"
    page.write_text("# Ferry\n\nThe ferry sank on Tuesday.\n", encoding="utf-8")
    pages = tmp_path / "pages"
    assert run(parser.parse_args(["--folder", str(pages), "make", str(page), "--slug", "ferry"])) == 0
    assert run(parser.parse_args(["--folder", str(pages), "accept", "ferry"])) == 0
    assert run(parser.parse_args(["--folder", str(pages), "show", "ferry"])) == 0
    write_case(pages / "ferry", why="x", lang="en", keep=["never printed"], drop=[])
    assert run(parser.parse_args(["--folder", str(pages), "show", "ferry"])) == 1
    assert "lost: 'never printed'" in capsys.readouterr().out
    assert run(parser.parse_args(["--folder", str(pages), "record"])) == 0
    assert capsys.readouterr().out == "+ ferry: lost: 'never printed'\n"
    assert run(parser.parse_args(["--folder", str(pages), "show", "ferry"])) == 1
    assert "lost: 'never printed' (known)" in capsys.readouterr().out
    assert run(parser.parse_args(["--folder", str(pages), "count"])) == 0
    assert "| all | 1 | 1 | 1 | 1 | 0 | 0 | 0 |" in capsys.readouterr().out
    assert run(parser.parse_args(["--folder", str(pages), "show", "nothing"])) == 2


def test_outside_of_a_checkout_the_fixtures_are_told_to_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fixtures, "__file__", str(tmp_path / "newsclean" / "lab" / "fixtures.py"))
    assert main(["lab", "fixture", "show", "en-correction-at-top"]) == 2
    assert "the fixtures are in a checkout" in capsys.readouterr().err
