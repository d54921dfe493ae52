"""`newsclean lab reliability`: how often the text is right where `Page.confidence` says it is, and a plot of it."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console

from newsclean.cli_arguments import new_file
from newsclean.lab.calibrate import RIGHT, ranking, reliability
from newsclean.lab.corpora import add_corpora, corpora_folder
from newsclean.lab.report import Table, shown
from newsclean.lab.train_confidence import gather

Rows = list[tuple[float, float, int]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `newsclean lab reliability`."""
    parser.add_argument("mode", choices=("text", "markdown", "html"))
    add_corpora(parser)
    parser.add_argument("--plot", type=new_file, help="write a plot, SVG or PNG by the name's ending")


def run(arguments: argparse.Namespace) -> int:
    """Measure on pages of sites not learned from, print the table, draw the plot."""
    said, right = measured(arguments.mode, corpora_folder(arguments.corpora))
    rows = reliability(said, right)
    lines = tuple((shown(mean, 2), shown(share, 2), str(pages)) for mean, share, pages in rows)
    error = sum(abs(mean - share) * pages for mean, share, pages in rows) / len(said)
    title = f"{arguments.mode}: text of F1 {RIGHT} or more; mean gap {error:.3f} over {len(said):,} pages"
    title += f"; of two pages the right one is surer in {ranking(said, right):.3f} of all pairs"
    Table(("confidence", "right", "pages"), lines, title).show(Console())
    if arguments.plot:
        draw(rows, title, arguments.plot)
    return 0


def measured(mode: str, folder: Path) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Confidence of each text, and 1 where it is right: of what `clean` gives, by what was learned without its site."""
    rows = gather(mode, folder, Console(stderr=True))
    return np.array([row.said for row in rows]), np.array([row.right for row in rows], float)


def draw(rows: Rows, title: str, path: Path) -> None:
    """Confidence against the share of pages that are right; the area of a dot is its number of pages."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    mpl.rcParams["svg.hashsalt"] = "newsclean"  # the same figures give the same file
    figure = Figure(figsize=(5, 5), layout="constrained")
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="0.7", linewidth=1)
    axes.scatter([row[0] for row in rows], [row[1] for row in rows], s=[max(row[2] / 8, 6) for row in rows])
    axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="Page.confidence", ylabel="share of pages that are right")
    axes.set_title(title.replace("; of two", "\nof two"), fontsize=8)
    figure.savefig(path, metadata={"Date": None} if path.suffix == ".svg" else None)
