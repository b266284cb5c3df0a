from hypothesis import given
from hypothesis import strategies as st

from interviewer.highlighting import Mark, Segment, marks, segments
from interviewer.review import Finding, Quote, RaisedFlag
from interviewer.transcript import Turn

TEXT = "I read the log, found the lock, and sales rose from 3 to 9."


def turn(text: str, number: int = 1) -> Turn:
    return Turn(number=number, question="Tell me.", text=text)


def mark(about: str, text: str, number: int = 1) -> Mark:
    return Mark(about, Quote(turn=number, text=text))


def test_a_quote_is_marked_where_it_was_said() -> None:
    assert segments(turn(TEXT), [mark("metric", "sales rose from 3 to 9")]) == (
        Segment("I read the log, found the lock, and ", (), ()),
        Segment("sales rose from 3 to 9", ("metric",), ("metric",)),
        Segment(".", (), ()),
    )


def test_overlapping_quotes_share_the_words_they_share() -> None:
    cut = segments(turn("one two three four"), [mark("role", "one two three"), mark("depth", "two three four")])
    assert [(s.text, s.about, s.ends) for s in cut] == [
        ("one ", ("role",), ()),
        ("two three", ("role", "depth"), ("role",)),
        (" four", ("depth",), ("depth",)),
    ]


def test_a_quote_inside_another_keeps_both() -> None:
    cut = segments(turn("one two three"), [mark("role", "one two three"), mark("depth", "two")])
    assert [(s.text, s.about) for s in cut] == [("one ", ("role",)), ("two", ("role", "depth")), (" three", ("role",))]


def test_the_same_words_quoted_for_two_things_are_one_segment() -> None:
    cut = segments(turn("I read the log"), [mark("depth", "I read the log"), mark("first_person", "I read the log")])
    assert cut == (Segment("I read the log", ("depth", "first_person"), ("depth", "first_person")),)


def test_a_quote_of_another_turn_or_of_nobody_marks_nothing() -> None:
    found = [mark("metric", "sales rose", number=2), mark("depth", "never said")]
    assert segments(turn(TEXT), found) == (Segment(TEXT, (), ()),)


def test_words_are_not_marked_inside_other_words() -> None:
    assert [s.text for s in segments(turn("Twofold: two"), [mark("metric", "two")])] == ["Twofold: ", "two"]


def test_what_is_not_met_is_not_marked_and_red_flags_are() -> None:
    quote = Quote(turn=1, text="I was told to")
    found = marks([Finding(criterion="ownership", rating="no", quotes=(quote,))], [RaisedFlag(flag="assigned", quotes=(quote,))])
    assert found == (Mark("assigned", quote),)


@given(
    text=st.text(alphabet="ab .\n\"'“é", max_size=60),
    cuts=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(["metric", "role", "blame"])), max_size=6),
)
def test_the_segments_are_the_text(text: str, cuts: list[tuple[int, int, str]]) -> None:
    found = [mark(about, text[a:b]) for a, b, about in cuts if text[a:b]]
    cut = segments(turn(text), found)
    assert "".join(s.text for s in cut) == text
    assert all(s.text for s in cut)
    assert all(set(s.ends) <= set(s.about) for s in cut)


@given(text=st.text(max_size=40), quote=st.text(min_size=1, max_size=10))
def test_any_quote_leaves_any_text_as_it_is(text: str, quote: str) -> None:
    assert "".join(s.text for s in segments(turn(text), [mark("metric", quote)])) == text
