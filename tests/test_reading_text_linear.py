"""Text of any shape is read in linear time."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable

import pytest

from newsclean.reading.text import read_text
from tests.texts import COUNCIL, ODD

SHAPES: dict[str, Callable[[int], str]] = {
    "one line of prose": lambda n: (COUNCIL + " ") * (n // len(COUNCIL)),
    "prose, a block a line": lambda n: (COUNCIL + "\n") * (n // len(COUNCIL)),
    "short lines": lambda n: "Sports\n" * (n // 7),
    "small short lines": lambda n: "sports news\n" * (n // 12),
    "one word": lambda n: "bridge " * (n // 7),
    "one letter": lambda n: "a" * n,
    "one letter above a line": lambda n: "a" * n + f"\n{COUNCIL}",
    "dashes above a line": lambda n: "a -" * (n // 3) + f"\n{COUNCIL}",
    "a dateline": lambda n: f"{'Riverton ' * (n // 9)}-\n{COUNCIL}",
    "fragments in small letters": lambda n: "of\nthe\nbridge\n" * (n // 14) + COUNCIL,
    "blank lines": lambda n: "\n" * n,
    "blanks": lambda n: " " * n,
    "blanks and one letter": lambda n: " " * (n - 1) + "a",
    "lines of one blank": lambda n: " \n" * (n // 2),
    "open brackets": lambda n: "(" * n,
    "brackets on lines": lambda n: "(\n" * (n // 2),
    "full stops": lambda n: "." * n,
    "quotes behind a sentence": lambda n: "It is." + '"' * n,
    "blanks behind a sentence": lambda n: "It is. " + "\t " * (n // 2) + "so",
    "ideographic stops": lambda n: "。" * n,
    "ideographic stops and brackets": lambda n: "。" + "」" * n,
    "digits": lambda n: "1. " * (n // 3),
    "bullets": lambda n: "• \n" * (n // 3),
    "Thai phrases": lambda n: "สะพาน " * (n // 6),
    "Thai and blanks": lambda n: "สะพาน" + " \t" * (n // 2) + "a",
    "wrapped": lambda n: (textwrap.fill(COUNCIL, 70) + "\n\n") * (n // len(COUNCIL)),
    "carriage returns": lambda n: "a\r" * (n // 2),
    "noise": lambda n: "".join(random.Random(n).choices(ODD, k=n)),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_ten_times_the_text_takes_ten_times_as_long(shape: str, check_linear: Callable[..., None]) -> None:
    make = SHAPES[shape]
    check_linear(read_text, make(15_000), make(150_000))
