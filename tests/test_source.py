"""A file → its header, with the line and column of every value, and its body."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contrelatraite.diagnostics import Diagnostic, Place
from contrelatraite.reading.characters import check
from contrelatraite.reading.source import Source, content_files, parse, read
from tests.support import header


def problems(text: str) -> list[Diagnostic]:
    """Give what is wrong with a file that cannot be read."""
    source, found = parse(text, "a.md")
    assert source is None
    return found


def in_header(text: str) -> list[Diagnostic]:
    """Give what is wrong with a header that cannot be read."""
    return problems(f"---\n{text}\n---\nText.\n")


def pointed(source: Source, place: Place) -> str:
    """Give what stands at a place of the file."""
    return source.lines[place.line - 1][place.column - 1 : place.end_column - 1]


# The two halves


def test_a_file_is_a_header_and_a_body() -> None:
    source, found = parse("---\ntitle: Un titre\n---\nUn texte.\n\nUn autre.\n", "a.md")
    assert found == []
    assert source == Source(
        path="a.md",
        lines=("---", "title: Un titre", "---", "Un texte.", "", "Un autre.", ""),
        header={"title": "Un titre"},
        body="Un texte.\n\nUn autre.\n",
        body_line=4,
        keys={("title",): Place(2, 1, 6)},
        values={("title",): Place(2, 8, 16)},
    )


def test_a_file_may_have_no_body() -> None:
    source, _ = parse("---\ntitle: a\n---", "a.md")
    assert source is not None
    assert source.body == ""


def test_spaces_after_a_fence_do_not_count() -> None:
    source, _ = parse("---  \ntitle: a\n--- \t\nText.", "a.md")
    assert source is not None
    assert (source.header, source.body) == ({"title": "a"}, "Text.")


def test_three_hyphens_in_the_body_are_text() -> None:
    source, _ = parse("---\ntitle: a\n---\nOne.\n\n---\n\nTwo.", "a.md")
    assert source is not None
    assert source.body == "One.\n\n---\n\nTwo."


def test_three_hyphens_in_an_indented_text_do_not_close_the_header() -> None:
    assert header("a: |\n  x\n  ---\n  y").header == {"a": "x\n---\ny\n"}


# Values stay the text that was written


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "yes",
        "on",
        "true",
        "False",
        "1.10",
        "10",
        "0045",
        "0x1F",
        "0o17",
        "1e3",
        ".inf",
        "1_000",
        "12:30:45",
        "2025-06-05",
        "2025-06-05T10:00:00Z",
        "32011L0036",
        "NULL",
        "+33 1 23 45 67 89",
        "=",
    ],
)
def test_a_plain_value_stays_the_text_that_was_written(written: str) -> None:
    assert header(f"a: {written}").header == {"a": written}


@given(st.from_regex(r"[A-Za-z0-9.+_/][A-Za-z0-9.+_/-]*", fullmatch=True).filter(lambda text: text != "null"))
def test_any_plain_word_or_number_stays_text(written: str) -> None:
    assert header(f"a: {written}").header == {"a": written}


@pytest.mark.parametrize("tag", ["!!int", "!!binary", "!!python/object/apply:os.system", "!local"])
def test_a_tag_changes_nothing(tag: str) -> None:
    assert header(f"a: {tag} 3").header == {"a": "3"}


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_a_field_without_a_value_is_none(written: str) -> None:
    assert header(f"a: {written}\nb: c").header == {"a": None, "b": "c"}


@pytest.mark.parametrize(("written", "value"), [('""', ""), ("''", ""), ('"null"', "null"), ("'~'", "~")])
def test_a_quoted_nothing_is_a_text(written: str, value: str) -> None:
    assert header(f"a: {written}").header == {"a": value}


# Every alphabet's letters, digits and signs; what is invisible or looks like something else is told elsewhere.
_LETTERS = st.characters(exclude_categories=["C", "Zl", "Zp", "M"]).filter(lambda char: not check([f"a{char}a"], ""))


def _double_quoted(text: str) -> str:
    """Write any text as YAML does between double quotes."""
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char.isprintable() and char != "\ufeff":
        return char
    return f"\\U{ord(char):08X}"


@given(st.text(_LETTERS))
def test_any_text_in_double_quotes_comes_back_and_its_place_points_at_it(text: str) -> None:
    quoted = _double_quoted(text)
    source = header(f"before: « été »\ntitle: {quoted}\nafter: x")
    assert source.header == {"before": "« été »", "title": text, "after": "x"}
    assert source.place(("title",)) == Place(3, 8, 8 + len(quoted))
    assert pointed(source, source.place(("title",))) == quoted


@given(st.text(_LETTERS))
def test_any_printable_text_in_single_quotes_comes_back_and_its_place_points_at_it(text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    source = header(f"é: [à, {quoted}]")
    assert source.header == {"é": ["à", text]}
    assert pointed(source, source.place(("é", 1))) == quoted


# Places


def test_every_key_and_value_has_its_place() -> None:
    source = header("a: x\nlist:\n  - y\n  - {b: z}\n")
    assert source.keys == {
        ("a",): Place(2, 1, 2),
        ("list",): Place(3, 1, 5),
        ("list", 1, "b"): Place(5, 6, 7),
    }
    assert {path: pointed(source, place) for path, place in source.values.items()} == {
        ("a",): "x",
        ("list",): "-",  # what takes several lines is pointed at by its first character
        ("list", 0): "y",
        ("list", 1): "{b: z}",
        ("list", 1, "b"): "z",
    }


def test_what_has_no_place_of_its_own_has_that_of_what_holds_it() -> None:
    source = header("contact:\n  email: x")
    assert source.place(("contact", "email", 3)) == Place(3, 10, 11)


def test_what_is_not_in_the_header_has_the_place_of_its_first_line() -> None:
    assert header("a: b").place(("c",)) == Place(1, 1, 4)


def test_a_key_that_is_not_there_has_the_place_of_its_value() -> None:
    source = header("list: [x]")
    assert source.key_place(("list", 0)) == Place(2, 8, 9)


def test_a_place_in_the_body_counts_the_lines_of_the_header() -> None:
    source, _ = parse("---\ntitle: a\n---\nUn.\nDeux trois.", "a.md")
    assert source is not None
    assert source.body_place(source.body.index("trois"), source.body.index(".", 5)) == Place(5, 6, 11)


def test_a_place_over_two_lines_ends_with_the_first() -> None:
    source, _ = parse("---\ntitle: a\n---\nUn deux\ntrois", "a.md")
    assert source is not None
    assert source.body_place(3, 13) == Place(4, 4, 8)


def test_an_empty_place_is_one_column_wide() -> None:
    source, _ = parse("---\ntitle: a\n---\nUn", "a.md")
    assert source is not None
    assert source.body_place(1, 1) == Place(4, 2, 3)


@given(st.data())
def test_a_place_in_the_body_points_at_its_text(data: st.DataObject) -> None:
    body = data.draw(st.text(st.sampled_from("aé \n😀"), min_size=1).filter(str.strip))
    source, _ = parse(f"---\na: b\n---\n{body}", "a.md")
    assert source is not None
    start = data.draw(st.integers(0, len(body) - 1).filter(lambda at: body[at] != "\n"))
    stop = body.find("\n", start) if "\n" in body[start:] else len(body)
    end = data.draw(st.integers(start + 1, stop))
    assert pointed(source, source.body_place(start, end)) == body[start:end]


@pytest.mark.parametrize("char", ["\u2028", "\u2029", "\u0085"], ids=["U+2028", "U+2029", "U+0085"])
def test_a_separator_that_no_editor_shows_as_a_line_moves_no_place(char: str) -> None:
    source = header(f'a: "x{char}y"\nb: c')
    assert source.place(("b",)) == Place(3, 4, 5)


# Encodings and line ends


def test_a_byte_order_mark_is_not_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\xef\xbb\xbf---\ntitle: a\n---\nText.")
    source, found = read(path, "a.md")
    assert found == []
    assert source is not None
    assert (source.lines[0], source.header, source.body) == ("---", {"title": "a"}, "Text.")


def test_windows_line_ends_are_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"---\r\ntitle: a\r\nsummary: b\r\n---\r\nOne.\r\nTwo.")
    source, found = read(path, "a.md")
    assert found == []
    assert source is not None
    assert (source.header, source.body) == ({"title": "a", "summary": "b"}, "One.\nTwo.")
    assert source.place(("summary",)) == Place(3, 10, 11)


def test_a_carriage_return_alone_is_a_line_end(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"---\na: b\rc: d\ne: f\n---\n")
    source, _ = read(path, "a.md")
    assert source is not None
    assert [pointed(source, place) for place in source.values.values()] == ["b", "d", "f"]


def test_a_file_that_is_not_utf_8_is_refused_at_the_line_of_its_first_wrong_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("---\ntitle: a\nsummary: été\n---\n".encode("latin-1"))
    assert read(path, "content/a.md") == (
        None,
        [Diagnostic("S001", "content/a.md", Place(3, 1, 2), {"byte": "0xE9", "encoding": "Windows-1252"})],
    )


def test_a_file_in_utf_16_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("---\ntitle: a\n---\n".encode("utf-16"))
    assert read(path, "a.md") == (
        None,
        [Diagnostic("S001", "a.md", Place(1, 1, 2), {"byte": "0xFF", "encoding": "UTF-16"})],
    )


# What cannot be read as a header and a body


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", Place(1, 1, 2)),
        ("title: a\n", Place(1, 1, 9)),
        ("\n---\ntitle: a\n---\n", Place(1, 1, 2)),
        (" ---\ntitle: a\n---\n", Place(1, 1, 5)),
        ("----\ntitle: a\n---\n", Place(1, 1, 5)),
        ("---", Place(1, 1, 4)),
        ("---\ntitle: a\nText", Place(3, 1, 5)),
        ("---\ntitle: a\n", Place(3, 1, 2)),
        ("---\n---\nText", Place(1, 1, 4)),
        ("---\n# nothing\n---\n", Place(1, 1, 4)),
        ("---\n- a\n- b\n---\n", Place(1, 1, 4)),
        ("---\njust words\n---\n", Place(1, 1, 4)),
    ],
)
def test_a_file_without_a_header_between_two_fences_is_refused(text: str, place: Place) -> None:
    assert problems(text) == [Diagnostic("S002", "a.md", place, {})]


@pytest.mark.parametrize(
    ("text", "place", "line"),
    [
        ("title: a\nsummary: [x\nplace: y", Place(4, 6, 9), "place: y"),
        ("list:\n\t- x", Place(3, 1, 5), "- x"),
        ("a: b\n--- x", Place(3, 1, 6), "--- x"),
    ],
)
def test_a_header_that_yaml_cannot_read_is_refused_where_reading_stops(text: str, place: Place, line: str) -> None:
    assert in_header(text) == [Diagnostic("S003", "a.md", place, {"line": line})]


@pytest.mark.parametrize(
    ("text", "line", "nearest"),
    [
        ("title: a: b", "title: a: b", 'title: "a: b"'),
        ("title: La traite : un crime", "title: La traite : un crime", 'title: "La traite : un crime"'),
        ("a: %x", "a: %x", 'a: "%x"'),
        ("a: @x", "a: @x", 'a: "@x"'),
        ("a: *x* y", "a: *x* y", 'a: "*x* y"'),
        ("a: 'L'aide'", "a: 'L'aide'", 'a: "L\'aide"'),
        ('a: "Dit "oui" hier"', 'a: "Dit "oui" hier"', "a: 'Dit \"oui\" hier'"),
        ('a: "L\'un dit "oui""', 'a: "L\'un dit "oui""', 'a: "L\'un dit \\"oui\\""'),
        ("a:x y", "a:x y", "a: x y"),
        ("a: *x*", "a: *x*", 'a: "*x*"'),
        ("a: fr: https://x.org", "a: fr: https://x.org", "a: {fr: https://x.org}"),
    ],
)
def test_a_line_that_lacks_a_quotation_or_a_space_is_refused_with_the_line_to_write(
    text: str, line: str, nearest: str
) -> None:
    values = {"line": line, "nearest": nearest}
    assert in_header(f"{text}\nlast: z") == [Diagnostic("S020", "a.md", Place(2, 1, len(line) + 1), values)]


def test_a_line_to_write_keeps_its_indentation() -> None:
    (problem,) = in_header("a:\n  - b: c : d\n    e: f")
    assert problem.values["nearest"] == '  - b: "c : d"'


@pytest.mark.parametrize("text", ["a: [x](y)", "a: x\n  b: c", "a: {x", "\ta: x", "- a\nb: c"])
def test_a_line_that_is_wrong_in_another_way_is_not_rewritten(text: str) -> None:
    assert [problem.code for problem in in_header(text)] == ["S003"]


def test_what_follows_a_sharp_is_told_for_it_is_not_read() -> None:
    values = {"read": "# 1 des lois", "nearest": '"La loi # 1 des lois"'}
    told = [Diagnostic("S021", "a.md", Place(2, 15, 27), values)]
    assert parse("---\ntitle: La loi # 1 des lois\n---\n", "a.md")[1] == told


@pytest.mark.parametrize(
    "text",
    ["# a note\ntitle: a", 'title: "a # b"', 'title: "a"  # a note', "title: a#b", "title: a  # b", "title:  # b"],
)
def test_a_note_on_its_own_or_after_quotes_is_only_a_note(text: str) -> None:
    assert parse(f"---\n{text}\n---\n", "a.md")[1] == []


@pytest.mark.parametrize("below", ["b: c", 'b: "c"', 'b: "c"\nd: "e"'])
def test_a_quotation_mark_that_is_not_closed_is_refused_at_its_line(below: str) -> None:
    values = {"line": 'a: "x', "nearest": 'a: "x"'}
    assert in_header(f'a: "x\n{below}') == [Diagnostic("S020", "a.md", Place(2, 1, 6), values)]


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x7f"], ids=["NUL", "BEL", "ESC", "DEL"])
def test_a_control_character_in_the_header_is_refused_at_its_line(char: str) -> None:
    assert in_header(f"title: a\nsummary: {char}b\nplace: c") == [
        Diagnostic("X106", "a.md", Place(3, 10, 11), {"char": f"U+{ord(char):04X}"})
    ]


def test_accents_before_a_control_character_do_not_move_its_line() -> None:
    accents = "é" * 40
    assert in_header(f"title: {accents}\nsummary: \x07\nplace: a\ntype: b") == [
        Diagnostic("X106", "a.md", Place(3, 10, 11), {"char": "U+0007"})
    ]


# Fields written twice


def test_a_field_written_twice_is_refused_where_it_stands_the_second_time() -> None:
    assert in_header("a: x\nb: y\na: z") == [Diagnostic("S004", "a.md", Place(4, 1, 2), {"field": "a"})]


def test_a_field_written_twice_in_an_inner_value_is_refused() -> None:
    assert in_header("a:\n  - {b: x, b: y}") == [Diagnostic("S004", "a.md", Place(3, 12, 13), {"field": "b"})]


def test_all_fields_written_twice_are_told_at_once() -> None:
    assert [found.place.line for found in in_header("a: x\na: y\nb: x\nb: y\na: z")] == [3, 5, 6]


# Headers that would grow when read


def test_an_anchor_that_nothing_points_to_is_harmless() -> None:
    assert header("a: &x b").header == {"a": "b"}


def test_an_alias_is_refused_where_it_stands() -> None:
    assert in_header("a: &x b\nc: d\ne: *x") == [Diagnostic("S005", "a.md", Place(4, 4, 6), {})]


def test_an_alias_as_the_name_of_a_field_is_refused() -> None:
    assert [found.code for found in in_header("a: &x b\n*x : c")] == ["S005"]


def test_a_merge_of_another_field_is_refused() -> None:
    assert [found.code for found in in_header("a: &x {b: c}\nd:\n  <<: *x")] == ["S005"]


def test_a_value_that_holds_itself_is_refused() -> None:
    assert [found.code for found in in_header("a: &x [*x]")] == ["S005"]


def test_a_header_that_would_grow_a_thousand_million_times_is_refused_without_growing() -> None:
    lines = ['a0: &a0 "ha"']
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    assert {found.code for found in in_header("\n".join(lines))} == {"S005"}


@pytest.mark.parametrize(
    "text",
    ["a: " + "[" * 5000 + "]" * 5000, "a: " + "{b: " * 900 + "}" * 900, "\n".join(" " * n + "a:" for n in range(1500))],
    ids=["lists", "mappings", "lines"],
)
def test_a_header_nested_without_end_is_refused(text: str) -> None:
    assert [found.code for found in in_header(text)] == ["S003"]


# The files of a folder


def test_content_files_are_given_in_order_without_the_hidden_ones(tmp_path: Path) -> None:
    for name in ("b/index.fr.md", "a/z.md", "a/index.fr.md", ".git/config", "a/.index.fr.md.swp", "a/.DS_Store"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert [path.relative_to(tmp_path).as_posix() for path in content_files(tmp_path)] == [
        "a/index.fr.md",
        "a/z.md",
        "b/index.fr.md",
    ]


def test_a_content_folder_within_a_hidden_folder_is_read(tmp_path: Path) -> None:
    folder = tmp_path / ".work" / "content"
    folder.mkdir(parents=True)
    (folder / "a.md").touch()
    assert list(content_files(folder)) == [folder / "a.md"]
