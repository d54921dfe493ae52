"""Faults: what is wrong with a fixture's page once it is cleaned, and how that differs from what is known."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from newsclean.lab.fixtures import Case
from newsclean.page import Block, Page

ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
LOST, LEFT = "lost: ", "left in: "
"""How faults begin that concern a string of `keep` and one of `drop`."""
LINE = 60
"""Characters of a line that a fault quotes, at most."""


class Differences(NamedTuple):
    """How found faults differ from recorded ones. new: not recorded. gone: recorded, and not found any more."""

    new: list[str]
    gone: list[str]


class Tally(NamedTuple):
    """What some fixtures ask for and do not get: strings to keep and of them lost, strings to go and of them left."""

    pages: int = 0
    faulty: int = 0
    keep: int = 0
    lost: int = 0
    drop: int = 0
    left: int = 0
    others: int = 0

    def plus(self, case: Case, faults: Sequence[str]) -> Tally:
        """With one case more, and its faults."""
        lost, left = (sum(fault.startswith(kind) for fault in faults) for kind in (LOST, LEFT))
        others = len(faults) - lost - left
        more = (1, bool(faults), len(case.keep), lost, len(case.drop), left, others)
        return Tally(*map(sum, zip(self, more, strict=True)))


def check(case: Case, page: Page) -> list[str]:
    """What is wrong with `page`, the case explained: one sentence a fault, none where all is well."""
    return [
        *_snippet_faults(case, page.text),
        *_role_faults(case, page.blocks),
        *_flag_faults(case, page.flags),
        *_expected_faults(case, page.text),
    ]


def differences(recorded: Iterable[str], found: Iterable[str]) -> Differences:
    """The faults that only one of the two has; one that is found twice must be recorded twice."""
    known, seen = Counter(recorded), Counter(found)
    return Differences(list((seen - known).elements()), list((known - seen).elements()))


def tally(cases: Iterable[Case], faults: Callable[[Case], Sequence[str]]) -> dict[str, Tally]:
    """By kind of input, English apart from other languages: what is asked for, and what of it fails."""
    kinds = {".txt": "text", ".md": "Markdown", ".html": "HTML"}
    rows = {f"{kind}, {lang}": Tally() for kind in kinds.values() for lang in ("English", "other languages")}
    for case in cases:
        row = f"{kinds[case.page.suffix]}, {'English' if case.lang == 'en' else 'other languages'}"
        rows[row] = rows[row].plus(case, faults(case))
    return rows


def tally_table(rows: dict[str, Tally]) -> str:
    """The rows and their sum as a table in Markdown."""
    head = (
        "input",
        "pages",
        "with faults",
        "strings to keep",
        "of them lost",
        "strings to go",
        "of them left",
        "others",
    )
    every = rows | {"all": Tally(*map(sum, zip(*rows.values(), strict=True)))}
    lines = [head, ("---", *["---:"] * len(Tally._fields)), *((name, *row) for name, row in every.items())]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def dump(page: Page) -> str:
    """Every block on a few lines: kept or stripped, role, score, its strongest reasons, its text."""
    head = f"confidence {page.confidence:.2f}, flags {sorted(page.flags)}"
    return "\n".join([head, *map(_dump_block, page.blocks)])


def squash(text: str) -> str:
    """`text` with white space collapsed and zero-width characters gone: how strings are compared."""
    return " ".join(text.translate(ZERO_WIDTH).split())


def _snippet_faults(case: Case, text: str) -> Iterator[str]:
    squashed = squash(text)
    for string in case.keep:
        if squash(string) not in squashed:
            yield f"{LOST}{string!r}"
    for string in case.drop:
        if squash(string) in squashed:
            yield f"{LEFT}{string!r}"


def _role_faults(case: Case, blocks: Sequence[Block]) -> Iterator[str]:
    for string, allowed in case.roles:
        found = [block.role for block in blocks if squash(string) in squash(block.text)]
        if not found:
            yield f"no block holds {string!r}"
        for role in found:
            if role not in allowed:
                yield f"role {role}, not {' or '.join(allowed)}: {string!r}"


def _flag_faults(case: Case, flags: frozenset[str]) -> Iterator[str]:
    for flag in sorted(case.flags - flags):
        yield f"flag {flag} is missing"
    if case.keep and "no_article" in flags:
        yield "flag no_article, though there is an article"


def _expected_faults(case: Case, text: str) -> Iterator[str]:
    if case.expected is not None and text != case.expected:
        yield from _unlike(case.expected.splitlines(), text.splitlines()) or ["line breaks unlike expected.txt"]


def _unlike(expected: list[str], found: list[str]) -> list[str]:
    """Each line that one of the two has and the other has not, but for blank ones."""
    faults = []
    for _, a, b, c, d in SequenceMatcher(None, expected, found, autojunk=False).get_opcodes():
        if expected[a:b] != found[c:d]:
            faults += [f"not in the output: {line[:LINE]!r}" for line in expected[a:b] if line]
            faults += [f"not in expected.txt: {line[:LINE]!r}" for line in found[c:d] if line]
    return faults


def _dump_block(block: Block) -> str:
    reasons = ", ".join(f"{name} {weight:+.2f}" for name, weight in block.reasons[:3])
    state = "KEPT    " if block.kept else "stripped"
    text = textwrap.shorten(block.text, 160, placeholder=" …")
    return f"{state} {block.role:<11} {block.score:.2f}  {text}\n{' ' * 26}{reasons}".rstrip()
