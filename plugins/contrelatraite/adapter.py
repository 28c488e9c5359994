"""Pelican in and out; nothing else imports Pelican.

Pelican brings the settings, the theme, the writer and the server. The content goes by our own flow, so no header
can tell Pelican anything, no file can be dropped in silence, and nothing is written when there is an error.
"""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined
from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.log import console
from pelican.writers import Writer

from contrelatraite import report
from contrelatraite.addresses import output_file, own_files
from contrelatraite.clock import moment
from contrelatraite.content import read_and_check
from contrelatraite.inspection import inspect
from contrelatraite.languages import load
from contrelatraite.rendering import outputs, redirects
from contrelatraite.rendering.pages import LINKED_BY_THE_THEME, Page, View, plan, view
from contrelatraite.rendering.search import index
from contrelatraite.rendering.sheet import lightened
from contrelatraite.rendering.templating import install
from contrelatraite.schema.fields import as_day


class StopError(Exception):
    """The site is not to be built: its content has errors, or nothing checks it."""


class SiteGenerator(Generator):
    """Reads and checks the content, then writes its pages."""

    view: View
    pages: list[Page]
    redirects: list[redirects.Redirect]

    def generate_context(self) -> None:
        """Read, register, validate, resolve, report; stop on an error; render the texts."""
        content = Path(self.path)
        root = content.parent
        now = moment(root)
        languages = load(self.settings["LANGUAGES"], root / "translations")
        checked = read_and_check(content, languages, as_day(now))
        if checked.problems:
            print(report.as_text(checked.problems, languages, None, root), file=sys.stderr)
        if report.has_errors(checked.problems):
            message = "the content has errors: the site was not built"
            raise StopError(message)
        site = checked.site if self.settings["DRAFTS"] else checked.site.visible(now)
        absent = [key for key in LINKED_BY_THE_THEME if key not in site.entries]
        if absent:
            message = f"the theme links to {', '.join(absent)}: missing, or not public"
            raise StopError(message)
        self.view = view(site, languages, now)
        self.pages = list(plan(self.view))
        try:
            rows = redirects.read(root / "redirects.yaml")
            self.redirects = redirects.resolve(rows, self.view, {page.address for page in self.pages})
        except redirects.RedirectError as error:
            raise StopError(str(error)) from None
        self.env.undefined = StrictUndefined
        install(self.env, self.view)

    def generate_output(self, writer: Writer) -> None:
        """Write the pages, the files that entries name, what stands beside them, the search, the server's file."""
        for page in self.pages:
            template = self.env.select_template(page.templates)
            name = output_file(page.address)
            writer.write_file(name, template, self.context, page=page, entry=page.entry, **page.more)
        for language in self.view.languages:
            sitemap = self.env.get_template("sitemap-language.xml")
            pages = [page for page in self.pages if page.listed and page.language == language]
            writer.write_file(f"sitemap-{language}.xml", sitemap, self.context, pages=pages)
        rules = redirects.server_rules(self.redirects)
        for name in ("sitemap.xml", "robots.txt", ".htaccess"):
            writer.write_file(name, self.env.get_template(name), self.context, rules=rules)
        for redirect in self.redirects:
            if redirect.page:
                template = self.env.get_template("redirect.html")
                writer.write_file(output_file(redirect.page), template, self.context, redirect=redirect)
        for address, content in self._beside():
            target = Path(self.output_path, output_file(address))
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        for entry in self.view.site:
            for _, file in own_files(entry):
                target = Path(self.output_path, output_file(self.view.addresses.file(entry, file)))
                shutil.copyfile(entry.folder / file, target)
        index(Path(self.output_path), self.pages)

    def _beside(self) -> Iterator[tuple[str, bytes]]:
        """Yield feeds, calendars and pictures, and the cards unless one is only writing: nobody shares a draft's."""
        host = self.settings["SITEURL"]
        yield from outputs.subscriptions(self.view, host)
        yield from outputs.lighter(self.view)
        if not self.settings.get("SERVING"):
            yield from outputs.drawings(self.pages, self.view, host)


class Publisher(Pelican):
    """Pelican, with an output folder that changes whole or not at all (design, invariant 7)."""

    def run(self) -> None:
        """Build beside the output folder, then put the new one in its place.

        While serving, a fault is told and the former site stays; otherwise it ends the program with code 1.
        """
        try:
            self._build(Path(self.settings["OUTPUT_PATH"]))
        except StopError as stop:
            print(stop, file=sys.stderr)
            if not self.settings.get("SERVING"):
                raise SystemExit(1) from None
        except Exception:
            if not self.settings.get("SERVING"):
                raise
            console.print_exception()

    def _build(self, public: Path) -> None:
        if not any(SiteGenerator in _listed(found) for _, found in signals.get_generators.send(self)):
            message = "the plugin contrelatraite is not loaded: add it to PLUGINS"
            raise StopError(message)
        with _staging(public) as staging:
            self.output_path = str(staging)
            console.quiet = True  # Pelican counts its own articles and pages: it has none
            try:
                super().run()
                self._lighten(staging)
            finally:
                self.output_path = str(public)
                console.quiet = False
            if self.settings["INSPECT"]:
                self._inspect(staging)
        console.print(f"{public.name}/: {sum(1 for _ in public.rglob('*.html'))} pages")

    def _lighten(self, built: Path) -> None:
        """Make the theme's sheets lighter, once Pelican has copied them."""
        for sheet in (built / self.settings["THEME_STATIC_DIR"]).rglob("*.css"):
            sheet.write_text(lightened(sheet.read_text("utf-8")), "utf-8")

    def _inspect(self, built: Path) -> None:
        """Read the built pages as a browser does, before they take the public folder's place."""
        languages = load(self.settings["LANGUAGES"], Path(self.path).parent / "translations")
        faults = inspect(built, languages)
        for fault in faults:
            print(fault, file=sys.stderr)
        if faults:
            message = "the built pages have faults: the site was not replaced"
            raise StopError(message)


def _listed(found: Any) -> tuple[Any, ...]:  # noqa: ANN401  what a signal's receiver answers
    return tuple(found) if isinstance(found, tuple | list) else (found,)


@contextmanager
def _staging(public: Path) -> Iterator[Path]:
    """Give a folder to build in, and put it in the public one's place if all went well.

    Whatever fails, the public folder holds the former site or the new one, whole. A build killed in the instant
    between the two moves leaves the former site beside it, and the next build puts that back.
    """
    staging = public.with_name(f".{public.name}-next")
    former = public.with_name(f".{public.name}-former")
    if former.exists():  # a build was killed between the two moves below
        if public.exists():
            shutil.rmtree(former)
        else:
            former.replace(public)
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    try:
        yield staging
        if public.exists():
            public.replace(former)
        try:
            staging.replace(public)
        except OSError:
            if former.exists():
                former.replace(public)
            raise
        shutil.rmtree(former, ignore_errors=True)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _generator(_: Pelican) -> type[SiteGenerator]:
    return SiteGenerator


def register() -> None:
    """Add our generator to Pelican's."""
    signals.get_generators.connect(_generator)
