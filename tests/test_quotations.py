"""Articles whose paragraphs are quotations, as each language prints them, stay whole on a page with a menu and a foot."""

from __future__ import annotations

import pytest

from newsclean import clean

MENU = "Accueil\nRégions\nSports\nAbonnement\nSe connecter\n"
FOOT = "\nMentions légales\nPlan du site\nPublicité\n© 2025 Le Courrier d'Eldham"
FRENCH = (
    "« Nous avons compté les jours, raconte Petra Vole, la maîtresse de port. On organise sa vie selon cet horaire. »",
    "« Personne ne nous a prévenus, déplore Jean Roux, qui tient le café du quai. Nous avons perdu la moitié des gens. »",
    "« Le chantier a fait ce qu'il a pu, répond le directeur. La pièce ne se fabrique plus depuis longtemps. »",
    "« Nous voulons que cela ne se reproduise pas, promet la maire. Le fonds sera créé avant l'hiver. »",
    "Petra Vole est restée sur le quai jusqu'au dernier départ. Puis elle a fermé la cabane et elle est rentrée.",
)


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u202f"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_french_quotations_with_a_blank_before_the_closing_mark_stay(blank: str, between: str) -> None:
    text = between.join(FRENCH).replace(" »", f"{blank}»").replace("« ", f"«{blank}")
    assert clean(MENU + between + text + between + FOOT).split() == text.split()
