"""Arguments of several commands, refused with a reason: numbers that count nothing, files without a folder, unknown
roles."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclean.page import Role


def positive(text: str) -> int:
    """A whole number, 1 or more, as the type of an argument."""
    return _whole(text, 1)


def natural(text: str) -> int:
    """A whole number, 0 or more, as the type of an argument."""
    return _whole(text, 0)


def named(text: str) -> Path:
    """A file or a folder, as the type of an argument: refused without a name, as an unset variable of a shell gives it,
    which `Path` would take for the folder one is in."""
    if not text:
        raise argparse.ArgumentTypeError("'' is no name of a file or folder")
    return Path(text)


def new_file(text: str) -> Path:
    """A file to be written at the end of long work, as the type of an argument: refused where there is no folder."""
    path = Path(text)
    if path.is_dir():
        raise argparse.ArgumentTypeError(f"{text} is a folder")
    if not path.parent.is_dir():
        raise argparse.ArgumentTypeError(f"{text}: there is no folder {path.parent}")
    return path


def roles(text: str) -> frozenset[Role]:
    """Roles with commas between, as the type of an argument; with a `+` before one those that stay by default too."""
    from newsclean.page import KEPT, Role

    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    if not names:
        raise argparse.ArgumentTypeError(f"{text!r} names no role; roles are {', '.join(Role)}")
    bare = [name.removeprefix("+") for name in names]
    if unknown := [name for name in bare if name not in set(Role)]:
        raise argparse.ArgumentTypeError(f"no such role: {unknown[0]!r}; roles are {', '.join(Role)}")
    found = frozenset(map(Role, bare))
    return found | KEPT if any(name.startswith("+") for name in names) else found


def _whole(text: str, least: int) -> int:
    try:
        value = int(text)
    except ValueError:
        value = least - 1
    if value < least:
        raise argparse.ArgumentTypeError(f"must be a whole number, {least} or more, not {text!r}")
    return value
