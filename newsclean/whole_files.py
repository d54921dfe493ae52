"""Files that are there either whole or not at all, also after a crash of the machine."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO


def write_whole(path: Path, parts: Iterable[bytes]) -> None:
    """Write the parts aside, and what they make in place of `path`; nothing half written stays where that fails."""
    aside = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")  # of two writers each has its own
    try:
        with _opened(aside, path) as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _opened(aside: Path, path: Path) -> BinaryIO:
    """The file aside; what keeps it from being opened is told of the one that was asked for."""
    try:
        return aside.open("xb")
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None


def sync_folder(folder: Path) -> None:
    """Make renames in a folder last; one that may not be read, as on Windows none may, is left to the system."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
