"""Written feedback, made of the candidate's own words and the rubric's."""

from interviewer.assessment import Advice, Feedback
from interviewer.brief import Brief
from interviewer.engines.local import wording
from interviewer.engines.local.advising import Advisor
from interviewer.engines.local.language import is_readable
from interviewer.engines.local.quoting import short_quote
from interviewer.engines.local.sentences import split
from interviewer.engines.local.shortening import shortened, telling_of, tells
from interviewer.review import Finding, Review
from interviewer.rubric import CriterionId, FlagId
from interviewer.text import folded, listed
from interviewer.transcript import Transcript
from interviewer.verdict import Decision

MOST_STRENGTHS = 3


def feedback(
    brief: Brief, transcript: Transcript, review: Review, decision: Decision, points: tuple[CriterionId | FlagId, ...]
) -> Feedback:
    """What counted, what was missing and what to say next time; states nothing the candidate did not say."""
    strong = _strongest(brief, review)
    advisor = Advisor(brief, transcript, review)
    return Feedback(
        summary=_summary(brief, transcript, strong),
        bar_raiser_thinks=_bar_raiser(brief, transcript, review, decision, strong),
        strengths=tuple(_strength(brief, finding, quote) for finding, quote in strong),
        improvements=tuple(Advice(about=point, text=advisor.advice(point)) for point in points),
    )


def _strongest(brief: Brief, review: Review) -> list[tuple[Finding, str]]:
    """The heaviest criteria that are met, each with a quote of its own; first those whose quote speaks for itself."""
    met = [f for f in review.findings if f.rating == "yes"]
    met.sort(key=lambda f: (not any(tells(f.criterion, quote) for quote in _short_quotes(f)), -brief.weights[f.criterion]))
    chosen: list[tuple[Finding, str]] = []
    for finding in met:
        used = {quote for _, quote in chosen}
        fresh = next((quote for quote in _short_quotes(finding) if quote not in used), None)
        if fresh and len(chosen) < MOST_STRENGTHS:
            chosen.append((finding, fresh))
    return chosen


def _short_quotes(finding: Finding) -> list[str]:
    """The finding's quotes, shortened, those first that show what they are quoted for."""
    telling = telling_of(finding.criterion)
    return sorted((shortened(finding.criterion, q) for q in finding.quotes), key=lambda q: not telling.search(folded(q)))


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
    return " ".join([noted, *_doubt(transcript, review, decision, noted), verdict])


def _doubt(transcript: Transcript, review: Review, decision: Decision, noted: str) -> list[str]:
    """The first thing that holds the verdict down and can be put into words, in none that were `noted` already."""
    for reason in decision.held_down_by:
        if reason.about is None or reason.about not in wording.DOUBTS:
            continue
        if reason.basis == "criterion":
            known = "I asked, and still do not know" if reason.about in transcript.asked else "I do not know"
            return [f"{known} {wording.DOUBTS[reason.about]}."]
        quotes = next((f.quotes for f in review.flags if f.flag == reason.about), ())
        heard = (f"“{shortened(reason.about, quote)}”" for quote in quotes)
        if fresh := next((quote for quote in heard if quote not in noted), None):
            return [f"{fresh} {wording.DOUBTS[reason.about]}."]
    return []


def _strength(brief: Brief, finding: Finding, quote: str) -> str:
    criterion = brief.criterion(finding.criterion)
    why = wording.STRENGTHS.get(finding.criterion, f"it shows what “{criterion.name}” asks for")
    return f"{criterion.name}: “{quote}”. That counts because {why}."
