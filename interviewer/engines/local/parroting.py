"""What is said back: the rubric's own words, and the candidate's own from before. Nobody is hired for either."""

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from interviewer.engines.local.lexicon.verbs import FUNCTION
from interviewer.rubric import Rubric
from interviewer.text import folded, words

FEWEST = 3
"""Words that mean something from which a passage can be the rubric's."""
SHARE = 0.6
"""Share of them that are the rubric's from which it is, where nothing in it is a fact of a story."""
RESTATED = 0.75
"""Share of pairs of neighbouring words said in an earlier turn from which a passage only restates it."""
_ENDINGS = ("ing", "ed", "es", "ly", "s", "d")
_ASSURING = (
    "initiative responsibility responsible remit accord contribution followed-through follow-through "
    "adopted adoption outcome value "
    "measurable measured quantified quantify result results effect lasting standard mechanism mechanisms lesson lessons "
    "learned learning learnt particular specific concrete concretely stakes consequences concerned steps "
    "depth deep dug causes cause "
    "root options alternatives risks risk costs cost weighed compared pros cons reason reasons choice "
    "decided decision facts data "
    "users customers customer business company impact metric metrics trade-off trade-offs insight systemic organisation "
    "organization reflection ownership owning owned own bias action dive earn trust think big deliver "
    "obsession frugality backbone "
    "invent simplify highest standards curious start finish end full real honest honestly clearly clear showed show shows shown "
    "proved prove proves evident story case example problem wrong checked afterwards carried outlived beyond told asked without "
    "before after person personally noticed took taken stood made make tell apart team team's others "
    "part saw understood understand "
    "known know based demonstrated demonstrates demonstrate applied gave give given brought bring lot sure everything all "
    "something thing things task work job act built stayed figures effect"
)

_ABSTRACT = (
    "initiative responsibility remit contribution result results outcome effect value lasting outlived "
    "stakes consequences concrete "
    "specific particular lesson lessons systemic insight alternatives options risks reason reasons choice trade-off trade-offs "
    "impact business ownership reflection adopted measurable quantified depth mechanism standard bias obsession criteria figures"
)
"""Words that name what is asked for instead of telling it."""


class Manner:
    """How a rubric speaks of what it asks for."""

    def __init__(self, rubric: Rubric) -> None:
        told = (text for c in rubric.criteria for text in (c.met_when, c.partly_when, c.name, c.advice))
        self._words = frozenset(stem for text in (*told, _ASSURING) for stem in _stems(text))
        self._abstract = frozenset(_stems(_ABSTRACT))

    def echoed(self, text: str) -> bool:
        """Whether `text` says hardly more than what the rubric asks for."""
        stems = _stems(text)
        if any(c.isdigit() for c in text) or not self._abstract & set(stems):
            return False
        share = sum(stem in self._words for stem in stems) / len(stems)
        return share == 1 if len(stems) < FEWEST + 1 else share >= SHARE + 0.2 * (len(stems) < 2 * FEWEST)


class Said:
    """What was said in earlier turns."""

    def __init__(self) -> None:
        self._pairs: set[tuple[str, str]] = set()

    def restated(self, text: str) -> bool:
        """Whether `text` only says again what was said in an earlier turn."""
        pairs = _pairs(text)
        return len(pairs) >= FEWEST and sum(pair in self._pairs for pair in pairs) >= RESTATED * len(pairs)

    def add(self, texts: Iterable[str]) -> None:
        """At the end of a turn."""
        self._pairs.update(pair for text in texts for pair in _pairs(text))


@cache
def manner(rubric: Rubric) -> Manner:
    """The manner of `rubric`, made once."""
    return Manner(rubric)


def _pairs(text: str) -> list[tuple[str, str]]:
    said = words(folded(text))
    return list(pairwise(said))


def _stems(text: str) -> list[str]:
    return [_stem(word) for word in words(folded(text)) if word not in FUNCTION]


def _stem(word: str) -> str:
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) >= len(e) + 3), "")
    return word.removesuffix(ending)
