"""The story bank on a real SQLite file, with the offline engine."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from interviewer.bank import Bank, serving
from interviewer.engines.local import LocalEngine
from interviewer.history import Done, History
from interviewer.interview import Asked, Interview, Said, Setup
from interviewer.library import Library
from interviewer.overview import Overview
from interviewer.store import Store
from tests.saying import said
from tests.test_stories import BUSES, MAILBOX

SETUP = Setup(principle="ownership", scenario=None, level="sde2", engine="local")
ASKED = Asked(text="Q?", question="Q?", plainer="Any time.")


class Kept:
    def __init__(self, file: Path, library: Library) -> None:
        url = f"sqlite:///{file}"
        self.library, self.file = library, file
        self.store, self.history = Store(url), History(url)
        self.bank = self.another(library)

    def another(self, library: Library) -> Bank:
        return Bank(f"sqlite:///{self.file}", self.store, library, LocalEngine(self.library))

    def tell(self, story: str) -> Interview:
        interview = Interview.new(SETUP).after(ASKED, Said(text=story, kind="answer"))
        self.store.create(interview)
        return interview

    def overviews(self) -> tuple[Overview, ...]:
        list(self.history.catch_up())
        return self.history.search("", 0, 10).overviews


@pytest.fixture
def kept(tmp_path: Path, library: Library) -> Kept:
    return Kept(tmp_path / "i.db", library)


def test_each_story_is_read_once_for_every_principle(kept: Kept, library: Library) -> None:
    for story in (MAILBOX, BUSES):
        kept.tell(story)
    overviews = kept.overviews()
    assert list(kept.bank.read(overviews)) == [Done(0, 2), Done(1, 2)]
    assert list(kept.bank.read(overviews)) == []
    fits = kept.bank.fits(overviews)
    assert {len(serving) for serving in fits.values()} == {len(library.packs)}


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
    with closing(sqlite3.connect(kept.file)) as db:
        assert db.execute("SELECT count(*) FROM fits").fetchone() == (0,)
