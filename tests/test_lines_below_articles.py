"""Lines that sites print in and below articles, of pictures, rights and advertisements, in languages that few pages
taught; and sentences of articles that begin much as they do."""

from __future__ import annotations

import pytest

from newsclean.evidence.folding import folded
from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.lexicons import lexicon
from newsclean.evidence.line_phrases import evened
from newsclean.reading.text import read_text
from newsclean.scoring.boilerplate import is_boilerplate
from newsclean.scoring.lone_lines import is_lone

ENDS = (".", "!", "?", "。", "।")


def goes(line: str) -> bool:
    return is_boilerplate(evened(folded(line))) or is_lone(line, line.endswith(ENDS))


LINES = [
    "※写真はイメージです",
    "（画像はイメージです）",
    "Arşiv fotoğrafı",
    "(资料图)",
    "受访者供图",
    "▲圖／翻攝畫面",
    "प्रतीकात्मक तस्वीर",
    "(फाइल फोटो)",
    "ছবি: সংগৃহীত",
    "கோப்புப் படம்",
    "ఫైల్ ఫోటో",
    "علامتی تصویر",
    "صورة أرشيفيّة",
    "عکس تزئینی است",
    "(אילוסטרציה)",
    "(แฟ้มภาพ)",
    "(Ảnh minh họa)",
    "기사 내용과 무관한 사진",
    "Φωτογραφία αρχείου",
    "Фото из открытых источников",
    "Головне фото: ілюстративне",
    "انتهای پیام/",
    "/انتهای پیام/",
    "انتهای پیام/ ۱۲۳",
    "پایان خبر",
    "（完）",
    "(끝)",
    "转载请注明出处。",
    "本文系作者原创，转载请注明出处",
    "حقوق النشر محفوظة",
    "Реклама. ООО «Ромашка», ИНН 7700000000, erid: 2VtzqxYz",
    "erid: 2VtzqxYz",
    "◎ 提醒您：飲酒過量有害健康",
    "Матеріал створено за підтримки Фонду розвитку медіа",
    "Хочешь быть в курсе? Подписывайся!",
    "Не забудьте поделиться новостью с друзьями!",
    "Еще больше новостей — в нашем паблике",
    "點我加入LINE好友",
    "제보는 카카오톡 jebo",
    "▷ 카카오톡 : '한들제보' 검색",
    "이 기사는 언론사에서 사회 섹션으로 분류했습니다.",
    "खबरें और भी हैं...",
    "இந்த செய்தியை பகிருங்கள்",
    "Δείτε όλες τις τελευταίες Ειδήσεις από την Ελλάδα και τον Κόσμο",
    "Saksikan Video Pilihan di Bawah Ini:",
    "Uyarı: Küfür, hakaret içeren yorumlar onaylanmamaktadır.",
    "Bu haber 2.318 kez okundu",
    "Yasal Uyarı: Yayınlanan haberin tüm hakları saklıdır.",
    "Bu içerik bilgilendirme amaçlıdır, tanı ve tedavi için mutlaka hekiminize başvurunuz.",
    "अस्वीकरण: यह जानकारी सामान्य मान्यताओं पर आधारित है।",
    "* организация признана иностранным агентом на территории РФ",
    "Copy link",
]
SENTENCES = [
    "Реклама старинных часов стоила газете двух подписчиков.",
    "Реклама без пометки обойдется блогеру в сто тысяч.",
    "Еще больше новостей ждут жителей весной.",
    "카카오톡이 새 검색 기능을 선보인다고 밝혔다.",
    "未滿18歲禁止飲酒，但調查發現三成學生喝過。",
    "资料图书馆的屋顶在周一倒塌。",
    "完成修缮的大桥周一重新开放。",
    "끝까지 남은 사람은 셋이었다.",
    "Bu haber köyde bayram havası estirdi.",
    "Yasal uyarı levhaları köprüden söküldü.",
    "Arşiv fotoğrafında üç keçi görülüyor.",
    "Матеріал створено зі старих вітрил.",
    "انتهای پیام او کوتاه بود.",
    "प्रतीकात्मक तस्वीर जलाने पर तीन लोग गिरफ्तार हुए।",
    "Организация признана лучшей в области.",
]


@pytest.mark.parametrize("line", LINES)
def test_such_a_line_goes_wherever_it_stands(line: str) -> None:
    assert goes(line)


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_that_begins_much_alike_stays(line: str) -> None:
    assert not goes(line)


CUES = {
    "(इनपुट: भाषा)": "credit",
    "(Mehmet Yılmaz/İHA)": "credit",
    "(Theo Reuters)": "credit",
    "Minh Anh (Theo AFP)": "credit",
    "प्रतिनिधि": "",
    "প্রতিবেদক: রফিক আহমেদ": "byline",
    "ผู้สื่อข่าว : สมชาย ใจดี": "byline",
    "เรียบเรียง: สมชาย ใจดี": "byline",
    "記事提供：港新聞社": "byline",
    "[디지털뉴스팀]": "byline",
    "Haber Giriş Tarihi: 14.08.2024 07:55": "updated",
    "Copyrights ⓒ": "copyright",
    "מודעה": "ad",
    "ช่องทางติดตามข่าว": "share",
}


@pytest.mark.parametrize("line", CUES)
def test_such_a_line_has_a_cue(line: str) -> None:
    doc = read_text(line)
    cues = lexicon().look_up(doc, doc.ends)[:, 0]
    assert [name for name, at in INDEX.items() if cues[at]][:1] == ([CUES[line]] if CUES[line] else [])
