"""One tab of a browser, without the browser: Streamlit's websocket, and what a person can do with what is on the page."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.typing import Subprotocol

from evals.load.page import NotThere, Page

LONGEST_MESSAGE = 2**24
"""Bytes."""
OPEN_SECONDS = 60


class Lost(Exception):
    """The server closed the connection, or took none."""


class TooLate(Exception):
    """What was waited for did not come about."""


class Session:
    """A page that is open while the `async with` block lasts. Raises Lost when it cannot be opened."""

    def __init__(self, address: str, query: str = "", heard: Callable[[bytes], None] = lambda data: None) -> None:
        """`address` is the server's, `query` what follows its question mark; `heard` is given every message as it came."""
        self._address = address
        self._heard = heard
        self.page = Page()
        self.page.query = query
        self._rest = asyncio.Event()
        self._clocks: dict[str, asyncio.Task[None]] = {}

    async def __aenter__(self) -> Self:
        where = urlsplit(self._address)
        try:
            self._socket: ClientConnection = await connect(
                f"ws://{where.netloc}/_stcore/stream",
                subprotocols=[Subprotocol("streamlit")],
                additional_headers={"Origin": self._address},
                max_size=LONGEST_MESSAGE,
                compression=None,
                open_timeout=OPEN_SECONDS,
            )
        except (OSError, InvalidHandshake, TimeoutError):
            raise Lost from None
        self._reader = asyncio.create_task(self._read())
        await self._ask()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._wind({})
        self._reader.cancel()
        with suppress(ConnectionClosed):
            await self._socket.close()

    async def at_rest(self, seconds: float) -> None:
        """Returns when what was asked for last is drawn. Raises TooLate after `seconds`, Lost, and NotThere as `Page` does."""
        resting = asyncio.create_task(self._rest.wait())
        try:
            await asyncio.wait({resting, self._reader}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            resting.cancel()
        if self._reader.done():
            self._reader.result()
            raise Lost
        if not self._rest.is_set():
            raise TooLate

    async def click(self, label: str) -> None:
        """Presses the button called `label`. Raises NotThere."""
        button = self.page.button(label)
        if button.disabled:
            raise NotThere(f"The button {label!r} cannot be pressed.")
        await self._ask(WidgetState(id=button.id, trigger_value=True))

    async def send(self, text: str) -> None:
        """Sends `text` by the box. Raises NotThere while it is locked."""
        box = self.page.box
        if box is None:
            raise NotThere("There is no open box to answer in.")
        state = WidgetState(id=box.id)
        state.chat_input_value.data = text
        await self._ask(state)

    async def _read(self) -> None:
        """Takes in what comes until the connection ends."""
        with suppress(ConnectionClosed):
            while True:
                data = await self._socket.recv(decode=False)
                self._heard(data)
                happened = self.page.take(data)
                self._wind(self.page.clocks)
                if happened == "finished":
                    self._rest.set()

    def _wind(self, wanted: dict[str, float]) -> None:
        """Has the parts of the page in `wanted` drawn again by themselves, and no others, as the browser does."""
        for part in self._clocks.keys() - wanted.keys():
            self._clocks.pop(part).cancel()
        for part in wanted.keys() - self._clocks.keys():
            self._clocks[part] = asyncio.create_task(self._tick(part, wanted[part]))

    async def _tick(self, part: str, seconds: float) -> None:
        while True:
            await asyncio.sleep(seconds)
            asked = self._message()
            asked.rerun_script.fragment_id, asked.rerun_script.is_auto_rerun = part, True
            await self._post(asked)

    async def _ask(self, *touched: WidgetState) -> None:
        self._rest.clear()
        asked = self._message()
        asked.rerun_script.widget_states.widgets.extend(touched)
        await self._post(asked)

    def _message(self) -> BackMsg:
        asked = BackMsg()
        state = asked.rerun_script
        state.query_string = self.page.query
        state.page_script_hash = self.page.script
        state.cached_message_hashes.extend(self.page.kept)
        state.context_info.timezone = "Europe/Berlin"
        state.context_info.locale = "en-GB"
        state.context_info.url = f"{self._address}/?{self.page.query}"
        return asked

    async def _post(self, asked: BackMsg) -> None:
        with suppress(ConnectionClosed):  # Whoever waits for what comes of it is told.
            await self._socket.send(asked.SerializeToString())
