"""The same answer from somebody else."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals import rewriting
from evals.rewriting import Group, Rewriting
from interviewer.files import ContentError, parse_yaml
from interviewer.recorded import FollowUpAnswer, Record
from tests.evals.conftest import STRONG, Making

GROUPS = rewriting.read().groups


def told(answer: str, group: str) -> str | None:
    everything = rewriting.read()
    rules = everything.group(group).model_copy(update={"least": 1})
    changed = rewriting.rewritten(Record(id="r", principle="ownership", answer=answer), rules, everything)
    return changed.answer if changed else None


@pytest.mark.parametrize(
    ("group", "before", "after"),
    [
        ("pronouns_she", "He gave me his list and I thanked him.", "She gave me her list and I thanked her."),
        ("pronouns_he", "I asked her to bring her list, and she did.", "I asked him to bring his list, and he did."),
        ("grammar_articles", "The printer had an old template.", "Printer had an old template."),
        ("grammar_prepositions", "I was responsible for it for three weeks.", "I was responsible of it since three weeks."),
        ("grammar_tense", "We printed it. He needs it.", "We have printed it. He need it."),
        ("african_american", "They were late because we didn't have any list.", "They was late 'cause we ain't have no list."),
        ("indian", "I wanted it two years ago.", "I was wanting it two years back."),
        ("singapore", "There was a fault. I checked it.", "Got fault lah. I check it."),
        ("scottish", "I didn't know the old one.", "I didnae ken the auld one."),
        ("scots", "I went home with more of it.", "Ah went hame wi' mair o' it."),
        ("fillers", "It broke. Then I fixed it.", "It broke. Um, then I, uh, fixed it."),
        ("false_starts", "I looked at it.", "I, I looked at it."),
        ("unpunctuated", "It cost 1,200. We paid.", "it cost 1,200 we paid"),
        ("homophones", "They're in their shop.", "Their in there shop."),
        ("accent", "I fixed that thing.", "I fix dat ting."),
        ("father", "It broke.", "I'm a father of three. It broke."),
    ],
)
def test_a_group_says_it_in_its_own_way(group: str, before: str, after: str) -> None:
    assert told(before, group) == after


WORDS = [
    "I",
    "we",
    "my",
    "manager",
    "had",
    "checked",
    "the",
    "two",
    "seven",
    "14",
    "3.5",
    "1,200",
    "weeks.",
    "They",
    "were",
    "on",
]


@given(group=st.sampled_from(GROUPS), words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
def test_no_rule_touches_a_figure(group: Group, words: list[str]) -> None:
    """What is said before the answer ("a gap of two years") may hold one of its own."""
    record = Record(id="r", principle="ownership", answer=" ".join(words))
    rules = group.model_copy(update={"before": None, "after": None})
    changed = rewriting.rewritten(record, rules, rewriting.read())
    if changed:
        figures = re.compile(r"\d+(?:[.,]\d+)?|\btwo\b|\bseven\b")
        assert figures.findall(changed.answer) == figures.findall(record.answer)


def test_groups_that_are_compared_say_the_same_otherwise(record: Making) -> None:
    everything = rewriting.read()
    for group in everything.groups:
        if group.against and group.one_of:
            other = everything.group(group.against)
            assert len(group.one_of) == len(other.one_of)
            assert (group.before, group.after, group.changes) == (other.before, other.after, other.changes)


def test_a_name_that_finds_no_place_changes_nothing() -> None:
    assert told("He left it as it was.", "colleague_white_man") is None


def test_too_few_changes_say_nothing_about_a_group() -> None:
    everything = rewriting.read()
    record = Record(id="r", principle="ownership", answer="I know.")
    assert rewriting.rewritten(record, everything.group("scottish"), everything) is None


def test_replies_are_said_in_the_same_way_but_nobody_is_introduced_twice() -> None:
    everything = rewriting.read()
    reply = FollowUpAnswer(question="How many?", answer="He had seven.")
    record = Record(id="r", principle="ownership", answer=STRONG, follow_ups=(reply,))
    named = rewriting.rewritten(record, everything.group("father"), everything)
    said = rewriting.rewritten(record, everything.group("pronouns_she"), everything)
    assert named
    assert said
    assert named.follow_ups == (reply,)
    assert said.follow_ups[0].answer == "She had seven."
    assert said.follow_ups[0].question == "How many?"


@pytest.mark.parametrize(
    ("group", "fault"),
    [
        ("{id: a, about: b, changes: [{find: '(', put: c}]}", "no regular expression"),
        ("{id: a, about: b, changes: [{find: c, put: '{1}'}]}", "a group that find does not have"),
        ("{id: a, about: b, against: c}", "there is no group c"),
        ("{id: a, about: b}, {id: a, about: b}", "the same id"),
    ],
)
def test_a_broken_rule_says_what_is_wrong(group: str, fault: str) -> None:
    with pytest.raises(ContentError, match=fault):
        parse_yaml(f"groups: [{group}]\nframing: {{positive: [], negative: []}}", Rewriting, Path("rewriting.yaml"))
