"""What an element's own markup says about the role of the text in it: tag, class, id, itemprop, role, rel=author.

Names are split into whole words at everything that is no letter or digit and at camel case, and a rule is one word or
several in a row inside one name. Substrings are never looked for.
"""

from __future__ import annotations

import re
from functools import cache

from lxml.etree import _Element

from newsclean.page import Role

ATTRIBUTES = (
    "class", "id", "itemprop", "role", "data-component", "data-testid", "data-module", "data-tb-region",
    "data-type", "data-qa", "aria-label",
)  # fmt: skip
MOST = {
    Role.BYLINE: 600,
    Role.TIMESTAMP: 100,
    Role.SHARE: 200,
    Role.CAPTION: 1000,
    Role.AD: 120,
    Role.PROMO: 800,
    Role.LEGAL: 6000,
    Role.HEADLINE: 300,
}
"""Letters and digits up to which an element of the role is believed: a larger one is a container of many things."""
NAV_YIELDS = frozenset({Role.SHARE, Role.PROMO, Role.LEGAL, Role.TEASER, Role.AD, Role.COMMENT})
"""What stands as itself inside navigation and footers; a name or a date there is navigation."""
STICKY = frozenset({Role.COMMENT, Role.TEASER})
"""Inside these every part belongs to the whole: a teaser's date is teaser, a comment's author is comment."""

ENTRIES = frozenset({"a", "li", "button"})
"""In a menu these are one entry of it, whatever it leads to."""
_TAGS = {
    "figcaption": Role.CAPTION,
    "nav": Role.NAV,
    "footer": Role.NAV,
    "time": Role.TIMESTAMP,
}
_PHRASES: dict[Role, str] = {
    Role.COMMENT: """comment, comments, commentlist, commentary thread, disqus, fb comments, comentarios, commentaires,
        kommentare, user comments""",
    Role.TEASER: """related, relateds, relatedposts, relatedarticles, related posts, teaser, teasers, teaserlist,
        recommended, recommendation, recommendations, recommends, recirc, recirculation, outbrain, taboola, popular,
        mostpopular, most popular, mostread, most read, most viewed, most shared, trending, top stories, topstories,
        more stories, more news, more from, more articles, more on, read next, up next, upnext, next up, also read,
        read also, readalso, see also, also like, you may, latest news, latest posts, latest articles, latest stories,
        recent posts, recent news, other news, other stories, similar, crosslinks, linkbox, weiterlesen, bacajuga,
        baca juga, terkait, beritaterkait, terpopuler, next article, prev article, previous post, next post,
        post navigation, yarpp, jp relatedposts, story promo, storycard, story card, article card, articlecard,
        post card, news list, newslist, hyper local""",
    Role.AD: """ad, ads, advert, adverts, advertisement, advertisements, advertising, adslot, adbox, adunit, sponsored,
        sponsor, sponsors, werbung, anzeige, anzeigen, publicidad, publicite, reklam, reklama, iklan, dfp, adsense""",
    Role.PROMO: """newsletter, newsletters, newsletterbox, subscribe, subscriptions, signup, sign up, donate, donation,
        membership, app promo, appstore, app store, app download, abo, abobox, breg, inline promo newsletter,
        push notification, podcast promo, telegram promo, whatsapp channel""",
    Role.SHARE: """share, shares, sharing, sharebar, sharebuttons, sharedaddy, shareaholic, social, socials,
        socialmedia, socialbar, addthis, addtoany, follow us, followus, copy link, article tools, articletools,
        articletool, vjs, jwplayer, reactions, save article""",
    Role.LEGAL: """cookie, cookies, cookiebar, cookiebanner, consent, gdpr, copyright, copyrights, legal, disclaimer,
        onetrust, imprint, impressum, syndication rights""",
    Role.NAV: """nav, navbar, navigation, navi, menu, menus, submenu, breadcrumb, breadcrumbs, crumbs, tags, taglist,
        tag list, tagcloud, article tags, post tags, tagged, topics, topic list, keywords, footer, sitemap, pagination,
        pager, skip link, skip links, skiplink, skip, masthead, sitehead, topbar, banner, contentinfo, search, login,
        cat links, post categories, post category, section label, rubrik, ticker, weather, language switcher""",
    Role.CAPTION: """caption, captions, figcaption, imagecaption, imgcaption, imgcap, picture caption, cutline,
        bildunterschrift, bildtext, bildquelle, legende image, photo credit, photocredit, image credit, img credit,
        media credit, picture credit, image copyright, image source, photo source, imagecredit, pie foto, photographer,
        media info, picture info, image description, video caption, image caption""",
    Role.BYLINE: """byline, bylines, author, authors, autor, autoren, autores, auteur, auteurs, writer, writers,
        penulis, contributor, contributors, reporter, journalist, written by, article author, post author, authorbox,
        vcard""",
    Role.TIMESTAMP: """date, dates, datetime, timestamp, publish, published, publishdate, pubdate, pub date, posted on,
        postdate, entry date, updated, update date, datepublished, datemodified, date published, date modified,
        datecreated, datum, fecha, dateline, reading time, read time, readingtime, readtime, time ago, tanggal""",
    Role.HEADLINE: """kicker, overline, eyebrow, dachzeile, spitzmarke, headline title""",
}
_NAMES_FIRST = (
    Role.COMMENT, Role.TEASER, Role.AD, Role.PROMO, Role.CAPTION, Role.SHARE, Role.BYLINE, Role.TIMESTAMP, Role.LEGAL,
    Role.NAV, Role.HEADLINE,
)  # fmt: skip
_RULES: dict[tuple[str, ...], Role] = {
    tuple(phrase.split()): role for role in reversed(_NAMES_FIRST) for phrase in _PHRASES[role].split(",")
}
_LONGEST = max(map(len, _RULES))
_SEGMENTS = re.compile(r"[^\W_]+")
_CAMEL = re.compile(
    r"(?:[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]+)(?:[A-Z][a-z]{2,}|\d+)*"
)  # what is else in mixed case is a hash
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
# a state of the page or a hook of a script, not a part of it: what these stand on may be anything
_NOT_A_PART = re.compile(
    r"(?:^|[-_])(?:has|is|no|not|with|without|hide|hidden|show|hasnt|toggle)(?:[-_]|$)"
    # what a post is about, how far it is, what letters it has
    r"|^(?:category|tag(?!-(?:list|cloud|link|item))|status|text|font|typography)-"
)
_POSTS = frozenset({"hentry", "type-post"})
"""Classes of a whole post; one that holds none of the gold is another post."""


@cache
def words_of(name: str) -> tuple[str, ...]:
    """The whole words of a name: `relatedPosts__item-2` gives related, posts, item; hashes like `x1fZLe` nothing."""
    words: list[str] = []
    for segment in _SEGMENTS.findall(name):
        if _CAMEL.fullmatch(segment):
            words.extend(part.lower() for part in _PARTS.findall(segment))
        elif not segment.isascii():
            words.append(segment.lower())
    return tuple(words)


@cache
def role_of_name(name: str) -> Role | None:
    """What a class, an id or the like says; None where it says nothing. The first of the ordered roles wins."""
    if _NOT_A_PART.search(name):
        return None
    words = words_of(name)
    runs = {words[i : i + n] for n in range(1, _LONGEST + 1) for i in range(len(words) - n + 1)}
    found = {_RULES[run] for run in runs & _RULES.keys()}
    return next((role for role in _NAMES_FIRST if role in found), None)


def role_of_element(element: _Element) -> Role | None:
    """What an element's own markup says about its text; None where it says nothing, or contradicts itself badly."""
    if not _POSTS.isdisjoint((element.get("class") or "").split()):
        return Role.TEASER
    named: list[Role] = []
    for attribute in ATTRIBUTES:
        value = element.get(attribute)
        if value:
            named.extend(role for name in value.split()[:12] if (role := role_of_name(name)))
    if "author" in (element.get("rel") or "").split():
        named.append(Role.BYLINE)
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in ("figcaption", "nav", "time"):
        return next((role for role in named if role in STICKY), _TAGS[tag])
    if named:
        return next(role for role in _NAMES_FIRST if role in named)
    return _TAGS.get(tag)
