"""Whoever changes the log around the application is found out, and the place is named."""

import random
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.orm import Session

from caseflow.access.system import system_snapshot
from caseflow.audit.chain import About, Line, Who, append, hash_of
from caseflow.audit.seals import seal, sign_again
from caseflow.audit.verify import Damage, verify
from caseflow.db import db
from caseflow.models import AuditHead, AuditRow
from caseflow.sealing import Keyring, use_keyring
from tests.audit.conftest import KEYS
from tests.audit.world import NOW

ROW, HEAD = AuditRow.__table__, AuditHead.__table__
CHAINS = [UUID(int=number) for number in (1, 2, 3)]
LENGTH = 8
CHANCE = random.Random(20250301)  # noqa: S311 - chooses where to attack, guards nothing
DROPPED = {
    "sqlite": ["drop trigger audit_row_no_update", "drop trigger audit_row_no_delete"],
    "postgresql": ["drop trigger audit_row_no_change on audit_row"],
}


@pytest.fixture
def log(app):
    """Three chains of eight rows: five sealed, three not, and an attacker who may change the schema."""
    with Session(db.engine) as session:
        _grow(session, 5)
        seal(session, NOW)
        _grow(session, LENGTH - 5)
        session.commit()
        for statement in DROPPED[db.engine.dialect.name]:
            session.execute(text(statement))
        session.commit()
    with Session(db.engine) as session:
        yield session


def _grow(session, rows):
    for number in range(rows):
        for chain in CHAINS:
            who = Who(None, None, NOW + timedelta(seconds=number), "system:test")
            append(session, Line(chain, "case.read", who, About(entry_ids=[uuid4()])))


def row_at(session, chain, position):
    return (
        session.execute(select(ROW).where(ROW.c.chain == chain, ROW.c.position == position)).one()._asdict()
    )


def change(session, row_id, **values):
    session.execute(update(ROW).where(ROW.c.id == row_id).values(**values))


def edit(session, chain, at):
    column, value = CHANCE.choice(
        [
            ("act", "case.forged"),
            ("through", "x"),
            ("party_ids", "x"),
            ("at", NOW - timedelta(days=1)),
            ("hash", "f" * 64),
        ]
    )
    change(session, row_at(session, chain, at)["id"], **{column: value})
    return {(Damage.EDITED, at)}


def edit_and_recompute(session, chain, at):
    row = row_at(session, chain, at) | {"act": "case.forged"}
    change(session, row["id"], act=row["act"], hash=hash_of(row))
    return {(Damage.REWRITTEN, at)} if at < LENGTH else {(Damage.HEAD_FORGED, at)}


def remove(session, chain, at):
    session.execute(delete(ROW).where(ROW.c.chain == chain, ROW.c.position == at))
    return {(Damage.DELETED, at)} if at < LENGTH else {(Damage.CUT_OFF, at)}


def remove_and_close_the_gap(session, chain, at):
    session.execute(delete(ROW).where(ROW.c.chain == chain, ROW.c.position == at))
    for position in range(at + 1, LENGTH + 1):
        change(session, row_at(session, chain, position)["id"], position=position - 1)
    return {(Damage.EDITED, at)} if at < LENGTH else {(Damage.CUT_OFF, at)}


def put_in_another_order(session, chain, at):
    other = CHANCE.choice([position for position in range(1, LENGTH + 1) if position != at])
    first, second = row_at(session, chain, at), row_at(session, chain, other)
    change(session, first["id"], position=99)
    change(session, second["id"], position=at)
    change(session, first["id"], position=other)
    return {(Damage.REORDERED, min(at, other))}


def swap_between_chains(session, chain, at):
    other = CHANCE.choice([one for one in CHAINS if one != chain])
    mine, theirs = row_at(session, chain, at), row_at(session, other, at)
    change(session, mine["id"], entry_ids=theirs["entry_ids"])
    change(session, theirs["id"], entry_ids=mine["entry_ids"])
    return {(Damage.EDITED, at)}


def cut_off(session, chain, at):
    session.execute(delete(ROW).where(ROW.c.chain == chain, ROW.c.position >= at))
    return {(Damage.CUT_OFF, at)}


def cut_off_with_the_head(session, chain, at):
    """Cut into what is sealed: what is not sealed yet can be cut together with its head."""
    at = min(at, 5)
    session.execute(delete(ROW).where(ROW.c.chain == chain, ROW.c.position >= at))
    last = row_at(session, chain, at - 1) if at > 1 else {"hash": ""}
    session.execute(update(HEAD).where(HEAD.c.chain == chain).values(position=at - 1, hash=last["hash"]))
    if at == 1:
        session.execute(delete(HEAD).where(HEAD.c.chain == chain))
    return {(Damage.CUT_OFF, 5)}


def recompute_everything_after(session, chain, at):
    at = min(at, 5)
    previous = row_at(session, chain, at)["previous"]
    for position in range(at, LENGTH + 1):
        row = row_at(session, chain, position) | {"previous": previous, "through": "seat:forged"}
        previous = hash_of(row)
        change(session, row["id"], previous=row["previous"], through=row["through"], hash=previous)
    session.execute(update(HEAD).where(HEAD.c.chain == chain).values(hash=previous))
    return {(Damage.REWRITTEN, 5)}


def forge_the_head(session, chain, at):
    session.execute(update(HEAD).where(HEAD.c.chain == chain).values(hash="f" * 64))
    return {(Damage.HEAD_FORGED, LENGTH)}


ATTACKS = [
    edit,
    edit_and_recompute,
    remove,
    remove_and_close_the_gap,
    put_in_another_order,
    swap_between_chains,
    cut_off,
    cut_off_with_the_head,
    recompute_everything_after,
    forge_the_head,
]
ROUNDS = {"sqlite": 250, "postgresql": 40}


def test_an_untouched_log_is_whole(log):
    report = verify(log)
    assert (report.rows, report.chains, report.seals, report.findings) == (3 * LENGTH, 3, 1, [])


def test_every_change_around_the_application_is_located(log):
    for number in range(ROUNDS[db.engine.dialect.name]):
        attack, chain = ATTACKS[number % len(ATTACKS)], CHANCE.choice(CHAINS)
        expected = attack(log, chain, CHANCE.randint(1, LENGTH))
        found = {(one.damage, one.position) for one in verify(log).findings if one.chain == chain}
        assert found == expected, attack.__name__
        log.rollback()


@pytest.mark.parametrize(
    "statement",
    [
        "update audit_seal set signature = 'k1:00'",
        "update sealed_head set position = 4",
        "delete from sealed_head where position = 5",
        "update audit_seal set position = 2",
        "update audit_seal set previous = 'x'",
    ],
)
def test_a_forged_seal_is_found(log, statement):
    log.execute(text(statement))
    assert Damage.SEAL_FORGED in {finding.damage for finding in verify(log).findings}


def test_a_seal_covers_what_moved_since_the_last_one_and_nothing_twice(log):
    assert (seal(log, NOW).position, seal(log, NOW).position) == (2, None)
    append(log, Line(CHAINS[0], "case.read", Who(None, None, NOW, "system:test"), About()))
    assert (seal(log, NOW).chains, verify(log).seals) == (1, 3)
    assert verify(log).findings == []


def test_seals_signed_again_with_a_new_key_need_the_old_one_no_more(log):
    seal(log, NOW)
    new = "k2:" + "B" * 43 + "="
    use_keyring(Keyring.parse(f"{new},{KEYS}"))
    assert sign_again(log) == 2
    use_keyring(Keyring.parse(new))
    assert verify(log).findings == []


def test_a_seal_whose_key_is_gone_is_reported(log):
    use_keyring(Keyring.parse("k2:" + "B" * 43 + "="))
    assert [finding.detail for finding in verify(log).findings] == [
        "Encryption key 'k1' is not among the keys given."
    ]


@pytest.mark.usefixtures("log")
def test_a_check_sees_one_moment_while_others_write():
    with system_snapshot("test") as snapshot:
        assert verify(snapshot).findings == []
        with Session(db.engine) as other:
            append(other, Line(CHAINS[0], "case.read", Who(None, None, NOW, "system:test"), About()))
            other.commit()
        assert verify(snapshot).rows == 3 * LENGTH
    with system_snapshot("test") as snapshot:
        assert verify(snapshot).rows == 3 * LENGTH + 1
