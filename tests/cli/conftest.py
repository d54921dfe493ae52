"""A page on the disk, and the command in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

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
def story() -> str:
    """A page with an article in it."""
    return PAGE


@pytest.fixture
def page(tmp_path: Path, story: str) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(story, encoding="utf-8")
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
