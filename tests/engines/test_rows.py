"""The row that one page becomes: its columns, and what happens to a page that cannot be cleaned."""

from __future__ import annotations

import json
import pickle
from logging import WARNING
from typing import Any

import pytest

from newsclean import KEPT, Role, clean, explain
from newsclean.archive import rows
from newsclean.archive.rows import COLUMNS, FAILED, CleanOptions, clean_row, row_schema
from newsclean.page import kept_share

TEXT = "The library opens at nine on Monday, the mayor said.\nShare this article\nIt closes at six, the sign says."


def test_a_row_is_what_explain_says() -> None:
    row, page = clean_row(TEXT, CleanOptions(), id="a", url="https://a.example/1", date="2024-03-12"), explain(TEXT)
    assert tuple(row) == COLUMNS
    assert (row["id"], row["url"], row["date"]) == ("a", "https://a.example/1", "2024-03-12")
    assert row["text"] == clean(TEXT) == page.text
    assert row["kept_share"] == kept_share(page)
    assert row["flags"] == sorted(page.flags)


def test_stripped_blocks_come_with_their_roles() -> None:
    row = clean_row(TEXT, CleanOptions(stripped=True))
    gone = [block for block in explain(TEXT).blocks if not block.kept]
    assert row["stripped"] == [{"role": str(block.role), "text": block.text} for block in gone]


@pytest.mark.parametrize("source", [TEXT, TEXT.encode(), b"\xff\xfe", "", None, "half \ud800 a pair"])
def test_every_row_fits_the_schema_and_json(source: str | bytes | None) -> None:
    pa = pytest.importorskip("pyarrow", reason="the schema is Arrow's (extra archive)")
    row = clean_row(source, CleanOptions(stripped=True))
    table = pa.Table.from_pylist([row], row_schema(stripped=True))
    assert table.to_pylist() == [row]
    assert json.loads(json.dumps(row, ensure_ascii=False).encode()) == row


def _break(monkeypatch: pytest.MonkeyPatch, error: Exception | None = None) -> None:
    def broken(source: object, **options: Any) -> None:
        raise error or RuntimeError("cleaning broke")

    monkeypatch.setattr(rows, "explain", broken)


def test_a_page_that_fails_is_passed_on_as_it_came(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    _break(monkeypatch)
    for source in (TEXT, TEXT.encode()):
        row = clean_row(source, CleanOptions(stripped=True), id="a")
        assert (row["id"], row["text"], row["flags"], row["confidence"]) == ("a", TEXT, [FAILED], 0.0)
        assert row["stripped"] == []
    said = "page a failed and is passed on as it came: RuntimeError: cleaning broke"
    assert caplog.record_tuples == [("newsclean", WARNING, said)] * 2


def test_a_page_that_fails_raises_where_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    _break(monkeypatch)
    with pytest.raises(RuntimeError, match="cleaning broke"):
        clean_row(TEXT, CleanOptions(on_error="fail"))


@pytest.mark.parametrize("error", [FileNotFoundError("no weights"), ImportError("no parser")])
def test_a_broken_installation_is_no_failing_page(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    _break(monkeypatch, error)
    with pytest.raises(type(error)):
        clean_row(TEXT, CleanOptions())


def test_options_are_values() -> None:
    options = CleanOptions(keep=tuple(KEPT | {Role.HEADLINE}))
    assert pickle.loads(pickle.dumps(options)) == options == CleanOptions(keep=tuple(sorted(KEPT | {Role.HEADLINE})))
    assert repr(options) == repr(pickle.loads(pickle.dumps(options)))


@pytest.mark.parametrize("option", [{"on_error": "drop"}, {"kind": "HTML"}, {"prefer": "best"}, {"keep": ("article",)}])
def test_a_wrong_option_is_no_pages_fault(option: dict[str, Any]) -> None:
    (value,) = option.values()
    with pytest.raises(ValueError, match=value if isinstance(value, str) else value[0]):
        CleanOptions(**option)


@pytest.mark.parametrize("source", [5, ["A page."], bytearray(b"A page.")])
def test_what_is_no_page_is_not_passed_on(source: Any) -> None:
    with pytest.raises(TypeError, match="source must be str or bytes"):
        clean_row(source, CleanOptions())


def test_one_role_is_not_taken_for_its_letters() -> None:
    with pytest.raises(TypeError, match=r"keep must hold roles, as in keep=\{'body'\}"):
        CleanOptions(keep="body")  # type: ignore[arg-type]
