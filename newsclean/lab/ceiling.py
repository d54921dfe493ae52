"""The ceiling: the figures if every block of a rendering were judged as its alignment with the gold says."""

from __future__ import annotations

from pathlib import Path

from newsclean.lab.align import Target, labels
from newsclean.lab.corpora import read_corpus
from newsclean.lab.measure import Counts, Figures, Gold, average
from newsclean.lab.renderings import renderings


def kept_text(text: str, target: Target) -> str:
    """The lines of a rendering that the alignment labels as gold."""
    lines = [line for line in text.splitlines() if line.strip()]
    return "\n\n".join(line for line, label in zip(lines, labels(lines, target).label, strict=True) if label)


def ceiling(corpus: str, folder: Path, kind: str) -> tuple[Figures, dict[str, Counts]]:
    """Figures of one corpus in one kind with every line judged right, and the counts of each page."""
    texts = renderings(corpus, folder, (kind,))
    rows = {}
    for page in read_corpus(corpus, folder):
        target = Target(page["body"], page.get("optional") or ())
        rows[page["id"]] = Gold.of(page).counts(kept_text(texts[page["id"]][kind], target))
    return average(rows.values()), rows
