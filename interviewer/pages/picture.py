"""Every criterion at a glance, part by part: what it was rated, by shape and word as well as by colour, and what is needed."""

from typing import Literal, NamedTuple

import streamlit as st

from interviewer.assessment import Assessment
from interviewer.brief import Brief
from interviewer.pages import findings
from interviewer.pages.inert import literal
from interviewer.rubric import LEVEL_NAMES, PARTS, RATINGS, VERDICT_NAMES, Criterion, Rating, Verdict
from interviewer.verdict import DECISIVE
from interviewer.weighing import bar

Shape = Literal["yes", "partly", "no", "unasked", "unexpected"]
SIGNS: dict[Shape, str] = {"yes": "✓", "partly": "", "no": "✕", "unasked": "?", "unexpected": "–"}
COLOURS: dict[Shape, str] = {
    "yes": "rgb(38, 133, 107)",
    "partly": "rgb(184, 117, 20)",
    "no": "rgb(204, 78, 52)",
    "unasked": "rgb(122, 132, 128)",
    "unexpected": "rgb(122, 132, 128)",
}
_FILLS: dict[Shape, str] = {
    "yes": "background: {c}; color: #fff",
    "partly": "background: linear-gradient(90deg, {c} 50%, transparent 50%)",
    "no": "color: {c}",
    "unasked": "border-style: dashed; color: {c}",
    "unexpected": "border-color: transparent; color: {c}",
}
_SHAPE = (
    "flex: none; box-sizing: border-box; width: 1.25rem; height: 1.25rem; border-radius: 50%; border: 2px solid {c}; "
    "display: inline-flex; align-items: center; justify-content: center; font-size: .8rem; font-weight: 700; line-height: 1; "
    "print-color-adjust: exact; -webkit-print-color-adjust: exact; "
)
_GRID = "display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 14.5rem), 1fr)); gap: .75rem"
_CARD = "border: 1px solid rgba(128, 128, 128, .35); border-radius: .6rem; padding: .6rem .8rem; break-inside: avoid"
_ROW = "display: flex; gap: .55rem; align-items: flex-start; margin-top: .5rem; line-height: 1.35"


class Cell(NamedTuple):
    """One criterion as it is drawn."""

    name: str
    shape: Shape
    rating: str
    needed: str
    """What is short of what the verdict asks for; empty when nothing is."""


def show(assessment: Assessment, brief: Brief) -> None:
    """The picture of an assessment, held against Hire, or Strong Hire where Hire was reached."""
    goal: Verdict = "hire" if assessment.verdict in ("no_hire", "lean_no_hire") else "strong_hire"
    st.header("Every point at a glance", anchor=False)
    st.caption(f"Held against what {VERDICT_NAMES[goal]} needs at {LEVEL_NAMES[brief.level]}.")
    st.html(drawn(assessment, brief, goal))


def cells(assessment: Assessment, brief: Brief, goal: Verdict) -> dict[str, list[Cell]]:
    """What is drawn, by part; parts without criteria are left out."""
    needs = bar(brief, goal)
    found = {p: [c for c in brief.rubric.criteria if c.part == p] for p in PARTS}
    return {
        part: [_cell(c, assessment, brief, needs[c.id], goal) for c in criteria] for part, criteria in found.items() if criteria
    }


def drawn(assessment: Assessment, brief: Brief, goal: Verdict) -> str:
    """HTML of the picture; only names of criteria, which are content of ours, are in it, and they are escaped."""
    cards = (_card(part, held) for part, held in cells(assessment, brief, goal).items())
    return f'<div style="{_GRID}">{"".join(cards)}</div>'


def icon(shape: Shape) -> str:
    """HTML of a shape; what it says stands beside it as a word."""
    style = (_SHAPE + _FILLS[shape]).format(c=COLOURS[shape])
    return f'<span style="{style}" aria-hidden="true">{SIGNS[shape]}</span>'


def _cell(criterion: Criterion, assessment: Assessment, brief: Brief, needs: Rating, goal: Verdict) -> Cell:
    finding = assessment.finding(criterion.id)
    rating: Rating = finding.rating if finding else "no"
    weight = brief.weights[criterion.id]
    if rating == "no" and not weight:
        return Cell(criterion.name, "unexpected", "Not expected at this level", "")
    unasked = rating == "no" and criterion.id in assessment.never_asked
    short = RATINGS.index(rating) < RATINGS.index(needs)
    needed = f"{VERDICT_NAMES[goal]} needs it {'in full' if needs == 'yes' else 'at least partly'}" if short else ""
    if weight >= DECISIVE:
        needed = f"Counts most. {needed}".strip()
    told = "Not said, never asked" if unasked else findings.RATING_NAMES[rating]
    return Cell(criterion.name, "unasked" if unasked else rating, told, needed)


def _card(part: str, held: list[Cell]) -> str:
    expected = [cell for cell in held if cell.shape != "unexpected"]
    met = sum(cell.shape == "yes" for cell in expected)
    rows = "".join(map(_row, held))
    title = f"<strong>{literal(part.capitalize())}</strong> <span style='opacity: .75'>{met} of {len(expected)} met</span>"
    return f'<section style="{_CARD}"><div>{title}</div>{rows}</section>'


def _row(cell: Cell) -> str:
    lines = [f"<span style='opacity: .8'>{literal(cell.rating)}</span>"]
    if cell.needed:
        lines.append(f"<span style='font-size: .85rem; opacity: .8'>{literal(cell.needed)}</span>")
    return f'<div style="{_ROW}">{icon(cell.shape)}<div>{literal(cell.name)}<br>{"<br>".join(lines)}</div></div>'
