"""The story bank on SQLite and on PostgreSQL, with the offline engine."""

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sql

import interviewer
from interviewer.bank import MOST, Bank, learned, serving
from interviewer.database import LOCAL, Database
from interviewer.engines.local import LocalEngine
from interviewer.history import Done, History
from interviewer.interview import Asked, Interview, Said, Setup
from interviewer.library import Library
from interviewer.overview import Overview
from interviewer.store import Store
from interviewer.tables import FITS
from tests.saying import said
from tests.test_stories import BUSES, MAILBOX

SETUP = Setup(principle="ownership", scenario=None, level="sde2", engine="local")
ASKED = Asked(text="Q?", question="Q?", plainer="Any time.")


class Kept:
    def __init__(self, database: Database, library: Library) -> None:
        self.library, self.database = library, database
        self.store, self.history = Store(database, LOCAL), History(database, LOCAL)
        self.bank = self.another(library)

    def another(self, library: Library) -> Bank:
        return Bank(self.database, LOCAL, self.store, library, LocalEngine(self.library))

    def tell(self, story: str) -> Interview:
        interview = Interview.new(SETUP).after(ASKED, Said(text=story, kind="answer"))
        self.store.create(interview)
        return interview

    def overviews(self) -> tuple[Overview, ...]:
        list(self.history.catch_up())
        return self.history.search("", 0, 10).overviews


@pytest.fixture
def kept(database: Database, library: Library) -> Kept:
    return Kept(database, library)


def test_each_story_is_read_once_for_every_principle(kept: Kept, library: Library) -> None:
    for story in (MAILBOX, BUSES):
        kept.tell(story)
    overviews = kept.overviews()
    assert list(kept.bank.read(overviews)) == [Done(0, 2), Done(1, 2)]
    assert list(kept.bank.read(overviews)) == []
    fits = kept.bank.fits(overviews)
    assert set(fits) == {overview.id for overview in overviews}


def test_a_story_is_named_for_the_few_principles_it_is_told_best_for(library: Library) -> None:
    engine = LocalEngine(library)
    complete = next(iter(library.scenarios.values())).strong_answer
    assert len(serving(engine, library, said(complete), "sde2")) == MOST
    assert serving(engine, library, said("I was told to help, and it went well."), "sde2") == {}


def test_what_is_kept_is_the_verdict_on_the_same_words(kept: Kept, library: Library) -> None:
    interview = kept.tell(MAILBOX)
    list(kept.bank.read(kept.overviews()))
    expected = serving(LocalEngine(library), library, said(MAILBOX, question="Q?"), "sde2")
    assert kept.bank.fits(kept.overviews())[interview.id] == expected


def test_stories_are_read_again_when_the_content_changed(kept: Kept, library: Library) -> None:
    kept.tell(MAILBOX)
    overviews = kept.overviews()
    list(kept.bank.read(overviews))
    other = kept.another(library._replace(rubric=library.rubric.model_copy(update={"hash": "other"})))
    assert other.fits(overviews) == {}
    assert list(other.read(overviews)) == [Done(0, 1)]


@pytest.mark.parametrize("changed", ["verdict.json", "engines/local/weights/answers.json", "engines/local/weights/passages.npz"])
def test_newly_learned_weights_are_another_reader(tmp_path: Path, changed: str) -> None:
    package = Path(interviewer.__file__).parent
    before = learned(package)
    shutil.copytree(package / "engines" / "local" / "weights", tmp_path / "engines" / "local" / "weights")
    shutil.copy(package / "verdict.json", tmp_path)
    with (tmp_path / changed).open("ab") as file:
        file.write(b" ")
    assert learned(tmp_path) != before


def test_an_interview_deleted_meanwhile_is_passed_over(kept: Kept) -> None:
    gone, stays = kept.tell(MAILBOX), kept.tell(BUSES)
    overviews = kept.overviews()
    kept.history.delete(gone.id)
    list(kept.bank.read(overviews))
    assert set(kept.bank.fits(overviews)) == {stays.id}


def test_deleting_an_interview_deletes_what_was_read_in_it(kept: Kept) -> None:
    gone = kept.tell(MAILBOX)
    list(kept.bank.read(kept.overviews()))
    kept.history.delete(gone.id)
    with kept.database.snapshot() as rows:
        assert rows.scalar(sql.select(sql.func.count()).select_from(FITS)) == 0


def test_somebody_elses_story_is_neither_read_nor_known(kept: Kept, library: Library) -> None:
    kept.tell(MAILBOX)
    mine = kept.overviews()
    list(kept.bank.read(mine))
    other = Bank(kept.database, "somebody else", Store(kept.database, "somebody else"), library, LocalEngine(library))
    assert other.fits(mine) == {}
    list(other.read(mine))
    assert other.fits(mine) == {}
