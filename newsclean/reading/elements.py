"""Elements: what each does to the text around it, and which of them authors misuse."""

from __future__ import annotations

INLINE, BLOCK, LINK, CELL, ROW, SKIP, VOID, BREAK, RULE, META, OWN = range(11)
"""What an element does to the text around it; from VOID on, it has no content, but for OWN, an author's element that is
a part of a sentence. Plain numbers: the hot path."""


def _kinds(table: dict[int, str]) -> dict[str, int]:
    return {tag: kind for kind, tags in table.items() for tag in tags.split()}


KINDS = _kinds(
    {
        INLINE: "abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark marquee nobr q "
        "rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var math",
        BLOCK: "address article aside blockquote body caption center colgroup dd details dialog dir div dl dt "
        "fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup html legend li listing "
        "main map menu nav noscript object ol p picture plaintext pre search section summary table tbody tfoot thead "
        "ul xmp "
        # of XML, as extractors and feeds write it
        "ab cell content description entry item list quote row",
        LINK: "a",
        CELL: "td th",
        ROW: "tr",
        SKIP: "applet audio button canvas datalist iframe meter noembed noframes optgroup option "
        "output progress script select style svg template textarea title video",
        VOID: "area base basefont bgsound col embed frame img input keygen link param source track wbr",
        BREAK: "br lb",
        RULE: "hr",
        META: "meta",
    }
)
FRAGILE = frozenset(
    {"applet", "audio", "button", "canvas", "datalist", "meter", "optgroup", "option", "output", "progress"}
    | {"select", "svg", "video"}
)
"""Elements passed over that authors forget to close. What cannot stand in them, ends them."""
RESUMING = frozenset(
    ["article", "aside", "footer", "h1", "h2", "h3", "header", "main", "nav", "ol", "p", "rb", "section", "table", "ul"]
)
INTERACTIVE = frozenset(
    {"audio", "button", "embed", "iframe", "input", "meter", "progress", "select", "textarea", "video"}
)
"""Elements that are used and not read: buttons, fields, players, frames, and what they move."""
HEADED = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt"])
"""Elements that have a button for a text where what they head folds."""
PHRASED = HEADED | {"p"}
"""Elements that hold sentences and no boxes."""
RUBY, READINGS = frozenset({"ruby"}), frozenset({"rp", "rt", "rtc"})
"""A word, and how it is read, small above it: no part of the sentence."""
PREFORMATTED = frozenset({"pre", "listing", "plaintext", "xmp"})
CODE = PREFORMATTED | {"code"}
SHADOW = frozenset({"shadowroot", "shadowrootmode"})
WORDS = frozenset({"b", "cite", "em", "font", "i", "small", "span", "strong", "time"})
"""Inline elements that hold words: of what is set higher or lower a part may do."""


def kind_of(tag: str) -> int:
    """The kind of a tag. Authors' own elements (those with a hyphen) are boxes; other unknown tags are inline."""
    return KINDS.get(tag) or (BLOCK if "-" in tag else INLINE)
