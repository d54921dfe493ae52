"""What a data frame's owner does on a laptop, each answer a line of JSON: spark_local.py PAGES MEMORY"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F  # noqa: N812  # the name that Spark's own documentation uses

from newsclean.engines.spark import clean_dataframe, learn_sites

Answer = Callable[[DataFrame, str], Any]


def rows(df: DataFrame, _: str) -> Any:
    return [
        row.asDict(recursive=True) for row in clean_dataframe(df, kind="auto", stripped=True).orderBy("id").collect()
    ]


def schema(df: DataFrame, _: str) -> Any:
    return clean_dataframe(df).columns


def names(df: DataFrame, _: str) -> Any:
    odd = df.withColumnsRenamed({"text": "the.page", "id": "doc`id", "date": "day"})
    cleaned = clean_dataframe(odd, "the.page", id="doc`id", date="day", prefix="clean_").orderBy("id")
    return [cleaned.columns, [row.asDict() for row in cleaned.limit(20).collect()]]


def binary(df: DataFrame, _: str) -> Any:
    cleaned = clean_dataframe(df.withColumn("text", df["text"].cast("binary")), kind="auto").orderBy("id")
    return [row.text for row in cleaned.collect()]


def kinds(df: DataFrame, _: str) -> Any:
    renamed = df.withColumnRenamed("text", "html").orderBy("id").limit(20)
    return [
        [row.text for row in clean_dataframe(frame, column).collect()]
        for frame, column in ((df.orderBy("id").limit(20), "text"), (renamed, "html"))
    ]


def missing(df: DataFrame, _: str) -> Any:
    cleaned = clean_dataframe(df.sparkSession.createDataFrame([(None,), ("",)], "text string"))
    return [row.asDict() for row in cleaned.collect()]


def no_rows(df: DataFrame, _: str) -> Any:
    return clean_dataframe(df.limit(0)).count()


def learned(df: DataFrame, path: str) -> Any:
    memory = learn_sites(df.repartition(7), kind="auto")
    memory.save(path)
    remembered = clean_dataframe(df, site_memory=memory, kind="auto").orderBy("id")
    return [row.text for row in remembered.collect()]


def learned_by_host(df: DataFrame, path: str) -> Any:
    hosts = df.withColumn("site", F.expr("parse_url(url, 'HOST')")).drop("url")
    learn_sites(hosts, host="site", kind="auto").save(path + ".host")


def cased(df: DataFrame, _: str) -> Any:
    capitals = df.limit(2).toDF(*(name.capitalize() for name in df.columns))
    folded = clean_dataframe(capitals, "Text")
    folded.select("title", "ID").collect()
    df.sparkSession.conf.set("spark.sql.caseSensitive", "true")
    both = clean_dataframe(capitals.withColumnRenamed("Date", "Title"), "Text").columns
    df.sparkSession.conf.unset("spark.sql.caseSensitive")
    return [folded.columns, both]


def refused(df: DataFrame, memory: str) -> Any:
    calls: list[Callable[[], object]] = [
        lambda: clean_dataframe(df, "page"),
        lambda: clean_dataframe(df, id="doc"),
        lambda: clean_dataframe(df.withColumnRenamed("date", "title")),
        lambda: clean_dataframe(df.withColumn("text", F.array("text"))),
        lambda: learn_sites(df.drop("url")),
        lambda: clean_dataframe(df.withColumnRenamed("date", "Title")),
        lambda: clean_dataframe(df, site_memory=memory),  # type: ignore[arg-type]
        lambda: learn_sites(df, kind="pdf"),  # type: ignore[arg-type]
        lambda: clean_dataframe(df, host="url"),
    ]
    return [_error(call) for call in calls]


def _error(call: Callable[[], object]) -> str:
    try:
        call()
    except (TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"
    return "no error"


ANSWERS: list[Answer] = [rows, schema, names, binary, kinds, missing, no_rows, learned, learned_by_host, cased, refused]


def main(pages: str, memory: str) -> None:
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    spark = builder.config("spark.sql.shuffle.partitions", "4").getOrCreate()
    df = spark.read.json(pages).repartition(3)
    for answer in ANSWERS:
        print(json.dumps([answer.__name__, answer(df, memory)]))
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
