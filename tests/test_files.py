"""The files that entries publish are what they say they are, run nothing, carry nothing and tell no place."""

import os
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from contrelatraite.checks import files as rules
from contrelatraite.files import types
from contrelatraite.reading.registry import register
from tests.support import CODES, pdf, site_of, write

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def faults(folder: Path, name: str, data: bytes, *, logo: bool = False) -> list[str]:
    """Give the codes of what is wrong with a file."""
    (folder / name).write_bytes(data)
    return [code for code, _ in types.faults(folder / name, logo=logo)]


def picture(form: str, **more: object) -> bytes:
    """Give a small picture."""
    written = BytesIO()
    Image.new("L", (2, 2)).save(written, form, **more)
    return written.getvalue()


def action(name: str, **more: str) -> DictionaryObject:
    """Give an action of a document."""
    values = {NameObject(f"/{key}"): TextStringObject(value) for key, value in more.items()}
    return DictionaryObject({NameObject("/S"): NameObject(f"/{name}"), **values})


def chunk(name: bytes, data: bytes) -> bytes:
    """Give a part of a PNG."""
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")


# What is published


@pytest.mark.parametrize(
    ("name", "form"), [("a.png", "PNG"), ("a.jpg", "JPEG"), ("a.JPEG", "JPEG"), ("a.webp", "WEBP")]
)
def test_a_picture_passes(tmp_path: Path, name: str, form: str) -> None:
    assert faults(tmp_path, name, picture(form)) == []


@pytest.mark.parametrize(("name", "form"), [("a.png", "PNG"), ("a.jpg", "JPEG"), ("a.webp", "WEBP")])
def test_a_picture_cut_short_is_refused(tmp_path: Path, name: str, form: str) -> None:
    written = BytesIO()
    Image.radial_gradient("L").save(written, form)
    assert faults(tmp_path, name, written.getvalue()[:-200]) == ["X116"]


def test_a_document_passes(tmp_path: Path) -> None:
    assert faults(tmp_path, "a.pdf", pdf("Rapport")) == []


@pytest.mark.parametrize(
    "inner",
    [
        '<path d="M0 0h1" style="fill:url(#a)"/><linearGradient id="a"/>',
        "<title>Un A dans un cercle</title><style>.a{fill:#fff}</style>",
        '<defs><g id="b"><path d="M0 0"/></g></defs><use xlink:href="#b"/><use href="#b"/>',
        "<!-- Une note --><metadata><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></metadata>",
    ],
)
def test_a_drawing_passes(tmp_path: Path, inner: str) -> None:
    assert faults(tmp_path, "a.svg", SVG.format(inner).encode()) == []


# What it is


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.png", picture("GIF")),
        ("a.jpg", picture("PNG")),
        ("a.pdf", b"<html><script>alert(1)</script></html>"),
        ("a.pdf", b"PK\x03\x04"),
        ("a.svg", b"<html><svg></svg></html>"),
        ("a.webp", b""),
        ("a.pdf", b"MZ"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_told(tmp_path: Path, name: str, data: bytes) -> None:
    assert faults(tmp_path, name, data) == ["X114"]


def test_a_picture_too_heavy_is_told_before_it_is_opened(tmp_path: Path) -> None:
    assert faults(tmp_path, "a.png", picture("PNG") + bytes(2_000_001)) == ["X115"]


def test_a_logo_is_lighter_than_a_picture(tmp_path: Path) -> None:
    data = picture("PNG") + bytes(200_001)
    assert (faults(tmp_path, "a.png", data), faults(tmp_path, "a.png", data, logo=True)) == ([], ["X115"])


def test_a_picture_of_a_thousand_million_points_is_told_without_drawing_it(tmp_path: Path) -> None:
    side = (50_000).to_bytes(4, "big")
    data = (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", side + side + b"\x01\0\0\0\0") + chunk(b"IDAT", b"") + chunk(b"IEND", b"")
    )
    assert faults(tmp_path, "a.png", data) == ["X116"]


def test_a_picture_cut_short_is_told(tmp_path: Path) -> None:
    assert faults(tmp_path, "a.png", picture("PNG")[:20]) == ["X116"]


# What it hides


@pytest.mark.parametrize(("name", "form"), [("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP")])
def test_a_position_is_told(tmp_path: Path, name: str, form: str) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (48.0, 51.0, 0.0)})
    assert faults(tmp_path, name, picture(form, exif=exif.tobytes())) == ["P110"]


@pytest.mark.parametrize(("name", "form"), [("a.jpg", "JPEG"), ("a.webp", "WEBP")])
def test_a_place_in_xmp_is_told(tmp_path: Path, name: str, form: str) -> None:
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><r photoshop:City="Ville"/></x:xmpmeta>'
    assert faults(tmp_path, name, picture(form, xmp=xmp)) == ["P110"]


def test_the_camera_is_no_place(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0110] = "Appareil"
    assert faults(tmp_path, "a.jpg", picture("JPEG", exif=exif)) == []


# What a drawing runs or loads


@pytest.mark.parametrize(
    "text",
    [
        SVG.format("<script>alert(1)</script>"),
        SVG.format('<path onclick="alert(1)"/>'),
        SVG.format("<foreignObject/>"),
        SVG.format('<a href="https://a.org"/>'),
        SVG.format('<image href="https://a.org/a.png"/>'),
        SVG.format('<use xlink:href="https://a.org/a.svg#a"/>'),
        SVG.format('<use href="data:image/svg+xml,a"/>'),
        SVG.format("<style>@import 'https://a.org'</style>"),
        SVG.format("<style>a{fill:url(https://a.org)}</style>"),
        SVG.format('<path style="fill:url(//a.org/a)"/>'),
        SVG.format('<path fill="url( &quot;https://a.org&quot;)"/>'),
        SVG.format(r"<style>a{fill:u\72l(https://a.org)}</style>"),
        SVG.format('<animate attributeName="href"/>'),
        SVG.format('<g id="a"><use href="#a"/></g>'),
        SVG.format('<h:body xmlns:h="http://www.w3.org/1999/xhtml"/>'),
        "<?xml-stylesheet href='https://a.org'?>" + SVG.format(""),
        "<!DOCTYPE svg [<!ENTITY a 'ha'>]>" + SVG.format("&a;"),
        "<!DOCTYPE svg SYSTEM 'file:///etc/passwd'>" + SVG.format(""),
        "<svg xmlns='http://www.w3.org/2000/svg'>",
        "<svg>" + "<g>" * 100_00,
        "<svg/>",
    ],
)
def test_a_drawing_that_could_run_or_load_is_told(tmp_path: Path, text: str) -> None:
    assert faults(tmp_path, "a.svg", text.encode()) == ["X117"]


# What a document runs or carries


@pytest.mark.parametrize(
    "catalogue",
    [
        {"OpenAction": action("JavaScript", JS="app.alert(1)")},
        {"OpenAction": action("Launch", F="a.exe")},
        {"OpenAction": action("URI", URI="https://a.org")},
        {"AA": DictionaryObject({NameObject("/WC"): action("SubmitForm", F="https://a.org")})},
        {"Names": DictionaryObject({NameObject("/EmbeddedFiles"): DictionaryObject()})},
        {"AcroForm": DictionaryObject({NameObject("/XFA"): ArrayObject()})},
    ],
    ids=["script", "program", "call", "form", "attachment", "XFA"],
)
def test_a_document_that_runs_or_carries_is_told(tmp_path: Path, catalogue: dict[str, DictionaryObject]) -> None:
    assert faults(tmp_path, "a.pdf", pdf("", **catalogue)) == ["X118"]


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\ntrailer<</Root 1 0 R>>", b"%PDF-1.4\n" + b"[" * 50_000])
def test_a_document_that_cannot_be_read_is_told(tmp_path: Path, data: bytes) -> None:
    assert faults(tmp_path, "a.pdf", data) == ["X119"]


# The folder


def in_folder(content: Path, *names: str) -> list[tuple[str, object]]:
    """Give what is told of an entry's folder that holds these files."""
    write(content, "institutions:a")
    for name in names:
        (content / "institutions" / "a" / name).write_bytes(b"a")
    site = site_of(content)
    return [(found.code, found.values["read"]) for entry in site for found in rules.check_folder(entry, site)]


@pytest.mark.parametrize("name", [".DS_Store", "._index.fr.md", ".index.fr.md.swp", ".gitkeep"])
def test_what_systems_and_editors_leave_behind_is_no_fault(content: Path, name: str) -> None:
    assert in_folder(content, name) == []


@pytest.mark.parametrize("name", [".htaccess", ".env", ".git"])
def test_a_hidden_file_is_told(content: Path, name: str) -> None:
    assert in_folder(content, name) == [("S016", name)]


@pytest.mark.parametrize(
    "name", ["a b.pdf", "rapport é.pdf", "aux.pdf", "NUL.png", "a.", "a\\b.pdf", "%2e.pdf", "a\nb.pdf"]
)
def test_a_name_that_some_computers_refuse_is_told(content: Path, name: str) -> None:
    assert in_folder(content, name) == [("S012", name)]


def test_a_file_that_nothing_names_is_told(content: Path) -> None:
    assert in_folder(content, "rapport.pdf") == [("S015", "rapport.pdf")]


@pytest.mark.parametrize("name", ["..", "../a/index.fr.md", "/etc/passwd", "..\\a.pdf", "a%2fb.pdf", "a\0b.pdf", "."])
def test_a_name_that_leads_out_of_the_folder_is_told(content: Path, name: str) -> None:
    write(content, "news:a", attachments=[name])
    site = site_of(content) if "\0" not in name else register(content, CODES)[0]
    assert [found.code for entry in site for found in rules.check_named(entry, site)] == ["S110"]


def test_a_pipe_is_told_and_never_opened(content: Path) -> None:
    write(content, "news:a")
    os.mkfifo(content / "news" / "a" / "index.en.md")
    assert [found.code for found in register(content, CODES)[1]] == ["X103"]


def test_a_folder_in_the_place_of_a_text_is_told(content: Path) -> None:
    write(content, "news:a")
    (content / "news" / "a" / "index.en.md").mkdir()
    assert [found.code for found in register(content, CODES)[1]] == ["S019"]


def test_two_names_that_differ_by_capitals_alone_are_told(content: Path) -> None:
    write(content, "news:a")
    for name in ("a.pdf", "A.pdf"):
        (content / "news" / "a" / name).touch()
    found = register(content, CODES)[1]
    assert [(problem.code, problem.values) for problem in found] == [("X113", {"other": "content/news/a/A.pdf"})]
