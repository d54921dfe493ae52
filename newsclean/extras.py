"""Extras: what is said where a package is missing that one of them brings."""

from __future__ import annotations


def install(extra: str) -> str:
    """How to get an extra, wherever newsclean came from."""
    return f'install newsclean with its extra `{extra}`, in a clone by pip install ".[{extra}]"'
