"""One detector per red flag: the sentences it rests on, or None when it is not seen."""

import re
from collections.abc import Callable, Mapping

from interviewer.engines.local import criteria, reflecting
from interviewer.engines.local.found import Found
from interviewer.engines.local.lexicon import any_of, cues, numbers
from interviewer.engines.local.lexicon.people import BENEFICIARIES
from interviewer.engines.local.sentences import Sentence
from interviewer.engines.local.story import Story, imagined, mentions
from interviewer.rubric import CriterionId, FlagId
from interviewer.text import words

IMAGINED = 0.45
"""Share of sentences that tell what would be done from which no case is told."""
Findings = Mapping[CriterionId, Found]
Seen = tuple[Sentence, ...] | None
"""The sentences a flag rests on, possibly none where it is an absence; None when it is not raised."""

_HANDED = any_of(
    r"(?:sent|gave|passed|moved|routed) (?:it|this|that|them|an? \w+|the \w+) (?:over |on )to|(?:somebody|"
    r"someone) (?:would|will) (?:contact|call|look|handle|take)",
    r"escalat\w+|reported (?:it|this|that|the \w+)|forward\w* (?:it|this|that|the \w+)|pass(?:ed)? (?:it|this|"
    r"that|the \w+) (?:on|to|along|over)|raised (?:it|this|that|the \w+) (?:with|to)|flagged (?:it|this|that|"
    r"the \w+)|(?:opened|created|filed|raised|logged|submitted) (?:a|an) (?:\w+ )?(?:ticket|request|report|case|"
    r"issue)|"
    r"informed (?:my|the|them|him|her)|told (?:my|the) (?:\w+ )?(?:manager|boss|lead|supervisor|team|head|"
    r"director)|notified|handed (?:it|this|that|the \w+) over to|sent (?:it|this|that|an? \w+|the \w+) to (?:my|"
    r"the|our|\w+ team)|let (?:my|the) (?:\w+ )?(?:manager|boss|lead|supervisor|team) know|left it (?:to|with)",
)
_THEY_DID = any_of(
    r"(?:they|he|she|someone|somebody|the \w+ team|the team|my manager|it) (?:\w+ )?(?:fixed|took (?:it|over|care|"
    r"that)|handled|dealt|solved|resolved|sorted|looked into|investigated|found|was fixed|got fixed|"
    r"was (?:re)?solved|was handled)|(?:their|his|her) (?:job|problem|responsibility)|up to them|out of my hands"
)
_CONDEMNED = any_of(
    r"(?:his|her|their|the \w+ team's|\w+'s|my \w+'s) (?:own )?fault|(?:not|wasn't|isn't) (?:really )?my fault|"
    r"nothing (?:to do with me|i could)|incompeten\w+|lazy|useless|careless|clueless|stupid|idiots?|"
    r"unprofessional|sloppy|terrible (?:manager|team|boss|code)|"
    r"(?:didn't|don't|doesn't|never|did not) (?:really )?(?:care|do (?:their|his|her) job|listen|bother|"
    r"know what)|messed (?:\w+ )?up|screwed (?:\w+ )?up|let (?:us|me) down|to blame|blamed?|they should have|"
    r"he should have|she should have|if they had (?:just |only )?|refused to (?:listen|help|cooperate|understand|"
    r"do)|wouldn't (?:listen|cooperate|help)|dropped the ball|threw (?:me|us) under",
)
_PEOPLE = (
    rf"(?:they|he|she|who|them|(?:the|some|one|other|our|my|these|those) (?:[\w'-]+ ){{0,3}}?(?:{BENEFICIARIES}|teams?|"
    rf"departments?|crew|"
    r"clerks?|management|side|guys|\w+ers))"
)
_UNWILLING = any_of(
    rf"{_PEOPLE} (?:just |simply |\w+ )?(?:(?:wouldn't|would not|refused to|(?:didn't|don't|did not) want to|weren't "
    rf"willing to) (?:\w+ )?"
    r"(?:cooperate|help|listen|learn|change|understand|see|try|accept|adapt|engage|share|work|read)|(?:never|didn't|don't|hadn't|"
    r"haven't|did not) (?:even |really |properly |ever )?(?:pay|paid|look(?:ed)? (?:at|into)|read|listen(?:ed)?|care[d]?|"
    r"bother(?:ed)?|follow(?:ed)?|think|thought))|(?:set|stuck) in their ways|(?:because|since) they're \w+|"
    rf"{_PEOPLE} made (?:it|things|life) (?:\w+ )?(?:difficult|hard)",
    rf"{_PEOPLE}(?: are| were|,? who were| is| was)? (?:not (?:very |really |exactly )?|quite |very |rather |never "
    rf")(?:helpful|cooperative|"
    r"supportive|competent|interested|professional|technical|sensitive|stubborn|resistant|difficult|narrow-minded)",
)
"""Others are said to be unwilling or careless."""
_AGREED = any_of(
    r"(?:we|everyone|everybody|the team|it was) (?:all |then |simply )?(?:agreed|decided)|together we|we [^.]{3,45} together|"
    r"(?:and|then) together"
)
_CAUSED = any_of(
    r"(?:because|since|as) (?:they|he|she|the \w+ (?:team|department)|the \w+|\w+ team|my (?:\w+ )?(?:manager|"
    r"colleague|boss|teammate|lead)) (?:\w+ )?(?:didn't|never|failed|refused|forgot|ignored|wouldn't|couldn't|"
    r"messed|screwed|was|were|kept|did not|had not|hadn't)"
)
_OWN_PART = any_of(
    r"i (?:should have|should've|could have|was wrong|missed|made (?:a|the|my) mistake|underestimated|assumed|"
    r"waited|apologi[sz]ed|got (?:it|that|something) wrong|broke|caused|forgot|overlooked)|my (?:own )?(?:mistake|"
    r"part|fault|share|responsibility)|on me|i also"
)
_TRAIT = any_of(
    r"i(?:'m| am) (?:\w+ ){0,2}(?:person|passionate|perfectionist|player|leader|learner|believer|curious|driven|"
    r"motivated|proud|hard)|i (?:love|believe|like|enjoy|value|always|care)|drives me|my (?:passion|motto|"
    r"philosophy|strengths?|skills)|years of experience|i have (?:\w+ )?(?:experience|worked|skills)|"
    r"for me \w+ is|is (?:\w+ )?important (?:to|for) me"
)
_FACT = any_of(
    r"(?:passed (?!it|this|that|them|on)|renewed|promoted|graduated|signed|won|published|certified|enrolled|extended|"
    r"accredited|stayed with|came back)"
)


def assigned(story: Story, found: Findings) -> Seen:
    """Told to do it, and no word of anything beyond that."""
    told = tuple(s for s in story.sentences if criteria.is_assignment(s))
    return told if told and found["ownership"].rating != "yes" else None


def handed_off(story: Story, found: Findings) -> Seen:
    """Passed on, and no own concrete step after it."""
    handed = story.matching(_HANDED)
    if not handed or not any(re.search(r"(?<![\w'])(?:i|we|my|our)(?![\w])", s.plain) for s in handed):
        return None
    last = handed[-1]
    later = [step for step in story.concrete if step.sentence.order > last.order and not mentions(step.sentence, _HANDED)]
    others = [s for s in story.sentences if s.order >= last.order and _THEY_DID.search(s.plain)]
    earlier = [step for step in story.concrete if step.sentence.order < handed[0].order]
    if later or (len(earlier) >= 3 and not others) or (found["follow_through"].rating == "yes" and not others):
        return None
    return (last, *others[:1])


def we_voice(story: Story, found: Findings) -> Seen:
    """Mostly "we", and hardly an own step; or it was decided together and nothing own is told."""
    team, own = story.team_acts, len(story.concrete)
    agreed = story.matching(_AGREED)
    hidden = agreed if own <= 1 else ()
    if asserted := tuple(s for s in hidden or (team if own == 0 else ()) if story.substance(s) == "asserted"):
        return tuple(dict.fromkeys(asserted))[:3]
    if len(team) >= 2 and (own == 0 or (own == 1 and len(team) >= 3) or len(team) >= 3 * own):
        return tuple(dict.fromkeys(team))[:3]
    return None


def vague_result(story: Story, found: Findings) -> Seen:
    """No figure, nothing that is still in use, and no fact that could be checked."""
    if any(found[c].rating == "yes" for c in ("metric", "lasting_effect")) or _figured(found["impact"]):
        return None
    facts = [s for s in story.sentences if story.after_turning(s) and mentions(s, _FACT)]
    return None if facts and found["metric"].rating == "partly" else found["metric"].evidence[:1]


def _figured(impact: Found) -> bool:
    return impact.rating == "yes" and any(numbers.NUMBER.search(s.plain) for s in impact.evidence)


def generic_learning(story: Story, found: Findings) -> Seen:
    """A lesson is drawn, and none of it is tied to the story; one that answers the question for it is."""
    if found["learning"].rating == "yes":
        return None
    specific, generic = reflecting.lessons(story)
    return generic if generic and not specific and any(cues.GENERIC_LESSON.search(s.plain) for s in generic) else None


def blame(story: Story, found: Findings) -> Seen:
    """Others are judged or made the cause, and no own part is named."""
    judged = [s for s in story.sentences if _CONDEMNED.search(s.plain)]
    caused = [s for s in story.sentences if _CAUSED.search(s.plain) and s not in judged]
    own = any(mentions(s, _OWN_PART) for s in story.sentences)
    if own:
        return None
    if len(judged) >= 2 or (judged and caused):
        return (*judged, *caused)
    hinted = (*judged, *caused, *(s for s in story.sentences if _UNWILLING.search(s.plain)))
    return tuple(s for s in dict.fromkeys(hinted) if story.substance(s) == "asserted") or None


def hypothetical(story: Story, found: Findings) -> Seen:
    """About half or more is imagined, and more than was done; lessons do not count, nor does a story with a measured end.

    Of the recorded interviews with less of it (two sentences or more) every other one is a real story; what was learned tells them apart.
    """
    told = tuple(s for s in story.sentences if not s.follow_up and not cues.STRONG_LESSON.search(s.plain) and not story.closes(s))
    unreal = tuple(s for s in told if imagined(s))
    if found["metric"].rating == "yes" or len(unreal) < 2 or len(story.concrete) > 1:
        return None
    mostly = len(unreal) >= IMAGINED * len(told)
    return unreal[:3] if mostly and len(story.concrete) < len(unreal) else None


def off_topic(story: Story, found: Findings) -> Seen:
    """Plenty of words, and either nobody did anything in them or they mostly describe the speaker."""
    length = sum(len(words(s.plain)) for s in story.sentences)
    idle = not story.steps and not story.team_acts and found["stakes"].rating != "yes"
    boasts = tuple(s for s in story.sentences if _TRAIT.search(s.plain))
    about_self = len(boasts) >= max(2, 0.4 * len(story.sentences)) and len(story.concrete) <= 2
    unreal = any(imagined(s) for s in story.sentences)
    return (boasts or story.sentences)[:1] if length >= 15 and (idle or about_self) and not unreal else None


DETECTORS: Mapping[FlagId, Callable[[Story, Findings], Seen]] = {
    "assigned": assigned,
    "handed_off": handed_off,
    "we_voice": we_voice,
    "vague_result": vague_result,
    "generic_learning": generic_learning,
    "blame": blame,
    "hypothetical": hypothetical,
    "off_topic": off_topic,
}
