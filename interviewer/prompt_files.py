"""Prompt files: front matter that declares the variables, and text that must use exactly those.

Two kinds share the format. A *prompt* speaks to a model and has ``[system]`` and ``[user]`` sections; a *line* is something the
interviewer says and has none, but may offer several wordings separated by ``---``. Variables are written ``{name}``; a literal
brace is doubled.
"""

import re
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from pydantic import BaseModel, Field

from interviewer.files import ContentError, Fault, content_hash, parse_yaml, read_text
from interviewer.rubric import Identifier, Strict, Text

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

M = TypeVar("M", bound=BaseModel)
Role = Literal["system", "user"]


class FrontMatter(NamedTuple):
    """A file taken apart: the YAML between the ``---`` lines and the text after them."""

    yaml: str
    body: str
    body_line: int
    """The line of the file on which the body starts."""


def split_front_matter(text: str, file: Path) -> FrontMatter:
    """Raises ContentError when the file does not start with a closed ``---`` block."""
    match = re.match(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", text, re.DOTALL)
    if match is None:
        raise ContentError([Fault(file, 1, "", "must start with front matter between two lines of ---")])
    body = text[match.end() :]
    blank = len(body) - len(body.lstrip("\n"))
    return FrontMatter(match.group(1), body.strip(), text.count("\n", 0, match.end()) + 1 + blank)


class Prompt(Strict):
    """A prompt or a line, checked at load; see the module's docstring."""

    name: Identifier
    version: int = Field(ge=1)
    variables: tuple[Identifier, ...] = ()
    text: Text
    hash: str
    """Content hash of the whole file, recorded with everything it produced."""

    def messages(self, **values: str) -> "list[BaseMessage]":
        """The sections as chat messages, filled in; values are data and are not searched for variables."""
        from langchain_core.prompts import ChatPromptTemplate

        self._check(values)
        return ChatPromptTemplate.from_messages([(role, text) for role, text in self.sections()]).format_messages(**values)

    def line(self, turn: int, **values: str) -> str:
        """What the interviewer says, filled in; successive turns take successive wordings."""
        self._check(values)
        wordings = re.split(r"^---$", self.text, flags=re.MULTILINE)
        return wordings[turn % len(wordings)].strip().format_map(values)

    def sections(self) -> list[tuple[Role, str]]:
        pieces = re.split(r"^\[(system|user)\]$", self.text, flags=re.MULTILINE)
        return [
            ("system" if role == "system" else "user", text.strip())
            for role, text in zip(pieces[1::2], pieces[2::2], strict=True)
        ]

    def _check(self, values: dict[str, str]) -> None:
        if set(values) != set(self.variables):
            raise TypeError(f"prompt {self.name} takes {sorted(self.variables)}, was given {sorted(values)}")


def load_prompt(file: Path, variables: frozenset[str]) -> Prompt:
    """The prompt in `file`, which may use no variables but `variables`, those the program fills in.

    Raises ContentError naming the line of each undeclared, unused or unknown variable.
    """
    text = read_text(file)
    front = split_front_matter(text, file)
    prompt = parse_yaml(front.yaml, Prompt, file, first_line=2, extra={"text": front.body, "hash": content_hash(text)})
    faults = list(_name_faults(prompt, file)) + _variable_faults(prompt, front, file, variables)
    if faults:
        raise ContentError(faults)
    return prompt


def _name_faults(prompt: Prompt, file: Path) -> list[Fault]:
    return [] if prompt.name == file.stem else [Fault(file, 2, "name", f"is {prompt.name!r} but the file is {file.name}")]


def _variable_faults(prompt: Prompt, front: FrontMatter, file: Path, known: frozenset[str]) -> list[Fault]:
    faults: list[Fault] = []
    used: set[str] = set()
    for number, line in enumerate(front.body.splitlines(), front.body_line):
        try:
            names = [name for _, name, spec, conversion in Formatter().parse(line) if name is not None]
        except ValueError as error:
            faults.append(Fault(file, number, "text", f"a single brace: {error} (double it to write one)"))
            continue
        for name in names:
            used.add(name)
            if name not in prompt.variables:
                faults.append(Fault(file, number, "text", f"uses {{{name}}}, which front matter does not declare"))
    for name in prompt.variables:
        if name not in known:
            faults.append(
                Fault(
                    file, 2, "variables", f"declares {name}, which nothing fills in (known: {', '.join(sorted(known)) or 'none'})"
                )
            )
        elif name not in used:
            faults.append(Fault(file, 2, "variables", f"declares {name}, which the text does not use"))
    faults += [
        Fault(file, 2, "variables", f"lacks {name}, which this prompt must use") for name in sorted(known - set(prompt.variables))
    ]
    return faults
