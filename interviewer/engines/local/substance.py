"""Whether a turn tells what happened or only asserts how things are."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from interviewer.engines.local.lexicon import any_of, numbers
from interviewer.engines.local.lexicon.verbs import FUNCTION, IRREGULAR, MENTAL
from interviewer.engines.local.sentences import Sentence
from interviewer.text import words

Substance = Literal["told", "plain", "asserted"]
"""`told`: several facts that somebody could check; `asserted`: fewer of them than words that fit any story; `plain`: neither."""

SHORT = 12
"""Words below which a turn is a plain answer."""
ENOUGH = 3
"""Facts from which a turn tells something."""

_WHEN = any_of(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|june|july|august|september|october|november|"
    r"december|(?:second|third|fourth|fifth) time|(?:last|that|this|one|next) (?:spring|summer|autumn|fall|winter)|"
    r"christmas|easter",
    r"(?:that|the same|the next|next|one|the following|the first|the second|the third|the last|two|three) (?:day|morning|"
    r"afternoon|evening|night|week|weekend|month|term|shift|year)s?",
)
_OTHERS = re.compile(
    r"(?<![\w'])(?:he|she|they|who|it|(?:the|a|an|my|our|her|his|their|one|another|some|two|three|both|each|most|all)(?: of)?"
    r"(?: [\w'-]+){1,3}?)(?:'d| had| have| has)?(?: also| then| only| just| even)? ([a-z]+)(?![\w'])"
)
_SPEECH = re.compile(r"[\"“][^\"”]{4,}[\"”]|(?<!\w)'[^']{8,}'(?!\w)|\b(?:he|she|they|i) (?:said|asked|wrote|told \w+),? ")
_FILLER = any_of(
    r"really|very|quite|of course|obviously|clearly|basically|certainly|definitely|naturally|a lot|lots|i think|i guess|i "
    r"believe|"
    r"i suppose|probably|somehow|and so on|honestly|simply"
)
"""Words of speech and of advertising alike: they only add to what is asserted in other words."""
_ASSERTING = any_of(
    r"always|everyone|everybody|everything|anything|in general|generally|usually|as far as i know|i(?:'d| would) say|"
    r"at some point|all sides|in every respect|in the long (?:run|term)",
    r"i(?:'m| am|'ve always been) (?:\w+ )?(?:someone|somebody|the kind|the type|quite|a \w+ person)|the kind of person|"
    r"much (?:more|better|easier|cleaner|faster)|important|aware(?:ness)?|mindset|atmosphere|stakeholders?|"
    r"communicat\w+|team effort|together|involved|perspectives?|driving force|great|positive|success\w*|smooth\w*|benefits?|"
    r"win|motivated|committed|interest(?:ed|ing)?|feeling|gut|trust|whole|fully|properly|carefully|aligned?|engaged?|"
    r"(?:anybody|anyone) who|you (?:just |simply |always |never )?(?:know|have to|can|need|must|should|develop|notice|can't)|"
    r"people (?:are|have|know|don't|can|trust|come|now|always)|human nature|right direction|no doubt|natural(?:ly)?",
)


def substance(turn: Sequence[Sentence], steps: Mapping[Sentence, int]) -> Substance:
    """How much of a turn is told; `steps` counts the candidate's concrete acts in a sentence."""
    if sum(len(words(s.plain)) for s in turn) < SHORT:
        return "plain"
    told = sum(facts(s, steps) for s in turn)
    claims, fillers = (sum(len(pattern.findall(s.plain)) for s in turn) for pattern in (_ASSERTING, _FILLER))
    asserting = claims + min(claims, fillers)
    if asserting >= 2 and asserting >= told:
        return "asserted"
    return "told" if told >= max(ENOUGH, asserting + 2) else "plain"


def checkable(sentence: Sentence) -> bool:
    """Whether the sentence itself holds a figure, a point in time or somebody's words."""
    found = numbers.NUMBER.search(sentence.plain) or _WHEN.search(sentence.plain) or _SPEECH.search(sentence.text)
    return found is not None


def facts(sentence: Sentence, steps: Mapping[Sentence, int]) -> int:
    """Figures, points in time, spoken words, and acts of the candidate and of others."""
    figures = sum(1 for _ in numbers.NUMBER.finditer(sentence.plain))
    others = sum(_is_act(m.group(1)) for m in _OTHERS.finditer(sentence.plain))
    when, speech = _WHEN.search(sentence.plain), _SPEECH.search(sentence.text)
    return min(2, figures) + min(2, others) + min(3, steps.get(sentence, 0)) + bool(when) + bool(speech)


def _is_act(verb: str) -> bool:
    return verb not in MENTAL and verb not in FUNCTION and (verb in IRREGULAR or (verb.endswith("ed") and len(verb) > 4))
