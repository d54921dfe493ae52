"""Encodings that nothing declares are told by the letters that bytes would stand for, whatever else is installed."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.reading.decode import decode
from newsclean.reading.detect import ENCODINGS, alphabets, detect

SENTENCES = [
    ("cp1252", "La mairie a rouvert l'école après des mois de travaux ; les élèves, eux, préféraient le théâtre."),
    ("cp1252", "El ayuntamiento reabrió la biblioteca después de dos años y medio, y la niña leyó en el jardín."),
    ("cp1252", "A câmara reabriu a estação após três anos; não há ainda horários, mas os cães já lá dormem."),
    ("cp1252", "Die Gemeinde öffnete die Bücherei nach zwölf Monaten; schöner wäre nur ein größerer Garten."),
    ("cp1252", "Riksbron öppnades på lördagen, och även båtarna får åka under den när älven är hög."),
    ("cp1252", "The café on the pier reopened at 9 a.m.; a cup costs £2 – “a fair price”, said its owner."),
    ("cp1250", "Ulica została zamknięta, a mieszkańcy czekają na most już trzeci rok; koszt wciąż rośnie."),
    ("cp1250", "Město znovu otevřelo knihovnu po dvou letech; děti přišly dříve, než se vůbec odemklo."),
    ("cp1250", "A város megnyitotta a könyvtárat; a gyerekek már reggel hétkor ott ültek a lépcsőn és vártak."),
    ("cp1250", "Gradsko vijeće otvorilo je knjižnicu nakon dviju godina; djeca su čekala već u sedam, kiša ili ne."),
    ("iso8859-2", "Ulica została zamknięta, a mieszkańcy czekają na most już trzeci rok; koszt wciąż rośnie."),
    ("iso8859-2", "Město znovu otevřelo knihovnu po dvou letech; děti přišly dříve, než se vůbec odemklo."),
    ("cp1251", "Мост через реку закроют до весны: опоры размыло, а объезд занимает почти час."),
    ("cp1251", "Міст через річку закриють до весни: опори розмило, а їхати в об'їзд майже годину."),
    ("cp1251", "Мостът над реката ще бъде затворен до пролетта, а обходът отнема почти час."),
    ("koi8-r", "Мост через реку закроют до весны: опоры размыло, а объезд занимает почти час."),
    ("koi8-u", "Міст через річку закриють до весни: опори розмило, а їхати в об'їзд майже годину."),
    ("iso8859-5", "Мост через реку закроют до весны: опоры размыло, а объезд занимает почти час."),
    ("cp1253", "Η γέφυρα πάνω από το ποτάμι θα μείνει κλειστή ως την άνοιξη, είπε ο δήμαρχος."),
    ("cp1254", "Belediye köprüyü ilkbahara kadar kapattı; çocuklar okula artık uzun yoldan gidiyor, dediler."),
    ("cp1255", "הגשר מעל הנהר ייסגר עד האביב, אמר ראש העירייה, והדרך העוקפת אורכת כמעט שעה."),
    ("cp1256", "سيبقى الجسر فوق النهر مغلقا حتى الربيع كما قال رئيس البلدية أمس الأربعاء."),
    ("cp1257", "Rīgas dome atkal atvēra bibliotēku pēc diviem gadiem; bērni gaidīja jau pulksten septiņos."),
    ("cp874", "สะพานข้ามแม่น้ำจะปิดไปจนถึงฤดูใบไม้ผลิ นายกเทศมนตรีกล่าวเมื่อวันพุธ"),
    ("cp932", "川にかかる橋は春まで通行止めになると市長が水曜日に述べた。"),
    ("euc_jp", "川にかかる橋は春まで通行止めになると市長が水曜日に述べた。"),
    ("gb18030", "市长星期三说，河上的大桥将关闭到春天，绕行需要将近一个小时。"),
    ("big5hkscs", "市長星期三說，河上的大橋將關閉到春天，繞行需要將近一個小時。"),
    ("cp949", "강 위의 다리는 봄까지 통행이 금지된다고 시장이 수요일에 말했다."),
]


@pytest.mark.parametrize(("encoding", "sentence"), SENTENCES)
def test_a_sentence_tells_its_encoding(encoding: str, sentence: str) -> None:
    assert decode(sentence.encode(encoding)) == sentence
    assert decode(f"<p>{sentence.upper()}</p>".encode(encoding)).upper() == f"<P>{sentence.upper()}</P>"


@pytest.mark.parametrize(("encoding", "sentence"), SENTENCES)
def test_a_damaged_byte_changes_no_other(encoding: str, sentence: str) -> None:
    data = f"<p>{sentence * 9}</p><p>\xff</p>".encode("latin-1" if encoding == "cp1252" else encoding, "ignore")
    hurt = data[:-4] + b"\x81" + data[-4:]
    assert sentence.encode(encoding, "ignore").decode(encoding)[:40] in decode(hurt)


def test_what_else_is_installed_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("chardet", "cchardet", "charset_normalizer"):
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setattr("bs4.dammit.chardet_module", None)
    for encoding, sentence in SENTENCES:
        assert decode(sentence.encode(encoding)) == sentence


@pytest.mark.parametrize("text", ["", "Only ASCII.", "caf\xe9", "It cost \xa35.", "\xa9 2024 The Gazette", "\xd7"])
def test_where_little_tells_it_is_the_usual_one(text: str) -> None:
    assert detect(text.encode("cp1252")) == "cp1252"


def test_alphabets_are_of_letters_that_differ() -> None:
    assert len(alphabets()) >= 30
    for alphabet in alphabets().values():
        assert all(not letter.isascii() for letter in alphabet.costs)
        assert list(alphabet.costs.values()) == sorted(alphabet.costs.values())
        assert alphabet.other > max(alphabet.costs.values())


@settings(max_examples=50, deadline=None)
@given(st.binary())
def test_any_bytes_are_of_some_encoding(data: bytes) -> None:
    assert detect(data) in ENCODINGS
