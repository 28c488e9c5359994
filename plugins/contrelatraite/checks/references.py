"""R: what an entry refers to exists: the ids of its header, and the explicit references of its text."""

import difflib
from collections.abc import Collection, Iterable, Iterator

from contrelatraite.diagnostics import Diagnostic, Place, Values
from contrelatraite.kinds import KINDS
from contrelatraite.reading.mending import folded
from contrelatraite.reading.source import KeyPath
from contrelatraite.references.resolve import Reference, leads_nowhere, parse, related_ids
from contrelatraite.schema.fields import COLLECTIVE, EVERYBODY, shortens
from contrelatraite.site import Entry, Site

_SHOWN = 40  # signs of a link gone wrong that are told, after its words
_CLOSE = 0.75  # the part of its letters that an id must share with what was written to be proposed
_AS_CLOSE = 0.05  # two that are as close as that are both proposed
_LONGEST = 60  # letters of what may be an id written with a slip
_MOST_LOOKS = 20  # ids of a header that are compared with all others: a file has few slips, or is no entry
_WHOLE = {COLLECTIVE, EVERYBODY, "collectif", "lecollectif", "tous", "toutes", "everybody", "everyone"}


class _Guesses:
    """What was meant by the ids of a file that no entry has. None is given rather than a wrong one: it is pasted."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._looks = _MOST_LOOKS

    def called(self, name: str, kinds: Iterable[str]) -> tuple[str, ...]:
        """Give the ids of what is called so, in any writing."""
        wanted = folded(name)
        return tuple(sorted({found for kind in kinds for found in self.site.called[kind].get(wanted, ())}))

    def meant(self, name: str, kinds: Collection[str]) -> tuple[str, ...]:
        """Give the ids of what is called so, else of what is called nearly so."""
        if (found := self.called(name, kinds)) or len(name) > _LONGEST or not self._looks:
            return found
        self._looks -= 1
        names = [word for kind in kinds for word in self.site.called[kind]]
        wanted = folded(name)
        ratios = {
            word: difflib.SequenceMatcher(None, word, wanted).ratio()
            for word in difflib.get_close_matches(wanted, names, 3, _CLOSE)
        }
        close = [word for word, ratio in ratios.items() if ratio > max(ratios.values()) - _AS_CLOSE]
        return tuple(dict.fromkeys(found for word in close for found in self.called(word, kinds)))

    def listed(self, text: str, kinds: Collection[str]) -> tuple[str, ...]:
        """Give the ids of a list that was written as one text, `a, b`; none unless each is known."""
        parts = [self.called(part, kinds) for part in text.split(",")]
        return tuple(ids[0] for ids in parts) if all(len(ids) == 1 for ids in parts) else ()


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
            yield from _faults(reference, source.path, place, _Guesses(site), entry.source.language)


def check_header(entry: Entry, site: Site) -> Iterator[Diagnostic]:
    """Every id of the header is that of an entry of a kind allowed there."""
    source, guesses = entry.source.source, _Guesses(site)
    for path, name, kinds in related_ids(entry):
        if any(f"{kind}:{name}" in site.known for kind in kinds):
            continue
        meant = _word_for_all(entry, path, name) or guesses.meant(name, kinds)
        if isinstance(path[-1], int) and (ids := guesses.listed(name, kinds)):
            joined = ", ".join(ids)
            meant = (joined if path in source.values or len(ids) == 1 else f"[{joined}]",)
        yield _unknown(source.path, source.place(path), kinds[0], name, meant)


def check_text(entry: Entry, site: Site) -> Iterator[Diagnostic]:
    """Every explicit reference of the text leads to an entry, and to a section it has."""
    for version in entry.versions.values():
        guesses = _Guesses(site)
        for link in version.body.links:
            reference = parse(f"{entry.key}{link.target}" if link.target.startswith("#") else link.target)
            if reference is None:
                continue
            place = version.source.body_place(link.start, link.end)
            yield from _faults(reference, version.source.path, place, guesses, version.language)


def _faults(reference: Reference, path: str, place: Place, guesses: _Guesses, language: str) -> Iterator[Diagnostic]:
    site = guesses.site
    if not leads_nowhere(reference, site, language):
        return
    target = site.get(reference.key)
    if target is None:
        yield _unknown(path, place, reference.kind, reference.id, guesses.meant(reference.id, (reference.kind,)))
    else:
        anchor, anchors = reference.anchor or "", target.version(language).body.anchors
        near = tuple(f"#{name}" for name in difflib.get_close_matches(anchor, anchors, 3, 0.4) or anchors[:3])
        values: Values = {"target": reference.key, "anchor": anchor, "allowed": near}
        yield Diagnostic("R202" if near else "R205", path, place, values)


def _unknown(path: str, place: Place, kind: str, name: str, meant: tuple[str, ...]) -> Diagnostic:
    return Diagnostic("R201", path, place, {"kind": kind, "id": name, "nearest": meant or "…"})


def _word_for_all(entry: Entry, path: KeyPath, name: str) -> tuple[str, ...]:
    """Give the word that stands for the whole Collective, if that is what was meant and the field may hold it."""
    field = ".".join(step for step in path if isinstance(step, str))
    allowed = entry.kind.schema.REFERENCES.get(field, ())
    return tuple(word for word in allowed if word not in KINDS) if folded(name) in _WHOLE else ()


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
