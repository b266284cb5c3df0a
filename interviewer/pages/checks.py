"""Knowledge checks as Practise and Test draw them: put, marked, explained, and what to revise after them."""

from collections.abc import Callable, Iterable, Mapping

import streamlit as st

from interviewer.library import Library
from interviewer.pages import addresses, inert, links
from interviewer.pages.addresses import Address, Mode
from interviewer.pages.clock_face import CLOCK
from interviewer.pages.inert import escaped
from interviewer.quiz import Item, Letter, Score
from interviewer.rubric import CriterionId, FlagId

OPTIONS = "options"
"""Begins the key of every list of options."""
_STYLE = f"""<style>
[class*="st-key-{OPTIONS}"] [role="radiogroup"] {{ gap: .6rem; padding-block: .25rem }}
[class*="st-key-{OPTIONS}"] [role="radiogroup"] label {{ align-items: flex-start }}
[class*="st-key-{OPTIONS}"] [role="radiogroup"] p {{ font-size: 1rem; line-height: 1.45 }}
.st-key-{CLOCK} [data-stale] {{ opacity: 1 !important }}
</style>"""
MOST_TO_REVISE = 4
"""More would not be read."""


def style() -> None:
    """Gives options of several lines the room to be told apart, and the clock a steady look."""
    st.html(_STYLE)


def names(library: Library) -> Mapping[CriterionId | FlagId, str]:
    """Criteria and red flags as the candidate reads them, in reading order."""
    criteria = (*library.rubric.criteria, *(c for pack in library.packs.values() for c in pack.criteria))
    return {c.id: c.name for c in criteria} | {f.id: f.name for f in library.rubric.flags}


def put(item: Item, key: str, number: int | None = None, on_change: Callable[[], None] | None = None) -> Letter | None:
    """The question and its options in the order in which they are shown, without letters; the one chosen."""
    question(item, number)
    return st.radio(
        f"Options of question {number}" if number else "Options",
        item.shown,
        index=None,
        format_func=lambda letter: escaped(item.option(letter)),
        key=f"{OPTIONS} {key}",
        label_visibility="collapsed",
        on_change=on_change or "rerun",
        width="stretch",
    )


def question(item: Item, number: int | None = None) -> None:
    st.markdown(f"**{number}.** {escaped(item.check.question)}" if number else escaped(item.check.question))


def story(item: Item, library: Library) -> None:
    """The story that the question may refer to."""
    scenario = library.scenarios[item.scenario]
    with st.expander("The story behind it", icon=":material/short_text:"):
        st.markdown(f"**{escaped(scenario.title)}**")
        inert.words(scenario.overview)


def explain(item: Item, chosen: Letter | None) -> None:
    """The options in the order of the file, marked, with the reasoning, which speaks of them by letter or place."""
    with st.container(gap="xsmall"):
        for letter in item.letters:
            st.markdown(_option(item, letter, chosen))
    st.markdown("**Why**")
    st.markdown("\n".join(f"{number}. {escaped(step)}" for number, step in enumerate(item.check.steps, 1)))
    if item.check.common_mistakes:
        st.markdown("**Common mistakes**")
        st.markdown("\n".join(f"- {escaped(mistake)}" for mistake in item.check.common_mistakes))


def _option(item: Item, letter: Letter, chosen: Letter | None) -> str:
    right = letter == item.check.answer
    marks = [":green-badge[:material/check: Right answer]"] if right else []
    if letter == chosen:
        marks.append(":green-badge[Your choice]" if right else ":red-badge[:material/close: Your choice]")
    text = escaped(item.option(letter))
    return " ".join([f"**{letter}.**", f"**{text}**" if right else text, *marks])


def show_revision(score: Score, sheet: Iterable[Item], library: Library, here: Mode) -> None:
    """What the missed items are about, each with advice and where it is taught."""
    if not score.revise:
        return
    st.header("What to revise", anchor=False)
    missed = [item for item in sheet if item.id in score.missed]
    for about in score.revise[:MOST_TO_REVISE]:
        of = [item for item in missed if item.check.about[0] == about]
        _show_point(about, of, library, here)


def _show_point(about: CriterionId | FlagId, missed: list[Item], library: Library, here: Mode) -> None:
    advice = {c.id: c.advice for pack in library.packs.values() for c in pack.rubric(library.rubric).criteria}
    advice |= {f.id: f.advice for f in library.rubric.flags}
    scenario = library.scenarios[missed[0].scenario]
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{escaped(names(library)[about])}** :gray[{len(missed)} missed]")
        inert.words(advice[about])
        with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
            links.link(addresses.learn(scenario.principle, scenario, about), "Learn")
            go(addresses.practise(scenario.principle, about), "Practise", here)


def go(address: Address, label: str, here: Mode) -> None:
    """A way to `address` from the mode `here`; within one mode a button, because a link there looks as if it were pressed."""
    if address.mode != here:
        links.link(address, label)
    elif st.button(label, icon=links.SIGNS[here].icon, type="tertiary", key=f"go {label} {address.query}"):
        st.query_params.from_dict(dict(address.query))
        st.rerun()
