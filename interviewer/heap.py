"""What keeps the memory of a server that many people use at once small and quickly looked through."""

import ctypes
import gc
import sys
from contextlib import suppress

ARENAS = 2
_M_ARENA_MAX = -8
"""From glibc's malloc.h."""


def few_arenas() -> None:
    """Has all threads take their memory from few places; does nothing where the C library is not glibc.

    Otherwise each thread gets a place of its own, little of which is ever given back, and Streamlit draws every page in a new
    thread: a hundred interviews would leave a hundred megabytes behind.
    """
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL("libc.so.6").mallopt(_M_ARENA_MAX, ARENAS)


def settle() -> None:
    """Takes what is loaded by now for lasting: the search for garbage then looks only at what came later.

    Looking through all of it takes a tenth of a second, in which nobody is served.
    """
    gc.collect()
    gc.freeze()
