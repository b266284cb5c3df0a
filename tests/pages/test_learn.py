from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from interviewer.library import Library
from interviewer.rubric import PARTS
from tests.pages.driving import captions, headings, links
from tests.pages.reading import read

Opening = Callable[[str, Mapping[str, str]], AppTest]
STORY = "orphaned_night_job"


@pytest.fixture
def learn(open_mode: Opening) -> Callable[..., AppTest]:
    def opening(**query: str) -> AppTest:
        return open_mode("learn", query)

    return opening


def drawn(page: AppTest) -> list[str]:
    """What the inert parts of the page say."""
    return [read(element.proto.body).text for element in page.get("html")] + [text.value for text in page.text]


def opened(page: AppTest) -> list[str]:
    return [expander.label for expander in page.expander if expander.proto.expanded]


def test_it_opens_with_the_story_for_a_beginner(learn: Callable[..., AppTest], library: Library) -> None:
    page = learn()
    scenario = library.scenarios[STORY]
    assert headings(page)[:2] == ["Learn", scenario.title]
    assert {f"“{scenario.question}”", scenario.overview, *scenario.takeaways} <= set(drawn(page))
    assert not page.exception


def test_the_answer_told_well_comes_with_all_that_teaches(learn: Callable[..., AppTest], library: Library) -> None:
    page = learn(scenario=STORY)
    for part in PARTS:
        told = library.scenarios[STORY].parts[part]
        assert told.strong in drawn(page)
        assert f"How to do it. {told.coaching}" in drawn(page)
        assert f"Common mistake. {told.common_mistake}" in drawn(page)
        assert f"**{part.capitalize()}** · about {told.seconds} seconds" in opened(page)


@pytest.mark.parametrize("scenario", ["payment_webhook", "late_buses"])
def test_every_key_phrase_is_marked(learn: Callable[..., AppTest], library: Library, scenario: str) -> None:
    marks = "".join(element.proto.body for element in learn(scenario=scenario).get("html"))
    phrases = [phrase for part in PARTS for phrase in library.scenarios[scenario].parts[part].key_phrases]
    assert marks.count("<mark") >= len(phrases) - 3  # phrases side by side may share a mark


def test_the_part_one_came_for_is_the_one_that_is_open(learn: Callable[..., AppTest], library: Library) -> None:
    page = learn(scenario=STORY, section="metric")
    assert [label for label in opened(page) if label.startswith("**")] == ["**Result** · about 20 seconds"]
    assert f"Met when: {library.rubric.criterion('metric').met_when}" in drawn(page)


def test_the_follow_ups_one_came_for_are_first_and_open(learn: Callable[..., AppTest], library: Library) -> None:
    page = learn(scenario=STORY, section="learning", view="follow_ups")
    fitting = [f for f in library.scenarios[STORY].follow_ups if "learning" in f.targets]
    labels = [e.label.replace("\\", "") for e in page.expander]
    shown = [label for label in labels if label in {f.question for f in library.scenarios[STORY].follow_ups}]
    assert shown[: len(fitting)] == [f.question for f in fitting]
    assert [label for label in map(str, opened(page)) if label in shown] == [f.question for f in fitting]


def test_a_follow_up_shows_both_replies_and_why_one_is_weak(learn: Callable[..., AppTest], library: Library) -> None:
    page = learn(scenario=STORY, view="follow_ups")
    for follow_up in library.scenarios[STORY].follow_ups:
        said = {follow_up.weak.answer, follow_up.strong.answer, f"Why it is weak. {follow_up.weak.why}"}
        assert said | {f"Listens for: {follow_up.listens_for}"} <= set(drawn(page))


def test_the_faults_of_the_weak_answer_are_numbered_in_it(learn: Callable[..., AppTest], library: Library) -> None:
    weak = library.scenarios[STORY].weak_answer
    page = learn(scenario=STORY, section="we_voice")
    text = next(text for text in drawn(page) if text.startswith(weak.text[:40]))
    for number, fault in enumerate(weak.faults, 1):
        assert f"{fault.quote}\u2009{number}" in text
        assert fault.fault in drawn(page)
    assert weak.bar_raiser_thinks in drawn(page)


def test_every_level_has_its_bar_and_its_reflection(learn: Callable[..., AppTest], library: Library) -> None:
    scenario = library.scenarios[STORY]
    page = learn(scenario=STORY, view="levels")
    for guide in (scenario.levels.sde1, scenario.levels.sde2, scenario.levels.senior):
        assert {f"Expected. {guide.expected}", f"The bar. {guide.bar}"} <= set(drawn(page))
    assert f"A reflection that fits. “{scenario.reflections.senior}”" in drawn(page)


def test_the_other_principles_a_story_serves_can_be_learned_too(learn: Callable[..., AppTest], library: Library) -> None:
    page = learn(scenario=STORY, view="angles")
    for angle in library.scenarios[STORY].angles:
        assert f"Downplay: {angle.downplay}" in drawn(page)
        assert f"How to begin: {angle.lead_with}" in drawn(page)
        assert f"A story told for {library.packs[angle.principle].title}" in drawn(page)


def test_it_leads_on_to_checks_and_to_an_interview(learn: Callable[..., AppTest]) -> None:
    ways_on = [(link.path, link.query) for link in links(learn(scenario=STORY))]
    assert ways_on == [("practise", "principle=ownership"), ("", f"scenario={STORY}")]


def test_what_is_chosen_becomes_the_address(learn: Callable[..., AppTest], library: Library) -> None:
    page = learn(scenario=STORY, section="metric")
    page.selectbox(key="learn principle").select("dive_deep").run()
    assert page.query_params == {"principle": "dive_deep"}
    stories = library.scenarios_of("dive_deep")
    page.selectbox(key="learn story").select(stories[-1].id).run()
    assert page.query_params == {"scenario": stories[-1].id}
    page.radio(key="learn view").set_value("levels").run()
    assert page.query_params == {"scenario": stories[-1].id, "view": "levels"}
    assert headings(page)[1] == stories[-1].title
    assert not page.exception


def test_the_pack_s_own_text_is_there(learn: Callable[..., AppTest], library: Library) -> None:
    page = learn(principle="dive_deep")
    assert "About Dive Deep" in [expander.label for expander in page.expander]
    assert any("What a bar raiser listens for" in text for text in drawn(page))


def test_a_principle_without_a_story_shows_what_an_answer_should_contain(
    learn: Callable[..., AppTest], library: Library, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in (content / "scenarios").glob("*.yaml"):
        if "\nprinciple: ownership\n" in file.read_text():
            file.unlink()
    pack = content / "prompts" / "principles" / "ownership.md"
    pack.write_text(pack.read_text().replace("default_scenario: orphaned_night_job\n", ""))
    monkeypatch.setenv("INTERVIEWER_PROMPTS", str(content / "prompts"))
    monkeypatch.setenv("INTERVIEWER_SCENARIOS", str(content / "scenarios"))
    page = learn(principle="ownership", section="metric")
    assert "no example story" in page.info[0].value
    assert opened(page) == ["About Ownership", "Measured result"]
    assert f"Met when: {library.rubric.criterion('learning').met_when}" in drawn(page)
    assert not links(page)
    assert not page.exception
    flag = library.rubric.flag("handed_off")
    assert {f"Raised when: {flag.when}", flag.advice} <= set(drawn(learn(principle="ownership", section="handed_off")))


def test_a_library_that_cannot_be_read_is_a_list_of_faults(
    learn: Callable[..., AppTest], content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (content / "prompts" / "mend.md").write_text("nothing of use")
    monkeypatch.setenv("INTERVIEWER_PROMPTS", str(content / "prompts"))
    assert headings(learn()) == ["The interviewer cannot start"]


def test_marks_are_explained(learn: Callable[..., AppTest]) -> None:
    assert "Marked are the words that earn the rating" in captions(learn())
