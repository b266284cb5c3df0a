"""Cues for replies that go past their question: assured instead of told, left to others, turned to the speaker or to mankind."""

from collections.abc import Mapping

from interviewer.engines.local.lexicon import Pattern, any_of
from interviewer.engines.local.lexicon.people import BOSSES
from interviewer.rubric import CriterionId

_ALL = r"(?:everyone|everybody|people|anyone|anybody|nobody|no one|they|we|it|that|which|others?|most of them|(?:the|our|my) \w+)"
_VERY = r"(?:all |really |very |so |quite |pretty |just |overall |absolutely |much |more |extremely |totally )*"
ASSURED = any_of(
    r"i(?:'m| am|'d be| was) (?!not|least|less|never)(?:\w+ )?(?:sure|certain|convinced|confident)",
    r"(?:quite|pretty|almost|that's|it's|was|fairly) (?:obvious|clear|logical)|no (?:doubt|question)|"
    r"(?:it|that) goes without saying",
    r"well known|as everywhere|as always|as usual|must have|as far as i (?:know|can tell|remember)",
    r"(?:i|we) (?:\w+ )?(?:think|guess|believe|suppose|imagine|assume) (?:that )?(?:\w+'?\w* ){0,3}?(?:is|are|was|were|would|"
    r"had|has|have|did|does|can|could|may|might|know|appreciated?|liked?|trust|feel|felt|understood)",
    r"i(?:'d| would) (?:say|think)(?= (?:that|it|this|the|we|they|our|my|everyone|everybody|i|most|so|about) )|"
    r"(?:they|people|he|she|everyone|everybody|most) (?:would|'d) (?:probably |all |certainly )?(?:say|tell|agree|confirm|have)",
    r"you could (?:really )?(?:feel|sense|tell)|i (?:understand|gather|heard|hear|was told) (?:that )?(?:it|they|"
    r"things)(?= (?:is|was|are|were|went|has|have|had|works?|worked|runs?|took|all|still) )",
    r"(?:somebody|someone) told me|from what i (?:hear|heard|know|understand)",
)
"""Something is vouched for, supposed or known by hearsay."""
VAGUE = any_of(
    r"a (?:large|huge|great|certain) (?:number|amount|part|deal)|a (?:number|variety|range|series) of|as \w+ as possible",
    r"(?:systematic|thorough|extensive|comprehensive|intensive|holistic|significant|considerabl|substantial)\w*|numerous|various",
    r"countless|little by little|step by step|bit by bit|now and then|and so on|this and that|all kinds of|powerful|full stop",
)
"""Measure and manner in words that measure nothing."""
JUDGED = any_of(
    rf"{_ALL} (?:was|were|is|are|went|felt|looked|became|got|has become|have become) {_VERY}(?:good|great|well|happy|pleased|"
    r"impressed|satisfied|smooth\w*|positive\w*|success\w*|excellent|valuable|professional\w*|careful\w*|open|aware|"
    r"transparent|important|obvious|fair|helpful|supportive|grateful|constructive|the right (?:thing|way|decision|choice)|"
    r"worth it|a success)(?=[ ,.]|$)",
    r"good (?:discussion|feedback|atmosphere|experience|relationship|cooperation|feeling|solution)|best practices?",
    r"(?:better|stronger|deeper|clearer|bigger|greater|closer|smoother|higher) (?:product|team|understanding|picture|quality|"
    r"service|relationship|experience|results?|cooperation|communication|decisions?|partnership|trust)",
)
"""How good it all was, in the speaker's own judgement."""

_UNHURT = any_of(
    r"reputation\w*|image|brand|mood|atmosphere|motivation|morale|performance|credibility|satisfaction|"
    r"bad (?:press|light|experience)",
    r"(?:negative|bad) (?:comments|reviews|feedback)|unpleasant|awkward|annoying|frustrating|"
    r"(?:not|less) (?:ideal|optimal|efficient)",
    r"inefficien\w*|suboptimal|looks? bad|for the company",
)
"""A poor figure cut by the house, where somebody's harm is asked about."""
_EXPECTED = any_of(
    r"(?:it|that) (?:just |simply |only )?made sense (?:for|that|to)|natural choice|"
    r"(?:was|were|is) on the (?:list|plan|agenda|roadmap)",
    r"part of (?:our|the|my) (?:\w+ )?(?:culture|strategy|plan|goals?|programme|program|job|role)|one of (?:the )?pillars",
    r"(?:all of us|we|everyone|everybody) (?:\w+ )?(?:were|was) asked|"
    r"(?:we|everyone|everybody) (?:all )?(?:agreed|decided|felt|knew|saw)",
    r"came up (?:in|at|during)|(?:somebody|someone) had to|in the (?:team|meeting|round|department) we|we scheduled",
    rf"{BOSSES} (?:\w+ )?(?:thought (?:it|that it|i)(?:'d| would)|had the idea|came up with|proposed|mentioned it)",
    r"(?:suggested|proposed|requested|agreed) that (?:we|i)(?= \w)|(?:we|you|i)(?:'re| are| were| was) supposed to|you have to",
    r"one of (?:the|our|my) (?:\w+ )?goals|goals? (?:for|of) (?:our|my|the)|took (?:that|it) on board",
    r"(?:had|was|were) (?:already )?(?:planned|scheduled|foreseen|expected)|was (?:chosen|picked|asked|brought in)",
    r"it (?:was )?(?:simply |just )?(?:fell|came|landed|ended up)",
)
"""It lay in the job, the plan or the air."""
_EVERYBODYS = any_of(
    r"(?:we|everyone|everybody) (?:all )?(?:share|shared|help\w*|work\w*|contribut\w*|decid\w*|did|do)|a bit of everything|"
    r"involved",
    r"(?:all|most|many) of (?:it|us|the)|most of the|everything (?:in|that|to do)|"
    r"the (?:overall|whole|main) (?:responsibility|thing)",
    r"shared (?:responsibility|failure|success|effort)|(?:overall|general) responsibility|as the lead|it depends|"
    r"(?:final|last) (?:say|word)",
    r"wherever|hand in hand|close(?:ly)? (?:together|with)|no (?:strict|clear|real|hard) (?:line|border|boundar\w+|division)",
)
"""All of it, or everybody's, where a border is asked for."""
_STEERED = any_of(
    r"i (?:was |felt |got |am |became )?(?:deeply |closely |heavily |very |always )?(?:involved|immersed|engaged|committed|"
    r"invested)(?: myself)? in|a bit of everything|day and night|hands-on|throughout|all (?:the )?stages|(?:from|on) all sides",
    r"i (?:also |always |personally |then )?(?:set the (?:direction|tone|pace)|set up the measures|made sure|ensured|"
    r"kept (?:an eye|track|everything|things|it all)|kept \w+ (?:together|informed|up to date|aligned)|delegated|oversaw|"
    r"supervised|steered|guided|coordinated|drove|pushed|aligned|facilitated|supported|took care of everything|took the lead|"
    r"led the way|exchanged (?:ideas|views)|drew (?:my|the) conclusions|made a point of|showed (?:\w+ )?interest)|"
    r"being (?:around|there|present)",
    r"had (?:\w+ ){1,3}?(?:reported|sent|shown|presented|done|checked|brought) to me|"
    r"(?:keeping|bringing|holding) (?:everything|everyone|everybody|people|it all|things|all of it) (?:together|on track|"
    r"on board)",
    r"(?:many|countless|endless|a lot of|lots of) (?:\w+ )?(?:talks?|meetings?|conversations?|discussions?|calls?|coordination|"
    r"details?|hours|alignment)",
)
"""Directing, attending and taking in, where own steps are asked for."""
_SUPPOSED = any_of(
    r"(?:i've|i have|i had) (?:been in|worked in|done) [^.]{0,40}\b(?:years|long)|experience|instinct|gut|feeling|i was right|"
    r"everywhere",
    r"(?:people|users|customers|everyone|everybody|they|which|that|it|colleagues|others) (?:all |only |had |also |then |"
    r"\w+ly )*(?:confirm\w*|agreed|said the same|suspected|knew)|all (?:suspected|known|knew)|common sense|"
    r"known (?:problem|fact)",
    r"(?:people|users|customers) (?:\w+ )?(?:don't|never|always|want|need|like|expect)|"
    r"you (?:just |simply )?(?:know|see|feel|open|notice)",
    r"talked to (?:a lot of|many|lots of|various|several|the right) |spoke to the people|access to (?:all|the)|"
    r"the (?:numbers|data|figures) (?:were|was|spoke|made)|looked at (?:all|everything|the numbers|the data)",
)
"""Experience, belief and agreement, where it is asked how one came to know."""
_HARMLESS = any_of(
    r"you (?:have to|can't|need to|must|don't|shouldn't)|wasn't (?:really )?(?:time|another|a choice|any)|wasn't prepared|"
    r"has to be",
    r"too much (?:effort|care|quality)|any compromise|no compromises?|(?:that's|it's) (?:just |simply )?(?:how|who|what) i am|"
    r"not much",
    r"it(?:'s|'d| was| would be) only|we(?:'d| would) (?:simply |just )?have (?:stopped|gone back)|"
    r"(?:better|best) to (?:try|just|do|act)",
    r"no (?:real |serious )?(?:risk|alternative|other way|choice|downside)|worth (?:a|the) (?:try|risk)|"
    r"in the end (?:it was )?the right",
)
"""Nothing could go wrong, or there was nothing to choose."""
_LEFT = any_of(
    r"(?:in|into) the hands of|in (?:good|safe|their|his|her|other) hands|(?:is|was|were|are) up to (?:them|him|her|the)|"
    r"up to them",
    r"(?:took|take|put|included) it (?:on|into|in) (?:their|account)|took it (?:from there|over)|"
    r"from there (?:on )?(?:it|they|the|other)",
    r"by then i (?:was|had)|on to (?:the next|other|another|new|my next)|moved on|after that i was|"
    r"can only (?:provide|give|offer)",
    r"(?:somebody|someone|they|others|the \w+|her \w+|his \w+|my \w+|our \w+) (?:in the team |then |has |have |"
    r"had )?(?:took (?:\w+ ){0,2}care|takes care|looked after|looks after|saw to|dealt with|handled)|"
    r"(?:'d|would|will|'ll) take care",
    r"matter of waiting|just (?:had )?to wait|r[au]ns? (?:by itself|on its own|itself)|sorted itself out|settled (?:down|in)|"
    r"internali[sz]ed",
    r"(?:trust|trusted) (?:my|the|them|him|her|our|people)\b|(?:didn't|don't|did not) (?:feel|need|have) (?:that )?(?:i |to |"
    r"the need )[^.]{0,20}\b(?:check|follow|control|look|chase)|"
    r"(?:normal|usual|everyday) (?:process|onboarding|operation|routine|business|channels?)",
    r"(?:sent|put|shared|posted|uploaded|presented) (?:\w+ ){1,4}(?:round|around|in(?:to)? the (?:channel|chat|group|meeting)|"
    r"on the (?:shared )?(?:drive|intranet|server|wiki)|to (?:everyone|everybody|all|the whole \w+))|(?:informed|notified) \w+",
    r"presented (?:it|this|that|the (?:findings|results|idea|concept|project))|"
    r"(?:they|people|everyone|everybody) (?:just )?(?:got used to it|came round|came around|accepted it|understood|realised|"
    r"realized|adapted|calmed down)",
)
"""It was sent, shown or handed on, and the rest was others' or went by itself."""
_ABOUT_ME = any_of(
    r"(?:it|that|this) (?:really |has |also |\w+ly )?(?:helped|taught|gave|brought|made|moved|shaped|boosted) me|win-win|seen as",
    r"my (?:\w+ )?(?:career|promotion|standing|reputation|image|profile|visibility|review|bonus|development|network|boss|"
    r"confidence)",
    r"(?:i've|i have|i) (?:become|became|grown|grew)|reputation\w*|transparen\w+|strengthen\w*|stronger team|"
    r"in the long (?:run|term)",
    r"(?:the|our) (?:company|department|team|brand)(?:'s)? (?:image|reputation|standing|credibility)|"
    r"for (?:the company|our team)(?=,)",
)
"""What it did for the speaker or for a good name, where others are asked about."""
_PROCLAIMED = any_of(
    r"i (?:\w+ )?(?:hope|think|believe|expect|plan)|(?:everyone|everybody|people|they) (?:\w+ ){0,4}?(?:understood|know|knows|"
    r"aware|remembers?|think|ask me)|should still|haven't heard|at the moment|in (?:general|future|the future)|"
    r"(?:comes|came) up again",
    r"(?:our|the|my) (?:\w+ )?(?:values?|culture|spirit|vision|mission|philosophy|principles?|dna|awareness|message)|"
    r"which i wrote",
    r"(?:a|the|my) (?:\w+ )?(?:page|slides?|deck|presentation|folder|documentation) (?:in|on|about)|"
    r"documented (?:it|this|everything)",
    r"i (?:always |still |often |also |regularly )?(?:bring it up|mention|tell|talk|remind|explain|point)|still the contact|"
    r"nobody knows (?:it|the|this)|i(?:'m| am) (?:still )?(?:the (?:contact|person|expert)|responsible)",
    r"will (?:be|have|continue|remain|stay)|(?:still|is|are) (?:planned|planning)|can be (?:used|found|looked)|"
    r"anyone (?:who|can)",
)
"""Values told and pages written, where it is asked what is still done."""
_MORE_OF_IT = any_of(
    r"(?:even|much|more|far|a bit|a little|way) (?:more |\w*er\b)|"
    r"(?:years|much|a lot|far|way|even|weeks|months) (?:earlier|sooner)|all in",
    r"from the (?:very )?(?:start|beginning|outset)|(?:be|been) (?:\w+ )?(?:careful|bolder|firmer|tougher|earlier|patient|"
    r"direct|open|confident)|trust (?:my|your|myself)|(?:make|made|making|explain\w*|communicat\w*) (?:it |this |that |"
    r"things )?(?:\w+ )?clear\w*",
    r"(?:take|took|taken) (?:it|things) (?:\w+ )?personally|perhaps|maybe|try to|involve (?:everyone|everybody|people|the|all)",
    r"get (?:everyone|everybody|people|the|more|all) [^.]{0,20}on board|real lesson",
)
"""More, earlier, clearer: a lesson of degree that fits any story."""
_BLAMED = any_of(
    r"(?:management|they|people|nobody|no one|everyone|everybody|bosses|others|head office|the top) (?:only |just |simply |"
    r"ever |never |always |really )*(?:had|has|have|thinks?|thought|looks?|looked|want(?:s|ed)?|care[sd]?|dared?|bother(?:ed|"
    r"s)?) (?:ever |only |the |any |quick |of |at |about |to )*(?:courage|own|themselves|next quarter|results|figures|numbers|"
    r"money|change|their)",
    r"(?:didn't|don't|doesn't|never|did not) (?:really |just )?care|only looks? at|(?:done|doing|do) their job|"
    r"(?:configured|built|done|planned|managed) (?:it )?badly|(?:hadn't|didn't|never) (?:\w+ ){0,3}properly|courage|"
    r"afraid of change|resist\w*|fight against",
    r"mentality|mindset|comfortable|lazy|human (?:nature|error)|typical|politics|egos?|short-?sighted|bad luck|in the people|"
    r"only takes",
    r"it took (?:somebody|someone|me)|somebody from outside|think(?:s|ing)? (?:outside|further|bigger)|"
    r"always been (?:like that|that way)",
)
"""Others' character, where the arrangement is asked about."""

PAST_THE_QUESTION: Mapping[CriterionId, Pattern] = {
    "stakes": _UNHURT,
    "ownership": _EXPECTED,
    "role": _EVERYBODYS,
    "first_person": _STEERED,
    "depth": _SUPPOSED,
    "trade_off": _HARMLESS,
    "follow_through": _LEFT,
    "impact": _ABOUT_ME,
    "lasting_effect": _PROCLAIMED,
    "learning": _MORE_OF_IT,
    "systemic_insight": _BLAMED,
}
"""What a reply says when it goes past a question about the criterion."""
EVASIVE = (ASSURED, VAGUE, JUDGED)
"""What it says past any question."""


def evasions(criterion: CriterionId, plain: str) -> tuple[str, ...]:
    """The words of a reply (folded) that go past a question about `criterion`."""
    own = PAST_THE_QUESTION.get(criterion)
    return tuple(m.group() for p in (*([own] if own else []), *EVASIVE) for m in p.finditer(plain))
