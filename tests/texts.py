"""Texts that several files of tests read: three paragraphs, and pages of the fixtures."""

from __future__ import annotations

from pathlib import Path

from newsclean.reading.document import Document

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
