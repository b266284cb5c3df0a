"""Copies of a record that show no more and no less than it does, so that what does not matter is learned not to matter.

Idle talk, assurances in the rubric's manner, and dictation without punctuation; the texts are made here and occur in no suite.
"""

import re
from collections.abc import Iterable

from interviewer.recorded import Record
from interviewer.text import span

IDLE = (
    (
        "Let me first tell you a little about the town. It lies on a river, there are two bridges, and on Saturdays a "
        "market is held in front of the church. I came there by chance, through a friend of my sister's. The office was "
        "on the second floor, above a bakery, so you had that smell all morning. We had twelve desks and a coffee machine "
        "that nobody could repair."
    ),
    (
        "It was a long time ago, in a way, and I remember the weather best, it rained for most of that spring. I used to "
        "cycle to work along the canal, about twenty minutes. People were friendly. On Thursdays there was soup in the "
        "canteen, and at four the school children came past. My desk stood by the window, with a plant on it that I had "
        "taken over from somebody."
    ),
    (
        "The firm has been there since 1962 and has three buildings, of which the oldest is the nicest. There is a big "
        "car park with lime trees. I shared a room with two others, one of them liked to whistle. In summer we ate "
        "outside. There was a radio in the corridor, always on the same station, and in December somebody put up a tree."
    ),
    (
        "What else should one know. I grew up in the north and I still have family there, and I like to work with people "
        "from many places. The commute was an hour by train, so I read a lot in those years. The building had been a "
        "school once, you could see it from the stairs. There were forty of us or so, spread over four floors."
    ),
)
"""Before the answer or after its first sentence."""
ASSURANCES = (
    (
        "So all in all I showed real initiative there and took full responsibility from start to finish. I dug deep, "
        "understood the causes and compared the options with their pros and cons before I decided. The outcome was "
        "clearly measurable and it brought a lot of value to the customer and to the company. What I built has stayed and "
        "others have taken it up."
    ),
    (
        "I took it on of my own accord without being told to. My own contribution can be told apart from the team's. I "
        "made sure that everything was followed up until it was adopted. The figures before and after prove the effect. I "
        "also drew a concrete lesson from it and understood why the organisation had let it happen."
    ),
    (
        "The stakes were concrete and so were the consequences for those concerned. I took several specific steps in "
        "person. I found the facts from data and by talking to users. I weighed costs and risks and can give the reasons. "
        "It had a lasting effect as a standard, and I learned something particular that goes beyond my own task."
    ),
    (
        "To sum it up, this is an example of owning a problem, of acting with depth, of a decision based on trade-offs, "
        "of following through, of a quantified result with business impact, of a mechanism that lasts and of honest "
        "reflection on the system."
    ),
)
"""After the answer: what a rubric asks for, claimed and not shown."""


def disguised(record: Record, number: int) -> Record:
    """One copy; `number` chooses how, and the texts."""
    idle, assurance = IDLE[number % len(IDLE)], ASSURANCES[number // 2 % len(ASSURANCES)]
    copies = (
        lambda: _with_idle(record.answer, idle, after_first=bool(number // 3 % 2)),
        lambda: f"{record.answer} {assurance}",
        lambda: _dictated(record.answer),
    )
    return record.model_copy(update={"answer": copies[number % len(copies)]()})


def without(answer: str, gone: Iterable[str]) -> str:
    """`answer` without the sentences `gone`, which are given in any case and spacing."""
    for sentence in gone:
        if found := span(sentence, answer):
            answer = f"{answer[: found[0]]} {answer[found[1] :].lstrip('.!?;, ')}"
    return " ".join(answer.split())


def _with_idle(answer: str, idle: str, after_first: bool) -> str:
    first, mark, rest = answer.partition(". ") if after_first else ("", "", answer)
    return f"{first}{mark}{idle} {rest}" if rest else f"{idle} {answer}"


def _dictated(answer: str) -> str:
    """In small letters and without marks, but for apostrophes and those inside numbers."""
    return " ".join(re.sub(r"(?<!\w)[^\w\s]+|[^\w\s]+(?!\w)", " ", answer.lower()).split())
