"""Labels: what authors call their elements, as families of whole tokens."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

SMALL, LARGE = "a-zß-öø-ÿ", "A-ZÀ-ÖØ-Þ"
TOKEN = re.compile(rf"[{LARGE}]?[{SMALL}]+|[{LARGE}]+(?![{SMALL}])|[^\W\d_{SMALL}{LARGE}]+")


def label_tokens(label: str) -> list[str]:
    """The whole tokens of a label: split at everything but letters and at capitals, in small letters."""
    return [token.lower() for token in TOKEN.findall(label)]


@cache
def families() -> dict[str, frozenset[str]]:
    """The families of tokens (and of neighbouring tokens, a blank between), read on the first call and kept."""
    data = (files("newsclean") / "data" / "markup_tokens.toml").read_text(encoding="utf-8")
    return {name: frozenset(tokens) for name, tokens in tomllib.loads(data)["families"].items()}


@cache
def _bits() -> dict[str, int]:
    """{token or pair: a bit for each family that holds it}."""
    bits: dict[str, int] = {}
    for place, tokens in enumerate(families().values()):
        for token in tokens:
            bits[token] = bits.get(token, 0) | 1 << place
    return bits


@lru_cache(maxsize=8192)
def family_bits(label: str) -> int:
    """The families of a label: bit k is set for the k-th family."""
    bits, tokens = _bits(), label_tokens(label)
    found = 0
    for token in tokens:
        found |= bits.get(token, 0)
    for pair in pairwise(tokens):
        found |= bits.get(" ".join(pair), 0)
    return found
