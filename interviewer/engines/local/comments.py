"""One short sentence to the candidate about what was found."""

from interviewer.engines.local import wording
from interviewer.engines.local.criteria import Found
from interviewer.engines.local.quoting import short_quote
from interviewer.engines.local.sentences import Sentence
from interviewer.rubric import Criterion, FlagId


def about_criterion(criterion: Criterion, found: Found) -> str:
    """What was or was not found, in the candidate's own words where there are any."""
    missing = wording.MISSING.get(criterion.id, {}).get(found.rating) or f"Not shown in full: {criterion.name.lower()}."
    if not found.evidence or found.rating == "no":
        return missing
    said = short_quote(found.evidence[0].text)
    if found.rating == "partly":
        return f"“{said}” is a start. {missing}"
    return f"“{said}”: {wording.STRENGTHS.get(criterion.id, f'it shows {criterion.name.lower()}')}."


def about_flag(flag: FlagId, seen: tuple[Sentence, ...]) -> str:
    """How the flag sounds to a listener, after the words it was heard in."""
    return f"“{short_quote(seen[0].text)}”: {wording.HEARD[flag]}" if seen else wording.HEARD[flag]
