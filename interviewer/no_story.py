"""Ways to say that there is no story to tell, in the reduced English of `interviewer.gist`.

After a follow-up the same words may be its honest answer ("What would you change?" "Nothing comes to mind."). After a main
question they tell nothing, and another one is what helps.
"""

import re

from interviewer.gist import phrases
from interviewer.text import words

_SUCH = (
    r"(?: (?:any|anything|one|ones|such|something|example|stories|story|time|situation|case|experience|like|fits|fitting|here"
    r"|where|when|good|single|specific|concrete|particular|now|yet|moment|at|right|ever|with|in|off|top|head))*"
)
_RECALL = r"(?:think|come up with|remember|recall|name|find)(?: (?:about|up))?"

_NO_STORY = phrases(
    r"(?:i have )?no (?:idea|clue)(?: what (?:say|tell)(?: you)?)?",
    r"(?:i )?(?:do not|can not) (?:know|say|tell)(?: (?:what|how))?(?: (?:say|tell|answer|talk about))?(?: you)?",
    r"i could not tell you|idk|i am (?:blanking|blank)(?: here)?",
    r"(?:nothing|none|no (?:one|example|story))"
    r"(?: (?:comes|springs|pops|jumps|is coming|occurs)(?: (?:into|up))?(?: (?:mind|head))?)?"
    rf"(?: i (?:can|could) {_RECALL})?{_SUCH}",
    rf"not (?:i can {_RECALL}|i (?:know|recall|remember)){_SUCH}",
    rf"i (?:have got|have|got) nothing{_SUCH}(?: tell| say)?",
    rf"(?:i do not think )?(?:is |has |have )?(?:never|ever)(?: ever)? happened{_SUCH}",
    rf"(?:i do not think )?i (?:have )?(?:never|ever|not) (?:been|had|done|experienced|faced|did)(?: (?:do|position))?{_SUCH}",
    rf"(?:i )?(?:do not (?:think i )?(?:have|had|got)|have not(?: got| had)?|have no){_SUCH}",
    rf"(?:i )?(?:can|could|do|did) not {_RECALL}{_SUCH}",
    r"(?:is|are)(?: (?:too|all|strictly))? (?:private|confidential|personal|secret|classified)",
    r"i can not (?:talk|speak|say|share)(?: (?:about|anything|that|nda))*|i (?:signed|am under) nda",
)
_AROUND = frozenset(
    words(
        "sorry no nope nah hmm well so i am afraid think but and is all really here now honestly at moment right would must about"
    )
) | {"."}
"""What may be said around it."""


def says_there_is_none(gist: str) -> bool:
    """Whether a gist says that there is no story, and nothing else."""
    left, found = re.subn(_NO_STORY, " ", gist)
    return found > 0 and _AROUND.issuperset(left.split())
