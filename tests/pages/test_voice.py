"""Speaking and listening in a real Chromium, with a file for a microphone and a stub for the speech service."""

import wave
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from interviewer.database import LOCAL, Database
from interviewer.interview import Said
from interviewer.pages.voice import HEARD
from interviewer.store import Store
from tests.pages.browsing import PATIENCE, answer_box, at_rest, begin, candidate, end, interview_of, interviewer, say
from tests.pages.driving import STORY
from tests.pages.serving import Server, serving
from tests.pages.speaking import Speaking, microphone, speaking

pytestmark = pytest.mark.browser
SPOKEN_SECONDS = 2


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with microphone(tmp_path_factory.mktemp("voice"), "I moved the basket to disk, and crashes fell from 290 to 12.") as started:
        yield started


@pytest.fixture
def said() -> Iterator[Speaking]:
    with speaking() as running:
        yield running


@pytest.fixture
def heard(tmp_path: Path, said: Speaking) -> Iterator[Server]:
    """A server with a speech service and no model."""
    settings = {"INTERVIEWER_SPEECH_BASE_URL": said.base_url, "INTERVIEWER_TRANSCRIPTION_MODEL": "whisper-1"}
    with serving(tmp_path / "interviews.db", **settings) as server:
        yield server


@pytest.fixture
def kept(tmp_path: Path, heard: Server) -> Store:
    return Store(Database(f"sqlite:///{tmp_path / 'interviews.db'}"), LOCAL)


def record(page: Page) -> None:
    page.get_by_role("button", name="Start recording").click()
    expect(page.get_by_role("button", name="Submit recording")).to_be_visible()
    page.wait_for_timeout(SPOKEN_SECONDS * 1000)  # It is real sound that is recorded.
    page.get_by_role("button", name="Submit recording").click()


def test_an_answer_is_dictated_corrected_and_sent(page: Page, heard: Server, said: Speaking, kept: Store) -> None:
    begin(page, heard.address)
    record(page)
    expect(page.get_by_text(HEARD)).to_be_visible(timeout=PATIENCE)
    expect(answer_box(page)).to_have_value(said.text)
    expect(candidate(page)).to_have_count(0)
    with wave.open(BytesIO(said.bodies[0][said.bodies[0].index(b"RIFF") :])) as recorded:
        assert recorded.getframerate() == 16_000
    say(page, f"{said.text} I checked it a month later.", replies=2)
    sent = next(e for e in kept.load(interview_of(page)).events if isinstance(e, Said))
    assert sent.text.endswith("a month later.")
    assert sent.spoken
    assert sent.spoken.seconds == pytest.approx(SPOKEN_SECONDS, abs=1.5)
    assert sent.spoken.longest_pause == pytest.approx(2)


def test_what_is_typed_instead_does_not_count_as_spoken(page: Page, heard: Server, kept: Store) -> None:
    begin(page, heard.address)
    record(page)
    expect(page.get_by_text(HEARD)).to_be_visible(timeout=PATIENCE)
    say(page, STORY, replies=2)
    assert [e.spoken for e in kept.load(interview_of(page)).events if isinstance(e, Said)] == [None]


def test_a_recording_is_added_to_what_stands_in_the_box(page: Page, heard: Server, said: Speaking) -> None:
    begin(page, heard.address)
    answer_box(page).fill("In my second week")
    record(page)
    expect(answer_box(page)).to_have_value(f"In my second week\n\n{said.text}", timeout=PATIENCE)


def test_when_the_service_fails_the_recording_is_still_there(page: Page, heard: Server, said: Speaking) -> None:
    said.status = 503
    begin(page, heard.address)
    record(page)
    expect(page.get_by_text("Your recording is still here")).to_be_visible(timeout=PATIENCE)
    said.status = 200
    page.get_by_role("button", name="Try again").click()
    expect(answer_box(page)).to_have_value(said.text, timeout=PATIENCE)


def test_when_the_service_fails_one_can_type_instead(page: Page, heard: Server, said: Speaking) -> None:
    said.status = 401
    begin(page, heard.address)
    record(page)
    expect(page.get_by_text("did not accept the key")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Type instead").click()
    expect(page.get_by_text("Your recording is still here")).to_have_count(0, timeout=PATIENCE)
    say(page, STORY, replies=2)


def test_no_recording_is_kept_on_the_disk(page: Page, heard: Server, said: Speaking, tmp_path: Path) -> None:
    begin(page, heard.address)
    record(page)
    expect(answer_box(page)).to_have_value(said.text, timeout=PATIENCE)
    say(page, said.text, replies=2)
    assert not [file for file in tmp_path.rglob("*") if file.is_file() and b"RIFF" in file.read_bytes()]


def test_a_question_is_read_aloud_on_wish(page: Page, heard: Server, said: Speaking) -> None:
    begin(page, heard.address)
    assert said.asked == []
    page.get_by_text("Read aloud").click()
    expect(page.get_by_test_id("stAudio")).to_be_visible(timeout=PATIENCE)
    assert interviewer(page).first.inner_text().encode() in said.bodies[-1]
    say(page, STORY, replies=2)
    expect(page.get_by_test_id("stAudio")).to_be_visible(timeout=PATIENCE)
    assert said.asked == ["speech", "speech"]


def test_how_it_was_told_is_noted_apart_from_the_verdict(page: Page, heard: Server, said: Speaking) -> None:
    said.text = f"Um, {STORY}"
    begin(page, heard.address)
    record(page)
    expect(answer_box(page)).to_have_value(said.text, timeout=PATIENCE)
    say(page, said.text, replies=2)
    end(page)
    page.get_by_text("How you told it").click()
    expect(page.get_by_text("words a minute")).to_be_visible()
    expect(page.get_by_text("longest pause 2.0 s")).to_be_visible()
    expect(page.get_by_text("nothing here is part of it")).to_be_visible()
    expect(page.get_by_text("Fillers.")).to_be_visible()


SPEAKERS = """
window.said = [];
window.speechSynthesis.cancel = () => {};
window.speechSynthesis.speak = (words) => window.said.push(words.text);
"""


def test_without_a_service_the_browser_reads_and_the_page_says_what_dictation_needs(page: Page, served: Server) -> None:
    page.add_init_script(SPEAKERS)
    page.goto(served.address)
    expect(page.get_by_text("Dictating answers needs a speech service")).to_be_visible(timeout=PATIENCE)
    begin(page, served.address)
    expect(page.get_by_role("button", name="Start recording")).to_have_count(0)
    page.get_by_text("Read aloud").click()
    page.wait_for_function("window.said.length === 1")
    say(page, STORY, replies=2)
    page.wait_for_function("window.said.length === 2")
    assert page.evaluate("window.said") == interviewer(page).all_inner_texts()


def test_the_recorder_works_by_keyboard(page: Page, heard: Server, said: Speaking) -> None:
    begin(page, heard.address)
    page.get_by_role("button", name="Start recording").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Submit recording")).to_be_visible()
    page.wait_for_timeout(1000)
    page.get_by_role("button", name="Submit recording").focus()
    page.keyboard.press("Enter")
    expect(answer_box(page)).to_have_value(said.text, timeout=PATIENCE)
    at_rest(page, 1)
