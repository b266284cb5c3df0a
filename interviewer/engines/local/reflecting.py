"""Detectors for what outlived the story and what was made of it."""

import re

from interviewer.engines.local.criteria import measures
from interviewer.engines.local.found import Found, once, rated
from interviewer.engines.local.lexicon import arrangement, cues, habits
from interviewer.engines.local.sentences import Sentence
from interviewer.engines.local.story import Story, content_words, imagined, mentions

_HEDGED = re.compile(r"\b(?:as far as i know|i think|i guess|probably|maybe|hopefully|i believe|not sure)\b")
_AFTERWARDS = re.compile(r"\b(?:now|today|since then|from then on|any ?more|no longer|these days|next time|thanked|happy)\b")
_ABOUT_ME = re.compile(r"\b(?:i|my|me)\b")
_ARRANGEMENTS = (arrangement.COULD_HAPPEN, arrangement.LEFT_OUT, arrangement.DIVIDED, arrangement.LIMITED)


def lasting_effect(story: Story) -> Found:
    """Something still in use or taken over by others; partly for a thing that could last."""
    later = [s for s in story.sentences if story.after_turning(s) and not imagined(s)]
    used = [s for s in later if mentions(s, cues.IN_USE) and not _HEDGED.search(s.plain) and not _only_better(s)]
    return rated(
        once([*used, *(s for s in later if _goes_on(story, s))]),
        [s for s in later if mentions(s, cues.LASTING_THING) or mentions(s, cues.IN_USE)],
    )


def _goes_on(story: Story, sentence: Sentence) -> bool:
    """Whether others do it as a habit: told towards the end or in reply to a question about it."""
    at_the_end = "lasting_effect" in sentence.targets or (not sentence.follow_up and story.place(sentence) >= 0.6)
    return (
        at_the_end
        and bool(habits.GOES_ON.search(sentence.plain))
        and not _HEDGED.search(sentence.plain)
        and not _only_better(sentence)
    )


def _only_better(sentence: Sentence) -> bool:
    return bool(habits.BETTER_NOW.search(sentence.plain))


def lessons(story: Story) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
    """What was learned: (tied to this story, would fit any)."""
    drawn = [s for s in story.sentences if _draws_lesson(story, s)]
    apart = set(drawn)
    told = frozenset(w for s in story.sentences if s not in apart for w in content_words(s.plain)) if drawn else frozenset()
    specific = [s for s in drawn if _is_specific(s, told)]
    return tuple(specific), tuple(s for s in drawn if s not in specific)


def _draws_lesson(story: Story, sentence: Sentence) -> bool:
    at_the_end = "learning" in sentence.targets or story.closes(sentence)
    late = (cues.LESSON, cues.CLOSING_LESSON) if at_the_end else ()
    said = any(pattern.search(sentence.plain) for pattern in (cues.STRONG_LESSON, *late))
    return said and not re.search(r"(?:don't|nothing|wouldn't) (?:\w+ )?(?:learn|change|do)\b", sentence.plain)


def _is_specific(sentence: Sentence, told: frozenset[str]) -> bool:
    """Shares what it is about with the rest of the story (`told`), or names enough of its own, beyond the usual sayings."""
    here = content_words(cues.GENERIC_LESSON.sub(" ", cues.LESSON.sub(" ", sentence.plain)))
    generic = len(cues.GENERIC_LESSON.findall(sentence.plain))
    return len(here & told) >= (2 if generic else 1) or (not generic and len(here) >= 4)


def learning(story: Story) -> Found:
    """A lesson tied to this story; partly when it would fit any."""
    specific, generic = lessons(story)
    return rated(specific, generic)


def systemic_insight(story: Story) -> Found:
    """A reason in how the work was arranged, given as a reason; partly when such a thing is only mentioned."""
    named = [s for s in story.sentences if cues.SYSTEM.search(s.plain) and not imagined(s)]
    reasons = [
        s
        for s in named
        if story.after_turning(s)
        and not (cues.GENERIC_LESSON.search(s.plain) and cues.LESSON.search(s.plain))
        and (cues.CAUSAL.search(s.plain) or story.place(s) >= 0.65 or "systemic_insight" in s.targets)
    ]
    looked_back = [s for s in story.sentences if _in_reflection(story, s) and _arranged(s)]
    return rated(once([*looked_back, *reasons]), named)


def _in_reflection(story: Story, sentence: Sentence) -> bool:
    """At the end of the main answer, or in reply to a question about the organisation."""
    if sentence.follow_up:
        return "systemic_insight" in sentence.targets
    return story.place(sentence) >= 0.7 and story.after_turning(sentence)


def _arranged(sentence: Sentence) -> bool:
    """Whether it says how work, rules, measures or knowledge were arranged: not what the speaker did or what is better now."""
    if cues.GENERIC_LESSON.search(sentence.plain) or cues.PLEASED.search(sentence.plain):
        return False
    if _AFTERWARDS.search(sentence.plain) or len(content_words(sentence.plain)) < (1 if sentence.follow_up else 2):
        return False
    said = (m for pattern in _ARRANGEMENTS for m in pattern.finditer(sentence.plain))
    return any(not _ABOUT_ME.search(sentence.plain[m.start() :].split(",")[0]) for m in said) and not measures(sentence)
