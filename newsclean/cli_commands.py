"""The commands that live in modules of their own, which are imported only when they are called."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import NamedTuple

from newsclean.extras import install
from newsclean.os_errors import in_words
from newsclean.terminal import say


class Command(NamedTuple):
    """A module with `add_arguments(parser)` and `run(arguments)`, which gives the exit status.

    needs: packages that it imports late. statuses: its exit statuses as --help tells them, where they are not those of
    all. unable: the one where it cannot run.
    """

    module: str
    extra: str
    help: str
    needs: tuple[str, ...] = ()
    statuses: str = ""
    unable: int = 2


COMMANDS = {
    "archive": Command(
        "newsclean.archive.command",
        "archive",
        "Clean shards of crawled pages.",
        statuses="""\
exit status:
  0    all shards done, nothing lost
  1    stopped: wrong use, a missing package, no room on the disk, a failing page with --on-error fail
  2    all shards done, some of them damaged: the losses are listed; or a command line that cannot be read
  3    a shard was set aside
  130  Ctrl-C
""",
        unable=1,
    ),
    "learn": Command(
        "newsclean.site.command",
        "archive",
        "Learn what sites print on all their pages.",
        statuses="""\
exit status:
  0    all was learned; pages without an address are counted and no fault
  1    no memory is written: nothing to learn from, no page with a host, --out that cannot be written, --add-to that is
       no memory, a missing package
  2    the memory is written, of what was sound: the losses are listed; or a command line that cannot be read
  130  Ctrl-C
""",
        unable=1,
    ),
}
CANNOT = "2 where a file, a corpus or a package is missing or the command line is wrong"


def _statuses(one: str) -> str:
    return f"exit status: 0; 1 where {one};\n{CANNOT}"


LAB = {
    "train": Command("newsclean.lab.train_command", "lab", "Train a scorer on the corpora, and one a fold."),
    "evaluate": Command("newsclean.lab.evaluate_command", "lab", "Tables of all corpora and input kinds, worst pages."),
    "compare": Command("newsclean.lab.compare", "lab", "newsclean beside its rivals on the same pages."),
    "site": Command("newsclean.lab.site_report", "lab", "What a memory of a site's other pages brings."),
    "gate": Command(
        "newsclean.lab.gate",
        "lab",
        "Hold the quality of today against the floors; raise them.",
        statuses=_statuses("something fell below its floor"),
    ),
    "reliability": Command("newsclean.lab.reliability", "lab", "Is a confidence of .8 right in eight of ten pages?"),
    "hollow": Command("newsclean.lab.hollow", "lab", "What is left of pages that lost their article."),
    "fronts": Command("newsclean.lab.fronts", "lab", "What is left of written pages that list stories."),
    "genres": Command("newsclean.lab.genres", "lab", "Written pages of many genres, line by line."),
    "strays": Command("newsclean.lab.strays", "lab", "What stays of lines put into clean articles."),
    "opinion": Command("newsclean.lab.opinion_curve", "lab", "What trafilatura's say brings, by when it is asked."),
    "metadata": Command("newsclean.lab.titles_and_dates", "lab", "Titles, dates and authors beside trafilatura's."),
    "sweep": Command(
        "newsclean.lab.sweep",
        "lab",
        "Cut and damage every page; none may raise anything.",
        statuses=_statuses("something was raised"),
    ),
    "lexicon": Command("newsclean.lab.lexicon", "lab", "Count what the lexicons' phrases meet in the corpora."),
    "letters": Command("newsclean.lab.letters", "lab", "Count letters, by which encodings are detected, anew."),
    "fixture": Command(
        "newsclean.lab.fixture_command",
        "lab",
        "Make, show, accept, count the tests' pages.",
        statuses=_statuses("the case that is shown has faults"),
    ),
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
        epilog=f"exit status, where a command's help says nothing else:\n0; {CANNOT}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=commands, metavar="COMMAND", help="one of those above")
    name = parser.parse_args(arguments[:1]).command
    command = commands[name]
    try:
        for package in command.needs if not {"-h", "--help"} & {*arguments} else ():
            importlib.import_module(package)
        module = importlib.import_module(command.module)
        return _run(module, f"{program} {name}", command, list(arguments[1:]))
    except ModuleNotFoundError as error:
        if not error.name or error.name.partition(".")[0] == "newsclean":
            raise
        package = error.name.partition(".")[0]
        say(f"{program} {name}: {package} is missing: {install(command.extra)}")
        return command.unable
    except BrokenPipeError:
        raise
    except OSError as error:  # a corpus that is not there, a report that cannot be written
        say(f"{program} {name}: {in_words(error)}")
        return command.unable


def _run(module: ModuleType, program: str, command: Command, arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog=program,
        description=command.help,
        epilog=command.statuses,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    module.add_arguments(parser)
    run: Callable[[argparse.Namespace], int] = module.run
    return run(parser.parse_args(arguments))


def _listed(commands: dict[str, Command]) -> str:
    wide = max(map(len, commands))
    return "\n".join(f"  {name:<{wide}}  {command.help}" for name, command in commands.items())
