"""The rivals: the published line rules on both sides, and every extractor on one made-up page."""

from __future__ import annotations

import warnings

import pytest

from newsclean.lab.peers import HTML_PEERS, TEXT_PEERS, Peer, answer, c4_lines, refinedweb_lines

SENTENCES = [
    "The council of the small town voted on Tuesday to open the old swimming hall again before the winter comes.",
    "Residents had collected more than four thousand signatures, which the mayor called a clear sign of their will.",
    "The repair of the roof and of the heating will cost about two million, and the state is to pay the half of it.",
    "Swimming lessons for the schools of the area are planned from November, the head of the sports office said.",
]
MENU = ["Home", "Sport", "Weather", "Contact", "Imprint"]
LINKS = "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in MENU)
PARAGRAPHS = "".join(f"<p>{sentence} {sentence}</p>" for sentence in SENTENCES)
PAGE = (
    f"<html><head><title>Hall opens</title></head><body><ul>{LINKS}</ul>"
    f"<article><h1>Hall opens</h1>{PARAGRAPHS}</article></body></html>"
)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("The council voted on Tuesday night.", True),
        ("“It was a long night for us all.”", True),
        ("The council voted on Tuesday night", False),
        ("He said no.", False),
        ("The council voted and voted again...", False),
        ("Please turn on JavaScript in your browser.", False),
        ("Read our terms of use before you write.", False),
        ("市長は月曜日に辞任した。", False),  # five words apart by blanks are asked for, whatever the script
    ],
)
def test_c4(line: str, kept: bool) -> None:
    assert c4_lines(line) == (line if kept else "")


def test_c4_removes_citation_marks() -> None:
    assert c4_lines("The bridge was built in 1902.[3] It still stands.") == (
        "The bridge was built in 1902. It still stands."
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The council voted", "The council voted"),
        ("THE COUNCIL VOTED", ""),
        ("12.03.2024 18:30", ""),
        ("3 likes", ""),
        ("1.2K shares", ""),
        ("He likes 3 teams", "He likes 3 teams"),
        ("Council", ""),
        ("Sign in to the council's page", "to the council's page"),
        ("The council voted again Read more...", "The council voted again"),
        ("Your town 3 items in cart", "Your town"),
        (
            "They asked us to read the plan of the new bridge once more, and to read more",
            "They asked us to read the plan of the new bridge once more, and to read more",
        ),
    ],
)
def test_refinedweb(line: str, expected: str) -> None:
    assert refinedweb_lines(line) == expected


@pytest.mark.parametrize("name", TEXT_PEERS)
def test_text_peers_keep_the_article(name: str) -> None:
    text = "\n".join([*MENU, *(f"{sentence} {sentence}" for sentence in SENTENCES)])
    cleaned = TEXT_PEERS[name](text)
    assert all(sentence in cleaned for sentence in SENTENCES)
    assert ("Home" in cleaned) == (name == "as it comes")


@pytest.mark.parametrize("name", HTML_PEERS)
def test_html_peers_find_the_article(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the rivals' own warnings are not ours to fix
        cleaned = HTML_PEERS[name](PAGE)
    assert sum(sentence in cleaned for sentence in SENTENCES) >= 3
    assert "Home" not in cleaned


def test_a_peer_that_fails_gives_nothing() -> None:
    def broken(page: str) -> str:
        raise ValueError(page)

    peer: Peer = broken
    assert answer(peer, "page") == ""
