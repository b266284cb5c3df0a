"""A short reply read as what it is: the other half of its question.

"None after the update." says little by itself; after "How do you know how much it changed?" it is a measured result.
"""

import re
from collections.abc import Mapping, Sequence

from interviewer.engines.local.criteria import is_assignment
from interviewer.engines.local.found import Found, once
from interviewer.engines.local.lexicon import Pattern, any_of, cues, numbers, people
from interviewer.engines.local.sentences import Sentence
from interviewer.engines.local.story import Story
from interviewer.rubric import CriterionId
from interviewer.text import words

FEWEST_WORDS = 3
"""Words from which a reply says something."""
SUBSTANTIAL = 6
"""Words from which a reply can close its question without a figure."""

_NOTHING = re.compile(
    r"^(?:well|hm+|honestly|um+|uh+|no|sorry|i mean|to be honest|,|\.|\s)*(?:i have no idea|"
    r"i (?:really )?(?:don't|do not|can't|cannot|couldn't) (?:really )?(?:know|remember|say|recall|think)|no idea|nothing|"
    r"not (?:much|really|that|sure|at all)|none that|i'm not sure|nobody (?:ever )?(?:measured|checked|counted|knows)|"
    r"there (?:was|is) (?:no|nothing|none)|we (?:never|didn't) )"
)
_TALK = any_of(
    r"really (?:well|good|great|important)|went (?:really |very )?well|best practices?|stakeholders?|communicat\w+|teamwork|"
    r"team effort|mindset|(?:can't|never|always) (?:be )?\w* ?(?:over|under)estimate\w*|in general|it depends|"
    r"these things happen|human error"
)
_NONE_LEFT = any_of(
    r"none|zero|gone|nobody|no one|not one|not a single|never again|stopped|disappeared|no more|maybe one|only one"
)
_BEFORE = any_of(r"before|used to|until then|at first|earlier|the (?:week|month|year|day)s? before|were|was")
_MINE = any_of(
    r"my (?:own )?(?:idea|call|decision|choice|initiative)|i put myself|i volunteered|i offered|i took it (?:on|up)|i raised|"
    r"(?:i|so i) (?:simply |just )?(?:started|began|chose|decided)|nobody (?:asked|told|sent|had asked|had told)|"
    r"no ?one (?:asked|told|sent|had asked|had told)|without (?:being )?(?:asked|told)|i brought it up|i pushed for"
)
_OTHERWISE = any_of(
    r"i would(?: not|n't)?|i wouldn't|i'd|i should(?: not|n't)? have|that i should|next time|instead|sooner|earlier|from now on|"
    r"since then i|now i|today i|i was wrong|i had (?:assumed|thought|taken)"
)
_BETTER_OFF = any_of(
    r"could|no longer|not have to|didn't have to|don't have to|got (?:their|his|her|it|the|back)|able to|in time|on time|"
    r"instead of|saved|without (?:waiting|having|a|any)|no \w+ (?:had|has|have) to|went home|were (?:still )?(?:open|there|able)"
)
_STILL = any_of(
    r"still|now|every (?:day|week|month|time|new|one)|too|as well|stuck|since|to this day|by default|their own|"
    r"everybody (?:uses|does)|others?|other \w+ (?:do|does|use|took|copied)"
)
_SPIRIT = any_of(
    r"aware(?:ness)?|culture|spirit|atmosphere|mindset|eyes|impressed|closer|think twice|keep it in mind|talk(?:s|ed)? about|"
    r"(?:people|everyone|everybody|others|colleagues|they) (?:\w+ )?(?:comes?|came|asks?|talks?|thinks?|remembers?|listens?|"
    r"knows?|mention|refer|involve|would|has become)|first person|my notes|internalised|more (?:open|careful|honest)\w*"
)
"""What is said to have stayed when nothing did."""
_ARRANGED = any_of(
    r"nobody|no one|never|only|neither|each|every(?:one|body)?|whoever|no (?:reason|rule|process|owner|way|place)|paid|budgets?|"
    r"process|rules?|departments?|shifts?|offices?|staff|teams?|separate\w*|measured (?:by|on)|responsible|handover|whose|hours|"
    r"on paper|habit|counted|reported|in charge|looked"
)
_SLIP = any_of(
    r"(?:just|simply|only) (?:a|an|bad|one) (?:bug|mistake|slip|luck|oversight|error)|human (?:error|nature)|bad luck|missed it"
)
_CLOSES: Mapping[CriterionId, tuple[Pattern, int]] = {
    "ownership": (_MINE, 1),
    "learning": (_OTHERWISE, 1),
    "impact": (_BETTER_OFF, 1),
    "lasting_effect": (_STILL, 1),
    "systemic_insight": (_ARRANGED, 2),
}
"""Words that close a question about the criterion, and how many different ones it takes."""


_NEAR: Mapping[CriterionId, Pattern] = {
    "ownership": any_of(r"nobody|no ?one|i|my|mine|me"),
    "metric": any_of(numbers.CLAIMED.pattern, numbers.NUM, r"(?:much|a lot|far|way) \w+"),
    "impact": any_of(people.BENEFICIARY.pattern, _BETTER_OFF.pattern),
    "lasting_effect": _STILL,
    "learning": any_of(r"\w+"),
    "systemic_insight": _ARRANGED,
}
"""Words by which a reply shows that it is about the criterion."""


def answered(story: Story, criterion: CriterionId, found: Found) -> Found:
    """`found`, raised by replies to a question that was mainly about `criterion`.

    A reply that is about it is at least a hint; one that says the very thing the question is about closes it. One that says
    there is nothing, talks in phrases, or tells of an assignment raises nothing.
    """
    if found.rating == "yes":
        return found
    replies = [
        reply for reply in _replies(story, criterion) if story.substance(reply[0]) != "asserted" and _says_something(reply)
    ]
    if criterion == "lasting_effect":
        replies = [reply for reply in replies if not _SPIRIT.search(_plain(reply))]
    closing = next((reply for reply in replies if _closes(criterion, reply)), None)
    if closing:
        return Found("yes", once([*closing, *found.evidence]))
    hint = next((reply for reply in replies if _hints(criterion, reply)), None)
    return Found("partly", once([*found.evidence, *hint])) if hint else found


def _replies(story: Story, criterion: CriterionId) -> list[list[Sentence]]:
    """The sentences of each turn whose question was mainly about `criterion`."""
    asked = [s for s in story.asked(criterion) if s.targets[:1] == (criterion,)]
    return [[s for s in asked if s.turn == turn] for turn in dict.fromkeys(s.turn for s in asked)]


def _says_something(reply: Sequence[Sentence]) -> bool:
    plain = _plain(reply)
    denied = _NOTHING.search(plain) or numbers.UNMEASURED.search(plain) or any(is_assignment(s) for s in reply)
    return len(words(plain)) >= FEWEST_WORDS and not denied and not _TALK.search(plain)


def _closes(criterion: CriterionId, reply: Sequence[Sentence]) -> bool:
    plain = _plain(reply)
    if criterion == "metric":
        return _measures(plain)
    if criterion not in _CLOSES:
        return False
    pattern, least = _CLOSES[criterion]
    said = len({m.group() for m in pattern.finditer(plain)})
    long_enough = criterion == "ownership" or len(words(plain)) >= SUBSTANTIAL
    if criterion == "impact" and len(words(plain)) >= FEWEST_WORDS and numbers.NUMBER.search(numbers.SETTING.sub(" ", plain)):
        return True
    generic = cues.GENERIC_LESSON.search(plain) or (criterion == "systemic_insight" and _SLIP.search(plain))
    return said >= least and long_enough and not generic


def _hints(criterion: CriterionId, reply: Sequence[Sentence]) -> bool:
    """Whether the reply is at least about what was asked; what else it tells is for the detectors."""
    return criterion in _NEAR and bool(_NEAR[criterion].search(_plain(reply)))


def _measures(plain: str) -> bool:
    """Two figures, or one next to what is left of it."""
    figures = numbers.NUMBER.findall(numbers.SETTING.sub(" ", plain))
    return len(figures) >= 2 or (len(figures) == 1 and bool(_NONE_LEFT.search(plain)) and bool(_BEFORE.search(plain)))


def _plain(reply: Sequence[Sentence]) -> str:
    return " ".join(s.plain for s in reply)
