"""Reports: tables for Markdown and the terminal, and the worst pages with what was wrongly kept and what was lost."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from newsclean.lab.align import Target, align
from newsclean.lab.corpora import Record
from newsclean.lab.measure import Counts, Interval
from newsclean.lab.silver import SilverPage

RIGHT = 0.5
"""Share of matched tokens from which a block counts as rightly kept, or as found."""
SHORT = 8
"""Words below which a block is called short."""
MOST = 6
"""Faults of either kind, the largest first, that are shown of one of the worst pages."""
CUT = 110
"""Characters of a block that a report shows."""

_ITEM = re.compile(r"\s*(?:[-*•–·▪]|\d{1,2}[.)])\s")
_SENTENCE_END = re.compile(r"[.!?。！？।؟…][\"'”’»)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of ready strings. The first column is left-aligned, the others are right-aligned."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""

    def markdown(self) -> str:
        """The table in Markdown, with its title above; ends with a line feed."""
        lines = [self.header, ("---", *["---:"] * (len(self.header) - 1)), *self.rows]
        body = "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
        return f"{self.title}\n\n{body}\n" if self.title else f"{body}\n"

    def show(self, console: Console) -> None:
        """Print the table: drawn on a terminal, in Markdown where the output goes into a file or a pipe."""
        if not console.is_terminal:
            console.file.write(self.markdown() + "\n")
            return
        table = RichTable(title=self.title or None, title_justify="left")
        for place, name in enumerate(self.header):
            table.add_column(name, justify="right" if place else "left", overflow="fold")
        for row in self.rows:
            table.add_row(*map(Text, row))
        console.print(table)


def shown(value: float, digits: int = 3) -> str:
    """A share as `.957`, `1.000`; the nought before the point is left out."""
    return f"{value:.{digits}f}".removeprefix("0") if value >= 0 else f"-{shown(-value, digits)}"


def shown_interval(ends: Interval, digits: int = 3) -> str:
    """A figure with its interval, as `.957 [.948 .966]`."""
    return f"{shown(ends.value, digits)} [{shown(ends.low, digits)} {shown(ends.high, digits)}]"


class Fault(NamedTuple):
    """A block wrongly kept or lost: its kind, its words as the measure counts them, its text."""

    kind: str
    size: int
    text: str


@dataclass(frozen=True, slots=True)
class PageFaults:
    """What went wrong on one page: output that is no gold, and gold that is not in the output."""

    id: str
    counts: Counts
    kept: tuple[Fault, ...]
    lost: tuple[Fault, ...]


def faults(page: Record, counts: Counts, cleaned: str, silver: SilverPage | None = None) -> PageFaults:
    """Compare the cleaned text of a page with a full gold, block by block.

    A kept block's kind is its silver role where there is one, else its shape. Optional paragraphs are never lost.
    """
    blocks = [line for line in cleaned.splitlines() if line.strip()]
    optional = page.get("optional") or ()
    roles = silver.roles(blocks) if silver else [None] * len(blocks)
    wrong = [
        Fault(str(role or shape(block)), row.total, block)
        for block, role, row in zip(blocks, roles, align(blocks, Target(page["body"], optional)), strict=True)
        if row.kept < RIGHT * row.total
    ]
    paragraphs = [paragraph for paragraph in page["body"].split("\n\n") if paragraph not in optional]
    lost = [
        Fault(shape(paragraph), row.total, paragraph)
        for paragraph, row in zip(paragraphs, align(paragraphs, Target(cleaned)), strict=True)
        if row.kept < RIGHT * row.total
    ]
    return PageFaults(page["id"], counts, tuple(wrong), tuple(lost))


def shape(block: str) -> str:
    """A block's kind by its form alone: list item, sentence, short sentence, phrase or long phrase."""
    if _ITEM.match(block):
        return "list item"
    short = len(block.split()) < SHORT and len(block) < 10 * SHORT
    if _SENTENCE_END.search(block):
        return "short sentence" if short else "sentence"
    return "phrase" if short else "long phrase"


def worst(pages: Iterable[PageFaults], number: int = 20) -> list[PageFaults]:
    """The pages of lowest F1, worst first; pages without a fault in the measure are left out."""
    faulty = [page for page in pages if page.counts.f1 < 1]
    return sorted(faulty, key=lambda page: (page.counts.f1, page.id))[:number]


def kinds_table(pages: Sequence[PageFaults], title: str = "") -> Table:
    """Faults of all pages by kind: blocks, words and pages, the most words first."""
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for page in pages:
        for what, found in (("wrongly kept", page.kept), ("lost", page.lost)):
            for fault in found:
                sums[what, fault.kind][0] += 1
                sums[what, fault.kind][1] += fault.size
            for kind in {fault.kind for fault in found}:
                sums[what, kind][2] += 1
    order = sorted(sums, key=lambda key: (key[0] != "lost", -sums[key][1], key))
    rows = tuple((f"{what}: {kind}", *map(str, sums[what, kind])) for what, kind in order)
    return Table(("fault", "blocks", "words", "pages"), rows, title)


def worst_markdown(pages: Iterable[PageFaults], number: int = 20) -> str:
    """The worst pages in Markdown, each with its largest faults. It quotes the pages: not for a repository."""
    parts = []
    for page in worst(pages, number):
        lines = [f"### {page.id}: F1 {shown(page.counts.f1)}, shingles +{page.counts.extra} -{page.counts.missed}"]
        for sign, found in (("+", page.kept), ("-", page.lost)):
            largest = sorted(found, key=lambda fault: -fault.size)
            lines.extend(f"- `{sign}` {fault.kind} ({fault.size}): {_cut(fault.text)}" for fault in largest[:MOST])
            if len(found) > MOST:
                lines.append(f"- `{sign}` and {len(found) - MOST} smaller ones")
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n" if parts else ""


def _cut(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= CUT else f"{folded[: CUT - 1]}…"
