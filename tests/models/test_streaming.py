"""What a streamed reply is made of, and what is left out of it."""

import subprocess
import sys

import pytest
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage

from interviewer.models.chat_completions import ChatCompletions
from tests.models.conftest import ASKED, adapter
from tests.models.stub import Answer, Framing, Stub, chunk, delta, end, event, events, text, whole

USAGE = event({"choices": [], "usage": {"prompt_tokens": 5, "completion_tokens": 2, "total_tokens": 7}})
SAID = "Was — würdest du ändern? 🙂"


def in_bytes(size: int) -> Answer:
    sent = delta(SAID) + end()
    return events(*(sent[i : i + size] for i in range(0, len(sent), size)))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        pytest.param(events(delta("What "), delta("did you do?"), end()), "What did you do?", id="plain"),
        pytest.param(events(chunk({"role": "assistant"}), delta("Why?"), end()), "Why?", id="role first"),
        pytest.param(events(USAGE, delta("Why?"), end(), USAGE), "Why?", id="usage events"),
        pytest.param(events(b": ping\n\n", delta("Why?"), b": ping\n\n", end()), "Why?", id="pings"),
        pytest.param(events(chunk({"reasoning_content": "Hm."}), delta("Why?"), end()), "Why?", id="reasoning beside"),
        pytest.param(events(chunk({"reasoning": "Hm.", "content": None}), delta("Why?"), end()), "Why?", id="reasoning, null"),
        pytest.param(events(delta("<th"), delta("ink>Hm."), delta("</think>\n\nWhy?"), end()), "Why?", id="thinking inside"),
        pytest.param(events(delta("Why?"), chunk({}, "stop"), framing=Framing.CLOSE), "Why?", id="no DONE"),
        pytest.param(events(chunk({"content": "Why?"}, "stop"), b"data: [DONE]\n\n"), "Why?", id="reason with the text"),
        pytest.param(events(b'data: {"choices":[{"delta":{"content":"Hi \\ud83d"}}]}\n\n', end()), "Hi \ufffd", id="half a pair"),
        pytest.param(in_bytes(1), SAID, id="a byte at a time"),
        pytest.param(in_bytes(7), SAID, id="characters split"),
        pytest.param(whole("Why?"), "Why?", id="streaming ignored"),
    ],
)
def test_the_reply_is_the_text_alone(stub: Stub, model: ChatCompletions, answer: Answer, said: str) -> None:
    stub.replies(answer)
    pieces = list(model.stream(ASKED))
    assert "".join(pieces) == said
    assert all(pieces)
    assert len(stub.requests) == 1


def test_the_text_comes_in_pieces(stub: Stub, model: ChatCompletions) -> None:
    stub.replies(text("What did you do?"))
    assert list(model.stream(ASKED)) == ["What", " did", " you", " do?"]


def test_the_conversation_is_sent_with_its_roles(stub: Stub, model: ChatCompletions) -> None:
    list(model.stream([SystemMessage("Be brief."), HumanMessage("I did it."), AIMessage("How?"), HumanMessage("By hand.")]))
    assert stub.requests[0].messages == [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "I did it."},
        {"role": "assistant", "content": "How?"},
        {"role": "user", "content": "By hand."},
    ]


def test_nothing_is_sent_before_somebody_listens(stub: Stub, model: ChatCompletions) -> None:
    model.stream(ASKED)
    assert stub.requests == []


def test_one_adapter_serves_many_calls(stub: Stub) -> None:
    model = adapter(stub)
    stub.replies(text("One."), text("Two."))
    assert ["".join(model.stream(ASKED)) for _ in range(2)] == ["One.", "Two."]


def test_importing_the_adapter_loads_neither_openai_nor_langchain() -> None:
    code = "import sys, interviewer.models.chat_completions; print([m for m in ('openai', 'langchain_core') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
