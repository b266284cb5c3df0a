"""Does the interviewer ask what is worth asking, once each, and stop when nothing is left?

Simulated sessions: every scenario at every level with four kinds of candidate, and everybody who was recorded.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from evals.candidates import Candidate
from evals.course import FollowedUp, Session, session
from evals.dataset import Dataset, story
from evals.score import Remark, Score
from evals.shares import share
from evals.sheets import EVASIONS, at, evading, from_record, hidings, knowing, simulated, strong_replies
from evals.spoken import double_barrelled, questions, same_words
from evals.trial import Result, Trial
from interviewer.brief import Brief
from interviewer.library import Library
from interviewer.probing import GAP, WORTH_ASKING
from interviewer.rubric import LEVELS, NO_CASE, CriterionId
from interviewer.scenario import Scenario

_HABIT: CriterionId = "learning"
"""What somebody asks about first who has not listened: hardly any first answer says what was learned."""


class Asking(NamedTuple):
    """A follow-up in its session."""

    held: Session
    asked: FollowedUp

    @property
    def story(self) -> str:
        return self.held.story

    @property
    def labelled(self) -> str | None:
        """How the first answer is labelled for what it asks; None where nobody labelled it."""
        labels = self.held.task.labels
        return labels.criteria.get(self.asked.about) if labels and self.asked.about else None


def trials(dataset: Dataset, library: Library, repeats: int) -> Iterator[Trial]:
    """Every scenario at every level with each kind of candidate, then every record; once, whatever `repeats`."""
    for n, scenario in enumerate(library.scenarios.values()):
        for m, level in enumerate(LEVELS):
            brief = at(scenario, level, library)
            for kind, candidate in _candidates(scenario, brief, n + m):
                id = f"probes/{kind}/{scenario.id}/{level}"
                yield Trial(id=id, suite="probes", story=scenario.id, kind=kind, task=simulated(candidate, brief))
    for record in dataset.records:
        try:
            task = from_record(record, library)
        except LookupError:  # of no principle or scenario there is; agreement reports it
            continue
        yield Trial(id=f"probes/recorded/{record.id}", suite="probes", story=story(record), kind="recorded", task=task)


def _candidates(scenario: Scenario, brief: Brief, turn: int) -> Iterator[tuple[str, Candidate]]:
    ways, known = hidings(scenario), strong_replies(scenario)
    hiding = ways[turn % len(ways)]
    weak = scenario.weak_answer.text
    yield "partial", knowing(scenario, hiding, brief)
    yield "complete", Candidate(name="tells all", opening=scenario.strong_answer, facts=known, otherwise=EVASIONS)
    yield "grows", Candidate(name="begins weak, tells all when asked", opening=weak, facts=known, otherwise=EVASIONS)
    yield "weak", evading(scenario, hiding).model_copy(update={"name": "weak throughout", "opening": weak})


def score(results: Sequence[Result]) -> Score:
    sessions = [s for r in results if (s := session(r))]
    asked = [Asking(s, f) for s in sessions for f in s.follow_ups]
    labelled = [s for s in sessions if s.task.labels and s.task.labels.criteria]
    offline = [a for a in asked if a.held.interview.engine == "local"]
    return Score(
        suite="probes",
        metrics=(
            share("hit", labelled, hit),
            share("baseline_hit", labelled, lambda s: _HABIT in s.task.labels.next_probes if s.task.labels else False),
            share("regret", labelled, regret, "lower"),
            share("already_told", [a for a in asked if a.labelled], already_told, "lower"),
            share("already_met", asked, already_met, "lower"),
            share("repeated", sessions, lambda s: bool(repeated(s)), "lower"),
            share("several_questions", asked, several_questions, "lower"),
            share("double_barrelled", asked, lambda a: double_barrelled(a.asked.asked.text), "lower"),
            share("intent_kept", offline, intent_kept),
            share("unjustified_stop", sessions, lambda s: bool(unasked(s)), "lower"),
            share("probes_per_session", sessions, lambda s: len(s.follow_ups), "lower"),
            *(
                share(f"probes_{kind}", [s for s in sessions if s.kind == kind], lambda s: len(s.follow_ups), "lower")
                for kind in dict.fromkeys(s.kind for s in sessions)
            ),
        ),
        remarks=tuple(r for s in sessions for r in _remarks(s)),
        unscored=sum(r.assessment is None for r in results),
    )


def hit(held: Session) -> bool:
    """Whether the first follow-up asks for something a good interviewer could ask for; none, where there is nothing to ask."""
    good = held.task.labels.next_probes if held.task.labels else ()
    return held.follow_ups[0].about in good if held.follow_ups else not good


def regret(held: Session) -> float:
    """The weight of the heaviest gap less that of the gap asked about first; what is no gap by the labels weighs nothing."""
    criteria = held.task.labels.criteria if held.task.labels else {}
    weights = {c: held.task.weights.get(c, 0.0) for c, rating in criteria.items() if rating != "yes"}
    first = held.follow_ups[0].about if held.follow_ups else None
    return max(weights.values(), default=0.0) - weights.get(first or "", 0.0)


def already_told(asking: Asking) -> bool:
    """Whether it asks for what the first answer shows by the labels."""
    return asking.labelled == "yes" and not _redirects(asking)


def already_met(asking: Asking) -> bool:
    """Whether it asks for what the interviewer itself had rated yes; to lead back to a real case is another matter."""
    asked = asking.asked
    return asked.before.ratings.get(asked.about or "") == "yes" and not _redirects(asking)


def _redirects(asking: Asking) -> bool:
    return bool(asking.asked.before.flag_ids & set(NO_CASE))


def repeated(held: Session) -> tuple[str, ...]:
    """Questions asked twice: the same follow-up, or the same words."""
    asked = [f.asked for f in held.follow_ups]
    return tuple(
        later.text
        for one, later in combinations(asked, 2)
        if one.probe == later.probe or same_words(_core(one.text), _core(later.text))
    )


def _core(text: str) -> str:
    """The question alone, where there is one."""
    return " ".join(questions(text)) or text


def several_questions(asking: Asking) -> bool:
    return len(questions(asking.asked.asked.text)) > 1


def intent_kept(asking: Asking) -> bool:
    """Whether it ends with the bank's question; the offline engine adds nothing else."""
    asked = asking.asked.asked
    question = asking.held.task.bank.get(asked.probe or "")
    return question is not None and asked.text.endswith(question)


def unasked(held: Session) -> tuple[CriterionId, ...]:
    """What was worth a question when the interviewer had nothing more to ask: open criteria that no follow-up asked for."""
    ended = held.interview.ended
    if ended is None or ended.why != "nothing_left" or held.last.flag_ids & set(NO_CASE):
        return ()
    asked = {c for f in held.follow_ups for c in f.asked.targets}
    open_ = {c: held.task.weights.get(c, 0.0) * GAP[rating] for c, rating in held.last.ratings.items()}
    return tuple(c for c, weight in open_.items() if weight >= WORTH_ASKING and c not in asked)


def _remarks(held: Session) -> Iterator[Remark]:
    labels = held.task.labels
    first = held.follow_ups[0].about if held.follow_ups else "nothing"
    if labels and labels.criteria and not hit(held):
        good = ", ".join(labels.next_probes) or "nothing"
        yield Remark(trial=held.trial, what=f"Asks for {first} first; worth asking: {good}.", weight=regret(held))
    for text in repeated(held):
        yield Remark(trial=held.trial, what=f"Asked again: “{text}”", weight=5)
    for criterion in unasked(held):
        yield Remark(trial=held.trial, what=f"Stops although {criterion} was never asked about.", weight=4)
    for asking in (Asking(held, f) for f in held.follow_ups):
        text, about = asking.asked.asked.text, asking.asked.about
        if already_met(asking):
            yield Remark(trial=held.trial, what=f"Asks for {about}, which it had rated yes: “{text}”", weight=5)
        elif already_told(asking):
            yield Remark(trial=held.trial, what=f"Asks for {about}, which is labelled yes: “{text}”", weight=1)
        if several_questions(asking) or double_barrelled(text):
            yield Remark(trial=held.trial, what=f"Asks several things at once: “{text}”", weight=3)
