"""One detector per criterion: what was found, how it rates, and the sentences that made it say so."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from interviewer.engines.local.lexicon import Pattern, cues, numbers, people, standing
from interviewer.engines.local.sentences import Sentence
from interviewer.engines.local.story import Story, content_words, imagined, mentions
from interviewer.rubric import CriterionId, Rating
from interviewer.text import words

_RELIEF = re.compile(
    r"\b(?:didn't|did not|don't|do not|doesn't|no longer|nobody|no one|without)(?: \w+)? (?:have to|need|lose|wait\w*|"
    r"miss\w*|lost|had to|\w+ing)|\bwithout\b|\bno longer\b"
)
_LOSS = re.compile(r"\b(?:not|never|\w+n't|no)\b")
_HEDGED = re.compile(r"\b(?:as far as i know|i think|i guess|probably|maybe|hopefully|i believe|not sure)\b")


class Found(NamedTuple):
    """A rating and the sentences it rests on, the most telling first."""

    rating: Rating
    evidence: tuple[Sentence, ...] = ()


NOTHING = Found("no")
Detector = Callable[[Story], Found]


def _rated(yes: Iterable[Sentence], partly: Iterable[Sentence]) -> Found:
    """Yes on any `yes` sentence, else partly on any `partly` one."""
    if strong := tuple(yes):
        return Found("yes", strong)
    weak = tuple(partly)
    return Found("partly", weak) if weak else NOTHING


def stakes(story: Story) -> Found:
    """Something was wrong or wanted, and somebody paid for it: trouble with a consequence for people, told near the beginning."""
    opening = [s for s in story.sentences if not s.follow_up][: max(5, story.turning_point + 3)]
    told = [*opening, *story.asked("stakes"), *story.asked("impact")]
    trouble = [s for s in told if cues.TROUBLE.search(s.plain) and (numbers.NUMBER.search(s.plain) or not imagined(s))]
    concrete = [s for s in trouble if _costs_somebody(story, s)]
    with_figures = [s for s in concrete if numbers.NUMBER.search(s.plain)]
    return _rated(
        [*with_figures, *(s for s in concrete if s not in with_figures)], trouble or [s for s in told if mentions(s, cues.GOAL)]
    )


def _costs_somebody(story: Story, sentence: Sentence) -> bool:
    """Whether this sentence, or it together with the next, says whom the trouble hit and what it did to them."""
    pair = " ".join(s.plain for s in story.sentences[sentence.order : sentence.order + 2] if s.turn == sentence.turn)
    for plain in (sentence.plain, pair):
        cost = cues.CONSEQUENCE.search(plain) or numbers.FIGURE_WITH_UNIT.search(numbers.SETTING.sub(" - ", plain))
        detail = len(content_words(plain)) >= 5 or (numbers.NUMBER.search(plain) and len(content_words(plain)) >= 3)
        if cost and detail and people.AFFECTED.search(plain):
            return True
    return False


def _says_something(sentence: Sentence) -> bool:
    return len(content_words(sentence.plain)) >= 2


def is_assignment(sentence: Sentence) -> bool:
    """Whether somebody gives the candidate the work."""
    plain = standing.NOT_ASSIGNED.sub(" - ", sentence.plain)
    return not imagined(sentence) and bool(standing.ASSIGNED.search(plain))


def unasked(story: Story) -> tuple[Sentence, ...]:
    """Sentences that say it was not on anybody's order, or that they stood against one."""
    plainly = [s for s in story.sentences if standing.UNASKED.search(s.plain)]
    return tuple(plainly) + tuple(
        s for s in story.sentences if s not in plainly and (mentions(s, standing.REFUSED) or mentions(s, standing.CALLED))
    )


def ownership(story: Story) -> Found:
    """Unasked, outside the remit, volunteered, refused or made the call; else noticed and decided. Assigned work is a no."""
    strong = unasked(story)
    decided, noticed = story.matching(standing.DECIDED), story.matching(standing.NOTICED)
    assigned = [s for s in story.sentences if is_assignment(s)]
    if strong:
        return Found("yes", strong)
    if assigned:
        return Found("partly", decided) if len(decided) >= 2 else NOTHING
    if decided and noticed and noticed[0].order <= decided[-1].order and len(story.concrete) >= 2:
        return Found("yes", (noticed[0], decided[-1]))
    return _rated([], decided or (noticed if story.concrete else ()))


def role(story: Story) -> Found:
    """A stated border between own and others' work, or a story told in own steps with little team voice."""
    stated = [s for s in story.matching(standing.ROLE) if _says_something(s)]
    own, team = len(story.concrete), len(story.team_acts)
    if own >= 2 and stated:
        return Found("yes", tuple(stated))
    if own >= 3 and own >= 2 * team:
        return Found("yes", tuple(step.sentence for step in story.concrete[:2]))
    titled = story.matching(standing.TITLE)
    return _rated([], stated or titled or [step.sentence for step in story.concrete])


def first_person(story: Story) -> Found:
    """At least two different concrete own acts."""
    concrete = story.concrete
    if len(concrete) >= 2:
        return Found("yes", _once(step.sentence for step in concrete))
    return _rated([], _once(step.sentence for step in (concrete or story.steps)))


def depth(story: Story) -> Found:
    """Somebody looked at something that can be named."""
    looked = story.matching(cues.INVESTIGATED)
    found = story.matching(cues.FOUND_OUT)
    vague = story.matching(cues.VAGUELY_LOOKED)
    telling = [s for s in looked if _says_something(s)]
    acted = {step.sentence for step in story.concrete}
    learned = [s for s in found if s in acted and len(content_words(s.plain)) >= 4]
    explained = [s for s in telling if any(n in found for n in story.near(s, 2))]
    if explained or learned or len(telling) >= 3:
        return Found("yes", _once([*explained[:2], *learned[:1], *telling[:1]]))
    return _rated([], telling or [s for s in found if story.after_turning(s)] or vague)


def trade_off(story: Story) -> Found:
    """An alternative, risk or cost, with a reason in the same breath."""
    weighed = [s for s in story.sentences if _earnest_alternative(s)]
    reasoned = [s for s in weighed if len(words(s.plain)) >= 7 and any(cues.REASON.search(n.plain) for n in _from_here(story, s))]
    return _rated(reasoned, weighed)


def _from_here(story: Story, sentence: Sentence) -> tuple[Sentence, ...]:
    """The sentence and the one after it."""
    return tuple(s for s in story.near(sentence) if s.order >= sentence.order)


def _earnest_alternative(sentence: Sentence) -> bool:
    if re.search(r"hindsight|looking back|next time|differently|should have|measur|i(?:'d| would) (?!have)", sentence.plain):
        return False
    return bool(cues.ALTERNATIVE.search(sentence.plain))


def follow_through(story: Story) -> Found:
    """Brought into use, people won over, or checked afterwards."""
    carried = [s for s in story.matching(cues.CARRIED) if story.after_turning(s) and _says_something(s)]
    return _rated(_latest_first(carried), [s for s in story.matching(cues.FINISHED) if story.after_turning(s)])


def metric(story: Story) -> Found:
    """A figure in a sentence about what changed, after something was done."""
    told = [s for s in story.sentences if not numbers.UNMEASURED.search(s.plain) and story.after_turning(s) and not imagined(s)]
    measured = [s for s in told if measures(s)]
    replies = [s for s in told if "metric" in s.targets and numbers.FIGURE_WITH_UNIT.search(_without_setting(s))]
    return _rated(
        _latest_first([*measured, *(s for s in replies if s not in measured)]),
        _latest_first(s for s in told if mentions(s, numbers.CLAIMED)),
    )


def measures(sentence: Sentence) -> bool:
    """Whether the sentence holds a figure that says how much something changed."""
    plain = _without_setting(sentence)
    patterns: tuple[Pattern, ...] = (numbers.CUED_FIGURE, numbers.OUTCOME_FIGURE)
    return any(p.search(sentence.plain) for p in numbers.MEASURED[:1]) or any(
        p.search(plain) for p in (*numbers.MEASURED[1:], *patterns)
    )


def _without_setting(sentence: Sentence) -> str:
    return numbers.SETTING.sub(" - ", sentence.plain)


def impact(story: Story) -> Found:
    """Somebody it was for, or the business, is better off in a way that is told."""
    told = [s for s in story.sentences if story.after_turning(s) and not numbers.UNMEASURED.search(s.plain) and not imagined(s)]
    later = [s for s in told if s.follow_up or s.order > story.turning_point]
    pleased = [s for s in later if mentions(s, cues.PLEASED)]
    told_value = [s for s in later if _gains(s) and s not in pleased and _says_something(s) and _in_result(story, s)]
    figures = [s for s in later if measures(s) and (people.BENEFICIARY.search(s.plain) or cues.BUSINESS.search(s.plain))]
    return _rated(_once([*_latest_first(figures), *_latest_first(told_value)]), pleased)


def _gains(sentence: Sentence) -> bool:
    """Whether somebody is said to be better off; "hadn't looked" is no gain, "didn't have to" is one."""
    found = (m.group() for m in cues.VALUE.finditer(sentence.plain))
    return mentions(sentence, cues.VALUE) and any(not _LOSS.search(_RELIEF.sub(" ", said)) for said in found)


def _in_result(story: Story, sentence: Sentence) -> bool:
    """In the last part of its turn, in a reply about the result, or marked as a consequence."""
    return (
        story.place(sentence) >= 0.55
        or bool({"metric", "impact"} & set(sentence.targets))
        or bool(re.search(rf"\b{numbers.RESULT_CUE}\b", sentence.plain))
    )


def lasting_effect(story: Story) -> Found:
    """Something still in use or taken over by others; partly for a thing that could last."""
    later = [s for s in story.sentences if story.after_turning(s) and not imagined(s)]
    return _rated(
        [s for s in later if mentions(s, cues.IN_USE) and not _HEDGED.search(s.plain)],
        [s for s in later if mentions(s, cues.LASTING_THING) or mentions(s, cues.IN_USE)],
    )


def lessons(story: Story) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
    """What was learned: (tied to this story, would fit any)."""
    drawn = [s for s in story.sentences if _draws_lesson(story, s)]
    specific = [s for s in drawn if _is_specific(story, s)]
    return tuple(specific), tuple(s for s in drawn if s not in specific)


def _draws_lesson(story: Story, sentence: Sentence) -> bool:
    at_the_end = "learning" in sentence.targets or story.closes(sentence)
    late = (cues.LESSON, cues.CLOSING_LESSON) if at_the_end else ()
    said = any(pattern.search(sentence.plain) for pattern in (cues.STRONG_LESSON, *late))
    return said and not re.search(r"(?:don't|nothing|wouldn't) (?:\w+ )?(?:learn|change|do)\b", sentence.plain)


def _is_specific(story: Story, sentence: Sentence) -> bool:
    """Shares what it is about with the rest of the story, or names enough of its own, beyond the usual sayings."""
    here = content_words(cues.GENERIC_LESSON.sub(" ", cues.LESSON.sub(" ", sentence.plain)))
    generic = len(cues.GENERIC_LESSON.findall(sentence.plain))
    elsewhere = {
        w for s in story.sentences if s.order != sentence.order and not _draws_lesson(story, s) for w in content_words(s.plain)
    }
    return len(here & elsewhere) >= (2 if generic else 1) or (not generic and len(here) >= 4)


def learning(story: Story) -> Found:
    """A lesson tied to this story; partly when it would fit any."""
    specific, generic = lessons(story)
    return _rated(specific, generic)


def systemic_insight(story: Story) -> Found:
    """A reason in how the work was organised, given as a reason; partly when such a thing is only mentioned."""
    named = [s for s in story.sentences if cues.SYSTEM.search(s.plain) and not imagined(s)]
    reasons = [
        s
        for s in named
        if story.after_turning(s) and (cues.CAUSAL.search(s.plain) or story.place(s) >= 0.65 or "systemic_insight" in s.targets)
    ]
    return _rated(reasons, named)


def _latest_first(found: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """In reverse, because results are told towards the end; a lesson after them is no result."""
    told = sorted(found, key=lambda s: (bool(cues.STRONG_LESSON.search(s.plain)), -s.order))
    return tuple(told)


def _once(found: Iterable[Sentence]) -> tuple[Sentence, ...]:
    return tuple(dict.fromkeys(found))


def by_cues(story: Story, phrases: Iterable[str]) -> Found:
    """For criteria a pack adds: one of its cues is partly, two different ones are yes."""
    hits = {phrase: s for phrase in phrases for s in reversed(story.sentences) if phrase.casefold() in s.plain}
    return Found("yes" if len(hits) >= 2 else "partly", _once(hits.values())) if hits else NOTHING


def replied(story: Story, criterion: CriterionId, found: Found) -> Found:
    """`found`, read in the light of what was asked: a reply full of facts to a question about the criterion is at least a hint.

    Facts are own concrete steps and figures; a reply that only asserts has none.
    """
    reply = [s for s in story.asked(criterion) if s.targets[0] == criterion and not numbers.UNMEASURED.search(s.plain)]
    acts = [step.sentence for step in story.concrete if step.sentence in reply]
    facts = len(acts) + sum(bool(numbers.NUMBER.search(s.plain)) for s in reply)
    if criterion == "metric" or not acts or facts < 3 or len(reply) < 3:
        return found
    return Found("partly", _once(acts)) if found.rating == "no" else found


DETECTORS: Mapping[CriterionId, Detector] = {
    "stakes": stakes,
    "ownership": ownership,
    "role": role,
    "first_person": first_person,
    "depth": depth,
    "trade_off": trade_off,
    "follow_through": follow_through,
    "metric": metric,
    "impact": impact,
    "lasting_effect": lasting_effect,
    "learning": learning,
    "systemic_insight": systemic_insight,
}
