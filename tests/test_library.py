"""The content as a whole: complete as shipped, and every fault named when it is not."""

from pathlib import Path

import pytest

from interviewer.files import ContentError
from interviewer.library import Library, load
from interviewer.rubric import BASE_CRITERIA, LEVELS, PARTS

CHALLENGE = """---
name: challenge_the_norm
version: 1
title: Challenge the Norm
questions: [Tell me about a time you questioned how things were done.]
emphasise: [trade_off]
weights:
  metric: {senior: 2}
criteria:
  - id: dissent
    part: action
    name: Dissent
    met_when: They said openly that they saw it differently, and to whom.
    partly_when: They disagreed, but not openly.
    advice: Say whom you told that you saw it differently.
    question: Whom did you tell that you saw it differently?
    plainer: I'd like to know who heard about your view at the time.
    weights: {sde1: 2, sde2: 3, senior: 4}
    cues: [i said openly, i disagreed]
---
What it is: saying so when the usual way is not the best way.
"""


def change(content: Path, file: str, old: str, new: str) -> None:
    path = content / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def faults(content: Path) -> list[str]:
    with pytest.raises(ContentError) as error:
        load(content / "prompts", content / "scenarios")
    return [f"{f.file.name}:{f.line}: {f.field}: {f.message}" for f in error.value.faults]


def test_every_scenario_probes_every_criterion(library: Library) -> None:
    for scenario in library.scenarios.values():
        assert set(BASE_CRITERIA) <= {t for probe in scenario.follow_ups for t in probe.targets}


def test_the_parts_of_every_example_can_be_said_in_their_time(library: Library) -> None:
    for scenario in library.scenarios.values():
        for part in PARTS:
            told = scenario.parts[part]
            assert len(told.strong.split()) * 60 / 150 == pytest.approx(told.seconds, rel=0.2), (scenario.id, part)


def test_follow_ups_ask_one_thing_and_fit_any_story(library: Library) -> None:
    for scenario in library.scenarios.values():
        for probe in scenario.follow_ups:
            assert probe.question.count("?") == 1, probe.id
            assert not any(c.isdigit() for c in probe.question), probe.id


def test_a_pack_alone_makes_an_interview_for_another_competency(content: Path) -> None:
    (content / "prompts/principles/challenge_the_norm.md").write_text(CHALLENGE)
    library = load(content / "prompts", content / "scenarios")
    brief = library.brief("challenge_the_norm", "senior")
    assert brief.scenario is None
    assert brief.questions == ("Tell me about a time you questioned how things were done.",)
    assert {p.targets[0] for p in brief.bank} == {*BASE_CRITERIA, "dissent"}
    assert (brief.weights["dissent"], brief.weights["metric"], brief.weights["trade_off"]) == (4, 2, 4)


def test_a_folder_with_other_packs_offers_only_what_fits_them(content: Path, library: Library) -> None:
    for pack in (content / "prompts/principles").glob("*.md"):
        if pack.stem != "dive_deep":
            pack.unlink()
    assert list(load(content / "prompts", content / "scenarios").scenarios.values()) == library.scenarios_of("dive_deep")


def test_weights_differ_by_principle_and_never_fall_below_nothing(library: Library) -> None:
    briefs = [library.brief(p, level) for p in library.packs for level in LEVELS]
    assert all(weight >= 0 for brief in briefs for weight in brief.weights.values())
    assert len({tuple(brief.weights.values()) for brief in briefs}) == len(briefs)


def test_unknown_names_are_answered_with_the_known_ones(library: Library) -> None:
    with pytest.raises(LookupError, match=r"there are .*customer_obsession"):
        library.brief("kindness", "sde2")
    with pytest.raises(LookupError, match="no scenario"):
        library.brief("ownership", "sde2", "nowhere")
    with pytest.raises(LookupError, match="is about success"):
        library.brief("ownership", "sde2", "payment_webhook")


def test_all_faults_of_all_files_are_listed_at_once_with_their_lines(content: Path) -> None:
    change(content, "prompts/principles/ownership.md", "emphasise: [ownership", "emphasise: [ownershop")
    change(content, "prompts/review.md", "{scenario}", "{szenario}")
    change(content, "scenarios/payment_webhook.yaml", "version: 1", "version: 1\nmood: sunny")
    (content / "prompts/lines/think.md").unlink()
    found = faults(content)
    line = 1 + (content / "prompts/principles/ownership.md").read_text().split("emphasise:")[0].count("\n")
    assert f"ownership.md:{line}: emphasise: ownershop is not a criterion" in found
    assert any(f.startswith("review.md:") and "uses {szenario}" in f for f in found)
    assert any(f.startswith("payment_webhook.yaml:") and "mood: is not a known field" in f for f in found)
    assert "think.md:1: : cannot be read: No such file or directory" in found


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("targets: [metric, impact]", "targets: [metrik]", "metrik is not a criterion"),
        ("id: payment_webhook", "id: webhook", "is 'webhook' but the file is payment_webhook.yaml"),
        ("principle: success_and_scale_bring_broad_responsibility", "principle: kindness", "there is no pack kindness"),
        ("key_phrases:\n", "key_phrases:\n      - words that are not there\n", "does not occur in the part's strong example"),
        ("seconds: 30", "seconds: soon", "parts.situation.seconds: must be a whole number"),
        ("seconds: 30", "seconds: 3", "parts.situation.seconds: must be 5 or more"),
        ("difficulty: easy", "difficulty: mild", "difficulty: must be 'easy', 'medium' or 'hard'"),
        ("title: ", "title: '' #", "title: is empty"),
        ("about: [first_person, we_voice]", "about: [first_person, us_voice]", "us_voice is neither a criterion nor a red flag"),
        ("about: [first_person, we_voice]", "about: []", "about: is empty"),
        ("    about: [first_person, we_voice]\n", "", "knowledge_checks.0.about: is missing"),
    ],
)
def test_a_broken_scenario_is_refused_with_the_field(content: Path, old: str, new: str, fault: str) -> None:
    change(content, "scenarios/payment_webhook.yaml", old, new)
    assert any(f.startswith("payment_webhook.yaml:") and fault in f for f in faults(content))


def test_a_folder_without_content_is_a_fault_not_a_crash(tmp_path: Path) -> None:
    found = faults(tmp_path)
    assert any("rubric.yaml" in f for f in found)
    assert any("holds no *.md file" in f for f in found)
