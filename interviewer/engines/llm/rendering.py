"""The brief and the transcript as a model reads them."""

import json
import re
import secrets
from collections.abc import Iterable

from interviewer.brief import Brief, Probe
from interviewer.review import Finding, Quote, Review
from interviewer.rubric import LEVEL_NAMES, PARTS, CriterionId, FlagId
from interviewer.transcript import Transcript

_LEVEL = {
    "sde1": "the scope of their own tasks is enough; an insight into the organisation is not expected",
    "sde2": "ownership of a piece of work with some ambiguity in how to do it, and a result that reached users",
    "senior": "influence beyond the own team, trade-offs that were weighed, and an insight into why it could happen at all",
}

BOUNDARY = re.compile(r"^-{5} [0-9a-f]{16} -{5}$", re.MULTILINE)
"""Every line that `boundary` can give. What is between two of them is JSON, where no such line can stand."""


def boundary() -> str:
    """A line nobody can have written into an answer beforehand."""
    return f"----- {secrets.token_hex(8)} -----"


def transcript(said: Transcript) -> str:
    """The questions and the candidate's turns as JSON, one turn a line: data, whatever is in it."""
    last = said.turns[-1].number if said.turns else 0
    shown = [t for t in said.current if t.kind == "answer" or t.number == last]
    lines = (json.dumps({"turn": t.number, "interviewer": t.question, "candidate": t.text}, ensure_ascii=False) for t in shown)
    return "\n".join(lines)


def rubric(brief: Brief) -> str:
    """All criteria with their definitions, then the red flags and what disqualifies."""
    lines = [f"- {c.id} ({c.part}). yes: {c.met_when} partly: {c.partly_when} no: absent." for c in brief.rubric.criteria]
    lines += ["", "Red flags", *(f"- {f.id}: {f.when}" for f in brief.rubric.flags)]
    lines += ["", "Disqualifications", *(f"- {d.id}: {d.when}" for d in brief.pack.disqualifiers)]
    return "\n".join(lines)


def principle(brief: Brief) -> str:
    return f"{brief.pack.title}\n\n{brief.pack.text}"


def level(brief: Brief) -> str:
    """The candidate's level and what is expected there."""
    expected = f"The candidate's level is {LEVEL_NAMES[brief.level]}: {_LEVEL[brief.level]}."
    return f"{expected} {brief.scenario.levels.at(brief.level).bar}" if brief.scenario else expected


def scenario(brief: Brief) -> str:
    """The example's strong and weak places under the names a judgement may refer to them by."""
    if brief.scenario is None:
        return "There is no example; leave grounding empty."
    told = brief.scenario
    lines = [f"Question: {told.question}"]
    for part in PARTS:
        lines += [f"[{part}.strong] {told.parts[part].strong}", f"[{part}.mistake] {told.parts[part].common_mistake}"]
    for number, fault in enumerate(told.weak_answer.faults, 1):
        lines.append(f"[weak_answer.{number}] “{fault.quote}” {fault.fault}")
    for probe in told.follow_ups:
        lines.append(f"[{probe.id}.strong] “{probe.strong.key_phrase}” [{probe.id}.weak] {probe.weak.why}")
    return "\n".join(lines)


def about(brief: Brief, probe: Probe) -> str:
    """The point a follow-up is about; not what it listens for, which gives things away and may speak of another story."""
    criterion = brief.criterion(probe.targets[0])
    return f"{criterion.name.lower()} ({criterion.part})"


def findings(brief: Brief, said: Transcript, review: Review) -> str:
    """The finished assessment: each rating with its quotes, and whether what is missing was asked about."""
    lines = [_finding(brief, said, f) for f in review.findings]
    lines += [f"- red flag, {brief.rubric.flag(f.flag).name.lower()}: {_quoted(f.quotes) or f.comment}" for f in review.flags]
    lines += [f"- disqualified: {f.comment} {_quoted(f.quotes)}" for f in review.disqualifications]
    return "\n".join(lines)


def points(brief: Brief, said: Transcript, named: tuple[CriterionId | FlagId, ...]) -> str:
    """What to improve, one a line, under the id the reply has to repeat."""
    meant: dict[str, str] = {f.id: f.when for f in brief.rubric.flags}
    meant |= {c.id: f"{c.met_when} ({_asked(said, c.id)})" for c in brief.rubric.criteria}
    return "\n".join(f"- {point}: {meant[point]}" for point in named) or "none"


def _finding(brief: Brief, said: Transcript, finding: Finding) -> str:
    missing = "" if finding.rating == "yes" else f" ({_asked(said, finding.criterion)})"
    name = brief.criterion(finding.criterion).name.lower()
    return f"- {name}: {finding.rating}{missing} {_quoted(finding.quotes)} {finding.comment}".rstrip()


def _asked(said: Transcript, criterion: CriterionId) -> str:
    """Whether a follow-up asked about it, and what became of that."""
    kinds = {t.kind for t in said.current if criterion in t.targets}
    if not kinds:
        return "never asked about"
    if "answer" in kinds:
        return "asked about"
    return "asked about, but the candidate passed" if "skip" in kinds else "asked about, but not answered"


def _quoted(quotes: Iterable[Quote]) -> str:
    return " ".join(f"“{q.text}”" for q in quotes)
