"""HTTP within WARC: charsets and encodings of responses, as servers and crawlers leave them."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from typing import Any

import brotli
import pytest

HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html{charset}\r\n{more}\r\n"
HTML = (
    "<html><head></head><body><p>Größe, naïve, übermäßig, façade: ein längerer Absatz über Brücken.</p></body></html>"
)


@pytest.mark.parametrize(
    ("charset", "data", "expected"),
    [
        ("; charset=utf-8", HTML.encode(), HTML),
        ("; charset=ISO-8859-1", HTML.encode("cp1252"), HTML),
        ('; charset="windows-1251"', "<html>Новости дня</html>".encode("cp1251"), "<html>Новости дня</html>"),
        ("; charset=gb2312", "<html>新闻报道鎔</html>".encode("gb18030"), "<html>新闻报道鎔</html>"),
        ("; charset=x-sjis", "<html>新聞①</html>".encode("cp932"), "<html>新聞①</html>"),
        ("; charset=latin-1", b"\xef\xbb\xbf" + HTML.encode(), HTML),  # the mark goes before the header
        ("", HTML.encode(), HTML.encode()),
        ("; charset=no-such", HTML.encode(), HTML.encode()),
        ("; charset=utf-8", "<p>Ведомости</p>".encode("cp1251"), "<p>Ведомости</p>".encode("cp1251")),  # a wrong header
    ],
)
def test_charset_from_http(
    charset: str, data: bytes, expected: str | bytes, record: Any, read: Any, shard: Any
) -> None:
    pages, _, _ = read(shard(record(0, data, head=HEAD.format(charset=charset, more=""))))
    assert pages[0].source == expected


def deflated(data: bytes) -> bytes:
    bare = zlib.compressobj(wbits=-15)
    return bare.compress(data) + bare.flush()


def chunked(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (5, data[:5], len(data) - 5, data[5:])


@pytest.mark.parametrize(
    ("headers", "encode"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress),
        ("Content-Encoding: deflate\r\n", zlib.compress),
        ("Content-Encoding: deflate\r\n", deflated),
        ("Transfer-Encoding: chunked\r\n", chunked),
        ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", lambda data: chunked(gzip.compress(data))),
        ("Content-Encoding: gzip\r\n", lambda data: data),  # the crawler undid it and kept the header
        ("Transfer-Encoding: chunked\r\n", lambda data: data),
        ("Content-Encoding: mystery\r\n", lambda data: data),
    ],
)
def test_http_encodings(headers: str, encode: Callable[[bytes], bytes], record: Any, read: Any, shard: Any) -> None:
    head = HEAD.format(charset="; charset=utf-8", more=headers)
    pages, losses, _ = read(shard(record(0, encode(HTML.encode()), head=head)))
    assert [page.source for page in pages] == [HTML]
    assert not losses


@pytest.mark.parametrize("encoding", ["gzip", "br"])
def test_a_body_that_breaks_off_is_truncated_and_one_that_does_not_decode_is_lost(
    encoding: str, record: Any, read: Any, shard: Any
) -> None:
    encode = {"gzip": gzip.compress, "br": brotli.compress}[encoding]
    body = encode("".join(f"<p>Ferry {i} took {i * i % 997} people over.</p>" for i in range(9000)).encode())
    head = HEAD.format(charset="", more=f"Content-Encoding: {encoding}\r\n")
    pages, losses, _ = read(shard(record(0, body[: len(body) // 2], head=head) + record(1, body[9:], head=head)))
    assert [page.flags for page in pages] == [("truncated",)]
    assert pages[0].source.startswith(b"<p>Ferry 0 took 0 people over.</p>")
    assert [loss.reason for loss in losses] == [f"response whose body does not decode ({encoding})"]


def test_a_type_that_a_proxy_joined_is_the_first(record: Any, read: Any, shard: Any) -> None:
    pages, _, _ = read(shard(record(0, HTML, head="HTTP/1.1 200 OK\r\nContent-Type: text/html, text/html\r\n\r\n")))
    assert len(pages) == 1


@pytest.mark.parametrize("digest", [False, True])
def test_a_record_whose_crawler_stopped_is_truncated(digest: bool, record: Any, read: Any, shard: Any) -> None:
    whole = record(0, HTML, digest=digest)
    cut = whole.replace(b"WARC-Date", b"WARC-Truncated: length\r\nWARC-Date")
    assert [page.flags for page in read(shard(whole + cut))[0]] == [(), ("truncated",)]
    changed = cut.replace("naïve".encode(), b"nouvo" + b" ")
    expected = ("truncated", "digest_mismatch") if digest else ("truncated",)
    assert [page.flags for page in read(shard(changed))[0]] == [expected]


@pytest.mark.parametrize(
    ("before", "is_html"),
    [
        ("", True),
        ("\ufeff \r\n<!DOCTYPE html>", True),
        ("<!-- saved from a -- cache -->\n<!---->\n<!doctype HTML>", True),
        ('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "">', True),
        ("<body>", True),
        ('<?xml version="1.0"?><rss>', False),
        ("<htmlx>", False),
        ("Some text with <html>", False),
        ("<!---->" * 140 + "<rss>", False),  # in no time
    ],
)
def test_a_response_of_no_type_is_html_where_it_begins_so(
    before: str, is_html: bool, record: Any, read: Any, shard: Any
) -> None:
    pages, losses, passed = read(shard(record(0, before + HTML, head="HTTP/1.1 200 OK\r\n\r\n")))
    assert not losses
    assert (len(pages), passed) == ((1, []) if is_html else (0, ["response of no type"]))
