"""What an API sets behind a text that it cut goes, and the page is flagged."""

from __future__ import annotations

import pytest

from newsclean import explain
from newsclean.options import Kind
from newsclean.reading.cut import without_cut

BEGINNING = (
    "The mill closed on Saturday after a hundred and forty years, and its last workers went home at noon with a cake. "
    "The company was founded in 1883 by two brothers who made hats, and sold felt to"
)


@pytest.mark.parametrize("kind", ["auto", "text", "markdown"])
@pytest.mark.parametrize("mark", ["… [+2345 chars]", "…\r\n[+99 chars]\n", " [+1 chars]"])
def test_the_mark_goes_and_the_page_is_truncated(kind: Kind, mark: str) -> None:
    page = explain(BEGINNING + mark, kind=kind)
    assert page.text == BEGINNING + ("…" if "…" in mark else "")
    assert "truncated" in page.flags


def test_elsewhere_such_a_mark_is_text() -> None:
    for source in (f"{BEGINNING} [+2345 chars] more.", f"{BEGINNING} [+ chars]", f"{BEGINNING} 2345 chars]"):
        assert without_cut(source) is source
        assert "truncated" not in explain(source).flags
