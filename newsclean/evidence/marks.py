"""Marks: what Markdown's own marks say of a block, and of the section and the list that it stands in."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsclean.evidence.place import back_to
from newsclean.evidence.view import Column, View, shared
from newsclean.reading.document import MARKS as NAMES

MOST = 3
AROUND = 5
"""Blocks on either side that stand around one."""


def _mark(view: View, name: str) -> Column:
    """A column of the marks; nothing of the sort where the source is no Markdown."""
    marks = view.doc.marks
    column = np.zeros(view.n, np.int32) if marks is None else marks[:, NAMES.index(name)]
    return column.astype(np.float32)


def link_count(view: View) -> Column:
    """Links in the block, in logarithm."""
    return np.log1p(_mark(view, "link_count"))


def image_share(view: View) -> Column:
    """Characters that describe the block's images, over its own."""
    return view.share(_mark(view, "alt"))


def image_above(view: View) -> Column:
    """Images in the block and right above it, three at most."""
    return np.minimum(_mark(view, "images") + _mark(view, "image_above"), MOST)


def thumb_above(view: View) -> Column:
    """Images that a link begins with, in the block and right above it, three at most."""
    return np.minimum(_mark(view, "thumbs"), MOST)


def since_image(view: View) -> Column:
    """Blocks since the last image, in logarithm; 9 where there is none."""
    return back_to(image_above(view) > 0)


def strong_share(view: View) -> Column:
    """Share of the block's characters in bold."""
    return view.share(_mark(view, "strong"))


def emphasis_share(view: View) -> Column:
    """Share of the block's characters in italics."""
    return view.share(_mark(view, "emphasis"))


def quoted(view: View) -> Column:
    """How deep the block is quoted."""
    return np.minimum(_mark(view, "quoted"), MOST)


def cells(view: View) -> Column:
    """Borders of a table's cells, in logarithm."""
    return np.log1p(_mark(view, "cells"))


def heading_level(view: View) -> Column:
    """The block's heading level, 0 for none."""
    return view.doc.heading.astype(np.float32)


def since_heading(view: View) -> Column:
    """Blocks since the last heading, in logarithm; 9 before the first."""
    return back_to(view.doc.heading > 0)


def since_title(view: View) -> Column:
    """Blocks since the last first-level heading, in logarithm; 9 before the first."""
    return back_to(view.doc.heading == 1)


def section_level(view: View) -> Column:
    """The level of the heading that the block stands under, 0 before the first."""
    at = np.maximum.accumulate(np.where(view.doc.heading > 0, view.at, -1)) if view.n else view.at
    return np.where(at < 0, 0, view.doc.heading[np.maximum(at, 0)]).astype(np.float32)


def section_links(view: View) -> Column:
    """Share of the characters in links of the block's section, from one heading to the next."""
    return _share_of(view, _sections(view), view.doc.links)


def section_words(view: View) -> Column:
    """Words of good text in the block's section, in logarithm."""
    section = _sections(view)
    return np.log1p(np.bincount(section, view.good_words)).astype(np.float32)[section] if view.n else view.words


def list_items(view: View) -> Column:
    """Items in a row that the block is one of, in logarithm."""
    run = _runs(view)
    return np.log1p(np.bincount(run, view.doc.item).astype(np.float32))[run] if view.n else view.words


def list_links(view: View) -> Column:
    """Share of the characters in links of the items, or of the other blocks, in a row that the block stands in."""
    return _share_of(view, _runs(view), view.doc.links)


def links_around(view: View) -> Column:
    """Share of the characters in links among the blocks around."""
    linked, all_of_them = (view.around(column, AROUND) for column in (view.doc.links, view.chars))
    return (linked / np.maximum(all_of_them, 1)).astype(np.float32)


def page_links(view: View) -> Column:
    """Share of the page's characters in links; the same for all blocks."""
    return np.full(view.n, float(view.doc.links.sum()) / max(float(view.chars.sum()), 1.0), np.float32)


def _share_of(view: View, group: NDArray[np.intp], part: NDArray[np.int32]) -> Column:
    """Share that a part has of the characters of the block's group."""
    if not view.n:
        return view.words
    share = np.bincount(group, part) / np.maximum(np.bincount(group, view.chars), 1)
    return share.astype(np.float32)[group]


@shared
def _sections(view: View) -> NDArray[np.intp]:
    """The number of the section, from a heading to the next, that each block stands in."""
    return np.cumsum(view.doc.heading > 0)


@shared
def _runs(view: View) -> NDArray[np.intp]:
    """The number of the run of items, or of other blocks, that each block stands in."""
    return np.cumsum(np.diff(view.doc.item, prepend=view.doc.item[:1]) != 0)


MARKS = (
    link_count, image_share, image_above, thumb_above, since_image, strong_share, emphasis_share, quoted, cells,
    heading_level, since_heading, since_title, section_level, section_links, section_words, list_items, list_links,
    links_around, page_links,
)  # fmt: skip
