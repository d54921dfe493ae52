"""Outputs of extractors: what is left of a page's HTML by those that look for its article."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from newsclean.lab.whole_texts import whole_markdownify


def main_readability_markdown(html: str) -> str:
    from readability import Document

    return whole_markdownify(Document(html).summary())


def main_resiliparse(html: str) -> str:
    """resiliparse's main content."""
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(html, main_content=True, alt_texts=False))


@lru_cache(maxsize=1)
def main_trafilatura(html: str) -> str:
    import trafilatura

    return trafilatura.extract(html) or ""


def main_trafilatura_precision(html: str) -> str:
    import trafilatura

    return trafilatura.extract(html, favor_precision=True) or ""


def main_trafilatura_titled(html: str) -> str:
    """trafilatura's output below the title that it finds, as columns of a table are joined."""
    from trafilatura.metadata import extract_metadata

    text = main_trafilatura(html)
    return f"{extract_metadata(html).title or ''}\n\n{text}" if text else ""


def main_trafilatura_headed(html: str) -> str:
    """The same as HTML: a heading of the first level, and paragraphs."""
    title, _, text = main_trafilatura_titled(html).partition("\n\n")
    paragraphs = (f"<p>{escape(line)}</p>" for line in text.splitlines())
    return f"<h1>{escape(title)}</h1>\n" + "\n".join(paragraphs) if text else ""


def main_trafilatura_markdown(html: str) -> str:
    import trafilatura

    return trafilatura.extract(html, output_format="markdown", include_links=True) or ""


def main_trafilatura_xml(html: str) -> str:
    import trafilatura

    return trafilatura.extract(html, output_format="xml") or ""


def main_readability_html(html: str) -> str:
    """readability-lxml's summary as it gives it."""
    from readability import Document

    return str(Document(html).summary())


def main_trafilatura_html(html: str) -> str:
    import trafilatura

    return trafilatura.extract(html, output_format="html", include_links=True) or ""


def main_readability(html: str) -> str:
    """readability-lxml's summary, as text."""
    import html_text
    from readability import Document

    return str(html_text.extract_text(Document(html).summary()))


def main_justext(html: str) -> str:
    import justext

    stoplist = frozenset(w for name in ("English", "German") for w in justext.get_stoplist(name))
    return "\n\n".join(p.text for p in justext.justext(html, stoplist) if not p.is_boilerplate)


def main_newspaper4k(html: str) -> str:
    """newspaper4k's article text."""
    import newspaper

    article = newspaper.Article("http://example.org/", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return str(article.text)


def main_boilerpy3(html: str) -> str:
    """boilerpy3's article extractor."""
    from boilerpy3 import extractors

    return str(extractors.ArticleExtractor(raise_on_failure=False).get_content(html))
