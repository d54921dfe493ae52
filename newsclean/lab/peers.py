"""The rivals, each as a function from a page to its article: for text, rules from the literature; for HTML, extractors.

The rules of C4 and RefinedWeb are written from their published descriptions. Only what they do to lines is here: what
they do to whole pages (dropping those with a curly bracket, say) would lose articles that the measure asks for. Every
rival runs in the setting that suits a news article best: comments off, language found from the page's own words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from html import escape

from newsclean.lab.extracted_texts import main_boilerpy3, main_newspaper4k, main_readability, main_resiliparse

Peer = Callable[[str], str]

C4_LEAST_WORDS = 5
REFINEDWEB_SHORT = 10
"""Words up to which RefinedWeb edits a line that holds one of its patterns."""
UPPERCASE = 0.6
"""Share of a line's letters from which it counts as mainly uppercase."""
LEAST_STOPWORDS = 0.1
"""Share of stop words below which no language is taken for known."""
SAMPLE = 300
"""Words looked at to find a page's language."""

_C4_ENDS = (".", "!", "?", '"', "”", "’", "。", "！", "？", "؟", "।")
_C4_PHRASES = re.compile(
    r"javascript|terms of use|privacy policy|cookie policy|uses cookies|use of cookies|use cookies", re.I
)
_CITATION = re.compile(r"\[(?:\d+|edit|citation needed)\]", re.I)

_NUMERIC = re.compile(r"[\W\d_]+")
_COUNTER = re.compile(
    r"\W*\d[\d.,]*\s*[km]?\s*(?:likes?|shares?|comments?|retweets?|reposts?|quotes?|bookmarks?|views?|replies|reply|"
    r"followers?|downloads?|upvotes?|downvotes?|votes?)\W*",
    re.I,
)
_AT_START = re.compile(r"^\W*(?:sign[ -]?(?:in|up)|log[ -]?in|register|subscribe|skip to (?:main )?content)\b\W*", re.I)
_AT_END = re.compile(r"\W*\b(?:read|learn|show|see|view) (?:more|less|all)\W*$|\W*\bcontinue reading\W*$", re.I)
_ANYWHERE = re.compile(r"\W*\b(?:\d+ )?items? in (?:your )?cart\b\W*|\W*\badd to cart\b\W*", re.I)


def c4_lines(text: str) -> str:
    """C4's line rules: a line stays if it has five words, ends like a sentence and speaks of no script or policy."""
    kept = []
    for line in _lines(text):
        line = _CITATION.sub("", line).strip()
        sentence = line.endswith(_C4_ENDS) and not line.endswith("...")
        if sentence and len(line.split()) >= C4_LEAST_WORDS and not _C4_PHRASES.search(line):
            kept.append(line)
    return "\n\n".join(kept)


def refinedweb_lines(text: str) -> str:
    """RefinedWeb's line corrections: uppercase, numbers, counters and single words go, patterns in short lines too."""
    kept = []
    for line in _lines(text):
        if len(line.split()) <= REFINEDWEB_SHORT:
            line = _AT_START.sub("", _AT_END.sub("", _ANYWHERE.sub(" ", line))).strip()
        if len(line.split()) > 1 and not _COUNTER.fullmatch(line) and not _NUMERIC.fullmatch(line):
            letters = [c for c in line if c.isalpha()]
            if sum(c.isupper() for c in letters) <= UPPERCASE * len(letters):
                kept.append(line)
    return "\n\n".join(kept)


def justext_lines(text: str) -> str:
    """jusText over the text's lines, each wrapped into a paragraph."""
    return justext(_wrapped(text))


def boilerpy3_lines(text: str) -> str:
    """boilerpy3's article extractor over the text's lines, each wrapped into a paragraph."""
    return main_boilerpy3(_wrapped(text))


def as_it_comes(text: str) -> str:
    """The text itself: what a user has who does nothing."""
    return text


def trafilatura(html: str, fast: bool = False, precise: bool = False) -> str:
    """trafilatura, in its default, its fast or its precision mode."""
    import trafilatura

    return trafilatura.extract(html, include_comments=False, fast=fast, favor_precision=precise) or ""


def justext(html: str) -> str:
    """jusText, with the stop words of the language that has most of them on the page."""
    import justext

    words = _stopwords(re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", " ", html, flags=re.S | re.I))
    shares = {} if words else {"stopwords_low": 0.0, "stopwords_high": 0.0}  # its mode for an unknown language
    paragraphs = justext.justext(html, words, **shares)
    return "\n\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


def goose3(html: str) -> str:
    """goose3's cleaned text."""
    from goose3 import Goose

    with Goose({"enable_image_fetching": False}) as goose:
        return str(goose.extract(raw_html=html).cleaned_text)


TEXT_PEERS: dict[str, Peer] = {
    "as it comes": as_it_comes,
    "C4 lines": c4_lines,
    "RefinedWeb lines": refinedweb_lines,
    "jusText on lines": justext_lines,
    "boilerpy3 on lines": boilerpy3_lines,
}
"""Rivals that take text."""
HTML_PEERS: dict[str, Peer] = {
    "trafilatura": trafilatura,
    "trafilatura fast": partial(trafilatura, fast=True),
    "trafilatura precision": partial(trafilatura, precise=True),
    "readability-lxml": main_readability,
    "resiliparse": main_resiliparse,
    "newspaper4k": main_newspaper4k,
    "jusText": justext,
    "goose3": goose3,
    "boilerpy3": main_boilerpy3,
}
"""Rivals that take HTML."""


def answer(peer: Peer, page: str) -> str:
    """A rival's article; "" where it fails, as its user would have got nothing."""
    try:
        return peer(page) or ""
    except Exception:  # whatever a rival raises is its answer, and must not stop the run
        return ""


def _lines(text: str) -> list[str]:
    return [stripped for line in text.splitlines() if (stripped := line.strip())]


def _wrapped(text: str) -> str:
    paragraphs = "\n".join(f"<p>{escape(line)}</p>" for line in _lines(text))
    return f"<html><body>{paragraphs}</body></html>"


@cache
def _stoplists() -> dict[str, frozenset[str]]:
    from justext import get_stoplist, get_stoplists

    return {name: get_stoplist(name) for name in sorted(get_stoplists())}


def _stopwords(text: str) -> frozenset[str]:
    """The stop list that covers most of a sample from the middle of a text; empty where none covers a tenth."""
    words = text.lower().split()
    middle = max(0, len(words) // 2 - SAMPLE // 2)
    sample = words[middle : middle + SAMPLE]
    best = max(_stoplists().values(), key=lambda stoplist: sum(word in stoplist for word in sample))
    covered = sum(word in best for word in sample)
    return best if covered >= LEAST_STOPWORDS * max(len(sample), 1) else frozenset()
