"""Every edit with what must come of it. What is expected was written down before any result was looked at."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from evals.edits import added, style, taken, voice
from evals.expectations import (
    Expectation,
    falls,
    keeps,
    not_better,
    not_risen,
    raises,
    redirected,
    steady,
    verdict_at_most,
    within,
)
from interviewer.recorded import Record
from interviewer.rubric import BASE_CRITERIA, CriterionId

Edit = Callable[[Record], str | None]
Base = Literal["strong", "any"]

STEADY = 0.05
"""Share of the coverage's range by which a judgement may move where nothing was changed: 0.2 on a scale from 1 to 5."""
_EVERYTHING = tuple(BASE_CRITERIA)
_RESULTS: tuple[CriterionId, ...] = ("metric", "impact", "lasting_effect", "follow_through")


class Relation(NamedTuple):
    """An edit and what is expected of the judgement after it."""

    name: str
    edit: Edit
    expected: tuple[Expectation, ...]
    touches: tuple[CriterionId, ...] = ()
    """The criteria it is meant to change or cannot help changing; elsewhere nothing should move."""
    probes: tuple[CriterionId, ...] = ()
    """What the next follow-up should be mainly about; empty where nothing is expected."""
    base: Base = "strong"
    """Which answers are edited: only those labelled Hire or better, or all."""


def _same(name: str, edit: Edit, tolerance: float = STEADY) -> Relation:
    return Relation(name, edit, (steady(tolerance),))


def _idle(name: str, edit: Edit, *expected: Expectation) -> Relation:
    """Something added that shows nothing: on weak answers too."""
    return Relation(name, edit, (not_better(), *expected), base="any")


RELATIONS: tuple[Relation, ...] = (
    # Something that was shown is shown no longer.
    Relation("drop_number", taken.drop_number, (falls("metric"),), ("metric", "impact"), ("metric",)),
    Relation(
        "drop_result",
        taken.drop_result,
        (falls("metric"), raises("vague_result")),
        _RESULTS,
        ("metric", "impact", "lasting_effect"),
    ),
    Relation(
        "drop_reflection", taken.drop_reflection, (falls("learning", "systemic_insight"),), ("learning", "systemic_insight")
    ),
    Relation("drop_trade_off", taken.drop_trade_off, (falls("trade_off"),), ("trade_off", "depth")),
    Relation("platitude", taken.platitude, (falls("learning"),), ("learning", "systemic_insight")),
    Relation(
        "i_to_we",
        voice.i_to_we,
        (falls("first_person"), raises("we_voice")),
        ("first_person", "role", "ownership"),
        ("first_person", "role", "ownership"),
    ),
    Relation(
        "assigned", taken.assigned, (falls("ownership"), raises("assigned")), ("ownership", "role", "stakes", "first_person")
    ),
    Relation("handed_off", taken.handed_off, (raises("handed_off"), verdict_at_most("lean_no_hire")), _EVERYTHING),
    Relation(
        "hypothetical",
        voice.hypothetical,
        (raises("hypothetical"), verdict_at_most("no_hire"), redirected("real_case")),
        _EVERYTHING,
    ),
    # Something is added that counts against it.
    Relation("contradicted", added.contradicted, (falls(*_RESULTS), not_better()), _RESULTS),
    Relation("blame_added", added.blame, (raises("blame"), not_better()), ("stakes",)),
    # Something is claimed that was not shown.
    Relation(
        "we_to_i", voice.we_to_i, (not_risen("ownership", "yes"), verdict_at_most("hire")), ("first_person", "role"), base="any"
    ),
    Relation("inflated", taken.inflated, (not_better(),), ("metric", "impact")),
    _idle("stuffed", added.stuffed),
    _idle("rubric_pasted", added.rubric_pasted),
    _idle("big_name", added.big_name, steady(0.025)),
    _idle("padded", added.padded, within(-0.075, 0.0)),
    _idle("repeated", added.repeated, steady(STEADY)),
    # Nothing changes but the form.
    _same("irrelevant_detail", added.detail),
    _same("other_trade", style.other_trade),
    _same("bullets", style.bullets),
    _same("labelled", style.labelled),
    _same("unlabelled", style.unlabelled),
    _same("result_first", style.result_first),
    _same("unpunctuated", style.unpunctuated),
    _same("fillers", style.fillers),
    _same("spelt_out", style.spelt_out),
    _same("uncontracted", style.uncontracted),
    Relation("compressed", taken.compressed, (keeps(0.1),), _EVERYTHING),
)
"""An answer to another question is not an edit of the answer; see `evals.suites.metamorphic`."""
