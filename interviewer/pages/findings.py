"""Every rating and red flag, with the words it rests on."""

from collections.abc import Iterable
from typing import Literal

import streamlit as st

from interviewer.assessment import Assessment
from interviewer.brief import Brief
from interviewer.library import Library
from interviewer.pages import addresses, inert, links
from interviewer.review import Disqualification, Finding, Quote, RaisedFlag
from interviewer.rubric import PARTS, Criterion, CriterionId, FlagId, Part, Rating

RATING_NAMES: dict[Rating, str] = {"yes": "Met", "partly": "Partly met", "no": "Not met"}
_RATING_ICONS: dict[Rating, str] = {"yes": ":material/check_circle:", "partly": ":material/contrast:", "no": ":material/cancel:"}
_RATING_COLOURS: dict[Rating, Literal["green", "orange", "red"]] = {"yes": "green", "partly": "orange", "no": "red"}


def names(brief: Brief) -> dict[CriterionId | FlagId, str]:
    """The criteria and red flags as the candidate reads them."""
    return {c.id: c.name for c in brief.rubric.criteria} | {f.id: f.name for f in brief.rubric.flags}


def show_ways(library: Library, brief: Brief, about: CriterionId | FlagId) -> None:
    """Links to where the point is taught and drilled."""
    principle = brief.pack.name
    with st.container(horizontal=True, gap="small"):
        links.link(addresses.teaching(library, principle, brief.scenario, about), "Learn")
        if drill := addresses.drilling(library, principle, about):
            links.link(drill, "Practise")


def show(assessment: Assessment, brief: Brief, library: Library | None = None) -> None:
    """The disqualifiers and red flags, then the ratings part by part; with `library`, ways to learn what is not met."""
    if assessment.contradictions:
        st.header("Contradictions", anchor=False)
        st.caption("Two answers that do not go together. They do not change the verdict, but an interviewer would ask.")
    for contradiction in assessment.contradictions:
        with st.container(border=True, gap="xsmall"):
            inert.words(contradiction.comment)
            _show_quotes((contradiction.first, contradiction.second))
    if assessment.disqualifications or assessment.flags:
        st.header("Red flags", anchor=False)
    for disqualification in assessment.disqualifications:
        _show_disqualification(disqualification, brief)
    for raised in assessment.flags:
        _show_flag(raised, brief, library)
    st.header("Point by point", anchor=False)
    st.caption("Every rating with the words it rests on.")
    for part in PARTS:
        _show_part(part, assessment, brief, library)


def _show_part(part: Part, assessment: Assessment, brief: Brief, library: Library | None) -> None:
    expected = [c for c in brief.rubric.criteria if c.part == part and (brief.weights[c.id] or assessment.finding(c.id))]
    if not expected:
        return
    met = sum(assessment.rating(c.id) == "yes" for c in expected)
    with st.expander(f"**{part.capitalize()}**, {met} of {len(expected)} met"):
        for criterion in expected:
            with st.container(border=True, gap="xsmall"):
                _show_criterion(criterion, assessment.finding(criterion.id), assessment, brief)
                if library and brief.weights[criterion.id] and assessment.rating(criterion.id) != "yes":
                    show_ways(library, brief, criterion.id)


def _show_criterion(criterion: Criterion, finding: Finding | None, assessment: Assessment, brief: Brief) -> None:
    rating: Rating = finding.rating if finding else "no"
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{inert.escaped(criterion.name)}**", width="content")
        _show_rating(rating, criterion.id, assessment, expected=brief.weights[criterion.id] > 0)
    if finding:
        if finding.comment:
            inert.words(finding.comment)
        _show_quotes(finding.quotes)
    st.caption(f"Met when: {inert.escaped(criterion.met_when)}{_held_against(finding)}")


def _show_rating(rating: Rating, criterion: CriterionId, assessment: Assessment, expected: bool) -> None:
    if not expected and rating == "no":
        st.badge("Not expected at this level", icon=":material/remove:", color="gray")
    elif rating == "no" and criterion in assessment.never_asked:
        st.badge("Not said, never asked", icon=":material/help:", color="gray")
    else:
        st.badge(RATING_NAMES[rating], icon=_RATING_ICONS[rating], color=_RATING_COLOURS[rating])


def _show_flag(raised: RaisedFlag, brief: Brief, library: Library | None) -> None:
    flag = brief.rubric.flag(raised.flag)
    with st.container(border=True, gap="xsmall"):
        st.badge(inert.escaped(flag.name), icon=":material/flag:", color="red")
        if raised.comment:
            inert.words(raised.comment)
        _show_quotes(raised.quotes)
        st.caption(f"Raised when: {inert.escaped(flag.when)}")
        if library:
            show_ways(library, brief, flag.id)


def _show_disqualification(found: Disqualification, brief: Brief) -> None:
    when = next((d.when for d in brief.pack.disqualifiers if d.id == found.id), "")
    with st.container(border=True, gap="xsmall"):
        st.badge(f"Fails {inert.escaped(brief.pack.title)}", icon=":material/block:", color="red")
        inert.words(found.comment or when)
        _show_quotes(found.quotes)


def _show_quotes(quotes: Iterable[Quote]) -> None:
    for quote in quotes:
        with st.container(horizontal=True, wrap=False, gap="small"):
            st.badge(f"turn {quote.turn}", color="gray")
            inert.words(f"“{quote.text}”")


def _held_against(finding: Finding | None) -> str:
    places = dict.fromkeys(_place(reference) for reference in finding.grounding) if finding else {}
    return f" Held against {' and '.join(places)}." if places else ""


def _place(reference: str) -> str:
    """A place of the scenario's rubric as the candidate reads it."""
    place, kind = reference.split(".", 1)
    match kind:
        case "strong" if place in PARTS:
            return f"the {place} in the example told well"
        case "mistake":
            return f"the common mistake in the {place}"
        case "strong" | "weak":
            return f"the example's {kind} reply to a follow-up"
        case _:
            return "the example told badly"
