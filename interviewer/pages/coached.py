"""What only a coached interview shows: how far each part is told, and a hint for the question that stands."""

from collections.abc import Iterable
from typing import Literal

import streamlit as st

from interviewer.brief import Brief
from interviewer.coaching import Standing, hints, standings
from interviewer.interview import Interview
from interviewer.pages import inert
from interviewer.rubric import Criterion, Rating

_ICONS: dict[Rating, str] = {
    "yes": ":material/check_circle:",
    "partly": ":material/contrast:",
    "no": ":material/radio_button_unchecked:",
}
_COLOURS: dict[Rating, Literal["green", "orange", "gray"]] = {"yes": "green", "partly": "orange", "no": "gray"}
_NAMES: dict[Rating, str] = {"yes": "told", "partly": "hinted at", "no": "open"}


def show_strip(brief: Brief, interview: Interview) -> None:
    """One badge for each part, and its criteria on demand."""
    parts = standings(brief, interview.latest_review)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="coverage"):
        for standing in parts:
            rating = _summary(standing)
            label = f"{standing.part.capitalize()} {standing.met}/{len(standing.ratings)}"
            st.badge(label, icon=_ICONS[rating], color=_COLOURS[rating])
        with st.popover("Details", type="tertiary", key=f"coverage {len(interview.events)}"):
            _show_details(brief, parts)


def show_hint(brief: Brief, interview: Interview) -> None:
    """What the question that stands is after, for whoever opens it."""
    with st.expander("Hint", icon=":material/lightbulb:", key=f"hint {len(interview.events)}"):
        for criterion in hints(brief, interview):
            _show_advice(criterion)


def _show_advice(criterion: Criterion) -> None:
    inert.note(f"{criterion.name}.", criterion.advice)


def _show_details(brief: Brief, parts: Iterable[Standing]) -> None:
    st.caption("Told so far, by the latest review of your answers. Only words of yours count.")
    for standing in parts:
        lines = [f"**{standing.part.capitalize()}**"]
        for criterion, rating in standing.ratings.items():
            lines.append(f"{_ICONS[rating]} {inert.escaped(brief.criterion(criterion).name)}: {_NAMES[rating]}")
        st.markdown("  \n".join(lines))


def _summary(standing: Standing) -> Rating:
    """A part is told when all of it is, and open when none of it is so much as hinted at."""
    ratings = set(standing.ratings.values())
    return next((r for r in ("yes", "no") if ratings == {r}), "partly")
