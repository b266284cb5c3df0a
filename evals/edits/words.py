"""The word lists of ``words.yaml``."""

from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from interviewer.files import parse_yaml, read_text
from interviewer.rubric import Strict

FILE = Path(__file__).parent / "words.yaml"

Listed = Annotated[tuple[str, ...], BeforeValidator(str.split)]
"""Words parted by spaces."""


class Words(Strict):
    irregular: dict[str, Listed]
    not_past: Listed
    takes_e: Listed
    plain: Listed
    trades: dict[str, str]
    starts: Listed
    small: Listed
    tens: Listed


WORDS = parse_yaml(read_text(FILE), Words, FILE)
