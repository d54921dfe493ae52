"""datatrove: a formatter step that cleans `Document.text` and keeps the reasons in the document's metadata."""

from __future__ import annotations

from typing import Any

from newsclean.extras import install

try:
    from datatrove.data import DocumentsPipeline
    from datatrove.pipeline.formatters.base import BaseFormatter
    from datatrove.utils.typeshelper import StatHints
except ImportError as error:
    raise ImportError(f"newsclean.engines.datatrove: {error}; {install('datatrove')}") from error

from newsclean.archive.rows import CleanOptions, failed_columns, page_columns, writable
from newsclean.failures import or_else
from newsclean.options import Kind, OnRowError, Preference, Roles
from newsclean.page import KEPT, Block, Page


class NewsFormatter(BaseFormatter):  # type: ignore[misc]  # datatrove ships no types
    """Cleans each document's text; a pipeline step, put behind a reader or an extractor.

    `Document.metadata["newsclean"]` gets a dict: `title`, `byline`, `published` (`str` or `None`), `kept_share` and
    `confidence` (0 to 1), `flags` (sorted `str`s), and `stripped`, a dict with `role`, `text`, `score` and `reasons`
    (strings like `"cue -1.20"`, strongest first) for each block that went. No document is dropped: filter by
    `confidence` or `flags` behind this step. With `on_error="keep"` a page that fails stays as it is and is flagged
    `failed`; with `"fail"` the error stops the task.
    """

    name = "📰 newsclean"

    def __init__(
        self,
        *,
        kind: Kind = "auto",
        prefer: Preference = "balanced",
        keep: Roles = KEPT,
        on_error: OnRowError = "keep",
    ) -> None:
        super().__init__()
        self.options = CleanOptions(kind, prefer, keep, on_error=on_error)

    def format(self, text: str) -> str:
        """The article in `text`."""
        return self.options.explain(text).text

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """The documents, cleaned one by one, in order."""
        for document in data:
            self.stat_update(StatHints.total)
            with self.track_time():
                found = self._explained(document.text)
                document.text = found.pop("text")
                document.metadata["newsclean"] = found
            for flag in found["flags"]:
                self.stat_update(f"flag_{flag}")
            yield document

    def _explained(self, text: str) -> dict[str, Any]:
        return or_else(
            lambda: _columns(self.options.explain(text, reasons=True)),
            lambda: failed_columns(text, stripped=True),
            keep=self.options.keeps(text),
        )


def _columns(page: Page) -> dict[str, Any]:
    return {**page_columns(page), "stripped": [_why(block) for block in page.blocks if not block.kept]}


def _why(block: Block) -> dict[str, Any]:
    reasons = [f"{name} {weight:+.2f}" for name, weight in block.reasons]
    return {"role": str(block.role), "text": writable(block.text), "score": block.score, "reasons": reasons}
