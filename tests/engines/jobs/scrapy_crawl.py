"""A crawl with the pipeline switched on: scrapy_crawl.py START_URL FEED ITEM_KIND [SETTING=value …]"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import scrapy
from scrapy.crawler import CrawlerProcess


class PageItem(scrapy.Item):
    url = scrapy.Field()
    html = scrapy.Field()
    text = scrapy.Field()
    title = scrapy.Field()


@dataclass
class PageRecord:
    url: str
    html: str
    text: str = ""
    flags: list[str] | None = None


KINDS: dict[str, tuple[Callable[..., Any], Callable[[Any], str | bytes]]] = {
    "dict": (dict, lambda response: response.text),
    "bytes": (dict, lambda response: response.body),
    "item": (PageItem, lambda response: response.text),
    "dataclass": (PageRecord, lambda response: response.text),
}


class NewsSpider(scrapy.Spider):
    name = "news"
    item_kind: str

    def parse(self, response: Any) -> Iterator[Any]:
        make, page = KINDS[self.item_kind]
        if response.css("article"):
            yield make(url=response.url, html=page(response))
        yield from response.follow_all(css="a[href]")


def main(start: str, feed: str, item_kind: str, *settings: str) -> None:
    given = dict(setting.split("=", 1) for setting in settings)
    process = CrawlerProcess(
        {
            "ITEM_PIPELINES": {"newsclean.engines.scrapy.NewscleanPipeline": 300},
            "FEEDS": {feed: {"format": "jsonlines", "encoding": "utf8"}},
            "TELNETCONSOLE_ENABLED": False,
            "LOG_LEVEL": "WARNING",
            **given,
        }
    )
    crawler = process.create_crawler(NewsSpider)
    process.crawl(crawler, start_urls=[start], item_kind=item_kind)
    process.start()
    stats = crawler.stats.get_stats() if crawler.stats else {}
    print(json.dumps({name: count for name, count in stats.items() if isinstance(count, int)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
