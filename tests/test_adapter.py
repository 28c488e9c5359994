"""The build fails closed: whatever goes wrong, it says so, ends with an error, and leaves the public folder alone."""

import gzip
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import monotonic, sleep

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from contrelatraite.adapter import _staging
from contrelatraite.rendering.pages import LINKED_BY_THE_THEME
from tests import support

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "tests" / "fixtures"
FORMER = {"index.html": b"<p>the site of yesterday</p>", "droit/index.html": b"\x00\xff"}

Done = subprocess.CompletedProcess[str]

GZIP = b"\x1f\x8b"
EMBARGO = "2026-01-10T12:00+01:00"
END_OF_EMBARGO = int(datetime.fromisoformat(EMBARGO).timestamp())
DRAFT, EMBARGOED = "zibeline", "ocarina"  # words that stand in the draft and in the embargoed release alone

DRAFT_EVENT = "campanile"


def project(folder: Path, content: Path) -> Path:
    """Make a project of the site's own settings, theme and words, on some content, already built once."""
    folder.mkdir(exist_ok=True)
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / name, folder)
    for name in ("theme", "translations"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copytree(content, folder / "content")
    for name, there in FORMER.items():
        (folder / "output" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "output" / name).write_bytes(there)
    return folder


def pelican(
    folder: Path,
    *options: str,
    settings: str = "pelicanconf.py",
    program: tuple[str, ...] = (sys.executable, "-m", "pelican"),
    environment: Mapping[str, str] | None = None,
) -> Done:
    """Run the command of the Makefile in a project."""
    return subprocess.run(  # noqa: S603  Pelican, on files of ours
        [*program, "content", "--settings", settings, *options],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(END_OF_EMBARGO - 1), "COLUMNS": "1000", **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )


def build(folder: Path, *options: str, settings: str = "pelicanconf.py", **environment: str) -> Done:
    """Run `make html`, or `make publish` with its settings."""
    return pelican(folder, "--fatal", "errors", *options, settings=settings, environment=environment)


def files(folder: Path) -> dict[str, bytes]:
    """Give every file of a folder, by its path in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def names(folder: Path) -> list[str]:
    """Give the names in a project's folder."""
    return sorted(path.name for path in folder.iterdir())


NOT_BUILT = "the content has errors: the site was not built\n"
ALL_NAMES = ["content", "output", "pelicanconf.py", "publishconf.py", "theme", "translations"]


def holding(word: str, tree: Mapping[str, bytes]) -> list[str]:
    """Give the files that hold a word, in their name or in their bytes, those of the search unpacked."""
    return sorted(name for name, there in tree.items() if word.encode() in name.encode() + unpacked(there).lower())


def unpacked(there: bytes) -> bytes:
    """Give what a compressed file holds, or the bytes of another."""
    return gzip.decompress(there) if there.startswith(GZIP) else there


# An error in the content.


@dataclass(frozen=True)
class Refused:
    """A build that stopped, and the project it left."""

    folder: Path
    done: Done


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> Refused:
    """Give a build of content with an error."""
    folder = project(tmp_path_factory.mktemp("refused"), FIXTURES / "bad" / "S101" / "content")
    return Refused(folder, build(folder))


def test_an_error_in_the_content_ends_the_build_with_1(refused: Refused) -> None:
    assert refused.done.returncode == 1


def test_an_error_in_the_content_is_told_by_the_whole_report(refused: Refused) -> None:
    told = (FIXTURES / "bad" / "S101" / "expected.fr.txt").read_text("utf-8")
    told = told.replace("1 fichier.\n", "1 fichier. · 1 problem in 1 file.\n")
    assert refused.done.stderr == f"{told}{NOT_BUILT}"


def test_an_error_in_the_content_leaves_the_former_site_byte_for_byte(refused: Refused) -> None:
    assert files(refused.folder / "output") == FORMER


def test_an_error_in_the_content_leaves_no_folder_behind(refused: Refused) -> None:
    assert names(refused.folder) == ALL_NAMES


def test_an_error_in_the_content_shows_the_author_no_traceback(refused: Refused) -> None:
    assert "Traceback" not in refused.done.stdout + refused.done.stderr


# An entry that the theme links by name.


def test_the_entries_that_the_theme_links_by_name_are_those_of_its_templates() -> None:
    templates = (ROOT / "theme" / "templates").rglob("*.html")
    named = {key for path in templates for key in re.findall(r'"(pages:[a-z-]+)"', path.read_text("utf-8"))}
    assert named == {*LINKED_BY_THE_THEME}


def test_a_draft_that_the_theme_links_by_name_stops_the_public_build(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", ROOT / "content")
    text = folder / "content" / "pages" / "contact" / "index.fr.md"
    text.write_text(text.read_text("utf-8").replace("---\n", "---\nstatus: draft\n", 1), "utf-8")
    done = build(folder, settings="publishconf.py")
    assert done.stderr.endswith("the theme links to pages:contact: missing, or not public\n")
    assert (done.returncode, files(folder / "output")) == (1, FORMER)


# While one writes: `make serve`.


@contextmanager
def serving(folder: Path) -> Iterator[Path]:
    """Run what `make serve` runs, but for the server, until the end of the block; give the file of what it says."""
    said = folder.parent / "said"
    command = [sys.executable, "-m", "pelican", "content", "--settings", "pelicanconf.py", "--autoreload"]
    with (
        said.open("wb") as stream,
        subprocess.Popen(  # noqa: S603  Pelican, on files of ours
            [*command, "--extra-settings", "SERVING=true"],
            cwd=folder,
            env={**os.environ, "SOURCE_DATE_EPOCH": str(END_OF_EMBARGO - 1)},
            stdout=stream,
            stderr=subprocess.STDOUT,
        ) as program,
    ):
        try:
            yield said
            assert program.poll() is None, said.read_text("utf-8")
        finally:
            program.terminate()


def wait(until: Callable[[], bool]) -> None:
    """Wait for something that must come, on a busy machine too."""
    end = monotonic() + 120
    while not until():
        assert monotonic() < end, "waited for nothing"
        sleep(0.1)


def test_while_one_writes_an_error_is_told_once_and_the_former_site_stays(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", FIXTURES / "bad" / "S101" / "content")
    with serving(folder) as said:
        wait(lambda: NOT_BUILT in said.read_text("utf-8"))
        sleep(3)  # long enough for a program that loops to say it again
    words = said.read_text("utf-8")
    assert (words.count("S101"), words.count(NOT_BUILT), "Traceback" in words) == (1, 1, False)
    assert (files(folder / "output"), names(folder)) == (FORMER, ALL_NAMES)


def test_while_one_writes_the_site_is_built_once_the_error_is_mended(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", ROOT / "content")
    text = folder / "content" / "members" / "ccem" / "index.fr.md"
    right = text.read_text("utf-8")
    text.write_text(right.replace("---\n", "---\nsiteweb: x\n", 1), "utf-8")
    with serving(folder) as said:
        wait(lambda: NOT_BUILT in said.read_text("utf-8"))
        assert files(folder / "output") == FORMER
        page = folder / "output" / "membres" / "ccem" / "index.html"
        end = monotonic() + 180
        while not page.is_file():  # Pelican may not watch yet when the first change comes
            assert monotonic() < end, "waited for nothing"
            text.write_text(right, "utf-8")
            sleep(4)
        wait(lambda: names(folder) == ALL_NAMES)


def run_twice(folder: Path, serving: str) -> Done:
    """Build twice in one program, as `make serve` does at each change, then say that one is still there."""
    words = f"""
from pathlib import Path
from pelican.settings import read_settings
from contrelatraite import Publisher
publisher = Publisher(read_settings("pelicanconf.py", override={{"SERVING": {serving}}}))
for _ in range(2):
    print(publisher.run(), Path(publisher.output_path).name)
print("still here")
"""
    return subprocess.run(  # noqa: S603  our own words
        [sys.executable, "-c", words],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(END_OF_EMBARGO - 1)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_while_one_writes_a_build_with_an_error_comes_back_each_time(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", FIXTURES / "bad" / "S101" / "content")
    done = run_twice(folder, "True")
    assert (done.returncode, done.stdout) == (0, "None output\nNone output\nstill here\n")
    assert (done.stderr.count("S101"), done.stderr.count(NOT_BUILT)) == (2, 2)
    assert (files(folder / "output"), names(folder)) == (FORMER, ALL_NAMES)


def test_while_one_does_not_write_a_build_with_an_error_ends_the_program(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", FIXTURES / "bad" / "S101" / "content")
    done = run_twice(folder, "False")
    assert (done.returncode, done.stdout, done.stderr.count(NOT_BUILT)) == (1, "", 1)
    assert files(folder / "output") == FORMER


def test_while_one_writes_a_fault_of_a_template_is_told_and_the_former_site_stays(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", ROOT / "content")
    template = folder / "theme" / "templates" / "sitemap.xml"
    template.write_text(template.read_text("utf-8") + "{{ no_such_thing }}", "utf-8")
    done = run_twice(folder, "True")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "still here")
    assert "'no_such_thing' is undefined" in done.stdout + done.stderr
    assert (files(folder / "output"), names(folder)) == (FORMER, ALL_NAMES)


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("members/asso-a/index.fr.markdown", "content/members/asso-a/index.fr.md"),
        ("pages/page.md", "content/pages/page/index.fr.md"),
    ],
)
def test_a_file_that_has_no_place_stops_the_build_and_is_named(tmp_path: Path, name: str, nearest: str) -> None:
    folder = project(tmp_path, FIXTURES / "ok" / "content")
    (folder / "content" / name).write_text("---\ntitle: Une page\n---\n", "utf-8")
    done = build(folder)
    where = re.findall(r"^content/(\S+?):1:1: \S+ S006", done.stderr, re.MULTILINE)
    assert (done.returncode, where, nearest in done.stderr) == (1, [name], True)


# The plugin does not run.


def test_a_plugin_that_does_not_import_stops_the_build(tmp_path: Path) -> None:
    folder = project(tmp_path, ROOT / "content")
    shutil.copytree(ROOT / "plugins", folder / "plugins")
    broken = folder / "plugins" / "contrelatraite" / "references" / "match.py"
    assert broken.is_file()
    broken.write_text('raise RuntimeError("broken on purpose")\n' + broken.read_text("utf-8"), "utf-8")
    done = build(folder, PYTHONPATH=str(folder / "plugins"))
    assert (done.returncode != 0, "broken on purpose" in done.stdout + done.stderr) == (True, True)
    assert (files(folder / "output"), names(folder)) == (FORMER, sorted([*ALL_NAMES, "plugins"]))


def test_settings_without_the_plugin_stop_the_build(tmp_path: Path) -> None:
    folder = project(tmp_path, ROOT / "content")
    done = build(folder, "-e", "PLUGINS=[]")
    told = "the plugin contrelatraite is not loaded: add it to PLUGINS\n"
    assert (done.returncode, done.stderr, "Traceback" in done.stdout) == (1, told, False)
    assert (files(folder / "output"), names(folder)) == (FORMER, ALL_NAMES)


# The theme or the words are wrong.


def test_a_template_that_uses_a_variable_that_does_not_exist_stops_the_build(tmp_path: Path) -> None:
    folder = project(tmp_path, ROOT / "content")
    template = folder / "theme" / "templates" / "sitemap.xml"  # written last: all pages stand in the new folder by then
    template.write_text(template.read_text("utf-8") + "{{ no_such_thing }}", "utf-8")
    done = build(folder)
    assert (done.returncode != 0, "'no_such_thing' is undefined" in done.stdout) == (True, True)
    assert (files(folder / "output"), names(folder)) == (FORMER, ALL_NAMES)


def test_a_language_without_a_catalogue_stops_the_build_and_is_named(tmp_path: Path) -> None:
    folder = project(tmp_path, FIXTURES / "ok" / "content")
    done = build(folder, "-e", 'LANGUAGES=["fr","en","de"]')
    assert (done.returncode != 0, "LANGUAGES names « de »" in done.stdout) == (True, True)
    assert (files(folder / "output"), names(folder)) == (FORMER, ALL_NAMES)


# Drafts and embargoes.


def add_entry(folder: Path, key: str, facts: str, text: str, word: str | None = None) -> None:
    """Add an entry in both languages; `word` marks its title, summary, section, text and a file of its own."""
    summary = f"summary: {word or key.rpartition(':')[2]}, et ce que cette page apprend à qui la lit, en une phrase."
    place = folder / "content" / key.replace(":", "/")
    place.mkdir()
    if word:
        facts += f"\nattachments: [{word}.pdf]"
        text = f"{word}\n\n## {word} {{#{word}}}\n\n{text}"
        (place / f"{word}.pdf").write_bytes(support.pdf(word))
    for language, own in (("fr", f"{facts}\n"), ("en", "")):
        header = f"---\ntitle: {word or key.rpartition(':')[2]}\n{summary}\n{own}---\n"
        (place / f"index.{language}.md").write_text(f"{header}{text}\n", "utf-8")


def add_logo(folder: Path, key: str) -> None:
    """Give an entry a logo, and its words in both languages."""
    place = folder / "content" / key.replace(":", "/")
    Image.new("RGB", (600, 200), "teal").save(place / "enseigne.png")
    for language, own in (("fr", "logo: enseigne.png\n"), ("en", "")):
        text = place / f"index.{language}.md"
        header = f"---\n{own}logo_alt: CCEM, {language}\n"
        text.write_text(text.read_text("utf-8").replace("---\n", header, 1), "utf-8")


@dataclass(frozen=True)
class Builds:
    """The same content built for the public one second before an embargo ends, then as it ends, and for writers."""

    done: Mapping[str, Done]
    trees: Mapping[str, Mapping[str, bytes]]
    names: Mapping[str, list[str]]


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Builds:
    """Build the real content with a draft, an embargoed release, a public page that leads to both, and a logo."""
    folder = project(tmp_path_factory.mktemp("builds"), ROOT / "content")
    assert holding(DRAFT, files(folder)) + holding(EMBARGOED, files(folder)) == []
    add_entry(folder, f"news:{DRAFT}", "date: 2026-01-05\nstatus: draft", "[](members:ccem)", DRAFT)
    add_entry(folder, f"press:{EMBARGOED}", f"date: {EMBARGO}\nembargo: {EMBARGO}", "[](members:ccem)", EMBARGOED)
    add_entry(folder, f"events:{DRAFT_EVENT}", "start: 2026-02-01\nstatus: draft", "[](members:ccem)")
    (folder / "redirects.yaml").write_text(f"- {{from: /node/1, to: events:{DRAFT_EVENT}}}\n", "utf-8")
    links = f"[Bientôt](news:{DRAFT}), [demain](press:{EMBARGOED}), [](press:{EMBARGOED})."
    add_entry(folder, "news:annonce", "date: 2026-01-06", links)
    add_logo(folder, "members:ccem")
    done, trees, left = {}, {}, {}
    for name, settings, moment in (
        ("before", "publishconf.py", END_OF_EMBARGO - 1),
        ("writers", "pelicanconf.py", END_OF_EMBARGO - 1),
        ("after", "publishconf.py", END_OF_EMBARGO),
    ):
        done[name] = build(folder, settings=settings, SOURCE_DATE_EPOCH=str(moment))
        trees[name] = files(folder / "output")
        left[name] = names(folder)
    return Builds(done, trees, left)


@pytest.mark.parametrize("name", ["before", "writers", "after"])
def test_content_without_an_error_builds(builds: Builds, name: str) -> None:
    done = builds.done[name]
    assert (done.returncode, done.stdout) == (0, f"output/: {pages(builds.trees[name])} pages\n")


def pages(tree: Mapping[str, bytes]) -> int:
    """Count the pages."""
    return sum(name.endswith(".html") for name in tree)


@pytest.mark.parametrize("name", ["before", "writers", "after"])
def test_a_build_leaves_no_folder_behind(builds: Builds, name: str) -> None:
    assert builds.names[name] == sorted([*ALL_NAMES, "redirects.yaml"])


def test_a_build_replaces_the_former_site_whole(builds: Builds) -> None:
    assert [name for name, there in FORMER.items() if there in builds.trees["before"].values()] == []


def test_a_draft_stands_in_no_file_of_the_public_site(builds: Builds) -> None:
    assert holding(DRAFT, builds.trees["before"]) == []


def test_a_draft_of_an_event_is_in_no_calendar_and_no_redirect_of_the_public_site(builds: Builds) -> None:
    assert (holding(DRAFT_EVENT, builds.trees["before"]), "node/1/index.html" in builds.trees["before"]) == ([], False)


def test_those_who_write_see_the_draft_of_an_event_in_the_calendar(builds: Builds) -> None:
    found = set(holding(DRAFT_EVENT, builds.trees["writers"]))
    assert {"agenda/calendar.ics", "en/events/calendar.ics", "node/1/index.html", ".htaccess"} - found == set()


def test_a_draft_stays_out_of_the_public_site_after_any_embargo(builds: Builds) -> None:
    assert holding(DRAFT, builds.trees["after"]) == []


def test_a_release_under_embargo_stands_in_no_file_of_the_public_site(builds: Builds) -> None:
    assert holding(EMBARGOED, builds.trees["before"]) == []


@pytest.mark.parametrize(("name", "language"), [("membres/ccem", "fr"), ("en/members/ccem", "en")])
def test_a_logo_stands_in_its_member_s_page_with_its_size_its_words_and_its_copies(
    builds: Builds, name: str, language: str
) -> None:
    page = BeautifulSoup(builds.trees["before"][f"{name}/index.html"], "lxml")
    logo = page.select_one("picture img")
    assert logo is not None
    where = "/membres/ccem/enseigne.png"
    assert {key: logo[key] for key in ("src", "width", "height", "alt", "loading")} == {
        "src": where,
        "width": "204",
        "height": "68",
        "alt": f"CCEM, {language}",
        "loading": "lazy",
    }
    copies = [(source["srcset"], source["type"]) for source in page.select("picture source")]
    assert copies == [(f"{where}.avif", "image/avif"), (f"{where}.webp", "image/webp")]
    assert {str(address).lstrip("/") for address, _ in copies} <= builds.trees["before"].keys()


def test_a_public_page_that_leads_to_what_is_hidden_keeps_its_words_without_the_link(builds: Builds) -> None:
    page = builds.trees["before"]["actualites/annonce/index.html"].decode()
    assert re.findall(r"<p>.*Bientôt.*</p>", page) == [
        "<p><span>Bientôt</span>, <span>demain</span>, <span></span>.</p>"
    ]


def hidden_files(segments: tuple[str, str], word: str) -> list[str]:
    """Give the files that an entry has in the site: its page and its card in each language, and its own file."""
    places = [f"{segments[0]}/{word}", f"en/{segments[1]}/{word}"]
    names = [name for place in places for name in (f"{place}/index.html", f"cards/{place}/index.png")]
    return sorted([*names, f"{places[0]}/{word}.pdf"])


def test_those_who_write_see_the_draft(builds: Builds) -> None:
    expected = hidden_files(("actualites", "news"), DRAFT)
    assert [name for name in holding(DRAFT, builds.trees["writers"]) if DRAFT in name] == expected


def test_those_who_write_see_the_release_under_embargo(builds: Builds) -> None:
    expected = hidden_files(("presse", "press"), EMBARGOED)
    assert [name for name in holding(EMBARGOED, builds.trees["writers"]) if EMBARGOED in name] == expected


def test_the_release_is_public_at_the_very_moment_the_embargo_ends(builds: Builds) -> None:
    expected = hidden_files(("presse", "press"), EMBARGOED)
    assert [name for name in holding(EMBARGOED, builds.trees["after"]) if EMBARGOED in name] == expected


def test_the_release_is_in_the_sitemaps_the_feeds_and_its_list_once_the_embargo_has_ended(builds: Builds) -> None:
    expected = {"presse/index.html", "en/press/index.html", "membres/ccem/index.html"}
    expected |= {"sitemap-fr.xml", "sitemap-en.xml", "presse/atom.xml", "en/press/atom.xml"}
    assert expected - set(holding(EMBARGOED, builds.trees["after"])) == set()


def test_the_end_of_an_embargo_changes_no_page_that_does_not_name_the_release(builds: Builds) -> None:
    before, after = builds.trees["before"], builds.trees["after"]
    pages = {name for name in before if not name.startswith("pagefind/")}  # the search counts all pages anew
    changed = {name for name in pages if _unstamped(before[name]) != _unstamped(after.get(name, b""))}
    assert sorted(changed - set(holding(EMBARGOED, after))) == []


def _unstamped(there: bytes) -> bytes:
    """Leave out the moment of the build, which stamps the events of a calendar."""
    return re.sub(rb"DTSTAMP:\w+", b"", there)


def test_a_draft_on_which_public_entries_rely_does_not_stop_the_public_build(tmp_path: Path) -> None:
    folder = project(tmp_path, ROOT / "content")
    for key in ("members/ccem", "institutions/onudc", "events/journee-mondiale-30-juillet", "minutes/2015-06-26"):
        source = folder / "content" / key / "index.fr.md"
        source.write_text(source.read_text("utf-8").replace("\n---\n", "\nstatus: draft\n---\n", 1), "utf-8")
    done = build(folder, settings="publishconf.py")
    assert (done.returncode, done.stdout) == (0, f"output/: {pages(files(folder / 'output'))} pages\n")


def test_the_program_that_make_publish_runs_finds_its_settings(tmp_path: Path) -> None:
    folder = project(tmp_path, FIXTURES / "bad" / "S101" / "content")
    program = (str(Path(sys.executable).with_name("pelican")),)
    done = pelican(folder, "--fatal", "errors", settings="publishconf.py", program=program)
    assert "S101" in done.stderr


# The public folder changes whole or not at all.


def test_what_is_built_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    public = tmp_path / "output"
    public.mkdir()
    (public / "old.html").touch()
    with _staging(public) as staging:
        (staging / "new.html").touch()
    assert (names(tmp_path), names(public)) == (["output"], ["new.html"])


def test_a_first_build_needs_no_former_site(tmp_path: Path) -> None:
    with _staging(tmp_path / "output") as staging:
        (staging / "new.html").touch()
    assert (names(tmp_path), names(tmp_path / "output")) == (["output"], ["new.html"])


def test_the_former_site_that_a_killed_build_put_aside_comes_back_when_the_next_build_fails(tmp_path: Path) -> None:
    (tmp_path / ".output-former").mkdir()
    (tmp_path / ".output-former" / "old.html").touch()
    with pytest.raises(RuntimeError), _staging(tmp_path / "output"):
        raise RuntimeError
    assert (names(tmp_path), names(tmp_path / "output")) == (["output"], ["old.html"])


def test_what_a_killed_build_left_is_swept_away(tmp_path: Path) -> None:
    for name in ("output", ".output-next", ".output-former"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "old.html").touch()
    with _staging(tmp_path / "output") as staging:
        (staging / "new.html").touch()
    assert (names(tmp_path), names(tmp_path / "output")) == (["output"], ["new.html"])


def refuse_the_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every folder move but the one just built."""
    move = Path.replace

    def only_the_former(path: Path, target: Path) -> Path:
        if path.name == ".output-next":
            raise PermissionError(path)
        return move(path, target)

    monkeypatch.setattr(Path, "replace", only_the_former)


def test_a_first_site_that_cannot_take_its_place_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_the_new_one(monkeypatch)
    with pytest.raises(PermissionError), _staging(tmp_path / "output"):
        pass
    assert names(tmp_path) == []


def test_a_new_site_that_cannot_take_its_place_leaves_the_former_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    public = tmp_path / "output"
    public.mkdir()
    (public / "old.html").touch()
    refuse_the_new_one(monkeypatch)
    with pytest.raises(PermissionError), _staging(public):
        pass
    assert (names(tmp_path), names(public)) == (["output"], ["old.html"])
