"""The brief and the transcript as a model reads them."""

import hmac
import json
import re
import secrets
from collections.abc import Iterable

from interviewer.brief import Brief, Probe
from interviewer.review import Finding, Quote, Review
from interviewer.rubric import LEVEL_NAMES, PARTS, CriterionId, FlagId
from interviewer.transcript import Transcript, Turn

_LEVEL = {
    "sde1": "the scope of their own tasks is enough; an insight into the organisation is not expected",
    "sde2": "ownership of a piece of work with some ambiguity in how to do it, and a result that reached users",
    "senior": "influence beyond the own team, trade-offs that were weighed, and an insight into why it could happen at all",
}

_SECRET = secrets.token_bytes(32)
PHRASES = 3
"""Of a part of the example, the words shown: enough to hear what strong sounds like there."""
FAULTS = 5
"""Likewise of its weak answer."""
_CONFUSED = re.compile(r"^#+ What it is confused with\n.*?(?=^#|\Z)", re.MULTILINE | re.DOTALL)
_DISQUALIFIES = re.compile(r"^#+ What disqualifies\n.*?(?=^#|\Z)", re.MULTILINE | re.DOTALL)
BOUNDARY = re.compile(r"^-{5} [0-9a-f]{16} -{5}$", re.MULTILINE)
"""Every line that `boundary` can give. What is between two of them is JSON, where no such line can stand."""


def boundary(said: Transcript) -> str:
    """A line nobody can have written into an answer: it hangs on a secret of this process. One for a whole interview."""
    opening = next((t.text for t in _shown(said)), "")
    drawn = hmac.new(_SECRET, opening.encode(), "sha256").hexdigest()[:16]
    return f"----- {drawn} -----"


def transcript(said: Transcript) -> str:
    """The questions and the candidate's turns as JSON, one turn a line: data, whatever is in it."""
    told = ({"interviewer": t.question, "candidate": t.text} for t in _shown(said))
    return "\n".join(json.dumps(turn, ensure_ascii=False) for turn in told)


def _shown(said: Transcript) -> tuple[Turn, ...]:
    last = said.turns[-1].number if said.turns else 0
    return tuple(t for t in said.current if t.kind == "answer" or t.number == last)


def rubric(brief: Brief) -> str:
    """All criteria with their definitions, then the red flags and what disqualifies."""
    lines = [f"- {c.id}. yes: {c.met_when} partly: {c.partly_when}" for c in brief.rubric.criteria]
    lines += ["", "Red flags", *(f"- {f.id}: {f.when}" for f in brief.rubric.flags)]
    lines += ["", "Disqualifications", *(f"- {d.id}: {d.when}" for d in brief.pack.disqualifiers)]
    return "\n".join(lines)


def principle(brief: Brief) -> str:
    """The pack's prose as far as notes can be taken by it.

    What disqualifies stands among the criteria, more exactly; what the principle is confused with no criterion asks about.
    """
    text = _CONFUSED.sub("", brief.pack.text)
    if brief.pack.disqualifiers:
        text = _DISQUALIFIES.sub("", text)
    return f"{brief.pack.title}\n\n{text.strip()}"


def level(brief: Brief) -> str:
    """The candidate's level and what is expected there."""
    expected = f"The candidate's level is {LEVEL_NAMES[brief.level]}: {_LEVEL[brief.level]}."
    return f"{expected} {brief.scenario.levels.at(brief.level).bar}" if brief.scenario else expected


def scenario(brief: Brief) -> str:
    """The example's strong and weak places under the names a judgement may refer to them by."""
    if brief.scenario is None:
        return "There is no example; leave grounding empty."
    told = brief.scenario
    lines = [f"[{part}.strong] {' … '.join(told.parts[part].key_phrases[:PHRASES])}" for part in PARTS]
    lines += [f"[weak_answer.{n}] “{fault.quote}” {fault.fault}" for n, fault in enumerate(told.weak_answer.faults[:FAULTS], 1)]
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
    marks: dict[str, str] = {c.id: f" ({_asked(said, c.id)})" for c in brief.rubric.criteria}
    return "\n".join(f"- {point}{marks.get(point, '')}" for point in named) or "none"


def _finding(brief: Brief, said: Transcript, finding: Finding) -> str:
    missing = "" if finding.rating == "yes" else f" ({_asked(said, finding.criterion)})"
    name = brief.criterion(finding.criterion).name.lower()
    return f"- {name}: {finding.rating}{missing} {_quoted(finding.quotes)} {finding.comment}".rstrip()


def _asked(said: Transcript, criterion: CriterionId) -> str:
    """Whether a follow-up was mainly about it, and what became of that."""
    kinds = {t.kind for t in said.current if criterion in t.targets[:1]}
    if not kinds:
        return "never asked about"
    if "answer" in kinds:
        return "asked about"
    return "asked about, but the candidate passed" if "skip" in kinds else "asked about, but not answered"


def _quoted(quotes: Iterable[Quote]) -> str:
    return " ".join(f"“{q.text}”" for q in quotes)
