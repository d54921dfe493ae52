"""Text in fragments, a link or a bold word on a line of its own, is put together into the blocks a reader would see."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsclean.reading.document import PARAGRAPH, RUN, Document
from newsclean.reading.signs import is_short_rule
from newsclean.reading.text import read_text
from tests.texts import COUNCIL, MAYOR, PARAGRAPHS, blocks

FRAGMENTS = {
    "a link inside a sentence": (
        [
            "The report on the bridge was published by the ",
            "Institute for Bridges",
            " and names three causes of the damage.",
        ],
        1,
    ),
    "a link without blanks around": (
        ["The old bridge over the river will be closed by", "the town council", "for the whole of the coming winter."],
        1,
    ),
    "a name between two halves": (
        ["The report on the old bridge was written by the engineer", "Ada Winter", "and names three causes."],
        1,
    ),
    "a full stop on its own line": (["The report names three causes of the", "damage", "."], 1),
    "a comma opens the line": (["The report was written by engineers", ", who had asked for more time."], 1),
    "a bracket is open": (["The bridge over the river will be closed (", "Harbour News", ") for winter."], 1),
    "a German quotation is open": (["Das sei in diesem Jahr nicht mehr zu machen, „", "Brücke", "“ hin oder her."], 1),
    "a bold opening": (["Riverton.", " The match between the two clubs of the harbour was called off on Monday."], 1),
    "a capital cut off by a drop cap": (["T", "he council of the small harbour town voted on Monday to close it."], 1),
    "accents decide like plain letters": (["Le pont sera fermé tout l'hiver, a annoncé", "été comme hiver"], 1),
    "a sentence of links, begun by a word of its own": (
        ["We ", "told you last week", " about ", "the bridge", " that the council wants to close for the winter."],
        1,
    ),
    "a beginning in small letters": (
        ["The town’s", "oldest bridge", "has been closed since the floods of last May."],
        1,
    ),
    "a name before a link": (
        ["The Town Council’s ", "Bridge Act of Riverton", " did not close the bridge at once, nor for good."],
        1,
    ),
    "a word before a link": (
        ["After ", "Ada Winter left the council as the last of its ", "members, it was", " closed."],
        1,
    ),
    "brackets behind a name": (
        ["The new head of the council, ", "Ada Winter", " (Greens) has never crossed the old bridge on foot."],
        1,
    ),
    "a dateline": (["Riverton", " - The council of the small harbour town voted on Monday to close it."], 1),
    "a dateline, its dash apart": (
        ["RIVERTON, Harbour News", " -", "\t\tThe council of the small town voted to close it."],
        1,
    ),
    "a dateline with its dash": (
        ["Harbour News, Riverton -", " The council of the small harbour town voted on Monday."],
        1,
    ),
    "a blank between two links": (["The report on the old bridge names", " ", "three causes of the damage to it."], 1),
    "Cyrillic": (["Мост закроют на всю зиму, сообщили в", "городском совете", "в понедельник утром."], 1),
    "a caption and a paragraph": (
        ["The bridge in the morning sun of last week.", " Picture: Harbour News archive, all rights reserved by them"],
        2,
    ),
    "a credit and a paragraph": (["© Ada Winter/Harbour News ", "Engineers looked at the pillar in May."], 2),
    "a credit in brackets": (
        ["(Image: Harbour News/Ada Winter)", "iron bridges rust from the inside, experts say today"],
        2,
    ),
    "a credit and a paragraph with a link": (
        [
            "Engineers stand under the bridge on Monday. Picture: Private",
            "However, her",
            "report on the pillars of the bridge took a year.",
        ],
        2,
    ),
    "a closing quotation mark is no opening one": (["„Die Brücke ist zu, und sie bleibt es.“", "Mehr zum Thema"], 2),
    "a label and a sentence": (["Read more:", "The council of the small harbour town voted on Monday to close it."], 2),
    "a menu in small letters": (["home", "sports", "culture", "weather"], 4),
    "a menu in capitals": (["Home", "Sports", "Culture", "Weather"], 4),
    "a list": (["What we know so far about the bridge", "- it is closed", "- it is old"], 3),
    "a list with an edge": (
        [
            "The old bridge",
            " - is closed until the very end of the winter",
            " - is older than anything else in the town",
        ],
        3,
    ),
    "dashes for nothing": (["Married 1 7 years - -", "Dating 6 13 years, 4 months, 8 months and 4 more days"], 2),
    "a button and a dateline": (["A+ ", "A-", "RIVERTON - The council of the small harbour town voted on Monday."], 3),
    "a sub-head and a paragraph": (["The Iron Age ", "In the winter of last year the council closed it ", "again."], 2),
    "a paragraph behind a lone blank": (
        ["The Town Hall", " ", "The council of the small harbour town voted to close it."],
        2,
    ),
    "a dash as a table's rule": (["QUERY PLAN", " -------"], 2),
    "dots stand for words left out": (["It was the coldest winter in the town", "... more"], 2),
    "paragraphs": (PARAGRAPHS, 3),
    "sentences without case": (["橋は春まで閉鎖される。", "市長は月曜日に発表した。"], 2),
}


@pytest.mark.parametrize(("lines", "count"), FRAGMENTS.values(), ids=FRAGMENTS)
def test_fragments(lines: list[str], count: int, check_document: Callable[[Document], None]) -> None:
    doc = read_text("\n".join(lines))
    check_document(doc)
    assert len(doc) == count, blocks(doc)
    words = [line for line in lines if line.strip() and not is_short_rule(line.strip())]
    apart = read_text("\n\n".join(words))
    check_document(apart)
    assert len(apart) == len(words), "a blank line ends whatever stood before it"


def test_a_paragraph_cut_behind_a_link_stays_one_paragraph_of_two_blocks() -> None:
    doc = read_text(f"{COUNCIL} \n{MAYOR}")
    assert blocks(doc) == [COUNCIL, MAYOR]
    assert doc.follows.tolist() == [PARAGRAPH, RUN]
