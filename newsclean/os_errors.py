"""What a command says where the system refuses it a file."""

from __future__ import annotations


def in_words(error: OSError) -> str:
    """What went wrong with which file; of an error that was given words of its own, these."""
    said = error.strerror or str(error)
    return said if error.filename is None else f"{error.filename}: {said}"
