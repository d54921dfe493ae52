"""The commands that live in modules of their own, which are imported only when they are called."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import NamedTuple


class Command(NamedTuple):
    """A module with `add_arguments(parser)` and `run(arguments)`, or with a `main` that reads `sys.argv`."""

    module: str
    extra: str
    help: str
    needs: tuple[str, ...] = ()


COMMANDS = {
    "archive": Command("newsclean.archive.command", "archive", "Clean shards of crawled pages."),
    "learn": Command("newsclean.site_command", "archive", "Learn what sites print on all their pages."),
}
LAB = {
    "train": Command("newsclean.lab.train_command", "lab", "Train a scorer on the corpora, and one a fold."),
    "evaluate": Command("newsclean.lab.evaluate_command", "lab", "Tables of all corpora and input kinds, worst pages."),
    "compare": Command("newsclean.lab.compare", "lab", "newsclean beside its rivals on the same pages."),
    "site": Command("newsclean.lab.site_report", "lab", "What a memory of a site's other pages brings."),
    "gate": Command("newsclean.lab.gate", "lab", "Hold the quality of today against the floors; raise them."),
    "reliability": Command("newsclean.lab.reliability", "lab", "Is a confidence of .8 right in eight of ten pages?"),
    "hollow": Command("newsclean.lab.hollow", "lab", "What is left of pages that lost their article."),
    "metadata": Command("newsclean.lab.titles_and_dates", "lab", "Titles, dates and authors beside trafilatura's."),
    "sweep": Command("newsclean.lab.sweep", "lab", "Cut and damage every page; none may raise anything."),
    "lexicon": Command("newsclean.lab.lexicon", "lab", "Count what the lexicons' phrases meet in the corpora."),
    "fixture": Command("newsclean.lab.fixtures", "lab", "Make, show and accept the pages of the tests."),
    "evidence": Command("newsclean.lab.evidence_page", "lab", "Write docs/evidence.md anew from the docstrings."),
    "archive-bench": Command(
        "newsclean.lab.archive_bench", "archive", "Speed and memory of the command archive.", ("fastwarc", "pyarrow")
    ),
    "spark-bench": Command(
        "newsclean.lab.spark_bench", "spark", "Spark beside the command archive.", ("pyspark", "pyarrow")
    ),
}


def run_command(commands: dict[str, Command], program: str, arguments: Sequence[str]) -> int:
    """Run the command that the first argument names; gives the exit status."""
    parser = argparse.ArgumentParser(
        prog=program,
        description="commands: each has a --help of its own\n\n" + _listed(commands),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=commands, metavar="COMMAND", help="one of those above")
    name = parser.parse_args(arguments[:1]).command
    command = commands[name]
    try:
        for package in command.needs:
            importlib.import_module(package)
        module = importlib.import_module(command.module)
        return _run(module, f"{program} {name}", command, list(arguments[1:]))
    except ModuleNotFoundError as error:
        if not error.name or error.name.partition(".")[0] == "newsclean":
            raise
        print(
            f"{program} {name}: the package {error.name} is missing; "
            f"it comes with the extra {command.extra}: pip install 'newsclean[{command.extra}]'",
            file=sys.stderr,
        )
        return 2
    except BrokenPipeError:
        raise
    except OSError as error:  # a corpus that is not there, a report that cannot be written
        print(f"{program} {name}: {_reason(error)}", file=sys.stderr)
        return 2


def _reason(error: OSError) -> str:
    """What went wrong with which file; of an error that was given words of its own, these."""
    said = error.strerror or str(error)
    return said if error.filename is None else f"{error.filename}: {said}"


def _run(module: ModuleType, program: str, command: Command, arguments: list[str]) -> int:
    if hasattr(module, "add_arguments"):
        parser = argparse.ArgumentParser(prog=program, description=command.help)
        module.add_arguments(parser)
        run: Callable[[argparse.Namespace], int] = module.run
        return run(parser.parse_args(arguments))
    before, sys.argv = sys.argv, [program, *arguments]
    try:
        return int(module.main() or 0)
    finally:
        sys.argv = before


def _listed(commands: dict[str, Command]) -> str:
    wide = max(map(len, commands))
    return "\n".join(f"  {name:<{wide}}  {command.help}" for name, command in commands.items())
