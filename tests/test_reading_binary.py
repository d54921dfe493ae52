"""Bytes that are no text hold no article; damaged text is text."""

from __future__ import annotations

import random
import zlib

import pytest

from newsclean import clean, explain

PARAGRAPHS = [
    "The council of the small harbour town voted on Monday to close the old bridge for most of the winter.",
    "The mayor, who had asked for a report in May, told residents that buses would take the long way round.",
    "A ferry will cross the river every twenty minutes from six in the morning, though not in a storm.",
]
PAGE = "<html><head><title>Bridge</title></head><body>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + "</body></html>"
NOISE = random.Random(3).randbytes(20_000)


@pytest.mark.parametrize(
    "source",
    [
        b"\xff\xd8\xff\xe0" + NOISE,
        b"\x89PNG\r\n\x1a\n" + NOISE,
        b"%PDF-1.5\n1 0 obj\n<< /Type /Catalog >>\nstream\n" + zlib.compress(NOISE),
        b"%PDF-1.4\n" + PAGE.encode(),
        b"PK\x03\x04" + NOISE,
        b"\x28\xb5\x2f\xfd" + NOISE,
        NOISE,
        bytes(5000),
    ],
    ids=["a photo", "a picture", "a PDF", "a PDF in ASCII", "a zip file", "Zstandard", "noise", "zeros"],
)
def test_binary_has_no_article(source: bytes) -> None:
    page = explain(source)
    assert (page.text, page.blocks) == ("", ())
    assert "no_article" in page.flags
    assert clean(source, prefer="recall") == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32", "shift_jis"])
def test_text_in_any_encoding_is_text(encoding: str) -> None:
    assert clean(PAGE.encode(encoding)).split("\n\n") == PARAGRAPHS


def test_damaged_text_is_text() -> None:
    dice = random.Random(5)
    data = bytearray(PAGE.encode() * 20)
    for _ in range(len(data) // 200):
        data[dice.randrange(len(data))] = dice.randrange(256)
    assert len(clean(bytes(data))) > 100
