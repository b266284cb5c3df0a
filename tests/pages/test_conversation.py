from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from interviewer.interview import Replied, Said
from interviewer.store import Store
from tests.models.stub import Step, Stub, delta, events, failure
from tests.pages.conftest import Opening
from tests.pages.driving import STORY, answer, captions, drawn, end, headings, interview_of, messages, press
from tests.pages.modelling import asking


def test_an_answer_is_followed_by_a_probe(started: AppTest, store: Store) -> None:
    page = answer(started, STORY)
    interview = store.load(interview_of(page))
    assert messages(page) == [interview.main_questions[0], STORY, interview.question.text]
    assert interview.probes_asked == 1
    assert not page.exception


def test_the_header_counts_the_follow_ups(started: AppTest) -> None:
    assert "main question" in captions(started)
    assert "follow-up 1 of at most 4" in captions(answer(started, STORY))


def test_a_realistic_interview_keeps_its_reasons_to_itself(started: AppTest, store: Store) -> None:
    page = answer(started, STORY)
    assert store.load(interview_of(page)).setup.style == "realistic"
    assert "Asked because of" not in captions(page)
    assert not page.expander
    assert not page.get("badge")


def test_a_coached_interview_gives_the_reason_and_a_hint_for_the_question_that_stands(open_page: Opening, store: Store) -> None:
    page = open_page()
    page.radio(key="style").set_value("coached").run()
    page = press(page, "start")
    assert [e.label for e in page.expander] == ["Hint"]
    assert "Asked because of" not in captions(page)
    page = answer(page, STORY)
    assert captions(page).count("Asked because of") == 1
    assert [e.label for e in page.expander] == ["Hint"]
    assert store.load(interview_of(page)).setup.style == "coached"
    assert not page.exception


def test_having_no_example_leads_to_another_main_question(started: AppTest, store: Store) -> None:
    page = press(started, "pass")
    interview = store.load(interview_of(page))
    assert len(interview.main_questions) == 2
    assert [turn.kind for turn in interview.transcript.turns] == ["skip"]


def test_skipping_a_follow_up_leads_to_another_one(started: AppTest, store: Store) -> None:
    page = press(answer(started, STORY), "pass")
    interview = store.load(interview_of(page))
    assert interview.probes_asked == 2
    assert interview.transcript.turns[-1].kind == "skip"
    assert not page.exception


def test_an_answer_taken_back_is_in_the_box_again(started: AppTest, store: Store) -> None:
    page = press(answer(started, STORY), "take_back")
    interview = store.load(interview_of(page))
    assert messages(page) == [interview.main_questions[0]]
    assert page.chat_input(key="answer").proto.value == STORY
    assert "no longer counts" in page.info[0].value
    assert [e.text for e in interview.events if isinstance(e, Said)] == [STORY]
    page = answer(page, f"{STORY} I checked a month later.")
    assert store.load(interview_of(page)).transcript.turns[0].text.endswith("later.")


def test_before_the_first_answer_there_is_nothing_to_take_back(started: AppTest) -> None:
    assert started.button(key="take_back").disabled


@pytest.mark.usefixtures("unreachable")
def test_after_a_failure_the_answer_can_be_changed(open_page: Opening) -> None:
    page = press(answer(press(open_page(), "start"), STORY), "take_back")
    assert not page.warning
    assert not page.chat_input(key="answer").disabled
    assert page.chat_input(key="answer").proto.value == STORY


def test_a_window_that_is_behind_takes_nothing_back(started: AppTest, open_page: Opening, store: Store) -> None:
    page = answer(started, STORY)
    behind = open_page(interview_of(page))
    answer(page, "About forty percent fewer.")
    turns = store.load(interview_of(page)).transcript.turns
    behind = press(behind, "take_back")
    assert store.load(interview_of(page)).transcript.turns[: len(turns) - 1] == turns[:-1]
    assert not behind.exception


def test_the_clock_can_be_put_away(started: AppTest) -> None:
    assert "Situation" in drawn(started)
    started.toggle(key="show_clock").set_value(False).run()
    assert "Situation" not in drawn(started)


def test_the_address_brings_back_the_whole_conversation(started: AppTest, open_page: Opening) -> None:
    page = answer(started, STORY)
    assert messages(open_page(interview_of(page))) == messages(page)


def test_a_reply_that_is_still_owed_comes_when_the_address_is_opened(started: AppTest, open_page: Opening, store: Store) -> None:
    interview = store.load(interview_of(started))
    store.append(interview, Said(text=STORY, kind="answer"))
    page = open_page(interview.id)
    assert len(messages(page)) == 3
    assert len(messages(open_page(interview.id))) == 3
    assert store.load(interview.id).probes_asked == 1


def test_the_candidate_can_end_before_saying_anything(started: AppTest) -> None:
    page = end(started)
    assert "No Hire" in headings(page)
    assert not page.exception


def test_the_interview_ends_by_itself_at_the_limit(open_page: Opening) -> None:
    page = open_page()
    page.number_input(key="limit").set_value(1).run()
    page = answer(press(page, "start"), STORY)
    page = press(answer(page, "About forty percent less than before."), "no_rating")
    assert "Point by point" in headings(page)
    assert not page.chat_input


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("yes", id="one word"),
        pytest.param("🙂🙂🙂", id="emoji"),
        pytest.param("\x00\x1b[31m\x07\ufffd", id="binary"),
        pytest.param("Ich habe den Fehler gefunden und mit dem Team behoben, weil er Kunden betraf.", id="German"),
        pytest.param("x" * 30_000, id="one long word"),
        pytest.param("word " * 20_000, id="20,000 words"),
        pytest.param("<script>alert(1)</script>", id="markup"),
        pytest.param("'; drop table events; --", id="SQL"),
    ],
)
def test_a_strange_answer_gets_a_reaction(started: AppTest, store: Store, text: str) -> None:
    page = answer(started, text)
    assert not page.exception
    assert not page.error
    assert len(messages(page)) == 3
    assert not store.load(interview_of(page)).awaits_reply


def test_asking_to_hear_the_question_again_uses_up_no_follow_up(started: AppTest, store: Store) -> None:
    page = answer(started, "Could you repeat the question, please?")
    interview = store.load(interview_of(page))
    assert isinstance(interview.events[-1], Replied)
    assert interview.question.question in messages(page)[-1]
    assert interview.probes_asked == 0


def test_words_from_a_window_that_is_behind_come_back_into_its_box(started: AppTest, open_page: Opening, store: Store) -> None:
    behind = open_page(interview_of(started))
    answer(started, STORY)
    behind = answer(behind, "An answer to a question that no longer stands.")
    assert "moved on in another window" in behind.info[0].value
    assert behind.chat_input(key="answer").proto.value == "An answer to a question that no longer stands."
    assert messages(behind) == messages(started)
    assert len(store.load(interview_of(started)).transcript.turns) == 1


def test_words_sent_while_the_database_is_gone_come_back_with_it(started: AppTest, database: Path) -> None:
    kept = database.read_bytes()
    database.write_bytes(b"not a database" * 100)
    page = answer(started, STORY)
    assert "is damaged" in page.error[0].value
    assert not page.exception
    database.write_bytes(kept)
    page = page.button[0].click().run()
    assert not page.error
    assert page.chat_input(key="answer").proto.value == STORY


def test_two_candidates_see_nothing_of_each_other(open_page: Opening) -> None:
    one = answer(press(open_page(), "start"), "The turquoise elephant broke our build and I fixed it.")
    other = answer(press(open_page(), "start"), "I wrote a checklist for the night shift.")
    assert "elephant" in "".join(messages(one))
    assert "elephant" not in str(other)


@pytest.mark.usefixtures("unreachable")
def test_when_the_model_fails_the_answer_is_kept_and_the_reason_said(open_page: Opening, store: Store) -> None:
    page = answer(press(open_page(), "start"), STORY)
    assert "could not be reached" in page.warning[0].value
    assert messages(page)[1] == STORY
    assert page.chat_input(key="answer").disabled
    assert store.load(interview_of(page)).awaits_reply
    assert not page.exception


@pytest.mark.usefixtures("unreachable")
def test_after_a_failure_the_interview_goes_on_offline(open_page: Opening, store: Store) -> None:
    page = press(answer(press(open_page(), "start"), STORY), "offline")
    interview = store.load(interview_of(page))
    assert interview.engine == "local"
    assert interview.probes_asked == 1
    assert [turn.text for turn in interview.transcript.turns] == [STORY]
    assert not page.warning
    assert not page.chat_input(key="answer").disabled


@pytest.mark.usefixtures("unreachable")
def test_trying_again_does_not_say_the_answer_twice(open_page: Opening, store: Store) -> None:
    page = press(answer(press(open_page(), "start"), STORY), "try_again")
    assert len(page.warning) == 1
    assert messages(page).count(STORY) == 1
    assert len(store.load(interview_of(page)).transcript.turns) == 1


@pytest.mark.usefixtures("unreachable")
def test_after_a_failure_the_candidate_can_still_leave(open_page: Opening) -> None:
    page = end(answer(press(open_page(), "start"), STORY))
    assert "could not be reached" in page.warning[0].value
    page = press(page, "offline")
    assert "Point by point" in headings(page)


def test_a_model_asks_in_its_own_words(open_page: Opening, stub: Stub) -> None:
    stub.default = asking("What did you measure before you touched it?")
    page = answer(press(open_page(), "start"), STORY)
    assert messages(page)[-1] == "What did you measure before you touched it?"
    assert "Model (" in captions(page)


def test_a_follow_up_that_broke_off_is_asked_once_and_whole(open_page: Opening, stub: Stub, store: Store) -> None:
    stub.default = asking(events(delta("What did "), delta("you "), Step.CUT))
    page = answer(press(open_page(), "start"), STORY)
    assert len(page.warning) == 1
    assert len(messages(page)) == 2
    stub.default = asking("What did you measure?")
    page = press(page, "try_again")
    assert messages(page)[1:] == [STORY, "What did you measure?"]
    assert store.load(interview_of(page)).probes_asked == 1


def test_what_was_understood_before_a_failure_is_not_asked_of_the_model_again(open_page: Opening, stub: Stub) -> None:
    stub.default = asking(failure(401, "invalid_api_key"))
    page = answer(press(open_page(), "start"), STORY)
    assert "did not accept the key" in page.warning[0].value
    reviews = sum(not seen.streamed for seen in stub.requests)
    stub.default = asking("What did you measure?")
    press(page, "try_again")
    assert sum(not seen.streamed for seen in stub.requests) == reviews


def test_when_assessing_fails_it_can_be_tried_again(open_page: Opening, stub: Stub) -> None:
    stub.default = asking("What did you measure?")
    page = answer(press(open_page(), "start"), STORY)
    stub.default = failure(401, "invalid_api_key")
    page = end(page)
    assert "did not accept the key" in page.warning[0].value
    assert STORY in messages(page)
    stub.default = asking("", said="Only the fix is told.")
    page = press(page, "try_again")
    assert "Point by point" in headings(page)
    assert "Only the fix is told." in [text.value for text in page.text]


def test_what_a_model_writes_is_drawn_as_text(open_page: Opening, stub: Stub) -> None:
    hostile = "look at ![this](x.png) :red[now], **then** tell me what you measured?"
    stub.default = asking(hostile, said=hostile)
    page = answer(press(open_page(), "start"), STORY)
    assert not [m for m in page.markdown if "x.png" in m.value]
    page = end(page)
    assert "Point by point" in headings(page)
    assert [text.value for text in page.text].count(hostile) > 3
    parsed = [*page.markdown, *page.caption, *page.title, *page.header, *page.subheader]
    assert not [element for element in parsed if "x.png" in element.value]
