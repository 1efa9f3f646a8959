"""Who sees what of case OD-2023-004, line by line: at a moment, a user, the parties with a cell, and the entries.

Computed from the seven rules by hand and by a program that knows nothing of caseflow. Moments are Amsterdam time.
"""

from typing import NamedTuple


class Line(NamedTuple):
    at: str
    user: str
    why: str
    parties: str
    entries: str


VISIBLE = (
    Line(
        "2023-01-25 08:59",
        "anneke-postma",
        "school, a minute before its link",
        "",
        "",
    ),
    Line(
        "2023-01-29 12:00",
        "anneke-postma",
        "attended the conference; not its record",
        "jip noor",
        "r09-act-pickup",
    ),
    Line(
        "2023-02-01 12:00",
        "anneke-postma",
        "row 10: the pick-up agreement, nothing else",
        "jip noor",
        "r09-act-pickup r10-pickup-agreement",
    ),
    Line(
        "2023-02-07 12:00",
        "anneke-postma",
        "row 12: no new address; unchanged",
        "jip noor",
        "r09-act-pickup r10-pickup-agreement",
    ),
    Line(
        "2023-09-01 12:00",
        "anneke-postma",
        "narrower link (Noor); old share gone, own contribution stays",
        "noor",
        "r15-signal-school",
    ),
    Line(
        "2024-07-23 17:00",
        "anneke-postma",
        "link ended",
        "",
        "",
    ),
    Line(
        "2025-05-20 12:00",
        "anneke-postma",
        "row 45: (noor, safety) in scope, yet r45-zvh-noor hidden by onward",
        "noor",
        "r15-signal-school r44-handover-agreement",
    ),
    Line(
        "2023-03-01 12:00",
        "joost-veldman",
        "Tess' new school: child safety only",
        "tess",
        "r12-safety-school-tess",
    ),
    Line(
        "2023-02-07 12:00",
        "esther-hoving",
        "VT has whereabouts in scope; protected shelter address stays hidden",
        "mirjam dennis tess jip noor greet bas",
        "r01-incident r01-home-ban r02-report r03-address-home r03-phone-mirjam "
        "r06-safety-plan-v1 r07-vt-assessment r08-home-ban-extension r09-conference "
        "r09-act-conditions r09-act-alert r09-act-pickup r10-pickup-agreement r10-signal-street "
        "r11-incident r11-contact-mirjam r11-report r12-decision-shelter",
    ),
    Line(
        "2023-02-07 12:00",
        "karin-boelens",
        "disclosed: Mirjam's shelter address, not the children's copy",
        "mirjam dennis tess jip noor",
        "r01-incident r01-rihg r01-home-ban r02-address-dennis r02-report r03-phone-mirjam "
        "r07-vt-assessment r08-home-ban-extension r09-conference r09-act-conditions r09-act-alert "
        "r09-act-pickup r10-pickup-agreement r10-signal-street r11-incident r11-contact-mirjam "
        "r11-report r12-decision-shelter r12-address-shelter-mirjam",
    ),
    Line(
        "2023-09-12 16:00",
        "karin-boelens",
        "second link has no whereabouts: address hidden though disclosed",
        "mirjam dennis tess jip noor",
        "r01-incident r01-rihg r01-home-ban r02-address-dennis r02-report r07-vt-assessment "
        "r08-home-ban-extension r09-conference r09-act-conditions r09-act-alert r09-act-pickup "
        "r10-pickup-agreement r10-signal-street r11-incident r11-contact-mirjam r11-report "
        "r12-decision-shelter r12-safety-school-tess r15-signal-school r19-vt-conditions "
        "r26-incident r26-notice-probation r26-report r26-refuted r27-risk",
    ),
    Line(
        "2023-01-24 15:59",
        "wouter-holtrop",
        "before his exclusion",
        "mirjam dennis tess jip noor",
        "r01-incident r01-rihg r01-home-ban r02-address-dennis r02-report r03-phone-mirjam "
        "r07-vt-assessment r08-home-ban-extension",
    ),
    Line(
        "2023-01-24 16:00",
        "wouter-holtrop",
        "excluded (cousin of Dennis)",
        "",
        "",
    ),
    Line(
        "2023-02-20 12:00",
        "chantal-dieters",
        "shelter: all protected facts, nothing about Dennis",
        "mirjam tess jip noor",
        "r03-address-home r03-phone-mirjam r04-contact-home r04-child-check r09-act-alert "
        "r09-act-pickup r09-act-shelter r09-act-trauma r09-act-support r10-pickup-agreement "
        "r11-contact-mirjam r12-decision-shelter r12-address-shelter-mirjam "
        "r12-address-shelter-children r12-address-school-tess r12-safety-school-tess",
    ),
    Line(
        "2023-05-16 12:00",
        "samira-benali",
        "local team; r22 released to it",
        "mirjam tess jip noor greet",
        "r04-contact-home r04-child-check r06-contact-noor r09-act-alert r09-act-pickup "
        "r09-act-shelter r09-act-support r09-act-debt r10-pickup-agreement r10-signal-street "
        "r11-contact-mirjam r12-decision-shelter r12-safety-school-tess r15-signal-school "
        "r17-consent-mirjam r22-protection-table",
    ),
    Line(
        "2023-03-15 12:00",
        "floor-ketelaar",
        "OM; link ends 2023-04-14",
        "mirjam dennis tess jip noor",
        "r01-incident r01-home-ban r08-home-ban-extension r09-conference r09-act-conditions "
        "r09-act-alert r09-act-pickup r10-pickup-agreement r10-signal-street r11-incident "
        "r11-contact-mirjam r12-decision-shelter r12-safety-school-tess r15-signal-school "
        "r18-om-decision r18-supervision",
    ),
    Line(
        "2023-03-15 12:00",
        "daan-merkelbach",
        "GP note released to GGZ",
        "mirjam",
        "r09-act-alert r09-act-trauma r11-contact-mirjam r17-health-mirjam",
    ),
    Line(
        "2023-05-31 11:59",
        "liesbeth-oort",
        "GP on consent",
        "mirjam",
        "r09-act-trauma r17-health-mirjam r20-act-trauma",
    ),
    Line(
        "2023-05-31 12:01",
        "liesbeth-oort",
        "revoked at 12:00",
        "",
        "",
    ),
    Line(
        "2023-03-07 12:00",
        "marco-lubbers",
        "row 17: Mirjam's finance, never r17-debts-dennis",
        "mirjam",
        "r09-act-debt r17-consent-mirjam r17-debt-intake",
    ),
    Line(
        "2023-08-31 12:00",
        "fatma-yildiz",
        "row 25: finance only; r17-debt-intake by release",
        "mirjam",
        "r09-act-debt r17-consent-mirjam r17-debt-intake r25-act-assistance",
    ),
    Line(
        "2023-08-31 12:00",
        "gerard-nijland",
        "row 25: housing only, own report",
        "mirjam",
        "r25-eviction-threat r25-act-payment",
    ),
    Line(
        "2023-05-16 12:00",
        "yvonne-maas",
        "RvdK; no home ban",
        "mirjam dennis tess jip noor bas",
        "r04-child-check r09-conference r09-act-conditions r09-act-alert r09-act-pickup "
        "r10-pickup-agreement r10-signal-street r11-contact-mirjam r12-decision-shelter "
        "r12-safety-school-tess r15-signal-school r19-vt-conditions r22-protection-table",
    ),
    Line(
        "2023-09-06 12:00",
        "stefan-ruiter",
        "row 26: Dennis only; never r26-incident",
        "dennis",
        "r05-contact-dennis r05-alcohol r09-act-referral r18-om-decision r18-supervision "
        "r18-address-dennis r26-notice-probation",
    ),
    Line(
        "2024-03-14 11:59",
        "stefan-ruiter",
        "row 36: last minute; r28-treatment-note hidden (onward none)",
        "dennis",
        "r05-contact-dennis r05-alcohol r09-act-referral r18-om-decision r18-supervision "
        "r18-address-dennis r26-notice-probation r28-act-forensic r28-act-addiction "
        "r36-probation-report",
    ),
    Line(
        "2024-03-14 12:00",
        "stefan-ruiter",
        "row 36: ended",
        "",
        "",
    ),
    Line(
        "2024-03-20 12:00",
        "robin-schaaf",
        "r36 released to Kantelpunt",
        "dennis",
        "r05-contact-dennis r05-alcohol r09-act-referral r26-notice-probation r28-act-forensic "
        "r28-act-addiction r28-treatment-note r36-probation-report",
    ),
    Line(
        "2023-10-03 12:00",
        "inge-terpstra",
        "sees the disputed sentence AND the statement",
        "dennis",
        "r05-contact-dennis r05-alcohol r09-act-referral r28-act-forensic r28-act-addiction",
    ),
    Line(
        "2024-03-01 12:00",
        "femke-haan",
        "the only partner with voices: the children's",
        "mirjam tess jip noor",
        "r04-contact-home r04-voice-tess r04-voice-jip r04-child-check r06-voice-noor "
        "r09-act-pickup r09-act-shelter r09-act-support r10-pickup-agreement "
        "r12-safety-school-tess r20-voice-tess r20-voice-jip r20-voice-noor r35-act-children",
    ),
    Line(
        "2025-05-20 12:00",
        "carolien-wit",
        "ZVH",
        "mirjam dennis noor",
        "r05-alcohol r09-act-conditions r09-act-alert r10-signal-street r11-contact-mirjam "
        "r26-incident r26-notice-probation r28-act-addiction r43-incident r43-report r44-contact "
        "r44-handover-agreement r45-zvh-consultation r45-zvh-noor",
    ),
    Line(
        "2025-05-20 12:00",
        "esther-hoving",
        "VT, episode 2; Tess not in scope",
        "mirjam dennis jip noor greet",
        "r02-report r07-vt-assessment r09-act-conditions r09-act-alert r09-act-pickup "
        "r10-pickup-agreement r10-signal-street r11-incident r11-contact-mirjam r11-report "
        "r15-signal-school r19-vt-conditions r23-vt-monitor-3 r26-incident r26-report "
        "r37-vt-monitor-12 r40b-vt-monitor-18 r43-incident r43-report r44-contact "
        "r44-handover-agreement r45-zvh-consultation r45-zvh-noor",
    ),
    Line(
        "2025-05-20 12:00",
        "karin-boelens",
        "police, episode 2; WGS participant",
        "mirjam dennis noor",
        "r01-incident r01-rihg r01-home-ban r02-address-dennis r09-act-conditions r09-act-alert "
        "r10-signal-street r11-incident r11-contact-mirjam r26-incident r26-notice-probation "
        "r26-report r43-incident r43-report r44-contact r44-handover-agreement "
        "r45-zvh-consultation r45-zvh-noor",
    ),
)
"""A line without parties: the case does not exist."""

NEVER = (
    "marit-kloosterman",
    "jeroen-kwakkel",
    "rosa-tjin",
    "henk-dijkgraaf",
    "lotte-prins",
    "ruud-sanders",
    "astrid-kooiman",
    "bram-vos",
    "mieke-soer",
    "tim-oudkerk",
    "paul-evers",
)
"""Other directors and lead, evaluator, privacy officer, administrator, colleagues not named, an empty scope."""

SEATS = (
    ("ilse-brand", "2023-02-01 12:00", 33),
    ("petra-zuidema", "2023-02-07 12:00", 40),
    ("farouk-amrani", "2023-11-12 23:59", None),
    ("farouk-amrani", "2023-11-13 00:00", 87),
    ("farouk-amrani", "2023-12-10 23:59", 89),
    ("farouk-amrani", "2023-12-11 00:00", None),
    ("ilse-brand", "2024-07-24 12:00", 104),
    ("farouk-amrani", "2025-05-20 12:00", 116),
    ("petra-zuidema", "2026-07-24 12:00", 120),
)
"""How many entries a seat sees; None: the case does not exist."""

NO_PARTNER_EVER = (
    "r15-analysis-v1",
    "r35-analysis-v2",
    "r17-debts-dennis",
    "r20-escalation",
    "r33-break-glass-review",
    "r13-letter",
)
"""Beside these, every entry of the category analysis."""

HOME_BAN = ("r01-home-ban", "r08-home-ban-extension")
HOME_BAN_READERS = ("police", "veilig_thuis", "prosecution")
"""Kinds of organisation."""

SOURCE_HIDDEN = {"r10-signal-street": {"samira-benali"}, "r15-signal-school": {"anneke-postma"}}
"""Whose source only seats and these know."""
