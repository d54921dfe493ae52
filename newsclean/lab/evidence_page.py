"""`newsclean lab evidence`: the docs page of all evidence, made from the docstrings of its functions."""

from __future__ import annotations

import argparse
import importlib
import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import numpy as np

from newsclean.evidence.marks import MARKS
from newsclean.evidence.markup import MARKUP
from newsclean.evidence.table import NEIGHBOURS, TEXT, Evidence
from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.second import second_table
from newsclean.scoring.vocabulary import NAMES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "evidence.md"
OPENING = """\
# Evidence

Every number that the scorer sees of a block, by the name that `explain` gives as a reason. This page is made from
the docstrings of the functions (`newsclean lab evidence` writes it anew). How they are used: [Design](design.md). How
to add one: [How to](howto.md).

"Good" blocks are those that read like running text: ten words or more, a sentence's end, function words among them.
"In logarithm" is log(1 + x). Marks count for Markdown only; markup, head and labels for HTML only.
"""
NEIGHBOUR_TEXT = """\
## Neighbours

Some evidence is also seen over the blocks around. `words@-2` is the `words` of the second block before; beyond the
page's edge stands -3.
"""
VOCABULARY_TEXT = """\
## Vocabulary

Which words stand in articles rather than around them was counted over the training pages, each site once. Above zero
speaks for the article. `vocabulary` is the mean over the block's words, `vocabulary_lowest` and `vocabulary_highest`
the extremes, `phrases` and `phrases_lowest` the same over pairs of words, `vocabulary_around` the mean over the nine
blocks around, `vocabulary@+1` that of the next block.
"""
SECOND_TEXT = """\
## The second look

What the first look's scores say around a block. Its own first score is no reason by itself: its weight is handed on
to the evidence behind it.
"""
NETWORK_TEXT = """\
## The networks

What the mode's network says of the block among all others of the page is one reason, `network`.
"""

COMMENTS_TEXT = """\
## Comments

By what text and Markdown are asked whether readers' comments stand below the article. They are no reasons for a block:
what comes of them concerns all blocks from one on. Each is also the mean over the two and five blocks on either side
(`me_around_2`, `me_around_5`) and over the whole text (`me_of_page`).

| evidence | what it is |
|---|---|
| `log_words` | The logarithm of the block's words and one. |
| `exclaiming`, `asking`, `ellipses` | Exclamation marks, question marks and ellipses a word. |
| `smileys`, `doubled_signs` | Smileys, and signs where one would do ("!!", ".."), two at most. |
| `begins_small` | 1 where it begins with a small letter. |
| `hails` | 1 where it opens with a greeting or thanks (`hail` of `[words]` in the [lexicons](lexicons.md)). |
| `names_first` | 1 where it opens with a word or two and a comma or a colon: "Ida, you are right". |
| `quoting`, `brackets` | Quotation marks and opening brackets a word. |
| `digits`, `capitals` | Figures and capitals a character. |
| `ends_as_sentence` | 1 where it ends as sentences do. |
| `me`, `you` | Words for who writes, and for who is written to, a word (`me` of `[words]`, `your` of `[appeal]`). |
| `at_sign` | Signs of "@". |
| `score` | The chance that it belongs to the article. |
"""


def evidence_page() -> str:
    """The page, in Markdown."""
    parts = [OPENING]
    for module, group in groupby((*TEXT, *MARKS, *MARKUP), lambda one: one.__module__):
        parts.append(_section(module, list(group)))
    rows = ((name, ", ".join(f"{step:+d}" for step in steps)) for name, steps in NEIGHBOURS.items())
    parts.append(f"{NEIGHBOUR_TEXT}\n{_table(('evidence', 'blocks away'), rows)}")
    parts.append(f"{VOCABULARY_TEXT}\n{_listed(NAMES)}")
    parts.append(f"{SECOND_TEXT}\n{_listed(_second_names())}")
    parts += [NETWORK_TEXT, COMMENTS_TEXT]
    return "\n".join(parts)


def _section(module: str, group: Iterable[Evidence]) -> str:
    title, _, text = (importlib.import_module(module).__doc__ or "").strip().partition(": ")
    text = " ".join(text.split())
    opening = textwrap.fill(text[:1].upper() + text[1:], 120, break_long_words=False, break_on_hyphens=False)
    rows = ((one.__name__, " ".join((one.__doc__ or "").split())) for one in group)
    return f"## {title}\n\n{opening}\n\n{_table(('name', 'what it says'), rows)}"


def _table(head: tuple[str, str], rows: Iterable[tuple[str, str]]) -> str:
    lines = [f"| `{name}` | {text.replace('|', chr(92) + '|')} |" for name, text in rows]
    return "\n".join([f"| {head[0]} | {head[1]} |", "|---|---|", *lines, ""])


def _listed(names: Iterable[str]) -> str:
    return "\n".join(_wrapped(names)) + "\n"


def _wrapped(names: Iterable[str]) -> Iterator[str]:
    line = ""
    for name in names:
        if line and len(line) + len(name) > 115:
            yield line
            line = ""
        line += f" `{name}`" if line else f"`{name}`"
    if line:
        yield line


def _second_names() -> list[str]:
    view = View(read("One block.", "text"))
    return second_table(view, np.zeros(view.n, np.float32))[0]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `newsclean lab evidence`."""
    parser.add_argument("--out", type=Path, default=PAGE, help="the file to write (default: docs/evidence.md)")


def run(arguments: argparse.Namespace) -> int:
    """Write the page."""
    arguments.out.write_text(evidence_page(), encoding="utf-8")
    print(arguments.out)
    return 0
