"""Thin doors into other people's engines: Spark, datatrove, Scrapy. Each needs the extra of its name."""
