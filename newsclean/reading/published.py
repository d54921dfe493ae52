"""When a page's markup says that the article was published, in ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime

from newsclean.reading.runs import Attributes

DATED = ("datePublished", "dateCreated", "uploadDate")
"""Keys of JSON-LD, the surest first."""
METAS = (
    "articlepublishedtime", "datepublished", "rnewsdatepublished", "originalpublicationdate", "publishdate",
    "publicationdate", "publisheddate", "publishedat", "pubdate", "parselypubdate", "sailthrudate",
    "cxenseparserecspublishtime", "articledateoriginal", "articlepublished", "articlecreated",
    "citationpublicationdate", "citationdate", "dcdateissued", "dctermsissued", "dcissued", "dcdate",
    "dctermsdate", "dctermscreated", "dccreated", "dcdatecreated", "date", "displaydate", "createdate",
    "datecreated", "creationdate", "ptime", "pdate", "releasedate",
)  # fmt: skip
"""Names of `<meta>`, letters only, the surest first."""
PUBLISHED = re.compile(r"published|pub(?:lish|lication)?[-_]?date|dc:date|dc:created|(?:entry|post)-date", re.I)
CHANGED = re.compile(r"updat|modif", re.I)
DATED_BY = ("datetime", "content", "title")
"""Attributes that hold an element's date, the surest first."""
BESIDE = frozenset({"aside", "nav"})
COMMENTS = frozenset({"comments", "comment", "comment-list", "commentlist", "comments-area", "disqus_thread"})
"""Tags of what stands beside an article, and classes and ids of what readers wrote below it."""
YEARS = range(1980, 2101)
FARTHEST = "1400"
"""Hours and minutes by which a clock anywhere is ahead of UTC, or behind it, at most."""
LETTERS = re.compile(r"[^a-z]+")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_TIME = r"(?P<time>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?)"
_ZONE = r"\s?(?:(?P<zone>[Zz]|GMT|UTC?|[+-]\d\d(?::?\d\d)?)|[A-Z]{3,4})?(?:\[[\w/]+\])?"
_YEAR = r"(?P<year>\d{4})"
_MONTH, _WEEKDAY = r"(?P<name>[A-Z][a-z]{2,8})\.?", r"(?:[A-Z][a-z]{2,8}, )?"
FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        rf"{_YEAR}([-/.])(?P<month>\d\d?)\2(?P<day>\d\d?)(?:(?:[Tt]|,?\s+){_TIME}{_ZONE})?",
        rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:T?(?P<hour>\d\d)(?P<minute>\d\d)(?:\d\d)?{_ZONE})?",
        rf"{_WEEKDAY}(?P<day>\d\d?) {_MONTH} {_YEAR}(?: {_TIME}{_ZONE})?",
        rf"{_WEEKDAY}{_MONTH} (?P<day>\d\d?), {_YEAR}(?:,? {_TIME}{_ZONE})?",
        rf"[A-Z][a-z]{{2}} (?P<name>[A-Z][a-z]{{2}}) +(?P<day>\d\d?) {_TIME} (?:[A-Z]{{3,4}} )?{_YEAR}",
        rf"(?P<day>\d\d?)\.(?P<month>\d\d?)\.{_YEAR}(?:,? {_TIME})?",
        rf"(?P<either>\d\d?)/(?P<other>\d\d?)/{_YEAR}(?: {_TIME})?",
    )
)
"""ISO 8601 and its kin, compact and not; the heads of letters, and dates in English; asctime; days first, with dots;
days first or months."""
SECONDS = re.compile(r"(1\d{9})(?:\d{3})?", re.ASCII)
"""Seconds since 1970, of 2001 to 2033, or milliseconds."""


def iso_date(text: str) -> str:
    """A date, with its time where it says one, in ISO 8601; "" where it is none, or may be read in two ways.

    Names of time zones but UTC are left out: the same three letters name several. So is what no clock shows.
    """
    text = text.strip()
    if counted := SECONDS.fullmatch(text):
        return datetime.fromtimestamp(int(counted[1]), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for form in FORMS:
        if found := form.fullmatch(text):
            said = {name: value for name, value in found.groupdict().items() if value is not None}
            day = _day(said)
            if day is None:
                return ""
            time = said.get("time", "").replace(",", ".")
            if "hour" in said and int(said["hour"]) < 24 and int(said["minute"]) < 60:
                time = f"{said['hour']}:{said['minute']}"
            return f"{day.isoformat()}T{time}{_zone(said.get('zone', ''))}" if time else day.isoformat()
    return ""


def _zone(zone: str) -> str:
    """A zone as ISO 8601 writes it beside a time with colons; "" for one that is nowhere."""
    if zone[:1] in {"G", "U", "Z", "z"}:
        return "Z"
    hours, minutes = zone[1:3], zone[3:].lstrip(":") or "00"
    return f"{zone[0]}{hours}:{minutes}" if zone and hours + minutes <= FARTHEST and minutes < "60" else ""


def _day(said: Mapping[str, str]) -> date | None:
    if "either" in said:
        days = {_date(said["year"], said["either"], said["other"]), _date(said["year"], said["other"], said["either"])}
        days.discard(None)
        return days.pop() if len(days) == 1 else None
    if "name" in said:
        name = said["name"].lower()
        months = [number for number, month in enumerate(MONTHS, 1) if name in {month, month[:3], month[:4]}]
        return _date(said["year"], months[0], said["day"]) if months else None
    return _date(said["year"], said["month"], said["day"])


def _date(year: str, month: str | int, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day)) if int(year) in YEARS else None
    except ValueError:
        return None


def dated_elements(
    parents: Sequence[int], tags: Sequence[str], attributes: Sequence[Attributes]
) -> Iterator[Attributes]:
    """The attributes of the elements that hold a date, but for readers' comments, and for what stands beside the
    article and does not say that it was published then.

    parents, tags, attributes: of each element, in source order.
    """
    known = {0: (False, False)}  # the document
    for at, own in enumerate(attributes):
        if iso_date(_dated_text(own)):  # few are, of which alone it is asked where they stand
            beside, below = _where(at, known, parents, tags, attributes)
            if not below and not (beside and not _is_called_published(own)):
                yield own


def _where(
    at: int,
    known: dict[int, tuple[bool, bool]],
    parents: Sequence[int],
    tags: Sequence[str],
    attributes: Sequence[Attributes],
) -> tuple[bool, bool]:
    """Whether an element stands beside the article, and whether among readers' comments.

    known: what was found so far, by element; of elements nested deep none is asked twice.
    """
    path = []
    while at not in known:
        path.append(at)
        at = parents[at]
    beside, below = known[at]
    for one in reversed(path):
        names = [name for key in ("class", "id") for name in attributes[one].get(key, "").split()]
        beside, below = beside or tags[one] in BESIDE, below or not COMMENTS.isdisjoint(names)
        known[one] = beside, below
    return beside, below


def find_published(said: Iterable[str], meta: Mapping[str, str], elements: Iterable[Attributes]) -> str:
    """The first that can be read of what JSON-LD, `<meta>` and elements say, in ISO 8601; else the first as it stands.

    said: what the JSON-LD of articles says under `DATED`. meta: content by name in small letters. elements: attributes
    of each.
    """
    metas = {LETTERS.sub("", name): content for name, content in reversed([*meta.items()])}
    said = [*said, *(metas[name] for name in METAS if name in metas)]
    readable = next(filter(None, map(iso_date, said)), "")
    # elements are many, and are asked only where the head says nothing
    return readable or _of_elements(elements) or next((text for text in said if any(map(str.isdigit, text))), "")


def _of_elements(elements: Iterable[Attributes]) -> str:
    """The first date of an element that calls it the publication's; else the first of any, but a change's."""
    other = ""
    for attributes in elements:
        if not (found := iso_date(_dated_text(attributes))):
            continue
        if _is_called_published(attributes):
            return found
        if "datetime" in attributes and not CHANGED.search(_names(attributes)):
            other = other or found
    return other


def _dated_text(attributes: Attributes) -> str:
    return next((attributes[name] for name in DATED_BY if attributes.get(name)), "")


def _is_called_published(attributes: Attributes) -> bool:
    return "pubdate" in attributes or bool(PUBLISHED.search(_names(attributes)))


def _names(attributes: Attributes) -> str:
    return " ".join([attributes.get(name, "") for name in ("itemprop", "property", "class")])
