"""What type checkers must accept and refuse. Only mypy reads it: an `ignore` that is not needed is an error there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newsclean import KEPT, Block, Page, Reason, Role, SiteMemory, clean, clean_many, explain
from newsclean.archive.rows import CleanOptions


def accepted(path: Path, memory: SiteMemory) -> None:
    text: str = clean("page")
    text = clean(b"page", kind="html", prefer="recall", keep={Role.BODY}, site=memory.for_host("news.example"))
    text = clean(path.read_text(), keep=KEPT | {Role.HEADLINE})
    text = clean(text, keep={"body"})
    text = clean(text, keep=KEPT | {"headline"})
    text = clean(text, keep=["body", Role.HEADLINE])
    page: Page = explain(text, keep=[Role.BODY], reasons=False)
    texts: Iterator[str] = clean_many([text, b""], workers=2, on_error="keep", prefer="precision")
    block: Block = page.blocks[0]
    reason: Reason = block.reasons[0]
    parts: tuple[str, float, str | None, frozenset[str]] = (reason.name, reason.weight, page.title, page.flags)
    print(text, texts, parts)


def refused(path: Path, memory: SiteMemory) -> None:
    clean(None)  # type: ignore[arg-type]
    clean(3)  # type: ignore[arg-type]
    clean(path)  # type: ignore[arg-type]
    clean(["page"])  # type: ignore[arg-type]
    clean("page", "html")  # type: ignore[call-arg]
    clean("page", site=memory)  # type: ignore[arg-type]
    clean("page", kind="htm")  # type: ignore[arg-type]
    clean("page", prefer="f1")  # type: ignore[arg-type]
    clean("page", keep="body")  # type: ignore[arg-type]
    clean("page", keep=["boddy"])  # type: ignore[list-item]
    SiteMemory().learn([("news.example", "page")], kind="htm")  # type: ignore[arg-type]
    clean_many(["page"], kind="htm")  # type: ignore[arg-type]
    clean_many(["page"], on_error="skip")  # type: ignore[arg-type]
    CleanOptions(on_error="raise")  # type: ignore[arg-type]
    clean("page", favour="recall")  # type: ignore[call-arg]
    explain(None)  # type: ignore[arg-type]
    clean("page", reasons=False)  # type: ignore[call-arg]
    clean_many(3)  # type: ignore[arg-type]
    clean_many(["page"], favour="recall")  # type: ignore[call-arg]
    explain("page").text = ""  # type: ignore[misc]
    explain("page").blocks[0].kept = False  # type: ignore[misc]
