"""Code: scripts, styles and data that came along where a scraper took the text of every element.

Which characters follow which tells code from prose, whatever the language of either: log-odds of pairs of characters,
learned from pages whose elements say what is a script. Words are then told apart in sequence (Viterbi 1967, "Error
bounds for convolutional codes"), so that a word of prose within a script goes with it.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.reading.character_pairs import character_pairs
from newsclean.reading.lines import Line

SIGNS = tuple(
    re.compile(sign)
    for sign in (
        r"\bwindow\.",
        r"\bdocument\.(?:getElement|write|create|cookie|query|body|head|location|readyState)",
        r"dataLayer",
        r"googletag|adsbygoogle|google-?analytics|GoogleAnalytics",
        r"\b(?:gtag|ga|fbq)\(",
        r'"@(?:context|type)"',
        r"@media|!important",
        r"\bjQuery\b|\$\((?:document|function)|\$\.ajax",
        r"\.push\(",
        r"\bnavigator\.",
        r"localStorage|sessionStorage",
        r"addEventListener",
        r"<!\[CDATA\[",
        r"XMLHttpRequest",
        r"\bvar [\w$]{1,30} ?= ?",
        r"\bfunction ?\w{0,40}\(",
        r"px[;}]",
        r'"https?:(?:\\?/|\\u002F){2}',
    )
)
"""What the code of a page's own machinery has in it."""
FEWEST_SIGNS, LARGE_SHARE = 3, 0.5
"""Signs that a page's code has at least, or one where it is such a share of the page: else it is what is written about,
and stays."""
LEAST_LEFT = 200
"""Characters that stand outside of a page's code at least: else the source is data, and a text may be in it."""
AT_LINE, AT_BLANK, WITHIN = 8.0, 14.0, 10.0
"""What it costs, in log-odds, that code begins or ends: at the end of a line or an object, at a blank, or where the two
touch."""
MOST, LEAST = 24.0, -60.0
"""Log-odds that one word has at most and at least; an address is one word, and so is a paragraph in Japanese."""
SURE, WHOLE = 40.0, 60.0
"""Log-odds of a stretch of code at least; and those of an object that could be read."""
APART = re.compile(r"\s+|(?<=[;})>])(?=[^\W\d_])")
"""What stands between two words; within one, code may end and prose begin."""
WORD = re.compile(r"\S+")
OBJECT = re.compile(r'\{\s*"[^"\n{}]{1,80}"\s*:|\[\s*(?:[\[{"]|-?\d+\s*,)')
SMALL_OBJECT, TRIED = 40, 2.0
"""Characters below which an object or a list is not taken for data; and how often, in the mean, a character may be read
in vain."""
END_OF_STRING = re.compile(r"[^\[({<]*[\"'`\\]|\*/")
"""A word in which a string or a comment ends, before anything begins in it."""
LINE_END = re.compile(r"[\n\r]")
BRACKET = re.compile(r"[()\[\]{}]")

FENCED = re.compile(r"^(```|~~~).*?(?:^\1|\Z)", re.M | re.S)
"""What a Markdown text shows as code: it is what is written about."""

Span = tuple[int, int]


class Uncounted(str):
    """A text in which no lines are counted: for its message, each error of JSON's reader would count all before it."""

    __slots__ = ()

    def count(self, *_: object) -> int:
        return 0

    def rfind(self, *_: object) -> int:
        return -1


class Stretch(NamedTuple):
    """Where code begins and ends, its log-odds, and how many of its brackets are open at its end."""

    start: int
    end: int
    log_odds: float
    depth: int = 0


def code_spans(source: str) -> list[Span]:
    """(start, end) of the scripts, styles and data in a text, in order; none where code is what is written about."""
    if "{" not in source or not any(sign.search(source) for sign in SIGNS):
        return []
    objects = _objects(source)
    words = list(_words(source, objects))
    stretches = _whole(source, _stretches(source, words, objects), objects)
    shown = [match.span() for match in FENCED.finditer(source)]
    sure = [(one.start, one.end) for one in stretches if one.log_odds > SURE]
    spans = [(start, end) for start, end in sure if not overlap(shown, start, end)]
    code = "\n".join([source[start:end] for start, end in spans])
    signs = len(list(islice((sign for sign in SIGNS if sign.search(code)), FEWEST_SIGNS)))
    came_along = signs >= FEWEST_SIGNS or (signs and len(code) > LARGE_SHARE * len(source))
    left = sum(end - start for start, end in outside(source, spans)) if came_along else 0
    return spans if left >= LEAST_LEFT else []


def overlap(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of the spans, which rise and do not overlap, has a part between `start` and `end`."""
    at = bisect_left(spans, (end,))
    return at > 0 and spans[at - 1][1] > start


def outside(source: str, spans: Sequence[Span], start: int = 0, end: int | None = None) -> Iterator[Span]:
    """(start, end) of what lies outside the spans, from `start` to `end`, without the blanks around."""
    end = len(source) if end is None else end
    for a, b in [*(span for span in spans if span[0] < end and span[1] > start), (end, end)]:
        piece = source[start : max(a, start)]
        if words := piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            yield first, first + len(words)
        start = max(b, start)


def as_if_without(source: str, spans: Sequence[Span]) -> str:
    """The source with a blank in place of each span: its lines are those that the page had without its code."""
    edges = [0, *(edge for span in spans for edge in span), len(source)]
    return " ".join([source[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)])


def without_code(lines: list[Line], source: str, spans: Sequence[Span]) -> tuple[list[Line], set[int]]:
    """The lines without code, and the beginnings of those that code stands before: they go on with nothing."""
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    left: list[Line] = []
    for line in lines:
        near = spans[bisect_right(ends, line.start) : bisect_left(starts, line.end)]
        if near:
            for start, end in outside(source, near, line.start, line.end):
                left.append(line._replace(start=start, end=end, text=" ".join(source[start:end].split())))
        else:
            left.append(line)
    behind = {b.start for a, b in pairwise(left) if bisect_right(ends, b.start) > bisect_right(ends, a.end)}
    return left, behind


def _objects(source: str) -> list[Span]:
    """(start, end) of the objects and lists in JSON: read as what they are, since they may be all prose."""
    read = json.JSONDecoder(strict=False).raw_decode
    spans: list[Span] = []
    source = Uncounted(source)
    at, left = 0, TRIED * len(source)
    while left > 0 and (match := OBJECT.search(source, at)):
        start = match.start()
        try:
            _, end = read(source, start)
        except json.JSONDecodeError as error:
            at, left = match.end(), left - (error.pos - start)
        except (RecursionError, ValueError):  # nested without end, or a number of more digits than Python reads
            break
        else:
            at = end
            if end - start >= SMALL_OBJECT:
                spans.append((start, end))
    return spans


def _words(source: str, objects: Sequence[Span]) -> Iterator[Span]:
    """(start, end) of the words, parted where code may end; an object is one."""
    at = 0
    for start, end in (*objects, (len(source), len(source))):
        for gap in APART.finditer(source, at, start):
            if gap.start() > at:
                yield at, gap.start()
            at = gap.end()
        if start > at:
            yield at, start
        if start < end:
            yield start, end
        at = end


def _stretches(source: str, words: list[Span], objects: Sequence[Span]) -> list[Stretch]:
    """What is code more likely than not, word after word."""
    table = np.array(words, np.int64).reshape(-1, 2)
    whole = set(objects)
    log_odds = np.clip(character_pairs().log_odds(source, table), LEAST, MOST)
    log_odds[[i for i, word in enumerate(words) if word in whole]] = WHOLE
    costs, before = [], (0, 0)
    for word in words:
        gap = source[before[1] : word[0]]
        if word in whole or before in whole or (gap != " " and LINE_END.search(gap)):
            costs.append(AT_LINE)
        else:
            costs.append(AT_BLANK if gap else WITHIN)
        before = word
    code = _in_sequence(log_odds.tolist(), costs)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], code, [0])))).reshape(-1, 2)
    return [Stretch(words[a][0], words[b - 1][1], float(log_odds[a:b].sum())) for a, b in edges.tolist()]


def _in_sequence(log_odds: list[float], costs: list[float]) -> NDArray[np.int8]:
    """int8 (n,): 1 for each word that is code on the likeliest path. costs: of changing sides before each word."""
    lead = -AT_LINE  # of the likeliest path that ends in code over the one that ends in prose
    leads = []
    for one, cost in zip(log_odds, costs, strict=True):
        leads.append(lead)
        lead = min(max(lead, -cost), cost) + one
    path = np.zeros(len(log_odds), np.int8)
    code = lead > 0
    for i in range(len(log_odds) - 1, -1, -1):
        path[i] = code
        code = leads[i] >= -costs[i] if code else leads[i] > costs[i]
    return path


def _whole(source: str, stretches: list[Stretch], objects: Sequence[Span]) -> list[Stretch]:
    """Stretches put together where prose between two is a string: on their line, brackets open, and it ends behind."""
    out: list[Stretch] = []
    for one in stretches:
        goes_on = bool(out) and out[-1].depth > 0 and _is_string(source, out[-1].end, one.start)
        before = out.pop() if goes_on else Stretch(one.start, one.start, 0.0)
        depth = _depth(source, one.start, one.end, objects, before.depth)
        out.append(Stretch(before.start, one.end, before.log_odds + one.log_odds, depth))
    return out


def _is_string(source: str, start: int, end: int) -> bool:
    """Whether what lies between two stretches is a string, or a comment, of the code around it."""
    if LINE_END.search(source, start, end):
        return False
    first = max(source.rfind(blank, start, end) for blank in " \t\xa0") + 1
    word = WORD.match(source, max(first, start))
    return word is not None and END_OF_STRING.match(word[0]) is not None


def _depth(source: str, start: int, end: int, objects: Sequence[Span], depth: int) -> int:
    """Brackets that are open at the end of a stretch, those of its objects aside. depth: at its beginning."""
    at = start
    for a, b in [*objects[bisect_left(objects, (start,)) : bisect_left(objects, (end,))], (end, end)]:
        for bracket in BRACKET.findall(source, at, a):
            depth = depth + 1 if bracket in "([{" else max(depth - 1, 0)
        at = b
    return depth
