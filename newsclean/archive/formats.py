"""Formats of output files, each called as their names end."""

from __future__ import annotations

FORMATS = ("jsonl.gz", "jsonl.zst", "parquet")
