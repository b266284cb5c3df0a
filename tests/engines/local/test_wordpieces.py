"""Text cut into pieces."""

from interviewer.engines.local.wordpieces import WordPieces


def test_an_unknown_word_is_cut_into_the_longest_known_pieces() -> None:
    pieces = WordPieces(["[UNK]", "[CLS]", "[SEP]", "count", "counter", "##check", "##s"])
    assert pieces("Counterchecks") == [1, 4, 5, 6, 2]
    assert pieces("xyz") == [1, 0, 2]


def test_case_and_accents_make_no_difference() -> None:
    pieces = WordPieces(["[UNK]", "[CLS]", "[SEP]", "cafe"])
    assert pieces("CAFÉ") == pieces("cafe")
