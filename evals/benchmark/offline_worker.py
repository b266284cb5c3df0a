"""Has answers of 200 words assessed by the offline engine, in a process that does nothing else; tells what it took as JSON.

``python -m evals.benchmark.offline_worker COUNT [FIRST]``
"""

import json
import resource
import sys
import time
from itertools import cycle, islice
from pathlib import Path

WORDS = 200
RECORDED = Path(__file__).parents[1] / "recorded" / "development.jsonl"


def answers(count: int, first: int = 0) -> list[str]:
    """Recorded answers joined and cut to `WORDS` words; no two of the first 90 or so share a sentence."""
    said = " ".join(json.loads(line)["answer"] for line in RECORDED.read_text(encoding="utf-8").splitlines()).split()
    cut = [" ".join(said[at : at + WORDS]) for at in range(0, len(said) - WORDS, WORDS)]
    return list(islice(cycle(cut), first, first + count))


def main(count: int, first: int = 0) -> None:
    texts = answers(count + 1, first)
    began = time.process_time()
    from interviewer.brief import Brief
    from interviewer.engines.local import LocalEngine
    from interviewer.library import bundled, load
    from interviewer.transcript import Transcript, Turn

    library = load(bundled("prompts"), bundled("scenarios"))
    brief: Brief = library.brief("ownership", "sde2")
    loaded = time.process_time()
    engine = LocalEngine(library)

    def review(text: str) -> float:
        start = time.process_time()
        engine.review(brief, Transcript(turns=(Turn(number=1, question=brief.questions[0], text=text),)))
        return time.process_time() - start

    first_use = review(texts[0])
    wall = time.monotonic()
    each = [review(text) for text in texts[1:]]
    told = {
        "content": loaded - began,
        "first_use": first_use,
        "each": each,
        "wall": time.monotonic() - wall,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    print(json.dumps(told))  # noqa: T201


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
