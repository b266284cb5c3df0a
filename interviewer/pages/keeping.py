"""What is kept: all of it taken out as one file, such a file taken in, everything deleted for good."""

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from interviewer import archive
from interviewer.archive import Archive, BadArchive
from interviewer.interview import Interview
from interviewer.pages import days, draft, inert
from interviewer.pages.inert import escaped
from interviewer.pages.resources import Desk
from interviewer.store import StoreError
from interviewer.takeout import Tally
from interviewer.text import listed

WORD = "DELETE"
"""What has to be typed before everything is deleted."""
DRAFTS = 50
"""The latest interviews, in which something may have been written and not sent."""
_NOTICE = "progress notice"
_GONE = "progress gone"
_FILE = "import"
_FILES_TAKEN = "imports"
"""How many files were taken in by this session: each gets a box of its own, so that one is not taken in twice."""


def note(sentence: str, gone: Sequence[Interview] = ()) -> None:
    """Has `sentence` shown above the page the next time it is drawn, and nothing of `gone` left in the browser."""
    st.session_state[_NOTICE] = sentence
    st.session_state[_GONE] = gone


def show_notice() -> None:
    """Shows what was noted, once."""
    if sentence := st.session_state.pop(_NOTICE, None):
        st.success(escaped(sentence))
    for interview in st.session_state.pop(_GONE, ()):
        draft.forget(interview)


def show(desk: Desk) -> None:
    count = len(desk.history.ids()) + len(desk.papers.ids())
    if count:
        _show_export(desk)
    _show_import(desk)
    if days := desk.settings.keep_days:
        st.caption(f"What you have done here is deleted after {days} days, an interview {days} days after the last word in it.")
    if count:
        _show_deletion(desk)


def _show_export(desk: Desk) -> None:
    st.header("Export", anchor=False)
    st.write("One file with every interview, assessment, test and loop, to keep or to take to another machine.")
    if st.button("Prepare the export", icon=":material/inventory_2:", key="prepare export"):
        data = _exported(desk)
        st.download_button(
            f"Download the export ({_size(data)})",
            data,
            file_name=f"interviews-{days.local(datetime.now(UTC)):%Y-%m-%d}.json",
            mime="application/json",
            type="primary",
            icon=":material/download:",
            on_click="ignore",
            key="download export",
        )
        st.caption("It holds what you said, word for word. Whoever has the file can read it.")


def _exported(desk: Desk) -> bytes:
    """The file, with a bar while it is written."""
    total = max(1, len(desk.history.ids()) + len(desk.papers.ids()))
    place = st.empty()
    pieces: list[bytes] = []
    records = 0
    for piece in archive.write(desk.takeout.records()):
        pieces.append(piece.encode())
        records += piece.startswith('{"id"')
        if records % 25 == 0:
            place.progress(min(1.0, records / total), f"Writing {total} records")
    place.empty()
    return b"".join(pieces)


def _size(data: bytes) -> str:
    return f"{len(data) / 1_000_000:.1f} MB" if len(data) >= 1_000_000 else f"{max(1, len(data) // 1000)} kB"


def _show_import(desk: Desk) -> None:
    st.header("Import", anchor=False)
    number = st.session_state.setdefault(_FILES_TAKEN, 0)
    file = st.file_uploader(
        "A file that was exported here; what is kept already is not doubled.",
        type="json",
        key=f"{_FILE} {number}",
        max_upload_size=desk.settings.import_megabytes,
    )
    if file is None:
        return
    try:
        with st.spinner("Reading the file"):
            taken = archive.read(file.getvalue())
    except BadArchive as error:
        _show_faults(error)
        return
    st.write(f"{escaped(_contents(taken))}.")
    if st.button("Import it", type="primary", key="import it"):
        note(_taken_in(desk, taken))
        st.session_state[_FILES_TAKEN] = number + 1
        st.rerun()


def _show_faults(error: BadArchive) -> None:
    st.error("Nothing of this file was imported, because it is not as it was exported.")
    for fault in error.faults:
        inert.words(fault)
    if error.further:
        st.caption(f"And {error.further} more.")


def _contents(taken: Archive) -> str:
    counts = ((len(taken.interviews), "interview"), (len(taken.papers), "test"), (len(taken.loops), "loop"))
    return f"The file holds {listed([_counted(count, what) for count, what in counts if count] or ['nothing'])}"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _taken_in(desk: Desk, taken: Archive) -> str:
    """What became of the file, in a sentence; a bar is shown meanwhile."""
    place, tally = st.empty(), Tally()
    try:
        for done in desk.takeout.take_in(taken, tally):
            if done.done % 25 == 0:
                place.progress(done.done / done.of, f"Importing {done.of} records")
    except StoreError as error:
        return f"{error} {tally.new} records were imported before that; import the file again for the rest."
    place.empty()
    told = [f"{tally.new} new", f"{tally.kept} already kept"]
    told += [f"{tally.longer} continued"] if tally.longer else []
    told += [f"{len(tally.different)} left as they are, because they went another way here"] if tally.different else []
    return f"Imported: {listed(told)}."


def _show_deletion(desk: Desk) -> None:
    st.header("Delete everything", anchor=False)
    st.write("Removes every interview, assessment, test and loop of yours. An export is the only way back.")
    if st.button("Delete everything", icon=":material/delete_forever:", key="delete all"):
        _ask_whether(desk)


@st.dialog("Delete everything?")
def _ask_whether(desk: Desk) -> None:
    interviews, papers = len(desk.history.ids()), len(desk.papers.ids())
    st.write(f"{_counted(interviews, 'interview')} and {_counted(papers, 'test')} will be gone for good.")
    typed = st.text_input(f"Type {WORD} to confirm", key="delete word", autocomplete="off", live=True)
    with st.container(horizontal=True):
        if st.button("Keep everything", key="keep everything"):
            st.rerun()
        if st.button("Delete everything for good", type="primary", key="delete everything", disabled=typed != WORD):
            _delete(desk)


def _delete(desk: Desk) -> None:
    place = st.empty()
    try:
        unfinished = [o.id for o in desk.history.search("", 0, DRAFTS).overviews if not o.ended]
        gone = [desk.store.load(id) for id in unfinished]
        for done in desk.history.delete_all():
            place.progress(done.done / done.of, f"Deleting {done.of} interviews")
        desk.papers.delete_all()
        desk.loops.delete_all()
    except StoreError as error:
        st.error(escaped(str(error)))
        return
    note("Everything is deleted.", gone)
    st.query_params.clear()
    st.rerun()
