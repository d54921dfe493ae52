"""The site that the command's pages are from, as a memory knows it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newsclean.cli_arguments import wrong_host
from newsclean.cli_sources import SourceError
from newsclean.terminal import say

if TYPE_CHECKING:
    from newsclean.site import HostMemory


def read_site(file: Path | None, host: str | None) -> HostMemory | None:
    """What the memory in a file knows of a host; `None` where neither is given.

    Raises:
        SourceError: one is given without the other, the host is none, or the file is no memory.
    """
    if file is None and host is None:
        return None
    if file is None or host is None:
        raise SourceError("--site-memory and --host go together: a memory holds many sites, and a page is from one")
    if wrong := wrong_host(host):
        raise SourceError(wrong)
    from newsclean.site import SiteMemory, SiteMemoryError

    try:
        memory = SiteMemory.load(file)
    except SiteMemoryError as error:  # which names the file
        raise SourceError(str(error)) from error
    except OSError as error:
        raise SourceError(f"{file}: {error.strerror or error}") from error
    if host not in memory:
        say(f"newsclean: {file} knows no page of {host}")
    return memory.for_host(host)
