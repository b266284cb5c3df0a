import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
from streamlit.testing.v1 import AppTest

from interviewer.assessment import Assessment
from interviewer.library import Library
from interviewer.pages.addresses import drilling
from interviewer.rubric import VERDICT_NAMES
from interviewer.store import Store
from tests.pages.conftest import Opening
from tests.pages.driving import STORY, answer, captions, headings, interview_of, links, messages, press


@pytest.fixture
def finished(started: AppTest) -> AppTest:
    """An interview ended by the candidate after one follow-up."""
    page = answer(started, STORY)
    page = answer(page, "I didn't look into that.")
    return press(page, "end")


@pytest.fixture
def made(finished: AppTest, store: Store) -> Assessment:
    assessment = store.load(interview_of(finished)).assessment
    assert assessment
    return assessment


def test_the_verdict_comes_first_with_its_reason(finished: AppTest, made: Assessment) -> None:
    assert headings(finished)[0] == VERDICT_NAMES[made.verdict]
    assert made.reason in [text.value for text in finished.text]


def test_every_quote_is_shown_as_it_was_said(finished: AppTest, made: Assessment) -> None:
    shown = [text.value for text in finished.text]
    quotes = [quote.text for finding in made.findings for quote in finding.quotes]
    assert quotes
    assert all(f"“{quote}”" in shown for quote in quotes)


def test_what_to_do_next_time_is_in_the_order_of_worth(finished: AppTest, made: Assessment) -> None:
    texts = [text.value for text in finished.text]
    places = [texts.index(advice.text) for advice in made.feedback.improvements]
    assert places
    assert places == sorted(places)


def test_not_said_is_kept_apart_from_never_asked(finished: AppTest, made: Assessment) -> None:
    assert {"Asked, and not said", "Never asked"} <= set(headings(finished))
    assert made.never_asked
    assert not set(made.never_asked) & set(made.not_said)


def test_the_scenario_s_two_tellings_are_at_hand(finished: AppTest) -> None:
    assert [part.label for part in finished.expander][:2] == ["Told well", "Told badly"]


def test_what_it_was_made_with_is_named(finished: AppTest, made: Assessment) -> None:
    assert made.provenance.principle.hash in captions(finished)
    assert "the offline engine" in captions(finished)


def test_opening_the_address_again_makes_no_second_assessment(finished: AppTest, open_page: Opening, store: Store) -> None:
    before = store.load(interview_of(finished))
    assert headings(open_page(before.id)) == headings(finished)
    assert store.load(before.id) == before


def test_the_whole_interview_can_be_read_again(finished: AppTest) -> None:
    assert STORY in messages(finished)
    assert "turn 2" in captions(finished)


def test_a_new_interview_starts_from_the_form(finished: AppTest) -> None:
    page = press(finished, "new")
    assert headings(page) == ["Mock interview"]
    assert not page.query_params


def test_every_point_for_next_time_leads_to_where_it_is_taught_and_drilled(
    finished: AppTest, made: Assessment, library: Library
) -> None:
    shown = links(finished)
    assert made.feedback.improvements
    for advice in made.feedback.improvements:
        assert ("Learn", "learn", f"scenario=orphaned_night_job&section={advice.about}") in shown
        if drill := drilling(library, "ownership", advice.about):
            assert ("Practise", "practise", urlencode(drill.query)) in shown


def test_links_to_practise_are_there(finished: AppTest) -> None:
    assert "Practise" in [link.label for link in links(finished)]


def test_without_a_scenario_the_links_lead_into_general_terms(
    open_page: Opening, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = "dive_deep"
    for file in (content / "scenarios").glob("*.yaml"):
        if f"\nprinciple: {pack}\n" in file.read_text():
            file.unlink()
    file = content / "prompts" / "principles" / f"{pack}.md"
    file.write_text(re.sub("default_scenario: .*\n", "", file.read_text()))
    monkeypatch.setenv("INTERVIEWER_PROMPTS", str(content / "prompts"))
    monkeypatch.setenv("INTERVIEWER_SCENARIOS", str(content / "scenarios"))
    page = open_page()
    page.selectbox(key="principle").select(pack).run()
    page = press(answer(press(page, "start"), STORY), "end")
    lessons = [link.query for link in links(page) if link.label == "Learn"]
    assert lessons
    assert all(query.startswith(f"principle={pack}&section=") for query in lessons)
