"""Numbered pages: as text browsers and Crawl4AI have them, a number at each link and the addresses elsewhere."""

from __future__ import annotations

import re
import textwrap
from itertools import count

from newsclean.lab.html_blocks import tree_of
from newsclean.lab.whole_texts import whole_markdownify

WIDTH, INDENT = 79, 3
"""Columns of a terminal, and those that `lynx` leaves empty on the left."""
LINK = re.compile(r"!?\[([^\]]+)\]\(([^)]+?)(?:\s+\"([^\"]*)\")?\)")
"""What Crawl4AI takes for a link."""


def link_numbers(html: str) -> str:
    """The whole page, a number before each link, wrapped as for a terminal, with the addresses below: `lynx -dump`."""
    from inscriptis.html_engine import Inscriptis

    tree = tree_of(html)
    if tree is None:
        return ""
    links = [link for link in tree.iter("a") if link.get("href") and link.text_content().strip()]
    for number, link in enumerate(links, 1):
        link.text = f"[{number}]{(link.text or '').lstrip()}"
    text = "\n".join(map(_wrapped, Inscriptis(tree).get_text().splitlines()))
    addresses = "\n".join(
        f"{number:>{INDENT + 1}}. {_address(link.get('href'))}" for number, link in enumerate(links, 1)
    )
    return f"{text}\n\nReferences\n\n   Visible links:\n{addresses}\n"


def _wrapped(line: str) -> str:
    indent = " " * (INDENT + len(line) - len(line.lstrip()))
    return textwrap.fill(line.strip(), WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False)


def _address(href: str | None) -> str:
    address = "".join((href or "").split())
    return address if re.match(r"[a-z][a-z0-9+.-]+:", address, re.I) else f"https://example.org/{address}"


def citations(html: str) -> str:
    """The whole page as Markdown, a citation behind each link and the list of them below: Crawl4AI's
    `markdown_with_citations` and `references_markdown`."""
    numbers, known = count(1), dict[str, tuple[int, str]]()

    def cite(match: re.Match[str]) -> str:
        words, address, title = match.groups()
        if address not in known:
            known[address] = next(numbers), " - ".join(dict.fromkeys(filter(None, (title, words))))
        cited = f"{words}⟨{known[address][0]}⟩"
        return f"![{cited}]" if match[0].startswith("!") else cited

    text = LINK.sub(cite, whole_markdownify(html))
    listed = "".join(f"⟨{number}⟩ {address}: {words}\n" for address, (number, words) in known.items())
    return f"{text}\n\n## References\n\n{listed}"
