"""A file that is one page, plain or compressed, as folders of pages hold them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsclean.archive.events import Loss
from newsclean.archive.lines import chunks
from newsclean.archive.members import ShardFile
from newsclean.file_endings import ending_of
from newsclean.options import Kind

_KINDS: dict[str, Kind] = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".md", ".markdown"), "markdown"),
    ".txt": "auto",
}
"""What a file of such a name holds. Crawls call HTML and Markdown `.txt` too: as `clean` does, look at the page."""


def kind_of(file: Path) -> Kind | None:
    """What a file holds by its name, as `explain` takes it; `None` where it is no page."""
    return _KINDS.get(ending_of(file.name))


def read_page_file(file: Path, limit: int) -> Iterator[bytes | Loss]:
    """What is lost of a file, then what it holds, decompressed; no page where nothing is left or it is too large.

    Raises `OSError` where the file cannot be read.
    """
    content, lost = bytearray(), False
    with ShardFile(file) as opened:
        if opened.size > limit:
            yield Loss(0, f"{opened.size:,} bytes: refused at the limit of {limit:,} bytes")
            return
        for chunk in chunks(opened, limit):
            if isinstance(chunk, Loss):
                lost = True
                yield chunk
                continue
            content += chunk.data
            if len(content) > limit:
                yield Loss(0, f"more than {limit:,} bytes: refused at the limit of {limit:,} bytes")
                return
    if content or not lost:
        yield bytes(content)
