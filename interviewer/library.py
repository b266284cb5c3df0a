"""The content the program works with: rubric, packs, scenarios, prompts and lines, loaded and checked as a whole."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from interviewer.brief import Brief
from interviewer.files import ContentError, Fault, content_hash, fault_at, line_of, parse_yaml, read_text
from interviewer.principle import Pack
from interviewer.prompt_files import Prompt, load_prompt, split_front_matter
from interviewer.roles import Role, load_roles
from interviewer.rubric import FLAGS, PARTS, PRINCIPLES, CriterionId, FlagId, Level, Rubric
from interviewer.scenario import Scenario

T = TypeVar("T")

PROMPT_VARIABLES: Mapping[str, frozenset[str]] = {
    "shared": frozenset({"rubric"}),
    "review": frozenset({"principle", "scenario", "level", "boundary", "transcript"}),
    "probe": frozenset({"question", "about", "boundary", "transcript"}),
    "clarify": frozenset({"question", "plainer", "boundary", "transcript"}),
    "feedback": frozenset({"principle", "verdict", "findings", "points", "boundary", "transcript"}),
    "mend": frozenset({"fault"}),
}
"""The prompts that speak to a model, and the variables each one must use."""
_QUESTION = frozenset({"question"})
LINE_VARIABLES: Mapping[str, frozenset[str]] = {
    "probe": frozenset({"quote", "question"}),
    "restart": _QUESTION,
    "more": frozenset(),
    "greeting": _QUESTION,
    "length": _QUESTION,
    "repeat": _QUESTION,
    "think": frozenset(),
    "clarify": frozenset({"plainer"}),
    "skip": frozenset(),
    "another_story": _QUESTION,
    "distress": frozenset(),
    "outcome": _QUESTION,
    "asked_before": frozenset(),
    "ask_again": _QUESTION,
    "off_topic": _QUESTION,
    "abuse": _QUESTION,
    "instruction": _QUESTION,
    "unreadable": _QUESTION,
    "silence": _QUESTION,
    "giving_up": _QUESTION,
    "too_long": _QUESTION,
    "close": frozenset(),
    "close_conduct": frozenset(),
    "close_unheard": frozenset(),
}
"""What the interviewer says in its own words, under ``prompts/lines/``, and the variables each line must use."""


class Library(NamedTuple):
    """Everything under ``prompts/`` and ``scenarios/``, valid and consistent; each mapping by id."""

    rubric: Rubric
    packs: Mapping[str, Pack]
    scenarios: Mapping[str, Scenario]
    prompts: Mapping[str, Prompt]
    """What is said to a model."""
    lines: Mapping[str, Prompt]
    """What the interviewer says in its own words."""
    roles: tuple[Role, ...] = ()
    """The jobs there are loops for."""

    def brief(self, principle: str, level: Level, scenario: str | None = None) -> Brief:
        """What an interview on `principle` is about; its default scenario when none is named.

        Raises LookupError, in a sentence, for an unknown principle or scenario or for one of another principle.
        """
        pack = self.packs.get(principle)
        if pack is None:
            raise LookupError(f"There is no principle {principle!r} here; there are {', '.join(self.packs)}.")
        chosen = scenario or pack.default_scenario
        if chosen is None:
            return Brief(pack=pack, rubric=pack.rubric(self.rubric), level=level)
        if chosen not in self.scenarios:
            raise LookupError(f"There is no scenario {chosen!r} here; there are {', '.join(self.scenarios)}.")
        found = self.scenarios[chosen]
        if found.principle != principle:
            raise LookupError(f"Scenario {chosen!r} is about {found.principle}, not {principle}.")
        return Brief(pack=pack, rubric=pack.rubric(self.rubric), level=level, scenario=found)

    def scenarios_of(self, principle: str) -> list[Scenario]:
        return [s for s in self.scenarios.values() if s.principle == principle]


def bundled(name: str) -> Path:
    """The folder `name` (``prompts`` or ``scenarios``) that comes with the program, in a checkout or an installed package."""
    package = Path(__file__).resolve().parent
    beside = package.parent / name
    return beside if beside.is_dir() else package / "content" / name


def load(prompts: Path, scenarios: Path) -> Library:
    """Everything in the two folders. Raises ContentError with every fault found in any file."""
    faults: list[Fault] = []
    rubric = _collect(faults, load_rubric, prompts / "rubric.yaml")
    packs = _folder(faults, prompts / "principles", "*.md", load_pack)
    stories = _folder(faults, scenarios, "*.yaml", load_scenario)
    spoken = {name: _collect(faults, load_prompt, prompts / f"{name}.md", known) for name, known in PROMPT_VARIABLES.items()}
    lines = {
        name: _collect(faults, load_prompt, prompts / "lines" / f"{name}.md", known) for name, known in LINE_VARIABLES.items()
    }
    by_name, by_id = {p.name: p for p in packs.values()}, {s.id: s for s in stories.values()}
    if rubric:
        for file, pack in packs.items():
            faults += _pack_faults(pack, file, rubric, by_id)
        for file, scenario in stories.items():
            faults += _scenario_faults(scenario, file, rubric, by_name)
    asked = {s.id: s.principle for s in by_id.values()}
    roles = _collect(faults, load_roles, prompts, by_name.keys(), asked)
    if faults or rubric is None:
        raise ContentError(sorted(faults))
    return Library(
        rubric=rubric,
        packs=by_name,
        scenarios={id: s for id, s in by_id.items() if s.principle in by_name},
        prompts={name: prompt for name, prompt in spoken.items() if prompt},
        lines={name: line for name, line in lines.items() if line},
        roles=roles or (),
    )


def load_rubric(file: Path) -> Rubric:
    """The rubric in `file`. Raises ContentError."""
    text = read_text(file)
    return parse_yaml(text, Rubric, file, extra={"hash": content_hash(text)})


def load_pack(file: Path) -> Pack:
    """The pack in `file`, on its own. Raises ContentError."""
    text = read_text(file)
    front = split_front_matter(text, file)
    return parse_yaml(front.yaml, Pack, file, first_line=2, extra={"text": front.body, "hash": content_hash(text)})


def load_scenario(file: Path) -> Scenario:
    """The scenario in `file`, on its own. Raises ContentError."""
    text = read_text(file)
    scenario = parse_yaml(text, Scenario, file, extra={"hash": content_hash(text)})
    faults = [fault_at(file, why, *path) for path, why in _unquoted(scenario)]
    if scenario.id != file.stem:
        faults.append(fault_at(file, f"is {scenario.id!r} but the file is {file.name}", "id"))
    if twice := {f.id for f in scenario.follow_ups if [g.id for g in scenario.follow_ups].count(f.id) > 1}:
        faults.append(fault_at(file, f"the id is used twice: {', '.join(sorted(twice))}", "follow_ups"))
    if faults:
        raise ContentError(faults)
    return scenario


def _collect(faults: list[Fault], read: Callable[..., T], *arguments: object) -> T | None:
    """What `read` returns; None, with its faults noted, when the file is broken."""
    try:
        return read(*arguments)
    except ContentError as error:
        faults.extend(error.faults)
        return None


def _folder(faults: list[Fault], folder: Path, pattern: str, read: Callable[[Path], T]) -> dict[Path, T]:
    files = sorted(folder.glob(pattern))
    if not files:
        faults.append(Fault(folder, 1, "", f"holds no {pattern} file"))
    return {file: item for file in files if (item := _collect(faults, read, file))}


def _unquoted(scenario: Scenario) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Phrases that do not occur where the scenario says they do."""
    for part in PARTS:
        for n, phrase in enumerate(scenario.parts[part].key_phrases):
            if phrase not in scenario.parts[part].strong:
                yield ("parts", part, "key_phrases", n), f"{phrase!r} does not occur in the part's strong example"
    for n, probe in enumerate(scenario.follow_ups):
        if probe.strong.key_phrase not in probe.strong.answer:
            yield ("follow_ups", n, "strong", "key_phrase"), f"{probe.strong.key_phrase!r} does not occur in the strong answer"
    for n, fault in enumerate(scenario.weak_answer.faults):
        if fault.quote not in scenario.weak_answer.text:
            yield ("weak_answer", "faults", n, "quote"), f"{fault.quote!r} does not occur in the weak answer"


def _pack_faults(pack: Pack, file: Path, rubric: Rubric, scenarios: Mapping[str, Scenario]) -> Iterator[Fault]:
    def fault(why: str, *path: str | int) -> Fault:
        front = split_front_matter(read_text(file), file).yaml
        return Fault(file, 1 + line_of(front, *path), ".".join(map(str, path)), why)

    if pack.name != file.stem:
        yield fault(f"is {pack.name!r} but the file is {file.name}", "name")
    base = {c.id for c in rubric.criteria}
    known = base | {c.id for c in pack.criteria}
    for field, named in (("emphasise", pack.emphasise), ("downplay", pack.downplay), ("weights", tuple(pack.weights))):
        for unknown in sorted(set(named) - known):
            yield fault(f"{unknown} is not a criterion", field)
    for n, criterion in enumerate(pack.criteria):
        if criterion.id in base:
            yield fault(f"{criterion.id} is already in the rubric", "criteria", n)
    chosen = pack.default_scenario
    if chosen and (chosen not in scenarios or scenarios[chosen].principle != pack.name):
        why = f"there is no scenario {chosen} for {pack.name}; leave the line out if it has none"
        yield fault(why, "default_scenario")


def _scenario_faults(scenario: Scenario, file: Path, rubric: Rubric, packs: Mapping[str, Pack]) -> Iterator[Fault]:
    fault = partial(fault_at, file)
    pack = packs.get(scenario.principle)
    if pack is None and scenario.principle not in PRINCIPLES:
        yield fault(f"there is no pack {scenario.principle}", "principle")
    criteria = {c.id for c in rubric.criteria} | {c.id for c in (pack.criteria if pack else ())}
    for n, probe in enumerate(scenario.follow_ups):
        for unknown in sorted(set(probe.targets) - criteria):
            yield fault(f"{unknown} is not a criterion", "follow_ups", n, "targets")
    for unknown, path in _named(scenario):
        if unknown not in criteria | set(FLAGS):
            yield fault(f"{unknown} is neither a criterion nor a red flag", *path)
    if missing := criteria - {t for probe in scenario.follow_ups for t in probe.targets}:
        yield fault(f"no follow-up targets {', '.join(sorted(missing))}", "follow_ups")
    for n, angle in enumerate(scenario.angles):
        if angle.principle not in PRINCIPLES.keys() | packs.keys():
            yield fault(f"there is no principle {angle.principle}", "angles", n, "principle")


def _named(scenario: Scenario) -> Iterator[tuple[CriterionId | FlagId, tuple[str | int, ...]]]:
    """What must be a criterion or a red flag, with its place."""
    for n, place in enumerate(scenario.weak_answer.faults):
        yield place.shows, ("weak_answer", "faults", n, "shows")
    for n, check in enumerate(scenario.knowledge_checks):
        yield from ((about, ("knowledge_checks", n, "about")) for about in check.about)
