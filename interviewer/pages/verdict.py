"""The verdict, the few points that decide it, and what would have made it the next one up."""

from typing import Literal

import streamlit as st

from interviewer.assessment import Assessment
from interviewer.brief import Brief
from interviewer.pages import findings, inert
from interviewer.review import Quote
from interviewer.rubric import VERDICT_NAMES, VERDICTS, Verdict
from interviewer.weighing import Change, Point, WayUp, points, way_up

LONGEST_QUOTE = 30
"""Words of a quotation that are shown here; the whole of it stands with its finding."""
Colour = Literal["red", "orange", "green"]
_COLOURS: dict[Verdict, Colour] = {"no_hire": "red", "lean_no_hire": "orange", "hire": "green", "strong_hire": "green"}
_ICONS: dict[Literal["for", "against"], str] = {"for": ":material/add_circle:", "against": ":material/do_not_disturb_on:"}


def show(assessment: Assessment, brief: Brief) -> None:
    st.title(VERDICT_NAMES[assessment.verdict], anchor=False)
    show_scale(assessment.verdict)
    inert.words(assessment.reason)
    way = way_up(brief, assessment.review)
    changes = {change.criterion for change in way.changes} if way else set()
    st.header("What decides it", anchor=False)
    with st.container(gap="small"):
        for point in points(brief, assessment.review, assessment.decision):
            _show_point(point, assessment, brief, told_below=point.about in changes)
    if way:
        _show_way_up(way, brief)


def show_scale(reached: Verdict) -> None:
    """The four verdicts with the one that was reached."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        for verdict in VERDICTS:
            if verdict == reached:
                st.badge(VERDICT_NAMES[verdict], icon=":material/radio_button_checked:", color=_COLOURS[verdict])
            else:
                st.markdown(f":gray[:small[:material/radio_button_unchecked: {VERDICT_NAMES[verdict]}]]", width="content")


def quoted(quotes: tuple[Quote, ...], lead: str = "") -> str:
    """The first quote in quotation marks after `lead`, shortened where it is long; nothing when there is none."""
    if not quotes:
        return ""
    said = quotes[0].text.strip().rstrip(".,;:").split()
    return f"{lead}“{' '.join(said[:LONGEST_QUOTE])}{' …' if len(said) > LONGEST_QUOTE else ''}”"


def _show_point(point: Point, assessment: Assessment, brief: Brief, told_below: bool) -> None:
    """One point; the words it rests on are left to what is `told_below` where that quotes them."""
    name, text = _told(point.model_copy(update={"quotes": ()}) if told_below else point, assessment, brief)
    with st.container(horizontal=True, wrap=False, gap="small"):
        colour = "green" if point.speaks == "for" else "red"
        st.markdown(f":{colour}[{_ICONS[point.speaks]}]", width="content")
        inert.note(name, text)


def _told(point: Point, assessment: Assessment, brief: Brief) -> tuple[str, str]:
    """A point's name and the sentence after it."""
    said = quoted(point.quotes)
    said = f"{said}." if said else ""
    match point.basis:
        case "nothing_said":
            return "Too little to judge.", "There is no story in the answers yet."
        case "disqualified":
            when = next((d.when for d in brief.pack.disqualifiers if d.id == point.about), "")
            return f"Against {brief.pack.title}.", f"{when} {said}"
        case "flag":
            return f"Red flag, {findings.names(brief)[str(point.about)].lower()}.", said
        case _:
            return _criterion(point, assessment, brief, said)


def _criterion(point: Point, assessment: Assessment, brief: Brief, said: str) -> tuple[str, str]:
    criterion = str(point.about)
    name = f"{brief.criterion(criterion).name}, {findings.RATING_NAMES[assessment.rating(criterion)].lower()}."
    if point.speaks == "for":
        return name, said
    wanted = {"yes": "It is needed in full.", "partly": "It is needed at least partly."}.get(str(point.needs), "")
    unasked = "No follow-up asked about it." if criterion in assessment.never_asked else ""
    return name, " ".join(filter(None, (said, wanted, unasked)))


def _show_way_up(way: WayUp, brief: Brief) -> None:
    st.header(f"What would have made it {VERDICT_NAMES[way.verdict]}", anchor=False)
    with st.container(gap="small"):
        for change in way.changes:
            with st.container(horizontal=True, wrap=False, gap="small"):
                st.markdown(":material/arrow_upward:", width="content")
                inert.note(*_change(change, brief))
        for flag in way.without:
            with st.container(horizontal=True, wrap=False, gap="small"):
                st.markdown(":material/flag:", width="content")
                raised = brief.rubric.flag(flag)
                inert.note(f"Without the red flag {raised.name.lower()}.", raised.advice)


def _change(change: Change, brief: Brief) -> tuple[str, str]:
    criterion = brief.criterion(change.criterion)
    wanted = criterion.met_when if change.needs == "yes" else criterion.partly_when
    near = quoted(change.hinted, " You came near it with ")
    return f"{criterion.name}, {findings.RATING_NAMES[change.needs].lower()}.", f"{wanted}{near + '.' if near else ''}"
