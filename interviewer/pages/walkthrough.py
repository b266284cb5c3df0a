"""An example story taken apart, one view of it at a time; what the reader came for is opened, and comes first."""

import streamlit as st

from interviewer.brief import Brief
from interviewer.pages import addresses, findings, inert, links, telling
from interviewer.pages.addresses import Lesson, Point
from interviewer.pages.example import minutes
from interviewer.pages.inert import escaped
from interviewer.pages.resources import Desk
from interviewer.rubric import FLAG_CRITERIA, LEVEL_NAMES, LEVELS, PARTS, PRINCIPLES, CriterionId, Level, Part
from interviewer.scenario import Angle, FollowUp, Scenario


def show(desk: Desk, brief: Brief, lesson: Lesson, scenario: Scenario) -> None:
    """Draws the view of `scenario` that `lesson` is at."""
    match lesson.view:
        case "told_well":
            _show_well(brief, scenario, lesson.about)
        case "follow_ups":
            _show_follow_ups(brief, scenario, lesson.about)
        case "told_badly":
            telling.show_badly(scenario.weak_answer, findings.names(brief))
        case "levels":
            for level in LEVELS:
                with st.expander(
                    f"**{LEVEL_NAMES[level]}** · {minutes(scenario.levels.at(level))}", expanded=level == brief.level
                ):
                    _show_level(scenario, level)
        case "angles":
            st.caption("The same story answers other questions when it is told from another side.")
            for angle in scenario.angles:
                _show_angle(desk, angle)


def _criteria(about: Point | None) -> tuple[CriterionId, ...]:
    """The criteria that `about` comes down to, if it is one or a red flag about some."""
    return FLAG_CRITERIA.get(about, (about,)) if about else ()


def _part(brief: Brief, about: Point | None) -> Part | None:
    if about in PARTS:
        return next(part for part in PARTS if part == about)
    return next((c.part for c in brief.rubric.criteria if c.id in _criteria(about)), None)


def _show_well(brief: Brief, scenario: Scenario, about: Point | None) -> None:
    st.caption("Marked are the words that earn the rating.")
    wanted = _part(brief, about)
    for part in PARTS:
        told = scenario.parts[part]
        with st.expander(f"**{part.capitalize()}** · about {told.seconds} seconds", expanded=wanted in (None, part)):
            telling.show_part(told)


def _show_follow_ups(brief: Brief, scenario: Scenario, about: Point | None) -> None:
    st.caption(
        "What a reply must bring is said first; then a tempting one and why it fails, and a better one with its best line marked."
    )
    wanted = set(_criteria(about))
    part = _part(brief, about) if about in PARTS else None
    named = findings.names(brief)

    def fits(follow_up: FollowUp) -> bool:
        return bool(wanted & set(follow_up.targets)) or brief.criterion(follow_up.targets[0]).part == part

    for follow_up in sorted(scenario.follow_ups, key=lambda f: not fits(f)):
        with st.expander(escaped(follow_up.question), icon=":material/contact_support:", expanded=fits(follow_up)):
            with st.container(horizontal=True, gap="small"):
                for target in follow_up.targets:
                    st.badge(escaped(named[target]), icon=":material/target:", color="gray")
            _show_replies(follow_up)


def _show_replies(follow_up: FollowUp) -> None:
    inert.note("Listens for:", follow_up.listens_for)
    inert.note("Here it was asked as:", f"“{follow_up.for_example}”")
    weak, strong = st.columns(2)
    with weak, st.container(border=True, height="stretch"):
        st.badge("Weak", icon=":material/thumb_down:", color="red")
        inert.words(follow_up.weak.answer)
        inert.note("Why it is weak.", follow_up.weak.why)
    with strong, st.container(border=True, height="stretch"):
        st.badge("Strong", icon=":material/thumb_up:", color="green")
        inert.marked(follow_up.strong.answer, [follow_up.strong.key_phrase])


def _show_level(scenario: Scenario, level: Level) -> None:
    guide = scenario.levels.at(level)
    inert.note("Expected.", guide.expected)
    inert.note("The bar.", guide.bar)
    inert.note("A reflection that fits.", f"“{getattr(scenario.reflections, level)}”")


def _show_angle(desk: Desk, angle: Angle) -> None:
    pack = desk.library.packs.get(angle.principle)
    with st.container(border=True, gap="small"):
        st.markdown(f"**{escaped(pack.title if pack else PRINCIPLES[angle.principle])}**")
        inert.note("How to begin:", angle.lead_with)
        inert.note("Emphasise:", angle.emphasise)
        inert.note("Downplay:", angle.downplay)
        if pack:
            links.anew(addresses.learn(angle.principle), f"A story told for {pack.title}")
