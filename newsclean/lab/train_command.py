"""`newsclean lab train`: one command learns the scorer of a mode, and one scorer a fold to be judged by."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console

from newsclean.lab.corpora import FOLDS, FULL, corpora_folder
from newsclean.lab.train import Training, rows_of, save_weights, text_kinds
from newsclean.reading.html import read_html
from newsclean.reading.read import read

WEIGHTS = Path(__file__).resolve().parents[1] / "data" / "weights"


def fold_weights(mode: str, fold: int) -> Path:
    """The weights that were learned without the pages of a fold."""
    return WEIGHTS / "folds" / f"{mode}.{fold}.json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `newsclean lab train`."""
    parser.add_argument("mode", choices=("text", "html"), help="which scorer to train")
    parser.add_argument("--corpora", type=Path, help="folder of the corpora")
    parser.add_argument("--quick", action="store_true", help="weights for the folds only, with second looks less strict")


def run(arguments: argparse.Namespace) -> int:
    """Train, and write the weights files into the package."""
    console = Console(stderr=True)
    mode, folder = arguments.mode, corpora_folder(arguments.corpora)
    kinds = text_kinds() if mode == "text" else ("html",)
    rows = rows_of(kinds, mode, folder, read_html if mode == "html" else read, FULL)
    console.print(f"{len(rows):,} pages in their kinds, {sum(row.words.n for row in rows):,} blocks")
    training = Training(rows, mode, console)
    for fold in range(FOLDS):
        save_weights(fold_weights(mode, fold), training.weights([fold], strict=not arguments.quick))
    if not arguments.quick:
        save_weights(WEIGHTS / f"{mode}.json", training.weights())
    return 0
