"""The command `contrelatraite`."""

import argparse
import json
import os
import runpy
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from io import TextIOWrapper
from pathlib import Path, PurePosixPath
from typing import Any

from contrelatraite import __version__, report
from contrelatraite.addresses import Addresses
from contrelatraite.clock import today
from contrelatraite.content import Checked, find_mentions, read, read_and_check
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.kinds import KINDS
from contrelatraite.labels import LABELS
from contrelatraite.languages import CatalogueError, Language, load
from contrelatraite.reading.body import Body
from contrelatraite.references.listing import Text, list_references, list_unknown
from contrelatraite.site import Site

CLEAN, ERRORS, WRONG_USE = 0, 1, 2
SETTINGS = "pelicanconf.py"
_FORMATS = {"json": report.as_json, "sarif": report.as_sarif, "github": report.as_annotations}
_NOTICES = {"text": report.notice, "github": report.notice_as_annotation}


class UseError(Exception):
    """The command was used in a way that cannot be answered."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give its exit code: 0 clean, 1 errors, 2 wrong use."""
    chosen = _parser().parse_args(arguments)
    if isinstance(sys.stdout, TextIOWrapper):  # a name that the terminal cannot write is told all the same
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        return int(chosen.run(chosen, _root(Path.cwd())))
    except BrokenPipeError:  # whoever reads has read enough (`| head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except (UseError, CatalogueError) as error:
        print(error, file=sys.stderr)
        return WRONG_USE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="contrelatraite", description="Le contenu du site. · The content of the site."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="tous les problèmes, d’un coup · every problem at once")
    check.add_argument("paths", nargs="*", metavar="PATH", help="fichiers ou dossiers · files or folders")
    check.add_argument("--format", choices=("text", *_FORMATS), default="text")
    check.add_argument("--changed-since", metavar="REV", help="les fiches changées depuis · entries changed since")
    check.set_defaults(run=_check)

    refs = commands.add_parser("refs", help="les références trouvées · the references found")
    refs.add_argument("files", nargs="*", metavar="FILE", help="texte ou Markdown · text or Markdown")
    refs.add_argument("--unknown", action="store_true", help="ce qui ne mène nulle part · what leads nowhere")
    refs.set_defaults(run=_refs)

    due = commands.add_parser("translations", help="les traductions à faire · translations to do")
    due.set_defaults(run=_translations)

    decided = commands.add_parser("follow-ups", help="les suites des réunions · what meetings decided")
    decided.set_defaults(run=_follow_ups)

    links = commands.add_parser("links", help="les sites qui répondent · the websites that answer")
    links.add_argument("--all", action="store_true", help="toutes les adresses du site · all addresses of the site")
    links.set_defaults(run=_links)

    for command in (refs, due, decided, links):
        command.add_argument("--format", choices=("text", "json"), default="text")
    for command in (check, refs, decided, links):
        command.add_argument("--lang", metavar="CODE", help="la langue des messages · the language of the messages")

    new = commands.add_parser("new", help="une nouvelle fiche, à remplir · a new entry, to fill")
    new.add_argument("kind", metavar="KIND")
    new.add_argument("id", nargs="?", metavar="ID")
    new.add_argument("--from-issue", metavar="FILE", help="les réponses au formulaire · the answers to the form")
    new.set_defaults(run=_new)

    docs = commands.add_parser("docs", help="écrire ce qui vient des schémas · write what comes from the schemas")
    docs.set_defaults(run=_docs)

    inspect = commands.add_parser("inspect", help="le site construit · the built site")
    inspect.add_argument("output", nargs="?", metavar="OUTPUT")
    inspect.set_defaults(run=_inspect)
    return parser


def _root(folder: Path) -> Path:
    """Find the project: the nearest folder, upwards, that holds the settings."""
    for candidate in (folder, *folder.parents):
        if (candidate / SETTINGS).is_file():
            return candidate.resolve()
    message = f"Il n’y a pas de {SETTINGS} ici. · There is no {SETTINGS} here."
    raise UseError(message)


def _settings(root: Path) -> Mapping[str, Any]:
    return runpy.run_path(str(root / SETTINGS))


def _languages(root: Path, wanted: str | None = None) -> Mapping[str, Language]:
    languages = load(_settings(root)["LANGUAGES"], root / "translations")
    if wanted is not None and wanted not in languages:
        known = ", ".join(languages)
        message = (
            f"--lang: « {wanted} » n’est pas une langue du site · “{wanted}” is not a language of the site ({known})"
        )
        raise UseError(message)
    return languages


def _content(root: Path) -> Path:
    """Give the content folder, which must hold something: nothing has no problem either."""
    content = root / "content"
    if not any(content.glob("*/*/index.*.md")):
        message = "Il n’y a rien dans content/. · There is nothing in content/."
        raise UseError(message)
    return content


def _check(chosen: argparse.Namespace, root: Path) -> int:
    languages = _languages(root, chosen.lang)
    places = _places(chosen.paths, root)
    problems = read_and_check(_content(root), languages, today(root), places).problems
    touched: list[str] = []
    if chosen.changed_since is not None:
        problems, touched = _of_changes(problems, chosen.changed_since, root)
    if chosen.format == "text":
        print(report.as_text(problems, languages, chosen.lang, root))
    else:
        print(_FORMATS[chosen.format](problems, languages, chosen.lang))
    if len(touched) > 1 and chosen.format in _NOTICES:
        print(_NOTICES[chosen.format](touched, languages, chosen.lang))
    return ERRORS if report.has_errors(problems) else CLEAN


def _places(paths: Iterable[str], root: Path) -> list[PurePosixPath]:
    """Give the files and folders named on the command line as the paths of problems are written."""
    places = []
    for path in paths:
        place = _existing(path).resolve()
        if not place.is_relative_to(root / "content"):
            message = f"{path} n’est pas dans content/. · {path} is not in content/."
            raise UseError(message)
        places.append(PurePosixPath(place.relative_to(root).as_posix()))
    return places


def _of_changes(problems: list[Diagnostic], revision: str, root: Path) -> tuple[list[Diagnostic], list[str]]:
    """Keep the problems of what changed since a revision; give also the members whose folders changed."""
    from contrelatraite.contributing import changes  # noqa: PLC0415  git is for proposals alone

    try:
        entries = changes.changed_entries(root, revision)
    except changes.UnknownRevisionError as error:
        message = f"git ne connaît pas « {revision} ». · git does not know “{revision}”."
        raise UseError(message) from error
    return changes.of_changes(problems, entries), changes.members_of(entries)


def _existing(path: str) -> Path:
    if not Path(path).exists():
        message = f"{path} n’existe pas. · {path} does not exist."
        raise UseError(message)
    return Path(path)


def _refs(chosen: argparse.Namespace, root: Path) -> int:
    checked = read(_content(root), _languages(root, chosen.lang))
    texts = _texts_of_content(checked, everything=chosen.unknown)
    if chosen.files:
        texts = _texts_of_files(chosen.files, checked, {text.path: text for text in texts}, root)
    found = (item for text in texts for item in (list_unknown if chosen.unknown else list_references)(text))
    _print_rows([item.as_row() for item in found] if chosen.format == "json" else map(str, found))
    return CLEAN


def _texts_of_content(checked: Checked, *, everything: bool) -> Iterator[Text]:
    """Give the texts of the content; `everything` finds names where none is linked too, such as an entry's own."""
    for entry in checked.site:
        find = partial(find_mentions, entry, checked.matcher)
        if everything:
            find = partial(checked.matcher.find, day=entry.day)
        for version in entry.versions.values():
            yield Text(version.source.path, version.body, version.source.body_line, find)


def _texts_of_files(files: Iterable[str], checked: Checked, texts: Mapping[str, Text], root: Path) -> Iterator[Text]:
    """Read any file: one of the content's texts as such, another as a text that speaks from its own first date."""
    for file in files:
        path = _existing(file).resolve()
        known = texts.get(path.relative_to(root).as_posix()) if path.is_relative_to(root) else None
        if known is not None:
            yield replace(known, path=file)
            continue
        yield Text(file, Body(_text(file), plain=not file.endswith(".md")), 1, checked.matcher.find_undated)


def _text(file: str) -> str:
    try:
        return _existing(file).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{file} : ce n’est pas un texte UTF-8. · {file}: not a UTF-8 text."
        raise UseError(message) from error


def _translations(chosen: argparse.Namespace, root: Path) -> int:
    from contrelatraite.upkeep import translations_due  # noqa: PLC0415  git is for this command alone

    due = list(translations_due(read(_content(root), _languages(root)).site, root))
    _print_rows([item.as_row() for item in due] if chosen.format == "json" else map(str, due))
    return CLEAN


def _follow_ups(chosen: argparse.Namespace, root: Path) -> int:
    from contrelatraite import follow_ups  # noqa: PLC0415  not for the check, which must be instant

    languages = _languages(root, chosen.lang)
    language = languages[chosen.lang or next(iter(languages))]
    decided = follow_ups.decisions(read(_content(root), languages).site, today(root))
    if chosen.format == "json":
        _print_rows([decision.as_row(language.code) for decision in decided])
        return CLEAN
    for state in follow_ups.STATES:
        label = LABELS["follow-up"][state]
        print(language.gettext(label))
        for decision in follow_ups.in_state(decided, state):
            row = decision.as_row(language.code)
            due = decision.item.due.isoformat() if decision.item.due else "—"
            colon = language.pgettext("before a message", ": ")
            print(f"  {due:<10}  {row['meeting']}  {', '.join(decision.item.owners)}{colon}{row['text']}")
    return CLEAN


def _links(chosen: argparse.Namespace, root: Path) -> int:
    from contrelatraite.links import told  # noqa: PLC0415  the network is for this command alone
    from contrelatraite.links.ask import ask  # noqa: PLC0415
    from contrelatraite.links.given import given  # noqa: PLC0415

    languages = _languages(root, chosen.lang)
    language = languages[chosen.lang or next(iter(languages))]
    site = read(_content(root), languages).site
    places = given(site, everything=chosen.all)
    who = f"contrelatraite/{__version__} (+{_contact_page(site, root, languages)})"
    answers = ask((place.address for place in places), who)
    if chosen.format == "json":
        _print_rows(list(told.as_rows(places, answers, language)))
    else:
        _print_rows(told.as_lines(places, answers, language))
    return CLEAN if told.all_answer(answers.values()) else ERRORS


def _contact_page(site: Site, root: Path, languages: Mapping[str, Language]) -> str:
    """Give the address where somebody whose website was asked can write."""
    contact = site.get("pages:contact")
    language = next(iter(languages))
    path = Addresses(languages).entry(contact, language) if contact else "/"
    return f"{_settings(root)['SITEURL']}{path}"


def _print_rows(rows: Iterable[object]) -> None:
    """Print a list of objects as JSON, or texts one per line."""
    if isinstance(rows, list):
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            print(row)


def _new(chosen: argparse.Namespace, root: Path) -> int:
    from contrelatraite.contributing import issue_form, scaffold  # noqa: PLC0415  for this command alone

    languages = _languages(root)
    try:
        if chosen.from_issue is None:
            if chosen.id is None:
                message = "Donnez un nom de dossier : new KIND ID. · Give a folder’s name: new KIND ID."
                raise UseError(message)
            folder = scaffold.folder_of(root / "content", chosen.kind, chosen.id)
            files = scaffold.blank(KINDS[chosen.kind], languages)
        else:
            if chosen.kind != "members":
                message = "--from-issue : seulement pour members. · --from-issue: for members alone."
                raise UseError(message)
            answers = issue_form.parse(_text(chosen.from_issue), languages.values())
            name = chosen.id or issue_form.id_of(answers)
            folder = scaffold.folder_of(root / "content", chosen.kind, name)
            files = issue_form.files(answers, languages, today(root))
    except (scaffold.RefusedError, issue_form.FormError) as error:
        raise UseError(str(error)) from error
    _print_rows(path.relative_to(root).as_posix() for path in scaffold.write(folder, files))
    if chosen.from_issue is None:
        return CLEAN
    places = _places([str(folder)], root)
    problems = read_and_check(root / "content", languages, today(root), places).problems
    print(report.as_text(problems, languages, None, root))
    return ERRORS if report.has_errors(problems) else CLEAN


def _docs(_: argparse.Namespace, root: Path) -> int:
    from contrelatraite.contributing.docs import generated  # noqa: PLC0415  for this command alone

    for name, text in generated(root, _languages(root)).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return CLEAN


def _inspect(chosen: argparse.Namespace, root: Path) -> int:
    from contrelatraite.inspection import inspect  # noqa: PLC0415  Beautiful Soup is for this command alone

    output = Path(chosen.output) if chosen.output else root / "output"
    if not output.is_dir():
        message = f"{output} : lancez d’abord « make html ». · {output}: run “make html” first."
        raise UseError(message)
    faults = inspect(output, _languages(root))
    _print_rows(map(str, faults))
    return ERRORS if faults else CLEAN
