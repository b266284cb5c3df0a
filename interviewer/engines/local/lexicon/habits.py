"""Cues for what others go on doing after the story."""

from interviewer.engines.local.lexicon import any_of

_DO = (
    r"(?:ask|start|begin|check|use|run|go|count|do|write|read|learn|meet|look|call|send|keep|hold|open|decide|sign|show|include|"
    r"plan|work|measure|test|compare|record|report|review|weigh|train|teach|print|log|note|bring|carry|hang|need|require|follow|"
    r"copy|build|order|pay|post|publish|put|answer|visit|walk|walk|share|set|take|make|enter|list|sort|name|hand|fill|come|"
    r"stand|sit|belong|lapse|change|close|get|see|apply|ring|phone|pick|prepare|present|save|store|track|update|watch)(?:e?s)?"
)
_PERIOD = (
    r"(?:day|morning|evening|night|shift|week|month|quarter|term|season|year|release|sprint|(?:mon|tues|wednes|thurs|fri)day)"
)

GOES_ON = any_of(
    r"new (?:\w+ ){1,2}(?:learn|get|read|see|meet|start|begin|are (?:shown|taught|given))",
    rf"(?:the|our|all|every|each|two|three|both|they|we) (?:\w+ ){{0,3}}?{_DO} (?:\w+ ){{0,6}}since(?: then)?(?=,|\.|$)",
    rf"(?<!\bi )(?<!\byou )(?:still|now)(?: all| also| each| automatically| always| only)? {_DO}",
    rf"(?:teams?|we|they|everyone|everybody|of us|of them|colleagues?|staff|wards?|shops?|stores?|sites?|departments?|\w+ers?|"
    rf"schools?|all|both|new \w+) {_DO} (?:\w+ ){{0,7}}(?:every|each|once a|twice a) {_PERIOD}",
    rf"(?:now|today|since then|these days),? (?:every|each|all|both|any|new|no|the|our|two|three|whoever|they|we|people|"
    rf"teams?) (?:[\w']+ ){{0,3}}?(?:can't |won't |has to |have to |must )?{_DO}",
    r"(?:without|needs? neither|no longer needs?) (?:me|us)(?= |,|\.|$)|(?:isn't|is not|aren't|wasn't|i wasn't|i'm not) "
    r"(?:me|there|"
    r"in the room)|(?:i|we) (?:was|were) not (?:in the room|there|asked)",
    r"(?:is|are) (?:on|in|part of) (?:the|every|each|our|all) (?:\w+ ){0,2}(?:rota|calendar|agenda|plan|plans|handbook|list|"
    r"checklist|wall|form|forms|contract|contracts|budget|timetable|induction|release|releases|tests?|rulebook|order)",
    r"(?:changed|copied|adopted|introduced|took over|built in|bought|put in) [^.]{2,40}(?:also|too|as well)\b",
)
"""Somebody else does it as a habit, or it stands in the plans of the place."""
BETTER_NOW = any_of(
    r"now [^.]{0,25}\b(?:better|less|fewer|more|cleaner|happier|easier|faster|reliable|aware|smoother|calmer)|"
    r"(?:more|better) (?:\w+ )?(?:now|today)|come to me|awareness|mindset|thinks? about|still (?:tell|say|talk|thank|remember)"
)
"""A change of mood or degree, which is no habit."""
