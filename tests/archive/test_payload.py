"""Bodies of HTTP responses: encodings are undone as far as they go."""

from __future__ import annotations

import gzip
import zlib

import brotli
import pytest
import zstandard

from newsclean.archive.events import TooLargeError
from newsclean.archive.payload import decoded_body, source_of

PAGE = b"<html><body>" + b"".join(b"<p>The ferry sails at %d minutes past noon.</p>" % i for i in range(60))
GZIPPED = gzip.compress(PAGE)
LIMIT = 1 << 20


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", GZIPPED),
        ("x-gzip", GZIPPED),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)[2:-4]),
        ("gzip", PAGE),  # undone by the crawler
        ("gzip", GZIPPED[:-8] + b"\x00" * 8),  # a wrong check sum
        ("gzip", gzip.compress(PAGE[:99]) + gzip.compress(PAGE[99:])),
    ],
)
def test_a_body_is_decoded(encoding: str, body: bytes) -> None:
    assert decoded_body(body, {"Content-Encoding": encoding}, LIMIT).data == PAGE


def test_one_that_is_damaged_is_read_up_to_there() -> None:
    half = len(GZIPPED) // 2
    for body in (GZIPPED[:half], GZIPPED[:half] + b"\xff" * 8 + GZIPPED[half + 8 :]):
        assert decoded_body(body, {"Content-Encoding": "gzip"}, LIMIT).data.startswith(PAGE[:200])
    nothing = GZIPPED[:3] + b"\xff" * 9
    assert decoded_body(nothing, {"Content-Encoding": "gzip"}, LIMIT) == (nothing, False)


LONG = b"".join(b"<p>At %d o'clock the ferry took %d people over.</p>" % (i % 24, i * i % 997) for i in range(9000))
ENCODED = {
    "gzip": gzip.compress(LONG),
    "deflate": zlib.compress(LONG),
    "zstd": zstandard.compress(LONG),
    "br": brotli.compress(LONG, quality=3),
}


@pytest.mark.parametrize("encoding", ENCODED)
def test_what_decodes_before_a_fault_is_kept_and_not_called_whole(encoding: str) -> None:
    body, headers = ENCODED[encoding], {"Content-Encoding": encoding}
    assert decoded_body(body, headers, LIMIT) == (LONG, True)
    for cut in (len(body) // 2, 3):
        found = decoded_body(body[:-cut], headers, LIMIT)
        assert LONG.startswith(found.data)
        assert (len(found.data) > len(LONG) // 4, found.whole) == (True, False)
    assert decoded_body(LONG, headers, LIMIT) == (LONG, True)  # undone by the crawler
    assert decoded_body(body[9:], headers, LIMIT) == (body[9:], False)  # its beginning is lost


def chunked(body: bytes, size: int = 512) -> bytes:
    """A body as servers send it in chunks."""
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


@pytest.mark.parametrize("cut", [900, 400, 7, 1])
def test_chunks_of_a_body_that_breaks_off_are_put_together(cut: int) -> None:
    found = decoded_body(chunked(PAGE)[:-cut], {"Transfer-Encoding": "chunked"}, LIMIT)
    assert PAGE.startswith(found.data)
    assert (len(found.data) > len(PAGE) - cut - 512, found.whole) == (True, False)


@pytest.mark.parametrize("body", [PAGE, b"12\r\nfigures stand above this page, and no chunk is as long as that\r\n"])
def test_a_body_whose_chunks_the_crawler_put_together_stays(body: bytes) -> None:
    assert decoded_body(body, {"Transfer-Encoding": "chunked"}, LIMIT) == (body, True)


@pytest.mark.parametrize("body", [GZIPPED, GZIPPED + GZIPPED, zlib.compress(PAGE)])
def test_one_that_swells_is_refused(body: bytes) -> None:
    with pytest.raises(TooLargeError):
        decoded_body(body, {"Content-Encoding": "gzip"}, len(PAGE) - 1)


@pytest.mark.parametrize("label", ["iso-8859-1", "iso_8859-1", "l1", "cp819", "'Latin1'"])
def test_all_names_of_latin_1_mean_windows_1252(label: str) -> None:
    assert source_of(b"\x93caf\xe9\x94", f"text/html; charset={label}") == "“café”"


@pytest.mark.parametrize("label", ["punycode", "idna", "undefined", "base64", "unheard-of"])
def test_a_header_that_names_no_encoding_of_text_is_passed_over(label: str) -> None:
    assert source_of(b"caf\xe9", f"text/html; charset={label}") == b"caf\xe9"


def test_a_mark_goes_before_the_header() -> None:
    for codec in ("utf-8-sig", "utf-16", "utf-32"):
        assert source_of("café".encode(codec), "text/html; charset=iso-8859-1") == "café"
