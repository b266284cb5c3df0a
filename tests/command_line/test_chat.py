"""`interviewer chat`: an interview through a pipe and at a terminal, left and taken up again."""

import re
from pathlib import Path

import pytest

from interviewer.database import LOCAL, Database
from interviewer.interview import Said
from interviewer.settings import OFFLINE_NOTICE
from interviewer.store import Store
from tests.command_line.conftest import STORY, Run, Terminals
from tests.command_line.test_check import broken
from tests.models.stub import Stub
from tests.pages.modelling import asking


def squeezed(text: str) -> str:
    """Without the line breaks that depend on the width of the terminal."""
    return " ".join(text.split())


def resume_id(output: str) -> str:
    found = re.search(r"interviewer chat --resume ([0-9a-f]{32})", squeezed(output))
    assert found, output
    return found.group(1)


def said(settings: dict[str, str], id: str) -> list[str]:
    """The candidate's turns as kept."""
    events = Store(Database(settings["INTERVIEWER_DATABASE_URL"]), LOCAL).load(id).events
    return [e.text for e in events if isinstance(e, Said)]


def test_a_piped_interview_goes_from_the_question_to_the_assessment(run: Run, settings: dict[str, str]) -> None:
    second = "I counted them myself, before and after, in the same report."
    result = run("chat", "--principle", "ownership", input=f"\n{STORY}\n\n\n{second}\n")
    assert result.exit_code == 0
    assert result.stdout.count("Interviewer:") >= 3
    assert "What the bar raiser thinks" in result.stdout
    assert "For comparison, a strong answer" in result.stdout
    assert said(settings, resume_id(result.stdout)) == [STORY, second]


def test_without_a_key_it_says_so_and_how_to_change_it(run: Run) -> None:
    assert OFFLINE_NOTICE in squeezed(run("chat", "--principle", "ownership").stdout)


def test_a_scenario_alone_names_its_principle(run: Run) -> None:
    result = run("chat", "--scenario", "orphaned_night_job", "--level", "senior", input=STORY)
    assert "Ownership, Senior" in result.stdout
    assert "The overnight list that nobody owned" in result.stdout


def test_no_follow_up_is_asked_when_none_is_allowed(run: Run) -> None:
    result = run("chat", "--principle", "ownership", "--probes", "0", input=f"{STORY}\n\nmore\n")
    assert result.exit_code == 0
    assert result.stdout.count("Interviewer:") == 2


def test_end_ends_the_interview_with_what_was_said_until_then(run: Run, settings: dict[str, str]) -> None:
    result = run("chat", "--principle", "ownership", input=f"{STORY}\n/end\nnever read\n")
    assert result.exit_code == 0
    assert said(settings, resume_id(result.stdout)) == [STORY]


def test_an_interview_without_an_answer_is_too_little_to_judge(run: Run) -> None:
    result = run("chat", "--principle", "ownership")
    assert result.exit_code == 0
    assert "No Hire" in result.stdout
    assert "too little" in squeezed(result.stdout)


def test_a_finished_interview_can_be_read_again(run: Run) -> None:
    first = run("chat", "--principle", "ownership", input=STORY)
    again = run("chat", "--resume", resume_id(first.stdout))
    assert again.exit_code == 0
    assert first.stdout.endswith(again.stdout)
    assert "Assessment" in again.stdout


def test_a_failed_model_keeps_the_answer_and_says_how_to_go_on(run: Run, settings: dict[str, str], closed: str) -> None:
    failed = run("chat", "--principle", "ownership", "--engine", "llm", input=STORY, OPENAI_BASE_URL=closed)
    assert failed.exit_code == 1
    assert "could not be reached" in failed.stderr
    assert "Traceback" not in failed.output
    id = resume_id(failed.stderr)
    assert said(settings, id) == [STORY]
    went_on = run("chat", "--resume", id, "--engine", "local", input="It was my own idea.\n\n")
    assert went_on.exit_code == 0
    assert "What the bar raiser thinks" in went_on.stdout
    assert said(settings, id)[0] == STORY


def test_what_a_model_took_is_told_at_the_end(run: Run, settings: dict[str, str]) -> None:
    with Stub() as stub:
        stub.default = asking("What did you measure?")
        ended = run("chat", "--principle", "ownership", "--probes", "0", input=f"{STORY}\n\n", OPENAI_BASE_URL=stub.base_url)
    assert ended.exit_code == 0
    assert re.search(r"This interview took \d model calls: [\d,]+ tokens in", squeezed(ended.stdout))


def test_the_command_to_go_on_names_the_same_content(run: Run, content: Path) -> None:
    prompts = content / "prompts"
    result = run("chat", "--principle", "ownership", "--prompts", str(prompts))
    assert f"--prompts {prompts}" in squeezed(result.stdout)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--principle", "telepathy"], "There is no principle 'telepathy'"),
        (["--principle", "Not an id!"], "There is no principle 'Not an id!'"),
        (["--scenario", "moon_landing"], "There is no scenario 'moon_landing'"),
        (["--principle", "customer_obsession", "--scenario", "orphaned_night_job"], "is about ownership"),
        (["--level", "cto"], "'--level'"),
        (["--probes", "21"], "'--probes'"),
        (["--engine", "llm"], "No model key is set"),
        (["--resume", "0" * 32], "There is no interview"),
        (["--resume", "../../etc/passwd"], "There is no interview"),
        (["--resume", "0" * 32, "--level", "sde1"], "--resume"),
    ],
)
def test_what_cannot_be_started_is_a_sentence(run: Run, arguments: list[str], says: str) -> None:
    result = run("chat", *arguments, input=STORY)
    assert result.exit_code == 2
    assert says in squeezed(result.stderr)
    assert "Traceback" not in result.output
    assert "Interviewer:" not in result.stdout


def test_broken_prompts_are_listed_before_anything_is_asked(run: Run, content: Path) -> None:
    prompts, scenarios = broken(content)
    result = run("chat", "--prompts", str(prompts), "--scenarios", str(scenarios))
    assert (result.exit_code, result.stdout) == (2, "")
    assert all(name in result.stderr for name in ("rubric.yaml:", "review.md:", "orphaned_night_job.yaml:"))


def test_a_database_that_cannot_be_used_is_a_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    result = run("chat", INTERVIEWER_DATABASE_URL=f"sqlite:///{tmp_path / 'taken'}")
    assert result.exit_code == 1
    assert "taken" in result.stderr
    assert "Traceback" not in result.output


def test_a_damaged_database_is_set_aside_and_the_person_told_where_it_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "damaged").write_text("SECRET" * 1000)
    result = run("chat", INTERVIEWER_DATABASE_URL=f"sqlite:///{tmp_path / 'damaged'}")
    assert result.exit_code == 0
    aside = next(tmp_path.glob("damaged.damaged-*"))
    assert aside.read_text() == "SECRET" * 1000
    assert str(aside) in result.stderr
    assert "SECRET" not in result.output


def test_ctrl_c_leaves_and_the_interview_goes_on_later(terminals: Terminals, settings: dict[str, str]) -> None:
    terminal = terminals("chat", "--principle", "ownership")
    question = squeezed(terminal.sees("\n> ")).partition("Interviewer: ")[2].removesuffix(" >")
    terminal.types("Half a")
    terminal.sees("Half a")
    shown = terminal.interrupts(until="Go on with: ")
    code, rest = terminal.leaves()
    assert code == 130
    id = resume_id(shown + rest)
    assert said(settings, id) == []
    again = terminals("chat", "--resume", id)
    assert question in squeezed(again.sees("\n> "))
    again.types(f"{STORY}\n\n")
    again.sees("Interviewer:")
    again.sees("> ")
    again.types("\x04")
    code, shown = again.leaves()
    assert code == 0
    assert "What the bar raiser thinks" in shown


def test_a_pasted_answer_may_hold_blank_lines(terminals: Terminals, settings: dict[str, str]) -> None:
    terminal = terminals("chat", "--principle", "ownership")
    terminal.sees("\n> ")
    terminal.types("I noticed it first.\n\nI fixed it, too.\n")
    terminal.sees("I fixed it, too.")
    terminal.types("\n")
    terminal.sees("Interviewer:")
    terminal.types("/end\n")
    _, shown = terminal.leaves()
    assert said(settings, resume_id(shown)) == ["I noticed it first.\n\nI fixed it, too."]


def test_at_a_terminal_the_principle_is_chosen_from_a_list(terminals: Terminals) -> None:
    terminal = terminals("chat")
    listed = terminal.sees("Which principle?")
    number = re.search(r"(\d+)\. Ownership", listed)
    assert number
    terminal.types("none of them\n")
    terminal.sees("Please give a number")
    terminal.types(f"{number.group(1)}\n")
    assert "Ownership, SDE II" in terminal.sees("Interviewer:")


def test_at_a_terminal_one_chooses_what_to_do_about_a_failed_model(
    terminals: Terminals, settings: dict[str, str], closed: str
) -> None:
    terminal = terminals("chat", "--principle", "ownership", "--engine", "llm", OPENAI_BASE_URL=closed)
    terminal.sees("\n> ")
    terminal.types("I noticed it and I fixed it.\n\n")
    terminal.sees("for now?")
    terminal.types("t\n")
    terminal.sees("for now?")
    terminal.types("o\n")
    terminal.sees("Interviewer:")
    terminal.types("/end\n")
    code, shown = terminal.leaves()
    assert code == 0
    assert said(settings, resume_id(shown)) == ["I noticed it and I fixed it."]
