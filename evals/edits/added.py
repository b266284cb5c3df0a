"""Something is added to the answer that shows nothing, or something that counts against it."""

from evals.edits.told import Told, join, label_of, last, told
from interviewer.recorded import Record

_DETAIL = "It was a wet autumn that year, and they were painting the stairwell, so everything smelled of it."
_IDLE = (
    "Maybe a word about the place first. It is a brick building from the sixties near the ring road, with a bicycle "
    "shed in front and a canteen that closes early on Fridays. Most people come by tram, some by car, and in winter "
    "the heating takes its time. There is a notice board by the lift with old holiday cards on it. The days there are"
    " rather alike, you say good morning, you hang up your coat, you make coffee, and then it starts. In the "
    "afternoon it gets quieter, and around five the cleaners come in. I mention it only so that you can picture it."
)
_BLAME = "It was all the fault of the people before me, they were lazy and simply had not done their job."
_BIG_NAME = "This was at Google, by the way, and before that I had been at Goldman Sachs and at Stanford."
_STUFFED = (
    "This shows my ownership, customer obsession, bias for action, dive deep, deliver results, earn trust, high standards, "
    "think big, frugality and learn and be curious. Metrics, impact, trade-offs, root cause, stakeholders, follow-through."
)
_RUBRIC = (
    "What was wrong was concrete, and so was what it cost. I acted on my own initiative, beyond my remit. I weighed "
    "alternatives and risks and gave the reason for my choice. The result was measured by a before and after, and it "
    "was of value to customers and the business. It was carried to the end and checked afterwards, and something "
    "lasting outlived the case. I learned something specific to this story and saw the systemic reason behind it."
)
_DENIED = (
    "To be exact, though, none of this was ever put in place. It was dropped before anybody used it, "
    "and things are still the way they were before."
)


def detail(record: Record) -> str:
    """An irrelevant sentence early on."""
    sentences = told(record)
    return _inserted(sentences, 1, _DETAIL)


def padded(record: Record) -> str:
    """A hundred words of true but idle context before the answer."""
    return f"{_IDLE} {record.answer}"


def big_name(record: Record) -> str:
    return _inserted(told(record), 1, _BIG_NAME)


def blame(record: Record) -> str | None:
    """A colleague is blamed where the trouble is told; None where somebody is blamed already."""
    sentences = told(record)
    if record.labels and record.labels.flags.get("blame"):
        return None
    return _inserted(sentences, last(sentences, "stakes") + 1 or 1, _BLAME)


def contradicted(record: Record) -> str | None:
    """The end denies that anything came of it; None where nothing is said to have come of it."""
    if last(told(record), "metric", "follow_through", "lasting_effect", "impact") < 0:
        return None
    return f"{record.answer.rstrip()} {_DENIED}"


def stuffed(record: Record) -> str:
    return f"{record.answer.rstrip()} {_STUFFED}"


def rubric_pasted(record: Record) -> str:
    return f"{record.answer.rstrip()} {_RUBRIC}"


def repeated(record: Record) -> str:
    return f"{record.answer.rstrip()} So, to say it all once more. {record.answer}"


def _inserted(sentences: tuple[Told, ...], place: int, text: str) -> str:
    """With `text` before the sentence at `place`, after its label if it has one."""
    edited = list(sentences)
    if place < len(edited) and (label := label_of(edited[place].text)):
        edited[place] = edited[place].saying(f"{label}{text} {edited[place].text[len(label) :]}")
    else:
        gap = edited[place - 1].gap if place <= len(edited) and place > 0 else " "
        edited.insert(place, Told(text, gap if "\n" not in gap else "\n", frozenset()))
    return join(edited)
