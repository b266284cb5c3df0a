"""Follow-ups that take up the candidate's own words."""

import re
from collections.abc import Callable, Iterator, Mapping

from interviewer.engines.local.criteria import is_assignment, measures
from interviewer.engines.local.lexicon import Pattern, any_of, cues, numbers, standing
from interviewer.engines.local.quoting import clauses, takes_up_again, worth
from interviewer.engines.local.sentences import Sentence
from interviewer.engines.local.story import Story, imagined
from interviewer.probing import NextProbe
from interviewer.prompt_files import Prompt
from interviewer.rubric import CriterionId
from interviewer.text import folded
from interviewer.transcript import Transcript

_TALK = any_of(r"i (?:\w+ )?(?:told|asked|said|informed|called|phoned|rang|talked|spoke|escalated)")
_SETTING = re.compile(
    r"^(?:\w+ )*?(?:(?:i|we) (?:run|worked (?:as|on|at|in|for)|work|was (?:a|an|the)|am|are|joined|had (?:a|an|\w+) team)|i'm"
    r"|we're)\b"
)
"""Where somebody worked and as what: true of them, and nothing a question could follow from."""
_LOOKING_BACK: tuple[CriterionId, ...] = ("learning", "systemic_insight")
"""Gaps whose question may follow from what the candidate says in retrospect."""
_DONE: tuple[CriterionId, ...] = ("depth", "follow_through", "metric", "impact", "lasting_effect")
"""Gaps whose question is about what happened, so that nothing imagined leads over to it."""
FITTING = 0.4
"""The least a clause must have to do with a gap to lead over to a question about it."""
_FROM_OUTSIDE: tuple[CriterionId, ...] = ("stakes", "systemic_insight")
"""Gaps whose question is not about what the candidate did, so that no step of theirs leads over to it."""
_UNCLEAR = re.compile(r"(?:it|they|he|she|this|these|those|there|you)(?:'\w+)? ")
"""How a clause begins that nobody understands away from its place."""
_QUOTED = re.compile("“([^”]*)”")
Fit = Callable[[Story, Sentence, str], float]
"""How much a clause (folded) of a sentence has to do with a gap; 0 for nothing."""


def follow_up(line: Prompt, transcript: Transcript, following: NextProbe) -> str:
    """The probe's question, led over to by words of the candidate where there are fitting ones."""
    quote = quote_for(following.gap.criterion, Story(transcript))
    if quote is None:
        return following.probe.question
    asked = len({t.question for t in transcript.turns if t.probe is not None})
    return line.line(asked, quote=quote, question=following.probe.question)


def quote_for(criterion: CriterionId, story: Story) -> str | None:
    """The candidate's clause that a question about `criterion` follows from most naturally; never one quoted before.

    Where none has to do with it, the last step that the first answer tells: that is what every question is about in the end.
    """
    return _fitting(story, criterion) or (None if criterion in _FROM_OUTSIDE else _last_told(story, criterion))


def clause_about(criterion: CriterionId, story: Story) -> str | None:
    """The candidate's clause that has most to do with `criterion`; None where none has."""
    return _fitting(story, criterion)


def _fitting(story: Story, criterion: CriterionId) -> str | None:
    fit = _FITS.get(criterion, _concrete)
    best: tuple[float, str] | None = None
    for sentence, clause in _fresh_clauses(story, criterion):
        plain = folded(clause)
        fits = fit(story, sentence, plain)
        opens = sentence.plain.startswith(plain)
        score = 2 * fits + 0.7 * _concrete(story, sentence, plain) + 0.4 * opens + worth(clause)
        if fits >= FITTING and not _SETTING.search(plain) and (best is None or score > best[0]):
            best = (score, clause)
    return best[1] if best else None


def _last_told(story: Story, criterion: CriterionId) -> str | None:
    steps = (
        clause
        for sentence, clause in _fresh_clauses(story, criterion)
        if not sentence.follow_up and _is_step(story, sentence, folded(clause))
    )
    return next(iter([*steps][::-1]), None)


def _is_step(story: Story, sentence: Sentence, plain: str) -> bool:
    told = plain.startswith(("i ", "we ")) and not _TALK.search(plain) and not _SETTING.search(plain)
    return told and bool(_concrete(story, sentence, plain))


def _fresh_clauses(story: Story, criterion: CriterionId) -> Iterator[tuple[Sentence, str]]:
    """Every quotable clause that was not quoted before and is told in the right mood for a question about `criterion`."""
    used = [quote for t in story.transcript.turns for quote in _QUOTED.findall(t.question)]
    for sentence in story.sentences:
        if criterion not in _LOOKING_BACK and _in_retrospect(story, sentence):
            continue
        for clause in clauses(sentence.text):
            plain = folded(clause)
            if any(takes_up_again(clause, quote) for quote in used) or _UNCLEAR.match(plain):
                continue
            if not (criterion in _DONE and imagined(sentence._replace(plain=plain))):
                yield sentence, clause


def _in_retrospect(story: Story, sentence: Sentence) -> bool:
    """Whether it draws a lesson, or goes on with one."""
    before = [s for s in story.near(sentence) if s.order < sentence.order and story.place(s) > 0.6]
    return any(cues.STRONG_LESSON.search(s.plain) for s in (*before, sentence))


def _concrete(story: Story, sentence: Sentence, plain: str) -> float:
    return float(any(step.sentence == sentence and step.verb in plain.split() for step in story.concrete))


def _says(*patterns: Pattern) -> Fit:
    """The earlier of the patterns that the clause says counts the more."""

    def fit(story: Story, sentence: Sentence, plain: str) -> float:
        return next((1.0 - 0.25 * n for n, pattern in enumerate(patterns) if pattern.search(plain)), 0.0)

    return fit


def _result(story: Story, sentence: Sentence, plain: str) -> float:
    if not story.after_turning(sentence) or (story.place(sentence) < 0.4 and not sentence.follow_up):
        return -2.0
    said = numbers.CLAIMED.search(plain) or cues.PLEASED.search(plain) or measures(sentence._replace(plain=plain))
    if said:
        return 1.0 + 0.5 * story.place(sentence)
    return 0.2 * story.place(sentence) if _concrete(story, sentence, plain) and not _TALK.search(plain) else -2.0


def _team(story: Story, sentence: Sentence, plain: str) -> float:
    return float(sentence in story.team_acts and plain.startswith(("we ", "the team ", "our team ")))


def _start(story: Story, sentence: Sentence, plain: str) -> float:
    if is_assignment(sentence._replace(plain=plain)):
        return 1.2
    return (
        (0.9 if standing.NOTICED.search(plain) or standing.DECIDED.search(plain) else 0.4)
        * (1 - story.place(sentence))
        * (not sentence.follow_up)
    )


def _end(story: Story, sentence: Sentence, plain: str) -> float:
    trouble = 0.5 if "i " in plain and cues.STRONG_LESSON.search(plain) else 0.0
    happened = _concrete(story, sentence, plain) or numbers.CLAIMED.search(plain) or cues.FINISHED.search(plain)
    return story.place(sentence) * (1.0 if happened else 0.3) + trouble


def _trouble(story: Story, sentence: Sentence, plain: str) -> float:
    return (1.0 if cues.TROUBLE.search(plain) else 0.0) * (1.2 - story.place(sentence))


def _last_step(story: Story, sentence: Sentence, plain: str) -> float:
    done = cues.CARRIED.search(plain) or cues.FINISHED.search(plain) or cues.LASTING_THING.search(plain)
    return (0.3 + story.place(sentence)) if done else -2.0


_FITS: Mapping[CriterionId, Fit] = {
    "stakes": _trouble,
    "ownership": _start,
    "role": _team,
    "first_person": _team,
    "depth": _says(cues.FOUND_OUT, cues.VAGUELY_LOOKED, cues.FINISHED),
    "trade_off": _says(standing.DECIDED, cues.LASTING_THING, cues.FINISHED),
    "follow_through": _last_step,
    "metric": _result,
    "impact": _result,
    "lasting_effect": _last_step,
    "learning": _end,
    "systemic_insight": _trouble,
}
