"""Many pages on the command line are counted on a terminal, and nowhere else."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from newsclean.cli import main
from newsclean.cli_count import FEW, counted


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_count_is_shown_and_cleared(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"{number}.txt" for number in range(1200)]
    monkeypatch.setattr(sys, "stderr", shown := Terminal())
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert list(counted(names)) == names
    assert "\r\x1b[K1,200 of 1,200\r" in shown.getvalue()
    assert shown.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize(
    ("error", "output", "pages"),
    [(io.StringIO, io.StringIO, 99), (Terminal, Terminal, 99), (Terminal, io.StringIO, FEW)],
)
def test_it_is_not_shown_to_files_among_pages_or_for_few(
    monkeypatch: pytest.MonkeyPatch, error: type[io.StringIO], output: type[io.StringIO], pages: int
) -> None:
    monkeypatch.setattr(sys, "stderr", shown := error())
    monkeypatch.setattr(sys, "stdout", output())
    assert len(list(counted(["page.txt"] * pages))) == pages
    assert shown.getvalue() == ""


def test_a_message_begins_its_own_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Menu\n\nHome | Sport", encoding="utf-8")
    monkeypatch.setattr(sys, "stderr", shown := Terminal())
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert main([str(page)] * (FEW + 1)) == 0
    assert f"\r\x1b[K1 of {FEW + 1}\rnewsclean: {page}: no article found\n" in shown.getvalue()
