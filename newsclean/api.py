"""The public calls: `clean`, `explain`, `clean_many`. Reading, evidence, scoring: one visible step each."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, TypedDict, Unpack

import newsclean  # of which whoever resolves the type hints below gets newsclean.site, for which it need not wait
from newsclean.failures import or_else
from newsclean.options import KINDS, ON_ERROR, PREFERENCES, Kind, OnError, Preference, Roles, check_choice
from newsclean.page import KEPT, Page, Role
from newsclean.processes import in_processes

if TYPE_CHECKING:
    import newsclean.site
    from newsclean.extraction import Extraction

ROLES = frozenset(Role)


class Options(TypedDict, total=False):
    """What `clean`, `explain` and `clean_many` take besides the source."""

    kind: Kind
    prefer: Preference
    keep: Roles
    site: newsclean.site.HostMemory | None


def clean(
    source: str | bytes,
    *,
    kind: Kind = "auto",
    prefer: Preference = "balanced",
    keep: Roles = KEPT,
    site: newsclean.site.HostMemory | None = None,
) -> str:
    """The article in a scraped news page: its own words in its own order, and "" where there is no article.

    Args:
        source: plain text, Markdown or HTML; bytes are decoded as a browser would.
        kind: "auto", "text", "markdown" or "html".
        prefer: "balanced", "precision" (less junk) or "recall" (less lost).
        keep: the roles that stay, as `Role` or by their words; by default body, sub-headings, standfirst and
            corrections. What stays of the others stays once, however often the page has it.
        site: what is known of the page's site, from `SiteMemory.for_host`.

    Returns:
        Paragraphs with one blank line between them, list items and table rows on lines of their own.

    Raises:
        TypeError: the source is neither `str` nor `bytes`. No string and no bytes raise anything.
        ValueError: no such kind, preference or role.
        ImportError, OSError: the installation lacks a module or a file.
    """
    return _extract(source, kind, prefer, keep, site).text


def explain(
    source: str | bytes,
    *,
    kind: Kind = "auto",
    prefer: Preference = "balanced",
    keep: Roles = KEPT,
    site: newsclean.site.HostMemory | None = None,
    reasons: bool = True,
) -> Page:
    """The same work as `clean`, with each block's role, score and reasons, and what the page says of itself.

    `explain(x).text == clean(x)` for every `x`. Errors are those of `clean`, and so are the arguments, with one more:

    Args:
        reasons: whether blocks have reasons. They take up to half as long as all the rest, so leave them out where
            many pages are asked for their title, confidence or roles alone.
    """
    return _extract(source, kind, prefer, keep, site).page(reasons=reasons)


def clean_many(
    sources: Iterable[str | bytes],
    *,
    workers: int | None = None,
    on_error: OnError = "raise",
    **options: Unpack[Options],
) -> Iterator[str]:
    """The articles of many sources, lazily and in order. Behind an error whoever goes on gets the next page.

    Args:
        sources: any iterable. In this process each is read when its text is asked for; several workers read up to 64
            sources each before the first text comes, and stay that far ahead, which a live stream has to bear.
        workers: processes; None or 1 works in this one, and so does any number where it may start none, as a worker
            of `multiprocessing.Pool`. Each is sent the options once. A script asks for more below its
            `if __name__ == "__main__":`, since on macOS and Windows, and from Python 3.14 on, each imports it.
        on_error: "raise", or "keep" to give back a source that failed as it came (bytes decoded), never dropped.
        options: as for `clean`. `site` is the site of all the sources: of pages that have several, clean each site's
            by themselves, or each page with `clean`.

    Raises:
        ValueError: no such `on_error`, kind, preference or role, or fewer than one worker.
        TypeError: one page for the many, `workers` that are no whole number, or no such option; and, while iterating,
            a source that is neither `str` nor `bytes`. What the iterable itself raises comes after the pages before it.
        ImportError, OSError: while iterating, the installation lacks a module or a file, whatever `on_error` is.
        concurrent.futures.process.BrokenProcessPool: while iterating, a worker was killed, as a system short of memory
            does it. It comes after the pages that were done and in the place of all others, whatever `on_error` is.
    """
    if isinstance(sources, str | bytes):
        raise TypeError(f"sources must be an iterable of pages, not {type(sources).__name__}; for one page use clean")
    if unknown := sorted(options.keys() - Options.__annotations__.keys()):
        raise TypeError(f"clean_many() got an unexpected keyword argument {unknown[0]!r}")
    options["keep"] = check_options(**options)
    check_choice("on_error", on_error, ON_ERROR)
    count = 1 if workers is None else _whole(workers)
    if count < 1:
        raise ValueError(f"workers must be 1 or more, not {workers}")
    sources = iter(sources)  # what is no iterable says so now, with workers too
    work = partial(_clean_or_keep, keep_failed=on_error == "keep", options=options)
    return map(work, sources) if count == 1 else in_processes(work, sources, count)


def _whole(workers: int) -> int:
    try:
        return operator.index(workers)
    except TypeError:
        raise TypeError(f"workers must be a whole number or None, not {workers!r}") from None


def _clean_or_keep(source: str | bytes, *, keep_failed: bool, options: Options) -> str:
    return or_else(
        lambda: clean(source, **options),
        lambda: source if isinstance(source, str) else source.decode("utf-8", "replace"),
        keep=keep_failed and isinstance(source, str | bytes),
    )


def check_options(
    kind: Kind = "auto",
    prefer: Preference = "balanced",
    keep: Roles = KEPT,
    site: newsclean.site.HostMemory | None = None,
) -> frozenset[Role]:
    """The roles to keep, once all options are known to be good: a wrong one is no page's fault.

    Raises `ValueError` for another kind, preference or role, `TypeError` for roles or a site of another type.
    """
    check_choice("kind", kind, KINDS)
    check_choice("prefer", prefer, PREFERENCES)
    if isinstance(keep, str):
        raise TypeError(f"keep must hold roles, as in keep={{{str(keep)!r}}}, and not be one")
    if not isinstance(keep, Iterable):
        raise TypeError(f"keep must hold roles, as in keep={{'body'}}, not {type(keep).__name__}")
    if site is not None and not hasattr(site, "lookup"):
        raise TypeError(f"site must be what SiteMemory.for_host(host) gives, not {type(site).__name__}")
    if keep is KEPT:
        return KEPT
    roles = list(keep)
    if unknown := [role for role in roles if not isinstance(role, str) or role not in ROLES]:
        raise ValueError(f"no such role: {unknown[0]!r}; roles are {', '.join(Role)}")
    return frozenset(map(Role, roles))


def _extract(
    source: str | bytes, kind: Kind, prefer: Preference, keep: Roles, site: newsclean.site.HostMemory | None
) -> Extraction:
    from newsclean.extraction import extract
    from newsclean.models import Models
    from newsclean.reading.read import read

    roles = check_options(kind, prefer, keep, site)
    return extract(read(source, kind), Models(), prefer, roles, site)
