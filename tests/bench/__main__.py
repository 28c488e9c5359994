"""Measure, in one run: the check on the real content and on two thousand entries, and the matcher as names grow.

Times are the best of a few runs, in milliseconds, on the machine at hand: compare the rows of one run, not two runs.
"""

import datetime as dt
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath

from contrelatraite.content import read_and_check
from contrelatraite.languages import load
from contrelatraite.references.match import Matcher
from contrelatraite.references.names import NameIndex
from contrelatraite.schema.fields import Name

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 1, 1)
LANGUAGES = load(("fr", "en"), ROOT / "translations")
SENTENCE = "Le 4 juin, l’association numéro {n} a rencontré la MIPROF au sujet de la directive 2011/36/UE. "

MEMBER = """---
title: Association numéro {n}
summary: Une association imaginaire, écrite par le banc d’essai pour peser ce que coûte une fiche de plus.
membership:
  - {{status: member, since: 2020-01-01}}
website: https://www.example.org
---
Un texte court, avec [un lien](members:asso-{n}).
"""
MEMBER_EN = """---
title: Association number {n}
summary: An invented association, written by the bench to weigh what one more entry costs the check.
---
A short text, with [a link](members:asso-{n}).
"""


def best(action: Callable[[], object], runs: int = 3) -> float:
    """Give the shortest of a few runs, in milliseconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return min(times)


def _run(command: list[str]) -> None:
    subprocess.run(command, check=False, capture_output=True, cwd=ROOT)  # noqa: S603  our own command


def row(what: str, milliseconds: float) -> None:
    """Print one measure."""
    print(f"{what:<58}{milliseconds:>10.1f} ms")


def measure_check() -> None:
    """The check: as whole processes on one entry and on all, then without start-up, then on two thousand entries."""
    command = [sys.executable, "-m", "contrelatraite", "check"]
    row("start Python, for comparison", best(lambda: _run([sys.executable, "-c", ""])))
    for path in ("content/members/ccem", "content/minutes/2014-09-29"):
        one = [*command, str(ROOT / path)]
        row(f"check {path}, from process start", best(partial(_run, one), 5))
    row("check the real content, from process start", best(lambda: _run(command)))
    row("check the real content", best(lambda: read_and_check(ROOT / "content", LANGUAGES, TODAY)))
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder, "content")
        for n in range(2000):
            entry = content / "members" / f"asso-{n}"
            entry.mkdir(parents=True)
            (entry / "index.fr.md").write_text(MEMBER.format(n=n), "utf-8")
            (entry / "index.en.md").write_text(MEMBER_EN.format(n=n), "utf-8")
        row("check 2,000 entries in two languages", best(lambda: read_and_check(content, LANGUAGES, TODAY), 1))
        chosen = [PurePosixPath("content/members/asso-7")]
        row("check one of 2,000 entries", best(lambda: read_and_check(content, LANGUAGES, TODAY, chosen), 1))


def measure_matcher() -> None:
    """The matcher: a thousand documents of 3,500 characters, as the number of names grows."""
    documents = ["".join(SENTENCE.format(n=n * 31 + i) for i in range(32)) for n in range(1000)]
    for count in (60, 600, 6000):
        index = NameIndex((f"members:asso-{n}", Name(name=f"Association numéro {n}")) for n in range(count))
        matcher = Matcher(index, lambda _: ())
        matcher.find("")  # the automaton is made once, at first use
        row(f"match 1,000 documents, {count:,} names", best(partial(_find_all, matcher, documents), 2))


def measure_short_acronyms() -> None:
    """The matcher on a text that is nothing but a short acronym: linear, twice the text in twice the time."""
    matcher = Matcher(NameIndex([("members:adn", Name(name="ADN"))]), lambda _: ())
    for count in (1000, 2000):
        row(f"match {count:,} times a short acronym", best(partial(_find_all, matcher, ["ADN et " * count])))


def _find_all(matcher: Matcher, documents: list[str]) -> None:
    for document in documents:
        matcher.find(document)


if __name__ == "__main__":
    measure_check()
    measure_matcher()
    measure_short_acronyms()
