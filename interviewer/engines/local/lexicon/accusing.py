"""Words without which a red flag about others is out of the question: who gave the work, and who is faulted for what.

Wide on purpose: they say when a passage may show the flag, never that it does. Of 184 sentences of the recorded interviews with
`assigned` in them 90 % hold a word of the first kind (of the rest 32 %), of 305 with `blame` 87 % words of both others (54 %); of 89
and 93 answers with such a flag none is without.
"""

import re

from interviewer.engines.local.lexicon import any_of
from interviewer.engines.local.lexicon.people import BOSSES

GIVEN = any_of(
    BOSSES,
    r"chef|gaffer|dispatcher|head ?quarters?|head office|coo|president|council|board|exec|instructor|officer|the office",
    r"sa(?:id|ys)|goes|tells?|telling|told|telt|ask(?:s|ed)|order(?:s|ed)?|instruct\w*|direct(?:s|ed)|assign\w*|task(?:s|ed)?|appointed|commission\w*|"
    r"allocated|distributed|puts?|sets?|g[ai]ves?|gied|given|hand(?:s|ed)?|got (?:the|this|that|it|put)|want(?:s|ed)|enrolled|"
    r"announced|issued|request\w*|instructions?|call(?:s|ed) me|rang|sent me|pointed|picked|chosen|named|nominated|made me|"
    r"landed (?:with|on)|c[ao]me to (?:me|us|it)|decided (?:for|that)|requir\w+|supposed|expected|(?:was|were) to",
    r"lists?|sheets?|rota|plan|program(?:me)?|targets?|goals?|objectives?|deadline|ticket|brief|mandate|duty|my (?:job|role)|role|remit|"
    r"bulletin|circular|project|pilot",
)
"""Somebody who gives work, the giving of it, or what it is given by."""
_NOBODY = (
    r"(?!team|whole|end\b|times?\b|way\b|troubles?\b|problems?\b|issues?\b|difficult|(?:was|were|is|are|had|has|it|we|i|on|in|of|"
    r"to|for|the)\b)"
)
OTHERS = any_of(
    r"they|them|their|theirs|they'\w+|he|he'\w|she|she'\w|him|his|her|hers|who|whose|whoever|you|your|people|some(?:body|one)|"
    r"nobody|naebody|no[ -]one|every(?:body|one)|any(?:body|one)|others?|those|these",
    rf"(?:the|an?|my|our|this|that|each|some|one|two|three|four|both|no|another|same|any|old|every|\d+) {_NOBODY}\w+",
    r"(?!it's|that's|there's|what's|here's|let's)\w+'s|\w+(?:[eo]rs|ists|ants|ians|ents|ment|nce|ity)",
)
"""Somebody, or a thing that can stand for somebody, beside the speaker and the team."""
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+|^(?!We|It|This|That|There|I)[A-Z][a-z]+(?= (?:had|hid|never|said)\b)")
"""A name; to be sought in what was said as it was said."""
AMISS = any_of(
    r"no|not|nothing|nobody|naebody|no[ -]one|none|never|nowhere|neither|nor|hardly|barely|only|wasnae|wisnae|didnae|\w+n't|"
    r"cannot|without|just|simply|too|same|always|again|instead|unfortunately",
    r"wrong\w*|bad\w*|worse|worst|poor\w*|mess\w*|fault\w*|blam\w*|mistakes?|errors?|useless|rubbish|careless\w*|sloppy|lazy|"
    r"stupid|late|later|slow\w*|delay\w*|terrible|unclear|dirty|cheap\w*|impossible|chaos|trouble[sd]?|problems?|obstacles?|"
    r"disorder|shame|pity|hole|agitated|swollen|old school|easy|nearly|as such",
    r"miss(?:ed|es|ing)?|fail\w*|forg\w+|ignor\w+|neglect\w*|refus\w+|resist\w*|hesitat\w*|broke\w*|wreck\w*|lets?|left|leaves?|"
    r"hid|hide|drop\w*|lost|costs?|costing|cut|counting|shelved|r[au]n|wanted|sat|sits?|puts?|treated|warned|waved|told|hurt|"
    r"rolled|keeps?|kept|suit(?:s|ed)|insist\w*|complain\w*|expect\w*|happen\w*|avoid\w*|paid (?:to|for)|used to",
    r"should(?:'ve)?|ought|could(?:'ve)?|would(?:'ve)?|must have|had (?:they|he|she|anyone|it|the)|if (?:they|he|she|the|those|"
    r"some(?:body|one)|people|only)|had to|supposed|meant to|theirs|jobs?|duty|responsib\w+|down to|because of|due to|caus\w*|"
    r"reason|on (?:them|him|her)",
)
"""Something that is wrong, or was not done."""
ASIDE = any_of(
    r"(?:why|how|what|when|where|whether|if) (?:it|they|this|that|the \w+) (?:was|were|is|are|had|went|did|came|could)(?: \w+)?"
)
"""What was looked into, which accuses nobody."""
