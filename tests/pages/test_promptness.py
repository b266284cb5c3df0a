"""What a server sends is not kept back; with real sockets, because whether an option is inherited is the system's affair."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import closing

import pytest

import app
from interviewer.pages.promptness import send_at_once


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    """As Streamlit makes it: without the number of a protocol."""
    with closing(socket.socket(socket.AF_INET)) as made:
        made.bind(("127.0.0.1", 0))
        made.listen()
        yield made


def kept_back(listening: socket.socket) -> bool:
    """Whether small pieces wait on a connection that is accepted now."""
    with closing(socket.create_connection(listening.getsockname())), closing(listening.accept()[0]) as accepted:
        return not accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_pieces_wait_until_they_are_told_not_to(listening: socket.socket) -> None:
    assert kept_back(listening)
    send_at_once()
    assert not kept_back(listening)


def test_other_sockets_and_files_are_left_alone(listening: socket.socket) -> None:
    one, other = socket.socketpair()
    with closing(one), closing(other), closing(socket.socket(socket.AF_INET)) as idle:
        send_at_once()
        assert not idle.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        one.sendall(b"still open")
        assert other.recv(20) == b"still open"
    assert listening.fileno() >= 0


def test_the_server_does_so_before_anybody_comes(listening: socket.socket) -> None:
    async def begun() -> None:
        async with app.getting_ready(app.app):
            assert not kept_back(listening)

    asyncio.run(begun())
