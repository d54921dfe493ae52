"""Renderings: what users really hand in, made from a page's HTML. Whole-page texts, and the outputs of extractors."""

from __future__ import annotations

import gzip
import json
import os
import random
import textwrap
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from rich.progress import track

from newsclean.lab.corpora import Record, read_corpus
from newsclean.lab.html_blocks import INLINE
from newsclean.lab.thinned import THINNED, bare, laid_out
from newsclean.reading.markdown import read_markdown

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

Renderer = Callable[[str], str]
EDGE = "\ufdd0"
"""The edge of a block: no character, which no page may hold."""


def whole_resiliparse(html: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(html, main_content=False, alt_texts=False)


def _soup(html: str) -> BeautifulSoup:
    """The page without what no reader sees."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(html, "lxml")
    for element in soup(["script", "style", "template", "noscript"]):
        element.decompose()
    return soup


def whole_bs4(html: str, separator: str = "\n") -> str:
    return str(_soup(html).get_text(separator))


def whole_bs4_glued(html: str) -> str:
    """`get_text()`: nothing between the texts of two elements but what the page's own source has there."""
    return whole_bs4(html, "")


def whole_bs4_line(html: str) -> str:
    """`get_text(" ", strip=True)`: the whole page on one line, but for line breaks within its texts."""
    return str(_soup(html).get_text(" ", strip=True))


def whole_bs4_glued_line(html: str) -> str:
    """`get_text(strip=True)`: the whole page on one line, nothing between the texts of two elements."""
    return str(_soup(html).get_text(strip=True))


def whole_html2txt(html: str) -> str:
    """trafilatura's `html2txt`: the whole page on one line."""
    import trafilatura

    return str(trafilatura.html2txt(html))


def whole_bs4_strip(html: str) -> str:
    """`get_text("\\n", strip=True)`: the same cuts, without the blanks that betray them."""
    return "\n".join(line.strip() for line in whole_bs4(html).splitlines() if line.strip())


def whole_inscriptis(html: str) -> str:
    from inscriptis import get_text

    return str(get_text(html))


def whole_html_text(html: str) -> str:
    import html_text

    return html_text.extract_text(html)


def whole_wrapped(html: str) -> str:
    """The whole page hard-wrapped at one width of 60 to 100, blank lines between blocks."""
    width = random.Random(len(html)).randint(60, 100)
    blocks = [line for line in whole_resiliparse(html).splitlines() if line.strip()]
    return "\n\n".join(textwrap.fill(block, width) for block in blocks)


def whole_bs4_blocks(html: str) -> str:
    """The words of `get_text(" ", strip=True)`, with the line breaks that they lost."""
    soup = _soup(html)
    for element in soup.find_all(lambda tag: tag.name not in INLINE):
        element.insert_before(EDGE)
        element.insert_after(EDGE)
    lines = str(soup.get_text(" ", strip=True)).split(EDGE)
    return "\n".join(line for words in lines if (line := " ".join(words.split())))


def on_one_line(renderer: Renderer) -> Renderer:
    """The same rendering, its lines joined by blanks."""
    return lambda html: " ".join(renderer(html).split())


def main_readability_markdown(html: str) -> str:
    from readability import Document

    return whole_markdownify(Document(html).summary())


def whole_markdownify(html: str, strip: Sequence[str] = ()) -> str:
    from markdownify import MarkdownConverter

    return str(MarkdownConverter(heading_style="ATX", strip=[*strip] or None).convert_soup(_soup(html)))


def whole_markdownify_unlinked(html: str) -> str:
    """`strip=["a", "img"]`, as those have it who want to read."""
    return whole_markdownify(html, ("a", "img"))


def whole_html2text(html: str, width: int = 78, linked: bool = True) -> str:
    """Paragraphs hard-wrapped at 78, as html2text does when nothing is said; letters stay as they are."""
    import html2text

    converter = html2text.HTML2Text(bodywidth=width)
    converter.unicode_snob = True
    converter.ignore_links = converter.ignore_images = not linked
    return converter.handle(html)


def whole_html2text_unlinked(html: str) -> str:
    """`ignore_links` and `ignore_images`, the options most often set."""
    return whole_html2text(html, linked=False)


def whole_html2text_unwrapped(html: str) -> str:
    return whole_html2text(html, 0)


def main_resiliparse(html: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(html, main_content=True, alt_texts=False)


def main_trafilatura(html: str) -> str:
    import trafilatura

    return trafilatura.extract(html) or ""


def main_trafilatura_precision(html: str) -> str:
    import trafilatura

    return trafilatura.extract(html, favor_precision=True) or ""


def main_trafilatura_markdown(html: str) -> str:
    import trafilatura

    return trafilatura.extract(html, output_format="markdown", include_links=True) or ""


def main_readability(html: str) -> str:
    import html_text
    from readability import Document

    return html_text.extract_text(Document(html).summary())


def main_justext(html: str) -> str:
    import justext

    stoplist = frozenset(w for name in ("English", "German") for w in justext.get_stoplist(name))
    return "\n\n".join(p.text for p in justext.justext(html, stoplist) if not p.is_boilerplate)


def main_newspaper4k(html: str) -> str:
    import newspaper

    article = newspaper.Article("http://example.org/", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return str(article.text)


def main_boilerpy3(html: str) -> str:
    from boilerpy3 import extractors

    return str(extractors.ArticleExtractor(raise_on_failure=False).get_content(html))


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
LINES: dict[str, Renderer] = {
    "one_line": on_one_line(whole_resiliparse),
    "bs4_line": whole_bs4_line,
    "inscriptis_line": on_one_line(whole_inscriptis),
    "html2txt": whole_html2txt,
    "bs4_glued": whole_bs4_glued,
    "bs4_glued_line": whole_bs4_glued_line,
}
"""Whole pages on one line or glued together."""
EXTRACTED_LINES: dict[str, Renderer] = {
    f"{name}_line": on_one_line(EXTRACTED[name]) for name in ("trafilatura", "readability", "resiliparse_main")
}
"""Outputs of extractors on one line."""
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
EXTRACTED_MARKDOWN: dict[str, Renderer] = {
    "trafilatura_markdown": main_trafilatura_markdown,
    "readability_markdown": main_readability_markdown,
}
"""Outputs of extractors as Markdown."""
MARKED = frozenset((*MARKDOWN, *UNLINKED, *EXTRACTED_MARKDOWN))
"""Kinds that are Markdown, of which a reader sees the words and not the marks."""
BARE: dict[str, Renderer] = {"html_bare": bare, "html_tables": laid_out}
"""The page's HTML without anything that names its parts, and the same laid out as tables."""
HTML = frozenset(("html", *BARE, *THINNED))
"""Kinds that are HTML."""
RENDERERS: dict[str, Renderer] = {
    **WHOLE,
    **EXTRACTED,
    **EXTRA,
    **LINES,
    **EXTRACTED_LINES,
    **BROKEN,
    **MARKDOWN,
    **UNLINKED,
    **EXTRACTED_MARKDOWN,
    **BARE,
    **THINNED,
}


def seen(text: str, kind: str) -> str:
    """What a reader sees of a text of a kind, or of what is left of it: of Markdown no marks and no addresses."""
    return read_markdown(text).text if kind in MARKED else text


def cache_folder() -> Path:
    """Where renderings and training tables are kept: `$NEWSCLEAN_CACHE`, else the user's cache folder."""
    return Path(os.environ.get("NEWSCLEAN_CACHE") or Path.home() / ".cache" / "newsclean")


def render(html: str, kinds: tuple[str, ...]) -> dict[str, str]:
    """One page in several kinds. A renderer that fails gives "", as its user would have got nothing."""
    out = {}
    for kind in kinds:
        try:
            out[kind] = RENDERERS[kind](html) or ""
        except Exception as error:  # whatever a foreign extractor raises must not stop the run
            out[kind] = ""
            print(f"  {kind}: {type(error).__name__}: {error}"[:200])
    return out


def _render_record(job: tuple[Record, tuple[str, ...]]) -> Record:
    page, kinds = job
    start = time.process_time()
    texts = render(page["html"], kinds)
    return {"id": page["id"], "texts": texts, "seconds": time.process_time() - start}


def renderings(
    corpus: str,
    folder: Path,
    kinds: tuple[str, ...] = tuple(RENDERERS),
    workers: int = 2,
    pages: Sequence[Record] | None = None,
) -> dict[str, dict[str, str]]:
    """{page id: {kind: text}} of one corpus or of some of its pages, from the cache, rendered where it lacks a kind."""
    stored = _load(cache_folder() / "renderings" / f"{corpus}.jsonl.gz")
    pages = list(read_corpus(corpus, folder)) if pages is None else pages
    jobs = [(p, lacking) for p in pages if (lacking := tuple(k for k in kinds if k not in stored.get(p["id"], {})))]
    if jobs:
        with ProcessPoolExecutor(workers) as pool:
            rows = pool.map(_render_record, jobs, chunksize=4)
            for row in track(rows, f"rendering {corpus}", total=len(jobs)):
                stored.setdefault(row["id"], {}).update(row["texts"])
        _save(cache_folder() / "renderings" / f"{corpus}.jsonl.gz", stored)
    return {p["id"]: stored[p["id"]] for p in pages}


def _load(path: Path) -> dict[str, dict[str, str]]:
    if not path.exists():
        return {}
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return {row["id"]: row["texts"] for row in map(json.loads, file)}


def _save(path: Path, stored: dict[str, dict[str, str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".tmp")
    with gzip.open(aside, "wt", encoding="utf-8", compresslevel=3) as file:
        file.writelines(json.dumps({"id": key, "texts": texts}) + "\n" for key, texts in stored.items())
    aside.replace(path)


def rendered(corpus: str, folder: Path, kind: str) -> Iterator[tuple[Record, str]]:
    """Each page of a corpus with its text in one kind."""
    texts = renderings(corpus, folder, (kind,))
    for page in read_corpus(corpus, folder):
        yield page, texts[page["id"]][kind]
