"""A real interview: the real content, loop and store, and the adapter to a model on loopback."""

from collections.abc import Callable, Iterator

import pytest

from interviewer.assessment import EngineName
from interviewer.database import LOCAL, Database
from interviewer.engines import Engine
from interviewer.engines.llm import LlmEngine
from interviewer.engines.local import LocalEngine
from interviewer.ids import new_id
from interviewer.interview import Interview, Setup
from interviewer.interviewer import Interviewer
from interviewer.library import Library
from interviewer.models import Model
from interviewer.models.chat_completions import ChatCompletions
from interviewer.models.errors import ModelError
from interviewer.store import Store
from tests.faults.service import Place, Playing
from tests.models.stub import Stub
from tests.pages.driving import STORY

KEY = "sk-test-1234567890"
SETUP = Setup(principle="ownership", scenario=None, level="sde2", engine="llm")


class Room:
    """Where interviews are held; what is said in them is in the database and nowhere else."""

    def __init__(self, library: Library, database: Database, playing: Playing, base_url: str) -> None:
        self.playing = playing
        self._library = library
        self._database = database
        self._base_url = base_url
        self._offline = LocalEngine(library)
        self.restart()

    def restart(self, timeout: float = 30) -> None:
        """As if the program had been started anew, with this setting."""
        self.store = Store(self._database, LOCAL)
        self.model: Model = ChatCompletions(model="small", api_key=KEY, base_url=self._base_url, timeout=timeout, pause=0)
        self.interviewer = Interviewer(self._library, self.store, self._engine)

    def _engine(self, name: EngineName) -> Engine:
        return self._offline if name == "local" else LlmEngine(self._library, self.model)

    def up_to(self, place: Place) -> Interview:
        """A new interview, up to the moment at which the model is asked there."""
        interview = self.interviewer.hear(self.interviewer.begin(SETUP), STORY)
        if place == "feedback":
            list(self.interviewer.respond(interview))
            interview = self.interviewer.end(self.store.load(interview.id))
        return interview

    def go_on(self, interview: Interview) -> ModelError | None:
        """Takes the interview to the next question or to its assessment; what kept it from there, if anything."""
        try:
            if interview.ended:
                self.interviewer.assess(interview)
            else:
                list(self.interviewer.respond(interview))
        except ModelError as error:
            return error
        return None

    def copy(self, interview: Interview) -> Interview:
        """The same interview once more, to try another way on."""
        twin = interview.model_copy(update={"id": new_id()})
        self.store.create(twin)
        return twin

    def load(self, interview: Interview) -> Interview:
        """What is kept of it."""
        return Store(self._database, LOCAL).load(interview.id)


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    return Database(f"sqlite:///{tmp_path_factory.mktemp('faults') / 'interviews.db'}")


@pytest.fixture(scope="session")
def points(library: Library, database: Database) -> tuple[str, ...]:
    """What the feedback on the interviews here has to speak to."""
    learned: list[str] = []
    with Stub() as stub:
        room = Room(library, database, Playing(stub), stub.base_url)
        assessed = room.interviewer.assess(room.up_to("feedback")).assessment
        assert assessed
        learned = [advice.about for advice in assessed.feedback.improvements]
    return tuple(learned)


Opening = Callable[[float], Room]


@pytest.fixture
def opened(library: Library, database: Database, points: tuple[str, ...]) -> Iterator[Opening]:
    with Stub() as stub:
        room = Room(library, database, Playing(stub, points), stub.base_url)

        def opening(timeout: float) -> Room:
            room.restart(timeout)
            return room

        yield opening
