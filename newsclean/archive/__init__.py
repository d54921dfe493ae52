"""Shards in, shards out: the command `newsclean archive` and what it is made of (extra `archive`)."""
