"""A turn reduced to what decides its kind, so that one phrase stands for the many ways of saying it.

Contractions and typing slips are spelt out, articles and other words that decide nothing are dropped, quoted speech becomes
`quoted`, and the polite ways round become markers: ASK for "could you", "would you mind", WISH for "I would like to", "let me",
MAY for "can I", "is it okay if I", SHOULD for "should I", WE for "can we", "let's". Marks left are ``.``, ``?`` and ``:``.
"""

import re
from difflib import get_close_matches

from interviewer.text import words

HESITATION = re.compile(r"u+h*m+|u+h+|e+r+m*|e+h*m+|h+m+|m{2,}|a+h+|o+h+")
_DROPPED = frozenset(
    words(
        "the a an this that these it me us my your our to of for please kindly just actually really quite very simply maybe"
        " perhaps possibly quickly exactly basically honestly literally even sir madam maam mate dude bro"
    )
)
_SPELT_OUT = {
    short: full.strip()
    for full, shorts in (
        line.split(":")
        for line in """
        can not: cant cannot
        could not: couldnt
        do not: dont
        did not: didnt
        does not: doesnt
        have not: havent havnt
        is not: isnt
        was not: wasnt
        are not: arent
        will not: wont
        would not: wouldnt
        i am: im
        i have: ive
        we have: weve
        you have: youve
        i would: id
        i will: ill
        let we: lets
        that is: thats
        it is: its
        what is: whats
        where is: wheres
        who is: whos
        how is: hows
        you are: youre
        your: ur
        you: u
        are: r
        why: y
        going to: gonna
        want to: wanna
        got to: gotta
        let me: lemme
        do not know: dunno
        please: pls plz plss plese
        second: sec secs
        minute: min mins
        ok: okay okey okk k kk alright
        thanks: thx ty thanx thank
        sorry: sry srry soz
        what: wat wut wht
        what do you mean: wdym
        question: q qn qs
        skip: skp skipp
        fuck: fck fuk
        fucking: fuckin
        yes: ya
        yeah: yea
        could: cud cld colud
        can: cna
        university: uni
        example: eg exmaple
        story: sotry
        that: dat
        the: da teh hte
        good: gud
        really: rly
        """.strip().splitlines()
    )
    for short in shorts.split()
    for full in [full]
}
_KEYWORDS = words(
    "question repeat repeating example another different second moment interview understand clarify explain minute"
    " situation experience instructions thinking please rephrase university remember previous system prompt sorry"
    " would could should"
)
"""Words worth recognising when mistyped."""
_STORY_STARTS = r"i|we|my|our|he|she|they|there|yes|yeah|no|nobody|(?:about )?\d+|because|when|after|before|last|at my"
_REWRITTEN = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"\n+", ". "),
        (r"\bwhat was that *\?", "pardon ?"),
        (r",? *\b(?:by the way|btw|(?:just )?out of curiosity)\b", " "),
        (
            r",? *\b(?:is|are|do|does)n['’]?t (?:it|you|they|that|we)(?: think)?(?: so)?(?= *\?)|, *(?:right|no|huh|eh)(?= *\?)",
            " ",
        ),
        (r"\ball right\b", "ok"),
        (r",(?= (?:when|after|before|because|at my)\b[^.?!]*\?)", " "),
        (r"\b(?:in|at|on) your (?:place|room|city|country|town|office|side|end|area)\b", "where you are"),
        (r"((?:^|[.?!,] )(?:is|was|are|were|did|does|has)) your (?!question)", r"\1 you "),
        (r"[\"“](strong hire|hire)[\"”]", r"\1"),
        (r"“[^”]*”|\"[^\"]*\"", " quoted "),
        (r"\.{2,}|…", " "),
        (r"(?<=\w)['’](?=\w)", ""),
        (r"\b(?:have|has|got) to\b", "must"),
        (r"\byour (instructions?|prompts?|rules|guidelines)\b", r"system \1"),
        (r"\bhire me\b", "hire_me"),
        (r"\b(?:give (?:me|us)|gimme)\b", "ASK give"),
        (r"\b(tell|show) (?:me|us)\b", r"ASK \1"),
        (r"\b(?:please|pls|plz) (?=explain|clarify|elaborate|give|wait)", "ASK "),
        (
            r"\b(?:just )?(?:a|one|1|half a) (?:sec|second|moment)\b(?! (?:story|example|one|question|project|time|opinion))",
            "one moment",
        ),
        (r"\bjust an? min(?:ute)?\b|\bmin(?:ute)?,? (?:please|pls|plz)\b", "one moment"),
        (r"\bf[*@#$]+(?:ck|k)?(?!\w)", "fuck"),
        # A comma before words that may begin a story ends the sentence, so that no phrase reaches over into the story.
        (rf",(?= (?:and |so |then |but )*(?:{_STORY_STARTS})\b)", " . "),
        (
            r",(?= (?:the|it|this|that|someone|somebody)(?: [\w'’]+){0,5} (?:was|were|had|did|broke|went|came|\w{2,}ed)\b[^?]*$)",
            " . ",
        ),
        (r"[.!;]+(?=\s|$)", " . "),
        (r"[?!]*\?[?!]*", " ? "),
        (r":(?=\s|$)", " : "),
        (r"[^\w\s.?:]|(?<=\S)[.:](?=\S)", " "),
    )
)
_MARKERS = tuple(
    (marker, re.compile(rf"(?<!\S)(?:{'|'.join(phrases)})(?!\S)"))
    for marker, phrases in {
        "ASK": (
            r"(?:do|would) you mind(?! if)",
            r"i (?:was|am) wondering if you (?:can|could|would)",
            r"i wonder if you (?:can|could)",
            r"if you (?:can|could|would)",
            r"(?:can|could|would|will|may|might) you(?: be able| mind)?",
            r"i (?:want|need|would like|would appreciate if) you(?: could)?",
            r"you (?:can|could)(?= (?:repeat|say again|explain|clarify|rephrase|skip)|[^.?]* \?)(?! you)",
            r"i (?:order|command) you",
            r"(?:is|would be) possible(?! if)",
            r"can(?= (?:repeat|explain|clarify|rephrase|say))",
        ),
        "WE": (
            r"(?:can|could|may|shall|should|might) we",
            r"let we",
            r"(?:is|would be) (?:ok|possible|fine) if we(?: can| could)?",
            r"i think we (?:can|should)",
        ),
        "SHOULD": (r"(?:should|shall|must) i", r"do i (?:must|need)", r"am i supposed"),
        "MAY": (
            r"(?:can|could|may|might) i",
            r"(?:(?:do|would) you )?mind if i",
            r"(?:is|would be) (?:ok|possible|fine) (?:if i(?: can| could| would)?|i)",
            r"am i allowed",
            r"is (?:ok|fine)(?= (?:use|take|tell|talk|switch|choose|skip|stop|change|give))",
            r"i (?:was|am) wondering if i (?:can|could|might)",
            r"i wonder if i (?:can|could)",
            r"i can(?=[^.?]* \?)",
        ),
        "WISH": (
            r"let",
            r"(?:i think )?i (?:would like|would love|would prefer|would rather|want|need|must|wish|prefer)",
            r"i had better(?= (?:stop|end|finish|leave|go|skip|pass|think|use|take|tell|start)\b)",
        ),
    }.items()
)

_BLOCKS = {
    "story": r"(?:stories|story|examples?|ones?|situations?|cases?|experiences?|projects?|topics?)",
    "question": r"(?:(?:last|previous|first|whole|main|same|entire|current) )?(?:questions?|one|part|bit|sentence)",
    "interview": r"(?:mock )?(?:interview|session|practice)",
    "moment": (
        r"(?:(?:couple|few|short|little|bit|some|more|one|two|another|five|10|5|2|1|30|half|brief) )*"
        r"(?:seconds?|moments?|minutes?|time|break|while|bit|pause)(?: or (?:two|so))?"
    ),
    "how often": r"(?: (?:again|once|twice|more|one|another|time|over|slowly|slower|louder|clearly|loud|out|aloud|with))*",
    "asked": r"(?:(?:ASK|WISH|WE|MAY|SHOULD) )+",
    "polite": r"(?:{asked})?",
    "demand": r"(?:(?:ASK|WISH|MAY|you must|you should) )*",
    "told": r"(?:because|but|yes|yeah|said|told|{aside}(?:i|we|he|she|they|who|{people}) (?:{past}|\w{2,}ed))\b",
    "people": r"nobody|everybody|everyone|team|manager|lead|boss|colleagues?|customers?|users?|engineers?",
    "aside": (
        r"(?<!when )(?<!where )(?<!which )(?<!time )(?<!if )(?<!what )(?<!how )(?<!project )(?<!thing )(?<!one )(?<!situation )"
        r"(?<!something )(?<!case )(?<!everything )"
    ),
    "past": (
        r"(?:was|were|had|did|went|took|made|found|got|came|saw|wrote|built|ran|led|knew|thought|felt|kept|gave|left|spent|set|put|cut"
        r"|met|sent|held|broke|brought|chose|lost|began|fell|grew|paid|bought|caught|sold|taught|won|hit|shut|let|spoke|drove|stood|sat"
        r"|rose|dug|drew|fought|sought|stuck|understood|threw|became)"
    ),
    "free": r"(?: (?!{told})[^\s.?]+){0,14}",
    "asked on": r"(?: (?!(?:yes|yeah|no|said|told)\b)[^\s.?]+){0,25} \?",
    "yet": r"(?:right now|at moment|now|yet|just now)",
    "few": r"(?: (?!{told})[^\s.?]+){0,6}",
    "rest": r"(?: (?!{told}|(?<!you ){past}\b)\S+)*",
    "swear": (
        r"(?:fucking|freaking|bloody|damn|goddamn|total|complete|absolute|such|so|piece|bunch|most|as|all|just|nothing|being|stupid"
        r"|dumb)"
    ),
    "insult": (
        r"(?:idiots?|morons?|imbeciles?|assholes?|arseholes?|bitch|bastards?|cunts?|dickheads?|prick|retards?|scumbag|losers?"
        r"|motherfucker|fucker|dumbass|twat|wanker|shithead)"
    ),
    "bad": (
        r"(?:stupid|dumb|useless|worthless|pathetic|retarded|idiotic|incompetent|terrible|awful|horrible|disgusting|ridiculous|shit"
        r"|crap|worst)"
    ),
    "decline": (
        r"(?:WISH not|i do not think i can|i (?:can|could|do|am|would)(?: (?:rather|really))? not)(?: (?:able|want|ready"
        r"|wish))*(?: (?:talk|speak|discuss|go|answer|tell|say|continue|do))+(?: (?:about|into|there|on|that|part|time|year|now"
        r"|more|{question}|anything|right now))*"
    ),
    "loss": (
        r"(?:{family} (?:(?:had|has|have|was|is|just|very|so|also) )*(?:died|passed away|dying|dead|ill|i will|sick|in hospital"
        r"|killed(?: himself| herself)?)|i (?:have |had )?(?:just )?lost {family})(?: (?:then|there|that|year|time|week|month"
        r"|day|before|after|same|last|in|from|it|recently|at|just|around|during|cancer))*"
    ),
    "praise": (
        r"(?:nice|kind|sweet|lovely|wonderful|great|amazing|awesome|brilliant|fantastic|excellent|thoughtful|clever|smart|wise"
        r"|intelligent|helpful|friendly|patient|professional|experienced|talented|insightful|impressive|good|best|pleasant"
        r"|charming|understanding|polite|generous|skilled|gifted|warm|perfect)"
    ),
    "family": (
        r"(?:mother|mom|mum|father|dad|parents|brother|sister|wife|husband|partner|son|daughter|child|baby|friend|best friend"
        r"|grandmother|grandma|grandfather|grandpa|colleague|uncle|aunt|dog|cat|someone close|somebody close)"
    ),
    "you there": r"(?:bot|robot|machine|ai|chatbot|computer|program|interviewers?|recruiters?|assistant|thing)",
}
"""What phrases share. `free`, `few` and `rest` are words that tell nothing: they end where a story may begin (`told`)."""


def gist(text: str) -> str:
    """`text` in that reduced English: words, marks and markers with one space between."""
    text = text.casefold()
    for pattern, plain in _REWRITTEN:
        text = pattern.sub(plain, text)
    spelt = " ".join(map(_spelt_out, text.split())).split()
    kept = " ".join(word for word in spelt if word not in _DROPPED and not HESITATION.fullmatch(word))
    for marker, pattern in _MARKERS:
        kept = pattern.sub(marker, kept)
    return kept


def _spelt_out(word: str) -> str:
    if word in _SPELT_OUT:
        return _SPELT_OUT[word]
    near = get_close_matches(word, _KEYWORDS, n=1, cutoff=0.82) if len(word) > 4 and word.isascii() else []
    return near[0] if near and near[0][0] == word[0] and not word.startswith(near[0]) else word


def phrases(*wordings: str) -> re.Pattern[str]:
    """Any of `wordings` as whole words of a gist; ``{name}`` in one stands for that block."""
    pattern = "|".join(wordings)
    while (filled := re.sub(r"\{([a-z ]+)\}", lambda m: _BLOCKS[m[1]], pattern)) != pattern:
        pattern = filled
    return re.compile(rf"(?<!\S)(?:{pattern})(?!\S)")
