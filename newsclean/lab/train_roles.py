"""Training the namer: silver roles from the HTML teach the names of plain-text blocks, folds by site."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.console import Console

from newsclean.evidence.view import View
from newsclean.lab.bars import track
from newsclean.lab.corpora import FULL, Record, read_corpus
from newsclean.lab.evaluate import fold_scorer
from newsclean.lab.fit import fit_trees
from newsclean.lab.rng import rng
from newsclean.lab.role_vocabulary import RoleCounts, WordRoles, role_log_odds, role_words
from newsclean.lab.silver import SilverPage, silver
from newsclean.lab.tables import Sample, samples, some
from newsclean.lab.weights import save_weights
from newsclean.page import Role
from newsclean.reading.document import Document
from newsclean.scoring.naming import NAMED, SUBHEADING_WORDS, Namer, likeliest
from newsclean.scoring.role_words import NAMES, TOLD, Keys, RoleWords, word_table
from newsclean.scoring.vocabulary import word_and_pair_keys

TREES = 400
DEPTH = 5
HEAVIEST = 4.0
"""What a block of a rare role weighs at most."""
MOST_A_PAGE = 10
"""Blocks of one role that a page gives to the training: menus have hundreds."""
JUDGED = (Role.CAPTION, Role.TEASER, Role.BYLINE, Role.TIMESTAMP, Role.SHARE, Role.PROMO)
"""Roles by whose F1 the namer is judged."""


@dataclass(slots=True, eq=False)
class Named:
    """The blocks of a page with a silver role: evidence (columns, k), roles as in `NAMED`, decisions.

    chosen: the blocks' numbers on the page of n blocks. keys, block: all the page's words and pairs, and their blocks.
    told: the words of all its blocks with a silver role.
    """

    fold: int
    table: NDArray[np.float32]
    role: NDArray[np.int8]
    kept: NDArray[np.bool_]
    chosen: NDArray[np.intp]
    n: int
    keys: Keys
    block: NDArray[np.int32]
    told: WordRoles

    def with_words(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        """The evidence, and what words say whose log-odds are `values` (words, roles)."""
        return np.concatenate((self.table, word_table(values, self.block, self.n)[:, self.chosen]))


def named_blocks(job: tuple[Sample, Record, SilverPage], mode: str) -> Named:
    """The named blocks of one page, under the evidence of the scorer that has not seen its site."""
    sample, page, known = job
    scored = fold_scorer(mode, sample.fold).score(View(sample.doc))
    texts = sample.doc.text.split("\n")[:-1]
    roles = _with_own(known.roles(texts), texts, sample, page)
    seen: Counter[Role] = Counter()
    chosen, number = [], []
    for i in rng(sample.id, sample.kind, "roles").permutation(len(texts)).tolist():
        name = roles[i]
        if name is None or name not in NAMED or seen[name] >= MOST_A_PAGE:
            continue
        seen[name] += 1
        chosen.append(i)
        number.append(NAMED.index(name))
    kept = scored.score[chosen] >= scored.threshold
    keys, block = word_and_pair_keys(scored.view)
    place = np.array([TOLD.index(role) if role in TOLD else -1 for role in roles], np.int8)[block]
    told = WordRoles(sample.site, sample.fold, keys[place >= 0], place[place >= 0])
    numbers = np.array(chosen, np.intp)
    role = np.array(number, np.int8)
    return Named(sample.fold, scored.table[:, numbers], role, kept, numbers, len(texts), keys, block, told)


def _with_own(roles: list[Role | None], texts: Sequence[str], sample: Sample, page: Record) -> list[Role | None]:
    """Silver roles, and what fundus says of its standfirsts and sub-headings."""
    ledes, heads = set(page.get("lede") or ()), set(page.get("subheads") or ())
    out: list[Role | None] = []
    for text, role, label in zip(texts, roles, sample.label, strict=True):
        if text in ledes:
            role = Role.STANDFIRST
        elif text in heads and label > 0.5:
            role = Role.SUBHEADING
        elif role is Role.SUBHEADING and len(text.split()) > SUBHEADING_WORDS:
            role = Role.BODY
        out.append(role)
    return out


def gather(kinds: Sequence[str], mode: str, folder: Path, read: Callable[[str], Document]) -> list[Named]:
    """The named blocks of all pages."""
    out: list[Named] = []
    for corpus in FULL:
        roles = silver(corpus, folder)
        pages = {page["id"]: {**page, "html": ""} for page in read_corpus(corpus, folder)}
        for kind in kinds:
            found_samples = some(corpus, samples(corpus, kind, folder, read))
            jobs = [(s, pages[s.id], roles[s.id]) for s in found_samples if len(s.doc)]
            with ProcessPoolExecutor(2) as pool:
                found = pool.map(partial(named_blocks, mode=mode), jobs, chunksize=16)
                out.extend(track(found, f"roles {corpus} {kind}", total=len(jobs), transient=True))
    return out


def train_namers(pages: Sequence[Named], columns: Sequence[str], paths: Sequence[Path], whole: Path | None) -> None:
    """Fit and write a namer without each fold into `paths`, and one of all pages into `whole`."""
    counts = RoleCounts(page.told for page in pages)
    for fold, path in enumerate(paths):
        save_weights(path, fit_namer(columns, pages, counts, fold))
    if whole is not None:
        save_weights(whole, fit_namer(columns, pages, counts, None))


def fit_namer(columns: Sequence[str], pages: Sequence[Named], counts: RoleCounts, fold: int | None) -> dict[str, Any]:
    """Role words, and trees that name roles by them and by the evidence, learned without a fold.

    Rare roles weigh more than their number. A page's words are told without its own site: it has not seen itself.
    """
    chosen = [page for page in pages if page.fold != fold]
    total = counts.total([] if fold is None else [fold])
    words = role_words(total)
    place = np.searchsorted(total[0], words.keys)
    part = words.keys, total[1][place], total[2]
    by_site: dict[str, list[Named]] = {}
    for page in chosen:
        by_site.setdefault(page.told.site, []).append(page)
    tables, ordered = [], []
    for site, own in by_site.items():
        unseen = RoleWords(words.keys, role_log_odds(counts.without_site(part, site), total[2]))
        tables += [page.with_words(unseen.look_up(page.keys)) for page in own]
        ordered += [page.role for page in own]
    role = np.concatenate(ordered).astype(np.int64)
    count = np.bincount(role, minlength=len(NAMED)).astype(float)
    weight = np.minimum(np.sqrt(count.max() / np.maximum(count, 1))[role], HEAVIEST)
    table = np.concatenate(tables, axis=1)
    trees = fit_trees([*columns, *NAMES], table, role, weight, TREES, classes=len(NAMED), depth=DEPTH)
    return {**trees, "words": words.plain()}


def values_of(namer: Namer, page: Named) -> NDArray[np.float32]:
    """float32 (`NAMED`, k): how much speaks for each role of a page's blocks with a silver one."""
    words = namer.words
    return namer.trees.score(page.table if words is None else page.with_words(words.look_up(page.keys)))


def role_scores(namer_of: Callable[[int], Namer], pages: Iterable[Named]) -> dict[str, tuple[float, float, float]]:
    """{role: (F1, precision, recall)} of names among the blocks with a silver role, and `macro` of `JUDGED`."""
    right: Counter[int] = Counter()
    said: Counter[int] = Counter()
    true: Counter[int] = Counter()
    for page in pages:
        best = likeliest(values_of(namer_of(page.fold), page), page.kept)
        said.update(best.tolist())
        true.update(page.role.tolist())
        right.update(best[best == page.role].tolist())
    out = {}
    for number, role in enumerate(NAMED):
        p, r = right[number] / max(said[number], 1), right[number] / max(true[number], 1)
        out[str(role)] = (2 * p * r / (p + r) if p + r else 0.0, p, r)
    f1, p, r = (sum(column) / len(JUDGED) for column in zip(*(out[str(role)] for role in JUDGED), strict=True))
    out["macro"] = (f1, p, r)
    return out


def report(scores: dict[str, tuple[float, float, float]], console: Console) -> None:
    """Print the scores, a line a role."""
    for name, (f1, p, r) in scores.items():
        console.print(f"{name:12} F1 {f1:.3f}  precision {p:.3f}  recall {r:.3f}")


def load(path: Path) -> dict[str, Any]:
    """The plain data of a weights file."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data
