"""An application on a fresh database, and an office in it."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from caseflow.db import db
from caseflow.sealing import Keyring, use_keyring
from tests.audit.world import Office

KEYS = "k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="


@pytest.fixture
def app(database_url):
    use_keyring(Keyring.parse(KEYS))
    app = Flask("audit")
    app.config["SQLALCHEMY_DATABASE_URI"] = database_url
    db.init_app(app)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def office(app):
    with Session(db.engine) as session:
        office = Office(session)
        session.commit()
        return office
