"""Modes: which scorers there are to learn, from which recipes and kinds of input, and what of them is set by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from newsclean.lab.kinds import EXTRACTED_LINES, EXTRACTED_MARKDOWN, LINES, MARKDOWN
from newsclean.lab.rows import LINE_KINDS, MARKDOWN_KINDS, PLAIN, Recipe, text_kinds
from newsclean.lab.thinned import THINNED
from newsclean.reading.document import Document
from newsclean.reading.read import read

DEFAULT = {
    "text": ["plain", "pseudo"],
    "run_on": ["plain", "pseudo"],
    "markdown": ["plain", "redrawn"],
    "html": ["plain"],
    "thin": ["plain", "redrawn"],
}
"""The recipes of a mode: HTML has one rendering, and gives the pseudo-labels itself."""
SEEN_AS = {"thin": "html"}
"""Modes whose pages are read as another's, with its evidence."""
ROLE_KINDS = {"text": ("resiliparse", "bs4", "html_text"), "markdown": tuple(MARKDOWN), "html": ("html",)}
SET = {
    "html": [0.5, 0.4],
    "thin": [0.5, 0.4],
    "text": [0.5, 0.55],
    "run_on": [0.46, 0.46],
    "markdown": [0.45, 0.55],
}
"""Thresholds that are set, not fitted: what they let in too much is read again by itself, which the fit does not see.
Chosen by hand on the pages of `newsclean lab gate` and, of HTML, of the corpus of snippets; of text, before it had a
network, on the fixtures, of which the fitted pair loses much more."""
SURE = {"html": [0.65, 0.5], "thin": [0.65, 0.5]}
"""Thresholds of the blocks that tell whether there is an article, where they are not those of what stays."""
CALIBRATED = {
    "text": ("resiliparse", "bs4", "html_text", "trafilatura", "readability", "resiliparse_main"),
    "run_on": (*LINES, *EXTRACTED_LINES),
    "markdown": (*MARKDOWN, *EXTRACTED_MARKDOWN),
    "html": ("html",),
    "thin": tuple(THINNED),
}


def reader_of(mode: str) -> Callable[..., Document]:
    """How the mode's pages are read: HTML and Markdown as such, everything else as it comes."""
    return read if mode == "text" else partial(read, kind={"run_on": "text", "thin": "html"}.get(mode, mode))


def kinds_of(mode: str, recipes: Sequence[Recipe] = (PLAIN,)) -> tuple[str, ...]:
    """The input kinds that the mode's scorer is learned on."""
    kinds = {"html": ("html",), "thin": ("html", *THINNED), "run_on": LINE_KINDS, "markdown": MARKDOWN_KINDS}
    return kinds.get(mode) or text_kinds(recipes)
