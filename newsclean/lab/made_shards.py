"""Made shards: invented pages as a crawler keeps them, as many as a measure needs."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator
from pathlib import Path

_TEXT = (
    "the council ferry harbour of market and a timetable bridge in vote budget school to river police minister for "
    "spring report said on workers from city union with festival court museum at railway farmers by coast storm"
)


def pages(count: int, *, size: int = 30_000, seed: int = 1) -> Iterator[str]:
    """Invented pages of HTML, about `size` characters each, no two alike: menus, an article, teasers, a footer."""
    rng = random.Random(seed)
    words = _TEXT.split()

    def sentence() -> str:
        return " ".join(rng.choices(words, k=rng.randint(8, 24))).capitalize() + f" {rng.randrange(10**6)}."

    for number in range(count):
        menu = "".join(f'<li><a href="/s{n}">{rng.choice(words)}</a></li>' for n in range(30))
        parts: list[str] = []
        length = 0
        while length < size - 4000:
            paragraph = "<p>" + " ".join(sentence() for _ in range(rng.randint(2, 5))) + "</p>"
            parts.append(paragraph)
            length += len(paragraph)
        teasers = "".join(f'<div class="teaser"><h3>{sentence()}</h3><p>{sentence()}</p></div>' for _ in range(6))
        yield (
            f"<!DOCTYPE html><html><head><title>Report {number}</title></head><body><nav><ul>{menu}</ul></nav>"
            f"<article><h1>{sentence()}</h1>{''.join(parts)}</article><aside>{teasers}</aside>"
            "<footer>All rights reserved.</footer></body></html>"
        )


def warc_record(number: int, html: str) -> bytes:
    """A page as the record of a crawler."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html.encode()
    return (
        (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032d}>\r\n"
            f"WARC-Target-URI: http://site{number % 50}.test/{number}\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
        ).encode()
        + block
        + b"\r\n\r\n"
    )


def write_shard(path: Path, count: int, *, seed: int = 1, size: int = 30_000) -> None:
    """A `.warc.gz` of `count` invented pages, a member a record."""
    with path.open("wb") as file:
        for number, html in enumerate(pages(count, size=size, seed=seed)):
            file.write(gzip.compress(warc_record(number, html), compresslevel=1, mtime=0))


def write_large_shard(path: Path, size: int) -> int:
    """A plain `.warc` of at least `size` bytes; returns its number of pages."""
    written, number = 0, 0
    some = list(pages(200))
    with path.open("wb") as file:
        while written < size:
            written += file.write(warc_record(number, some[number % 200].replace("Report", f"Report {number}")))
            number += 1
    return number
