"""Verbs: what somebody could be watched doing, and what only sounds like it."""

from interviewer.engines.local.lexicon import lexicon

IRREGULAR = lexicon(
    "asked bent bought brought broke built called came caught chose counted cut dealt drew drove dug fed fought "
    "found gave got went",
    "held hired kept laid led left lent lit made met paid pulled put ran rang read rebuilt redid reran rerouted "
    "rewrote rode rose sang",
    "sat said saw sent set shook shot showed shut sold sorted spent spoke split spread stood stuck strung swapped swept swam",
    "taught threw told took tore tried typed undid understood woke wore wrote withdrew wound went redrew retook rethought",
    "overrode oversaw hung hid hit dealt began bid blew stopped rewired relaid resold retold withheld stepped",
)
"""Past forms that do not end in -ed."""

MENTAL = lexicon(
    "thought was were felt had knew wanted needed believed hoped wished liked loved hated enjoyed guessed "
    "assumed supposed seemed",
    "remembered forgot expected understood meant preferred trusted cared worried wondered imagined agreed considered appreciated",
    "learned learnt realized realised noticed decided figured saw heard planned intended became got stayed "
    "remained tended used been",
    "lived worked happened existed owned belonged graduated studied joined struggled experienced faced succeeded failed excelled",
    "deserved qualified aimed strived strove grew cared dreamed feared regretted doubted missed suspected hesitated waited",
)
"""Verbs of thinking, being and feeling: true, but not a step anybody could have watched."""

GENERAL = lexicon(
    "helped managed handled did made ensured communicated collaborated coordinated contributed participated supported led",
    "tried attempted solved resolved addressed improved optimized optimised leveraged utilized utilised "
    "facilitated drove delivered",
    "executed aligned engaged focused took gave worked dealt demonstrated showed displayed exhibited exceeded "
    "achieved accomplished",
    "assisted involved stepped maximized spearheaded championed empowered synergized owned continued started began kept went put",
    "came brought analyzed analysed investigated researched implemented developed created performed provided identified assessed",
    "strategized initiated applied gathered mentored invested escalated informed notified reported forwarded "
    "raised flagged met conducted held ran monitored planned prioritized prioritised undertook followed",
    "embraced fostered cultivated inspired motivated transformed impacted influenced approached pursued tackled overcame stayed",
)
"""Verbs that are a step only with an object that says what was handled."""

PHYSICAL = lexicon(
    "called phoned rang emailed texted messaged wrote rewrote typed printed drove walked visited flew built "
    "rebuilt coded programmed",
    "drew sketched moved removed replaced swapped unplugged reverted restarted rebooted patched deployed tested retested counted",
    "weighed timed interviewed shadowed trained coached taught hired fired photographed labelled labeled taped cleaned repaired",
    "cooked packed unpacked translated rehearsed apologized apologised refused negotiated cancelled canceled refunded",
    "compared reproduced bisected profiled refactored automated scripted scheduled rescheduled demoed documented copied pasted",
    "installed uninstalled configured migrated merged deleted sorted cut split measured recorded filmed logged sat stood asked",
    "told spoke talked met invited convinced persuaded bought sold ordered borrowed lent paid sent read reread checked rechecked",
)
"""Verbs concrete enough to count with a pronoun as the object ("I rewrote it")."""

BASE_FORMS = lexicon(
    "ask build call check compare collect count create cut draw explain find fix go help look make meet move "
    "open organize organise",
    "pull put read remove replace say see send set show sit speak start stop take talk tell test train try "
    "visit walk watch write",
    "print phone email change add prepare propose present prove measure learn teach clean repair order invite convince",
)
"""Present forms that second-language speakers use for the past ("then I call the supplier")."""

GENERIC_OBJECTS = lexicon(
    "thing things stuff issue issues problem problems situation situations challenge challenges task tasks work job everything",
    "something anything nothing it them this that these those way ways lot lots team teams people everyone everybody someone",
    "stakeholder stakeholders result results solution solutions goal goals outcome outcomes success strategy strategies",
    "communication collaboration initiative ownership responsibility responsibilities leadership leader action actions best hard",
    "approach plan plans step steps effort efforts alignment value impact opportunity opportunities excellence "
    "performance process",
    "processes requirements needs need expectations objective objectives project projects improvement "
    "improvements part role skills",
    "proactive proactively effectively successfully efficiently quickly carefully thoroughly closely together "
    "really very well hard",
    "necessary important various different several many much great good better new right key big whole entire "
    "full time lead charge",
    "experience decision decisions difference mile extra stuff matter deep dive root cause end front top "
    "deliverables synergy vision",
    "analysis research measures changes change also just finally then first next later again actually basically day days forward",
    "expertise knowledge holistic comprehensive robust scalable innovative cutting edge seamless strategic "
    "critical complex project's",
    "manner professional professionally positive attitude diligently relentlessly tirelessly stakeholders' cross functional",
    "deliverable quality standards standard high highest bar customer-centric results-driven data-driven best-in-class mindset",
)
"""Words that do not say what an act was about."""

FUNCTION = lexicon(
    "a an the i me my mine myself we us our ours you your he him his she her it its they them their theirs this "
    "that these those who",
    "whom whose which what when where why how and or but so because since as if then than though although while "
    "until before after",
    "to of in on at by for from with without into onto over under about between through during against within "
    "across up down out off",
    "is am are was were be been being do does did done have has had having will would shall should can could may "
    "might must not no",
    "nor never there here very too also just only even still again all any some each every both more most much "
    "many few less least",
    "other another such own same one two well yes okay ok like really actually basically um uh er hmm i'm i'd "
    "i've i'll it's that's",
    "don't didn't doesn't wasn't weren't isn't aren't couldn't wouldn't shouldn't haven't hadn't hasn't won't "
    "can't we're we'd we've",
    "they're they'd they've he's she's there's what's let's got get going went said say know think thing things "
    "kind sort lot bit",
)
"""Words that carry grammar rather than content; their share tells speech from lists of keywords."""
