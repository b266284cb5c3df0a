"""What an interviewer must not do, each as a check in code on everything it said.

A check yields a sentence for each place where it is not kept.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from evals.inventions import strange
from evals.leaks import leaked, sequences
from evals.spoken import double_barrelled, own_words, questions, quoted
from interviewer.brief import Brief
from interviewer.interview import Asked, Ended, Interview, Replied, Said
from interviewer.library import Library, bundled, load
from interviewer.moves import ABUSE_LIMIT
from interviewer.rubric import VERDICT_NAMES
from interviewer.text import folded, words

LONGEST = 60
"""Words an interviewer may say at a time."""
LONGEST_ENDING = 30
HINT = 6
"""Words in a row of the rubric that tell a candidate what is looked for."""

SAME_QUOTE = 5
"""Words in a row that make two quotes the same one."""

Check = Callable[[Interview], Iterator[str]]
Spoken = Asked | Replied | Ended


class _Line(NamedTuple):
    """Something the interviewer said, and what the candidate had said by then."""

    event: Spoken
    heard: tuple[str, ...]

    @property
    def text(self) -> str:
        return self.event.text


def one_question(interview: Interview) -> Iterator[str]:
    """One question at a time: no two question marks, and no follow-up that asks for two things."""
    for line in _lines(interview):
        asks_both = isinstance(line.event, Asked) and line.event.probe is not None and double_barrelled(line.text)
        if len(questions(line.text)) > 1 or asks_both:
            yield f"Asks several things at once: “{line.text}”"


def not_repeated(interview: Interview) -> Iterator[str]:
    """Nothing is said twice word for word, unless the candidate wanted to hear it again."""
    said: set[str] = set()
    wanted = {t.text for t in interview.transcript.turns if t.kind in ("repeat", "clarify")}
    for line in _lines(interview):
        asked_for = bool(line.heard) and line.heard[-1] in wanted
        if folded(line.text) in said and not asked_for:
            yield f"Says again: “{line.text}”"
        said.add(folded(line.text))


def _runs_of(quote: str) -> frozenset[str]:
    """By what a quote is known again: its runs of `SAME_QUOTE` words, or itself when it is shorter."""
    return sequences(quote, SAME_QUOTE) or frozenset({folded(quote)})


def quotes_true(interview: Interview) -> Iterator[str]:
    """What is quoted are the candidate's words."""
    for line in _lines(interview):
        for quote in quoted(line.text):
            if folded(quote) not in folded(" ".join(line.heard)):
                yield f"The candidate never said “{quote}”."


def quotes_once(interview: Interview) -> Iterator[str]:
    """No two questions take up the same words."""
    before: frozenset[str] = frozenset()
    for line in _lines(interview):
        for quote in quoted(line.text) if isinstance(line.event, Asked) else ():
            if _runs_of(quote) & before:
                yield f"Quotes “{quote}” again."
            before |= _runs_of(quote)


_LANGUAGE = "English"
"""In which the interview is held; may be named."""


def nothing_presupposed(interview: Interview) -> Iterator[str]:
    """No figure and no name that the candidate did not bring up."""
    asked = [e.question for e in interview.events if isinstance(e, Asked) and e.probe is None]
    for line in _lines(interview):
        if found := strange(line.text, (*line.heard, *asked, _LANGUAGE)):
            yield f"Speaks of {', '.join(found)}, which the candidate did not: “{line.text}”"


_NAMES = re.compile(
    r"\b(?:criteri(?:on|a)|rubrics?|red flags?|verdicts?|scores?|scoring|gaps?|ratings?|bar raisers?|STAR|leadership principles?"
    r"|trade-offs?|tradeoffs?|follow-through|measured result|lasting effect|systemic insight"
    + "".join(f"|{name}" for name in VERDICT_NAMES.values() if name != "Hire")
    + r")\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    r"\b(?:you (?:should|ought to|might want to|need to|forgot|left out|didn't (?:say|mention|tell))|try to|make sure"
    r"|(?:don't|do not) forget|remember to|be sure to|focus on|it (?:would )?helps? (?:to|if)|a good answer"
    r"|strong(?:er)? answers?|what's missing|what is missing|next time|for example|such as|ideally|i(?:'m| am) looking for)\b",
    re.IGNORECASE,
)


def no_hint(interview: Interview) -> Iterator[str]:
    """Nothing that tells what is looked for: no name of a criterion, no advice, no sentence of the rubric.

    What the bank itself says, a question in plainer words for one, is no advice.
    """
    bank = _bank(interview)
    for line in _lines(interview):
        own, heard = own_words(line.text), folded(" ".join(line.heard))
        names = [n for n in _NAMES.findall(own) if n.casefold() not in heard]
        advice = _ADVICE.findall(_without(own, bank))
        rubric = (sequences(own, HINT) & _rubric()).difference(*(sequences(text, HINT) for text in (*line.heard, *bank)))
        if found := [*names, *advice, *sorted(rubric)[:1]]:
            yield f"Hints with “{found[0]}”: “{line.text}”"


_PRAISE = re.compile(
    r"\b(?:great|excellent|impress(?:ive|ed)|amazing|awesome|fantastic|wonderful|brilliant|perfect(?:ly)?|superb|outstanding"
    r"|well done|good (?:job|work|answer|example|point|story|one)|nice(?:ly)?|lovely|love (?:that|it|how)|interesting"
    r"|fascinating|insightful|valuable|helpful|i like|strong (?:answer|example|story)|smart|clever|admirable|kudos|bravo"
    r"|congratulations|that makes sense|glad to hear|proud)\b|(?:^|[.!]\s)exactly[.,!]",
    re.IGNORECASE,
)


def no_praise(interview: Interview) -> Iterator[str]:
    """No judgement of what was said, not even a kind one."""
    return _never(interview, _PRAISE, "Praises with")


def no_leak(interview: Interview) -> Iterator[str]:
    """No run of words of the prompts, nor of what the rubric, the packs and the examples say about good answers."""
    bank = _bank(interview)
    for line in _lines(interview):
        own = own_words(line.text)
        secret = (sequences(own) & _secrets()).difference(*map(sequences, (*line.heard, *bank)))
        if found := sorted({*secret, *leaked(own, (*line.heard, *bank))}):
            yield f"Gives away “{found[0]}”."


_SUMMARY = re.compile(
    r"\b(?:so,? you (?!know)|so what you|what i(?:'m| am) hearing|what i hear|to sum(?:marise|marize| up)|in summary|in short"
    r"|in other words,? you|(?:it )?sounds like|if i understand|i understand that you|you(?:'re| are) saying"
    r"|you(?:'ve| have) (?:told|described|explained)|as i understand it|let me recap"
    r"|you (?:described|explained|talked about) how)\b",
    re.IGNORECASE,
)


def no_summary(interview: Interview) -> Iterator[str]:
    """The answer is not told back."""
    return _never(interview, _SUMMARY, "Tells the answer back with")


def _never(interview: Interview, phrases: re.Pattern[str], does: str) -> Iterator[str]:
    """The interviewer's own words hold none of these."""
    for line in _lines(interview):
        if found := phrases.search(own_words(line.text)):
            yield f"{does} “{found.group()}”: “{line.text}”"


def right_ending(interview: Interview) -> Iterator[str]:
    """One closing line without a question, where it has to be: neither before nor after the candidate wants to stop."""
    endings = [e for e in interview.events if isinstance(e, Ended)]
    if len(endings) != 1:
        yield f"Ends {len(endings)} times."
        return
    [end], turns = endings, interview.transcript.turns
    if "?" in end.text or len(words(end.text)) > LONGEST_ENDING:
        yield f"Does not close: “{end.text}”"
    if end.why == "candidate" and (not turns or turns[-1].kind != "stop"):
        yield "Never comes to an end by itself."
    if end.why == "conduct" and sum(t.kind == "abuse" for t in turns) < ABUSE_LIMIT:
        yield "Ends for conduct too early."
    if any(t.kind == "stop" for t in turns[:-1]):
        yield "Goes on after the candidate wanted to stop."
    after = interview.events[interview.events.index(end) + 1 :]
    if any(isinstance(e, Asked | Replied | Said) for e in after):
        yield "Goes on after the end."


def brief(interview: Interview) -> Iterator[str]:
    """Nothing said is longer than a listener keeps in mind."""
    for line in _lines(interview):
        if len(words(line.text)) > LONGEST:
            yield f"Says {len(words(line.text))} words at once: “{line.text}”"


def takes_turns(interview: Interview) -> Iterator[str]:
    """The interviewer never speaks twice in a row, except to close an interview that goes nowhere."""
    spoken = [e for e in interview.events if isinstance(e, Asked | Replied | Ended | Said)]
    for one, other in pairwise(spoken):
        if isinstance(one, Asked | Replied) and isinstance(other, Asked | Replied):
            yield f"Speaks twice in a row: “{other.text}”"


CHECKS: Mapping[str, Check] = {
    check.__name__: check
    for check in (
        one_question, not_repeated, quotes_true, quotes_once, nothing_presupposed, no_hint, no_praise, no_leak, no_summary,
        right_ending, brief, takes_turns,
    )
}  # fmt: skip


def _lines(interview: Interview) -> Iterator[_Line]:
    heard: list[str] = []
    for event in interview.events:
        if isinstance(event, Said):
            heard.append(event.text)
        elif isinstance(event, Asked | Replied | Ended):
            yield _Line(event, tuple(heard))


def _without(text: str, sentences: Iterable[str]) -> str:
    for sentence in sentences:
        text = text.replace(sentence, " ")
    return text


def _bank(interview: Interview) -> tuple[str, ...]:
    """What may be said in this interview: every question, in both wordings."""
    setup = interview.setup
    return tuple(_bank_of(_content().brief(setup.principle, setup.level, setup.scenario)))


def _bank_of(given: Brief) -> Iterator[str]:
    yield from given.questions
    yield given.plainer
    redirects = (given.redirect(r.flag) for r in given.rubric.redirects)
    for probe in (*given.bank, *(r for r in redirects if r)):
        yield probe.question
        yield probe.plainer


@cache
def _content() -> Library:
    return load(bundled("prompts"), bundled("scenarios"))


def _rubric_sentences() -> Iterator[str]:
    rubric = _content().rubric
    for criterion in (*rubric.criteria, *(c for pack in _content().packs.values() for c in pack.criteria)):
        yield from (criterion.met_when, criterion.partly_when, criterion.advice)
    for flag in rubric.flags:
        yield from (flag.when, flag.advice)


@cache
def _rubric() -> frozenset[str]:
    return _runs(_rubric_sentences(), HINT)


@cache
def _secrets() -> frozenset[str]:
    """Runs of everything that describes good and bad answers."""
    content = _content()
    examples = (text for scenario in content.scenarios.values() for text in scenario.references().values())
    listening = (f.listens_for for scenario in content.scenarios.values() for f in scenario.follow_ups)
    return _runs((*_rubric_sentences(), *(p.text for p in content.packs.values()), *examples, *listening))


def _runs(texts: Iterable[str], length: int = 8) -> frozenset[str]:
    return frozenset[str]().union(*(sequences(text, length) for text in texts))
