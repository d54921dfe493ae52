"""MHTML: a page saved whole as one message is the HTML in it; a text about messages stays a text."""

from __future__ import annotations

import time
from base64 import b64encode
from email.message import EmailMessage
from pathlib import Path

import pytest

from newsclean import clean, explain
from newsclean.cli import main
from newsclean.reading.mhtml import page_of
from tests.texts import ACCENTED

PAGE = (
    '<!DOCTYPE html><html lang="en"><head><title>Bridge closed</title></head><body><nav class="menu">'
    '<a href="/">Home</a><a href="/sport">Sport</a></nav><article><h1>Bridge closed</h1>'
    + "".join(f"<p>{paragraph}</p>" for paragraph in ACCENTED)
    + '</article><footer class="footer">© The Harbour Post</footer></body></html>'
)


def message(cte: str = "quoted-printable", charset: str = "utf-8", html: str = PAGE) -> bytes:
    """What a browser saves: the page, and a style sheet and a frame behind it."""
    mail = EmailMessage()
    mail["From"] = "<Saved by Blink>"
    mail["Snapshot-Content-Location"] = "https://example.org/bridge"
    mail["Subject"] = "Bridge closed"
    mail["MIME-Version"] = "1.0"
    mail.set_content(html, subtype="html", cte=cte, charset=charset)
    mail.add_related(".menu { color: red }", subtype="css")
    mail.add_related("<html><body><p>An advertisement in a frame, in a sentence.</p></body></html>", subtype="html")
    return mail.as_bytes()


@pytest.mark.parametrize("cte", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_the_page_is_read(cte: str, charset: str) -> None:
    page = explain(message(cte, charset))
    assert page.kind == "html"
    assert page.text.split("\n\n") == ACCENTED
    assert page.title == "Bridge closed"


def test_line_ends_of_the_standard_and_a_string_do_as_well() -> None:
    for source in (message().replace(b"\n", b"\r\n"), message().decode("ascii"), b"\n" + message()):
        assert clean(source).split("\n\n") == ACCENTED


@pytest.mark.parametrize("page", ["# Bridge\n\n[A](/a) [B](/b)\n\n" + ACCENTED[0], "\n\n".join(ACCENTED)])
def test_a_page_that_reads_like_no_html_is_html_all_the_same(page: str) -> None:
    for source in (message(html=page), message(html=page).decode("ascii")):
        found = explain(source)
        assert found.kind == "html"
        assert ACCENTED[0] in " ".join(block.text for block in found.blocks)
        assert {(block.start, block.end) for block in found.blocks} == {(-1, -1)}


def test_the_page_itself_may_be_the_message() -> None:
    mail = EmailMessage()
    mail["MIME-Version"] = "1.0"
    mail.set_content(PAGE, subtype="html", cte="quoted-printable")
    assert clean(mail.as_bytes()).split("\n\n") == ACCENTED


def test_the_part_says_what_its_encoding_is() -> None:
    html = b64encode(PAGE.replace("“", '"').replace("”", '"').replace("—", "-").encode("cp500"))  # no detector knows it
    source = b"MIME-Version: 1.0\nContent-Type: text/html; charset=cp500\nContent-Transfer-Encoding: base64\n\n" + html
    assert ACCENTED[1] in clean(source)


@pytest.mark.parametrize("cte", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_a_message_that_is_text_is_not_decoded_again(cte: str, charset: str) -> None:
    assert clean(message(cte, charset).decode(charset)).split("\n\n") == ACCENTED


@pytest.mark.parametrize("head", ["", "Content-Transfer-Encoding: binary\n", "Content-Transfer-Encoding: 8-bit\n"])
def test_nor_is_one_that_names_no_transfer_encoding(head: str) -> None:
    source = f"MIME-Version: 1.0\nContent-Type: text/html; charset=iso-8859-1\n{head}\n{PAGE}\ud800"
    assert clean(source).split("\n\n") == ACCENTED
    assert str(page_of(source)) == PAGE + "\ud800"


def test_its_encoding_is_what_browsers_take_it_for() -> None:
    html = PAGE.encode("windows-1252")
    head = b"MIME-Version: 1.0\nContent-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n"
    assert clean(head + html).split("\n\n") == ACCENTED


def test_a_byte_order_mark_goes_before_it() -> None:
    for codec, charset in (("utf-8-sig", "windows-1252"), ("utf-16", "utf-16"), ("utf-16", "utf-16be")):
        head = f"MIME-Version: 1.0\nContent-Type: text/html; charset={charset}\nContent-Transfer-Encoding: base64\n\n"
        assert clean(head.encode() + b64encode(PAGE.encode(codec))).split("\n\n") == ACCENTED


def test_a_part_that_does_not_name_its_encoding_is_decoded_as_a_page() -> None:
    html = PAGE.replace("<head>", '<head><meta charset="windows-1252">').encode("windows-1252")
    for head in (b"Content-Type: text/html\n", b"Content-Type: text/html; charset=nonsense\n"):
        source = b"MIME-Version: 1.0\n" + head + b"Content-Transfer-Encoding: 8bit\n\n" + html
        assert clean(source).split("\n\n") == ACCENTED


@pytest.mark.parametrize(
    "source",
    [
        b"Subject: the bridge\nMIME-Version: 1.0\nContent-Type: text/plain\n\nThe bridge is closed.",
        b"From: the harbour\n\nThe bridge is closed, and so is the ferry.",
        b"MIME-Version: 1.0 is the first line of a message. The council read it aloud.",
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n--x--",
        b"MIME-Version: 1.0\nContent-Type: multipart/related\n\nno boundary",
        b"<html><body><p>MIME-Version: 1.0</p></body></html>",
        b"",
    ],
)
def test_anything_else_is_left_as_it_is(source: bytes) -> None:
    assert page_of(source) is source
    clean(source)


def test_who_says_that_it_is_text_is_believed() -> None:
    assert "Saved by Blink" in "".join(block.text for block in explain(message(), kind="text").blocks)


def test_a_message_deep_in_messages_is_survived() -> None:
    nested = b"".join(
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(5000)
    )
    start = time.process_time()
    assert isinstance(clean(nested), str)
    assert time.process_time() - start < 20


def test_bytes_lost_and_changed_are_survived() -> None:
    source = message()
    end, whole = source.index(b"</article>"), "\n\n".join(ACCENTED)
    for at in range(0, len(source), 97):
        texts = [clean(source[:at]), clean(source[:at] + b"\xff=\x00" + source[at:])]
        assert at < end or texts == [whole, whole]


def test_the_command_reads_a_saved_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "page.mhtml"
    path.write_bytes(message())
    assert main([str(path)]) == 0
    assert capsys.readouterr().out.strip().split("\n\n") == ACCENTED
