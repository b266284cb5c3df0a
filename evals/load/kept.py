"""What the database holds in the end, against what was said: nothing lost, nothing doubled, nothing of anybody else."""

from collections.abc import Iterable

from evals.load import marks
from evals.load.candidate import Visit
from interviewer.interview import Interview, Said
from interviewer.store import NoSuchInterview, Store


def differences(store: Store, visits: Iterable[Visit]) -> list[str]:
    """A sentence for each interview that is not kept as it was held, without a word of what was said."""
    return [told for visit in visits if visit.id and (told := _difference(store, visit))]


def _difference(store: Store, visit: Visit) -> str | None:
    try:
        interview = store.load(visit.id)
    except NoSuchInterview:
        return f"Interview {visit.id} is not kept."
    said = [event.text for event in interview.events if isinstance(event, Said)]
    # The last answer of an interview that was broken off may not have arrived.
    whole = said == visit.said if visit.assessed else said in (visit.said, visit.said[:-1])
    if not whole:
        return f"Interview {visit.id} holds {len(said)} answers where {len(visit.said)} were given, or other ones."
    if _foreign(interview, visit.role.mark):
        return f"Interview {visit.id} holds words of another one."
    if visit.assessed and not interview.assessment:
        return f"Interview {visit.id} has lost its assessment."
    return None


def _foreign(interview: Interview, own: str) -> bool:
    return any(marks.foreign(event.model_dump_json().encode(), own) for event in interview.events)
