"""No network in this process, its own machine (loopback) aside: asked by Python itself before each such step.

What other programs do that are started from here, a browser or LibreOffice, is theirs; so is what a library would do
without Python's sockets, and none of ours does.
"""

from __future__ import annotations

import sys
from typing import Any

from generator.patterns import pattern

_LOOPBACK = pattern(r"127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1")
_ADDRESSED = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
_LOOKED_UP = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})
_NAMED = "socket.getnameinfo"  # asks what an address is called
_ELSEWHERE = ("192.0.2.1", 9)  # an address that RFC 5737 keeps for examples: it is nobody's
_OVERLAPPED = "asyncio.windows_events"


class NetworkRefusedError(OSError):
    """A step onto the network was refused."""


def refuse_network() -> None:
    """Refuse, from now on and for good, to connect, to listen, to send or to look a name up beyond this machine.

    What is refused raises NetworkRefusedError, an OSError.
    """
    if not network_refused():
        sys.addaudithook(_watch)


def network_refused() -> bool:
    """Tell whether the network is refused, by asking for a step onto it that is never taken."""
    try:
        sys.audit("socket.connect", None, _ELSEWHERE)
    except NetworkRefusedError:
        return True
    return False


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event in _ADDRESSED:
        _hold_to_loopback(arguments[1])
    elif event == _NAMED:
        _hold_to_loopback(arguments[0])
    elif event in _LOOKED_UP:
        _hold_to_loopback((arguments[0],))
    elif event == "socket.__new__" and _OVERLAPPED in sys.modules:
        _watch_overlapped(sys.modules[_OVERLAPPED])


def _hold_to_loopback(address: Any) -> None:
    """Let pass an address of this machine, a socket in the file system, and none (the socket is connected already)."""
    host = address[0] if isinstance(address, tuple) and address else address
    if host is None or not isinstance(address, tuple):  # what is no tuple is a path
        return
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if not (isinstance(name, str) and _LOOPBACK.fullmatch(name)):
        raise NetworkRefusedError(f"离线包不连网，只准本机（127.0.0.1）：{name}")


def _watch_overlapped(events: Any) -> None:
    """Hold asyncio on Windows to the same: its sockets connect and send without Python's being asked.

    Such a socket is made only after this module has been loaded, and its making is asked for.
    """
    proactor = events.IocpProactor
    if getattr(proactor.connect, "__module__", "") == __name__:
        return
    connect, send = proactor.connect, proactor.sendto

    def connect_here(self: Any, conn: Any, address: Any) -> Any:
        _hold_to_loopback(address)
        return connect(self, conn, address)

    def send_here(self: Any, conn: Any, data: Any, flags: int = 0, addr: Any = None) -> Any:
        _hold_to_loopback(addr)
        return send(self, conn, data, flags, addr)

    proactor.connect, proactor.sendto = connect_here, send_here
