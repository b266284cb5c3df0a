"""What only a server does: go away, and come back."""

from collections.abc import Iterator

import pytest

from interviewer.database import LOCAL, Database, StoreTrouble
from interviewer.interview import Interview
from interviewer.store import Store
from tests.postgresql import PostgreSQL
from tests.test_store import QUESTION, SETUP, said


@pytest.fixture
def database(postgresql: PostgreSQL) -> Iterator[Database]:
    with postgresql.fresh() as url:
        yield Database(url)


def test_after_the_server_ended_every_connection_the_next_turn_is_kept(database: Database, postgresql: PostgreSQL) -> None:
    store, begun = Store(database, LOCAL), Interview.new(SETUP).after(QUESTION)
    store.create(begun)
    postgresql.hang_up()
    after = store.append(begun, said("after the restart"))
    assert store.load(begun.id) == after


def test_a_turn_during_which_the_server_goes_away_is_trouble_and_keeps_nothing(
    database: Database, postgresql: PostgreSQL
) -> None:
    store, begun = Store(database, LOCAL), Interview.new(SETUP).after(QUESTION)
    store.create(begun)

    def interrupted() -> None:
        with database.transaction() as connection:
            connection.exec_driver_sql("DELETE FROM events")
            postgresql.hang_up()
            connection.exec_driver_sql("SELECT 1")

    with pytest.raises(StoreTrouble, match="did not answer") as error:
        interrupted()
    assert "host=" not in str(error.value)
    assert store.load(begun.id) == begun
