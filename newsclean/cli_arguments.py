"""Numbers on the command line: refused with a reason where they count nothing."""

from __future__ import annotations

import argparse


def positive(text: str) -> int:
    """A whole number, 1 or more, as the type of an argument."""
    return _whole(text, 1)


def natural(text: str) -> int:
    """A whole number, 0 or more, as the type of an argument."""
    return _whole(text, 0)


def _whole(text: str, least: int) -> int:
    try:
        value = int(text)
    except ValueError:
        value = least - 1
    if value < least:
        raise argparse.ArgumentTypeError(f"must be a whole number, {least} or more, not {text!r}")
    return value
