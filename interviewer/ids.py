"""How an interview, a test and a loop are named: 32 hex digits that nobody can guess."""

import re
from typing import Annotated
from uuid import uuid4

from pydantic import Field

_FORM = r"^[0-9a-f]{32}$"
Id = Annotated[str, Field(pattern=_FORM)]


def new_id() -> str:
    return uuid4().hex


def is_id(text: str) -> bool:
    """Whether `text`, of whatever kind, has the form of an id."""
    return bool(re.fullmatch(_FORM, text))
