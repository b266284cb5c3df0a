"""Replies through a batch endpoint."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from evals.batching import Batches, run
from evals.candidates import Candidate
from evals.trial import Conducted, Judged, Recorded, Result, Simulated, Trial, Unscored
from interviewer.library import Library
from interviewer.models.errors import WrongKey
from interviewer.models.faults import Service
from tests.evals.batch_stub import EXPIRED, BatchStub, Outcome, good, saying, turned_down
from tests.evals.conftest import STRONG, WEAK, Making


@pytest.fixture
def stub() -> Iterator[BatchStub]:
    with BatchStub() as running:
        yield running


@pytest.fixture
def trials(record: Making) -> list[Trial]:
    told = {"one": STRONG, "two": WEAK, "three": f"{WEAK} That was two years ago."}
    return [
        Trial(id=f"agreement/{id}", suite="agreement", story=id, task=Recorded(record=record(id, answer)))
        for id, answer in told.items()
    ]


def batches(stub: BatchStub, folder: Path, model: str = "small") -> Batches:
    return Batches(Service(model, stub.base_url), "sk-test", True, folder / "batches", 0, lambda _: None)


def through(stub: BatchStub, trials: list[Trial], library: Library, folder: Path) -> dict[str, Result]:
    """What comes of the trials, by id."""
    return {r.trial.id: r for r in run(trials, library, "small", batches(stub, folder), folder / "replies")}


def test_every_step_of_all_trials_goes_as_one_batch(
    stub: BatchStub, trials: list[Trial], library: Library, tmp_path: Path
) -> None:
    found = through(stub, trials, library, tmp_path)
    assert [type(r.outcome) for r in found.values()] == [Judged] * 3
    assert [len(batch) for batch in stub.batches] == [3, 3], "first the reviews, then the feedback"
    assert all(body["model"] == "small" and "stream" not in body for body in stub.bodies)


def test_what_came_back_once_is_not_asked_again(stub: BatchStub, trials: list[Trial], library: Library, tmp_path: Path) -> None:
    first = through(stub, trials, library, tmp_path)
    sent = len(stub.batches)
    again = through(stub, trials, library, tmp_path)
    assert len(stub.batches) == sent
    assert {id: r.outcome for id, r in again.items()} == {id: r.outcome for id, r in first.items()}


def test_a_batch_that_was_under_way_is_picked_up_by_the_next_process(
    stub: BatchStub, trials: list[Trial], library: Library, tmp_path: Path
) -> None:
    stub.looks = 1000
    interrupted = Batches(Service("small", stub.base_url), "sk-test", True, tmp_path / "batches", 0, _leave)
    with pytest.raises(KeyboardInterrupt):
        list(run(trials, library, "small", interrupted, tmp_path / "replies"))
    assert len(stub.batches) == 1
    stub.looks = 1
    assert len(through(stub, trials, library, tmp_path)) == 3
    assert [len(batch) for batch in stub.batches] == [3, 3]


def _leave(said: str) -> None:
    """Ends the process, as it were, when the batch is sent."""
    raise KeyboardInterrupt(said)


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        (EXPIRED, "ended before this request got its turn"),
        (None, "ended without a reply to this request: completed"),
        (turned_down(500, "Oops."), "trouble of its own"),
        (turned_down(400, "maximum context length is 4 tokens: context_length_exceeded"), "longer than this model can take"),
        (saying("{}", finish="length"), "broke off before its end"),
        (saying("not JSON"), "not in the form asked for"),
        ({"response": {"status_code": 200, "body": {}}, "error": None}, "not in the form asked for"),
    ],
)
def test_a_request_without_a_good_reply_leaves_its_trial_unscored_and_no_other(
    stub: BatchStub, trials: list[Trial], library: Library, tmp_path: Path, outcome: Outcome | None, sentence: str
) -> None:
    def unlucky(body: dict[str, Any]) -> Outcome | None:
        return outcome if "noticed that refunds" in body["messages"][-1]["content"] or len(body["messages"]) > 2 else good(body)

    stub.outcome = unlucky
    found = through(stub, trials, library, tmp_path)
    lost = found.pop("agreement/one").outcome
    assert isinstance(lost, Unscored)
    assert sentence in lost.error
    assert all(isinstance(r.outcome, Judged) for r in found.values())


@pytest.mark.parametrize("status", ["failed", "expired", "cancelled"])
def test_a_batch_that_fails_as_a_whole_leaves_everything_unscored(
    stub: BatchStub, trials: list[Trial], library: Library, tmp_path: Path, status: str
) -> None:
    stub.status, stub.outcome = status, lambda _: None
    found = through(stub, trials, library, tmp_path)
    assert {r.outcome.error for r in found.values() if isinstance(r.outcome, Unscored)} == {
        f"The batch ended without a reply to this request: {status}."
    }


def test_a_form_that_is_turned_down_is_asked_for_in_a_poorer_one(
    stub: BatchStub, trials: list[Trial], library: Library, tmp_path: Path
) -> None:
    def old_fashioned(body: dict[str, Any]) -> Outcome:
        if "temperature" in body:
            return turned_down(400, "Unsupported value: 'temperature' does not support 0 with this model.")
        return good(body)

    stub.outcome = old_fashioned
    assert all(isinstance(r.outcome, Judged) for r in through(stub, trials, library, tmp_path).values())
    assert [len(batch) for batch in stub.batches] == [3, 3, 3]
    assert all(isinstance(r.outcome, Judged) for r in through(stub, trials, library, tmp_path).values())
    assert len(stub.batches) == 3


def test_the_same_request_of_two_trials_is_sent_once(
    stub: BatchStub, trials: list[Trial], library: Library, tmp_path: Path
) -> None:
    twin = trials[0].model_copy(update={"id": "grounding/one", "suite": "grounding"})
    assert len(through(stub, [trials[0], twin], library, tmp_path)) == 2
    assert [len(batch) for batch in stub.batches] == [1, 1]


def test_an_interview_goes_turn_by_turn(stub: BatchStub, library: Library, tmp_path: Path) -> None:
    stub.outcome = lambda body: good(body) if "response_format" in body else saying("What did you do then?")
    task = Simulated(candidate=Candidate(name="short", opening=STRONG), principle="ownership")
    found = through(stub, [Trial(id="t", suite="closed_loop", story="s", task=task)], library, tmp_path)
    assert isinstance(found["t"].outcome, Conducted)
    assert {len(batch) for batch in stub.batches} == {1}
    assert len(stub.batches) > 5


def test_a_service_that_takes_no_batch_is_said_in_a_sentence(
    stub: BatchStub, trials: list[Trial], library: Library, tmp_path: Path
) -> None:
    stub.refusing = {"/files"}
    with pytest.raises(WrongKey):
        through(stub, trials, library, tmp_path)
