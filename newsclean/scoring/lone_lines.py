"""Lone lines: a page's number, a count of readers, what buttons and players say, what mail programs add, what a site
asks of its readers and what it discloses of the article, whole lines that no article has.

They stand between paragraphs, where scorers, which met few of them, take them for sub-headings or paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.appeal_words import THEIR_SCRIPT
from newsclean.evidence.folding import NEAR, UNSPACED, bounded, folded, unmarked
from newsclean.evidence.lexicon import INDEX, STOPS, TRAILING
from newsclean.evidence.lexicons import lexicon
from newsclean.evidence.line_phrases import Opening, evened, evened_block
from newsclean.evidence.outline import outline
from newsclean.evidence.speech import SPEECH
from newsclean.evidence.view import Column, View
from newsclean.reading.buttons import ASKING
from newsclean.reading.document import ROW
from newsclean.scoring.boilerplate import FIGURE, is_boilerplate, is_stroked

BETWEEN = re.compile(r"\s*[·•|]\s*")
"""What parts several counts on a line."""
SHORT, LONG, LONGER, LONG_OPENING = 60, 300, 700, 24
"""Characters of a line that is a number, of one that a mail closes with and of one whose opening is long, at most; and
those of such an opening."""
TAGS = re.compile(r"#\w*[^\W\d_]\w*(?:[\s,·|]+#\w*[^\W\d_]\w*)+")
REACTIONS = re.compile(rf"(?:[\u2764\U0001f440-\U0001f64f\U0001f900-\U0001f9ff]\ufe0f?\s*{FIGURE.pattern}\s*){{2,}}")
PICTURED = re.compile(r"[\U0001f3a5\U0001f4f7-\U0001f4f9]\ufe0f?\s*[^\d\s]\D*")
HANDLE = re.compile(r"[^\w@]*(?:[^\W\d_]+\s){0,4}[^\W\d_]+\s?:\s*@\w{3,}\W*")
"""What posts of channels close with: their topics ("#Harbour #Ferry"), how readers took them ("👁 14.2K 👍 312"), who
took the picture ("📷 Ida Crane"), and where they are followed ("Subscribe: @mercury")."""
FIRST = re.compile(r"1 ?/ ?(?:[2-9]|[1-9]\d{1,2})")
"""The first of a gallery's pictures, whose number stands alone."""
SENTENCE = re.compile(r"[.!?:。！？।۔】–—-](?:(?<=[。！？।۔】])\s*|(?<=[.!?:])\s+|(?<=\s[–—-])\s+)")
"""Where the next sentence begins, or what a label is put before. A set of signs alone is looked for in no time."""
CLOSING = f"{STOPS}!>›»→"
"""What stands behind a request that ends a line."""
LONG_AGO = re.compile(r"(?<!\d)1\d{3}(?!\d)")
"""A year in which no site first published anything."""
TELLING, TELLING_SIGNS = 4, 7
"""Words of an opening from which the line may be a sentence, or long, and signs of one in a script without blanks."""
STEM = 12
"""Characters of an opening that may end within a word."""
LONG_WORDS, LETTERS = 3, 15
"""Words of an opening that may do as well, and letters that they have then."""
SURE, PARAGRAPH = 0.9, 12
"""Chance from which a block of so many words is surely a paragraph."""
BRIEF, EDGE, INNER = 8, 2, 4
"""Words of a brief one, lists aside, and how many of them may stand before or behind what is told at an article's edges
alone: one in so many of all, one at least and two at most."""
ITEMS, TITLE = 8, 6
"""Items of a summary, at most, and words of the label above them."""
BOX, BOX_WORDS = 6, 80
"""Blocks of the box in which readers agree to something, and their words, at most."""
SUMMARY, CONSENT, SIGN_UP = "summary", "consent", "signup"
"""Kinds of rules: a machine's summary, what a site may store, what readers agree to with their address."""
BRIEF_LINE, BRIEF_SIGNS = 130, 48
"""Characters of a line that counts only where it is short, at most, and of one in a script of East Asia or Thai."""
LABEL = 2
"""Words of a label with a colon ("Disclaimer:") that goes with the line below."""
BUTTON = 5
"""Words of a link that stands alone below such a line and goes with it ("See our offers"), at most."""
POINTING = [INDEX[name] for name in ("also", "related", "newsletter", "share")]
"""Cues of what points elsewhere."""
ITEM, LEAST = 0.2, 0.05
"""Chances from which an item may stay for its list, and a block by itself or for what stands around it."""


def lone_lines(view: View, score: Column, threshold: float) -> NDArray[np.bool_]:
    """bool (n,): the blocks that may stay and are nothing but a page's number, a count, a mail's line, a request or a
    disclosure."""
    likely = score >= min(threshold, LEAST)
    found = np.zeros(view.n, np.bool_)
    sure = np.cumsum((score >= SURE) & (view.words >= BRIEF) & (view.doc.item == 0))
    near = max(1, min(EDGE, sure[-1] // INNER))
    edges = np.minimum(sure, sure[-1] - sure) <= near
    framed = np.pad(view.doc.item > 0, 1)
    listed = framed[:-2] | framed[2:]  # beside an item
    at = np.flatnonzero(likely & (view.chars <= LONGER))
    columns = (edges[at], view.sentence_end[at] > 0, listed[at], view.doc.heading[at] > 0)
    for i, edge, sentence, beside, heading in zip(at.tolist(), *(column.tolist() for column in columns), strict=True):
        text = view.doc.read_text(i)
        whole = evened_block(view, i) if len(text) <= LONG else None
        found[i] = is_lone(text, sentence, edge, whole) or (beside and is_of_kind(text, SUMMARY))
        if not found[i] and not heading and whole is not None:
            found[i] = is_boilerplate(whole)
    found |= likely & _in_brackets(view)
    for i in np.flatnonzero(found[1:] & likely[:-1] & (view.words[:-1] <= LABEL)).tolist():
        found[i] |= view.doc.read_text(i).endswith(":")
    button = (view.words <= BUTTON) & (view.sentence_end == 0) & (view.doc.links >= view.chars) & likely
    found[1:] |= found[:-1] & button[1:]
    for i in np.flatnonzero(found).tolist():
        if is_of_kind(view.doc.read_text(i), SUMMARY):
            found[items_beside(view, i)] = True
        elif view.doc.markup is not None and is_of_kind(view.doc.read_text(i), SIGN_UP):
            found[_box_around(view, i)] = True
    rows = (view.doc.follows == ROW) & (score >= ITEM)  # which may stay for their table or list
    return found | _headings_above(view, (score >= threshold) | rows, found)


def _in_brackets(view: View) -> NDArray[np.bool_]:
    """bool (n,): pointers to other stories, to newsletters and the like that stand in square brackets as a whole."""
    if view.doc.layout == "one_line":  # where lines are lost, what stands in brackets is a guess
        return np.zeros(view.n, np.bool_)
    around = (view.codes[view.starts] == ord("[")) & (view.codes[view.ends - 1] == ord("]"))
    pointing: NDArray[np.bool_] = around & (view.chars <= LONG) & (view.cues[POINTING] > 0).any(axis=0)
    return pointing


def _headings_above(view: View, kept: NDArray[np.bool_], found: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): headings below the last paragraph, with such lines alone below them."""
    heading = view.doc.heading > 0
    text = np.flatnonzero(kept & ~found & ~heading)
    lines = np.flatnonzero(found)
    if not len(text) or not len(lines):
        return np.zeros(view.n, np.bool_)
    return heading & (view.at > text[-1]) & (view.at < lines[-1])


def items_beside(view: View, i: int) -> list[int]:
    """The items of a list right above a block, or else right below it, and the label above both."""
    item = view.doc.item > 0
    for step in (-1, 1):
        at = range(i + step, max(-1, min(view.n, i + step * (ITEMS + 1))), step)
        if items := list(takewhile(lambda j: bool(item[j]), at)):
            label = min(i, *items) - 1
            titled = label >= 0 and view.words[label] <= TITLE and view.sentence_end[label] == 0
            return [label, *items] if titled else items
    return []


def _box_around(view: View, i: int) -> list[int]:
    """The blocks of the smallest element that holds another besides, where they are few."""
    page = outline(view)
    first, end = page.reach
    for element in page.ancestors[i].tolist():
        box = range(int(first[element]), int(end[element]))
        if len(box) > 1:
            few = len(box) <= BOX and view.words[box.start : box.stop].sum() <= BOX_WORDS
            return list(box) if few else []
    return []


def is_of_kind(text: str, kind: str) -> bool:
    """Whether a text is told by a rule of a kind, as at an article's edge."""
    return any(opening.kind == kind for opening in _openings(unmarked(evened(folded(text))), edge=True))


def is_lone(text: str, sentence: bool = False, edge: bool = True, whole: str | None = None) -> bool:
    """Whether a text is such a line.

    sentence: whether it ends as one does. edge: whether it begins or ends an article. whole: the text, folded and
    evened, where it is at hand.
    """
    phrases = lexicon().line
    if len(text) > LONG:
        line = unmarked(evened(folded(text[:LONG])))
        return any(
            one.kind == CONSENT or (not one.parts and len(one.phrase) >= LONG_OPENING) for one in _openings(line, edge)
        )
    whole = evened(folded(text)) if whole is None else whole
    line = unmarked(whole).rstrip(TRAILING)
    edge = edge and not whole.endswith(ASKING)  # an interview's first question is no poll's
    if line in phrases.whole or any(_openings(line, edge, not sentence and len(text) <= SHORT)) or _ends(whole):
        return True
    if not sentence and (lexicon().clings(text) or is_stroked(whole)):
        return True
    if len(text) > SHORT:
        if SPEECH.search(text):
            return False  # what is asked for is said by somebody
        parts = SENTENCE.split(line)[1:]
        return any(not one.short or _is_short(line) for part in parts for one in _openings(part, edge))
    if FIRST.fullmatch(line) or (PICTURED.fullmatch(text) and not sentence):
        return True
    if TAGS.fullmatch(text) or HANDLE.fullmatch(text) or REACTIONS.fullmatch(whole):
        return True
    counts = BETWEEN.split(FIGURE.sub("#", line))
    return FIGURE.sub("#", whole) in phrases.whole or all(count in phrases.whole for count in counts)


def _openings(line: str, edge: bool, any_will_do: bool = False) -> Iterator[Opening]:
    """The openings of such lines with which a folded line opens. any_will_do: those of a word or two as well."""
    for opening in lexicon().line.openings_of(line):
        if (edge or not opening.edge) and _parted(line, opening.phrase) and (not opening.short or _is_short(line)):
            behind = line[len(opening.phrase) :]
            telling = bool(opening.parts) or any_will_do or _is_telling(opening.phrase)
            told = telling and all(any(one in behind for one in part) for part in opening.parts)
            if told and not LONG_AGO.search(line):
                yield opening


def _is_short(line: str) -> bool:
    """Whether a line says no more than a site's own lines do: sentences of articles that open so are longer."""
    return len(line) <= (BRIEF_SIGNS if THEIR_SCRIPT.search(line) else BRIEF_LINE)


def _parted(line: str, phrase: str) -> bool:
    """Whether an opening ends where a word does, or is long: some end with a word's stem."""
    return len(phrase) >= STEM or bounded(line, phrase)


def _ends(line: str) -> bool:
    line = line.rstrip(CLOSING)
    return any(line.endswith(ending) for ending in lexicon().line.endings.get(line[-NEAR:], ()))


def _is_telling(opening: str) -> bool:
    words = opening.split()
    letters = sum(map(len, words))
    if UNSPACED.match(opening):
        return letters >= TELLING_SIGNS
    return len(words) >= TELLING or (len(words) >= LONG_WORDS and letters >= LETTERS)
