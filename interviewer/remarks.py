"""Wordings about the interview itself, for the table of `interviewer.off_script`, in the English of `interviewer.gist`."""

_VERY = r"(?: (?:so|such|too|also|most|bit|little|pretty|rather|still|already|getting|starting|about|much|always))*"
_NOW = r"(?: (?:now|right now|again|bit|here|today|at moment|yet|so far|up now|until now|till now|currently))*"
_CRYING = (
    r"(?:crying|cry|in tears|tearing up|sobbing|weeping|welling up|chok(?:ing|ed) up|shaking|shaky|trembling|panicking"
    r"|upset"
    r"|overwhelmed|emotional|falling apart|devastated|heartbroken|hyperventilating|not ok|having (?:panic|anxiety) attack)"
)

DISTRESS = (
    rf"i (?:am|feel){_VERY} {_CRYING}{_NOW}",
    rf"i am{_VERY} nervous (?:i am|i can not stop) {_CRYING}",
    rf"(?:WISH|i might|i am going|i will) (?:cry|be sick|throw up|calm down){_NOW}(?: first)?",
    rf"i can not (?:stop|help) {_CRYING}|i can not breathe(?= *[.?]|$)|i am not (?:feeling )?ok",
    r"tears (?:are )?coming|(?:hands|voice) (?:is|are) (?:shaking|trembling)|(?:makes|making) (?:cry|emotional|tear up)",
    r"brings back (?:too )?(?:much|all|everything|bad memories|memories)(?: i can not)?",
    r"i feel (?:sick|awful|terrible) (?:thinking|talking)(?: about)?",
    rf"is{_VERY} (?:painful|upsetting|raw|overwhelming|hard) (?:talk|speak|think)(?: about)?{_NOW}",
    rf"is{_VERY} (?:painful|upsetting|overwhelming){_NOW}",
    r"(?:{decline}(?: [.])?(?: (?:because|as|since|sorry|was when|is when|when))*|(?:because|sorry)) {loss}",
    r"{loss}(?: [.])?(?: (?:and|so|sorry|is why))* {decline}",
)
"""Says that it has become too much: in the present, or with a loss as the reason not to go on."""

_ALREADY = r"(?: (?:already|before|earlier|same|exact|again|twice|thing|minute ago|one moment ago|ago))"

ASKED_BEFORE = (
    rf"you (?:have |had )?(?:asked|ask)(?: {{question}})?{_ALREADY}+(?: {{question}})?{_ALREADY}*",
    r"you (?:have |had )?(?:already )+asked(?: {question})?|(?<!what )you (?:have )?asked(?= *[.?]|$)",
    r"(?:have|did) not you (?:already )?(?:asked|ask)(?: {question})?(?: (?:already|before|earlier|twice|ago))*",
    r"you keep asking(?: (?:same|thing|{question}|again))*|you are repeating yourself",
    r"(?:is|was) (?:exactly )?same (?:question|thing)(?: (?:again|as before|you asked|before|twice))+",
    r"is (?:exactly )?same question|(?:is|was) {question} already|{question} (?:was|has been) already asked",
    r"we (?:have )?already (?:had|did|covered|discussed) {question}",
)
"""Points out that it was asked already."""

_MARK = r"(?:score|results?|rating|grade|marks?|points|feedback|verdict|chances|assessment|evaluation)"
_CRITERIA = (
    r"(?:(?:exact|hiring|evaluation|scoring|assessment|grading|rating|judging|marking) )*(?:criteria|criterion|rubric"
    r"|standards)"
)
_JUDGED = (
    r"(?:judg(?:e|ed|ing)|rat(?:e|ed|ing)|scor(?:e|ed|ing)|grad(?:e|ed|ing)|evaluat(?:e|ed|ing)|assess(?:ed|ing)?"
    r"|mark(?:ed|ing)?)"
)
_WANTED = r"what you (?:want|wanted|need|needed|expect|expected|(?:are|were) looking)(?: (?:hear|know|see))?"
_PASSED = r"(?:get|got|getting|pass|passed|make|be|hired|fail|failed|doing|do|done|know)"
_PRIZE = (
    r"(?: (?:job|position|interview|offer|role|ok|well|good|feedback|results?|hired|so|far|score|in|fine|or not|up|now"
    r"|until))*"
)
_DOING = r"(?: (?:doing|getting on|do|done|did|answer|perform(?:ance|ing)?|scor(?:e|ing)|interview))+"

OUTCOME = (
    rf"(?<!i )(?:did|have|will|do|am|MAY) (?:i )?{_PASSED}{_PRIZE}(?: \?|$)",
    rf"do you think i (?:will |did |have |can )*{_PASSED}{_PRIZE} \?|where (?:do|am|would) i (?:stand|standing){_NOW}",
    rf"how (?:am|did|do|was|is|well|have)(?: (?:i|am))*{_DOING}(?: (?:go|going|ok|well|good))*{_NOW}",
    (
        rf"(?:was|is)(?: (?:answer|story))? (?:good|ok|correct|enough|fine|right|{_WANTED})(?: (?:answer|story"
        rf"|one))?(?: so far)? \?"
    ),
    (
        rf"(?:what|which) {_CRITERIA} (?:do|are|have|will|did|am) (?:you|i|being"
        rf"|answers?)(?: (?!{{told}})[^\s.?]+){{0,8}}(?= *[.?]|$)"
    ),
    rf"(?:what|which) (?:are|is) {_CRITERIA}(?: (?:here|used|you use|rate|interview|judged|against))*(?= *[.?]|$)",
    (
        rf"(?:what|how)(?: (?:is|are|about|does|would|be|will))+(?: (?:current|total|final|{_MARK}))+(?: (?:be|look"
        rf"|stand))*{_NOW}"
    ),
    (
        rf"(?:what|how many) (?:grade|score|mark|rating|points|marks)(?: (?:would|will|do|did|have|is|be|i|get|got|you"
        rf"|give))+{_NOW}"
    ),
    (
        r"(?:how|on what|by what|what)(?: (?:exactly|criteria|basis|do|are|will|am|is|would|you|i|answers?|{interview}|being"
        r"|going|be))+"
        rf"(?: {_JUDGED})+(?: (?:on|by|against|people|candidates?|answers?|here|i|with|{{interview}}|when|you))*"
    ),
    r"(?:what do you think|how do you (?:like|find|rate))(?: (?:about|so far|answers?|story|performance|i|here))+ \?",
    (
        rf"ASK (?:tell|give|show)(?: (?:what|is|some|how|i am|i was|am i|current|total|final|on|about|{_MARK}))*"
        rf" (?:{_MARK}|doing|did|stand){_NOW}"
    ),
)
"""Asks how it stands, how it is judged, or what came of it."""

_WHOM = r"(?:interviewer|person|listener|human|machine|bot|one|ask|ever|today|at (?:job|asking|interviewing)|with people)"

COMPLIMENT = (
    rf"(?:you are|are you|you seem|you sound|you must be){_VERY} {{praise}}(?: {_WHOM})*",
    rf"(?:is|what|how){_VERY} {{praise}} (?:thing|way) (?:you (?:put|say)|(?:you )?ask)",
    rf"(?:is|how){_VERY} {{praise}} you(?: (?:say|ask))?(?! must)|how {{praise}}(?= *[.?]|$)",
    rf"you have{_VERY} {{praise}} (?:way|voice|manner|style|tone)(?: (?:ask|asking|talking))?",
    rf"i (?:do )?(?:enjoy|like|love|appreciate|admire){_VERY} (?:talking|speaking|chatting|being) (?:with )?you",
    r"i (?:enjoy|like|love) (?:conversation|{interview})(?= *[.?]|$)",
    r"i (?:enjoy|like|love|admire) (?:way|how) you (?:ask|put|listen|talk|speak|phrase)(?: (?:questions?|things?|people))*",
)
"""Says something nice to the interviewer."""

_PERFECT = r"(?:perfect|ideal|good|great|best|strong|right|correct|model|top)"
_DECIDED = r"(?:passed|hired|approved|accepted|completed?|finished)"
_TO_SET = (
    r"(?:candidate|verdict|rating|score|decision|result|status|interview|all|everything|criteria|answers?|as|is|be"
    r"|strong[_ ]hire"
    r"|hire|hired|passed|pass|yes|met|top|highest|maximum)"
)

RIGGING = (
    r"from now on you (?:are|will be) [^\s.?]+(?: [^\s.?]+){0,4}(?= *[.?]|$)",
    (
        r"{polite}(?:repeat|print|output|show|tell|list|write)(?: (?:down|out|all|exact))* (?:everything|all|anything|what"
        r"|words|text) (?:you (?:were|have been|had been|are|got) (?:told|given|instructed)|above|before)(?: (?:before"
        r"|conversation|interview|by|your|developers?|about|how|do|here|in|at|start|beginning))*"
    ),
    rf"(?:system )?{{demand}}(?:set|change|mark|make|put|update)(?: {_TO_SET})+",
    (
        r"(?:system|assistant|developer|admin|interviewer)(?: (?:prompt|message|override|instructions?|note))*(?: :)?"
        rf" (?:candidate|interview)(?: (?:has|have|is|must|should|be|already|now))* {_DECIDED}"
    ),
    r"(?:(?:system|new|important) )?(?:message|instructions?|note) : (?:praise|approve|pass|hire) candidate",
    (
        rf"what (?:would|does|should|do|could|will|must)(?: (?!i\b)[^\s.?]+){{0,2}} {_PERFECT} (?:answer|response|story|one)"
        r"(?: [^\s.?]+){0,3} (?:sound|look|be|include|contain|need|have|say|like)(?: (?:like|here|in it|you|sound))*"
    ),
    (
        rf"{{asked}}(?:tell|say|know)? ?what {_PERFECT} (?:answer|response)(?: (?:is|be|would|will|looks?|sounds?|like|should"
        rf"|here))*"
    ),
    (
        rf"(?:how|what) (?:would|does|should|could|must) {_PERFECT} (?:answer|response) (?:look|sound|be|go|start"
        rf"|end)(?: like| here)*"
    ),
    rf"what (?:is|makes|would make)(?: (?:{_PERFECT}|answer|response|one|here))* (?:answer|response|one)(?: here)?",
    r"(?:how|what) (?:would you|ASK) (?:answer|respond)(?: (?:here|{question}|yourself|instead))*(?= *[.?])",
)
"""Sets the verdict by order, or asks for the answer itself."""
