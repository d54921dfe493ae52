"""Arguments of several commands: what they take, and what they refuse."""

from __future__ import annotations

from argparse import ArgumentTypeError

import pytest

from newsclean.cli_arguments import byte_count


@pytest.mark.parametrize(
    ("given", "count"),
    [("1", 1), ("67108864", 1 << 26), ("64K", 1 << 16), ("64m", 1 << 26), ("64 MiB", 1 << 26), ("2G", 1 << 31)],
)
def test_bytes_are_counted_as_people_write_them(given: str, count: int) -> None:
    assert byte_count(given) == count


@pytest.mark.parametrize("given", ["", "0", "0M", "-5", "1.5M", "64T", "64MB", "many", "9" * 5000])
def test_what_is_no_number_of_bytes_is_refused(given: str) -> None:
    with pytest.raises(ArgumentTypeError, match="must be a number of bytes, 1 or more"):
        byte_count(given)
