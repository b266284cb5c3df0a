"""What an interview is about."""

from interviewer.library import Library


def test_the_same_brief_at_another_level_weighs_by_that_level(library: Library) -> None:
    brief = library.brief("ownership", "sde1")
    assert brief.weights["systemic_insight"] == 0  # and remembered
    assert brief.at("senior").weights == library.brief("ownership", "senior").weights
