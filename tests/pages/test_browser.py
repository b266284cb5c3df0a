"""The page in a real Chromium, served by a real Streamlit: what no simulation shows."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from interviewer.database import LOCAL, Database
from interviewer.pages import links
from interviewer.pages.conversation import STILL_SPEAKING
from interviewer.rubric import VERDICT_NAMES
from interviewer.store import Store
from tests.models.stub import Step, Stub, events
from tests.pages.browsing import (
    PATIENCE,
    answer_box,
    assert_fits,
    assert_inert,
    at_rest,
    begin,
    candidate,
    end,
    idle,
    interview_of,
    interviewer,
    listening,
    open_form,
    say,
    send,
)
from tests.pages.driving import STORY
from tests.pages.modelling import asking
from tests.pages.serving import Server, free_port, serving

pytestmark = pytest.mark.browser
PROBE = "About forty percent fewer."


def test_a_whole_interview_offline_from_the_form_to_the_assessment(page: Page, served: Server) -> None:
    begin(page, served.address)
    say(page, STORY, replies=2)
    say(page, PROBE, replies=3)
    end(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^(" + "|".join(VERDICT_NAMES.values()) + ")$"))
    expect(page.get_by_role("heading", name="What the bar raiser thinks")).to_be_visible()
    page.get_by_text("Told badly").click()
    expect(page.get_by_text("What is wrong with it")).to_be_visible()


def test_a_refresh_in_the_middle_loses_and_doubles_nothing(page: Page, served: Server) -> None:
    begin(page, served.address)
    say(page, STORY, replies=2)
    before = page.get_by_test_id("stChatMessage").all_inner_texts()
    page.reload()
    at_rest(page, 2)
    assert page.get_by_test_id("stChatMessage").all_inner_texts() == before
    say(page, PROBE, replies=3)
    expect(candidate(page)).to_have_count(2)


def test_the_latest_question_is_in_view(page: Page, served: Server) -> None:
    begin(page, served.address)
    say(page, f"{STORY}\n\n" * 8, replies=2)
    expect(interviewer(page).last).to_be_in_viewport()
    page.reload()
    at_rest(page, 2)
    expect(interviewer(page).last).to_be_in_viewport()


def test_pressing_enter_twice_gives_one_turn(page: Page, served: Server) -> None:
    begin(page, served.address)
    answer_box(page).fill(STORY)
    answer_box(page).press("Enter")
    page.keyboard.press("Enter")
    at_rest(page, 2)
    page.reload()
    at_rest(page, 2)
    expect(candidate(page)).to_have_count(1)


def test_an_answer_sent_the_moment_the_box_opens_is_taken_or_given_back(page: Page, served: Server) -> None:
    begin(page, served.address)
    given_back = page.get_by_text(STILL_SPEAKING).or_(page.get_by_text("moved on in another window"))
    answers = [STORY, PROBE, "I asked the on-call lead.", "Nobody asked me to."]
    for replies, text in enumerate(answers, 2):
        send(page, text)
        reply = interviewer(page).nth(replies - 1)
        expect(reply.or_(given_back).first).to_be_visible(timeout=PATIENCE)
        if given_back.is_visible():
            at_rest(page, replies - 1)
            expect(answer_box(page)).to_have_value(text)
            answer_box(page).press("Enter")
        expect(reply).to_be_visible(timeout=PATIENCE)
        expect(answer_box(page)).to_be_enabled(timeout=PATIENCE)
    expect(candidate(page)).to_have_text(answers)


def test_no_mode_asks_anything_of_another_server(page: Page, served: Server) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_form(page, served.address)
    for mode in links.SIGNS:
        page.goto(f"{served.address}/{'' if mode == 'interview' else mode}")
        expect(page.locator("h1").first).to_be_visible(timeout=PATIENCE)
        idle(page)
        assert page.locator("link[rel*=icon]").last.evaluate("link => link.href").startswith("data:")
    assert len(asked) > len(links.SIGNS)
    assert [url for url in asked if not url.startswith((served.address, "data:", "blob:"))] == []


def test_after_the_server_was_killed_the_address_resumes_the_interview(page: Page, tmp_path: Path) -> None:
    with serving(tmp_path / "interviews.db") as server:
        begin(page, server.address)
        say(page, STORY, replies=2)
        before = page.get_by_test_id("stChatMessage").all_inner_texts()
        server.kill()
        server.start()
        page.goto(page.url)
        at_rest(page, 2)
        expect(page.get_by_test_id("stChatMessage")).to_have_text(before, use_inner_text=True)
        end(page)


def test_after_the_server_was_killed_an_open_window_goes_on(page: Page, tmp_path: Path) -> None:
    database = tmp_path / "interviews.db"
    with serving(database) as server:
        begin(page, server.address)
        say(page, STORY, replies=2)
        server.kill()
        server.start()
        expect(answer_box(page)).to_be_enabled(timeout=PATIENCE)
        say(page, PROBE, replies=3)
        turns = Store(Database(f"sqlite:///{database}"), LOCAL).load(interview_of(page)).transcript.turns
        assert [turn.text for turn in turns] == [STORY, PROBE]


def test_a_window_that_is_behind_gets_its_words_back(page: Page, browser: Browser, served: Server) -> None:
    begin(page, served.address)
    ahead = browser.new_context().new_page()
    ahead.goto(page.url)
    at_rest(ahead, 1)
    say(ahead, STORY, replies=2)
    ahead.context.close()
    send(page, "Words for a question that no longer stands.")
    expect(page.get_by_text("moved on in another window")).to_be_visible()
    expect(answer_box(page)).to_have_value("Words for a question that no longer stands.")
    at_rest(page, 2)
    expect(candidate(page)).to_have_count(1)


def test_hostile_text_stays_text_and_loads_nothing(page: Page, served: Server) -> None:
    with listening() as (elsewhere, asked):
        hostile = (
            f"I fixed the outage. ![shot]({elsewhere}/image) <img src='{elsewhere}/tag'> <script>fetch('{elsewhere}/x')</script> "
            f"[link]({elsewhere}/link) {elsewhere}/bare <a href='javascript:alert(1)'>x</a> "
            "**bold** $x^2$ :red[colour] :smile: I measured it and the errors fell from 40 to 2."
        )
        begin(page, served.address)
        say(page, hostile, replies=2)
        expect(candidate(page)).to_contain_text("![shot](")
        assert_inert(page)
        end(page)
        page.get_by_text("What was said, with the evidence marked").click()
        expect(page.get_by_text("**bold** $x^2$ :red[colour] :smile:").first).to_be_visible()
        assert_inert(page)
        assert asked == []


def test_a_hostile_model_loads_nothing_either(page: Page, tmp_path: Path) -> None:
    with (
        listening() as (elsewhere, asked),
        Stub() as model,
        serving(tmp_path / "interviews.db", OPENAI_BASE_URL=model.base_url, OPENAI_API_KEY="x") as server,
    ):
        hostile = f"Look at ![this]({elsewhere}/x) <img src='{elsewhere}/y'> {elsewhere}/z and tell me what you measured?"
        model.default = asking(hostile, said="look at ![this](/elsewhere.png) and <img src=/elsewhere.png>, **then** rest.")
        begin(page, server.address)
        say(page, STORY, replies=2)
        assert_inert(page)
        end(page)
        assert_inert(page)
        assert asked == []


def test_when_the_model_is_gone_the_interview_goes_on_offline(page: Page, tmp_path: Path) -> None:
    gone = f"http://127.0.0.1:{free_port()}/v1"
    with serving(tmp_path / "interviews.db", OPENAI_BASE_URL=gone, OPENAI_API_KEY="unused") as server:
        begin(page, server.address)
        send(page, STORY)
        expect(page.get_by_text("could not be reached")).to_be_visible(timeout=PATIENCE)
        expect(candidate(page)).to_have_text(STORY)
        page.get_by_role("button", name="Go on offline").click()
        at_rest(page, 2)
        expect(candidate(page)).to_have_count(1)
        assert STORY not in server.output.read_text()


def test_the_candidate_can_end_while_the_model_is_silent(page: Page, tmp_path: Path) -> None:
    with Stub() as model, serving(tmp_path / "interviews.db", OPENAI_BASE_URL=model.base_url, OPENAI_API_KEY="x") as server:
        model.default = events(Step.STALL)
        begin(page, server.address)
        send(page, STORY)
        expect(page.get_by_text("Considering your answer")).to_be_visible()
        page.get_by_role("button", name="End the interview").click()
        page.get_by_role("button", name="Show it without my rating").click(timeout=PATIENCE)
        expect(page.get_by_text("Weighing what you said")).to_be_visible(timeout=PATIENCE)


def test_a_reply_owed_when_the_server_was_killed_comes_after_its_restart(page: Page, tmp_path: Path) -> None:
    with Stub() as model, serving(tmp_path / "interviews.db", OPENAI_BASE_URL=model.base_url, OPENAI_API_KEY="x") as server:
        model.default = events(Step.STALL)
        begin(page, server.address)
        send(page, STORY)
        expect(page.get_by_text("Considering your answer")).to_be_visible()
        server.kill()
    with serving(tmp_path / "interviews.db") as server:
        page.goto(f"{server.address}/?interview={interview_of(page)}")
        expect(page.get_by_text("No model key is set")).to_be_visible(timeout=PATIENCE)
        page.get_by_role("button", name="Go on offline").click()
        at_rest(page, 2)
        expect(candidate(page)).to_have_text([STORY])


def test_nothing_is_wider_than_a_phone(phone: Page, served: Server) -> None:
    open_form(phone, served.address)
    assert_fits(phone)
    phone.get_by_role("button", name="Start the interview").click()
    at_rest(phone, 1)
    say(phone, f"{STORY} {'supercalifragilistic' * 20}", replies=2)
    assert_fits(phone)
    expect(phone.get_by_role("button", name="End the interview")).to_be_in_viewport()
    end(phone)
    phone.get_by_text("What was said, with the evidence marked").click()
    idle(phone)
    assert_fits(phone)


def test_the_page_asks_for_nothing_from_elsewhere(page: Page, served: Server) -> None:
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    begin(page, served.address)
    say(page, STORY, replies=2)
    end(page)
    assert [a for a in addresses if not a.startswith((served.address, "data:", "blob:"))] == []
