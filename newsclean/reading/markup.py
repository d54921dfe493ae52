"""What only HTML knows about its blocks, and what the page's head says of the article."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """What the page's head and its JSON-LD say of the article; "" where they say nothing."""

    title: str = ""
    headline: str = ""
    description: str = ""
    article_body: str = ""
    author: str = ""
    published: str = ""
    types: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True, eq=False)
class Markup:
    """Placeholder until the HTML reader lands."""

    head: Head
