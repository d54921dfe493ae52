"""Link numbers: what text browsers write before each link ("[12]Sport"), with the links' addresses below the text.

`lynx -dump` and `elinks -dump` do so, and show fields, buttons and frames by words of their own; Crawl4AI's Markdown
has citations behind its links ("Sport⟨12⟩"). None of it is the page's.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise

from newsclean.reading.filler import FILLER, blanked

NUMBER = re.compile(r"\[(\d{1,4})\]")
BEFORE_WORD = re.compile(r"\[(\d{1,4})\](?=\w|[\"'“„«‘\[])")
"""A number right before a word: notes stand the other way round."""
FEWEST, FEWEST_LISTED = 5, 2
"""Such numbers at least, and where addresses stand below the text."""
BEHIND_BLANK, ONE_MORE = 0.5, 0.5
"""Shares of them that stand behind a blank, and that are one more than the one before."""
SKIPPED = 3
"""By how much the next number is greater at most, but where one more goes on: some numbered things are not shown."""
FIRST = re.compile(r"^ {0,4}1\. [a-z][a-z0-9+.-]{1,20}:\S", re.I | re.M)
ADDRESS = re.compile(r"^ {0,4}\d{1,4}\. [a-z][a-z0-9+.-]{1,20}:\S", re.I | re.M)
FILLED = re.compile(r"^.*\S", re.M)
MOSTLY = 0.5
"""Share of the lines from the first address on that begin one; browsers break long ones."""
HEADS = re.compile(r"^\S[^\n\[\]]{0,40}\n\s*?(?:^ {1,4}\S[^\n\[\]]{0,40}\n\s*)?\Z", re.M)
"""What stands above the addresses: "References", at the line's start, and "Visible links:", further in."""
LOOKED_AT = 200
"""Characters above them in which it may stand."""
WIDGET = re.compile(r"\(BUTTON\)|(?<!\w)_{2,}(?!\w)|^ *(?:Link:| #) {3,}.*$|^ *(?:IFRAME|IFrame|Object): *\S*$", re.M)
"""Buttons and fields, links and feeds that a page's head names (their numbers are blanks by then), and frames."""
CITATION = re.compile(r"(?<=\S)⟨\d{1,4}⟩")
CITED = re.compile(r"(?P<image>!\[[^\[\]]{0,2000}⟨\d{1,4}⟩\](?!\())|⟨\d{1,4}⟩(?P<mark>[^\w\s⟨])?")
"""A picture, by what is said of it, or the citation of a link and the mark behind it."""
CITED_LIST = re.compile(r"^#{1,6} \S[^\n]{0,40}\n\s*⟨1⟩ ", re.M)
OPENING = frozenset("([{/\"'“„«‘–—-")
"""What a word follows without a blank."""
PARTING = OPENING | {"|", ">"}
"""What a link follows so."""


def without_link_numbers(source: str) -> str:
    """A text browser's text of the same length with blanks for link numbers, fields and addresses; another as it is."""
    if len(list(islice(NUMBER.finditer(source), FEWEST_LISTED))) < FEWEST_LISTED:
        return source
    end = _end(source)
    text = source[:end]
    if not _is_numbered(text, FEWEST if end == len(source) else FEWEST_LISTED):
        return source
    return WIDGET.sub(lambda match: blanked(match[0]), _unnumbered(text)) + blanked(source[end:])


def without_citations(source: str) -> str:
    """A text of the same length with fillers for citations behind links, blanks for their list; another as it is."""
    if source.count("⟨") < FEWEST or sum(1 for _ in CITATION.finditer(source)) < FEWEST:
        return source
    end = max((match.start() for match in CITED_LIST.finditer(source)), default=len(source))
    return CITED.sub(_uncited, source[:end]) + blanked(source[end:])


def _uncited(match: re.Match[str]) -> str:
    mark = match["mark"]
    return FILLER * (len(match[0]) - len(mark)) + mark if mark else blanked(match[0])


def _is_numbered(text: str, fewest: int) -> bool:
    """Whether so many numbers go up, one by one, and stand where those of links do."""
    found = list(BEFORE_WORD.finditer(text))
    parted = sum(_is_parted(text, match.start()) for match in found)
    rising = sum(int(after[1]) == int(before[1]) + 1 for before, after in pairwise(found))
    return len(found) >= fewest and parted >= BEHIND_BLANK * len(found) and rising >= ONE_MORE * (len(found) - 1)


def _is_parted(text: str, at: int) -> bool:
    """Whether what begins there stands behind a blank, a sign that words follow without one, or nothing."""
    before = text[at - 1 : at]
    return not before or before.isspace() or before in PARTING


def _end(source: str) -> int:
    """Where the list of addresses begins, or the source ends."""
    for start in [match.start() for match in FIRST.finditer(source)][-1:]:
        lines = sum(1 for _ in FILLED.finditer(source, start))
        if sum(1 for _ in ADDRESS.finditer(source, start)) >= MOSTLY * lines:
            heads = HEADS.search(source, max(0, start - LOOKED_AT), start)
            return heads.start() if heads else start
    return len(source)


def _unnumbered(text: str) -> str:
    """A text with blanks, or fillers, for the numbers that go up, one by one: "[3]" behind "[120]" is a note."""
    pieces = NUMBER.split(text)  # texts and the numbers between them
    numbers = [int(number) for number in pieces[1::2]]
    last = numbers[0] - 1
    for i, (number, after) in enumerate(zip(numbers, [*numbers[1:], 0], strict=True)):
        pieces[2 * i + 1] = f"[{pieces[2 * i + 1]}]"
        if last < number <= last + SKIPPED or last < number == after - 1:
            filler = FILLER if pieces[2 * i][-1:] in OPENING and pieces[2 * i] else " "
            pieces[2 * i + 1] = filler * len(pieces[2 * i + 1])
            last = number
    return "".join(pieces)
