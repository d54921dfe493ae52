"""Calls with what they do not take: errors that help."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, get_args

import pytest

from newsclean import KEPT, Role, clean, clean_many, explain
from newsclean.options import RoleWord

PAGE = (Path(__file__).resolve().parents[1] / "fixtures" / "pages" / "en-correction-at-top" / "page.txt").read_text(
    encoding="utf-8"
)


@pytest.mark.parametrize("call", [clean, explain])
@pytest.mark.parametrize(
    ("source", "said"),
    [
        (None, "None"),
        (3, "int"),
        (Path("page.txt"), r"read_text\(\)"),
        (["page"], "clean_many"),
        (("page",), "clean_many"),
        (io.StringIO("page"), r"file\.read\(\)"),
        (io.BytesIO(b"page"), r"file\.read\(\)"),
        (bytearray(b"page"), "bytearray"),
        ({}, "dict"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_no_source_is_told(call: Any, source: object, said: str) -> None:
    with pytest.raises(TypeError, match=said) as caught:
        call(source)
    assert "str or bytes" in str(caught.value)


@pytest.mark.parametrize("call", [clean, explain])
@pytest.mark.parametrize("source", [PAGE, ""])
@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"kind": "htlm"}, "'auto', 'text', 'markdown', 'html'.*'htlm'"),
        ({"prefer": "f1"}, "'balanced', 'precision', 'recall'.*'f1'"),
        ({"keep": {"boddy"}}, "'boddy'.*body"),
    ],
)
def test_wrong_options_are_told(call: Any, source: str, options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        call(source, **options)


@pytest.mark.parametrize("call", [clean, explain, lambda source, **options: clean_many([source], **options)])
@pytest.mark.parametrize("keep", [None, 3])
def test_what_holds_no_roles_is_told(call: Any, keep: object) -> None:
    with pytest.raises(TypeError, match=f"keep must hold roles.*{type(keep).__name__}"):
        call(PAGE, keep=keep)


def test_roles_may_be_named_by_their_words() -> None:
    assert clean(PAGE, keep=["body"]) == clean(PAGE, keep={Role.BODY})
    assert clean(PAGE, keep=KEPT | {"headline"}) == clean(PAGE, keep=KEPT | {Role.HEADLINE})
    assert get_args(RoleWord) == tuple(Role)


def test_a_kind_of_string_is_a_string() -> None:
    class Text(str):
        __slots__ = ()

    assert clean(Text(PAGE)) == clean(PAGE)
    assert type(clean(Text("bridge"), keep=set(Role))) is str
