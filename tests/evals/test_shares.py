"""Shares and ratios."""

from evals.shares import Part, ratio, share


def test_a_ratio_is_all_parts_over_all_wholes_and_no_mean_of_shares() -> None:
    metric = ratio("m", [Part("a", 1, 1), Part("b", 0, 3)])
    assert metric.value == 0.25
    assert metric.n == 2


def test_nothing_to_measure_is_no_value() -> None:
    assert share("m", [], lambda item: True).value is None
    assert ratio("m", [Part("a", 0, 0)]).value is None


def test_the_value_of_an_item_is_worked_out_once() -> None:
    seen: list[str] = []

    def value(part: Part) -> bool:
        seen.append(part.story)
        return True

    assert share("m", [Part("a", 0), Part("b", 0)], value).value == 1
    assert seen == ["a", "b"]
