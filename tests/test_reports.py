import json
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from interviewer.assessing import assess
from interviewer.assessment import Assessment
from interviewer.brief import Brief
from interviewer.engines.local import LocalEngine
from interviewer.interview import Asked, Assessed, Interview, Said, Setup
from interviewer.library import Library
from interviewer.recorded import contract
from interviewer.reports import as_json, as_markdown, as_pdf, blocks
from interviewer.reports.content import Block
from interviewer.reports.markdown import escaped
from interviewer.reports.pdf import UNKNOWN, drawable
from interviewer.text import clean
from tests.replies import STORY

HOSTILE = (
    "![x](http://127.0.0.1/x.png) <img src=x> **bold** [a](javascript:1)\n# Heading\n- point\n1. one\nhttps://127.0.0.1/y www.a.b"
)


def told(library: Library, text: str) -> tuple[Brief, Interview, Assessment]:
    brief = library.brief("ownership", "sde2")
    setup = Setup(principle="ownership", scenario=None, level="sde2", engine="local")
    asked = Asked(text="Tell me about a time.", question="Tell me about a time.", plainer="Any.")
    interview = Interview.new(setup).after(asked, Said(text=text, kind="answer"))
    assessment = assess(LocalEngine(library), brief, interview.transcript)
    return brief, interview.after(Assessed(assessment=assessment)), assessment


def test_the_report_holds_the_verdict_every_rating_and_what_was_said(library: Library) -> None:
    brief, interview, assessment = told(library, STORY)
    held = list(blocks(brief, interview, assessment))
    assert held[0].kind == "title"
    assert STORY in [block.text for block in held]
    for finding in assessment.findings:
        assert any(block.text.startswith(f"{brief.criterion(finding.criterion).name}: ") for block in held)
        assert all(any(quote.text in block.text for block in held) for quote in finding.quotes)


def test_markdown_shows_hostile_text_as_it_was_written(library: Library) -> None:
    brief, interview, assessment = told(library, f"{STORY} {HOSTILE}")
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(as_markdown(blocks(brief, interview, assessment)))
    inline = [child for token in tokens for child in token.children or []]
    assert not {"image", "link_open", "html_inline", "strong_open", "code_inline"} & {token.type for token in inline}
    assert not [token for token in tokens if token.type == "html_block"]
    assert "![x](http:" in "".join(token.content for token in inline).replace("\u2060", "")
    assert not [t for t in tokens if t.type == "heading_open" and t.tag == "h1"][1:]


@given(text=st.text(max_size=80))
def test_escaped_text_reads_as_it_was(text: str) -> None:
    line = " ".join(clean(text).split())
    shown = MarkdownIt("commonmark").parse(escaped(line))
    assert [t.type for t in shown] in ([], ["paragraph_open", "inline", "paragraph_close"])
    read = "".join(child.content for token in shown for child in token.children or [])
    assert read.replace("\u2060", "") == line


def test_json_is_the_contract_with_the_transcript(library: Library) -> None:
    _, interview, assessment = told(library, STORY)
    held = json.loads(as_json(interview, assessment))
    assert {key: held[key] for key in contract(interview.id, assessment)} == json.loads(
        json.dumps(contract(interview.id, assessment))
    )
    assert held["transcript"] == [{"turn": 1, "question": "Tell me about a time.", "text": STORY, "kind": "answer"}]


@pytest.mark.parametrize(
    "text", [STORY, "Größe, Ωμέγα, Дорога, שלום, مرحبا, Łódź", "日本語 👩🏽‍💻 \u2028", "word " * 4000, "x" * 9000, ""]
)
def test_a_pdf_is_made_of_any_text_and_nothing_of_it_is_logged(
    library: Library, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    brief, interview, assessment = told(library, text)
    with caplog.at_level(logging.DEBUG, logger="fpdf"):
        made = as_pdf(blocks(brief, interview, assessment), "Hire: Ownership")
    assert made.startswith(b"%PDF-")
    assert len(made) < 1_000_000
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]
    if text.strip():
        assert not [record for record in caplog.records if text[:20] in record.getMessage()]


def test_a_pdf_has_pages_with_text_on_them() -> None:
    made = as_pdf([Block("title", "Hire"), Block("text", "line\n" * 200)], "Hire")
    assert made.count(b"/Type /Page\n") >= 3


@pytest.mark.parametrize(("text", "shown"), [("Łódź Ω Ж", "Łódź Ω Ж"), ("日 x", f"{UNKNOWN} x"), ("a\nb", "a\nb")])
def test_what_the_font_does_not_have_is_a_box(text: str, shown: str) -> None:
    assert drawable(text) == shown
