"""Agencies' signs: whose report it is, said behind its last sentence ("… the mayor said. (Reuters)")."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.characters import ENDS, QUOTES
from newsclean.evidence.folding import folded
from newsclean.reading.document import Document

TAIL = 40
"""Characters at a block's end in which a sign is looked for."""
END = rf"[{ENDS}][{re.escape(QUOTES)}]*"
ENDED = re.compile(rf"{END}$")
SIGN = re.compile(rf"{END}(?:\s*[(\[（]([^()\[\]（）]+)[)\]）]|\s*/([^/]+)/|\s+(?:[-–—]\s*)?([^\W\d_][^{ENDS}]*))\.?$")
"""In brackets, between bars, behind a dash, or bare."""
PART = re.compile(r"[/,]")
SHORTEST = 24
"""Characters of a block that is signed so, at least."""
SERVICE = 5
"""Letters of the part of an agency that sends a report ("dpa/lby"), at most."""
SENTENCE, LONG = 60, 200
"""Bytes from which what ends as a sentence does is a sentence of the report, and from which what is signed is no
caption, wherever it stands."""
NEAR, ABOVE = 2, 2
"""A sentence stands so many blocks above a report's sign, or so many sentences do anywhere above it."""


def unsigned_ends(doc: Document, agencies: Collection[str]) -> NDArray[np.int32]:
    """int32 (n,): where each block ends, without an agency's sign behind the last sentence of a report.

    A caption that is signed so has no report above it, or goes before a sentence of one. agencies: their signs, folded.
    """
    rows = doc.text.split("\n")[: len(doc)]
    # most blocks are labels, or end as sentences do: they are passed over in no time
    likely = [i for i, row in enumerate(rows) if len(row) >= SHORTEST and (row[-1] not in ENDS or row[-2:] == ").")]
    signed = {i: size for i in likely if (size := _size(rows[i], agencies))}
    if not signed:
        return doc.ends
    ends, told = doc.ends.copy(), [_is_sentence(row[: signed.get(i)]) for i, row in enumerate(rows)]
    sentences = [0, *accumulate(told)]
    for i, size in signed.items():
        above = any(told[max(i - NEAR, 0) : i]) or sentences[i] >= ABOVE
        if len(rows[i].encode()) >= LONG or (above and not any(told[i + 1 : i + 2])):
            ends[i] = doc.starts[i] + size
    return ends


def _size(text: str, agencies: Collection[str]) -> int:
    """Characters of a block before an agency's sign; 0 where it has none."""
    found = SIGN.search(text, max(len(text) - TAIL, 0))
    if not found:
        return 0
    first, *others = map(str.strip, PART.split(found[found.lastindex or 0]))
    services = all(folded(part) in agencies or (len(part) <= SERVICE and part.islower()) for part in others)
    return found.start() + 1 if services and folded(first) in agencies else 0


def _is_sentence(text: str) -> bool:
    return len(text.encode()) >= SENTENCE and ENDED.search(text) is not None
