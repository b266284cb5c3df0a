"""A reply read as what it is: the other half of its question.

"None after the update." says little by itself; after "How do you know how much it changed?" it is a measured result. So each
reply has a standing towards the criterion that its question was mainly about, the first of these that holds:

- `nothing`: it says that there was none or that it is not known, or it tells of an assignment. No rating rests on it.
- `hint`: it assures, judges, generalises or goes past the question half as often as it tells a fact. It is worth partly.
- `closed`: it says the very thing that was asked for, or tells enough facts about it. It is worth yes.
- `open`: anything else. What the detectors see in it counts.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from interviewer.engines.local.criteria import is_assignment, measures
from interviewer.engines.local.found import NOTHING, Found, once
from interviewer.engines.local.lexicon import closings, cues, habits, numbers
from interviewer.engines.local.lexicon.evasions import evasions
from interviewer.engines.local.sentences import Sentence
from interviewer.engines.local.story import Story, content_words
from interviewer.engines.local.substance import ENOUGH, SHORT, Substance, checkable
from interviewer.rubric import CriterionId
from interviewer.text import folded, words

Standing = Literal["nothing", "hint", "closed", "open"]

FEWEST_WORDS = 3
"""Words from which a reply says something."""
SUBSTANTIAL = 6
"""Words from which a reply can close its question without a figure."""
BARE = 20
"""Words from which a reply without any fact tells nothing, where facts are asked for."""
FULL = 4
"""Facts from which a reply closes its question by telling, even where the detectors see nothing in it."""
_GENERAL: tuple[CriterionId, ...] = ("ownership", "systemic_insight")
"""What may be said without a fact: that nobody asked, and how things were arranged for everybody."""
_FACTUAL: tuple[CriterionId, ...] = ("first_person", "depth", "follow_through")
"""What cannot be said without one."""
_MEASURED: tuple[CriterionId, ...] = ("metric", "impact")
_LOOKING_BACK: tuple[CriterionId, ...] = ("learning", "systemic_insight")


class Reply(NamedTuple):
    """A turn whose question was mainly about `criterion`."""

    criterion: CriterionId
    sentences: tuple[Sentence, ...]
    said: str
    """All of it, folded: what is no evidence may still say that there was none."""
    substance: Substance
    facts: int
    apart: bool
    """Whether it shares nothing with what was told before."""

    @property
    def plain(self) -> str:
        return " ".join(s.plain for s in self.sentences)

    @property
    def length(self) -> int:
        return len(words(self.plain))


def answered(story: Story, criterion: CriterionId, found: Found) -> Found:
    """`found`, read in the light of how much is told and of the replies to questions that were mainly about `criterion`."""
    replies = _replies(story, criterion)
    stands = {reply.sentences[0].turn: standing(reply, hinted=found.rating != "no") for reply in replies}
    said = tuple(s for s in found.evidence if stands.get(s.turn) != "nothing")
    found = found._replace(evidence=said) if said else NOTHING
    if found.rating == "yes" and not any(_bears(story, criterion, s, stands) for s in found.evidence):
        found = found._replace(rating="partly")
    if found.rating == "yes":
        return found
    for reply in replies:
        if stands[reply.sentences[0].turn] == "closed":
            return Found("yes", once([*filter(checkable, reply.sentences), *reply.sentences, *found.evidence]))
    near = next((r.sentences for r in replies if _is_near(r, stands[r.sentences[0].turn])), None)
    return Found("partly", once([*found.evidence, *near])) if near else found


def _replies(story: Story, criterion: CriterionId) -> list[Reply]:
    asked = [s for s in story.asked(criterion) if s.targets[:1] == (criterion,)]
    return [_reply(story, criterion, tuple(s for s in asked if s.turn == turn)) for turn in dict.fromkeys(s.turn for s in asked)]


def _reply(story: Story, criterion: CriterionId, said: tuple[Sentence, ...]) -> Reply:
    earlier = frozenset(w for s in story.sentences if s.turn < said[0].turn for w in content_words(s.plain))
    here = frozenset(w for s in said for w in content_words(s.plain))
    text = next(t.text for t in story.transcript.answers if t.number == said[0].turn)
    return Reply(criterion, said, folded(text), story.substance(said[0]), story.facts(said[0]), apart=len(here & earlier) < 2)


def _bears(story: Story, criterion: CriterionId, sentence: Sentence, stands: Mapping[int, Standing]) -> bool:
    """Whether a yes may rest on the sentence: no hint, and no assertion among assertions."""
    if sentence.turn in stands:
        return stands[sentence.turn] in ("closed", "open")
    return criterion in _GENERAL or story.substance(sentence) != "asserted" or checkable(sentence)


def standing(reply: Reply, hinted: bool) -> Standing:
    """How the reply stands towards its question; `hinted` when the detectors see at least a hint of the criterion."""
    if _denies(reply):
        return "nothing"
    if _withholds(reply):
        return "hint"
    return "closed" if _says_it(reply) or _tells_of_it(reply, hinted) else "open"


def _denies(reply: Reply) -> bool:
    """Whether it says that there was none, and tells hardly more than that; or tells of an assignment."""
    if reply.criterion == "ownership" and any(is_assignment(s) for s in reply.sentences):
        return True
    if reply.criterion == "metric" and any(measures(s) for s in reply.sentences):
        return False
    none = closings.NOTHING.search(reply.said) or (reply.criterion in _MEASURED and numbers.UNMEASURED.search(reply.said))
    past = len(evasions(reply.criterion, reply.plain))
    return (bool(none) and reply.facts < ENOUGH) or (past >= 2 and past > reply.facts)


def _withholds(reply: Reply) -> bool:
    """Whether it goes past the question half as often as it tells a fact, or tells none at length where facts are asked for."""
    criterion, told = reply.criterion, reply.facts
    if criterion == "lasting_effect":
        told += sum(bool(habits.GOES_ON.search(s.plain) or closings.STANDING.search(s.plain)) for s in reply.sentences)
        if closings.SPIRIT.search(reply.plain) and told < ENOUGH:
            return True
    if reply.length < SHORT:
        return bool(closings.PHRASES.search(reply.plain))
    asserted = reply.substance == "asserted"
    if criterion == "metric":
        return asserted and not any(measures(s) and numbers.NUMBER.search(s.plain) for s in reply.sentences)
    needs_facts = criterion in _FACTUAL or (criterion == "learning" and reply.apart)
    if (asserted and criterion not in _GENERAL) or (needs_facts and told == 0 and reply.length >= BARE):
        return True
    return 2 * len(evasions(criterion, reply.plain)) >= max(1, told)


def _says_it(reply: Reply) -> bool:
    """Whether it says the very thing that was asked for, in the words people have for it."""
    criterion, plain, length = reply.criterion, reply.plain, reply.length
    if criterion == "metric":
        return length >= FEWEST_WORDS and _measures(reply)
    if criterion == "impact" and FEWEST_WORDS <= length < BARE and numbers.NUMBER.search(numbers.SETTING.sub(" ", plain)):
        return True
    if criterion not in closings.CLOSES or length < (FEWEST_WORDS if criterion == "ownership" else SUBSTANTIAL):
        return False
    pattern, least = closings.CLOSES[criterion]
    if reply.substance == "asserted" or len({m.group() for m in pattern.finditer(plain)}) < least:
        return False
    if criterion == "systemic_insight" and (
        closings.SLIP.search(plain) or (length >= SHORT and not closings.INSTITUTION.search(plain))
    ):
        return False
    return criterion not in _LOOKING_BACK or not cues.GENERIC_LESSON.search(plain)


def _measures(reply: Reply) -> bool:
    """Two figures held against each other, or one next to what is left of it."""
    figures = numbers.NUMBER.findall(numbers.SETTING.sub(" ", reply.plain))
    if len(figures) >= 2:
        return reply.length < BARE or len(set(closings.COMPARED.findall(reply.plain))) >= 2
    return len(figures) == 1 and bool(closings.NONE_LEFT.search(reply.plain) and closings.BEFORE.search(reply.plain))


def _tells_of_it(reply: Reply, hinted: bool) -> bool:
    """Whether it tells facts about what was asked: some where the detectors see a hint of it, else many."""
    if reply.substance != "told" or reply.criterion == "metric":
        return False
    about = closings.TOLD_OF.get(reply.criterion, ())
    return (hinted or reply.facts >= FULL) and all(p.search(reply.plain) for p in about) and (hinted or bool(about))


def _is_near(reply: Reply, stands: Standing) -> bool:
    """Whether it is worth partly: about the question, or full of facts."""
    criterion, plain = reply.criterion, reply.plain
    if stands == "nothing" or (stands == "hint" and criterion == "lasting_effect"):
        return False
    if reply.length < FEWEST_WORDS or reply.substance == "asserted" or closings.PHRASES.search(plain):
        return False
    if criterion == "metric":
        figure = reply.length < BARE and numbers.NUMBER.search(plain)
        return bool(figure or closings.NEAR[criterion].search(plain))
    told = stands == "open" and reply.substance == "told"
    return told or (criterion in closings.NEAR and bool(closings.NEAR[criterion].search(plain)))
