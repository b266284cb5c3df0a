"""Dialect read in standard spelling."""

from interviewer.engines.local.dialect import standard


def test_common_spellings_are_read_as_the_standard_ones() -> None:
    assert standard("Ah telt the auld yin tae come doon frae there.") == "i told the old one to come down from there."


def test_standard_words_stay() -> None:
    assert standard("I told the old man to come down with a loan.") == "I told the old man to come down with a loan."
