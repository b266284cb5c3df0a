"""An assessment on the terminal, for somebody who wants to do better next time."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from interviewer.assessment import Assessment
from interviewer.brief import Brief
from interviewer.command_line.common import inert
from interviewer.review import Finding, Quote
from interviewer.rubric import LEVEL_NAMES, PARTS, VERDICT_NAMES, Criterion, CriterionId, FlagId, Rating, Verdict
from interviewer.scenario import Scenario

VERDICT_STYLES: dict[Verdict, str] = {
    "no_hire": "bold red",
    "lean_no_hire": "bold yellow",
    "hire": "bold green",
    "strong_hire": "bold green",
}
RATING_STYLES: dict[Rating, str] = {"no": "red", "partly": "yellow", "yes": "green"}
_EVIDENCE = 10
"""Columns before what a rating rests on: under the criterion's name."""


class Sheet:
    """Paper to write on: wrapped paragraphs, indented, without trailing blanks."""

    def __init__(self, console: Console) -> None:
        self.console = console

    def heading(self, text: str) -> None:
        self.console.print()
        self.console.print(Text(text, style="bold"))

    def write(self, text: Text, indent: int = 2, label: Text | None = None) -> None:
        """A paragraph whose first line starts with `label` inside the indent."""
        margin = label or Text()
        margin.pad_right(indent - margin.cell_len)
        for line in text.wrap(self.console, max(20, self.console.width - indent)):
            line.rstrip()
            self.console.print(margin + line if line else Text(), soft_wrap=True)
            margin = Text(" " * indent)

    def bullets(self, texts: Iterable[str], numbered: bool = False) -> None:
        for number, text in enumerate(texts, 1):
            self.write(inert(text), indent=5 if numbered else 4, label=Text(f"  {number}." if numbered else "  -"))

    def quotes(self, quotes: Iterable[Quote]) -> None:
        for quote in quotes:
            said = inert(quote.text, "italic")
            self.write(Text("“").append_text(said).append("”").append(f" (turn {quote.turn})", style="dim"), indent=_EVIDENCE)


def show_assessment(console: Console, brief: Brief, assessment: Assessment) -> None:
    """Everything an assessment says, the verdict first."""
    sheet, feedback = Sheet(console), assessment.feedback
    verdict = Text(VERDICT_NAMES[assessment.verdict], style=VERDICT_STYLES[assessment.verdict])
    sheet.write(verdict.append(f" for {brief.pack.title} at {LEVEL_NAMES[assessment.level]}", style="not bold default"), indent=0)
    sheet.write(inert(assessment.reason), indent=0)
    console.print()
    sheet.write(inert(feedback.summary), indent=0)
    sheet.heading("What the bar raiser thinks")
    sheet.write(inert(feedback.bar_raiser_thinks))
    _criteria(sheet, brief, assessment)
    _red_flags(sheet, brief, assessment)
    if feedback.strengths:
        sheet.heading("What works")
        sheet.bullets(feedback.strengths)
    if feedback.improvements:
        sheet.heading("Next time, the most valuable first")
        sheet.bullets((f"{_name(brief, advice.about)}: {advice.text}" for advice in feedback.improvements), numbered=True)
    _open_points(sheet, brief, assessment)


def show_provenance(console: Console, assessment: Assessment) -> None:
    """What exactly the assessment was made with."""
    made = assessment.provenance
    sources = ", ".join(f"{s.name} v{s.version} {s.hash}" for s in (made.principle, made.scenario, *made.prompts) if s)
    by, dropped = made.model or "the offline engine", assessment.unsupported
    without = f" {dropped} claims were dropped because nothing you said supports them." if dropped else ""
    console.print()
    Sheet(console).write(inert(f"Assessed by {by}, version {made.package}, with {sources}.{without}", "dim"), indent=0)


def show_example(console: Console, scenario: Scenario, brief: Brief) -> None:
    """The scenario's strong answer by part and its weak one, to hold one's own against."""
    sheet = Sheet(console)
    sheet.heading(f"For comparison, a strong answer: {scenario.title}")
    for part in PARTS:
        told = scenario.parts[part]
        strong = Text(told.strong)
        strong.highlight_words(told.key_phrases, "bold")
        sheet.write(Text(f"{part.capitalize()}, about {told.seconds} seconds", style="underline"))
        sheet.write(strong, indent=4)
    weak = scenario.weak_answer
    sheet.heading(f"And a weak one, of the same story: {VERDICT_NAMES[weak.verdict]}")
    sheet.write(Text(weak.text))
    sheet.heading("What is wrong with it")
    for fault in weak.faults:
        sheet.write(Text(f"“{fault.quote}”", style="italic"), indent=4, label=Text("  -"))
        sheet.write(Text(f"{_name(brief, fault.shows)}: {fault.fault}"), indent=4)
    sheet.write(Text(f"The bar raiser: {weak.bar_raiser_thinks}"))


def _criteria(sheet: Sheet, brief: Brief, assessment: Assessment) -> None:
    for part in PARTS:
        sheet.heading(part.capitalize())
        for criterion in brief.rubric.criteria:
            finding = assessment.finding(criterion.id)
            if finding and criterion.part == part:
                _finding(sheet, brief, criterion, finding)


def _finding(sheet: Sheet, brief: Brief, criterion: Criterion, finding: Finding) -> None:
    name = Text(criterion.name)
    if not brief.weights[criterion.id]:
        name.append(f" (not expected at {LEVEL_NAMES[brief.level]})", style="dim")
    sheet.write(name, indent=_EVIDENCE, label=Text("  ").append(finding.rating, style=RATING_STYLES[finding.rating]))
    sheet.quotes(finding.quotes)
    sheet.write(inert(finding.comment), indent=_EVIDENCE)


def _red_flags(sheet: Sheet, brief: Brief, assessment: Assessment) -> None:
    if not assessment.flags and not assessment.disqualifications:
        return
    sheet.heading("Red flags")
    reasons = {d.id: d.when for d in brief.pack.disqualifiers}
    for broken in assessment.disqualifications:
        sheet.write(Text(f"Against {brief.pack.title}: {reasons.get(broken.id, broken.id)}", style="red"))
        sheet.quotes(broken.quotes)
        sheet.write(inert(broken.comment), indent=_EVIDENCE)
    for raised in assessment.flags:
        flag = brief.rubric.flag(raised.flag)
        sheet.write(Text(flag.name, style="red").append(f". {flag.when}", style="default"))
        sheet.quotes(raised.quotes)
        sheet.write(inert(raised.comment), indent=_EVIDENCE)


def _open_points(sheet: Sheet, brief: Brief, assessment: Assessment) -> None:
    if assessment.not_said:
        sheet.heading("Asked about, and still open after your answer")
        sheet.write(Text(_names(brief, assessment.not_said)))
    if assessment.never_asked:
        sheet.heading("Never asked about: open, but not failed; you can bring it up yourself")
        sheet.write(Text(_names(brief, assessment.never_asked)))


def _names(brief: Brief, criteria: Iterable[CriterionId]) -> str:
    return ", ".join(_name(brief, c) for c in criteria)


def _name(brief: Brief, about: CriterionId | FlagId) -> str:
    """The id itself for a criterion that a pack no longer has: an assessment outlives the content it was made with."""
    names: dict[str, str] = {c.id: c.name for c in brief.rubric.criteria} | {f.id: f.name for f in brief.rubric.flags}
    return names.get(about, about)
