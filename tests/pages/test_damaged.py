"""A database that was found damaged, as the page tells it."""

from pathlib import Path

from tests.pages.conftest import Opening


def test_the_page_says_where_a_damaged_file_is_and_begins_anew(open_page: Opening, database: Path) -> None:
    database.write_text("SECRET" * 1000)
    page = open_page()
    (aside,) = database.parent.glob("interviews.db.damaged-*")
    told = page.warning[0].value.replace("\\", "")
    assert aside.name in told
    assert "SECRET" not in told
    page.button(key="start").click().run()
    assert page.chat_message
    assert aside.read_text() == "SECRET" * 1000


def test_a_well_database_is_not_spoken_of(open_page: Opening) -> None:
    assert not open_page().warning
