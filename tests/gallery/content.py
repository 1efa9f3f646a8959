"""What the gallery shows: invented people and invented events."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

NOON = datetime(2026, 11, 18, 11, 5, tzinfo=UTC)
LONG_AGO = datetime(2026, 3, 3, 8, 30, tzinfo=UTC)
DUE = date(2026, 12, 1)


@dataclass(frozen=True)
class Link:
    """A link in a menu or a row of tabs."""

    label: str
    url: str = "#"
    current: bool = False
    count: int | None = None


@dataclass(frozen=True)
class Viewer:
    """Who is signed in, as the page header shows them."""

    name: str = "Fatima El Voorbeeld"
    roles_text: str = "Regisseur, gemeente Voorbeeldstad"
    profile_url: str = "#"
    sign_out_url: str = "#"


@dataclass(frozen=True)
class Choice:
    """A row or a column of the scope matrix."""

    value: str
    label: str
    hint: str = ""


@dataclass(frozen=True)
class File:
    """A document in a list of files."""

    name: str
    url: str
    size_text: str
    note: str = ""


NAVIGATION = [
    Link("Vandaag", count=4),
    Link("Casussen", current=True),
    Link("Caseload"),
    Link("Partners"),
    Link("Toegang en rechten"),
]
TABS = [
    Link("Overzicht"),
    Link("Betrokkenen"),
    Link("Tijdlijn", current=True),
    Link("Stemmen"),
    Link("Analyse"),
    Link("Plan"),
    Link("Veiligheid"),
    Link("Partners"),
    Link("Mijlpalen", count=2),
    Link("Wie las dit"),
]
PARTIES = [
    Choice("p1", "Noor Voorbeeld", "slachtoffer, moeder"),
    Choice("p2", "Bram Voorbeeld", "pleger, vader"),
    Choice("p3", "Jip Voorbeeld", "kind, 8 jaar"),
    Choice("p4", "Party D, child"),
]
CATEGORIES = [
    Choice(value, label)
    for value, label in (
        ("identity", "Identiteit"),
        ("whereabouts", "Verblijfplaats"),
        ("safety", "Veiligheid"),
        ("health", "Gezondheid"),
        ("addiction", "Verslaving"),
        ("finance", "Geldzaken"),
        ("work", "Werk"),
        ("housing", "Wonen"),
        ("education", "Onderwijs"),
        ("justice", "Politie en justitie"),
        ("care", "Zorg en hulp"),
        ("relations", "Relaties"),
        ("analysis", "Analyse"),
        ("voice", "Stem"),
        ("legal", "Juridisch"),
    )
]
CHECKED = {
    "p1:identity",
    "p1:safety",
    "p2:identity",
    "p2:justice",
    "p3:identity",
    "p3:education",
    "p4:safety",
}
FILES = [
    File(
        "Beschikking_tijdelijk_huisverbod_2026-03-03_getekend_en_verzonden.pdf",
        "#",
        "214 kB",
        "Ontvangen van de politie",
    ),
    File("Veiligheidsplan.odt", "#", "38 kB"),
]
