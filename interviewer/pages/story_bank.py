"""The story bank: the candidate's stories, and which of them serves which principle."""

from collections.abc import Mapping, Sequence

import streamlit as st

from interviewer import stories
from interviewer.pages import addresses, days, inert, links, marks
from interviewer.pages.addresses import resume
from interviewer.pages.inert import escaped, literal
from interviewer.pages.resources import Desk
from interviewer.rubric import VERDICT_NAMES, Identifier, Verdict
from interviewer.stories import Serving, Story, holds
from interviewer.text import listed

MOST = 40
"""Interviews looked at, the latest."""
_SCROLLED = "overflow-x: auto; max-width: 100%"
_TABLE = "border-collapse: collapse; font-size: .95rem"
_HEAD = "text-align: left; font-weight: 600; padding: .3rem .8rem .3rem 0; white-space: normal; min-width: 9rem; max-width: 16rem"
_CELL = "text-align: center; min-width: 2.1rem; padding: .3rem .2rem"
_LINE = "border-top: 1px solid rgba(128, 128, 128, .25)"
_SIGNS: Mapping[str, tuple[str, str]] = {
    "held": ("●", "told for it, and it held"),
    "short": ("◐", "told for it, and it fell short"),
    "would": ("○", "one of its best, not told for it yet"),
    "not": ("", "not one of its best"),
}
"""A sign for each way a story can stand to a principle, and the same in words."""


def show(desk: Desk) -> None:
    overviews = desk.history.assessed(MOST)
    told = stories.told(overviews)
    if not told:
        st.write("Every story you tell in an interview that is assessed is kept here, with the principles it serves.")
        return
    place = st.empty()
    for done in desk.bank.read(overviews):
        place.progress(done.done / done.of, "Reading your stories for every principle")
    place.empty()
    fits = desk.bank.fits(overviews)
    _show_missing(desk, told, fits)
    _show_grid(desk, told, fits)
    _show_stories(desk, told)


def _show_missing(desk: Desk, told: Sequence[Story], fits: Mapping[str, Serving]) -> None:
    missing = stories.without_story(desk.library.packs, told)
    covered = len(desk.library.packs) - len(missing)
    st.header(f"{covered} of {len(desk.library.packs)} principles have a story", anchor=False)
    if not missing:
        st.write("There is a story for every principle that held when you told it.")
        return
    st.write("No story of yours was told for these yet and held. Start an interview on one of them:")
    with st.container(horizontal=True, gap="small"):
        for principle in missing:
            scenario = addresses.first(desk.library, principle)
            where = addresses.interview(scenario) if scenario else addresses.Address("interview", {})
            links.link(where, escaped(marks.scope(desk, principle)))


def _show_grid(desk: Desk, told: Sequence[Story], fits: Mapping[str, Serving]) -> None:
    st.header("Which story serves which principle", anchor=False)
    st.html(grid({name: pack.title for name, pack in desk.library.packs.items()}, told, fits))
    signs = " · ".join(f"{sign or 'empty:'} {meaning}" for sign, meaning in _SIGNS.values())
    st.caption(f"{signs}. The numbers are those of the stories below.")
    st.caption(
        "Its best are the principles, three at most for each telling, for which the offline rules find most of what is asked in "
        "the story. Whether it is a natural answer to the question is for you to judge."
    )


def grid(titles: Mapping[Identifier, str], told: Sequence[Story], fits: Mapping[str, Serving]) -> str:
    """HTML of a table: a line for each principle, a column for each story."""
    heads = "".join(f'<th scope="col" style="{_CELL}">{n}</th>' for n in range(1, len(told) + 1))
    for_, would = [s.told_for for s in told], [s.would_serve(fits) for s in told]
    lines = ""
    for principle, title in titles.items():
        cells = "".join(_cell(f.get(principle), w.get(principle)) for f, w in zip(for_, would, strict=True))
        lines += f'<tr style="{_LINE}"><th scope="row" style="{_HEAD}">{literal(title)}</th>{cells}</tr>'
    head = f'<thead><tr><th style="{_HEAD}">Story</th>{heads}</tr></thead>'
    return (
        f'<div style="{_SCROLLED}" tabindex="0" role="region" aria-label="Stories and principles">'
        f'<table style="{_TABLE}">{head}<tbody>{lines}</tbody></table></div>'
    )


def _cell(told_for: Verdict | None, would: Verdict | None) -> str:
    kind = ("held" if holds(told_for) else "short") if told_for else ("would" if holds(would) else "not")
    sign, meaning = _SIGNS[kind]
    return f'<td style="{_CELL}" title="{meaning}"><span role="img" aria-label="{meaning}">{sign}</span></td>'


def _show_stories(desk: Desk, told: Sequence[Story]) -> None:
    st.header("Your stories", anchor=False)
    for number, story in enumerate(told, 1):
        with st.container(border=True, gap="xsmall", key=f"story {story.tellings[0].id}"):
            with st.container(horizontal=True, wrap=False, gap="small"):
                st.markdown(f"**{number}**", width="content")
                inert.words(f"“{story.name}”")
            _show_tellings(desk, story)
            if len({t.principle for t in story.tellings}) > 1:
                _show_shared(desk, story)


def _show_tellings(desk: Desk, story: Story) -> None:
    for telling in story.tellings:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            links.link(resume(telling.id), escaped(marks.scope(desk, telling.principle)))
            verdict = VERDICT_NAMES[telling.verdict] if telling.verdict else "Not assessed"
            st.caption(f"{verdict} · {days.day(telling.created_at)}", width="content")


def _show_shared(desk: Desk, story: Story) -> None:
    principles = list(dict.fromkeys(marks.scope(desk, t.principle) for t in story.tellings))
    st.caption(
        f"You told this story for {escaped(listed(principles))}. That is good practice; in one real loop, "
        "tell it once, because interviewers compare what they heard."
    )
