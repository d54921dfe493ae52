"""Captions that say where in the picture somebody is go, whatever their language; what has a left and a right side in
an article stays."""

from __future__ import annotations

import pytest

from newsclean import clean, explain
from newsclean.scoring.pictured import is_pictured
from tests.texts import MILL

CAPTIONS = (
    "▲ 볕이 잘 드는 제분소 마당에서 마르고 있는 종이. /한서율 기자",
    "▲제분소를 둘러보는 주민들 / 누리골군 제공",
    "Ida Crane, second left, and her brother Jonas in front of the mill.",
    "The last foreman Tom Lund (right) hands the keys of the mill to the mayor.",
    "Pictured from left, are the joiners Ida Crane and Tom Lund.",
    "From left, Ida Crane, Jonas Crane and Tom Lund.",
    "Tehtaanjohtaja Tom Lund (vas.) ja kaupunginjohtaja Iida Kurki (oik.) tehtaalla.",
    "Die Schwestern Ida (links) und Jana Kranz (Mitte) vor der Fabrik.",
    "From left: Ida Crane, Jonas Crane, Tom Lund and the mayor of Eldham",
    "The last foreman Tom Lund [right] hands the keys of the mill to the mayor.",
    "Ida Crane and Tom Lund (right)",
    "Die Schwestern Ida (L.) und Jana Kranz (R.) vor der Fabrik.",
    "Die letzte Schicht v. l. n. r.: Ida Kranz, Jonas Kranz und der Bürgermeister",
    "Der letzte Vorarbeiter Tom Lund (2. v. l.) übergibt den Schlüssel der Fabrik.",
    "Le dernier contremaître, Tom Lund (à droite), remet les clés au maire.",
    "De izquierda a derecha: Ida Crane, Jonas Crane y el alcalde",
    "Ostatni majster (drugi z lewej) przekazuje klucze burmistrzowi.",
    "Последний мастер Том Лунд (слева) передаёт ключи мэру.",
    "工場長のトム・ルンドさん（左から2人目）が町長に鍵を手渡した。",
    "最后一任厂长（左二）把钥匙交给镇长。",
    "마지막 공장장 톰 룬드(왼쪽)가 시장에게 열쇠를 건네고 있다.",
    "ผู้จัดการคนสุดท้าย (ซ้าย) มอบกุญแจให้นายกเทศมนตรี",
    "Featured image: The mill of Eldham at dusk, seen from the river.",
    "Beitragsbild: Titelseite der Zeitung, Ausriss.",
    "Image à la une : le moulin d'Eldham",
    "Crédits photos : Ida Grue",
    "Imagen destacada: el molino de Eldham",
    "Immagine di copertina: il mulino di Eldham",
    "Uitgelichte afbeelding: de molen van Eldham",
    "Zdjęcie tytułowe: Ida Żuraw",
    "Фото на обложке: Ида Журавлёва",
    "Borítókép: Daru Ida",
    "アイキャッチ画像：夕暮れの工場",
    "题图：黄昏的工厂",
    "صورة الغلاف: إيدا",
)
OTHERS = (
    "The party moved from left to centre, its chairman said, and nobody in the hall was surprised.",
    "Lund crossed from the left, Crane headed the ball over the bar, and the whistle blew.",
    "She left, right after the vote, by the side door.",
    ", second left, and her brother in front of the mill.",
    "The mill stands on the left bank of the river.",
    "Ein Ball von links, ein Schuss von rechts, und das Spiel war aus.",
    "Les électeurs passent de la gauche à la droite, dit le politologue.",
    "From left to right, politicians agreed that the mill should have been saved.",
    "Click on the menu (top right) and choose the mill's page.",
    "The figure in the corner, top left, is the painter himself.",
    "Im Menü steht die Fabrik (Mitte) neben der Schule.",
    "Ständerat Jonas Kranz (Mitte) sagte am Montag, die Fabrik sei zu retten gewesen.",
    "Gemeinderätin Ida Kranz (LINKS) stimmte gegen den Abriss der Fabrik.",
    "Kansanedustajat Iida Kurki (vas.) ja Jonas Kurki (kesk.) äänestivät tehtaan puolesta.",
    "Tehdas jäi kaupungille, sanoi kansanedustaja Tom Lund (kesk.) maanantaina.",
    "Primarul (dr.) a vorbit luni despre fabrică.",
    "系列报道（中）",
    "▲방망이로 두드려 풀어 닥풀과 섞은 뒤 발로 떠낸다",
    "▲ 전시는 다음 달 9일까지 열린다. 무료/사전 예약",
    "▲ 전시를 처음 취재한 한서율 기자",
    "공방 마당에서 마르고 있는 한지 /채유림 기자",
    "Featured images of the mill hang in the town hall until May.",
    "Das Titelfoto zeigt die Fabrik im Jahr 1932.",
    "A foto de capa mostra a fábrica em 1932.",
    "Kapak fotoğrafı fabrikayı gösteriyor.",
    "头图上的工厂已经不在了，馆长说。",
    "The bill (H.R. 31) passed on Monday, and the mill (founded in 1883) is saved.",
)


@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_caption_goes_by_its_wording(caption: str) -> None:
    source = "\n\n".join((MILL[0], caption, *MILL[1:]))
    assert clean(source).split("\n\n") == list(MILL)
    block = explain(source).blocks[1]
    assert "a caption by its wording" in {reason.name for reason in block.reasons}


@pytest.mark.parametrize("line", OTHERS)
def test_sides_in_an_article_name_no_place_in_a_picture(line: str) -> None:
    assert not is_pictured(line)


def test_in_html_as_well_and_not_where_recall_is_preferred() -> None:
    paragraphs = "".join(f"<p>{block}</p>" for block in (MILL[0], CAPTIONS[0], *MILL[1:]))
    page = f"<!DOCTYPE html><html><body><h1>Mill closes</h1>{paragraphs}</body></html>"
    assert clean(page).split("\n\n") == list(MILL)
    assert CAPTIONS[0] in clean("\n\n".join((MILL[0], CAPTIONS[0], *MILL[1:])), prefer="recall")


@pytest.mark.parametrize(
    "long",
    [
        " ".join([CAPTIONS[1], *MILL, *MILL]),
        f"Ida Crane, second left, {'and a man ' * 25}stood before the mill.",
        f"Ida Crane, second left, {'Donaudampfschifffahrtsgesellschaftskapitänswitwen ' * 12}stood there.",
    ],
    ids=["a paragraph", "of many words", "of long words"],
)
def test_a_long_paragraph_is_no_caption(long: str) -> None:
    assert long in clean("\n\n".join((MILL[0], long, MILL[2])))


def test_a_heading_is_no_caption_but_one_that_is_a_paragraph_is() -> None:
    short = "Ida Crane (right) runs the mill"
    long = "The last foreman Tom Lund (right) hands the keys of the mill to the mayor of Eldham on Monday at noon"
    for line, told in ((f"## {short}", False), (short, True), (f"## {long}", True)):
        page = explain("\n\n".join(("* [Home](/)", MILL[0], line, *MILL[1:])), kind="markdown")
        (block,) = [block for block in page.blocks if block.text == line]
        assert ("a caption by its wording" in {reason.name for reason in block.reasons}) is told
