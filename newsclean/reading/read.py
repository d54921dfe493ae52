"""The one door of reading: any source becomes a document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsclean.options import KINDS, check_choice
from newsclean.reading.charsets import without_mark
from newsclean.reading.cut import without_cut
from newsclean.reading.document import Document
from newsclean.reading.escapes import mend_escapes
from newsclean.reading.feeds import is_feed
from newsclean.reading.filler import without_filler
from newsclean.reading.gzipped import unzip
from newsclean.reading.kind import find_kind
from newsclean.reading.lines import with_line_feeds
from newsclean.reading.mhtml import page_of
from newsclean.reading.misread import mend_misread
from newsclean.reading.mojibake import as_utf8, mend

if TYPE_CHECKING:
    from newsclean.reading.breaks import LineBreaks


def read(source: str | bytes, kind: str = "auto", breaks: LineBreaks | None = None) -> Document:
    """The document of a source.

    breaks: what is known of line breaks that a text has lost, if not what the package knows.

    Raises:
        TypeError: the source is neither `str` nor `bytes`.
        ValueError: no such kind.
    """
    check_choice("kind", kind, KINDS)
    if isinstance(source, bytes):
        source = unzip(source).data
    elif isinstance(source, str):
        source = without_mark(with_line_feeds(source))
    if isinstance(source, str | bytes) and kind in ("auto", "html"):
        page = page_of(source)
        # what its message calls HTML is HTML, even where it reads like a text: its blocks have no places in the source
        kind, source = ("html" if page is not source else kind), page
    if isinstance(source, bytes):
        from newsclean.reading.binary import binary_kind
        from newsclean.reading.decode import decode

        source = "" if binary_kind(source) else without_mark(with_line_feeds(decode(source)))
    elif not isinstance(source, str):
        raise TypeError(_what_came(source))
    source = "" if kind in ("auto", "html") and is_feed(source) else str(source)
    data = b"" if source.isascii() else as_utf8(source)
    mended, mojibake = mend_misread(source, data)
    if mojibake is None:
        mended, mojibake = mend(mended, data)
    kind = find_kind(mended) if kind == "auto" else kind
    if mojibake is None and kind != "html":
        mended, mojibake = mend_escapes(mended)
    if kind != "html":  # where nothing is filled
        mended, mojibake = without_filler(mended, mojibake)
    doc = _read(mended, kind, breaks)
    return replace(doc, mojibake=mojibake) if mojibake else doc


def _read(source: str, kind: str, breaks: LineBreaks | None) -> Document:
    if kind == "html":
        from newsclean.reading.flat import as_paragraphs
        from newsclean.reading.html import read_html
        from newsclean.reading.literals import as_written
        from newsclean.reading.toolbar import without_toolbar

        return as_paragraphs(read_html(without_toolbar(as_written(source))))
    whole = without_cut(source)
    if kind == "markdown":
        from newsclean.reading.markdown import read_markdown

        doc = read_markdown(whole)
    else:
        from newsclean.reading.text import read_text

        doc = read_text(whole, breaks)
    return doc if whole is source else replace(doc, cut=True)


def _what_came(source: object) -> str:
    hint = ""
    if hasattr(source, "read_text"):
        hint = "; to clean a file, pass path.read_text() or path.read_bytes()"
    elif hasattr(source, "read"):
        hint = "; to clean an open file, pass file.read()"
    elif source is None:
        hint = "; an extractor that found nothing gives None: pass text or ''"
    elif isinstance(source, list | tuple):
        hint = "; for several pages use clean_many(sources)"
    return f"source must be str or bytes (plain text, Markdown or HTML), not {type(source).__name__}{hint}"
