"""What metadata is found among lines: how tests give it some."""

from __future__ import annotations

import numpy as np

from newsclean.evidence.view import View
from newsclean.metadata import Lines
from newsclean.page import Role
from newsclean.reading.read import read

BODY = "The ferry left the harbour a little before noon with nobody on board but the captain and two dogs."


def lines(*blocks: tuple[str, Role], log_odds: list[float] | None = None) -> Lines:
    """The lines of a text. log_odds: the log-odds of each of being the headline; None where roles alone say it."""
    view = View(read("\n\n".join(text for text, _ in blocks) + "\n", "text"))
    assert view.n == len(blocks)
    roles = [role for _, role in blocks]
    headline = None if log_odds is None else np.array(log_odds, np.float32)
    return Lines(view, np.array([role is Role.BODY for role in roles], np.bool_), roles, headline)


def page_of(*elements: str) -> Lines:
    """The lines of a page of HTML; `<h1>` and `<h2>` are headlines, `<p>` stays."""
    view = View(read("".join(elements), "html"))
    assert view.n == len(elements)
    kept = np.array([element.startswith("<p") for element in elements], np.bool_)
    named = [element.startswith("<h") for element in elements]
    roles = [
        Role.BODY if stays else Role.HEADLINE if heads else Role.NAV for stays, heads in zip(kept, named, strict=True)
    ]
    return Lines(view, kept, roles)
