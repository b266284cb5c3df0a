"""The tables interviews are kept in, and how their rows become interviews again."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sql
from pydantic import TypeAdapter, ValidationError

from interviewer.database import StoreTrouble
from interviewer.interview import Event, Interview, Setup

METADATA = sql.MetaData()
INTERVIEWS = sql.Table(
    "interviews",
    METADATA,
    sql.Column("id", sql.String(32), primary_key=True),
    sql.Column("setup", sql.Text, nullable=False),
    sql.Column("created_at", sql.DateTime, nullable=False),
)
EVENTS = sql.Table(
    "events",
    METADATA,
    sql.Column("interview_id", sql.ForeignKey(INTERVIEWS.c.id), primary_key=True),
    sql.Column("position", sql.Integer, primary_key=True, autoincrement=False),
    sql.Column("type", sql.String(20), nullable=False),
    sql.Column("body", sql.Text, nullable=False),
    sql.Column("said_at", sql.DateTime, nullable=False),
)
OVERVIEWS = sql.Table(
    "overviews",
    METADATA,
    sql.Column("interview_id", sql.ForeignKey(INTERVIEWS.c.id), primary_key=True),
    sql.Column("events", sql.Integer, nullable=False),
    sql.Column("form", sql.Integer, nullable=False),
    sql.Column("created_at", sql.DateTime, nullable=False, index=True),
    sql.Column("verdict", sql.String(20)),
    sql.Column("searched", sql.Text, nullable=False),
    sql.Column("body", sql.Text, nullable=False),
)
"""What lists need of an interview, derived from its first `events` events; can be dropped at any time."""
FITS = sql.Table(
    "fits",
    METADATA,
    sql.Column("interview_id", sql.ForeignKey(INTERVIEWS.c.id), primary_key=True),
    sql.Column("read_with", sql.String(64), nullable=False),
    sql.Column("body", sql.Text, nullable=False),
)
"""What an interview's story would come to for every principle; derived, and can be dropped at any time."""
EVENT: TypeAdapter[Event] = TypeAdapter(Event)
_INCOMPLETE = "Events of interview {key} are missing from the database. Restore them from a copy, or start a new interview."
_UNREADABLE = "Interview {key} was written by another version of this program or is damaged. Open it with the newest version."


def interview_of(key: str, setup: str, rows: Sequence[sql.Row[*tuple[Any, ...]]]) -> Interview:
    """The interview whose events `rows` are, in order. Raises StoreTrouble when they are not all there or cannot be read."""
    if [row.position for row in rows] != list(range(len(rows))):
        raise StoreTrouble(_INCOMPLETE.format(key=key))
    try:
        events = tuple(EVENT.validate_json(row.body) for row in rows)
        return Interview(id=key, setup=Setup.model_validate_json(setup), events=events)
    except ValidationError:
        # Not chained: a validation error quotes its input, here the candidate's words.
        raise StoreTrouble(_UNREADABLE.format(key=key)) from None
