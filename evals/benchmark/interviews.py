"""Interviews at the point where something is to be measured. What is said in them is made up; only its length matters."""

from interviewer.assessment import EngineName
from interviewer.engines import Engine
from interviewer.engines.local import LocalEngine
from interviewer.interview import Setup
from interviewer.interviewer import Interviewer
from interviewer.library import Library
from interviewer.store import Store

_STORY = (
    "In the spring I noticed that refunds in our shop took nine days, although nobody had asked me to look at them.",
    "Customers rang us forty times a week about it, and two of the agents did little else.",
    "I pulled the logs of one month and found that two queues waited for each other at night.",
    "I could have added a worker, but its cost would have grown with every order, so I merged the queues instead.",
    "I told the payments team why, asked them to read the change, and rolled it out with them on a Tuesday.",
    "For two weeks I watched it every morning, and once I had to turn it back because a report counted a refund twice.",
    "Refunds went from nine days to two, and the calls stopped.",
    "All four shops use the merged queue today, and the agents look after the warehouse as well.",
    "Next time I would ask the agents first, because they had seen the pattern for months and had nobody to tell.",
    "I wrote down how to read the logs, and since then three people who never did it before have found faults with them.",
)


def told(words: int, again: int = 0) -> str:
    """A story of about `words` words; another one for each number `again`."""
    sentences: list[str] = []
    while sum(len(s.split()) for s in sentences) < words:
        sentence, round = _STORY[len(sentences) % len(_STORY)], len(sentences) // len(_STORY)
        sentences.append(sentence.replace("nine", str(9 + round + 7 * again)) if round or again else sentence)
    return " ".join(" ".join(sentences).split()[:words])


def answer(number: int) -> str:
    """What is said in turn `number`, from 0: a story, then replies of some length, no two the same."""
    return told(200) if number == 0 else f"That was step {number} of the plan. {told(45, number)}"


def setup(library: Library, engine: EngineName) -> Setup:
    return Setup(principle="ownership", scenario=None, level="sde2", engine=engine, probe_limit=20)


def waiting_for_an_answer(library: Library, store: Store, engine: EngineName) -> str:
    """The id of an interview that has just begun."""
    return _interviewer(library, store).begin(setup(library, engine)).id


def waiting_for_a_verdict(library: Library, store: Store, engine: EngineName) -> str:
    """The id of an interview that was ended right after its first answer, before that was reviewed."""
    interviewer = _interviewer(library, store)
    interview = interviewer.begin(setup(library, engine))
    interview = interviewer.hear(interview, answer(0))
    return interviewer.end(interview).id


def of_some_turns(library: Library, store: Store, turns: int = 4) -> str:
    """The id of an interview held offline, which waits for another answer."""
    engine = LocalEngine(library)
    interviewer = Interviewer(library, store, lambda _: engine)
    interview = interviewer.begin(setup(library, "local"))
    for number in range(turns):
        # Replies that leave everything open, so that there is more to ask.
        said = f"We looked into it together for {number + 2} days and it went well in the end." if number else told(40)
        for _piece in interviewer.respond(interviewer.hear(interview, said)):
            pass
        interview = store.load(interview.id)
    return interview.id


def _interviewer(library: Library, store: Store) -> Interviewer:
    def nobody(name: EngineName) -> Engine:
        raise AssertionError(f"the engine {name} is not needed here")

    return Interviewer(library, store, nobody)
