"""A sentence below an article that says who wrote it goes, in many languages; whoever the article speaks of stays."""

from __future__ import annotations

import pytest

from newsclean import clean, explain

TEXT = (
    "The mill closed on Saturday after a hundred and forty years, and its last workers went home at noon with a cake.",
    "The company was founded in 1883 by two brothers who made hats, and sold felt to two hundred makers of pianos.",
    "The building goes to the town, which wants to make a school for joiners and a hall for concerts out of it.",
)
BIOS = (
    "Ida Crane is a reporter for the Eldham Gazette. She covers housing and town politics.",
    "Jana Reuter ist Redakteurin im Ressort Wirtschaft und schreibt vor allem über Wohnen und Verkehr.",
    "Claire Vasseur est journaliste au service économie, où elle suit les questions de logement.",
    "Lucía Barrenal es redactora de El Faro de Altamera, donde cubre información sobre vivienda.",
    "Anna Wierzbowska – dziennikarka „Kuriera Borzeckiego”, zajmuje się mieszkalnictwem.",
    "Karin Almstedt är reporter på Viksundaposten och bevakar bostäder och kommunpolitik.",
    "Анна Ветлугина — корреспондент «Зареченского вестника», пишет о жилье.",
    "Elif Karasulu, Yeşilova Postası muhabiri. Konut ve yerel yönetimler üzerine haberler yapıyor.",
)


@pytest.mark.parametrize("bio", BIOS)
def test_a_bio_below_the_article_goes(bio: str) -> None:
    source = "\n\n".join((*TEXT, bio))
    assert clean(source).split("\n\n") == list(TEXT)
    assert "a bio of the author" in {reason.name for reason in explain(source).blocks[-1].reasons}


def test_whom_the_article_speaks_of_stays() -> None:
    spoken = f"{TEXT[1]} Crane was the first to write about it."
    last = "Ida Crane is a reporter of the town's paper and has lived above the mill for thirty years."
    source = "\n\n".join((TEXT[0], spoken, TEXT[2], last))
    assert clean(source) == source


@pytest.mark.parametrize(
    "line",
    [
        "The Gazette is a paper for which every reporter of the town has written at least once in the last ten years.",
        "Nobody in the town, not even a reporter, had been told before Saturday that the mill was to be closed.",
        "Ida Crane is a joiner, and will teach at the school from the first day of the coming autumn on, she says.",
    ],
)
def test_a_sentence_of_the_article_is_no_bio(line: str) -> None:
    for source in ("\n\n".join((*TEXT, line)), "\n\n".join((*TEXT[:2], line, TEXT[2]))):
        assert clean(source) == source


def test_a_bio_needs_an_article_above_it() -> None:
    source = "\n\n".join((TEXT[0], BIOS[0]))
    assert BIOS[0] in clean(source)
