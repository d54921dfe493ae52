"""A sentence below an article that says who wrote it goes, in many languages; whoever the article speaks of stays."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from newsclean import clean, explain
from tests.texts import MILL

BIOS = (
    "Ida Crane is a reporter for the Eldham Gazette. She covers housing and town politics.",
    "Jana Reuter ist Redakteurin im Ressort Wirtschaft und schreibt vor allem über Wohnen und Verkehr.",
    "Claire Vasseur est journaliste au service économie, où elle suit les questions de logement.",
    "Lucía Barrenal es redactora de El Faro de Altamera, donde cubre información sobre vivienda.",
    "Anna Wierzbowska – dziennikarka „Kuriera Borzeckiego”, zajmuje się mieszkalnictwem.",
    "Nora Pike is a contributing freelancer for the Gazette, covering everything from looms to lighthouses.",
    "Karin Almstedt är reporter på Viksundaposten och bevakar bostäder och kommunpolitik.",
    "Анна Ветлугина — корреспондент «Зареченского вестника», пишет о жилье.",
    "Elif Karasulu, Yeşilova Postası muhabiri. Konut ve yerel yönetimler üzerine haberler yapıyor.",
)


@pytest.mark.parametrize("bio", BIOS)
def test_a_bio_below_the_article_goes(bio: str) -> None:
    source = "\n\n".join((*MILL, bio))
    assert clean(source).split("\n\n") == list(MILL)
    assert "a bio of the author" in {reason.name for reason in explain(source).blocks[-1].reasons}


@pytest.mark.parametrize("label", ["{}", "By {}", "About {}"])
@pytest.mark.parametrize(
    ("name", "bio"),
    [
        ("Ida Crane", BIOS[0]),
        ("Claire Vasseur", BIOS[2]),
        ("Karin Almstedt", BIOS[6]),
        ("Анна Ветлугина", BIOS[7]),
        ("Ida Crane", "Ida Crane writes about looms. Write to her: ida.crane@gazette.example."),
    ],
)
def test_a_label_that_names_the_author_goes_with_the_bio_below_it(label: str, name: str, bio: str) -> None:
    above = f"By {name}" if "@" in bio else ""
    source = "\n\n".join(filter(None, (above, *MILL, label.format(name), bio)))
    assert clean(source).split("\n\n") == list(MILL)


def test_a_line_that_names_the_author_is_no_word_of_the_article_on_him() -> None:
    source = "\n\n".join(("By Ida Crane", *MILL, "Picture: Ida Crane", BIOS[0]))
    assert BIOS[0] not in clean(source)


def test_a_longer_line_above_a_bio_stays() -> None:
    last = "Ida Crane, who has lived above the mill for thirty years now, misses"
    source = "\n\n".join((*MILL, last, BIOS[0]))
    assert BIOS[0] in clean(source)


def test_whom_the_article_speaks_of_stays() -> None:
    spoken = f"{MILL[1]} Crane was the first to write about it."
    last = "Ida Crane is a reporter of the town's paper and has lived above the mill for thirty years."
    source = "\n\n".join((MILL[0], spoken, MILL[2], last))
    assert clean(source) == source


@pytest.mark.parametrize(
    "line",
    [
        "The Gazette is a paper for which every reporter of the town has written at least once in the last ten years.",
        "Nobody in the town, not even a reporter, had been told before Saturday that the mill was to be closed.",
        "Ida Crane is a joiner, and will teach at the school from the first day of the coming autumn on, she says.",
        "Ida Crane, an author from Eldham, said she would miss the mill.",
        'Ida Crane is a writer who lives across the street. "It smelled of wet wool," she says.',
        "Tom Hill, a staff writer who covered the strike of 1984, was arrested twice.",
        "Tom Hill was editor of the paper until 1990 and died last week aged 81.",
        "Peter Brandt, Redakteur der Lokalzeitung, sprach von einem schwarzen Tag für die Stadt.",
        "Claire Vasseur, journaliste à la retraite, a suivi toutes les grèves.",
        "Lucía Barrenal, periodista y vecina del barrio, pide que se conserve la chimenea.",
        "Anna Wierzbowska, dziennikarka lokalnej gazety, nazwała decyzję skandalem.",
        "Анна Ветлугина, журналист местной газеты, назвала решение ошибкой.",
        "Kovács Anna, a Népszava újságírója szerint ez hiba.",
        "Jan de Vries, journalist en buurtbewoner, noemt het een schande.",
    ],
)
def test_a_sentence_of_the_article_is_no_bio(line: str) -> None:
    for source in ("\n\n".join((*MILL, line)), "\n\n".join((*MILL[:2], line, MILL[2]))):
        assert clean(source) == source


def test_a_list_of_writers_is_the_article() -> None:
    listed = [
        "Ida Crane is a writer from Eldham, whose third novel is about a ferry and two sisters who never speak.",
        "Tom Hill is a writer from Tarn, whose stories of the quarry were read on the radio all through last winter.",
    ]
    source = "\n\n".join(
        ("Two names are on the list for the county's prize this year, its jury said.", *MILL[:2], *listed)
    )
    assert clean(source) == source


def test_a_bio_needs_an_article_above_it() -> None:
    source = "\n\n".join((MILL[0], BIOS[0]))
    assert BIOS[0] in clean(source)


BESIDE = (
    ("Text: Lena Harms, Lokalreporterin", "Lena Harms berichtet seit 2011 von der Küste: lena@eldham.example"),
    ("by Nora Pike", "Nora Pike has covered the coast since 2011. Get in touch at nora.pike@eldham.example."),
    ("Carla Vidal | Eldham", "Carla Vidal informa sobre la costa desde 2011. Contacto: carla@eldham.example"),
    ("كتبت: ليلى حمدي - مراسلة الساحل", "ليلى حمدي تكتب عن الساحل منذ عام ٢٠١١. للتواصل: layla@eldham.example"),
    ("글 한리나 기자", "한리나 기자는 2011년부터 해안을 취재했다. 문의: lina@eldham.example"),
)


@pytest.mark.parametrize(("author", "bio"), BESIDE)
def test_where_to_write_to_the_author_above_goes(author: str, bio: str) -> None:
    assert clean("\n\n".join((author, *MILL, bio))).split("\n\n") == list(MILL)


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("By Nora Pike", "Tom Hill takes bookings for the tours of the mill at tom.hill@eldham.example."),
        (
            "Tom Hill: “I shall miss it”",
            "Tom Hill takes bookings for the tours of the mill at tom.hill@eldham.example.",
        ),
        ("By Nora Pike", "Whoever wants to see the looms may write to tours@eldham.example until the end of May."),
    ],
)
def test_where_to_write_to_others_stays(above: str, line: str) -> None:
    assert clean("\n\n".join((above, *MILL, line))).endswith(line)


def test_who_signed_the_article_and_is_spoken_of_in_it_stays() -> None:
    spoken = f"{MILL[1]} Pike was the first to write about it."
    line = "Nora Pike has covered the coast since 2011. Get in touch at nora.pike@eldham.example."
    assert clean("\n\n".join(("By Nora Pike", MILL[0], spoken, MILL[2], line))).endswith(line)


SIGNED = [
    "표정민 기자",
    *tomllib.loads((Path(__file__).parents[1] / "fixtures" / "strays" / "ko.toml").read_text("utf-8"))["paragraphs"],
    "회의에는 기자 여섯 명도 함께했다.",
    "표정민 기자 pyo@hanbat.example 무단 전재를 금합니다",
]
CLEAN = "import json, sys; from newsclean import clean; print(clean(json.load(sys.stdin)))"


@pytest.mark.parametrize("seed", ["1", "2", "4", "5"])
def test_a_name_with_its_job_is_known_by_the_name_in_every_process(seed: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CLEAN],
        input=json.dumps("\n\n".join(SIGNED)),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    assert SIGNED[-2] in done.stdout
    assert "pyo@" not in done.stdout
