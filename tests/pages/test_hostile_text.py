"""Text of every origin tries everything on every page: nothing is loaded, nothing runs, nothing looks like the page's own.

What is kept comes from the database as an import of anybody's file would leave it; the content is a prompts folder of somebody's.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from playwright.sync_api import Page, expect

from interviewer.database import LOCAL, Database
from interviewer.engines.local import LocalEngine
from interviewer.ids import new_id
from interviewer.interview import Interview, Setup
from interviewer.interviewer import Interviewer
from interviewer.library import bundled, load
from interviewer.loop import Loop
from interviewer.loops import Loops
from interviewer.pages.inert import JOINER
from interviewer.reports import as_markdown, as_pdf, blocks
from interviewer.store import Store
from tests.pages.browsing import PATIENCE, idle, listening
from tests.pages.driving import STORY
from tests.pages.serving import Server, serving
from tests.pages.test_modes import poisoned
from tests.test_runs import SCORED, keep

pytestmark = pytest.mark.browser
FREE = frozenset(
    {"text", "question", "plainer", "comment", "summary", "bar_raiser_thinks", "reason", "strengths", "title", "model"}
)
"""Fields that hold whatever somebody wrote."""
TALE = "orphaned_night_job"
SPOOFS = {
    "SPOOFHEAD": "# ",
    "SPOOFBOLD": "**",
    "SPOOFRED": ":red[",
    "SPOOFBADGE": ":green-badge[",
    "SPOOFBOX": "<h1>",
    "SPOOFBUTTON": "<button>",
    "SPOOFLINK": "[",
    "SPOOFCODE": "`",
    "SPOOFMATH": "$",
    "SPOOFCELL": "| ",
}
"""Words, and the mark without which none of them is ever seen: were it gone, something would have been made of it."""
UNSEEN = "\u202e\u2066\u200b\u200d\ufe0f\U000e0041\U000e0073\x1b[31m\x9b31m\x07"


def hostile(elsewhere: str) -> str:
    return (
        f"![x]({elsewhere}/image) <img src='{elsewhere}/tag' onerror='fetch(\"{elsewhere}/onerror\")'> "
        f"<script>fetch('{elsewhere}/script')</script> <style>@import '{elsewhere}/style';</style> "
        f"<iframe src='{elsewhere}/frame'></iframe> <svg onload='fetch(\"{elsewhere}/svg\")'> {elsewhere}/bare "
        f"<link rel=stylesheet href='{elsewhere}/link'> <a href='javascript:alert(1)'>x</a> [y](javascript:alert(1)) "
        f"<b style=\"background: url('{elsewhere}/background')\">z</b> ' \" &lt;img src={elsewhere}/entity&gt; "
        "**SPOOFBOLD** :red[SPOOFRED] :green-badge[SPOOFBADGE] :material/verified: :smile: <h1>SPOOFBOX</h1> "
        f"<button>SPOOFBUTTON</button> [SPOOFLINK]({elsewhere}/click) `SPOOFCODE` $SPOOFMATH$ {UNSEEN}\n\n"
        "# SPOOFHEAD\n\n| SPOOFCELL | b |\n|---|---|\n| c | d |\n\n---\n"
    )


class Poisoned(NamedTuple):
    server: Server
    elsewhere: str
    asked: list[str]
    """Paths that were asked for elsewhere."""
    interview: str
    """One that is assessed."""
    unfinished: str
    loop: str


@pytest.fixture(scope="module")
def told() -> tuple[Interview, Interview]:
    """An interview that is going on, and the same assessed."""
    library = load(bundled("prompts"), bundled("scenarios"))
    keeper = Kept()
    conductor = Interviewer(library, keeper, lambda _: LocalEngine(library))
    going_on = conductor.begin(Setup(principle="ownership", scenario=TALE, level="sde2", engine="local", style="coached"))
    going_on = conductor.hear(going_on, f"{STORY} It was their fault, they did not listen.")
    list(conductor.respond(going_on))
    ended = conductor.end(keeper.latest)
    return ended, conductor.assess(ended)


class Kept:
    """Keeps the latest state of one interview."""

    latest: Interview

    def create(self, interview: Interview) -> None:
        self.latest = interview

    def append(self, interview: Interview, *events: Any) -> Interview:
        self.latest = interview.after(*events)
        return self.latest


def tainted(interview: Interview, text: str, id: str) -> Interview:
    """`interview` as `id`, with `text` behind everything in it that somebody wrote."""
    return Interview.model_validate(_tainted(interview.model_dump(mode="json"), text) | {"id": id})


def _tainted(value: Any, text: str, field: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _tainted(inner, text, name) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_tainted(inner, text, field) for inner in value]
    return f"{value}{text}" if isinstance(value, str) and field in FREE else value


@pytest.fixture(scope="module")
def poisoned_server(told: tuple[Interview, Interview], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Poisoned]:
    folder = tmp_path_factory.mktemp("hostile")
    with listening() as (elsewhere, asked):
        text = hostile(elsewhere)
        _poison_content(folder, text)
        database = Database(f"sqlite:///{folder / 'i.db'}")
        store, loops = Store(database, LOCAL), Loops(database, LOCAL)
        ended, assessed = told
        done, going_on = tainted(assessed, text, new_id()), tainted(ended, text, new_id())
        going_on = Interview(id=going_on.id, setup=going_on.setup, events=going_on.events[:-1])
        library = load(bundled("prompts"), bundled("scenarios"))
        loop = Loop.model_validate(_tainted(Loop.new(library.roles[0], "sde2", "local").model_dump(mode="json"), text))
        for interview in (done, going_on, *(tainted(assessed, text, seat.interview) for seat in loop.seats)):
            store.create(interview)
        loops.create(loop)
        (folder / "runs").mkdir()
        remark = {"trial": text, "what": text, "weight": 1.0}
        keep(folder / "runs", "before", age=0, scored={text: {**SCORED["agreement"], "remarks": [remark]}})
        settings = {
            "INTERVIEWER_PROMPTS": str(folder / "prompts"),
            "INTERVIEWER_SCENARIOS": str(folder / "scenarios"),
            "INTERVIEWER_RUNS": str(folder / "runs"),
        }
        with serving(folder / "i.db", **settings) as server:
            yield Poisoned(server, elsewhere, asked, done.id, going_on.id, loop.id)


def _poison_content(folder: Path, text: str) -> None:
    for name in ("prompts", "scenarios"):
        shutil.copytree(bundled(name), folder / name)
    file = folder / "scenarios" / f"{TALE}.yaml"
    file.write_text(yaml.safe_dump(poisoned(yaml.safe_load(file.read_text()), _yaml(text))))
    pack = folder / "prompts" / "principles" / "ownership.md"
    pack.write_text(f"{pack.read_text()}\n- {_yaml(text)}\n")
    jobs = folder / "prompts" / "loops.yaml"
    loops = yaml.safe_load(jobs.read_text())
    for role in loops["roles"]:
        role["title"], role["about"] = f"{role['title']} {_yaml(text)}", f"{role['about']} {_yaml(text)}"
    jobs.write_text(yaml.safe_dump(loops))


def _yaml(text: str) -> str:
    """`text` on one line, as far as a YAML file can hold it."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\U000e0000-\U000e0fff]", " ", text).replace("{", "(")


PAGES = (
    "?interview={interview}",
    "?interview={unfinished}",
    "?scenario=" + TALE,
    "progress",
    "progress?view=trends",
    "progress?view=stories",
    "progress?view=data",
    "loop",
    "loop?loop={loop}",
    "learn?scenario=" + TALE,
    "learn?scenario=" + TALE + "&view=follow_ups",
    "learn?scenario=" + TALE + "&view=told_badly",
    "practise?principle=ownership",
    "test",
    "authors",
)


@pytest.mark.parametrize("address", PAGES)
def test_on_no_page_does_any_text_load_run_or_spoof_anything(page: Page, poisoned_server: Poisoned, address: str) -> None:
    page.add_init_script("window.alert = window.open = () => { window.ran = true; }")
    path = address.format(**poisoned_server._asdict())
    page.goto(f"{poisoned_server.server.address}/{path}")
    expect(page.locator(".stMain").get_by_role("heading").or_(page.get_by_test_id("stChatMessage")).first).to_be_visible(
        timeout=PATIENCE
    )
    idle(page)
    for folded in page.locator(".stMain summary").all():
        folded.click()
    idle(page)
    main = page.locator(".stMain")
    made = f"img, script, iframe, link, svg[onload], .katex, [href*='{poisoned_server.elsewhere}'], [href^='javascript']"
    expect(main.locator(made)).to_have_count(0)
    seen = main.inner_text().replace(JOINER, "")
    assert_nothing_was_made_of(seen)
    assert not set(UNSEEN) - set("[31m") & set(seen)
    assert page.evaluate("window.ran === undefined")
    assert not poisoned_server.asked


def assert_nothing_was_made_of(seen: str) -> None:
    for spoof, mark in SPOOFS.items():
        for found in re.finditer(spoof, seen):
            assert seen[: found.start()].endswith(mark), (spoof, seen[found.start() - 40 : found.end()])
    assert "😄" not in seen


def test_the_pages_do_show_the_text(page: Page, poisoned_server: Poisoned) -> None:
    """Else the test above would hold for empty pages."""
    for path in (f"?interview={poisoned_server.interview}", f"?interview={poisoned_server.unfinished}", f"learn?scenario={TALE}"):
        page.goto(f"{poisoned_server.server.address}/{path}")
        expect(page.get_by_text("**SPOOFBOLD**").first).to_be_attached(timeout=PATIENCE)


def test_nor_does_it_in_what_is_taken_away(told: tuple[Interview, Interview]) -> None:
    from markdown_it import MarkdownIt

    library = load(bundled("prompts"), bundled("scenarios"))
    text = hostile("http://elsewhere.test")
    interview = tainted(told[1], text, new_id())
    assert interview.assessment
    brief = library.brief("ownership", "sde2", TALE)
    markdown = as_markdown(blocks(brief, interview, interview.assessment))
    html = MarkdownIt("commonmark").render(markdown)
    assert not re.search(r"<(?:img|a|script|iframe|style|code|button|table|hr|b)\b", html)
    assert not set("\u202e\u2066\u200b\U000e0041\x1b") & set(markdown)
    pdf = as_pdf(blocks(brief, interview, interview.assessment), "Hire")
    assert b"/URI" not in pdf
    assert b"/JavaScript" not in pdf
