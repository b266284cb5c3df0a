"""What follows from the log of an interview."""

from hypothesis import given
from hypothesis import strategies as some

from interviewer.interview import Asked, Event, Interview, Observed, Replied, Said, Setup, TakenBack
from interviewer.review import Review
from interviewer.transcript import TurnKind

SETUP = Setup(principle="ownership", scenario=None, level="sde2", engine="local")


def asked(text: str, probe: str | None = None) -> Asked:
    return Asked(text=text, question=text, plainer=text, probe=probe)


def said(text: str, kind: TurnKind = "answer") -> Said:
    return Said(text=text, kind=kind)


def interview(*events: Event) -> Interview:
    return Interview.new(SETUP).after(*events)


TWO_ANSWERS = (
    asked("Tell me about a time."),
    said("I fixed the mailbox."),
    Observed(turn=1, review=Review()),
    asked("How did you measure it?", probe="metric"),
    said("Could you repeat that?", "repeat"),
    Replied(text="How did you measure it?"),
    said("I did not."),
    Observed(turn=3, review=Review()),
    asked("What did you learn?", probe="learning"),
)


def test_an_answer_taken_back_leaves_its_question_standing() -> None:
    after = interview(*TWO_ANSWERS, TakenBack(turn=3))
    assert after.question.text == "How did you measure it?"
    assert [t.text for t in after.transcript.turns] == ["I fixed the mailbox.", "Could you repeat that?"]
    assert after.review_of(3) is None
    assert after.probes_asked == 1
    assert not after.awaits_reply


def test_what_is_said_instead_takes_its_number() -> None:
    after = interview(*TWO_ANSWERS, TakenBack(turn=3), said("From the crash counter."))
    turn = after.transcript.turns[-1]
    assert (turn.number, turn.text, turn.probe) == (3, "From the crash counter.", "metric")
    assert after.awaits_reply


def test_answers_are_taken_back_one_after_the_other() -> None:
    after = interview(*TWO_ANSWERS, TakenBack(turn=3), TakenBack(turn=1))
    assert after.transcript.turns == ()
    assert after.question.text == "Tell me about a time."
    assert after.last_answer is None


def test_taking_back_is_about_the_last_turn_that_closed_a_question() -> None:
    last = interview(*TWO_ANSWERS, said("What do you mean?", "clarify")).last_answer
    assert last is not None
    assert last.number == 3


def test_the_log_keeps_what_was_taken_back() -> None:
    after = interview(*TWO_ANSWERS, TakenBack(turn=3))
    assert after.events[: len(TWO_ANSWERS)] == TWO_ANSWERS


def test_taking_back_a_turn_nobody_said_changes_nothing() -> None:
    assert interview(*TWO_ANSWERS, TakenBack(turn=9)).in_force == TWO_ANSWERS


@given(some.lists(some.booleans(), max_size=12))
def test_the_turns_in_force_are_always_numbered_without_a_hole(steps: list[bool]) -> None:
    now = interview(asked("Tell me about a time."))
    for taken_back in steps:
        last = now.last_answer
        now = now.after(TakenBack(turn=last.number)) if taken_back and last else now.after(said("I did."), asked("And then?"))
    assert [t.number for t in now.transcript.turns] == list(range(1, len(now.transcript.turns) + 1))


def test_a_setup_from_before_there_were_styles_is_a_realistic_one() -> None:
    kept = '{"principle": "ownership", "scenario": null, "level": "sde2", "engine": "local", "probe_limit": 4}'
    assert Setup.model_validate_json(kept).style == "realistic"
