"""Kinds of input that users really hand in: whole pages as text, Markdown or HTML, and what extractors make of them."""

from __future__ import annotations

from newsclean.lab.extracted_texts import (
    main_boilerpy3,
    main_justext,
    main_newspaper4k,
    main_readability,
    main_readability_html,
    main_readability_markdown,
    main_resiliparse,
    main_trafilatura,
    main_trafilatura_headed,
    main_trafilatura_html,
    main_trafilatura_markdown,
    main_trafilatura_precision,
    main_trafilatura_titled,
    main_trafilatura_xml,
)
from newsclean.lab.misread import misread, well_read, whole_misread
from newsclean.lab.numbered import citations, link_numbers
from newsclean.lab.tagged import sanitized, written
from newsclean.lab.thinned import THINNED, bare, laid_out
from newsclean.lab.whole_texts import (
    Renderer,
    on_one_line,
    whole_body,
    whole_bs4,
    whole_bs4_blocks,
    whole_bs4_glued,
    whole_bs4_glued_line,
    whole_bs4_line,
    whole_bs4_pipes,
    whole_bs4_pipes_unstripped,
    whole_bs4_strip,
    whole_escaped,
    whole_headed_paragraphs,
    whole_html2text,
    whole_html2text_referenced,
    whole_html2text_unlinked,
    whole_html2text_unwrapped,
    whole_html2txt,
    whole_html_text,
    whole_inscriptis,
    whole_inscriptis_blanks,
    whole_itertext,
    whole_literal,
    whole_markdownify,
    whole_markdownify_unlinked,
    whole_paragraphs,
    whole_resiliparse,
    whole_text_content,
    whole_wrapped,
)
from newsclean.options import Kind
from newsclean.reading.markdown import read_markdown

WHOLE: dict[str, Renderer] = {
    "resiliparse": whole_resiliparse,
    "bs4": whole_bs4,
    "inscriptis": whole_inscriptis,
    "html_text": whole_html_text,
}
"""Whole-page texts."""
EXTRACTED: dict[str, Renderer] = {
    "trafilatura": main_trafilatura,
    "trafilatura_precision": main_trafilatura_precision,
    "readability": main_readability,
    "resiliparse_main": main_resiliparse,
    "justext": main_justext,
    "newspaper4k": main_newspaper4k,
    "boilerpy3": main_boilerpy3,
}
"""Outputs of extractors."""
EXTRA: dict[str, Renderer] = {
    "bs4_strip": whole_bs4_strip,
    "wrapped": whole_wrapped,
    "trafilatura_markdown": main_trafilatura_markdown,
}
"""Layouts that come less often; for training and for watching."""
PARAGRAPHS: dict[str, Renderer] = {"paragraphs": whole_paragraphs, "headed_paragraphs": whole_headed_paragraphs}
"""Whole pages of which a scraper took the paragraphs, or those, headings and lists; no scorer learns from them."""
TITLED: dict[str, Renderer] = {"trafilatura_titled": main_trafilatura_titled}
"""An extractor's output below the page's title; no scorer learns from it."""
LINES: dict[str, Renderer] = {
    "one_line": on_one_line(whole_resiliparse),
    "bs4_line": whole_bs4_line,
    "inscriptis_line": on_one_line(whole_inscriptis),
    "html2txt": whole_html2txt,
    "bs4_glued": whole_bs4_glued,
    "bs4_glued_line": whole_bs4_glued_line,
}
"""Whole pages on one line or glued together."""
SEPARATED: dict[str, Renderer] = {
    "bs4_pipes": whole_bs4_pipes,
    "bs4_pipes_unstripped": whole_bs4_pipes_unstripped,
    "inscriptis_blanks": whole_inscriptis_blanks,
}
"""Whole pages with separators in place of line breaks; no scorer learns from them."""
EXTRACTED_LINES: dict[str, Renderer] = {
    f"{name}_line": on_one_line(EXTRACTED[name]) for name in ("trafilatura", "readability", "resiliparse_main")
}
"""Outputs of extractors on one line."""
SCRIPTED: dict[str, Renderer] = {"itertext": whole_itertext, "text_content": whole_text_content}
"""Whole pages with all that their scripts and styles hold; no scorer learns from them."""
BROKEN: dict[str, Renderer] = {"resiliparse": whole_resiliparse, "bs4_blocks": whole_bs4_blocks}
"""Whole pages whose lines are the blocks that a reader sees: what is known of line breaks is learned from them."""
MARKDOWN: dict[str, Renderer] = {
    "markdownify": whole_markdownify,
    "html2text": whole_html2text,
    "html2text_unwrapped": whole_html2text_unwrapped,
}
"""Whole pages as Markdown."""
UNLINKED: dict[str, Renderer] = {
    "markdownify_unlinked": whole_markdownify_unlinked,
    "html2text_unlinked": whole_html2text_unlinked,
}
"""Whole pages as Markdown without links, which is scored as text."""
REFERENCED: dict[str, Renderer] = {"html2text_referenced": whole_html2text_referenced}
"""Whole pages as Markdown with links by number; no scorer learns from them."""
EXTRACTED_MARKDOWN: dict[str, Renderer] = {
    "trafilatura_markdown": main_trafilatura_markdown,
    "readability_markdown": main_readability_markdown,
}
"""Outputs of extractors as Markdown."""
ESCAPED: dict[str, Renderer] = {"escaped_text": whole_escaped}
"""Whole pages whose line breaks are escaped; no scorer learns from them."""
TAGGED: dict[str, Renderer] = {"tagged_text": written}
"""Whole pages as text with tags in it; no scorer learns from them."""
NUMBERED: dict[str, Renderer] = {"link_numbers": link_numbers}
"""Whole pages as text browsers show them; no scorer learns from them."""
CITED: dict[str, Renderer] = {"citations": citations}
"""Whole pages as Markdown with citations behind links; no scorer learns from them."""
MARKED = frozenset((*MARKDOWN, *REFERENCED, *UNLINKED, *EXTRACTED_MARKDOWN, *TAGGED, *CITED))
"""Kinds that are Markdown, of which a reader sees the words and not the marks."""
BARE: dict[str, Renderer] = {"html_bare": bare, "html_tables": laid_out}
"""The page's HTML without anything that names its parts, and the same laid out as tables."""
SANITIZED: dict[str, Renderer] = {"html_sanitized": sanitized}
"""What a sanitizer leaves of the page's HTML; no scorer learns from it."""
PIECES: dict[str, Renderer] = {
    "html_body": whole_body,
    "html_literal": whole_literal,
    "trafilatura_xml": main_trafilatura_xml,
    "trafilatura_headed": main_trafilatura_headed,
    "trafilatura_html": main_trafilatura_html,
    "readability_html": main_readability_html,
}
"""HTML that does not open as a document does, and XML: what they are is for `clean` to find."""
MOJIBAKE: dict[str, Renderer] = {"html_mojibake": misread, "mojibake_text": whole_misread}
"""Pages whose encoding was taken for another; no scorer learns from them."""
HTML = frozenset(("html", "html_mojibake", *BARE, *SANITIZED, *THINNED, *PIECES))
"""Kinds that are HTML."""
RENDERERS: dict[str, Renderer] = {
    **WHOLE,
    **EXTRACTED,
    **EXTRA,
    **PARAGRAPHS,
    **TITLED,
    **LINES,
    **SEPARATED,
    **EXTRACTED_LINES,
    **SCRIPTED,
    **BROKEN,
    **MARKDOWN,
    **REFERENCED,
    **UNLINKED,
    **EXTRACTED_MARKDOWN,
    **NUMBERED,
    **CITED,
    **ESCAPED,
    **MOJIBAKE,
    **TAGGED,
    **BARE,
    **SANITIZED,
    **PIECES,
    **THINNED,
}


def handed_in(kind: str) -> Kind:
    """What `clean` is told that a source of a kind is: "html", or "auto" where that is for it to find."""
    return "html" if kind in HTML and kind not in PIECES else "auto"


def seen(text: str, kind: str) -> str:
    """What a reader sees of a text of a kind, or of what is left of it: of Markdown no marks and no addresses; of
    mojibake the letters that are meant."""
    text = well_read(text) if kind in MOJIBAKE else text
    return read_markdown(text).text if kind in MARKED else text
