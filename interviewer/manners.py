"""What a candidate's turn is, told from its words alone.

A real answer taken for something else would lose what the candidate said, so the burden of proof is on everything but an answer:
a turn is off script only if the table below explains all of it. Rows take away the words they explain, in order; the first that
finds something names the kind; if anything but empty words is left over, the turn is an answer.
"""

import re
from difflib import get_close_matches
from typing import NamedTuple

from interviewer.text import clean, words
from interviewer.transcript import TurnKind

TOO_MANY_WORDS = 4000
"""A turn of more words is too long: about half an hour of speech."""
TOO_MANY_CHARACTERS = 40_000
"""The same for scripts that put no spaces between words."""
OFF_SCRIPT_WORDS = 45
"""A longer turn is an answer; nobody takes as many words to ask for a question again."""
OFF_SCRIPT_CHARACTERS = 450


class Row(NamedTuple):
    """Phrases that mean one thing, in the spelling that `_canonical` brings about."""

    kind: TurnKind
    reason: str
    pattern: re.Pattern[str]


_BLOCKS = {
    # Nouns and asides
    "STORY": r"(?:story|stories|examples?|one|ones|situations?|cases?|experiences?|projects?|topics?|incidents?)",
    "QUESTION": r"(?:(?:the|this|that|your|last|previous|first|whole|main|same|entire) ){0,2}(?:questions?|one|part|prompt)",
    "INTERVIEW": r"(?:(?:the|this|our|my|mock) ){0,2}(?:interview|session|call|chat|conversation|meeting|test|exercise|practice|process)",
    "MOMENT": r"(?:(?:couple of|few|short|little|quick|brief|bit of) )?(?:seconds?|moments?|minutes?|time|break|while|bit|pause)",
    "AGAIN": r"(?: (?:it|that|this|again|once|twice|more|one|another|time|over|slowly|slower|louder|clearly|to me|for me))*",
    # Ways to ask and to announce
    "CAN": r"(?:can|could|would|will|may|might|should|shall)",
    "ASK": (
        r"(?:(?:{CAN} (?:you|we)|you {CAN}|do you mind|(?:i am|i was) (?:wondering|asking) if (?:you|we) {CAN}|i wonder if (?:you|we) {CAN}"
        r"|is it (?:ok|possible)(?: (?:if (?:you|we)(?: {CAN})?|to|for you to))?|would it be (?:ok|possible)(?: to| if (?:you|we)(?: {CAN})?)?"
        r"|i (?:want|need|would like|would love) (?:you )?to|i have to ask you to|let us|(?:do )?(?:you )?mind|if you {CAN}|{CAN}|to) )"
    ),
    "WISH": (
        r"(?:(?:{CAN} (?:i|we)|(?:i|we) {CAN}|let (?:me|us)|i (?:want|need|have|would like|prefer|would prefer|would love|wish|choose) to"
        r"|(?:i am|i was) (?:wondering|asking) if (?:i|we) {CAN}|i wonder if (?:i|we) {CAN}|i (?:would|had) (?:rather|better)"
        r"|is it (?:ok|possible)(?: (?:if (?:i|we)(?: {CAN})?|to|for me to))?|would it be (?:ok|possible)(?: to| if (?:i|we)(?: {CAN})?)?"
        r"|(?:do )?(?:you )?mind if (?:i|we)|am i allowed to|i am going to|i will|i think (?:i will|i would like to|we should|i should)) )"
    ),
    # Free words, within one sentence, that tell nothing: they stop where a story might start
    "TELLS": (
        r"(?:because|but|yes|yeah|said|told|(?<!when )(?<!where )(?<!that )(?<!which )(?<!time )(?<!if )(?<!what )(?<!how )(?<!project )"
        r"(?<!thing )(?<!one )(?<!situation )(?:i|we|he|she|they|it|there) (?:was|were|had|did|went|took|made|found|got|came|saw|wrote|built"
        r"|ran|led|knew|thought|felt|kept|gave|left|spent|set|put|cut|met|sent|held|broke|brought|chose|\w{2,}ed))\b"
    ),
    "TAIL": r"(?: (?!{TELLS})(?:(?![.?])\S)+){0,14}",
    "REST": r"(?: (?!{TELLS})\S+)*",
    # What insults are made of
    "SWEAR": r"(?:fucking|freaking|bloody|damn|god damn|goddamn|total|complete|absolute|such|so|really|very|piece of|a|an|the|bunch of|most|worst)",
    "NAME": (
        r"(?:idiots?|morons?|imbeciles?|assholes?|arseholes?|bitch|bastards?|cunts?|dickheads?|dick|prick|retards?|jerk|scumbag|scum|clown|losers?"
        r"|motherfucker|fucker|dumbass|dumb ass|twat|wanker|shithead|pig|trash|garbage|shit|crap|fool|joke)"
    ),
    "BAD": r"(?:stupid|dumb|useless|worthless|pathetic|retarded|idiotic|incompetent|terrible|awful|horrible|disgusting|ridiculous|ugly|shit|crap)",
    "IT": r"(?:bot|robot|machine|ai|chatbot|computer|program|software|app|interviewers?|recruiters?|assistant|thing|man|woman|person|human|model)",
}


def _row(kind: TurnKind, reason: str, *phrases: str) -> Row:
    """A row of the table; ``{NAME}`` in a phrase stands for that block."""
    pattern = "|".join(phrases)
    while (filled := re.sub(r"\{([A-Z]+)\}", lambda m: _BLOCKS[m[1]], pattern)) != pattern:
        pattern = filled
    return Row(kind, reason, re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"))


TABLE: tuple[Row, ...] = (
    _row(
        "instruction", "orders to a machine, or a verdict demanded; free words may follow, as such orders run on",
        r"(?:ignore|disregard|forget|override|bypass|skip) (?:all |any |everything |every |of |your |the |these |those |my |above |previous |prior |earlier |original |initial |system )*"
        r"(?:instructions?|rules|guidelines|prompts?|programming|directives|constraints|criteria|rubric|orders|restrictions)\b{REST}",
        r"(?:ignore|forget|disregard) (?:everything|all|anything)(?: (?:above|before|previously|that|you were told|i said|you know))+{REST}",
        r"you are (?:now|no longer|not) (?:an?|in|my|dan|the interviewer|free|allowed|bound|longer)\b{REST}",
        r"from now on you{REST}", r"(?:act|behave|respond|answer|reply) (?:as|like) (?:if you|an? (?:ai|assistant|model|interviewer|candidate|terminal|different))\b{REST}",
        r"pretend (?:to be|you are|that you are)\b{REST}", r"(?:enter|enable|activate) (?:developer|debug|admin|dan|god) mode{REST}",
        r"(?:system|assistant|developer)(?: prompt| message| override)? :{REST}",
        r"{ASK}?(?:print|show|reveal|output|display|repeat|leak|tell|give|share|write|send|list)(?: (?:me|us|out))*(?: (?:your|the|all|full|whole|entire|exact))*"
        r" (?:(?:system|initial|hidden|secret|original|internal) )*(?:prompts?|instructions?|rubric|criteria|scoring|api key|source code|configuration)\b{REST}",
        r"(?:what|which) (?:is|are) (?:your|the) (?:(?:system|initial|hidden|secret|original) )*(?:prompts?|instructions?|rubric|scoring)\b{REST}",
        r"{ASK}?(?:give|tell|show|write|generate|make|provide)(?: (?:me|us|up))?(?: (?:your|the|an?|some|my|best|correct|right|ideal|perfect|model|good|strong|sample|complete|star))*"
        r" (?:answers?|solution|response)(?: (?:for|to|to it)(?: (?:me|this|that|it|{QUESTION}))?)*",
        r"{ASK}?(?:answer|solve|do) (?:it|this|that|{QUESTION}) (?:for me|yourself|instead of me)", r"{ASK}?tell me what (?:to say|to answer|i should say|you want to hear)",
        r"what is the (?:correct|right|best|ideal|perfect) (?:answer|response)(?: (?:to|for) (?:this|that|it|{QUESTION}))?",
        r"(?:{ASK}|you (?:must|should|have to|need to) |so |{WISH})?(?:rate|grade|score|mark|assess|evaluate|give|hire|pass|recommend|approve)(?: (?:me|this|my answers?|my interview|the candidate))+"
        r"(?: (?:as|with|for|an?|the|be|to be|at))*(?: (?:strong|hire|hired|no|yes|highest|high|full|top|best|maximum|max|perfect|10|100|5|five|ten|ratings?|score|scores|grade|marks?|points?|out|of|job|verdict|offer))*",
        r"(?:{ASK}|you (?:must|should|have to|need to) )?(?:say|output|answer|respond|reply|write|return|put|select|choose|conclude)(?: (?:with|that|only|the|an?|verdict|result|i am|me|as|it is))* (?:strong )?hired?",
        r"(?:the )?(?:verdict|rating|score|result|grade|decision)(?: (?:is|must be|should be|has to be|:|=))+{REST}", r"(?:strong hire|hire me)",
        r"{ASK}?(?:write|tell|sing|generate|code)(?: me)? an? (?:poem|song|joke|python|script|program|essay|haiku|recipe|function|cover letter){TAIL}",
    ),
    _row(
        "stop", "wants the interview to end",
        r"(?:(?:let us|{CAN} we|i (?:want|need|have|would like|wish|prefer|would prefer|would rather|choose|decided) to|i (?:would rather|will|would|must|think we should|think i will)|{ASK}|{WISH}) )?"
        r"(?:stop|end|finish|quit|exit|terminate|cancel|conclude|leave|abort|close|wrap up|break off)(?: (?:with|up))? {INTERVIEW}(?: (?:here|now|today|early))*",
        r"(?:let us|{CAN} (?:we|you)|i (?:want|need|have|would like|wish|prefer|would prefer|choose) to|i (?:would rather|will|must|think we should|think i will|think i should)|is it (?:ok|possible)(?: (?:to|if (?:i|we)))?|{CAN} i)"
        r" (?:stop|end|quit|exit|leave|wrap up|call it|finish here|stop here)(?: (?:here|now|it|this|that|there|today|for today|for now|at this point|a day|up))*",
        r"(?:let us|{CAN} (?:we|you)|i (?:want|would like) to|we {CAN}) finish(?: (?:here|now|it|this|today|for today|up))*",
        r"i (?:have|need|got|must)(?: got)?(?: to)? (?:go|leave|run)(?: now)?", r"i am (?:done|finished|through)(?: (?:with|for))* (?:{INTERVIEW}|today|this|you)",
        r"(?:stop|quit|exit|abort)(?: (?:it|this|here|everything))*", r"end (?:it|here|now|this)", r"end(?: of)? {INTERVIEW}", r"{INTERVIEW} over", r"no more questions",
        r"i do not (?:want|wish)(?: to)? (?:continue|go on|do this|do it|answer)(?: (?:with|this|anymore|any|more|longer|questions?|{INTERVIEW}))*", r"(?:enough|that is (?:enough|all|it)) for (?:today|now|me)",
        r"(?:good ?bye|bye|bye bye|see you(?: later| soon)?)",
    ),
    _row(
        "abuse", "insults aimed at the interviewer; a swear word in a story leaves the story over",
        r"(?:fuck|screw|damn|piss|shut)(?: the fuck)? (?:you|off|up|yourself|this (?:shit )?{IT})(?: (?:and|with) {TAIL}| all)?",
        r"(?:go to hell|go fuck yourself|you suck|this {IT} sucks|suck my \w+|kiss my ass|eat shit|drop dead|(?:go )?kill yourself|i hate you|get lost|stfu|gtfo|kys|fuck your \w+)",
        r"(?:i will|i am going to) (?:kill|hurt|find|punch|beat) you",
        r"(?:you|you are|this is|are you|what|why are you)(?: (?:{SWEAR}|all|just|as|nothing|but|even|being))*(?: (?:{BAD}|{SWEAR}))* (?:{NAME}|(?:{BAD}|worst) {IT})(?: (?:{IT}|ever|or what))*",
        r"(?:you are|are you|you)(?: (?:{SWEAR}|all|just|as|even|being))* {BAD}(?: or what)?",
        r"(?:(?:{SWEAR}|{BAD}) )*(?:{BAD}|fucking|damn) {IT}", r"(?:fucking |stupid |dumb )*(?:idiots?|morons?|imbeciles?|assholes?|bitch|dickhead|motherfucker|cunt|dumbass|wanker|moron)",
    ),
    _row(
        "another_story", "wants to tell a different story instead",
        r"(?:{WISH}|what if i )?(?:use|take|tell|choose|pick|give|share|try|talk|speak|switch|change|go|start|do|have|bring|present|discuss|pivot|think of)(?: (?:you|to|with|about|of|over|for))*"
        r"(?: (?:an?|the|my|some|from|completely|totally))* (?:another|different|other|new|better|second)(?: (?:and|better|different))*(?: {STORY})+(?: (?:instead|for this|for that|from|about|of|to answer|on){TAIL})?",
        r"{WISH}(?:switch|change|swap|replace)(?: (?:my|the|to|our))* {STORY}(?: instead)?", r"(?:another|different|other) (?:story|example)(?: instead)?", r"(?:a|some) (?:different|other) (?:story|example)(?: instead)?",
        r"i (?:have|got|have got|think of|just thought of|remembered)(?: an?)?(?: (?:better|different|another))+ {STORY}(?: (?:for this|in mind|instead))?",
        r"(?:{WISH})(?:set|leave|put) (?:this|that|the (?:first|last)) (?:story|example|one) aside",
    ),
    _row(
        "skip", "passes this question",
        r"(?:(?:{WISH}|{ASK}))?skip(?: (?:over|ahead|to|the|{QUESTION}|it|this|that|next))*", r"(?:i will )?pass(?: on)?(?: (?:{QUESTION}|it|this|that))*",
        r"(?:(?:{WISH}|{ASK}))?(?:(?:go|move|jump|proceed|continue|pass)(?: (?:on|over|ahead))*(?: (?:to|with))?(?: (?:the|a|an))? )?(?:next|different|another|other) (?:question|one|please)",
        r"(?:{WISH}|{ASK})?(?:have|get|give me|ask|ask me|try)(?: (?:the|a|an|me))* (?:next|different|another|other) (?:question|one)", r"next", r"(?:{WISH}|{ASK})?(?:move|go|moving) on(?: (?:now|from (?:this|that|here|it)))?",
        r"i (?:prefer|would prefer|would rather|want|would like|choose)(?: to)? not(?: to)? (?:answer|say|talk about|discuss|share|go into)(?: (?:it|this|that|about|{QUESTION}))*", r"no comment",
        r"i (?:do not|can not|will not) (?:want|wish)(?: to)? (?:answer|talk about|discuss)(?: (?:it|this|that|{QUESTION}))*", r"i (?:can not|will not|am not able to) answer(?: (?:it|this|that|{QUESTION}))*",
        r"i (?:really )?(?:can not|could not|am not able to|am unable to|do not)(?: (?:really|even|currently))* (?:think of|come up with|remember|recall|find|have|got|know of)"
        r"(?: (?:an?|any|one|such|single|real|good|specific|concrete|relevant|suitable|particular|proper|of))* (?:examples?|stories|story|situations?)(?: (?:for|of|where|when|like|about|to share|to tell|that fits|from|right|at|in my){TAIL})?",
        r"i have (?:no|not any|not a|not an|not)(?: (?:such|real|good|specific|concrete|relevant|suitable|particular|an?))* (?:examples?|story|stories|situations?)(?: (?:for|of|where|when|like|about|to share|to tell|that fits|from){TAIL})?",
        r"i have (?:no|not any|not) (?:(?:such|any such) )+(?:experiences?|cases?)", r"i (?:have no|do not have(?: any)?) experiences? (?:like|with|of) (?:that|this|it)", r"i (?:am not having|not have)(?: (?:an?|any|such))* examples?(?: (?:for|of){TAIL})?",
        r"i (?:have )?never (?:had|been|experienced|faced|was|encountered|met)(?: in)? (?:such an?|such|that kind of|this kind of|a) (?:situation|case|experience|problem)(?: like (?:that|this))?",
        r"no (?:such )?(?:examples?|story|stories)(?: (?:to share|comes? to (?:my )?mind|for this|for that))?", r"i give up(?: on (?:{QUESTION}|it|this|that))?",
    ),
    _row(
        "clarify", "asks what the question means or which kind of answer fits",
        r"(?:so )?(?:what|how) (?:(?:exactly|precisely|the hell|the fuck|on earth) )*(?:do|did|does|are|would) (?:you|that|this|it|{QUESTION})(?: (?:exactly|even|actually))* (?:mean|meaning|looking for|look for|want to hear|want to know|want|expect|define|understand|refer)(?: (?:by|with|under|when|to|from|for|exactly|here|me){TAIL})?",
        r"what (?:(?:do|does|did) )?(?:you )?(?:mean|means|meant)(?: (?:by|with|when|exactly|here){TAIL})?", r"what (?:is|are) (?:you )?(?:meaning|mean|meant)(?: (?:of|by|with){TAIL})?", r"what (?:do|does|is|did)(?: (?:the|an?|your|word|term|phrase))* \S+(?: \S+)?(?: \S+)? (?:mean|means|stand for|refer to)(?: (?:here|exactly|in this (?:context|case)))*",
        r"what means? (?:\S+ ){0,3}\S+", r"(?:what is|define|explain)(?: the)? (?:meaning|definition)(?: of{TAIL})?",
        r"(?:do|did|are|were) you (?:mean|meaning|want|expect|expecting|asking|ask|looking for|interested in|talking about|talk about|refer|referring|prefer|need)\b{TAIL}",
        r"(?:{ASK}|{WISH})?(?:clarify|rephrase|reword|paraphrase|simplify|be more (?:specific|precise|clear|concrete)|elaborate|expand|specify)(?: (?:on|what|the|it|this|that|a|bit|more|your|in|{QUESTION}|to me|for me))*{TAIL}",
        r"(?:{ASK})?explain(?: me)?(?: (?:it|this|that|what|{QUESTION}|more|the|your|better|a|bit|little|further|to me|for me|again|in (?:other|simple|simpler|different) (?:words|terms|way)))*(?: (?:you mean|means|mean|is)(?: by)?{TAIL})?",
        r"{ASK}(?:ask|say|put|phrase|word|repeat)(?: (?:it|that|this|{QUESTION}))*(?: (?:again|or))* (?:in (?:other|simple|simpler|plain|plainer|different|easier|easy|another|a)(?: (?:simpler|different|other|easier))? (?:words?|terms?|way)|differently|another way|rephrase)(?: (?:it|that|this))?",
        r"(?:{ASK}|{WISH})?(?:give|get|have|provide)(?: (?:me|us))?(?: (?:an?|some|one|another|more))* (?:hint|hints|clue|context|details?|clarification|clarifications|explanation|example|examples|idea)(?: (?:about|of|for|on|please){TAIL})?",
        r"{WISH}(?:ask(?: you)?(?: (?:for|a|an|some|quick))* (?:question|clarification)|clarify)(?: first)?", r"in other words", r"(?:in )?(?:what|which) (?:sense|context|way|regard|respect)",
        r"(?:(?:is|are|was|can|could|may|should|must|does|do|shall|would|will|has) (?:it|this|that|the (?:example|story|answer|situation|case|one)|they|my (?:example|story|answer))) (?:ok |fine |have to |need to |also |be |to |only |supposed |possible |necessarily |required |count |enough |work |matter |help |all right |valid )+{TAIL}",
        r"(?:does|do|would|will|can|could) (?:an?|the|my|that|this|university|school|college|personal|volunteer|academic|private)(?: \S+){0,4} (?:count|work|be ok|be fine|qualify)(?: (?:too|as well|also|here|for this|for that))*",
        r"{CAN} i (?:use|talk|speak|choose|take|tell|give|pick|answer|share|mention|refer|describe|include|present|bring|assume|go|speak|start|make|draw|do)\b{TAIL}",
        r"is (?:a|an|my|the) \S+(?: \S+){0,4} (?:ok|fine|enough|good enough|acceptable|alright)(?: too)?", r"(?:should|shall|must|do) i (?:have to |need to |also |only )?(?:focus|talk|speak|answer|use|choose|pick|tell|give|describe|start|mention|include|explain|give|stick|go|be|keep|follow|do|cover|provide|name|say|assume)\b{TAIL}",
        r"(?:is it|would it be) (?:ok|possible|fine|alright)(?: (?:if|to|for me to){TAIL})?", r"how (?:long|short|detailed|deep|technical|specific|far back|recent|many examples|much detail|big|old|much time|personal)\b(?: (?:should|do|does|must|can|could|may|shall|is|would|am|will|have|are))*(?: (?:i|my|the|it|you|we)\b)?{TAIL}",
        r"(?:what|which) (?:kind|kinds|type|types|sort|sorts|level|form|format|project|projects|situation|part|company|job|role|time frame|period|team|example|story|case)(?: of)?(?: \S+){0,3} (?:do|are|should|is|would|does|shall|can|must)(?: (?:you|i|it|we|this|that|the answer)\b){TAIL}",
        r"(?:what|which) (?:kind|type|sort) of (?:example|examples|story|stories|situation|project|answer|thing|problem|case|experience|trade off|decision|conflict|challenge|data|result|details?)", r"(?:from|about|at|in) (?:my )?(?:work|job|university|school|college) or{TAIL} [?]",
        r"(?:professional|personal|work|technical|academic|private|job) or(?: (?:a|from|at|my))* (?:non technical|nontechnical|professional|personal|private|academic|university|school|college|work|technical|study|studies|life|job)(?: (?:one|example|story|project|life|experience))?",
        r"(?:what|how) (?:should|shall|can|could|must|do) i (?:say|answer|tell|talk about|do|respond|reply|start|begin)\b(?: (?:here|now|this|that|it|to|about|with|on|{QUESTION}))*",
        r"i (?:do not|did not|dont|can not|could not|not|am not|no|really do not)(?: (?:quite|really|fully|exactly|completely|even|totally|sure i))* (?:understand|understanding|follow|understood|get|follow you|clear|grasp)(?: (?:what|you|it|that|this|well|fully|mean|meant|want|are|asking|by|the|me|is|about|for|really|meaning|point|of|{QUESTION}|your english))*",
        r"(?:no|not) (?:understand|understood|clear)(?: (?:it|{QUESTION}))?", r"(?:{QUESTION}|it|this|that) is (?:not|un|too)(?: (?:so|very|really))? ?(?:clear|vague|confusing|ambiguous|general|broad|abstract)(?: (?:to|for) me)?", r"{QUESTION} (?:confuses me|is confusing|is unclear|is vague)",
        r"i am (?:a bit |a little |very |so )?(?:confused|lost)(?: (?:by|about|with) {QUESTION})?", r"i (?:am not|do not)(?: (?:quite|really|exactly))? (?:sure|certain|know)(?: (?:if|that))? (?:i understand(?: (?:it|that|{QUESTION}|you|correctly))*|what you mean|what you (?:are asking|want|are looking for|expect|ask|need)|what {QUESTION} (?:is|means|is asking)|what (?:that|this|it) means|how to answer(?: (?:this|that|it|{QUESTION}))?|which (?:kind|type) of {STORY} you{TAIL})(?: (?:by|with|for|from me){TAIL})?",
        r"why (?:do|are|would|did|is) (?:you|that|this|it|{QUESTION}) (?:ask|asking|want|need|important|relevant|matter)(?: (?:me|this|that|for|to know|about|it){TAIL})?",
    ),
    _row(
        "repeat", "wants to hear the question again, or asks to be asked",
        r"(?:{ASK})?(?:repeat|repeating|rephrase or repeat|re ?read|reread|restate|resend)(?: (?:to|me|the|for|what|you|said|asked|just|were|saying|asking|it|that|this|{QUESTION}|please|part|bit))*{AGAIN}", r"(?:{ASK}|{WISH})(?:say|ask|read|tell|show|give|state|put|hear|see|have|get|send|type)(?: (?:me|us))?(?: (?:it|that|this|what you said|what you asked|{QUESTION}))+{AGAIN}", r"(?:say|ask|read|tell)(?: (?:me|it|that|this|{QUESTION}))* (?:again|once more|one more time)", r"{ASK}(?:say|ask|speak|talk|go)(?: up)?(?: (?:again|slower|louder|slowly|more|clearly|once|over|it|that))+",
        r"(?:what|which) (?:was|is|were|are)(?: (?:it|that))? (?:{QUESTION}|it you asked)(?: (?:you asked|about|you just asked|here|now))*{AGAIN}", r"what {QUESTION} (?:was|is)(?: it)?{AGAIN}", r"what (?:did|was|were|are|do|have|had|is)(?: (?:that|it|you))+(?: (?:just|say|said|saying|ask|asked|asking|again|want to know|wanted|me|about|the|question))*{AGAIN}",
        r"i (?:did not|could not|can not|do not|not|have not|did)(?: (?:quite|really|fully|even|exactly))* (?:hear|catch|caught|heard|get that|get the question|get it|get you|got that|remember {QUESTION}|recall {QUESTION}|see {QUESTION}|read {QUESTION})(?: (?:it|that|you|what you said|what you asked|well|clearly|properly|fully|the end|the last part|anything|of|all|part|{QUESTION}))*", r"i (?:have )?(?:forgot|forgotten|missed|lost|misheard|overheard)(?: (?:what|you|asked|were asking|track of|the end of|part of|completely))* (?:{QUESTION}|you asked|that last part|the last part)",
        r"i (?:have )?(?:forgot|forgotten|lost)(?: what)? (?:you (?:asked|said)|my train of thought|my thread|the thread)", r"(?:i have )?lost (?:my train of thought|the thread|track)", r"(?:come again|pardon(?: me)?|i beg your pardon|say what|one more time|once more|once again|again|where were we|what again|question|which question|what question|the question)", r"what [?]", r"(?:you|your (?:voice|sound|audio)|the (?:sound|audio|connection|line)) (?:is |are |was |were |just |got |have )*(?:broke up|breaking up|cut off|cut out|breaking|muted|bad|very bad|not clear|lagging)",
        r"(?:(?:i am |we are )?ready(?: (?:to (?:start|begin|go)|for (?:the|your) (?:first |next )?question|when you are|now))?|let us (?:start|begin|go|get started)|{CAN} we (?:start|begin)|go ahead|shoot|ask (?:away|me)|start|begin)",
    ),
    _row(
        "think", "needs time before the answer, or announces it",
        r"(?:{WISH})?(?:think|to think|thinking|see|recall|remember|recollect|reflect|consider|ponder|gather|collect|organi[sz]e|get|sort|structure|put|take a look|find|look|search|start|start again|start over|begin|begin again|start from the beginning|try|try again|rephrase|rephrase that|restart|answer|continue|finish|add something|add one thing|add)"
        r"(?: (?:about|on|of|it|this|that|for|over|through|an?|some|good|my|the|story|example|one|answer|sentence|thoughts?|thought|ideas?|memory|together|point|{MOMENT}|right|carefully|out|what|where|how|whether|i can|to|start|begin|say|properly))*",
        r"(?:{ASK}|{WISH})?(?:give|have|take|need|get|grant|allow|spare|want|leave|use)(?: (?:me|us|to))?(?: (?:an?|one|two|some|a bit|more|just|like|another|few|couple|five|10|ten|thirty|30|little|a))* {MOMENT}(?: (?:to|for|before){TAIL})?", r"i (?:just )?(?:need|want|would like|would need|require|take|will take|am going to take)(?: (?:an?|one|two|some|a bit|more|another|few|couple))* {MOMENT}(?: (?:to|for|before){TAIL})?",
        r"(?:(?:an?|one|two|just|half) )*(?:second|moment|minute|sec)(?: (?:to think|please))?", r"(?:some|more|a little|a bit of) time(?: to think)?", r"(?:hold on|hang on|wait|bear with me|brb|be right back|give me)(?: (?:up|for|an?|one|{MOMENT}))*", r"(?:i am |i was )?(?:still |just )?(?:thinking|looking for one|searching|not ready)(?: (?:about (?:it|this|that)|of (?:an?|one|the)(?: good)?(?: {STORY})?|it over|here|of how to say it))*",
        r"i (?:have|need|would have|will have|want) to (?:think|reflect)(?: (?:about|on|for|it|this|that|over|an?|{MOMENT}|first|carefully))*", r"i (?:can not|do not) (?:think|talk) (?:so|that) (?:fast|quickly)", r"(?:that|this|it) is (?:an?|quite an?|really an?|such an?|a very|a really|quite)? ?(?:good|great|hard|tough|tricky|difficult|interesting|nice|excellent|deep|big|tough)(?: one| question)?(?: to answer)?", r"(?:good|great|hard|tough|tricky|difficult|interesting|nice) (?:question|one)",
        r"(?:where|how) (?:do|should|to|shall|can)(?: i)? (?:begin|start|put (?:this|that|it)|say (?:this|that|it))", r"i am not sure (?:where|how) to (?:begin|start|put (?:this|that|it)|say (?:this|that|it))", r"i am (?:a bit |very |so |really |quite )?nervous(?: today)?", r"(?:which|what) (?:one|example|story) (?:do|should|shall|could|can) i (?:take|use|choose|pick|tell)", r"(?:my mind|it) (?:is|went|goes) (?:blank|completely blank)", r"i am (?:blanking|drawing a blank)",
    ),
    _row(
        "answer", "too short to tell anything, yet a reply: never outweighed by courtesies",
        r"yes|yeah|yep|yup|no|nope|nah|sure|of course|certainly|correct|exactly|true|maybe|perhaps|probably|definitely|absolutely|not really|not yet|never|sometimes|i think so|i (?:do not|did not|have not)|i (?:do|did|have)|i (?:do not|can not|really do not)(?: really)? (?:know|remember|recall|say)|i have no idea|no idea|i am not sure|not sure|i guess|i forgot|that is (?:all|it)(?: (?:i have|from me|from my side|i can say))?|i am (?:done|finished)|it depends|right",
    ),
    _row(
        "off_topic", "small talk, and questions about the interviewer, the process or the outcome",
        r"how are (?:you|things)(?: (?:doing|today|feeling|going|this|morning|fine))*", r"how (?:is|was) (?:it going|your day|the weather|life|everything|your (?:weekend|morning|evening))(?: (?:going|so far|today|over there|there))*", r"(?:hope you are (?:doing )?well|i hope you are (?:doing )?(?:well|fine))", r"i am (?:fine|good|well|ok|great|doing well|doing good|doing fine)", r"(?:it is )?(?:an?|such a)? ?(?:nice|lovely|beautiful|bad|hot|cold|good|great) (?:weather|day)(?: (?:today|outside|here|is it not|out there))*", r"the weather is{TAIL}", r"(?:it is |very |so )*(?:hot|cold|raining|sunny|snowing)(?: (?:today|outside|here))+", r"(?:nice|good|great|glad|pleased|pleasure)(?: to)? (?:meet|see|meeting|talk to|talking to|speak to|chat with)(?: with)? you(?: too)?",
        r"(?:are you|is this|am i (?:talking|speaking|chatting)(?: (?:to|with))?|do i (?:talk|speak) (?:to|with)|you are)(?: (?:an?|the|really|actually|even|real|some|just|kind of))* (?:robot|bot|human(?: being)?|person|ai|chatbot|machine|chatgpt|gpt|claude|gemini|llm|language model|recording|interviewer|amazonian|recorded|alive|there|listening|still there|real|single|married|from amazon|joking|kidding|serious|kidding me|sure|free|ok|happy|tired|recording this|recording me)(?: (?:or{TAIL}|too))?",
        r"(?:what|who)(?: (?:is|are|was|s))? (?:your name|you|your (?:age|job|favou?rite \S+|hobby|hobbies|position|role|title|background)|your name again|i (?:talking|speaking) (?:to|with))", r"(?:which|what) (?:model|company|ai|version|team) (?:are you|is (?:this|it)|made you|am i)(?: (?:from|using|on|for))*", r"(?:where|when|how old|what|who) (?:are you(?: from)?|do you (?:live|work|come from)|made you|built you|created you|wrote you|time is it|is the time|day is it)(?: (?:now|today|there))?",
        r"(?:do|can|did|have) you (?:like|love|enjoy|hear|see|have|work|speak|think|sleep|feel|eat|drink|know|read|watch|remember)\b{TAIL}", r"(?:tell me|talk)(?: (?:something|more|a bit))* about (?:yourself|you|amazon|the (?:company|team|job|role|position))", r"where do you{TAIL}", r"(?:did|have|will|do|am|can|would) i (?:get|got|getting|pass|passed|make|hired|be hired|fail|failed|in|doing|do|have|receive|know|hear)(?: (?:the|this|a|an|it|job|position|interview|offer|role|ok|well|good|all right|feedback|result|results|chance|any|my|fine|so far|back|hired|far|when|today|score))*",
        r"how (?:am|did|do|was|is|well)(?: (?:i|my|it|that|the|am i|did i))*(?: (?:doing|do|answer|answers|interview|performance|going|did|so far|go|sound|was|far|well|ok|good|perform|i|score|look))+", r"(?:was|is) (?:that|this|it|my answer|the answer)(?: (?:an?|ok|good|correct|right|enough|answer|fine|what you (?:wanted|were looking for)|alright))+", r"(?:what|how much|which) (?:is|was|are|does|do|about)(?: (?:my|the|this|your|a|it|you|i))*(?: (?:score|result|results|rating|grade|salary|pay|position|job|role|company|feedback|verdict|next steps?|benefits|working hours))+(?: (?:so far|for{TAIL}|pay|like|be))?", r"how much (?:will|would|do|does|can) (?:i|it|you|this|the){TAIL}", r"when (?:will|do|can|would) i (?:hear|get|know|start|receive){TAIL}", r"(?:what|how many|how much) (?:questions?|time|longer|more)(?: (?:questions?|time|are|is|do|does|will|left|there|we|have|it|you|i|this|take|remain|remaining|for|{INTERVIEW}))*", r"how long (?:will|does|is) (?:this|it|{INTERVIEW})(?: (?:take|last|be|going to))*", r"are we (?:done|finished)(?: (?:here|yet|now))?", r"(?:i am |we are )?(?:all )?done yet", r"(?:it is |was |only )*(?:just )?(?:a )?(?:test|testing|mic test|test test|jok(?:e|ing)|kidding)(?: (?:1|2|3|one|two|three|test|testing|check))*",
        r"(?:what|this|that|this is|that is|such)(?: (?:an?|such|so|really|is|very|fucking))* (?:stupid|dumb|silly|boring|weird|strange|bad|terrible|useless|ridiculous)(?: (?:question|questions|interview|one))?", r"(?:this|it|{INTERVIEW}) is (?:an? )?(?:fun|boring|waste of (?:my )?time|joke|bullshit|cool|stupid)", r"(?:lol|haha\w*|hehe\w*|lmao|rofl|xd|wow|cool|nice|yay|bla(?:h)?|wtf|omg|fuck|shit|damn|fucking hell|what the (?:fuck|hell))", r"{WISH}(?:get|drink|have|grab)(?: (?:some|a|an|cup|glass|of))* (?:water|coffee|tea|drink)(?: first)?", r"i (?:like|love|hate) (?:you|amazon|this|interviews|this interview)", r"nice try", r"(?:no problem|you are welcome|my pleasure|never mind|nevermind|forget it)", r"congratulations|happy (?:new year|birthday|friday)", r"what is up", r"my name is \S+(?: \S+)?", r"(?:i am|this is) (?:here|back|excited|happy to be here)",
    ),
    _row(
        "clarify", "a word of the question is asked after",
        r"what (?:is|are)(?: (?:an?|the))* (?!(?:is|was|the|i|we|they|he|it)\b)(?:(?!(?:is|was|are|were|i|we)\b)(?:(?![.?])\S)+)(?: (?!(?:is|was|are|were|i|we|most|more|left|done|new|clear|important)\b)(?:(?![.?])\S)+){0,2} [?]", r"(?:define|explain) \S+(?: \S+)?", r"(?:how so|such as|like what|meaning|for example|in general|any example|which one|any kind|why|how) [?]",
    ),
    _row(
        "off_topic", "courtesies alone",
        r"hi|hello|hey|greetings|good (?:morning|afternoon|evening|day)|howdy|yo|(?:many )?thanks?(?: (?:a lot|so much|very much|for{TAIL}))?|thank you(?: (?:so|very) much)?(?: for{TAIL})?|cheers|much appreciated|appreciate it|welcome",
    ),
    _row("think", "a sign of having heard, or of being about to speak", r"ok|got it|understood|i see|i understand|fair enough|makes sense|let me|let us|(?:hmm+|mm+|um+|uh+|er+m*|ah+|oh+|eh+m*|well|so)|that is|one|noted"),
    _row("repeat", "sounds like not having heard", r"sorry|i am sorry|my apologies|apologies|excuse me|what|huh|eh"),
)  # fmt: skip
"""Earlier rows weigh more where a turn holds several things: "Sorry, let me think. Could we stop here?" wants to stop."""
