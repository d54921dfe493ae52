"""The command line: as people call it, and as pipes, terminals and scripts see it."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from newsclean import KEPT, Role, SiteMemory, clean, explain
from newsclean.cli import main
from newsclean.cli_commands import COMMANDS, LAB
from newsclean.cli_explain import Paper, block_lines
from newsclean.page import Block, Reason
from newsclean.reading.binary import binary_kind

PAGE = """\
Home
News
Sport
Ferry to Sorrel Bay runs again after the storm
By Ada Finch
12 March 2024, 08:15
The ferry between Eldham and Sorrel Bay is to run again on Friday, eleven days after a storm tore its landing away.
Carpenters from both towns worked through the weekend, and the council paid for the timber out of its winter reserve.
"We have counted every plank twice," said the harbour master, Ines Okafor. "On Friday we will count the passengers."
The first boat leaves at six in the morning. It will carry the mail, two doctors and a piano that waited since January.
Share this article
Most read
Council to vote on swimming pool
Sign up to our newsletter and never miss a story
"""
Command = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """Run the command in a process of its own, in a folder of its own."""

    def run(*arguments: object, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "newsclean", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**os.environ, **environment},
            check=False,
            timeout=120,
        )

    return run


def test_a_page_gives_its_article(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(page)]) == 0
    out = capsys.readouterr().out
    assert out == clean(PAGE) + "\n"
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


def test_several_files_are_told_apart(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.txt"
    other.write_text(PAGE.replace("ferry", "tram"), encoding="utf-8")
    assert main([str(page), str(other)]) == 0
    text, twin = clean(PAGE), clean(other.read_text(encoding="utf-8"))
    assert capsys.readouterr().out == f"==> {page} <==\n{text}\n\n==> {other} <==\n{twin}\n"


def test_json_is_an_object_a_line(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", str(page), str(page)]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines == [{"file": str(page), **explain(PAGE).to_dict()}] * 2


@pytest.mark.parametrize("prefer", ["balanced", "precision", "recall"])
@pytest.mark.parametrize("kind", ["auto", "text", "markdown", "html"])
def test_options_reach_clean(kind: str, prefer: str, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--kind", kind, "--prefer", prefer, str(page)]) == 0
    assert capsys.readouterr().out.rstrip("\n") == clean(PAGE, kind=kind, prefer=prefer)


@pytest.mark.parametrize(
    ("given", "roles"),
    [
        ("body", {Role.BODY}),
        ("body, Teaser", {Role.BODY, Role.TEASER}),
        ("+headline", {*KEPT, Role.HEADLINE}),
        ("+headline,+byline", {*KEPT, Role.HEADLINE, Role.BYLINE}),
    ],
)
def test_keep(given: str, roles: set[Role], page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--keep", given, str(page)]) == 0
    assert capsys.readouterr().out.rstrip("\n") == clean(PAGE, keep=roles)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--keep", "bodie", "x"], "roles are body"),
        (["--keep", "", "x"], "'' names no role; roles are body"),
        (["--keep", " ,", "x"], "' ,' names no role; roles are body"),
        (["--kind", "pdf", "x"], "invalid choice"),
        (["--prefer", "speed", "x"], "invalid choice"),
        (["lab", "nothing"], "invalid choice"),
        (["archive", "x", "--out", "y", "--max-page", "64MiB"], "must be a whole number, 1 or more, not '64MiB'"),
        (["archive", "x", "--out", "y", "--workers", "0"], "must be a whole number, 1 or more, not '0'"),
    ],
)
def test_wrong_use_is_status_2(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert said in capsys.readouterr().err


def test_a_bad_file_is_named_and_the_others_are_cleaned(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "program").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "crawl.warc.gz").write_bytes(b"\x1f\x8b\x08\x00" + bytes(200))
    (tmp_path / "pages.warc.gz").write_bytes(gzip.compress(b"WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n"))
    (tmp_path / "program.gz").write_bytes(gzip.compress(bytes(range(256)) * 20))
    names = ["missing.txt", ".", "program", "crawl.warc.gz", "pages.warc.gz", "program.gz", "explain"]
    assert main(["--json", *(str(tmp_path / name) for name in names), str(page), "explain"]) == 2
    out, err = capsys.readouterr()
    assert [json.loads(line)["file"] for line in out.splitlines()] == [str(page)]
    assert [line.rpartition(": ")[2] for line in err.splitlines()] == [
        "no such file",
        "is a folder; for folders of pages there is newsclean archive",
        "is binary, not text",
        "is compressed with gzip, not text; for archives there is newsclean archive",
        "is compressed with gzip, not text; for archives there is newsclean archive",
        "is binary, not text",
        "no such file",
        "no such file (the command explain stands first)",
    ]
    assert all(line.startswith("newsclean: ") for line in err.splitlines())


def test_a_file_without_a_name_is_no_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([""]) == 2
    assert capsys.readouterr() == ("", "newsclean: '' is no file name\n")


def test_a_gzipped_page_is_read(tmp_path: Path, command: Command) -> None:
    zipped = gzip.compress(PAGE.encode())
    (tmp_path / "page.txt.gz").write_bytes(zipped)
    for done in (command("page.txt.gz"), command(stdin=zipped)):
        assert (done.returncode, done.stdout.decode(), done.stderr) == (0, clean(PAGE) + "\n", b"")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "ferry\x00 " * 5 + "The ferry runs. " * 20,
        "Zwölf Boxkämpfer",
        "渡船将于周五恢复通航",
        "\x1b[1mbold\x1b[0m",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_text_is_not_taken_for_binary(text: str, encoding: str) -> None:
    assert binary_kind(text.encode(encoding)) == ""


@pytest.mark.parametrize(
    "data", [bytes(4000), bytes(range(256)), b"%PDF-1.7 text", b"\x89PNG\r\n\x1a\n", b"\x01\x02\x03"]
)
def test_binary_is_known(data: bytes) -> None:
    assert binary_kind(data)


def test_a_file_may_be_called_like_a_command(tmp_path: Path, command: Command) -> None:
    for name in ("explain", "lab", "archive"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
        assert command(f"./{name}").stdout.decode() == clean(PAGE) + "\n"
    assert command("--", "explain").stdout.decode() == clean(PAGE) + "\n"


def test_no_article_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert main([str(empty)]) == 0
    assert capsys.readouterr() == ("", f"newsclean: {empty}: no article found\n")


def test_explain_shows_every_block(
    page: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["explain", "--reasons", "2", str(page)]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    for block in explain(PAGE).blocks:
        state = "kept" if block.kept else "stripped"
        assert f"{state:<8} {block.role:<11} {block.score:.2f}  {block.text}\n" in out
        assert all(f"{reason.name} {reason.weight:+.2f}" in out for reason in block.reasons[:2])


def test_explain_gives_json_too(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--json", str(page)]) == 0
    assert json.loads(capsys.readouterr().out)["text"] == clean(PAGE)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colours_are_for_terminals_that_want_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert Paper.of(_Terminal()).colour
    assert not Paper.of(io.StringIO()).colour
    monkeypatch.setenv("TERM", "dumb")
    assert not Paper.of(_Terminal()).colour
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not Paper.of(_Terminal()).colour


def on_a_terminal(*arguments: object, **environment: str) -> bytes:
    """What the command writes on a terminal, errors too."""
    import pty

    controller, terminal = pty.openpty()
    command_line = [sys.executable, "-m", "newsclean", *map(str, arguments)]
    with subprocess.Popen(command_line, stdout=terminal, stderr=terminal, env=environment):
        os.close(terminal)
        out = b""
        try:
            while data := os.read(controller, 4096):
                out += data
        except OSError:  # how Linux says that the other side is closed
            pass
    os.close(controller)
    return out


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
@pytest.mark.parametrize(("setting", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_real_terminal_gets_colours(setting: dict[str, str], coloured: bool, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Home\n", encoding="utf-8")
    plain = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    out = on_a_terminal("explain", page, **{**plain, "TERM": "xterm", **setting})
    assert b"Home" in out
    assert (b"\x1b[2m" in out) == coloured


def test_stripped_blocks_are_dim_kept_ones_are_not() -> None:
    paper = Paper(100, colour=True)
    kept, why = block_lines(Block("The ferry ran.", 0, 14, Role.BODY, True, 0.9, (Reason("words", 1.0),)), paper, 3)
    (stripped,) = block_lines(Block("Share", 0, 5, Role.SHARE, False, 0.1), paper, 3)
    assert kept == "\x1b[32;1mkept    \x1b[0m body        0.90  The ferry ran."
    assert why.strip() == "\x1b[2mwords +1.00\x1b[0m"
    assert stripped == "\x1b[31mstripped\x1b[0m \x1b[2mshare       0.10  Share\x1b[0m"


def test_a_page_cannot_command_the_terminal() -> None:
    block = Block("The \x1b]0;ferry\x07 \x9b31mran.", 0, 1, Role.BODY, True, 0.9)
    assert "".join(block_lines(block, Paper(100, colour=False), 3)).isprintable()


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
@pytest.mark.parametrize("arguments", [[], ["--json"], ["explain"], ["explain", "--json"]], ids=" ".join)
def test_neither_page_nor_name_commands_a_real_terminal(arguments: list[str], tmp_path: Path, command: Command) -> None:
    page, empty = tmp_path / "a\x1b]0;name\x07.txt", tmp_path / "b\x1b[2J.txt"
    page.write_text(PAGE.replace("piano", "\x1b]0;pi\x07ano \x9b31m"), encoding="utf-8")
    empty.touch()
    out = on_a_terminal(
        *arguments, page, empty, **{**os.environ, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    ).decode()
    assert "ano" in out
    assert [letter for letter in out if not letter.isprintable() and letter not in "\r\n"] == []
    piped = command("--json", page).stdout.decode()
    assert json.loads(piped)["text"] == clean(page.read_text(encoding="utf-8"))
    assert command(page).stdout.decode() == clean(page.read_text(encoding="utf-8")) + "\n"
    assert "\x9b31m" in piped


def test_site_memory(tmp_path: Path, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    memory = SiteMemory()
    memory.learn(("ferry.example", PAGE.replace("ferry", word)) for word in ("tram", "bus", "train"))
    path = tmp_path / "site.memory"
    memory.save(path)
    assert main(["--site-memory", str(path), "--host", "ferry.example", str(page)]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == (clean(PAGE, site=memory.for_host("ferry.example")) + "\n", "")
    assert main(["--site-memory", str(path), "--host", "other.example", str(page)]) == 0
    assert "knows no page of other.example" in capsys.readouterr().err
    for arguments, said in (
        (["--site-memory", str(path)], "go together"),
        (["--host", "ferry.example"], "go together"),
        (["--site-memory", str(page), "--host", "ferry.example"], f"newsclean: {page} is not a site memory\n"),
        (["--site-memory", "missing", "--host", "ferry.example"], "missing: No such file"),
    ):
        assert main([*arguments, str(page)]) == 2
        assert said in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["explain"], ["lab"]])
def test_help(arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    with pytest.raises(SystemExit, match="0"):
        main([*arguments, "--help"])
    out = capsys.readouterr().out
    assert "newsclean" in out
    assert max(map(len, out.splitlines())) <= 120
    for name in LAB if arguments == ["lab"] else (*COMMANDS, "explain", "lab") if not arguments else ():
        assert f"  {name} " in out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out.startswith("newsclean 0.")


@pytest.mark.parametrize(
    "command_line", [*((name,) for name in COMMANDS), *(("lab", name) for name in LAB)], ids=" ".join
)
def test_every_command_helps_or_names_its_extra(
    command_line: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        status: object = main([*command_line, "--help"])
    except SystemExit as ended:
        status = ended.code
    out, err = capsys.readouterr()
    command = {**COMMANDS, **LAB}[command_line[-1]]
    if err:
        assert status == command.unable
        assert f"install newsclean with its extra `{command.extra}`" in err
    else:
        assert (status, err) == (0, "")
        assert "usage: " in out
        assert command.statuses in out
        assert ("exit status" in out) == bool(command.statuses)
        assert max(map(len, command.statuses.splitlines()), default=0) <= 120


@pytest.mark.parametrize(("name", "page"), [("archive", "archives.md"), ("learn", "site-memory.md")])
def test_help_and_docs_have_the_same_exit_statuses(name: str, page: str) -> None:
    docs = (Path(__file__).parents[1] / "docs" / page).read_text(encoding="utf-8")
    told = re.findall(r"^ {2}(\d+) ", COMMANDS[name].statuses, re.MULTILINE)
    assert told == re.findall(r"^\| (\d+) \| .*[a-z]", docs[docs.lower().index("exit status") :], re.MULTILINE)


@pytest.mark.parametrize(
    ("command_line", "package", "extra", "status"),
    [
        ("lab train text", "rich", "lab", 2),
        ("lab spark-bench", "pyspark", "spark", 2),
        ("archive x.jsonl --out y", "rich", "archive", 1),
        ("learn x.jsonl --out y", "zstandard", "archive", 1),  # 2 is for what was learned of damaged files
    ],
)
def test_a_missing_package_is_named_with_its_extra(
    command_line: str, package: str, extra: str, status: int, tmp_path: Path
) -> None:
    (tmp_path / "x.jsonl").write_text('{"url": "https://a.example/1", "text": "Home"}\n')
    code = f"import sys; sys.modules[{package!r}] = None; from newsclean.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, *command_line.split()], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.returncode == status
    assert f"{package} is missing: install newsclean with its extra `{extra}`" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_is_cleaned_without_the_modules_of_other_commands(page: Path) -> None:
    code = f"import sys; from newsclean.cli import main; main([{str(page)!r}]); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = done.stderr.split()
    unwanted = ("newsclean.lab", "newsclean.archive", "newsclean.site.command", "trafilatura", "rich")
    assert [name for name in loaded if name.startswith(unwanted)] == []


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGPIPE there")
def test_a_closed_pipe_ends_it_quietly(page: Path) -> None:
    line = (
        f"{sys.executable} -m newsclean --json $(yes {page} | head -400) | head -1 >/dev/null; echo ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == ("141", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full there")
@pytest.mark.parametrize("arguments", ["", "explain", "--json", "explain --json"])
@pytest.mark.parametrize(
    ("output", "said"),
    [(">/dev/full", "standard output: No space left on device"), (">&-", "standard output is closed")],
)
@pytest.mark.parametrize("pages", [1, 50])
def test_output_that_cannot_be_written_is_said(arguments: str, output: str, said: str, pages: int, page: Path) -> None:
    line = f"{sys.executable} -m newsclean {arguments} {f'{page} ' * pages} {output}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, f"newsclean: {said}\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no bash there")
def test_a_closed_standard_error_puts_nothing_among_the_pages(page: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    line = f"{sys.executable} -m newsclean {{}} nope.txt {tmp_path / 'empty.txt'} {page} 2>&-"
    done = subprocess.run(["bash", "-c", line.format("--json")], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert [json.loads(row)["text"] for row in done.stdout.splitlines()] == ["", clean(PAGE)]
    done = subprocess.run(["bash", "-c", line.format("")], capture_output=True, text=True, check=False)
    assert (done.returncode, "newsclean: " in done.stdout) == (2, False)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for a child there")
def test_ctrl_c_ends_it_quietly() -> None:
    # a shell's background jobs ignore SIGINT, and their children would too
    code = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); from newsclean.cli import main; "
        "print('up', file=sys.stderr, flush=True); sys.exit(main())"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr
    assert process.stderr.readline() == "up\n"
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    try:
        out, err = process.communicate(timeout=60)
    finally:
        process.kill()
    assert (process.returncode, out, err) == (130, "", "")
