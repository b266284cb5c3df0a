"""The loop: ask, listen, probe, assess.

Every step is saved before the next one starts, so an interview can be taken up again after any of them.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

from interviewer.assessing import judged, written
from interviewer.assessment import Assessment, EngineName
from interviewer.brief import Brief
from interviewer.engines import Engine
from interviewer.interview import (
    Asked,
    Assessed,
    Ended,
    Event,
    Interview,
    Observed,
    Replied,
    Said,
    Setup,
    Spoken,
    Switched,
    TakenBack,
)
from interviewer.library import Library
from interviewer.manners import kind_of
from interviewer.moves import (
    FEWEST_WORDS,
    AskAgain,
    AskForMore,
    AskMain,
    AskProbe,
    Clarify,
    End,
    GiveUpSoon,
    Move,
    Reply,
    next_move,
)
from interviewer.text import clean, folded, words
from interviewer.transcript import Transcript, TurnKind

_GREETED = re.compile(
    r"\b(?:hi|hello|hey|greetings|good (?:morning|afternoon|evening|day)|nice|glad|happy|pleased|how are you|thanks?)\b",
    re.IGNORECASE,
)
"""What first words hold that greet."""


class Keeper(Protocol):
    """Where interviews are kept."""

    def create(self, interview: Interview) -> None: ...

    def append(self, interview: Interview, *events: Event) -> Interview:
        """The interview with `events` saved; raises when it has moved on elsewhere."""


Account = Callable[[Interview], AbstractContextManager[None]]
"""What is asked of a model inside is put to an interview's account."""


def free(interview: Interview) -> AbstractContextManager[None]:
    """Where nobody keeps accounts."""
    return nullcontext()


class Interviewer:
    """Conducts interviews; holds no state of theirs."""

    def __init__(self, library: Library, keeper: Keeper, engine: Callable[[EngineName], Engine], account: Account = free) -> None:
        self.library = library
        self.keeper = keeper
        self.engine = engine
        self.account = account

    def begin(self, setup: Setup, id: str | None = None) -> Interview:
        """A new interview with its main question asked, under `id` if one was chosen before."""
        interview = Interview(id=id, setup=setup) if id else Interview.new(setup)
        move = next_move(self._brief(interview), interview)
        assert isinstance(move, AskMain)  # a pack has at least one question
        opened = interview.after(self._main(move))
        self.keeper.create(opened)
        return opened

    def hear(self, interview: Interview, text: str, spoken: Spoken | None = None) -> Interview:
        """The interview with the candidate's words saved, before anything is made of them; `spoken` when they were dictated."""
        said = clean(text)
        opening = not interview.question.probe and not interview.transcript.answers
        return self.keeper.append(interview, Said(text=said, kind=kind_of(said, opening), spoken=spoken))

    def respond(self, interview: Interview) -> Iterator[str]:
        """Says what comes next, piece by piece; afterwards it is saved. Nothing when no turn awaits a reply.

        Raises ModelError when the engine's model fails; the turn then still awaits its reply, and calling again is safe.
        """
        if interview.awaits_reply:
            with self.account(interview):
                yield from self._response(interview)

    def _response(self, interview: Interview) -> Iterator[str]:
        interview = self._observe(interview)
        brief = self._brief(interview)
        move = next_move(brief, interview)
        said: list[str] = []
        for piece in self._words(interview, brief, move):
            said.append(piece)
            yield piece
        self.keeper.append(interview, self._event(interview, move, clean("".join(said))))

    def take_back(self, interview: Interview) -> Interview:
        """The interview as it was before the candidate's last answer; unchanged when there is none or it is over."""
        last = interview.last_answer
        if last is None or interview.ended:
            return interview
        return self.keeper.append(interview, TakenBack(turn=last.number))

    def end(self, interview: Interview) -> Interview:
        """Ends the interview because the candidate wants to."""
        return interview if interview.ended else self.keeper.append(interview, self._ended(interview, End("candidate")))

    def switch(self, interview: Interview, engine: EngineName) -> Interview:
        """Goes on with another engine."""
        return interview if interview.engine == engine else self.keeper.append(interview, Switched(engine=engine))

    def assess(self, interview: Interview) -> Interview:
        """The interview with its assessment saved; only made once per state of the transcript. Raises ModelError."""
        if interview.assessment:
            return interview
        return self.write(*self.judge(interview))

    def judge(self, interview: Interview) -> tuple[Interview, Assessment]:
        """The interview with its last answer reviewed, and its assessment so far as it needs no prose. Raises ModelError."""
        with self.account(interview):
            interview = self._observe(interview)
            transcript = interview.transcript
            first = interview.review_of(transcript.answers[0].number) if transcript.answers else None
            last = interview.review_of(transcript.answers[-1].number) if transcript.answers else None
            return interview, judged(self.engine(interview.engine), self._brief(interview), transcript, first, last)

    def write(self, interview: Interview, assessment: Assessment) -> Interview:
        """The interview with what `judge` made of it written out and saved. Raises ModelError."""
        with self.account(interview):
            whole = written(self.engine(interview.engine), self._brief(interview), interview.transcript, assessment)
        return self.keeper.append(interview, Assessed(assessment=whole))

    def _observe(self, interview: Interview) -> Interview:
        """The interview with its last answer reviewed, if it is one and was not yet."""
        turns = interview.transcript.turns
        if not turns or turns[-1].kind != "answer" or interview.review_of(turns[-1].number):
            return interview
        if _says_it_again(interview.transcript) and interview.latest_review.findings:
            review = interview.latest_review
        else:
            review = self.engine(interview.engine).review(self._brief(interview), interview.transcript)
        return self.keeper.append(interview, Observed(turn=turns[-1].number, review=review))

    def _words(self, interview: Interview, brief: Brief, move: Move) -> Iterator[str]:
        engine, transcript, question = self.engine(interview.engine), interview.transcript, interview.question
        match move:
            case AskProbe(following):
                if (passed := transcript.turns[-1].kind) in ("skip", "asked_before"):
                    yield self._line(passed, interview) + " "
                again = _says_it_again(transcript)
                yield from [following.probe.question] if again else engine.phrase(brief, transcript, following)
            case AskMain():
                yield f"{self._line('skip', interview)} {move.question}"
            case AskForMore():
                yield self._line("more", interview)
            case AskAgain():
                yield self._line("ask_again", interview, question=question.question)
            case GiveUpSoon():
                yield self._line("giving_up", interview, question=question.question)
            case Clarify():
                yield from engine.clarify(brief, transcript, question.question, question.plainer)
            case Reply(kind):
                yield self._reply(kind, interview)
            case End():
                yield self._ended(interview, move).text

    def _reply(self, kind: TurnKind, interview: Interview) -> str:
        """Worded by how often it came to this: the first warning is the gentle one, and wordings come round late."""
        turns, question = interview.transcript.turns, interview.question.question
        name: str = kind
        match kind:
            case "another_story":
                question = interview.main_questions[-1]
            case "off_topic" if len(turns) == 1 and _GREETED.search(turns[0].text):
                name = "greeting"
            case "unreadable" if not words(turns[-1].text):
                name = "silence"
        line = self.library.lines[name]
        values = {"question": question} if "question" in line.variables else {}
        return line.line(sum(t.kind == kind for t in turns) - 1, **values)

    def _event(self, interview: Interview, move: Move, text: str) -> Event:
        match move:
            case AskProbe(following):
                probe = following.probe
                return Asked(
                    text=text,
                    question=probe.question if text.endswith(probe.question) else text,
                    plainer=probe.plainer,
                    probe=probe.id,
                    targets=probe.targets,
                    because=following.gap.criterion,
                )
            case AskMain():
                return self._main(move, text)
            case Reply("another_story"):
                return Asked(text=text, question=interview.main_questions[-1], plainer=self._brief(interview).plainer)
            case End():
                return self._ended(interview, move)
            case _:
                return Replied(text=text)

    def _main(self, move: AskMain, text: str | None = None) -> Asked:
        return Asked(text=text or move.question, question=move.question, plainer=move.plainer)

    def _ended(self, interview: Interview, end: End) -> Ended:
        line = {"conduct": "close_conduct", "unheard": "close_unheard"}.get(end.why, "close")
        return Ended(why=end.why, text=self._line(line, interview))

    def _line(self, name: str, interview: Interview, **values: str) -> str:
        return self.library.lines[name].line(len(interview.transcript.turns), **values)

    def _brief(self, interview: Interview) -> Brief:
        return self.library.brief(interview.setup.principle, interview.setup.level, interview.setup.scenario)


def _says_it_again(transcript: Transcript) -> bool:
    """Whether the last turn is a former answer once more, word for word: it tells nothing new, so no engine is asked about it.

    A few words may be the right reply to two questions.
    """
    *before, last = transcript.turns
    return len(words(last.text)) >= FEWEST_WORDS and folded(last.text) in {folded(t.text) for t in before if t.kind == "answer"}
