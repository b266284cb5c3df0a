"""One short sentence to the candidate about what was found; the words it is about stand beside it as quotes."""

from interviewer.engines.local import wording
from interviewer.rubric import Criterion, Rating


def about_criterion(criterion: Criterion, rating: Rating) -> str:
    """Why it is this rating."""
    if rating == "yes":
        why = wording.STRENGTHS.get(criterion.id, f"it shows what “{criterion.name}” asks for")
        return f"{why[0].upper()}{why[1:]}."
    return wording.MISSING.get(criterion.id, {}).get(rating) or f"Not shown in full: {criterion.name.lower()}."
