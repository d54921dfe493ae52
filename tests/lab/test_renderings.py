"""Renderings as Markdown: they keep the page's words, and what a reader sees of them is what is measured."""

from __future__ import annotations

import textwrap
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("markdownify")
pytest.importorskip("html2text")

from newsclean.lab import renderings as module
from newsclean.lab.kinds import EXTRACTED, MARKDOWN, MARKED, PARAGRAPHS, RENDERERS, SCRIPTED, WHOLE, seen
from newsclean.lab.renderings import render, renderings
from newsclean.lab.tables import NEAR, Sample, _cleaned
from newsclean.reading.document import Document
from newsclean.reading.kind import find_kind
from newsclean.reading.markdown import read_markdown
from newsclean.reading.read import read

TEXT = "Die Brücke über die Größe bleibt bis zum Frühling zu, sagte der Bürgermeister am Montag im Rathaus der Stadt."
PAGE = f"""<html><head><title>Brücke</title><style>p {{}}</style></head><body><ul><li><a href="/a">Start</a></li></ul>
<h1>Brücke zu</h1><p>{TEXT.replace("Bürgermeister", "<b>Bürgermeister</b>")}</p><p><a href="/plan">Der Plan</a></p>
<script>var no = 1</script></body></html>"""


@pytest.mark.parametrize("kind", MARKDOWN)
def test_the_words_of_the_page_and_no_others(kind: str) -> None:
    text = render(PAGE, (kind,))[kind]
    assert find_kind(text) == "markdown"
    words = seen(text, kind).split()
    assert words[-len(TEXT.split()) - 2 :] == [*TEXT.split(), "Der", "Plan"]
    assert "no" not in words


def test_one_wraps_and_the_others_do_not() -> None:
    longest = {kind: max(map(len, text.splitlines())) for kind, text in render(PAGE, tuple(MARKDOWN)).items()}
    assert longest["html2text"] <= 78 < longest["html2text_unwrapped"]
    assert longest["markdownify"] > 78


def test_of_markdown_the_words_count_of_everything_else_all() -> None:
    marked = "**Ada** and [Bo](/bo)"
    assert all(seen(marked, kind) == "Ada and Bo\n" for kind in MARKED)
    assert all(seen(marked, kind) == marked for kind in (*WHOLE, *EXTRACTED))


def test_a_text_of_every_element_has_the_scripts_in_it() -> None:
    texts = render(PAGE, tuple(SCRIPTED))
    assert all("var no = 1" in text and TEXT[:16] in text for text in texts.values())
    assert "Bürgermeister\n am Montag" in texts["itertext"]
    assert "p {}" not in texts["itertext"]
    assert TEXT in texts["text_content"]
    assert texts["text_content"].startswith("Brückep {}")


def test_a_scraper_of_paragraphs_takes_nothing_else() -> None:
    texts = render(PAGE, tuple(PARAGRAPHS))
    assert texts["paragraphs"].splitlines() == [TEXT, "Der Plan"]
    assert texts["headed_paragraphs"].splitlines() == ["Start", "Brücke zu", TEXT, "Der Plan"]


def _sample(doc: Document, label: list[float]) -> Sample:
    labels = np.array(label, np.float32)
    return Sample("fundus", "page", "markdownify", "site", 0, doc, labels, np.ones(len(doc), np.float32))


def test_what_a_cleaner_leaves_of_markdown_keeps_its_marks() -> None:
    doc = read_markdown(f"[Start](/)\n\n# Brücke zu\n\n{TEXT} [Plan](/plan)\n\n[Mehr](/mehr)")
    left = _cleaned(_sample(doc, [0, 1, 1, 0]), "cleaned_markdown", partial(read, kind="markdown"))
    assert "# Brücke zu\n\n" in left.doc.source
    assert "[Plan](/plan)" in left.doc.source
    assert left.label.tolist() == [1.0] * len(left.doc)


def test_what_fails_is_tried_again_and_what_finds_nothing_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSCLEAN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(module, "ProcessPoolExecutor", ThreadPoolExecutor)
    asked: list[str] = []

    def flaky(html: str) -> str:
        asked.append("flaky")
        if asked.count("flaky") == 1:
            raise RuntimeError("not today")
        return "The ferry runs again."

    def empty(html: str) -> None:
        asked.append("empty")

    monkeypatch.setitem(RENDERERS, "flaky", flaky)
    monkeypatch.setitem(RENDERERS, "empty", empty)
    pages = [{"id": "a", "html": PAGE}]

    def made() -> dict[str, dict[str, str]]:
        return renderings("fundus", tmp_path, ("flaky", "empty"), pages=pages)

    assert made() == {"a": {"flaky": "", "empty": ""}}
    assert made() == {"a": {"flaky": "The ferry runs again.", "empty": ""}} == made()
    assert asked == ["flaky", "empty", "flaky"]


def test_an_unknown_kind_is_no_empty_page() -> None:
    with pytest.raises(KeyError, match="nope"):
        render(PAGE, ("nope",))


@pytest.mark.parametrize("blocks", [1, 2, 2 * NEAR, 2 * NEAR + 1, 20])
def test_pages_of_any_length_are_left_by_cleaners(blocks: int) -> None:
    doc = read(textwrap.dedent("\n\n".join([TEXT] * blocks)), "text")
    for first in (0.0, 1.0):
        left = _cleaned(_sample(doc, [first, *[1.0] * (blocks - 1)]), "cleaned", partial(read, kind="text"))
        assert blocks - 1 <= len(left.doc) <= blocks
