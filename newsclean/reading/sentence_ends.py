"""Sentence ends: whether a line ends as a sentence does, a closing bracket or quotation mark behind its stop aside."""

from __future__ import annotations

ENDS = frozenset(".!?…。！？।۔؟:;")
CLOSERS = frozenset("\"'“”‘’«»)]」』›*")


def ends_sentence(text: str) -> bool:
    last = text[-1]
    if last in ENDS:
        return True
    before = text[-3:-1].rstrip() if last == "»" else text[-2:-1]  # French puts a blank before its quotation mark
    return last in CLOSERS and before[-1:] in ENDS
