"""Whether the websites answer: asked of a server that misbehaves, on this machine; no test leaves it."""

import json
import shutil
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from contrelatraite import cli
from contrelatraite.diagnostics import Place
from contrelatraite.languages import Language, load
from contrelatraite.links import ask as asking
from contrelatraite.links.ask import Answer, Limits, Network, ask, is_public
from contrelatraite.links.given import Given, given
from contrelatraite.links.told import STATES, as_lines, as_rows, words
from tests.misbehaving import TLS, TOGETHER, Server, serving
from tests.support import site_of, translate, write

ROOT = Path(__file__).parents[1]
HERE = "127.0.0.1"
WHO = "tests/1 (+https://www.example.org/contact/)"
LIMITS = Limits(request=20, total=60, redirects=3)  # for servers that answer, however busy this machine is
HASTY = Limits(request=1, total=60, redirects=3)  # for those that never do


@pytest.fixture
def server() -> Iterator[Server]:
    """Give a server that misbehaves."""
    yield from serving()


SILENT = {"never", "slowly"}


async def _resolve(host: str, _: int) -> list[str]:
    """Every host is this machine, but for one inside a network and one that does not exist."""
    if host.startswith("unknown."):
        raise socket.gaierror
    return [HERE, "10.0.0.1"] if host.startswith("both.") else ["10.0.0.1" if host.startswith("inside.") else HERE]


def network() -> Network:
    """Give a network that is this machine alone, where the server's certificate is trusted."""
    return Network(_resolve, lambda address: address == HERE, ssl.create_default_context(cafile=TLS / "site.pem"))


def answer(server: Server, name: str) -> Answer:
    """Ask for one misbehaviour."""
    url = server.url(name)
    return ask([url], WHO, HASTY if name in SILENT else LIMITS, network())[url]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ok", Answer("answers", 200)),
        ("endless", Answer("answers", 200)),
        ("encoding", Answer("answers", 200)),
        ("for-now", Answer("answers", 200)),
        ("head-403", Answer("answers", 200)),
        ("head-404", Answer("answers", 200)),
        ("head-405", Answer("answers", 200)),
        ("head-closes", Answer("answers", 200)),
        ("no-location", Answer("answers", 302)),
        ("forbidden", Answer("refused", 403)),
        ("busy", Answer("refused", 429)),
        ("not-found", Answer("missing", 404)),
        ("gone", Answer("missing", 410)),
        ("moved-nowhere", Answer("missing", 410)),
        ("fault", Answer("failed", 500)),
        ("maintenance", Answer("failed", 503)),
        ("never", Answer("slow")),
        ("slowly", Answer("slow")),
        ("closes", Answer("garbled")),
        ("garbage", Answer("garbled")),
        ("huge", Answer("garbled")),
        ("circle", Answer("circles", 302)),
        ("circle-of-two", Answer("circles", 302)),
        ("to-file", Answer("leaves")),
        ("to-http", Answer("leaves")),
        ("to-user", Answer("leaves")),
        ("to-inside", Answer("private")),
        ("inside", Answer("private")),
        ("both", Answer("private")),
        ("unknown", Answer("silent")),
    ],
)
def test_what_becomes_of_an_address(server: Server, name: str, expected: Answer) -> None:
    assert answer(server, name) == expected


@pytest.mark.parametrize("name", ["to-nonsense", "to-bytes"])
def test_a_redirect_that_is_no_address_is_told_and_stops_nothing(server: Server, name: str) -> None:
    answers = ask([server.url(name), server.url("ok")], WHO, LIMITS, network())
    assert answers[server.url(name)].state in {"garbled", "leaves"}
    assert answers[server.url("ok")] == Answer("answers", 200)


@pytest.mark.parametrize(
    ("name", "now"),
    [
        ("moved", "https://moved.example.org:{port}/ok"),
        ("moved-away", "https://ok.example.org:{port}/ok"),
        ("moved-twice", "https://moved.example.org:{port}/ok"),
        ("moved-then-elsewhere", "https://moved-then-elsewhere.example.org:{port}/for-now"),
    ],
)
def test_a_site_that_moved_for_good_is_told_with_its_new_address(server: Server, name: str, now: str) -> None:
    assert answer(server, name) == Answer("moved", 200, now.format(port=server.port))


def test_a_chain_of_redirects_has_an_end(server: Server) -> None:
    redirects = ["/chain", "/chain/x"]
    assert answer(server, "chain").state == "circles"
    assert [asked.path for asked in server.asked] == redirects


def test_a_site_with_a_certificate_that_nobody_vouches_for_is_told(server: Server) -> None:
    trusting_none_of_ours = Network(_resolve, lambda address: address == HERE)
    url = server.url("ok")
    assert ask([url], WHO, LIMITS, trusting_none_of_ours)[url] == Answer("tls")


def test_a_certificate_of_another_host_is_not_accepted(server: Server) -> None:
    url = f"https://www.example.com:{server.port}/ok"
    assert ask([url], WHO, LIMITS, network())[url] == Answer("tls")


def test_a_port_where_nobody_listens_is_silent() -> None:
    with socket.socket() as free:
        free.bind((HERE, 0))
        url = f"https://a.example.org:{free.getsockname()[1]}/"
        assert ask([url], WHO, LIMITS, network())[url] == Answer("silent")


def test_the_time_for_all_is_kept_whatever_servers_do(server: Server) -> None:
    urls = [server.url(name) for name in ("never", "slowly", "ok")]
    answers = ask(urls, WHO, Limits(request=3600, total=2), network())
    assert [answers[url].state for url in urls] == ["late", "late", "answers"]


def test_nobody_is_asked_when_there_is_no_address() -> None:
    assert ask([], WHO, LIMITS, network()) == {}


# Politeness.


def test_a_host_is_asked_one_thing_at_a_time(server: Server) -> None:
    urls = [f"https://short.example.org:{server.port}/short/{number}" for number in range(5)]
    assert {found.state for found in ask(urls, WHO, LIMITS, network()).values()} == {"answers"}
    assert server.most == {"short.example.org": 1}


def test_hosts_are_asked_together(server: Server) -> None:
    urls = [f"https://host-{number}.example.org:{server.port}/together" for number in range(TOGETHER)]
    assert set(ask(urls, WHO, LIMITS, network()).values()) == {Answer("answers", 200)}


def test_whoever_asks_says_who_it_is(server: Server) -> None:
    answer(server, "head-403")
    assert [(asked.method, asked.agent) for asked in server.asked] == [("HEAD", WHO), ("GET", WHO)]


@pytest.mark.parametrize("name", ["ok", "gone"])
def test_what_is_known_is_not_asked_again(server: Server, name: str) -> None:
    answer(server, name)
    assert [asked.method for asked in server.asked] == ["HEAD"]


@pytest.mark.parametrize("name", ["busy", "maintenance", "never", "slowly"])
def test_a_host_that_is_silent_or_asks_for_rest_is_left_alone_with_all_its_addresses(server: Server, name: str) -> None:
    urls = [f"https://a.example.org:{server.port}/{name}/{number}" for number in range(4)]
    answers = set(ask(urls, WHO, HASTY if name in SILENT else LIMITS, network()).values())
    assert (len(answers), len({asked.path for asked in server.asked})) == (1, 1)


def test_an_address_given_twice_is_asked_once(server: Server) -> None:
    ask([server.url("ok")] * 2, WHO, LIMITS, network())
    assert len(server.asked) == 1


# No private network.


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.1.2.3", "0.1.2.3", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::1", "2002:a00:1::",
    ],
)  # fmt: skip
def test_an_address_inside_a_network_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["9.9.9.9", "2620:fe::fe", "::ffff:9.9.9.9"])
def test_an_address_outside_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "2130706433", "0x7f.1", "localhost"])
def test_the_usual_network_never_reaches_this_machine(server: Server, host: str) -> None:
    url = f"https://{host}:{server.port}/ok"
    assert ask([url], WHO, LIMITS)[url].state in {"private", "leaves"}
    assert server.asked == []


# The addresses that are asked.


def test_the_websites_of_members_are_asked_in_all_languages(content: Path) -> None:
    write(content, "members:a", website={"fr": "https://a.example.org/fr", "en": "https://a.example.org/en"})
    write(content, "institutions:b", website="https://b.example.org")
    assert [(place.address, place.place) for place in given(site_of(content), everything=False)] == [
        ("https://a.example.org/fr", Place(5, 17, 43)),
        ("https://a.example.org/en", Place(5, 51, 77)),
    ]


def test_networks_and_reports_of_members_are_asked_too(content: Path) -> None:
    report = {"year": "2020", "title": "a", "url": "https://a.example.org/2020"}
    write(content, "members:a", network={"name": "b", "website": "https://b.example.org"}, reports=[report])
    assert [place.address for place in given(site_of(content), everything=False)] == [
        "https://www.exemple.org",
        "https://b.example.org",
        "https://a.example.org/2020",
    ]


def test_all_addresses_are_those_of_all_headers_and_texts(content: Path) -> None:
    write(content, "institutions:b", "[x](https://c.example.org) [y](members:a)", website="https://b.example.org")
    translate(content, "institutions:b", "<https://d.example.org>")
    assert [(place.path.split("/")[-1], place.address) for place in given(site_of(content), everything=True)] == [
        ("index.en.md", "https://d.example.org"),
        ("index.fr.md", "https://b.example.org"),
        ("index.fr.md", "https://c.example.org"),
    ]


# What is told.


@pytest.fixture(scope="module")
def site_languages() -> Mapping[str, Language]:
    """Load the site's own catalogues."""
    return load(("fr", "en"), ROOT / "translations")


PLACES = [
    Given("content/members/a/index.fr.md", Place(7, 10, 31), "https://a.example.org"),
    Given("content/members/b/index.fr.md", Place(7, 10, 31), "https://b.example.org"),
    Given("content/members/c/index.fr.md", Place(7, 10, 31), "https://c.example.org"),
]
ANSWERS = {
    "https://a.example.org": Answer("answers", 200),
    "https://b.example.org": Answer("moved", 200, "https://b.example.org/nouveau"),
    "https://c.example.org": Answer("missing", 404),
}


def test_the_report_tells_what_to_look_at_in_french(site_languages: Mapping[str, Language]) -> None:
    assert list(as_lines(PLACES, ANSWERS, site_languages["fr"])) == [
        "content/members/b/index.fr.md:7:10: https://b.example.org\u00a0: le site a changé d’adresse pour de bon.",
        "    → Écrivez https://b.example.org/nouveau",
        "content/members/c/index.fr.md:7:10: https://c.example.org\u00a0: la page n’existe plus (404).",
        "    → Cherchez sur le site la nouvelle adresse de la page, ou supprimez celle-ci.",
        "3 adresses interrogées, 1 ne répond pas.",
    ]


def test_the_report_tells_what_to_look_at_in_english(site_languages: Mapping[str, Language]) -> None:
    assert list(as_lines(PLACES, ANSWERS, site_languages["en"])) == [
        "content/members/b/index.fr.md:7:10: https://b.example.org: the site has moved for good.",
        "    → Write https://b.example.org/nouveau",
        "content/members/c/index.fr.md:7:10: https://c.example.org: the page no longer exists (404).",
        "    → Find the page’s new address on the site, or delete this one.",
        "3 addresses asked, 1 does not answer.",
    ]


def test_rows_tell_every_address(site_languages: Mapping[str, Language]) -> None:
    rows = list(as_rows(PLACES, ANSWERS, site_languages["en"]))
    assert [(row["state"], row["answers"]) for row in rows] == [("answers", True), ("moved", True), ("missing", False)]
    assert rows[1] == {
        "path": "content/members/b/index.fr.md",
        "line": 7,
        "column": 10,
        "end_column": 31,
        "address": "https://b.example.org",
        "state": "moved",
        "answers": True,
        "status": 200,
        "now": "https://b.example.org/nouveau",
        "message": "the site has moved for good.",
        "hint": "Write https://b.example.org/nouveau",
    }


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_state_has_words(site_languages: Mapping[str, Language], state: Any, language: str) -> None:  # noqa: ANN401  a State
    message, hint = words(Answer(state, 418, "https://now.example.org"), site_languages[language])
    assert message
    assert bool(hint) == (state != "answers")
    assert "%(" not in message + hint


# The command.


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a project with one member, and go there."""
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    shutil.copytree(ROOT / "translations", tmp_path / "translations")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def links(project: Path, server: Server, monkeypatch: pytest.MonkeyPatch, name: str, *options: str) -> int:
    """Run the command on a member whose website misbehaves so."""
    write(project / "content", "members:a", website=server.url(name))
    monkeypatch.setattr(asking, "Network", network)
    monkeypatch.setattr(asking, "Limits", lambda: HASTY if name in SILENT else LIMITS)
    return cli.main(["links", *options])


@pytest.mark.parametrize(("name", "code"), [("ok", 0), ("moved", 0), ("forbidden", 0), ("gone", 1), ("never", 1)])
def test_the_command_ends_with_0_when_all_answer_else_with_1(
    project: Path, server: Server, monkeypatch: pytest.MonkeyPatch, name: str, code: int
) -> None:
    assert links(project, server, monkeypatch, name) == code


def test_the_command_prints_json(
    project: Path, server: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    links(project, server, monkeypatch, "gone", "--format", "json", "--lang", "en")
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["address"], row["message"]) == (server.url("gone"), "the page no longer exists (410).")


def test_the_command_says_who_asks_and_where_to_write(
    project: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project / "content", "pages:contact", slug="contact")
    links(project, server, monkeypatch, "ok")
    assert {asked.agent for asked in server.asked} == {
        "contrelatraite/0.1.0 (+https://www.contrelatraite.org/contact/)"
    }


def test_a_language_that_the_site_does_not_have_is_wrong_use(
    project: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert links(project, server, monkeypatch, "ok", "--lang", "de") == 2
    assert server.asked == []


def test_the_check_does_not_load_what_asks_the_network() -> None:
    program = (
        "import sys; from contrelatraite.cli import main; main(['check', 'content/members/ccem']);"
        "sys.exit(any(name.split('.')[0] in {'httpx', 'httpcore'} or 'links' in name for name in sys.modules))"
    )
    command = [sys.executable, "-c", program]
    assert subprocess.run(command, check=False, cwd=ROOT, capture_output=True).returncode == 0  # noqa: S603  our own
