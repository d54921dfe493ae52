"""Joins: lines that go on with the line before, because a text was wrapped or its links and bold words cut it apart."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsclean.reading.halves import BEHIND, LEFT_OPEN, goes_on, is_open, is_stripped
from newsclean.reading.lines import ITEM, Line
from newsclean.reading.sentence_ends import ends_sentence

JOINERS = frozenset(",;.!?:)]»“”’、，。）」…")
OPENERS = frozenset(",([&、，（「„")
POINTERS = frozenset("»›")
QUOTES = frozenset('«»“‘"')
"""Quotation marks that open here and close there: what stands before them tells."""
DASHES = "-–—"
DASH = re.compile(r"(?:--|[-–—])(?: |$)")
"""The dash between a dateline and its text, at a line's start."""
DATE = re.compile(r"[^\W\d]+[.,]? (?:[^\W\d]{1,3} )?\d\d?[./ ][^\d]{0,14}(?:\d\d?[./])?(?:19|20)\d\d(?!\d)")
"""A word, and a day with its year: "zaterdag 14 juni 2025", "la 14.6.2025"."""
COMMON, FEWEST = 0.9, 8
"""Share of the lines, and how many of them at least, that have a blank behind them, or one before, where that is how a
text is written, as Japanese paragraphs begin or a program ends its lines, and no inline element's edge."""
MARKS, FEWEST_CUT = frozenset(",.;)"), 2
"""Marks that begin a line where a link before it cut a sentence apart, and such lines of such a page, at least. Where
blanks were stripped as well, words tell that a line goes on."""
LABEL = 40
"""Characters up to which a line may be a label."""
SHORT = 5
"""Characters of a word that is cut by a full stop, at most: "Gov."."""
APART, RUNS_ON, JOINED, NEXT_ROW, NEXT_LINE = range(5)
"""How a line stands to the one before: a new paragraph; a block of its own in the same paragraph; the same sentence;
the next row of a table; the next line of the same paragraph, behind a break."""


class Telling(NamedTuple):
    """What tells of a page's lines that they go on: blanks behind short ones, the words that they end with."""

    blanks: bool
    words: bool


def broken_joins(lines: list[Line], marked: bool = False) -> list[int]:
    """Links and bold words cut sentences apart. Only two halves of one sentence are put together again: what glues a
    caption to a paragraph costs one of them, while a sentence left in two is still seen beside its other half.

    marked: whether it is Markdown, in which blanks behind a line may break it.
    """
    joins = [APART] * len(lines)
    pointed = [*map(_points, lines), False]
    lines = _without_common_blanks(lines)
    cut = sum([line.text[0] in MARKS for line in lines]) >= FEWEST_CUT
    telling = Telling(blanks=not marked, words=cut and is_stripped(lines))
    for i in range(1, len(lines)):
        a, b = lines[i - 1], lines[i]
        if (b.blanks and not b.lone) or (pointed[i] and (pointed[i - 1] or pointed[i + 1])):
            continue
        after = lines[i + 1] if i + 1 < len(lines) else None
        if ends_sentence(a.text):
            joins[i] = _after_end(a, b, after)
        else:
            joins[i] = _after_words(a, b, joins[i - 1] == JOINED, after, telling)
    _join_beginnings(lines, joins)
    return joins


def _points(line: Line) -> bool:
    """The line begins with a sign that closes a quotation, and then a capital: of two such lines each is an item."""
    text = line.text
    return text[0] in POINTERS and text[1:2].isspace() and text[2:3].isalpha() and not text[2].islower()


def _without_common_blanks(lines: list[Line]) -> list[Line]:
    """The lines without the blank behind or before them where nearly all have it: it tells nothing then."""
    most = COMMON * (len(lines) - 1)
    behind = sum([line.trailing for line in lines[:-1]]) >= most
    before = sum([line.indent == 1 for line in lines[1:]]) >= most
    if len(lines) < FEWEST or not (behind or before):
        return lines
    return [
        line._replace(trailing=line.trailing and not behind, indent=0 if before and line.indent == 1 else line.indent)
        for line in lines
    ]


def _join_beginnings(lines: list[Line], joins: list[int]) -> None:
    """Join the short beginning of a sentence to the rest, which is known as such once it is whole: from the end on."""
    size, after = 0, None  # characters from this line to the end of its sentence; the line that follows it
    for i in range(len(lines) - 1, 0, -1):
        b, join = lines[i], joins[i]
        size += len(b.text)
        near = join == APART and size > LABEL and (not b.blanks or b.lone)
        if near and _begins(lines[i - 1], b, after, size > len(b.text)):
            joins[i] = join = JOINED
        if join != JOINED:
            size, after = 0, b


def _begins(a: Line, b: Line, after: Line | None, cut: bool) -> bool:
    """`a` begins the sentence that `b` goes on with. `cut`: others are joined to `b`; `after`: the next that is not."""
    if ends_sentence(a.text) or _is_credit(a.text):
        return False
    if DASH.match(b.text):
        in_list = after is not None and DASH.match(after.text)
        return len(a.text) <= LABEL and (b.indent == 1 or len(b.text) == 1) and not in_list
    if ITEM.match(b.text):
        return False
    if b.text[0].islower() or _ends_in_dash(a.text):
        return True
    if b.text[0] == "(":
        return (b.indent == 1 or (cut and b.text == "(")) and b.text[-1] != ")"
    if cut and a.text[-1] in LEFT_OPEN:
        return True
    return (_edge(a, b) or (cut and b.lone > 0 and len(b.text) <= LABEL)) and _is_open(a, b, cut)


def _ends_in_dash(text: str) -> bool:
    """The line is a dash, or ends in a word and one: the dash between a dateline and its text."""
    before = text.rstrip(DASHES)
    if not 0 < len(text) - len(before) <= 2:
        return False
    return not before or (before[-1] == " " and before[before.rfind(" ", 0, -1) + 1].isalnum())


def _is_open(a: Line, b: Line, cut: bool) -> bool:
    """`a` ends as no label does, or stands before a link that is a name."""
    if not _last_word_is_name(a.text) or len(a.text) <= 3 or a.text[-1] in OPENERS:
        return True
    return cut and a.trailing and not ends_sentence(b.text) and (_last_word_is_name(b.text) or len(a.text) <= 5)


def _after_end(a: Line, b: Line, after: Line | None) -> int:
    """How `b` stands to a line that ends as a sentence does, or as an abbreviation."""
    if b.text[0] in JOINERS:
        return JOINED if _begins_with_mark(b.text) else APART
    if after is not None and _is_name_behind(a, b, after):
        return JOINED
    if len(b.text) <= LABEL or len(a.text) == 1 or not _edge(a, b) or ITEM.match(b.text):
        return APART
    # a bold opening ("Riad. The match …") or, if longer, a paragraph cut behind a link
    opening = len(a.text) <= 30 if b.indent == 1 else len(a.text) <= 20 and a.text[-1] not in ":;"
    return JOINED if opening else RUNS_ON


def _is_name_behind(a: Line, b: Line, after: Line) -> bool:
    """`b` is a link's words behind a short word that is cut ("Gov. ", "Dr. ") or a colon, and the sentence goes on."""
    if not a.trailing or len(a.text) <= LABEL or len(b.text) > LABEL or ends_sentence(b.text):
        return False
    if a.text[-1] in ":;":
        return b.text[0].islower() and after.text[0] in JOINERS and _begins_with_mark(after.text)
    word = a.text[a.text.rfind(" ") + 1 :]
    if not (word[0].isupper() and word[-1] == "." and len(word) <= SHORT and b.text[0].isupper()):
        return False
    return _goes_on(after) or (after.text[0] == "(" and after.indent == 1)


def _is_aside(a: Line, b: Line, mended: bool, after: Line | None) -> bool:
    """`b` begins with a dash that goes on with a sentence, and with no item's."""
    if b.indent != 1 or not DASH.match(b.text) or not (mended or len(a.text) > LABEL):
        return False
    return not DASH.match(a.text) and not (after is not None and DASH.match(after.text))


def _goes_on(line: Line) -> bool:
    """The line begins within a sentence."""
    text = line.text
    return text[0].islower() or BEHIND.match(text) is not None or (text[0] in JOINERS and not ITEM.match(text))


def _after_words(a: Line, b: Line, mended: bool, after: Line | None, telling: Telling) -> int:
    """How `b` stands to a line that leaves its sentence open. `mended`: `a` goes on with the line before it."""
    if goes_on(a, b, after) or _is_aside(a, b, mended, after):
        return JOINED
    if telling.words and (is_open(a.text) or (b.text[0].islower() and is_open(b.text) and not _is_credit(a.text))):
        return JOINED
    if b.text[0] in JOINERS and _begins_with_mark(b.text):
        return JOINED
    if ITEM.match(b.text) or (not mended and _is_credit(a.text)):
        return APART
    if a.text[-1] in OPENERS or (a.text[-1] in QUOTES and a.text[-2:-1] in ("", " ")):
        return JOINED if len(a.text) > 20 or mended or (a.trailing and len(b.text) > 20) else APART
    if b.text[0].islower():
        if b.indent == 1 or (telling.blanks and a.trailing and not _last_word_is_name(a.text)):
            return JOINED
        if not mended and (_is_signed(a, b, after) or _is_dated(a, b, after)):
            return APART
        return JOINED if len(a.text) > 24 or len(b.text) > LABEL or mended else APART
    if _edge(a, b):
        if mended and b.indent == 1:
            return JOINED
        if _last_word_is_name(a.text):  # captions and their credits end so too
            return JOINED if len(a.text) > LABEL and len(b.text) <= LABEL else APART
        long = len(a.text) > LABEL or len(b.text) > LABEL
        return JOINED if long or mended or (telling.blanks and a.trailing and " " in a.text) else APART
    return JOINED if after and _is_name_within(a, b, mended, after) else APART


def _is_signed(a: Line, b: Line, after: Line | None) -> bool:
    """`a` may be a headline above a name or a date in small letters: a short line before a blank one, which ends no
    sentence, and no inline element's edge between."""
    if after is None or a.trailing or b.indent or len(b.text) > LABEL or ends_sentence(b.text):
        return False
    return after.blanks > after.lone and not after.text[0].islower()


def _is_dated(a: Line, b: Line, after: Line | None) -> bool:
    """`a` stands above a line that is a date and begins with a day of the week in small letters, as most of Europe
    writes them; what follows a date within a sentence goes on with it."""
    if after is None or a.trailing or b.indent or len(b.text) > LABEL or not DATE.match(b.text):
        return False
    return not after.text[0].islower() and after.text[0] not in JOINERS


def _edge(a: Line, b: Line) -> bool:
    """A lone blank between the lines: what an inline element's edge leaves."""
    return (a.trailing or b.indent == 1) and b.indent <= 1


def _is_name_within(a: Line, b: Line, mended: bool, after: Line) -> bool:
    """`b` is a link's capitalised words between two halves of one sentence."""
    if (after.blanks and not after.lone) or not (len(a.text) > LABEL or mended):
        return False
    if len(b.text) >= 120 or ends_sentence(b.text):
        return False
    ends_small = b.text[b.text.rfind(" ") + 1].islower()  # "However, her" is no name, "Yosuke Suzuki" may be one
    return _goes_on(after) and not ends_small and not _last_word_is_name(a.text)


def _begins_with_mark(text: str) -> bool:
    """The text begins with a mark that can only follow something, and not with dots that stand for words left out."""
    if len(text) == 1:
        return text != "“"  # closes in German, opens in English
    if text[1] != " " and text[1] not in JOINERS:
        return False
    return len(text) > 20 or not text.startswith(("...", "…", ". ."))


def _is_credit(text: str) -> bool:
    return text[0] == "©" or (text[0] == "(" and text[-1] == ")")


def _last_word_is_name(text: str) -> bool:
    word = text[text.rfind(" ") + 1 :].lstrip("\"'“”‘’«»„([")
    return not word or not (word[0].islower() or word[0].isdigit() or (word[0].isalpha() and not word[0].isupper()))
