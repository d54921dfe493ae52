"""Rereading: what stays of a page is read once more, by itself; without the junk around it, junk is plainer."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.decision import decide, whole
from newsclean.evidence.view import Column, View
from newsclean.models import Models
from newsclean.output import output_pieces, output_spans
from newsclean.reading.document import Document
from newsclean.reading.read import read
from newsclean.scoring.scorer import Scored, without
from newsclean.scoring.tops import has_lines_on_top, tops
from newsclean.scoring.unfamiliar import mended

EDGE = 0.78
"""A text is read again where the first or the last block that stays has a lower chance: most of what goes stands at an
end. So chosen, a second cleaning changes nothing on 98.7 % or more of the pages of every corpus and kind of text."""
SURE, SURE_OF_FEW = 0.79, 0.87
"""Chances of a block of HTML from which it stays without being read again: its markup says more than its text; in HTML
of few labels it says less."""
BARE, BARE_SURE = 0.9, 0.95
"""Share of a page's words that stay, from which HTML of few labels is an extractor's output, of which its text says as
much, and the chance below which a block of it is read again."""
MOST_GONE = 0.1
"""Share of the words that stay, of which no more may go so: where more would, the text is of a kind that text alone
does not tell from junk (a story in dialogue, a catalogue), and its markup is believed as on any page."""
PLAIN = 0.7
"""Where every block has at least this chance after the first look, all is plainly article and no second is needed;
but for a headline on top, which may look like one as well."""
READINGS = 4
"""Times that a page is read again, at most: once more where something went, which happens seldom."""


def doubtful(scored: Scored, kept: NDArray[np.bool_], noted: NDArray[np.bool_] | None = None) -> bool:
    """Whether what stays of a text is worth reading again; a few hundredths of the time that reading takes.

    noted: bool (n,), blocks that stay whatever is said of them.
    """
    asked = kept if noted is None else kept & ~noted
    at = np.flatnonzero(asked if asked.any() else kept)
    return bool(min(scored.score[at[0]], scored.score[at[-1]]) < EDGE)


class Reread(NamedTuple):
    """What rereading came to. gone: bool (n,), the blocks that go. score: float32 (n,), the chances, theirs lowered."""

    gone: NDArray[np.bool_]
    score: Column


def reread(
    doc: Document,
    kept: NDArray[np.bool_],
    score: Column,
    may_go: NDArray[np.bool_],
    models: Models,
    noted: NDArray[np.bool_] | None = None,
) -> Reread:
    """What goes of the blocks that are kept when they are read by themselves, again and again until nothing does.

    kept: bool (n,). score: float32 (n,), the chances. may_go: bool (n,), the blocks that are asked about. noted: bool
    (n,), blocks that are read beside them and stay anyway. Nothing comes back, and never does all of it go.
    """
    if not (may_go & kept).any():
        return Reread(np.zeros(len(kept), np.bool_), score)
    noted = np.zeros(len(kept), np.bool_) if noted is None else noted
    stays, lowered = kept | noted, score.copy()
    doc = replace(doc, mojibake=None)  # what little stays might not tell that it is garbled
    for _ in range(READINGS):
        at = np.flatnonzero(stays)
        alone = _alone(output_pieces(doc, stays), doc, models)
        if alone is None:
            break
        leaving = ~alone.stays & (may_go & ~noted)[at]
        if not leaving.any() or (leaving | noted[at]).all():
            break
        stays[at[leaving]] = False
        lowered[at[leaving]] = np.minimum(lowered[at[leaving]], alone.score[leaving])
    return Reread(kept & ~stays, lowered)


def read_again(
    scored: Scored,
    score: Column,
    kept: NDArray[np.bool_],
    unlabelled: bool,
    models: Models,
    noted: NDArray[np.bool_] | None = None,
) -> Reread:
    """What goes of a page when what is in doubt of it is read by itself.

    A text is read again whole where one of its ends is in doubt; of HTML the blocks that are, and of an extractor's,
    which has few labels, those that are not all but sure, unless that took a good part of it. Where labels tell more
    than the text does, a list or a table stays or goes whole here as well, but for blocks that are all but sure.

    score: float32 (n,), the chances. kept: bool (n,). unlabelled: whether the page's labels say little. noted: bool
    (n,), blocks that stay whatever is said of them.
    """
    doc, words = scored.view.doc, scored.view.words
    if doc.markup is None:
        asked = bool(kept.any()) and (_becomes_text(doc, kept) or doubtful(scored, kept, noted))
        may_go = np.full(len(kept), asked)
        return reread(doc, kept, score, may_go, models, noted)
    if unlabelled and words[kept].sum() >= BARE * words.sum():
        found = reread(doc, kept, score, score < BARE_SURE, models, noted)
        if words[found.gone].sum() <= MOST_GONE * words[kept].sum():
            return found
    may_go = (score < (SURE_OF_FEW if unlabelled else SURE)) | _beside(noted, kept)
    found = reread(doc, kept, score, may_go, models, noted)
    left = kept & ~found.gone
    stays = kept & (whole(scored.view, score, left) | (left & (score >= BARE_SURE)))
    return found if unlabelled or not stays.any() else found._replace(gone=kept & ~stays)


def _becomes_text(doc: Document, kept: NDArray[np.bool_]) -> bool:
    """Whether what stays of a document without markup is text, which the page was not: another scorer judges it than
    the one that is sure here. So it is of HTML without a label, scored as Markdown, of Markdown whose links go, and of
    a page on one line, whose paragraphs have a line each now."""
    if doc.mode == "run_on":
        return not bool(kept.all())
    return doc.kind == "html" or (doc.mode == "markdown" and not doc.links[kept].any())


def _beside(noted: NDArray[np.bool_] | None, kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """bool (n,): the blocks next to those that stay anyway, among what stays: a second cleaning sees them so."""
    beside = np.zeros(len(kept), np.bool_)
    if noted is not None and noted.any():
        at = np.flatnonzero(kept | noted)
        framed = np.pad(noted[at], 1)
        beside[at] = framed[:-2] | framed[2:]
    return beside


class Alone(NamedTuple):
    """What is said of blocks where nothing else is read. stays: bool (k,). score: float32 (k,), their chances."""

    stays: NDArray[np.bool_]
    score: Column


def _alone(pieces: list[str], page: Document, models: Models) -> Alone | None:
    """The blocks of some pieces of a document's output, read by themselves; None where they are plainly all article."""
    doc = read("".join(pieces), "text" if page.kind == "html" else page.kind, page.breaks)
    view, scorer = View(doc), models.scorer(doc.mode)
    table, first = scorer.first_look(view)
    if first.min(initial=1.0) >= PLAIN and not has_lines_on_top(view):
        return None
    scored = scorer.second_look(view, table, first)
    score = scored.score
    stays = decide(scored, score, scored.threshold)
    if page.layout != "one_line" and view.words[~stays].sum() > MOST_GONE * view.words.sum():
        # as of any text; where lines are lost, what is prose is a guess
        score = mended(scored, scorer.vocabulary)
        stays = decide(scored, score, scored.threshold)
    if above := tops(view, score, stays, lambda: models.namer(scorer.mode).values(scored)):
        score = without(score, [*above])
        stays = decide(scored, score, scored.threshold)
    spans = output_spans(pieces)
    blocks = doc.source_spans
    return Alone(best_within(stays.astype(np.float32), blocks, spans) > 0, best_within(score, blocks, spans))


def best_within(values: Column, blocks: NDArray[np.integer], spans: NDArray[np.integer]) -> Column:
    """float32 (spans,): the largest value of the blocks that have a part in each span, 1 where there are none.

    values: float32 (blocks,). blocks, spans: (…, 2), where each begins and ends; both rise.
    """
    first = np.searchsorted(blocks[:, 1], spans[:, 0], "right").tolist()
    end = np.searchsorted(blocks[:, 0], spans[:, 1], "left").tolist()
    best = [values[i:k].max() if k > i else 1.0 for i, k in zip(first, end, strict=True)]
    return np.array(best, np.float32)
