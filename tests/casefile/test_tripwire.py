"""Protected words are found however they are written, and other words are not."""

import re
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseflow.casefile.tripwire.finding import Fact, ProtectedWords
from caseflow.casefile.tripwire.letters import LOOK_LIKE
from caseflow.models.vocabulary import AddressUse

U = AddressUse


def watching(use, text="", *prose):
    return ProtectedWords([Fact(uuid4(), use, text, prose)])


def found(words, text):
    return [text[span.start : span.end] for span in words.find(text)]


HOUSE = watching(U.HOME, "Kerkstraat 12, 3252 CJ Goedereede")
SHELTER = watching(U.SHELTER, "Duindoornhof 17, Westerkoog")
SCHOOL = watching(U.SCHOOL, "Het Baken College, Vuurtorenplein 2, Westerkoog")
NIGHT = watching(U.OTHER, "Nachtopvang De Steiger, Loskade 3, Oosterdelta")
ROOM = watching(U.HOME, "Begeleid wonen Het Sluisje, kamer 6, Oosterdelta")
PHONE = watching(U.PHONE, "06-12345678")
MAIL = watching(U.EMAIL, "m.veilig@voorbeeld.example")
TITLED = watching(U.FAMILY, "Burg. Jansenstraat 4 Goes")
MARKET = watching(U.HOME, "Markt 3, Goes")
WORK = watching(U.WORK, "Bakkerij Zandhoeve, Goes")
SAID = watching(
    U.SHELTER,
    "Papaverhof 4, Heidewoud",
    "Codewoord: zonnebloem. Bel 010 765 43 21, nooit na 20.00 uur. Alleen via Rachida Amer.",
    "Geheime opvangplek. Zij gaat naar basisschool De Regenboog en werkt aan de Havenkade 8.",
)


@pytest.mark.parametrize(
    ("words", "text", "marked"),
    [
        (HOUSE, "Zij woont in de Kerkstraat.", ["Kerkstraat"]),
        (HOUSE, "kerk straat", ["kerk straat"]),
        (HOUSE, "bij Kerkstr. 12", ["Kerkstr. 12"]),
        (HOUSE, "K.E.R.K.S.T.R.A.A.T 12", ["K.E.R.K.S.T.R.A.A.T 12"]),
        (HOUSE, "3252cj12", ["3252cj12"]),
        (HOUSE, "3252 CJ", ["3252 CJ"]),
        (HOUSE, "Кеrkѕtrааt 12", ["Кеrkѕtrааt 12"]),
        (HOUSE, "Ｋｅｒｋｓｔｒａａｔ", ["Ｋｅｒｋｓｔｒａａｔ"]),
        (HOUSE, "𝐊𝐞𝐫𝐤𝐬𝐭𝐫𝐚𝐚𝐭", ["𝐊𝐞𝐫𝐤𝐬𝐭𝐫𝐚𝐚𝐭"]),
        (HOUSE, "Kerk\u200bstra\u00adat", ["Kerk\u200bstra\u00adat"]),
        (HOUSE, "Kérkstràät", ["Kérkstràät"]),
        (HOUSE, "opKerkstraat12gezien", ["Kerkstraat12"]),
        (SHELTER, "huurcontract_Duindoornhof17.pdf", ["Duindoornhof17"]),
        (SHELTER, "foto duindoornhof.jpg", ["duindoornhof"]),
        (SCHOOL, "Zij zit op het baken college.", ["baken college"]),
        (SCHOOL, "Zij zit op Het Baken.", ["Baken"]),
        (SCHOOL, "vuurtorenpl. 2", ["vuurtorenpl. 2"]),
        (NIGHT, "Hij slaapt bij De Steiger", ["Steiger"]),
        (NIGHT, "de opvang de steiger", ["steiger"]),
        (ROOM, "begeleid wonen het sluisje", ["begeleid wonen het sluisje"]),
        (PHONE, "+31 6 12 34 56 78", ["+31 6 12 34 56 78"]),
        (PHONE, "0031612345678", ["0031612345678"]),
        (PHONE, "bel 06.12.34.56.78!", ["06.12.34.56.78"]),
        (PHONE, "+31 (0)6-12345678", ["+31 (0)6-12345678"]),
        (PHONE, "O6-I2345678", ["6-I2345678"]),
        (MAIL, "mail M.Veilig@voorbeeld.example.", ["M.Veilig@voorbeeld.example"]),
        (TITLED, "Burgemeester Jansenstraat 4", ["Burgemeester Jansenstraat 4"]),
        (TITLED, "in de jansenstraat", ["jansenstraat"]),
        (MARKET, "op Markt 3", ["Markt 3"]),
        (WORK, "bij bakkerij Zandhoeve", ["bakkerij Zandhoeve"]),
        (SAID, "het woord is ZONNEBLOEM", ["ZONNEBLOEM"]),
        (SAID, "+31 10 7654321", ["+31 10 7654321"]),
        (SAID, "basisschool de regenboog", ["basisschool de regenboog"]),
        (SAID, "havenkade", ["havenkade"]),
    ],
)
def test_it_is_found_and_marked_where_it_stands(words, text, marked):
    assert found(words, text) == marked


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (HOUSE, "Goedereede"),
        (HOUSE, "CJ 12"),
        (HOUSE, "huisnummer 12"),
        (HOUSE, "De kerk staat er nog, straatlengtes verder."),
        (HOUSE, "De Oudekerkstraat is een andere."),
        (HOUSE, "3252 euro"),
        (SHELTER, "Zij gaat in Westerkoog naar school."),
        (SHELTER, "duindoorn en hof"),
        (SCHOOL, "een baken van rust"),
        (SCHOOL, "De school belde. Het college van B en W ook."),
        (NIGHT, "Hij liep langs de steiger naar de nachtopvang."),
        (ROOM, "kamer 6"),
        (PHONE, "12345678"),
        (PHONE, "zaak 2023-0612"),
        (MARKET, "Op de markt kocht zij drie appels."),
        (MARKET, "supermarkt 3 keer bezocht"),
        (MARKET, "Markt 31"),
        (WORK, "Goes"),
        (WORK, "de bakkerij"),
        (SAID, "Rachida Amer belde na 20.00 uur."),
        (SAID, "een regenboog boven de opvangplek"),
        (watching(U.HOME, "Goes"), "Goes"),
        (watching(U.SCHOOL, "school"), "school"),
        (watching(U.HOME, "Onderweg, 2023 EN"), "in 2023 en daarna"),
    ],
)
def test_other_words_are_left_alone(words, text):
    assert found(words, text) == []


FACTS = {
    "Duindoornhof 17": SHELTER,
    "Kerkstraat 12": HOUSE,
    "3252 CJ 12": HOUSE,
    "Baken College": SCHOOL,
    "Vuurtorenplein 2": SCHOOL,
    "0612345678": PHONE,
    "m.veilig@voorbeeld.example": MAIL,
    "zonnebloem": SAID,
    "Burgemeester Jansenstraat": TITLED,
}
BETWEEN = ("", "", "", " ", "-", ".", "\u00a0", "\u200b", "\u200d", "\u00ad", "\n", "_", " / ")
ALIKE = {
    letter: [one for one in others if len(one) == 1 and one != "×"]
    for letter, others in LOOK_LIKE.items()
    if len(letter) == 1
}
DRESSED = {letter: chr(0xFF41 + ord(letter) - ord("a")) for letter in "abcdefghijklmnopqrstuvwxyz"}


@st.composite
def disguised(draw, plain):
    """The same words in another spelling: spaces, signs, case, diacritics, look-alikes."""
    letters = []
    for letter in re.sub(r"\s", "", plain):
        if not letter.isalnum():
            continue
        ways = [letter, letter.upper(), letter.lower(), letter + "\u0301"]
        ways += ALIKE.get(letter.lower(), [])
        ways += [DRESSED[letter.lower()]] if letter.lower() in DRESSED else [chr(0xFF10 + int(letter))]
        letters.append(draw(st.sampled_from(ways)) + draw(st.sampled_from(BETWEEN)))
    return "".join(letters)


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_no_disguise_hides_it(data):
    plain = data.draw(st.sampled_from(sorted(FACTS)))
    before, after = (data.draw(st.sampled_from(("", "Zij woont op ", "…("))) for _ in range(2))
    text = f"{before}{data.draw(disguised(plain))} {after}"
    spans = FACTS[plain].find(text)
    assert spans, text
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


OTHER_WORDS = (
    *("moeder", "vader", "kind", "school", "de", "het", "een", "op", "bij", "in", "Westerkoog", "Goes"),
    *(
        "belde",
        "ging",
        "12",
        "17",
        "2",
        "06",
        "straat",
        "huis",
        "kerk",
        "hof",
        "opvang",
        "college",
        "politie",
    ),
    *("Heidewoud", "Oosterdelta", "veilig", "gesprek", "2023", "CJ", "plein", "basisschool", "code"),
)
APART = st.sampled_from((" ", ", ", ". ", " en ", "; ", "\n"))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(OTHER_WORDS), APART), max_size=40))
def test_texts_of_other_words_are_never_stopped(parts):
    text = "".join(word + apart for word, apart in parts)
    text = re.sub(r"(?i)kerk(\W+(en\W+)?straat)+", "kerk", text)  # which is what may be said and is found
    for words in (SHELTER, HOUSE, SCHOOL, NIGHT, PHONE, MAIL, TITLED, MARKET, SAID):
        assert found(words, text) == [], text
