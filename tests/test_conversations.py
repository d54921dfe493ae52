"""The turns of a conversation stay, short as they are, in any language; what merely looks like turns does not."""

from __future__ import annotations

import pytest

from newsclean import clean, explain

REASON = "a turn of a conversation"
ABOVE = {
    "ja": "トップ\n政治\nスポーツ\n最後の傘職人に聞く\n佐藤 花\n2024年5月3日\nシェア",
    "tr": "Ana Sayfa\nGündem\nSpor\nGrev üç gün sürecek\nKerem Dal\n14 Mayıs 2024\nPaylaş",
    "zh": "首页\n时政\n体育\n对话灯塔看守人\n王芳\n2024年5月12日\n分享到",
    "ru": "Главная\nПолитика\nСпорт\nСмотритель маяка о зиме без света\nОльга Синица\n12 мая 2024\nПоделиться",
    "fr": "Accueil\nPolitique\nSports\nOn ne retape pas un phare\nAnne Prigent\n12 mai 2024\nPartager",
    "en": "Home\nNews\nSport\nWitness tells inquiry of the gates\nMara Lund\n3 May 2024\nShare",
}
BELOW = {
    "ja": "関連記事\n港の橋、6月まで通行止め\nプライバシーポリシー",
    "tr": "En çok okunanlar\nLiman köprüsü kapalı\nGizlilik politikası",
    "zh": "热门文章\n港口大桥封闭至六月\n隐私政策",
    "ru": "Читайте также\nПортовый мост закрыт до июня\nПолитика конфиденциальности",
    "fr": "Les plus lus\nLe pont du port fermé\nMentions légales",
    "en": "Most read\nHarbour bridge closes until June\nPrivacy policy",
}
TALKS = {
    "ja": [
        "エルダム市で百年続く傘店の四代目、田中一郎さん（62）に話を聞いた。",
        "――傘を作り始めたのはいつですか。",
        "十二歳です。骨を削るところから。",
        "――一本に何日かかりますか。",
        "三日。雨の日は四日。",
        "――後継ぎは。",
        "いません。でも猫が二匹います。",
        "――最後に一言。",
        "傘は置き忘れるくらいが、ちょうどいい。",
    ],
    "ja ": [
        "エルダム市の山本市長は3日の定例記者会見で、港の橋の通行止めを6月末まで延長すると発表した。主なやり取りは次の通り。",
        "――延長の理由は。",
        "「橋脚が春の洪水以降、4センチ動いている。安全を最優先した」",
        "――工事費はいくらか。",
        "「約12億円。半分は県が負担する」",
        "――バスはどうなる。",
        "「当面、上流の橋を回る。所要時間は15分延びる」",
        "――商店街への支援は。",
        "「来週、協議の場を設ける」",
    ],
    "tr": [
        "Eldham'da feribot çalışanları çarşamba günü greve çıkıyor. Seferler üç gün boyunca yapılmayacak.",
        "Grev ne zaman başlıyor?",
        "Çarşamba sabahı saat 06.00'da.",
        "Bilet parası iade edilecek mi?",
        "Evet. Ücret karta kendiliğinden yatırılacak.",
        "Çalışanlar ne istiyor?",
        "Yüzde kırk zam ve gece mesaisi için ek ücret.",
        "Grev uzar mı?",
        "Sendika bunu cuma günü oylayacak.",
    ],
    "zh": [
        "灯塔看守人周海生在岛上独自度过了一百四十天。五月十日，记者在码头见到了他。",
        "记者：您是怎么知道船不会来的？",
        "周海生：没人告诉我。船就是没来。",
        "记者：那您当时做了什么？",
        "周海生：先数罐头。一共二百一十罐，其中一百九十罐是豌豆的。",
        "记者：灯一直亮着吗？",
        "周海生：每天晚上都亮，一天都没有断过。",
    ],
    "ru": [
        "Смотритель Иван Клюев провёл на острове сто сорок дней без связи. Мы поговорили с ним на причале.",
        "— Как вы узнали, что катера не будет?",
        "— Никак. Просто он не пришёл.",
        "— И что вы сделали?",
        "— Пересчитал консервы.",
        "— Вернётесь осенью?",
        "— Если возьмут с собой кошку.",
    ],
    "en": [
        "The inquiry heard on Thursday from the engineer who signed off the gates. An edited transcript follows.",
        "MR PELL: You signed the certificate on 4 March. Had you seen the gates?",
        "MS ODUYA: I had seen photographs of them.",
        "MR PELL: Photographs. Taken by whom?",
        "MS ODUYA: By the contractor. I believe by the contractor's son.",
        "MR PELL: Is he an engineer?",
        "MS ODUYA: He was nineteen.",
    ],
}


def page(lang: str, *blocks: str) -> str:
    return "\n\n".join((ABOVE[lang[:2]], *blocks, BELOW[lang[:2]]))


def reasons(source: str) -> set[str]:
    return {reason.name for block in explain(source).blocks for reason in block.reasons}


@pytest.mark.parametrize("lang", TALKS)
def test_all_of_it_stays(lang: str) -> None:
    text = clean(page(lang, *TALKS[lang]))
    assert text.split("\n\n") == TALKS[lang]
    assert clean(text) == text


def test_the_reason_says_why() -> None:
    assert REASON in reasons(page("zh", *TALKS["zh"]))


@pytest.mark.parametrize(
    "lines",
    [
        ["Video: Bridge closes", "Photo: Boats", "Video: Tram line", "Photo: Storm", "Video: Chess", "Photo: Bread"],
        ["Who owns the goat?", "3 May 2024", "Why is bread so dear?", "2 May 2024", "Where is the tram?", "1 May 2024"],
        ["Photo: Lund. Agency.", "Share: Everywhere.", "Photo: Pell. Agency.", "Share: Now.", "Photo: Orr. Agency."],
    ],
    ids=["labels of titles", "titles that ask, with dates", "credits"],
)
def test_what_looks_like_turns_is_not_raised(lines: list[str]) -> None:
    source = page(
        "en", *TALKS["en"][:1], "The gates were built in 1931 by the county, which no longer has the plans.", *lines
    )
    assert REASON not in reasons(source)
    assert not any(line in clean(source) for line in lines)


def test_names_that_do_not_come_back_are_not_raised() -> None:
    names = ["Old_Nick: About time.", "marta77: Who pays?", "Gustav: We do.", "elsa_p: As always.", "jo: Not me."]
    gates = "The gates were built in 1931 by the county, which no longer has the plans."
    assert REASON not in reasons(page("en", *TALKS["en"][:1], gates, *names))


def test_a_speaker_s_name_in_bold_and_the_time_before_it_are_of_the_turn() -> None:
    turns = [turn.split(": ", 1) for turn in TALKS["en"][1:]]
    lines = [f"0{n}:1{n}\n \n{name}:\n {said}" for n, (name, said) in enumerate(turns)]
    timed = [line for n, turn in enumerate(TALKS["en"][1:]) for line in (f"0{n}:1{n}", turn)]
    assert clean(page("en", TALKS["en"][0], *lines)).split() == " ".join([TALKS["en"][0], *timed]).split()


def test_one_speaker_and_unnamed_questions_are_a_conversation() -> None:
    talk = [
        "Il reçoit dans la cuisine du gardien, au pied de l’escalier. La lanterne tourne à nouveau.",
        "Comment devient-on restaurateur de phare ?",
        "Yann Le Goff :",
        "Par accident. Je réparais les volets de la mairie.",
        "Qu’est-ce qui était le plus abîmé ?",
        "Y. L. G. :",
        "Le bois, partout où la pluie entrait.",
        "Vous dormiez sur place ?",
        "Y. L. G. :",
        "Quand il y avait du vent, oui.",
        "Et votre femme ?",
        "Y. L. G. :",
        "Elle préfère le continent.",
    ]
    assert clean(page("fr", *talk)).split("\n\n") == talk


def test_prefer_recall_keeps_no_less() -> None:
    for lang, talk in TALKS.items():
        assert set(talk) <= set(clean(page(lang, *talk), prefer="recall").split("\n\n"))
