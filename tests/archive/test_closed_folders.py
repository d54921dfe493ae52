"""Folders that are not looked into, as links and those that may not be read: the command says so."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path
from typing import Any

import pytest

from newsclean.archive.events import ArchiveError
from newsclean.archive.readers import shards_of
from tests.archive.table_files import ROWS, table


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    """A folder with a table, a link to a folder of another, and a link to the output folder."""
    for name in ("crawl/a", "elsewhere", "out"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("crawl/a/a.jsonl", "elsewhere/b.jsonl"):
        table(tmp_path / name, ROWS)
    (tmp_path / "crawl" / "b").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "crawl" / "out").symlink_to(tmp_path / "out")
    return tmp_path / "crawl"


def test_linked_folders_are_counted(crawl: Path) -> None:
    said: list[str] = []
    assert shards_of([crawl], crawl.parent / "out", say=said.append) == [crawl / "a" / "a.jsonl"]
    assert said == [f"{crawl}: 1 folder linked into it; name the folders themselves"]
    assert shards_of([crawl / "b"]) == [crawl / "b" / "b.jsonl"]


def test_a_folder_of_links_alone_is_refused_with_that_reason(crawl: Path) -> None:
    (crawl / "a" / "a.jsonl").unlink()
    with pytest.raises(
        ArchiveError, match=r"no folder of pages; not read: .*crawl: 2 folders linked into it; name the"
    ):
        shards_of([crawl])


def test_names_that_lead_to_no_file_are_told(crawl: Path) -> None:
    (crawl / "a" / "b.jsonl").symlink_to(crawl / "nowhere.jsonl")
    os.mkfifo(crawl / "a" / "c.jsonl")
    said: list[str] = []
    assert shards_of([crawl], say=said.append) == [crawl / "a" / "a.jsonl"]
    assert re.search(r"crawl: 2 names of what is no file, or leads to none, such as \S*/a/[bc]\.jsonl$", said[1])
    with pytest.raises(ArchiveError, match="is no regular file"):
        shards_of([crawl / "a" / "c.jsonl"])


def test_a_folder_that_may_not_be_read_is_named(crawl: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed, scan = crawl / "lost+found", os.scandir
    closed.mkdir()

    def scandir(path: Any = ".") -> Any:
        if os.fspath(path) == str(closed):
            raise PermissionError(errno.EACCES, "Permission denied", str(closed))
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    said: list[str] = []
    assert shards_of([crawl], say=said.append) == [crawl / "a" / "a.jsonl"]
    assert said[1:] == [f"{closed}: Permission denied"]
