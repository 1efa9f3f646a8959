"""Rotating keys: everything sealed moves to the newest key, nothing is forgotten, and stopping halfway does no harm."""

from base64 import b64encode

import pytest
from sqlalchemy import LargeBinary, func, select

from caseflow.access.system import system_session
from caseflow.casefile.portrait import portray
from caseflow.casefile.rotation import rotate, sealed_columns
from caseflow.db import Base, Sealed
from caseflow.models import Entry, SearchToken
from caseflow.sealing import Keyring, use_keyring
from tests.app_fixtures import KEYS

NEW = f"k2:{b64encode(b'n' * 32).decode()}"


def sessions():
    return system_session("keys rotate")


def texts():
    """Return what every entry says, opened."""
    with sessions() as session:
        found = portray(session, Entry.id.is_not(None), contents=True).entries
        return {entry_id: portrait.draft for entry_id, portrait in found.items()}


def keys_in_use():
    with sessions() as session:
        values = {
            Keyring.key_of(sealed)
            for one in sealed_columns()
            for sealed in session.scalars(select(one.column).where(one.column.is_not(None)))
        }
        return values | {token.partition(":")[0] for token in session.scalars(select(SearchToken.token))}


def test_every_sealed_text_of_a_model_is_known_and_every_column_of_bytes_is_sealed():
    declared = {
        (mapper.local_table.name, f"{name}_sealed")
        for mapper in Base.registry.mappers
        for name, value in vars(mapper.class_).items()
        if isinstance(value, Sealed)
    }
    known = {(one.table.name, one.column.name) for one in sealed_columns()}
    assert known == declared | {("entry", "body_sealed"), ("entry", "statement_sealed")}
    assert all(name.endswith("_sealed") for _table, name in known)
    assert {
        (table.name, column.name)
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if column.name.endswith("_sealed") or isinstance(column.type, LargeBinary)
    } == known


def test_after_rotation_the_new_key_alone_opens_everything_and_finds_the_same_words(story):
    with story.app_context():
        before = texts()
        with sessions() as session:
            tokens = session.scalar(select(func.count()).select_from(SearchToken))
        use_keyring(Keyring.parse(f"{NEW},{KEYS}"))
        moved = rotate(sessions, lambda _more: None)
        assert moved > 20
        use_keyring(Keyring.parse(NEW))
        assert keys_in_use() == {"k2"}
        assert texts() == before
        with sessions() as session:
            assert session.scalar(select(func.count()).select_from(SearchToken)) == tokens > 0


def test_running_it_again_moves_nothing(story):
    with story.app_context():
        use_keyring(Keyring.parse(f"{NEW},{KEYS}"))
        rotate(sessions, lambda _more: None)
        assert rotate(sessions, lambda _more: None) == 0


class StoppedError(Exception):
    pass


def test_when_it_is_stopped_halfway_everything_opens_and_it_can_be_run_again(story):
    def stop(_more):
        raise StoppedError

    with story.app_context():
        before = texts()
        use_keyring(Keyring.parse(f"{NEW},{KEYS}"))
        with pytest.raises(StoppedError):
            rotate(sessions, stop)
        assert keys_in_use() == {"k1", "k2"}
        assert texts() == before
        rotate(sessions, lambda _more: None)
        assert keys_in_use() == {"k2"}
