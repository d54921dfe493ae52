"""Labels of comments: how publishing systems count what readers wrote, in many languages, and what is none."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import clean
from newsclean.evidence.view import View
from newsclean.reading.read import read
from newsclean.scoring.comment_labels import is_bare, is_label, naming_headline
from newsclean.scoring.comments import in_comments
from tests.test_comments import ARTICLE, COMMENTS, NAMES, kept

TITLE = "Sea wall gives way below the promenade, and nobody knows who has to pay for it"
NAMING = [
    *("3 thoughts on “{}”", "One thought on “{}”", "3 Responses to {}", "3 Comments on {}", "1 reply on “{}”"),
    *("3 Gedanken zu „{}“", "3 Antworten auf „{}“", "Ein Gedanke zu „{}“", '3 Kommentare zu "{}"'),
    *("3 réflexions sur « {} »", "3 réponses à “{}”", "3 comentarios en «{}»", "3 respuestas a {}"),
    *("3 comentários em “{}”", "3 pensamentos em “{}”", "3 commenti su “{}”", "3 pensieri riguardo “{}”"),
    *("3 gedachten over “{}”", "Eén gedachte over “{}”", "3 komentarze do “{}”", "3 myśli na temat „{}”"),
    *("3 svar på ”{}”", "3 tanker om “{}”", "3 vastausta artikkeliin “{}”", "3 мысли о «{}»", "3 ответа на «{}»"),
    *("3 думки щодо “{}”", "3 komentáře u „{}“", "3 odpovede na „{}“", "3 gondolat erről: „{}”"),
    *("3 hozzászólás a(z) „{}” bejegyzéshez", "3 gânduri despre „{}”", "3 мисли за “{}”", "3 σκέψεις για το “{}”"),
    *("“{}” için 3 yorum", "“{}” üzerine 3 düşünce", "3 misli o “{}”", "3 одговора на „{}“", "3 mõtet “{}” kohta"),
    *("3 תגובות בנושא “{}”", "3 أفكار عن “{}”", "3 دیدگاه دربارهٔ «{}»", "3 pemikiran pada “{}”"),
    *("3 suy nghĩ về “{}”", "3 ข้อความตอบกลับที่ “{}”", "「{}」への3件のフィードバック", "《{}》有3条评论"),
    *("“{}”에 대한 3개의 생각", "“{}” पर 3 विचार"),
]
COUNTING = [
    "3 réactions",
    "Antworten (3)",
    "20 de răspunsuri",
    "3 vastust",
    "Diskuze (3)",
    "3 yanıt",
    "3 ответа",
    "5条回应",
]


def labels(lines: list[str]) -> list[str]:
    """The lines that are labels."""
    view = View(read("\n\n".join(lines), "text"))
    return [view.doc.read_text(block) for block in range(view.n) if is_label(view, block)]


def naming(lines: list[str]) -> list[str]:
    """The lines that name a headline above."""
    view = View(read("\n\n".join(lines), "text"))
    return [view.doc.read_text(block) for block in naming_headline(view, range(view.n))]


@pytest.mark.parametrize("form", NAMING)
def test_a_label_that_names_the_headline_is_one_however_long(form: str) -> None:
    label = form.format(TITLE)
    assert naming([TITLE, ARTICLE[0], label]) == [label]
    page = [TITLE, *ARTICLE, label, NAMES[0], *COMMENTS]
    assert kept(clean("\n".join(page))) == []


@pytest.mark.parametrize(
    "label",
    [
        "3 thoughts on “The tide is early this year”",  # a headline of another page
        f"0 comments on “{TITLE}”",
        f"The council has had three thoughts on “{TITLE}” since it met on Monday in the town hall of Eldham, it said",
        f"“{TITLE}”",
        f"3 photographs of “{TITLE}”",
        TITLE,
    ],
)
def test_other_lines_with_a_headline_are_none(label: str) -> None:
    assert naming([TITLE, ARTICLE[0], label]) == []
    assert kept(clean("\n".join([TITLE, *ARTICLE, label, NAMES[0], *COMMENTS]))) == COMMENTS


def test_a_headline_below_the_label_is_none_of_the_article() -> None:
    label = f"3 thoughts on “{TITLE}”"
    assert naming([label, ARTICLE[0], TITLE]) == []


@pytest.mark.parametrize("label", COUNTING)
def test_a_count_right_beside_what_answers_are_called_makes_a_label(label: str) -> None:
    assert labels([ARTICLE[0], label, ARTICLE[1]]) == [label]


@pytest.mark.parametrize(
    "line",
    [
        "Réactions",
        "Antworten",
        "Bikes made here – 4 Meinungen",
        "0 réactions",
        "Diskussion 2030",
        "Antworten auf 3 Fragen",
    ],
)
def test_without_one_it_may_be_a_heading(line: str) -> None:
    assert labels([ARTICLE[0], line, ARTICLE[1]]) == []


def test_a_bare_label_says_no_more() -> None:
    lines = ["Comments", "3 Comments", "5 komentarzy do wpisu", "What the comments say of the council's plan"]
    view = View(read("\n\n".join(lines), "text"))
    assert [is_bare(view, block) for block in range(view.n)] == [True, True, True, False]


def told(lines: list[str]) -> bool:
    """Whether anything is in the comments; every sentence is liked."""
    view = View(read("\n\n".join([*ARTICLE, *lines]), "text"))
    return bool(in_comments(view, np.where(view.words > 8, 0.9, 0.1).astype(np.float32), 0.5).any())


def test_below_a_bare_label_names_need_no_dates() -> None:
    thread = [line for name, comment in zip(NAMES, COMMENTS, strict=True) for line in (name, comment)]
    assert told(["Comments", *thread])
    assert told(["5 komentarzy do wpisu", *thread])
    assert not told(["What the comments say of the council", *thread])
    assert not told(["Comments", *NAMES, *COMMENTS])  # names above the paragraphs, not between
    assert not told(["Comments", *COMMENTS])


def test_a_thread_longer_than_the_article_needs_more_signs() -> None:
    dated = [line for day in range(1, 13) for line in (f"{day} March 2024", f"{COMMENTS[1]} That was day {day}.")]
    plain = [line for day in range(1, 13) for line in (f"Reader {day}", f"{COMMENTS[1]} That was day {day}.")]
    assert told(["Comments on this", *dated])
    assert not told(["Comments on this", *plain])
    assert not told(["Comments", *plain])  # the share above the label is that of a share bar on top


def test_above_a_long_thread_a_stream_of_counts_is_none() -> None:
    dated = [line for day in range(1, 13) for line in (f"{day} March 2024", f"{COMMENTS[1]} That was day {day}.")]
    stream = [line for number in range(2, 5) for line in (f"Story {number}", f"{number} Comments")]
    assert told(["3 Comments", *dated])
    assert not told([*stream, "8 Comments", *dated])


def test_one_paragraph_right_below_a_heading_is_no_thread() -> None:
    assert not told(["All the comments", COMMENTS[0]])
    assert told(["All the comments", NAMES[0], COMMENTS[0]])


def test_a_label_on_top_of_the_article_may_name_its_headline() -> None:
    rest = [f"{line} That is part {number}." for number in range(4) for line in ARTICLE]
    lines = [TITLE, *ARTICLE[:2], f"3 comments on “{TITLE}”", *rest]
    view = View(read("\n\n".join(lines), "text"))
    assert not in_comments(view, np.where(view.words > 8, 0.9, 0.1).astype(np.float32), 0.5).any()


def test_a_line_of_few_words_is_no_headline_without_marks() -> None:
    assert naming(["Article goes on", ARTICLE[0], "Article goes on 12 comments"]) == []
    assert naming(["The article goes on", ARTICLE[0], "The article goes on 12 comments"]) != []


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["3 comments:"], ["3 comments:"]),
        (["Comments:"], []),
        (["Comments (", "3)"], ["Comments ("]),
        (["Comments (", "0)"], []),
        (["Comments", "(0)"], []),
        (["Comments", "0 shares"], ["Comments"]),
    ],
)
def test_the_count_of_a_label_may_stand_before_a_colon_or_on_the_next_line(lines: list[str], found: list[str]) -> None:
    assert labels([ARTICLE[0], *lines, ARTICLE[1]]) == found


@pytest.mark.parametrize("title", ["Sea", "Sea wall"])
def test_a_word_or_two_before_which_comments_are_counted_are_no_headline(title: str) -> None:
    assert naming([title, ARTICLE[0], f"3 comments on {title}"]) == []


@pytest.mark.parametrize(
    "label",
    ["3 readers of ours have left us their comments on {}", "{} has from you and from us got 3 comments"],
)
def test_a_sentence_with_a_headline_in_it_is_no_label(label: str) -> None:
    assert naming([TITLE, ARTICLE[0], label.format(TITLE)]) == []


@pytest.mark.parametrize("heading", ["Eine Antwort auf die Krise", "Une réponse à la crise", "Ett svar på krisen"])
def test_one_answer_is_a_heading_where_no_headline_stands_beside_it(heading: str) -> None:
    dated = [line for name, text in zip(NAMES, COMMENTS, strict=True) for line in (name, "5 March 2024", text)]
    page = [*ARTICLE, heading, "The council has put money aside for stone, and for a diver.", "3 Comments", *dated]
    view = View(read("\n\n".join(page), "text"))
    inside = in_comments(view, np.where(view.words > 8, 0.9, 0.1).astype(np.float32), 0.5)
    assert view.doc.read_text(int(np.flatnonzero(inside)[0])) == "3 Comments"
