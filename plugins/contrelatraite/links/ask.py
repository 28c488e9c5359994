"""Ask: https addresses → whether they answer. In parallel, politely, and never inside a private network.

One request at a time to a host; HEAD, then GET once where HEAD is refused; no body is read; nothing is asked twice. A
host that is silent, or asks to be left alone (429, Retry-After), is left alone with all its addresses.
"""

import asyncio
import ipaddress
import socket
import ssl
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

import httpx

from contrelatraite.schema.fields import is_https

State = Literal[
    "answers",
    "moved",
    "refused",
    "missing",
    "failed",
    "silent",
    "slow",
    "garbled",
    "tls",
    "circles",
    "leaves",
    "private",
    "late",
]
_PERMANENT = {301, 308}
_REDIRECTS = {*_PERMANENT, 302, 303, 307}
_REFUSED = {401, 403, 405, 406, 429, 451, 501}
_MISSING = {404, 410}
_BUSY = {429, 503}
_ERROR = 400
_CERTAIN = {*_BUSY, 410}  # not asked again by GET
_OF_THE_HOST: set[State] = {"silent", "slow", "tls", "private"}  # what is true of all its addresses
_ADDRESSES_OF_A_HOST = 3  # tried in turn, when one does not take the connection


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how far to go: seconds for a request and for all of them, redirects, requests at once."""

    request: float = 10
    total: float = 180
    redirects: int = 5
    at_once: int = 16


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an address: the status of the last answer, and where it stands now when it moved for good."""

    state: State
    status: int | None = None
    now: str | None = None


Resolve = Callable[[str, int], Awaitable[list[str]]]


async def resolve(host: str, port: int) -> list[str]:
    """Give the addresses of a host on the network. Raises OSError when it has none."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(address: str) -> bool:
    """Whether an address is on the public network, whatever form hides another in it."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if inner:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


@dataclass(frozen=True)
class Network:
    """How hosts are found, which addresses may be reached, and which certificates are trusted."""

    resolve: Resolve = resolve
    allowed: Callable[[str], bool] = is_public
    trust: ssl.SSLContext = field(default_factory=httpx.create_ssl_context)


class PrivateError(Exception):
    """A host is, or may be, inside a private network."""


class _Transport(httpx.AsyncBaseTransport):
    """Connects to the address that was looked at, so that a name cannot mean another the second time."""

    def __init__(self, network: Network) -> None:
        self._network = network
        # No connection is kept: two sites of one address would share it, and one certificate.
        alone = httpx.Limits(max_keepalive_connections=0)
        self._inner = httpx.AsyncHTTPTransport(verify=network.trust, trust_env=False, limits=alone)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        host = request.url.host
        found = await self._network.resolve(host, request.url.port or 443)
        if not found or not all(map(self._network.allowed, found)):
            raise PrivateError(host)
        extensions = {**request.extensions, "sni_hostname": host}
        *firsts, last = found[:_ADDRESSES_OF_A_HOST]
        for address in firsts:
            try:
                return await self._inner.handle_async_request(_at(address, request, extensions))
            except httpx.ConnectError:
                continue
        return await self._inner.handle_async_request(_at(last, request, extensions))

    async def aclose(self) -> None:
        await self._inner.aclose()


def _at(address: str, request: httpx.Request, extensions: dict[str, object]) -> httpx.Request:
    url = request.url.copy_with(host=address)
    return httpx.Request(request.method, url, headers=request.headers, extensions=extensions)


def ask(
    addresses: Iterable[str], who: str, limits: Limits | None = None, network: Network | None = None
) -> Mapping[str, Answer]:
    """Ask each address; `who` is what the request says of who asks (User-Agent)."""
    return asyncio.run(_ask_all(sorted(set(addresses)), who, limits or Limits(), network or Network()))


async def _ask_all(addresses: list[str], who: str, limits: Limits, network: Network) -> dict[str, Answer]:
    answers = dict.fromkeys(addresses, Answer("late"))
    async with httpx.AsyncClient(
        transport=_Transport(network), headers={"User-Agent": who}, timeout=limits.request, trust_env=False
    ) as client:
        asker = _Asker(client, limits)

        async def one(address: str) -> None:
            answers[address] = await asker.ask(address)

        tasks = [asyncio.create_task(one(address)) for address in addresses]
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=limits.total)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
            for task in set(tasks) - late:
                task.result()
    return answers


class _Asker:
    """Asks, one request at a time to a host, and remembers the hosts to leave alone."""

    def __init__(self, client: httpx.AsyncClient, limits: Limits) -> None:
        self._client = client
        self._limits = limits
        self._hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._slots = asyncio.Semaphore(limits.at_once)
        self._left_alone: dict[str, Answer] = {}

    async def ask(self, address: str) -> Answer:
        """Follow an address to its answer."""
        seen = [address]
        moved: str | None = address  # as far as redirects are permanent
        lasting = True
        while True:
            here = seen[-1]
            if not is_https(here):
                return Answer("leaves")
            answer, location = await self._request(here)
            if location is None:
                if answer.state == "answers" and moved != address:
                    return replace(answer, state="moved", now=moved)
                return answer
            try:
                there = str(httpx.URL(here).join(location))
            except (httpx.InvalidURL, ValueError):
                return Answer("garbled", answer.status)
            if there in seen or len(seen) > self._limits.redirects:
                return Answer("circles", answer.status)
            lasting = lasting and answer.status in _PERMANENT
            moved = there if lasting else moved
            seen.append(there)

    async def _request(self, address: str) -> tuple[Answer, str | None]:
        """Ask once, by HEAD and where that is refused by GET; give the answer, and where it redirects."""
        try:
            host = httpx.URL(address).host
        except (httpx.InvalidURL, ValueError):
            return Answer("garbled"), None
        async with self._hosts[host], self._slots:
            if host in self._left_alone:
                return self._left_alone[host], None
            answer, location, alone = await self._send("HEAD", address)
            doubtful = (answer.status or 0) >= _ERROR and answer.status not in _CERTAIN
            if not alone and (doubtful or answer.state == "garbled"):
                answer, location, alone = await self._send("GET", address)
            if alone:
                self._left_alone[host] = answer
            return answer, location

    async def _send(self, method: str, address: str) -> tuple[Answer, str | None, bool]:
        """Give the answer, where it redirects, and whether its host is to be left alone."""
        try:
            async with asyncio.timeout(self._limits.request), self._client.stream(method, address) as response:
                return _read(response)
        except Exception as error:  # noqa: BLE001  whatever a server does, the others are asked
            state = _state(error)
            return Answer(state), None, state in _OF_THE_HOST


def _read(response: httpx.Response) -> tuple[Answer, str | None, bool]:
    status = response.status_code
    if status in _REDIRECTS and "location" in response.headers:
        return Answer("answers", status), response.headers["location"], False
    if status in _REFUSED:
        state: State = "refused"
    elif status in _MISSING:
        state = "missing"
    else:
        state = "answers" if status < _ERROR else "failed"
    return Answer(state, status), None, status in _BUSY and (status == 429 or "retry-after" in response.headers)  # noqa: PLR2004


def _state(error: BaseException) -> State:
    """Name what went wrong."""
    if isinstance(error, PrivateError):
        return "private"
    if isinstance(error, TimeoutError | httpx.TimeoutException):
        return "slow"
    if isinstance(error, httpx.ConnectError):
        return "tls" if _has_cause(error, ssl.SSLError) else "silent"
    if isinstance(error, OSError) and not isinstance(error, ssl.SSLError):
        return "silent"
    return "garbled"


def _has_cause(error: BaseException | None, kind: type[BaseException]) -> bool:
    while error is not None:
        if isinstance(error, kind):
            return True
        error = error.__cause__ or error.__context__
    return False
