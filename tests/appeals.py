"""An article, and what publishers ask of its readers, in each language."""

from __future__ import annotations

from newsclean.evidence.appeal_words import Said
from newsclean.evidence.folding import folded
from newsclean.evidence.lexicons import lexicon
from newsclean.evidence.line_phrases import evened

ARTICLE = (
    "The ferry to Tarn Island stops on Sunday after ninety years, the harbour board said on Tuesday, because the pier "
    "can no longer carry the weight of the ship.",
    "Divers found cracks in eleven of the forty piles in March. Repairs would cost about four million, twice what the "
    "board had set aside for them.",
    "“We have looked at every option,” said Maud Ives, who chairs the board. “A smaller boat would lose money.”",
    "Some 230 people live on the island. The school has nine pupils, and the shop opens on three days a week.",
    "The board meets the islanders on Friday. Until then the ship runs four times a day, with no lorries on board.",
)
APPEALS = {
    "ar": "صحافتنا مستقلة ولا نعتمد إلا على قرائنا. ساهم معنا ولو بمبلغ صغير كل شهر.",
    "bg": "Нашите журналисти работят благодарение на читателите. Подкрепете ни с малка сума всеки месец.",
    "bn": "আমাদের পাঠকদের সহায়তায় আমরা কাজ করি। স্বাধীন সাংবাদিকতার পাশে থাকুন।",
    "ca": "El nostre periodisme viu dels lectors. Fes-te soci i ajuda'ns a continuar.",
    "cs": "Naše redakce žije z darů čtenářů. Podpořte nás libovolnou částkou.",
    "da": "Få de vigtigste nyheder hver morgen. Tilmeld dig vores nyhedsbrev.",
    "de": "Unsere Redaktion lebt von ihren Lesern. Unterstützen Sie uns mit einem Betrag Ihrer Wahl.",
    "el": "Η ανεξάρτητη δημοσιογραφία χρειάζεται εσάς. Στηρίξτε μας με μια συνδρομή.",
    "en": "Our reporters depend on readers like you. Please consider a gift of any size.",
    "es": "Nuestra redacción vive de sus lectores. Hazte socio y ayúdanos a seguir.",
    "et": "Meie toimetus elab lugejate toel. Toeta meid iga kuu väikese summaga.",
    "fa": "روزنامه‌نگاری مستقل به شما نیاز دارد. از ما حمایت کنید.",
    "fi": "Toimituksemme elää lukijoista. Tue meitä kuukausittain pienellä summalla.",
    "fr": "Notre rédaction vit de ses lecteurs. Soutenez-nous, même d'un petit don.",
    "he": "העיתונות שלנו עצמאית בזכות הקוראים. תמכו בנו בסכום קטן בכל חודש.",
    "hi": "स्वतंत्र पत्रकारिता आपके सहयोग से चलती है। हमारा साथ दें और मदद करें।",
    "hr": "Naša redakcija živi od čitatelja. Podržite nas malim mjesečnim iznosom.",
    "hu": "Szerkesztőségünk az olvasókból él. Támogass minket havonta egy kis összeggel.",
    "id": "Jurnalisme kami hidup dari pembaca. Dukung kami dengan donasi setiap bulan.",
    "it": "La nostra redazione vive di chi legge. Sosteneteci con una piccola donazione.",
    "ja": "編集部では読者の皆さまのご支援を必要としています。ぜひ応援してください。",
    "ko": "독립언론은 독자 여러분의 힘으로 움직입니다. 후원해 주세요.",
    "lt": "Mūsų redakcija gyvena iš skaitytojų. Paremkite mus nedidele suma kas mėnesį.",
    "lv": "Mūsu redakcija dzīvo no lasītājiem. Atbalstiet mūs ar nelielu summu.",
    "mr": "आमची पत्रकारिता वाचकांवर चालते. आम्हाला पाठिंबा द्या आणि मदत करा.",
    "ms": "Kewartawanan kami bergantung kepada pembaca. Sokong kami dengan sumbangan kecil.",
    "nl": "Onze redactie leeft van haar lezers. Steun ons met een klein bedrag per maand.",
    "no": "Redaksjonen vår lever av leserne. Støtt oss med en liten sum hver måned.",
    "pl": "Nasza redakcja żyje z wpłat czytelników. Wesprzyj nas dowolną kwotą.",
    "pt": "Nosso jornalismo vive de leitores como você. Apoie-nos com uma doação.",
    "ro": "Redacția noastră trăiește din donațiile cititorilor. Susține-ne cu o sumă mică.",
    "ru": "Наша редакция живет на деньги читателей. Поддержите нас небольшим платежом.",
    "sk": "Naša redakcia žije vďaka čitateľom. Podporte nás ľubovoľnou sumou.",
    "sl": "Naše uredništvo živi od bralcev. Podprite nas z majhnim zneskom.",
    "sr": "Наша редакција живи од читалаца. Подржите нас малим износом.",
    "sv": "Vår redaktion lever på sina läsare. Stöd oss gärna med en slant varje månad.",
    "sw": "Uandishi wetu unategemea wasomaji wetu. Tuunge mkono kwa mchango mdogo.",
    "ta": "எங்கள் இதழியல் வாசகர்களின் ஆதரவில் இயங்குகிறது. எங்களுக்கு ஆதரவளியுங்கள்.",
    "te": "మా జర్నలిజం పాఠకుల మద్దతుతో నడుస్తుంది. మాకు మద్దతు ఇవ్వండి.",
    "th": "กองบรรณาธิการของเราอยู่ได้ด้วยผู้อ่าน ร่วมสนับสนุนเราได้ทุกเดือน",
    "tr": "Bağımsız gazetecilik okurlarıyla ayakta kalır. Bize destek olun.",
    "uk": "Наша редакція живе завдяки читачам. Підтримайте нас невеликим внеском.",
    "ur": "ہماری صحافت قارئین کے تعاون سے چلتی ہے۔ ہمارا ساتھ دیں۔",
    "vi": "Chúng tôi làm báo chí độc lập nhờ bạn đọc. Hãy ủng hộ chúng tôi mỗi tháng.",
    "zh": "我们的编辑部靠读者支持。欢迎订阅，请支持我们的独立报道。",
}


def said(text: str, code: str | None) -> list[Said]:
    """What a text says to its readers, read in a language."""
    return lexicon().appeal.read(evened(folded(text)), code)
