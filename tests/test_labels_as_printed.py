"""Labels as sites print them: behind a bullet, an arrow or an emoji, with or without vowel signs."""

from __future__ import annotations

import pytest

from newsclean.evidence.folding import folded, unmarked
from newsclean.evidence.lexicon import INDEX
from newsclean.evidence.lexicons import lexicon
from newsclean.reading.text import read_text
from newsclean.scoring.boilerplate import is_boilerplate
from newsclean.scoring.lone_lines import is_lone


def families(line: str) -> set[str]:
    doc = read_text(line)
    cues = lexicon().look_up(doc, doc.ends)[:, 0]
    return {name for name, at in INDEX.items() if cues[at]}


SIGNS = [*"▪●★▼◎👉📌🔴✔☞※◇▷▲■»-*•‣・", "👉🏻", "➡️", "✔️", "▪▪", "⬇️"]


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_before_a_label_leaves_it_a_label(sign: str) -> None:
    assert "also" in families(f"{sign} Read also: Mayor resigns after audit")
    assert "also" in families(f"{sign}延伸閱讀：颱風假沒放怎麼辦")
    assert is_lone(f"{sign} Did this article help you?", edge=True) == is_lone("Did this article help you?", edge=True)
    assert is_boilerplate(folded(f"{sign} Copy link"))


@pytest.mark.parametrize("line", ["▪ The mayor read alsoran tips.", "👉 Two of them were found on Monday.", "▪", "👉"])
def test_a_sign_makes_no_label(line: str) -> None:
    assert families(line) == set()


def test_signs_that_say_something_stay() -> None:
    assert families("© Harbour News") == {"copyright"}
    assert [unmarked(text) for text in ("№ 5", "−5 degrees", "“read also”", "½ cup", "€ 20", "① one")] == [
        "№ 5", "−5 degrees", "“read also”", "½ cup", "€ 20", "① one",
    ]  # fmt: skip


@pytest.mark.parametrize("label", ["اقرأ أيضًا", "اقرأ أيضاً", "اقرأ أيضا", "اقــرأ أيضًا", "شاهد أيضًا", "قد يهمك أيضًا"])
def test_arabic_labels_are_known_with_and_without_vowel_signs(label: str) -> None:
    assert families(f"{label}: العثور على ماعز ضائع") & {"also", "related"}


POINTERS = [
    "Также по теме: нашли козу",
    "Ранее: нашли козу",
    "Також читайте: знайшли козу",
    "Раніше: знайшли козу",
    "AYRICA OKUYUN: Kayıp keçi bulundu",
    "Önerilen haber: Kayıp keçi bulundu",
    "للمزيد: العثور على ماعز ضائع",
    "تابع أيضًا: العثور على ماعز ضائع",
    "موضوعات متعلقة",
    "در همین رابطه: بز گمشده پیدا شد",
    "این خبر را هم بخوانید: بز گمشده پیدا شد",
    "עוד באתר: נמצאה עז",
    "ये भी पढ़िए: खोई बकरी मिली",
    "खबर से जुड़ी अन्य खबरें",
    "পড়ুন: হারানো ছাগল পাওয়া গেছে",
    "এই সংক্রান্ত আরও খবর",
    "இதையும் படிக்க: தொலைந்த ஆடு கிடைத்தது",
    "اسے بھی پڑھیں: گمشدہ بکری مل گئی",
    "ดูข่าวต้นฉบับ",
    "Đừng bỏ lỡ: Tìm thấy con dê bị lạc",
    "点击进入专题：走失的山羊",
    "【あわせて読む】迷子のヤギ見つかる",
    "[함께 읽는 기사] 잃어버린 염소 찾았다",
    "Δείτε ακόμη: Βρέθηκε η κατσίκα",
    "ΣΧΕΤΙΚΗ ΕΙΔΗΣΗ: Βρέθηκε η κατσίκα",
]
SENTENCES = [
    "Ранее козу уже теряли дважды.",
    "Раніше козу вже губили двічі.",
    "Đừng bỏ lỡ cơ hội này, ông nói.",
    "للمزيد من المعلومات يمكن الاتصال بالبلدية.",
    "در همین رابطه شهردار گفت بز پیدا شده است.",
    "עוד באתר העתיק נמצאו שלושה כדים.",
    "Δείτε τι είπε ο δήμαρχος για την κατσίκα.",
]


@pytest.mark.parametrize("line", POINTERS)
def test_what_points_to_another_story_is_a_cue(line: str) -> None:
    assert families(line) & {"also", "related"}


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_that_begins_much_alike_is_none(line: str) -> None:
    assert not families(line) & {"also", "related"}


CLINGING = [
    "Διαβάστε επίσηςΕπίδομα θέρμανσης: Πότε πληρώνεται",
    "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣΕπίδομα θέρμανσης: Πότε πληρώνεται",
    "Leggi ancheFurti in aumento, il sindaco convoca il prefetto",
    "» Read alsoMayor resigns after audit",
    "Lees ookBrug weer open",
]


@pytest.mark.parametrize("line", CLINGING)
def test_a_title_that_clings_to_its_label_goes_with_it(line: str) -> None:
    assert is_lone(line)


@pytest.mark.parametrize(
    "line", ["The mayor read alsoran tips", "Leggi ancheggianti", "READ MOREOVER", "TrendingTopics"]
)
def test_a_word_that_goes_on_is_no_title(line: str) -> None:
    assert not is_lone(line)
