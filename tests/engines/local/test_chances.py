"""What was learned adds up as it should."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interviewer.engines.local.chances import (
    AGAINST,
    HINTED,
    LABELS,
    POINTED,
    WEIGHTS,
    beside,
    elsewhere,
    for_criterion,
    for_flag,
    pointed,
    rating,
    read,
    weights,
)
from interviewer.engines.local.observing import observe
from interviewer.engines.local.passages import CRITERIA
from interviewer.library import bundled, load
from interviewer.rubric import FLAGS
from interviewer.transcript import Transcript, Turn

chance = st.floats(0, 1)


def column(label: str, *held: float) -> "np.typing.NDArray[np.float32]":
    rows = np.zeros((len(held), len(LABELS)), np.float32)
    rows[:, LABELS.index(label)] = held
    return rows


@pytest.mark.parametrize("criterion", CRITERIA)
@given(held=st.lists(chance, max_size=4), more=chance)
@settings(max_examples=25)
def test_more_evidence_never_lowers_a_rating(criterion: str, held: list[float], more: float) -> None:
    before, after = (for_criterion(column(criterion, *said), criterion, 0.5) for said in (held, [*held, more]))
    assert weights().met[criterion].chance(after) >= weights().met[criterion].chance(before) - 1e-9


@pytest.mark.parametrize("flag", FLAGS)
@given(less=chance, more=chance)
@settings(max_examples=25)
def test_what_speaks_against_a_red_flag_never_makes_it_likelier(flag: str, less: float, more: float) -> None:
    low, high = sorted((less, more))
    for criterion in AGAINST[flag]:  # type: ignore[index]
        weak, strong = (for_flag(column(criterion, c), flag, 0.0) for c in (low, high))  # type: ignore[arg-type]
        assert weights().flags[flag].chance(strong) <= weights().flags[flag].chance(weak) + 1e-9  # type: ignore[index]


def test_every_criterion_and_flag_has_its_weights() -> None:
    learned = weights()
    assert set(learned.met) == set(learned.hinted) == set(CRITERIA)
    assert set(learned.flags) == set(learned.raised_from) == set(FLAGS)
    assert learned.networks.shown.shape[-1] == learned.networks.shown_bias.shape[-1] == len(LABELS)


def test_the_weights_are_plain_numbers_and_names() -> None:
    with np.load(WEIGHTS / "passages.npz", allow_pickle=False) as stored:
        assert {stored[name].dtype.kind for name in stored.files} == {"f", "U"}


@given(less=st.floats(0, 9), more=st.floats(0, 9))
def test_a_story_for_another_principle_is_rather_off_the_topic(less: float, more: float) -> None:
    near, far = (weights().flags["off_topic"].chance(for_flag(column("off_topic", 0.1), "off_topic", 0.0, e)) for e in (0, 9))
    assert near < far
    low, high = (for_flag(column("off_topic", 0.1), "off_topic", 0.0, e) for e in sorted((less, more)))
    assert weights().flags["off_topic"].chance(low) <= weights().flags["off_topic"].chance(high)


def test_only_the_topic_speaks_of_another_story() -> None:
    assert "elsewhere" not in for_flag(column("blame", 0.1), "blame", 0.0, 3.0)


def test_how_far_the_likeliest_principle_is_ahead() -> None:
    topics = np.array([[1, 0, 0], [0, 2, 0], [0, 0, -np.inf]], np.float32)
    about = np.array([0.5, 1.0], np.float32)
    assert beside(about, topics, 1) == 0.0
    assert beside(about, topics, 0) == pytest.approx(1.5)
    assert beside(about, topics, 2) == 0.0, "of the third no story was ever seen"


def test_of_a_competency_that_was_never_learned_nothing_is_known() -> None:
    assert elsewhere((), read(()).about, "ownership") == 0.0
    assert "juggling" not in weights().principles
    assert set(weights().principles) == set(load(bundled("prompts"), bundled("scenarios")).packs)


def test_a_flag_needs_words_or_its_detector_to_rest_on() -> None:
    faint, plain = (for_flag(column("blame", chance), "blame", 0.0) for chance in (POINTED / 2, 2 * POINTED))
    assert not pointed("blame", faint)
    assert pointed("blame", plain)
    assert pointed("blame", faint | {"detector": 1.0})
    assert pointed("off_topic", faint)


@pytest.mark.parametrize(
    "answer",
    [
        "We had some trouble with refunds, so the team looked into why they were late and we fixed it. It went really well.",
        "Our customers complained that refunds were late, so the team looked into it and we fixed it. Everybody was happy.",
    ],
)
def test_a_thin_answer_is_neither_blaming_nor_assigned_for_being_thin(answer: str) -> None:
    brief = load(bundled("prompts"), bundled("scenarios")).brief("customer_obsession", "sde2")
    told = Transcript(turns=(Turn(number=1, question=brief.questions[0], text=answer),))
    assert observe(brief, told).flag_ids.isdisjoint({"blame", "assigned", "handed_off"})


def test_a_faint_hint_is_nothing() -> None:
    faint, plain = (for_criterion(column("hint of metric", chance), "metric", 0.0) for chance in (HINTED - 0.02, HINTED + 0.02))
    assert rating(0.2, 0.6, faint) == "no"
    assert rating(0.2, 0.6, plain) == "partly"
