"""Briefs: a few short paragraphs of Chinese or Japanese stay whole, and what stands beside labels is none."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import clean, explain
from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.briefs import BEST, LEAST, brief

BRIEFS = [
    "新渡轮周二早上抵达港口。\n该船从北部的造船厂出发，航行了两周。\n港口负责人说，渡轮将于下月初投入运营，可载四百名乘客。\n"
    "旧船将被拍卖。它自一九七一年起一直在使用。\n岛上居民的食物和药品都依靠渡轮运送。",
    "警方周三说，在海滩上发现的骨头属于一头鲸。\n一名遛狗的女子周日发现了这些骨头，以为是人的遗骸。\n博物馆希望保存这具骨架。\n"
    "“我从未见过这么大的肋骨。”馆长说。",
    "市府週二宣布，港口的第二艘拖船將於下月啟用。\n市長說，舊船已經使用超過三十年，維修費用逐年增加。\n"
    "在野黨批評採購過程不夠透明，要求公布合約。\n市府回應，將在週五前公開所有文件。",
    "市議会は火曜日、九対六で港の計画を可決した。\n野党は採決前に退席した。市長は夏までに着工し、三年で終えると約束した。\n"
    "費用は約四千万で、半分は国が負担する。\n住民の意見は分かれている。",
]
NOTICES = [
    "您还没有登录，登录后可以收藏文章和发表评论。\n还没有账号的用户可以免费注册一个新账号。\n忘记密码的用户可以通过手机号码找回密码。",
    "本网站所刊登的内容版权均归本社所有。\n未经书面授权，任何单位不得转载使用。\n违者本社将依法追究其法律责任。\n举报电话请见首页底部。",
    "この記事は会員限定です。\nログインしてください。\n会員登録は無料です。\n登録すると、すべての記事を読むことができます。",
]


@pytest.mark.parametrize("apart", ["\n", "\n\n", "\r\n"])
@pytest.mark.parametrize("text", BRIEFS)
def test_a_brief_stays_whole(text: str, apart: str) -> None:
    lines = text.split("\n")
    cleaned = clean(apart.join(lines))
    assert cleaned.split("\n\n") == lines
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize("text", NOTICES)
def test_what_a_site_says_of_itself_is_no_brief(text: str) -> None:
    assert clean(text) == ""


@pytest.mark.parametrize(
    ("lines", "scores", "found"),
    [
        (BRIEFS[0].split("\n"), [BEST, 0.3, 0.3, 0.3, 0.3], [1, 1, 1, 1, 1]),
        (["新渡轮抵达港口", *BRIEFS[0].split("\n")], [0.1, BEST, 0.3, 0.3, 0.3, 0.3], [0, 1, 1, 1, 1, 1]),
        ([*BRIEFS[0].split("\n"), "热门新闻"], [BEST, 0.3, 0.3, 0.3, 0.3, 0.3], [0] * 6),
        ([*BRIEFS[0].split("\n"), "扫描二维码关注我们的公众号。"], [BEST, 0.3, 0.3, 0.3, 0.3, 0.3], [0] * 6),
        (BRIEFS[0].split("\n"), [BEST - 0.01] * 5, [0] * 5),
        (BRIEFS[0].split("\n"), [BEST, *[LEAST - 0.1] * 4], [0] * 5),
        (BRIEFS[0].split("\n")[:2], [BEST, 0.3], [0] * 2),
        (BRIEFS[0].split("\n") * 4, [BEST, *[0.3] * 19], [0] * 20),
    ],
    ids=["sentences", "a headline", "a label", "a call", "none likely", "all else unlikely", "too short", "long"],
)
def test_what_a_brief_is(lines: list[str], scores: list[float], found: list[int]) -> None:
    view = View(read("\n\n".join(lines), "text"))
    assert view.n == len(lines)
    assert brief(view, np.array(scores, np.float32)).tolist() == [bool(one) for one in found]


def test_a_brief_is_named_among_the_reasons() -> None:
    reasons = [name for block in explain(BRIEFS[0]).blocks for name, _ in block.reasons]
    assert "a brief of sentences" in reasons
