"""Sources that are data and no text have no article; whatever holds a sentence is left alone."""

from __future__ import annotations

import base64
import json
import random

import pytest

from newsclean import Role, clean, explain
from newsclean.options import Preference
from newsclean.reading.blobs import is_blob

BYTES = random.Random(7).randbytes(30_000)
SENTENCE = "The ferry between Eldham and Sorrel Bay is to run again on Friday, said the harbour master."
CODE = 'if (goat) {\n    return {"a": 1, "b": [1, 2, 3]};\n}'

BLOBS = {
    "bytes of one value": b"\xff" * 200_000,
    "one letter": "x" * 1000,
    "two letters": "ha" * 500,
    "an address that holds a picture": f"data:image/png;base64,{base64.b64encode(BYTES).decode()}",
    "base64": base64.b64encode(BYTES).decode(),
    "base64 in rows": base64.encodebytes(BYTES).decode(),
    "base64 in rows that end as those of mail": base64.encodebytes(BYTES).decode().replace("\n", "\r\n"),
    "a certificate": f"-----BEGIN CERTIFICATE-----\n{base64.encodebytes(BYTES).decode()}-----END CERTIFICATE-----\n",
    "hexadecimal digits": BYTES.hex(),
    "a number of many digits in JSON": f'{{"a": {"9" * 5000}}}',
    "JSON": '{"a":1,"b":[1,2,3]}',
    "an API's error": '{"error": "Not found", "status": 404}\n',
    "JSON without a sentence in its strings": '{"title": "", "file": "atlas.", "state": "out of stock"}',
    "rows in JSON": json.dumps([{"id": i, "name": f"ferry {i}", "at": "2024-03-12"} for i in range(40)], indent=1),
}
TEXTS = {
    "a word": "Hello",
    "a headline": "Goat found in the town library",
    "a word with figures": "G20",
    "a word of two letters": "No",
    "a sentence": SENTENCE,
    "code within an article": f"{SENTENCE}\n\n{CODE}\n\n{SENTENCE}",
    "a text in brackets": f"[{SENTENCE}]",
    "a text in braces": f"{{{SENTENCE}}}",
    "a string in JSON": json.dumps([SENTENCE]),
    "a headline in JSON": json.dumps({"id": 1, "title": "Goat found in the town library"}),
    "an article in JSON": json.dumps({"id": 1, "body": SENTENCE}),
    "a sentence of three words in JSON": '{"title": "Goat eats atlas."}',
    "Japanese in JSON": json.dumps({"id": 1, "body": "港が開いた。"}, ensure_ascii=False),
    "Japanese in JSON, escaped": json.dumps({"id": 1, "body": "港が開いた。"}),
    "Japanese": "橋は春まで閉鎖されると、町議会が月曜日に決めた。" * 20,
    "Thai": "สะพานจะปิดจนถึงฤดูใบไม้ผลิ" * 20,
    "words without blanks": SENTENCE.replace(" ", "") * 10,
    "letters without blanks": "Theferryistorunagain" * 20,
    "an address": "https://gazette.example/" + "ferry/" * 60,
    "a sentence behind one letter": f"{'x' * 1000} {SENTENCE}",
    "addresses of one length": "https://gazette.example/ferry/123456\n" * 60,
    "rows of many lengths": "\n".join("a1B2" * (9 + row % 3) for row in range(60)),
    "rows, none longer than the first": "\n".join("a1B2" * (9 + (row % 3 == 0)) for row in range(60)),
    "a fence alone": "-----BEGIN CERTIFICATE-----",
    "rows, then a longer one": "a1B2c3D4" * 5 + "\n" + "a1B2c3D4" * 40,
    "short rows": "a1B2c3D4\n" * 60,
    "a sentence below rows": f"{base64.encodebytes(BYTES).decode()}\n{SENTENCE}",
    "JSON that is cut": '{"a": 1, "b": [1, 2]',
}


@pytest.mark.parametrize("prefer", ["balanced", "precision", "recall"])
@pytest.mark.parametrize("source", BLOBS.values(), ids=BLOBS)
def test_data_has_no_article(source: str | bytes, prefer: Preference) -> None:
    page = explain(source, prefer=prefer, reasons=False)
    assert page.text == clean(source, prefer=prefer) == ""
    assert page.flags == {"no_article"}
    assert clean(source, keep=set(Role))  # its blocks are there for whoever asks for them


@pytest.mark.parametrize("source", TEXTS.values(), ids=TEXTS)
def test_what_may_be_a_text_is_none(source: str) -> None:
    assert not is_blob(source)


@pytest.mark.parametrize(
    "source", ["", " ", "[", "{}", "[]", "[" * 100_000 + "]" * 100_000, f"[{'1' * 5000}]", "\ud800" * 300]
)
def test_no_string_raises(source: str) -> None:
    assert clean(source) in ("", source)
