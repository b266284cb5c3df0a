"""What a reply must hold to be about its question, and to close it."""

import re
from collections.abc import Mapping

from interviewer.engines.local.lexicon import Pattern, any_of, cues, habits, numbers, people, standing
from interviewer.rubric import CriterionId

NOTHING = re.compile(
    r"^(?:well|hm+|honestly|um+|uh+|no|sorry|i mean|to be honest|for me|,|\.|\s)*(?:i have no idea|i (?:really )?(?:don't|"
    r"do not|can't|cannot|couldn't|didn't|did not) (?:really )?(?:know|remember|say|recall|think|see|need|have)|no idea|"
    r"nothing|none\b|no[,.]|not (?:much|really|that|sure|at all|very)|i'm not sure|nobody (?:ever )?(?:measured|checked|"
    r"counted|knows)|there (?:was|is|were|wasn't|isn't|weren't) (?:really )?(?:no|nothing|none|any|much|another|time|one)|"
    r"we (?:never|didn't) (?:really )?(?:measure|check|track|count|follow|compare)\w*)"
)
"""The reply begins by saying that there was none, or that it is not known."""
PHRASES = any_of(
    r"really (?:well|good|great|important)|went (?:really |very )?well|best practices?|stakeholders?|communicat\w+|teamwork|"
    r"team effort|mindset|(?:can't|never|always) (?:be )?\w* ?(?:over|under)estimate\w*|in general|it depends|"
    r"these things happen|human error"
)
SPIRIT = any_of(
    r"aware(?:ness)?|culture|spirit|atmosphere|mindset|eyes|impressed|closer|think twice|keep it in mind|talk(?:s|ed)? about|"
    r"(?:people|everyone|everybody|others|colleagues|they) (?:\w+ )?(?:comes?|came|asks?|talks?|thinks?|remembers?|listens?|"
    r"knows?|mention|refer|involve|would|has become)|first person|my notes|internalised|more (?:open|careful|honest)\w*"
)
"""What is said to have stayed when nothing did."""
SLIP = any_of(
    r"(?:just|simply|only) (?:a|an|bad|one) (?:bug|mistake|slip|luck|oversight|error)|human (?:error|nature)|bad luck|missed it"
)

NONE_LEFT = any_of(
    r"none|zero|gone|nobody|no one|not one|not a single|never again|stopped|disappeared|no more|maybe one|only one"
)
BEFORE = any_of(r"before|used to|until then|at first|earlier|the (?:week|month|year|day)s? before|were|was")
COMPARED = any_of(
    r"before|after|then|now|until|since|used to|earlier|later|first|last|next|again|down|up|fewer|less|more|instead|left|"
    r"of which|same|percent|still|from"
)
"""Words that hold one figure against another."""
STANDING = any_of(
    r"(?:every|each|no|its|the|a|our|two|both) (?:\w+ ){1,4}?(?:carries|stands|hangs|checks|complains|refuses|signs|holds|gets|"
    r"asks|goes|runs|has|comes|is \w+ed|belongs|starts|takes|needs|keeps|builds|meets|writes|sits|lists|shows|reads)"
)
"""How something is arranged at present."""

_MINE = any_of(
    r"my (?:own )?(?:idea|call|decision|choice|initiative)|mine|i put myself|i volunteered|i offered|i took it (?:on|up)|"
    r"i raised|i brought it up|i pushed for|i was(?:, | the (?:first|only))|"
    r"(?:i|so i) (?:simply |just )?(?:started|began|chose|decided)",
    r"(?:nobody|no ?one) (?:asked|told|sent|had asked|had told)|without (?:being )?(?:asked|told)|by (?:accident|chance)|"
    r"(?:have|has|had) nothing to do with|couldn't stop",
)
_BORDER = any_of(
    r"mine|theirs|hers|my (?:own )?(?:part|piece|share|job|decision|duty|account)|"
    r"(?:i had|had|have|with) no (?:say|vote|voice)|i (?:couldn't|could not|could only|kept out|keep out|left (?:that|it|"
    r"this))|(?:was|were|is|are) up to (?:the|a|her|him|them)",
    r"for (?:the|my|our|her|his) [\w ]{3,30} to (?:say|decide)|"
    r"(?:was|were|is) (?:the|her|his|their|a) (?:\w+(?: \w+)?'s|\w+ers?')|(?:decided|approved|signed|settled) (?:by|about)|"
    r"had to (?:agree|approve|sign)",
    r"(?:a colleague|another|two (?:others|colleagues)|(?:the|our|my) (?:\w+ ){1,2}?|finance|operations|sales|support|"
    r"legal) ?(?:did|built|made|wrote|drew|found|sent|decided|agreed|took|brought|set|ran|paid|\w{2,}ed|had (?:their|his|her|"
    r"the))",
    r"i (?:\w+ )?(?:did|built|made|wrote|drew|ran|set|took|measured|prepared|chose|counted|\w{2,}ed)",
)
"""Where one's own part ends and others' begins."""
_WEIGHED = any_of(
    r"if (?:it|i|we|they|that|he|she|things|the \w+) \w+|risk(?:ed|s)?|price|worst|best case|undone|or (?:we|i) could|instead|"
    r"rather than|(?:we|i) could (?:only )?(?:also )?have|(?:it|that|which|they|he|she|we|i) (?:would|'d) have",
    r"(?:he|she|it|we|they|i)'d (?:have|be|still|lose|never)|would (?:be|have|mean|cost|take|lose|only)|could be|meant|"
    r"against (?:it|that)|the other|every (?:day|minute|week|hour)|too (?:slow|late|expensive|long|risky)",
    r"(?:less|more|better|worse|cheaper|longer|later|slower|faster|safer) (?:\w+ ){0,3}than|i accepted|i reckoned|tried that|"
    r"took longer|ran out",
)
_OTHERWISE = any_of(
    r"i would(?: not|n't)?|i wouldn't|i'd|i should(?: not|n't)? have|that i should|next time|instead|sooner|earlier|"
    r"from now on|since then i|now i|today i|i was wrong|i had (?:assumed|thought|taken)"
)
_BETTER_OFF = any_of(
    r"could|no longer|not have to|didn't have to|don't have to|got (?:their|his|her|it|the|back)|able to|in time|on time|"
    r"instead of|saved|without (?:waiting|having|a|any)|no \w+ (?:had|has|have) to|went home|"
    r"were (?:still )?(?:open|there|able)|any ?more|again"
)
_STILL = any_of(
    r"still|now|every (?:day|week|month|time|new|one)|too|as well|stuck|since|to this day|by default|their own|held|survived?|"
    r"(?:the|our|my) \w+ (?:is|are|does|do)(?=\.|,)|caught|refuse[sd]|everybody (?:uses|does)|others?|"
    r"other \w+ (?:do|does|use|took|copied)"
)
_ARRANGED = any_of(
    r"nobody|no one|never|only|neither|each|every(?:one|body)?|whoever|no (?:reason|rule|process|owner|way|place)|paid|"
    r"budgets?|process|rules?|departments?|shifts?|offices?|staff|teams?|separate\w*|measured (?:by|on)|responsible|handover|"
    r"whose|hours|on paper|habit|counted|reported|in charge|looked|unless|another (?:one|place|team|system)"
)
INSTITUTION = any_of(
    r"paid|budgets?|bonus(?:es)?|processe?s?|rules?|departments?|shifts?|offices?|staff|separate\w*|measured (?:by|on)|"
    r"handover|on paper|habits?|counted|reported|in charge|firms?|contracts?|plans?|planned|forms?|lists?|reviews?|meetings?|"
    r"orders?|ordered|handbook|training|templates?|targets?|projects?|notes|reports?|statistics|permission|approval|deadline|"
    r"checklist|system|job|task|box|line|field|quarter"
)
"""What arranges work: rules, papers, money and measures; without one, "nobody" and "only" are a complaint."""

CLOSES: Mapping[CriterionId, tuple[Pattern, int]] = {
    "ownership": (_MINE, 1),
    "role": (_BORDER, 2),
    "trade_off": (_WEIGHED, 3),
    "impact": (_BETTER_OFF, 1),
    "lasting_effect": (_STILL, 1),
    "learning": (_OTHERWISE, 1),
    "systemic_insight": (_ARRANGED, 2),
}
"""Words that close a question about the criterion, and how many different ones it takes."""
NEAR: Mapping[CriterionId, Pattern] = {
    "ownership": any_of(r"nobody|no ?one|i|my|mine|me"),
    "metric": any_of(numbers.CLAIMED.pattern, r"(?:much|a lot|far|way) \w+"),
    "impact": any_of(people.BENEFICIARY.pattern, _BETTER_OFF.pattern),
    "lasting_effect": _STILL,
    "learning": any_of(r"\w+"),
    "systemic_insight": any_of(_ARRANGED.pattern, INSTITUTION.pattern),
}
"""Words by which a reply shows that it is about the criterion."""
_STARTED = any_of(
    _MINE.pattern,
    *(p.pattern for p in (standing.UNASKED, standing.REFUSED, standing.CALLED, standing.DECIDED, standing.NOTICED)),
    r"i (?:was looking|kept \w+ing|came across|read|thought)|i said (?:that )?i'd|told (?:him|her|them|my \w+) myself|"
    r"brought it up",
)
"""How it came to somebody, or what they made of it."""
_WENT_ON = any_of(
    cues.CARRIED.pattern,
    cues.FINISHED.pattern,
    r"until|again|later|afterwards|went on|stayed|(?:the )?next (?:day|morning|week|month)|every (?:\w+day|week|month|morning)|"
    r"(?:after|in|up to) (?:the |a |an )?(?:first|second|third|last) \w+|"
    r"(?:after|in|up to) (?:a |an |\w+ )?(?:day|week|month|year|call)s?|were left|in week \w+",
)
_OTHER_WAY = any_of(
    r"if (?:it|i|we|they|that|he|she|things|the \w+) \w+|risk(?:ed|s)?|price|worst|or (?:we|i) could|"
    r"(?:we|i) could (?:only |also )?have|instead|rather than|against|too (?:slow|late|expensive|long|risky)|i accepted|"
    r"tried (?:it|that)|wasn't going to|would have cost"
)
_KEPT = r"still|held|survived?|refuse[sd]|(?:the|our|my) \w+ (?:is|are|does|do)(?=\.|,)|took (?:it|the \w+) over|borrowed|copied"
_SAW_TOO_LATE = any_of(
    cues.STRONG_LESSON.pattern,
    r"since then|i(?:'d| would| should) (?!thought|been|had)\w+|could have|too late|never (?:asked|thought|looked)|hadn't|"
    r"assumed|wrong|had i|no longer|i've (?:stopped|started|begun)|told myself|later than",
)
TOLD_OF: Mapping[CriterionId, tuple[Pattern, ...]] = {
    "stakes": (people.AFFECTED,),
    "ownership": (_STARTED,),
    "role": (_BORDER,),
    "depth": (
        any_of(rf"i (?:\w+ )?{cues.LOOKED}", cues.FOUND_OUT.pattern, r"told me|turned out|in the end it was|i'd been \w+ing"),
    ),
    "trade_off": (_OTHER_WAY,),
    "follow_through": (_WENT_ON,),
    "impact": (
        people.BENEFICIARY,
        any_of(_BETTER_OFF.pattern, cues.VALUE.pattern, r"now|used to|(?:renewed|passed|earns?|earned)"),
    ),
    "lasting_effect": (any_of(STANDING.pattern, cues.IN_USE.pattern, habits.GOES_ON.pattern, _KEPT),),
    "learning": (_SAW_TOO_LATE,),
    "systemic_insight": (INSTITUTION, any_of(_ARRANGED.pattern, r"different (?:places|hands|people)|any \w+ we had")),
}
"""What a reply full of facts must hold to close a question about the criterion; `metric` asks for figures instead."""
