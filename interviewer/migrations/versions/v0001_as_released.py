"""The tables as they were before versions were counted. An older database has only some of them."""

import sqlalchemy as sql
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    there = set(sql.inspect(op.get_bind()).get_table_names())
    for name, columns in _TABLES.items():
        if name not in there:
            op.create_table(name, *columns)


_TABLES: dict[str, tuple[sql.Column[object], ...]] = {
    "interviews": (
        sql.Column("id", sql.String(32), primary_key=True),
        sql.Column("setup", sql.Text, nullable=False),
        sql.Column("created_at", sql.DateTime, nullable=False),
    ),
    "events": (
        sql.Column("interview_id", sql.String(32), sql.ForeignKey("interviews.id"), primary_key=True),
        sql.Column("position", sql.Integer, primary_key=True, autoincrement=False),
        sql.Column("type", sql.String(20), nullable=False),
        sql.Column("body", sql.Text, nullable=False),
        sql.Column("said_at", sql.DateTime, nullable=False),
    ),
    "overviews": (
        sql.Column("interview_id", sql.String(32), sql.ForeignKey("interviews.id"), primary_key=True),
        sql.Column("events", sql.Integer, nullable=False),
        sql.Column("form", sql.Integer, nullable=False),
        sql.Column("created_at", sql.DateTime, nullable=False),
        sql.Column("verdict", sql.String(20)),
        sql.Column("searched", sql.Text, nullable=False),
        sql.Column("body", sql.Text, nullable=False),
    ),
    "fits": (
        sql.Column("interview_id", sql.String(32), sql.ForeignKey("interviews.id"), primary_key=True),
        sql.Column("read_with", sql.String(64), nullable=False),
        sql.Column("body", sql.Text, nullable=False),
    ),
    "papers": (
        sql.Column("id", sql.String(32), primary_key=True),
        sql.Column("principle", sql.Text),
        sql.Column("seed", sql.Integer, nullable=False),
        sql.Column("items", sql.Text, nullable=False),
        sql.Column("started_at", sql.DateTime, nullable=False),
    ),
    "paper_answers": (
        sql.Column("number", sql.Integer, primary_key=True),
        sql.Column("paper_id", sql.String(32), sql.ForeignKey("papers.id"), nullable=False),
        sql.Column("item", sql.Text, nullable=False),
        sql.Column("letter", sql.String(1), nullable=False),
        sql.Column("chosen_at", sql.DateTime, nullable=False),
    ),
    "results": (
        sql.Column("id", sql.String(32), sql.ForeignKey("papers.id"), primary_key=True),
        sql.Column("taken_at", sql.DateTime, nullable=False),
        sql.Column("answers", sql.Text, nullable=False),
        sql.Column("correct", sql.Integer, nullable=False),
        sql.Column("seconds", sql.Integer, nullable=False),
    ),
    "loops": (
        sql.Column("id", sql.String(32), primary_key=True),
        sql.Column("body", sql.Text, nullable=False),
        sql.Column("created_at", sql.DateTime, nullable=False),
    ),
}
