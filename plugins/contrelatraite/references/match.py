"""Match: a text → the entries it names, longest first, whole words only; two meanings are told, never guessed.

The rules are those of French and English, not of one text: an article stands before the law it belongs to, a date
names a meeting only where a word says that it is one, a measure belongs to the plan that was named last.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from contrelatraite.references.dates import DateReader
from contrelatraite.references.names import Candidate, NameIndex
from contrelatraite.references.text import Folded, Form, fold, fold_name

# « article 11, paragraphe 2, de la », « articles 8 et 11 de la », "Article 11(2) of", before a law: the last is linked.
_ARTICLE = re.compile(
    r"\b(?:articles?|art\.) (?:\d+(?:er)?(?:, | et | and ))*(?P<number>\d+)(?:er)?(?: ?\(\d+\))?"
    r"(?:,? (?:paragraphe|paragraph|§) ?\d+)?,? (?:de la |de l'|de |du |of the |of )?$"
)
_NUMBER = re.compile(r"\d+")
# « (article 8) », ", Article 11(2)", after one.
_ARTICLE_AFTER = re.compile(
    r"^,? \(?(?:article|art\.) (?P<number>\d+)(?:er)?(?: ?\(\d+\))?\)?(?! ?(?:du|de|of|code)\b)(?! ?\(?\d)"
)
# « projet de », "draft": a text that is not adopted yet.
_DRAFT = re.compile(r"\b(?:projet (?:de |du |d')|draft )$")
_LONGEST_ARTICLE = 60  # characters that such words may take
_MEASURE = re.compile(r"\b(?:mesure|measure)(?: n°| no\.?)? ?(?P<number>\d{1,2})\b(?!\d|[.,]\d)")
# The words that say, just before a date, that the Collective met on it; « réunion avec la MIPROF » is another's.
_WEEKDAY = (
    r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday),? )?"
)
_MEETING = re.compile(
    r"\b(?:reunion|rencontre|pleniere|compte rendu|seance|meeting|plenary|minute)"
    r"(?: (?:pleniere|informelle|suivante|prochaine|meeting))*(?: (?:du collectif|of the collective))?"
    r"(?:,? (?:aura lieu|a eu lieu|se tiendra|s'est tenue|est fixee|held|took place|will be held))?"
    rf"(?: (?:du|le|au|of|on)| ?:)? {_WEEKDAY}$"
)
_MEETING_AFTER = re.compile(r"^ (?:meeting|plenary)\b")
_LONGEST_MEETING = 80  # characters that such words may take
_SHORT_ACRONYM = 3
_WORDS_OF_A_HEADING = 3  # beside the acronym itself, with nothing but spaces and apostrophes between
_LINE = 80  # characters around, which is as far as a heading in capitals is looked for
_CAPITALS_BEFORE = re.compile(r"(?:[A-Z]+[ '])*(?:[A-Z]+')?$")
_CAPITALS_AFTER = re.compile(r"(?:[ '][A-Z]+)*(?![a-z])")


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a text that names an entry: `text[start:end]`, and the keys it may mean."""

    start: int
    end: int
    keys: tuple[str, ...]
    anchor: str | None = None

    @property
    def target(self) -> str | None:
        """The reference it makes; None when it could mean two things."""
        if len(self.keys) != 1:
            return None
        return f"{self.keys[0]}#{self.anchor}" if self.anchor else self.keys[0]


def once(target: str) -> str:
    """Give what is linked once per section: a target, or a measure by its number, whichever the plan."""
    anchor = target.partition("#")[2]
    return anchor if anchor.startswith("mesure-") else target


def _no_measures(_: str, __: date | None) -> str | None:
    return None


class _Spans:
    """Stretches of a text, in order; those that overlap are one."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(spans):
            if self.ends and start < self.ends[-1]:
                self.ends[-1] = max(end, self.ends[-1])
            else:
                self.starts.append(start)
                self.ends.append(end)

    def meet(self, start: int, end: int) -> bool:
        """Whether one of them overlaps a stretch."""
        number = bisect_right(self.ends, start)
        return number < len(self.starts) and self.starts[number] < end

    def end_before(self, start: int) -> int:
        """Give where the last of those before a place ends, 0 when there is none."""
        number = bisect_right(self.ends, start)
        return self.ends[number - 1] if number else 0

    def start_after(self, end: int) -> int | None:
        """Give where the first of those after a place starts."""
        number = bisect_left(self.starts, end)
        return self.starts[number] if number < len(self.starts) else None


@dataclass(frozen=True)
class Matcher:
    """Finds mentions.

    `anchors` gives the sections of an entry, so that an article is found in its text; `meetings` what met on a day;
    `measured` the text whose measures a text of a day means when it has named a plan (its draft, before its adoption).
    """

    index: NameIndex
    anchors: Callable[[str], tuple[str, ...]]
    dates: DateReader = field(default_factory=DateReader)
    meetings: Mapping[date, tuple[str, ...]] = field(default_factory=dict)
    measured: Callable[[str, date | None], str | None] = _no_measures

    def find(self, text: str, day: date | None = None, ignored: tuple[str, ...] = ()) -> list[Mention]:
        """Give the mentions of a text, in order.

        `day` is the day from which the text speaks: names are taken as they were then. `ignored` are phrases in
        which nothing is a mention.
        """
        folded = fold(text)
        found: list[Mention] = []
        taken = _Spans(span for phrase in ignored for span in _occurrences(folded.loose, phrase))
        names = list(self._names(folded, day))
        # A meeting with a name just before it is another's: "a MIPROF meeting on 4 June 2013".
        others = {end for name in names for end in (name.end, name.end + 1)}
        met = [meeting for meeting in self._meetings(folded.loose, day) if meeting.start not in others]
        candidates = [*names, *met]
        for mention in sorted(candidates, key=lambda m: (m.start, -m.end)):
            free = found[-1].end if found else 0
            if mention.start < free or taken.meet(mention.start, mention.end):
                continue
            free = max(free, taken.end_before(mention.start))
            limit = taken.start_after(mention.end) or len(text)
            meant = self._as_draft(mention, text, day)
            if meant is not None:
                found += self._with_articles(meant, text, free, limit)
        return self._with_measures(found, folded.loose, day, taken)

    def find_undated(self, text: str) -> list[Mention]:
        """Give the mentions of a text that says by itself from which day it speaks: by the first date in it."""
        return self.find(text, self.dates.first_day(fold(text).loose.text))

    def _names(self, folded: Folded, day: date | None) -> Iterator[Mention]:
        tables = (self.index.exact, self.index.loose)
        for form, table, automaton in zip((folded.exact, folded.loose), tables, self.index.automata, strict=True):
            for last, name in automaton.iter(form.text) if automaton is not None else ():
                start, stop = last + 1 - len(name), last + 1
                if _inside_a_word(form.text, start, stop):
                    continue
                if form is folded.exact and _in_capitals(form.text, start, stop):
                    continue
                held = self.index.meanings(table[name], day)
                if held:
                    yield _mention(form, start, stop, held)

    def _meetings(self, loose: Form, day: date | None) -> Iterator[Mention]:
        """A date names a meeting where the words around say so; its year is the nearest when it gives none."""
        for written in self.dates.find(loose.text):
            met = written.nearest(day)
            if met is None or met not in self.meetings:
                continue
            before = loose.text[max(0, written.start - _LONGEST_MEETING) : written.start]
            said = _MEETING.search(before)
            after = _MEETING_AFTER.match(loose.text[written.end : written.end + _LONGEST_MEETING])
            start = written.start - (len(before) - said.start() if said else 0)
            end = written.end + (after.end() if after and not said else 0)
            if said or after:
                yield Mention(loose.origin(start), loose.end(end), self.meetings[met])

    def _with_articles(self, mention: Mention, text: str, free: int, limit: int) -> list[Mention]:
        """Take in the article that stands beside a law; nothing is taken from before `free` or after `limit`.

        Of several, « articles 8 et 11 de la directive », the last is part of the law's mention, and each other its own.
        """
        if len(mention.keys) != 1:
            return [mention]
        anchors = self.anchors(mention.keys[0])
        first = max(free, mention.start - _LONGEST_ARTICLE)
        before = fold(text[first : mention.start]).loose
        article = _ARTICLE.search(before.text)
        if article and (anchor := f"article-{article['number']}") in anchors:
            numbers = list(_NUMBER.finditer(before.text, article.start(), article.end("number")))
            start = article.start("number") if len(numbers) > 1 else article.start()
            others = [
                Mention(first + before.origin(number.start()), first + before.end(number.end()), mention.keys, own)
                for number in numbers[:-1]
                if (own := f"article-{number[0]}") in anchors
            ]
            return [*others, replace(mention, start=first + before.origin(start), anchor=anchor)]
        after = fold(text[mention.end : min(limit, mention.end + _LONGEST_ARTICLE)]).loose
        article = _ARTICLE_AFTER.match(after.text)
        if article and (anchor := f"article-{article['number']}") in anchors:
            return [replace(mention, end=mention.end + after.end(article.end()), anchor=anchor)]
        return [mention]

    def _as_draft(self, mention: Mention, text: str, day: date | None) -> Mention | None:
        """A draft is never the adopted text: « projet de plan » is the draft of that day, or nothing that we hold."""
        before = fold(text[max(0, mention.start - _LONGEST_ARTICLE) : mention.start]).loose.text
        if len(mention.keys) != 1 or not _DRAFT.search(before):
            return mention
        draft = self.measured(mention.keys[0], day)
        return None if draft in {None, mention.keys[0]} else replace(mention, keys=(str(draft),))

    def _with_measures(self, found: list[Mention], loose: Form, day: date | None, taken: _Spans) -> list[Mention]:
        """Add the measures: each is one of the plan named last before it, or of the first one named after."""
        plans = [(m.end, plan) for m in found if len(m.keys) == 1 and (plan := self.measured(m.keys[0], day))]
        if not plans:
            return found
        ends = [end for end, _ in plans]
        linked = _Spans((mention.start, mention.end) for mention in found)
        measures = []
        for written in _MEASURE.finditer(loose.text):
            start, end = loose.origin(written.start()), loose.end(written.end())
            plan = plans[max(0, bisect_right(ends, start) - 1)][1]
            anchor = f"mesure-{int(written['number'])}"
            free = not (linked.meet(start, end) or taken.meet(start, end))
            if free and anchor in self.anchors(plan):
                measures.append(Mention(start, end, (plan,), anchor))
        return sorted([*found, *measures], key=lambda mention: mention.start)


def _mention(form: Form, start: int, stop: int, held: tuple[Candidate, ...]) -> Mention:
    """Make the mention of a name; the words that name its parent are left to the parent."""
    if len(held) == 1:
        stop -= len(held[0].within)
    return Mention(form.origin(start), form.end(stop), tuple(candidate.key for candidate in held))


def _inside_a_word(text: str, start: int, stop: int) -> bool:
    return any(sign.isalpha() or sign.isdecimal() for sign in (text[start - 1 : start], text[stop : stop + 1]))


def _in_capitals(text: str, start: int, stop: int) -> bool:
    """Whether a short acronym stands among words in capitals, where it may be one of them: « D’UN SITE »."""
    if stop - start > _SHORT_ACRONYM:
        return False
    before = _CAPITALS_BEFORE.search(text[max(0, start - _LINE) : start])
    after = _CAPITALS_AFTER.match(text[stop : stop + _LINE])
    words = re.findall(r"[^\W\d_]{2,}", (before[0] if before else "") + "." + (after[0] if after else ""))
    return len(words) >= _WORDS_OF_A_HEADING


def _occurrences(loose: Form, phrase: str) -> Iterator[tuple[int, int]]:
    """The places of a phrase in the author's text."""
    for found in re.finditer(re.escape(fold_name(phrase).loose.text), loose.text):
        yield loose.origin(found.start()), loose.end(found.end())
