"""Cues for how the work came to them and what was theirs."""

import re

from interviewer.engines.local.lexicon import any_of
from interviewer.engines.local.lexicon.people import BOSSES

_NOBODY = r"(?:nobody|no one|no-one|not a single person|none of (?:us|them|the \w+))"

UNASKED = any_of(
    r"(?:nobody|no one)(?: else)? was \w+ing|(?:somebody|someone) else's (?:\w+|(?=,|\.|$))|(?:somebody|"
    r"someone) else's|(?:everyone|everybody) (?:just )?called it",
    rf"{_NOBODY}(?: else)?(?: \w+)? (?:had |has |ever |really |actually |even )*(?:asked|asks|told|tells|said|"
    r"assigned|requested|expected|wanted|planned|ordered|demanded|required|made me|put me)",
    rf"{_NOBODY}(?: else)?(?: \w+)? (?:was|were|is|had been|seemed to be|would|wanted to|had) (?:\w+ )?(?:doing|"
    r"looking|owning|fixing|taking|dealing|responsible|touch\w*|pick\w*|own|handle|in charge|the owner|caring|"
    r"working)",
    rf"{_NOBODY}(?:'s)?(?: \w+)? (?:owned|owns|touched|claimed|felt|picked|cared|job|problem|responsibility)",
    r"(?:it |this |that )?(?:wasn't|was not|isn't|is not|weren't|not|wasnt|never) (?:\w+ )?(?:my|our|mine|in my|"
    r"part of my|part of our|within my|on my|among my) (?!(?:[\w']+ )?(?:fault|mistake|best|favou?rite|first|only|"
    r"opinion|intention|style|strength|idea|choice|decision))(?:\w+ )?(?:job|role|responsibilit\w+|team|task|area|"
    r"ticket|code|department|scope|remit|work|duty|duties|problem|business|project|system|service|class|unit|list|"
    r"plate|goals?|jd|description|servers?|printers?|sprint|\w+s)",
    r"(?:wasn't|was not|isn't|is not|not) (?:even |really |technically |actually )?(?:mine|ours|in any(?:one|"
    r"body)'s \w+|any(?:one|body)'s (?:job|task|goal))|not (?:\w+ )?(?:manager|responsible for (?:it|that|this))",
    r"i (?:got|was|became) curious|i was the only one who|(?:told|wrote to|asked) my \w+ (?:what|that|if|"
    r"whether) i (?:wanted|could)|i wanted to take (?:it|this)|(?:couldn't|didn't want to) (?:put|push|leave|"
    r"pin) (?:it|this|that) (?:on|to|with) (?:somebody|someone|anybody|anyone|others)|i made it my|i questioned|"
    r"nobody else (?:did|was|had|would)|(?:everyone|everybody|people) took (?:\w+ ){1,4}(?:as given|for granted)|"
    r"it was me(?= |$|,|\.)|i asked (?:him|her|them|my \w+) for (?:\w+ )?(?:days|weeks|months|time)",
    rf"{BOSSES} (?:thought|said|told me|wanted|asked me)(?: that)?(?: me| us)? (?:i |we )?(?:should |could |"
    r"to )?(?:leave|drop|ignore|forget|let it|stop|not to|wait)",
    r"(?:outside|beyond|out of|outside of|far from) (?:of )?my (?:\w+ )?(?:job|role|responsibilit\w+|team|task|"
    r"area|scope|remit|work|duty|duties|department|description|lane|normal|actual|day)",
    r"(?:on|by|of|at) my own (?:initiative|accord|idea|time|will|decision|back|request|expense)|my own (?:idea|"
    r"initiative)|(?:it|this|that) was my (?:idea|decision|suggestion|proposal|call|initiative)",
    r"(?:without|before) (?:being|anyone|anybody|someone|somebody) (?:asked|told|asking|telling|having asked|"
    r"else asking)|unasked|unprompted|uninvited|self-initiated",
    r"(?:in|during|on) my (?:spare|own|free|lunch|break) ?(?:time|breaks?|hours?|evenings?|weekends?)?|"
    r"after my shift|over my (?:lunch|weekend)",
    r"i (?:\w+ )?(?:volunteered|stepped up|stepped in|raised my hand|put my hand up|put my name|signed up|"
    r"offered to|took it (?:on|upon)|took (?:that|this|the \w+) on|took it on)",
    r"(?:volunteered|offered) to|asked (?:my \w+|if i could|whether i could|for permission|to take)|"
    r"i asked (?:him|her|them) (?:if|whether) i (?:could|can)",
    r"(?:everyone|everybody|people|others|most people|the others|each team|"
    r"both teams) (?:\w+ )?(?:just )?(?:ignored|accepted|assumed|lived with|shrugged|worked around|thought (?:it|"
    r"that|someone|somebody)|complained about it|walked past|blamed|said it (?:was|wasn't))",
)
"""It was nobody's order, and mostly nobody's job."""

REFUSED = any_of(
    r"i (?:\w+ )?(?:pushed back|disagreed|refused|objected|said no|insisted|challenged|argued|stood (?:my ground|"
    r"by|firm)|stopped the|pulled the plug|overruled|held (?:my|the) (?:ground|line))",
    r"asked (?:him|her|them|my \w+|the \w+|our \w+) not to|i (?:\w+ )?(?:kept|stuck|held|decided to (?:keep|hold|stick)) "
    r"(?:to |on to |with )?(?:it "
    r"anyway|(?:the|"
    r"my|our) (?:\w+ )?(?:date|goal|target|promise|deadline|standard|number|line|word))|i (?:did not|didn't|wouldn't|couldn't) "
    r"(?:accept|let (?:it|that) go|want to (?:give|drop|lower|let|hand|leave|lose))",
    r"(?:released|excused|relieved|let (?:me|us) off|took (?:it|that|the \w+) off me)\b[^.]{0,60}\b(?:but|and|so) i "
    r"(?!was|felt)\w+|"
    r"(?:could|should|may|can) (?:drop|skip|leave|give up|forget|lower|postpone|stop)\b[^.]{0,40}\bbut i (?!was|felt|did)\w+|"
    r"i turned (?:it|that|the \w+|him|her|them) down|i said (?:that )?i (?:wouldn't|would not|won't)",
    r"(?:told|said to) (?:him|her|them|my \w+|the \w+) (?:that )?(?:no|i (?:won't|wouldn't|disagree|couldn't|"
    r"can't|didn't agree)|we (?:shouldn't|can't|should not))",
)
CALLED = any_of(
    r"i (?:\w+ )?(?:made (?:the|a|that|my) (?:\w+ )?(?:call|decision|choice)|took the (?:decision|call|risk|blame|"
    r"responsibility))",
    r"(?:the )?(?:call|decision|choice) was mine|my (?:call|decision|responsibility)|i stood (?:by|behind)|"
    r"that was on me|i (?:owned|own) (?:the|that|up)|i was accountable",
)
"""A call within their remit that they stood for."""
DECIDED = any_of(
    r"i (?:\w+ )?(?:thought,? (?:why|what if|maybe|there must|somebody|someone)|decided|chose|proposed|suggested|"
    r"pitched|recommended|initiated|started (?:to|a|an|my|\w+ing)|set out|figured (?:i|someone|somebody)|"
    r"wanted to (?:know|understand|fix|find|change)|came up with|went ahead)",
    r"(?:bothered|bugged|annoyed|worried|nagged|troubled) me|i (?:couldn't|could not|can't) (?:just )?(?:let|"
    r"leave|ignore|accept|watch|live with|stand)|so i (?:just )?(?:did|started|took|made|built|wrote|began|went|"
    r"called|asked)",
)
NOTICED = any_of(
    r"i (?:\w+ )?(?:noticed|saw|spotted|realised|realized|observed|discovered|found|kept (?:seeing|noticing|"
    r"hearing)|was seeing|came across|stumbled|caught|heard|overheard|recognised|recognized)",
    r"(?:it )?(?:caught|struck) (?:my eye|me)|i looked around and",
)

_US = r"(?:me|us|(?:(?:my|our) (?:\w+ )?|the )(?:team|group|department|squad))"
_WORK = (
    r"(?:tasks?|jobs?|tickets?|projects?|assignments?|work|responsibilit\w+|roles?|stor(?:y|ies)|modules?|cases?|accounts?|"
    r"challenges?|goals?|targets?|deadlines?|features?|orders?|instructions?|problem|it|this|that|topic|area|lists?)"
)
ASSIGNED = any_of(
    rf"(?:{BOSSES}|they|he|she) (?:\w+ )?(?:(?:asked|told|tell|ask|wanted|requested|instructed|directed|ordered|"
    rf"needed|said to) (?:\w+ )?{_US} (?:to|if (?:i|we) (?:could|can|would)|that (?:i|we) (?:should|must|need)|for)"
    rf"|(?:assigned|tasked|appointed|chose|picked|put|(?:give|gave|handed) (?:it|this|that) to) {_US}|"
    rf"(?:give|gave|handed) {_US} (?:(?!for|of|about|on|in)\w+ ){{0,4}}{_WORK}|"
    rf"(?:assigned|gave|handed|passed|delegated) (?:\w+ ){{1,4}}to {_US}|said (?:that )?(?:i|we) (?:should|must|"
    r"need|have))",
    r"(?:i|we) (?:was|were|got|had been|have been|is|am|are) (?:\w+ )?(?:asked|told|assigned|tasked|instructed|"
    r"given|handed|put (?:on|in charge)|appointed|ordered|directed|required|supposed|brought in|staffed|selected|"
    r"chosen|picked|nominated) ?(?:to|with|on|for|this|the|a)?",
    r"(?:was|were|got|came) (?:\w+ )?(?:assigned|given|allocated|handed|passed|delegated) to (?:me|us|my team|"
    r"our team)|assigned (?:me|us|it to me|to me|to us)",
    r"(?:it|this|that) was (?:simply |just |basically |actually )?(?:my|our|in my|in our|on my|on our|part of my|"
    r"part of our) (?:\w+ )?(?:ticket|task|assignment|assigned|sprint|okrs?|goals?|quarterly|backlog|job to)",
    r"(?:ticket|task|story|card|item|project|request) (?:\w+ )?(?:came in|landed|was waiting|appeared|was in|"
    r"was on|came down|came from|got assigned)|(?:picked|took|grabbed|pulled) (?:up )?(?:a|the|this|that|my|"
    r"my next) (?:\w+ )?(?:ticket|task|story|card) (?:from|off|in|on|for)",
    r"my (?:task|assignment) (?:was|is) to|(?:landed|ended up|dropped|was put|put it|was) on my (?:desk|plate|board)|fell to me|"
    r"as part of my (?:sprint|goals|job|duties|okrs|yearly|annual|probation)",
)
NOT_ASSIGNED = re.compile(
    r"(?:asked|told|wanted|ordered|instructed|directed) (?:me|us) (?:not|to (?:stop|drop|leave|ignore|wait|forget|"
    r"let|back off|fire|give up|cut|cancel|lie|hide|skip)|why|what|how|if|whether|about|for (?:an? )?(?:update|"
    r"explanation|reason|opinion|advice|feedback))"
    r"|(?:nobody|no one|no-one|never|not|n't|without|before) (?:\w+ ){0,3}(?:ask|asked|told|assigned|given|tasked|"
    r"supposed|required|wanted|told me)|asked (?:me )?(?:again|afterwards|later)|(?:was|got) (?:\w+ )?(?:asked|"
    r"given) (?:about|why|how|a (?:award|bonus|hard))"
    r"|given (?:an? |the |me )?(?:\w+ )?(?:present|gift|award|bonus|prize|hand|raise|access|chance|time|permission|budget|days?|"
    r"weeks?|notice|choice|reason|warning|answer|numbers?|feedback|credit)"
    r"|given (?:that|how|the (?:fact|time|circumstances|situation))|asked (?:me )?to (?:present|share|speak|show|"
    r"teach|explain|roll|do the same|train|write (?:it|this) up)"
    r"|wanted (?:a|the|an|it|more|only|that|all|every)\b"
)

ROLE = any_of(
    r"i (?:run|lead|own|manage|head|look after) (?:the|our|a|all|two|three)",
    r"my (?:\w+ )?(?:role|job|part|responsibilit\w+|task|piece|share|contribution|area|work) (?:\w+ )?(?:was|were|"
    r"is|included|meant|in (?:this|that|it))",
    r"i (?:was|am|were) (?:\w+ )?(?:responsible|in charge|the (?:only|sole|one)|leading|accountable|the owner|"
    r"owner of|running|on call|on-call|on duty|in the role)",
    r"i (?:\w+ )?(?:owned|led|ran|headed|took over) (?:the|our|a|this|that|two|three)|(?:was|were) (?:mine|"
    r"my part|my piece|my job|my responsibility)|(?:the rest|the others?) (?:was|were|did|came from|stayed)",
    r"i (?:did|handled|took|covered|wrote|built|made|was doing) (?:the|all|everything) [^.]{0,50}(?:while|and|"
    r"whereas|,) (?:\w+ ){1,4}(?:did|handled|took|covered|wrote|built|made|was|were)",
    r"by myself|on my own|alone|single-handed\w*|myself",
)
TITLE = any_of(
    r"i(?:'m| am| was| work(?:ed)? as|'ve been| had been)(?: \w+)? (?:a|an|the|as an?) (?:\w+ ){0,3}?(?:engineer|"
    r"developer|manager|nurse|teacher|agent|lead|analyst|designer|intern|assistant|supervisor|"
    r"coordinator|consultant|specialist|technician|architect|owner|accountant|clerk|cashier|driver|cook|chef|"
    r"scientist|administrator|representative|associate|buyer|planner|recruiter|trainer|principal|tutor|"
    r"paramedic|pharmacist|officer|editor|librarian|waiter|waitress|barista|mechanic|electrician|operator|tester|"
    r"salesperson|junior|senior|sde|pm)s?",
)
