"""The same source gives the same page in every process and thread, and in any order."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given

from newsclean import explain
from tests.test_contract import PAGE, PROSE, SOURCES, seldom

SCRIPT = """
import hashlib, json, sys
from newsclean import explain
sources = json.load(sys.stdin)
print([hashlib.sha256(json.dumps(explain(s).to_dict()).encode()).hexdigest() for s in sources])
"""
FIXED = [
    PAGE,
    "# Bridge closed\n\n" + "\n\n".join(PROSE) + "\n\n[Home](/) [Sports](/s)",
    "<html><body><nav><a href='/'>Home</a></nav>" + "".join(f"<p>{text}</p>" for text in PROSE) + "</body></html>",
    "",
]


def digests(sources: list[str]) -> list[str]:
    return [hashlib.sha256(json.dumps(explain(source).to_dict()).encode()).hexdigest() for source in sources]


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_every_process_says_the_same(seed: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        input=json.dumps(FIXED),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    assert done.stdout.strip() == str(digests(FIXED))


def test_order_and_threads_change_nothing() -> None:
    expected = digests(FIXED)
    assert digests(FIXED[::-1]) == expected[::-1]
    with ThreadPoolExecutor(8) as pool:
        for got in pool.map(digests, [FIXED] * 16):
            assert got == expected


@seldom
@given(SOURCES)
def test_the_same_source_gives_the_same_page(source: str) -> None:
    assert explain(source) == explain(source)
