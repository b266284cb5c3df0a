"""A report as Markdown that any reader shows as it was said: nothing in it becomes a link, a picture or a command."""

import re
from collections.abc import Iterable

from interviewer.reports.content import Block, Kind
from interviewer.text import shown

_MARKS = re.compile(r"([\\`*_{}\[\]<>#!|~$&])")
_LEADING = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))", re.MULTILINE)
_ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)
"""Where an address would be made a link of."""
_LEADS: dict[Kind, str] = {"title": "# ", "heading": "## ", "subheading": "### ", "point": "- ", "quote": "> "}


def as_markdown(blocks: Iterable[Block]) -> str:
    return "\n\n".join(_block(block) for block in blocks) + "\n"


def escaped(text: str) -> str:
    """`text` with every mark shown as it is written; addresses are kept from becoming links by a mark that takes no room."""
    return _LEADING.sub(r"\1\\\2", _ADDRESS.sub("\u2060", _MARKS.sub(r"\\\1", shown(text))))


def _block(block: Block) -> str:
    lead = _LEADS.get(block.kind, "")
    lines = [line.strip() for line in escaped(block.text).splitlines() if line.strip()] or [""]
    match block.kind:
        case "text" | "small":
            return "\n\n".join(lines)
        case "quote":
            return "\n".join(f"> {line}" for line in lines)
        case _:
            return lead + " ".join(lines)
