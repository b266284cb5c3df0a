"""Cues for how work was arranged between people: what nobody watched, what each looked at, what a plan or a rule left out."""

from interviewer.engines.local.lexicon import any_of

_NOBODY = r"(?:nobody|no one|no-one|none of (?:us|them|the \w+)|neither(?: of (?:us|them|the \w+)|(?: \w+)?))"
_EACH = (
    r"(?:each|every|both|either|all)(?: (?:one|of (?:us|them|the \w+)|sides?|team|department|shift|person|group|\w+))?|"
    r"every(?:one|body)"
)
_KEEPS = (
    r"(?:own(?:s|ed)?|watch(?:es|ed)?|see|saw|seen|know|knew|knows|check(?:s|ed)?|look(?:s|ed)?|count(?:s|ed)?|"
    r"measure[sd]?|ask(?:s|ed)?|sa(?:y|ys|id)|tell|told|reads?|decide[sd]?|plan(?:s|ned)?|pa(?:y|ys|id)|answer(?:s|ed)?|"
    r"compare[sd]?|laid|lay|follow(?:s|ed)?|test(?:s|ed)?|report(?:s|ed)?|wrote|written|prove[sd]?|hear[sd]?|cover(?:s|ed)?|"
    r"require[sd]?|belong(?:s|ed)?|responsible|in charge|feel|felt|review(?:s|ed)?|told|expect(?:s|ed)?|meant|call(?:s|ed)?|"
    r"carr(?:y|ies|ied)|(?:has|had|have)(?! to))"
)
_ARRANGED = (
    r"(?:plans?|planning|process(?:es)?|rota|roster|forms?|lists?|checklists?|reports?|reporting|templates?|budgets?|targets?|"
    r"bonus(?:es)?|figures?|measures?|metrics?|systems?|training|teams?|departments?|company|school|hospital|wards?|shops?|"
    r"stores?|clinic|office|rules?|contracts?|reviews?|schedules?|meetings?|dashboards?|projects?|management|handover|goals?|"
    r"incentives?|releases?|tests?|complaints?|budget|agenda|calendar|policy|policies|procedures?|site|depot|branch(?:es)?)"
)
_GOES = r"(?:went|goes?|gone|came|comes?|belong(?:s|ed)?|sat|sits?|lay|lies|lived?|lives|stayed|ended up|reported)"

LEFT_OUT = any_of(
    rf"{_NOBODY} (?:else )?(?:to |ever had to )?(?:was |were |is |are |could |would |can |ever |really |even |had ever |"
    rf"there )*{_KEEPS}",
    rf"no (?!longer|more|idea|doubt|matter|problem|such|time|way|need|one)(?:\w+ ){{1,3}}(?:at \w+ \w+ )?(?:ever |could |had |"
    rf"was |were )*{_KEEPS}",
    rf"before (?:anyone|anybody|any of (?:us|them)) (?:had |ever |had ever )?{_KEEPS}",
    r"(?:was|were|is|are) no (?:rule|list|plan|place|step|line|owner|name|check|limit|date|end|moment|one)",
)
"""Nobody, or nothing that is written down, sees to it."""
DIVIDED = any_of(
    rf"(?:{_EACH}) (?:only |just |simply )?(?:thought|assumed|believed|watch(?:es|ed)|count(?:s|ed)|measured|looked|saw|"
    rf"guess(?:ed)?|"
    r"had (?:a|an|its|his|her|their|our|only|good|to guess)|has (?:a|an|its|his|her|their|our|only)|did (?:what|its|their)|"
    r"was (?:measured|judged|paid|praised)|reported|relied|answer(?:s|ed) for)",
    rf"{_GOES} (?:only |ever )?(?:to|with|in|from) (?:the )?\w+[^.]{{0,40}}(?:,| and| while| but| whereas)[^.]{{0,50}}\b{_GOES} "
    r"(?:to|with|in|from)",
    r"(?:watch|count|measure|saw|see|look|check|own|plan|pa(?:y|id))\w* (?:at |for )?what (?:it|they|he|she|we)\b",
    r"only (?:\w+ ){1,3}(?:could|can) (?:see|know|tell|change|stop|decide)",
    r"the (?:only|first|last) (?:\w+ ){1,2}(?:that |which )?(?:anybody|anyone|everybody|everyone|somebody|someone|people|they|we|"
    r"management)\b",
    rf"(?:was|is|were|came) (?:only |always )?(?:the )?(?:first|last|lowest) (?:\w+ )?(?:in|of|on|at) (?:our|the|their|"
    rf"every|any) "
    rf"(?:\w+ )?{_ARRANGED}",
)
"""Each party sees or is judged by its own part alone."""
LIMITED = any_of(
    r"(?:left|leaves|leaving) (?:\w+ )?out|(?:was|were|is|are)(?:n't| not) counted",
    r"our (?:\w+ ){1,4}?(?:only|never|always|had no|has no|did not|didn't|doesn't)",
    rf"(?:the|that|this|their|its|every|each) (?:\w+ ){{0,2}}?{_ARRANGED} (?:\w+ ){{0,2}}?(?:only|never|always|had no|has "
    rf"no|nothing)",
    r"we(?:'d| had| have)? (?:only|never|always|all) (?:ever )?(?!again)\w+",
    r"(?:a|an|one) \w+ (?:for|to) (?:\w+ ){1,5}(?:and|but) (?:none|never|not|no \w+)|we(?:'d| had)? \w+ [^.]{3,50}, ?but "
    r"(?:never|not)",
)
"""What a plan, a form or a habit of all of them covers, and no more."""
COULD_HAPPEN = any_of(
    r"(?:it|this|that|which|things?) (?:\w+ )?(?:could|was able to|had to|can) (?:only |so easily |\w+ )?(?:happen|last|go on|go "
    r"wrong|stay|grow|slip|survive|come)\b[^.]{0,60}\b(?:because|since|as|when) (?!i\b|my\b)",
    r"(?:it|this|that|they)(?:'d| had)? (?:happened|lasted|grew|went (?:on|wrong|unnoticed)|stayed|existed|had no "
    r"\w+)\b[^.]{0,40}"
    r"\bbecause (?!i\b|my\b|of me)",
    r"which is how [^.]{3,40}(?:had|came|grew|got|happened)",
)
"""Why it was possible at all, other than by the speaker's own doing."""
