"""Appeals: what a publisher asks of its readers goes from among the paragraphs; what speaks of such things stays."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import Role, clean, explain
from newsclean.evidence.appeal_words import Appeal, AppealWords, Said
from newsclean.evidence.folding import folded
from newsclean.evidence.lexicons import lexicon
from newsclean.evidence.line_phrases import evened
from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.appeals import LONGEST, _is_appeal, appeals
from newsclean.scoring.beside import lower_beside

ARTICLE = (
    "The ferry to Tarn Island stops on Sunday after ninety years, the harbour board said on Tuesday, because the pier "
    "can no longer carry the weight of the ship.",
    "Divers found cracks in eleven of the forty piles in March. Repairs would cost about four million, twice what the "
    "board had set aside for them.",
    "“We have looked at every option,” said Maud Ives, who chairs the board. “A smaller boat would lose money.”",
    "Some 230 people live on the island. The school has nine pupils, and the shop opens on three days a week.",
    "The board meets the islanders on Friday. Until then the ship runs four times a day, with no lorries on board.",
)
APPEALS = {
    "ar": "صحافتنا مستقلة ولا نعتمد إلا على قرائنا. ساهم معنا ولو بمبلغ صغير كل شهر.",
    "bg": "Нашите журналисти работят благодарение на читателите. Подкрепете ни с малка сума всеки месец.",
    "bn": "আমাদের পাঠকদের সহায়তায় আমরা কাজ করি। স্বাধীন সাংবাদিকতার পাশে থাকুন।",
    "ca": "El nostre periodisme viu dels lectors. Fes-te soci i ajuda'ns a continuar.",
    "cs": "Naše redakce žije z darů čtenářů. Podpořte nás libovolnou částkou.",
    "da": "Få de vigtigste nyheder hver morgen. Tilmeld dig vores nyhedsbrev.",
    "de": "Unsere Redaktion lebt von ihren Lesern. Unterstützen Sie uns mit einem Betrag Ihrer Wahl.",
    "el": "Η ανεξάρτητη δημοσιογραφία χρειάζεται εσάς. Στηρίξτε μας με μια συνδρομή.",
    "en": "Our reporters depend on readers like you. Please consider a gift of any size.",
    "es": "Nuestra redacción vive de sus lectores. Hazte socio y ayúdanos a seguir.",
    "et": "Meie toimetus elab lugejate toel. Toeta meid iga kuu väikese summaga.",
    "fa": "روزنامه‌نگاری مستقل به شما نیاز دارد. از ما حمایت کنید.",
    "fi": "Toimituksemme elää lukijoista. Tue meitä kuukausittain pienellä summalla.",
    "fr": "Notre rédaction vit de ses lecteurs. Soutenez-nous, même d'un petit don.",
    "he": "העיתונות שלנו עצמאית בזכות הקוראים. תמכו בנו בסכום קטן בכל חודש.",
    "hi": "स्वतंत्र पत्रकारिता आपके सहयोग से चलती है। हमारा साथ दें और मदद करें।",
    "hr": "Naša redakcija živi od čitatelja. Podržite nas malim mjesečnim iznosom.",
    "hu": "Szerkesztőségünk az olvasókból él. Támogass minket havonta egy kis összeggel.",
    "id": "Jurnalisme kami hidup dari pembaca. Dukung kami dengan donasi setiap bulan.",
    "it": "La nostra redazione vive di chi legge. Sosteneteci con una piccola donazione.",
    "ja": "編集部では読者の皆さまのご支援を必要としています。ぜひ応援してください。",
    "ko": "독립언론은 독자 여러분의 힘으로 움직입니다. 후원해 주세요.",
    "lt": "Mūsų redakcija gyvena iš skaitytojų. Paremkite mus nedidele suma kas mėnesį.",
    "lv": "Mūsu redakcija dzīvo no lasītājiem. Atbalstiet mūs ar nelielu summu.",
    "mr": "आमची पत्रकारिता वाचकांवर चालते. आम्हाला पाठिंबा द्या आणि मदत करा.",
    "ms": "Kewartawanan kami bergantung kepada pembaca. Sokong kami dengan sumbangan kecil.",
    "nl": "Onze redactie leeft van haar lezers. Steun ons met een klein bedrag per maand.",
    "no": "Redaksjonen vår lever av leserne. Støtt oss med en liten sum hver måned.",
    "pl": "Nasza redakcja żyje z wpłat czytelników. Wesprzyj nas dowolną kwotą.",
    "pt": "Nosso jornalismo vive de leitores como você. Apoie-nos com uma doação.",
    "ro": "Redacția noastră trăiește din donațiile cititorilor. Susține-ne cu o sumă mică.",
    "ru": "Наша редакция живет на деньги читателей. Поддержите нас небольшим платежом.",
    "sk": "Naša redakcia žije vďaka čitateľom. Podporte nás ľubovoľnou sumou.",
    "sl": "Naše uredništvo živi od bralcev. Podprite nas z majhnim zneskom.",
    "sr": "Наша редакција живи од читалаца. Подржите нас малим износом.",
    "sv": "Vår redaktion lever på sina läsare. Stöd oss gärna med en slant varje månad.",
    "sw": "Uandishi wetu unategemea wasomaji wetu. Tuunge mkono kwa mchango mdogo.",
    "ta": "எங்கள் இதழியல் வாசகர்களின் ஆதரவில் இயங்குகிறது. எங்களுக்கு ஆதரவளியுங்கள்.",
    "te": "మా జర్నలిజం పాఠకుల మద్దతుతో నడుస్తుంది. మాకు మద్దతు ఇవ్వండి.",
    "th": "กองบรรณาธิการของเราอยู่ได้ด้วยผู้อ่าน ร่วมสนับสนุนเราได้ทุกเดือน",
    "tr": "Bağımsız gazetecilik okurlarıyla ayakta kalır. Bize destek olun.",
    "uk": "Наша редакція живе завдяки читачам. Підтримайте нас невеликим внеском.",
    "ur": "ہماری صحافت قارئین کے تعاون سے چلتی ہے۔ ہمارا ساتھ دیں۔",
    "vi": "Chúng tôi làm báo chí độc lập nhờ bạn đọc. Hãy ủng hộ chúng tôi mỗi tháng.",
    "zh": "我们的编辑部靠读者支持。欢迎订阅，请支持我们的独立报道。",
}
STAYS = (
    "The newsletter goes out to 40,000 readers every Tuesday and is written by three people in a former bakery.",
    "Readers have given more than two million since 2019, and the paper now has 31,000 paying members.",
    "Residents can download the city's app and report a pothole with a photo; crews have ten days to come.",
    "If you want to give blood, you can register at the town hall until Friday. Bring an identity card.",
    "“Join our channel and help us,” the mayor wrote to his followers, and nine of them did.",
    "I signed up for nine newsletters in January, and by March I had 412 unread mails.",
    "We should not forget what this town owes to the people who built the pier, and what it still owes them.",
)


def said(text: str, code: str | None) -> list[Said]:
    return lexicon().appeal.read(evened(folded(text)), code)


def page_of(text: str) -> str:
    return "\n\n".join([*ARTICLE[:3], text, *ARTICLE[3:]])


@pytest.mark.parametrize("code", APPEALS)
def test_an_appeal_is_told_in_each_language(code: str) -> None:
    assert any(map(_is_appeal, said(APPEALS[code], code)))


def test_every_language_has_its_appeals() -> None:
    assert sorted(APPEALS) == sorted(set(lexicon().languages) - {"und"})


@pytest.mark.parametrize("code", ["en", "de", "fr", "tr"])
@pytest.mark.parametrize("at_end", [False, True])
def test_an_appeal_goes_from_text_and_from_html(code: str, at_end: bool) -> None:
    blocks = [*ARTICLE, APPEALS["en"]] if at_end else [*ARTICLE[:3], APPEALS["en"], *ARTICLE[3:]]
    for source in ("\n\n".join(blocks), "<article>" + "".join(f"<p>{block}</p>" for block in blocks) + "</article>"):
        assert clean(source) == "\n\n".join(ARTICLE)


def test_it_is_a_promotion_and_says_why() -> None:
    page = explain(page_of(APPEALS["en"]))
    [told] = [block for block in page.blocks if block.text == APPEALS["en"]]
    assert told.role is Role.PROMO
    assert not told.kept
    assert "an appeal to readers" in {reason.name for reason in told.reasons}


def test_who_prefers_recall_keeps_it() -> None:
    assert APPEALS["en"] in clean(page_of(APPEALS["en"]), prefer="recall")


@pytest.mark.parametrize("text", STAYS)
def test_what_only_speaks_of_such_things_stays(text: str) -> None:
    assert text in clean(page_of(text))


@pytest.mark.parametrize(("paragraphs", "goes"), [(5, True), (1, False)])
def test_an_article_that_is_an_appeal_itself_stays(paragraphs: int, goes: bool) -> None:
    more = "Sign up for our newsletter, and we will write to you each week about the harbour and the people in it."
    view = View(read("\n\n".join([*ARTICLE[:paragraphs], APPEALS["en"], more]), "text"))
    assert appeals(view, np.full(view.n, 0.9, np.float32), 0.5)[-2:].all() == goes


def test_an_editors_letter_that_speaks_to_readers_stays() -> None:
    letter = "\n\n".join(
        [
            "For ninety years we have written down what happens in this town, and you have told us when we got it "
            "wrong, by letter, by telephone and across the counter of the fishmonger.",
            "From Monday you will find our reporters in the old pump house, where the door is open from nine to five.",
            "We moved because the roof of the press hall let in the rain, and because you asked us to stay near the "
            "harbour when we told you of it.",
            "Please send us your old photographs of the pump house, and we will hang the best of them on the stairs.",
            "The presses themselves have gone to a museum in the north, which will run them on the first Sunday of "
            "each month for anybody who cares to watch.",
        ]
    )
    assert clean(letter) == letter


def told(source: str, chance: float = 0.9, kind: str = "text") -> list[str]:
    """The blocks of a page that are appeals where all have one chance."""
    view = View(read(source, kind))
    found = appeals(view, np.full(view.n, chance, np.float32), 0.5)
    return [view.doc.read_text(i) for i in np.flatnonzero(found).tolist()]


def test_an_item_of_a_list_stays() -> None:
    texts = (APPEALS["en"], "Tell somebody what you need.", "Wait until it comes.")
    items = "\n".join(f"{n}. {text}" for n, text in enumerate(texts, 1))
    assert told(page_of(APPEALS["en"]), kind="markdown") == [APPEALS["en"]]
    assert told("\n\n".join([*ARTICLE, items]), kind="markdown") == []


@pytest.mark.parametrize(
    "text",
    [
        "– Please consider a gift to our newsroom, she said on her way out, and send us what you know of it.",
        "„Please consider a gift to our newsroom“ was on a note at the door, and three of them did.",
        "The editor wrote to them: “Please consider a gift to our newsroom.” Three of them did, and two left.",
    ],
)
def test_what_somebody_says_is_none(text: str) -> None:
    assert told(page_of(text)) == []


@pytest.mark.parametrize(("chance", "goes"), [(0.3, True), (0.2, False)])
def test_what_goes_anyway_is_not_asked_about(chance: float, goes: bool) -> None:
    assert (APPEALS["en"] in told(page_of(APPEALS["en"]), chance)) == goes


def test_an_address_to_write_to_is_one() -> None:
    text = "You can always write to us at post@courier.example."
    assert told(page_of(text)) == [text]
    assert told(page_of("Residents can always write to the council at post@eldham.example.")) == []


def test_the_surest_appeals_go_as_well() -> None:
    view = View(read(page_of(APPEALS["en"]), "text"))
    score, steps = lower_beside(view, np.full(view.n, 0.998, np.float32), 0.5)
    assert list(steps) == ["an appeal to readers"]
    assert score.min() < 0.3


@pytest.mark.parametrize(("more", "told"), [(0, True), (1, False)])
def test_a_long_block_is_none(more: int, told: bool) -> None:
    text = APPEALS["en"].ljust(LONGEST - 1 + more, "x") + "."
    view = View(read(page_of(text), "text"))
    assert appeals(view, np.full(view.n, 0.9, np.float32), 0.5).any() == told


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("Sign up for our newsletter", "en", Appeal.OWN | Appeal.ASK | Appeal.CALL | Appeal.OUR | Appeal.TRADE),
        ("Schreiben Sie uns an tag@kurier.example", "de", Appeal(62) | Appeal.TRADE),
        ("Подпишитесь на рассылку", "ru", Appeal.OWN | Appeal.CALL | Appeal.LAST | Appeal.TRADE),
    ],
)
def test_what_a_text_says(text: str, code: str, says: Appeal) -> None:
    assert says in {one.says for one in said(text, code)}


def test_words_of_another_language_say_nothing() -> None:
    assert said("Подпишитесь на рассылку", "en") == []
    assert said("Подпишитесь на рассылку", None) == said("Подпишитесь на рассылку", "ru")


def test_english_and_scripts_of_their_own_are_read_everywhere() -> None:
    assert said(APPEALS["en"], "fi")
    assert said(APPEALS["ja"], "en")


@pytest.mark.parametrize("text", [*APPEALS.values(), *ARTICLE, f"{APPEALS['zh']} {APPEALS['de']}", "post@tarn.example"])
def test_where_the_language_is_not_known_all_are_read(text: str) -> None:
    words, line = lexicon().appeal, evened(folded(text))
    by_each = [words.read(line, code) for code in words.sections]
    assert {said for found in by_each for said in found} == set(words.read(line, None))
    assert words.addresses(line, None) == any(words.addresses(line, code) for code in words.sections)
    assert words.telling([line], None) == [any(words.telling([line], code)[0] for code in words.sections)]


def test_a_stem_may_go_on_and_a_word_may_not() -> None:
    words = AppealWords()
    words.add("xx", {"own": ["letter", "bülten-"]})
    assert words.read("a letter") == [Said(Appeal.OWN, 1, 1)]
    assert words.read("a letterbox") == []
    assert words.read("bültenimiz") == [Said(Appeal.OWN, 1, 1)]
    assert words.read("e-bülten") == [Said(Appeal.OWN, 1, 1)]


def test_a_short_stem_may_go_on_as_well() -> None:
    words = AppealWords()
    words.add("xx", {"own": ["구독-", "üye-"]})
    for text in ("구독", "구독하세요", "üyelerimiz", "üye"):
        assert words.read(text) == [Said(Appeal.OWN, 1, 1)]
        assert words.telling([text]) == [True]
    assert words.read("재구독") == []


def test_forms_of_one_word_are_one_thing() -> None:
    words = AppealWords()
    words.add("xx", {"own": ["newsletter", "newsletters", "podcast"]})
    assert words.read("newsletter newsletters") == [Said(Appeal.OWN, 1, 1)]
    assert words.read("newsletter podcast") == [Said(Appeal.OWN, 2, 2)]


def test_all_numbers_are_read_as_one() -> None:
    words = AppealWords()
    words.add("xx", {"own": ["save up to 0%"]})
    for text in ("save up to 5%", "now save up to 33.5% today"):
        assert words.read(text) == [Said(Appeal.OWN, 1, 1)]
        assert words.telling([text]) == [True]
    assert words.read("save up to half") == []
    words.add("xx", {"our": ["0 of us"], "your": ["0 of you"]})
    assert words.addresses("4 of us and 5 of you")
    assert words.turns("4 of us")


def test_parts_that_lie_within_each_other_are_one_place() -> None:
    words = AppealWords()
    words.add(
        "xx", {"own": ["our newsletter"], "call": ["sign up for our newsletter"], "trade": ["newsletter", "quiz"]}
    )
    assert [said.places for said in words.read("sign up for our newsletter")] == [1]
    assert [said.places for said in words.read("newsletter, newsletter")] == [1]
    assert [said.places for said in words.read("our newsletter has a quiz")] == [2]


def test_a_long_sentence_that_asks_for_nothing_stays_with_what_is_glued_to_it() -> None:
    appeal = "Subscribe to our newsletter and support our independent journalism today."
    glued = (
        f"{appeal} The move against the harbour master followed a long fight in recent weeks over a bill that would "
        "close the pier to every boat without a keel of its own."
    )
    for text, stays in ((glued, True), (appeal, False)):
        assert (text in clean("\n\n".join((*ARTICLE[:2], text, *ARTICLE[2:])))) is stays
