"""The article once more in one piece goes, where its paragraphs stay; a long paragraph of an article stays."""

from __future__ import annotations

from newsclean import clean, explain

WORDS = (
    *("mill", "town", "wool", "ferry", "hall", "cake", "spring", "owner"),
    *("harbour", "school", "joiner", "piano", "felt", "river", "bridge", "winter"),
)


def paragraphs(count: int = 12) -> list[str]:
    return [
        " ".join(
            f"On day {number * 7 + i} the {WORDS[(number + i) % 16]} and the {WORDS[(number * 3 + i) % 16]} were seen."
            for i in range(5)
        )
        for number in range(count)
    ]


def page(*blocks: str) -> str:
    body = "".join(f"<p>{block}</p>" for block in blocks)
    return f"<!DOCTYPE html><html><body><h1>Mill closes</h1>{body}</body></html>"


def test_what_the_paragraphs_say_in_pieces_goes_in_one_piece() -> None:
    said = paragraphs()
    source = page(*said, "Mill closes. " + " ".join(said))
    assert clean(source).split("\n\n") == said
    assert "the article again in one piece" in {reason.name for reason in explain(source).blocks[-1].reasons}


def test_of_two_one_stays() -> None:
    said = paragraphs()
    one, other = "Mill closes. " + " ".join(said), " ".join(said) + " That was all."
    assert clean(page(one, other)) in (one, other)


def test_a_long_paragraph_that_says_more_stays() -> None:
    said = paragraphs(24)
    long = " ".join(said[:12])
    assert clean(page(*said[12:], long)).split("\n\n") == [*said[12:], long]


def test_the_whole_stays_where_only_parts_of_it_are_said_elsewhere() -> None:
    said = paragraphs()
    whole = " ".join(said)
    assert whole in clean(page(said[2], whole, said[7]))
