"""The docs: examples run and print what is shown, links between pages hold, the page of all evidence is up to date."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ELSEWHERE = ("datatrove.md", "recipes.md", "scrapy.md", "spark.md")
"""Their examples need engines and files of their own: tests/engines/test_docs.py runs them."""
PAGES = [ROOT / "README.md", *sorted(path for path in (ROOT / "docs").glob("*.md") if path.name not in ELSEWHERE)]
IN_CODE = re.compile(r"(?:`(\w+)` in\s+)?`(newsclean/[\w/]+\.(?:py|toml))`")
"""A file of the code, and a name in it."""
SHOWN = re.compile(r"\s*^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_examples_print_what_is_shown_below_them(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sybil = pytest.importorskip("sybil", reason="needs the extra docs")
    myst = pytest.importorskip("sybil.parsers.myst", reason="needs the extra docs")
    monkeypatch.chdir(tmp_path)
    document = sybil.Sybil(parsers=[myst.PythonCodeBlockParser()]).parse(path)
    examples = list(document.examples())
    assert len(examples) == len(re.findall(r"^```python$", document.text, re.MULTILINE))
    for example in examples:
        printed = io.StringIO()
        with redirect_stdout(printed):
            example.evaluate()
        shown = SHOWN.match(document.text, example.end)
        told = f"{path.name}, line {example.line}: what is shown below is not what is printed:\n{printed.getvalue()}"
        assert same(shown[1] if shown else "", printed.getvalue()), told


def same(shown: str, printed: str) -> bool:
    """Whether a text shows what was printed; `...` in it stands for anything, as in a doctest."""
    return OutputChecker().check_output(shown, printed, ELLIPSIS)


@pytest.mark.parametrize("path", sorted((ROOT / "docs").glob("*.md")), ids=lambda path: path.name)
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize(
    "path", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda path: path.name
)
def test_files_and_names_of_the_code_are_where_a_page_says(path: Path) -> None:
    told = IN_CODE.findall(path.read_text(encoding="utf-8"))
    assert [file for _, file in told if not (ROOT / file).is_file()] == []
    code = {file: (ROOT / file).read_text(encoding="utf-8") for name, file in told if name}
    assert [
        (name, file) for name, file in told if name and not re.search(rf"^(?:def )?{name}\b", code[file], re.M)
    ] == []


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    listed = re.findall(r"^([a-z-]+)$", index, re.MULTILINE)
    assert sorted([*listed, "index"]) == sorted(path.stem for path in (ROOT / "docs").glob("*.md"))


def test_the_page_of_all_evidence_is_up_to_date() -> None:
    made = pytest.importorskip("newsclean.lab.evidence_page", reason="needs the extra lab")
    written = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")
    assert written == made.evidence_page(), "newsclean lab evidence writes it anew"


def test_every_evidence_says_what_it_is() -> None:
    from newsclean.evidence.marks import MARKS
    from newsclean.evidence.markup import MARKUP
    from newsclean.evidence.table import TEXT

    every = (*TEXT, *MARKS, *MARKUP)
    assert [one.__name__ for one in every if len((one.__doc__ or "").split()) < 3] == []
    assert len({one.__name__ for one in every}) == len(every)
