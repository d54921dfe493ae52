"""Speech: where somebody speaks in a text."""

from __future__ import annotations

import re

SPEECH = re.compile(r"[.,!?…]\s?[\"”“’»」]|[:：]\s?[\"„“«»「]")
"""A quotation mark behind a sentence's end or a comma, or behind a colon."""
