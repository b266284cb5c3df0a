"""Notes on how the answers were told: for practice, apart from the verdict, which knows nothing of them."""

from collections.abc import Iterable

import streamlit as st

from interviewer.brief import Brief
from interviewer.delivery import Delivery, PartTime, delivery, times
from interviewer.interview import Interview, Said, Spoken
from interviewer.pacing import targets
from interviewer.pages.clock_face import minutes_and_seconds
from interviewer.pages.inert import escaped
from interviewer.transcript import Turn

APART = "For practice only. The verdict rests on what you said; nothing here is part of it."
_ESTIMATED = "Typed, so the times are what it would take to say it."


def show(brief: Brief, interview: Interview) -> None:
    """The notes on every answer, and how the first one spent its time."""
    answers = interview.transcript.answers
    if not answers:
        return
    dictated = _dictated(interview)
    notes = [delivery(turn, dictated.get(turn.number)) for turn in answers]
    st.caption(APART)
    with st.container(gap="xsmall"):
        for note in notes:
            st.markdown(f"**Turn {note.turn}.** {_line(note)}")
    _show_words(notes)
    _show_times(brief, interview, answers[0], notes[0])
    if not all(note.spoken for note in notes):
        st.caption(_ESTIMATED)


def _line(note: Delivery) -> str:
    told = [f"{note.words} words", f"{'' if note.spoken else 'about '}{minutes_and_seconds(round(note.seconds))}"]
    if note.pace:
        told.append(f"{note.pace} words a minute")
    if note.longest_pause is not None:
        told.append(f"longest pause {note.longest_pause:.1f} s")
    return " · ".join(told)


def _show_words(notes: Iterable[Delivery]) -> None:
    notes = list(notes)
    first, team = sum(n.first_person for n in notes), sum(n.team for n in notes)
    st.markdown(f"**I and we.** I, me, my: {first} · we, us, our: {team}")
    counts: dict[str, int] = {}
    for name, times_said in (filler for note in notes for filler in note.fillers):
        counts[name] = counts.get(name, 0) + times_said
    if counts:
        said = sorted(counts.items(), key=lambda c: -c[1])
        st.markdown(f"**Fillers.** {' · '.join(f'{escaped(name)} {n}' for name, n in said)}")


def _show_times(brief: Brief, interview: Interview, first: Turn, note: Delivery) -> None:
    review = interview.review_of(first.number)
    parts = {c.id: c.part for c in brief.rubric.criteria}
    spent = times(first, note.seconds, review, parts, targets(brief)) if review else []
    if spent:
        st.markdown("**Your first answer, part by part**")
        st.markdown("\n".join(["| Part | about | target |", "|---|---:|---:|", *map(_row, spent)]))


def _row(spent: PartTime) -> str:
    return f"| {spent.part.capitalize()} | {minutes_and_seconds(round(spent.seconds))} | {minutes_and_seconds(spent.target)} |"


def _dictated(interview: Interview) -> dict[int, Spoken]:
    """How the turns that were dictated were spoken, by their numbers."""
    said = (event for event in interview.in_force if isinstance(event, Said))
    return {number: event.spoken for number, event in enumerate(said, 1) if event.spoken}
