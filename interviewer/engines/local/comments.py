"""One short sentence to the candidate about what was found."""

from interviewer.engines.local.criteria import Found
from interviewer.engines.local.sentences import Sentence
from interviewer.rubric import Criterion, FlagId


def about_criterion(criterion: Criterion, found: Found) -> str:
    """What was or was not found, in the candidate's own words where there are any."""
    if found.rating == "no" or not found.evidence:
        return f"Nothing in your words shows this yet: {criterion.met_when[0].lower()}{criterion.met_when[1:]}"
    said = found.evidence[0].text
    return f"You say: “{said}”" if found.rating == "yes" else f"Only hinted at: “{said}”"


def about_flag(flag: FlagId, seen: tuple[Sentence, ...]) -> str:
    return f"You say: “{seen[0].text}”" if seen else ""
