"""What was said, with the words marked that each judgement rests on."""

from collections.abc import Mapping

import streamlit as st

from interviewer.assessment import Assessment
from interviewer.brief import Brief
from interviewer.highlighting import About, Mark, Segment, marks, segments
from interviewer.pages import exchange, findings, inert
from interviewer.pages.inert import literal
from interviewer.rubric import FLAGS, PARTS
from interviewer.transcript import Transcript, Turn

EVERYTHING = "Everything"
_PART_COLOURS = dict(zip(PARTS, ("66, 133, 214", "150, 98, 200", "38, 133, 107", "184, 117, 20", "20, 140, 160"), strict=True))
"""One hue for each part, as red, green and blue; the red flags have their own."""
_FLAG_COLOUR = "204, 78, 52"
_MARK = (
    "color: inherit; background: rgba({c}, .18); border-bottom: 2px {line} rgb({c}); padding: 0 .1em; border-radius: .15em; "
    "-webkit-box-decoration-break: clone; box-decoration-break: clone"
)
_LABEL = (
    "font-size: .75rem; font-weight: 600; border: 1px solid rgb({c}); border-radius: .5rem; padding: 0 .4em; margin: 0 .25em; "
    "white-space: nowrap"
)
_TEXT = "white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.8"


def show(assessment: Assessment, brief: Brief, transcript: Transcript) -> None:
    """The answers with every mark, or with those of one judgement that the reader chooses."""
    found = marks(assessment.findings, assessment.flags, assessment.disqualifications)
    names = _names(brief)
    quoted = list(dict.fromkeys(mark.about for mark in found))
    if len(quoted) > 1:
        options = [EVERYTHING, *quoted]
        chosen = st.selectbox("Mark the words for", options, format_func=lambda about: names.get(about, about), key="marked")
        found = tuple(mark for mark in found if chosen in (EVERYTHING, mark.about))
    for turn in transcript.turns:
        with exchange.interviewer():
            inert.words(turn.question)
        with st.chat_message("user", avatar=":material/person:"):
            st.html(drawn(turn, found, names, _colours(brief)))
            st.caption(f"turn {turn.number}{'' if turn.kind == 'answer' else ', no answer'}")


def drawn(turn: Turn, found: tuple[Mark, ...], names: Mapping[About, str], colours: Mapping[About, str]) -> str:
    """HTML of a turn, all of it escaped; each mark is followed by the names of what rests on it."""
    return f'<div style="{_TEXT}">{"".join(_segment(s, names, colours) for s in segments(turn, found))}</div>'


def _segment(segment: Segment, names: Mapping[About, str], colours: Mapping[About, str]) -> str:
    if not segment.about:
        return literal(segment.text)
    flags = [about for about in segment.about if _is_bad(about, colours)]
    first = flags[0] if flags else segment.about[0]
    style = _MARK.format(c=colours.get(first, _FLAG_COLOUR), line="wavy" if flags else "solid")
    style = style.replace("border-bottom: 2px wavy", "text-decoration: underline wavy")
    labels = "".join("<wbr>" + _label(about, names, colours) for about in segment.ends)
    return f'<mark style="{style}">{literal(segment.text)}</mark>{labels}'


def _label(about: About, names: Mapping[About, str], colours: Mapping[About, str]) -> str:
    bad = _is_bad(about, colours)
    sign = "⚑ " if bad else ""
    style = _LABEL.format(c=colours.get(about, _FLAG_COLOUR))
    return f'<span style="{style}">{sign}{literal(names.get(about, about))}</span>'


def _is_bad(about: About, colours: Mapping[About, str]) -> bool:
    return about in FLAGS or about not in colours


def _colours(brief: Brief) -> dict[About, str]:
    return {c.id: _PART_COLOURS[c.part] for c in brief.rubric.criteria}


def _names(brief: Brief) -> dict[About, str]:
    broken = {d.id: f"Against {brief.pack.title}" for d in brief.pack.disqualifiers}
    return {EVERYTHING: EVERYTHING, **broken, **findings.names(brief)}
