"""Silence: what foreign packages log while newsclean asks them is no news to whoever cleans a page."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

FOREIGN = frozenset({"trafilatura", "htmldate", "courlan", "justext", "dateparser", "charset_normalizer"})
"""Whose loggers are silenced."""
EARLY = "htmldate.validators"
"""A logger that logs while its module is imported, which has to be there before."""


class Silence(logging.Filter):
    """A filter that lets nothing through in a thread that has asked for silence, and all in any other.

    Levels would be the whole process's: another thread may be using trafilatura, and want to hear of it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.here = threading.local()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is logged."""
        return not getattr(self.here, "asked", False)


SILENCE = Silence()


@contextmanager
def silence() -> Iterator[None]:
    """Foreign packages log nothing in this thread meanwhile."""
    logging.getLogger(EARLY)
    for name, logger in list(logging.root.manager.loggerDict.items()):
        # a filter is asked by the very logger that is called, and none of its parents'; to add it twice adds it once
        if isinstance(logger, logging.Logger) and name.partition(".")[0] in FOREIGN:
            logger.addFilter(SILENCE)
    SILENCE.here.asked = True
    try:
        yield
    finally:
        SILENCE.here.asked = False
