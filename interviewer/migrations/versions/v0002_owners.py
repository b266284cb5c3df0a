"""Everything gets an owner, who is part of its key: an id says nothing beyond the owner's own. What there is belongs to `local`.

Keys cannot be changed in place on SQLite, so every table is written anew.
"""

import sqlalchemy as sql
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for name in _TABLES:
        op.rename_table(name, f"old_{name}")
    for name, parts in _TABLES.items():
        owner = sql.Column("owner", sql.String(64), primary_key=name != "paper_answers", nullable=False)
        op.create_table(name, owner, *parts)
        # The numbers of answers are given anew, in their order.
        copied = ", ".join(p.name for p in parts if isinstance(p, sql.Column) and p.name != "number")
        order = " ORDER BY number" if name == "paper_answers" else ""
        op.execute(f"INSERT INTO {name} (owner, {copied}) SELECT 'local', {copied} FROM old_{name}{order}")  # noqa: S608
    for name in reversed(_TABLES):
        op.drop_table(f"old_{name}")
    op.create_table(
        "usage",
        sql.Column("id", sql.Integer, primary_key=True),
        sql.Column("owner", sql.String(64), nullable=False),
        sql.Column("interview_id", sql.String(32)),
        sql.Column("at", sql.DateTime, nullable=False),
        sql.Column("model", sql.Text, nullable=False),
        sql.Column("calls", sql.Integer, nullable=False),
        sql.Column("input", sql.Integer, nullable=False),
        sql.Column("cached", sql.Integer, nullable=False),
        sql.Column("output", sql.Integer, nullable=False),
        sql.Column("estimated", sql.Boolean, nullable=False),
    )
    for table, columns in _INDEXES:
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns)


_INDEXES = (
    ("events", ["owner", "said_at"]),
    ("overviews", ["owner", "created_at"]),
    ("paper_answers", ["owner", "paper_id"]),
    ("usage", ["owner", "at"]),
    ("usage", ["owner", "interview_id"]),
)


def _part_of(table: str, column: str) -> sql.ForeignKeyConstraint:
    return sql.ForeignKeyConstraint(["owner", column], [f"{table}.owner", f"{table}.id"])


_TABLES: dict[str, tuple[sql.Column[object] | sql.ForeignKeyConstraint, ...]] = {
    "interviews": (
        sql.Column("id", sql.String(32), primary_key=True),
        sql.Column("setup", sql.Text, nullable=False),
        sql.Column("created_at", sql.DateTime, nullable=False),
    ),
    "events": (
        sql.Column("interview_id", sql.String(32), primary_key=True),
        sql.Column("position", sql.Integer, primary_key=True, autoincrement=False),
        sql.Column("type", sql.String(20), nullable=False),
        sql.Column("body", sql.Text, nullable=False),
        sql.Column("said_at", sql.DateTime, nullable=False),
        _part_of("interviews", "interview_id"),
    ),
    "overviews": (
        sql.Column("interview_id", sql.String(32), primary_key=True),
        sql.Column("events", sql.Integer, nullable=False),
        sql.Column("form", sql.Integer, nullable=False),
        sql.Column("created_at", sql.DateTime, nullable=False),
        sql.Column("verdict", sql.String(20)),
        sql.Column("searched", sql.Text, nullable=False),
        sql.Column("body", sql.Text, nullable=False),
        _part_of("interviews", "interview_id"),
    ),
    "fits": (
        sql.Column("interview_id", sql.String(32), primary_key=True),
        sql.Column("read_with", sql.String(64), nullable=False),
        sql.Column("body", sql.Text, nullable=False),
        _part_of("interviews", "interview_id"),
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
        sql.Column("paper_id", sql.String(32), nullable=False),
        sql.Column("item", sql.Text, nullable=False),
        sql.Column("letter", sql.String(1), nullable=False),
        sql.Column("chosen_at", sql.DateTime, nullable=False),
        _part_of("papers", "paper_id"),
    ),
    "results": (
        sql.Column("id", sql.String(32), primary_key=True),
        sql.Column("taken_at", sql.DateTime, nullable=False),
        sql.Column("answers", sql.Text, nullable=False),
        sql.Column("correct", sql.Integer, nullable=False),
        sql.Column("seconds", sql.Integer, nullable=False),
        _part_of("papers", "id"),
    ),
    "loops": (
        sql.Column("id", sql.String(32), primary_key=True),
        sql.Column("body", sql.Text, nullable=False),
        sql.Column("created_at", sql.DateTime, nullable=False),
    ),
}
