"""The ceiling: lines kept as their alignment says, on a corpus of one made-up page."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from newsclean.lab.align import Target
from newsclean.lab.ceiling import ceiling, kept_text

BODY = "The tower clock strikes again since Friday, a watchmaker from the town has seen to it."
PAGE = {"id": "made/up", "html": f"<p>Home</p><p>{BODY}</p><p>Contact us</p>", "body": BODY, "gold": "full"}


def test_kept_text() -> None:
    assert kept_text(f"Home\n\n{BODY}\nContact us", Target(BODY)) == BODY


def test_ceiling(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSCLEAN_CACHE", str(tmp_path))
    with gzip.open(tmp_path / "fundus.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(PAGE) + "\n")
    store = tmp_path / "renderings" / "fundus.jsonl.gz"
    store.parent.mkdir()
    with gzip.open(store, "wt", encoding="utf-8") as file:
        file.write(json.dumps({"id": "made/up", "texts": {"bs4": f"Home\n{BODY}\nContact us"}}) + "\n")
    figures, rows = ceiling("fundus", tmp_path, "bs4")
    assert figures == (1.0, 1.0, 1.0, 1.0)
    assert rows["made/up"].exact == 1.0
