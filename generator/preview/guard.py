"""The one gate of the local page: nothing but this page, in a browser of this machine, gets past it to the program.

In this order: the kind of connection, the Host against a fixed list (a foreign name that resolves to 127.0.0.1 is
still foreign), who asks by Origin and Sec-Fetch-Site, the method, the token, the size of what is sent.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping, MutableMapping
from typing import Any, NamedTuple, TypeAlias

Scope: TypeAlias = MutableMapping[str, Any]
Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
Application: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

TOKEN_HEADER = "x-nianbao-token"  # noqa: S105  # the header's name
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self';"
    " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"cache-control", b"no-store"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
_LARGEST = 2_000_000
"""Bytes that a request may bring, where its path has no limit of its own."""


class Refusal(NamedTuple):
    """Why a request is refused: the HTTP status and a sentence."""

    status: int
    why: str


class Guard:
    """The application behind its gate."""

    def __init__(
        self,
        application: Application,
        port: int,
        token: str,
        public: Collection[str],
        limits: Mapping[str, int],
    ) -> None:
        """Guard an application; `public` are the paths that need no token, `limits` the largest body by path."""
        self._application = application
        self._hosts = frozenset(f"{host}:{port}" for host in ("127.0.0.1", "localhost", "[::1]"))
        self._token = token.encode()
        self._public = frozenset(public)
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it before the application has seen anything of it."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            return
        refusal = self._refusal(scope)
        body = b""
        if refusal is None:
            brought = await _body(receive, self._limits.get(scope["path"], _LARGEST))
            refusal = Refusal(413, "发来的内容太大。") if brought is None else None
            body = brought or b""
        if refusal is not None:
            await _refuse(refusal, send)
            return
        await self._application(scope, _replayed(body, receive), _with_headers(send))

    def _refusal(self, scope: Scope) -> Refusal | None:
        headers = _Headers(scope["headers"])
        host = headers.only(b"host")
        if host not in self._hosts:
            return Refusal(421, "地址不对。")
        origin, site = headers.only(b"origin"), headers.only(b"sec-fetch-site")
        if origin not in {None, f"http://{host}"} or site not in {None, "same-origin", "none"}:
            return Refusal(403, "别的网页不能用这个程序。")
        if scope["method"] not in {"GET", "POST"}:
            return Refusal(405, "不支持这种请求。")
        if scope["method"] == "GET" and scope["path"] in self._public:
            return None
        token = headers.only(TOKEN_HEADER.encode()) or ""
        if site == "none" or not secrets.compare_digest(token.encode(), self._token):
            return Refusal(401, "请从终端里给出的网址打开。")
        return None


class _Headers:
    """A request's headers; one that comes twice is taken for one that is wrong."""

    def __init__(self, raw: Collection[tuple[bytes, bytes]]) -> None:
        self._raw = raw

    def only(self, name: bytes) -> str | None:
        values = [value.decode("latin-1") for key, value in self._raw if key.lower() == name]
        return "，".join(values) if values else None


async def _body(receive: Receive, limit: int) -> bytes | None:
    """Read what a request brings, None where it is more than may be or breaks off."""
    pieces: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None
        pieces.append(message.get("body", b""))
        size += len(pieces[-1])
        if size > limit:
            return None
        if not message.get("more_body", False):
            return b"".join(pieces)


def _replayed(body: bytes, receive: Receive) -> Receive:
    """Give what was read once more; afterwards the application hears when the browser has gone."""
    pending: Iterator[Message] = iter([{"type": "http.request", "body": body, "more_body": False}])

    async def replay() -> Message:
        message = next(pending, None)
        return await receive() if message is None else message

    return replay


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", ()), *_HEADERS]}
        await send(message)

    return sending


async def _refuse(refusal: Refusal, send: Send) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *_HEADERS]
    await send({"type": "http.response.start", "status": refusal.status, "headers": headers})
    await send({"type": "http.response.body", "body": refusal.why.encode()})
