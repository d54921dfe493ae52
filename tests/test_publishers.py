"""A sentence below an article that says who publishes it goes, in many languages; what the article speaks of stays."""

from __future__ import annotations

import pytest

from newsclean import clean, explain
from tests.texts import MILL

PUBLISHERS = (
    "The Harbour Lens is a nonprofit newsroom that investigates abuses of power in the towns of the coast.",
    "Coastline is part of Shore Newsroom, a nonprofit news network supported by grants and a coalition of donors.",
    "The Vale Tribune is a nonprofit, nonpartisan media organization that informs the Vale about politics.",
    "Das Hafenblatt ist eine unabhängige, gemeinnützige Redaktion, die über Machtmissbrauch berichtet.",
    "Le Port est un média indépendant, sans publicité et sans actionnaire, financé par ses lecteurs.",
    "El Puerto es un medio independiente y sin ánimo de lucro que investiga los abusos de poder.",
    "O Porto é um veículo de jornalismo independente e sem fins lucrativos que investiga abusos de poder.",
    "Il Porto è una testata giornalistica indipendente finanziata dai suoi lettori.",
    "Het Havenblad is een onafhankelijk, non-profit nieuwsmedium dat machtsmisbruik onderzoekt.",
    "Port to niezależna redakcja non-profit, która śledzi nadużycia władzy.",
    "«Порт» — независимое издание, которое рассказывает о жизни региона с 1921 года.",
    "«Порт» — незалежне медіа, яке розповідає про життя регіону.",
    "Hamnbladet är en oberoende tidning som granskar makten.",
    "Přístav je nezávislý zpravodajský server, který píše o životě v kraji od roku 1921.",
    "Coastline – a nonprofit newsroom that investigates abuses of power in the towns of the coast.",
)


@pytest.mark.parametrize("line", PUBLISHERS)
def test_a_line_on_the_publisher_goes(line: str) -> None:
    source = "\n\n".join((*MILL, line))
    assert clean(source).split("\n\n") == list(MILL)
    assert "a line on the publisher" in {reason.name for reason in explain(source).blocks[-1].reasons}


@pytest.mark.parametrize("label", ["About {}", "{}"])
@pytest.mark.parametrize(("name", "line"), [("The Harbour Lens", PUBLISHERS[0]), ("Das Hafenblatt", PUBLISHERS[3])])
def test_a_label_that_names_it_goes_with_it(label: str, name: str, line: str) -> None:
    source = "\n\n".join((*MILL, label.format(name), line))
    assert clean(source).split("\n\n") == list(MILL)


def test_one_that_the_article_speaks_of_stays() -> None:
    spoken = f"{MILL[1]} The Harbour Lens was the first to write about it."
    source = "\n\n".join((MILL[0], spoken, MILL[2], PUBLISHERS[0]))
    assert clean(source) == source


@pytest.mark.parametrize(
    "line",
    [
        "Journalism is independent or it is nothing, and a newspaper must be so as well, her father used to say.",
        "The town is independent of the county, and has a newspaper of its own since the summer of last year.",
        "Nobody is as independent as the newspaper of a small town, she says, and laughs.",
        '"Eldham is the last independent newspaper town," says the mayor.',
        "Die Stadt ist unabhängig vom Kreis und hat seit dem Sommer eine Tageszeitung für sich allein.",
        "La ville est indépendante depuis longtemps, et la rédaction du journal y tient autant que le maire.",
        "The paper of the town is an independent newspaper, and has been one for longer than the mill was open.",
        "Nobody in the towns along the river from Eldham is a reader of the independent newspaper of the county.",
        "Das ist eine unabhängige Zeitung, wie es sie in der Stadt lange nicht mehr gegeben hat.",
        "El alcalde es independiente y no lee ningún periódico digital, según dijo el lunes en la plaza.",
    ],
)
def test_a_sentence_of_the_article_is_none(line: str) -> None:
    for source in ("\n\n".join((*MILL, line)), "\n\n".join((*MILL[:2], line, MILL[2]))):
        assert clean(source) == source


def test_it_stands_below_an_article() -> None:
    assert PUBLISHERS[0] in clean("\n\n".join((MILL[0], PUBLISHERS[0])))
    assert PUBLISHERS[0] in clean("\n\n".join((MILL[0], PUBLISHERS[0], *MILL[1:], *(f"{t} Again." for t in MILL))))
