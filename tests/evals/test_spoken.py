"""What a listener hears."""

import pytest

from evals.spoken import double_barrelled, own_words, questions, quoted, same_words


def test_what_is_quoted_is_not_the_speakers_own() -> None:
    text = "You said “why me?”, and I'd like to stay with that. Who asked you?"
    assert quoted(text) == ("why me?",)
    assert questions(text) == ("Who asked you?",)
    assert "why me" not in own_words(text)


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("What else did you consider, and why did you choose this?", True),
        ("How did you find out and what did you do then?", True),
        ("Can you think of one time, and tell me what you did?", True),
        ("How did you decide what to keep and what to leave?", False),
        ("Which part was yours, and which part was other people's?", False),
        ("You looked at it, and I'd like to stay with that. What did you see?", False),
        ("Who was for it and who against?", False),
        ("Tell me about a skill, and what you did with it.", False),
    ],
)
def test_two_questions_in_one_sentence_are_heard(text: str, both: bool) -> None:
    assert double_barrelled(text) is both


def test_the_same_question_is_known_by_its_words() -> None:
    assert same_words("How do you know how much it changed?", "And how do you know how much it changed?")
    assert not same_words("How do you know how much it changed?", "What would you do differently?")
