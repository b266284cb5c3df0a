"""Red flags about others need somebody in the words: who gave the work, or who is faulted (`near_misses.yaml`)."""

from pathlib import Path

import pytest
import yaml

from interviewer.engines.local import LocalEngine
from interviewer.engines.local.form import not_raised
from interviewer.library import bundled, load
from interviewer.rubric import FLAGS, FlagId
from interviewer.transcript import Transcript, Turn

LIBRARY = load(bundled("prompts"), bundled("scenarios"))
ENGINE = LocalEngine(LIBRARY)
FILE = Path(__file__).with_name("near_misses.yaml")


def cases(wanted: str) -> list[tuple[FlagId, str]]:
    held = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return [(flag, text) for flag in FLAGS for text in held.get(flag, {}).get(wanted, [])]


def raised(*texts: str) -> frozenset[FlagId]:
    brief = LIBRARY.brief("customer_obsession", "sde2")
    told = Transcript(turns=(Turn(number=1, question=brief.questions[0], text=" ".join(texts)),))
    return ENGINE.review(brief, told).flag_ids


@pytest.mark.parametrize(("flag", "text"), cases("yes"))
def test_somebody_who_gives_work_or_is_faulted_may_raise_the_flag(flag: FlagId, text: str) -> None:
    assert flag not in not_raised(text)


@pytest.mark.parametrize(("flag", "text"), cases("no"))
def test_where_nobody_is_spoken_of_nothing_is_raised(flag: FlagId, text: str) -> None:
    assert flag in not_raised(text)
    assert flag not in raised(text)


def test_several_harmless_sentences_raise_no_more_than_each_of_them() -> None:
    for flag in ("assigned", "blame"):
        texts = [text for about, text in cases("no") if about == flag]
        assert flag not in raised(*texts)


def test_a_few_words_are_no_story_for_something_else() -> None:
    assert "off_topic" not in raised(
        "We had some trouble with refunds, so the team looked into it.", "It went really well in the end."
    )


def test_two_conditional_sentences_make_no_case_imagined() -> None:
    real = (
        "The oven at our bakery burnt one tray in five, and the shop threw away sixty loaves a day. I would say it was the door. "
        "I hung a thermometer behind each tray for a week. The left side was forty degrees hotter. The fitter said he would come in "
        "a month. I turned the racks by hand at four minutes. The shop sold them all. The baker at night did the same."
    )
    assert "hypothetical" not in raised(real)
    imagined = (
        "I would ask everybody first. I would compare the trays. Then I would turn the racks by hand. I would write it down."
    )
    assert "hypothetical" in raised(imagined)
