"""The files that entries publish are what they say they are, run nothing, carry nothing and tell no place."""

import os
import time
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from contrelatraite.checks import files as rules
from contrelatraite.files import svg, types
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


def values(**entries: PdfObject) -> DictionaryObject:
    """Give a dictionary of a document."""
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})


def stream(data: bytes = b"", **entries: PdfObject) -> DecodedStreamObject:
    """Give a stream of a document."""
    found = DecodedStreamObject()
    found.set_data(data)
    found.update(values(**entries))
    return found


def document(value: PdfObject, *, page: str = "", catalogue: str = "", **properties: str) -> bytes:
    """Give a document with an object that its page, its catalogue or nothing leads to, and with those properties."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    reference = writer._add_object(value)
    if page:
        writer.pages[0][NameObject(f"/{page}")] = reference
    if catalogue:
        writer.root_object[NameObject(f"/{catalogue}")] = reference
    writer.metadata = {f"/{key}": said for key, said in properties.items()}
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def annotation(kind: str, **entries: PdfObject) -> bytes:
    """Give a document with an annotation."""
    return document(ArrayObject([values(Subtype=NameObject(f"/{kind}"), **entries)]), page="Annots")


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
        "<metadata xmlns:d='http://purl.org/dc/elements/1.1/'><d:format>image/svg+xml</d:format></metadata>",
        '<style>.a,.b{clip-path:url(#c)}.b{fill:url("#l")}</style><clipPath id="c"/><g class="a"><path class="b"/></g>',
        '<symbol id="a"><path d="M0 0"/></symbol><symbol id="b"><use href="#a"/></symbol><use href="#b"/>',
        '<svg fill="url(#a)"><linearGradient id="a"/><path d="M0 0"/></svg>',
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
        SVG.format("<style><!-- x -->@import 'https://a.org/a.css';</style>"),
        SVG.format("<style>@im<!-- x -->port 'https://a.org/a.css';</style>"),
        SVG.format("<style><desc/>svg{background:url(https://a.org)}</style>"),
        SVG.format("<style><desc>svg{background:url(https://a.org)}</desc></style>"),
        SVG.format('<style>a{background:image-set("a.png" 1x)}</style>'),
        SVG.format("<style>a{background:-webkit-image-set(url(#a) 1x, 'a.png' 2x)}</style>"),
        SVG.format('<style>a{background:image("a.png")}</style>'),
        SVG.format('<style>a{background:cross-fade("a.png", "b.png")}</style>'),
        SVG.format('<path fill="image-set(&quot;a.png&quot; 1x)"/>'),
        SVG.format('<style>a{b:src("a.png")}</style>'),
        SVG.format("<style>a{--b:'//a.org'}</style>"),
        SVG.format("<path style=\"--b:'https:a.org'\"/>"),
        SVG.format("<style>@media print{a{fill:url(#a)}}</style>"),
        "<?xml version='1.0' encoding='utf-16'?><?xml-stylesheet href='a.css'?>" + SVG.format(""),
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
    written = text.encode("utf-16" if "utf-16" in text else "utf-8")
    (tmp_path / "a.svg").write_bytes(written)
    assert [code for code, _ in svg.faults(tmp_path / "a.svg")] == ["X117"]


def nested(part: str, first: str = "") -> str:
    """Give a drawing of thirty parts that each hold the one before, as often as `part` says."""
    return SVG.format(first + "".join(part.format(id=number, before=number - 1) for number in range(1, 31)))


@pytest.mark.parametrize(
    "text",
    [
        nested('<pattern id="a{id}">' + '<path fill="url(#a{before})"/>' * 10 + "</pattern>"),
        nested('<mask id="a{id}">' + '<path style="mask:url(#a{before})"/>' * 10 + "</mask>"),
        nested('<marker id="a{id}">' + "<path marker-end=\"url( '#a{before}' )\"/>" * 10 + "</marker>"),
        nested('<clipPath id="a{id}">' + '<path clip-path="url(#a{before})"/>' * 10 + "</clipPath>"),
        nested('<g id="a{id}">' + '<use href="#a{before}"/>' * 10 + "</g>"),
        nested('<pattern id="a{id}"><g fill="url(#a{before})"><path/><path/></g></pattern>'),
        nested('<g fill="url(#a{before})"><pattern id="a{id}"><path/><path/></pattern></g>'),
        nested('<style>.a{id}{{fill:url(#a{before})}}</style><pattern id="a{id}"><path class="b a{id}"/></pattern>'),
        nested('<style>#b{id}{{fill:url(#a{before})}}</style><pattern id="a{id}"><path id="b{id}"/></pattern>'),
        nested('<pattern id="a{id}"><path fill="url(#a{before})" stroke="url(#a{before})"/></pattern>'),
        SVG.format("<style>path{fill:url(#a)}</style><pattern id='a'><path/></pattern>"),
        # Three deep: a hundred times a hundred times a hundred.
        SVG.format(
            '<g id="a">' + "<path/>" * 100 + "</g>"
            '<g id="b">' + '<use href="#a"/>' * 100 + '</g><pattern id="c">' + '<use href="#b"/>' * 100 + "</pattern>"
        ),
        # A marker on each of ten thousand points, each with a thousand of its own.
        SVG.format(
            '<marker id="a"><path d="M0 0"/></marker><marker id="b"><path d="'
            + "h1" * 1000
            + '" marker-mid="url(#a)"/>'
            '</marker><path d="' + "h1" * 10_000 + '" marker-mid="url(#b)"/>'
        ),
    ],
)
def test_a_drawing_that_multiplies_is_told(tmp_path: Path, text: str) -> None:
    assert faults(tmp_path, "a.svg", text.encode()) == ["X117"]


def test_the_first_part_of_an_id_is_the_one_that_is_counted(tmp_path: Path) -> None:
    many = '<g id="a">' + "<path/>" * 1000 + "</g>"
    copies = '<use href="#a"/>' * 1000
    found = [
        faults(tmp_path, "a.svg", SVG.format(ids + copies).encode())
        for ids in (many + '<g id="a"/>', '<g id="a"/>' + many)
    ]
    assert found == [["X117"], []]


@pytest.mark.parametrize(
    "text",
    [
        SVG.format('<path fill="url(' + " " * 190_000 + '#a)"/>'),
        SVG.format('<path fill="' + "url(#a " * 27_000 + '"/>'),
        SVG.format("<style>" + ".a," * 60_000 + "</style>"),
        SVG.format("<style>.a{" + "b:url(#c);" * 18_000 + "</style>"),
        SVG.format("<style>.a{" + "b(" * 90_000 + "url(#a)</style>"),
        SVG.format("<text>" + "0 " * 90_000 + "</text>"),
        SVG.format("<text>" + "a@" * 90_000 + "</text>"),
        SVG.format('<g id="a" fill="url(#a)">' * 200 + "<path/>" * 20_000 + "</g>" * 200),
    ],
)
def test_no_drawing_takes_long(tmp_path: Path, text: str) -> None:
    start = time.process_time()
    if not faults(tmp_path, "a.svg", text.encode()):
        list(types.words(tmp_path / "a.svg"))
    assert time.process_time() - start < 2  # seconds; the slow patterns took minutes


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
        {"OpenAction": action("Named", N="Print")},
    ],
    ids=["script", "program", "call", "form", "attachment", "XFA", "print"],
)
def test_a_document_that_runs_or_carries_is_told(tmp_path: Path, catalogue: dict[str, DictionaryObject]) -> None:
    assert faults(tmp_path, "a.pdf", pdf("", **catalogue)) == ["X118"]


@pytest.mark.parametrize(
    "data",
    [
        document(values(O=action("URI", URI="https://a.org")), page="AA"),
        document(values(AA=values(Bl=action("GoTo"))), catalogue="AcroForm"),
        document(values(S=NameObject("/GoTo"), Next=action("URI", URI="https://a.org")), catalogue="OpenAction"),
        document(action("GoToR", F="//a.org/a.pdf"), catalogue="OpenAction"),
        document(action("GoToR", F="//a.org/a.pdf")),
        document(action("Thread", F="//a.org/a.pdf")),
        document(NameObject("/JavaScript")),
        annotation("3D"),
        annotation("RichMedia"),
        annotation("Screen"),
        document(stream(OnInstantiate=stream(b"host.url = 1"))),
        document(stream(F=TextStringObject("//a.org/a.png"), Subtype=NameObject("/Image"))),
        document(stream(Ref=values(Page=NumberObject(0)), Subtype=NameObject("/Form"))),
        document(action("JavaScript")).replace(b"/JavaScript", b"/J#61vaScript"),
    ],
)
def test_a_document_that_runs_or_carries_by_any_object_is_told(tmp_path: Path, data: bytes) -> None:
    assert faults(tmp_path, "a.pdf", data) == ["X118"]


@pytest.mark.parametrize(
    "data",
    [
        annotation("Link", A=action("URI", URI="https://a.org"), Contents=TextStringObject("Le site")),
        annotation("Widget", T=TextStringObject("Champ")),
        annotation("Highlight"),
        document(
            values(Title=TextStringObject("Un"), Next=values(Title=TextStringObject("Deux"))), catalogue="Outlines"
        ),
        document(ArrayObject([NumberObject(0), NameObject("/Fit")]), catalogue="OpenAction"),
        document(action("GoTo", D="un"), catalogue="OpenAction"),
        document(values(), page="AA"),
    ],
)
def test_links_and_contents_are_no_fault_of_a_document(tmp_path: Path, data: bytes) -> None:
    assert faults(tmp_path, "a.pdf", data) == []


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\ntrailer<</Root 1 0 R>>", b"%PDF-1.4\n" + b"[" * 50_000])
def test_a_document_that_cannot_be_read_is_told(tmp_path: Path, data: bytes) -> None:
    assert faults(tmp_path, "a.pdf", data) == ["X119"]


# Whom it names

EXIF_OF_A_CAMERA = {0x010F: "Marque", 0x0110: "Appareil", 0x0131: "Programme", 0x0132: "2025:01:01 00:00:00", 0x0112: 1}


def with_exif(form: str, fields: dict[int, object], *, details: dict[int, object] | None = None) -> bytes:
    """Give a picture with those fields."""
    exif = Image.Exif()
    exif.update(fields)
    if details:
        exif.get_ifd(0x8769).update(details)
    return picture(form, exif=exif.tobytes())


def with_text(name: str, text: str, *, packed: bool = False) -> bytes:
    """Give a PNG with a text."""
    written = PngInfo()
    written.add_text(name, text, zip=packed)
    return picture("PNG", pnginfo=written)


def with_segment(name: bytes, data: bytes) -> bytes:
    """Give a JPEG with one more segment."""
    whole = picture("JPEG")
    return whole[:2] + name + (len(data) + 2).to_bytes(2, "big") + data + whole[2:]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jpg", with_exif("JPEG", {0x013B: "Marie Dupont"})),
        ("a.png", with_exif("PNG", {0x010E: "Une personne"})),
        ("a.webp", with_exif("WEBP", {0x8298: "Marie Dupont"})),
        ("a.jpg", with_exif("JPEG", {0x9C9D: "Marie".encode("utf-16-le")})),
        ("a.jpg", with_exif("JPEG", {}, details={0x9286: b"ASCII\0\0\0Marie"})),
        ("a.jpg", with_exif("JPEG", {}, details={0xA430: "Marie"})),
        ("a.jpg", with_exif("JPEG", {}, details={0x927C: b"Appareil de Marie"})),
        ("a.jpg", picture("JPEG", comment=b"Marie")),
        ("a.jpg", picture("JPEG", xmp=b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>")),
        ("a.webp", picture("WEBP", xmp=b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>")),
        ("a.webp", picture("WEBP") + b"note\5\0\0\0Marie\0"),
        ("a.jpg", with_segment(b"\xff\xed", b"Photoshop 3.0\08BIM\4\4\0\0\0\0\0\x0a\x1c\2\x50\0\5Marie")),
        ("a.png", with_text("Author", "Marie")),
        ("a.png", with_text("Comment", "Created with GIMP by Marie", packed=True)),
        ("a.png", with_text("Raw profile type xmp", "xmp")),
        ("a.png", picture("PNG")[:-12] + chunk(b"noTe", b"Marie") + picture("PNG")[-12:]),
    ],
)
def test_words_around_a_picture_are_told(tmp_path: Path, name: str, data: bytes) -> None:
    assert faults(tmp_path, name, data) == ["P112"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jpg", with_exif("JPEG", EXIF_OF_A_CAMERA, details={0x9000: b"0232", 0x9286: b"ASCII\0\0\0" + b" " * 9})),
        ("a.webp", with_exif("WEBP", EXIF_OF_A_CAMERA)),
        ("a.jpg", picture("JPEG", icc_profile=b"profile", dpi=(72, 72))),
        ("a.webp", picture("WEBP", icc_profile=b"profile")),
        ("a.png", picture("PNG", icc_profile=b"profile", dpi=(72, 72))),
        ("a.png", with_text("Software", "Programme 1.0")),
        ("a.png", with_text("Comment", "Created with GIMP")),
    ],
)
def test_what_a_camera_and_a_program_say_of_themselves_is_no_fault(tmp_path: Path, name: str, data: bytes) -> None:
    assert faults(tmp_path, name, data) == []


def test_the_small_copy_of_a_picture_before_it_was_cut_is_told(tmp_path: Path) -> None:
    data = b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\x0e\0\1\1\3\0\3\0\0\0\1\0\6\0\0\0\0\0\0"
    assert faults(tmp_path, "a.jpg", with_segment(b"\xff\xe1", data)) == ["P112"]


def test_a_place_in_a_further_part_of_xmp_is_told(tmp_path: Path) -> None:
    data = b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 40 + b"<r exif:GPSLatitude='48,51N'/>"
    assert faults(tmp_path, "a.jpg", with_segment(b"\xff\xe1", data)) == ["P110"]


@pytest.mark.parametrize(
    "inner",
    [
        "<metadata>Marie</metadata>",
        "<metadata xmlns:d='http://purl.org/dc/elements/1.1/'><d:creator>Marie</d:creator></metadata>",
        "<d:creator xmlns:d='http://purl.org/dc/elements/1.1/'><d:title>Marie</d:title></d:creator>",
        "<metadata xmlns:d='http://purl.org/dc/elements/1.1/'><d:format d:creator='Marie'/></metadata>",
        "<path xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:export-filename='../Marie/a.png'/>",
        "<path xmlns:i='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd' i:docbase='/home/marie.dupont'/>",
        "<path data-from='C:/Documents/Marie'/>",
        "<!-- /Users/marie/logo.ai -->",
    ],
)
def test_what_a_program_notes_of_a_person_is_told(tmp_path: Path, inner: str) -> None:
    assert faults(tmp_path, "a.svg", SVG.format(inner).encode()) == ["P112"]


def test_a_note_before_a_drawing_is_read_as_well(tmp_path: Path) -> None:
    assert faults(tmp_path, "a.svg", f"<!-- /home/marie -->{SVG.format('')}".encode()) == ["P112"]


@pytest.mark.parametrize(
    "data",
    [
        annotation("Text", Contents=TextStringObject("À revoir")),
        annotation("Popup", T=TextStringObject("Marie")),
        annotation("Highlight", T=TextStringObject("Marie")),
        annotation("FreeText", Contents=TextStringObject("À revoir")),
    ],
)
def test_a_note_in_the_margin_of_a_document_is_told(tmp_path: Path, data: bytes) -> None:
    assert faults(tmp_path, "a.pdf", data) == ["P112"]


XMP = '<r:RDF xmlns:r="a" xmlns:d="http://purl.org/dc/elements/1.1/"><r:D {}>{}</r:D></r:RDF>'


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (document(values(), Author="Marie"), ["P111"]),
        (document(stream(XMP.format("", "<d:creator>Marie</d:creator>").encode()), catalogue="Metadata"), ["P111"]),
        (document(stream(XMP.format('d:creator="Marie"', "").encode("utf-16")), catalogue="Metadata"), ["P111"]),
        (document(stream(XMP.format("", "<d:title>Titre</d:title>").encode()), catalogue="Metadata"), []),
        (document(stream(b"<"), catalogue="Metadata"), []),
    ],
)
def test_the_author_of_a_document_is_told(tmp_path: Path, data: bytes, codes: list[str]) -> None:
    assert faults(tmp_path, "a.pdf", data) == codes


def elsewhere(data: bytes, key: bytes, said: bytes) -> bytes:
    """Give a document whose property is an object of its own, of which the table of objects says nothing."""
    return data.replace(key + b" " + said, key + b" 90 0 R").replace(
        b"%PDF-1.3\n", b"%PDF-1.3\n90 0 obj\n" + said + b"\nendobj\n"
    )


def test_an_author_written_elsewhere_in_the_document_is_told(tmp_path: Path) -> None:
    data = elsewhere(document(values(), Author="Marie"), b"/Author", b"(Marie)")
    assert b"/Author 90 0 R" in data
    assert faults(tmp_path, "a.pdf", data) == ["P111"]


def test_an_address_written_elsewhere_in_the_document_is_told(content: Path) -> None:
    data = elsewhere(document(values(), Title="nom@example.org"), b"/Title", rb"(nom\100example\056org)")
    assert b"/Title 90 0 R" in data
    assert named(content, "a.pdf", data) == [("P113", "nom@example.org")]


def named(content: Path, name: str, data: bytes, contact: object = None) -> list[tuple[str, object]]:
    """Give what is told of a file that the header of a text names."""
    write(content, "news:a", attachments=[name])
    write(content, "members:b", contact=contact)
    (content / "news" / "a" / name).write_bytes(data)
    site = site_of(content)
    return [(found.code, found.values["read"]) for entry in site for found in rules.check_named(entry, site)]


@pytest.mark.parametrize(
    "inner",
    [
        "<text>06 12 34 56 78</text>",
        "<text>06 12 <tspan>34</tspan><tspan> 56 78</tspan></text>",
        "<g/>06 12 34 56 78",
        "<path aria-label='06 12 34 56 78'/>",
        "<!-- 06 12 34 56 78 -->",
    ],
)
def test_a_number_in_a_drawing_is_told(content: Path, inner: str) -> None:
    assert named(content, "a.svg", SVG.format(inner).encode()) == [("P113", "06 12 34 56 78")]


@pytest.mark.parametrize(
    "inner",
    [
        "<title>nom@example.org</title>",
        "<path d='nom@example.org'/>",
        "<style>/* nom@example.org */</style>",
        "<desc>Nom : nom [at] example.org</desc>",
    ],
)
def test_an_address_in_a_drawing_is_told(content: Path, inner: str) -> None:
    found = named(content, "a.svg", SVG.format(inner).encode())
    assert [code for code, _ in found] == ["P113"]


def test_coordinates_are_no_number(content: Path) -> None:
    inner = '<path d="M06 12 34 56 78" opacity="0.123456789"/><style>.a{opacity:0.123456789}</style>'
    assert named(content, "a.svg", SVG.format(inner).encode()) == []


def test_an_address_of_a_public_contact_may_stand_in_a_file(content: Path) -> None:
    drawing = SVG.format("<text>Nom@example.org 01 23 45 67 89</text>").encode()
    public = {"email": "nom@example.org", "phone": "01 23 45 67 89", "public": "true", "confirmed": "2025-01-01"}
    assert named(content, "a.svg", drawing, contact=public) == []


@pytest.mark.parametrize("key", ["Title", "Subject", "Keywords", "Company"])
def test_an_address_in_the_properties_of_a_document_is_told(content: Path, key: str) -> None:
    found = named(content, "a.pdf", document(values(), **{key: "Écrire à nom@example.org"}))
    assert found == [("P113", "nom@example.org")]


def test_an_address_in_the_xmp_of_a_document_is_told(content: Path) -> None:
    data = document(stream(XMP.format("", "<d:title>nom@example.org</d:title>").encode()), catalogue="Metadata")
    assert named(content, "a.pdf", data) == [("P113", "nom@example.org")]


def test_an_address_in_the_name_of_a_program_is_told(content: Path) -> None:
    assert named(content, "a.png", with_text("Software", "nom@example.org")) == [("P113", "nom@example.org")]


def test_a_document_cannot_be_a_logo(content: Path) -> None:
    write(content, "members:a", logo="a.pdf", logo_alt="Un A dans un cercle")
    (content / "members" / "a" / "a.pdf").write_bytes(pdf("Rapport"))
    site = site_of(content)
    found = [problem for entry in site for problem in rules.check_named(entry, site)]
    assert [(problem.code, problem.values) for problem in found] == [
        ("X105", {"read": "a.pdf", "allowed": (".svg", ".png", ".jpg", ".jpeg", ".webp")})
    ]


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
