"""What several files of tests share: three paragraphs, pages of the fixtures, and how a text is looked at."""

from __future__ import annotations

from pathlib import Path

from newsclean.reading.document import Document
from newsclean.reading.text import read_text

COUNCIL = (
    "The council of the small harbour town voted on Monday to close the old bridge for most of the winter, because "
    "its northern pillar has moved by more than four centimetres since the flood in spring, an engineer said."
)
MAYOR = (
    "The mayor, who had asked for a report in May, told residents that buses would take the long way round until the "
    "work is done, and that schools would open half an hour later than usual for pupils from the other bank."
)
FERRY = (
    "A ferry will cross the river every twenty minutes from six in the morning, though not in a storm, and traders in "
    "the market hall fear that fewer people will come before the holidays than in any of the past ten years."
)
PARAGRAPHS = [COUNCIL, MAYOR, FERRY]
PAGES = Path(__file__).resolve().parents[1] / "fixtures" / "pages"
FIXED = [
    *((PAGES / name).read_text(encoding="utf-8") for name in (
        "en-correction-at-top/page.txt", "sv-md-faktaruta/page.md", "html-drupal-schwebekarten/page.html",
    )),
    "",
]  # fmt: skip
PAGE = FIXED[0]


def blocks(doc: Document) -> list[str]:
    """What the output shows of each block."""
    return [doc.block_text(i) for i in range(len(doc))]


def text_blocks(source: str) -> list[str]:
    """The blocks of a text."""
    return blocks(read_text(source))


def paragraphs(texts: list[str]) -> str:
    """The texts as paragraphs of HTML."""
    return "".join(f"<p>{text}</p>" for text in texts)


def ink(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())
