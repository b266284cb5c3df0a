"""What a candidate's turn is, told from its words alone.

A real answer taken for something else would lose what the candidate said, so the burden of proof lies on everything but an
answer: a turn is off script only if `off_script.TABLE` explains all of it. Each row takes away the phrases it knows, in order;
the first row that finds one names the kind; if more than `_EMPTY` words are left over, something was told: it is an answer.
Next to a request its excuse tells nothing either ("Could you say that again? My phone rang."); alone it may well be an answer.
"""

import re
from functools import cache
from typing import NamedTuple

from interviewer.gist import HESITATION, gist, phrases
from interviewer.text import clean, words
from interviewer.transcript import TurnKind

TOO_MANY_WORDS = 4000
"""A turn of more words is too long: it is about half an hour of speech."""
TOO_MANY_CHARACTERS = 40_000
"""The same limit for scripts that put no spaces between words."""
OFF_SCRIPT_WORDS = 45
"""A turn of more words is an answer: nobody takes as many to ask for a question again."""
OFF_SCRIPT_CHARACTERS = 450

_EMPTY = {".", "?", ":", "ASK", "WISH", "WE", "MAY", "SHOULD"} | set(
    words(
        "and but so then now well oh again also right first one here there though too like quick"
        " ha phew whew oof ooh aw ugh god gosh whatever"
    )
)
"""What may be left over of a turn that is off script."""
_MASHED = re.compile(
    r"asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|zxcv|xcvb|lkjh|poiu|[^\Waeiouy\d_]{7,}|^[^\Waeiouy\d_]{6,}$|^([^\W\d_])\1{3,}$|\w{40,}",
    re.IGNORECASE,
)
"""What no word holds: runs along the keyboard, too many consonants, one letter only, no end."""

_STATE = (
    r"(?:i (?:was|am|got|went|felt|feel) )?(?:(?:bit|little|so|too|still|all|also|rather|feeling) )*(?:not feeling well|sick"
    r"|nervous|distracted|lost|confused|tired|sleepy|stressed|excited|running late|late|muted|on mute(?: and)?|away|elsewhere"
    r"|rambling|off track|mixed up|not (?:listening|concentrating))(?: by (?:noise|sound|something|someone|phone|message"
    r"|email)(?: outside)?)?(?: (?:today|already))*"
)
_DISTURBANCE = (
    r"(?:there was )?(?:some(?:one|body)|noise|(?:door)?bell|phone|alarm|dog|cat|kids?|baby|child|children|son|daughter|wife"
    r"|husband|mother|mom|father|dad|roommate|flatmate|neighbou?rs?|delivery (?:guy|man|person)|postman|courier|laptop"
    r"|headphones|headset|charger|battery|mic|microphone)(?: (?:was|is|are|were|got|went|rang|ringing|barking|barked|crying"
    r"|jumped|came|walked|fell|froze|died|knocked|knocking|off|in|into|on|at|out|low|door|room|corridor|hall|street|kitchen"
    r"|house|building|keyboard|desk|lap|outside|noise|again))+"
)
_LINE = (
    r"(?:internet |video )?(?:connection|internet|wifi|network|line|sound|audio|video|voice|boss|call)(?: (?:was|were|got|just"
    r"|cut|broke|went|called|calling|dropped|froze|frozen|lost|bad|muted|off|out|up|down|lagging|gone|quiet|again|one moment"
    r"|bit))+"
)
_UNHEARD = (
    r"i (?:think i )?(?:(?:spaced|zoned|tuned) out|drifted off|was not listening|(?:missed|lost)(?: (?:half|part|some|most|end"
    r"|beginning|bit|all|of|connection|internet|sound|you|one moment))+|was thinking (?:about|of) something else"
    r"|had (?:headphones|headset|mic|sound|volume) (?:on|off|down|muted)|(?:did|could) not (?:listen|pay attention|concentrate))"
    r"|(?:i )?(?:did|could) not (?:hear|catch|get)(?: (?:you|all|everything))?|i was (?:still )?(?:looking|reading|writing"
    r"|typing|talking)(?: (?:at|previous|last|down|notes?|messages?|screen|question|else|someone|something|away))*"
)
_SURPRISE = (
    r"(?:i (?:did not expect|was not (?:ready|expecting|prepared)|(?:have )?never thought about)(?: {question})?|(?:nobody"
    r"|no one) (?:has )?ever asked(?: {question})?(?: before)?|was (?:such )?(?:good|hard|tough|nice"
    r"|difficult) question)(?=(?: \.)? {2})"
)
"""Only right before the request, where it has left its gap: after "let me think" it may be what was thought of."""
_MISTOLD = (
    r"(?:(?:first|last|previous) )?(?:{story}|answer)? ?(?:was|is) (?:not )?(?:(?:bit|too|so|little|very|all) )*(?:weak|vague"
    r"|short|long|bad|boring|good|confusing|messy|mess|better|unclear|over place|wrong|clear|strong|great|relevant|best"
    r"|fit)(?: (?:in )?{story})?"
    r"|i (?:was|am) (?:too |bit |so )*(?:vague|unclear|messy)(?: in {story})?|i (?:messed|mixed|screwed)(?: everything"
    r"| all)? up(?: everything)?|i got all mixed up|came out (?:all )?wrong|made no sense|i am (?:all )?over place"
    r"|i (?:picked|chose|took|gave|used|told) wrong {story}|i (?:think i )?(?:had"
    r"|have|remembered|thought|recalled|found)(?: (?:also|about|even))* (?:better|another|different|stronger|nicer) {story}"
)
_SMALL_TALK = (
    r"i had (?:(?:such|very|long|busy|hard|rough|bad|good|nice|short) )+(?:day|night|week|morning)|is first {interview}"
    r"|was (?:funny|nice|kind|fun)|was (?:such )?(?:good|nice|great|interesting|hard|tough) question|good one|(?:nice|good|great"
    r"|happy) be here"
)
_ERRAND = r"WISH (?:grab|get|close|answer|open|find|plug in|fetch|mute)(?: (?:charger|door|phone|window|headphones))"
_UNPLEASANT = (
    r"(?:is|was) (?:(?:too|very|so|bit) )*(?:bad|hard|difficult|painful|sad|dark) (?:time|period|memory)|(?:is|was) (?:too|very"
    r"|so|bit) (?:personal|private|painful)|i (?:had no|never had)(?: such)? {story}|i never did"
)
_GRUMBLE = (
    r"(?:(?:whole|entire|all|this) )*(?:(?:thing|{interview}|everything|app|tool|nonsense) )?(?:is|was) (?:(?:so|such|just|total"
    r"|pretty|all|all so) )*(?:stupid|dumb|ridiculous|boring|useless|nonsense|bullshit|pointless|joke|waste(?: time)?"
    r"|waste of time)|you wasted(?: my)? time"
)

_FIRST = r"before i (?:answer|begin|start|go on|continue|tell|say anything)(?: {question})?"


class _Excuse(NamedTuple):
    """What is said to excuse a request: next to what `beside` finds in one of that kind, it tells of nothing but the call."""

    kind: TurnKind
    beside: re.Pattern[str]
    said: re.Pattern[str]


def _excuse(kind: TurnKind, beside: str, *wordings: str) -> _Excuse:
    return _Excuse(kind, re.compile(beside), phrases(rf"(?:(?:because|as|since) )?(?:{'|'.join(wordings)})"))


@cache
def _excuses() -> tuple[_Excuse, ...]:
    return (
        _excuse("repeat", r"[A-Z]{2}|\?|what \w|pardon", _STATE, _DISTURBANCE, _LINE, _UNHEARD),
        _excuse("think", r"wait|hold|hang|moment|minute|bear", _DISTURBANCE, _ERRAND),
        _excuse("think", r"[A-Z]{2}|moment|minute", _SURPRISE),
        _excuse("another_story", r"[A-Z]{2}", _STATE, _MISTOLD),
        _excuse("stop", r"[A-Z]{2}", _STATE, _DISTURBANCE, _LINE),
        _excuse("skip", r"[A-Z]{2}|next question", _UNPLEASANT),
        _excuse("off_topic", r"(?<!thanks )you|^is |how (?:is|was|has)", _STATE, _SMALL_TALK),
        _excuse("outcome", "", _FIRST),
        _excuse("instruction", "", _FIRST),
        _excuse("distress", "", _STATE),
        _excuse("abuse", "", _GRUMBLE),
    )


def kind_of(text: str, opening: bool = False) -> TurnKind:
    """What the candidate's turn `text` is; in doubt an answer. Never raises.

    `opening`: nothing was told yet, so that there being nothing to tell is no answer, and passes the question.
    """
    text = clean(text)
    said = words(text)
    if len(said) > TOO_MANY_WORDS or len(text) > TOO_MANY_CHARACTERS:
        return "too_long"
    if _unreadable(said):
        return "unreadable"
    if len(said) > OFF_SCRIPT_WORDS or len(text) > OFF_SCRIPT_CHARACTERS:
        return "answer"
    if all(HESITATION.fullmatch(word.casefold()) for word in said):
        return "think"
    # Imported here, because they take a while to compile, and the first screen comes before the first words.
    from interviewer.no_story import says_there_is_none
    from interviewer.other_languages import request_in_another_language

    if opening and says_there_is_none(gist(text)):
        return "skip"
    return _off_script(gist(text)) or request_in_another_language(text) or "answer"


def _off_script(left: str) -> TurnKind | None:
    """The kind named by the first row that finds something, if the rows together explain all there is."""
    from interviewer.off_script import TABLE

    kinds: list[TurnKind] = []
    for row in TABLE:
        found = " ".join(match[0] for match in row.pattern.finditer(left))
        if found:
            kinds.append(row.kind)
            left = row.pattern.sub(" ", left)
            for excuse in _excuses():
                if excuse.kind == row.kind and excuse.beside.search(found):
                    left = excuse.said.sub(" ", left)
    return kinds[0] if kinds and _EMPTY.issuperset(left.split()) else None


def _unreadable(said: list[str]) -> bool:
    """Whether the words of a turn are none, or mostly keys pressed at random. Words of other scripts than Latin are words."""
    letters = sum(map(len, said))
    mashed = sum(len(w) for w in said if w.isascii() and _MASHED.search(w) and not HESITATION.fullmatch(w.casefold()))
    return not letters or mashed > 0.7 * letters
