"""Briefs: a few short paragraphs of Chinese, Japanese or a language that few pages taught stay whole, and what stands
beside labels is none."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.evidence.view import View
from newsclean.options import Kind
from newsclean.reading.read import read
from newsclean.scoring.briefs import BEST, LEAST, brief
from newsclean.scoring.scorer import scorer
from tests.texts import paragraphs

BRIEFS = [
    "新渡轮周二早上抵达港口。\n该船从北部的造船厂出发，航行了两周。\n港口负责人说，渡轮将于下月初投入运营，可载四百名乘客。\n"
    "旧船将被拍卖。它自一九七一年起一直在使用。\n岛上居民的食物和药品都依靠渡轮运送。",
    "警方周三说，在海滩上发现的骨头属于一头鲸。\n一名遛狗的女子周日发现了这些骨头，以为是人的遗骸。\n博物馆希望保存这具骨架。\n"
    "“我从未见过这么大的肋骨。”馆长说。",
    "市府週二宣布，港口的第二艘拖船將於下月啟用。\n市長說，舊船已經使用超過三十年，維修費用逐年增加。\n"
    "在野黨批評採購過程不夠透明，要求公布合約。\n市府回應，將在週五前公開所有文件。",
    "市議会は火曜日、九対六で港の計画を可決した。\n野党は採決前に退席した。市長は夏までに着工し、三年で終えると約束した。\n"
    "費用は約四千万で、半分は国が負担する。\n住民の意見は分かれている。",
    "Мэр ушёл в отставку.\nОн объявил об этом во вторник вечером на заседании совета. Причины он не назвал.\n"
    "«Устал», — сказал он журналистам.\nСовет выберет нового мэра в мае. Кандидатов пока двое.\nОба — рыбаки.",
    "नगर प्रमुख ने इस्तीफा दे दिया है।\nउन्होंने मंगलवार शाम परिषद की बैठक में इसकी घोषणा की। कारण नहीं बताया।\n"
    'उन्होंने पत्रकारों से कहा, "मैं थक गया हूं।"\nपरिषद मई में नया प्रमुख चुनेगी। अभी दो उम्मीदवार हैं।\nदोनों मछुआरे हैं।',
    "Wali kota mengundurkan diri.\nIa mengumumkannya pada Selasa malam dalam rapat dewan. Ia tidak menyebutkan "
    'alasannya.\n"Saya lelah," katanya kepada wartawan.\nDewan akan memilih wali kota baru pada bulan Mei. Sejauh ini '
    "ada dua calon.\nKeduanya nelayan.",
]
NOTICES = [
    "您还没有登录，登录后可以收藏文章和发表评论。\n还没有账号的用户可以免费注册一个新账号。\n忘记密码的用户可以通过手机号码找回密码。",
    "本网站所刊登的内容版权均归本社所有。\n未经书面授权，任何单位不得转载使用。\n违者本社将依法追究其法律责任。\n举报电话请见首页底部。",
    "Этот материал доступен только подписчикам.\nВойдите или зарегистрируйтесь, чтобы прочитать его целиком.\nПодписка "
    "открывает все материалы и помогает редакции.\nОформить её можно на месяц или на год.",
    "この記事は会員限定です。\nログインしてください。\n会員登録は無料です。\n登録すると、すべての記事を読むことができます。",
]


@pytest.mark.parametrize("apart", ["\n", "\n\n", "\r\n"])
@pytest.mark.parametrize("text", BRIEFS)
def test_a_brief_stays_whole(text: str, apart: str) -> None:
    lines = text.split("\n")
    cleaned = clean(apart.join(lines))
    assert cleaned.split("\n\n") == lines
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize("text", BRIEFS[:5])
def test_a_label_below_does_not_take_it_along(text: str) -> None:
    brief = text.replace("\n", "\n\n")
    label = "Больше новостей читайте в нашем канале." if "Мэр" in text else "（责任编辑：王某）"
    assert clean(f"{brief}\n\n{label}") == brief


@pytest.mark.parametrize("text", NOTICES)
def test_what_a_site_says_of_itself_is_no_brief(text: str) -> None:
    assert clean(text) == ""


@pytest.mark.parametrize(
    ("lines", "scores", "found"),
    [
        (BRIEFS[0].split("\n"), [BEST, 0.3, 0.3, 0.3, 0.3], [1, 1, 1, 1, 1]),
        (["新渡轮抵达港口", *BRIEFS[0].split("\n")], [0.1, BEST, 0.3, 0.3, 0.3, 0.3], [0, 1, 1, 1, 1, 1]),
        ([*BRIEFS[0].split("\n"), "热门新闻"], [BEST, 0.3, 0.3, 0.3, 0.3, 0.3], [1, 1, 1, 1, 1, 0]),
        ([*BRIEFS[0].split("\n"), "扫描二维码关注我们的公众号。"], [BEST, 0.3, 0.3, 0.3, 0.3, 0.3], [1, 1, 1, 1, 1, 0]),
        ([*BRIEFS[0].split("\n"), "热门新闻", "科技", "体育"], [BEST, *[0.3] * 7], [0] * 8),
        (BRIEFS[0].split("\n"), [BEST - 0.01] * 5, [0] * 5),
        (BRIEFS[0].split("\n"), [BEST, *[LEAST - 0.1] * 4], [0] * 5),
        (BRIEFS[0].split("\n")[:2], [BEST, 0.3], [0] * 2),
        (BRIEFS[0].split("\n") * 4, [BEST, *[0.3] * 19], [0] * 20),
    ],
    ids=[
        "sentences",
        "a headline",
        "a label",
        "a call",
        "a foot",
        "none likely",
        "all else unlikely",
        "too short",
        "long",
    ],
)
def test_what_a_brief_is(lines: list[str], scores: list[float], found: list[int]) -> None:
    view = View(read("\n\n".join(lines), "text"))
    assert view.n == len(lines)
    told = brief(view, np.array(scores, np.float32), scorer("text").vocabulary)
    assert told.tolist() == [bool(one) for one in found]


LINES = BRIEFS[0].split("\n")


def told(*blocks: str, kind: Kind = "text", layout: str = "", first: int = 0) -> list[int]:
    """The blocks that are a brief, all of them possible and one of them likely."""
    doc = read("\n\n".join(blocks), kind)
    view = View(replace(doc, layout=layout or doc.layout))
    score = np.full(view.n, 0.3, np.float32)
    score[first : first + 1] = BEST
    return np.flatnonzero(brief(view, score, scorer("text").vocabulary)).tolist()


@pytest.mark.parametrize(
    "last",
    [
        "[岛上居民的食物和药品都依靠渡轮运送。](/a)",
        "* 岛上居民的食物和药品都依靠渡轮运送。",
        "## 岛上居民的食物和药品都依靠渡轮运送。",
        "来信请寄 desk@ferry.example。",
        "（记者王某）",
    ],
    ids=["a link", "an item", "a heading", "an address", "a reporter"],
)
def test_a_label_ends_a_brief_though_a_sentence_may_stand_in_it(last: str) -> None:
    assert told(*LINES[:4], last, kind="markdown") == [0, 1, 2, 3]
    assert told(*LINES[:4], LINES[4], kind="markdown") == [0, 1, 2, 3, 4]


def test_what_somebody_says_needs_no_full_stop() -> None:
    japanese = BRIEFS[3].split("\n")
    assert told(japanese[0], "「こんなに大きな骨は見たことがない」", *japanese[1:]) == [0, 1, 2, 3, 4]
    assert told(japanese[0], "こんなに大きな骨は見たことがない", *japanese[1:]) == []


def test_neither_two_paragraphs_nor_lines_that_are_guessed_nor_nothing_are_a_brief() -> None:
    assert told("新渡轮抵达港口", "".join(LINES[:3]), "".join(LINES[3:]), first=1) == []
    assert told(*LINES, layout="one_line") == []
    assert told("") == []


def test_in_html_markup_tells_more_than_sentences() -> None:
    menu = "<nav><a href='/'>首页</a><a href='/s'>体育</a></nav>"
    page = f"<html><body>{menu}<article class='story'>{paragraphs(LINES)}</article></body></html>"
    assert told(page, kind="html", first=1) == []


def test_a_brief_is_named_among_the_reasons() -> None:
    reasons = [name for block in explain(BRIEFS[0]).blocks for name, _ in block.reasons]
    assert "a brief of sentences" in reasons
