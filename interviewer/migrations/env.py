"""Where Alembic begins: on the connection, and in the transaction, of whoever opened the database."""

from alembic import context

from interviewer.migrations import TABLE

context.configure(connection=context.config.attributes["connection"], version_table=TABLE)
context.run_migrations()
