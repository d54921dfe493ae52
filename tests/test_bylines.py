"""Bylines: the name alone, of lines that print more behind it."""

from __future__ import annotations

import pytest

from newsclean.evidence.bylines import names_alone
from newsclean.evidence.view import View
from newsclean.reading.read import read


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ida Crane ida.crane@post.example", "Ida Crane"),
        ("Ida Crane, @idacrane", "Ida Crane"),
        ("Ida Crane | icrane@post.example | The Valley Post", "Ida Crane"),
        ("Ida Crane (science editor)", "Ida Crane"),
        ("Игорь Лапшин (редактор отдела науки)", "Игорь Лапшин"),
        ("By Ida Crane Staff Writer", "By Ida Crane"),
        ("Ida Crane Journalist", "Ida Crane"),
        ("Ida Crane Follow Follow", "Ida Crane"),
        ("Written by Ida Crane Hits: 203", "Written by Ida Crane"),
        ("Ida Crane - postDaerah", "Ida Crane"),
        ("By Ida Crane | Photos by Otto Reiher", "By Ida Crane"),
        # what may be a part of it, or another author
        ("Ida Crane, money editor", "Ida Crane, money editor"),
        ("Ida Crane Political Correspondent", "Ida Crane Political Correspondent"),
        ("Ida Crane / Otto Reiher", "Ida Crane / Otto Reiher"),
        ("Ida Crane (text) and Otto Reiher (photos)", "Ida Crane (text) and Otto Reiher (photos)"),
        ("Post Staff Writer", "Post Staff Writer"),
        ("Bleacher Street Report", "Bleacher Street Report"),
        ("记者 林晓舟", "记者 林晓舟"),
        ("@idacrane", "@idacrane"),
        ("", ""),
    ],
)
def test_what_stands_behind_a_name_goes(line: str, name: str) -> None:
    assert names_alone(View(read("One line.\n", "text")), line) == name
