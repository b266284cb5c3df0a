"""An assessment to take away: the same content as Markdown, as PDF and as JSON."""

from interviewer.reports.as_json import as_json
from interviewer.reports.content import Block, blocks
from interviewer.reports.markdown import as_markdown
from interviewer.reports.pdf import as_pdf

__all__ = ["Block", "as_json", "as_markdown", "as_pdf", "blocks"]
