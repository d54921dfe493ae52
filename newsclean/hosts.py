"""Hosts: under which name a site is kept, and which address has one."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from functools import lru_cache
from urllib.parse import urlsplit

_LONGEST = 255
"""Characters of a host's name, of DNS."""
_LONGEST_LABEL = 63
"""Characters of each of its parts between dots."""
_MARKED = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_BEFORE, _BEHIND = re.compile(r"(?:www\.|[\s.])*+"), re.compile(r"[\s.]*+")
_WRITTEN = re.compile(r"[^/?#@:\s]+\.(?:[^\W\d_]{2,}|xn--[a-z0-9-]+)\.?(?::\d+)?/", re.IGNORECASE)
"""How an address begins: with slashes in front of its host, or, as people write it, with a host of letters in front of
a path. "12", "about:blank", "/news/1" and "story.html" are none."""


def fold_host(host: str) -> str:
    """The name under which a host is kept: in lower case, without scheme, port, "www." and closing dot.

    What follows a "#" stays, where the host is not given as an address, of which that is a place on the page.
    "" where there is no host, as in "/".

    Raises `TypeError` where `host` is no string.
    """
    if not isinstance(host, str):
        raise TypeError(f"a host is a str, not {type(host).__name__}")
    return _folded(host)


def host_of(url: str | None) -> str | None:
    """The host in a page's address, as `fold_host` names it; `None` where there is none, or one too long to be any."""
    place = (url or "").strip()
    host = fold_host(place) if _MARKED.match(place) or _WRITTEN.match(place) else ""
    return host if 0 < len(host) <= _LONGEST else None


@lru_cache(1024)
def _folded(host: str) -> str:
    place, mark, part = host.strip().partition("#")
    bare = "/" not in place and "?" not in place
    try:
        name = urlsplit(place if _MARKED.match(place) else f"//{place}").hostname or ""
        name = f"[{name}]" if ":" in name else name  # of IPv6, which without its brackets would be a host and a port
    except ValueError:
        name = place if bare else ""
    name = _bare(name.lower())
    if name.startswith("xn--") or ".xn--" in name:
        name = ".".join(map(_letters, name.split(".")))
    if not name.isascii():
        name = unicodedata.normalize("NFC", name)
    return name + mark + part if name and bare else name


def _bare(name: str) -> str:
    """A name without what stands around it, all of it, so that a name that is folded folds to itself."""
    behind = _BEHIND.match(name[::-1])
    name = name[: len(name) - (behind.end() if behind else 0)]
    before = _BEFORE.match(name)
    return name[before.end() if before else 0 :]


def _letters(label: str) -> str:
    """A part of a host's name in the letters that "xn--" stands for, as it is where it stands for none.

    By itself, and not by Python's codec of host names: that knows the rules of 2003, by which "ß" has no such form.
    """
    if not label.startswith("xn--") or len(label) > _LONGEST_LABEL:
        return label
    with suppress(UnicodeError):
        letters = label[4:].encode("ascii").decode("punycode").lower()
        if not letters.isascii() and not any(map(str.isspace, letters)):  # "xn--news-" is not "news"
            return letters
    return label
