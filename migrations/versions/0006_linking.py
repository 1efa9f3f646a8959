"""Which lawful bases and which usual scope fit a kind of organisation, and what is answered and why a link changed.

Sources of the rows. GDPR (AVG) articles 6, 9 and 10; Implementation Act (UAVG) articles 22 to 33; Wmo 2015 articles
5.1.1, 5.2.5 and 5.2.6; Jeugdwet article 7.3.11; Wgs articles 2.25 to 2.29, of which 2.27 names the participants of a
Zorg- en Veiligheidshuis; Wet tijdelijk huisverbod (Wth) articles 2 and 9 to 11; Besluit verplichte meldcode. Which
kinds have which basis follows the national handbook on data exchange in care and safety (2019), which lists them by
organisation. A basis carries health or justice data only where the law itself says so: in all other cases the one
who links says what else it rests on. The usual scopes are the custom of the field: school and childcare read safety
about the children, a housing corporation about the home, work and income and debt help about money, police and
prosecution about danger and incidents, a GP about health and with consent, Veilig Thuis everything about safety.
"""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006_linking"
down_revision = "0005_exceptions"

BOTH = (True, True)
HEALTH = (True, False)
JUSTICE = (False, True)
NEITHER = (False, False)
BASES = {
    "public_task": ("AVG 6(1)(e)", *NEITHER, False),
    "consent": ("AVG 6(1)(a), 9(2)(a); UAVG 22(2)(a), 32(a)", *BOTH, True),
    "vital_interest": ("AVG 6(1)(d), 9(2)(c); UAVG 32(b)", *BOTH, False),
    "wmo_5_1_1": ("Wmo 2015, 5.1.1", *NEITHER, False),
    "wmo_5_2_6": ("Wmo 2015, 5.2.6", *BOTH, False),
    "jeugdwet_7_3_11": ("Jeugdwet 7.3.11", *NEITHER, False),
    "wgs_2_29": ("Wgs 2.25, 2.27, 2.29", *BOTH, False),
    "wth": ("Wth 2, 9-11", *JUSTICE, False),
    "meldcode": ("Besluit verplichte meldcode; Wmo 2015, 5.2.6", *BOTH, False),
    "other_law": ("AVG 6(1)(c)", *NEITHER, False),
}
CARE = ("wmo_5_1_1", "jeugdwet_7_3_11")
FITS = {
    "municipality": ("public_task", "consent", "vital_interest", *CARE, "wgs_2_29", "wth", "other_law"),
    "local_team": ("public_task", "consent", "vital_interest", *CARE, "wgs_2_29", "wth", "other_law"),
    "veilig_thuis": ("consent", "vital_interest", "wmo_5_2_6", "wgs_2_29", "wth", "meldcode"),
    "police": ("public_task", "vital_interest", "wgs_2_29", "wth", "other_law"),
    "prosecution": ("public_task", "vital_interest", "wgs_2_29", "wth", "other_law"),
    "probation": ("public_task", "consent", "vital_interest", "wgs_2_29", "other_law"),
    "child_protection_board": ("public_task", "vital_interest", "jeugdwet_7_3_11", "wgs_2_29", "other_law"),
    "youth_protection": ("public_task", "consent", "vital_interest", *CARE, "wgs_2_29", "other_law"),
    "youth_care": ("public_task", "consent", "vital_interest", *CARE, "wgs_2_29"),
    "mental_health": ("consent", "vital_interest", *CARE, "wgs_2_29"),
    "forensic_mental_health": ("consent", "vital_interest", "wgs_2_29", "other_law"),
    "addiction_care": ("consent", "vital_interest", *CARE, "wgs_2_29"),
    "womens_shelter": ("public_task", "consent", "vital_interest", *CARE, "wgs_2_29"),
    "debt_help": ("public_task", "consent", "vital_interest", "wmo_5_1_1", "wgs_2_29", "other_law"),
    "work_and_income": ("public_task", "consent", "vital_interest", "wgs_2_29", "other_law"),
    "gp": ("consent", "vital_interest"),
    "hospital": ("consent", "vital_interest"),
    "youth_health": ("public_task", "consent", "vital_interest", "jeugdwet_7_3_11", "wgs_2_29"),
    "school": ("public_task", "consent", "vital_interest", "jeugdwet_7_3_11", "other_law"),
    "childcare": ("public_task", "consent", "vital_interest", "jeugdwet_7_3_11"),
    "housing_corporation": ("public_task", "consent", "vital_interest", "other_law"),
    "victim_support": ("public_task", "consent", "vital_interest"),
    "safety_house": ("public_task", "vital_interest", "wgs_2_29"),
    "lawyer": ("consent", "other_law"),
    "client_support": ("consent", "vital_interest", "wmo_5_1_1", "wgs_2_29"),
    "employer": ("consent", "vital_interest"),
    "informal": ("consent", "vital_interest"),
    "other": ("public_task", "consent", "vital_interest", *CARE, "wgs_2_29", "other_law"),
}
CHILDREN_ONLY = (
    (
        "Alleen veiligheid, en alleen van de kinderen: zo weet men daar wie een kind mag ophalen en waar men op let."
        " Over de ouders en over het adres hoeft men er niets te lezen."
    ),
    (
        "Safety only, and of the children only: so they know who may fetch a child and what to look out for."
        " They need to read nothing about the parents or the address."
    ),
)
HOUSING = (
    (
        "Alleen het wonen, en alleen van de volwassenen: afspraken over de woning en de huur."
        " Een adres staat daar niet bij; een beschermd adres gaat nooit mee."
    ),
    (
        "Housing only, and of the adults only: agreements about the home and the rent."
        " An address is no part of that; a protected address never travels."
    ),
)
MONEY = (
    "Alleen geld, en alleen van de volwassenen: meer is niet nodig om aan inkomen en schulden te werken.",
    "Money only, and of the adults only: more is not needed to work on income and debts.",
)
DANGER = (
    "Veiligheid van iedereen: gevaar, incidenten en een huisverbod. Zorg, geld en school horen daar niet bij.",
    "Everybody's safety: danger, incidents and a home ban. Care, money and school are no part of that.",
)
HEALTH_ONLY = (
    "Alleen gezondheid, en alleen met toestemming van wie het betreft. Haal de vinkjes weg bij wie die niet gaf.",
    "Health only, and only with the consent of whom it is about. Untick whoever did not give it.",
)
ALL_SAFETY = (
    "Alles over veiligheid, van iedereen: dat heeft Veilig Thuis nodig om geweld te onderzoeken en te stoppen.",
    "Everything about safety, of everybody: Veilig Thuis needs that to investigate violence and to stop it.",
)
NO_CUSTOM = (
    "Voor dit soort organisatie is er geen vast uitgangspunt. Vink alleen aan wat voor het doel nodig is.",
    "There is no fixed starting point for this kind of organisation. Tick only what the purpose needs.",
)
USUAL = {
    "school": ("children", "safety", CHILDREN_ONLY),
    "childcare": ("children", "safety", CHILDREN_ONLY),
    "housing_corporation": ("adults", "housing", HOUSING),
    "work_and_income": ("adults", "finance", MONEY),
    "debt_help": ("adults", "finance", MONEY),
    "police": ("everyone", "safety", DANGER),
    "prosecution": ("everyone", "safety", DANGER),
    "gp": ("everyone", "health", HEALTH_ONLY),
    "veilig_thuis": ("everyone", "safety", ALL_SAFETY),
}


def upgrade() -> None:
    """Make the tables, and fill those that say what fits."""
    _make_tables_of_what_fits()
    _make_tables_of_links()
    op.bulk_insert(_of("basis_rule", *BASIS_COLUMNS), list(_bases()))
    op.bulk_insert(_of("usual_cell", *CELL_COLUMNS), list(_cells()))
    op.bulk_insert(_of("usual_reason", *REASON_COLUMNS), list(_reasons()))


def downgrade() -> None:
    """Drop them."""
    for table in ("link_deed", "link_answer", "usual_reason", "usual_cell", "basis_rule"):
        op.drop_table(table)


TEXT, YES_NO = sa.Text, sa.Boolean
BASIS_COLUMNS = (
    ("kind", TEXT),
    ("basis", TEXT),
    ("article", TEXT),
    ("carries_health", YES_NO),
    ("carries_justice", YES_NO),
    ("needs_consent", YES_NO),
)
CELL_COLUMNS = (("kind", TEXT), ("whom", TEXT), ("category", TEXT))
REASON_COLUMNS = (("kind", TEXT), ("why_nl", TEXT), ("why_en", TEXT))


def _of(table: str, *columns: tuple[str, type[sa.types.TypeEngine]]) -> sa.TableClause:
    return sa.table(table, *(sa.column(name, kind()) for name, kind in columns))


def _bases() -> Iterator[dict[str, Any]]:
    names = [name for name, _kind in BASIS_COLUMNS]
    for kind, bases in FITS.items():
        for basis in bases:
            yield dict(zip(names, (kind, basis, *BASES[basis]), strict=True))


def _cells() -> Iterator[dict[str, Any]]:
    for kind, (whom, category, _why) in USUAL.items():
        yield {"kind": kind, "whom": whom, "category": category}


def _reasons() -> Iterator[dict[str, Any]]:
    for kind in FITS:
        why_nl, why_en = USUAL[kind][2] if kind in USUAL else NO_CUSTOM
        yield {"kind": kind, "why_nl": why_nl, "why_en": why_en}


def _make_tables_of_what_fits() -> None:
    for table, columns, key in (
        ("basis_rule", BASIS_COLUMNS, ("kind", "basis")),
        ("usual_cell", CELL_COLUMNS, ("kind", "whom", "category")),
        ("usual_reason", REASON_COLUMNS, ("kind",)),
    ):
        op.create_table(
            table,
            *(sa.Column(name, kind(), nullable=False) for name, kind in columns),
            sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{table}")),
        )


def _make_tables_of_links() -> None:
    _make_table_of_link(
        "link_answer",
        "answered",
        sa.Column("warning", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("consented_by", sa.Text(), nullable=True),
        sa.Column("consented_on", sa.Date(), nullable=True),
    )
    _make_table_of_link(
        "link_deed",
        "done",
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=True),
    )


def _make_table_of_link(table: str, verb: str, *columns: sa.Column) -> None:
    """Make a table of what belongs to a link: of which case, by whom and when."""
    pointers = {"link_id": "link", "case_id": "case", f"{verb}_by_id": "user"}
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        *(sa.Column(name, sa.Uuid(), nullable=False) for name in pointers),
        *columns,
        sa.Column(f"{verb}_at", sa.DateTime(timezone=True), nullable=False),
        *(
            sa.ForeignKeyConstraint([name], [f"{to}.id"], name=op.f(f"fk_{table}_{name}_{to}"))
            for name, to in pointers.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    for name in pointers:
        op.create_index(op.f(f"ix_{table}_{name}"), table, [name], unique=False)
