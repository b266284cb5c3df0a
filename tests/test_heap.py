import subprocess
import sys

WATCHED = """
import gc
from interviewer import heap

heap.few_arenas()
kept = [[] for _ in range(1000)]
heap.settle()
later = [[]]
found = {id(o) for o in gc.get_objects()}
print(sum(id(o) in found for o in kept), id(later[0]) in found, gc.get_freeze_count() >= 1000)
"""


def test_what_was_loaded_is_not_looked_through_again_and_what_comes_later_is() -> None:
    run = subprocess.run([sys.executable, "-c", WATCHED], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["0", "True", "True"]
