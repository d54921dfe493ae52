"""Orphans: what tells that a parent has ended, or tells nothing."""

from __future__ import annotations

import os

import pytest

from newsclean import orphans


def test_what_tells_nothing_is_waited_for_and_has_not_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orphans, "EVERY", 0.01)
    assert orphans._ended(None) is False
    reading, writing = os.pipe()
    assert orphans._ended(reading) is False
    os.close(writing)
    assert orphans._ended(reading) is True
    os.close(reading)
