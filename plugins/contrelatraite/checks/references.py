"""R: what an entry refers to exists: the ids of its header, and the explicit references of its text."""

import difflib
from collections.abc import Iterator

from contrelatraite.diagnostics import Diagnostic, Place, Values
from contrelatraite.references.resolve import Reference, leads_nowhere, parse, related_ids
from contrelatraite.schema.fields import shortens
from contrelatraite.site import Entry, Site

_SHOWN = 40  # signs of a link gone wrong that are told, after its words


def check_annexes(entry: Entry, site: Site) -> Iterator[Diagnostic]:
    """An annex that is an entry is written as a reference to it."""
    source = entry.source.source
    for number, annex in enumerate(getattr(entry.facts, "annexes", ())):
        if annex.entry is None:
            continue
        place = source.place(("annexes", number, "entry"))
        reference = parse(annex.entry)
        if reference is None:
            yield Diagnostic("R204", source.path, place, {"read": annex.entry})
        else:
            yield from _faults(reference, source.path, place, site, entry.source.language)


def check_header(entry: Entry, site: Site) -> Iterator[Diagnostic]:
    """Every id of the header is that of an entry of a kind allowed there."""
    source = entry.source.source
    for path, name, kinds in related_ids(entry):
        if not any(f"{kind}:{name}" in site.known for kind in kinds):
            yield _unknown(source.path, source.place(path), kinds[0], name, site)


def check_text(entry: Entry, site: Site) -> Iterator[Diagnostic]:
    """Every explicit reference of the text leads to an entry, and to a section it has."""
    for version in entry.versions.values():
        for link in version.body.links:
            reference = parse(f"{entry.key}{link.target}" if link.target.startswith("#") else link.target)
            if reference is None:
                continue
            place = version.source.body_place(link.start, link.end)
            yield from _faults(reference, version.source.path, place, site, version.language)


def _faults(reference: Reference, path: str, place: Place, site: Site, language: str) -> Iterator[Diagnostic]:
    if not leads_nowhere(reference, site, language):
        return
    target = site.get(reference.key)
    if target is None:
        yield _unknown(path, place, reference.kind, reference.id, site)
    else:
        anchor, anchors = reference.anchor or "", target.version(language).body.anchors
        near = tuple(f"#{name}" for name in difflib.get_close_matches(anchor, anchors, 3, 0.4) or anchors[:3])
        values: Values = {"target": reference.key, "anchor": anchor, "allowed": near}
        yield Diagnostic("R202" if near else "R205", path, place, values)


def _unknown(path: str, place: Place, kind: str, name: str, site: Site) -> Diagnostic:
    ids = [key.partition(":")[2] for key in sorted(site.known) if key.startswith(f"{kind}:")]
    close = difflib.get_close_matches(name, ids, 1, 0.0)
    nearest = close[0] if close else "…"
    return Diagnostic("R201", path, place, {"kind": kind, "id": name, "nearest": nearest})


def check_form(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """A link whose address has no scheme is a reference gone wrong."""
    for version in entry.versions.values():
        for link in version.body.links:
            if ":" not in link.target and not link.target.startswith("#"):
                place = version.source.body_place(link.start, max(link.end, link.start + 1))
                code = "R207" if "@" in link.target else "R204"
                yield Diagnostic(code, version.source.path, place, {"read": link.target})


def check_links(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """What was meant as a link is one, with words to click."""
    for version in entry.versions.values():
        body, source = version.body, version.source
        failed = [*body.failed_links]
        failed += [
            (body.text.rindex("[", 0, link.start), link.end)
            for link in body.links
            if not link.text.strip() and (link.text or parse(link.target) is None)
        ]
        for start, end in failed:
            read = body.text[start : end + _SHOWN].split("\n")[0]
            yield Diagnostic("R208", source.path, source.body_place(start, end), {"read": read})


def check_shorteners(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """An address says where it leads; one that a link shortener made may lead elsewhere tomorrow."""
    for version in entry.versions.values():
        for link in version.body.links:
            if shortens(link.target):
                place = version.source.body_place(link.start, link.end)
                yield Diagnostic("R206", version.source.path, place, {"read": link.target})


CHECKS = (check_header, check_annexes, check_text, check_form, check_links, check_shorteners)
