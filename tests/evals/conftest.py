"""A few labelled interviews, and a library to assess them with."""

from collections.abc import Callable

import pytest

from interviewer.recorded import Labels, Record
from interviewer.rubric import BASE_CRITERIA, FLAGS, Rating, Verdict

STRONG = (
    "I noticed that refunds in our shop took nine days, although nobody had asked me to look at them. Customers rang us "
    "forty times a week about it. I pulled the logs of one month and found that two queues waited for each other at night. "
    "I could have added a worker, but the cost would have grown with every order, so I merged the queues instead. "
    "I rolled it out with the payments team and watched it for two weeks. Refunds went from nine days to two, and the calls "
    "stopped. The merged queue is what all four shops use today. Next time I would ask the support agents first, because they "
    "had seen the pattern for months and nobody had a place to report it."
)
WEAK = "We had some trouble with refunds, so the team looked into it and we fixed it. It went really well in the end."

Making = Callable[..., Record]


@pytest.fixture
def record() -> Making:
    """Makes a labelled record."""

    def make(id: str = "r1", answer: str = STRONG, verdict: Verdict = "hire", rating: Rating = "yes", story: str = "") -> Record:
        labels = Labels(
            verdict=verdict,
            criteria=dict.fromkeys(BASE_CRITERIA, rating),
            flags=dict.fromkeys(FLAGS, False),
            next_probes=() if rating == "yes" else ("metric",),
        )
        return Record(id=id, story=story or id, principle="ownership", answer=answer, labels=labels)

    return make
