"""Redirects: where the pages of the former sites went. One table, `redirects.yaml`: old address → reference.

A path becomes a small page that leads on, which every host can serve; a query (`spip.php?…`) only a server can read.
Both stand in `.htaccess` too, as true redirections (301), for Apache.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from contrelatraite.references.resolve import parse
from contrelatraite.rendering.pages import View
from contrelatraite.site import Entry

_OLD = re.compile(r"/[\w./-]*[\w-](\?[\w=&-]+)?")  # from the root, no slash at the end

# What stands beside the pages, by its address.
_BESIDE = re.compile(r"/(?:(?:theme|cards|pagefind)(?:/.*)?|[\w/-]*\.(?:txt|xml|ico|png|ics)|\.htaccess)")


class RedirectError(Exception):
    """The table of redirects sends somebody astray; the message says where, one line for each row."""


@dataclass(frozen=True)
class Redirect:
    """An old address and the page that answers now, in the first language: the former sites were in French."""

    old: str
    entry: Entry
    address: str

    @property
    def path(self) -> str:
        """The path of the old address."""
        return self.old.partition("?")[0]

    @property
    def query(self) -> str:
        """What follows the path; only a server can tell two queries apart."""
        return self.old.partition("?")[2]

    @property
    def page(self) -> str | None:
        """The address of the page that leads on; none for a query."""
        return None if self.query else f"{self.path}/"


def read(table: Path) -> list[tuple[str, str]]:
    """Read the table: a list of `{from, to}`, so that an address written twice is seen; no table, no redirect.

    Raises RedirectError when it is no such list.
    """
    if not table.exists():
        return []
    try:
        rows = yaml.safe_load(table.read_text("utf-8")) or []
        return [(str(row["from"]), str(row["to"])) for row in rows]
    except (yaml.YAMLError, UnicodeDecodeError, KeyError, TypeError) as error:
        message = f"redirects: write one row for each address, as - {{from: /node/268, to: news:a}} ({error})"
        raise RedirectError(message) from None


def resolve(rows: Iterable[tuple[str, str]], shown: View, taken: Collection[str]) -> list[Redirect]:
    """Turn the rows into redirects; what the public does not see yet is left out.

    `taken` are the addresses of the site's own pages. A target is an entry, so no redirect leads to another. Raises
    RedirectError when an old address is written twice, badly, or is that of a page, or when a target does not exist.
    """
    rows = list(rows)
    faults = list(_faults(rows, shown, taken))
    if faults:
        raise RedirectError("\n".join(faults))
    language = next(iter(shown.languages))
    return [
        Redirect(old, entry, shown.addresses.entry(entry, language))
        for old, target in rows
        if (entry := shown.site.get(target))
    ]


def _faults(rows: Iterable[tuple[str, str]], shown: View, taken: Collection[str]) -> Iterator[str]:
    seen: set[str] = set()
    for old, target in rows:
        reference = parse(target)
        if not _OLD.fullmatch(old) or ".." in old:
            yield f"redirects: {old}: write the path from the root, like /node/268"
        if old in seen:
            yield f"redirects: {old} is written twice"
        if f"{old}/" in taken or old in taken or _BESIDE.fullmatch(old):
            yield f"redirects: {old} is the address of a page of the site"
        if reference is None or reference.anchor or reference.key not in shown.site.known:
            yield f"redirects: {old} leads to {target}, which is no entry"
        seen.add(old)


def server_rules(redirects: Iterable[Redirect]) -> str:
    """Write the redirects as Apache's mod_rewrite reads them: the first that fits counts, so queries come first."""
    lines = []
    for redirect in sorted(redirects, key=lambda redirect: not redirect.query):
        if redirect.query:
            lines.append(f"RewriteCond %{{QUERY_STRING}} ^{re.escape(redirect.query)}$")
        pattern = re.escape(redirect.path.lstrip("/"))
        lines.append(f"RewriteRule ^{pattern}/?$ {redirect.address} [R=301,L,QSD]")
    return "\n".join(lines)
