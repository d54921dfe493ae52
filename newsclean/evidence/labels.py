"""Labels: what authors call their elements, as families of whole tokens."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

SMALL, LARGE = "a-zß-öø-ÿ", "A-ZÀ-ÖØ-Þ"
TOKEN = re.compile(rf"[{LARGE}]?[{SMALL}]+|[{LARGE}]+(?![{SMALL}])|[^\W\d_{SMALL}{LARGE}]+")
LETTERS = re.compile(rf"[{SMALL}]+|[^\W\d_{SMALL}]+")


def label_tokens(label: str) -> list[str]:
    """The whole tokens of a label: split at everything but letters and at capitals, in small letters."""
    if label.islower():  # no capitals to split at: the common case, and a faster one
        return LETTERS.findall(label)
    return [token.lower() for token in TOKEN.findall(label)]


@cache
def families() -> dict[str, frozenset[str]]:
    """The families of tokens (and of neighbouring tokens, a blank between), read on the first call and kept."""
    data = (files("newsclean") / "data" / "markup_tokens.toml").read_text(encoding="utf-8")
    return {name: frozenset(tokens) for name, tokens in tomllib.loads(data)["families"].items()}


@cache
def _bits() -> tuple[dict[str, int], dict[str, dict[str, int]]]:
    """{token: a bit for each family that holds it}, and {first of a pair: {second of it: the bits}}."""
    single: dict[str, int] = {}
    double: dict[str, dict[str, int]] = {}
    for place, tokens in enumerate(families().values()):
        for token in tokens:
            first, _, second = token.partition(" ")
            into, key = (double.setdefault(first, {}), second) if second else (single, first)
            into[key] = into.get(key, 0) | 1 << place
    return single, double


@lru_cache(maxsize=8192)
def family_bits(label: str) -> int:
    """The families of a label: bit k is set for the k-th family."""
    single, double = _bits()
    found = 0
    behind: dict[str, int] | None = None
    for token in label_tokens(label):
        if token in single:
            found |= single[token]
        if behind is not None and token in behind:
            found |= behind[token]
        behind = double.get(token)
    return found
