"""Elements: what a block's element, those around it and their names say of it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from newsclean.evidence.labels import families
from newsclean.evidence.outline import outline
from newsclean.evidence.view import Column, View
from newsclean.reading.markup import Within

Evidence = Callable[[View], Column]


def _is_tag(*tags: str) -> Evidence:
    def is_tag(view: View) -> Column:
        return outline(view).own_tag(*tags)

    is_tag.__name__ = is_tag.__qualname__ = f"tag_{tags[0]}"
    is_tag.__doc__ = f"The block's element is one of: {', '.join(tags)}."
    return is_tag


def _parent_is(*tags: str) -> Evidence:
    def parent_is(view: View) -> Column:
        return outline(view).parent_tag(*tags)

    parent_is.__name__ = parent_is.__qualname__ = f"parent_{tags[0]}"
    parent_is.__doc__ = f"The parent of the block's element is one of: {', '.join(tags)}."
    return parent_is


def _inner_is(*tags: str) -> Evidence:
    def inner_is(view: View) -> Column:
        return outline(view).inner_tag(*tags)

    inner_is.__name__ = inner_is.__qualname__ = f"inner_{tags[0]}"
    inner_is.__doc__ = f"The innermost element at the block's first letter is one of: {', '.join(tags)}."
    return inner_is


WEIGHED = [flag for flag in Within if flag != Within.ANCHOR]
"""What the trees weigh: whether a link leads away is asked by a rule alone."""


def _within(flag: Within) -> Evidence:
    def within(view: View) -> Column:
        return ((outline(view).markup.within & flag.value) > 0).astype(np.float32)

    name = str(flag.name).lower()
    within.__name__ = within.__qualname__ = f"within_{name}"
    within.__doc__ = f"The block stands in an element that is {name.replace('_', ' ')}."
    return within


def _family(place: int, name: str) -> Evidence:
    def label(view: View) -> Column:
        levels: Column = outline(view).family_levels[place]
        return levels

    label.__name__ = label.__qualname__ = f"label_{name}"
    label.__doc__ = f"""How far up the nearest label of the family "{name}" stands; FAR for none in seven levels."""
    return label


ELEMENTS: tuple[Evidence, ...] = (
    _is_tag("p"), _is_tag("div"), _is_tag("li", "dt", "dd"), _is_tag("td", "th", "caption"), _is_tag("blockquote"),
    _is_tag("figcaption"), _is_tag("section", "article", "main"), _is_tag("body", "html", ""),
    _parent_is("p"), _parent_is("div"), _parent_is("li"), _parent_is("section"), _parent_is("article", "main"),
    _parent_is("blockquote", "q"), _parent_is("figure", "figcaption"), _parent_is("td"),
    _inner_is("a"), _inner_is("strong", "b"), _inner_is("em", "i"), _inner_is("span", "font", "small"),
    _inner_is("time"),
    *map(_within, WEIGHED), *(_family(place, name) for place, name in enumerate(families())),
)  # fmt: skip
