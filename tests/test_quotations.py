"""Articles whose paragraphs are quotations, as each language prints them, stay whole on a page with menu and foot."""

from __future__ import annotations

import pytest

from newsclean import clean

ABOVE = (
    "À la une", "Régions", "Faits divers", "Sorties", "Journal numérique", "Le bac d'Eldham reprend du service",
    "Publié le 14 juin 2025 à 17 h 42", "Par Claire Vasseur, envoyée spéciale à Eldham", "Temps de lecture : 4 minutes",
    "Envoyer à un ami", "Écouter cet article (4 min)",
)  # fmt: skip
FRENCH = (
    "« Nous avons compté les jours, raconte Petra Vole, la maîtresse de port. On organise sa vie selon cet horaire. »",
    "« Personne ne nous a prévenus, déplore Jean Roux, qui tient le café du quai depuis vingt ans. »",
    "« Le chantier a fait ce qu'il a pu, répond le directeur. La pièce ne se fabrique plus depuis longtemps. »",
    "Tout le monde ne pouvait pas attendre.",
    "« Nous voulons que cela ne se reproduise pas, promet la maire. Le fonds sera créé avant l'hiver. »",
    "« Trop tard. »",
    "Petra Vole est restée sur le quai jusqu'au dernier départ. Puis elle a fermé la cabane et elle est rentrée.",
)
BELOW = (
    "Mots-clés : Eldham Transports Mer", "La lettre du littoral", "Votre adresse courriel", "Sur le même sujet",
    "Le chantier de Tarn cherche des apprentis", "12/06/2025", "L'entreprise formera aussi des voiliers.",
    "Les plus consultés", "La boulangerie ferme après 90 ans", "Mentions légales", "Plan du site",
    "© 2025 Le Courrier d'Eldham. Toute reproduction est soumise à autorisation.",
)  # fmt: skip


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u202f"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_french_quotations_with_a_blank_before_the_closing_mark_stay(blank: str, between: str) -> None:
    text = between.join(FRENCH).replace(" »", f"{blank}»").replace("« ", f"«{blank}")
    source = between.join((*ABOVE, text, *BELOW))
    assert clean(source).split() == text.split()
