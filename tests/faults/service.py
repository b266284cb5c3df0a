"""A model on loopback that conducts a whole interview, and falls ill at one place of it."""

import json
from collections.abc import Callable
from typing import Literal, get_args

from tests.models.stub import Answer, Reply, Seen, Stub, delta, end, events, whole
from tests.pages.modelling import UNMET, feedback

Place = Literal["review", "probe", "feedback"]
"""Where a model is asked: to judge an answer, to word a follow-up, to write the feedback."""
PLACES: tuple[Place, ...] = get_args(Place)
Delivery = Literal["whole", "streamed"]
"""How a reply comes, whatever was asked for: some servers ignore that."""
DELIVERIES: tuple[Delivery, ...] = get_args(Delivery)
ASKED_FOR: dict[Place, Delivery] = {"review": "whole", "probe": "streamed", "feedback": "whole"}

QUESTION = "What did you do yourself?"
SAID = "There is little to judge."
REVIEW = json.dumps(
    {
        "last_turn": "answer",
        "criteria": [
            {**unmet, "quotes": ["Crashes fell from 290 a month to 12"], "rating": "yes"}
            if unmet["criterion"] == "metric"
            else unmet
            for unmet in UNMET
        ],
        "red_flags": [],
        "disqualifications": [],
    }
)
Illness = Callable[[str, Delivery, Seen], Answer]
"""Makes the reply, from what would have been a good one, the way it comes and the request."""


def sent(content: str | None, delivery: Delivery, finish: str | None = "stop") -> Answer:
    """A reply that says `content`, as such."""
    if delivery == "whole":
        return whole(content, finish)
    words = (content or "").split(" ")
    return events(*(delta(word if at == 0 else f" {word}") for at, word in enumerate(words)), end(finish))


class Playing:
    """What the stub answers: like a good model, but at `place` as `ill` has it, as long as it is ill."""

    def __init__(self, stub: Stub, points: tuple[str, ...] = ()) -> None:
        """`points`: what the feedback has to speak to, if that is known; else it is learned from the first complaint."""
        self.points = points
        self._stub = stub
        self._ill: tuple[Place, Illness, Delivery] | None = None
        self._before = 0
        stub.default = self

    def fall_ill(self, place: Place, illness: Illness, delivery: Delivery) -> None:
        self._ill = place, illness, delivery

    def recover(self) -> None:
        self._ill = None

    def asked(self) -> list[Place]:
        """Where it was asked since the last look."""
        new = self._stub.requests[self._before :]
        self._before += len(new)
        return [place_of(seen) for seen in new]

    def __call__(self, seen: Seen) -> Answer:
        place = place_of(seen)
        if self._ill and self._ill[0] == place:
            _, illness, delivery = self._ill
            return illness(self._good(place, seen), delivery, seen)
        return sent(self._good(place, seen), ASKED_FOR[place])

    def _good(self, place: Place, seen: Seen) -> str:
        match place:
            case "review":
                return REVIEW
            case "probe":
                return QUESTION
            case "feedback":
                if self.points:
                    return json.dumps({**feedback(seen, SAID), "improvements": [{"point": p, "text": SAID} for p in self.points]})
                return json.dumps(feedback(seen, SAID))


def place_of(seen: Seen) -> Place:
    """By the shape that is asked for, wherever it stands."""
    if seen.streamed:
        return "probe"
    told = json.dumps(seen.body.get("response_format", {})) + "".join(message["content"] for message in seen.messages)
    return "feedback" if '"bar_raiser_thinks": {' in told else "review"


def ill(reply: Reply) -> Illness:
    """The same reply at every place."""
    assert isinstance(reply, Answer)
    return lambda good, delivery, seen: reply
