"""A model that fails, seen from the page: one true sentence, nothing lost, and a way on that works."""

import json

import pytest

from interviewer.interview import Said
from interviewer.store import Store
from tests.faults.service import QUESTION, Illness, Place, Playing, ill, sent
from tests.models.stub import Step, Stub, delta, events, failure, raw
from tests.pages.conftest import Opening
from tests.pages.driving import STORY, answer, end, headings, interview_of, messages, press

HASTE = "2"
"""Seconds for a whole turn."""


@pytest.fixture
def playing(stub: Stub) -> Playing:
    return Playing(stub)


@pytest.mark.parametrize(
    ("place", "illness", "sentence"),
    [
        pytest.param("review", ill(failure(429, "insufficient_quota")), "has no credit left. Add credit", id="quota"),
        pytest.param("review", ill(failure(429, retry_after="300")), "fewer requests. Try again in about 5 minutes", id="rate"),
        pytest.param("probe", ill(events(delta("What "), Step.STALL)), f"took longer than {HASTE} seconds", id="stall"),
        pytest.param("probe", ill(raw("<html>Log in</html>", 200, "text/html")), "could not be reached", id="captive portal"),
    ],
)
def test_the_reason_is_said_and_the_interview_goes_on_offline(
    open_page: Opening,
    playing: Playing,
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    place: Place,
    illness: Illness,
    sentence: str,
) -> None:
    monkeypatch.setenv("INTERVIEWER_TIMEOUT", HASTE)
    playing.fall_ill(place, illness, "streamed")
    page = answer(press(open_page(), "start"), STORY)
    assert not page.exception
    assert sentence in page.warning[0].value
    assert "Everything you said is saved" in page.warning[0].value
    assert [event.text for event in store.load(interview_of(page)).events if isinstance(event, Said)] == [STORY]
    asked = len(playing.asked())
    page = press(page, "offline")
    assert not page.warning
    assert messages(page)[1] == STORY
    assert len(messages(page)) == 3
    assert asked
    assert playing.asked() == []


def test_while_the_service_wants_a_rest_trying_again_asks_nothing(open_page: Opening, playing: Playing) -> None:
    playing.fall_ill("review", ill(failure(429, retry_after="300")), "whole")
    page = answer(press(open_page(), "start"), STORY)
    assert playing.asked() == ["review"]
    playing.recover()
    page = press(page, "try_again")
    assert "fewer requests" in page.warning[0].value
    assert playing.asked() == []


def test_a_stall_in_the_middle_of_a_question_can_be_tried_again(
    open_page: Opening, playing: Playing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEWER_TIMEOUT", HASTE)
    playing.fall_ill("probe", ill(events(delta("What did "), Step.STALL)), "streamed")
    page = answer(press(open_page(), "start"), STORY)
    playing.recover()
    page = press(page, "try_again")
    assert messages(page)[1:] == [STORY, QUESTION]


def test_feedback_that_cannot_be_had_is_written_offline(open_page: Opening, playing: Playing) -> None:
    playing.fall_ill("feedback", ill(raw(json.dumps({"error": {"message": "no", "code": 502}}))), "whole")
    page = end(answer(press(open_page(), "start"), STORY))
    assert "has trouble of its own (status 502)" in page.warning[0].value
    assert STORY in messages(page)
    page = press(page, "offline")
    assert "Point by point" in headings(page)
    assert not page.exception


def test_a_server_that_ignores_the_schema_conducts_a_whole_interview(open_page: Opening, playing: Playing, stub: Stub) -> None:
    playing.fall_ill(
        "review",
        lambda good, delivery, seen: sent("Quite good!" if "json_schema" in json.dumps(seen.body) else good, delivery),
        "whole",
    )
    page = answer(press(open_page(), "start"), STORY)
    assert messages(page)[1:] == [STORY, QUESTION]
    page = answer(page, "About forty percent fewer.")
    assert not page.warning
    forms = [seen.body.get("response_format", {}).get("type") for seen in stub.requests if not seen.streamed]
    assert forms == ["json_schema", "json_object", "json_object"]
