"""What cookie walls say of a site and its partners, what readers agree to who sign up, and what stands in one box with
that go, in many languages; what an article says of partners, devices and terms stays."""

from __future__ import annotations

import pytest

from newsclean import clean
from newsclean.scoring.lone_lines import is_lone

TEXT = (
    "The mill closed on Saturday after a hundred and forty years, and its last workers went home at noon with a cake.",
    "The company was founded in 1883 by two brothers who made hats, and sold felt to two hundred makers of pianos.",
    "The building goes to the town, which wants to make a school for joiners and a hall for concerts out of it.",
    "“I shall miss the whistle,” said Ida Crane, who lives next door and has set her clock by it since she was six.",
)
AGREED = "By signing up you agree to our terms of use and acknowledge our privacy policy."
LINES = (
    "We and our 842 partners store and access information on a device, such as unique identifiers, to measure content.",
    "Wir und unsere 214 Partner speichern Informationen auf Ihrem Gerät und greifen darauf zu.",
    "Nos 318 partenaires et nous-mêmes stockons des informations sur votre appareil afin de mesurer l’audience.",
    "Nosotros y nuestros 315 socios almacenamos información en tu dispositivo para medir el contenido.",
    "Nós e nossos 187 parceiros guardamos informações no seu aparelho para medir a audiência.",
    "Noi e i nostri 402 partner archiviamo informazioni sul tuo dispositivo per misurare i contenuti.",
    "Wij en onze 233 partners slaan gegevens op je apparaat op en lezen die uit.",
    "My i nasi 276 partnerzy przechowujemy informacje na Twoim urządzeniu, aby mierzyć zasięg treści.",
    "Biz ve 158 ortağımız, içeriği ölçmek için cihazınızda bilgi saklıyoruz.",
    "Мы и наши 94 партнёра храним сведения на вашем устройстве, чтобы измерять аудиторию.",
    "نحن وشركاؤنا البالغ عددهم 120 نخزن معلومات على جهازك لعرض إعلانات مخصصة.",
    "हम और हमारे 110 साझेदार सामग्री मापने के लिए आपके डिवाइस पर जानकारी रखते हैं।",
    "אנחנו ו-96 שותפינו שומרים מידע במכשיר שלך כדי להציג פרסומות מותאמות.",
    "Vi och våra 96 partner lagrar information på din enhet för att mäta innehållet.",
    "Mi és partnereink információkat tárolunk az eszközén, hogy mérjük a tartalmat.",
    "我们与96个合作伙伴会在您的设备上存储信息，用于统计阅读量。",
    "당사와 96개 협력사는 조회 수를 재기 위해 기기에 정보를 저장합니다.",
    AGREED,
    "Mit dem Eintragen stimmen Sie unseren Datenschutzhinweisen zu.",
    "En vous inscrivant, vous acceptez nos conditions générales.",
    "Al apuntarte aceptas nuestra política de privacidad.",
    "Met je aanmelding ga je akkoord met onze privacyverklaring.",
    "Khi đăng ký, bạn đồng ý với chính sách quyền riêng tư của chúng tôi.",
    "登録すると当社のプライバシーポリシーに同意したことになります。",
    "Sie haben Ihre kostenlosen Artikel für diesen Monat gelesen.",
    "Vous avez lu tous vos articles gratuits ce mois-ci.",
)
ARTICLES = (
    "We and our partners have developed a device that smells fear, said the founder.",
    "We and our partner drank tea and ate cookies until it was dark.",
    "By registering, voters agree to be counted, and most of them did so in June.",
    "By joining the alliance, the country accepted its terms of service for soldiers.",
    "By creating an account, users agree to terms of use that run to ninety pages, the study found.",
    "By creating an account, you agree to the privacy policy, which lets the firm sell your data.",
    "By registering with your employer, you agree to a search of your bag.",
    "You have read your last free newspaper, the mayor told the town.",
    "Wir und unsere Partner haben ein Gerät entwickelt, das Angst riecht, sagte der Gründer.",
    "Mit der Anmeldung stimmen die Eltern zu, dass die Schule Fotos macht.",
    "Mit der Registrierung erklären sich Halter bereit, die Datenschutzregeln der Stadt zu befolgen.",
    "Mit Klick auf „Weiter“ stimmen Sie den AGB eines Anbieters auf den Seychellen zu.",
    "Door te klikken op de link ga je naar een nepsite met dezelfde voorwaarden.",
    "Nos partenaires et nous avons bâti ce pont en dix ans, dit le maire.",
    "En vous inscrivant à la course, vous acceptez de courir sous la pluie, plaisante le maire.",
    "Nosotros y los socios hemos desarrollado un dispositivo que huele el miedo.",
    "Al registrarse, el votante acepta las condiciones del municipio.",
    "Ao assinar o contrato, o clube concorda com os termos da liga.",
    "Noi e i nostri partner abbiamo costruito un dispositivo che sente la paura.",
    "Wij en onze partners hebben een apparaat gebouwd dat angst ruikt.",
    "My i nasi partnerzy zbudowaliśmy urządzenie, które czuje strach.",
    "Üye olarak partiye katılanlar tüzüğü kabul etmiş sayılır.",
    "Подписываясь под письмом, вы принимаете его условия, сказал адвокат.",
    "我们和合作伙伴一起造了一台能闻到恐惧的机器。",
    "당사와 협력사는 두려움을 맡는 장치를 만들었다고 밝혔다.",
    "Vi och våra partner åt kakor till kvällen.",
    "Voice actors asked for a label that says the audio was generated by a computer.",
)


@pytest.mark.parametrize("line", LINES)
def test_such_a_line_goes_wherever_it_stands(line: str) -> None:
    assert clean("\n\n".join([*TEXT[:2], line, *TEXT[2:]])).split("\n\n") == list(TEXT)


@pytest.mark.parametrize("line", ARTICLES)
def test_an_article_on_such_things_is_none(line: str) -> None:
    assert not is_lone(line, sentence=True, edge=False)


def test_what_names_no_site_of_its_own_goes_at_the_edges_alone() -> None:
    line = "By signing up, you agree to the Terms of Use and Privacy Policy."
    assert clean("\n\n".join([*TEXT, line])).split("\n\n") == list(TEXT)
    assert not is_lone(line, sentence=True, edge=False)


def test_a_long_wall_goes_too() -> None:
    wall = f"{LINES[0]} You may accept or manage your choices at any time. {'They are kept for a year. ' * 9}".strip()
    assert 300 < len(wall) < 700
    assert is_lone(wall, sentence=True, edge=False)


PITCH = "<h3>The Morning Note</h3><p>What matters in the hills, before you have put the kettle on.</p>"


def page(inside: str) -> str:
    first, second, *others = (f"<p>{line}</p>" for line in TEXT)
    main = "".join([first, second, inside, *others])
    return f"<body><nav class=menu><a href=/>Home</a></nav><main class=story>{main}</main></body>"


def test_in_html_the_whole_box_goes_in_which_readers_agree_to_something() -> None:
    assert clean(page(f"<div class=x1>{PITCH}<p>{AGREED}</p></div>"), kind="html").split("\n\n") == list(TEXT)


def test_a_line_of_agreement_among_the_paragraphs_takes_none_of_them_along() -> None:
    assert clean(page(f"<p>{AGREED}</p>"), kind="html").split("\n\n") == list(TEXT)


def test_a_machines_summary_goes_with_its_label_from_between_the_paragraphs() -> None:
    points = "- The mill is closed\n- The town makes a school of it"
    note = "This summary was generated with AI and reviewed by an editor."
    more = (
        "Nobody knows yet what will become of the whistle, which can be heard as far away as Sorrel Bay on a still day."
    )
    blocks = [*TEXT[:3], f"Key points\n\n{points}", note, TEXT[3], more, "It was made in 1902."]
    cleaned = clean("\n\n".join(blocks))
    assert "Key points" not in cleaned
    assert "school of it" not in cleaned
    assert note not in cleaned
    assert cleaned.startswith(TEXT[0])
    assert more in cleaned
