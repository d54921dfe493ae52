"""Lexicon files: the part of TOML in which they are written, read many times as fast as all of TOML is.

Every process that cleans reads all of them once, and with the standard library's reader that takes longer than all else
that it does before its first page.
"""

from __future__ import annotations

import json
import re
import tomllib
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
LAST_COMMA = re.compile(r",\s*\]\Z")


def read_lexicon_file(text: str) -> dict[str, Any]:
    """What a lexicon file says; what is written otherwise than they are is left to the standard library.

    Raises:
        tomllib.TOMLDecodeError: it is no TOML.
    """
    found: dict[str, Any] = {}
    section, at = found, 0
    try:
        while at < len(text):
            statement = STATEMENT.match(text, at)
            if statement is None:
                return tomllib.loads(text)
            at = statement.end()
            kind = statement.lastgroup or ""
            if kind == "row":
                section = {}
                found.setdefault(statement["row"], []).append(section)
            elif kind == "table":
                section = _new(found, statement["table"], {})
            else:
                _new(section, statement["key"], _value(kind, statement[kind]))
    except ValueError:
        return tomllib.loads(text)
    return found


def _new(section: dict[str, Any], key: str, value: Any) -> Any:
    """The value, under a key of its own: what is said twice is no TOML, and half of it would be lost."""
    if key in section:
        raise ValueError(key)
    section[key] = value
    return value


def _value(kind: str, written: str) -> Any:
    """A list, several lines, or a string, number, true or false: as JSON writes them, a last comma aside."""
    if kind == "lines":
        return written
    return DECODE(LAST_COMMA.sub("]", written) if kind == "list" else written)
