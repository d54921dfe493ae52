"""Comments below an article, in text without elements: what readers wrote goes, what stands below a share bar stays."""

from __future__ import annotations

import pytest

from newsclean import clean, explain
from tests.test_story_cards import WALL
from tests.texts import PARAGRAPHS

ARTICLE = [
    *WALL,
    "The wall was built of granite in 1887, and was last mended thirty years ago, when a storm took the promenade.",
    "Whether the county or the town has to pay for it has been before a court for two years, said the town clerk.",
    "Until the divers are done nobody can say what it will cost, or how long the lower path will have to be closed.",
    "Traders along the promenade have asked for a meeting with the council before the summer, and will get one.",
]
COMMENTS = [
    "The cement that was used thirty years ago was never meant for salt water, and anybody who worked there knew it.",
    "My father poured that concrete. They ran out of granite in October, so the last forty metres were filled with "
    "whatever came off the barge, and everybody at the yard knew that it would be trouble within a generation.",
    "The county had a survey done two years ago, which is in the library. It says on page nine that the stone moves "
    "by three millimetres a year, and it asks for a new footing. Nothing was done about it until this week.",
]
NAMES = ["Gull on the mast", "baker_lane", "Morwen T"]
DATES = ["5 March 2024 at 10:12", "5 March 2024 at 11:40", "6 March 2024 at 08:03"]
LABELS = {
    "en": "3 Comments",
    "en-form": "Leave a comment",
    "de": "3 Kommentare",
    "de-opinion": "Ihre Meinung zu diesem Beitrag (3)",
    "fr": "3 commentaires",
    "es": "3 comentarios",
    "nl": "3 reacties",
    "pl": "Komentarze (3)",
    "ru": "3 комментария",
    "tr": "3 yorum",
    "zh": "3条评论",
    "ja": "コメント (3)",
    "ko": "댓글 3개",
    "ar": "التعليقات (3)",
}


FORMS = {
    "name, date": "{name}\n{date}\n{comment}",
    "one line": "{name} · {date}\n{comment}",
    "below": "{comment}\n{name}, {date}",
    "reply": "{name} says:\n{date}\n{comment}\nReply",
}


def thread(label: str, form: str = FORMS["name, date"]) -> str:
    rows = zip(NAMES, DATES, COMMENTS, strict=True)
    return "\n".join([label, *(form.format(name=name, date=date, comment=comment) for name, date, comment in rows)])


def kept(text: str) -> list[str]:
    return [comment for comment in COMMENTS if comment in text]


@pytest.mark.parametrize("label", LABELS.values(), ids=LABELS)
def test_what_stands_below_the_label_goes(label: str) -> None:
    text = clean("\n".join([*ARTICLE, thread(label)]))
    assert text == "\n\n".join(ARTICLE)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_however_names_and_dates_are_set(form: str) -> None:
    assert kept(clean("\n".join([*ARTICLE, thread("3 Comments", form)]))) == []


def test_the_reason_says_so() -> None:
    made = explain("\n".join([*ARTICLE, thread("3 Comments")]))
    told = [block.text for block in made.blocks if "in the comments" in [why.name for why in block.reasons]]
    assert set(COMMENTS) <= set(told)


def test_of_markdown_too() -> None:
    source = "# Section of sea wall closed\n\n" + "\n\n".join([*ARTICLE, thread("## 3 Comments").replace("\n", "\n\n")])
    assert kept(clean(source, kind="markdown")) == []


def test_a_brief_above_comments_is_an_article() -> None:
    menu = ["Home", "Local", "Sport", "Contact", "Photos"] * 3
    told = [NAMES[0], DATES[0], COMMENTS[0], NAMES[1], DATES[1], "We are open as usual, so please do come."]
    brief = [*WALL, "A diver will look at them next week, when the tide is at its lowest for a fortnight."]
    assert clean("\n".join([*menu, *brief, "2 Comments", *told, *menu])) == "\n\n".join(brief)


def test_a_label_on_top_of_the_article_is_a_share_bar() -> None:
    top = ["Section of sea wall closed", "Dora Finch", "5 March 2024", "3 Comments", "Share", "Reply"]
    text = clean("\n".join([*top, *ARTICLE]))
    assert all(paragraph in text for paragraph in ARTICLE)


def test_below_a_share_bar_in_the_middle_paragraphs_without_names_between_stay() -> None:
    text = clean("\n".join([*ARTICLE, "3 Comments", "Share", *COMMENTS, "5 March 2024"]))
    assert kept(text) == COMMENTS


def test_a_toolbar_below_other_text_is_no_label() -> None:
    """As pages with their scripts have it: text that a program holds, a toolbar with a date, the article."""
    bar = ["3 Comments", "5 March 2024", *(f"Menu {number}" for number in range(30))]
    article = [f"{comment} Of that there is record number {number}." for comment in COMMENTS for number in range(3)]
    text = clean("\n".join([*ARTICLE, *bar, *article, "Home", "Sport"]))
    assert all(paragraph in text for paragraph in article)


def test_a_speaker_with_a_colon_is_no_label() -> None:
    told = [line for name, comment in zip(NAMES, COMMENTS, strict=True) for line in (name, comment)]
    text = clean("\n".join([*ARTICLE, "The minister's comments:", *told, "5 March 2024"]))
    assert kept(text)


def test_an_article_on_comments_stays() -> None:
    own = [*ARTICLE, "Why comments were closed", *(f"{comment} {comment[:60]}." for comment in COMMENTS)]
    text = clean("\n".join(own))
    assert kept(text) == COMMENTS


def test_stories_that_each_have_comments_stay() -> None:
    def story(number: int) -> str:
        return "\n".join([f"Story {number} of the week", NAMES[0], DATES[0], *ARTICLE, "Comments (3 posted)"])

    text = clean("\n".join(story(number).replace("1887", f"188{number}") for number in range(6)))
    assert text.count("The wall was built of granite in 188") == 6


def test_who_prefers_recall_gets_them() -> None:
    assert kept(clean("\n".join([*ARTICLE, thread("3 Comments")]), prefer="recall"))


@pytest.mark.parametrize("label", ["0 Comments", "Comments (0)", "Comments (\n0 )", "Comments\n( )", "コメント 0"])
def test_a_label_that_counts_none_has_none_below_it(label: str) -> None:
    text = "\n".join([*ARTICLE, thread(label)])
    assert "in the comments" not in {why.name for block in explain(text).blocks for why in block.reasons}


@pytest.mark.parametrize("label", ["3 Comments", "Comments (\n3 )", "Comments (", "10 Comments"])
def test_one_that_counts_some_or_nothing_has(label: str) -> None:
    assert not kept(clean("\n".join([*ARTICLE, thread(label)])))


GLUED = [
    "{comment}<br>-- {name}, {date}",
    "{name} wrote on {date}:<br>{comment}",
    "<b>{name}</b>, {date}<br>{comment}",
    "{date} {name}<br>{comment}",
]


def glued(label: str, form: str, article: list[str] = ARTICLE, comments: list[str] = COMMENTS) -> str:
    """A page on which nothing but a line break parts a comment from who wrote it and when."""
    rows = [form.format(name=n, date=d, comment=c) for n, d, c in zip(NAMES, DATES, comments, strict=False)]
    body = "".join(f"<p>{text}</p>" for text in article)
    below = "".join(f"<tr><td>{row}</td></tr>" for row in rows)
    return f"<html><body><div class='a1'>{body}<h3>{label}</h3><table class='b2'>{below}</table></div></body></html>"


@pytest.mark.parametrize("form", GLUED)
def test_paragraphs_that_begin_with_a_date_need_no_lines(form: str) -> None:
    assert clean(glued("3 Comments", form)) == "\n\n".join(ARTICLE)


@pytest.mark.parametrize(("plain", "stay"), [(2, 0), (3, 3)])
def test_most_paragraphs_begin_or_end_with_a_date(plain: int, stay: int) -> None:
    more = "".join(f"<tr><td>{text}</td></tr>" for text in PARAGRAPHS[:plain])
    text = clean(glued("3 Comments", GLUED[1]).replace("</table>", f"{more}</table>"))
    assert len(kept(text)) == stay


def test_one_such_paragraph_is_no_thread() -> None:
    assert len(kept(clean(glued("1 Comment", GLUED[1], comments=COMMENTS[:1])))) == 1


@pytest.mark.parametrize("times", [1, 9])
def test_a_thread_is_no_more_than_so_many_times_as_long(times: int) -> None:
    long = [" ".join([comment] * times) for comment in COMMENTS]
    text = clean(glued("3 Comments", GLUED[1], article=ARTICLE[:3], comments=long))
    assert (text == "\n\n".join(ARTICLE[:3])) is (times == 1)


@pytest.mark.parametrize(
    ("label", "form"),
    [("3 Comments", "{name}<br>{comment}"), ("How it was", GLUED[1])],
    ids=["no dates", "no label"],
)
def test_without_dates_or_a_label_they_may_be_the_articles(label: str, form: str) -> None:
    assert len(kept(clean(glued(label, form)))) == 3
