"""Who speaks to the assessor, or says back what is asked for, gains nothing by it, wherever it is said.

Such words are evidence of nothing, and neither is what stands beside an order without anybody in it (`evidence.without_orders`).
But words of the candidate's own may stand there as well, and some of them speak against the candidate; and where a sentence
stands tells something too. So an interview with such words is read twice: as it was said, and as if only those words had not been
said. The worse reading counts.
"""

import re
from collections.abc import Iterator

from interviewer.engines.local.parroting import Manner
from interviewer.engines.local.sentences import LONGEST, split
from interviewer.evidence import gives_orders
from interviewer.review import Review
from interviewer.rubric import RATINGS
from interviewer.transcript import Transcript, Turn

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?]+(?=\s)|(?=\n)|$)")


def without_address(transcript: Transcript, manner: Manner) -> Transcript | None:
    """The interview without what was said to the assessor or after the rubric; None where nothing was.

    A reply of nothing else is left out. A first answer of nothing else stays as it is: it shows nothing, and without it the next
    one would be the first.
    """
    first, *replies = (_without_address(turn, manner) if turn.kind == "answer" else turn for turn in transcript.turns)
    kept = (first if first.text else transcript.turns[0], *(turn for turn in replies if turn.text))
    return Transcript(turns=kept) if kept != transcript.turns else None


def _without_address(turn: Turn, manner: Manner) -> Turn:
    text = turn.text
    for sentence in _sentences(turn.text):
        if gives_orders(sentence) or manner.echoed(sentence):
            text = text.replace(sentence, "", 1)
    return turn.model_copy(update={"text": text.strip()}) if text != turn.text else turn


def _sentences(text: str) -> Iterator[str]:
    """With the labels before them; speech without punctuation in its parts, because it would be all or nothing."""
    for found in _SENTENCE.finditer(text):
        yield from split(found.group()) if len(found.group().split()) > LONGEST else [found.group().strip()]


def worse(one: Review, other: Review) -> Review:
    """`one`, with whatever `other` holds against the candidate."""
    findings = {f.criterion: f for f in other.findings}
    raised = {f.flag: f for f in (*other.flags, *one.flags)}
    broken = {d.id: d for d in (*other.disqualifications, *one.disqualifications)}
    return one.model_copy(
        update={
            "findings": tuple(
                min(f, findings.get(f.criterion, f), key=lambda found: RATINGS.index(found.rating)) for f in one.findings
            ),
            "flags": tuple(raised.values()),
            "doubts": {f: max(doubt, other.doubts.get(f, doubt)) for f, doubt in one.doubts.items()},
            "likely": {c: min(chance, other.likely.get(c, chance)) for c, chance in one.likely.items()},
            "disqualifications": tuple(broken.values()),
        }
    )
