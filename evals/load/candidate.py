"""A person in front of the page: opens it, starts an interview, answers what is asked, and reads the assessment."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import parse_qs

from evals.load import marks
from evals.load.page import NotThere, Page
from evals.load.sayings import Role
from evals.load.session import Lost, Session, TooLate
from evals.load.steps import Fault, Step, Taken
from interviewer.text import shown

PATIENCE_SECONDS = 120.0
START, SHOW = "Start the interview", "Show it without my rating"
_ASSESSED = "Point by point"
"""A heading that an assessment has and nothing else."""

Seconds = Callable[[str], float]


class Visit:
    """One interview, from opening the page to its assessment."""

    def __init__(
        self, role: Role, query: str, think: Callable[[], float], model_seconds: Seconds, note: Callable[[Taken], None]
    ) -> None:
        """`think` says how long the next thought takes, `model_seconds` what a model took for a secret word since asked last.

        `note` is given each step.
        """
        self.role = role
        self.said: list[str] = []
        self.id = ""
        self.assessed = False
        self.fault: Fault | None = None
        self.leaked: set[str] = set()
        """The secret words of others that were sent to this person."""
        self._query = query
        self._think = think
        self._model_seconds = model_seconds
        self._note = note
        self._step: Step = "open"

    async def hold(self, address: str) -> None:
        """Holds the interview; what goes wrong is noted in `fault`."""
        try:
            began = time.monotonic()
            async with Session(address, self._query, self._look) as session:
                await self._wait(session, began)
                await self._interview(session)
        except (Lost, TooLate, NotThere) as error:
            self.fault = Fault(self._step, f"{type(error).__name__} {error}".strip())

    async def _interview(self, session: Session) -> None:
        page = session.page
        await asyncio.sleep(self._think() / 4)
        await self._do("start", session, session.click(START))
        self.id = _id(page)
        lines = self.role.lines()
        while page.box:
            await asyncio.sleep(self._think())
            line = next(lines)
            self.said.append(line)
            await self._do("turn", session, session.send(line))
            self._read_again(page)
        await asyncio.sleep(self._think() / 4)
        await self._do("assessment", session, session.click(SHOW))
        if _ASSESSED not in page.headings():
            raise NotThere("There is no assessment.")
        self.assessed = True
        await asyncio.sleep(self._think())

    async def _do(self, step: Step, session: Session, act: Awaitable[None]) -> None:
        self._step = step
        began = time.monotonic()
        await act
        await self._wait(session, began)

    async def _wait(self, session: Session, began: float) -> None:
        await session.at_rest(PATIENCE_SECONDS)
        now = time.monotonic()
        self._note(Taken(self._step, now, now - began, self._model_seconds(self.role.mark)))
        if session.page.crashed:
            raise NotThere("The run of the page ended in a fault.")
        if complaints := session.page.complaints():
            raise NotThere(", ".join(complaints))

    def _read_again(self, page: Page) -> None:
        """Raises NotThere when the page shows anything else of this person's than what was said, each once and in order."""
        said = [shown(line) for line in self.said]
        if [text for text in page.texts() if text in said] != said:
            raise NotThere("The page does not show what was said.")

    def _look(self, data: bytes) -> None:
        self.leaked |= marks.foreign(data, self.role.mark)


def _id(page: Page) -> str:
    """The interview's id, from the page's address. Raises NotThere."""
    query: Mapping[str, list[str]] = parse_qs(page.query)
    if "interview" not in query:
        raise NotThere("No interview was begun.")
    return query["interview"][0]
