"""The quality gate: floors for each corpus and input kind, in F1, exact pages and speed. Floors only rise."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml import html as lxml_html
from rich.console import Console

from newsclean.cli_arguments import positive
from newsclean.lab.bars import track
from newsclean.lab.corpora import FULL, Record, add_corpora, corpora_folder, fold_of, read_corpus
from newsclean.lab.evaluate import GROUPS, Outcome, evaluate, fold_clean
from newsclean.lab.evaluate_command import figures_of
from newsclean.lab.kinds import EXTRACTED, WHOLE
from newsclean.lab.renderings import renderings

FLOORS = Path(__file__).resolve().parents[2] / "tests" / "gate" / "floors.json"
UNSTEADY = {"newspaper4k"}
"""Extractors whose output depends on which tokenisers an installation has."""
KINDS = (
    *WHOLE, *(kind for kind in EXTRACTED if kind not in UNSTEADY), "one_line", "bs4_line", "bs4_glued",
    "trafilatura_titled", "itertext", "markdownify", "html2text", "markdownify_unlinked",
    "html", "html_bare", "html_sanitized",
)  # fmt: skip
EVERY = {"news_websites": slice(0, None, 2), "wcxb_articles": slice(3, None, 6)}
"""Of a large corpus every so manieth page is enough."""
SLACK = {"f1": 0.003, "exact": 0.012, "stable": 0.01}
"""What another version of an extractor or of a parser may cost before it counts as a fall."""
ROUNDS = 7
"""Of the measure of speed, of which the quickest counts."""
SPEED_SLACK = 1.35
"""Times on a shared machine vary; ratios within one run vary less, and yet one version gave 2.57 to 3.22 in a week, and
another 2.95 to 3.99 within a day."""
LATER = 2
"""Times that speed is measured once more, minutes later: a machine is seldom that slow for so long."""

Figures = dict[str, dict[str, dict[str, float]]]


def measure_quality(folder: Path, workers: int, console: Console) -> Figures:
    """{group: {kind: {"f1", "exact", "stable"}}}, by the scorers that have not seen a page's site."""
    found: list[tuple[str, Outcome]] = []
    for corpus, total, outcomes in evaluate(FULL, KINDS, folder, workers, chosen=chosen):
        for outcome in track(outcomes, f"gate: {corpus}", total=total, console=console):
            found.append((corpus, outcome))
    figures: Figures = {}
    for group, members in GROUPS.items():
        for kind in KINDS:
            rows = figures_of([one for corpus, one in found if corpus in members and one.kind == kind])
            figures.setdefault(group, {})[kind] = {name: rows[name] for name in SLACK}
    return figures


def chosen(corpus: str, pages: Sequence[Record]) -> list[Record]:
    """The pages of a corpus that the gate looks at."""
    return list(pages)[EVERY.get(corpus, slice(None))]


def measure(folder: Path, workers: int, console: Console) -> tuple[Figures, dict[str, float]]:
    """Quality and speed. Speed is measured before and after quality; the quickest counts: others' work only slows."""
    before = measure_speed(folder)
    figures = measure_quality(folder, workers, console)
    all_of_them = [before, *(measure_speed(folder) for _ in range(LATER))]
    return figures, {kind: min(times[kind] for times in all_of_them) for kind in before}


def measure_speed(folder: Path, pages: int = 60) -> dict[str, float]:
    """CPU time of cleaning over that of bare parsing of the same pages' HTML, in one run on one core.

    The quickest of a few rounds counts: others work on the machine as well.
    """
    records = list(read_corpus("fundus", folder))[:pages]
    texts = renderings("fundus", folder, ("resiliparse",))
    for fold in range(4):
        fold_clean("warm up", fold, "text")
        fold_clean("<html><p>warm up</p></html>", fold, "html")
    rounds = [_times_parse(records, texts) for _ in range(ROUNDS)]
    return {kind: min(times[kind] for times in rounds) for kind in rounds[0]}


def _times_parse(records: Sequence[Record], texts: Mapping[str, Mapping[str, str]]) -> dict[str, float]:
    """The same, in one round."""
    parse, spent = 0.0, {"resiliparse": 0.0, "html": 0.0}
    for page in records:
        start = time.process_time()
        lxml_html.document_fromstring(page["html"].encode("utf-8", "replace"))
        parse += time.process_time() - start
        for kind, source in (("resiliparse", texts[page["id"]]["resiliparse"]), ("html", page["html"])):
            start = time.process_time()
            fold_clean(source, fold_of(page), "html" if kind == "html" else "text")
            spent[kind] += time.process_time() - start
    return {kind: round(seconds / parse, 3) for kind, seconds in spent.items()}


def falls(floors: dict[str, Any], figures: Figures, speed: dict[str, float]) -> Iterator[str]:
    """What fell below its floor, a sentence each."""
    for group, kinds in floors["quality"].items():
        for kind, rows in kinds.items():
            for name, floor in rows.items():
                now = figures.get(group, {}).get(kind, {}).get(name)
                if now is None:
                    yield f"{group}, {kind}: no {name} was measured"
                elif now < floor - SLACK[name]:
                    yield f"{group}, {kind}: {name} {now:.4f} is below its floor {floor:.4f}"
    for kind, ceiling in floors["times_parse"].items():
        if speed[kind] > ceiling * SPEED_SLACK:
            yield f"{kind}: {speed[kind]:.2f} times bare parsing, at most {ceiling:.2f} (times {SPEED_SLACK}) may be"


def raised(floors: dict[str, Any], figures: Figures, speed: dict[str, float]) -> dict[str, Any]:
    """The floors, each raised to what was measured where that is higher. None is lowered."""
    quality = {
        group: {
            kind: {
                name: max(value, floors["quality"].get(group, {}).get(kind, {}).get(name, 0.0))
                for name, value in rows.items()
            }
            for kind, rows in kinds.items()
        }
        for group, kinds in figures.items()
    }
    times = {kind: min(value, floors["times_parse"].get(kind, 1e9)) for kind, value in speed.items()}
    return {"quality": quality, "times_parse": times}


def read_floors(path: Path = FLOORS) -> dict[str, Any]:
    """The floors as they stand."""
    if not path.exists():
        return {"quality": {}, "times_parse": {}}
    floors: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return floors


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `newsclean lab gate`."""
    add_corpora(parser)
    parser.add_argument("--workers", type=positive, default=2, help="processes (default: %(default)s)")
    parser.add_argument("--raise", dest="up", action="store_true", help="raise the floors to what is measured")


def run(arguments: argparse.Namespace) -> int:
    """Measure, say what fell, raise the floors where asked. Exit status 1 where something fell."""
    console = Console(stderr=True)
    folder = corpora_folder(arguments.corpora)
    figures, speed = measure(folder, arguments.workers, console)
    console.print(", ".join(f"{kind} {times:.2f}" for kind, times in speed.items()) + " times bare parsing")
    floors = read_floors()
    fallen = list(falls(floors, figures, speed))
    for line in fallen:
        console.print(line)
    if arguments.up:
        FLOORS.write_text(json.dumps(raised(floors, figures, speed), indent=1) + "\n", encoding="utf-8")
    return 1 if fallen else 0
