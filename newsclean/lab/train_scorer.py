"""Training of the scorer: its two looks and its vocabulary, by one recipe or several."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from newsclean.lab.corpora import FOLDS, TRAINED
from newsclean.lab.modes import SEEN_AS, kinds_of, reader_of
from newsclean.lab.pseudo_labels import pseudo_articles
from newsclean.lab.rows import Recipe, Row, pseudo_labelled, rows_of
from newsclean.lab.train import Training, mean_weights
from newsclean.lab.weights import save_weights, weights_without


def train_scorer(mode: str, folder: Path, console: Console, quick: bool, recipes: Sequence[Recipe]) -> None:
    """The two looks and the vocabulary, for each fold and for all pages: the mean of what each of the recipes gives."""
    seen = SEEN_AS.get(mode, mode)
    rows = rows_of(kinds_of(mode, recipes), seen, folder, reader_of(mode), TRAINED)
    console.print(f"{len(rows):,} pages in their kinds, {sum(row.words.n for row in rows):,} blocks")
    told = None
    if mode == "thin":  # what its few labels are worth is told by the pages as they are
        told, rows = ([row for row in rows if (row.sample.kind == "html") is real] for real in (True, False))
    plain = {r: Training(r.chosen(rows), seen, console, r, told) for r in recipes if not r.pseudo}
    for fold in (*range(FOLDS), *(() if quick else (None,))):
        made = []
        for recipe in recipes:
            training = plain.get(recipe) or pseudo_training(rows, mode, folder, console, recipe, fold)
            made.append(training.weights([] if fold is None else [fold], strict=not quick))
        save_weights(weights_without(mode, fold), mean_weights(made))


def pseudo_training(
    rows: list[Row], mode: str, folder: Path, console: Console, recipe: Recipe, fold: int | None
) -> Training:
    """The training of a mode with pseudo-labels by the scorer of HTML, which must not have seen the fold either.

    What words are worth is counted from the golds alone, so that all recipes count it alike.
    """
    articles = pseudo_articles(TRAINED, folder, weights_without("html", fold))
    return Training(pseudo_labelled(recipe.chosen(rows), articles), mode, console, recipe, rows)
