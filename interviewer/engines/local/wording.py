"""The sentences of the written feedback, by what they are about. The criteria's meaning and advice come from the rubric."""

from collections.abc import Mapping

from interviewer.rubric import CriterionId, FlagId, Rating, Verdict

STRENGTHS: Mapping[CriterionId, str] = {
    "stakes": "it makes clear who had the trouble and what it did to them",
    "ownership": "it shows that you acted without waiting to be told",
    "role": "a listener can tell your part from everybody else's",
    "first_person": "these are steps that somebody could have watched you take",
    "depth": "it shows what you looked at before you decided",
    "trade_off": "it gives the other way and why you did not take it",
    "follow_through": "you stayed with it after the work itself was done",
    "metric": "it says how much changed, and could be checked",
    "impact": "it says what the result was worth, and to whom",
    "lasting_effect": "something is left that no longer depends on you",
    "learning": "the lesson comes out of this story and no other",
    "systemic_insight": "it looks past the single case to how the work was organised",
}
MISSING: Mapping[CriterionId, Mapping[Rating, str]] = {
    "stakes": {
        "no": "It does not come across what was wrong or wanted, or who felt it.",
        "partly": "It names the trouble, but not what it cost, or whom.",
    },
    "ownership": {
        "no": "How you came to act stays open, and that is the heart of it.",
        "partly": "You act of your own accord here, but who set it going or who decided stays open.",
    },
    "role": {
        "no": "Your part cannot be told apart from the others'.",
        "partly": "A listener still has to guess where your part ends and the others' begins.",
    },
    "first_person": {
        "no": "There is no step in it that you took yourself.",
        "partly": "There are too few steps in it that somebody could have watched you take.",
    },
    "depth": {
        "no": "How you found out what was going on is not told.",
        "partly": "That you looked is there; what you looked at and what it told you is not.",
    },
    "trade_off": {
        "no": "It sounds as if there had been only one way to do it.",
        "partly": "Another way or a risk comes up, but not the reason for your choice.",
    },
    "follow_through": {
        "no": "The story stops before anybody used what you did.",
        "partly": "It gets finished, but what became of it afterwards is not told.",
    },
    "metric": {
        "no": "There is no measured result.",
        "partly": "That comes near a measured result, but how much changed in the end, and how you know, stays open.",
    },
    "impact": {
        "no": "What the result was worth to anybody is left to the listener.",
        "partly": "Somebody is better off, but in what way, or by how much, is left open.",
    },
    "lasting_effect": {
        "no": "Nothing is said about what stayed behind.",
        "partly": "You made something that could last; whether anybody uses it is not told.",
    },
    "learning": {"no": "You do not say what you would do differently.", "partly": "The lesson would fit many stories."},
    "systemic_insight": {
        "no": "Why it could happen at all is not touched.",
        "partly": "A wider cause shows through, but you do not say what it is.",
    },
}
GIVEN = "It was given to you, and nothing you say goes beyond what was asked."
"""What is missing about ownership when the work was assigned."""
HEARD: Mapping[FlagId, str] = {
    "assigned": "A listener hears work that was given to you.",
    "handed_off": "A listener hears a problem that was passed on, and then the story stops.",
    "we_voice": "A listener hears a team and cannot make out you.",
    "vague_result": "The end holds nothing that could be checked.",
    "generic_learning": "That lesson would fit any story.",
    "blame": "A listener hears what the others did wrong and nothing about your part.",
    "hypothetical": "That is what you would do or usually do, and not something that happened.",
    "off_topic": "A listener cannot see how it answers the question.",
}
"""What a red flag sounds like, said to the candidate."""
DOUBTS: Mapping[CriterionId | FlagId, str] = {
    "assigned": "is how it was given to them, and I heard nothing beyond it",
    "handed_off": "is where it was passed on, and I heard nothing after it",
    "we_voice": "is a team speaking, and I could not find the candidate in it",
    "vague_result": "is how it ends, without anything I could check",
    "generic_learning": "could close any story",
    "blame": "is about the others, and I missed their own part in it",
    "hypothetical": "is what they would do, and I asked for what they did",
    "off_topic": "does not answer what I asked",
    "stakes": "who felt the trouble",
    "ownership": "whose idea it was to act",
    "role": "which part was theirs",
    "first_person": "what they did with their own hands",
    "depth": "how they found out what was going on",
    "trade_off": "what they decided against",
    "follow_through": "what became of it after the work was done",
    "metric": "how much really changed",
    "impact": "what the result was worth to anybody",
    "lasting_effect": "what is left of it",
    "learning": "what they would do differently",
    "systemic_insight": "why it could happen in the first place",
}
"""What the bar raiser could not settle: for a red flag after the quote it was heard in, for a criterion after "I do not know"."""
NOT_ASKED = ("No follow-up went there, so bring it yourself.",)
"""Said, once, of a criterion that no follow-up gave the chance to show."""
ASKED = (
    "You were asked, and the answer did not bring it.",
    "A follow-up went there, too, and it did not come.",
    "This was asked for as well.",
)
"""Said of a criterion that was asked about and is still not met, in turn."""
NEXT_TIME: Mapping[CriterionId | FlagId, str] = {
    "stakes": "{said}. For [whom] that meant [what they lost, paid or could not do].",
    "ownership": "{said}. [Nobody, or who] had asked me to see to it, and I decided [what you decided yourself].",
    "assigned": "{said}. What I was asked for was [the task]; what I decided myself was [your decision, if there was one].",
    "role": "{said}. My part was [what you answered for], and [who] did [the rest].",
    "first_person": "{said}. First I [your first step], then I [the next one], and at the end I [the last one].",
    "we_voice": "{said}. Of that I [what you did yourself], and the others [what they did].",
    "depth": "{said}. Before that I looked at [what], and it showed me [what you found].",
    "trade_off": "{said}. I could also have [the other way], and did not because [your reason].",
    "follow_through": "{said}. After that I [what you did until others relied on it], and [when] I checked [what].",
    "handed_off": "{said}. Then I stayed with it: I [what you did until it was solved], and it ended with [how].",
    "metric": "{said}. Before, it was [the figure before], and afterwards [the figure after]; I know that from [where].",
    "figure": "{said}. That compares with [the figure it stands against], and was measured by [how].",
    "vague_result": "{said}. In the end [what could be checked, with its figure].",
    "impact": "{said}. For [whom] that meant [what they gained].",
    "lasting_effect": "{said}. Today [who] still uses [what stayed].",
    "learning": "{said}. Next time I would [what you would change] there, because [what it cost here].",
    "generic_learning": "{said}. Next time I would [what you would change] there, because [what it cost here].",
    "blame": "{said}. What I could have done earlier was [your own part].",
    "systemic_insight": "{said}. It could happen because [how the work was organised], and I would change [what].",
}
"""By what it is about: a clause of the candidate's, and after it what is missing, as blanks to fill with what happened."""
BAR_RAISER: Mapping[Verdict, str] = {
    "strong_hire": "I could defend this one in the debrief without looking at my notes twice.",
    "hire": "I believe the story, and I would say so, with a note on what is open.",
    "lean_no_hire": "Something happened here, but I could not tell the others what this person did to bring it about.",
    "no_hire": "I have nothing I could put in front of the others as this person's own doing.",
}
"""By verdict, in the bar raiser's voice."""
LEAN_WITH_STEPS = "There is a person in this story who did things, but what decides at this level is not established."
"""For a leaning no hire whose own steps are there."""
