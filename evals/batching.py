"""Thousands of answers at half the price: a provider's batch endpoint, which replies within a day instead of at once.

A run goes in rounds. Whatever a trial asks that has no reply yet is put aside, and the trial with it (`Postponed`). When every
trial waits, what was asked is sent as one batch; when that has come back, the trials are conducted again, from the start but from
kept replies, as far as those go. So nothing waits in memory, and a run that is interrupted finds its batches by their files:

::

    0001.requests.jsonl  what was sent
    0001.json            the batch's id, from the moment there is one
    0001.replies.jsonl   what came back
"""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import openai
from openai.types import Batch
from pydantic import BaseModel

from evals.conducting import conduct
from evals.replies import Remembering, place
from evals.trial import Result, Trial
from interviewer.engines.llm import LlmEngine
from interviewer.library import Library
from interviewer.models import strict_json
from interviewer.models.dialect import Dialect
from interviewer.models.errors import Malformed, ModelError, Refused, Rejected
from interviewer.models.exchange import check_finish
from interviewer.models.faults import SEAM, Service, named, of_body
from interviewer.models.thinking import answer_of

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

S = TypeVar("S", bound=BaseModel)

MOST_REQUESTS = 10_000
"""In one batch; OpenAI takes 50,000 and 200 MB."""
ENDED = frozenset({"completed", "failed", "expired", "cancelled"})
_TRIES = 8
"""Of the openai SDK for one call, about a minute in all; a run that fails here is taken up where it was."""
_SECONDS = 120.0
"""For one call to the endpoints; only uploading and downloading take long."""


class Postponed(Exception):
    """The reply is not there yet; the request is kept for the next batch."""


class _Message(BaseModel):
    content: str | None = None
    refusal: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Body(BaseModel):
    choices: list[_Choice] = []
    error: Any = None


class _Response(BaseModel):
    status_code: int
    body: _Body


class _Line(BaseModel):
    """One line of what comes back."""

    custom_id: str
    response: _Response | None = None
    error: Any = None

    @property
    def error_told(self) -> Any:
        """The error object, wherever it stands; None in a good reply."""
        return self.error or (self.response and self.response.body.error)

    def is_turned_down(self, service: Service) -> bool:
        """Whether the request's form was objected to, and not what it says."""
        status = self.response.status_code if self.response else 0
        return status in (400, 422) and isinstance(of_body(self.error_told, service, status), Rejected)


class _Sent(BaseModel):
    """A batch that the service has accepted."""

    id: str


class Batches:
    """The batch endpoint of one service, for one model; its files are in `folder`. Every ModelError names what went wrong."""

    def __init__(
        self, service: Service, api_key: str, own_server: bool, folder: Path, interval: float, say: Callable[[str], None]
    ) -> None:
        """`interval`: seconds between two looks at a batch. `say` is told what is sent and what came back."""
        self._service = service
        self._client = openai.OpenAI(api_key=api_key, base_url=service.base_url, max_retries=_TRIES, timeout=_SECONDS)
        self._dialect = Dialect.of(service.model, own_server)
        self._folder = folder
        self._interval = interval
        self._say = say
        self._wanted: dict[str, dict[str, Any]] = {}
        self._outcomes: dict[str, str | ModelError] = {}
        self._open: list[str] = []
        folder.mkdir(parents=True, exist_ok=True)
        for file in sorted(folder.glob("*.json")):
            if (folder / f"{file.stem}.replies.jsonl").exists():
                self._read(file.stem, "ended")
            else:
                self._open.append(file.stem)

    def asked(self, key: str, request: Callable[[Dialect], dict[str, Any]]) -> str:
        """The reply to the request known as `key`. Raises Postponed while there is none, and the ModelError it ended with."""
        outcome = self._outcomes.get(key)
        if outcome is None:
            self._wanted[key] = request(self._dialect) | {"model": self._service.model}
            raise Postponed
        if isinstance(outcome, ModelError):
            raise outcome
        return outcome

    def deliver(self) -> None:
        """Sends everything that was asked, and waits for it and for what an earlier process had sent. Raises ModelError."""
        self._collect()
        left = iter((key, body) for key, body in self._wanted.items() if key not in self._outcomes)
        while part := dict(islice(left, MOST_REQUESTS)):
            self._send(part)
        self._wanted.clear()
        self._collect()

    def _send(self, requests: Mapping[str, dict[str, Any]]) -> None:
        name = f"{len(list(self._folder.glob('*.json'))) + 1:04}"
        file = self._folder / f"{name}.requests.jsonl"
        lines = ({"custom_id": k, "method": "POST", "url": "/v1/chat/completions", "body": body} for k, body in requests.items())
        file.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
        with self._naming():
            uploaded = self._client.files.create(file=file, purpose="batch")
            batch = self._client.batches.create(
                input_file_id=uploaded.id, endpoint="/v1/chat/completions", completion_window="24h"
            )
        (self._folder / f"{name}.json").write_text(_Sent(id=batch.id).model_dump_json())
        self._open.append(name)
        self._say(f"{len(requests)} requests are sent as {batch.id}.")

    def _collect(self) -> None:
        """Waits for every batch that is under way."""
        while self._open:
            name = self._open[0]
            batch = self._ended(_Sent.model_validate_json((self._folder / f"{name}.json").read_text()).id)
            with self._naming():
                files = [id for id in (batch.output_file_id, batch.error_file_id) if id]
                texts = [self._client.files.content(id).text.strip() for id in files]
            half = self._folder / f"{name}.part"
            half.write_text("".join(f"{text}\n" for text in texts if text))
            half.replace(self._folder / f"{name}.replies.jsonl")
            self._read(name, batch.status)
            self._open.pop(0)
            self._say(f"{batch.id} is {batch.status}.")

    def _ended(self, id: str) -> Batch:
        while True:
            with self._naming():
                batch = self._client.batches.retrieve(id)
            if batch.status in ENDED:
                return batch
            time.sleep(self._interval)

    def _read(self, name: str, status: str) -> None:
        """Takes in what came back; what was sent and has no line failed with its batch."""
        dialect, answered = self._dialect, set()
        for line in _lines(self._folder / f"{name}.replies.jsonl"):
            item = _Line.model_validate_json(line)
            answered.add(item.custom_id)
            poorer = dialect.without(json.dumps(item.error_told)) if item.is_turned_down(self._service) else None
            if poorer:  # Asked again, in words that the service understands.
                self._dialect = poorer
            else:
                self._outcomes[item.custom_id] = _outcome(item, self._service)
        for line in _lines(self._folder / f"{name}.requests.jsonl"):
            if (key := json.loads(line)["custom_id"]) not in answered:
                self._outcomes[key] = ModelError(f"The batch ended without a reply to this request: {status}.")

    @contextmanager
    def _naming(self) -> Iterator[None]:
        try:
            yield
        except SEAM as error:
            raise named(error, self._service, _SECONDS) from None


class Batched:
    """A `Model` whose replies come in batches; raises Postponed until they are there."""

    def __init__(self, batches: Batches, name: str, repeat: int) -> None:
        self.name = name
        self._batches = batches
        self._repeat = repeat

    def stream(self, messages: "Sequence[BaseMessage]") -> Iterator[str]:
        def request(dialect: Dialect) -> dict[str, Any]:
            return {k: v for k, v in dialect.streaming(_wire(messages)).items() if k not in ("stream", "stream_options")}

        yield answer_of(self._batches.asked(self._key(messages, None), request))

    def structured(self, messages: "Sequence[BaseMessage]", schema: type[S]) -> S:
        text = self._batches.asked(self._key(messages, schema), lambda dialect: dialect.structured(_wire(messages), schema))
        return strict_json.read(text, schema)

    def _key(self, messages: "Sequence[BaseMessage]", schema: type[BaseModel] | None) -> str:
        return place(Path(), self.name, self._repeat, messages, schema).stem


def run(trials: Iterable[Trial], library: Library, model: str, batches: Batches, replies: Path) -> Iterator[Result]:
    """The result of each of `trials`, as soon as the batches have brought all it takes.

    Raises ModelError when a batch cannot be sent or fetched.
    """

    def engine(repeat: int) -> LlmEngine:
        return LlmEngine(library, Remembering(Batched(batches, model, repeat), replies, repeat))

    left = list(trials)
    while left:
        postponed: list[Trial] = []
        for trial in left:
            try:
                yield conduct(trial, library, engine)
            except Postponed:
                postponed.append(trial)
        if postponed:
            batches.deliver()
        left = postponed


def _outcome(item: _Line, service: Service) -> str | ModelError:
    """The reply's text, or why there is none."""
    if item.response is None:
        return ModelError("The batch ended before this request got its turn.")
    if item.response.status_code >= 400 or item.error_told:
        return of_body(item.error_told, service, item.response.status_code)
    if not item.response.body.choices:
        return Malformed("The reply does not have the form of a chat completion.")
    choice = item.response.body.choices[0]
    try:
        check_finish(choice.finish_reason or "stop")
    except ModelError as error:
        return error
    return Refused() if choice.message.refusal else choice.message.content or ""


def _lines(file: Path) -> Iterator[str]:
    return (line for line in file.read_text(encoding="utf-8").split("\n") if line.strip())


def _wire(messages: "Sequence[BaseMessage]") -> list[dict[str, str]]:
    from langchain_core.messages import convert_to_openai_messages

    return [{"role": m["role"], "content": str(m["content"])} for m in convert_to_openai_messages(list(messages))]
