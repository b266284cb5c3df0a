"""The debrief of a loop as a bar raiser leads it: the decision, the votes, what they rest on, and what to prepare."""

from collections.abc import Sequence

import streamlit as st

from interviewer import debrief
from interviewer.debrief import RULE, Held, Point
from interviewer.loop import Loop
from interviewer.pages import addresses, checks, inert, links, marks
from interviewer.pages.addresses import resume
from interviewer.pages.inert import escaped
from interviewer.pages.past import VERDICT_COLOURS
from interviewer.pages.resources import Desk
from interviewer.rubric import LEVEL_NAMES, VERDICT_NAMES, Identifier, Verdict
from interviewer.sitting import Place
from interviewer.text import listed

_KINDS = {"not_said": " :gray[asked, and not said]", "flag": " :gray[red flag]", "disqualified": " :gray[disqualifies]"}


def show(desk: Desk, loop: Loop, places: Sequence[Place]) -> None:
    """Draws the debrief of `loop`, all of whose interviews are scored. Raises LookupError when the content of one is gone."""
    held = [found for place in places if (found := desk.sitting.held(place))]
    votes = [debrief.vote(h.assessment, h.second) for h in held]
    _show_decision(loop, votes)
    _show_votes(held, votes)
    _show_evidence(desk, places, held, votes)
    _show_disagreements(held, votes)
    _show_preparation(desk, held, votes)
    if st.button("A new loop", key="new loop"):
        st.query_params.clear()
        st.rerun()


def _show_decision(loop: Loop, votes: list[Verdict | None]) -> None:
    decision = debrief.decide(votes)
    st.caption(escaped(f"The debrief · {loop.title}, {LEVEL_NAMES[loop.level]}"))
    st.title(VERDICT_NAMES[decision.outcome] if decision.outcome else "Nothing to decide on", anchor=False)
    st.write(escaped(debrief.explain(votes)))
    with st.expander("How the room decides", icon=":material/gavel:"):
        st.write(RULE)
        st.caption("A stated rule so that you can follow it; no company publishes one.")


def _show_votes(held: Sequence[Held], votes: Sequence[Verdict | None]) -> None:
    st.header("The votes, cast before anybody spoke", anchor=False)
    for interview, vote in zip(held, votes, strict=True):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", gap="small"):
            st.markdown(f"**{escaped(interview.interviewer)}** :gray[on {escaped(interview.brief.pack.title)}]", width="content")
            _show_vote(vote)


def _show_vote(vote: Verdict | None) -> None:
    if vote:
        st.badge(VERDICT_NAMES[vote], color=VERDICT_COLOURS[vote])
    else:
        st.badge("No vote: too little was told", icon=":material/help:", color="gray")


def _show_evidence(desk: Desk, places: Sequence[Place], held: Sequence[Held], votes: Sequence[Verdict | None]) -> None:
    st.header("What each of them heard", anchor=False)
    for place, interview, vote in zip(places, held, votes, strict=True):
        title = f"**{escaped(interview.interviewer)}** · {VERDICT_NAMES[vote] if vote else 'no vote'}"
        with st.expander(title, icon=":material/record_voice_over:"):
            inert.words(interview.assessment.reason)
            _show_points("For", debrief.evidence_for(interview))
            _show_points("Against", debrief.evidence_against(interview))
            _show_second(desk, place.seat.second, interview, vote)
            links.link(resume(place.seat.interview), "The whole assessment")


def _show_points(name: str, points: tuple[Point, ...]) -> None:
    st.markdown(f"**{name}**")
    if not points:
        st.caption("Nothing that was said.")
    for point in points:
        with st.container(gap=None):
            st.markdown(f"- {escaped(point.about)}{_KINDS.get(point.kind, '')}")
            for quote in point.quotes:
                with st.container(horizontal=True, wrap=False, gap="small"):
                    st.badge(f"turn {quote.turn}", color="gray")
                    inert.words(f"“{quote.text}”")


def _show_second(desk: Desk, principle: Identifier, held: Held, vote: Verdict | None) -> None:
    if held.second is None:
        return
    name = escaped(marks.scope(desk, principle))
    verdict = VERDICT_NAMES[held.second.verdict]
    lowered = vote is not None and vote != held.assessment.verdict
    why = "What disqualifies there lowered the vote." if lowered else "Nobody asked about it, so it did not change the vote."
    st.markdown(f"**Read a second time, for {name}**")
    st.caption(f"The same story would come to {verdict}. {why}")


def _show_disagreements(held: Sequence[Held], votes: Sequence[Verdict | None]) -> None:
    told_twice, differences = debrief.told_twice(held), debrief.disagreements(held)
    apart = debrief.split(votes)
    if not (told_twice or differences or apart):
        return
    st.header("What the room talked about", anchor=False)
    if apart:
        st.write("The votes are far apart, so the bar raiser asks each side for what it rests on.")
    for one, other in told_twice:
        st.write(escaped(f"{one} and {other} heard the same story. They notice that when they compare; have another one ready."))
    for about, heard, missed in differences:
        st.write(escaped(f"{about}: heard by {listed(heard)}; {listed(missed)} asked about it and did not hear it."))


def _show_preparation(desk: Desk, held: Sequence[Held], votes: Sequence[Verdict | None]) -> None:
    prepared = debrief.to_prepare(held)
    below = [h.brief.pack.name for h, vote in zip(held, votes, strict=True) if vote not in ("hire", "strong_hire")]
    if not (prepared or below):
        return
    st.header("What to prepare", anchor=False)
    names = checks.names(desk.library)
    for criterion, principles in prepared:
        with st.container(border=True, gap="xsmall"):
            where = listed(list(dict.fromkeys(marks.scope(desk, p) for p in principles)))
            st.markdown(f"**{escaped(names[criterion])}** :gray[missing in {escaped(where)}]")
            advice = next(c.advice for h in held for c in h.brief.rubric.criteria if c.id == criterion)
            inert.words(advice)
            with st.container(horizontal=True, gap="small"):
                links.link(addresses.teaching(desk.library, principles[0], None, criterion), "Learn")
                if drill := addresses.drilling(desk.library, principles[0], criterion):
                    links.link(drill, "Practise")
    if below:
        st.write("Principles to find a stronger story for:")
        with st.container(horizontal=True, gap="small"):
            for principle in dict.fromkeys(below):
                scenario = addresses.first(desk.library, principle)
                where_ = addresses.interview(scenario) if scenario else addresses.Address("interview", {})
                links.link(where_, escaped(marks.scope(desk, principle)))
