"""Whether what the product says gives away what it is told: long word sequences of the prompts that speak to a model."""

from collections.abc import Iterable
from functools import cache

from interviewer.assessment import Assessment
from interviewer.library import bundled
from interviewer.prompt_files import split_front_matter
from interviewer.text import folded, words

LENGTH = 8
"""Words in a row that two texts do not share by accident."""


def sequences(text: str, length: int = LENGTH) -> frozenset[str]:
    """Every run of so many words of `text`, for comparing."""
    said = words(folded(text))
    return frozenset(" ".join(said[n : n + length]) for n in range(len(said) - length + 1))


def leaked(text: str, known: Iterable[str] = ()) -> frozenset[str]:
    """The runs of the shipped prompts that occur in `text`, without those that stand in the `known` texts."""
    return (sequences(text) & told()).difference(*map(sequences, known))


@cache
def told() -> frozenset[str]:
    """The runs of everything the shipped prompts tell a model; rubric and packs are shown to the candidate anyway."""
    files = sorted(bundled("prompts").glob("*.md"))
    return frozenset[str]().union(*(sequences(split_front_matter(file.read_text(), file).body) for file in files))


def written(assessment: Assessment) -> str:
    """Everything a candidate reads in an assessment, apart from the quotes."""
    feedback = assessment.feedback
    comments = [f.comment for f in assessment.findings]
    comments += [f.comment for f in assessment.flags]
    comments += [d.comment for d in assessment.disqualifications]
    advice = (a.text for a in feedback.improvements)
    texts = (assessment.reason, feedback.summary, feedback.bar_raiser_thinks, *feedback.strengths, *advice, *comments)
    return "\n".join(texts)
