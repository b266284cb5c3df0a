"""What is learned from: recorded interviews with labelled sentences, early records, and the scenario bank."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np
import yaml

from evals.training.disguising import disguised, without
from interviewer.brief import Brief
from interviewer.engines.local.chances import LABELS
from interviewer.engines.local.encoder import Array
from interviewer.engines.local.observing import detected
from interviewer.engines.local.parroting import manner
from interviewer.engines.local.passages import CRITERIA, Passage, passages
from interviewer.library import Library, bundled, load
from interviewer.recorded import Record, brief_of, read_records, transcript
from interviewer.rubric import FLAGS, LEVELS, RATINGS, VERDICTS, CriterionId
from interviewer.scenario import Scenario
from interviewer.text import folded, words
from interviewer.transcript import Transcript, Turn
from interviewer.verdict import pulls

EARLY = 0.4
"""What an early record counts: the detectors were made for those, so that they look better there than they are."""
DISGUISED = 0.6
"""What a disguised copy of a record counts: it shows nothing more than the record."""
EXAMPLE = 0.3
"""What an example of the bank counts: it is written to show one thing."""
RESULT: tuple[CriterionId, ...] = ("metric", "impact", "lasting_effect")
REFLECTION: tuple[CriterionId, ...] = ("learning", "systemic_insight")
CUT = 0.8
"""What a copy counts of which the result or the reflection was cut."""
PHRASE = 0.6
"""What a sentence written for one label counts."""
PHRASES = Path(__file__).with_name("phrases.yaml")
SAME = 0.6
"""Share of a span's words that a passage must hold to be the one meant."""
Labelled = Mapping[tuple[str, int], list[tuple[str, dict[str, str], list[str]]]]


class Example(NamedTuple):
    """An interview, or an answer of the bank."""

    story: str
    found: tuple[Passage, ...]
    shown: Array
    """A row for each passage, a column for each of `LABELS`; nan where nobody said."""
    weight: float
    """What its passages count."""
    trust: float
    """What it counts as a whole; 0 for one that is only there for its passages."""
    first: np.ndarray
    """Which passages belong to the first answer."""
    ratings: tuple[np.ndarray, np.ndarray]
    """Of the first answer and of the whole, 0 to 1; nan where nobody said."""
    flags: np.ndarray
    """Of the first answer."""
    detected: tuple[list[float], list[float]]
    """What the detectors see in the first answer and in the whole: criteria, then red flags."""
    moved: np.ndarray
    """How the principle's pack moves the criteria, on average not at all."""
    asked: np.ndarray
    """Criteria that a follow-up was mainly about."""
    has_replies: bool
    verdict: int | None
    level: int
    measured: bool
    """Whether figures are given on it."""
    weights: np.ndarray
    """How much each criterion counts for the principle at the level."""
    wanted: np.ndarray
    """Which criteria a reader found worth asking about after the first answer; none where nobody said."""
    principle: str | None = None
    """What was asked about; None for what is no answer to a main question."""


def everything(recorded: Path) -> list[Example]:
    library = load(bundled("prompts"), bundled("scenarios"))
    labelled = _labelled(recorded / "sentences.jsonl")
    out = [_recorded(r, library, labelled, measured=True) for r in _records(recorded / "development.jsonl")]
    for number, record in enumerate(_records(recorded / "development.jsonl")):
        example = _recorded(disguised(record, number), library, labelled, measured=True)
        out.append(example._replace(measured=False, weight=DISGUISED, trust=DISGUISED))
        about = (RESULT, REFLECTION)[number % 2]
        if cut := _cut(record, labelled, about):
            out.append(_without(_recorded(cut, library, labelled, measured=True), about))
    out += [_recorded(r, library, {}, measured=False) for r in _records(recorded / "early.jsonl")]
    out += (example for scenario in library.scenarios.values() for example in _of_bank(library, scenario))
    return [example for example in (*out, *_phrases()) if example.found]


def everything_of(record: Record, library: Library) -> Example:
    """One record as it is learned from, without its labelled sentences."""
    return _recorded(record, library, {}, measured=True)


def _records(file: Path) -> list[Record]:
    return [r for r in read_records(file) if isinstance(r, Record)]


def _labelled(file: Path) -> Labelled:
    out: dict[tuple[str, int], list[tuple[str, dict[str, str], list[str]]]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        given = json.loads(line)
        out.setdefault((given["id"], given["turn"]), []).append((folded(given["text"]), given["shows"], given["flags"]))
    return out


def _recorded(record: Record, library: Library, labelled: Labelled, measured: bool) -> Example:
    brief = brief_of(record, library)
    told = transcript(record, brief)
    found = passages(told.answers, manner(brief.rubric))
    labels = record.labels
    if labels is None or labels.verdict is None:
        raise ValueError(f"{record.id} has no labels")
    shown = np.array([_by_hand(p, labelled.get((record.id, p.turn), [])) if measured else _by_span(p, record) for p in found])
    first = np.array([RATINGS.index(labels.criteria[c]) / 2 for c in CRITERIA])
    return _example(
        brief, told, found, shown, record.story or record.id, weight=1.0 if measured else EARLY, trust=1.0 if measured else EARLY,
        ratings=(first, _of_whole(first, shown) if measured else np.full(len(CRITERIA), np.nan)),
        flags=np.array([float(labels.flags[f]) for f in FLAGS]), verdict=VERDICTS.index(labels.verdict), measured=measured,
    )._replace(wanted=np.array([c in labels.next_probes for c in CRITERIA]))  # fmt: skip


def _cut(record: Record, labelled: Labelled, about: tuple[CriterionId, ...]) -> Record | None:
    """The first answer without the sentences that show one of `about`; None where it has none, or little else."""
    told = labelled.get((record.id, 1), [])
    gone = [text for text, shown, _ in told if set(shown) & set(about)]
    answer = without(record.answer, gone)
    if not gone or 2 * len(gone) > len(told) or len(words(answer)) > len(words(record.answer)) - len(gone):
        return None
    return record.model_copy(update={"answer": answer, "follow_ups": ()})


def _without(example: Example, about: tuple[CriterionId, ...]) -> Example:
    """What is known of a cut copy: that the criteria `about` are not shown any more."""
    first = np.array([0.0 if c in about else np.nan for c in CRITERIA])
    flags = np.array([1.0 if f == "vague_result" and about == RESULT else np.nan for f in FLAGS])
    return example._replace(
        measured=False, weight=0.0, trust=CUT, verdict=None, ratings=(first, np.full(len(CRITERIA), np.nan)), flags=flags
    )


def _of_whole(first: np.ndarray, shown: np.ndarray) -> np.ndarray:
    """The first answer's rating, or what the sentences of all turns add up to where that is more."""
    total = np.nan_to_num(shown[:, : len(CRITERIA)] + shown[:, len(CRITERIA) : 2 * len(CRITERIA)]).sum(0) / 2
    rating: np.ndarray = np.maximum(first, np.where(total >= 1, 1.0, np.where(total >= 0.5, 0.5, 0.0)))
    return rating


def _by_hand(passage: Passage, sentences: list[tuple[str, dict[str, str], list[str]]]) -> list[float]:
    """What the sentences show that the passage is part of, or most of which is part of it."""
    there = _bare(passage.text)
    shows: dict[str, str] = {}
    flags: list[str] = []
    for text, shown, raised in sentences:
        if _shared(_bare(text), there):
            shows |= {c: how for c, how in shown.items() if shows.get(c) != "yes"}
            flags += raised
    return [
        *(float(shows.get(c) == "yes") for c in CRITERIA),
        *(float(c in shows) for c in CRITERIA),
        *(float(f in flags) for f in FLAGS),
    ]


def _bare(text: str) -> str:
    return f" {' '.join(w.casefold() for w in words(text))} "


def _shared(sentence: str, passage: str) -> bool:
    """Whether one holds the other, or the first or the second half of the sentence is in the passage."""
    if sentence in passage or passage in sentence:
        return bool(sentence.strip()) and bool(passage.strip())
    spoken = sentence.split()
    halves = (spoken[: -(-len(spoken) // 2)], spoken[len(spoken) // 2 :])
    return len(spoken) >= 6 and any(f" {' '.join(half)} " in passage for half in halves)


def _by_span(passage: Passage, record: Record) -> list[float]:
    """From the words a reader named: those that hold them show it; where the rating is no, nothing does."""
    labels = record.labels
    if labels is None or passage.reply:
        return [np.nan] * len(LABELS)

    def said(about: str) -> bool:
        return any(_holds(passage, span) for span in labels.evidence.get(about, ()))

    met = [1.0 if said(c) else 0.0 if labels.criteria[c] == "no" or labels.evidence.get(c) else np.nan for c in CRITERIA]
    hint = [1.0 if said(c) else 0.0 if labels.criteria[c] == "no" else np.nan for c in CRITERIA]
    return [*met, *hint, *(1.0 if said(f) else np.nan if labels.flags[f] else 0.0 for f in FLAGS)]


def _holds(passage: Passage, span: str) -> bool:
    wanted, there = folded(span).split(), folded(passage.text).split()
    return sum(w in there for w in wanted) >= SAME * len(wanted) and (len(wanted) > 3 or folded(span) in folded(passage.text))


def _of_bank(library: Library, scenario: Scenario) -> Iterator[Example]:
    brief = library.brief(scenario.principle, "sde2", scenario.id)
    nothing, none = np.full(len(CRITERIA), np.nan), np.full(len(FLAGS), np.nan)
    faults = {f.shows: f.quote for f in scenario.weak_answer.faults}

    def answer(
        text: str, shown: Mapping[str, str], value: float, ratings: np.ndarray, flags: np.ndarray, verdict: int
    ) -> Example:
        told = Transcript(turns=(Turn(number=1, question=brief.questions[0], text=text),))
        found = passages(told.answers, manner(brief.rubric))
        rows = np.full((len(found), len(LABELS)), np.nan)
        for label, quote in shown.items():
            if label in LABELS:
                rows[[n for n, p in enumerate(found) if _holds(p, quote)], LABELS.index(label)] = (
                    value if label in CRITERIA else 1.0
                )
        return _example(brief, told, found, rows, scenario.id, EXAMPLE, EXAMPLE, (ratings, nothing), flags, verdict, False)

    yield answer(scenario.strong_answer, {}, 1.0, np.ones(len(CRITERIA)), np.zeros(len(FLAGS)), VERDICTS.index("strong_hire"))
    weak = np.array([0.25 if c in faults else np.nan for c in CRITERIA])
    flagged = np.array([1.0 if f in faults else np.nan for f in FLAGS])
    yield answer(scenario.weak_answer.text, faults, 0.0, weak, flagged, VERDICTS.index(scenario.weak_answer.verdict))
    for probe in scenario.follow_ups:
        if probe.targets[0] not in CRITERIA:
            continue
        column = CRITERIA.index(probe.targets[0])
        for reply, value in ((probe.strong, 1.0), (probe.weak, 0.0)):
            turn = Turn(number=2, question=probe.question, probe=probe.id, targets=probe.targets, text=reply.answer)
            found = passages((Turn(number=1, question="", text="There was this problem."), turn), manner(brief.rubric))[1:]
            rows = np.full((len(found), len(LABELS)), np.nan)
            if value:
                hit = [n for n, p in enumerate(found) if _holds(p, probe.strong.key_phrase)]
                rows[hit, column] = rows[hit, column + len(CRITERIA)] = 1.0
            else:
                rows[:, column] = 0.0
            yield _passages_only(found, rows, scenario.id, (nothing, nothing), none)


def _phrases() -> Iterator[Example]:
    """Single sentences, each for one label, as if from the middle of an answer."""
    nothing, none = np.full(len(CRITERIA), np.nan), np.full(len(FLAGS), np.nan)
    for about, kinds in yaml.safe_load(PHRASES.read_text(encoding="utf-8")).items():
        column = LABELS.index(about)
        for kind, texts in kinds.items():
            for text in texts:
                row = np.full((1, len(LABELS)), np.nan)
                row[0, column] = float(kind == "shows")
                if about in CRITERIA:
                    row[0, column + len(CRITERIA)] = float(kind != "not")
                found = (Passage(turn=1, text=text, number=2, of=5, targets=(), reply=False),)
                yield _passages_only(found, row, text, (nothing, nothing), none)._replace(weight=PHRASE)


def _passages_only(
    found: tuple[Passage, ...], shown: np.ndarray, story: str, ratings: tuple[np.ndarray, np.ndarray], flags: np.ndarray
) -> Example:
    blank = [0.0] * (len(CRITERIA) + len(FLAGS))
    return Example(
        story, found, shown.astype(np.float32), EXAMPLE, 0.0, np.zeros(len(found), bool), ratings, flags,
        (blank, blank), np.ones(len(CRITERIA)),
        np.zeros(len(CRITERIA), bool), False, None, 1, False, np.ones(len(CRITERIA)), np.zeros(len(CRITERIA), bool),
    )  # fmt: skip


def _example(
    brief: Brief, told: Transcript, found: tuple[Passage, ...], shown: np.ndarray, story: str, weight: float, trust: float,
    ratings: tuple[np.ndarray, np.ndarray], flags: np.ndarray, verdict: int, measured: bool,
) -> Example:  # fmt: skip
    opening = Transcript(turns=told.turns[:1])
    mainly = {t.targets[0] for t in told.answers[1:] if t.targets}
    return Example(
        story, found, shown.astype(np.float32), weight, trust, np.array([not p.reply for p in found], bool),
        ratings, flags, (detected(brief, opening), detected(brief, told)), moved(brief),
        np.array([c in mainly for c in CRITERIA]),
        len(told.turns) > 1, verdict, LEVELS.index(brief.level), measured,
        np.array([brief.weights[c] for c in CRITERIA]), np.zeros(len(CRITERIA), bool), brief.pack.name,
    )  # fmt: skip


def moved(brief: Brief) -> np.ndarray:
    """By how much the principle's pack raises or lowers each criterion, beside the mean of all."""
    found = pulls(brief)
    return np.array([found[c] for c in CRITERIA])
