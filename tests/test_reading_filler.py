"""A source that holds the reader's own filler is a source like any other: it is given back as it came."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean import Role, clean, explain
from newsclean.lab.numbered import citations
from newsclean.options import Kind
from newsclean.reading.filler import FILLER, OTHERS, without_filler
from newsclean.reading.mojibake import mend

PARAGRAPHS = [
    "The council of the small harbour town voted on Monday to close the old bridge for most of the winter.",
    f"The mayor, who had asked for a re{FILLER}port in May, told {FILLER}residents that buses would take the long way.",
    FILLER,
    "A ferry will cross the river every twenty minutes from six in the morning, though not in a storm.",
]
TEXT = "\n\n".join(PARAGRAPHS)
HTML = "<html><body>" + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS) + "</body></html>"
BARE = TEXT.replace(FILLER, "\ufdef")


@pytest.mark.parametrize("kind", ["text", "markdown"])
def test_what_is_given_back_is_the_source(kind: Kind) -> None:
    page = explain(TEXT, kind=kind, keep=set(Role))
    assert page.text == TEXT
    assert [TEXT[block.start : block.end] for block in page.blocks] == [block.text for block in page.blocks]
    assert [block.text for block in page.blocks] == PARAGRAPHS


@pytest.mark.parametrize("kind", ["text", "markdown", "html"])
def test_it_is_cleaned_as_with_any_other_number_without_a_character(kind: Kind) -> None:
    source = HTML if kind == "html" else TEXT
    text = clean(source, kind=kind)
    assert text == clean(source.replace(FILLER, "\ufdef"), kind=kind).replace("\ufdef", FILLER)
    assert "\n\n\n" not in text
    assert clean(text, kind=kind if kind != "html" else "auto") == text


def test_fillers_of_its_own_are_told_from_the_readers() -> None:
    page = citations(
        "<html><body>"
        + "".join(f'<p>{p} See <a href="/{p[:9]}">here</a>.</p>' for p in PARAGRAPHS * 2)
        + "</body></html>"
    )
    assert page.count("⟨") > 8
    for kind in ("text", "markdown"):
        text = clean(page, kind=kind, keep=set(Role))
        assert "here." in text
        assert "⟨" not in text
        assert text.count(FILLER) == page.split("## References")[0].count(FILLER)


def test_garbled_letters_are_given_back_beside_it() -> None:
    source = TEXT.replace("river", "rivière, très près").encode().decode("cp1252", "ignore") + f"\n\n{TEXT}"
    assert mend(source)[1] is not None
    page = explain(source, kind="text", keep=set(Role))
    assert page.text == source
    assert [source[block.start : block.end] for block in page.blocks] == [block.text for block in page.blocks]


def test_a_filler_may_be_meant_by_garbled_letters() -> None:
    garbled = f"{BARE} Café, très près. {FILLER}".encode().decode("latin-1")
    for source in (garbled, garbled + FILLER):
        page = explain(source, kind="text", keep=set(Role))
        assert "".join(page.text.split()) == "".join(source.split())


def test_a_source_of_all_such_numbers_is_survived() -> None:
    source, printed = without_filler(f"a{FILLER}{''.join(OTHERS)}")
    assert source == f"a {''.join(OTHERS)}"
    assert printed is None
    clean("\n\n".join([TEXT, *OTHERS]))


PIECES = [FILLER, OTHERS[0], *PARAGRAPHS, "Home", "⟨1⟩", "[1]Home", "> ", "#", "*", " ", "\n", "\n\n"]


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.sampled_from([FILLER, OTHERS[0], *PARAGRAPHS, "Home", "⟨1⟩", "[1]Home", "> ", "#", "*", " ", "\n", "\n\n"])
    ),
    st.sampled_from(["text", "markdown", "html", "auto"]),
)
def test_any_source_with_it(parts: list[str], kind: Kind) -> None:
    source = "".join(parts)
    page = explain(source, kind=kind, keep=set(Role))
    assert all(block.text for block in page.blocks)
    left = iter(source)
    assert all(char in left for char in "".join(page.text.split()))
