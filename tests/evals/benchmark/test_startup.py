from evals.benchmark.startup import imported_early


def test_a_first_screen_imports_no_model_neither_a_service_s_nor_the_one_on_this_machine() -> None:
    assert imported_early() == []
