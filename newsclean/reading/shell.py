"""Shells: pages without a text of their own, which scripts write in a browser, or with its beginning alone, which those
who pay see the rest of; JSON-LD often has the article."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from newsclean.reading.head import article_body, plain
from newsclean.reading.references import unescaped
from newsclean.reading.runs import Attributes

MOST_SHOWN = 2000
"""Characters that a shell shows, at most: a menu, a notice that scripts are needed."""
LEAST, TIMES = 200, 2
"""Characters of an article that is worth it, and how many times those that are shown."""
BEGINNING = 60
"""Characters by which an article is known where the page shows it."""
PARAGRAPH = re.compile(r"<(?:p|br|div)\b", re.I)


def hidden_article(texts: Sequence[str], captured: Iterable[tuple[str, Attributes, str]]) -> tuple[str, bool]:
    """HTML of the article that a page's JSON-LD has and the page does not show, "" where there is none; and whether the
    page shows no more than the beginning of such a one.

    texts: of the page's blocks. captured: as the walk has it.
    """
    shown = sum(map(len, texts))
    if shown > MOST_SHOWN:
        return "", False
    body = article_body(captured)
    said = plain(body)
    if len(said) < max(LEAST, TIMES * shown):
        return "", False
    if any(said[:BEGINNING] in text for text in texts):
        return "", True
    if "&lt;" in body:
        body = unescaped(body)
    if not PARAGRAPH.search(body):
        body = "".join(f"<p>{html.escape(plain(line))}</p>" for line in body.splitlines())
    return f"<article>{body}</article>", False
