"""A phrase index finds what a plain search for whole words finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsclean.evidence.folding import bounded, opened
from newsclean.evidence.phrase_index import PhraseIndex

PHRASES = ["comments", "thoughts on", "svar på", "l'avis", "टिप्पणियाँ", "条评论", "개의 생각", "ความเห็น", "ردود على"]


def plainly(text: str) -> set[str]:
    at = {phrase: text.find(phrase) for phrase in PHRASES if phrase in text}
    return {p for p, i in at.items() if opened(text[: i + len(p)], p) and bounded(text[i:], p)}


@given(st.lists(st.sampled_from([*PHRASES, " ", "3", "x", "(", "«", "5 "]), max_size=6).map("".join))
def test_it_finds_what_a_search_does(text: str) -> None:
    index = PhraseIndex()
    index.add(PHRASES)
    assert set(index.held_by(text)) == plainly(text)


def test_it_finds_whole_words_alone() -> None:
    index = PhraseIndex()
    index.add(PHRASES)
    assert list(index.held_by("recomments and thoughts onto")) == []
    assert list(index.held_by("5 thoughts on comments")) == ["thoughts on", "comments"]
    assert list(index.held_by("“x”에 대한 3개의 생각")) == ["개의 생각"]
