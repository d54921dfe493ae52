"""The command with a site memory: given, or learned from the shards first."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest


def test_a_wrong_site_memory_starts_nothing(shards: list[Path], tmp_path: Path, command: Any) -> None:
    (tmp_path / "wrong").write_text("no memory")
    for name, reason in (("wrong", " is not a site memory"), ("missing", ": No such file or directory")):
        result = command(*shards, "--out", tmp_path / "out", "--site-memory", tmp_path / name)
        assert (result.returncode, result.stdout) == (1, "")
        assert result.stderr == f"newsclean archive: {tmp_path / name}{reason}\n"
    assert not (tmp_path / "out").exists()


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


def test_a_damaged_part_of_an_earlier_run_is_named(shards: list[Path], tmp_path: Path, command: Any) -> None:
    assert command(*shards, "--out", tmp_path / "out", "--learn-sites").returncode == 0
    part = min((tmp_path / "out" / ".newsclean" / "learned").iterdir())
    part.write_bytes(part.read_bytes()[:-3])
    result = command(*shards, "--out", tmp_path / "out", "--learn-sites")
    assert result.returncode == 1
    said = f"{part} is damaged or cut short: its digest does not fit; delete that file, and its shard is learned again"
    assert result.stderr == f"newsclean archive: {said}\n"
    part.unlink()
    assert "0 done, 3 done before" in command(*shards, "--out", tmp_path / "out", "--learn-sites").stdout


FAULTY = """
import newsclean.archive.members as members
plain = members.ShardFile.read
def read(file, *arguments):
    if file.path.name.startswith("1."):
        raise OSError(5, "Input/output error")
    return plain(file, *arguments)
members.ShardFile.read = read
"""


def test_a_shard_that_cannot_be_learned_is_set_aside_and_the_others_are_cleaned(
    shards: list[Path], tmp_path: Path, command: Any, contents: Any
) -> None:
    faulty, *others = sorted(shards, key=lambda shard: not shard.name.startswith("1."))
    out = tmp_path / "out"
    result = command(*shards, "--out", out, "--learn-sites", "--workers", 1, tampered=FAULTY)
    assert result.returncode == 3
    assert result.stderr == f"{faulty}: set aside: OSError: [Errno 5] Input/output error\n"
    assert "2 done, 0 done before, 1 set aside" in result.stdout
    assert command(*others, "--out", tmp_path / "two", "--learn-sites").returncode == 0
    assert contents(out) == contents(tmp_path / "two")
    (tmp_path / "tampered" / "sitecustomize.py").unlink()
    assert "1 done, 2 done before" in command(*shards, "--out", out, "--learn-sites").stdout  # the memory is the same


def test_what_is_learned_and_not_cleaned_is_not_done(shards: list[Path], tmp_path: Path, command: Any) -> None:
    full = FAULTY.replace("5,", "28,")
    result = command(*shards, "--out", tmp_path / "out", "--learn-sites", "--workers", 1, tampered=full)
    assert result.returncode == 1
    assert "no room to write" in result.stderr
    assert "0 done, 0 done before, 3 not finished" in result.stdout


@pytest.mark.parametrize("host", ["", "/", "http://"])
def test_what_is_no_host_starts_nothing(host: str, shards: list[Path], tmp_path: Path, command: Any) -> None:
    result = command(*shards, "--out", tmp_path / "out", "--learn-sites", "--host", host)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == f"newsclean archive: --host: {host!r} is no host\n"
    assert not (tmp_path / "out").exists()


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
