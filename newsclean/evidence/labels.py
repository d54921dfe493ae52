"""Labels: what authors call their elements, as families of whole tokens."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

SMALL, LARGE = "a-zß-öø-ÿ", "A-ZÀ-ÖØ-Þ"
TOKEN = re.compile(rf"[{LARGE}]?[{SMALL}]+|[{LARGE}]+(?![{SMALL}])|[^\W\d_{SMALL}{LARGE}]+")
LETTERS = re.compile(rf"[{SMALL}]+|[^\W\d_{SMALL}]+")
LETTERS_OR_END = re.compile(rf"{LETTERS.pattern}|\x00")
MOST_SEEN = 20_000
_seen: dict[str, int] = {}


def label_tokens(label: str) -> list[str]:
    """The whole tokens of a label: split at everything but letters and at capitals, in small letters."""
    if label.islower():  # no capitals to split at: the common case, and a faster one
        return LETTERS.findall(label)
    return [token.lower() for token in TOKEN.findall(label)]


@cache
def _table() -> dict[str, dict[str, frozenset[str]]]:
    """The file of tokens (and of neighbouring tokens, a blank between), read on the first call and kept."""
    data = tomllib.loads((files("newsclean") / "data" / "markup_tokens.toml").read_text(encoding="utf-8"))
    return {part: {name: frozenset(tokens) for name, tokens in rows.items()} for part, rows in data.items()}


def families() -> dict[str, frozenset[str]]:
    """The families of tokens, each of which is evidence."""
    return _table()["families"]


def elements() -> dict[str, frozenset[str]]:
    """The names of elements that a rule goes by; their bits stand behind those of the families."""
    return _table()["elements"]


@cache
def element_bit(name: str) -> int:
    """The bit of an element's name in `all_family_bits`."""
    return 1 << len(families()) + list(elements()).index(name)


@cache
def _bits() -> tuple[dict[str, int], dict[str, dict[str, int]]]:
    """{token: a bit for each family that holds it}, and {first of a pair: {second of it: the bits}}."""
    single: dict[str, int] = {}
    double: dict[str, dict[str, int]] = {}
    for place, tokens in enumerate((*families().values(), *elements().values())):
        for token in tokens:
            first, _, second = token.partition(" ")
            into, key = (double.setdefault(first, {}), second) if second else (single, first)
            into[key] = into.get(key, 0) | 1 << place
    return single, double


def all_family_bits(labels: Sequence[str]) -> NDArray[np.uint32]:
    """uint32: the families of each of a page's labels, bit k for the k-th family, and behind them those of elements.

    They are kept, as a site's pages share most of theirs.
    """
    global _seen
    if len(_seen) > MOST_SEEN:
        _seen = {}
    seen = _seen  # another thread may begin a new one
    new = [label for label in labels if label not in seen]
    found = map(_bits_of, _all_tokens(new))
    seen.update({label: _named(label, bits) for label, bits in zip(new, found, strict=True)})
    return np.array([seen[label] for label in labels], np.uint32)


def _all_tokens(labels: Sequence[str]) -> Iterator[list[str]]:
    """The tokens of each label: most labels, those without capitals, are split in one go."""
    plain = [label for label in labels if label.islower() and "\x00" not in label]
    tokens = LETTERS_OR_END.findall("\x00".join([*plain, ""]))
    split, start = {}, 0
    for label in plain:
        end = tokens.index("\x00", start)
        split[label] = tokens[start:end]
        start = end + 1
    return (split[label] if label in split else label_tokens(label) for label in labels)


def _named(label: str, bits: int) -> int:
    """The bits of a label, less the names of what an element only has, or has not ("has-newsletter", "no-infobox"), or
    is filed under ("category-newsletter")."""
    own = (1 << len(families())) - 1
    if bits <= own:  # it names no element that a rule goes by: most labels
        return bits
    others = _table()["others"]["before"]
    words = (list(takewhile(lambda token: token not in others, label_tokens(word))) for word in label.split())
    return bits & (own | _bits_of([token for word in words for token in word]))


def _bits_of(tokens: Sequence[str]) -> int:
    single, double = _bits()
    found = 0
    behind: dict[str, int] | None = None
    for token in tokens:
        if token in single:
            found |= single[token]
        if behind is not None and token in behind:
            found |= behind[token]
        behind = double.get(token)
    return found
