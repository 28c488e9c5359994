"""The inspection of built pages: each fault that it can name is named, on pages made for it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from contrelatraite.inspection import Fault, inspect
from contrelatraite.languages import Language
from contrelatraite.rendering.markdown import Context, render
from tests.hostile.corpus import HOSTILE

HOST = "https://www.exemple.org"
ALTERNATES = f"""<link rel="alternate" hreflang="fr" href="{HOST}/">
<link rel="alternate" hreflang="en" href="{HOST}/en/">
<link rel="alternate" hreflang="x-default" href="{HOST}/">"""
FAULTLESS = {
    "index.html": f"""<!doctype html>
<html lang="fr" dir="ltr">
<head>
<meta charset="utf-8">
<title>Accueil</title>
<meta name="description" content="La page d’accueil.">
<meta name="referrer" content="no-referrer">
<link rel="canonical" href="{HOST}/">
{ALTERNATES}
<link rel="stylesheet" href="/site.css">
</head>
<body>
<a href="#main">Aller au contenu</a>
<main id="main">
<h1>Accueil</h1>
<h2 id="suite">Suite</h2>
<p class="text">Voir <a href="/en/#more">la page anglaise</a>, <a href="#suite">la suite</a>,
<a href="https://www.autre.org/">un autre site</a>.</p>
<div class="c-contact"><a href="mailto:bureau@exemple.org">bureau@exemple.org</a>
<a href="tel:+33140000000">+33 1 40 00 00 00</a></div>
</main>
</body>
</html>""",
    "en/index.html": f"""<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<title>Home</title>
<meta name="description" content="The home page.">
<meta name="referrer" content="no-referrer">
<link rel="canonical" href="{HOST}/en/">
{ALTERNATES}
<link rel="stylesheet" href="/site.css">
</head>
<body>
<a href="#main">Skip to the content</a>
<main id="main">
<h1>Home</h1>
<h2 id="more">More</h2>
<p>Write to bureau@exemple.org or call 01 40 00 00 00.</p>
</main>
</body>
</html>""",
}


def put(output: Path, pages: Mapping[str, str]) -> Path:
    """Write a site of these pages and a style sheet."""
    for name, text in {**pages, "site.css": ""}.items():
        path = output / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return output


def changed(old: str, new: str, name: str = "index.html") -> dict[str, str]:
    """Give the faultless pages with one change, which must change something."""
    assert FAULTLESS[name].count(old) == 1, old
    return {**FAULTLESS, name: FAULTLESS[name].replace(old, new)}


def test_pages_without_a_fault_have_none(tmp_path: Path, languages: Mapping[str, Language]) -> None:
    assert inspect(put(tmp_path, FAULTLESS), languages) == []


@pytest.mark.parametrize(
    ("old", "new", "faults"),
    [
        pytest.param('href="/en/#more"', 'href="/en/gone/"', ["broken link /en/gone/"], id="broken link"),
        pytest.param('href="/en/#more"', 'href="/en"', ["broken link /en"], id="link without its slash"),
        pytest.param('href="/site.css"', 'href="/old.css"', ["broken link /old.css"], id="missing style sheet"),
        pytest.param(
            '<p class="text">', '<p class="text"><img src="/a.png" alt="">', ["broken link /a.png"], id="missing image"
        ),
        pytest.param('href="/en/#more"', 'href="en/"', ["relative link en/"], id="relative link"),
        pytest.param('href="/en/#more"', 'href="/en/#less"', ["no section /en/#less"], id="no anchor on another page"),
        pytest.param('href="#suite"', 'href="#fin"', ["no section #fin"], id="no anchor on the same page"),
        pytest.param(
            '<html lang="fr"',
            '<html lang="de"',
            ["hreflang “de” does not lead to the page itself", "lang is “de”, expected “fr”"],
            id="wrong language",
        ),
        pytest.param(
            '<html lang="fr"',
            "<html",
            ["hreflang “” does not lead to the page itself", "lang is “”, expected “fr”"],
            id="no language",
        ),
        pytest.param(
            f'rel="canonical" href="{HOST}/"',
            f'rel="canonical" href="{HOST}/index.html"',
            [f"canonical address is “{HOST}/index.html”", "hreflang “fr” does not lead to the page itself"],
            id="wrong canonical address",
        ),
        pytest.param(
            'id="main"',
            'id="content"',
            ["no section #main", "the first link does not skip to the content"],
            id="skip link without its target",
        ),
        pytest.param(
            '<a href="#main">Aller au contenu</a>',
            "",
            ["the first link does not skip to the content"],
            id="no skip link",
        ),
        pytest.param("</main>", "<h1>Encore</h1></main>", ["2 h1"], id="two h1"),
        pytest.param("<h1>Accueil</h1>", "<p>Accueil</p>", ["0 h1"], id="no h1"),
        pytest.param('<h2 id="suite">Suite</h2>', '<h3 id="suite">Suite</h3>', ["h3 follows h1"], id="heading gap"),
        pytest.param('<p class="text">', '<p id="suite">', ["id “suite” used 2 times"], id="id used twice"),
        pytest.param(
            '<meta name="description" content="La page d’accueil.">', "", ["no description"], id="no description"
        ),
        pytest.param('content="La page d’accueil."', 'content=""', ["no description"], id="empty description"),
        pytest.param("<title>Accueil</title>", "", ["title “” is that of index.html"], id="no title"),
        pytest.param(
            "</main>",
            f'<script src="{HOST}/a.js"></script></main>',
            [f"fetches {HOST}/a.js"],
            id="script from elsewhere",
        ),
        pytest.param(
            "</main>",
            '<img src="//cdn.org/a.png" alt=""></main>',
            ["fetches //cdn.org/a.png"],
            id="image from elsewhere",
        ),
        pytest.param(
            'href="/site.css"',
            'href="https://fonts.org/a.css"',
            ["fetches https://fonts.org/a.css"],
            id="style sheet from elsewhere",
        ),
        pytest.param(
            "</main>",
            '<iframe src="https://video.org/"></iframe></main>',
            ["fetches https://video.org/"],
            id="frame from elsewhere",
        ),
        pytest.param(
            "</main>",
            '<audio src="https://sound.org/a.ogg"></audio></main>',
            ["fetches https://sound.org/a.ogg"],
            id="sound from elsewhere",
        ),
        pytest.param(
            "</main>",
            '<img srcset="https://cdn.org/a.png 2x" src="/site.css" alt=""></main>',
            ["fetches https://cdn.org/a.png"],
            id="image set from elsewhere",
        ),
        pytest.param(
            '<meta charset="utf-8">',
            '<meta charset="utf-8"><style>@import "https://fonts.org/a.css";</style>',
            ["fetches https://fonts.org/a.css"],
            id="style that fetches",
        ),
        pytest.param(
            "</main>",
            '<form action="https://forms.org/"></form></main>',
            ["sends to https://forms.org/"],
            id="form that sends elsewhere",
        ),
        pytest.param(
            "</main>",
            '<img srcset="/site.css 1x, https://cdn.org/b.png 2x" src="/site.css" alt=""></main>',
            ["fetches https://cdn.org/b.png"],
            id="second image of a set from elsewhere",
        ),
        pytest.param(
            "</main>",
            '<picture><source srcset="//cdn.org/a.webp"><img src="/site.css" alt=""></picture></main>',
            ["fetches //cdn.org/a.webp"],
            id="source of a picture from elsewhere",
        ),
        pytest.param(
            '<meta charset="utf-8">',
            '<meta charset="utf-8"><style>a { background: url(//cdn.org/a.png) }</style>',
            ["fetches //cdn.org/a.png"],
            id="style with an image from elsewhere",
        ),
        pytest.param(
            '<meta charset="utf-8">',
            '<meta charset="utf-8"><link rel="preconnect" href="https://cdn.org/">',
            ["fetches https://cdn.org/"],
            id="connection made beforehand",
        ),
        pytest.param(
            '<meta charset="utf-8">',
            '<meta charset="utf-8"><link rel="dns-prefetch" href="https://cdn.org/">',
            ["fetches https://cdn.org/"],
            id="name looked up beforehand",
        ),
        pytest.param(
            "</main>",
            '<object data="https://cdn.org/a.pdf"></object></main>',
            ["fetches https://cdn.org/a.pdf"],
            id="object from elsewhere",
        ),
        pytest.param(
            "</main>",
            '<video poster="https://cdn.org/a.jpg"></video></main>',
            ["fetches https://cdn.org/a.jpg"],
            id="poster of a film from elsewhere",
        ),
        pytest.param(
            '<meta charset="utf-8">',
            '<meta charset="utf-8"><meta http-equiv="refresh" content="0; url=https://autre.org/">',
            ["sends to https://autre.org/"],
            id="page that leads elsewhere by itself",
        ),
        pytest.param(
            "</main>",
            '<form action="/en/"><button formaction="https://forms.org/">x</button></form></main>',
            ["sends to https://forms.org/"],
            id="button that sends elsewhere",
        ),
        pytest.param(
            '<a href="https://www.autre.org/"',
            '<a ping="https://count.org/" href="https://www.autre.org/"',
            ["sends to https://count.org/"],
            id="link that reports its clicks",
        ),
        pytest.param('<p class="text">', '<p style="color: red">', ["attribute style on p"], id="style attribute"),
        pytest.param('<p class="text">', '<p onclick="x()">', ["attribute onclick on p"], id="attribute that runs"),
        pytest.param(
            "https://www.autre.org/",
            "http://www.autre.org/",
            ["link to http://www.autre.org/"],
            id="link that is not safe",
        ),
        pytest.param("https://www.autre.org/", "javascript:x()", ["link to javascript:x()"], id="link that runs"),
        pytest.param(
            '<meta name="referrer" content="no-referrer">', "", ["no “no-referrer” policy"], id="no referrer policy"
        ),
        pytest.param(
            "<h1>Accueil</h1>",
            "<h1>Accueil</h1><p>jeanne@exemple.org</p>",
            ["e-mail address jeanne@exemple.org"],
            id="undeclared e-mail address",
        ),
        pytest.param(
            '<p class="text">',
            '<p class="text"><a href="mailto:jeanne@exemple.org">Jeanne</a>',
            ["e-mail address jeanne@exemple.org"],
            id="undeclared e-mail address in a link alone",
        ),
        pytest.param(
            'content="La page d’accueil."',
            'content="Écrire à jeanne@exemple.org."',
            ["e-mail address jeanne@exemple.org"],
            id="undeclared e-mail address in the description",
        ),
        pytest.param(
            "<h1>Accueil</h1>",
            "<h1>Accueil</h1><p>Appelez le 06 12 34 56 78.</p>",
            ["telephone number 06 12 34 56 78"],
            id="undeclared number",
        ),
        pytest.param("<h1>Accueil</h1>", "<h1>Accueil</h1><p>Le 05/06/2025 10 h 30.</p>", [], id="a date and an hour"),
        pytest.param(
            '<p class="text">',
            '<p class="text"><a href="tel:+33612345678">nous</a>',
            ["telephone number +33612345678"],
            id="undeclared number in a link alone",
        ),
        pytest.param(
            '<p class="text">',
            '<p class="text"><a href="MAILTO:jeanne@exemple.org">Jeanne</a>',
            ["e-mail address jeanne@exemple.org"],
            id="undeclared e-mail address in a link in capitals",
        ),
        pytest.param(
            '<p class="text">',
            '<p class="text"><a href="mailto:jeanne%40exemple.org">Jeanne</a>',
            ["e-mail address jeanne@exemple.org"],
            id="undeclared e-mail address in a link in code",
        ),
        pytest.param(
            '<p class="text">',
            '<p class="text"><a href="sms:+33612345678">nous</a>',
            ["telephone number +33612345678"],
            id="undeclared number to write to in a link alone",
        ),
        pytest.param(
            '<h2 id="suite">',
            '<h2 id="suite" aria-label="Appelez le 06 12 34 56 78">',
            ["telephone number 06 12 34 56 78"],
            id="undeclared number for a screen reader alone",
        ),
        pytest.param(
            '<h2 id="suite">',
            '<h2 id="suite" title="jeanne@exemple.org">',
            ["e-mail address jeanne@exemple.org"],
            id="undeclared e-mail address in a tooltip",
        ),
        pytest.param(
            "</main>",
            '<img src="/site.css" alt="jeanne@exemple.org"></main>',
            ["e-mail address jeanne@exemple.org"],
            id="undeclared e-mail address in the words of a picture",
        ),
        pytest.param(
            "</main>",
            "</main><!-- jeanne@exemple.org -->",
            ["e-mail address jeanne@exemple.org"],
            id="undeclared e-mail address in a comment",
        ),
        pytest.param(
            '<meta charset="utf-8">',
            '<meta charset="utf-8"><script type="application/ld+json">{"email": "jeanne@exemple.org"}</script>',
            ["e-mail address jeanne@exemple.org"],
            id="undeclared e-mail address for search engines",
        ),
        pytest.param(
            "<h1>Accueil</h1>",
            "<h1>Accueil</h1><p><strong>jeanne</strong>@exemple.org</p>",
            ["e-mail address jeanne@exemple.org"],
            id="undeclared e-mail address half in bold",
        ),
        pytest.param(
            "<h1>Accueil</h1>",
            "<h1>Accueil</h1><p>jeanne<code>@</code>exemple.<em>org</em></p>",
            ["e-mail address jeanne@exemple.org"],
            id="undeclared e-mail address in pieces",
        ),
        pytest.param(
            "<h1>Accueil</h1>",
            "<h1>Accueil</h1><p>jeanne<!-- x -->@exemple.org</p>",
            ["e-mail address jeanne@exemple.org"],
            id="undeclared e-mail address cut by a comment",
        ),
        pytest.param(
            "<h1>Accueil</h1>",
            "<h1>Accueil</h1><p>jeanne &lt;at&gt; exemple.org</p>",
            ["e-mail address jeanne <at> exemple.org"],
            id="undeclared e-mail address said",
        ),
        pytest.param(
            "<h1>Accueil</h1>",
            "<h1>Accueil</h1><p>Tél.<strong>06</strong> <strong>12</strong> 34<br>56 78</p>",
            ["telephone number 06 12 34\n56 78"],
            id="undeclared number in pieces",
        ),
        pytest.param(
            "<h1>Accueil</h1>",
            '<h1>Accueil</h1><p><a href="https://wa.me/33612345678">nous</a></p>',
            ["telephone number /33612345678"],
            id="undeclared number in an address",
        ),
        pytest.param(
            "<h1>Accueil</h1>",
            "<h1>Accueil</h1><p>Appelez le 01 40 00 00 00 (24 h/24).</p><p>3 lignes</p>",
            [],
            id="a declared number and its hours",
        ),
        pytest.param(
            "<h1>Accueil</h1>",
            "<h1>Accueil</h1><ul><li>01 40 00 00 00</li><li>06</li><li>12 34 56 78</li></ul>",
            [],
            id="a number does not run into the next block",
        ),
        pytest.param(
            "<h1>Accueil</h1>",
            "<h1>Accueil</h1><p>La page 01<span>40</span><br>le 05/06/2025</p>",
            [],
            id="what is no number",
        ),
    ],
)
def test_a_fault_of_one_page_is_named(
    tmp_path: Path, languages: Mapping[str, Language], old: str, new: str, faults: list[str]
) -> None:
    output = put(tmp_path, changed(old, new))
    assert inspect(output, languages) == [Fault("index.html", fault) for fault in faults]


@pytest.mark.parametrize("name", [name for name, case in HOSTILE.items() if case.code in {"P101", "P102"}])
def test_the_addresses_and_numbers_that_the_check_finds_are_found_in_their_page_too(
    tmp_path: Path, languages: Mapping[str, Language], name: str
) -> None:
    (written,) = HOSTILE[name].files.values()
    body = render(written.decode().rpartition("---\n")[2], Context(lambda _: None, lambda _: [])).html
    faults = inspect(put(tmp_path, changed("<h1>Accueil</h1>", f"<h1>Accueil</h1>{body}")), languages)
    told = {"P101": "e-mail address", "P102": "telephone number"}[str(HOSTILE[name].code)]
    assert {" ".join(fault.fault.split()[:2]) for fault in faults} == {told}


@pytest.mark.parametrize(
    ("old", "new", "faults"),
    [
        pytest.param(
            ALTERNATES,
            ALTERNATES.replace(f'<link rel="alternate" hreflang="fr" href="{HOST}/">\n', ""),
            [
                Fault("en/index.html", "hreflang is not answered by index.html"),
                Fault("index.html", "hreflang is not answered by en/index.html"),
            ],
            id="half that does not answer",
        ),
        pytest.param(
            f'hreflang="fr" href="{HOST}/"',
            f'hreflang="fr" href="{HOST}/gone/"',
            [
                Fault("en/index.html", "hreflang is not answered by index.html"),
                Fault("en/index.html", f"hreflang “fr” leads to {HOST}/gone/, which is not there"),
                Fault("index.html", "hreflang is not answered by en/index.html"),
            ],
            id="half that is not there",
        ),
        pytest.param(
            f'<link rel="alternate" hreflang="x-default" href="{HOST}/">',
            "",
            [
                Fault("en/index.html", "hreflang is not answered by index.html"),
                Fault("en/index.html", "hreflang x-default is missing"),
                Fault("index.html", "hreflang is not answered by en/index.html"),
            ],
            id="no page for readers of other languages",
        ),
    ],
)
def test_halves_that_disagree_are_named(
    tmp_path: Path, languages: Mapping[str, Language], old: str, new: str, faults: list[Fault]
) -> None:
    output = put(tmp_path, changed(old, new, "en/index.html"))
    assert inspect(output, languages) == faults


def test_a_page_without_its_canonical_address_is_named(tmp_path: Path, languages: Mapping[str, Language]) -> None:
    output = put(tmp_path, changed(f'<link rel="canonical" href="{HOST}/">\n', ""))
    assert Fault("index.html", "canonical address is “”") in inspect(output, languages)


def test_a_declared_address_may_be_written_in_capitals(tmp_path: Path, languages: Mapping[str, Language]) -> None:
    output = put(tmp_path, changed("Write to bureau@", "Write to Bureau@", "en/index.html"))
    assert inspect(output, languages) == []


def test_two_pages_of_a_language_with_one_title_are_named(tmp_path: Path, languages: Mapping[str, Language]) -> None:
    alone = f'<link rel="alternate" hreflang="fr" href="{HOST}/autre/">'
    default = f'<link rel="alternate" hreflang="x-default" href="{HOST}/autre/">'
    other = (
        FAULTLESS["index.html"]
        .replace(ALTERNATES, f"{alone}\n{default}")
        .replace(f'rel="canonical" href="{HOST}/"', f'rel="canonical" href="{HOST}/autre/"')
    )
    output = put(tmp_path, {**FAULTLESS, "autre/index.html": other})
    assert inspect(output, languages) == [Fault("index.html", "title “Accueil” is that of autre/index.html")]


def test_pages_of_two_languages_may_share_a_title(tmp_path: Path, languages: Mapping[str, Language]) -> None:
    output = put(tmp_path, changed("<title>Home</title>", "<title>Accueil</title>", "en/index.html"))
    assert inspect(output, languages) == []


def test_a_folder_without_a_page_is_a_fault(tmp_path: Path, languages: Mapping[str, Language]) -> None:
    assert inspect(tmp_path, languages) == [Fault(tmp_path.as_posix(), "no page at all")]


def test_a_fault_is_told_with_its_page_on_one_line() -> None:
    assert str(Fault("en/index.html", "2 h1")) == "en/index.html: 2 h1"


# Beside the pages.


def beside(output: Path, name: str, text: str) -> Path:
    """Write a faultless site with one more file."""
    put(output, FAULTLESS)
    (output / name).parent.mkdir(parents=True, exist_ok=True)
    (output / name).write_text(text, "utf-8")
    return output


def feed_of(link: str = f"{HOST}/", summary: str = "Rien.") -> str:
    """Give a small feed."""
    words = f"<title>A</title><summary>{summary}</summary>"
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><entry>{words}<link href="{link}"/></entry></feed>'


def calendar_of(url: str = f"{HOST}/", summary: str = "Rien.") -> str:
    """Give a small calendar; its lines are folded as the standard says."""
    return f"BEGIN:VCALENDAR\r\nSUMMARY;LANGUAGE=fr:{summary[:4]}\r\n {summary[4:]}\r\nURL:{url}\r\nEND:VCALENDAR\r\n"


def moved_to(target: str, link: str) -> str:
    """Give what stands at an old address."""
    return f"""<!doctype html><html lang="fr"><head><title>Accueil</title><meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url={target}"><link rel="canonical" href="{HOST}{target}"></head>
<body><p><a href="{link}">Accueil</a></p></body></html>"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("atom.xml", feed_of(summary="Écrivez à bureau@exemple.org.")),
        ("calendar.ics", calendar_of(summary="Écrivez à bureau@exemple.org.")),
        ("calendar.ics", calendar_of(summary="Écrivez à :\\nbureau@exemple.org")),
        ("node/1/index.html", moved_to("/en/", "/en/")),
    ],
)
def test_what_stands_beside_the_pages_without_a_fault_has_none(
    tmp_path: Path, languages: Mapping[str, Language], name: str, text: str
) -> None:
    assert inspect(beside(tmp_path, name, text), languages) == []


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("atom.xml", feed_of(link="/"), "relative link /"),
        ("atom.xml", feed_of(link=f"{HOST}/absent/"), f"broken link {HOST}/absent/"),
        ("atom.xml", feed_of(summary="nul@exemple.org"), "e-mail address nul@exemple.org"),
        ("atom.xml", feed_of(summary="01 99 00 12 34"), "telephone number 01 99 00 12 34"),
        ("sitemap.xml", f"<urlset><url><loc>{HOST}/a/</loc></url></urlset>", f"broken link {HOST}/a/"),
        ("calendar.ics", calendar_of(url=f"{HOST}/absent/"), f"broken link {HOST}/absent/"),
        ("calendar.ics", calendar_of(summary="nul@exemple.org"), "e-mail address nul@exemple.org"),
        ("calendar.ics", calendar_of(summary="01 99 00 12 34"), "telephone number 01 99 00 12 34"),
        ("calendar.ics", calendar_of(summary="Appelez le :\\n01 99 00 12 34"), "telephone number 01 99 00 12 34"),
        ("node/1/index.html", moved_to("/absent/", "/absent/"), "leads to /absent/, which is not there"),
        (
            "node/1/index.html",
            moved_to("/en/", "/"),
            "its link, its canonical address and where it leads by itself differ",
        ),
    ],
)
def test_a_fault_beside_the_pages_is_named(
    tmp_path: Path, languages: Mapping[str, Language], name: str, text: str, fault: str
) -> None:
    assert inspect(beside(tmp_path, name, text), languages) == [Fault(name, fault)]


def test_a_feed_that_no_reader_can_read_is_named(tmp_path: Path, languages: Mapping[str, Language]) -> None:
    (fault,) = inspect(beside(tmp_path, "atom.xml", feed_of(summary="\x08")), languages)
    assert (fault.path, fault.fault.partition(":")[0]) == ("atom.xml", "cannot be read")
