"""The command `contrelatraite`."""

import argparse
import runpy
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from contrelatraite import report
from contrelatraite.clock import moment
from contrelatraite.content import read_and_check
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.languages import CatalogueError, Language, load

CLEAN, ERRORS, WRONG_USE = 0, 1, 2
SETTINGS = "pelicanconf.py"


class UseError(Exception):
    """The command was used in a way that cannot be answered."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give its exit code: 0 clean, 1 errors, 2 wrong use."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    try:
        root = _root(Path.cwd())
        return int(chosen.run(chosen, root))
    except (UseError, CatalogueError) as error:
        print(error, file=sys.stderr)
        return WRONG_USE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="contrelatraite", description="Vérifie le contenu du site. · Check the site's content."
    )
    commands = parser.add_subparsers(required=True, metavar="check | inspect")
    check = commands.add_parser(
        "check", help="tous les problèmes du contenu, d’un coup · every problem of the content at once"
    )
    check.add_argument(
        "paths", nargs="*", metavar="PATH", help="des fichiers ou dossiers de content/ · files or folders of content/"
    )
    check.add_argument("--format", choices=("text", "json", "github"), default="text")
    check.add_argument("--lang", metavar="fr|en", help="la langue des messages · the language of the messages")
    check.set_defaults(run=_check)
    inspect = commands.add_parser("inspect", help="le site construit · the built site")
    inspect.add_argument("output", nargs="?", default="output", metavar="OUTPUT")
    inspect.set_defaults(run=_inspect)
    return parser


def _root(folder: Path) -> Path:
    """Find the project: the nearest folder, upwards, that holds the settings."""
    for candidate in (folder, *folder.parents):
        if (candidate / SETTINGS).is_file():
            return candidate
    message = f"Il n’y a pas de {SETTINGS} ici. · There is no {SETTINGS} here."
    raise UseError(message)


def _languages(root: Path, wanted: str | None) -> Mapping[str, Language]:
    settings = runpy.run_path(str(root / SETTINGS))
    languages = load(settings["LANGUAGES"], root / "translations")
    if wanted is not None and wanted not in languages:
        message = f"--lang: {wanted}? ({', '.join(languages)})"
        raise UseError(message)
    return languages


def _check(chosen: argparse.Namespace, root: Path) -> int:
    languages = _languages(root, chosen.lang)
    checked = read_and_check(root / "content", languages, moment(root).date())
    problems = _within(checked.problems, chosen.paths, root)
    if chosen.format == "json":
        print(report.as_json(problems, languages, chosen.lang))
    elif chosen.format == "github":
        print(report.as_annotations(problems, languages, chosen.lang))
    else:
        print(report.as_text(problems, languages, chosen.lang, root))
    return ERRORS if report.has_errors(problems) else CLEAN


def _within(problems: list[Diagnostic], paths: list[str], root: Path) -> list[Diagnostic]:
    """Keep the problems of the files and folders named on the command line; all when none is named."""
    if not paths:
        return problems
    kept = []
    for path in paths:
        place = Path(path).resolve()
        if not place.exists():
            message = f"{path} n’existe pas. · {path} does not exist."
            raise UseError(message)
        if not place.is_relative_to(root.resolve()):
            message = f"{path} n’est pas dans {root}. · {path} is not in {root}."
            raise UseError(message)
        kept.append(place.relative_to(root.resolve()))
    return [problem for problem in problems if any(Path(problem.path).is_relative_to(place) for place in kept)]


def _inspect(chosen: argparse.Namespace, root: Path) -> int:
    from contrelatraite.inspection import inspect  # noqa: PLC0415  Beautiful Soup is for this command alone

    output = Path(chosen.output)
    if not output.is_dir():
        message = (
            f"{output} n’existe pas : lancez d’abord « make html ». · {output} does not exist: run “make html” first."
        )
        raise UseError(message)
    faults = inspect(output, _languages(root, None))
    for fault in faults:
        print(fault)
    return ERRORS if faults else CLEAN
