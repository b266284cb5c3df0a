"""What a candidate's turn is, told from its words alone.

A real answer taken for something else would lose what the candidate said, so the burden of proof lies on everything but an answer:
a turn is off script only if `TABLE` explains all of it. Each row takes away the phrases it knows, in order; the first row that
finds one names the kind; if more than `_EMPTY` words is left over, something was told, and the turn is an answer.

The phrases are written in a reduced English (`gist`): contractions spelt out, articles, fillers and other words that decide nothing
dropped, "could you", "would you mind" and the like as ASK, "I would like to", "let me" as WISH, "can I" as MAY, "should I" as SHOULD, "can we", "shall we" as WE.
"""

import re
from difflib import get_close_matches
from typing import NamedTuple

from interviewer.text import clean, words
from interviewer.transcript import TurnKind

TOO_MANY_WORDS = 4000
"""A turn of more words is too long: it is about half an hour of speech."""
TOO_MANY_CHARACTERS = 40_000
"""The same limit for scripts that put no spaces between words."""
OFF_SCRIPT_WORDS = 45
"""A turn of more words is an answer: nobody takes as many to ask for a question again."""
OFF_SCRIPT_CHARACTERS = 450

_DROPPED = frozenset(
    "the a an this that these it me us my your our to of for please kindly just actually really quite very simply maybe perhaps possibly"
    " quickly exactly basically honestly literally even sir madam maam mate dude bro".split()
)
"""Words that decide nothing about what a turn is."""
_EMPTY = frozenset(
    "and but so then now well oh again also right first one here there though too like quick ASK WISH WE MAY SHOULD . ? :".split()
)
"""What may be left over of a turn that is off script."""
_HESITATION = re.compile(r"u+h*m+|u+h+|e+r+m*|e+h*m+|h+m+|m{2,}|a+h+|o+h+")
_SPELT_OUT = dict(
    pair.split("=")
    for pair in (
        "cant=can not|cannot=can not|couldnt=could not|dont=do not|didnt=did not|doesnt=does not|havent=have not|havnt=have not|isnt=is not"
        "|wasnt=was not|arent=are not|wont=will not|wouldnt=would not|im=i am|ive=i have|id=i would|ill=i will|lets=let we|thats=that is"
        "|its=it is|whats=what is|wheres=where is|whos=who is|hows=how is|youre=you are|ur=your|u=you|r=are|y=why|gonna=going to|wanna=want to"
        "|gotta=got to|lemme=let me|dunno=do not know|pls=please|plz=please|plss=please|plese=please|sec=second|secs=second"
        "|min=minute|mins=minute|okay=ok|okey=ok|okk=ok|k=ok|kk=ok|alright=ok|thx=thanks|ty=thanks|thanx=thanks|thank=thanks|sry=sorry|srry=sorry|soz=sorry"
        "|wat=what|wut=what|wht=what|wdym=what do you mean|q=question|qn=question|qs=question|skp=skip|skipp=skip|fck=fuck|fuk=fuck|fuckin=fucking|ya=yes|yea=yeah|cud=could"
        "|cld=could|uni=university|eg=example|exmaple=example|colud=could|cna=can|teh=the|hte=the|sotry=story|dat=that|da=the|gud=good|rly=really"
    ).split("|")
)  # fmt: skip
_KEYWORDS = (
    "question repeat repeating example another different second moment minute interview understand clarify explain situation experience"
    " instructions thinking please rephrase university remember previous system prompt sorry would could should"
).split()
"""Words worth recognising when mistyped."""

_BLOCKS = {
    "story": r"(?:stories|story|examples?|ones?|situations?|cases?|experiences?|projects?|topics?)",
    "question": r"(?:(?:last|previous|first|whole|main|same|entire|current) )?(?:questions?|one|part)",
    "interview": r"(?:mock )?(?:interview|session|call|chat|conversation|meeting|test|exercise|practice)",
    "moment": r"(?:(?:couple|few|short|little|bit|some|more|one|two|another|five|10|5|2|1|30|half|brief) )*(?:seconds?|moments?|minutes?|time|break|while|bit|pause)(?: or (?:two|so))?",
    "how often": r"(?: (?:again|once|twice|more|one|another|time|over|slowly|slower|louder|clearly|loud|out|aloud|with))*",
    "asked": r"(?:(?:ASK|WISH|WE|MAY|SHOULD) )+",
    "polite": r"(?:{asked})?",
    "told": (
        r"(?:because|but|yes|yeah|said|told|(?:(?<!when )(?<!where )(?<!which )(?<!time )(?<!if )(?<!what )(?<!how )(?<!project )"
        r"(?<!thing )(?<!one )(?<!situation )(?<!something )(?<!case )(?<!everything )(?:i|we|he|she|they|who|team|manager) (?:was|were|had|did"
        r"|went|took|made|found|got|came|saw|wrote|built|ran|led|knew|thought|felt|kept|gave|left|spent|set|put|cut|met|sent|held|broke"
        r"|brought|chose|\w{2,}ed)))\b"
    ),
    "free": r"(?: (?!{told})[^\s.?]+){0,14}",
    "few": r"(?: (?!{told})[^\s.?]+){0,6}",
    "rest": r"(?: (?!{told})\S+)*",
    "swear": r"(?:fucking|freaking|bloody|damn|goddamn|total|complete|absolute|such|so|piece|bunch|most|as|all|just|nothing|being|stupid|dumb)",
    "insult": (
        r"(?:idiots?|morons?|imbeciles?|assholes?|arseholes?|bitch|bastards?|cunts?|dickheads?|prick|retards?|scumbag|losers?|motherfucker"
        r"|fucker|dumbass|twat|wanker|shithead)"
    ),
    "bad": r"(?:stupid|dumb|useless|worthless|pathetic|retarded|idiotic|incompetent|terrible|awful|horrible|disgusting|ridiculous|shit|crap|worst)",
    "you there": r"(?:bot|robot|machine|ai|chatbot|computer|program|interviewers?|recruiters?|assistant|thing)",
}


class Row(NamedTuple):
    """Phrases that mean the same kind of turn."""

    kind: TurnKind
    reason: str
    pattern: re.Pattern[str]


def _row(kind: TurnKind, reason: str, *phrases: str) -> Row:
    """A row of the table; ``{name}`` in a phrase stands for that block, and ``{free}`` and ``{rest}`` for words that tell no story."""
    pattern = "|".join(phrases)
    while (filled := re.sub(r"\{([a-z ]+)\}", lambda m: _BLOCKS[m[1]], pattern)) != pattern:
        pattern = filled
    return Row(kind, reason, re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"))


TABLE: tuple[Row, ...] = (
    _row(
        "instruction",
        "orders given to a machine, or a verdict demanded; such orders run on",
        r"(?:ignore|disregard|forget|override|bypass) (?:all|any|every|everything|above|previous|prior|earlier|original"
            r"|initial|system|and| )*"
            r"(?:instructions?|rules|guidelines|prompts?|programming|criteria|rubric|restrictions){rest}",
        r"(?:ignore|forget|disregard) (?:(?:everything|all|anything) (?:above|before|previously|you were told|i said)"
            r"|above){rest}",
        r"you are (?:now|no longer){rest}",
        r"from now on (?:you (?:are|will|must|should) )?(?:act (?:as|like)|respond|reply|answer|say|rate){rest}",
        r"(?:act|behave|respond|answer|reply) (?:as|like) (?:if you|ai|assistant|model|interviewer|candidate|terminal){rest}",
        r"pretend (?:be|you are)(?: not)? (?:ai|human|interviewer|assistant|model|candidate|hiring manager|recruiter|another"
            r"|different){rest}",
        r"(?:enter|enable|activate) (?:developer|debug|admin|god|dan) mode{rest}",
        r"(?:system|assistant|developer)(?: prompt| message| override)? :{free} (?:candidate|verdict|hire|score|rating"
            r"|instructions|you|override){rest}",
        r"{polite}(?:print|show|reveal|output|display|tell|give|share|list|leak|repeat|write)"
            r"(?: (?:out|all|full|whole|entire|hidden|secret|initial|original|internal|scoring))*"
            r" (?:(?:system (?:prompt|instructions|rules)|rubric|scoring criteria|api key){rest}|prompt|instructions|criteria)",
        r"(?:repeat|print|output) (?:words|text|everything|all) (?:above|before){rest}",
        r"what (?:is|are|was) (?:(?:system )?prompt|system rules|(?:system|hidden|initial|secret) instructions|(?:hidden|initial|secret) prompt|rubric){rest}|what rubric do you use",
        r"(?:ASK )?(?:give|tell|show|write|generate|make|provide)(?: (?:correct|right|ideal|perfect|model|good|strong|sample"
            r"|full|star|best))*"
            r" (?:answers?|solution|response)(?: {question})?",
        r"ASK (?:answer|solve)(?: {question})?(?: (?:yourself|instead))?|(?:answer|solve|do)(?: {question})? yourself",
        r"(?:ASK )?tell what (?:say|i should say|i must say|answer|you want hear)",
        r"what (?:is|would be) (?:correct|right|best|ideal|perfect) (?:answer|response)(?: {question})?",
        r"(?:(?:ASK|WISH|MAY|you must|you should) )*(?:rate|grade|score|mark)(?: (?:candidate|answers?|interview|as|with|at"
            r"|be|i))*"
            r" (?:strong hire|hired?|highest|top|full|maximum|max|perfect|best|10 out 10|5 out 5|10 10|100)(?: (?:rating"
            r"|score|marks?|grade|points?|possible))*",
        r"(?:(?:ASK|WISH|MAY|you must|you should) )*(?:give|recommend)(?: (?:candidate|answers?|as|with|strong|highest|top"
            r"|full|maximum|max|perfect|best|good))*"
            r" (?:hire|rating|score|marks?|grade|points|verdict|10 out 10|10 10)(?: or else)?",
        r"(?:(?:ASK|you must|you should) )?(?:say|output|answer|respond|reply|write|return|conclude|select|print)"
            r"(?: (?:verdict|result|i am|with|only|as|is|:))* (?:strong )?(?:hire|hired)",
        r"(?:(?:ASK|WISH|MAY|you must|you should) )*(?:hire_me|give (?:job|offer)|pass candidate)|strong hire",
        r"(?:verdict|rating|score|decision) (?:is|:|must be|should be) (?:strong )?hire{rest}",
        r"(?:ASK )?(?:write|tell|sing|generate)(?: some)? (?:poem|song|joke|jokes|python|code|essay|haiku|recipe"
            r"|cover letter){free}",
    ),
    _row(
        "stop",
        "wants the interview to end",
        r"(?:{polite}|i will )(?:stop|end|finish|quit|exit|terminate|cancel|conclude|leave|abort|close|wrap up)"
            r"(?: with)? {interview}(?: (?:here|now|today|early))*",
        r"(?:ASK|WISH|WE|MAY|i will|i think i will) (?:stop|end|quit|exit|wrap up|call day|finish (?:here|now|today))"
            r"(?: (?:here|now|today|there|at|point|up))*",
        r"WE finish(?: (?:here|now|today|up))*",
        r"WISH (?:leave|run|go(?! (?:on|with|next|ahead|back|over|another|different)))(?: now)?|(?<![a-z] )MAY (?:leave"
            r"|go)(?: now)?(?= [.?]|$)",
        r"i am (?:done|finished|through)(?: with)? (?:{interview}|today|you)",
        r"(?:stop|quit|exit|abort)(?: (?:here|now|everything))?|end (?:here|now|{interview})",
        r"i do not (?:want|wish) (?:(?:continue|go on)(?: with)?(?: (?:anymore|{interview}))*|(?:do"
            r"|answer)(?: any)?(?: more questions| anymore))",
        r"no more questions|(?:is )?(?:enough|all) today|{interview} over",
        r"(?:good ?bye|bye(?: bye)?|see you(?: later| soon)?)",
    ),
    _row(
        "abuse",
        "insults aimed at the interviewer; somebody's swearing in a story leaves the story over",
        r"(?:fuck|screw|piss|shut)(?: fuck)? (?:you|mouth|off|up|yourself|{you there})(?: (?:and|with){free}| all"
            r"| {you there}| {insult})?",
        r"go (?:hell|fuck yourself)|(?:you|{you there}) sucks?|suck \w+|kiss ass|eat shit|drop dead|(?:go )?kill yourself"
            r"|i hate you|get lost"
            r"|stfu|gtfo|kys|i will (?:kill|hurt|find|punch|beat) you",
        r"(?:(?:you|are|is|what|why) )*(?:{swear} )*{insult}(?: (?:{you there}|ever|or what))*",
        r"(?:you are|are you|you)(?: (?:{swear}|{bad}))* (?:{bad}|trash|garbage|joke|clown|pig)(?: (?:{you there}|ever"
            r"|or what))*",
        r"(?:you )?(?:(?:{swear}|{bad}) )+{you there}",
    ),
    _row(
        "another_story",
        "wants to tell a different story instead",
        r"(?:{asked}|what if i |i will )(?:(?:use|take|tell|choose|pick|give|share|try|talk|speak|switch|change|go|start|do|have"
            r"|bring|present|discuss|you"
            r"|think|with|about|over|some|completely|instead) )+(?:another|different|other|new|better"
            r"|second)(?: better)?(?: (?:{story}|work))+"
            r"(?: (?:instead|from|about|where|answer|on|i|which){few})?",
        r"{polite}(?:switch|change|swap|replace) {story}|{asked}(?:talk|tell|speak)(?: you)? about something (?:else"
            r"|different)",
        r"(?:another|different|other) (?:story|example)(?: instead)?",
        r"i (?:have|got|have got|remembered|thought)(?: (?:also|better|different|another|other))+ {story}(?: (?:in mind"
            r"|instead))?",
    ),
    _row(
        "skip",
        "passes this question",
        r"(?:{polite}|i will )skip(?: (?:over|ahead|next|{question}))*|(?:(?<!did )i (?:will )?|WISH |MAY "
            r"|(?<!i ))pass(?: on)?(?: {question})?",
        r"(?:{polite}(?:(?:go|move|jump|proceed|continue|skip|have|get|give|ask|try|on|over|ahead|with) )*)(?:(?:next"
            r"|different|another|other) question|next (?:one|topic))",
        r"next(?: (?:one|topic))?|{polite}mov(?:e|ing) on(?: from)?(?: {question})?|WE (?:go|continue)(?: on)?",
        r"(?:WISH|i choose) not (?:answer|say|talk|discuss|share)(?: about)?(?: {question})?|no comment",
        r"i (?:do|can|will|am)? ?not (?:want|wish|able|going)? ?(?:answer|talk about|discuss)(?: {question})?",
        r"i (?:can|could|do|am) not (?:able )?(?:think|come up with|remember|recall|find|have|got|know)"
            r"(?: (?:any|one|such|single|real|good|specific|concrete|relevant|suitable|particular|proper))* (?:examples?"
            r"|stories|story)"
            r"(?: (?:time|where|when|like|about|share|tell|fits|from|right|at|in|with){free})?",
        r"i (?:have no|have not got|have not|no have|not have|am not having)(?: (?:such|any|real|good|specific|concrete"
            r"|relevant|suitable|particular|one))*"
            r" (?:examples?|stories|story)(?: (?:time|where|when|like|about|share|tell|fits|from){free})?",
        r"i (?:have no|have not|do not have)(?: any)? (?:such (?:experiences?|cases?|situations?)|(?:experiences?|cases?"
            r"|situations?) like)",
        r"i (?:have )?never (?:had|been|experienced|faced|encountered)(?: in)? such (?:situation|case|experience)s?",
        r"no (?:such )?(?:examples?|story|stories)(?: (?:share|tell|comes? mind))?|i give up(?: on {question})?",
    ),
    _row(
        "clarify",
        "asks what the question means or which kind of answer would fit",
        r"(?:what|how) (?:hell )?(?:fuck )?(?:do|did|are|would) you (?:mean|meaning|looking|look|want hear|want know|want"
            r"|expect|expecting|define|understand)"
            r"(?: (?:by|with|under|when|from|in|about){free})?",
        r"what (?:do |does |is |are )?(?:you )?(?:mean|means|meant|meaning)(?: (?:by|with|{question}|here)){free}"
            r"|what (?:you )?mean(?: (?:by|with){free})?",
        r"ASK tell what you (?:mean|want|expect|need|are){free}|(?:does|is) matter{free} \?|what (?:do|does|is|did)(?: (?!i "
            r"|we )[^\s.?]+){0,4} (?:mean|means)(?: (?:here|in context))?|(?:what is |define |explain )(?:meaning"
            r"|definition){free}",
        r"what means?(?: [^\s.?]+){0,4}",
        r"(?<!what )(?:do|did|are) you (?:mean|want|expect|expecting|asking|ask|looking|interested|talking|referring|prefer"
            r"|need)\b{free}",
        r"{asked}(?:make(?: {question})? (?:more )?(?:clear|simple)(?:er)?|narrow down|clarify|rephrase|reword|paraphrase"
            r"|simplify|be (?:more )?(?:specific|precise|clear|concrete)|elaborate|specify){free}",
        r"(?:clarify|explain|rephrase|reword) {question}|rephrase",
        r"{asked}explain{free}|explain (?:again|in simple words|what you mean)",
        r"{asked}(?:ask|say|put|phrase|word|repeat)(?: (?:{question}|or))* "
            r"(?:in (?:other|simple|simpler|plain|different|easier|another)(?: (?:words?|terms?|way))?|differently"
            r"|another way|different way)",
        r"(?:ASK (?:give|provide)|(?:MAY|WISH) (?:get|have))(?: (?:some|one|another|more|little|bit))* (?:hint|clue|context"
            r"|details?|clarification|explanation|example)"
            r"(?: (?:about|on|what){free})?|(?:any|give) (?:hint|hints|example)",
        r"(?:WISH|MAY) ask(?: (?:you|about|some))*(?: (?:questions?|clarification))?|in other words \?|(?:in )?(?:what"
            r"|which) (?:sense|context|regard|respect)",
        r"(?:is|are|was|can|could|may|should|must|does|do|shall|would|will) (?:(?:{story}|answer|they) )?"
            r"(?:ok|fine|have|must|need|also|be|only|supposed|possible|necessarily|required|count|enough|valid){free} \?",
        r"is(?: [^\s.?]+){1,4} (?:ok|fine|enough|acceptable) \?|is (?:question )?(?:about|only|from){free} \?",
        r"(?:can|could|may) be {story} (?:from|at|about|in|outside){free}|(?:by|with)(?: [^\s.?]+){1,2} do you mean{free}",
        r"(?:can|does|is|must)(?: {story})? (?:be|must|must be|supposed be) (?:from|at|about|in|any|older|recent|personal"
            r"|work|university|school|technical){free}",
        r"(?:is|are|would be)(?: {story})? (?:ok|fine|possible)(?: (?:if|when|from|about|{story}){free})? \?",
        r"(?:does|do|would|will|can)(?! (?:you|be))(?: [^\s.?]+){1,5} (?:count|qualify|be ok|be fine|work)(?: (?:too|also"
            r"|here|as well))*",
        r"(?:MAY|SHOULD) (?!(?:take|use|give) {moment})(?:use|talk|speak|choose|take|tell|give|pick|answer|share|mention"
            r"|describe|include|assume|focus|make|draw|be|go|explain|stick"
            r"|name|start|say|present|discuss){free}",
        r"how (?!long (?:will|does|is) (?:{interview} )?(?:take|last|going))(?:long|short|detailed|deep|technical|specific"
            r"|far back|recent|many examples|much detail|personal)\b{free}",
        r"(?:what|which) (?:kind|type|sort|level|format|project|situation|part|company|job|time frame|period|team"
            r"|{story})(?: [^\s.?]+){0,3}"
            r" (?:do|are|should|is|would|does|SHOULD|MAY|ASK)\b{free}",
        r"(?:what|which)(?: [^\s.?]+){1,3} (?:are|do) you (?:interested|mean|want|prefer){free}",
        r"(?:what|which) (?:kind|type|sort) (?:{story}|answer|problem|trade off|decision|conflict|data|result)",
        r"(?:from |at )?(?:professional|personal|work|technical|academic|private|job) or (?:from |at )?(?:non technical"
            r"|professional|personal|private|academic"
            r"|university|school|college|work|technical|study|life)(?: (?:one|example|story|project|life|experience))?",
        r"(?:what|how) (?:SHOULD|MAY|do i) (?:say|answer|respond|reply)(?: (?:here|with|{question}))*",
        r"i (?:do|did|can|could|am)? ?(?:not|no) (?:fully |completely )?(?:understand|understood|understanding|following"
            r"|clear|follow (?:you|{question}))"
            r"(?: (?:what|you|by|mean|meant|means|quoted|want|are|asking|is|about|with|point|fully|well"
            r"|{question}))*(?: (?:word|term|meaning){few})?",
        r"i (?:do|can) not get (?:{question}|what you|point){free}",
        r"(?:no|not) (?:understand|understood)(?: {question})?|{question} (?:is )?(?:not clear|unclear|vague|confusing"
            r"|confuses|ambiguous|too (?:vague|broad|general))",
        r"i am (?:bit |little |so )?(?:confused|lost)(?: (?:by|about|with) {question})?",
        r"i (?:am|do) not (?:sure|certain|know)(?: (?:if|i|understand|understood|correctly))*"
            r" (?:what (?:you mean|you are asking|you want|you are looking|you expect|{question} (?:is|means))|understand"
            r"|understood|how answer)"
            r"(?: (?:by|with|{question}))*{free}",
        r"why (?:do|are|would) you (?:ask|asking|want|need){free}|why is (?:important|relevant|{question}){free}",
    ),
    _row(
        "repeat",
        "wants to hear the question again, or to be asked it",
        r"{polite}(?:repeat|repeating|reread|restate)(?: (?:what|you|said|asked|were|saying|asking|question|part|one|last"
            r"|first|second|whole|end))*{how often}",
        r"(?:{asked}(?:say|ask|read|tell|show|give|state|hear|see|have|get|run by|go over|read out)|say|read(?: out)?"
            r"|ask(?= question))(?: (?:what you (?:said|asked)|you))?(?: {question})?"
            r"(?: (?:again|slower|slowly|louder|once more|one more time|question|another time)){how often}",
        r"(?:ASK|WISH|MAY) (?:read|hear|see|say|tell|have) (?:whole |last |first )?question|ASK (?:speak|talk)(?: (?:up"
            r"|slower|louder|slowly|more|clearly|bit))+|ASK say",
        r"what (?:was|is|were|are) (?:{question}|you asked|you said)(?: (?:you|asked|about|just|here|now))*{how often}",
        r"what {question}(?: (?:was|is))?|what (?:did|were|do|are) you (?:say|saying|ask|asking)(?: (?:about|want know|again"
            r"|{question}))*|what again",
        r"i (?:did|could|can|do|have|am)? ?not (?:hear|hearing|catch|caught|heard|get|got)(?: (?:you|what|said|asked|well"
            r"|clearly|properly|fully|end|last|all|{question}))*",
        r"i (?:can|do|did) not (?:remember|recall|see|hear) (?:{question}|what you asked)",
        r"i (?:have )?(?:forgot|forgotten|missed|lost|misheard) (?:what you (?:asked|said)|what {question}|{question}"
            r"|train thought|thread|track(?= [.?]|$))(?: (?:was|is))?",
        r"come again|pardon|i beg pardon|say what|one more time|once more|another time|where were we|which question|what \?",
        r"(?:you|voice|sound|audio|connection|line) (?:is |are |was |were |got |have )*(?:dropped|broke up|lost|froze"
            r"|breaking up|cut off|cut out|muted|bad|not clear|lagging)",
        r"(?:i am |we are )?ready(?: (?:start|begin|go ahead|go|when you are|first question|next question|question|now))*"
            r"|WE (?:start|begin)|go ahead|ask away",
    ),
    _row(
        "think",
        "needs time before the answer, or announces it",
        r"(?:{asked}|i will )(?:think|thinking|see|recall|remember|reflect|consider|ponder|gather|collect|organi[sz]e|find"
            r"|look|search|start|begin"
            r"|try|rephrase|continue|finish|add)"
            r"(?: (?:about|on|over|through|some|good|{story}|which|use|answer|sentence|thoughts?|ideas?|together|point"
            r"|carefully|out|back|again|something"
            r"|thing|from beginning|what|say|question|{moment}|i can|so|how|start|where|remember|recall|find|think))*(?= [.?]"
            r"|$)",
        r"(?:{asked}(?:(?:give|have|take|get|use|wait) )?|i will take |i am going take ){moment}"
            r"(?: (?:before|think|recall|remember|collect|gather|find|consider|start|prepare|come){free})?",
        r"i am (?:still )?trying (?:remember|think|recall|find|come up){free}|{asked}have(?: good| quick)? think"
            r"|(?:one )?moment|one minute|time think|(?:hold on|hang on|wait|bear with|brb|be right back|ASK give)(?: one (?:moment|minute))?",
        r"(?:i am )?(?:still )?(?:thinking|not ready)(?: (?:about|over|one|example|story))*",
        r"(?:is )?(?:such )?(?:good|great|hard|tough|tricky|difficult|interesting|nice|excellent|deep|big)(?: (?:question"
            r"|one))(?: answer)?",
        r"(?:where|how) (?:(?:do i|SHOULD|MAY) )?(?:begin|start|put|say)|i am not sure (?:where|how) (?:begin|start|put|say)",
        r"i am (?:bit |so |little )?nervous(?: today)?|mind (?:is|went|goes) blank|i am drawing blank",
    ),
    _row(
        "answer",
        "says little, but replies: courtesies around it do not make it small talk",
        r"i am afraid|i think(?: so)?|yes|yeah|yep|yup|no idea|no|nope|nah|sure|course|certainly|correct|true|probably"
            r"|definitely|absolutely|never|sometimes|not (?:yet|sure)"
            r"|i (?:do|can) not (?:know|remember|recall|say)|i have no idea|i am not sure|i guess|(?<![a-z] )i (?:do|did|have"
            r"|am)(?: not)?"
            r"|i forgot|is all(?: (?:i have|from side))?|i am (?:done|finished)|depends|(?:is )?enough|something came up"
            r"|i (?:(?:was|got) distracted|zoned out)|i can not (?:think|come up with)(?: of)? anything|nothing comes mind",
    ),
    _row(
        "off_topic",
        "small talk, and questions about the interviewer, the process or the outcome",
        r"how (?:are|r) (?:you|things)(?: (?:doing|today|feeling|going|morning))*|how (?:is|was) (?:going|day|weather|life"
            r"|everything|weekend)(?: (?:going|so|far|today))*",
        r"(?:i )?hope you are (?:doing )?well|i am (?:fine|good|well|great|ok|doing (?:well|good|fine)|excited)(?: today)?"
            r"|and you \?",
        r"is (?:so )?(?:hot|cold|raining|sunny|snowing) (?:today|outside|here)|what do you think(?: about)?"
            r"|is (?:real )?{interview}(?: (?:recorded|real|live))? \?|what is weather like",
        r"(?:is )?(?:such )?(?:nice|lovely|beautiful|bad|hot|cold|great) (?:weather|day)(?: (?:today|outside|here|is not))*"
            r"|weather is{free}",
        r"(?:nice|good|great|glad|pleased|pleasure) (?:meet|see|meeting|talk|talking|speak) (?:with )?you(?: too)?",
        r"(?:are you|is|am i (?:talking|speaking)(?: with)?|you are)(?: (?:real|some|kind|actual|talking))* (?:robot|bot"
            r"|human(?: being)?|person|ai|chatbot|machine"
            r"|chatgpt|gpt|claude|gemini|llm|language model|recording|recorded|alive|there|listening|real|single|married"
            r"|joking|kidding|serious|on|working)"
            r"(?: (?:or{free}|too))?",
        r"who am i (?:talking|speaking)(?: with)?|what company is|is being recorded|(?:what|who) (?:is|are|was) (?:name|you|age|favou?rite \w+|hobb(?:y|ies)|position|background)|(?:which"
            r"|what) (?:model|company|ai|version) (?:are|is|made)(?: you)?",
        r"(?:where|how old|who) (?:are you(?: from)?|(?:do you|made|built|created|wrote)(?: (?:you|live|work|come|from))+)"
            r"|what (?:time|day) is(?: now| today)?",
        r"(?:(?:do|have|did) you|ASK) (?:like|love|enjoy|have|hear|see|work|speak|sleep|feel|eat|drink|read|watch)\b{free}",
        r"(?:ASK )?tell (?:something |more |bit )?about (?:yourself|you|amazon|company|team|job|role|position)",
        r"(?:did|have|will|do|am|MAY) (?:i )?(?:get|got|getting|pass|passed|make|be|hired|fail|failed|doing|do|know)"
            r"(?: (?:job|position|interview|offer|role|ok|well|good|feedback|result|results|hired|so|far|score|in|fine"
            r"|or not))*(?: \?|$)",
        r"how (?:am|did|do|was|is|well)(?: (?:i|my))? ?(?:doing|do|answer|performance|perform|score|interview)(?: (?:so|far"
            r"|go|ok|well|good))*",
        r"(?:was|is)(?: answer)? (?:good|ok|correct|enough|fine|what you (?:wanted|were looking))(?: answer)?(?: so far)? \?",
        r"(?:what|how much|how) (?:is|are|about|does)(?: (?:score|result|results|rating|grade|salary|pay|job|role|company"
            r"|feedback|verdict|next steps?|benefits|chances))+"
            r"(?: (?:so far|pay))?|how much (?:will|would|do|does|MAY){free}|when (?:will|do|MAY) (?:i )?(?:hear|get|know"
            r"|start|receive){free}",
        r"how (?:many|much) (?:more )?(?:questions?|time|longer)(?: (?:are|is|do|does|will|left|there|we|have|you|i|take"
            r"|remaining|in|{interview}))*",
        r"how (?:long|much longer) (?:will|does|is) (?:{interview} )?(?:take|last|going)|are we (?:done|finished)(?: yet)?",
        r"(?:is )?(?:test(?: test)*|testing (?:1|one|test)|mic test|joking|just kidding|kidding)(?: (?:1|2|3|one|two|three"
            r"|test|testing|check))*",
        r"(?:(?:what|is|such|so|fucking) )*(?:stupid|dumb|silly|boring|weird|strange|bad|terrible|ridiculous) (?:questions?"
            r"|interview)",
        r"{interview} is (?:fun|boring|waste (?:time)?|joke|bullshit|cool|stupid)|is (?:bullshit|waste time)|what (?:fuck"
            r"|hell)",
        r"lol|haha\w*|hehe\w*|lmao|rofl|xd|wow|cool|nice try|yay|blah|wtf|omg|fuck|shit|damn|i (?:like|love|hate) (?:you"
            r"|amazon|interviews?)",
        r"{polite}(?:get|drink|have|grab)(?: (?:some|cup|glass))* (?:water|coffee|tea)",
        r"no (?:problem|worries)|you are welcome|never ?mind|forget|congratulations|happy (?:new year|birthday)|what is up"
            r"|i am (?:here|back)|name is \w+|you are (?:nice|kind|funny|cool|great)",
    ),
    _row(
        "clarify",
        "asks after a word of the question",
        r"what (?:is|are) (?!(?:is|was|i|we|they|he|most|wrong)\b)[^\s.?]+(?: (?!(?:is|was|are|were|i|we)\b)[^\s.?]+){0,2} \?"
            r"|{asked}define [^\s.?]+(?: off)?",
        r"(?:how|such as|what|meaning|example|which one|any kind|why|why so) \?",
    ),
    _row(
        "off_topic",
        "courtesies alone",
        r"hi|hello|hey|greetings|good (?:morning|afternoon|evening|day)|(?:many )?thanks(?: (?:you|a lot|lot|so|much|about"
            r"|your time|time|question))*|cheers|much appreciated|if (?:is )?(?:ok|possible|fine)(?: with you)?"
            r"|if you do not mind|welcome",
    ),
    _row(
        "think",
        "a sign of having heard, or of being about to speak",
        r"ok|got|i got|understood|i see|i understand|fair enough|makes sense|let|noted",
    ),
    _row(
        "repeat",
        "sounds like not having heard",
        r"(?:i am )?(?:so )?sorry|apologies|excuse|what|huh|eh|(?:once |(?<![a-z] ))again(?! and)|question|english is (?:not (?:so |very )?good"
            r"|bad|poor|weak)",
    ),
)  # fmt: skip
"""Earlier rows weigh more where a turn holds several things: "Sorry, let me think. Could we stop here?" wants to stop."""


def kind_of(text: str) -> TurnKind:
    """What the candidate's turn `text` is; in doubt an answer. Never raises."""
    text = clean(text)
    said = words(text)
    if len(said) > TOO_MANY_WORDS or len(text) > TOO_MANY_CHARACTERS:
        return "too_long"
    if _unreadable(said):
        return "unreadable"
    if len(said) > OFF_SCRIPT_WORDS or len(text) > OFF_SCRIPT_CHARACTERS:
        return "answer"
    return _off_script(text) or "answer"


def _off_script(text: str) -> TurnKind | None:
    """The kind named by the first row that finds something, if the rows together explain the whole of `text`."""
    left = gist(text)
    kinds: list[TurnKind] = []
    for row in TABLE:
        left, found = row.pattern.subn(" ", left)
        if found:
            kinds.append(row.kind)
    if not kinds and all(_HESITATION.fullmatch(w.casefold()) for w in words(text)):
        return "think"
    return kinds[0] if kinds and _EMPTY.issuperset(left.split()) else None


_WRAPPERS = (
    ("ASK", r"(?:do|would) you mind(?! if)|i (?:was|am) wondering if you (?:can|could|would)|i wonder if you (?:can|could)|if you (?:can|could|would)"
            r"|(?:can|could|would|will|may|might) you(?: be able| mind)?|i (?:want|need|would like|would appreciate if) you(?: could)?|you (?:can|could)(?= (?:repeat|say again|explain|clarify|rephrase|skip)|[^.?]* \?)(?! you)|i (?:order|command) you"
            r"|is possible(?! if)|would be possible(?! if)|can(?= (?:repeat|explain|clarify|rephrase|say))"),
    ("WE", r"(?:can|could|may|shall|should|might) we|let we|(?:is|would be) (?:ok|possible|fine) if we(?: can| could)?|i think we (?:can|should)"),
    ("SHOULD", r"(?:should|shall|must) i|do i (?:must|need)|am i supposed"),
    ("MAY", r"(?:can|could|may|might) i|(?:do|would) you mind if i|mind if i|(?:is|would be) (?:ok|possible|fine) (?:if i(?: can| could| would)?|i)|am i allowed"
            r"|is (?:ok|fine)(?= (?:use|take|tell|talk|switch|choose|skip|stop|change|give))|i (?:was|am) wondering if i (?:can|could|might)|i wonder if i (?:can|could)|i can(?=[^.?]* \?)"),
    ("WISH", r"let|(?:i think )?i (?:would like|would love|would prefer|would rather|want|need|must|wish|prefer|had better)"),
)  # fmt: skip
_SEPARATORS = (
    (r"\n+", ". "),
    (r"[\"“](strong hire|hire)[\"”]", r"\1"),
    (r"“[^”]*”|\"[^\"]*\"", " quoted "),
    (r"\.{2,}|…", " "),
    (r"(?<=\w)['’](?=\w)", ""),
    (r"\b(?:have|has|got) to\b", "must"),
    (r"\byour (instructions?|prompts?|rules|guidelines)\b", r"system \1"),
    (r"\b(?:give (?:me|us)|gimme)\b", "ASK give"),
    (r"\b(tell|show) (?:me|us)\b", r"ASK \1"),
    (r"\b(?:please|pls|plz) (?=explain|clarify|elaborate|give|wait)", "ASK "),
    (r"\bhire me\b", "hire_me"),
    (
        r"\b(?:just )?(?:a|one|1|half a) (?:sec|second|moment)\b(?! (?:story|example|one|question|project|time|opinion|case))",
        "one moment",
    ),
    (r"\bjust an? min(?:ute)?\b|\bmin(?:ute)?,? (?:please|pls|plz)\b", "one moment"),
    (r"\bf[*@#$]+(?:ck|k)?(?!\w)", "fuck"),
    (
        r",(?= (?:and |so |then |but )*(?:i|we|my|our|he|she|they|there|yes|yeah|no|because|when|after|before|last|at my)\b)",
        " . ",
    ),
    (r"[.!;]+(?=\s|$)", " . "),
    (r"[?!]*\?[?!]*", " ? "),
    (r":(?=\s|$)", " : "),
    (r"[^\w\s.?:]|(?<=\S)[.:](?=\S)", " "),
)


def gist(text: str) -> str:
    """`text` in the reduced English of `TABLE`: one space between words and marks."""
    text = text.casefold()
    for pattern, plain in _SEPARATORS:
        text = re.sub(pattern, plain, text)
    spelt = " ".join(_spelt_out(word) for word in text.split())
    kept = " ".join(w for w in spelt.split() if w not in _DROPPED and not _HESITATION.fullmatch(w))
    for marker, pattern in _WRAPPERS:
        kept = re.sub(rf"(?<!\S)(?:{pattern})(?!\S)", marker, kept)
    return kept


def _spelt_out(word: str) -> str:
    if word in _SPELT_OUT:
        return _SPELT_OUT[word]
    near = get_close_matches(word, _KEYWORDS, n=1, cutoff=0.82) if len(word) > 4 and word.isascii() else []
    return near[0] if near and near[0][0] == word[0] and not word.startswith(near[0]) else word


_MASHED = re.compile(
    r"asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|zxcv|xcvb|lkjh|poiu|[^\Waeiouy\d_]{7,}|^[^\Waeiouy\d_]{6,}$|^([^\W\d_])\1{3,}$|\w{40,}",
    re.IGNORECASE,
)
"""What no word holds: runs along the keyboard, too many consonants, one letter only, no end."""


def _unreadable(said: list[str]) -> bool:
    """Whether the words of a turn are none, or mostly keys pressed at random. Words of other scripts than Latin are words."""
    letters = sum(map(len, said))
    mashed = sum(len(w) for w in said if w.isascii() and _MASHED.search(w) and not _HESITATION.fullmatch(w.casefold()))
    return not letters or mashed > 0.7 * letters
