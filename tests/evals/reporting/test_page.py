"""The report, as a page and as what it shows."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from evals import thresholds
from evals.dataset import Dataset
from evals.folder import Manifest, RunFolder
from evals.reporting import wording
from evals.reporting.page import shown, write
from evals.scoring import SUITES, scores
from evals.suites import agreement, levels
from evals.thresholds import Thresholds
from evals.trial import Result
from interviewer.library import Library
from interviewer.recorded import FollowUpAnswer, Record
from tests.evals.conftest import STRONG, WEAK, Making
from tests.evals.suites.judging import judged, lost, with_verdict

HOSTILE = "</div><script>fetch('http://evil.example')</script><img src=x onerror=alert(1)> {{ 7*7 }} ![x](http://evil.example/y)"
MANIFEST = Manifest(
    engine="local", model=None, suites=("agreement",), datasets={HOSTILE: "1"}, content="x", repeats=1, limit=None, package="0"
)
BOUNDS = Thresholds.model_validate(
    {
        "local": {"agreement": {"verdict_qwk": {"at_least": 1.1, "goal": 2}, "verdict_adjacent": {"at_least": 0, "goal": 0}}},
        "llm": {},
    }
)


@pytest.fixture
def results(library: Library, record: Making) -> list[Result]:
    """Six interviews, of which one holds markup in every place, two are judged quite otherwise and one not at all."""
    hostile = hostile_record(record)
    records = [record("one", STRONG, "strong_hire"), record("two", WEAK, "no_hire", "no"), hostile]
    records += [record(f"r{n}", f"{STRONG} That was in 200{n}.", "hire") for n in range(3)]
    found = judged(agreement.trials(Dataset(tuple(records), ()), library, 1), library)
    return [
        with_verdict(found[0], "no_hire"),
        with_verdict(found[1], "no_hire"),
        with_verdict(found[2], "no_hire"),
        *found[3:5],
        lost(found[5]),
    ]


def hostile_record(record: Making) -> Record:
    made = record("<b>id</b>", f"{HOSTILE} {STRONG}", "strong_hire")
    assert made.labels
    labels = made.labels.model_copy(update={"evidence": {"metric": ("<script>fetch('http://evil.example')</script>",)}})
    again = (FollowUpAnswer(question=HOSTILE, answer=HOSTILE),)
    return made.model_copy(update={"labels": labels, "question": HOSTILE, "follow_ups": again})


class Seen(HTMLParser):
    """The tags of a page with what would load or run something, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.handlers: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [str(value) for name, value in attrs if name in ("src", "href", "action", "data", "srcset")]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.text += data


def page(results: list[Result], folder: Path) -> str:
    run = RunFolder(folder)
    run.open(MANIFEST)
    write(run, scores(results), results, BOUNDS)
    return run.report.read_text(encoding="utf-8")


def test_what_candidates_wrote_stays_text(results: list[Result], tmp_path: Path) -> None:
    seen = Seen(page(results, tmp_path))
    assert not seen.tags & {"script", "img", "b", "iframe", "link", "object"}
    assert seen.handlers == []
    assert "<script>fetch(" in seen.text
    assert "{{ 7*7 }}" in seen.text


def test_the_page_needs_nothing_but_itself(results: list[Result], tmp_path: Path) -> None:
    written = page(results, tmp_path)
    assert all(address.startswith("#") for address in Seen(written).addresses)
    assert "default-src 'none'" in written
    assert not re.search(r"url\(|@import", written)


def test_every_link_leads_somewhere(results: list[Result], tmp_path: Path) -> None:
    written = page(results, tmp_path)
    assert {a[1:] for a in Seen(written).addresses} <= set(re.findall(r'id="([\w-]+)"', written))


def test_evidence_and_quotes_are_marked_in_what_was_said(results: list[Result], tmp_path: Path) -> None:
    written = page(results, tmp_path)
    assert re.search(r'<mark class="(reader|both)">&lt;script&gt;fetch\(', written)
    assert '<mark class="judge">' in written


def test_bounds_goals_and_what_was_lost_are_shown(results: list[Result]) -> None:
    given = shown(MANIFEST, scores(results), results, BOUNDS)
    [(suite, question, bounded)] = given["gates"]
    assert (suite, question) == ("agreement", SUITES["agreement"].question)
    rows = {row.measure: row for row in bounded}
    assert rows["verdict_qwk"].holds is False
    assert rows["verdict_adjacent"].reached is True
    assert [id for id, _ in given["sections"][0].lost] == ["agreement/r2"]
    assert "1 of 2 bounds does not hold:" in given["headline"]
    [missed] = given["missed"]
    assert missed.startswith("Verdicts agree with a careful reader's beyond chance")
    assert any("1 trial could not be assessed and counts in no figure" in s for s in given["headline"])


@pytest.mark.parametrize(("noted", "said"), [(-1, "known since 1 November 2026 at -1"), (0.9, "at 0.9, worse now")])
def test_a_bound_known_to_be_missed_is_shown_as_missed_since_then(results: list[Result], noted: float, said: str) -> None:
    bound = {"at_least": 0.95, "known": {"value": noted, "since": "2026-11-01"}}
    bounds = Thresholds.model_validate({"local": {"agreement": {"verdict_qwk": bound}}, "llm": {}})
    given = shown(MANIFEST, scores(results), results, bounds)
    [row] = given["gates"][0][2]
    assert row.holds is False
    assert row.known.endswith(said)
    assert said in given["missed"][0]


def test_every_bound_is_explained() -> None:
    bounds = thresholds.read()
    for suites in (bounds.local, bounds.llm):
        for suite, own in suites.items():
            assert [m for m in own if wording.plain(suite, m) == wording.said(m)] == []


def test_the_judge_stands_beside_the_yardsticks(library: Library, record: Making) -> None:
    records = [record(f"r{n}", (STRONG if n % 2 else WEAK) + f" In 200{n}.", "hire" if n % 2 else "no_hire") for n in range(6)]
    records = [r.model_copy(update={"second_labels": r.labels}) for r in records]
    results = judged(agreement.trials(Dataset(tuple(records), ()), library, 1), library)
    given = shown(MANIFEST, scores(results), results, BOUNDS)
    names = [row.name for row in given["yardsticks"]]
    assert names[0] == "the judge"
    assert {"by words counted", "by digits counted", "by “I” counted", "a second reader"} <= set(names)


def test_the_worst_disagreement_comes_first(results: list[Result]) -> None:
    worst = shown(MANIFEST, scores(results), results, BOUNDS)["disagreements"]
    assert worst[0].remark.weight == max(d.remark.weight for d in worst) == 3


def test_a_run_without_labels_has_a_page_too(library: Library, record: Making, tmp_path: Path) -> None:
    results = judged(levels.trials(Dataset((record(),), ()), library, 1), library)
    written = page(results, tmp_path)
    assert "Worst disagreements" not in written
    assert "Is a higher level never easier?" in written


def test_the_bounds_that_come_along_fit_the_page(results: list[Result]) -> None:
    assert shown(MANIFEST, scores(results), results, thresholds.read())["headline"]
