"""Tokens, counted without asking anybody: with tiktoken where its vocabulary is on this machine, else estimated."""

import hashlib
import importlib
import math
import os
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

AROUND_A_MESSAGE = 4
"""Tokens that a chat protocol adds to each message."""
_VOCABULARY = "https://openaipublic.blob.core.windows.net/encodings/o200k_base.tiktoken"
"""Where tiktoken has the vocabulary of OpenAI's present models from; it keeps files under a hash of their address."""


class Counter(NamedTuple):
    """A way to count."""

    count: Callable[[str], int]
    is_estimate: bool

    def message(self, text: str) -> int:
        """Tokens of a chat message that says `text`."""
        return self.count(text) + AROUND_A_MESSAGE


def counter(model: str) -> Counter:
    """The most exact way to count for `model` that needs no network; for models of other makers always an estimate."""
    openai = model.rpartition("/")[2].startswith(("gpt-", "o1", "o3", "o4"))
    if not (openai and find_spec("tiktoken") and vocabulary().exists()):
        return Counter(estimated, is_estimate=True)
    encoding = importlib.import_module("tiktoken").get_encoding("o200k_base")
    return Counter(lambda text: len(encoding.encode(text, disallowed_special=())), is_estimate=False)


def estimated(text: str) -> int:
    """A third of a token a byte: somewhat too many for English prose, so that nobody is surprised by a bill."""
    return math.ceil(len(text.encode()) / 3)


def vocabulary() -> Path:
    """The file that tiktoken would read; without it, it would go to the network."""
    named = os.environ.get("TIKTOKEN_CACHE_DIR") or os.environ.get("DATA_GYM_CACHE_DIR")
    folder = Path(named) if named else Path(tempfile.gettempdir()) / "data-gym-cache"
    return folder / hashlib.sha1(_VOCABULARY.encode(), usedforsecurity=False).hexdigest()
