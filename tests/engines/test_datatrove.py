"""The formatter in a real local pipeline: JSON Lines in, cleaned, JSON Lines out."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsclean import explain
from newsclean.archive import rows

pytest.importorskip("datatrove", reason="needs the extra datatrove")


def _pipeline(folder: Path, pages: list[dict[str, Any]], run_job: Callable[..., str]) -> list[dict[str, Any]]:
    (folder / "in").mkdir()
    half = len(pages) // 2
    for name, part in (("a", pages[:half]), ("b", pages[half:])):
        (folder / "in" / f"{name}.jsonl").write_text("".join(json.dumps(page) + "\n" for page in part))
    run_job("datatrove_clean.py", folder / "in", folder / "out", folder / "logs")
    files = sorted((folder / "out").glob("*.gz"))
    return [json.loads(line) for path in files for line in gzip.decompress(path.read_bytes()).splitlines()]


def test_a_local_pipeline_cleans_and_keeps_the_reasons(
    tmp_path: Path, make_pages: Callable[[int], list[dict[str, Any]]], run_job: Callable[..., str]
) -> None:
    pages = make_pages(60)
    out = _pipeline(tmp_path, pages, run_job)
    assert sorted(document["id"] for document in out) == [page["id"] for page in pages]
    sources = {page["id"]: page["text"] for page in pages}
    for document in out:
        page = explain(sources[document["id"]])
        assert document["text"] == page.text
        assert document["metadata"]["date"] == "2024-03-12"
        found = document["metadata"]["newsclean"]
        assert (found["title"], found["flags"], found["confidence"]) == (
            page.title,
            sorted(page.flags),
            page.confidence,
        )
        gone = [block for block in page.blocks if not block.kept]
        assert [block["text"] for block in found["stripped"]] == [block.text for block in gone]
        assert [block["role"] for block in found["stripped"]] == [str(block.role) for block in gone]
        for told, block in zip(found["stripped"], gone, strict=True):
            assert told["reasons"] == [f"{name} {weight:+.2f}" for name, weight in block.reasons]


def test_half_of_a_surrogate_pair_is_none_that_a_writer_has_to_write() -> None:
    from datatrove.data import Document

    from newsclean.engines.datatrove import NewsFormatter

    text = "Home \ud800\nThe library opens at nine on Monday, the mayor said to \udfff her guests.\nShare \ud800 this"
    (document,) = NewsFormatter().run([Document(text=text, id="1")])
    assert document.metadata["newsclean"]["stripped"]
    json.dumps([document.text, document.metadata], ensure_ascii=False).encode()


def test_a_page_that_fails_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    from datatrove.data import Document

    from newsclean.engines.datatrove import NewsFormatter

    def broken(source: object, **options: Any) -> None:
        raise RuntimeError("cleaning broke")

    monkeypatch.setattr(rows, "explain", broken)
    (document,) = NewsFormatter().run(iter([Document("As it came.", "a")]))
    assert document.text == "As it came."
    assert document.metadata["newsclean"]["flags"] == [rows.FAILED]
    with pytest.raises(RuntimeError, match="cleaning broke"):
        list(NewsFormatter(on_error="fail").run(iter([Document("As it came.", "a")])))
