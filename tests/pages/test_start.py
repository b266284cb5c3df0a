import asyncio
from pathlib import Path
from threading import Thread
from threading import enumerate as all_threads

import pytest

import app
from interviewer.database import LOCAL, Database
from interviewer.history import History
from interviewer.interview import Style
from interviewer.library import Library
from interviewer.pages import interview
from interviewer.pages.start import PURPOSE, STYLES
from interviewer.settings import OFFLINE_NOTICE
from interviewer.store import Store
from tests.pages.conftest import Opening
from tests.pages.driving import captions, headings, interview_of, links, messages, press
from tests.pages.serving import ROOT


def test_the_empty_page_offers_an_interview(open_page: Opening) -> None:
    page = open_page()
    assert headings(page) == ["Mock interview"]
    assert not page.exception
    assert not page.chat_message


def test_without_a_key_the_page_says_in_a_sentence_that_it_is_offline(open_page: Opening) -> None:
    page = open_page()
    assert OFFLINE_NOTICE in captions(page).replace("\\", "")
    assert "engine" not in [choice.key for choice in page.radio]


def test_with_a_key_there_is_no_such_sentence(open_page: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "unused")
    assert "No model key" not in captions(open_page())


def test_one_press_starts_an_interview_with_its_main_question(open_page: Opening, store: Store) -> None:
    page = press(open_page(), "start")
    interview = store.load(interview_of(page))
    assert messages(page) == [interview.question.text]
    assert interview.setup.level == "sde2"
    assert interview.setup.engine == "local"
    assert interview.setup.probe_limit == 4


def test_what_was_chosen_is_what_is_asked(open_page: Opening, store: Store) -> None:
    page = open_page()
    page.selectbox(key="principle").select("ownership").run()
    page.number_input(key="limit").set_value(1).run()
    page = press(page, "start")
    setup = store.load(interview_of(page)).setup
    assert (setup.principle, setup.probe_limit) == ("ownership", 1)


def test_an_unknown_address_gets_a_sentence_and_the_form(open_page: Opening) -> None:
    page = open_page("0" * 32)
    assert "There is no interview under this address" in page.warning[0].value.replace("\\", "")
    assert headings(page) == ["Mock interview"]


@pytest.mark.parametrize("address", ["x", "../../etc/passwd", "'; drop table events; --", "a" * 4000, "💥"])
def test_a_mistyped_address_is_an_unknown_one(open_page: Opening, address: str) -> None:
    page = open_page(address)
    assert len(page.warning) == 1
    assert not page.exception


def test_a_broken_prompt_and_a_broken_scenario_are_both_listed(
    open_page: Opening, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prompt = content / "prompts" / "probe.md"
    prompt.write_text(prompt.read_text() + "\n{nonsense}\n")
    scenario = sorted((content / "scenarios").glob("*.yaml"))[0]
    scenario.write_text(scenario.read_text().replace("version: 1", "version: one", 1))
    monkeypatch.setenv("INTERVIEWER_PROMPTS", str(prompt.parent))
    monkeypatch.setenv("INTERVIEWER_SCENARIOS", str(scenario.parent))
    page = open_page()
    assert headings(page) == ["The interviewer cannot start"]
    faults = page.code[0].value.splitlines()
    assert [fault for fault in faults if f"{prompt}:" in fault and "nonsense" in fault]
    assert [fault for fault in faults if fault.startswith(f"{scenario}:2: version")]
    assert not page.button


def test_mended_content_is_read_at_the_next_load(open_page: Opening, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = content / "prompts" / "mend.md"
    whole = broken.read_text()
    broken.write_text("nothing of use")
    monkeypatch.setenv("INTERVIEWER_PROMPTS", str(broken.parent))
    assert headings(open_page()) == ["The interviewer cannot start"]
    broken.write_text(whole)
    assert headings(open_page()) == ["Mock interview"]


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("INTERVIEWER_TIMEOUT", "soon", "A setting cannot be used"),
        ("INTERVIEWER_ENGINE", "magic", "A setting cannot be used"),
        ("INTERVIEWER_DATABASE_URL", "sqlite:////proc/nowhere/interviews.db", "cannot be written"),
        ("INTERVIEWER_DATABASE_URL", "nonsense", "is no database address"),
    ],
)
def test_a_setting_that_cannot_be_used_is_a_sentence(
    open_page: Opening, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, said: str
) -> None:
    monkeypatch.setenv(variable, value)
    page = open_page()
    assert said in page.error[0].value.replace("\\", "")
    assert not page.exception


def test_the_server_opens_what_the_first_page_needs_before_anybody_comes(database: Path) -> None:
    async def begun() -> list[Thread]:
        async with app.getting_ready(app.app):
            return [thread for thread in all_threads() if thread.name == "get-ready"]

    for thread in asyncio.run(begun()):
        thread.join()
    assert database.exists()


def test_what_is_wrong_is_told_to_whoever_comes_and_does_not_stop_the_server(
    open_page: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEWER_PROBES", "many")
    interview.get_ready()
    assert "INTERVIEWER_PROBES" in open_page().error[0].value.replace("\\", "")


def test_the_entry_file_only_begins() -> None:
    assert len((ROOT / "app.py").read_text().splitlines()) <= 40


def test_the_other_modes_are_a_link_each(open_page: Opening) -> None:
    shown = {link.label: link.path for link in links(open_page())}
    assert shown == {
        "**Learn**": "learn",
        "**Practise**": "practise",
        "**Test**": "test",
        "**Loop**": "loop",
        "**Progress**": "progress",
    }


def test_a_beginner_is_offered_ownership(open_page: Opening) -> None:
    assert open_page().selectbox(key="principle").value == "ownership"


def test_without_ownership_the_first_principle_is_offered(
    open_page: Opening, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (content / "prompts" / "principles" / "ownership.md").unlink()
    monkeypatch.setenv("INTERVIEWER_PROMPTS", str(content / "prompts"))
    assert open_page().selectbox(key="principle").value == "are_right_a_lot"


def test_the_chosen_question_is_there_in_full(open_page: Opening, library: Library) -> None:
    page = open_page()
    page.selectbox(key="principle").select("dive_deep").run()
    other = library.scenarios_of("dive_deep")[-1]
    page.selectbox(key="scenario dive_deep").select(other.id).run()
    assert f"“{other.question}”" in [text.value for text in page.text]


def test_an_address_can_bring_a_question_along(open_page: Opening, library: Library, store: Store) -> None:
    asked = library.scenarios_of("dive_deep")[-1]
    page = open_page(scenario=asked.id)
    assert f"“{asked.question}”" in [text.value for text in page.text]
    page = press(page, "start")
    interview = store.load(interview_of(page))
    assert (interview.setup.principle, interview.setup.scenario) == ("dive_deep", asked.id)
    assert list(page.query_params) == ["interview"]


def test_a_question_nobody_knows_is_ignored(open_page: Opening) -> None:
    page = open_page(scenario="nonsense")
    assert page.selectbox(key="principle").value == "ownership"
    assert not page.exception


def test_the_first_screen_says_in_a_line_what_this_is(open_page: Opening) -> None:
    assert PURPOSE in [text.value for text in open_page().markdown]


def test_an_example_assessment_can_be_looked_at_before_the_first_interview(open_page: Opening, database: Path) -> None:
    page = press(open_page(), "example")
    assert page.info[0].value.startswith("An example")
    assert "Point by point" in headings(page)
    assert not page.exception
    assert not History(Database(f"sqlite:///{database}"), LOCAL).ids()
    page = press(page, "leave_example")
    assert headings(page) == ["Mock interview"]
    assert not page.query_params


def test_an_address_leads_to_the_example_and_an_unknown_one_to_the_form(open_page: Opening, library: Library) -> None:
    page = open_page(example=library.scenarios_of("dive_deep")[0].id)
    assert "Point by point" in headings(page)
    assert headings(open_page(example="nonsense")) == ["Mock interview"]


def test_an_example_leaves_nothing_that_writes(open_page: Opening, library: Library) -> None:
    page = open_page(example=library.scenarios_of("ownership")[0].id)
    assert [button.key for button in page.button] == ["leave_example"]


@pytest.mark.parametrize("style", list(STYLES))
def test_the_style_is_chosen_at_the_start(open_page: Opening, store: Store, style: Style) -> None:
    page = open_page()
    page.radio(key="style").set_value(style).run()
    assert store.load(interview_of(press(page, "start"))).setup.style == style
