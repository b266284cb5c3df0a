"""An answer with evidence."""

import pytest

from interviewer.recorded import Labels, Record
from interviewer.rubric import BASE_CRITERIA, FLAGS

ANSWER = (
    "I run the counter of a small library. Readers waited eleven days for a reserved book, and some gave up. "
    "Reservations were nobody's job, so I took them on. I listed every open one and found that the van came on the wrong day. "
    "I asked the depot to swap two routes. The wait fell from 11 days to 4. Next time I would ask the driver first."
)


@pytest.fixture
def told_well() -> Record:
    """A strong answer with evidence for most of what it shows."""
    evidence = {
        "stakes": ("Readers waited eleven days for a reserved book",),
        "ownership": ("so I took them on",),
        "first_person": ("I listed every open one", "I asked the depot to swap two routes"),
        "depth": ("found that the van came on the wrong day",),
        "metric": ("The wait fell from 11 days to 4",),
        "learning": ("Next time I would ask the driver first",),
    }
    labels = Labels(
        verdict="hire",
        criteria={c: "yes" if c in evidence else "no" for c in BASE_CRITERIA},
        flags=dict.fromkeys(FLAGS, False),
        evidence=evidence,
    )
    return Record(id="library", story="library", principle="ownership", answer=ANSWER, labels=labels)
