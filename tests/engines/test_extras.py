"""An engine whose package is missing says which extra brings it."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("engine", "package"), [("spark", "pyspark"), ("datatrove", "datatrove"), ("scrapy", "scrapy")]
)
def test_a_missing_package_is_named_with_its_extra(engine: str, package: str) -> None:
    code = f"import sys; sys.modules[{package!r}] = None; import newsclean.engines.{engine}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert package in done.stderr
    assert f"install newsclean with its extra `{engine}`" in done.stderr


def test_rows_need_no_extra() -> None:
    blocked = "fastwarc", "pyarrow", "rich", "zstandard"
    code = f"import sys; sys.modules.update(dict.fromkeys({blocked!r})); import newsclean.archive.rows"
    subprocess.run([sys.executable, "-c", code], check=True)
