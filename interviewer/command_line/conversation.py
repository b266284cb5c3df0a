"""The interview between the person at the terminal and the interviewer, kept after every step."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain

from rich.text import Text

from interviewer.assessment import Assessment
from interviewer.brief import Brief
from interviewer.command_line.common import STUCK, console, fail, inert, one_line
from interviewer.command_line.show import Sheet
from interviewer.command_line.speaking import listen, speak
from interviewer.interview import Interview
from interviewer.interviewer import Interviewer
from interviewer.models.deadline import Turn
from interviewer.models.errors import ModelError
from interviewer.rubric import LEVEL_NAMES
from interviewer.store import Stale, Store

_HOW = "An empty line sends your answer. Ctrl-D or /end ends the interview, Ctrl-C leaves it for later."


class Conversation:
    """One interview at the terminal. All its state is in the store, so it can be left and taken up after any step."""

    def __init__(self, interviewer: Interviewer, store: Store, brief: Brief, id: str, again: str) -> None:
        """`again` is the command that takes the interview up later."""
        self.interviewer = interviewer
        self.store = store
        self.brief = brief
        self.id = id
        self.again = again
        self.page = console()

    def hold(self) -> Assessment:
        """Goes on until there is an assessment. Ends the program when a model fails and nobody is there to say what then."""
        introduced = False
        while True:
            try:
                introduced = introduced or self._introduce(self.store.load(self.id))
                self._talk()
                return self._assessment()
            except Stale as stale:
                self._say(str(stale))
            except ModelError as error:
                self._recover(error)

    def _introduce(self, interview: Interview) -> bool:
        """Says what is going on, unless it is over; then that this is said."""
        if not interview.assessment:
            engine, limit = self.interviewer.engine(interview.engine), interview.setup.probe_limit
            about = (
                f"{self.brief.pack.title}, {LEVEL_NAMES[self.brief.level]}, at most {limit} follow-up{'' if limit == 1 else 's'}"
            )
            sheet = Sheet(self.page)
            sheet.write(inert(f"{about}, by {engine.model or 'the offline engine'}.", "dim"), indent=0)
            sheet.write(Text(_HOW, style="dim"), indent=0)
        return True

    def _talk(self) -> None:
        """From wherever the interview stands to its end."""
        interview = self.store.load(self.id)
        if not interview.ended and not interview.awaits_reply:
            self._speak([interview.question.text])
        while not interview.ended:
            if interview.awaits_reply:
                self._respond(interview)
            else:
                self._listen(interview)
            interview = self.store.load(self.id)

    def _listen(self, interview: Interview) -> None:
        if sys.stdin.isatty():
            self.page.print()
        heard = listen()
        if heard.text:
            interview = self.interviewer.hear(interview, heard.text)
        if heard.ends:
            ended = self.interviewer.end(interview).ended
            self._speak([ended.text] if ended else [])

    def _respond(self, interview: Interview) -> None:
        pieces = Turn().each(self.interviewer.respond(interview))
        with self._patience("Thinking"):
            first = next(pieces, "")
        self._speak(chain([first], pieces))

    def _speak(self, pieces: Iterable[str]) -> None:
        self.page.print()
        speak(self.page, "Interviewer:", pieces)

    def _assessment(self) -> Assessment:
        with self._patience("Assessing"), Turn():
            found = self.interviewer.assess(self.store.load(self.id)).assessment
        assert found  # assess() returns with one or raises
        return found

    @contextmanager
    def _patience(self, doing: str) -> Iterator[None]:
        """Shows on a terminal that something is going on: a model takes its time."""
        waiting = console(stderr=True)
        if not waiting.is_terminal:
            yield
            return
        with waiting.status(doing):
            yield

    def _recover(self, error: ModelError) -> None:
        """Lets the candidate choose what to do about a failed model; what was said is safe whatever they choose."""
        later = f"What you said is kept. Go on later with: {self.again}"
        if not sys.stdin.isatty():
            fail(STUCK, str(error), later)
        self._say(str(error))
        while True:
            try:
                choice = input("[t]ry again, go on [o]ffline, or [q]uit for now? ").strip().lower()
            except EOFError:
                choice = "q"
            match choice[:1]:
                case "t":
                    return
                case "o":
                    self.interviewer.switch(self.store.load(self.id), "local")
                    return
                case "q":
                    fail(STUCK, later)

    def _say(self, sentence: str) -> None:
        console(stderr=True).print(f"\n{one_line(sentence)}")
