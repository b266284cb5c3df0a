"""A service that cannot be spoken to at all is told from a slow one, and soon."""

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing

import pytest

from interviewer.models.chat_completions import ChatCompletions
from interviewer.models.deadline import Connecting, Deadline, Line, within
from interviewer.models.errors import TimedOut, Unreachable
from tests.models.conftest import ASKED, adapter
from tests.models.stub import Step, Stub, events, text

SHORT = 0.5


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """One call without haste, so that no deadline here passes while the SDK is still loading."""
    with Stub() as stub:
        list(adapter(stub).stream(ASKED))


@pytest.fixture
def deaf() -> Iterator[int]:
    """A port that takes connections and never says a word on them."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        yield server.getsockname()[1]


@pytest.fixture
def full() -> Iterator[int]:
    """A port whose queue of connections is full: the system lets nobody in any more."""
    with ExitStack() as held:
        server = held.enter_context(closing(socket.socket()))
        server.bind(("127.0.0.1", 0))
        server.listen(0)
        port: int = server.getsockname()[1]
        for _ in range(4):
            knocking = held.enter_context(closing(socket.socket()))
            knocking.setblocking(False)
            knocking.connect_ex(("127.0.0.1", port))
        yield port


def calling(address: str, connect: float = SHORT) -> ChatCompletions:
    return ChatCompletions(model="m", api_key=None, base_url=address, timeout=2 * SHORT, connect=connect, pause=60)


def test_a_host_that_lets_nobody_in_is_unreachable(full: int) -> None:
    with pytest.raises(Unreachable, match=f"127.0.0.1:{full}"):
        list(calling(f"http://127.0.0.1:{full}/v1").stream(ASKED))


def test_a_host_that_never_shakes_hands_is_unreachable(deaf: int) -> None:
    with pytest.raises(Unreachable):
        list(calling(f"https://127.0.0.1:{deaf}/v1").stream(ASKED))


def test_a_host_that_takes_the_request_and_is_silent_is_slow(deaf: int) -> None:
    with pytest.raises(TimedOut):
        list(calling(f"http://127.0.0.1:{deaf}/v1", connect=60).stream(ASKED))


def test_a_name_that_is_looked_up_for_ever_is_unreachable() -> None:
    found = threading.Event()

    def looking_up(line: Line) -> Iterator[str]:
        found.wait()
        yield "too late"

    with pytest.raises(Unreachable, match=r"models\.example"):
        list(within(Deadline(3600), 3600, looking_up, Connecting("models.example", 0.05)))
    found.set()


def test_a_connection_that_stands_gives_the_service_its_time() -> None:
    too_late = threading.Event()

    def slow(line: Line) -> Iterator[str]:
        line.watch("http11.send_request_headers.started", {})
        too_late.wait(3 * SHORT)
        yield "at last"

    assert list(within(Deadline(3600), 3600, slow, Connecting("models.example", 2 * SHORT))) == ["at last"]


def test_a_connection_in_use_again_counts_as_one(stub: Stub) -> None:
    model = adapter(stub, timeout=20)
    for _ in range(3):
        assert list(model.stream(ASKED)) == ["Thank", " you.", " What", " happened", " then?"]


def test_a_head_that_never_ends_is_hung_up_on(stub: Stub) -> None:
    stub.replies(events(Step.STALL), text("Why?"))
    with pytest.raises(TimedOut):
        list(adapter(stub, timeout=SHORT).stream(ASKED))
    assert list(adapter(stub).stream(ASKED)) == ["Why?"]
