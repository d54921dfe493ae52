"""Arguments of several commands, refused with a reason: numbers that count nothing, files without a folder, unknown
roles."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclean.page import Role

_SIZE = re.compile(r"([0-9]{1,18})\s?(?:([KMG])(?:iB)?)?", re.IGNORECASE)


def positive(text: str) -> int:
    """A whole number, 1 or more, as the type of an argument."""
    return _whole(text, 1)


def natural(text: str) -> int:
    """A whole number, 0 or more, as the type of an argument."""
    return _whole(text, 0)


def byte_count(text: str) -> int:
    """A number of bytes, 1 or more, as the type of an argument: 5000, or 64K, 64M, 1G, also with iB behind them."""
    size = _SIZE.fullmatch(text.strip())
    if size is None or not int(size[1]):
        raise argparse.ArgumentTypeError(f"must be a number of bytes, 1 or more, such as 5000000 or 64M, not {text!r}")
    return int(size[1]) << 10 * " KMG".index((size[2] or " ").upper())


def named(text: str) -> Path:
    """A file or a folder, as the type of an argument: refused without a name, as an unset variable of a shell gives it,
    which `Path` would take for the folder one is in."""
    if not text:
        raise argparse.ArgumentTypeError("'' is no name of a file or folder")
    return Path(text)


def new_file(text: str) -> Path:
    """A file to be written at the end of long work, as the type of an argument: refused where there is no folder."""
    path = named(text)
    if path.is_dir():
        raise argparse.ArgumentTypeError(f"{text} is a folder")
    if not path.parent.is_dir():
        raise argparse.ArgumentTypeError(f"{text}: there is no folder {path.parent}")
    return path


def wrong_host(host: str | None) -> str:
    """What is said of a host that is none; "" of one that is one, or is not given."""
    from newsclean.hosts import fold_host
    from newsclean.site.file import fits

    return "" if host is None or fits(fold_host(host)) else f"--host: {host!r} is no host"


def roles(text: str) -> frozenset[Role]:
    """Roles with commas between, as the type of an argument; with a `+` before one those that stay by default too."""
    from newsclean.options import roles_in

    try:
        return roles_in(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _whole(text: str, least: int) -> int:
    try:
        value = int(text)
    except ValueError:
        value = least - 1
    if value < least:
        raise argparse.ArgumentTypeError(f"must be a whole number, {least} or more, not {text!r}")
    return value
