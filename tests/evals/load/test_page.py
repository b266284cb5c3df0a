import pytest
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from evals.load.page import NotThere, Page

DONE, RERUN = ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_EARLY_FOR_RERUN


def sent(message: ForwardMsg) -> bytes:
    data: bytes = message.SerializeToString()
    return data


def began(*fragments: str) -> bytes:
    message = ForwardMsg()
    message.new_session.page_script_hash = "the page"
    message.metadata.run.fragment_ids.extend(fragments)
    return sent(message)


def finished(status: ForwardMsg.ScriptFinishedStatus.ValueType = DONE) -> bytes:
    return sent(ForwardMsg(script_finished=status))


def drawn(element: Element, *place: int, hash: str = "") -> bytes:
    message = ForwardMsg(hash=hash)
    message.metadata.delta_path.extend(place)
    message.metadata.cacheable = bool(hash)
    message.delta.new_element.CopyFrom(element)
    return sent(message)


def text(body: str) -> Element:
    element = Element()
    element.text.body = body
    return element


def page(*messages: bytes) -> Page:
    made = Page()
    for message in messages:
        made.take(message)
    return made


def test_what_is_drawn_later_at_a_place_stands_there_instead() -> None:
    assert page(began(), drawn(text("old"), 0, 1), drawn(text("first"), 0, 0), drawn(text("new"), 0, 1)).texts() == [
        "first",
        "new",
    ]


def test_what_a_run_did_not_draw_is_gone_when_it_is_over() -> None:
    shown = page(began(), drawn(text("old"), 0, 1), finished(), began(), drawn(text("new"), 0, 0))
    assert shown.texts() == ["new", "old"]
    shown.take(finished())
    assert shown.texts() == ["new"]


def test_a_run_that_is_followed_by_another_clears_nothing() -> None:
    assert page(began(), drawn(text("kept"), 0), finished(), began(), finished(RERUN)).texts() == ["kept"]


def test_a_part_that_is_drawn_by_itself_is_no_run_of_the_page() -> None:
    shown = page(began(), drawn(text("kept"), 0), finished())
    assert shown.take(began("clock")) == "other"
    assert shown.take(finished(ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)) == "other"
    assert shown.texts() == ["kept"]


def test_a_message_sent_before_is_drawn_again_where_it_is_referred_to() -> None:
    shown = page(began(), drawn(text("long"), 0, hash="h"), finished(), began())
    reference = ForwardMsg(ref_hash="h")
    reference.metadata.delta_path.append(3)
    shown.take(sent(reference))
    shown.take(finished())
    assert shown.texts() == ["long"]
    assert shown.kept == ["h"]


def test_a_reference_to_nothing_is_a_fault() -> None:
    with pytest.raises(NotThere):
        Page().take(sent(ForwardMsg(ref_hash="h")))


def test_a_part_wants_to_be_drawn_again_until_it_is_stopped_or_the_page_runs_anew() -> None:
    ticking, stopping = ForwardMsg(), ForwardMsg()
    ticking.auto_rerun.fragment_id, ticking.auto_rerun.interval = "clock", 1
    stopping.stop_auto_rerun.fragment_ids.append("clock")
    start, stop = sent(ticking), sent(stopping)
    assert page(began(), start).clocks == {"clock": 1}
    assert page(began(), start, stop).clocks == page(began(), start, began()).clocks == {}


def test_a_locked_box_is_none_to_answer_in() -> None:
    box = Element()
    box.chat_input.id = "box"
    assert page(began(), drawn(box, 1)).box
    box.chat_input.disabled = True
    assert page(began(), drawn(box, 1)).box is None


def test_a_complaint_is_told_without_its_words() -> None:
    warning, fault = Element(), Element()
    warning.alert.body, warning.alert.format = "you said hello", warning.alert.WARNING
    fault.exception.type, fault.exception.message = "KeyError", "you said hello"
    assert page(began(), drawn(warning, 0), drawn(fault, 1)).complaints() == ["alert WARNING", "exception KeyError"]


def test_a_run_that_could_not_be_read_is_a_fault() -> None:
    assert page(began(), finished(ForwardMsg.FINISHED_WITH_COMPILE_ERROR)).crashed
