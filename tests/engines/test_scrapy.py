"""The item pipeline in a real crawl of a small site on loopback."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest

from newsclean import KEPT, explain

pytest.importorskip("scrapy", reason="needs the extra scrapy")


@pytest.fixture(scope="module")
def articles(make_pages: Callable[[int], list[dict[str, Any]]]) -> dict[str, str]:
    """Path to HTML: the pages of the site that hold an article."""
    pages = [page for page in make_pages(120) if "<article>" in page["text"]]
    return {f"/news/{page['id']}": page["text"].replace("<ul>", "<ul class='more'>") for page in pages}


@pytest.fixture(scope="module")
def site(articles: dict[str, str]) -> Iterator[str]:
    """A site on loopback: a front page that links to every article. Gives its address."""
    front = "<html><body>" + "".join(f"<p><a href='{path}'>story</a></p>" for path in articles) + "</body></html>"

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = articles.get(self.path, front if self.path == "/" else None)
            self.send_response(200 if page else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write((page or "gone").encode())

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing: the crawl's own log is enough."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("kind", ["dict", "item", "dataclass"])
def test_a_crawl_brings_home_articles(
    kind: str, site: str, articles: dict[str, str], run_job: Callable[..., str], tmp_path: Path
) -> None:
    feed = tmp_path / "feed.jsonl"
    stats = json.loads(run_job("scrapy_crawl.py", f"{site}/", feed, kind, timeout=120).splitlines()[-1])
    items = [json.loads(line) for line in feed.read_text().splitlines()]
    assert sorted(item["url"] for item in items) == sorted(site + path for path in articles)
    assert stats["newsclean/pages"] == len(articles)
    for item in items:
        page = explain(articles[item["url"].removeprefix(site)])
        assert item["text"] == page.text
        if kind != "dataclass":
            assert item["title"] == page.title
        if kind != "item":
            assert item["flags"] == sorted(page.flags)
        assert ("confidence" in item) == (kind == "dict")


def test_bytes_are_cleaned_in_place_where_the_settings_say_so(
    site: str, articles: dict[str, str], run_job: Callable[..., str], tmp_path: Path
) -> None:
    feed = tmp_path / "feed.jsonl"
    run_job("scrapy_crawl.py", f"{site}/", feed, "bytes", "NEWSCLEAN_TEXT_FIELD=html", timeout=120)
    items = [json.loads(line) for line in feed.read_text().splitlines()]
    assert len(items) == len(articles)
    for item in items:
        assert item["html"] == explain(articles[item["url"].removeprefix(site)].encode()).text
        assert "text" not in item


@dataclass
class Item:
    """As a spider declares it: each field with the default of its type."""

    html: str
    text: str = ""
    title: str = ""
    byline: str | None = None
    kept_share: float = 0.0
    confidence: float = 0.0
    flags: set[str] = field(default_factory=set)


def test_defaults_are_filled_and_what_the_spider_found_stays(articles: dict[str, str]) -> None:
    from newsclean.engines.scrapy import NewscleanPipeline

    html = next(iter(articles.values()))
    page = explain(html)
    crawler: Any = SimpleNamespace(settings={}, stats=None)
    pipeline = NewscleanPipeline(crawler)
    item = pipeline.process_item(Item(html, title="What the spider found"))
    assert (item.text, item.title, item.byline) == (page.text, "What the spider found", page.byline)
    assert item.confidence == page.confidence > 0
    assert 0 < item.kept_share < 1
    assert item.flags == sorted(page.flags)


@pytest.mark.parametrize("given", [[*KEPT, "headline"], "+headline", " +Headline, body"])
def test_the_roles_that_stay_are_a_list_or_a_text(given: object, articles: dict[str, str]) -> None:
    from newsclean.engines.scrapy import NewscleanPipeline

    html = next(iter(articles.values()))
    crawler: Any = SimpleNamespace(settings={"NEWSCLEAN_KEEP": given}, stats=None)
    item = NewscleanPipeline(crawler).process_item({"html": html})
    assert item["text"] == explain(html, keep=KEPT | {"headline"}).text != explain(html).text
    crawler.settings["NEWSCLEAN_KEEP"] = "bodie"
    with pytest.raises(ValueError, match=r"^no such role: 'bodie'"):
        NewscleanPipeline(crawler)
