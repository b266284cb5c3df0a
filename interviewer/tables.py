"""The tables everything is kept in, and how an interview's rows become the interview again.

`interviewer.migrations` makes them; a change here needs a step there. Every row has an owner, who is part of its key: an id
belongs to its owner alone, and the same id of somebody else is another thing.
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sql
from pydantic import TypeAdapter, ValidationError

from interviewer.database import StoreTrouble
from interviewer.interview import Event, Interview, Setup

METADATA = sql.MetaData()
OWNER_LENGTH = 64


def _owner(key: bool = True) -> sql.Column[str]:
    return sql.Column("owner", sql.String(OWNER_LENGTH), primary_key=key, nullable=False)


def _part_of(table: str, column: str) -> sql.ForeignKeyConstraint:
    return sql.ForeignKeyConstraint(["owner", column], [f"{table}.owner", f"{table}.id"])


INTERVIEWS = sql.Table(
    "interviews",
    METADATA,
    _owner(),
    sql.Column("id", sql.String(32), primary_key=True),
    sql.Column("setup", sql.Text, nullable=False),
    sql.Column("created_at", sql.DateTime, nullable=False),
)
EVENTS = sql.Table(
    "events",
    METADATA,
    _owner(),
    sql.Column("interview_id", sql.String(32), primary_key=True),
    sql.Column("position", sql.Integer, primary_key=True, autoincrement=False),
    sql.Column("type", sql.String(20), nullable=False),
    sql.Column("body", sql.Text, nullable=False),
    sql.Column("said_at", sql.DateTime, nullable=False),
    _part_of("interviews", "interview_id"),
    sql.Index("ix_events_owner_said_at", "owner", "said_at"),
)
OVERVIEWS = sql.Table(
    "overviews",
    METADATA,
    _owner(),
    sql.Column("interview_id", sql.String(32), primary_key=True),
    sql.Column("events", sql.Integer, nullable=False),
    sql.Column("form", sql.Integer, nullable=False),
    sql.Column("created_at", sql.DateTime, nullable=False),
    sql.Column("verdict", sql.String(20)),
    sql.Column("searched", sql.Text, nullable=False),
    sql.Column("body", sql.Text, nullable=False),
    _part_of("interviews", "interview_id"),
    sql.Index("ix_overviews_owner_created_at", "owner", "created_at"),
)
"""What lists need of an interview, derived from its first `events` events; can be dropped at any time."""
FITS = sql.Table(
    "fits",
    METADATA,
    _owner(),
    sql.Column("interview_id", sql.String(32), primary_key=True),
    sql.Column("read_with", sql.String(64), nullable=False),
    sql.Column("body", sql.Text, nullable=False),
    _part_of("interviews", "interview_id"),
)
"""What an interview's story would come to for every principle; derived, and can be dropped at any time."""
PAPERS = sql.Table(
    "papers",
    METADATA,
    _owner(),
    sql.Column("id", sql.String(32), primary_key=True),
    sql.Column("principle", sql.Text),
    sql.Column("seed", sql.Integer, nullable=False),
    sql.Column("items", sql.Text, nullable=False),
    sql.Column("started_at", sql.DateTime, nullable=False),
)
PAPER_ANSWERS = sql.Table(
    "paper_answers",
    METADATA,
    _owner(key=False),
    sql.Column("number", sql.Integer, primary_key=True),
    sql.Column("paper_id", sql.String(32), nullable=False),
    sql.Column("item", sql.Text, nullable=False),
    sql.Column("letter", sql.String(1), nullable=False),
    sql.Column("chosen_at", sql.DateTime, nullable=False),
    _part_of("papers", "paper_id"),
    sql.Index("ix_paper_answers_owner_paper_id", "owner", "paper_id"),
)
RESULTS = sql.Table(
    "results",
    METADATA,
    _owner(),
    sql.Column("id", sql.String(32), primary_key=True),
    sql.Column("taken_at", sql.DateTime, nullable=False),
    sql.Column("answers", sql.Text, nullable=False),
    sql.Column("correct", sql.Integer, nullable=False),
    sql.Column("seconds", sql.Integer, nullable=False),
    _part_of("papers", "id"),
)
LOOPS = sql.Table(
    "loops",
    METADATA,
    _owner(),
    sql.Column("id", sql.String(32), primary_key=True),
    sql.Column("body", sql.Text, nullable=False),
    sql.Column("created_at", sql.DateTime, nullable=False),
)
USAGE = sql.Table(
    "usage",
    METADATA,
    sql.Column("id", sql.Integer, primary_key=True),
    _owner(key=False),
    sql.Column("interview_id", sql.String(32)),
    sql.Column("at", sql.DateTime, nullable=False),
    sql.Column("model", sql.Text, nullable=False),
    sql.Column("calls", sql.Integer, nullable=False),
    sql.Column("input", sql.Integer, nullable=False),
    sql.Column("cached", sql.Integer, nullable=False),
    sql.Column("output", sql.Integer, nullable=False),
    sql.Column("estimated", sql.Boolean, nullable=False),
    sql.Index("ix_usage_owner_at", "owner", "at"),
    sql.Index("ix_usage_owner_interview_id", "owner", "interview_id"),
)
"""What model calls used, in tokens. The interview may be none, or deleted since."""
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
