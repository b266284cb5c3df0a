"""Cues for the criteria that rest on what is meant rather than on a verb or a number."""

from interviewer.engines.local.lexicon import any_of
from interviewer.engines.local.lexicon.people import BENEFICIARIES

_NOBODY = r"(?:nobody|no one|no-one|not a single person|none of (?:us|them|the \w+))"

LOOKED = (
    r"(?:look(?:ed|ing)? (?:at|into|through|up|for|back)|went (?:through|over|back|to see)|going (?:through|over)|"
    r"go (?:through|over)|check(?:ed|ing)?|double-checked|pull(?:ed|ing)|read(?:ing)?|re-read|compar(?:ed|ing)|"
    r"analy[sz](?:ed|ing)|trac(?:ed|ing)|profil(?:ed|ing)|quer(?:ied|ying)|measur(?:ed|ing)|count(?:ed|ing)|"
    r"sampl(?:ed|ing)|interview(?:ed|ing)|ask(?:ed|ing)|talk(?:ed|ing) (?:to|with)|spoke (?:to|with)|watch(?:ed|"
    r"ing)|"
    r"shadow(?:ed|ing)|observ(?:ed|ing)|sat (?:down )?(?:with|next to|beside|in|on)|call(?:ed|ing)|phon(?:ed|ing)|"
    r"reproduc(?:ed|ing)|test(?:ed|ing)|track(?:ed|ing)|logg(?:ed|ing)|dug|digging|debugg(?:ed|ing)|bisect(?:ed|"
    r"ing)|survey(?:ed|ing)|record(?:ed|ing)|kept|keeping|weigh(?:ed|ing)|calculat(?:ed|ing)|not(?:ed|ing)|"
    r"group(?:ed|ing)|lined (?:\w+ )?up|split|match(?:ed|ing)|filtered|ranked|"
    r"narrowed|ruled out|captur(?:ed|ing)|"
    r"audit(?:ed|ing)|review(?:ed|ing)|mapp(?:ed|ing)|plott(?:ed|ing)|graph(?:ed|ing)|export(?:ed|ing)|downloaded|"
    r"walk(?:ed|ing)|tim(?:ed|ing)|inspect(?:ed|ing)|stud(?:ied|ying)|list(?:ed|ing)|sort(?:ed|ing)|"
    r"follow(?:ed|ing)|listen(?:ed|ing)|search(?:ed|ing)|broke (?:\w+ )?down|categori[sz]ed|tagged|tried|ran|"
    r"wrote down|writing down|visited|investigat(?:ed|ing)|gathered|collect(?:ed|ing)|instrumented|simulated|"
    r"experimented)"
)
SOURCE = (
    r"(?:logs?|data|tickets?|records?|spreadsheets?|numbers?|figures|reports?|notes?|code|codebase|query|queries|"
    r"dashboards?|traces?|charts?|schedules?|rota|roster|receipts?|invoices?|recordings?|transcripts?|"
    r"histor(?:y|ies)|(?:e-?)?mails?|calls?|deployments?|surveys?|forms?|complaints?|metrics|metric|graphs?|"
    r"statistics|stats|timesheets?|commits?|diffs?|profiler|flame ?graph|sql|database|config\w*|settings|"
    r"documents?|documentation|files?|contracts?|"
    r"orders?|returns?|reviews|feedback|answers|responses|tests?|exams?|homework|papers|results|samples?|pilot|"
    r"a/b|experiment|prototype|stack ?traces?|dumps?|memory|heap|wireshark|packets?|notebook|binder|sheets?|"
    r"shelves|stock|inventory|cameras?|footage|sessions?|calls|cases|incidents|exit interviews|minutes|calendar|"
    r"budget|bills?|statements?|ledger|accounts?|bookings?|reservations?|attendance|manuals?|policy|procedure|"
    r"weeks?|months?|every (?:single )?\w+|each \w+|one by one|line by line|step by step|side by side|questions?|"
    r"staging|locally|production|packets?|counters?|network|traffic|slips?|labels?|times|names|steps?|prices?|"
    r"temperatures?|screenshots?|fields?|by \w+|books?|tally|failures)"
)
INVESTIGATED = any_of(
    rf"(?:i|we|and|then|by|to|so|just|after) (?:\w+ )?{LOOKED}\b[^.]{{0,70}}?\b(?:{SOURCE}|{BENEFICIARIES}|him|her|them)"
)
FOUND_OUT = any_of(
    r"(?:i|we|you) could (?:\w+ )?(?:see|tell) (?:that|where|how|it|they|nearly|most)|there was (?:one|"
    r"a (?:clear )?pattern)|pattern",
    r"(?:i|we|and|then|and then|,|so) (?:\w+ )?(?:found|find|discovered|noticed|saw|realised|realized|learned|"
    r"learnt|figured out|understood|identified|spotted|confirmed) (?:out )?(?:that|the|it was|\w+ of|how|most|two|"
    r"three|one|why|what|every|all|there)",
    r"(?:it|this) turns? out|turned out|(?:the )?(?:root )?(?:cause|reason|culprit|bottleneck|problem|pattern|"
    r"real problem|real reason|issue) (?:was|is|were|turned out)|that(?:'s| is| was) (?:when|where|how) (?:i|"
    r"we) (?:saw|found|realized|realised|noticed|understood)",
    r"(?:showed|shows|revealed|told (?:me|us)|showing|proved|confirmed) (?:me |us )?(?:that|the|most|how|it|a|"
    r"\w+ (?:percent|of))|because (?:the|it|they|of|every|each|nobody|someone|somebody)|which explained|"
    r"pointed (?:to|at|me)|did it show|it showed|first guess|hypothes\w+|that explained|explained|(?:you|we|"
    r"i) could see|(?:they|he|she|most|all|each|many)(?: of them)? (?:\w+ )?said (?:that|the same|always|"
    r"it (?:happens|starts|comes|takes))|matched|(?:nearly |almost )?(?:all|most|half|two thirds|none) of (?:the|"
    r"them|it)",
)
VAGUELY_LOOKED = any_of(
    r"(?:looked|dug|went|dived|dove|drilled|deep dived) (?:\w+ )?into|(?:investigated|analy[sz]ed|researched|"
    r"diagnosed|examined|troubleshot|debugged|studied)(?: \w+)?|did (?:some|a lot of|my|the) (?:research|digging|"
    r"analysis|homework|investigation)|root cause|gathered (?:data|information|feedback)",
)

ALTERNATIVE = any_of(
    r"instead of|rather than|would(?:'ve| have)(?! (?:liked|been (?:nice|great)|to))|(?:had|came at) a price|"
    r"it cost|(?:easier|better|cheaper|safer|worse|faster|quicker|less \w+) (?:\w+ ){0,6}than|i accepted|"
    r"but (?:that|it|this|then|they) (?:would|'d|costs?|takes?|needs?|had cost)|otherwise (?:we|it|i|they|the|"
    r"you)|(?:feared|afraid (?:that|it|we)|worried|concern\w*|objected)|existed,? but|what it could cost|"
    r"could(?:'ve| have)(?: also| just| simply| easily)?|could (?:also|just|simply|either)|(?:i|"
    r"we) (?:\w+ )?(?:considered|weighed|thought about|debated|looked at (?:two|three|several|other)|compared|"
    r"evaluated|discussed whether|was torn|were torn|hesitated)",
    r"(?:two|three|several|other|different|another|one|second|first) (?:options?|alternatives?|ways?|choices?|"
    r"approach(?:es)?|routes?|possibilities)|alternatives?|options? (?:was|were|would)|either|on the other hand|"
    r"on one hand|the other (?:way|option|idea|choice)",
    r"trade-?offs?|pros and cons|decided (?:against|not to)|chose (?:\w+ ){0,4}(?:over|because|instead|not to)|"
    r"picked (?:\w+ ){0,4}over|turned down|ruled (?:it |that |this )?out|rejected|gave up|sacrific\w+|versus|vs|"
    r"the easy (?:way|fix|option|thing)|(?:quick|quicker|simple|simpler|cheap|cheaper|obvious|safe|safer|"
    r"faster) (?:fix|way|option|solution|route|choice|thing)",
    r"(?:the |a |one |big |main )?(?:risk|danger|downside|cost|catch|price|drawback|disadvantage)s? (?:was|were|"
    r"is|of|that|being|would)|at the (?:expense|cost|price) of|i (?:knew|accepted|"
    r"was aware) (?:\w+ )?(?:that )?(?:it|this|we|the risk)|risky|too (?:expensive|slow|risky|late|long|big|"
    r"complicated|dangerous|much)|worth (?:it|the)|in exchange|meant (?:delaying|losing|giving up|dropping|"
    r"postponing|less|that we (?:would|could|had))",
)
REASON = any_of(
    r"so|since|but|prefer\w*|feared|costs?|\d[\d.,]*|because|'cause|cause|so that|the reason|in order to|"
    r"would have|would've|would|but|too|otherwise|due to|as it|that way|it was (?:cheaper|faster|safer|better|"
    r"easier|simpler|more)|as (?:we|i|they)|which (?:would|meant|is why)|that's why|even though|more important"
)

CARRIED = any_of(
    r"(?:and|then) (?:trained|taught|showed|coached|briefed) (?:\w+ )?(?:everybody|everyone|each|them|him|her|all|the|my|our)",
    r"(?:rolled|rolling|roll) (?:it |this |that |them |the \w+ )?out|rollout|roll-out|(?:fully |is |was |be |"
    r"been )live|live (?:on|since|that|in)|set up (?:an? )?(?:\w+ )?(?:alarm|alert|reminder|monitor\w*)|deployed|"
    r"shipped|launched|went live|go live|released|in production|put (?:it|this|them|that|the \w+) (?:in|into|up|"
    r"on)|switched (?:over|everyone|all|the)|migrated",
    r"adopted|(?:started|began|are|were|is) (?:\w+ )?using|(?:uses?|used) it|in use|(?:i|we) (?:\w+ )?(?:trained|"
    r"taught|showed|coached|walked|onboarded|explained (?:it|the|to|how|this|why)|demonstrated|demoed|presented|"
    r"briefed|introduced)",
    r"follow(?:ed|ing)?[ -]?up|(?:checked|check|called|went|came|looked|asked|visited|met|sat) (?:\w+ )?(?:back|"
    r"in with|in on|again|every (?:day|morning|evening|night|week|month|shift|time|\w+day)|daily|weekly|"
    r"afterwards|later|after|each (?:day|morning|week|month|shift|of))|(?:kept|keeping) (?:an eye|checking|"
    r"monitoring|watching|track|tracking|going)|monitor(?:ed|ing)|watched (?:it|the|that|how|for)",
    r"(?:a|one|two|three|four|six|few|couple of|several) (?:more )?(?:days?|weeks?|months?) (?:later|"
    r"after(?:wards)?),? (?:\w+ )?(?:i|we) (?:\w+ )?\w+|after (?:a|one|two|three|four|six|the first|"
    r"that) (?:days?|weeks?|months?|shift|sprint|term),? (?:i|we) (?:\w+ )?(?:checked|asked|called|looked|"
    r"compared|measured|went|met|sat|pulled|counted)",
    r"convinced|persuaded|won (?:him|her|them|over|\w+ over)|(?:got|get) (?:\w+ ){1,4}to (?:agree|review|merge|"
    r"use|try|change|accept|sign|switch)|(?:got|get) (?:\w+ ){0,4}(?:to agree|on board|onboard|buy-in|to sign|"
    r"agreement|approval|approved|signed|to use|to try|to change|to accept)|(?:they|he|she|everyone|everybody|"
    r"\w+) (?:finally |eventually |then )?agreed|signed off|approved|buy-in|accepted (?:it|the|my)",
    r"verified|tested (?:it|again|with|the|on|for)|made sure (?:it|that|the|they|everyone|we|each)|double-checked|"
    r"confirmed|piloted|to (?:check|see (?:if|whether|how))|ran (?:both|it|them|the two|a pilot|"
    r"a trial) (?:\w+ )?(?:for|in|side|with|again)?|until (?:it|they|the|she|he|we|every|all|everything)|"
    r"i (?:\w+ )?stayed (?:until|till|with|late|on)|handed (?:it|the \w+|this|everything) over (?:to|with)",
)
FINISHED = any_of(
    r"finished|completed|delivered|done|fixed|handed (?:it )?over|merged|submitted|implemented|closed (?:it|the)|"
    r"sent it|resolved|solved|they (?:used|took|liked)|worked",
)

GAINED = (
    r"(?:sav(?:ed|es|ing)|got|gets?|gave|could|can|able|no longer|stopped|kept|keeps?|renewed|stayed|stays?|happy|"
    r"happier|thanked|thank|didn't (?:have|need|lose|get|miss)|did not (?:have|need|lose|get|miss)|don't (?:have|"
    r"need)|received|receives?|earn\w*|gain\w*|"
    r"fewer|less|better|faster|sooner|earlier|quicker|on time|safer|easier|calmer|avoided|without|recovered|"
    r"returned|came back|come back|signed|bought|ordered|improved|increase\w*|recommend\w*|before \w+ (?:now|"
    r"instead)|spared|closes? before|"
    r"waited|trust\w*|relied|worth|free(?:d|s)?|pass(?:ed)?|won|instead|slept|sleep|brought|include[ds]?)"
)
VALUE = any_of(
    r"(?:no one|nobody|none of \w+) (?:\w+ )?(?:had|has|have|needs?|needed|waits?|waited) (?:to |longer|more)|"
    r"the money (?:went|goes|paid|is|was|could)",
    rf"(?:{BENEFICIARIES})(?:'s|')?\b[^.]{{0,60}}\b{GAINED}",
    rf"{GAINED} (?:\w+ ){{0,5}}?(?:{BENEFICIARIES})",
    r"(?:saved|saves|saving|cost|costs|worth|revenue|sales|budget|bill|refunds?|penalt\w+|fines?|overtime|"
    r"contract|renewals?|churn|retention|margin|profit|waste|turnover|spend)\b[^.]{0,60}(?:\d|"
    r"\b(?:\w+ )?(?:percent|thousand|million|hundred|hours?|half|lower|higher|down|up|less|fewer|avoided|renewed|"
    r"kept|signed|dropped|rose|fell)\b)",
    r"(?:saved|saves|saving|gives?|gave|freed|frees|got|get|gets) (?:\w+ ){0,4}(?:hours?|minutes?|days?|weeks?|"
    r"money|[$€£]\d\S*|dollars|euros|pounds|time)",
    r"(?:contract|account|client|customer|deal) (?:\w+ )?(?:was |got |has |had )?(?:renewed|stayed|signed|saved|"
    r"extended|kept)|thank(?:ed|s| you)|no (?:child|patient|customer|guest|resident|student|user|client|"
    r"member)\b[^.]{0,40}",
)
BUSINESS = any_of(
    r"[$€£]\d\S*|\d+k|(?:dollars?|euros?|pounds|revenue|sales|costs?|bill|budget|overtime|calls|wrote off|"
    r"written off|write-?offs?|cancellations?|orders?|conversion|churn|turnover|refunds?|complaints?|returns?|"
    r"waste|penalt\w+|renewals?|vouchers?|quit|downtime|bookings?|retention|profit|margin|missed)"
)
"""What a business counts its gains in."""
PLEASED = any_of(
    r"(?:was|were|is|are|felt|very|really|so|all) (?:\w+ )?(?:happy|pleased|satisfied|delighted|impressed|"
    r"grateful|glad|content|thankful)|liked it|loved it|(?:good|great|positive|nice) feedback|praised?|"
    r"appreciated|everyone (?:was|liked|loved)|helped (?:the|our|them|everyone|people|a lot)|benefit\w*|valuable|"
    r"better experience",
)

IN_USE = any_of(
    r"every (?:\w+ )?(?:month|week|day|year|time|release|shift|sprint|term) since",
    r"(?:two |three |all |both )?other (?:\w+ ){1,4}(?:bought|got|introduced|have|do|use|took|copied) (?:\w+)|"
    r"now (?:runs?|uses?|has|have|works|goes|gets|includes?|checks?|comes?) \w+",
    r"(?:is|are|it's|they're|they|we|he|she|people|team|teams|everyone|still|to) (?:\w+ )?still (?:\w+ )?(?:used?|"
    r"using|in use|in place|runs?|running|there|do(?:es)?|works?|follow|up|going|hang\w*|active|today|have|has)|"
    r"still (?:use[sd]?|using|in use|in place|run(?:s|ning)?|there|do(?:es)? it|works|follow|hangs|going|today)|"
    r"to this day|until today|till today",
    r"(?:became|become|becomes|is now|are now|was made|made it|has become|turned into|now) (?:the |our |a |an |"
    r"part of )?(?:\w+ ){0,3}(?:standard|template|default|policy|part of|rule|norm|practice|routine|procedure|"
    r"handbook|training|onboarding|mandatory|official|regular|process|requirement)",
    r"(?:other|two other|three other|both|all|several|more|neighbou?ring|\w+ other|the other|sister|"
    r"another) (?:\w+ )?(?:teams?|stores?|wards?|departments?|schools?|branches|branch|sites?|units?|shifts?|"
    r"offices?|classes|teachers?|groups?|squads?|regions?|nurses|managers|projects|services|clinics?|floors?|"
    r"hotels?|warehouses?) (?:\w+ ){0,3}(?:adopted|use[sd]?|using|copied|asked for|started|picked|took|now|do|"
    r"have|run|follow\w*|wanted|borrowed)",
    r"all (?:of |the |three |four |five |\w+ )?(?:our |the )?(?:\w+ )?(?:sites?|teams?|stores?|wards?|"
    r"departments?|shifts?|floors?|branches|schools?|countries|\w+s) (?:have|has|uses?|do|run)|(?:uses?|use|"
    r"do(?:es)?|have|has|runs?|keeps?) (?:it|this|that|them|the \w+|\w+ \w+)? ?(?:\w+ ){0,6}(?:now|today|"
    r"since (?:january|february|march|april|may|june|july|august|september|october|november|december|then))|"
    r"(?:takes?|took|taken|taking) (?:it|this|that|them)? ?over(?= |$|,|\.)|as (?:its|the|our|"
    r"a) (?:\w+ )?standard|(?:is|are|it's|been) (?:now )?(?:in|on|part of|written into) (?:the|our|every|each|"
    r"all) (?:\w+ ){0,2}(?:manual|contracts?|handbook|induction|repo\w*|guide|template|training|report|"
    r"procedures?|plan)|been (?:running|written down|in use|used|doing)|(?:same|that) way since|two (?:years|"
    r"months) later (?:it|they)|(?:since then|ever since|from then on|from that day|these days|"
    r"nowadays),? (?:\w+ )?(?:we|every\w*|all|they|each|nobody|no one|new)|now (?:every|all|each|the \w+ (?:does|"
    r"do|use|uses|is|are|has|have)|it's part|it is part|we always|everyone|any|new)|(?:every|all|"
    r"each) new \w+ (?:\w+ )?(?:gets?|uses?|has|have|goes|reads?|starts?|now)",
    r"(?:part of|added to|in|into) (?:the |our )?(?:\w+ )?(?:onboarding|training|handbook|checklist|standard|"
    r"induction|curriculum|playbook|runbook|wiki|manual|template|ci|pipeline|release process)|adopted (?:by|it|"
    r"across|the|in|my|as)|was (?:adopted|copied|taken over)|without me|company-?wide|across (?:the|"
    r"all) (?:\w+ )?(?:company|teams|stores|wards|department|organi[sz]ation|region|sites)",
)
LASTING_THING = any_of(
    r"(?:wrote|created|made|built|documented|set up|introduced|left|added|put|prepared|drafted|started|"
    r"established|turned) (?:\w+ ){0,5}(?:runbook|playbook|checklist|template|guide|documentation|wiki|manual|"
    r"dashboard|alarm|alert|process|policy|procedure|standard|rule|tool|script|library|training|cheat sheet|"
    r"cheatsheet|test suite|linter|protocol|rota|rotation|spreadsheet)",
    r"documented (?:it|the|everything|this|how|our|my)|new (?:process|policy|procedure|rule|standard|routine|"
    r"checklist|protocol)|knowledge base|permanent\w*|long[- ]term",
)

LESSON = any_of(
    r"i(?:'ve| have|'d)? (?:\w+ )?(?:learned|learnt|learn|realised|realized|understood|took away|take away|"
    r"took from)|(?:it|that|this) (?:has |had )?(?:showed|shown|shows|proved|proves|confirmed)|what i took|i used to|"
    r"today i know|"
    r"(?:now|since then),? (?:when|before|if|whenever|after|as soon as)\b[^.]{3,60}\bi|i ought to have|i \w+ [^.]{3,30} "
    r"now(?=,|\.|$)|taught me|(?:the |"
    r"my |a |big |main |biggest )?(?:lessons?|learnings?|takeaways?)|(?:next|"
    r"this) time,? (?:i|we|around)|would (?:\w+ )?(?:do|have done) (?:\w+ ){0,3}(?:differently|different|the same|"
    r"earlier|sooner)",
    r"(?:in|with) hindsight|looking back|in retrospect|i (?:should|would|could|shouldn't|wouldn't)(?:'ve| have)|"
    r"i'd have|if i (?:did|had to do|could do|were to do|do|had) (?:it|this|that) (?:all |over )?again|"
    r"do differently|i(?:'d| would) (?:\w+ )?(?:start|ask|talk|involve|measure|test|check|call|go|write|tell|"
    r"bring|run|begin|set|get|speak|show|invite|wait|raise|include|put|look|watch|make|agree|insist|sit|try|push)",
    r"(?:since then|from then on|ever since|after that|nowadays|now|these days|today),? i (?:always |never |"
    r"usually |also |now )*(?:\w+)|my (?:own )?(?:mistake|error|fault|regret|blind spot)|i (?:was wrong|"
    r"got (?:that|it|something) wrong|underestimated|overestimated|wish i|regret|waited too long|assumed)|"
    r"what i'd change",
)
CLOSING_LESSON = any_of(r"i(?:'d| would) (?!say|like|love|rather|be|not)\w+|now i|today i")
"""A lesson only where the story ends."""
STRONG_LESSON = any_of(
    r"i(?:'ve| have|'d)? (?:\w+ )?(?:learned|learnt)|(?:you|one) learns?|(?:taught|teaches|taught) (?:me|you)|"
    r"lessons?|learnings|takeaways?|next time|differently|hindsight|looking back|in retrospect|"
    r"i should(?:n't)?(?: have|'ve)|again,? i(?:'d| would)|i'd have|i would have|my (?:own )?mistake|(?:i|"
    r"only) wish(?: that)? i|since then,? i|now i|i now|i was wrong|i (?:under|over)estimated|what i(?:'d|"
    r" would) change|what i take from",
)
GENERIC_LESSON = any_of(
    r"(?:you|one|we) (?:must|should|have to|need to|can|can't|cannot|always|never) (?:always |never |really |just |have "
    r"to )*(?:keep|"
    r"question|trust|jump|give up|believe|be|listen|think|plan|stay|learn|doubt|take)|always (?:keep|question|stay|ask|"
    r"remember|have to)|"
    r"never (?:give|trust|stop|forget|assume|underestimate)|(?:is|are) (?:often|always|usually|mostly|never) (?:the "
    r")?(?:best|easy|"
    r"simple|worth|better|difficult|hard)|pays off|how much (?:you|one|we) can|everything is possible|believe in \w+|the box|"
    r"jump to conclusions|on board|takes time|keep (?:things|it) simple|over-?communicate|stakeholders?|"
    r"it(?:'s| is) (?:always |often |sometimes )?(?:better|worth|important|good|best|crucial) to|matters? (?:most|more)|"
    r"comfort zone|"
    r"(?:small|little) things|best policy|speak(?:ing)? up|stand(?:ing)? up for|open[- ]mind\w*|the (?:sooner|earlier|more) the|"
    r"communication|team ?work|work(?:ing)? together|hard work|never give up|patience|perseverance|persistence|"
    r"time management|stay(?:ing)? (?:calm|positive|focused|organi[sz]ed)|be(?:ing)? (?:proactive|patient|"
    r"organi[sz]ed|flexible|prepared|positive|a team player)|plan(?:ning)? ahead|(?<!\bi )always (?:plan|test|listen|"
    r"double check|double-check|communicate|be|try|learn|do)|collaborat\w+|attention to detail|make sure|"
    r"information|(?:check|checking) (?:the |all |every )?details?|double[- ]check\w*|customers? (?:come|comes|is|"
    r"are|first|always)|customer first|trust|ownership|leadership|learn from (?:your |my |our )?mistakes|"
    r"continuous (?:improvement|learning)|anything is possible|importance of|(?:is|are) (?:\w+ )?(?:key|important|"
    r"essential|crucial|everything|vital|critical)|listen(?:ing)? (?:more|to (?:people|others|customers))|"
    r"ask(?:ing)? for help|adapt\w*|resilien\w+|think outside|big picture|prioriti[sz]\w+|accountab\w+|growth|"
    r"a lot|so much|many things|grew as|better (?:person|engineer|leader|professional|communicator)|"
    r"(?:more )?(?:confident|confidence)|data[- ]driven|quality (?:matters|first)|teams? (?:matters?|is)",
)

SYSTEM = any_of(
    rf"{_NOBODY} (?:\w+ )?(?:owned|owns|was (?:\w+ )?(?:responsible|in charge|accountable)|felt responsible|"
    r"is responsible|had the (?:whole|full)|saw the (?:whole|full))|nobody's (?:job|responsibility)|no (?:clear |"
    r"single |real |one )?(?:owner|ownership|accountability|responsibility)|no one's job|without (?:an|a clear|"
    r"any) owner",
    r"there (?:was|were|is|are|wasn't|weren't|was never|isn't|had been)(?: \w+)? (?:no |any |never )?(?:a |an |"
    r"real |clear |formal |proper |shared |single |common )*(?:process|rule|checklist|policy|handover|hand-over|"
    r"standard|training|feedback loop|review|incentive|place|system|channel|agreement|way (?:to|for|of)|"
    r"definition|documentation|owner|backup|check|gate|mechanism)",
    r"incentiv\w+|reward(?:ed|ing|s)|(?:nobody|no one) (?:was|is|were|gets?|got) (?:\w+ )?(?:paid|measured|asked|"
    r"rewarded|hired) |nobody's numbers|costs? (?:\w+ ){1,3}nothing|(?:was|were|are|is|got|"
    r"get) (?:\w+ )?(?:measured|judged|paid|evaluated|rewarded|praised|promoted) (?:on|by|for)|kpis?|okrs?|"
    r"silo\w*|between (?:the )?(?:two )?(?:teams|departments|shifts|units|schools|systems)|fell (?:between|"
    r"through)|falls (?:between|through)|fall (?:between|through)|our (?:\w+ ){0,3}(?:checklists?|sheets?|forms?|"
    r"lists?|reports?|process(?:es)?|reviews?|onboarding|dashboards?|templates?|policy|systems?|procedures?|"
    r"training|contracts?|tools?) (?:\w+ ){0,4}(?:asked|had no|didn't|doesn't|don't|never|was|were|only|covered|"
    r"measured|counted|left|assumed|looked)|(?:had|have|were|was) never (?:been )?(?:told|asked|trained|"
    r"shown) (?:where|how|who|what)|(?:in|at|during) the handover between",
    r"the way (?:we|the|our|they|it|this) (?:\w+ ){0,4}(?:is|was|were|are|organi[sz]e[sd]?|set up|structured|"
    r"built|planned?|schedules?|hires?|works?|worked|onboards?|measures?|does|do|did|hands?|handle[sd]?|assign\w*|"
    r"staff\w*)|how (?:we|the (?:company|team|department|hospital|school|organi[sz]ation|teams)|"
    r"our) (?:\w+ )?(?:is|was|were|are|organi[sz]ed?|set up|structured|plans?|planned|schedules?|hires?|works?|"
    r"onboards?|measures?|staffs?|rewards?)",
    r"the (?:\w+ )?(?:process|system|organi[sz]ation|company|structure|culture|setup|schedule|policy|rota|"
    r"planning|checklist|onboarding|training|sheet|form|review|report) (?:itself |just |only |simply |never |"
    r"also |had |has )*(?:made|makes|allowed|allows|encouraged?s?|didn't|doesn't|never|rewarded|rewards|let|lets|"
    r"pushed|forced|hid|hides|assumed|assumes|punished|punishes|covered|covers|depended|relied|was (?:built|"
    r"designed|set up|made))",
    r"each (?:team|department|shift|person|group|side|ward)\b[^.]{0,40}(?:thought|assumed|only|own|believed|saw)|"
    r"everyone (?:\w+ )?(?:assumed|thought) (?:that )?(?:someone|somebody|it|the other)|both (?:teams|sides|"
    r"shifts|departments) (?:\w+ )?(?:thought|assumed|believed)|it (?:wasn't|was not|"
    r"isn't) (?:\w+ ){0,3}(?:person|people|one team|individual|somebody|him|her)(?:'s)?\b[^.]{0,40}(?:process|"
    r"system|structure|organi[sz]ation|set ?up|how|it was)",
    r"systemic|structural|organi[sz]ational|(?:bigger|wider|broader|larger|deeper|underlying|real|"
    r"root) (?:problem|issue|cause|lesson|reason|question) (?:was|is|behind|wasn't|isn't)|as (?:a|an) (?:company|"
    r"organi[sz]ation|department|team|hospital|school|industry),? we|knowledge (?:was|is|lived|"
    r"sat) (?:\w+ )?(?:in|with)|only one person (?:knew|could|had)|in (?:one|his|her|somebody's|someone's|"
    r"people's) heads?|under(?:staffed|resourced)|by default|(?:nobody|no one) (?:\w+ ){0,4}(?:checks?|checked|"
    r"reviews?|reviewed|looks?|looked) ",
)
CAUSAL = any_of(
    r"because|since|reason|why|so that|due to|cause|root|which (?:is|was) (?:why|how)|that's (?:why|how)|led to|"
    r"leads to|happened?|real|bigger|wider|lesson|learned|realised|realized|systemic|structural|incentiv\w+|"
    r"rewarded|measured|behind|underneath"
)

TROUBLE = any_of(
    r"(?:was|were|is|are) (?:\w+ )?off(?=,| |$|\.)|(?:don't|doesn't|won't|wouldn't) (?:read|happen|work|know|get|"
    r"come|understand|see|arrive|answer)|throwing (?:\w+ )?(?:out|away)|extra (?:month|week|day|cost)|"
    r"stay(?:ed)? (?:late|until)",
    r"embarrass\w*|ashamed|raw|die[ds]?|dead|dying|off by|by hand|took (?:\w+ ){0,2}\d+ (?:days|weeks|hours|"
    r"minutes)|expensive|crept|furious|scared|shout\w*|rash|allerg\w*|foam|frightening|extreme|too (?:slow|cold|"
    r"hot|late|long|many|much|expensive|ugly)|crashed|repeat\w*|not able|can't|cannot|could never|never read|"
    r"red all|no idea|guess\w*|killed|drove [^.]{1,20} mad|"
    r"problems?|issues?|broken?|broke|failing|fail(?:ed|s|ure|ures)?|complain\w*|late|delay\w*|missing|missed|"
    r"wrong|errors?|lost|los(?:e|es|ing)|costs?|costing|risk\w*|wait\w*|angry|frustrat\w*|upset|manual(?:ly)?|"
    r"took (?:forever|ages|too long|\w+ (?:hours|days|minutes))|takes? (?:forever|ages|too long|\w+ (?:hours|"
    r"days))|behind|couldn't|could not|had to|bugs?|outages?|went down|go down|crash\w*|slow\w*|deadline|"
    r"penalt\w+|churn\w*|leav(?:e|ing)|quit\w*|cancel\w*|overtime|unsafe|dangerous|injur\w*|f[ae]ll(?:ing|s)?|"
    r"infections?|overbooked|overwhelmed|confus\w*|struggl\w*|stuck|wasted?|wasting|duplicate\w*|refunds?|"
    r"returns?|shortages?|out of stock|empty|stopped|threaten\w*|unhappy|absent|drop(?:ped|ping)? out|mistakes?|"
    r"incident|alerts?|emergency|expired?|expire|no-shows?|turnover|scared|crying|messy|mess|chaos|dirty|leak\w*|"
    r"incomplete|blocked|double|mismatch\w*|unable|didn't (?:work|get|know|understand|have)|kept (?:\w+ing)|"
    r"backlog|worse|bad|low|hours? (?:a|per|every|each) (?:day|week|month)",
)
GOAL = any_of(
    r"goal|wanted|need(?:ed)? to|deadline|target|launch|project|migration|requirement|asked for|in order to|aim|purpose"
)
CONSEQUENCE = any_of(
    r"only (?:found|noticed|seen|discovered)|too late|sent (?:away|back|to hospital)|no longer spoke|call(?:ed|ing)? in sick|"
    r"in the (?:cold|dark|rain|heat)|(?:stays?|stayed|staying) (?:away|behind)|lay awake|afraid|ill|sick|pain|hospital|unpaid|"
    r"extra \w+|already told|don't read|waste[d]?|stay(?:ed)? (?:late|until)|rerun",
    r"wait\w*|los(?:t|e|ing)|cancel\w*|overtime|paid|pay|paying|refund\w*|penalt\w+|fines?|cost\w*|complain\w*|"
    r"left|leav(?:e|ing)|quit|angry|upset|crying|cried|couldn't|could not|had to|unable|missed|missing|late|"
    r"delay\w*|stuck|blocked|threaten\w*|churn\w*|hurt|injur\w*|fell|fall\w*|risk\w*|failed|fail\w*|stayed late|"
    r"woke|woken|night|weekend|turned away|sent home|hours|didn't (?:get|know|receive|have|understand)|without|"
    r"dropp\w* out|stopped|danger\w*|twice|out of stock|empty|at stake|mean(?:t|s)|gave up|wrong|broken|"
    r"embarrass\w*|ashamed|queue\w*|by hand|thrown away|bin(?:ned)?|second dose|slipp\w*|died?|rash|write the|"
    r"threaten\w*|no one could|drank|rating|mad|hour",
)
