"""What a site asks of its readers for its own sake goes, in many languages, as do windows on a second device; what
somebody in an article asks for stays."""

from __future__ import annotations

import pytest

from newsclean import clean
from newsclean.scoring.lone_lines import is_lone
from tests.texts import MILL

PLEAS = (
    "We rely on readers like you to fund our work. If everyone who reads this gave five pounds, we could go on.",
    "Our journalism is free for everyone, but it is not free to make. Please consider a monthly gift.",
    "Independent journalism needs your support. Become a member today and help us keep reporting.",
    "If you value our reporting, please consider making a donation.",
    "This story was supported by a grant from the Fund for Rivers.",
    "Unabhängiger Journalismus kostet Geld. Unterstützen Sie uns mit einem Abo ab fünf Euro im Monat.",
    "Hat dir der Text gefallen? Unterstütze unsere Arbeit mit einem Abo.",
    "Le journalisme indépendant a un coût. Soutenez-nous avec un abonnement à partir d’un euro par mois.",
    "Si te ha gustado este artículo, apóyanos: el periodismo independiente necesita de sus lectores.",
    "Apoie o nosso jornalismo. Seja assinante a partir de um euro por mês.",
    "Sostieni il nostro giornalismo: bastano tre euro al mese.",
    "Steun onze journalistiek. Word lid vanaf vijf euro per maand.",
    "Wesprzyj nas! Bez wpłat naszych czytelników ta redakcja nie będzie istniała.",
    "Поддержите нас: без пожертвований читателей редакция не сможет работать.",
    "Підтримайте нас: без внесків читачів редакція не зможе працювати.",
    "Stöd vår journalistik med en gåva, stor eller liten.",
    "Støt vores journalistik. Det koster kun ti kroner om ugen.",
    "Støtt oss på Vipps, så kan vi lage mer journalistikk fra kysten.",
    "Tue riippumatonta journalismia viidellä eurolla kuukaudessa.",
    "Podpořte nás. Nezávislé noviny se bez předplatného neobejdou.",
    "Susține jurnalismul independent cu doi euro pe lună.",
    "Támogasd a független újságírást havi ezer forinttal!",
    "Bağımsız gazeteciliği destekleyin, ayda yirmi liraya abone olun.",
    "Στηρίξτε την ανεξάρτητη δημοσιογραφία με δύο ευρώ τον μήνα.",
    "Dukung jurnalisme independen dengan donasi mulai sepuluh ribu rupiah.",
    "Value what we do? From three pounds a month you can keep a reporter on the coast.",
    "Sie schätzen unsere Recherchen? Schon ab drei Euro im Monat halten Sie die Redaktion am Leben.",
    "Vous appréciez notre travail ? Dès trois euros par mois, faites vivre un journal de la côte.",
    "¿Te gusta nuestro trabajo? Hazte socia desde cinco euros al mes.",
    "Ti piace quello che facciamo? Con due euro al mese tieni aperta la redazione.",
    "Líbí se vám naše práce? Za stovku měsíčně nás udržíte nad vodou.",
    "Ar jums patinka mūsų darbas? Prenumeruokite mus už tris eurus.",
    "Yaptığımız işi beğeniyorsanız ayda elli liraya abone olun.",
    "क्या आपको हमारा काम पसंद है? महीने के सौ रुपये में साथ आइए।",
    "喜欢我们的报道吗？每月十元，支持我们继续走下去。",
    "Passer la publicité",
    "Tu suscripción se está usando en otro dispositivo y solo puedes leer desde un dispositivo a la vez.",
    "Si continúas leyendo en este dispositivo, no se podrá leer en el otro.",
    "Ce message s’affichera sur l’autre appareil.",
    "The Harbour Council is an invitation-only community of innkeepers. Do I qualify?",
    "For now, to ensure continued support, we are displaying the site without styles and JavaScript.",
)
ARTICLES = (
    "Value what we do have, she told the members a month before the vote.",
    "Gefällt Ihnen, was wir hier sehen, fragte der Gutachter, den die Stadt monatlich bezahlt.",
    "Ti piace il nostro pane, chiede il fornaio, che ne vende per tre euro al mese a ogni famiglia.",
    "¿Te gusta lo que ves?, pregunta el guía, que cobra veinte euros al mes y vive de las propinas.",
    "Vous aimez nos pommes ? demande le maire, qui en donne dix kilos par mois et un don à l'école.",
    "Páči sa vám náš most? spýtal sa starosta, ktorý naň mesačne dáva tisíc eur.",
    "क्या आपको हमारा गांव पसंद है? सरपंच ने पूछा, जो महीने में दो बार आते हैं।",
    "“Support our work, become a member today,” the chairwoman called to the crowd.",
    "The museum asks its visitors for a donation: «Soutenez-nous avec un euro.»",
    "Independent journalism needs protection, the minister said, and money.",
    "If you value our forests, she says, you do not build a road through them.",
    "Our journalism teacher was free on Mondays, and took us to the harbour.",
    "This story was supported by two neighbours, who had seen the lights as well.",
    "Unabhängiger Journalismus kostet Geld, sagte die Ministerin am Montag in Eldham.",
    "Unterstützen Sie uns, hatte der Bürgermeister vor der Wahl gerufen, und viele kamen.",
    "Le journalisme indépendant a un coût, a dit la ministre lundi à Eldham.",
    "Apóyanos en la votación, le dijo el alcalde al concejal, que no contestó.",
    "Il giornalismo indipendente è in crisi, dice il rapporto pubblicato lunedì.",
    "Podpořte nás v boji proti mlýnu, napsali obyvatelé starostovi v dopise.",
    "Поддержите нас на выборах, просил мэр жителей на площади.",
    "Bli medlem i föreningen, uppmanade ordföranden dem som hade kommit.",
    "Do I qualify for the grant? That is what most of the farmers asked on Monday.",
    "The device was in use on another ship when the storm came.",
)


@pytest.mark.parametrize("line", PLEAS)
def test_a_plea_goes_below_and_between(line: str) -> None:
    for blocks in ([*MILL, line], [*MILL[:2], line, MILL[2]]):
        assert clean("\n\n".join(blocks)).split("\n\n") == list(MILL)


@pytest.mark.parametrize("line", ARTICLES)
def test_what_an_article_says_is_none(line: str) -> None:
    for edge in (True, False):
        assert not is_lone(line, sentence=True, edge=edge)
