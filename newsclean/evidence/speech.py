"""Speech: where somebody speaks in a text."""

from __future__ import annotations

import re

SPEECH = re.compile(r"[.,!?…:：]\s?[\"“”„’«»「」]")
"""A quotation mark behind a sentence's end, a comma or a colon."""
