"""What invented people are called and what is said about them."""

FIRST_NAMES = (
    "Anouk", "Bart", "Carmen", "Daan", "Elif", "Floris", "Gerda", "Hamza", "Ineke", "Jesse", "Karima", "Lars",
    "Maud", "Nabil", "Olga", "Pieter", "Quinten", "Rania", "Sem", "Trijntje", "Umut", "Vera", "Wim", "Yara", "Zoë",
)  # fmt: skip
LAST_NAMES = (
    "van Akkerveld", "Berkenbosch", "Cornelissen-Vaart", "Dijkzicht", "El Wardi", "Fonteyn", "Grasmeijer",
    "Hogerduin", "IJsvogel", "Jonkervliet", "Kaya-Molenaar", "Lindenhout", "Meerzicht", "Noordermeer", "Oudewater",
    "Plantinga-Smid", "Rietdekker", "Sluiswachter", "Turfmaker", "Uiterwaard", "Veenstra-Bron", "Waterman-Sahin",
    "Zandbergen",
)  # fmt: skip
STREETS = ("Lisdodde", "Kievitspad", "Wilgenhof", "Klaverweide", "Zeggelaan", "Meidoornplein", "Rietkraag")
SENTENCES = (
    "Rustig gesprek; de afspraken van vorige week zijn nagekomen.",
    "Moeder vertelt dat de nachten beter gaan en dat zij weer naar haar werk wil.",
    "Vader is boos over de omgang en wil een nieuw gesprek met de regisseur.",
    "De school ziet dat het kind vaker te laat komt en stiller is dan voor de zomer.",
    "Er is een nieuwe betalingsregeling voor de huur; de eerste termijn is voldaan.",
    "Oma haalt de kinderen op woensdag en past op tot het eten.",
    "De behandelaar meldt dat de wachttijd drie weken langer wordt.",
    "Buren hoorden geschreeuw; de politie sprak met beide ouders en zag geen letsel.",
    "Het veiligheidsplan is besproken en iedereen weet wie er gebeld wordt.",
    "De schuldhulp vraagt om de laatste loonstroken en een overzicht van de vaste lasten.",
    "Het kind wil dat papa en mama niet meer schreeuwen en dat de hond mag blijven.",
    "Volgende week volgt een casusoverleg met alle betrokken organisaties.",
    "De reclassering bevestigt dat de meldplicht wordt nagekomen.",
    "Er zijn zorgen over alcohol in het weekend; dit komt terug in het volgende gesprek.",
    "De woning is opgezegd en er wordt gezocht naar iets in een andere wijk.",
)
