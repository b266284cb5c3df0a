"""What HTML says, to somebody who reads it."""

from html.parser import HTMLParser
from typing import NamedTuple


class Reading(NamedTuple):
    text: str
    tags: list[str]
    """Every element's, in order."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> Reading:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Reading(reader.text, reader.tags)
