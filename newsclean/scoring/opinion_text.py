"""Another extractor's view: what trafilatura keeps of a page, or nothing where it fails. Imported only when asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from newsclean.reading.document import Document
from newsclean.scoring.silence import silence

Extract = Callable[[str], str]

MOST_SOURCE = 2_000_000
"""Characters of a page that is still handed over: the time a foreign extractor takes may not grow without bounds."""
MOST_DEPTH = 200
"""Elements within each other in such a page: trafilatura walks the tree by recursion."""


@cache
def trafilatura() -> Extract:
    """trafilatura in its mode for precision, without its costly fallbacks; imported on the first call.

    Raises:
        ImportError: it, or a package that it needs, is not installed.
    """
    with silence():
        from trafilatura import extract

    def text(html: str) -> str:
        return extract(html, favor_precision=True, fast=True, include_comments=False) or ""

    return text


def other_text(doc: Document, extract: Extract | None = None) -> str:
    """What another extractor keeps of an HTML page, trafilatura by default; "" where it keeps nothing or fails.

    A page that is too long or too deep for it is not handed over.

    Raises:
        ImportError: the extractor cannot be imported, which is no page's fault.
    """
    if doc.markup is None or len(doc.source) > MOST_SOURCE or int(doc.markup.depth.max(initial=0)) > MOST_DEPTH:
        return ""
    extract = extract or trafilatura()
    try:
        with silence():
            return extract(doc.source)
    except ImportError:  # of what it imports only when it works
        raise
    except Exception:  # whatever a foreign extractor raises is no reason to lose the page: the first decision stands
        return ""
