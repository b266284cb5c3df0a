import random

from hypothesis import given
from hypothesis import strategies as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from evals.load import marks

OWN = marks.new(random.Random(1))
ANOTHER = marks.new(random.Random(2))
texts = st.text(st.characters(codec="utf-8"))


def shown(text: str) -> bytes:
    message = ForwardMsg()
    message.delta.new_element.text.body = text
    data: bytes = message.SerializeToString()
    return data


@given(texts, texts)
def test_ones_own_word_is_no_leak(before: str, after: str) -> None:
    assert not marks.foreign(shown(f"{before} {OWN} {after}"), OWN)


@given(texts, texts, st.booleans())
def test_anybody_elses_word_is_found_wherever_it_stands(before: str, after: str, lower: bool) -> None:
    planted = ANOTHER.lower() if lower else ANOTHER
    assert marks.foreign(shown(f"{OWN} {before} {planted} {after}"), OWN) == {ANOTHER}


def test_a_thousand_interviews_have_a_thousand_words() -> None:
    chance = random.Random(0)
    assert len({marks.new(chance) for _ in range(1000)}) == 1000
