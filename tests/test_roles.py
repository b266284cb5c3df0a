from collections import Counter
from pathlib import Path

import pytest

from interviewer.files import ContentError
from interviewer.library import Library, load
from interviewer.roles import FILE


def broken(content: Path, old: str, new: str) -> list[str]:
    """The faults when `old` in the loops is replaced by `new` once."""
    file = content / "prompts" / FILE
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))
    with pytest.raises(ContentError) as error:
        load(content / "prompts", content / "scenarios")
    return [f"{fault.line}: {fault.field}: {fault.message}" for fault in error.value.faults]


def line(content: Path, text: str) -> int:
    """The line of the loops on which `text` stands first."""
    return next(n for n, line in enumerate((content / "prompts" / FILE).read_text().splitlines(), 1) if text in line)


def test_there_are_loops_for_several_jobs_with_a_bar_raiser_in_each(library: Library) -> None:
    assert {"software_engineer", "engineering_manager", "data_analyst", "operations", "product_manager"} <= {
        role.id for role in library.roles
    }
    for role in library.roles:
        assert [i.title for i in role.interviewers].count("Bar raiser") == 1


def test_a_loop_hears_as_many_principles_as_it_can(library: Library) -> None:
    for role in library.roles:
        heard = Counter(p for i in role.interviewers for p in (i.asks, i.also))
        assert heard.most_common(1)[0][1] == 1, role.id


def test_every_principle_is_asked_about_in_some_loop(library: Library) -> None:
    heard = {p for role in library.roles for i in role.interviewers for p in (i.asks, i.also)}
    assert heard == set(library.packs)


@pytest.mark.parametrize(
    ("old", "new", "at", "told"),
    [
        ("asks: ownership", "asks: punctuality", "asks: ownership", "there is no principle punctuality"),
        ("also: deliver_results", "also: punctuality", "also: deliver_results", "there is no principle punctuality"),
        (
            "scenario: cold_street",
            "scenario: warm_street",
            "scenario: cold_street",
            "there is no scenario warm_street for dive_deep",
        ),
        ("scenario: cold_street", "scenario: january_gap", "scenario: cold_street", "no scenario january_gap for dive_deep"),
        ("also: deliver_results", "also: ownership", "title: Hiring manager", "asks and also are both ownership"),
        ("asks: dive_deep", "asks: ownership", "id: software_engineer", "asked by two interviewers: ownership"),
        ("id: operations", "id: data_analyst", "version: 1", "the id is used twice: data_analyst"),
        ("title: Operations", "titel: Operations", "titel: Operations", "is not a known field"),
        ("about: Builds", "abuot: Builds", "id: software_engineer", "is missing"),
    ],
)
def test_a_fault_is_named_with_its_line(content: Path, old: str, new: str, at: str, told: str) -> None:
    expected = line(content, at if at != "titel: Operations" else "title: Operations")
    faults = broken(content, old, new)
    assert [fault for fault in faults if told in fault and abs(int(fault.split(":")[0]) - expected) <= 1], faults


def test_a_loop_whose_principles_are_not_here_is_left_out(content: Path) -> None:
    (content / "prompts" / "principles" / "frugality.md").unlink()
    library = load(content / "prompts", content / "scenarios")
    assert "operations" not in {role.id for role in library.roles}
    assert "software_engineer" in {role.id for role in library.roles}


def test_prompts_without_loops_are_fine(content: Path) -> None:
    (content / "prompts" / FILE).unlink()
    assert load(content / "prompts", content / "scenarios").roles == ()
