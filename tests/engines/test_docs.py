"""The examples in the engines' docs pages, run as they stand, each page or part of one in a process of its own."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsclean import clean, explain

DOCS = Path(__file__).parents[2] / "docs"
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
OFFLINE = {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1"}


@pytest.fixture
def pages(make_pages: Callable[[int], list[dict[str, Any]]], tmp_path: Path) -> list[dict[str, Any]]:
    """Thirty pages, in the file `pages.jsonl` that the examples read."""
    pages = make_pages(30)
    (tmp_path / "pages.jsonl").write_text("".join(json.dumps(page) + "\n" for page in pages))
    return pages


def _example(page: str, heading: str = "") -> str:
    """All Python blocks of a docs page, or of the part below a heading."""
    text = (DOCS / page).read_text(encoding="utf-8")
    if heading:
        text = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    blocks = BLOCK.findall(text)
    assert blocks, f"no example in {page} {heading}"
    return "\n\n".join(blocks)


def _run(code: str, folder: Path, **environment: str) -> Any:
    """What the code's last line prints, read as JSON."""
    script = folder / "example.py"
    script.write_text(code, encoding="utf-8")
    environment = {**os.environ, **OFFLINE, "HF_HOME": str(folder / "hf"), **environment}
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-6000:]
    return json.loads(done.stdout.splitlines()[-1])


def test_pandas(pages: list[dict[str, Any]], tmp_path: Path) -> None:
    pytest.importorskip("pandas", reason="a recipe for pandas")
    shown = "import json; print(json.dumps([df[name].tolist() for name in ('article', 'title', 'confidence')]"
    *columns, sure = _run(_example("recipes.md", "pandas") + shown + " + [sure['id'].tolist()]))", tmp_path)
    found = [explain(page["text"]) for page in pages]
    assert columns == [[p.text for p in found], [p.title for p in found], [p.confidence for p in found]]
    assert sure == [page["id"] for page, p in zip(pages, found, strict=True) if p.confidence >= 0.5]


def test_pandas_says_how_missing_pages_are_taken(pages: list[dict[str, Any]], tmp_path: Path) -> None:
    pytest.importorskip("pandas", reason="a recipe for pandas")
    code = """
df.loc[1, "text"] = None
left = df["text"].map(clean, na_action="ignore")
filled = df["text"].fillna("").map(clean)
import json; print(json.dumps([int(left.isna().sum()), filled[1]]))
"""
    assert _run(_example("recipes.md", "pandas") + code, tmp_path) == [1, ""]


def test_polars(pages: list[dict[str, Any]], tmp_path: Path) -> None:
    pytest.importorskip("polars", reason="a recipe for polars")
    shown = "import json; print(json.dumps([df['article'].to_list(), pages.to_dicts()]))"
    articles, rows = _run(_example("recipes.md", "polars") + shown, tmp_path)
    found = [(page["id"], explain(page["text"])) for page in pages]
    assert articles == [page.text for _, page in found]
    assert rows == [{"id": id, "article": p.text, "title": p.title, "confidence": p.confidence} for id, p in found]


def test_hugging_face_datasets(pages: list[dict[str, Any]], tmp_path: Path) -> None:
    pytest.importorskip("datasets", reason="a recipe for Hugging Face datasets")
    shown = "import json; print(json.dumps([list(ds['article']), [row['article'] for row in stream]]))"
    wanted = [clean(page["text"]) for page in pages]
    assert _run(_example("recipes.md", "Hugging Face datasets") + shown, tmp_path) == [wanted, wanted]


def test_datatrove(pages: list[dict[str, Any]], tmp_path: Path) -> None:
    pytest.importorskip("datatrove", reason="needs the extra datatrove")
    (tmp_path / "crawl").mkdir()
    (tmp_path / "pages.jsonl").rename(tmp_path / "crawl" / "pages.jsonl")
    _run(_example("datatrove.md") + "    print('[]')", tmp_path)
    files = sorted((tmp_path / "clean").glob("*.gz"))
    texts = [json.loads(line)["text"] for path in files for line in gzip.decompress(path.read_bytes()).splitlines()]
    assert texts == [p.text for p in (explain(page["text"]) for page in pages) if "no_article" not in p.flags]


@pytest.mark.waits
def test_spark(pages: list[dict[str, Any]], tmp_path: Path, spark_environment: dict[str, str]) -> None:
    pytest.importorskip("pyspark", reason="needs the extra spark")
    pq = pytest.importorskip("pyarrow.parquet", reason="needs the extra spark")
    assert _run(_example("spark.md") + "print(cleaned.count())", tmp_path, **spark_environment) == len(pages)
    rows = sorted(pq.read_table(tmp_path / "clean").to_pylist(), key=lambda row: row["id"])
    assert [row["text"] for row in rows] == [clean(page["text"]) for page in pages]


def test_scrapy(make_pages: Callable[[int], list[dict[str, Any]]], tmp_path: Path) -> None:
    pytest.importorskip("scrapy", reason="needs the extra scrapy")
    html = make_pages(1)[0]["text"]
    (tmp_path / "page.html").write_text(html)
    crawl = f"""
import json
from scrapy.crawler import CrawlerProcess

feeds = {{"feed.jsonl": {{"format": "jsonlines", "encoding": "utf8"}}}}
process = CrawlerProcess({{"FEEDS": feeds, "TELNETCONSOLE_ENABLED": False, "LOG_LEVEL": "WARNING"}})
process.crawl(NewsSpider, start_urls=[{(tmp_path / "page.html").as_uri()!r}])
process.start()
print(json.dumps(json.loads(open("feed.jsonl").readline())))
"""
    item = _run(_example("scrapy.md") + crawl, tmp_path)
    assert item["html"] == html
    assert item["text"] == clean(html) != ""
    assert {"title", "published", "byline", "kept_share", "confidence", "flags"} <= set(item)
