"""Words that streets and institutions in the Netherlands are called with, folded where they are compared."""

from caseflow.casefile.tripwire.letters import folded

STREET_ENDS = (
    *("straat", "laan", "weg", "plein", "hof", "gracht", "kade", "singel", "dreef", "steeg", "pad", "dijk"),
    *("wal", "markt", "plantsoen", "park", "burg", "hoven", "akker", "veld", "ring", "boulevard", "allee"),
)
"""How the name of a street ends."""
SURE_STREET_ENDS = (
    *("straat", "laan", "plein", "hof", "gracht", "kade", "singel", "dreef", "steeg", "plantsoen", "dijk"),
    "boulevard",
)
"""Ends by which a single word is the name of a street, and no ordinary word."""
ORDINARY = frozenset(
    map(
        folded,
        (
            *(
                "schoolplein",
                "kerkhof",
                "gerechtshof",
                "dorpsplein",
                "marktplein",
                "winkelstraat",
                "hofplein",
            ),
            *("zijstraat", "dwarsstraat", "speelplein", "bouwsteeg", "zeedijk", "oprijlaan", "kinderhof"),
        ),
    )
)
"""Names of streets that are ordinary words as well: they tell with their number only."""
SHORT_ENDS = {
    "straat": ("str",),
    "laan": ("ln",),
    "weg": ("wg",),
    "plein": ("pln", "pl"),
    "gracht": ("gr",),
    "singel": ("sngl",),
    "plantsoen": ("plnts",),
    "boulevard": ("blvd",),
}
"""How the ends are shortened. Source: NEN 5825, as people write it."""
SHORT_TITLES = {
    "burgemeester": ("burg", "bgm"),
    "dokter": ("dr",),
    "doctor": ("dr",),
    "professor": ("prof",),
    "prins": ("pr",),
    "prinses": ("pr", "prs"),
    "koningin": ("kon",),
    "generaal": ("gen",),
    "sint": ("st",),
    "meester": ("mr",),
    "pastoor": ("past",),
    "van": ("v",),
}
"""Titles at the head of a street's name, and how they are shortened."""
NO_STREETS = frozenset(
    map(
        folded,
        (
            *("kamer", "unit", "appartement", "app", "etage", "verdieping", "huisnummer", "nummer", "nr"),
            *("groep", "afdeling", "lokaal", "gebouw", "blok", "ingang", "postbus", "klas", "flat", "toren"),
            *("room", "floor", "apartment", "number", "building", "class", "po box"),
        ),
    )
)
"""Words with a number behind them that are no street."""
ARTICLES = frozenset(map(folded, ("de", "het", "een", "'t", "t", "the", "a")))
_INSTITUTIONS = tuple(
    map(
        folded,
        (
            *("school", "college", "lyceum", "gymnasium", "mavo", "havo", "vwo", "vmbo", "mbo", "hbo", "roc"),
            *("opvang", "kinderdagverblijf", "kdv", "creche", "bso", "peuterspeelzaal", "academie"),
            *("blijfhuis", "wonen", "woonvorm", "woongroep", "hotel", "hostel", "pension", "camping"),
            *("ziekenhuis", "kliniek", "centrum", "praktijk", "stichting", "bedrijf", "winkel", "supermarkt"),
            *("restaurant", "cafe", "kantoor", "locatie", "shelter", "refuge", "nursery", "kindergarten"),
            *("hospital", "clinic", "office", "shop", "company", "bv", "nv", "safehouse", "noodbed"),
        ),
    )
)
_LONG = 6
"""From how many letters on another word may end in it: basisschool, nachtopvang, but no mbo in a longer word."""
GENERIC = frozenset(
    map(
        folded,
        (
            *("begeleid", "beschermd", "nieuwe", "openbare", "christelijke", "katholieke", "bij", "in", "op"),
            *(
                "te",
                "aan",
                "van",
                "voor",
                "en",
                "werk",
                "thuis",
                "huis",
                "adres",
                "geheim",
                "geheime",
                "zorg",
            ),
            *("tijdelijk", "tijdelijke", "familie", "vriendin", "vriend", "moeder", "vader", "zus", "broer"),
            *("oma", "opa", "tante", "oom", "woning", "plek", "plaats", "work", "home", "house", "secret"),
            *(
                "address",
                "place",
                "new",
                "at",
                "of",
                "for",
                "and",
                "onbekend",
                "unknown",
                "telefoon",
                "mobiel",
            ),
        ),
    )
)
"""Words that say what kind of place it is, and not which."""
LITTLE = frozenset(
    map(
        folded,
        (
            *("aan", "al", "af", "als", "bij", "de", "en", "er", "ga", "he", "ik", "in", "is", "ja", "je"),
            *("me", "na", "nu", "of", "om", "op", "te", "to", "uw", "we", "ze", "zo", "an", "as", "at", "be"),
        ),
    )
)
"""Pairs of letters that are words: behind a year they are no postcode."""


def is_institution(word: str) -> bool:
    """Whether a folded word says that it is about a school, a shelter, a place of work or the like."""
    return any(word == one or (len(one) >= _LONG and word.endswith(one)) for one in _INSTITUTIONS)


def is_generic(word: str) -> bool:
    """Whether a folded word says nothing about which place it is."""
    return word in GENERIC or word in ARTICLES or is_institution(word)
