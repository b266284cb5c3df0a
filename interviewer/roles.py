"""Job families and who interviews for them: the data a full loop is made from (``prompts/loops.yaml``)."""

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from interviewer.files import ContentError, Fault, fault_at, parse_yaml, read_text
from interviewer.rubric import PRINCIPLES, Identifier, Strict, Text

FILE = "loops.yaml"
"""Its name in the folder of the prompts."""


class LoopInterviewer(Strict):
    """Somebody who holds one interview of a loop."""

    title: Text
    asks: Identifier
    """The principle of the main question."""
    also: Identifier
    """The principle the same story is read for a second time."""
    scenario: Identifier | None = None
    """The scenario asked about; None: the principle's usual one."""

    @model_validator(mode="after")
    def _two_principles(self) -> Self:
        if self.asks == self.also:
            raise ValueError(f"asks and also are both {self.asks}")
        return self


class Role(Strict):
    """A job family."""

    id: Identifier
    title: Text
    about: Text
    """One line for whoever has to choose."""
    interviewers: Annotated[tuple[LoopInterviewer, ...], Field(min_length=4, max_length=5)]

    @model_validator(mode="after")
    def _each_asked_once(self) -> Self:
        asked = [i.asks for i in self.interviewers]
        if twice := sorted({a for a in asked if asked.count(a) > 1}):
            raise ValueError(f"asked by two interviewers: {', '.join(twice)}")
        return self


class Roles(Strict):
    """The whole file."""

    version: int = Field(ge=1)
    roles: Annotated[tuple[Role, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _each_id_once(self) -> Self:
        ids = [r.id for r in self.roles]
        if twice := sorted({i for i in ids if ids.count(i) > 1}):
            raise ValueError(f"the id is used twice: {', '.join(twice)}")
        return self


def load_roles(folder: Path, packs: Collection[Identifier], scenarios: Mapping[Identifier, Identifier]) -> tuple[Role, ...]:
    """The roles whose principles are all in `packs`; none when the folder has no such file.

    `scenarios` is the principle of each scenario there is. Raises ContentError with every fault of the file.
    """
    file = folder / FILE
    if not file.exists():
        return ()
    roles = parse_yaml(read_text(file), Roles, file).roles
    if faults := list(_faults(roles, file, packs, scenarios)):
        raise ContentError(faults)
    return tuple(r for r in roles if {p for i in r.interviewers for p in (i.asks, i.also)} <= set(packs))


def _faults(
    roles: tuple[Role, ...], file: Path, packs: Collection[Identifier], scenarios: Mapping[Identifier, Identifier]
) -> Iterator[Fault]:
    fault = partial(fault_at, file)
    known = PRINCIPLES.keys() | set(packs)
    for r, role in enumerate(roles):
        for n, interviewer in enumerate(role.interviewers):
            place = ("roles", r, "interviewers", n)
            for field, principle in (("asks", interviewer.asks), ("also", interviewer.also)):
                if principle not in known:
                    yield fault(f"there is no principle {principle}", *place, field)
            asked = interviewer.scenario
            if asked and interviewer.asks in packs and scenarios.get(asked) != interviewer.asks:
                yield fault(f"there is no scenario {asked} for {interviewer.asks}", *place, "scenario")
