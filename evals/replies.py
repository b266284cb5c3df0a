"""Replies of a model kept on disk, so that nothing is paid for twice.

The key is a hash of everything the reply depends on: the model, the whole prompt (and with it prompt files, scenario, rubric and
answer), the form asked for, and which repeat it is. Only the boundary lines, which are drawn anew for each request, are left out.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakValueDictionary

from pydantic import BaseModel

from interviewer.engines.llm.rendering import BOUNDARY
from interviewer.models import Model

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

S = TypeVar("S", bound=BaseModel)

_asking: WeakValueDictionary[Path, "_Turn"] = WeakValueDictionary()
"""One for each reply that somebody is asking for."""
_asking_for_asking = Lock()


class Remembering:
    """A `Model` that asks another one only what it was not asked before. May be shared between threads and runs."""

    def __init__(self, model: Model, folder: Path, repeat: int) -> None:
        self._model = model
        self._folder = folder
        self._repeat = repeat
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def name(self) -> str:
        return self._model.name

    def stream(self, messages: "Sequence[BaseMessage]") -> Iterator[str]:
        """The whole reply at once: it is kept even if the listener has heard enough."""
        file = place(self._folder, self.name, self._repeat, messages, None)
        yield str(_once(file, lambda: "".join(self._model.stream(messages))))

    def structured(self, messages: "Sequence[BaseMessage]", schema: type[S]) -> S:
        file = place(self._folder, self.name, self._repeat, messages, schema)
        said = _once(file, lambda: self._model.structured(messages, schema).model_dump(mode="json", by_alias=True))
        return schema.model_validate(said)


def place(folder: Path, model: str, repeat: int, messages: "Sequence[BaseMessage]", schema: type[BaseModel] | None) -> Path:
    """The file in `folder` for the reply of `model` to `messages`; its stem is the key."""
    form = _form(schema) if schema else None
    asked = [model, repeat, form, [[m.type, BOUNDARY.sub("", str(m.content))] for m in messages]]
    key = hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()
    return folder / key[:2] / f"{key}.json"


@cache
def _form(schema: type[BaseModel]) -> dict[str, object]:
    return schema.model_json_schema()


def _once(file: Path, ask: Callable[[], object]) -> object:
    """What `ask` says, from `file` if it said it before; who wants the same at the same time waits for it."""
    with _lock(file):
        if file.exists():
            return json.loads(file.read_text())
        said = ask()
        _keep(file, said)
        return said


class _Turn:
    """Held while a reply is asked for."""

    def __init__(self) -> None:
        self.lock = Lock()


@contextmanager
def _lock(file: Path) -> Iterator[None]:
    with _asking_for_asking:
        turn = _asking.setdefault(file, _Turn())
    with turn.lock:
        yield


def _keep(file: Path, reply: object) -> None:
    """Writes the reply whole or not at all."""
    file.parent.mkdir(exist_ok=True)
    half = file.with_suffix(".part")
    half.write_text(json.dumps(reply))
    half.replace(file)
