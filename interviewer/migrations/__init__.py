"""The tables' form, version by version, and the way from each to the next.

A database says which version it has in a table of its own; one without it was made before there were versions, or is new. Alembic
takes the steps, and is only imported when there is a step to take.
"""

from threading import Lock

import sqlalchemy as sql

NEWEST = "0002"
"""Versions are numbered with four digits, so that they compare as text."""
TABLE = "interviewer_version"
_LOCK = 3_251_776_194_010_881
"""Drawn once; whoever migrates holds it in PostgreSQL until the transaction ends."""
_ONE_AT_A_TIME = Lock()
"""Alembic keeps the migration that is running in names of its modules, which all threads share."""


def version(connection: sql.Connection) -> str | None:
    """The version a database has; None for a new one, and for one from before there were versions."""
    if not sql.inspect(connection).has_table(TABLE):
        return None
    found: str | None = connection.scalar(sql.text(f"SELECT version_num FROM {TABLE}"))  # noqa: S608
    return found


def lock(connection: sql.Connection) -> None:
    """Lets only one process at a time go on; a SQLite transaction that writes is alone already."""
    if connection.dialect.name == "postgresql":
        connection.execute(sql.select(sql.func.pg_advisory_xact_lock(_LOCK)))


def run(connection: sql.Connection) -> None:
    """Takes every step to the newest version, inside the transaction of `connection`."""
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "interviewer:migrations")
    config.set_main_option("path_separator", "os")
    with _ONE_AT_A_TIME:
        command.upgrade(config, "head")
