import pytest
from hypothesis import given
from hypothesis import strategies as some

from interviewer.assessing import assess
from interviewer.brief import Brief
from interviewer.delivery import SPEAKING_PACE, delivery, fillers, longest_pause, same_speech, times
from interviewer.engines.local import LocalEngine
from interviewer.interview import Asked, Interview, Said, Setup, Spoken
from interviewer.library import Library
from interviewer.pacing import targets
from interviewer.review import Finding, Quote, Review
from interviewer.rubric import BASE_CRITERIA
from interviewer.transcript import Turn
from tests.replies import STORY

TOLD = Turn(
    number=1, question="?", text="We had, um, a bad mailbox. You know, I read my log and I fixed it, like, myself. It fell to 2."
)


def test_a_dictated_answer_has_a_pace_and_a_pause() -> None:
    text = "word " * 70
    notes = delivery(Turn(number=1, question="?", text=text), Spoken(seconds=30, longest_pause=2.5))
    assert (notes.spoken, notes.pace, notes.longest_pause, notes.seconds) == (True, 140, 2.5, 30)


def test_a_written_answer_has_no_pace_and_about_the_time_it_would_take_to_say() -> None:
    notes = delivery(Turn(number=1, question="?", text="word " * SPEAKING_PACE), None)
    assert (notes.spoken, notes.pace, notes.longest_pause) == (False, None, None)
    assert notes.seconds == pytest.approx(60)


@pytest.mark.parametrize("spoken", [Spoken(seconds=0), Spoken(seconds=3)])
def test_a_few_words_have_no_pace(spoken: Spoken) -> None:
    assert delivery(Turn(number=1, question="?", text="I fixed it."), spoken).pace is None


def test_the_words_i_and_we_are_counted() -> None:
    notes = delivery(TOLD, None)
    assert (notes.first_person, notes.team) == (4, 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Um, we had, uh, a problem, ummm.", {"um": 2, "uh": 1}),
        ("You know, it was late. It was, like, very late.", {"you know": 1, "like": 1}),
        ("I mean, it was basically kind of broken.", {"I mean": 1, "basically": 1, "kind of": 1}),
        ("The maximum album size, for users like me, whom you know well.", {}),
        ("That is what I mean by a sort of queue.", {"sort of": 1}),
        ("We serve Uhland and Erm street.", {"um": 1}),
        ("", {}),
    ],
)
def test_fillers_are_told_from_words(text: str, found: dict[str, int]) -> None:
    assert dict(fillers(text)) == found


def test_time_goes_to_the_part_a_sentence_was_quoted_for() -> None:
    turn = Turn(number=1, question="?", text="One two three four. Five six seven eight. Nine ten. Eleven twelve.")
    review = Review(
        findings=(
            Finding(criterion="first_person", rating="yes", quotes=(Quote(turn=1, text="Five six seven"),)),
            Finding(criterion="metric", rating="partly", quotes=(Quote(turn=1, text="Eleven twelve"),)),
        )
    )
    spent = {
        t.part: t.seconds for t in times(turn, 60, review, dict(BASE_CRITERIA), {"situation": 30, "action": 90, "result": 20})
    }
    assert spent == {"situation": 20, "action": 30, "result": 10}


def test_without_evidence_no_time_is_made_up(brief: Brief) -> None:
    assert times(TOLD, 60, Review(), dict(BASE_CRITERIA), targets(brief)) == []


@given(some.text(max_size=300), some.floats(0, 600))
def test_the_parts_times_add_up_to_the_whole(text: str, seconds: float) -> None:
    turn = Turn(number=1, question="?", text=f"I read the log. {text}")
    review = Review(findings=(Finding(criterion="depth", rating="yes", quotes=(Quote(turn=1, text="I read the log"),)),))
    shares = times(
        turn, seconds, review, dict(BASE_CRITERIA), dict.fromkeys(("situation", "task", "action", "result", "reflection"), 30)
    )
    assert sum(t.seconds for t in shares) == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("heard", "sent", "same"),
    [
        ("I moved the basket to disk", "I moved the basket to disk.", True),
        ("I moved the casket to disc", "I moved the basket to disk, and it held.", True),
        ("I moved the basket to disk", "I'd like to skip this question.", False),
        ("um", "I moved the basket to disk and crashes fell from 290 to 12.", False),
        ("", "", False),
    ],
)
def test_a_corrected_transcript_is_still_what_was_spoken(heard: str, sent: str, same: bool) -> None:
    assert same_speech(heard, sent) is same


@pytest.mark.parametrize(
    ("spans", "pause"),
    [([], None), ([(0, 1)], None), ([(0, 1), (1, 2)], 0), ([(0, 1), (3.5, 4), (4.2, 5)], 2.5), ([(0, 2), (1, 3)], 0)],
)
def test_the_longest_pause_lies_between_two_words(spans: list[tuple[float, float]], pause: float | None) -> None:
    assert longest_pause(spans) == pause


@pytest.mark.parametrize("spoken", [Spoken(seconds=1), Spoken(seconds=3000, longest_pause=60)])
def test_the_assessment_does_not_depend_on_how_an_answer_was_told(library: Library, brief: Brief, spoken: Spoken) -> None:
    asked = Asked(text="?", question="?", plainer="?")
    begun = Interview.new(Setup(principle="ownership", scenario=None, level="sde2", engine="local")).after(asked)
    typed, dictated = (begun.after(Said(text=STORY, kind="answer", spoken=how)) for how in (None, spoken))
    engine = LocalEngine(library)
    assert assess(engine, brief, typed.transcript) == assess(engine, brief, dictated.transcript)
