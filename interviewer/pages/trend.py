"""How each criterion and each principle developed: a bar for each interview, and the same in words."""

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from interviewer import trends
from interviewer.overview import Overview, Standing
from interviewer.pages import addresses, checks, days, links, marks
from interviewer.pages.inert import escaped, literal
from interviewer.pages.resources import Desk
from interviewer.rubric import PARTS, VERDICT_NAMES, VERDICTS, Verdict
from interviewer.trends import Trend

MOST = 300
"""Interviews looked at, the latest."""
DRAWN = 12
"""Bars in a row."""
_STANDING_NAMES: dict[Standing, str] = {"yes": "met", "partly": "partly met", "no": "not met", "unasked": "never asked"}
_HEIGHTS: dict[Standing, int] = {"yes": 100, "partly": 50, "no": 12, "unasked": 0}
_GOOD, _HALF, _BAD = "rgb(38, 133, 107)", "rgb(178, 122, 22)", "rgb(196, 74, 50)"
_STRIP = "display: flex; gap: 3px; align-items: flex-end; height: 1.9rem; flex: none; width: 11.5rem"
_TRACK = (
    "flex: none; width: 11px; height: 100%; display: flex; flex-direction: column; justify-content: flex-end; "
    "background: rgba(128, 128, 128, .16); border-radius: 3px; overflow: hidden"
)
_UNKNOWN = (
    "flex: none; width: 11px; height: 100%; box-sizing: border-box; border: 1px dashed rgba(128, 128, 128, .6); "
    "border-radius: 3px"
)
_ROW = (
    "display: flex; flex-wrap: wrap; align-items: center; column-gap: 1rem; row-gap: .15rem; padding: .45rem 0; "
    "border-bottom: 1px solid rgba(128, 128, 128, .2)"
)


class Bar(NamedTuple):
    """One interview in a row of them."""

    height: int
    """Percent; 0 when nothing is known."""
    colour: str
    told: str


def show(desk: Desk) -> None:
    overviews = desk.history.assessed(MOST)
    if not overviews:
        st.write("As soon as an interview is assessed, you see here how each point came out.")
    else:
        _show_criteria(desk, overviews)
        _show_principles(desk, overviews)
    marks.show_past(desk, here="progress")


def row(name: str, bars: Sequence[Bar], sentence: str) -> str:
    """HTML of a name, its latest bars from the oldest to the newest, and the same in words."""
    latest = bars[-DRAWN:]
    told = literal("From the oldest to the newest: " + ", ".join(bar.told for bar in latest))
    drawn = "".join(_bar(bar) for bar in latest)
    return (
        f'<div style="{_ROW}"><strong style="flex: 1 1 11rem; font-weight: 600">{literal(name)}</strong>'
        f'<div role="img" aria-label="{told}" title="{told}" style="{_STRIP}">{drawn}</div>'
        f'<span style="flex: 1 1 14rem; font-size: .9rem">{literal(sentence)}</span></div>'
    )


def _bar(bar: Bar) -> str:
    if not bar.height:
        return f'<div style="{_UNKNOWN}"></div>'
    return f'<div style="{_TRACK}"><div style="height: {bar.height}%; background: {bar.colour}"></div></div>'


def _show_criteria(desk: Desk, overviews: tuple[Overview, ...]) -> None:
    names = checks.names(desk.library)
    parts = {c.id: c.part for pack in desk.library.packs.values() for c in pack.rubric(desk.library.rubric).criteria}
    developed = trends.by_criterion(overviews, list(parts))
    st.header("Point by point", anchor=False)
    st.caption(
        "A bar is an interview, the newest on the right: full is met, half partly met, a line not met, dashed never asked."
    )
    if weak := trends.weakest(developed):
        with st.container(border=True, gap="xsmall"):
            st.markdown("**Missing most often lately**")
            for criterion in weak:
                _show_weak(desk, overviews, criterion, names[criterion])
    for part in PARTS:
        of_part = [t for t in developed if parts[t.criterion] == part]
        if of_part:
            st.subheader(part.capitalize(), anchor=False)
            st.html("".join(row(names[t.criterion], _standings(t), t.sentence) for t in of_part))


def _show_weak(desk: Desk, overviews: tuple[Overview, ...], criterion: str, name: str) -> None:
    principle = next(o.principle for o in reversed(overviews) if criterion in o.standings)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(escaped(name), width="content")
        if principle in desk.library.packs:
            links.link(addresses.teaching(desk.library, principle, None, criterion), "Learn")
            if drill := addresses.drilling(desk.library, principle, criterion):
                links.link(drill, "Practise")


def _standings(trend: Trend) -> list[Bar]:
    colours: dict[Standing, str] = {"yes": _GOOD, "partly": _HALF, "no": _BAD, "unasked": ""}
    return [Bar(_HEIGHTS[s], colours[s], _STANDING_NAMES[s]) for s in trend.standings]


def _show_principles(desk: Desk, overviews: tuple[Overview, ...]) -> None:
    st.header("Principle by principle", anchor=False)
    st.caption("The higher the bar, the better the verdict; a full one is Strong Hire. Levels are not told apart here.")
    told = []
    for principle, held in trends.by_principle(overviews).items():
        last, verdict = held[-1]
        count = "1 interview" if len(held) == 1 else f"{len(held)} interviews"
        sentence = f"{VERDICT_NAMES[verdict]} on {days.day(last.created_at)}; {count}."
        told.append(row(marks.scope(desk, principle), [_verdict(v) for _, v in held], sentence))
    st.html("".join(told))


def _verdict(verdict: Verdict) -> Bar:
    place = VERDICTS.index(verdict)
    return Bar(25 * (place + 1), (_BAD, _HALF, _GOOD, _GOOD)[place], VERDICT_NAMES[verdict])
