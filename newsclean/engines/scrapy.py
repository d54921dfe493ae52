"""Scrapy: an item pipeline that cleans the page in an item and fills in what the page says of itself."""

from __future__ import annotations

from typing import Any, Self

from newsclean.extras import install

try:
    from itemadapter import ItemAdapter
    from scrapy.crawler import Crawler
except ImportError as error:
    raise ImportError(f"newsclean.engines.scrapy: {error}; {install('scrapy')}") from error

from newsclean.archive.rows import CleanOptions, clean_row
from newsclean.options import Roles, roles_in
from newsclean.page import KEPT

_FOUND = ("title", "published", "byline", "kept_share", "confidence", "flags")


class NewscleanPipeline:
    """Cleans the page that an item brings (`str` or `bytes`); takes dicts, Items, dataclasses and attrs classes.

    `ITEM_PIPELINES = {"newsclean.engines.scrapy.NewscleanPipeline": 300}` turns it on. Settings:

    - `NEWSCLEAN_FIELD` (`"html"`): the field that holds the page. An item without it passes untouched.
    - `NEWSCLEAN_TEXT_FIELD` (`"text"`): the field that gets the article. May be the same field.
    - `NEWSCLEAN_KIND`, `NEWSCLEAN_PREFER`: as in `clean`.
    - `NEWSCLEAN_KEEP`: as in `clean`, or as the command takes it (`"+headline,+caption"`).
    - `NEWSCLEAN_ON_ERROR` (`"keep"`): a page that fails is passed on as it came with the flag `failed`, or `"fail"`.

    `title`, `published`, `byline`, `kept_share`, `confidence` and `flags` are filled in where the item may have them
    and the spider left them empty, numbers at 0. Counts go to the crawl's stats as `newsclean/pages` and
    `newsclean/flag/<flag>`.

    Raises `KeyError` for an Item class that declares no field for the text.
    """

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self.stats = crawler.stats
        self.field = settings.get("NEWSCLEAN_FIELD", "html")
        self.text_field = settings.get("NEWSCLEAN_TEXT_FIELD", "text")
        self.options = CleanOptions(
            kind=settings.get("NEWSCLEAN_KIND", "auto"),
            prefer=settings.get("NEWSCLEAN_PREFER", "balanced"),
            keep=_roles(settings.get("NEWSCLEAN_KEEP")),
            on_error=settings.get("NEWSCLEAN_ON_ERROR", "keep"),
        )

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """The pipeline with the crawl's settings."""
        return cls(crawler)

    def process_item(self, item: Any, spider: object = None) -> Any:
        """The same item, cleaned. Older Scrapys pass the spider, which is not looked at."""
        adapter = ItemAdapter(item)
        source = adapter.get(self.field)
        if source is None:
            return item
        row = clean_row(source, self.options)
        adapter[self.text_field] = row["text"]
        for name in _FOUND:
            if _takes(adapter, name) and not adapter.get(name):
                adapter[name] = row[name]
        self._count(row["flags"])
        return item

    def _count(self, flags: list[str]) -> None:
        if self.stats is not None:
            self.stats.inc_value("newsclean/pages")
            for flag in flags:
                self.stats.inc_value(f"newsclean/flag/{flag}")


def _roles(given: Any) -> Roles:
    """The setting as `clean` takes it: on Scrapy's command line it comes as a text."""
    if given is None:
        return KEPT
    return roles_in(given) if isinstance(given, str) else given


def _takes(adapter: ItemAdapter, name: str) -> bool:
    return isinstance(adapter.item, dict) or name in adapter.field_names()
