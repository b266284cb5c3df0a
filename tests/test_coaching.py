from interviewer.brief import Brief
from interviewer.coaching import MOST_HINTS, hints, standings
from interviewer.interview import Asked, Interview, Setup
from interviewer.library import Library
from interviewer.review import Review
from interviewer.rubric import PARTS, Level
from tests.saying import rated

SETUP = Setup(principle="ownership", scenario=None, level="sde2", engine="local", style="coached")


def at(because: str | None) -> Interview:
    asked = Asked(text="?", question="?", plainer="?", probe=because, targets=(because,) if because else (), because=because)
    return Interview.new(SETUP).after(asked)


def test_before_the_first_answer_every_part_is_open(brief: Brief) -> None:
    shown = standings(brief, Review())
    assert [s.part for s in shown] == list(PARTS)
    assert all(s.met == 0 and set(s.ratings.values()) == {"no"} for s in shown)


def test_only_what_is_met_in_full_is_counted(brief: Brief) -> None:
    shown = {s.part: s for s in standings(brief, rated(brief, {"stakes": "yes", "metric": "partly"}))}
    assert shown["situation"].met == 1
    assert shown["result"].met == 0
    assert shown["result"].ratings["metric"] == "partly"


def test_what_the_level_does_not_expect_is_left_out(library: Library) -> None:
    level: Level = "sde1"
    shown = standings(library.brief("ownership", level), Review())
    assert "systemic_insight" not in {c for s in shown for c in s.ratings}


def test_the_hint_for_a_follow_up_is_about_its_gap_alone(brief: Brief) -> None:
    assert [c.id for c in hints(brief, at("metric"))] == ["metric"]


def test_the_hints_for_a_main_question_are_what_weighs_most_in_the_order_of_telling(brief: Brief) -> None:
    found = hints(brief, at(None))
    assert len(found) == MOST_HINTS
    assert min(brief.weights[c.id] for c in found) >= max(w for c, w in brief.weights.items() if c not in {f.id for f in found})
    assert [PARTS.index(c.part) for c in found] == sorted(PARTS.index(c.part) for c in found)
