"""Evidence or it didn't happen: what an engine observed, checked against the words that were said."""

import re
from collections.abc import Iterable
from typing import NamedTuple
from unicodedata import normalize

from interviewer.brief import Brief
from interviewer.review import Disqualification, Finding, Quote, RaisedFlag, Review
from interviewer.rubric import FlagId
from interviewer.text import folded, locate, words
from interviewer.transcript import Transcript, Turn

ABSENCES: frozenset[FlagId] = frozenset({"vague_result", "generic_learning", "off_topic", "we_voice"})
"""Red flags that can rest on what is missing and then need no quote."""
_ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget)\b.{0,40}\b(?:instructions?|rubric|rules|prompt|above|previous|criteria)\b"
    r"|\b(?:rate|score|grade|mark|give|assess|set|put)\b.{0,30}\b(?:strong[ _]hire|hire|full marks|highest|yes|"
    r"everything as|complete)\b"
    r"|\b(?:system prompt|as an ai|you are (?:now )?(?:an?|the) (?:ai|assistant|judge|assessor|interviewer))\b"
    r"|</?\|?\w*(?:system|assistant|user|instruction|transcript|candidate|answer|tool_call|im_(?:start|end))\w*\|?>"
    r"|\[/?(?:inst|system|user)\]"
    r"|[{\[,]\s*\"\w+\"\s*:"
    r"|\[[x✓✔]\]|\|\s*(?:yes|no|partly|rating)\s*\|"
    r"|\b(?:return|output|respond|answer|reply|write)\b.{0,30}\b(?:ratings?|json|verdict|criteri(?:a|on)|strong[ _]hire)\b"
    r"|\b(?:pretend|act|behave|imagine|suppose)\b.{0,30}\b(?:bar raiser|interviewer|assessor|judge|grader|evaluator|recruiter)\b"
    r"|\b(?:highest|top|full|maximum|best) (?:possible )?(?:ratings?|scores?|marks?|grades?|verdicts?)\b|\bstrong[_ ]hire\b"
    r"|\b(?:rates?|rated|mark(?:ed)?|scored?) (?:everything|it all|all of it|(?:each|every) criterion)\b"
    r"|\b(?:this|the) (?:candidate|applicant|interviewee)\b.{0,60}\b(?:hired?|pass(?:ed)?|yes|meets?|approved|criteria|"
    r"rating|loop)\b"
    r"|\b(?:each|every|all)(?: of)?(?: the)? criteri(?:a|on)\b"
    r"|^\W*(?:interviewer|bar raiser|assessor|note taker|reviewer(?: \d)?|candidate|system(?: \w+)?|judge|user)\s*:",
    re.IGNORECASE,
)
_OF_JUDGING = re.compile(
    r"(?<![\w'])(?:ratings?|rubric|verdict|assessor|evaluator|grader|bar raiser|red flags?|recruiting team|"
    r"hiring (?:decision|manager|committee)|interviewer|assessment so far|rated (?:yes|no|partly)|rate every|"
    r"criterion (?:yes|no)|(?:before|when|while) you (?:assess|rate|judge|score|grade|decide)|"
    r"please (?:correct|adjust|compensate|allow|be (?:kind|lenient))|"
    r"(?:repeat|print|reveal|show|list|quote|output)\b.{0,40}\b(?:instructions|prompt|verbatim)|h-i-r-e)(?![\w'])",
    re.IGNORECASE,
)
_BESIDE = 2
"""Sentences beside an order that belong to it, where nobody is in them."""
_PERSON = re.compile(r"(?<![\w'])(?:i|i'm|i've|i'd|we|we've|my|our|me|us|he|she|they)(?![\w'])", re.IGNORECASE)
"""Somebody a story could be about."""
_MEASURED_CHANGE = re.compile(
    r"\b(?:from|was|were|at)\s+(?:about |around |roughly )?[$€£]?\d[\d.,]*\s*(?:%|percent|k\b|ms|seconds?|minutes?|hours?|days?)?"
    r"[^.]{0,40}?\b(?:to|down to|up to)\s+(?:about |around |roughly |under |zero\b|[$€£]?\d)",
    re.IGNORECASE,
)


class Checked(NamedTuple):
    """A review whose every claim is supported, and what had to be taken out of it."""

    review: Review
    faults: tuple[str, ...]
    """One sentence each, naming the claim and what is wrong with its evidence; empty when everything held."""


def gives_orders(text: str) -> bool:
    """Whether `text` speaks to the assessor instead of answering: such words are said, but they are evidence of nothing."""
    plain = normalize("NFKC", text)
    return bool(_ORDERS.search(plain)) or (bool(_OF_JUDGING.search(plain)) and not _PERSON.search(plain))


def without_orders(texts: Iterable[str]) -> tuple[str, ...]:
    """Those of the successive sentences that do not speak to the assessor, nor stand beside such without anybody in them."""
    said = tuple(texts)
    orders = [n for n, text in enumerate(said) if gives_orders(text)]
    return tuple(
        text
        for n, text in enumerate(said)
        if n not in orders and (_PERSON.search(text) or all(abs(n - order) > _BESIDE for order in orders))
    )


def check(review: Review, transcript: Transcript, brief: Brief) -> Checked:
    """`review` with each quote replaced by the exact words said, and what is unsupported downgraded and counted.

    A rating without a verified quote becomes `no`; a flag or disqualification that rests on words it cannot quote is dropped;
    references to places the scenario does not have are removed.
    """
    checker = _Checker(transcript, brief)
    findings = tuple(checker.finding(f) for f in review.findings)
    flags = tuple(f for f in map(checker.flag, review.flags) if f)
    disqualifications = tuple(d for d in map(checker.disqualification, review.disqualifications) if d)
    checked = review.model_copy(
        update={"findings": findings, "flags": flags, "disqualifications": disqualifications, "unsupported": len(checker.faults)}
    )
    return Checked(checked, (*checker.faults, *false_absences(review, transcript)))


def false_absences(review: Review, transcript: Transcript) -> tuple[str, ...]:
    """Claims that something was not said which code can see was said: a figure before and after, for one.

    A turn that speaks to the assessor is left to the engine: a figure planted in it must not be insisted on.
    """
    metric = review.finding("metric")
    if metric is None or metric.rating != "no":
        return ()
    honest = (t for t in transcript.answers if not gives_orders(t.text))
    shown = ((t, found) for t in honest if (found := _MEASURED_CHANGE.search(t.text)))
    return tuple(f'metric is rated no, but turn {t.number} says "{found.group()}": confirm or correct' for t, found in shown)


class _Checker:
    """Collects the faults while it checks."""

    def __init__(self, transcript: Transcript, brief: Brief) -> None:
        self.turns = {t.number: t for t in transcript.answers}
        self.references = brief.references
        self.disqualifiers = {d.id for d in brief.pack.disqualifiers}
        self.faults: list[str] = []

    def finding(self, finding: Finding) -> Finding:
        quotes = self.quotes(finding.criterion, finding.quotes, needed=finding.rating != "no")
        grounding = tuple(g for g in finding.grounding if self._known(finding.criterion, g))
        if finding.rating != "no" and not quotes:
            return Finding(criterion=finding.criterion, rating="no", grounding=grounding, comment="")
        return finding.model_copy(update={"quotes": quotes, "grounding": grounding})

    def flag(self, flag: RaisedFlag) -> RaisedFlag | None:
        needed = flag.flag not in ABSENCES
        quotes = self.quotes(flag.flag, flag.quotes, needed)
        if needed and not flag.quotes:
            self.faults.append(f"{flag.flag} is raised without a quote")
        return flag.model_copy(update={"quotes": quotes}) if quotes or not needed else None

    def disqualification(self, found: Disqualification) -> Disqualification | None:
        if found.id not in self.disqualifiers:
            self.faults.append(f"{found.id} is not a disqualifier of this principle")
            return None
        quotes = self.quotes(found.id, found.quotes, needed=True)
        return found.model_copy(update={"quotes": quotes}) if quotes else None

    def quotes(self, claim: str, quotes: Iterable[Quote], needed: bool) -> tuple[Quote, ...]:
        """The quotes that were said; where the claim needs one and has none, that is its fault."""
        given = tuple(quotes)
        said = tuple(dict.fromkeys(found for quote in given if (found := self._verified(quote))))
        if needed and given and not said:
            self.faults.append(
                f'{claim} quotes "{given[0].text[:120]}", which is not an answer\'s wording in turn {given[0].turn}'
            )
        return said

    def _verified(self, quote: Quote) -> Quote | None:
        named = self.turns.get(quote.turn)
        elsewhere = [t for t in self.turns.values() if t.number != quote.turn]
        found = ((turn, self._said(quote.text, turn)) for turn in ([named] if named else []) + elsewhere)
        return next((Quote(turn=turn.number, text=said) for turn, said in found if said), None)

    def _said(self, quote: str, turn: Turn) -> str | None:
        said = locate(quote, turn.text)
        if said is None or gives_orders(said):
            return None
        return said if len(words(said)) >= 2 or folded(said) == folded(turn.text) else None

    def _known(self, claim: str, reference: str) -> bool:
        if reference in self.references:
            return True
        self.faults.append(f"{claim} refers to {reference!r}, which the scenario does not have")
        return False
