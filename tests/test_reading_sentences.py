"""What stands within a sentence of HTML: authors' own elements, buttons, what is hidden, seams between elements."""

from __future__ import annotations

import pytest

from newsclean.reading.html import read_html
from newsclean.reading.markup import Within


@pytest.mark.parametrize(
    ("page", "texts"),
    [
        # authors' own elements: boxes, but within a sentence
        ("<p>Rivals rose: <x-quote>Argentis</x-quote> by 2%.</p>", ["Rivals rose: Argentis by 2%."]),
        ("<h2>A <b><x-term>quay</x-term></b> sinks</h2>", ["A quay sinks"]),
        ("<div>Gone, said <x-link>Ida</x-link>, is the quay.</div>", ["Gone, said Ida, is the quay."]),
        (
            "<li>The quay that sank on Monday night, so said\n <x-link>Ida Crane</x-link>, is <x-b>old</x-b>.</li>",
            ["The quay that sank on Monday night, so said Ida Crane, is old."],
        ),
        ("<x-p>Gone is <b><i><u><x-a><x-b>the quay</x-b></x-a></u></i></b>.</x-p>", ["Gone is the quay."]),
        ("<p>So <b><i><u><s><x-a>the quay</x-a></s></u></i></b> sank.</p>", ["So the quay sank."]),
        ("<div>Gone <x-a>is <p>one</p> two</x-a> three</div>", ["Gone is", "one", "two", "three"]),
        ("<div>Gone.<x-a>Share</x-a></div>", ["Gone.", "Share"]),
        ("<body>Skip to text\n<x-app>The <x-b>quay</x-b></x-app>", ["Skip to text", "The quay"]),
        ("<x-card><x-title>Read</x-title><p>The quay.</p></x-card>", ["Read", "The quay."]),
        ("<a href=/q><x-title>The quay</x-title><x-text>It sinks.</x-text></a>", ["The quay", "It sinks."]),
        # a shadow tree in the source is what the reader sees; another template is not
        ("<x-story><template shadowrootmode=open><p>One.</p></template></x-story><p>Two.</p>", ["One.", "Two."]),
        ("<p>Zero.<template shadowroot=open><p>One.</template>", ["Zero.", "One."]),
        ("<template><p>One.</p></template><p>Two.</p>", ["Two."]),
        # buttons: a heading that folds its answer, a word within a sentence, and all others
        ("<h3><button>Who pays?</button></h3><p>All do.</p>", ["Who pays?", "All do."]),
        ("<summary><span><button>Who pays?</button></span></summary>", ["Who pays?"]),
        ("<h3>Who pays? <button>Share</button></h3>", ["Who pays?"]),
        ("<h3>Prices <button>Share</button></h3>", ["Prices"]),
        ("<button aria-expanded=false>Who pays?</button><div>All do.</div>", ["Who pays?", "All do."]),
        ("<div>So it is.<button data-bs-toggle=x>Who  <b>pays</b>?</button></div>", ["So it is.", "Who pays?"]),
        ("<button aria-expanded=false>Menu</button><p>All do.</p>", ["All do."]),
        ("<button>Who pays?</button><p>All do.</p>", ["All do."]),
        ("<p>Ask your<button aria-expanded=false>notary</button>, they say.</p>", ["Ask your notary, they say."]),
        ("<p>Ask your<button>notary</button>, they say.</p>", ["Ask your notary, they say."]),
        ("<p>The <button>notary</button> knows.</p>", ["The notary knows."]),
        ("<p>The<button>notary</button>knows.</p>", ["The notary knows."]),
        ("<p>Speed <button>i</button>32 knots.</p>", ["Speed 32 knots."]),
        ("<p>All pay. <button>Share</button> They grumble.</p>", ["All pay. They grumble."]),
        ("<p><button>Notaries</button> know.</p>", ["Notaries know."]),
        ("<p> <button>Notaries</button>know. <button>Ferries</button> sink.</p>", ["Notaries know. Ferries sink."]),
        ("<p><button>Share</button> They know.</p>", ["They know."]),
        ("<p><button>Share</button></p><p>they know</p>", ["they know"]),
        ("<p><button>Share</button><span>they</span> know</p>", ["they know"]),
        ("<p>All pay. <button>Share</button><br>they know</p>", ["All pay. they know"]),
        ("<div><button>Share</button> this story</div>", ["this story"]),
        ("<p>All pay <button>Share</button><br>They grumble.</p>", ["All pay They grumble."]),
        ("<div><button>Menu</button> The quay</div>", ["The quay"]),
        ("<p>The <button>notary<p>All pay.</p>", ["The", "All pay."]),  # its end forgotten
    ],
)
def test_what_is_read_of_buttons_templates_and_authors_own_elements(page: str, texts: list[str]) -> None:
    assert read_html(page).text.split("\n")[:-1] == texts


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<span>Fenna Dijkgraaf</span><span>21 juni 2023</span>", "Fenna Dijkgraaf 21 juni 2023"),
        ("<span>21 juni 2023</span><span>Fenna</span>", "21 juni 2023 Fenna"),
        ("<span>By</span><a href=/a>Ann Lee</a><time>3 May</time>", "By Ann Lee 3 May"),
        ("<b>Photo:</b><i>Ann Lee</i>", "Photo: Ann Lee"),
        ("<span>Иван</span><span>Петров</span>", "Иван Петров"),
        ("<span>T</span><span>he quay</span>", "The quay"),  # an initial
        ("<b>T</b><b>HE QUAY</b>", "THE QUAY"),
        ("<b>quay</b><b>side</b>", "quayside"),
        ("<b>CO</b><sub>2</sub>", "CO2"),
        ("<b>1.</b><b>5</b>", "1.5"),
        ("<b>quay</b>Side", "quaySide"),  # no seam: text on one side
        ("<code><span>icu</span><span>Collator</span></code>", "icuCollator"),
        ("<span>港口</span><span>3月</span>", "港口3月"),
        # where only one side is an element, what ends a sentence or calls what follows tells
        ("<strong>Update:</strong>The quay", "Update: The quay"),
        ("<b>Did it sink?</b>It did.", "Did it sink? It did."),
        ("Did it sink?<b>It did.</b>", "Did it sink? It did."),
        ("It sank.<a href=/x>They</a> say", "It sank. They say"),
        ("<b>1.</b>The quay", "1. The quay"),
        ("<b>“It sank.”</b>He wept", "“It sank.” He wept"),
        ("<b>»</b>Das Ufer", "»Das Ufer"),
        ("(”<i>Kajen</i>", "(”Kajen"),
        ("U.S.<b>Navy</b>", "U.S.Navy"),
        ("Did it?<b>it did</b>", "Did it?it did"),
        ("<code><b>sink()</b>Now</code>", "sink()Now"),
        # links without an address
        ("<b>Read</b><a>Balcomb Mill</a>", "Read Balcomb Mill"),
        # scripts without capitals
        ("<span>09:00</span><span>عدد</span>", "09:00 عدد"),
        ("<b>10</b><i>वां</i>", "10वां"),
    ],
)
def test_where_inline_elements_meet_two_words_are_two(page: str, text: str) -> None:
    assert read_html(f"<p>{page}</p>").text == f"{text}\n"


@pytest.mark.parametrize(
    "element",
    [
        "<span hidden> READ THIS: ten ferries</span>",
        "<b style='color:red; display: none'>ten ferries</b>",
        "<a href=/x style=visibility:hidden>ten ferries</a>",
        "<x-y hidden>ten ferries</x-y>",
        "<span role=tooltip>a place for boats</span>",
    ],
)
def test_what_is_hidden_within_a_sentence_is_no_part_of_it(element: str) -> None:
    assert read_html(f"<p>The quay{element} sinks, <i>they</i> say.</p>").text == "The quay sinks, they say.\n"


@pytest.mark.parametrize(
    "ruby",
    [
        "<ruby>漢字<rt>かんじ</rt></ruby>",
        "<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>",
        "<ruby><rb>漢</rb><rb>字</rb><rtc><rt>かん</rt><rt>じ</rt></rtc></ruby>",
        "<ruby>漢<rt>かん<rb>字<rt>じ</ruby>",  # their ends forgotten
    ],
)
def test_how_a_word_is_read_is_no_part_of_a_sentence(ruby: str) -> None:
    assert read_html(f"<p>本日、{ruby}の船</p>").text == "本日、漢字の船\n"
    assert read_html("<p>本日、<rt>漢字</rt>の船</p>").text == "本日、漢字の船\n"


@pytest.mark.parametrize("name", ["sr-only", "visually-hidden", "a1-VisuallyHidden e2", "screen-reader-text"])
def test_what_the_blind_are_told_of_a_link_is_no_part_of_a_sentence(name: str) -> None:
    note = f"<span class='{name}'>(opens in new window)</span>"
    assert read_html(f"<p>The quay <a href=/x>sinks{note}</a>.</p>").text == "The quay sinks.\n"
    assert read_html(f"<p>The quay sinks{note}.</p>").text == "The quay sinks(opens in new window).\n"
    assert read_html(f"<a href=/x><span class='{name}'>Quay Post</span></a>").text == "Quay Post\n"


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("border:0;clip:rect(0 0 0 0);height:1px;margin:-1px;overflow:hidden;position:absolute;width:1px", ""),
        ("position: absolute; CLIP: rect( 0px, 0px, 0px, 0px );", ""),
        ("clip-path:inset(50%);height:1px", ""),
        ("clip:rect(1px 200px 40px 0)", ", opens new tab"),
        ("background-clip:rect(0 0 0 0);color:red", ", opens new tab"),
    ],
)
def test_what_a_style_clips_away_within_a_link_is_no_part_of_a_sentence(style: str, shown: str) -> None:
    page = f"<p>A <a href=/r>report<span style='{style}'>, opens new tab</span></a> said so, and ten ferries sank.</p>"
    assert read_html(page).block_text(0) == f"A report{shown} said so, and ten ferries sank."
    apart = page.replace("<a href=/r>", "").replace("</a>", "")
    assert ", opens new tab" in read_html(apart).block_text(0)


def test_what_is_hidden_and_long_may_be_the_rest_of_a_text() -> None:
    rest = "with nine sacks of letters and one passenger, who would not give <i>her</i> name to anybody at all."
    page = f"<p>It sank <span id=dots>...</span><span style='display:none'>{rest}</span></p>"
    assert read_html(page).text == f"It sank ...{rest}\n".replace("<i>", "").replace("</i>", "")
    page = f"<div>It sank <span style='display:none'>today <p>{rest}</p></span></div><p>Two.</p>"
    assert read_html(page).text.endswith("at all.\nTwo.\n")
    script = f"<script>{'x = 1;' * 30}</script>"
    assert read_html(f"<p>It <b hidden>{script}</b> sank.</p>").text == "It sank.\n"
    assert read_html("<p>It sank<b hidden>today<p>Two.</p>").text == "It sank\nTwo.\n"  # its end forgotten


@pytest.mark.parametrize(
    ("hidden", "texts"),
    [
        ("{rest}<p>Two.</p>", ["It sank {rest}", "Two."]),
        ("{rest}<h3>After</h3>{rest}", ["It sank {rest}", "After", "{rest}"]),
        ("{rest}<script>sink(1)</script> It rose.", ["It sank {rest} It rose."]),
        ("<style>p {{ top: 0 }}</style>{rest}", ["It sank {rest}"]),
        ("{rest}<br><br>It rose.<br>It fell.", ["It sank {rest} It rose. It fell."]),
        ("{rest}<div>It rose.</div>", ["It sank {rest} It rose."]),
        (
            "today<script>ferry.sink(1, 'at the old quay', 'with all its letters', 'at night', 17)</script>",
            ["It sank"],
        ),
        ("today<br>or so", ["It sank"]),
    ],
)
def test_the_rest_of_a_text_stays_whatever_stands_in_it(hidden: str, texts: list[str]) -> None:
    rest = "with nine sacks of letters and one passenger, who would not give her name to anybody at all."
    page = f"<div>It sank <span style='display:none'>{hidden.format(rest=rest)}</span></div>"
    assert read_html(page).text.split("\n")[:-1] == [text.format(rest=rest) for text in texts]


@pytest.mark.parametrize("style", ["backface-visibility: hidden", "color:red;-webkit-backface-visibility:hidden"])
def test_what_would_be_hidden_if_it_turned_is_seen(style: str) -> None:
    doc = read_html(f"<p style='{style}'>The <b style='{style}'>old quay</b> sinks.</p>")
    assert doc.text == "The old quay sinks.\n"
    assert doc.markup is not None
    assert not doc.markup.within[0] & Within.HIDDEN


@pytest.mark.parametrize("attribute", ["title='a place for boats'", "aria-describedby=tip-1", "data-bs-toggle=tooltip"])
def test_the_word_that_has_a_card_stays(attribute: str) -> None:
    assert read_html(f"<p>The <span role=tooltip {attribute}>quay</span> sinks.</p>").text == "The quay sinks.\n"
    assert read_html("<p>The quay <span role=tooltip id=tip-1>for boats</span>sinks.</p>").text == "The quay sinks.\n"


TALE = "he boat came on Thursday with nine sacks of letters and one passenger."


@pytest.mark.parametrize(
    ("page", "texts"),
    [
        (f"<div class=dropcap>T</div><p>{TALE}</p>", [f"T{TALE}"]),
        (f"<table align=left><tr><td><font size=7>T</font></table>{TALE}", [f"T{TALE}"]),
        (f"<h2>T</h2><p>{TALE}</p>", ["T", TALE]),
        (f"<div><a href=/t>T</a></div><p>{TALE}</p>", ["T", TALE]),
        ("<div>T</div><p>he boat</p>", ["T", "he boat"]),
        (f"<div>Q</div><p>Then {TALE}</p>", ["Q", f"Then {TALE}"]),
        (f"<div>H</div><p>{TALE}</p>", ["H", TALE]),  # a glossary's letter above its first entry
        (f"<div>I</div><p>{TALE}</p>", ["I", TALE]),  # a word of its own
    ],
)
def test_a_first_letter_that_is_set_large_is_a_part_of_its_word(page: str, texts: list[str]) -> None:
    assert read_html(page).text.split("\n")[:-1] == texts
