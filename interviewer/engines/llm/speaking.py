"""What a model phrases for the candidate, passed on word by word and broken off where it must not go on."""

import re
from collections.abc import Iterator

from interviewer.brief import Brief
from interviewer.engines.llm.reading import misquoted, sources
from interviewer.prompt_files import Prompt
from interviewer.transcript import Transcript
from interviewer.truth import invented

LONGEST_LINE = 60
"""Words after which a follow-up is broken off and the bank's own wording asked instead."""
LONGEST_TEXT = 1000
"""Characters after which it is too, whatever the words are."""
LONGEST_QUOTE = 25
"""Words after which a quotation mark that was opened is taken to be a slip."""
_REQUEST = re.compile(r"\b(?:tell|walk|take|talk|describe|explain|show|help) (?:me|us|through|how|what)\b", re.IGNORECASE)


def one_question(pieces: Iterator[str], question: str, restart: Prompt, brief: Brief, transcript: Transcript) -> Iterator[str]:
    """What the pieces say, word by word, up to and with the first question mark outside quotation marks.

    Where it gets longer than `LONGEST_LINE`, states a figure or a name nobody gave, or quotes what was not said, it is broken off
    before that word and the bank's `question` asked instead; also where nothing is asked or requested ("Tell me ...").
    """
    told, given = "", sources(brief, transcript)
    for word in _words(pieces):
        line = told + word if told else _unwrapped(word)
        end = _question_end(line)
        line = line[:end]
        quotes = any(mark in word for mark in '"”')
        if _too_long(line, LONGEST_LINE) or invented(line, given) or (quotes and any(misquoted(line, transcript))):
            break
        yield line[len(told) :]
        told = line
        if end is not None:
            return
    if told.rstrip().endswith("?") or _asks(told):
        return
    yield from _instead(told, question, restart.line(len(transcript.turns), question=question))


def brief_reply(pieces: Iterator[str]) -> Iterator[str]:
    """The pieces until twice `LONGEST_LINE` words."""
    told = ""
    for piece in pieces:
        yield piece[:LONGEST_TEXT]
        told += piece
        if _too_long(told, 2 * LONGEST_LINE):
            return


def _too_long(told: str, limit: int) -> bool:
    return len(told.split()) > limit or len(told) > LONGEST_TEXT


def _asks(told: str) -> bool:
    """Whether a line without a question mark is a whole request all the same."""
    return bool(_REQUEST.search(told)) and told.rstrip().endswith(".")


def _instead(told: str, question: str, restart: str) -> Iterator[str]:
    if not told.strip():
        yield question
    elif told.rstrip().endswith((".", "!", "…")):
        yield f" {question}" if told == told.rstrip() else question
    else:
        yield f"{'' if told[-1].isspace() else ' '}{restart}"


def _words(pieces: Iterator[str]) -> Iterator[str]:
    """The words in `pieces`, each with the space after it; what stands in quotation marks comes as one."""
    heard = ""
    for character in (character for piece in pieces for character in piece):
        if heard[-1:].isspace() and not character.isspace() and _complete(heard):
            yield heard
            heard = ""
        heard += character
    if heard.strip():
        yield heard


def _complete(heard: str) -> bool:
    return _depth(heard) == 0 or len(heard.split()) > LONGEST_QUOTE


def _depth(text: str) -> int:
    """How many quotation marks are open at the end; a straight one opens before a word and closes after one."""
    depth = 0
    for place, character in enumerate(text):
        if character == "“" or (character == '"' and (place == 0 or text[place - 1].isspace() or text[place - 1] == "“")):
            depth += 1
        elif character in '”"':
            depth = max(0, depth - 1)
    return depth


def _unwrapped(line: str) -> str:
    """The start of a reply without quotation marks around the whole of it."""
    line = line.lstrip()
    if not line.startswith(('"', "“")):
        return line
    if line.endswith(('?"', "?”")):
        return line[1:-1]
    return line[1:] if _depth(line) else line


def _question_end(text: str) -> int | None:
    return next((place + 1 for place, character in enumerate(text) if character == "?" and _depth(text[:place]) == 0), None)
