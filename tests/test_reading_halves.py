"""Halves: what goes on with a word is written on to it again, and items, options and quotations stay what they are."""

from __future__ import annotations

import unicodedata
from importlib.resources import files

import pytest

from newsclean.evidence.lexicons import lexicon
from tests.texts import VOTE, text_blocks

MENU = ["Home", "Sport", "Weather"]
CUT = {
    "a possessive": ("The lawyer came on Tuesday from ", "Crane", "’s own office, which the town knows well."),
    "a possessive behind a beginning": ("The Heron", "'s tale is less known in the town than its author's name."),
    "a compound": ("Der Vorschlag kam am Dienstag von der ", "CDU", "-Politikerin Ines Krause aus dem Rat der Stadt."),
    "a compound at the beginning": ("Hafen", "-Meister Jens Krause blickt auf den Rasen und sagt am Abend nichts."),
    "an ending in Turkish": ("Toplantı geçen hafta çarşamba günü ", "Ankara", "'da yapıldı ve iki saat kadar sürdü."),
    "an ending in Finnish": ("Päätös tehtiin keskiviikkona kokouksessa, jossa ", "EU", ":n johtajat tapasivat taas."),
    "an ending in Hungarian": ("A döntést szerdán hozták meg a tagállamok, miután az ", "EU", "-ra nyomás nehezedett."),
    "an elided article": (
        "Le maire a parlé mardi devant les élus de l’",
        "Union des ports",
        ". Il va revenir.",
    ),
    "an elided preposition": ("Il sindaco ha parlato martedì davanti ai soci dell'", "Unione dei porti", ", che ride."),
    "a letter set large": ("W", "hen the ferry came back, the whole town stood on the quay and waited for the mail."),
    "a dash": ("She spoke all the evening of the old ferry and ", "its crew", "—nobody else does—and of the harbour."),
    "a mark": ("The council of the small harbour town bought it from ", "Tarn Boats", "®", " for nothing, it said."),
    "a comma, and a full stop": ("The council of the small harbour town met ", "Ida Crane", ", who left", "."),
    "brackets": ("The council of the small harbour town met (", "at last", ") and voted on the bridge."),
    "a particle": (
        "町の議会は火曜日の会議で古い橋を閉じることを決め、港の人びとは長いあいだ反対していたが",
        "議会",
        "は市長の案を認め、古い橋は冬のあいだ閉じられることになり、港では新しい橋の計画が話し合われている。",
    ),
    "Chinese": (
        "小鎮議會星期二在會議上決定關閉舊橋，港口的居民長期以來一直表示反對，",
        "議會",
        "的決定沒有改變任何事情。",
    ),
}


@pytest.mark.parametrize("cut", CUT.values(), ids=CUT)
def test_what_a_link_cut_out_is_written_on_again(cut: tuple[str, ...]) -> None:
    assert text_blocks("\n".join([*MENU, *cut, VOTE])) == [*MENU, "".join(cut), VOTE]


SENTENCES = {
    "an abbreviation": ["He has close ties to the region's rival, Gov. ", "Ida Crane", " (Heron Party), who is ill."],
    "a word between links": [
        "I took ",
        "a tent by Tarn",
        " or ",
        "one by Sedge",
        ", and both were wet in the morning.",
    ],
    "a short rest": ["Tarn Boatyard", " turned to five builders", ", who were asked for their price last week."],
    "links at the beginning": ["The town's own", "Ida Crane", ", who sings, was asked what she made of that vote."],
    "an address in brackets": [
        "Tarn Boatyard",
        "(",
        "tarn.example",
        ") is a part of the harbour, and has been for years.",
    ],
    "words behind a colon": [
        "The hall has lost some of what made it dear (think: ",
        "the clock of 2019",
        "), she said.",
    ],
}


@pytest.mark.parametrize("cut", SENTENCES.values(), ids=SENTENCES)
def test_a_sentence_cut_at_links_is_one(cut: list[str]) -> None:
    between = "\n \n" if cut[0] == "The town's own" else "\n"
    source = "\n".join([*MENU, f"{cut[0]}{between}{cut[1]}", *cut[2:], VOTE])
    whole = f"{cut[0]} {''.join(cut[1:])}" if between != "\n" or cut[1] == "(" else "".join(cut)
    assert text_blocks(source) == [*MENU, whole, VOTE]


@pytest.mark.parametrize(
    "lines",
    [
        ["Options", "-flour", "-sugar", "-butter"],
        ["Run the tool", "-p", "to print"],
        ["On Friday", "‘We have waited long enough’", "The mayor spoke to the council of the harbour town."],
        ["Advice", "-Advertisement-"],
        ["The council met on Monday in the hall behind the market.", "'s Gravenhage"],
    ],
    ids=["items", "an option", "a quotation", "a label", "a name"],
)
def test_what_begins_anew_is_a_line_of_its_own(lines: list[str]) -> None:
    assert text_blocks("\n".join([*MENU, *lines, VOTE])) == [*MENU, *lines, VOTE]


def test_a_capital_alone_is_a_word_only_where_blanks_were_stripped() -> None:
    rest = "review of the harbour found no fault in the old bridge, the council of the town said."
    assert f"A {rest}" in text_blocks("\n".join([*MENU, "A", rest, VOTE]))
    rest = rest.replace("review", "fter a review")
    assert f"A{rest}" in text_blocks("\n".join([*MENU, "A", rest, "It was asked ", "twice", ".", VOTE]))


LINKS = ["The council met", "Ida Crane", ", who left, and", "Jonas Wickham", ", who stayed on for the whole evening."]
STRIPPED = {
    "an article": [
        "He told the town's own paper on Tuesday that the",
        "Datu Crane",
        "was the third ship of that week.",
    ],
    "a short beginning": ["The", "Datu Crane", "was the third ship of that week to call at the harbour of the town."],
    "German": [
        "Der",
        "SC Hafen",
        "hat in der",
        "Nordliga",
        "das Spiel gegen Eldham mit zwei Toren gewonnen, wie erhofft.",
    ],
    "French": ["Le maire a parlé mardi soir devant les élus de la", "Ligue des ports", "et promis de revenir bientôt."],
}


@pytest.mark.parametrize("cut", STRIPPED.values(), ids=STRIPPED)
def test_where_blanks_were_stripped_words_tell_that_a_line_goes_on(cut: list[str]) -> None:
    source = "\n".join([*MENU, *LINKS, VOTE, *cut])
    assert text_blocks(source)[-1] == " ".join(cut)


def test_a_font_size_and_a_letter_are_none() -> None:
    blocks = text_blocks("\n".join([*MENU, *LINKS, "A", "A", VOTE]))
    assert blocks[-3:] == ["A", "A", VOTE]


def test_marks_that_french_sets_a_blank_before_keep_it_where_blanks_were_stripped() -> None:
    cut = [
        "Qui donc a voulu fermer le vieux pont pour l'hiver, demande depuis lundi",
        "Ida Crane",
        "? Personne ne le sait.",
    ]
    assert " ".join(cut) in text_blocks("\n".join([*MENU, *cut, VOTE]))
    whole = f"{cut[0]} {cut[1]}{cut[2]}"
    assert whole in text_blocks("\n".join([*MENU, f"{cut[0]} ", *cut[1:], VOTE]))


def test_open_words_are_in_the_form_in_which_they_are_looked_up() -> None:
    lines = (files("newsclean") / "data" / "open_words.txt").read_text(encoding="utf-8").splitlines()
    languages = [line.split() for line in lines if not line.startswith("#")]
    codes = [code for code, *_ in languages]
    assert sorted(set(codes)) == sorted(codes)
    assert set(codes) <= set(lexicon().languages)
    for _, *words in languages:
        assert words
        assert len(set(words)) == len(words)
        assert all(word == unicodedata.normalize("NFC", word.lower()) for word in words)
