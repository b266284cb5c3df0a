"""What the interviewer says, as a listener takes it: without quotations, in sentences, in questions."""

import re

from interviewer.text import folded, words

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_SENTENCE = re.compile(r"[^.?!]*[.?!]?")
_WH = r"(?:why|how|what|who|whom|whose|when|where|which)"
_AUXILIARY = r"(?:did|do|does|was|were|is|are|have|had|has|would|could|can|will)"
_BOTH = re.compile(
    rf",\s+(?:and|or)\s+(?!which )(?:{_WH}|{_AUXILIARY} (?:you|it|they|that|there)|tell|say|describe|explain)\b"
    rf"|\b{_AUXILIARY}\b.*\band (?!which ){_WH} (?:\w+ )?{_AUXILIARY}\b",
    re.IGNORECASE,
)
"""A second question after "and"; "which part was yours, and which theirs" is a single one."""
ALIKE = 0.8
"""Share of words (Jaccard) from which two questions are the same one."""


def own_words(text: str) -> str:
    """`text` without what it quotes."""
    return _QUOTED.sub("…", text)


def quoted(text: str) -> tuple[str, ...]:
    """What `text` quotes."""
    return tuple(found.group()[1:-1] for found in _QUOTED.finditer(text))


def questions(text: str) -> tuple[str, ...]:
    """The sentences of `text` that end in a question mark."""
    return tuple(s.strip() for s in _SENTENCE.findall(own_words(text)) if s.strip().endswith("?"))


def double_barrelled(text: str) -> bool:
    """Whether one sentence asks for two things at once ("What else was there, and why did you ...?")."""
    return any(_BOTH.search(question) for question in questions(text))


def same_words(one: str, other: str) -> bool:
    """Whether two questions are the same one, quotations aside."""
    left, right = (set(words(folded(own_words(text)))) for text in (one, other))
    return bool(left | right) and len(left & right) / len(left | right) >= ALIKE
