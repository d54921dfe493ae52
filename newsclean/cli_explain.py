"""What `newsclean explain` prints: every block with its role, score and reasons, coloured on a terminal."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

from newsclean.page import Block, Page
from newsclean.terminal import harmless

BOLD, DIM, GREEN, RED = "1", "2", "32", "31"
INDENT = 26
"""Columns before a block's text: state, role and score."""
NARROWEST = 40
"""Columns that the text has at least, however narrow the terminal."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed on: its columns, and whether it takes colours."""

    width: int
    colour: bool

    @classmethod
    def of(cls, stream: TextIO) -> Paper:
        """As the stream and the environment (COLUMNS, NO_COLOR, TERM) say."""
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        width = max(shutil.get_terminal_size((100, 24)).columns, INDENT + NARROWEST)
        return cls(width, stream.isatty() and not plain)

    def ink(self, text: str, *codes: str) -> str:
        """The text in the colours of ANSI codes, where there are colours."""
        return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if self.colour and text and codes else text

    def wrap(self, text: str, indent: int) -> list[str]:
        """The text in lines that fit, without the first line's indent."""
        lines = textwrap.wrap(text, self.width - indent, break_on_hyphens=False) or [""]
        return [lines[0], *(" " * indent + line for line in lines[1:])]


def print_page(page: Page, paper: Paper, reasons: int) -> None:
    """Print what is known of a page, then its blocks, kept ones in full ink and stripped ones dim."""
    for line in (*page_lines(page, paper), ""):
        print(line)
    for block in page.blocks:
        print("\n".join(block_lines(block, paper, reasons)))
    sys.stdout.flush()


def page_lines(page: Page, paper: Paper) -> Iterator[str]:
    """The page's metadata, a line each."""
    kept = sum(block.kept for block in page.blocks)
    facts = {
        "title": page.title,
        "byline": page.byline,
        "published": page.published,
        "kind": page.kind,
        "confidence": f"{page.confidence:.2f}",
        "flags": ", ".join(sorted(page.flags)),
        "blocks": f"{kept} kept, {len(page.blocks) - kept} stripped",
    }
    for name, value in facts.items():
        if value:
            first, *others = paper.wrap(_plain(value), 12)
            yield paper.ink(name, BOLD) + " " * (12 - len(name)) + first
            yield from others


def block_lines(block: Block, paper: Paper, reasons: int) -> Iterator[str]:
    """State, role, score and text; below, a note where there is one, and the strongest reasons."""
    mark = paper.ink("kept    ", GREEN, BOLD) if block.kept else paper.ink("stripped", RED)
    ink = () if block.kept else (DIM,)
    first, *others = paper.wrap(_plain(block.text), INDENT)
    yield f"{mark} {paper.ink(f'{block.role:<11} {block.score:.2f}  {first}', *ink)}"
    yield from (paper.ink(line, *ink) for line in others)
    strongest = (f"{reason.name} {reason.weight:+.2f}" for reason in block.reasons[: max(reasons, 0)])
    why = ", ".join(filter(None, (block.note, *strongest)))
    if why:
        yield from (" " * INDENT + paper.ink(line.strip(), DIM) for line in paper.wrap(why, INDENT))


def _plain(text: str) -> str:
    return harmless(" ".join(text.split()))
