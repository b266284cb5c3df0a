"""Small pieces leave at once: the words of a follow-up as they come, and the many little files of a page.

Nagle's algorithm keeps a small piece back until the other side has confirmed the one before it, which takes 40 to 200 ms. asyncio
turns it off for sockets that name their protocol; the one that Streamlit listens on does not, nor do those that it accepts.
"""

import os
import socket
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_OPEN = Path("/dev/fd")
"""Where a system lists what a process has open; Windows has no such place, and keeps its delays."""


def send_at_once() -> None:
    """Turns it off for every socket that this process listens on, and so for the connections they accept from now on."""
    for listening in _listening():
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _listening() -> Iterator[socket.socket]:
    for number in [int(file.name) for file in _OPEN.iterdir()] if _OPEN.is_dir() else ():
        with suppress(OSError):  # Closed meanwhile.
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                with socket.socket(fileno=os.dup(number)) as same:
                    if same.family in (socket.AF_INET, socket.AF_INET6) and _listens(same):
                        yield same


def _listens(found: socket.socket) -> bool:
    return bool(found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
