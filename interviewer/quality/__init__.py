"""Whether content is good, not only valid: what `interviewer check` holds every scenario against once it can be loaded.

`timing` reads with a clock, `likeness` compares scenarios with one another, `judged` has the product rate what it teaches.
"""

from interviewer.quality.examining import examine

__all__ = ["examine"]
