"""Charsets: labels mean what the standard says, and none of them makes Python fail."""

from __future__ import annotations

import contextlib
import encodings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.reading.charsets import CODECS, FURTHER, LABELS, codec_of, decode_marked, without_mark


def test_each_label_has_one_codec() -> None:
    assert len(CODECS) == sum(len(labels.split()) for labels in LABELS.values())
    assert len(CODECS) == 221  # 228 in the standard; 6 are read as an error, and Python has no x-user-defined
    assert all(label == label.lower() for label in CODECS)


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        (" ISO-8859-1\n", "cp1252"),
        ("Latin_1", "cp1252"),
        ("latin-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("iso-8859-9", "cp1254"),
        ("iso8859_9", "cp1254"),
        ("TIS-620", "cp874"),
        ("gb2312", "gb18030"),
        ("EUC_KR", "cp949"),
        ("utf_8", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("cp500", "cp500"),
        ("hz-gb-2312", "hz"),
        ("x-user-defined", ""),
        ("base64", ""),
        ("", ""),
    ],
)
def test_what_a_label_means(label: str, codec: str) -> None:
    assert codec_of(label) == codec


@given(st.binary(), st.sampled_from(sorted(FURTHER | LABELS.keys())))
def test_no_codec_raises(data: bytes, codec: str) -> None:
    assert isinstance(data.decode(codec, "replace"), str)
    with contextlib.suppress(UnicodeDecodeError):
        data.decode(codec)


@given(st.text())
def test_any_label_is_survived_and_none_is_remembered(label: str) -> None:
    before = len(encodings._cache)
    codec = codec_of(label)
    assert not codec or codec in FURTHER | LABELS.keys()
    assert len(encodings._cache) == before


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_marks(codec: str) -> None:
    assert decode_marked("Ferry".encode(codec)) == "Ferry"
    assert decode_marked(b"Ferry") is None


@pytest.mark.parametrize("mark", ["\ufeff", "ï»¿", "\ufeff\ufeff", "\n\ufeff", " \0\ufeff"])
def test_a_mark_that_was_decoded_is_no_character(mark: str) -> None:
    assert without_mark(f"{mark}Ferry") == "\n" * len(mark) + "Ferry"


@pytest.mark.parametrize("text", ["", "Ferry", " \n", "A\ufeff", "ï»", "\0"])
def test_another_text_stays(text: str) -> None:
    assert without_mark(text) == text
