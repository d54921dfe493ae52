"""An archive's toolbar above a page is no part of it."""

from __future__ import annotations

import pytest

from newsclean import clean, explain
from newsclean.reading.toolbar import BEGIN, END, without_toolbar

PARAGRAPHS = [
    f"The ferry between Eldham and Sorrel Bay is to run again on {day}, eleven days after a storm tore its pier away."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
]
TOOLBAR = (
    f'{BEGIN}<script>show(0);</script><div id="wm-ipp-base" lang="en"><div id="wm-ipp-inside">'
    '<a href="/web/">Archive</a>'
    "<p>This calendar view maps how often the page was captured, and not how often it was changed by its authors.</p>"
    f'<span>12 captures</span></div></div><div id="wm-ipp-print">The archive - http://post.example/ferry</div>{END}'
)


def page(above: str) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<html><head><title>Ferry runs again</title></head><body>{above}<h1>Ferry runs again</h1>{body}</body></html>"
    )


def test_a_page_in_an_archive_is_the_page() -> None:
    assert without_toolbar(page(TOOLBAR)) == page("")
    assert clean(page(TOOLBAR)) == clean(page("")) == "\n\n".join(PARAGRAPHS)
    assert [block.text for block in explain(page(TOOLBAR)).blocks] == ["Ferry runs again", *PARAGRAPHS]


@pytest.mark.parametrize(
    "source",
    [
        page(""),
        page(BEGIN),
        page(f"{END}<div>Archive</div>{BEGIN}"),
        page("<!-- BEGIN TOOLBAR -->A<!-- END TOOLBAR -->"),
    ],
)
def test_any_other_page_stays_as_it_is(source: str) -> None:
    assert without_toolbar(source) == source
