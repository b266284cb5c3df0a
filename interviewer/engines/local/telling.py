"""Written feedback, made of the candidate's own words and the rubric's."""

import re
from collections.abc import Mapping

from interviewer.assessment import Advice, Feedback
from interviewer.brief import Brief
from interviewer.engines.local import wording
from interviewer.engines.local.asking import quote_for
from interviewer.engines.local.language import is_readable
from interviewer.engines.local.lexicon import Pattern, any_of, cues, numbers, people
from interviewer.engines.local.quoting import short_quote
from interviewer.engines.local.resembling import example_phrase
from interviewer.engines.local.sentences import split
from interviewer.review import Finding, Quote, RaisedFlag, Review
from interviewer.rubric import FLAGS, Criterion, CriterionId, FlagId, Rating
from interviewer.text import folded, listed
from interviewer.transcript import Transcript
from interviewer.verdict import Decision

MOST_STRENGTHS = 3
_OWN_ACT = re.compile(r"^i \w+")
_TELLING: Mapping[CriterionId | FlagId, Pattern] = {
    "stakes": cues.TROUBLE,
    "metric": any_of(r"\S*\d\S*", numbers.CLAIMED.pattern),
    "vague_result": numbers.CLAIMED,
    "impact": people.BENEFICIARY,
    "lasting_effect": cues.LASTING_THING,
    "we_voice": any_of("we", "our", "the team"),
    "assigned": any_of(r"(?:asked|told|assigned|gave|given)"),
}
"""What the quoted part of a sentence should show, where it is not an act of the candidate's own."""


def feedback(
    brief: Brief, transcript: Transcript, review: Review, decision: Decision, points: tuple[CriterionId | FlagId, ...]
) -> Feedback:
    """What counted, what was missing and what to say next time; states nothing the candidate did not say."""
    strong = _strongest(brief, review)
    advisor = _Advisor(brief, transcript, review)
    return Feedback(
        summary=_summary(brief, transcript, strong),
        bar_raiser_thinks=_bar_raiser(brief, transcript, review, decision, strong),
        strengths=tuple(_strength(brief, finding, quote) for finding, quote in strong),
        improvements=tuple(Advice(about=point, text=advisor.advice(point)) for point in points),
    )


def _strongest(brief: Brief, review: Review) -> list[tuple[Finding, str]]:
    """The heaviest criteria that are met, each with a quote of its own."""
    met = sorted((f for f in review.findings if f.rating == "yes"), key=lambda f: -brief.weights[f.criterion])
    chosen: list[tuple[Finding, str]] = []
    for finding in met:
        used = {quote for _, quote in chosen}
        fresh = next((quote for quote in _short_quotes(finding) if quote not in used), None)
        if fresh and len(chosen) < MOST_STRENGTHS:
            chosen.append((finding, fresh))
    return chosen


def _short_quotes(finding: Finding) -> list[str]:
    """The finding's quotes, shortened, those first that show what they are quoted for."""
    telling = _TELLING.get(finding.criterion, _OWN_ACT)
    return sorted((_short(finding.criterion, q) for q in finding.quotes), key=lambda q: not telling.search(folded(q)))


def _short(about: CriterionId | FlagId, quote: Quote) -> str:
    """The part of a quote that shows what it is quoted for."""
    return short_quote(quote.text, most=16, prefer=_TELLING.get(about, _OWN_ACT))


def _spoken(transcript: Transcript) -> list[str]:
    """Every sentence of the readable answers, shortened for quoting."""
    return [short_quote(s, most=16) for t in transcript.answers if is_readable(t.text) for s in split(t.text)]


def _summary(brief: Brief, transcript: Transcript, strong: list[tuple[Finding, str]]) -> str:
    spoken = _spoken(transcript)
    if not spoken:
        return "There is no answer here that could be judged yet."
    if strong:
        names = [brief.criterion(finding.criterion).name.lower() for finding, _ in strong]
        first = f"What stands out is {listed(names)}, most of all where you say “{strong[0][1]}”."
    elif len(spoken) > 1:
        first = f"Between “{spoken[0]}” and “{spoken[-1]}”, nothing is established in full yet."
    else:
        first = f"“{spoken[0]}” does not establish anything in full yet."
    return f"{first} {_basis(transcript)}"


def _basis(transcript: Transcript) -> str:
    more = len(transcript.answers) - 1
    if more <= 0:
        return "This rests on one answer, without follow-ups."
    return (
        f"This rests on your first answer and {more} more." if more > 1 else "This rests on your first answer and one follow-up."
    )


def _bar_raiser(
    brief: Brief, transcript: Transcript, review: Review, decision: Decision, strong: list[tuple[Finding, str]]
) -> str:
    spoken = _spoken(transcript)
    if not spoken:
        return "I heard nothing that I could write down. I would ask again on another day."
    if strong:
        finding, quote = strong[-1]
        noted = f"I wrote down “{quote}” under {brief.criterion(finding.criterion).name.lower()}."
    else:
        noted = f"The last thing in my notes is “{spoken[-1]}”, and it does not carry a verdict."
    in_steps = decision.verdict == "lean_no_hire" and review.ratings.get("first_person") == "yes"
    verdict = wording.LEAN_WITH_STEPS if in_steps else wording.BAR_RAISER[decision.verdict]
    return " ".join([noted, *_doubt(transcript, review, decision), verdict])


def _doubt(transcript: Transcript, review: Review, decision: Decision) -> list[str]:
    """The first thing that holds the verdict down and can be put into words."""
    for reason in decision.held_down_by:
        if reason.about is None or reason.about not in wording.DOUBTS:
            continue
        if reason.basis == "criterion":
            known = "I asked, and still do not know" if reason.about in transcript.asked else "I do not know"
            return [f"{known} {wording.DOUBTS[reason.about]}."]
        if quotes := next((f.quotes for f in review.flags if f.flag == reason.about), ()):
            return [f"“{_short(reason.about, quotes[0])}” {wording.DOUBTS[reason.about]}."]
    return []


def _strength(brief: Brief, finding: Finding, quote: str) -> str:
    criterion = brief.criterion(finding.criterion)
    why = wording.STRENGTHS.get(finding.criterion, f"it shows what “{criterion.name}” asks for")
    return f"{criterion.name}: “{quote}”. That counts because {why}."


class _Advisor:
    """Writes one piece of advice after the other, without quoting the same words or the same example twice."""

    def __init__(self, brief: Brief, transcript: Transcript, review: Review) -> None:
        self.brief, self.transcript, self.review = brief, transcript, review
        self.quoted: set[str] = set()
        self.shown: set[str] = set()
        self.given = 0

    def advice(self, point: CriterionId | FlagId) -> str:
        flag = next((f for f in FLAGS if f == point), None)
        text = self._flag(flag) if flag else self._criterion(self.brief.criterion(point))
        self.given += 1
        return text

    def _flag(self, flag: FlagId) -> str:
        raised = next((f for f in self.review.flags if f.flag == flag), RaisedFlag(flag=flag))
        said = self._said("You said", next((_short(flag, q) for q in raised.quotes), None))
        return f"{said}{wording.HEARD[flag]} {self.brief.rubric.flag(flag).advice}{self._example(flag)}"

    def _criterion(self, criterion: Criterion) -> str:
        finding = self.review.finding(criterion.id)
        rating = finding.rating if finding else "no"
        own = next((_short(criterion.id, q) for q in finding.quotes), None) if finding else None
        said = (
            self._said("You said", own)
            if rating == "partly"
            else self._said("The nearest you came was", quote_for(criterion.id, self.transcript))
        )
        turns = wording.ASKED if criterion.id in self.transcript.asked else wording.NOT_ASKED
        asked = turns[self.given % len(turns)]
        return f"{said}{self._missing(criterion, rating)} {asked} {criterion.advice}{self._example(criterion.id)}"

    def _missing(self, criterion: Criterion, rating: Rating) -> str:
        if criterion.id == "ownership" and "assigned" in self.review.flag_ids:
            return wording.GIVEN
        return (
            wording.MISSING.get(criterion.id, {}).get(rating)
            or f"What is missing: {criterion.met_when[0].lower()}{criterion.met_when[1:]}"
        )

    def _said(self, lead: str, quote: str | None) -> str:
        if not quote or quote in self.quoted:
            return ""
        self.quoted.add(quote)
        return f"{lead} “{quote}”. "

    def _example(self, point: CriterionId | FlagId) -> str:
        phrase = example_phrase(self.brief, point, frozenset(self.shown))
        if phrase is None:
            return ""
        self.shown.add(phrase)
        return f" The example story does it with “{phrase}”."
