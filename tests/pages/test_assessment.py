import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
from streamlit.testing.v1 import AppTest

from interviewer.assessment import Assessment
from interviewer.interview import Interview, SelfRated
from interviewer.library import Library
from interviewer.pages.addresses import drilling
from interviewer.pages.feedback import FOR_EXAMPLE
from interviewer.rubric import VERDICT_NAMES
from interviewer.store import Store
from tests.models.stub import Stub, failure
from tests.pages.conftest import Opening
from tests.pages.driving import STORY, answer, captions, end, headings, interview_of, links, press
from tests.pages.modelling import asking, finding
from tests.pages.reading import read


@pytest.fixture
def finished(started: AppTest) -> AppTest:
    """An interview ended by the candidate after one follow-up."""
    page = answer(started, STORY)
    page = answer(page, "I didn't look into that.")
    return end(page)


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
    places = [texts.index(advice.text.partition(FOR_EXAMPLE)[0].strip()) for advice in made.feedback.improvements]
    assert places
    assert places == sorted(places)


def test_not_said_is_kept_apart_from_never_asked(finished: AppTest, made: Assessment) -> None:
    assert {"Asked, and not said", "Never asked"} <= set(headings(finished))
    assert made.never_asked
    assert not set(made.never_asked) & set(made.not_said)


def test_the_scenario_s_two_tellings_are_at_hand(finished: AppTest) -> None:
    assert {"Told well", "Told badly"} <= {part.label for part in finished.expander}


def test_what_it_was_made_with_is_named(finished: AppTest, made: Assessment) -> None:
    assert made.provenance.principle.hash in captions(finished)
    assert "the offline engine" in captions(finished)


def test_opening_the_address_again_makes_no_second_assessment(finished: AppTest, open_page: Opening, store: Store) -> None:
    before = store.load(interview_of(finished))
    assert headings(open_page(before.id)) == headings(finished)
    assert store.load(before.id) == before


def test_the_whole_interview_can_be_read_again(finished: AppTest) -> None:
    told = [read(html.proto.body).text for html in finished.get("html") if "pre-wrap" in html.proto.body]
    assert any(said.startswith(STORY[:40]) for said in told)
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


def test_every_weak_point_and_red_flag_leads_there_too(finished: AppTest, made: Assessment, library: Library) -> None:
    brief = library.brief("ownership", made.level)
    weak = {c for c, weight in brief.weights.items() if weight and made.rating(c) != "yes"} | {
        raised.flag for raised in made.flags
    }
    lessons = {link.query.rpartition("=")[2] for link in links(finished) if link.path == "learn"}
    drills = {link.query.rpartition("=")[2] for link in links(finished) if link.path == "practise"}
    assert len(weak) > len(made.feedback.improvements)
    assert lessons == weak
    assert drills == {about for about in weak if drilling(library, "ownership", about)}


def test_links_to_practise_are_there(finished: AppTest) -> None:
    assert "Practise" in [link.label for link in links(finished)]


def test_without_a_scenario_the_links_lead_into_general_terms(
    open_page: Opening, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = "dive_deep"
    loops = content / "prompts" / "loops.yaml"
    for file in (content / "scenarios").glob("*.yaml"):
        if f"\nprinciple: {pack}\n" in file.read_text():
            file.unlink()
            loops.write_text(re.sub(rf" +scenario: {file.stem}\n", "", loops.read_text()))
    file = content / "prompts" / "principles" / f"{pack}.md"
    file.write_text(re.sub("default_scenario: .*\n", "", file.read_text()))
    monkeypatch.setenv("INTERVIEWER_PROMPTS", str(content / "prompts"))
    monkeypatch.setenv("INTERVIEWER_SCENARIOS", str(content / "scenarios"))
    page = open_page()
    page.selectbox(key="principle").select(pack).run()
    page = end(answer(press(page, "start"), STORY))
    lessons = [link.query for link in links(page) if link.label == "Learn"]
    assert lessons
    assert all(query.startswith(f"principle={pack}&section=") for query in lessons)


def test_the_points_that_decide_it_come_before_everything_else(finished: AppTest, made: Assessment) -> None:
    assert headings(finished)[1] == "What decides it"
    assert any(heading.startswith("What would have made it") for heading in headings(finished))


def test_without_a_follow_up_answered_the_header_says_so(started: AppTest) -> None:
    assert "main question only" in captions(end(answer(started, STORY)))


def test_before_the_verdict_shows_one_is_asked_for_one_s_own(started: AppTest, store: Store) -> None:
    page = press(answer(started, STORY), "end")
    assert headings(page)[-1] == "Before you see the verdict"
    assert store.load(interview_of(page)).assessment is None
    page.radio(key="own_verdict").set_value("strong_hire")
    page.checkbox(key="own_strong action").check()
    page = press(page.run(), "rate")
    kept = store.load(interview_of(page)).self_rated
    assert kept
    assert (kept.verdict, kept.strong, kept.weak) == ("strong_hire", ("action",), ())
    assert "What you thought" in headings(page)
    assert "You gave yourself Strong Hire." in notes(page)


def test_who_passes_reads_nothing_about_their_own_view(finished: AppTest, store: Store) -> None:
    assert store.load(interview_of(finished)).self_rated == SelfRated()
    assert "What you thought" not in headings(finished)


def test_where_nothing_was_answered_there_is_nothing_to_rate(started: AppTest) -> None:
    assert "Point by point" in headings(press(started, "end"))


def test_an_assessment_made_before_there_were_self_ratings_opens_as_it_is(
    finished: AppTest, open_page: Opening, store: Store
) -> None:
    old = store.load(interview_of(finished))
    older = Interview.new(old.setup).after(*(e for e in old.events if not isinstance(e, SelfRated)))
    store.create(older)
    assert "Point by point" in headings(open_page(older.id))


def test_the_same_question_can_be_answered_again_and_is_compared(finished: AppTest, store: Store) -> None:
    before = interview_of(finished)
    page = press(finished, "again")
    assert interview_of(page) != before
    page = end(answer(page, f"{STORY} Support could close 40 tickets a week, and I would ask for the mailbox on my first day."))
    assert "Before and after" in headings(page)
    assert store.load(interview_of(page)).setup.again == before
    assert "Every rating, before and after" in [e.label for e in page.expander]


def test_when_the_former_interview_is_gone_the_assessment_still_opens(
    finished: AppTest, open_page: Opening, store: Store
) -> None:
    old = store.load(interview_of(finished))
    orphan = Interview.new(old.setup.model_copy(update={"again": "0" * 32})).after(*old.events)
    store.create(orphan)
    page = open_page(orphan.id)
    assert "no longer there to compare" in captions(page)
    assert not page.exception


def test_a_finding_is_disputed_with_the_answers_that_speak_for_it(finished: AppTest, made: Assessment, store: Store) -> None:
    page = press(finished, "dispute")
    assert "Choose at least one" in page.info[0].value
    page.multiselect(key="dispute_turns").select(1)
    page.text_input(key="dispute_words").set_value("I raised it by 900 percent")
    page = press(page, "dispute")
    assert "not in the answers" in page.info[0].value
    page.text_input(key="dispute_words").set_value("")
    page = press(page, "dispute")
    interview = store.load(interview_of(page))
    assert [(d.turns, d.changed) for d in interview.disputes] == [((1,), False)]
    assert interview.assessment == made
    assert "Judged again on turn 1" in notes(page)


def test_a_dispute_won_is_shown_with_its_words_and_in_the_provenance(open_page: Opening, stub: Stub) -> None:
    stub.default = asking("What did you measure?")
    page = end(answer(press(open_page(), "start"), STORY))
    stub.default = finding("metric", "Crashes fell from 290 a month to 12", "There is little to judge.")
    page.selectbox(key="dispute_about").select("metric")
    page.multiselect(key="dispute_turns").select(1)
    page = press(page, "dispute")
    assert not page.exception
    assert "not met became met" in notes(page)
    assert "Crashes fell from 290 a month to 12" in notes(page)
    assert "Changed after you disputed it" in captions(page)


@pytest.mark.usefixtures("stub")
def test_when_the_model_fails_a_dispute_says_so_and_changes_nothing(open_page: Opening, stub: Stub, store: Store) -> None:
    stub.default = asking("What did you measure?")
    page = end(answer(press(open_page(), "start"), STORY))
    before = store.load(interview_of(page))
    stub.default = failure(401, "invalid_api_key")
    page.multiselect(key="dispute_turns").select(1)
    page = press(page, "dispute")
    assert "Nothing was changed" in page.warning[0].value
    assert store.load(before.id) == before


def test_the_same_answers_are_looked_at_for_another_principle_and_level(finished: AppTest, store: Store) -> None:
    before = store.load(interview_of(finished))
    finished.selectbox(key="if_principle").select("dive_deep")
    page = finished.radio(key="if_level").set_value("senior").run()
    assert any("What if: Dive Deep, Senior" in m.value for m in page.markdown)
    assert store.load(before.id) == before


def test_what_a_model_took_is_told_at_the_end_and_kept(open_page: Opening, stub: Stub) -> None:
    stub.default = asking("What did you measure?")
    page = end(answer(press(open_page(), "start"), STORY))
    assert re.search(r"This interview took \d+ model calls\\?: [\d,]+ tokens in, [\d,]+ out, estimated", captions(page))


def test_an_interview_held_offline_tells_of_no_calls(finished: AppTest) -> None:
    assert "This interview took" not in captions(finished)


def test_a_model_is_asked_about_another_principle_only_on_request(open_page: Opening, stub: Stub) -> None:
    stub.default = asking("What did you measure?")
    page = end(answer(press(open_page(), "start"), STORY))
    asked = len(stub.requests)
    page.selectbox(key="if_principle").select("dive_deep").run()
    assert len(stub.requests) == asked
    page = press(page, "suppose")
    assert len(stub.requests) > asked
    assert any("What if: Dive Deep" in m.value for m in page.markdown)


def test_the_skeleton_holds_their_own_words_and_blanks(finished: AppTest) -> None:
    told = finished.code[0].value
    assert "“Crashes fell from 290 a month to 12.”" in told
    assert "[what did you decide against, and why?]" in told


def test_marks_can_be_narrowed_to_one_thing(finished: AppTest) -> None:
    before = marks(finished)
    page = finished.selectbox(key="marked").select("metric").run()
    assert 0 < marks(page) < before


def notes(page: AppTest) -> str:
    return "\n".join(read(html.proto.body).text for html in page.get("html"))


def marks(page: AppTest) -> int:
    return sum(read(html.proto.body).tags.count("mark") for html in page.get("html") if "pre-wrap" in html.proto.body)
