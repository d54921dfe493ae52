"""Evaluation: every page cleaned by the scorer that has not seen its site, in every input kind, and measured."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from copy import copy
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, cycle
from pathlib import Path

from newsclean.evidence.lexicons import lexicon
from newsclean.extraction import Extraction, extract
from newsclean.lab.corpora import FOLDS, Record, fold_of, read_corpus
from newsclean.lab.kinds import HTML, handed_in, seen
from newsclean.lab.measure import Counts, Found, Gold, snippets
from newsclean.lab.renderings import renderings_of
from newsclean.lab.train_breaks import fold_breaks
from newsclean.lab.weights import fold_weights
from newsclean.models import Models
from newsclean.page import KEPT, Role
from newsclean.reading.kind import find_kind
from newsclean.reading.read import read
from newsclean.scoring.naming import NAMERS, Namer
from newsclean.scoring.scorer import Scorer
from newsclean.scoring.site_look import SITE_LOOKS
from newsclean.scoring.trees import Trees
from newsclean.site.host import HostMemory

UNCASED = frozenset({"zh", "ja", "ko", "ar", "hi", "ru"})
"""Languages of other scripts, reported apart."""
GROUPS: dict[str, tuple[str, ...]] = {
    "fundus": ("fundus",),
    "news_websites": ("news_websites",),
    "crf + clean_portal": ("crf_article_extractor", "clean_portal_eval"),
    "wcxb": ("wcxb_articles",),
}
"""Corpora that are reported together."""
MODES = ("text", "markdown", "run_on", "html", "thin")
"""What there are scorers for."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One page in one kind: counts of the input as it came and of the text, CPU seconds, and whether a second cleaning
    changed nothing."""

    corpus: str
    id: str
    lang: str
    kind: str
    before: Counts | None
    after: Counts | None
    found: Found
    seconds: float
    stable: bool
    text: str


@cache
def fold_scorer(mode: str, fold: int) -> Scorer:
    """The scorer learned without a fold.

    Raises:
        FileNotFoundError: the weights of the folds are not there; `newsclean lab train` makes them.
    """
    path = fold_weights(mode, fold)
    if not path.exists():
        raise FileNotFoundError(f"{path.name} is not there: run `newsclean lab train {mode}` first")
    return Scorer(json.loads(path.read_text(encoding="utf-8")))


@cache
def fold_site_trees(mode: str, fold: int) -> Trees:
    """The site's look of a mode learned without a fold.

    Raises:
        FileNotFoundError: it is not there; `newsclean lab train` makes it.
    """
    path = fold_weights(SITE_LOOKS.get(mode, mode), fold, "site")
    return Trees(json.loads(path.read_text(encoding="utf-8")))


@cache
def fold_opinion_trees(fold: int) -> Trees:
    """The second opinion on HTML learned without a fold.

    Raises:
        FileNotFoundError: it is not there; `newsclean lab train html` makes it.
    """
    return Trees(json.loads(fold_weights("html", fold, "opinion").read_text(encoding="utf-8")))


@cache
def fold_namer(mode: str, fold: int) -> Namer:
    """The namer of a mode's blocks learned without a fold.

    Raises:
        FileNotFoundError: it is not there; `newsclean lab train` makes it.
    """
    path = fold_weights(NAMERS.get(mode, mode), fold, "roles")
    return Namer(json.loads(path.read_text(encoding="utf-8")))


def fold_extraction(
    source: str,
    fold: int,
    kind: str = "auto",
    prefer: str = "balanced",
    site: HostMemory | None = None,
    unaware: tuple[str, ...] = (),
    keep: frozenset[Role] = KEPT,
) -> Extraction:
    """What `clean` decides, by the scorer, the site's look and the second opinion learned without a fold.

    unaware: trees that scorers shall not have ("presence"), since they are to be learned.
    """
    kind = find_kind(source) if kind == "auto" else kind
    doc = read(source, kind, fold_breaks(fold))
    return extract(doc, fold_models(fold, unaware), prefer, keep, site)


def fold_models(fold: int, unaware: tuple[str, ...] = ()) -> Models:
    """All models as they were learned without a fold; unaware: trees that scorers shall not have."""
    return Models(
        scorer=partial(_scorer_without, fold=fold, parts=unaware),
        namer=partial(fold_namer, fold=fold),
        site_look=partial(fold_site_trees, fold=fold),
        opinion=partial(fold_opinion_trees, fold),
    )


@cache
def _scorer_without(mode: str, fold: int, parts: tuple[str, ...]) -> Scorer:
    """The scorer learned without a fold, and without some of its trees."""
    scorer = copy(fold_scorer(mode, fold))
    for part in parts:
        setattr(scorer, part, None)
    return scorer


def fold_clean(
    source: str,
    fold: int,
    kind: str = "auto",
    prefer: str = "balanced",
    site: HostMemory | None = None,
    keep: frozenset[Role] = KEPT,
) -> str:
    """`clean`, by what was learned without a fold."""
    return fold_extraction(source, fold, kind, prefer, site, keep=keep).text


Job = tuple[Record, Sequence[tuple[str, str]]]
"""A page of a corpus, without its HTML, and what is cleaned of it: (kind, source)."""


def judge(
    job: Job,
    prefer: str = "balanced",
    as_it_comes: bool = True,
    keep: frozenset[Role] = KEPT,
) -> list[Outcome]:
    """Clean one page in each of its kinds, and again what is left of it, and measure it.

    as_it_comes: whether the input is measured as well.
    """
    page, sources = job
    gold = Gold.of(page) if page["gold"] == "full" else None
    stays = cache(partial(_stays, fold_of(page), prefer, keep))  # of several kinds the same is left
    outcomes = []
    for kind, source in sources:
        start = time.process_time()
        text = fold_clean(source, fold_of(page), handed_in(kind), prefer, keep=keep)
        seconds = time.process_time() - start
        outcome = Outcome(
            corpus=page["source"],
            id=page["id"],
            lang=page.get("lang") or "",
            kind=kind,
            before=gold.counts(seen(source, kind)) if gold and as_it_comes and kind not in HTML else None,
            after=gold.counts(seen(text, kind)) if gold else None,
            found=snippets(page, text),
            seconds=seconds,
            stable=stays("text" if kind in HTML else find_kind(source), text),
            text=text,
        )
        outcomes.append(outcome)
    return outcomes


def _stays(fold: int, prefer: str, keep: frozenset[Role], kind: str, text: str) -> bool:
    """Whether a second cleaning changes nothing."""
    return fold_clean(text, fold, kind, prefer, keep=keep).split() == text.split()


def all_of(corpus: str, pages: Sequence[Record]) -> Sequence[Record]:
    """All pages of a corpus, where no others are chosen."""
    return pages


def read_models() -> None:
    """Reads the models of all folds, which processes that are forked off then share; else each reads them anew."""
    lexicon()
    for fold in range(FOLDS):
        for mode in MODES:
            _scorer_without(mode, fold, ())
        for mode in {NAMERS.get(mode, mode) for mode in MODES} - {"thin"}:  # whose blocks html's names
            fold_namer(mode, fold)
        fold_opinion_trees(fold)


def evaluate(
    corpora: Iterable[str],
    turns: Sequence[Sequence[str]],
    folder: Path,
    workers: int = 2,
    prefer: str = "balanced",
    chosen: Callable[[str, Sequence[Record]], Sequence[Record]] = all_of,
    as_it_comes: bool = True,
    keep: frozenset[Role] = KEPT,
) -> Iterator[tuple[str, int, Iterator[Outcome]]]:
    """For each corpus: its name, the number of outcomes to come, and the outcomes of its chosen pages.

    turns: kinds that the pages are cleaned in, page after page the next ones; of a single turn all pages in all kinds.
    """
    work = partial(judge, prefer=prefer, as_it_comes=as_it_comes, keep=keep)
    if workers > 1:
        read_models()
    for corpus in corpora:
        pages = chosen(corpus, list(read_corpus(corpus, folder)))
        jobs = list(_jobs(corpus, list(zip(pages, cycle(turns), strict=False))))
        total = sum(len(sources) for _, sources in jobs)
        if workers == 1:
            yield corpus, total, chain.from_iterable(map(work, jobs))
            continue
        with ProcessPoolExecutor(workers) as pool:
            yield corpus, total, chain.from_iterable(pool.map(work, jobs))


def _jobs(corpus: str, wanted: Sequence[tuple[Record, Sequence[str]]]) -> Iterator[Job]:
    texts = renderings_of(corpus, [(page, [kind for kind in kinds if kind != "html"]) for page, kinds in wanted])
    for page, kinds in wanted:
        small = {key: value for key, value in page.items() if key != "html"}
        yield small, [(kind, page["html"] if kind == "html" else texts[page["id"]][kind]) for kind in kinds]
