"""The command line cleans pages: files and standard input, as text and as JSON, with options as `clean` takes them."""

from __future__ import annotations

import json
import subprocess
import sys
from argparse import ArgumentTypeError
from collections.abc import Callable
from pathlib import Path

import pytest

from newsclean import KEPT, Role, SiteMemory, clean, explain
from newsclean.cli import main
from newsclean.cli_arguments import named, new_file
from newsclean.options import Kind, Preference

Command = Callable[..., subprocess.CompletedProcess[bytes]]


def test_a_page_gives_its_article(story: str, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(page)]) == 0
    out = capsys.readouterr().out
    assert out == clean(story) + "\n"
    assert "piano" in out
    assert "newsletter" not in out


def test_standard_input_is_decoded_as_bytes(command: Command) -> None:
    text = (
        "Der Fährmann Jörg Möller übergab das Steuer am Freitag an seine Tochter, nach fünfzig Jahren auf dem Fluß.\n"
    )
    done = command(stdin=text.encode("utf-16"))
    assert (done.returncode, done.stdout.decode()) == (0, clean(text) + "\n")
    assert command("-", stdin=text.encode()).stdout.decode() == clean(text) + "\n"


def test_output_is_utf8_whatever_the_locale_says(command: Command) -> None:
    text = "渡船将于周五恢复通航，十一天前的风暴摧毁了码头。两个镇的木匠整个周末都在工作，镇议会支付了木材费用。"
    done = command(stdin=text.encode(), PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout.decode()) == (0, clean(text) + "\n")


def test_several_files_are_told_apart(
    story: str, page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(story.replace("ferry", "tram"), encoding="utf-8")
    assert main([str(page), str(other)]) == 0
    text, twin = clean(story), clean(other.read_text(encoding="utf-8"))
    assert capsys.readouterr().out == f"==> {page} <==\n{text}\n\n==> {other} <==\n{twin}\n"


def test_json_is_an_object_a_line(story: str, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", str(page), str(page)]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines == [{"file": str(page), **explain(story).to_dict()}] * 2


@pytest.mark.parametrize("prefer", ["balanced", "precision", "recall"])
@pytest.mark.parametrize("kind", ["auto", "text", "markdown", "html"])
def test_options_reach_clean(
    story: str, kind: Kind, prefer: Preference, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--kind", kind, "--prefer", prefer, str(page)]) == 0
    assert capsys.readouterr().out.rstrip("\n") == clean(story, kind=kind, prefer=prefer)


@pytest.mark.parametrize(
    ("given", "roles"),
    [
        ("body", {Role.BODY}),
        ("body, Teaser", {Role.BODY, Role.TEASER}),
        ("+headline", {*KEPT, Role.HEADLINE}),
        ("+headline,+byline", {*KEPT, Role.HEADLINE, Role.BYLINE}),
    ],
)
def test_keep(story: str, given: str, roles: set[Role], page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--keep", given, str(page)]) == 0
    assert capsys.readouterr().out.rstrip("\n") == clean(story, keep=roles)


@pytest.mark.parametrize(
    ("given", "roles"),
    [
        (["+headline", "+byline"], {*KEPT, Role.HEADLINE, Role.BYLINE}),
        (["headline", "byline"], {Role.HEADLINE, Role.BYLINE}),
    ],
)
def test_keep_given_again_adds_more(
    story: str, given: list[str], roles: set[Role], page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([part for one in given for part in ("--keep", one)] + [str(page)]) == 0
    assert capsys.readouterr().out.rstrip("\n") == clean(story, keep=roles)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--keep", "+body,+Bodie", "x"], "no such role: 'bodie'; roles are body"),
        (["--keep", "", "x"], "'' names no role; roles are body"),
        (["--keep", " ,", "x"], "' ,' names no role; roles are body"),
        (["--kind", "pdf", "x"], "invalid choice"),
        (["--prefer", "speed", "x"], "invalid choice"),
        (["explain", "--reasons", "-1", "x"], "must be a whole number, 0 or more, not '-1'"),
        (["--reasons", "2", "x"], "--reasons is for --json and for newsclean explain"),
        (["lab", "nothing"], "invalid choice"),
        (["archive", "x", "--out", "y", "--max-page", "64T"], "must be a number of bytes, 1 or more, such as"),
        (["archive", "x", "--out", "y", "--workers", "0"], "must be a whole number, 1 or more, not '0'"),
    ],
)
def test_wrong_use_is_status_2(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert said in capsys.readouterr().err


def test_a_file_may_be_called_like_a_command(story: str, tmp_path: Path, command: Command) -> None:
    for name in ("explain", "lab", "archive"):
        (tmp_path / name).write_text(story, encoding="utf-8")
        assert command(f"./{name}").stdout.decode() == clean(story) + "\n"
    assert command("--", "explain").stdout.decode() == clean(story) + "\n"


def test_no_article_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert main([str(empty)]) == 0
    assert capsys.readouterr() == ("", f"newsclean: {empty}: no article found\n")


def test_standard_input_is_called_so(story: str, command: Command) -> None:
    assert command("-").stderr == b"newsclean: standard input: no article found\n"
    out = command("-", "-", stdin=story.encode()).stdout.decode()
    assert out == f"==> standard input <==\n{clean(story)}\n\n==> standard input <==\n"


def test_site_memory(story: str, tmp_path: Path, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    memory = SiteMemory()
    memory.learn(("ferry.example", story.replace("ferry", word)) for word in ("tram", "bus", "train"))
    path = tmp_path / "site.memory"
    memory.save(path)
    assert main(["--site-memory", str(path), "--host", "ferry.example", str(page)]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == (clean(story, site=memory.for_host("ferry.example")) + "\n", "")
    assert main(["--site-memory", str(path), "--host", "other.example", str(page)]) == 0
    assert "knows no page of other.example" in capsys.readouterr().err
    for arguments, said in (
        (["--site-memory", str(path)], "go together"),
        (["--host", "ferry.example"], "go together"),
        (["--site-memory", str(page), "--host", "ferry.example"], f"newsclean: {page} is not a site memory\n"),
        (["--site-memory", "missing", "--host", "ferry.example"], "missing: No such file"),
        (["--site-memory", str(path), "--host", ""], "newsclean: --host: '' is no host\n"),
        (["--site-memory", str(path), "--host", "///"], "newsclean: --host: '///' is no host\n"),
    ):
        assert main([*arguments, str(page)]) == 2
        assert said in capsys.readouterr().err


@pytest.mark.parametrize("kind", [named, new_file])
def test_a_file_without_a_name_is_refused(kind: Callable[[str], Path]) -> None:
    with pytest.raises(ArgumentTypeError, match="'' is no name of a file or folder"):
        kind("")


def test_a_memory_without_a_name_is_refused(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--site-memory", "", "--host", "", str(page)])
    assert "'' is no name of a file or folder" in capsys.readouterr().err


def test_a_page_is_cleaned_without_the_modules_of_other_commands(page: Path) -> None:
    code = f"import sys; from newsclean.cli import main; main([{str(page)!r}]); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = done.stderr.split()
    unwanted = ("newsclean.lab", "newsclean.archive", "newsclean.site.command", "trafilatura", "rich")
    assert [name for name in loaded if name.startswith(unwanted)] == []
