"""Cues for the criteria that rest on what is meant rather than on a verb or a number."""

import re

from interviewer.engines.local.lexicon import any_of
from interviewer.engines.local.lexicon.people import BENEFICIARIES, BOSSES

_NOBODY = r"(?:nobody|no one|no-one|not a single person|none of (?:us|them|the \w+))"

UNASKED = any_of(
    rf"{_NOBODY}(?: else)?(?: \w+)? (?:had |has |ever |really |actually |even )*(?:asked|asks|told|tells|said|assigned|requested|expected|wanted|planned|ordered|demanded|required|made me|put me)",
    rf"{_NOBODY}(?: else)?(?: \w+)? (?:was|were|is|had been|seemed to be|would|wanted to|had) (?:\w+ )?(?:doing|looking|owning|fixing|taking|dealing|responsible|touch\w*|pick\w*|own|handle|in charge|the owner|caring|working)",
    rf"{_NOBODY}(?:'s)?(?: \w+)? (?:owned|owns|touched|claimed|felt|picked|cared|job|problem|responsibility)",
    r"(?:it |this |that )?(?:wasn't|was not|isn't|is not|weren't|not|wasnt|never) (?:\w+ )?(?:my|our|mine|in my|part of my|part of our|within my|on my|among my) (?!fault|mistake|best|favou?rite|first|only|opinion|intention|style|strength|idea|choice|decision)(?:\w+ )?(?:job|role|responsibilit\w+|team|task|area|ticket|code|department|scope|remit|work|duty|duties|problem|business|project|system|service|class|unit|list|plate|goals?|jd|description|servers?|printers?|sprint|\w+s)",
    r"(?:wasn't|was not|isn't|is not|not) (?:even |really |technically |actually )?(?:mine|ours|in any(?:one|body)'s \w+|any(?:one|body)'s (?:job|task|goal))|not (?:\w+ )?(?:manager|responsible for (?:it|that|this))",
    r"i (?:got|was|became) curious|i made it my|i questioned|nobody else (?:did|was|had|would)|(?:everyone|everybody|people) took (?:\w+ ){1,4}(?:as given|for granted)|it was me(?= |$|,|\.)|i asked (?:him|her|them|my \w+) for (?:\w+ )?(?:days|weeks|months|time)",
    rf"{BOSSES} (?:thought|said|told me|wanted|asked me)(?: that)?(?: me| us)? (?:i |we )?(?:should |could |to )?(?:leave|drop|ignore|forget|let it|stop|not to|wait)",
    r"(?:outside|beyond|out of|outside of|far from) (?:of )?my (?:\w+ )?(?:job|role|responsibilit\w+|team|task|area|scope|remit|work|duty|duties|department|description|lane|normal|actual|day)",
    r"(?:on|by|of|at) my own (?:initiative|accord|idea|time|will|decision|back|request|expense)|my own (?:idea|initiative)|(?:it|this|that) was my (?:idea|decision|suggestion|proposal|call|initiative)",
    r"(?:without|before) (?:being|anyone|anybody|someone|somebody) (?:asked|told|asking|telling|having asked|else asking)|unasked|unprompted|uninvited|self-initiated",
    r"(?:in|during|on) my (?:spare|own|free|lunch|break) ?(?:time|breaks?|hours?|evenings?|weekends?)?|after my shift|over my (?:lunch|weekend)",
    r"i (?:\w+ )?(?:volunteered|stepped up|stepped in|raised my hand|put my hand up|put my name|signed up|offered to|took it (?:on|upon)|took (?:that|this|the \w+) on|took it on)",
    r"(?:volunteered|offered) to|asked (?:my \w+|if i could|whether i could|for permission|to take)|i asked (?:him|her|them) (?:if|whether) i (?:could|can)",
    r"(?:everyone|everybody|people|others|most people|the others|each team|both teams) (?:\w+ )?(?:just )?(?:ignored|accepted|assumed|lived with|shrugged|worked around|thought (?:it|that|someone|somebody)|complained about it|walked past|blamed|said it (?:was|wasn't))",
)
"""It was nobody's order, and mostly nobody's job."""

REFUSED = any_of(
    r"i (?:\w+ )?(?:pushed back|disagreed|refused|objected|said no|insisted|challenged|argued|stood (?:my ground|by|firm)|stopped the|pulled the plug|overruled|held (?:my|the) (?:ground|line))",
    r"(?:told|said to) (?:him|her|them|my \w+|the \w+) (?:that )?(?:no|i (?:won't|wouldn't|disagree|couldn't|can't|didn't agree)|we (?:shouldn't|can't|should not))",
)
CALLED = any_of(
    r"i (?:\w+ )?(?:made (?:the|a|that|my) (?:\w+ )?(?:call|decision|choice)|took the (?:decision|call|risk|blame|responsibility))",
    r"(?:the )?(?:call|decision|choice) was mine|my (?:call|decision|responsibility)|i stood (?:by|behind)|that was on me|i (?:owned|own) (?:the|that|up)|i was accountable",
)
"""A call within their remit that they stood for."""
DECIDED = any_of(
    r"i (?:\w+ )?(?:decided|chose|proposed|suggested|pitched|recommended|initiated|started (?:to|a|an|my|\w+ing)|set out|figured (?:i|someone|somebody)|wanted to (?:know|understand|fix|find|change)|came up with|went ahead)",
    r"(?:bothered|bugged|annoyed|worried|nagged|troubled) me|i (?:couldn't|could not|can't) (?:just )?(?:let|leave|ignore|accept|watch|live with|stand)|so i (?:just )?(?:did|started|took|made|built|wrote|began|went|called|asked)",
)
NOTICED = any_of(
    r"i (?:\w+ )?(?:noticed|saw|spotted|realised|realized|observed|discovered|found|kept (?:seeing|noticing|hearing)|was seeing|came across|stumbled|caught|heard|overheard|recognised|recognized)",
    r"(?:it )?(?:caught|struck) (?:my eye|me)|i looked around and",
)

_US = r"(?:me|us|(?:my|our|the) (?:\w+ )?(?:team|group|department|squad))"
ASSIGNED = any_of(
    rf"(?:{BOSSES}|they|he|she) (?:\w+ )?(?:(?:asked|told|tell|ask|wanted|requested|instructed|directed|ordered|needed|said to) (?:\w+ )?{_US} (?:to|if (?:i|we) (?:could|can|would)|that (?:i|we) (?:should|must|need)|for)"
    rf"|(?:assigned|tasked|appointed|chose|picked|give|gave|handed|put) (?:it to |this to |that to )?{_US}|(?:assigned|gave|handed|passed|delegated) (?:\w+ ){{1,4}}to {_US}|said (?:that )?(?:i|we) (?:should|must|need|have))",
    r"(?:i|we) (?:was|were|got|had been|have been|is|am|are) (?:\w+ )?(?:asked|told|assigned|tasked|instructed|given|handed|put (?:on|in charge)|appointed|ordered|directed|required|supposed|brought in|staffed|selected|chosen|picked|nominated) ?(?:to|with|on|for|this|the|a)?",
    r"(?:was|were|got|came) (?:\w+ )?(?:assigned|given|allocated|handed|passed|delegated) to (?:me|us|my team|our team)|assigned (?:me|us|it to me|to me|to us)",
    r"(?:it|this|that) was (?:simply |just |basically |actually )?(?:my|our|in my|in our|on my|on our|part of my|part of our) (?:\w+ )?(?:ticket|task|assignment|assigned|sprint|okrs?|goals?|quarterly|backlog|job to)",
    r"(?:ticket|task|story|card|item|project|request) (?:\w+ )?(?:came in|landed|was waiting|appeared|was in|was on|came down|came from|got assigned)|(?:picked|took|grabbed|pulled) (?:up )?(?:a|the|this|that|my|my next) (?:\w+ )?(?:ticket|task|story|card) (?:from|off|in|on|for)",
    r"(?:landed|ended up|dropped|was put|put it|was) on my (?:desk|plate|board)|fell to me|as part of my (?:sprint|goals|job|duties|okrs|yearly|annual|probation)",
)
NOT_ASSIGNED = re.compile(
    r"(?:asked|told|wanted|ordered|instructed|directed) (?:me|us) (?:not|to (?:stop|drop|leave|ignore|wait|forget|let|back off|fire|give up|cut|cancel|lie|hide|skip)|why|what|how|if|whether|about|for (?:an? )?(?:update|explanation|reason|opinion|advice|feedback))"
    r"|(?:nobody|no one|no-one|never|not|n't|without|before) (?:\w+ ){0,3}(?:ask|asked|told|assigned|given|tasked|supposed|required|wanted|told me)|asked (?:me )?(?:again|afterwards|later)|(?:was|got) (?:\w+ )?(?:asked|given) (?:about|why|how|a (?:award|bonus|hard))"
    r"|given (?:that|how|the (?:fact|time|circumstances|situation))|asked (?:me )?to (?:present|share|speak|show|teach|explain|roll|do the same|train|write (?:it|this) up)"
    r"|wanted (?:a|the|an|it|more|only|that|all|every)\b"
)

ROLE = any_of(
    r"my (?:\w+ )?(?:role|job|part|responsibilit\w+|task|piece|share|contribution|area|work) (?:\w+ )?(?:was|were|is|included|meant|in (?:this|that|it))",
    r"i (?:was|am|were) (?:\w+ )?(?:responsible|in charge|the (?:only|sole|one)|leading|accountable|the owner|owner of|running|on call|on-call|on duty|in the role)",
    r"i (?:\w+ )?(?:owned|led|ran|headed|took over) (?:the|our|a|this|that|two|three)|(?:was|were) (?:mine|my part|my piece|my job|my responsibility)|(?:the rest|the others?) (?:was|were|did|came from|stayed)",
    r"i (?:did|handled|took|covered|wrote|built|made|was doing) (?:the|all|everything) [^.]{0,50}(?:while|and|whereas|,) (?:\w+ ){1,4}(?:did|handled|took|covered|wrote|built|made|was|were)",
    r"by myself|on my own|alone|single-handed\w*|myself",
)
TITLE = any_of(
    r"i(?:'m| am| was| work(?:ed)? as|'ve been| had been)(?: \w+)? (?:a|an|the|as an?) (?:\w+ ){0,3}?(?:engineer|developer|manager|nurse|teacher|agent|lead|analyst|designer|intern|assistant|supervisor|"
    r"coordinator|consultant|specialist|technician|architect|owner|accountant|clerk|cashier|driver|cook|chef|scientist|administrator|representative|associate|buyer|planner|recruiter|trainer|principal|tutor|"
    r"paramedic|pharmacist|officer|editor|librarian|waiter|waitress|barista|mechanic|electrician|operator|tester|salesperson|junior|senior|sde|pm)s?",
)
OTHERS_PART = any_of(
    r"(?:my |a |the |our |one |another )?(?:\w+ )?(?:colleagues?|teammates?|coworkers?|co-workers?|team|designer|developer|engineer|analyst|intern|dba|vendor|supplier|assistant|deputy|partner|nurse|doctor|department|"
    r"supervisor|manager|crew|he|she|they|others|the rest) (?:\w+ )?(?:did|wrote|handled|took|covered|built|made|ran|reviewed|gave|helped|owned|was responsible|were responsible|dealt|fixed|designed|set up|kept|checked|provided)",
)

LOOKED = (
    r"(?:look(?:ed|ing)? (?:at|into|through|up|for|back)|went (?:through|over|back|to see)|going (?:through|over)|go (?:through|over)|check(?:ed|ing)?|double-checked|pull(?:ed|ing)|read(?:ing)?|re-read|compar(?:ed|ing)|"
    r"analy[sz](?:ed|ing)|trac(?:ed|ing)|profil(?:ed|ing)|quer(?:ied|ying)|measur(?:ed|ing)|count(?:ed|ing)|sampl(?:ed|ing)|interview(?:ed|ing)|ask(?:ed|ing)|talk(?:ed|ing) (?:to|with)|spoke (?:to|with)|watch(?:ed|ing)|"
    r"shadow(?:ed|ing)|observ(?:ed|ing)|sat (?:down )?(?:with|next to|beside|in|on)|call(?:ed|ing)|phon(?:ed|ing)|reproduc(?:ed|ing)|test(?:ed|ing)|track(?:ed|ing)|logg(?:ed|ing)|dug|digging|debugg(?:ed|ing)|bisect(?:ed|ing)|survey(?:ed|ing)|not(?:ed|ing)|captur(?:ed|ing)|"
    r"audit(?:ed|ing)|review(?:ed|ing)|mapp(?:ed|ing)|plott(?:ed|ing)|graph(?:ed|ing)|export(?:ed|ing)|downloaded|walk(?:ed|ing)|tim(?:ed|ing)|inspect(?:ed|ing)|stud(?:ied|ying)|list(?:ed|ing)|sort(?:ed|ing)|"
    r"follow(?:ed|ing)|listen(?:ed|ing)|search(?:ed|ing)|broke (?:\w+ )?down|categori[sz]ed|tagged|tried|ran|wrote down|writing down|visited|investigat(?:ed|ing)|gathered|collect(?:ed|ing)|instrumented|simulated|experimented)"
)
SOURCE = (
    r"(?:logs?|data|tickets?|records?|spreadsheets?|numbers?|figures|reports?|notes?|code|codebase|query|queries|dashboards?|traces?|charts?|schedules?|rota|roster|receipts?|invoices?|recordings?|transcripts?|"
    r"histor(?:y|ies)|e-?mails?|surveys?|forms?|complaints?|metrics|metric|graphs?|statistics|stats|timesheets?|commits?|diffs?|profiler|flame ?graph|sql|database|config\w*|settings|documents?|documentation|files?|contracts?|"
    r"orders?|returns?|reviews|feedback|answers|responses|tests?|exams?|homework|papers|results|samples?|pilot|a/b|experiment|prototype|stack ?traces?|dumps?|memory|heap|wireshark|packets?|notebook|binder|sheets?|"
    r"shelves|stock|inventory|cameras?|footage|sessions?|calls|cases|incidents|exit interviews|minutes|calendar|budget|bills?|statements?|ledger|accounts?|bookings?|reservations?|attendance|manuals?|policy|procedure|"
    r"weeks?|months?|every (?:single )?\w+|each \w+|one by one|line by line|step by step|side by side|questions?|staging|locally|production|packets?|counters?|network|traffic|slips?|labels?|times|names|steps?|prices?|temperatures?|screenshots?|fields?|by (?:day|week|month|hour|reason|segment|device|shift|type|region|category|team|store))"
)
INVESTIGATED = any_of(
    rf"(?:i|we|and|then|by|to|so|just|after) (?:\w+ )?{LOOKED}\b[^.]{{0,70}}?\b(?:{SOURCE}|{BENEFICIARIES}|him|her|them)"
)
FOUND_OUT = any_of(
    r"(?:i|we) (?:\w+ )?(?:found|find|discovered|noticed|saw|realised|realized|learned|learnt|figured out|understood|identified|spotted|confirmed) (?:out )?(?:that|the|it was|a|an|\w+ of|how|most|two|three|one|why|what|every|all|there)",
    r"(?:it|this) turns? out|turned out|(?:the )?(?:root )?(?:cause|reason|culprit|bottleneck|problem|pattern|real problem|real reason|issue) (?:was|is|were|turned out)|that(?:'s| is| was) (?:when|where|how) (?:i|we) (?:saw|found|realized|realised|noticed|understood)",
    r"(?:showed|shows|revealed|told (?:me|us)|showing|proved|confirmed) (?:me |us )?(?:that|the|most|how|it|a|\w+ (?:percent|of))|because (?:the|it|they|of|every|each|nobody|someone|somebody)|which explained|that explained|explained|(?:you|we|i) could see|(?:they|he|she|most|all|each|many)(?: of them)? (?:\w+ )?said|matched|(?:nearly |almost )?(?:all|most|half|two thirds|none) of (?:the|them|it)",
)
VAGUELY_LOOKED = any_of(
    r"(?:looked|dug|went|dived|dove|drilled|deep dived) (?:\w+ )?into|(?:investigated|analy[sz]ed|researched|diagnosed|examined|troubleshot|debugged|studied)(?: \w+)?|did (?:some|a lot of|my|the) (?:research|digging|analysis|homework|investigation)|root cause|gathered (?:data|information|feedback)",
)

ALTERNATIVE = any_of(
    r"instead of|rather than|would(?:'ve| have) (?!liked|been (?:nice|great)|to)|but (?:that|it|this|then|they) (?:would|'d|costs?|takes?|needs?|had cost)|otherwise|(?:feared|afraid|worried|concern\w*|objected)|existed,? but|what it could cost|could(?:'ve| have)(?: also| just| simply| easily)?|could (?:also|just|simply|either)|(?:i|we) (?:\w+ )?(?:considered|weighed|thought about|debated|looked at (?:two|three|several|other)|compared|evaluated|discussed whether|was torn|were torn|hesitated)",
    r"(?:two|three|several|other|different|another|one|second|first) (?:options?|alternatives?|ways?|choices?|approach(?:es)?|routes?|possibilities)|alternatives?|options? (?:was|were|would)|either|on the other hand|on one hand|the other (?:way|option|idea|choice)",
    r"trade-?offs?|pros and cons|decided (?:against|not to)|chose (?:\w+ ){0,4}(?:over|because|instead|not to)|picked (?:\w+ ){0,4}over|turned down|ruled (?:it |that |this )?out|rejected|gave up|sacrific\w+|versus|vs|the easy (?:way|fix|option|thing)|(?:quick|quicker|simple|simpler|cheap|cheaper|obvious|safe|safer|faster) (?:fix|way|option|solution|route|choice|thing)",
    r"(?:the |a |one |big |main )?(?:risk|danger|downside|cost|catch|price|drawback|disadvantage)s? (?:was|were|is|of|that|being|would)|at the (?:expense|cost|price) of|i (?:knew|accepted|was aware) (?:\w+ )?(?:that )?(?:it|this|we|the risk)|risky|too (?:expensive|slow|risky|late|long|big|complicated|dangerous|much)|worth (?:it|the)|in exchange|meant (?:delaying|losing|giving up|dropping|postponing|less|that we (?:would|could|had))",
)
REASON = any_of(
    r"because|'cause|cause|so that|the reason|in order to|would have|would've|would|but|too|otherwise|due to|as it|that way|it was (?:cheaper|faster|safer|better|easier|simpler|more)|as (?:we|i|they)|which (?:would|meant|is why)|that's why|even though|more important"
)

CARRIED = any_of(
    r"(?:rolled|rolling|roll) (?:it |this |that |them |the \w+ )?out|rollout|roll-out|deployed|shipped|launched|went live|go live|released|in production|put (?:it|this|them|that|the \w+) (?:in|into|up|on)|switched (?:over|everyone|all|the)|migrated",
    r"adopted|(?:started|began|are|were|is) (?:\w+ )?using|(?:uses?|used) it|in use|(?:i|we) (?:\w+ )?(?:trained|taught|showed|coached|walked|onboarded|explained (?:it|the|to|how|this|why)|demonstrated|demoed|presented|briefed|introduced)",
    r"follow(?:ed|ing)?[ -]?up|(?:checked|check|called|went|came|looked|asked|visited|met|sat) (?:\w+ )?(?:back|in with|in on|again|every|daily|weekly|afterwards|later|after|each)|(?:kept|keeping) (?:an eye|checking|monitoring|watching|track|tracking|going)|monitor(?:ed|ing)|watched (?:it|the|that|how|for)",
    r"(?:a|one|two|three|four|six|few|couple of|several) (?:more )?(?:days?|weeks?|months?) (?:later|after(?:wards)?),? (?:\w+ )?(?:i|we) (?:\w+ )?\w+|after (?:a|one|two|three|four|six|the first|that) (?:days?|weeks?|months?|shift|sprint|term),? (?:i|we) (?:\w+ )?(?:checked|asked|called|looked|compared|measured|went|met|sat|pulled|counted)",
    r"convinced|persuaded|won (?:him|her|them|over|\w+ over)|(?:got|get) (?:\w+ ){1,4}to (?:agree|review|merge|use|try|change|accept|sign|switch)|(?:got|get) (?:\w+ ){0,4}(?:to agree|on board|onboard|buy-in|to sign|agreement|approval|approved|signed|to use|to try|to change|to accept)|(?:they|he|she|everyone|everybody|\w+) (?:finally |eventually |then )?agreed|signed off|approved|buy-in|accepted (?:it|the|my)",
    r"verified|tested (?:it|again|with|the|on|for)|made sure (?:it|that|the|they|everyone|we|each)|double-checked|confirmed|piloted|to (?:check|see (?:if|whether|how))|ran (?:both|it|them|the two|a pilot|a trial) (?:\w+ )?(?:for|in|side|with|again)?|until (?:it|they|the|she|he|we|every|all|everything)|stayed (?:until|till|with|late|on)|handed (?:it|the \w+|this|everything) over (?:to|with)",
)
FINISHED = any_of(
    r"finished|completed|delivered|done|fixed|handed (?:it )?over|merged|submitted|implemented|closed (?:it|the)|sent it|resolved|solved|they (?:used|took|liked)|worked",
)

GAINED = (
    r"(?:sav(?:ed|es|ing)|got|gets?|gave|could|can|able|no longer|stopped|kept|keeps?|renewed|stayed|stays?|happy|happier|thanked|thank|didn't (?:have|need|lose|get|miss)|did not (?:have|need|lose|get|miss)|don't (?:have|need)|received|receives?|earn\w*|gain\w*|"
    r"fewer|less|better|faster|sooner|earlier|quicker|on time|safer|easier|calmer|avoided|without|recovered|returned|came back|come back|signed|bought|ordered|improved|increase\w*|recommend\w*|before \w+ (?:now|instead)|spared|closes? before|"
    r"waited|trust\w*|relied|worth|free(?:d|s)?|pass(?:ed)?|won|instead|slept|sleep|brought|include[ds]?)"
)
VALUE = any_of(
    rf"(?:{BENEFICIARIES})(?:'s|')?\b[^.]{{0,60}}\b{GAINED}",
    rf"{GAINED} (?:\w+ ){{0,5}}?(?:{BENEFICIARIES})",
    rf"(?:saved|saves|saving|cost|costs|worth|revenue|sales|budget|bill|refunds?|penalt\w+|fines?|overtime|contract|renewals?|churn|retention|margin|profit|waste|turnover|spend)\b[^.]{{0,60}}(?:\d|\b(?:\w+ )?(?:percent|thousand|million|hundred|hours?|half|lower|higher|down|up|less|fewer|avoided|renewed|kept|signed|dropped|rose|fell)\b)",
    rf"(?:saved|saves|saving|gave|freed|frees|got|get|gets) (?:\w+ ){{0,4}}(?:hours?|minutes?|days?|weeks?|money|[$€£]\d\S*|dollars|euros|pounds|time)",
    r"(?:contract|account|client|customer|deal) (?:\w+ )?(?:was |got |has |had )?(?:renewed|stayed|signed|saved|extended|kept)|thank(?:ed|s| you)|no (?:child|patient|customer|guest|resident|student|user|client|member)\b[^.]{0,40}",
)
BUSINESS = any_of(
    r"[$€£]\d\S*|\d+k|(?:dollars?|euros?|pounds|revenue|sales|costs?|bill|budget|overtime|cancellations?|orders?|conversion|churn|turnover|refunds?|complaints?|returns?|waste|penalt\w+|renewals?|vouchers?|quit|downtime|bookings?|retention|profit|margin|missed)"
)
"""What a business counts its gains in."""
PLEASED = any_of(
    r"(?:was|were|is|are|felt|very|really|so|all) (?:\w+ )?(?:happy|pleased|satisfied|delighted|impressed|grateful|glad|content|thankful)|liked it|loved it|(?:good|great|positive|nice) feedback|praised?|appreciated|everyone (?:was|liked|loved)|helped (?:the|our|them|everyone|people|a lot)|benefit\w*|valuable|better experience",
)

IN_USE = any_of(
    r"(?:is|are|it's|they're|they|we|he|she|people|team|teams|everyone|still|to) (?:\w+ )?still (?:\w+ )?(?:used?|using|in use|in place|runs?|running|there|do(?:es)?|works?|follow|up|going|hang\w*|active|today|have|has)|still (?:use[sd]?|using|in use|in place|run(?:s|ning)?|there|do(?:es)? it|works|follow|hangs|going|today)|to this day|until today|till today",
    r"(?:became|become|becomes|is now|are now|was made|made it|has become|turned into|now) (?:the |our |a |an |part of )?(?:\w+ ){0,3}(?:standard|template|default|policy|part of|rule|norm|practice|routine|procedure|handbook|training|onboarding|mandatory|official|regular|process|requirement)",
    r"(?:other|two other|three other|both|all|several|more|neighbou?ring|\w+ other|the other|sister|another) (?:\w+ )?(?:teams?|stores?|wards?|departments?|schools?|branches|branch|sites?|units?|shifts?|offices?|classes|teachers?|groups?|squads?|regions?|nurses|managers|projects|services|clinics?|floors?|hotels?|warehouses?) (?:\w+ ){0,3}(?:adopted|use[sd]?|using|copied|asked for|started|picked|took|now|do|have|run|follow\w*|wanted|borrowed)",
    r"all (?:of |the |three |four |five |\w+ )?(?:our |the )?(?:\w+ )?(?:sites?|teams?|stores?|wards?|departments?|shifts?|floors?|branches|schools?|countries|\w+s) (?:have|has|uses?|do|run)|(?:uses?|use|do(?:es)?|have|has|runs?|keeps?) (?:it|this|that|them|the \w+|\w+ \w+)? ?(?:\w+ ){0,6}(?:now|today|since (?:january|february|march|april|may|june|july|august|september|october|november|december|then))|(?:takes?|took|taken|taking) (?:it|this|that|them)? ?over(?= |$|,|\.)|as (?:its|the|our|a) (?:\w+ )?standard|(?:is|are|it's|been) (?:now )?(?:in|on|part of|written into) (?:the|our|every|each|all) (?:\w+ ){0,2}(?:manual|contracts?|handbook|induction|repo\w*|guide|template|training|report|procedures?|plan)|been (?:running|written down|in use|used|doing)|(?:same|that) way since|two (?:years|months) later (?:it|they)|(?:since then|ever since|from then on|from that day|these days|nowadays)[^.]{0,50}(?:we|every|all|the|they|it|new|each|nobody|no)|now (?:every|all|each|the \w+ (?:does|do|use|uses|is|are|has|have)|it's part|it is part|we always|everyone|any|new)|(?:every|all|each) new \w+ (?:\w+ )?(?:gets?|uses?|has|have|goes|reads?|starts?|now)",
    r"(?:part of|added to|in|into) (?:the |our )?(?:\w+ )?(?:onboarding|training|handbook|checklist|standard|induction|curriculum|playbook|runbook|wiki|manual|template|ci|pipeline|release process)|adopted (?:by|it|across|the|in|my|as)|was (?:adopted|copied|taken over)|without me|company-?wide|across (?:the|all) (?:\w+ )?(?:company|teams|stores|wards|department|organi[sz]ation|region|sites)",
)
LASTING_THING = any_of(
    r"(?:wrote|created|made|built|documented|set up|introduced|left|added|put|prepared|drafted|started|established|turned) (?:\w+ ){0,5}(?:runbook|playbook|checklist|template|guide|documentation|wiki|manual|dashboard|alarm|alert|process|policy|procedure|standard|rule|tool|script|library|training|cheat sheet|cheatsheet|test suite|linter|protocol|rota|rotation|spreadsheet)",
    r"documented (?:it|the|everything|this|how|our|my)|new (?:process|policy|procedure|rule|standard|routine|checklist|protocol)|knowledge base|permanent\w*|long[- ]term",
)

LESSON = any_of(
    r"i(?:'ve| have|'d)? (?:\w+ )?(?:learned|learnt|learn|realised|realized|understood|took away|take away|took from)|taught me|(?:the |my |a |big |main |biggest )?(?:lessons?|learnings?|takeaways?)|(?:next|this) time,? (?:i|we|around)|would (?:\w+ )?(?:do|have done) (?:\w+ ){0,3}(?:differently|different|the same|earlier|sooner)",
    r"(?:in|with) hindsight|looking back|in retrospect|i (?:should|would|could|shouldn't|wouldn't)(?:'ve| have)|if i (?:did|had to do|could do|were to do|do|had) (?:it|this|that) (?:all |over )?again|do differently|i(?:'d| would) (?:\w+ )?(?:start|ask|talk|involve|measure|test|check|call|go|write|tell|bring|run|begin|set|get|speak|show|invite|wait|raise|include|put|look|watch|make|agree|insist|sit|try|push)",
    r"(?:since then|from then on|ever since|after that|nowadays|now|these days|today),? i (?:always |never |usually |also |now )*(?:\w+)|my (?:own )?(?:mistake|error|fault|regret|blind spot)|i (?:was wrong|got (?:that|it|something) wrong|underestimated|overestimated|wish i|regret|waited too long|assumed)|what i'd change",
)
STRONG_LESSON = any_of(
    r"i(?:'ve| have|'d)? (?:\w+ )?(?:learned|learnt) |(?:you|one) learns?|(?:taught|teaches|taught) (?:me|you)|lessons?|learnings|takeaways?|next time|differently|hindsight|looking back|in retrospect|i should(?:n't)?(?: have|'ve)|again,? i(?:'d| would)|my (?:own )?mistake|(?:i|only) wish(?: that)? i|since then,? i|now i|i now|i was wrong|i (?:under|over)estimated|what i(?:'d| would) change|what i take from",
)
GENERIC_LESSON = any_of(
    r"communication|team ?work|work(?:ing)? together|hard work|never give up|patience|perseverance|persistence|time management|stay(?:ing)? (?:calm|positive|focused|organi[sz]ed)|be(?:ing)? (?:proactive|patient|organi[sz]ed|flexible|prepared|positive|a team player)|plan(?:ning)? ahead|always (?:plan|test|listen|double check|double-check|communicate|be|try|learn|do)|collaborat\w+|attention to detail|(?:check|checking) (?:the |all |every )?details?|double[- ]check\w*|customers? (?:come|comes|is|are|first|always)|customer first|trust|ownership|leadership|learn from (?:your |my |our )?mistakes|continuous (?:improvement|learning)|anything is possible|importance of|(?:is|are) (?:\w+ )?(?:key|important|essential|crucial|everything|vital|critical)|listen(?:ing)? (?:more|to (?:people|others|customers))|ask(?:ing)? for help|adapt\w*|resilien\w+|think outside|big picture|prioriti[sz]\w+|accountab\w+|growth|a lot|so much|many things|grew as|better (?:person|engineer|leader|professional|communicator)|(?:more )?(?:confident|confidence)|data[- ]driven|quality (?:matters|first)|teams? (?:matters?|is)",
)

SYSTEM = any_of(
    rf"{_NOBODY} (?:\w+ )?(?:owned|owns|was (?:\w+ )?(?:responsible|in charge|accountable)|felt responsible|is responsible|had the (?:whole|full)|saw the (?:whole|full))|nobody's (?:job|responsibility)|no (?:clear |single |real |one )?(?:owner|ownership|accountability|responsibility)|no one's job|without (?:an|a clear|any) owner",
    r"there (?:was|were|is|are|wasn't|weren't|was never|isn't|had been)(?: \w+)? (?:no |any |never )?(?:a |an |real |clear |formal |proper |shared |single |common )*(?:process|rule|checklist|policy|handover|hand-over|standard|training|feedback loop|review|incentive|place|system|channel|agreement|way (?:to|for|of)|definition|documentation|owner|backup|check|gate|mechanism)",
    r"incentiv\w+|reward(?:ed|ing|s)|(?:nobody|no one) (?:was|is|were|gets?|got) (?:\w+ )?(?:paid|measured|asked|rewarded|hired) |nobody's numbers|costs? (?:\w+ ){1,3}nothing|(?:was|were|are|is|got|get) (?:\w+ )?(?:measured|judged|paid|evaluated|rewarded|praised|promoted) (?:on|by|for)|kpis?|okrs?|silo\w*|between (?:the )?(?:two )?(?:teams|departments|shifts|units|schools|systems)|fell (?:between|through)|falls (?:between|through)|fall (?:between|through)|(?:in|at|during) the handover between",
    r"the way (?:we|the|our|they|it|this) (?:\w+ ){0,4}(?:is|was|were|are|organi[sz]e[sd]?|set up|structured|built|planned?|schedules?|hires?|works?|worked|onboards?|measures?|does|do|did|hands?|handle[sd]?|assign\w*|staff\w*)|how (?:we|the (?:company|team|department|hospital|school|organi[sz]ation|teams)|our) (?:\w+ )?(?:is|was|were|are|organi[sz]ed?|set up|structured|plans?|planned|schedules?|hires?|works?|onboards?|measures?|staffs?|rewards?)",
    r"the (?:\w+ )?(?:process|system|organi[sz]ation|company|structure|culture|setup|schedule|policy|rota|planning|checklist|onboarding|training|sheet|form|review|report) (?:itself |just |only |simply |never |also |had |has )*(?:made|makes|allowed|allows|encouraged?s?|didn't|doesn't|never|rewarded|rewards|let|lets|pushed|forced|hid|hides|assumed|assumes|punished|punishes|covered|covers|depended|relied|was (?:built|designed|set up|made))",
    r"each (?:team|department|shift|person|group|side|ward)\b[^.]{0,40}(?:thought|assumed|only|own|believed|saw)|everyone (?:\w+ )?(?:assumed|thought) (?:that )?(?:someone|somebody|it|the other)|both (?:teams|sides|shifts|departments) (?:\w+ )?(?:thought|assumed|believed)|(?:could|can|would|will) happen (?:to anyone|again|anywhere|in (?:any|other|every))|it (?:wasn't|was not|isn't) (?:\w+ ){0,3}(?:person|people|one team|individual|somebody|him|her)(?:'s)?\b[^.]{0,40}(?:process|system|structure|organi[sz]ation|set ?up|how|it was)",
    r"systemic|structural|organi[sz]ational|(?:bigger|wider|broader|larger|deeper|underlying|real|root) (?:problem|issue|cause|lesson|reason|question) (?:was|is|behind|wasn't|isn't)|as (?:a|an) (?:company|organi[sz]ation|department|team|hospital|school|industry),? we|knowledge (?:was|is|lived|sat) (?:\w+ )?(?:in|with)|only one person (?:knew|could|had)|in (?:one|his|her|somebody's|someone's|people's) heads?|under(?:staffed|resourced)|by default|(?:nobody|no one) (?:\w+ ){0,4}(?:checks?|checked|reviews?|reviewed|looks?|looked) ",
)
CAUSAL = any_of(
    r"because|since|reason|why|so that|due to|cause|root|which (?:is|was) (?:why|how)|that's (?:why|how)|led to|leads to|made|happened?|real|bigger|wider|lesson|learned|realised|realized|systemic|structural|incentiv\w+|rewarded|measured|in general|any|every|behind|underneath"
)

TROUBLE = any_of(
    r"embarrass\w*|ashamed|raw|die[ds]?|dead|dying|off by|by hand|expensive|crept|furious|scared|shout\w*|rash|allerg\w*|foam|frightening|extreme|too (?:slow|cold|hot|late|long|many|much|expensive|ugly)|crashed|repeat\w*|not able|can't|cannot|could never|never read|red all|no idea|guess\w*|killed|drove [^.]{1,20} mad|"
    r"problems?|issues?|broken?|broke|failing|fail(?:ed|s|ure|ures)?|complain\w*|late|delay\w*|missing|missed|wrong|errors?|lost|los(?:e|es|ing)|costs?|costing|risk\w*|wait\w*|angry|frustrat\w*|upset|manual(?:ly)?|took (?:forever|ages|too long|\w+ (?:hours|days|minutes))|takes? (?:forever|ages|too long|\w+ (?:hours|days))|behind|couldn't|could not|had to|bugs?|outages?|went down|go down|crash\w*|slow\w*|deadline|penalt\w+|churn\w*|leav(?:e|ing)|quit\w*|cancel\w*|overtime|unsafe|dangerous|injur\w*|f[ae]ll(?:ing|s)?|infections?|overbooked|overwhelmed|confus\w*|struggl\w*|stuck|wasted?|wasting|duplicate\w*|refunds?|returns?|shortages?|out of stock|empty|stopped|threaten\w*|unhappy|absent|drop(?:ped|ping)? out|mistakes?|incident|alerts?|emergency|expired?|expire|no-shows?|turnover|scared|crying|messy|mess|chaos|dirty|leak\w*|incomplete|blocked|double|mismatch\w*|unable|didn't (?:work|get|know|understand|have)|kept (?:\w+ing)|backlog|worse|bad|low|hours? (?:a|per|every|each) (?:day|week|month)",
)
GOAL = any_of(
    r"goal|wanted|need(?:ed)? to|deadline|target|launch|project|migration|requirement|asked for|in order to|aim|purpose"
)
CONSEQUENCE = any_of(
    r"wait\w*|los(?:t|e|ing)|cancel\w*|overtime|paid|pay|paying|refund\w*|penalt\w+|fines?|cost\w*|complain\w*|left|leav(?:e|ing)|quit|angry|upset|crying|cried|couldn't|could not|had to|unable|missed|missing|late|delay\w*|stuck|blocked|threaten\w*|churn\w*|hurt|injur\w*|fell|fall\w*|risk\w*|failed|fail\w*|stayed late|woke|woken|night|weekend|turned away|sent home|hours|didn't (?:get|know|receive|have|understand)|without|dropp\w* out|stopped|danger\w*|twice|out of stock|empty|at stake|mean(?:t|s)|gave up|wrong|embarrass\w*|ashamed|queue\w*|by hand|thrown away|bin(?:ned)?|second dose|slipp\w*|died?|rash|write the|threaten\w*|no one could|drank|rating|mad|hour",
)
