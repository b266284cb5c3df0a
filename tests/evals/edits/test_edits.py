"""The edits, each on an answer in which what it changes is known."""

import pytest

from evals.edits import added, style, taken, voice
from evals.edits.figures import in_words
from evals.edits.relations import RELATIONS, Edit
from evals.edits.verbs import base_form, is_past
from interviewer.recorded import Record


@pytest.mark.parametrize(
    ("edit", "gone", "kept"),
    [
        (taken.drop_number, "from 11 days to 4", "I asked the depot"),
        (taken.drop_result, "The wait fell", "Next time I would"),
        (taken.drop_reflection, "Next time", "from 11 days to 4"),
        (taken.platitude, "ask the driver", "I learned that communication"),
        (taken.assigned, "took them on", "My manager gave me the task"),
        (taken.handed_off, "I listed", "they took it from there"),
        (taken.inflated, "from 11 days", "from 1,100 days to 400"),
        (voice.i_to_we, "I asked", "so we took them on"),
        (voice.hypothetical, "I listed", "I would list every open one and find"),
        (style.unpunctuated, ".", "the wait fell from 11 days to 4"),
        (style.spelt_out, "11 days", "from eleven days to four"),
    ],
)
def test_what_is_meant_to_go_goes_and_the_rest_stays(told_well: Record, edit: Edit, gone: str, kept: str) -> None:
    text = edit(told_well)
    assert text
    assert kept in text
    assert gone not in text


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: relation.name)
def test_an_edit_changes_the_answer_or_says_that_it_cannot(told_well: Record, relation: object) -> None:
    edit: Edit = relation.edit  # type: ignore[attr-defined]
    assert edit(told_well) != told_well.answer
    bare = told_well.model_copy(update={"answer": "It went well", "labels": None})
    assert edit(bare) != bare.answer


@pytest.mark.parametrize("edit", [taken.drop_number, taken.drop_result, taken.drop_reflection, taken.assigned, taken.inflated])
def test_nothing_is_taken_out_where_nobody_said_where_it_is(told_well: Record, edit: Edit) -> None:
    assert edit(told_well.model_copy(update={"labels": None})) is None


def test_the_result_comes_first(told_well: Record) -> None:
    text = style.result_first(told_well)
    assert text
    assert text.index("The wait fell") < text.index("Readers waited")


def test_labels_are_put_on_in_order_and_taken_off_again(told_well: Record) -> None:
    text = style.labelled(told_well)
    assert text
    assert [line.split(":")[0] for line in text.split("\n")] == ["Situation", "Action", "Result", "Reflection"]
    assert style.unlabelled(told_well.model_copy(update={"answer": text})) == told_well.answer


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (
            "I was late. I'm sure I also was first; my plan. It helped me. I went.",
            "We were late. We're sure we also",
        ),
        (
            "I checked it myself and I never was sure. My wife laughed. I did.",
            "We checked it ourselves and we never were sure. My",
        ),
        ("I'm a nurse, I think. I saw it, I called, I went.", "I'm a nurse, I think. We saw it, we called, we went."),
    ],
)
def test_i_becomes_we_as_people_say_it(told_well: Record, said: str, meant: str) -> None:
    assert (voice.i_to_we(told_well.model_copy(update={"answer": said})) or "").startswith(meant)


def test_we_becomes_i_only_where_a_team_hides_somebody(told_well: Record) -> None:
    answer = "We were worried, so we all sat down. Our list was long and we decided it as a team."
    record = told_well.model_copy(update={"answer": answer})
    assert voice.we_to_i(record) is None
    assert record.labels
    hiding = record.model_copy(update={"labels": record.labels.model_copy(update={"flags": {"we_voice": True}})})
    assert voice.we_to_i(hiding) == "I was worried, so I sat down. My list was long and I decided it."


def test_a_sentence_that_stays_half_in_the_past_is_left_out(told_well: Record) -> None:
    answer = "I asked them, they laughed and went home. I wrote to the depot. I drove out and looked at the van. We moved it."
    text = voice.hypothetical(told_well.model_copy(update={"answer": answer}))
    assert text
    assert text.endswith("I would write to the depot. I would drive out and look at the van. We would move it.")
    assert "laughed" not in text


@pytest.mark.parametrize(
    ("did", "would"),
    [
        ("I noticed it and wrote it down.", "I would notice it and write it down."),
        ("I asked them, they laughed and went home.", "I would ask them, they laughed and went home."),
        ("When I came, it was late.", "When I came, it was late."),
        ("We didn't give up.", "We would not give up."),
        ("It fell by half.", "It fell by half."),
    ],
)
def test_only_ones_own_deeds_become_conditional(did: str, would: str) -> None:
    assert voice.conditional(did) == would


@pytest.mark.parametrize(
    ("past", "verb"),
    [
        ("noticed", "notice"), ("planned", "plan"), ("asked", "ask"), ("tried", "try"), ("found", "find"), ("called", "call"),
        ("explained", "explain"), ("compared", "compare"), ("decided", "decide"), ("pushed", "push"), ("passed", "pass"),
        ("agreed", "agree"), ("liked", "like"), ("named", "name"),
    ],
)  # fmt: skip
def test_verbs_are_led_back(past: str, verb: str) -> None:
    assert is_past(past)
    assert base_form(past) == verb


def test_what_only_ends_like_a_past_is_none() -> None:
    assert not any(map(is_past, ("need", "speed", "hundred", "red", "list")))


@pytest.mark.parametrize(
    ("number", "spoken"),
    [
        (0, "zero"),
        (15, "fifteen"),
        (42, "forty-two"),
        (340, "three hundred and forty"),
        (1150, "one thousand one hundred and fifty"),
    ],
)
def test_figures_are_said_as_people_say_them(number: int, spoken: str) -> None:
    assert in_words(number) == spoken


def test_years_are_not_inflated(told_well: Record) -> None:
    answer = told_well.answer.replace("from 11 days to 4", "from 11 days to 4 in 2019")
    assert "2019" in (taken.inflated(told_well.model_copy(update={"answer": answer})) or "")


def test_blame_is_added_only_where_there_was_none(told_well: Record) -> None:
    assert added.blame(told_well)
    assert told_well.labels
    blaming = told_well.model_copy(update={"labels": told_well.labels.model_copy(update={"flags": {"blame": True}})})
    assert added.blame(blaming) is None


def test_a_question_tag_keeps_its_contraction(told_well: Record) -> None:
    answer = "You know it, don't you? I didn't, and they weren't there."
    assert (
        style.uncontracted(told_well.model_copy(update={"answer": answer}))
        == "You know it, don't you? I did not, and they were not there."
    )
