"""Lexicon files: the part of TOML in which they are written, read many times as fast as all of TOML is.

Every process that cleans reads all of them once, and with the standard library's reader that takes longer than all else
that it does before its first page.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Sequence
from typing import Any

STATEMENT = re.compile(
    r"""\[\[(?P<row>\w++)\]\]\n++
    | \[(?P<table>\w++)\]\n++
    | (?P<key>\w++)\ =\ (?:
        (?P<list>\[(?:[^]"\#]++|"[^"\\]*+(?:\\.[^"\\]*+)*+")*+\])
        | '''\n(?P<lines>(?:[^']++|'(?!''))*+)'''
        | (?P<value>[^\n['\#]++)
    )\n++
    """,
    re.VERBOSE,
)
"""`[[row]]`, `[table]`, `key = [...]`, `key = '''...'''` or `key = value`."""
DECODE = json.JSONDecoder().decode


def read_lexicon_file(text: str) -> dict[str, Any]:
    """What a lexicon file says; what is written otherwise than they are is left to the standard library.

    Raises:
        tomllib.TOMLDecodeError: it is no TOML.
    """
    found: dict[str, Any] = {}
    section, at = found, 0
    written: list[tuple[dict[str, Any], str, str]] = []
    try:
        while at < len(text):
            statement = STATEMENT.match(text, at)
            if statement is None:
                return tomllib.loads(text)
            at = statement.end()
            kind = statement.lastgroup or ""
            value = statement[kind]
            if kind == "row":
                section = {}
                found.setdefault(value, []).append(section)
            elif kind == "table":
                section = _new(found, value, {})
            elif kind == "lines":
                _new(section, statement["key"], value)
            else:
                _new(section, statement["key"], None)
                written.append((section, statement["key"], value))
        _read_values(written)
    except ValueError:
        return tomllib.loads(text)
    return found


def _new(section: dict[str, Any], key: str, value: Any) -> Any:
    """The value, under a key of its own: what is said twice is no TOML, and half of it would be lost."""
    if key in section:
        raise ValueError(key)
    section[key] = value
    return value


def _read_values(written: Sequence[tuple[dict[str, Any], str, str]]) -> None:
    """Puts lists, strings, numbers, true and false into their sections: as JSON writes them, a last comma aside, and
    all of a file read at once."""
    values = DECODE("[" + ",".join([_without_last_comma(value) for _, _, value in written]) + "]")
    for (section, key, _), value in zip(written, values, strict=True):
        section[key] = value


def _without_last_comma(value: str) -> str:
    return value[:-1].rstrip().removesuffix(",") + "]" if value[0] == "[" else value
