"""Where pages come from: what is said of a file that is not whole, or not there."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from newsclean import clean
from newsclean.cli import main


def test_a_gzipped_page_that_breaks_off_is_read_as_far_as_it_goes_and_told(
    story: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.txt.gz"
    page.write_bytes(gzip.compress(story.encode())[:-9])
    assert main([str(page)]) == 0
    out, err = capsys.readouterr()
    assert out
    assert clean(story).startswith(out[:40])
    assert err == (
        f"newsclean: {page}: its gzip is damaged, cut off or too long; what stood behind that place is missing\n"
    )


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("archiv", "; the command is called archive"),
        ("explian", "; the command is called explain"),
        ("article", ""),
    ],
)
def test_a_name_that_is_nearly_a_commands_gets_a_hint(
    name: str, hint: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([name]) == 2
    assert capsys.readouterr().err == f"newsclean: {name}: no such file{hint}\n"
