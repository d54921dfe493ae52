"""The command from end to end: what it writes, what it skips, what it says and how it exits."""

from __future__ import annotations

import gzip
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from newsclean import KEPT, Role, explain
from newsclean.archive import progress
from newsclean.archive.events import Step

EXPLODING = """
import newsclean.api
plain = newsclean.api.explain
def explain(source, **options):
    if "explode" in str(source):
        raise ValueError("boom")
    return plain(source, **options)
newsclean.api.explain = explain
"""


@pytest.fixture
def shards(tmp_path: Path, record: Any, pack: Any) -> list[Path]:
    folder = tmp_path / "crawl"
    folder.mkdir()
    paths = []
    for shard in range(3):
        path = folder / f"{shard}.warc.gz"
        path.write_bytes(pack("gz", [record(10 * shard + n) for n in range(5)]))
        paths.append(path)
    return paths


@pytest.mark.parametrize("form", ["jsonl.gz", "jsonl.zst", "parquet"])
def test_each_shard_becomes_one_file(
    form: str, shards: list[Path], tmp_path: Path, command: Any, rows: Any, page: Any
) -> None:
    out = tmp_path / "out"
    result = command(*shards, "--out", out, "--format", form, "--stripped")
    assert (result.returncode, result.stderr) == (0, "")
    assert "15" in result.stdout
    found = rows(out / f"1.{form}")
    expected = explain(page(10), kind="html")
    assert [row["id"] for row in found] == [f"<urn:uuid:{n:08d}>" for n in range(10, 15)]
    assert list(found[0]) == [
        *("id", "url", "date", "title", "published", "byline", "text", "kept_share", "confidence", "flags", "stripped")
    ]
    assert found[0]["url"] == "http://news.test/10"
    assert found[0]["text"] == expected.text
    assert found[0]["title"] == expected.title
    assert [block["text"] for block in found[0]["stripped"]] == [b.text for b in expected.blocks if not b.kept]


def test_the_roles_that_are_asked_for_stay(
    shards: list[Path], tmp_path: Path, command: Any, rows: Any, page: Any
) -> None:
    out = tmp_path / "out"
    assert command(shards[1], "--out", out).returncode == 0
    for given, keep in (
        (["--keep", "+headline"], KEPT | {Role.HEADLINE}),
        (["--keep", "body", "--keep", "Headline"], {Role.BODY, Role.HEADLINE}),
    ):
        assert "1 done, 0 done before" in command(shards[1], "--out", out, *given).stdout
        assert "0 done, 1 done before" in command(shards[1], "--out", out, *given).stdout
        text = rows(out / "1.jsonl.gz")[0]["text"]
        assert text == explain(page(10), kind="html", keep=keep).text
        assert "Ferry 10" in text
    wrong = command(shards[1], "--out", out, "--keep", "bodie")
    assert (wrong.returncode, "no such role: 'bodie'; roles are body" in wrong.stderr) == (2, True)


@pytest.mark.parametrize("form", ["jsonl.gz", "jsonl.zst", "parquet"])
def test_any_number_of_workers_gives_the_same_bytes(
    form: str, shards: list[Path], tmp_path: Path, command: Any, contents: Any
) -> None:
    for workers in (1, 2):
        command(*shards, "--out", tmp_path / str(workers), "--format", form, "--workers", workers)
    assert contents(tmp_path / "1") == contents(tmp_path / "2")
    assert len(contents(tmp_path / "1")) == 3


def test_what_is_done_is_skipped_until_options_or_shard_change(
    shards: list[Path], tmp_path: Path, command: Any, contents: Any, record: Any, pack: Any
) -> None:
    out = tmp_path / "out"
    command(*shards[:2], "--out", out)
    times = {path.name: path.stat().st_mtime_ns for path in out.glob("*.gz")}
    result = command(*shards, "--out", out)
    assert "1 done, 2 done before" in result.stdout
    assert all((out / name).stat().st_mtime_ns == time for name, time in times.items())
    shards[0].write_bytes(pack("gz", [record(1)]))
    assert "1 done, 2 done before" in command(*shards, "--out", out).stdout
    (out / "1.jsonl.gz").unlink()
    assert "1 done, 2 done before" in command(*shards, "--out", out).stdout
    assert "3 done, 0 done before" in command(*shards, "--out", out, "--stripped").stdout
    assert "3 done, 0 done before" in command(*shards, "--out", out, "--format", "parquet").stdout
    assert sorted(contents(out)) == ["0.parquet", "1.parquet", "2.parquet"]


def test_namesakes_get_names_that_stay(tmp_path: Path, command: Any, record: Any, contents: Any) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "part.warc").write_bytes(record(ord(folder)))
    out = tmp_path / "out"
    command(tmp_path / "b", "--out", out)
    first = contents(out)
    result = command(tmp_path / "a", tmp_path / "b", "--out", out)
    assert "1 done, 1 done before" in result.stdout
    assert len(contents(out)) == 2
    assert contents(out)["part.jsonl.gz"] == first["part.jsonl.gz"]


def test_losses_are_reported_with_offsets_and_status_2(
    shards: list[Path], tmp_path: Path, command: Any, record: Any, rows: Any
) -> None:
    whole = shards[1].read_bytes()
    shards[1].write_bytes(whole[:-40])
    for _ in range(2):  # also where the shard was done before
        result = command(*shards, "--out", tmp_path / "out", "--quiet")
        assert result.returncode == 2
        assert str(shards[1]) in result.stderr
        assert "offset " in result.stderr
        assert result.stdout == ""
    assert len(rows(tmp_path / "out" / "1.jsonl.gz")) == 4


def test_a_field_called_text_may_hold_pages_of_any_kind(tmp_path: Path, command: Any, rows: Any, page: Any) -> None:
    sources = [page(1), "# Ferry\n\n- [Home](/)\n- [Sport](/sport)\n\nThe ferry is back.", "The ferry is back.\nHome"]
    path = tmp_path / "p.jsonl"
    path.write_text("".join(json.dumps({"text": source}) + "\n" for source in sources))
    assert command(path, "--out", tmp_path / "out").returncode == 0
    assert [row["text"] for row in rows(tmp_path / "out" / "p.jsonl.gz")] == [
        explain(source).text for source in sources
    ]
    assert "<" not in explain(sources[0]).text
    assert command(path, "--out", tmp_path / "out", "--kind", "text").returncode == 0
    assert rows(tmp_path / "out" / "p.jsonl.gz")[0]["text"] == explain(sources[0], kind="text").text


def test_a_page_that_fails_is_passed_on_uncleaned(tmp_path: Path, command: Any, rows: Any) -> None:
    path = tmp_path / "p.jsonl"
    texts = ["Good text.", "This will explode\ud800 here.", "Good again."]
    path.write_text("".join(json.dumps({"id": n, "text": text}) + "\n" for n, text in enumerate(texts)))
    for form in ("jsonl.gz", "parquet"):
        result = command(path, "--out", tmp_path / "out", "--format", form, tampered=EXPLODING)
        assert result.returncode == 0
        found = rows(tmp_path / "out" / f"p.{form}")
        assert [row["id"] for row in found] == ["0", "1", "2"]
        assert found[1]["text"] == "This will explode\ufffd here."
        assert found[1]["flags"] == ["failed"]
    result = command(path, "--out", tmp_path / "fail", "--on-error", "fail", tampered=EXPLODING)
    assert result.returncode == 1
    assert "page 1 failed: ValueError: boom" in result.stderr
    assert not list((tmp_path / "fail").glob("*.gz"))


def test_wrong_use_says_why(tmp_path: Path, command: Any) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text('{"body": "Text."}\n')
    missing = command(tmp_path / "none.warc", "--out", tmp_path / "out")
    assert (missing.returncode, "no such file" in missing.stderr) == (1, True)
    unwritable = command(path, "--out", path)
    assert (unwritable.returncode, unwritable.stderr) == (
        1,
        f"newsclean archive: {path}/.newsclean: Not a directory\n",
    )
    column = command(path, "--out", tmp_path / "out")
    assert column.returncode == 1
    assert "--column" in column.stderr
    assert command(path, "--out", tmp_path / "out", "--column", "body").returncode == 0


def test_an_unreadable_shard_is_set_aside_and_the_others_go_on(
    shards: list[Path], tmp_path: Path, command: Any, contents: Any
) -> None:
    tampered = f"""
import os
plain = os.open
def refuse(path, *rest, **more):
    if str(path) == {str(shards[1])!r}:
        raise OSError(5, "Input/output error")
    return plain(path, *rest, **more)
os.open = refuse
"""
    result = command(*shards, "--out", tmp_path / "out", tampered=tampered)
    assert result.returncode == 3
    assert f"{shards[1]}: set aside" in result.stderr
    assert sorted(contents(tmp_path / "out")) == ["0.jsonl.gz", "2.jsonl.gz"]


def test_the_bar_on_a_terminal(shards: list[Path], tmp_path: Path) -> None:
    terminal, side = pty.openpty()
    command = [sys.executable, "-m", "newsclean.archive", *map(str, shards), "--out", str(tmp_path / "out")]
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "150"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=side, env=environment)
    os.close(side)
    shown = bytearray()
    while chunk := _read(terminal):
        shown += chunk
    os.close(terminal)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    text = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown.decode())
    assert re.search(r"cleaning .*100% .*[\d,]+ pages/s .*\d+:\d\d:\d\d .*\d+ % kept", text)
    assert b"3 done, 0 done before" in out


@pytest.mark.parametrize(("cleaning", "end"), [(True, "0 s left, 25 % kept"), (False, "0 s left")])
def test_a_line_where_no_terminal_is(
    cleaning: bool, end: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "_LINE_EVERY", 0.0)
    with progress.Display("reading", 40, cleaning=cleaning) as display:
        display.step(Path("a.warc"), Step(40, 2, 0.5))
        display.tick()
    assert re.fullmatch(rf"reading: 100 %, 2 pages, [\d,]+ pages/s, {end}\n", capsys.readouterr().err)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other side is closed
        return b""


def test_input_and_output_in_one_folder(tmp_path: Path, command: Any, record: Any) -> None:
    crawl = tmp_path / "crawl"
    crawl.mkdir()
    (crawl / "a.warc").write_bytes(record(0))
    (crawl / "b.jsonl.gz").write_bytes(gzip.compress(b'{"text": "A page."}'))
    for done in ("2 done, 0 done before", "0 done, 2 done before"):
        assert done in command(crawl, crawl / "a.warc", "--out", crawl / "clean").stdout
    before = (crawl / "b.jsonl.gz").read_bytes()
    result = command(crawl / "b.jsonl.gz", "--out", crawl)
    assert (result.returncode, "another folder" in result.stderr) == (1, True)
    assert (crawl / "b.jsonl.gz").read_bytes() == before


@pytest.mark.parametrize("learning", [(), ("--learn-sites",)])
def test_output_within_a_folder_of_pages(learning: tuple[str, ...], tmp_path: Path, command: Any, page: Any) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(3):
        (pages / f"{number}.html").write_text(page(number))
    out = pages / ".." / "pages" / "clean"
    for done, speed in (("1 done, 0 done before", r", [\d.]+ a second"), ("0 done, 1 done before", "")):
        result = command(pages, "--out", out, *learning)
        assert done in result.stdout
        assert re.search(rf"^pages +3{speed}$", result.stdout, re.MULTILINE)
        assert "passed over" not in result.stdout
    (pages / "3.html").write_text(page(3))
    assert "1 done, 0 done before" in command(pages, "--out", out, *learning).stdout


@pytest.mark.parametrize("learning", [(), ("--learn-sites", "--host", "news.test")])
def test_output_of_another_run_within_a_folder_of_pages(
    learning: tuple[str, ...], tmp_path: Path, command: Any, contents: Any, page: Any
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(3):
        (pages / f"{number}.html").write_text(page(number))
    assert "not read" not in command(pages, "--out", pages / "clean", *learning).stdout
    result = command(pages, "--out", tmp_path / "other", *learning)
    assert f"not read             {pages}: 1 file that newsclean archive wrote there before\n" in result.stdout
    assert contents(tmp_path / "other") == contents(pages / "clean")


def test_names_that_are_no_text(tmp_path: Path, command: Any, rows: Any, page: Any) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / os.fsdecode(b"od\xff.html")).write_text(page(1))
    (pages / os.fsdecode(b"od.x\xff")).write_bytes(b"")
    (pages / os.fsdecode(b"la\xffrge.html")).write_bytes(b"x" * 9000)
    for done in ("1 done, 0 done before", "0 done, 1 done before"):
        result = command(pages, "--out", tmp_path / "out", "--max-page", 5000)
        assert (result.returncode, done in result.stdout) == (2, True), result.stderr
        assert "passed over: file .x\ufffd" in result.stdout
        assert "la\ufffdrge.html: 9,000 bytes" in result.stderr
    assert [row["id"] for row in rows(tmp_path / "out" / "pages.jsonl.gz")] == ["od\ufffd.html"]


@pytest.mark.parametrize(
    "mark", ["{}", "[]", "5", "null", "{broken", '{"shard": 1, "output": 2, "counts": {}}', '{"counts": {"losses": 3}}']
)
def test_a_damaged_mark_is_named(mark: str, tmp_path: Path) -> None:
    from newsclean.archive.checkpoint import Checkpoint
    from newsclean.archive.events import ArchiveError

    checkpoint = Checkpoint(tmp_path / "out")
    checkpoint.lock()
    try:
        name = f"{checkpoint.key(tmp_path / 'p.jsonl')}.json"
        (checkpoint.folder / name).write_text(mark)
        with pytest.raises(ArchiveError, match=f"{name}: not a mark of this command.*delete it"):
            checkpoint.name_outputs([tmp_path / "p.jsonl"], "jsonl.gz")
    finally:
        checkpoint.unlock()


@pytest.mark.parametrize("stdout", ["pipe", "/dev/full"])
@pytest.mark.parametrize("damaged", [False, True])
def test_a_report_that_nobody_reads_undoes_nothing(
    stdout: str, damaged: bool, shards: list[Path], tmp_path: Path
) -> None:
    if damaged:
        shards[1].write_bytes(shards[1].read_bytes()[:-40])
    if stdout == "pipe":
        reading, writing = os.pipe()
        os.close(reading)
    elif Path(stdout).exists():
        writing = os.open(stdout, os.O_WRONLY)
    else:
        pytest.skip(reason=f"no {stdout} here")
    for module in (["newsclean.archive"], ["newsclean", "archive"]):
        line = [sys.executable, "-m", *module, *map(str, shards), "--out", str(tmp_path / module[0])]
        result = subprocess.run(line, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
        assert result.returncode == (2 if damaged else 0), result.stderr
        assert "Errno" not in result.stderr
        assert "Exception" not in result.stderr
    assert subprocess.run(line, stdout=writing, stderr=writing, check=False).returncode == (2 if damaged else 0)
    os.close(writing)


def test_a_wrong_site_memory_starts_nothing(shards: list[Path], tmp_path: Path, command: Any) -> None:
    (tmp_path / "wrong").write_text("no memory")
    for name, reason in (("wrong", " is not a site memory"), ("missing", ": No such file or directory")):
        result = command(*shards, "--out", tmp_path / "out", "--site-memory", tmp_path / name)
        assert (result.returncode, result.stdout) == (1, "")
        assert result.stderr == f"newsclean archive: {tmp_path / name}{reason}\n"
    assert not (tmp_path / "out").exists()


def test_two_runs_do_not_write_into_one_folder(shards: list[Path], tmp_path: Path, command: Any) -> None:
    from newsclean.archive.checkpoint import Checkpoint

    held = Checkpoint(tmp_path / "out")
    held.lock()
    try:
        result = command(*shards, "--out", tmp_path / "out")
    finally:
        held.unlock()
    assert (result.returncode, "another run" in result.stderr) == (1, True)


def test_learn_sites_is_the_two_passes(
    shards: list[Path], tmp_path: Path, command: Any, contents: Any, page: Any
) -> None:
    from newsclean.site import SiteMemory

    result = command(*shards, "--out", tmp_path / "both", "--learn-sites", "--workers", 2)
    assert result.returncode == 0, result.stderr
    memory = SiteMemory()
    memory.learn((("news.test", page(10 * shard + n)) for shard in range(3) for n in range(5)), kind="html")
    memory.save(tmp_path / "site.memory")
    assert (tmp_path / "both" / ".newsclean" / "sites.memory").read_bytes() == (tmp_path / "site.memory").read_bytes()
    command(*shards, "--out", tmp_path / "given", "--site-memory", tmp_path / "site.memory")
    assert contents(tmp_path / "both") == contents(tmp_path / "given")
    again = command(*shards, "--out", tmp_path / "both", "--learn-sites")
    assert "0 done, 3 done before" in again.stdout


def test_another_limit_learns_the_sites_again(tmp_path: Path, command: Any) -> None:
    shard = tmp_path / "pages.jsonl"
    pages = ["A short page of one line.", "\n".join(f"Line {'x' * n} of a longer page." for n in range(30))]
    rows = [{"url": "http://news.test/1", "text": text} for text in pages]
    shard.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert command(shard, "--out", tmp_path / "once", "--learn-sites").returncode == 0
    for limit, status in ((500, 2), (5000, 0)):
        result = command(shard, "--out", tmp_path / "again", "--learn-sites", "--max-page", limit)
        assert result.returncode == status, result.stderr
    once, again = (tmp_path / out / ".newsclean" / "sites.memory" for out in ("once", "again"))
    assert again.read_bytes() == once.read_bytes()
    assert len(list((again.parent / "learned").iterdir())) == 1  # that of the smaller limit is gone


PROMO = "Tides, market, the week in pictures: the Gazette on Friday."
STORIES = (
    ("goat", "library", "atlases", "Jonas Wickham"),
    ("goose", "theatre", "costumes", "Mina Alder"),
    ("pony", "bakery", "loaves", "Tom Lund"),
    ("swan", "museum", "stuffed owls", "Ines Okafor"),
)


def test_pages_without_an_address_are_of_the_named_host(tmp_path: Path, command: Any, rows: Any) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for animal, place, things, keeper in STORIES:
        lines = [
            "News | Sport | Weather",
            f"{animal.capitalize()} found in the town {place}",
            f"The {animal} that had been missing since Sunday was found in the {place}, asleep among the {things}.",
            f"It had eaten two of them, said {keeper}, who looks after the {place} and will not ask the owner to pay.",
            PROMO,
            "Most read",
            "Council to vote on swimming pool",
        ]
        (pages / f"{animal}.txt").write_text("\n".join(lines), encoding="utf-8")
    learned, given, alone = (tmp_path / name for name in ("learned", "given", "alone"))
    assert command(pages, "--out", alone, "--learn-sites").returncode == 0
    assert command(pages, "--out", learned, "--learn-sites", "--host", "gazette.example").returncode == 0
    memory = learned / ".newsclean" / "sites.memory"
    options = ("--site-memory", memory, "--host", "www.gazette.example")
    assert command(pages, "--out", given, *options).returncode == 0
    texts = {out: [row["text"] for row in rows(out / "pages.jsonl.gz")] for out in (alone, learned, given)}
    assert [PROMO in text for text in texts[alone]] == [True] * 4
    assert [PROMO in text for text in texts[learned]] == [False] * 4
    assert texts[given] == texts[learned]
    assert "0 done, 1 done before" in command(pages, "--out", given, *options).stdout
    assert "1 done, 0 done before" in command(pages, "--out", given, "--site-memory", memory).stdout
    unasked = command(pages, "--out", given, "--host", "gazette.example")
    assert (unasked.returncode, "--host is for --site-memory or --learn-sites" in unasked.stderr) == (1, True)


@pytest.mark.parametrize("given", [["", "--out", "out"], ["crawl", "--out", ""]])
def test_a_file_without_a_name_is_refused(given: list[str], shards: list[Path], tmp_path: Path, command: Any) -> None:
    before = sorted(tmp_path.rglob("*"))
    result = command(*given, cwd=tmp_path)
    assert (result.returncode, "'' is no name of a file or folder" in result.stderr) == (2, True)
    assert sorted(tmp_path.rglob("*")) == before
