"""`newsclean lab train`: one command learns a mode's scorer, thresholds and all that stands on it, also by folds."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console

from newsclean.lab.corpora import FOLDS, FULL, NEWS, TRAINED, add_corpora, corpora_folder
from newsclean.lab.modes import DEFAULT, ROLE_KINDS, SEEN_AS, SET, SURE, reader_of
from newsclean.lab.rows import RECIPES, rows_of
from newsclean.lab.train_scorer import train_scorer
from newsclean.lab.weights import fold_weights, save_weights, weights_without, whole_weights
from newsclean.scoring.naming import NAMERS
from newsclean.scoring.site_look import SITE_LOOKS

STEPS = (
    "code", "breaks", "scorer", "networks", "calibrate", "presence", "threads", "roles", "opinion", "confidence",
    "site",
)  # fmt: skip
"""In this order: confidence is of what all others decide, and the site's look adds to what the second opinion left."""

ALONE = {"code": "text", "breaks": "text", "opinion": "html"}
"""Steps that are one mode's alone."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `newsclean lab train`."""
    parser.add_argument("mode", choices=tuple(DEFAULT), help="which scorer to train")
    parser.add_argument(
        "--steps", default=",".join(STEPS), help=f"comma between, of {', '.join(STEPS)}; all by default"
    )
    add_corpora(parser)
    parser.add_argument(
        "--recipes",
        help=f"comma between, of {', '.join(RECIPES)}; by default as shipped: plain and pseudo for text and run_on, "
        "plain and redrawn for Markdown and for HTML of few labels (thin), plain for HTML. The scorer is the mean of "
        "what they give. plain learns from the golds; redrawn does so from others of each page's renderings; pseudo "
        "also from what the scorer of HTML keeps of pages without a full gold, of pages cut short or with other pages' "
        "boxes in them, and of some as if no word was known",
    )
    parser.add_argument("--quick", action="store_true", help="weights of the folds only, with second looks less strict")


def run(arguments: argparse.Namespace) -> int:
    """Train, and write the weights files into the package."""
    console = Console(stderr=True)
    mode, folder = arguments.mode, corpora_folder(arguments.corpora)
    names = arguments.recipes.split(",") if arguments.recipes else DEFAULT[mode]
    if unknown := set(names) - RECIPES.keys():
        console.print(f"no such recipe: {', '.join(sorted(unknown))}; there are {', '.join(RECIPES)}")
        return 2
    recipes = [RECIPES[name] for name in names]
    if unfit := set(names) - set(DEFAULT[mode]):
        console.print(f"no recipe of {mode}: {', '.join(sorted(unfit))}; there are {', '.join(DEFAULT[mode])}")
        return 2
    steps: dict[str, Callable[[], None]] = {
        "code": partial(train_code, folder, console),
        "breaks": partial(train_breaks, folder, console),
        "scorer": partial(train_scorer, mode, folder, console, arguments.quick, recipes),
        "networks": partial(train_networks, mode, folder, console, arguments.quick),
        "calibrate": partial(calibrate, mode, folder, console),
        "presence": partial(train_presence, mode, folder, console),
        "threads": partial(train_threads, mode, folder, console),
        "roles": partial(train_roles, mode, folder, console, arguments.quick),
        "opinion": partial(train_opinion, mode, folder, console, arguments.quick),
        "confidence": partial(train_confidence, mode, folder, console),
        "site": partial(train_site, mode, folder, console, arguments.quick),
    }
    wanted = arguments.steps.split(",")
    if wrong := [step for step in wanted if step not in steps]:
        console.print(f"no such step: {', '.join(map(repr, wrong))}; there are {', '.join(STEPS)}")
        return 2
    for step in wanted:
        if mode == ALONE.get(step, mode):
            steps[step]()
        else:
            console.print(f"{step}: trained with {ALONE[step]}, nothing to do for {mode}")
    return 0


def train_code(folder: Path, console: Console) -> None:
    """What tells code from prose, of all pages: no gold is looked at; only text may have scripts in it."""
    from newsclean.lab.train_code import fit_code, gather, report

    pages = gather(folder)
    console.print(f"{len(pages):,} pages with scripts or styles")
    for fold in range(FOLDS):
        report(pages, fold, console)
    save_weights(whole_weights("code"), fit_code(pages, None).plain())


def train_breaks(folder: Path, console: Console) -> None:
    """Line breaks, for each fold and for all pages; only text may have lost them."""
    from newsclean.lab.train_breaks import fit_breaks, found_breaks, gather

    pages = gather(folder)
    for fold in (*range(FOLDS), None):
        breaks = fit_breaks(pages, fold, console)
        save_weights(weights_without("breaks", fold), breaks.plain())
        if fold is not None:
            right, found = found_breaks([page for page in pages if page.fold == fold], breaks)
            console.print(f"of that fold's breaks {found:.3f} are found, of what is found {right:.3f} are breaks")


def train_networks(mode: str, folder: Path, console: Console, quick: bool) -> None:
    """The networks, for each fold and for all pages, by the evidence and the words that the mode's trees know."""
    from newsclean.lab.train_network import DRAW, KINDS, train

    if mode == "thin":  # it learned from pages of few labels as well
        _update(mode, lambda fold: {"networks": _weights("html", fold).get("networks", [])})
    if mode not in KINDS:
        return
    rows = rows_of(KINDS[mode], mode, folder, reader_of(mode), TRAINED)
    for fold in (*range(FOLDS), *(() if quick else (None,))):
        made = train(rows, mode, fold, console, DRAW[mode])
        save_weights(weights_without(mode, fold), _weights(mode, fold) | {"networks": [made]})


def calibrate(mode: str, folder: Path, console: Console) -> None:
    """Thresholds and first confidence, from pages scored by scorers that have not seen their site."""
    from newsclean.lab.calibrate import RIGHT, Judged, fit_logistic, fit_thresholds, judged_pages, page_traits

    news = judged_pages(mode, folder, console, NEWS)
    pages = news + judged_pages(mode, folder, console, [corpus for corpus in FULL if corpus not in NEWS])
    thresholds = fit_thresholds(news)
    thresholds["balanced"] = SET.get(mode, thresholds["balanced"])
    console.print(f"thresholds of dirty and clean pages: {thresholds}")
    found = {"threshold": thresholds, "sure": SURE.get(mode, thresholds["balanced"])}
    _update(mode, lambda fold: found)

    dirty, clean = thresholds["balanced"]

    def threshold(page: Judged) -> float:
        return dirty + (clean - dirty) * page.cleanness

    right = np.array([page.counts(threshold(page)).f1 >= RIGHT for page in pages], float)
    fitted = fit_logistic(np.array([page_traits(page, threshold(page)) for page in pages]), right)
    _update(mode, lambda fold: {"confidence": fitted})


def train_confidence(mode: str, folder: Path, console: Console) -> None:
    """Confidence, for each fold and for all pages, from what is decided about pages by what has not seen their site."""
    from newsclean.lab.train_confidence import fit_confidence, gather

    rows = gather(mode, folder, console)
    console.print(f"{len(rows):,} texts decided, {sum(row.right for row in rows):,} of them right")
    _update(mode, lambda fold: {"text_confidence": fit_confidence(rows, fold)})


def _update(mode: str, made: Callable[[int | None], dict[str, Any]]) -> None:
    """Write what is made for each fold left out, and for none, into the weights files that are there."""
    for fold in (*range(FOLDS), None):
        path = weights_without(mode, fold)
        if path.exists():
            save_weights(path, _weights(mode, fold) | made(fold))
    from newsclean.lab.evaluate import fold_scorer

    fold_scorer.cache_clear()


def _weights(mode: str, fold: int | None) -> dict[str, Any]:
    """A weights file that is there."""
    found: dict[str, Any] = json.loads(weights_without(mode, fold).read_text(encoding="utf-8"))
    return found


def train_presence(mode: str, folder: Path, console: Console) -> None:
    """What tells an article from words on other stories, for each fold and for all pages; none of pages on one line."""
    from newsclean.lab.train_presence import KINDS, fit_presence, gather

    if mode == "thin":  # the traits are of chances and headings, not of labels
        _update(mode, lambda fold: {"presence": _weights("html", fold).get("presence", {})})
    if mode not in KINDS:
        return
    rows = gather(mode, folder)
    console.print(f"{len(rows):,} pages, {sum(row.article for row in rows):,} of them with an article")
    _update(mode, lambda fold: {"presence": fit_presence(rows, fold)})


def train_threads(mode: str, folder: Path, console: Console) -> None:
    """What comments without a label look like, for each fold and for all pages; only text and Markdown come so."""
    from newsclean.lab.train_threads import OUTPUT, fit_threads, gather

    if mode not in OUTPUT:
        return
    rows = gather(mode, folder)
    console.print(f"{len(rows):,} pages, {sum(row.comment.any() for row in rows):,} of them with comments")
    _update(mode, lambda fold: {"threads": fit_threads(rows, fold)})


def train_roles(mode: str, folder: Path, console: Console, quick: bool) -> None:
    """The namer, for each fold (to be judged by) and for all pages; the blocks of run-on text are named as text's."""
    if mode in NAMERS or mode in SEEN_AS:
        return
    from newsclean.lab.evaluate import fold_scorer
    from newsclean.lab.train_roles import gather, load, report, role_scores, train_namers
    from newsclean.scoring.naming import Namer

    pages = gather(ROLE_KINDS[mode], mode, folder, reader_of(mode))
    columns = fold_scorer(mode, 0).second.names
    console.print(f"{sum(len(page.role) for page in pages):,} blocks with a silver role")
    paths = [fold_weights(mode, fold, "roles") for fold in range(1 if quick else FOLDS)]
    train_namers(pages, columns, paths, None if quick else whole_weights(mode, "roles"))
    namers = [Namer(load(path)) for path in paths]
    report(role_scores(lambda fold: namers[fold], [page for page in pages if page.fold < len(namers)]), console)


def train_site(mode: str, folder: Path, console: Console, quick: bool) -> None:
    """The site's look, for each fold and for all pages; Markdown and run-on text are asked what text is."""
    from newsclean.lab.train_site import fit_site, gather

    if mode in SITE_LOOKS or mode in SEEN_AS:
        return
    rows = gather(mode, folder)
    for fold in range(FOLDS):
        save_weights(fold_weights(mode, fold, "site"), fit_site(rows, fold, console))
    if not quick:
        save_weights(whole_weights(mode, "site"), fit_site(rows, None, console))


def train_opinion(mode: str, folder: Path, console: Console, quick: bool) -> None:
    """The second opinion, for each fold and for all pages; text is judged without one."""
    from newsclean.lab.train_opinion import fit_opinion, gather

    rows = gather(folder)
    for fold in range(FOLDS):
        save_weights(fold_weights(mode, fold, "opinion"), fit_opinion(rows, fold, console))
    if not quick:
        save_weights(whole_weights(mode, "opinion"), fit_opinion(rows, None, console))
