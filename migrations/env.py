"""Alembic's environment: one address, given by caseflow.migrate."""

from alembic import context
from sqlalchemy import create_engine, pool

from caseflow.db import Base
from caseflow.migrate import is_a_model_table

engine = create_engine(context.config.attributes["url"], poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        include_object=is_a_model_table,
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()
