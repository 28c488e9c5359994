"""A server on this machine that misbehaves in one way at each path, for the tests of `contrelatraite links`."""

import asyncio
import contextlib
import ssl
import threading
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

TOGETHER = 5
_TOGETHER = asyncio.Barrier(TOGETHER)
TLS = Path(__file__).parent / "fixtures" / "tls"


@dataclass(frozen=True)
class Asked:
    """A request that the server got."""

    method: str
    host: str
    path: str
    agent: str


@dataclass
class Server:
    """Serves until the end of its `with`; `asked` are the requests, `most` the greatest number at once of each host."""

    asked: list[Asked] = field(default_factory=list)
    most: dict[str, int] = field(default_factory=dict)
    port: int = 0

    def __enter__(self) -> Self:
        """Start in a thread of its own."""
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(TLS / "site.pem", TLS / "site.key")
        start = asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=context)
        self._server = asyncio.run_coroutine_threadsafe(start, self._loop).result()
        self.port = self._server.sockets[0].getsockname()[1]
        self._now: dict[str, int] = {}
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        """Stop, whatever it was doing."""
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result(5)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _stop(self) -> None:
        self._server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    def url(self, name: str) -> str:
        """Give the address of a misbehaviour, on a host of its own."""
        return f"https://{name}.example.org:{self.port}/{name}"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            method, path, _ = head.split("\r\n")[0].split(" ")
            headers = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
            headers = {name.lower(): value for name, value in headers.items()}
            host = headers["host"].partition(":")[0]
            self.asked.append(Asked(method, host, path, headers["user-agent"]))
            self._now[host] = self._now.get(host, 0) + 1
            self.most[host] = max(self.most.get(host, 0), self._now[host])
            try:
                await self._answer(method, path, writer)
            finally:
                self._now[host] -= 1
                writer.close()

    async def _answer(self, method: str, path: str, writer: asyncio.StreamWriter) -> None:
        name = path.strip("/").partition("/")[0]
        if name in _PLAIN:
            writer.write(_PLAIN[name].replace("PORT", str(self.port)).encode("latin-1"))
            await writer.drain()
        else:
            await _STRANGE[name](method, writer)


def reply(status: int, *headers: str) -> str:
    """Write an answer without a body."""
    return "\r\n".join([f"HTTP/1.1 {status} x", "Content-Length: 0", "Connection: close", *headers, "", ""])


async def never(_: str, __: asyncio.StreamWriter) -> None:
    """Take the connection and say nothing."""
    await asyncio.sleep(3600)


async def slowly(_: str, writer: asyncio.StreamWriter) -> None:
    """Answer one byte at a time, without end."""
    writer.write(b"HTTP/1.1 200 x\r\nX: ")
    while not writer.is_closing():
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.02)


async def endless(_: str, writer: asyncio.StreamWriter) -> None:
    """Send a body that never ends."""
    writer.write(b"HTTP/1.1 200 x\r\n\r\n")
    while not writer.is_closing():
        writer.write(b"x" * 65536)
        await writer.drain()
        await asyncio.sleep(0.001)


async def huge(_: str, writer: asyncio.StreamWriter) -> None:
    """Send headers that never end."""
    writer.write(b"HTTP/1.1 200 x\r\n")
    while not writer.is_closing():
        writer.write(b"X: " + b"x" * 65536 + b"\r\n")
        await writer.drain()
        await asyncio.sleep(0.001)


async def closes(_: str, __: asyncio.StreamWriter) -> None:
    """Hang up."""


async def short(_: str, writer: asyncio.StreamWriter) -> None:
    """Take a moment, as an honest server does."""
    await asyncio.sleep(0.03)
    writer.write(reply(200).encode())
    await writer.drain()


async def together(_: str, writer: asyncio.StreamWriter) -> None:
    """Answer when as many requests as this are waiting."""
    await _TOGETHER.wait()
    writer.write(reply(200).encode())
    await writer.drain()


def but_get(head: str) -> Callable[[str, asyncio.StreamWriter], Awaitable[None]]:
    """Answer to GET alone, without end; HEAD gets that text."""

    async def answer(method: str, writer: asyncio.StreamWriter) -> None:
        if method == "HEAD":
            writer.write(head.encode())
            await writer.drain()
        else:
            await endless(method, writer)

    return answer


_STRANGE = {
    "never": never,
    "slowly": slowly,
    "endless": endless,
    "huge": huge,
    "closes": closes,
    "short": short,
    "together": together,
    "head-403": but_get(reply(403)),
    "head-404": but_get(reply(404)),
    "head-405": but_get(reply(405)),
    "head-closes": but_get(""),
}
_PLAIN = {
    "ok": reply(200),
    "garbage": "garbage\r\n\r\n\0\1\2",
    "encoding": reply(200, "Content-Type: text/html; charset=klingon", "Content-Encoding: gzip, x", "X-Name: \xe9\xff"),
    "forbidden": reply(403),
    "not-found": reply(404),
    "gone": reply(410),
    "fault": reply(500),
    "busy": reply(429, "Retry-After: 3600"),
    "maintenance": reply(503, "Retry-After: 3600"),
    "moved": reply(301, "Location: /ok"),
    "moved-twice": reply(308, "Location: https://moved.example.org:PORT/moved"),
    "moved-away": reply(301, "Location: https://ok.example.org:PORT/ok"),
    "moved-nowhere": reply(301, "Location: /gone"),
    "moved-then-elsewhere": reply(301, "Location: /for-now"),
    "for-now": reply(302, "Location: /ok"),
    "circle": reply(302, "Location: /circle"),
    "circle-of-two": reply(302, "Location: /back"),
    "back": reply(302, "Location: /circle-of-two"),
    "chain": reply(302, "Location: /chain/x"),
    "to-file": reply(302, "Location: file:///etc/passwd"),
    "to-http": reply(301, "Location: http://ok.example.org/"),
    "to-user": reply(301, "Location: https://ok.example.org@evil.example.org/"),
    "to-inside": reply(302, "Location: https://inside.example.org/"),
    "to-nonsense": reply(302, "Location: https://[::1/"),
    "to-bytes": reply(302, "Location: /\xe9\xff"),
    "no-location": reply(302),
}


def serving() -> Iterator[Server]:
    """Give a server, for a fixture."""
    with Server() as server:
        yield server
