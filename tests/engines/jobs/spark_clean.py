"""A Spark driver: cleans the pages of a JSON Lines file into a folder of Parquet.

spark_clean.py MASTER PAGES OUT PARTITIONS [spark.setting=value …]
"""

from __future__ import annotations

import sys

from pyspark.sql import SparkSession

from newsclean.engines.spark import clean_dataframe


def main(master: str, pages: str, out: str, partitions: str, *settings: str) -> None:
    builder = SparkSession.builder.master(master).appName("clean").config("spark.sql.session.timeZone", "UTC")
    for setting in settings:
        builder = builder.config(*setting.split("=", 1))
    spark = builder.getOrCreate()
    df = spark.read.json(pages).repartition(int(partitions))
    clean_dataframe(df, column="text", kind="auto", stripped=True).write.parquet(out)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
