"""What an evidence says of the blocks of a page: how tests ask one."""

from __future__ import annotations

from newsclean.evidence import labels
from newsclean.evidence.table import TEXT, Evidence
from newsclean.evidence.view import View
from newsclean.reading.read import read

EVIDENCE: dict[str, Evidence] = {one.__name__: one for one in TEXT}


def page(*blocks: str, kind: str = "text") -> View:
    """A page of these blocks; a blank line between keeps them apart."""
    view = View(read("\n\n".join(blocks), kind))
    assert view.n == len(blocks)
    return view


def say(name: str, *blocks: str, kind: str = "text") -> list[float]:
    """What an evidence says of each block."""
    return [round(value, 3) for value in EVIDENCE[name](page(*blocks, kind=kind)).tolist()]


def family_bits(label: str) -> int:
    """The families of a label that stands alone, and of which nothing is known before."""
    return labels._named(label, labels._bits_of(labels.label_tokens(label)))
