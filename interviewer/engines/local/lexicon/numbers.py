"""Numbers, in digits or spelled out, and the change they may measure."""

import re

from interviewer.engines.local.lexicon import any_of

_ONES = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety"
_BIG = "hundred|thousand|million|billion|grand|dozen"
_SPELLED = rf"(?:(?:{_ONES}|{_TENS}|{_BIG})s?(?:[ -](?:and )?(?:one|{_ONES}|{_TENS}|{_BIG}))*)"
_DIGITS = r"[$€£]?\d[\d.,:]*(?: ?(?:%|k\b|m\b|x\b|ms\b))?"
UNIT = (
    r"(?:%|percent|per cent|percentage points?|points?|times|x|ms|milliseconds?|seconds?|secs?|minutes?|mins?|"
    r"hours?|hrs?|days?|weeks?|months?|"
    r"dollars?|bucks|euros?|pounds?|grand|k)"
)
NUM = (
    rf"(?:{_DIGITS}|\b{_SPELLED}\b|\b(?:one|half an?|under an?|an? single) (?:{UNIT}|half|third|quarter)\b|"
    rf"\bone in {_SPELLED}\b)"
)
"""A quantity; "one" only with a unit, because it is mostly a pronoun."""
NUMBER = re.compile(NUM)

SETTING = re.compile(
    rf"team of (?:about |around )?{NUM}"
    rf"|{NUM} years?(?: of)? (?:experience|old|in |as )"
    r"|(?:for|in|within|over|after|during|last|past|next|first|every|each|about|around|took (?:me|us)|spent|"
    r"than) (?:the )?(?:last |past |next |first |about |around |like )*"
    rf"{NUM} ?(?:days?|weeks?|months?|years?|sprints?|quarters?|semesters?|shifts?)(?: later| ago| of work)?"
    rf"|\b(?:in|since|by|until|of) (?:19|20)\d\d\b|\bat {NUM} ?(?:am|pm|o'clock)\b|\b\d+ ?(?:am|pm)\b|\b\d+th\b|"
    rf"{NUM}-(?:line|page|minute|hour|day|week|month|year|person|point|step|man)s?\b|\b(?:for|after|took|"
    rf"with) (?:like |about |maybe )?{NUM} (?:minutes?|hours?|seconds?)(?! (?:less|fewer|faster|instead))|"
    rf"\bq[1-4]\b|\bversion {NUM}"
    r"|\b(?:one|two) (?:things?|ways?|options?|reasons?|people|of us|colleagues?|teams?)\b"
)
"""Numbers that describe the setting or how long the work took, never what changed."""

RISES_OR_FALLS = (
    r"(?:dropp?ed|drop|drops|fell|fallen|falls|went (?:back )?(?:down|up|from|to)|gone (?:down|up)|go(?:es|"
    r"ing)? (?:down|up)|decreas\w+|declined|"
    r"increas\w+|rose|risen|grew|grown|improv\w+|reduc\w+|cut|cuts|lowered|raised|shr[aiu]nk|shortened|shaved|"
    r"trimmed|sav(?:ed|es|ing|ings)|gained|climbed|"
    r"jumped|recovered|doubled|tripled|quadrupled|halved|slashed|eliminated|"
    r"(?:brought|got|took|pushed|drove|cutting|bringing|getting) (?:\w+ ){0,5}(?:down|up)|came (?:back )?(?:down|"
    r"up)|(?:down|up) (?:to|by|from|at)) (?:\w+ ){0,9}?"
)
_ABOUT = (
    r"(?:about |around |roughly |nearly |almost |like |maybe |only |just |under |over |less than |more than |"
    r"at least |some |the |a |to |an )*"
)
_BETTER = (
    r"(?:less|fewer|faster|quicker|slower|more|lower|higher|better|cheaper|shorter|longer|sooner|earlier|"
    r"reduction|decrease|increase|improvement|"
    r"drop|decline|growth|savings?|saved|off|down|up|cheaper|smaller|bigger)"
)
MEASURED: tuple[re.Pattern[str], ...] = (
    re.compile(
        rf"\bfrom (?:\w+ ){{0,4}}?{_ABOUT}{NUM}(?: [\w%/.-]+){{0,8}}?,? (?:down |up |"
        rf"back )?to (?:\w+ ){{0,3}}?{_ABOUT}(?:{NUM}|zero|none|nothing|nil|one|an? {UNIT})"
    ),
    re.compile(rf"\b{RISES_OR_FALLS}{_ABOUT}(?:{NUM}|zero|nothing|half|a (?:third|quarter|fifth))"),
    re.compile(rf"(?:{NUM}|\bhalf|\ba third|\ba quarter) ?(?:{UNIT} )?(?:of \w+ )?(?:\w+ ){{0,2}}{_BETTER}\b"),
    re.compile(
        r"\b(?:instead of|rather than|compared (?:to|with)|versus|vs\.?|against|as opposed to|where before|"
        rf"where it (?:was|had been)) {_ABOUT}{NUM}"
    ),
    re.compile(rf"{NUM}[^.]{{0,40}}\b(?:instead of|rather than|compared (?:to|with)|versus|before that|down from|up from)\b"),
    re.compile(
        r"\bnow(?:,| that)? ?(?:it's|it is|it was|we're at|we have|we get|there are|there's|at|is|are|"
        rf"they're) (?:down to |at )?{_ABOUT}(?:{NUM}|one)"
    ),
    re.compile(
        rf"(?:{NUM}|\bone)\b[^.]{{0,60}}\b(?:before (?:it|that|this|there|we)|it (?:was|had been|used to be)|compared|"
        rf"up from|down from|where)\b[^.]{{0,25}}{NUM}[^.]{{0,30}}(?:before|a (?:day|week|month|year)|\Z)"
    ),
    re.compile(
        r"\b(?:halved|doubled|tripled|quadrupled|in half|by half|by a third|by a quarter|(?:half|twice|"
        r"double) (?:the|as|of what|what|of the time))\b"
    ),
    re.compile(
        r"\b(?:zero|no|not one|not a single|none|without (?:a single|any)|haven't had (?:a|any|one)|"
        r"never had (?:a|another)|didn't have (?:a single|any|another))"
        r" [^.]{0,60}\b(?:since|after that|afterwards|anymore|any more|ever again|from then|that (?:month|quarter|"
        r"year|season|term)|(?:in|for) the (?:next|following|rest))\b"
    ),
    re.compile(
        r"\b(?:since then|after that|afterwards|ever since|from then on)\b[^.]{0,30}\b(?:zero|no more|no|not one|"
        r"not a single|none|never had|haven't had)\b"
    ),
    re.compile(
        r"\b(?:used to|before(?: that| it| we)?|previously|originally|"
        rf"at first)\b[^.]{{0,60}}{NUM}[^.]{{0,60}}\b(?:now|after|afterwards|then it|today)\b[^.]{{0,40}}(?:{NUM}|"
        r"zero|none|one)"
    ),
    re.compile(
        rf"(?:{NUM}|all but \w+) (?:out )?of (?:the |our |my |those )?(?:{NUM}|them)\b(?![^.]*\b(?:were|was|are|is|"
        r"had|said|turned)\b)"
    ),
    re.compile(
        r"\b(?:it's|is|are|was|were|it is|now|at|practically|basically) (?:now |down to |at |at about |about )?(?:zero|nil)\b"
    ),
    re.compile(
        rf"\bof (?:the |my |those )?{NUM}(?: \w+){{0,2}},? {NUM} (?:were|are|was|came|is|ran) (?:right|correct|on time|in "
        rf"time|complete)"
    ),
    re.compile(rf"{NUM}[^.]{{0,40}}, not (?:the )?{NUM}"),
    re.compile(
        rf"(?:{NUM}|\bnot (?:one|a single)|\bno|\bnone|\bzero)\b[^.]{{0,50}},? (?:where|when) (?:before|earlier|it|there|"
        rf"until then|"
        rf"the \w+)\b[^.]{{0,30}}(?:was|were|had been|used to be)[^.]{{0,12}}{NUM}"
    ),
    re.compile(rf"\b(?:nobody|no one|none) \w+ (?:longer|more|later|fewer|less) than {NUM}"),
)
"""Figures in the form of a change or a comparison."""

RESULT_CUE = (
    r"(?:now|today|after(?:wards)?|since|in the end|at the end|by the end|as a result|result(?:s|ed)?|eventually|"
    r"finally|(?:the )?(?:following|next) (?:week|month|quarter|year|term|season)"
    r"|ended up|meant|outcome|which (?:saved|made|brought|gave|got)|that (?:saved|made|brought|gave|got)|"
    r"we (?:reached|hit|finished|closed|sold|got|raised)"
    r"|finished|reached|hit|it takes|takes|within|so far|this year|that year|all)"
)
_OUTCOME = (
    r"(?:rates?|scores?|nps|csat|ratings?|satisfaction|accuracy|attendance|turnover|retention|conversion|uptime|"
    r"downtime|latency|sales|revenue|complaints?|"
    r"errors?|incidents?|wait(?:ing)?(?: times?)?|response times?|load times?|build times?|churn|returns?|"
    r"refunds?|falls|infections?|absences?|coverage|defects?|"
    r"bugs?|pages|alerts?|tickets?|calls|backlog|bill|costs?|spend|budget|shrink|waste|pass(?:ed|es)?|grades?|"
    r"scrap|overtime|usage|adoption|signups?|sign-ups)"
)
FIGURE_WITH_UNIT = re.compile(rf"{NUM} ?{UNIT}(?!\w)|[$€£]\d|\d ?(?:%|k\b|x\b|ms\b)")
CUED_FIGURE = re.compile(
    rf"\b{RESULT_CUE}\b[^.]{{0,70}}(?:{NUM} ?{UNIT}(?!\w)|[$€£]\d|\d ?%|\dk\b)|(?:{NUM} ?{UNIT}(?!\w)|"
    rf"[$€£]\d[\d.,]*|\dk) (?:\w+ ){{0,4}}(?:now|today|these days|afterwards|since then)\b"
)
OUTCOME_FIGURE = re.compile(
    rf"\b{_OUTCOME}\b[^.]{{0,40}}\b(?:to|at|is|was|were|by|of|are|became|reached|hit|under|below|above|"
    rf"over)\b (?:\w+ ){{0,2}}?{NUM}"
    rf"|\b{RESULT_CUE}\b[^.]{{0,50}}{NUM} (?:\w+ )?{_OUTCOME}\b|\bonly {NUM} (?:\w+ )?{_OUTCOME}\b"
)

CLAIMED = any_of(
    r"stayed (?:with|on)|came back|signed up|didn't leave|thanked|took (?:it|them) back|agreed to stay",
    RISES_OR_FALLS.removesuffix(r" (?:\w+ ){0,9}?").replace("|(?:down|up) (?:to|by|from|at))", ")"),
    r"(?:much|a lot|way|far|significantly|noticeably|clearly|so much|really|lot) (?:\w+ )?(?:better|faster|fewer|"
    r"less|more|easier|smoother|quicker|lower|higher|happier|calmer|shorter|cheaper)",
    r"(?:it's|is|was|were|are|got|became|went|runs?|ran|goes) (?:\w+ )?(?:better|faster|fewer|easier|smoother|"
    r"smoothly|quicker|lower|higher|happier|calmer|shorter|cheaper|rarer)",
    r"(?:stopped|disappeared|went away|vanished|no longer|no more|not (?:\w+ )?anymore|never (?:came|happened|"
    r"failed|broke|crashed) (?:back|again))",
    r"(?:less|fewer) \w+",
    r"(?:solved|resolved|fixed) (?:it|the|that|this)|(?:was|were|got) (?:solved|resolved|fixed)",
    r"(?:it|that|everything|this) (?:all )?(?:\w+ )?worked(?: out)?(?: \w+)?|success\w*|(?:on|in) time|"
    r"ahead of (?:time|schedule)|passed|we won|won the|renewed|made the deadline|met the deadline",
)
"""A change that could be checked, without its figure."""

UNMEASURED = re.compile(
    r"\b(?:don't|do not|didn't|did not|never|can't|cannot|couldn't|could not|not sure|no idea|hard to|haven't|"
    r"have not|hadn't|nobody|no one|don't really|without)\b"
    r"[^.]{0,40}\b(?:measur\w*|track\w*|know|numbers?|figures?|data|counts?|counted|quantif\w*|say|tell|sure|"
    r"metrics?|helped|compare[d]?|followed)\b"
    r"|\b(?:no|not|any) (?:numbers?|figures?|metrics?|measurements?|data)\b"
)
"""The speaker says that it was not measured or is not known."""
