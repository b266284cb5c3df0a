"""A detector for each criterion from the situation to the result."""

import re

from interviewer.engines.local.found import NOTHING, Found, latest_first, once, rated
from interviewer.engines.local.lexicon import Pattern, cues, numbers, people, standing
from interviewer.engines.local.sentences import Sentence
from interviewer.engines.local.story import Story, content_words, earnest, imagined, mentions
from interviewer.text import words

_RELIEF = re.compile(
    r"\b(?:didn't|did not|don't|do not|doesn't|no longer|nobody|no one|without)(?: \w+)? (?:have to|need|lose|wait\w*|"
    r"miss\w*|lost|had to|\w+ing)|\bwithout\b|\bno longer\b"
)
_LOSS = re.compile(r"\b(?:not|never|\w+n't|no)\b")


def stakes(story: Story) -> Found:
    """Something was wrong or wanted, and somebody paid for it: trouble with a consequence for people, told near the beginning."""
    opening = [s for s in story.sentences if not s.follow_up][: max(5, story.turning_point + 3)]
    told = [*opening, *story.asked("stakes"), *story.asked("impact")]
    trouble = [s for s in told if cues.TROUBLE.search(s.plain) and (numbers.NUMBER.search(s.plain) or not imagined(s))]
    concrete = [s for s in trouble if _costs_somebody(story, s)]
    with_figures = [s for s in concrete if numbers.NUMBER.search(s.plain)]
    return rated(
        [*with_figures, *(s for s in concrete if s not in with_figures)], trouble or [s for s in told if mentions(s, cues.GOAL)]
    )


def _costs_somebody(story: Story, sentence: Sentence) -> bool:
    """Whether this sentence, or it together with the next two, says whom the trouble hit and what it did to them."""
    told = [s.plain for s in story.sentences[sentence.order : sentence.order + 3] if s.turn == sentence.turn]
    for plain in (" ".join(told[:count]) for count in (1, 2, 3)):
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
    return rated([], decided or (noticed if story.concrete else ()))


def role(story: Story) -> Found:
    """A stated border between own and others' work, or a story told in own steps with little team voice."""
    stated = [s for s in story.matching(standing.ROLE) if _says_something(s)]
    own, team = len(story.concrete), len(story.team_acts)
    if own >= 2 and stated:
        return Found("yes", tuple(stated))
    if own >= 3 and own >= 2 * team:
        return Found("yes", tuple(step.sentence for step in story.concrete[:2]))
    titled = story.matching(standing.TITLE)
    return rated([], stated or titled or [step.sentence for step in story.concrete])


def first_person(story: Story) -> Found:
    """At least two different concrete own acts."""
    concrete = story.concrete
    if len(concrete) >= 2:
        return Found("yes", once(step.sentence for step in concrete))
    return rated([], once(step.sentence for step in (concrete or story.steps)))


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
        return Found("yes", once([*explained[:2], *learned[:1], *telling[:1]]))
    return rated([], telling or [s for s in found if story.after_turning(s)] or vague)


def trade_off(story: Story) -> Found:
    """An alternative, risk or cost, with a reason in the same breath."""
    weighed = [s for s in story.sentences if _earnest_alternative(s)]
    reasoned = [s for s in weighed if len(words(s.plain)) >= 7 and any(cues.REASON.search(n.plain) for n in _from_here(story, s))]
    return rated(reasoned, weighed)


def _from_here(story: Story, sentence: Sentence) -> tuple[Sentence, ...]:
    """The sentence and the one after it."""
    return tuple(s for s in story.near(sentence) if s.order >= sentence.order)


def _earnest_alternative(sentence: Sentence) -> bool:
    if re.search(
        r"hindsight|looking back|next time|differently|should have|measur|i(?:'d| would) (?!have|be|lose|need)", sentence.plain
    ):
        return False
    return bool(cues.ALTERNATIVE.search(sentence.plain))


def follow_through(story: Story) -> Found:
    """Brought into use, people won over, or checked afterwards; partly when finished, or when own steps led to a measured end."""
    carried = [s for s in story.matching(cues.CARRIED) if story.after_turning(s) and _says_something(s)]
    if carried:
        return Found("yes", latest_first(carried))
    finished = [s for s in story.matching(cues.FINISHED) if story.after_turning(s)]
    measured = metric(story)
    return rated((), finished or (measured.evidence if measured.rating == "yes" and len(story.concrete) >= 2 else ()))


def metric(story: Story) -> Found:
    """A figure in a sentence about what changed, after something was done."""
    told = [s for s in story.sentences if not numbers.UNMEASURED.search(s.plain) and story.after_turning(s) and earnest(s).plain]
    measured = [s for s in told if measures(earnest(s))]
    replies = [s for s in told if "metric" in s.targets and numbers.FIGURE_WITH_UNIT.search(_without_setting(earnest(s)))]
    return rated(
        latest_first([*measured, *(s for s in replies if s not in measured)]),
        latest_first(s for s in told if mentions(s, numbers.CLAIMED)),
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
    return rated(once([*latest_first(figures), *latest_first(told_value)]), pleased)


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
