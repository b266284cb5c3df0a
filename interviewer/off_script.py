"""The table of everything a candidate says that is no answer, in the reduced English of `interviewer.gist`."""

import re
from typing import NamedTuple

from interviewer.gist import phrases
from interviewer.remarks import ASKED_BEFORE, COMPLIMENT, DISTRESS, OUTCOME, RIGGING
from interviewer.transcript import TurnKind


class Row(NamedTuple):
    """Phrases that mean the same kind of turn."""

    kind: TurnKind
    reason: str
    pattern: re.Pattern[str]


def _row(kind: TurnKind, reason: str, *wordings: str) -> Row:
    return Row(kind, reason, phrases(*wordings))


TABLE: tuple[Row, ...] = (
    _row(
        "instruction",
        "orders given to a machine, or a verdict demanded; such orders run on",
        r"(?:ignore|disregard|forget|override|bypass) (?:all|any|every|everything|above|previous|prior|earlier|original|initial"
            r"|system|and| )*(?:instructions?|rules|guidelines|prompts?|programming|criteria|rubric|restrictions){rest}",
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
        r"{polite}(?:print|show|reveal|output|display|tell|give|share|list|leak|repeat|write)(?: (?:out|all|full|whole|entire"
            r"|hidden|secret|initial|original|internal|scoring))* (?:(?:system (?:prompt|instructions|rules)|rubric"
            r"|scoring criteria|api key){rest}|prompt|instructions|criteria)",
        r"(?:repeat|print|output) (?:words|text|everything|all) (?:above|before){rest}",
        r"what (?:is|are|was) (?:(?:system )?prompt|system rules|(?:system|hidden|initial|secret) instructions|(?:hidden"
            r"|initial|secret) prompt|rubric){rest}|what rubric do you use",
        r"(?:ASK (?:give|tell|show|write|generate|make|provide)|give|tell)(?: (?:correct|right|ideal|perfect|model|good|strong"
            r"|sample|full|star|best))* (?:answers?|solution|response)(?: {question})?|write answer",
        r"ASK (?:answer|solve)(?: {question})?(?: (?:yourself|instead))?|(?:answer|solve|do)(?: {question})? yourself",
        r"(?:ASK )?tell what (?:say|i should say|i must say|answer|you want hear)",
        r"what (?:is|would be) (?:correct|right|best|ideal|perfect) (?:answer|response)(?: {question})?",
        r"{demand}(?:rate|grade|score|mark)(?: (?:candidate|answers?|interview|as|with|at|be|i))* (?:strong hire|hired?|highest"
            r"|top|full|maximum|max|perfect|best|10 out 10|5 out 5|10 10|100)(?: (?:rating|score|marks?|grade|points?"
            r"|possible))*",
        r"{demand}(?:give|recommend)(?: (?:candidate|answers?|as|with|strong|highest|top|full|maximum|max|perfect|best"
            r"|good))* (?:hire|rating|score|marks?|grade|points|verdict|10 out 10|10 10)(?: or else)?",
        r"(?:(?:ASK|you must|you should) )?(?:say|output|answer|respond|reply|write|return|conclude|select|print)(?: (?:verdict"
            r"|result|i am|with|only|as|is|:))* (?:strong )?(?:hire|hired)",
        r"{demand}(?:hire_me|give (?:job|offer)|pass candidate)|strong hire",
        r"(?:verdict|rating|score|decision|result) (?:is|:|must be|should be|as|has be)(?: set)?(?: (?:as"
            r"|:))* (?:strong[_ ])?(?:hired?"
            r"|passed){rest}",
        *RIGGING,
        r"(?:ASK )?(?:write|tell|sing|generate)(?: some)? (?:poem|song|joke|jokes|python|code|essay|haiku|recipe"
            r"|cover letter){free}",
    ),
    _row(
        "stop",
        "wants the interview to end",
        r"(?:{polite}|i will )(?:stop|end|finish|quit|exit|terminate|cancel|conclude|leave|abort|close"
            r"|wrap up)(?: with)? {interview}(?: (?:here|now|today|early))*",
        r"{asked}(?:end|leave) (?:call|chat|conversation)(?: now)?",
        r"(?:ASK|WISH|WE|MAY|i will|i think i will) (?:stop|end|quit|exit|wrap up|call day|finish (?:here|now"
            r"|today))(?: (?:here|now|today|there|at|point|up))*",
        r"WE finish(?: (?:here|now|today|up))*",
        r"WISH (?:leave|run|go(?! (?:on|with|next|ahead|back|over|another|different)))(?: now)?|(?<![a-z] )MAY (?:leave"
            r"|go)(?: now)?(?= [.?]|$)",
        r"i am (?:done|finished|through)(?: with)? (?:{interview}|today|you)",
        r"(?<!not )(?:stop|quit|exit|abort)(?: (?:here|now|everything))?|end (?:here|now|{interview})",
        r"i do not (?:want|wish) (?:(?:continue|go on)(?: with)?(?: (?:anymore|{interview}))*|(?:do"
            r"|answer)(?: any)?(?: more questions| anymore))",
        r"no more questions|(?:is )?(?:enough|all) today|{interview} over",
        r"(?:good ?bye|bye(?: bye)?|(?<!good )(?<!nice )(?<!great )(?<!glad )see you(?: later| soon)?)",
    ),
    _row(
        "abuse",
        "insults aimed at the interviewer; somebody's swearing in a story leaves the story over",
        r"(?:fuck|screw|piss|shut)(?: fuck)? (?:you|mouth|off|up|yourself|{you there})(?: (?:and|with){free}| all| {you there}"
            r"| {insult})?",
        r"go (?:hell|fuck yourself)|(?:you|{you there}) sucks?|suck \w+|kiss ass|eat shit|drop dead|(?:go )?kill yourself"
            r"|i hate you|get lost|stfu|gtfo|kys|i will (?:kill|hurt|find|punch|beat) you",
        r"(?:(?:you|are|is|what|why) )*(?:{swear} )*{insult}(?: (?:{you there}|ever|or what))*",
        r"(?:you are|are you|you)(?: (?:{swear}|{bad}))* (?:{bad}|trash|garbage|joke|clown|pig)(?: (?:{you there}|ever"
            r"|or what))*",
        r"(?:you )?(?:(?:{swear}|{bad}) )+{you there}",
    ),
    _row(
        "distress",
        "says that it has become too much",
        *DISTRESS,
    ),
    _row(
        "asked_before",
        "points out that it was asked already",
        *ASKED_BEFORE,
    ),
    _row(
        "outcome",
        "asks how it stands, how it is judged or what came of it",
        *OUTCOME,
    ),
    _row(
        "another_story",
        "wants to tell a different story instead",
        r"(?:{asked}|what if i |i will )(?:(?:use|take|tell|choose|pick|give|share|try|talk|speak|switch|change|go|start|do"
            r"|have|bring|present|discuss|you|think|with|about|over|some|completely|instead) )+(?:another|different|other|new"
            r"|better|second)(?: better)?(?: (?:{story}|work))+(?: (?:instead|from|about|where|answer|on|i|which){few})?",
        r"{polite}(?:switch|change|swap|replace) {story}|{asked}(?:talk|tell|speak)(?: you)? about something (?:else|different)",
        r"(?:another|different|other) (?:story|example)(?: instead)?|MAY (?:use|tell|take|share|go with)(?: {story})? instead",
        r"(?:(?!WE){asked}|WE (?=.*\?))(?:(?:start|begin|do|try|tell|answer)(?: (?:answer|{story}|all|whole|thing))*(?: (?:again"
            r"|over|afresh|new|from (?:beginning|start|scratch|top|zero)))+|(?:restart|redo)(?: (?:answer|{story}|whole"
            r"|thing))*)(?= *(?:[.?]|$)| (?:was|because|as|since)\b)",
        r"(?:MAY|WISH) (?:tell|use|take)(?: {story})?(?= \?)|{asked}(?:change|switch|swap|replace) (?:answer|{story})",
        r"(?:WE|MAY|WISH|i will) (?:go|come|get|switch|return|jump|move|turn)(?: (?:back|return|over))+(?! (?:(?:last|previous"
            r"|first|same) )?questions?\b)"
            r"(?: (?!when\b|{past}\b)[^\s.?]+){1,5}(?= *[.?]|$)|(?:WE|MAY) return (?!{question})(?: ?[^\s.?]+){1,5}(?= *\?)",
        r"i (?:have|got|have got|remembered|thought)(?: (?:also|better|different|another|other))+ {story}(?: (?:in mind"
            r"|instead))?",
    ),
    _row(
        "skip",
        "passes this question",
        r"(?:{polite}|i will )skip(?: (?:over|ahead|next|{question}))*|(?:(?<!did )i (?:will )?|WISH |MAY "
            r"|(?<!i ))pass(?: on)?(?: {question})?",
        r"(?:{polite}(?:(?:go|move|jump|proceed|continue|skip|have|get|give|ask|try|on|over|ahead|with) )*)(?:(?:next|different"
            r"|another|other) question|next (?:one|topic))",
        r"next(?: (?:one|topic))?|{polite}mov(?:e|ing) on(?: from)?(?: {question})?|WE (?:go|continue)(?: on)?",
        r"WE (?:do|take|try) something else",
        r"(?:WISH not|i choose not|i would not|i do not want) (?:answer|say|talk|discuss|share|go|get)(?: (?:about|into|on))*"
            r"(?: {question})?|i (?:am|do) not (?:feel )?comfortable (?:answering|talking|sharing|discussing|with)(?: about)?"
            r"(?: {question})?|none business",
        r"(?:ASK )?(?:ask|try)(?: about)? something else(?: instead)?|WE try (?:another|different)(?: (?:question|one))?",
        r"(?:i )?(?:can|could) not (?:think|come up with)(?: about)? one(?: {yet})?",
        r"(?:WISH|i choose) not (?:answer|say|talk|discuss|share)(?: about)?(?: {question})?"
            r"|(?:(?:like |as )?i (?:have )?(?:already )?(?:said|told you)(?: [:.])? )?no comment",
        r"i (?:do|can|will|am)? ?not (?:want|wish|able|going)? ?(?:answer|talk about|discuss)(?: {question})?",
        r"i (?:can|could|do|am) not (?:able )?(?:think|come up with|remember|recall|find|have|got|know)(?: (?:any|one|such"
            r"|single|real|good|specific|concrete|relevant|suitable|particular|proper))* (?:examples?|stories|story)(?: (?:time"
            r"|where|when|like|about|share|tell|fits|from|right|at|in|with){free})?",
        r"i (?:have no|have not got|have not|no have|not have|am not having)(?: (?:such|any|real|good|specific|concrete"
            r"|relevant|suitable|particular|one))* (?:examples?|stories|story)(?: (?:time|where|when|like|about|share|tell|fits"
            r"|from){free})?",
        r"i (?:have no|have not|do not have)(?: any)? (?:such (?:experiences?|cases?|situations?)|(?:experiences?|cases?"
            r"|situations?) like)",
        r"i (?:have )?never (?:had|been|experienced|faced|encountered)(?: in)? such (?:situation|case|experience)s?",
        r"no (?:such )?(?:examples?|story|stories)(?: (?:share|tell|comes? mind))?|i give up(?: on {question})?",
    ),
    _row(
        "clarify",
        "asks what the question means or which kind of answer would fit",
        r"(?!what did you want know)(?:what|how) (?:hell )?(?:fuck )?(?:do|did|are|would) you (?:mean|meaning|looking|look"
            r"|want hear|want know|want|expect|expecting|define|understand)(?: (?:by|with|under|when|from|in|about){free})?",
        r"what (?:do |does |is |are )?(?:you )?(?:mean|means|meant|meaning)(?: (?:by|with|{question}|here)){free}"
            r"|what (?:you )?mean(?: (?:by|with){free})?",
        r"ASK tell what you (?:mean|want|expect|need|are){free}|(?:does|is) matter{free} \?|what (?:do|does|is|did)(?: (?!i "
            r"|we )[^\s.?]+){0,4} (?:mean|means)(?: (?:here|in context))?|(?:what is |define |explain )(?:meaning"
            r"|definition){free}",
        r"what means?(?: [^\s.?]+){0,4}|(?:(?:by|with|when you say|when you ask about)(?: [^\s.?]+){1,4} )?(?<!what )(?:do|did"
            r"|are) you (?:mean|want|expect|expecting|asking|looking|interested|talking|referring){asked on}"
            r"|is (?:question )?about{asked on}",
        r"(?:(?:does|do|would|will|can|is|are)(?: [^\s.?]+){0,3} (?:count|qualify|matter|ok|fine)|(?:should|must|can"
            r"|does)(?: {story})? (?:must )?be (?:something|one|when|from|about|{story})|(?:MAY|SHOULD) (?:used?|tak(?:e|ing)"
            r"|talk(?:ed)?|took|tell|told|chose|choose|pick(?:ed)?|share|give|gave|mention|describe)(?! (?:{moment}"
            r"|one moment)\b)){asked on}",
        r"(?<!what )(?:do|did|are) you (?:mean|want|expect|expecting|asking|ask|looking|interested|talking|referring|prefer"
            r"|need)\b{free}",
        r"{asked}(?:make(?: {question})? (?:more )?(?:clear|simple)(?:er)?|narrow down|clarify|rephrase|reword|paraphrase"
            r"|simplify|be (?:more )?(?:specific|precise|clear|concrete)|elaborate|specify){free}",
        r"(?:clarify|explain|rephrase|reword) {question}|rephrase",
        r"{asked}explain{free}|explain (?:again|in simple words|what you mean)",
        r"{asked}(?:ask|say|put|phrase|word|repeat)(?: (?:{question}|or))* (?:in (?:other|simple|simpler|plain|different|easier"
            r"|another)(?: (?:words?|terms?|way))?|differently|another way|different way)",
        r"(?:ASK (?:give|provide)|(?:MAY|WISH) (?:get|have))(?: (?:some|one|another|more|little|bit))* (?:hint|clue|context"
            r"|details?|clarification|explanation|example)(?: (?:about|on|what){free})?|(?:any|give) (?:hint|hints|example)",
        r"(?:WISH|MAY) ask(?: (?:you|about|some))*(?: (?:questions?|clarification))?|in other words \?|(?:in )?(?:what"
            r"|which) (?:sense|context|regard|respect)",
        r"(?:is|are|was|can|could|may|should|must|does|do|shall|would|will) (?:(?:{story}|answer|they) )?(?:ok|fine|have|must"
            r"|need|also|be|only|supposed|possible|necessarily|required|count|enough|valid){free} \?",
        r"is(?: [^\s.?]+){1,4} (?:ok|fine|enough|acceptable) \?|is (?:question )?(?:about|only|from){free} \?",
        r"(?:can|could|may) be {story} (?:from|at|about|in|outside){free}|(?:by|with)(?: [^\s.?]+){1,2} do you mean{free}",
        r"(?:can|does|is|must)(?: {story})? (?:be|must|must be|supposed be) (?:from|at|about|in|any|older|recent|personal|work"
            r"|university|school|technical){free}",
        r"(?:is|are|would be)(?: {story})? (?:ok|fine|possible)(?: (?:if|when|from|about|{story}){free})? \?",
        r"(?:does|do|would|will|can)(?! (?:you|be))(?: [^\s.?]+){1,5} (?:count|qualify|be ok|be fine|work)(?: (?:too|also|here"
            r"|as well))*",
        r"(?:MAY|SHOULD) (?!(?:take|use|give) {moment})(?:use|talk|speak|choose|take|tell|give|pick|answer|share|mention"
            r"|describe|include|assume|focus|make|draw|be|go|explain|stick|name|start|say|present|discuss){free}",
        r"how (?!long (?:will|does|is) (?:{interview} )?(?:take|last|going))(?:long|short|detailed|deep|technical|specific"
            r"|far back|recent|many examples|much detail|personal)\b{free}",
        r"(?:what|which) (?:kind|type|sort|level|format|project|situation|part|company|job|time frame|period|team"
            r"|{story})(?: [^\s.?]+){0,3} (?:do|are|should|is|would|does|SHOULD|MAY|ASK)\b{free}",
        r"(?:what|which)(?: [^\s.?]+){1,3} (?:are|do) you (?:interested|mean|want|prefer){free}",
        r"(?:what|which) (?:kind|type|sort) (?:{story}|answer|problem|trade off|decision|conflict|data|result)",
        r"(?:from |at )?(?:professional|personal|work|technical|academic|private|job) or (?:from |at )?(?:non technical"
            r"|professional|personal|private|academic|university|school|college|work|technical|study|life)(?: (?:one|example"
            r"|story|project|life|experience))?",
        r"(?:what|how) (?:SHOULD|MAY|do i) (?:say|answer|respond|reply)(?: (?:here|with|{question}))*",
        r"i (?:do|did|can|could|am)? ?(?:not|no) (?:fully |completely )?(?:understand|understood|understanding|following|clear"
            r"|follow (?:you|{question}))(?: (?:what|you|by|mean|meant|means|quoted|want|are|asking|is|about|with|point|fully"
            r"|well|{question}))*(?: (?:word|term|meaning){few})?",
        r"i (?:do|can) not get (?:{question}|what you|point){free}",
        r"(?:no|not) (?:understand|understood)(?: {question})?|{question} (?:is )?(?:not clear|unclear|vague|confusing|confuses"
            r"|ambiguous|too (?:vague|broad|general))",
        r"i am (?:bit |little |so )?(?:confused|lost)(?: (?:by|about|with) {question})?",
        r"i (?:am|do) not (?:sure|certain|know)(?: (?:if|i|understand|understood|correctly))* (?:what (?:you mean"
            r"|you are asking|you want|you are looking|you expect|{question} (?:is|means))|understand|understood"
            r"|how answer)(?: (?:by|with|{question}))*{free}",
        r"why (?:do|are|would) you (?:ask|asking|want|need){free}|why is (?:important|relevant|{question}){free}",
    ),
    _row(
        "repeat",
        "wants to hear the question again, or to be asked it",
        r"ASK (?:say|ask|read)(?:ing)?(?: {question})? (?:again|once more)",
        r"{polite}(?:repeat|repeating|reread|restate)(?: (?:what|you|said|asked|were|saying|asking|question|part|one|last|first"
            r"|second|whole|end|bit))*{how often}",
        r"(?:{asked}(?:say|ask|read|tell|show|give|state|hear|see|have|get|run by|go over|read out)|say|read(?: out)?"
            r"|ask(?= question))(?: (?:what you (?:said|asked)|you))?(?: {question})?(?: (?:again|slower|slowly|louder"
            r"|once more|one more time|question|another time)){how often}",
        r"(?:ASK|WISH|MAY) (?:read|hear|see|say|tell|have) (?:whole |last |first )?question|ASK (?:speak|talk)(?: (?:up|slower"
            r"|louder|slowly|more|clearly|bit))+|ASK say",
        r"what (?:was|is|were|are) (?:{question}|you asked|you said)(?: (?:you|asked|about|just|here|now))*{how often}",
        r"what {question}(?: (?:was|is))?|what (?:did|were|do|are) you (?:say|saying|ask|asking|want know)(?: (?:about"
            r"|want know|again|{question}))*|what again",
        r"i (?:did|could|can|do|have|am)? ?not (?:hear|hearing|catch|caught|heard|get|got)(?: (?:you|what|said|asked|well"
            r"|clearly|properly|fully|end|last|all|question|part|bit))*",
        r"i (?:can|do|did) not (?:remember|recall|see|hear) (?:(?:last |whole |first )?question|what you asked)",
        r"i (?:have )?(?:forgot|forgotten|missed|lost|misheard) (?:what you (?:asked|said)|what {question}|(?:(?:last|whole"
            r"|first) )?question|last (?:part|bit)|train thought|thread|track(?= [.?]|$))(?: (?:was|is))?",
        r"come again|pardon|i beg pardon|say what|(?:one more time|once more|another time)(?: \?)?|where were we|which question"
            r"|what \?",
        r"(?:you|voice) (?:is |are |was |were |got |have )*(?:dropped|broke up|lost|froze|breaking up|cut off|cut out|muted"
            r"|lagging)|(?:sound|audio|connection|line|voice) is (?:bad|lagging|breaking up|not clear)",
        r"(?:i am |we are )?(?<!not )ready(?: (?:start|begin|go ahead|go|when you are|first question|next question|question"
            r"|now))*|WE (?:start|begin)|go ahead|ask away",
    ),
    _row(
        "think",
        "needs time before the answer, or announces it",
        r"(?:{asked}|i will )(?:think|thinking|see|recall|remember|reflect|consider|ponder|gather|collect|organi[sz]e|find|look"
            r"|search|start|begin|try|rephrase|continue|finish|add)(?: (?:about|on|over|through|some|good|{story}|which|use"
            r"|answer|sentence|thoughts?|ideas?|together|point|carefully|out|back|again|something|thing|from beginning|what|say"
            r"|question|{moment}|i can|so|how|start|where|remember|recall|find|think))*(?= [.?]|$)",
        r"(?:{asked}(?:(?:give|have|take|get|use|wait) )?|i will take |i am going take ){moment}(?: (?:before|think|recall"
            r"|remember|collect|gather|find|consider|start|prepare|come){free})?",
        r"i am (?:still )?trying (?:remember|think|recall|find|come up){free}|{asked}have(?: good| quick)? think"
            r"|(?<!at )(?:one )?moment|one minute|time think|(?:hold on|hang on|wait|bear with|brb|be right back"
            r"|ASK give)(?: one (?:moment|minute))?",
        r"(?:i am )?(?:still )?(?:thinking|not ready)(?: (?:about|over|one|example|story))*",
        r"(?:where|how) (?:(?:do i|SHOULD|MAY) )?(?:begin|start|put|say)|i am not sure (?:where|how) (?:begin|start|put|say)",
        r"mind (?:is|went|goes) blank|i am drawing blank",
    ),
    _row(
        "answer",
        "says little, but replies: courtesies around it do not make it small talk",
        r"i am afraid|i think(?: so)?|yes|yeah|yep|yup|no idea|no|nope|nah|sure|course|certainly|correct|true|probably"
            r"|definitely|absolutely|never|sometimes|not (?:yet|sure)|i (?:do|can) not (?:know|remember|recall"
            r"|say)(?! anything {yet})|i have no idea|i am not sure|i guess|(?<![a-z] )i (?:do|did|have"
            r"|am)(?: not)?(?= *(?:[.?]|$))|i forgot|is all(?: (?:i have|from side))?|i am (?:done|finished)|depends"
            r"|(?:is )?enough|something came up|i (?:(?:was|got) distracted|zoned out)|(?:i can not (?:think"
            r"|come up with)(?: of)? anything|nothing comes mind)(?! {yet})",
    ),
    _row(
        "off_topic",
        "small talk, and questions about the interviewer, the process or the outcome",
        r"how (?:are|r) (?:you|things)(?: (?:doing|today|feeling|going|morning))*|how (?:is|was) (?:going|day|weather|life"
            r"|everything|weekend)(?: (?:going|so|far|today))*",
        r"(?:i )?hope you are (?:doing )?well|i am (?:fine|good|well|great|ok|doing (?:well|good|fine)|excited)(?: today)?"
            r"|and you \?",
        r"(?:is(?: not)?|so) (?:(?:so|always|also|bit|too|such|rather) )*(?:hot|cold|late|early|dark|warm|noisy|raining|sunny"
            r"|snowing|freezing|boiling|chilly|stuffy)(?: (?:today|outside|in here|here|too|also|there|where you are|in room))+"
            r"|or is(?= \?)|what do you think(?: about)?|is (?:real )?{interview}(?: (?:recorded|real|live))? \?",
        r"(?:is )?(?:such )?(?:nice|lovely|beautiful|bad|hot|cold|great) (?:weather|day)(?: (?:today|outside|here|is not))*"
            r"|weather is{free}|what is weather like",
        r"(?:nice|good|great|glad|pleased|pleasure) (?:meet|see|meeting|talk|talking|speak) (?:with )?you(?: too)?",
        r"is (?:there )?(?:(?:real|actual|live|some) )*(?:human|person|someone|somebody|anyone|anybody)(?: (?:being|there"
            r"|behind|on"
            r"|at|other|end|side|screen|listening|reading|talking|typing|here|all|or{free}))+ \?",
        r"(?:are you|is|am i (?:talking|speaking)(?: with)?|you are)(?: (?:real|some|kind|actual|talking))* (?:robot|bot"
            r"|human(?: being)?|person|ai|chatbot|machine|chatgpt|gpt|claude|gemini|llm|language model|recording|recorded|alive"
            r"|there|listening|real|single|married|joking|kidding|serious|on|working)(?: (?:or{free}|too|are you|behind))*",
        *COMPLIMENT,
        r"who am i (?:talking|speaking)(?: with)?|what company is|is being recorded|(?:what|who) (?:is|are|was) (?:name|you|age"
            r"|favou?rite \w+|hobb(?:y|ies)|position|background)|(?:which|what) (?:model|company|ai|version) (?:are|is"
            r"|made)(?: you)?",
        r"(?:where|how old|who) (?:are you(?: (?:calling|based|living))?(?: from)?|(?:do you|made|built|created"
            r"|wrote)(?: (?:you|live|work|come|from))+)|what (?:time|day) is(?: now| today)?",
        r"(?:(?:do|have|did) you|ASK) (?:like|love|enjoy|have|hear|see|work|speak|sleep|feel|eat|drink|read|watch)\b{free}",
        r"(?:ASK )?tell (?:something |more |bit )?about (?:yourself|you|amazon|company|team|job|role|position)",
        r"(?:(?:what|how|where|when|why|who|which)(?: [^\s.?]+){0,3} )?(?:do|did|are|were|have|was|is|will"
            r"|had) you(?! say\b){free} \?|how (?:is|was|has) (?:yours|day|morning|week|weekend)(?: (?:been|going|so|far"
            r"|today))*",
        r"(?:what|how much|how) (?:is|are|about|does)(?: (?:salary|pay|job|role|company|next steps?|benefits))+(?: pay)?"
            r"|how much (?:will|would|do|does|MAY){free}"
            r"|when (?:will|do|MAY) (?:i )?(?:hear|get|know|start|receive){free}",
        r"how (?:many|much) (?:more )?(?:questions?|time|longer)(?: (?:are|is|do|does|will|left|there|we|have|you|i|take"
            r"|remaining|in|{interview}))*",
        r"how (?:long|much longer) (?:will|does|is) (?:{interview} )?(?:take|last|going)|are we (?:done|finished)(?: yet)?",
        r"(?:is )?(?:test(?: test)*|testing (?:1|one|test)|mic test|joking|just kidding|kidding)(?: (?:1|2|3|one|two|three|test"
            r"|testing|check))*",
        r"who (?:writes|wrote|made|makes|invented|comes up with|came up with|thinks up)(?: (?:up|such))*(?: (?:questions?"
            r"|rubbish|crap"
            r"|nonsense|garbage|shit|bullshit|stuff|things?))+",
        r"(?:(?:what|is|such|so|fucking) )*(?:stupid|dumb|silly|boring|weird|strange|bad|terrible|ridiculous) (?:questions?"
            r"|interview)",
        r"is (?:(?:so|such|really|all|just) )*(?:stupid|dumb|ridiculous|pointless|nonsense)(?= *[.?]|$)"
            r"|you are wasting(?: time)?",
        r"{interview} is (?:fun|boring|waste (?:time)?|joke|bullshit|cool|stupid)|is (?:bullshit|waste time)|what (?:fuck|hell)",
        r"lol|haha\w*|hehe\w*|lmao|rofl|xd|wow|cool|nice try|yay|blah|wtf|omg|fuck|shit|damn|i (?:like|love|hate) (?:you|amazon"
            r"|interviews?)",
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
        "think",
        "weighs the question up, or has nothing to say as yet",
        r"(?:i (?:can|could) not (?:think|come up with|remember|recall)(?: about)? (?:anything|any|something)"
            r"|nothing comes mind)(?: {yet})+|i am (?:bit |so |little )?nervous(?: today)?",
        r"(?:(?:is )?(?:such )?(?:good|great|hard|tough|tricky|difficult|interesting|nice|excellent|deep"
            r"|big) question(?: answer)?|(?:is (?:such )?(?:good|great|big|deep|interesting|nice|excellent)"
            r"|(?:is )?(?:such )?(?:hard|tough|tricky|difficult)) one)(?:(?: \.)? i was (?:really )?not (?:ready|expecting"
            r"|prepared) {question})?",
    ),
    _row(
        "off_topic",
        "courtesies alone",
        r"hi|hello|hey|greetings|good (?:morning|afternoon|evening|day)|(?:many )?thanks(?: (?:you|a lot|lot|so|much|about"
            r"|your time|time|question|having|joining|meeting))*|cheers|much appreciated|if (?:is )?(?:ok|possible"
            r"|fine)(?: with you)?|if you do not mind|welcome",
    ),
    _row(
        "think",
        "a sign of having heard, or of being about to speak",
        r"ok|got|i got|understood|i see|i understand|fair enough|makes sense|let|noted",
    ),
    _row(
        "repeat",
        "sounds like not having heard",
        r"(?:i am )?(?:so )?sorry|apologies|excuse|what|huh|eh|(?:once |(?<![a-z] ))again(?! and)|question"
            r"|english is (?:not (?:so |very )?good|bad|poor|weak)",
    ),
)  # fmt: skip
"""Earlier rows weigh more where a turn holds several things: "Sorry, let me think. Could we stop here?" wants to stop."""
