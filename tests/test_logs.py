"""What is written when something goes wrong: enough to find the place, and none of the words."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.pages.serving import ROOT

SAID = "we moved the basket to disk"
KEY = "sk-of-the-tests-0123456789"
DEEDS = {
    "an error nobody caught": "raise ValueError(SAID)",
    "an error in a thread": "t = threading.Thread(target=int, args=(SAID,)); t.start(); t.join()",
    "an error that was logged": "try: int(SAID)\nexcept ValueError: log.exception('Could not read it')",
    "an error as an argument": "log.error('It said %s', ValueError(SAID))",
    "an error in the message": "error = ValueError(SAID)\nlog.error(f'It said {error}', exc_info=error)",
    "an error as the message": "log.error(ValueError(SAID))",
    "an error that came of another": "try:\n  int(SAID)\nexcept ValueError as e: raise RuntimeError(KEY) from e",
    "an error of a task": "asyncio.run(forgotten())",
    "a value that is not valid": "pydantic.TypeAdapter(int).validate_python(SAID)",
    "an error while something is thrown away": "Careless()",
    "a stack": "log.error('Here', stack_info=True)",
}
PROGRAM = """
import asyncio, gc, logging, sys, threading, pydantic
from interviewer.logs import keep_quiet

SAID, KEY = sys.argv[1:]
logging.basicConfig()
log = logging.getLogger("somebody")
keep_quiet()
keep_quiet()

class Careless:
    def __del__(self): raise ValueError(SAID)

async def fail(): raise ValueError(SAID)
async def forgotten():
    task = asyncio.create_task(fail())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    gc.collect()

"""


@pytest.mark.parametrize("deed", DEEDS)
def test_an_error_is_told_without_its_words(deed: str, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM + textwrap.dedent(DEEDS[deed]) + "\n")
    command = [sys.executable, str(program), SAID, KEY]
    ran = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    told = ran.stderr + ran.stdout
    assert SAID not in told
    assert KEY not in told
    assert "Traceback" not in told
    assert "Error at" in told or deed == "a stack"


def test_the_place_is_named_from_the_innermost_out(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(f"{PROGRAM}from interviewer.text import locate\nlocate('a', None)\n")
    command = [sys.executable, str(program), SAID, KEY]
    ran = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert "AttributeError at interviewer/text.py:" in ran.stderr


def test_what_is_no_error_is_logged_as_it_is(caplog: pytest.LogCaptureFixture) -> None:
    """Run in a process that may have been told to keep quiet or not; the outcome is the same."""
    import logging

    logging.getLogger("somebody").warning("%d interviews were deleted", 3)
    assert caplog.messages == ["3 interviews were deleted"]
