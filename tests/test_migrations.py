"""Databases of every former version, with interviews in them, opened by this one; on SQLite and on PostgreSQL."""

import re
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

import psycopg
import pytest
import sqlalchemy as sql
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from interviewer import migrations
from interviewer.database import LOCAL, Database, StoreTrouble
from interviewer.history import History
from interviewer.loops import Loops
from interviewer.papers import Papers
from interviewer.store import Store
from interviewer.tables import METADATA

FORMER = Path(__file__).parent / "former"
VERSIONS: Mapping[str, Sequence[str]] = {
    "interviews alone": ["interviews"],
    "with tests": ["interviews", "tests"],
    "with lists and loops": ["interviews", "tests", "lists"],
}
"""What each version's database was made of, the oldest first."""
EVENTS = "SELECT interview_id, position, type, body FROM events ORDER BY interview_id, position"


@pytest.fixture(params=list(VERSIONS))
def former(request: pytest.FixtureRequest, url: str) -> str:
    """The URL of a database as a former version left it."""
    script = "".join((FORMER / f"{part}.sql").read_text() for part in VERSIONS[request.param])
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
            connection.executescript(script)
    else:
        # What that version would have had written there.
        script = script.replace("DATETIME", "TIMESTAMP").replace("number INTEGER", "number SERIAL")
        with psycopg.connect(url) as server:
            server.execute(script.encode())
    return url


def raw(url: str, statement: str) -> list[tuple[object, ...]]:
    """Rows, without opening the database as the program does."""
    engine = sql.create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    try:
        with engine.connect() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(statement)]
    finally:
        engine.dispose()


def test_what_a_former_version_kept_is_read_by_this_one(former: str) -> None:
    before = raw(former, EVENTS)
    database = Database(former)
    store, history = Store(database, LOCAL), History(database, LOCAL)
    list(history.catch_up())
    assert raw(former, EVENTS) == before
    assessed, waiting = (store.load(id) for id in history.ids())
    assert assessed.ended
    assert assessed.assessment
    assert [turn.text[:9] for turn in assessed.transcript.turns] == ["I noticed", "It's 'quo"]
    assert "größer 🚀" in assessed.transcript.turns[1].text
    assert waiting.awaits_reply
    assert [o.id for o in history.search("refunds", 0, 9).overviews] == [waiting.id, assessed.id]
    assert store.append(waiting, *assessed.events[-2:]) == store.load(waiting.id)


def test_tests_and_loops_of_a_former_version_are_there_where_it_had_them(former: str) -> None:
    database = Database(former)
    papers, loops = Papers(database, LOCAL), Loops(database, LOCAL)
    sittings = [papers.load(id) for id in papers.ids()]
    if not sittings:
        assert loops.latest() == ()
        return
    done, begun = sittings
    assert done.result == papers.results(9)[0]
    assert dict(done.answers) == {item: letter for item, letter in done.result.answers if letter}
    assert len(begun.answers) == 1
    papers.answer(begun.paper, begun.paper.items[0], "A")
    assert len(papers.load(begun.paper.id).answers) == 2
    assert [begun.loop.level for begun in loops.latest()] in ([], ["sde2"])


def test_whatever_version_it_was_it_has_the_tables_of_this_one(former: str) -> None:
    assert differences(Database(former)) == []


def test_a_new_database_has_the_tables_of_this_version(database: Database) -> None:
    assert differences(database) == []


def differences(database: Database) -> list[object]:
    """Between the tables there are and those that the program thinks there are."""
    with database.snapshot() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "version_table": migrations.TABLE})
        found: list[object] = compare_metadata(context, METADATA)
        return found


def test_opening_again_changes_nothing(former: str) -> None:
    Database(former).close()
    tables = {table.name: raw(former, f"SELECT * FROM {table.name}") for table in METADATA.sorted_tables}
    Database(former).close()
    assert tables == {table.name: raw(former, f"SELECT * FROM {table.name}") for table in METADATA.sorted_tables}


def test_a_database_of_a_newer_version_is_refused_and_left_as_it_is(url: str, database: Database) -> None:
    with database.transaction() as connection:
        connection.exec_driver_sql(f"UPDATE {migrations.TABLE} SET version_num = '9999'")
    with pytest.raises(StoreTrouble, match="newer version"):
        Database(url)
    assert raw(url, f"SELECT version_num FROM {migrations.TABLE}") == [("9999",)]


def test_a_step_that_fails_leaves_everything_as_it_was(former: str) -> None:
    """Here because the name of a table that the last step makes is taken."""
    engine = sql.create_engine(former.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE usage (word VARCHAR(9))")
    before = raw(former, EVENTS), set(sql.inspect(engine).get_table_names())
    with pytest.raises(StoreTrouble):
        Database(former)
    assert (raw(former, EVENTS), set(sql.inspect(engine).get_table_names())) == before
    engine.dispose()


OPENS = """
    import sys
    from interviewer.database import LOCAL, Database
    from interviewer.history import History
    sys.stdin.readline()
    print(len(History(Database(sys.argv[1]), LOCAL).ids()))
"""


def test_processes_that_start_together_migrate_once(former: str) -> None:
    command = [sys.executable, "-c", textwrap.dedent(OPENS), former]
    starting = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert [process.communicate("go\n")[0].strip() for process in starting] == ["2", "2", "2"]
    assert len(raw(former, EVENTS)) == 10


def test_threads_that_open_databases_of_their_own_do_not_disturb_one_another(tmp_path: Path) -> None:
    together = Barrier(6)

    def opened(number: int) -> bool:
        together.wait()
        return not History(Database(f"sqlite:///{tmp_path / f'{number}.db'}"), LOCAL).ids()

    with ThreadPoolExecutor(6) as threads:
        assert all(threads.map(opened, range(6)))


def test_the_steps_follow_one_another_to_the_newest_version() -> None:
    config = Config()
    config.set_main_option("script_location", "interviewer:migrations")
    config.set_main_option("path_separator", "os")
    steps = list(ScriptDirectory.from_config(config).walk_revisions())
    assert [step.revision for step in steps] == [f"{n:04}" for n in range(len(steps), 0, -1)]
    assert steps[0].revision == migrations.NEWEST
    assert all(re.fullmatch(rf"v{step.revision}_\w+\.py", Path(step.path).name) for step in steps)
