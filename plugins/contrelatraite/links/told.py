"""What became of the addresses, as a volunteer or a program reads it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from contrelatraite.languages import Language
from contrelatraite.links.ask import Answer, State
from contrelatraite.links.given import Given
from contrelatraite.marking import _

_LOOK = _("Open the address in a browser. If it opens, there is nothing to do; if not, ask the association.")
_ASK = _("Try again tomorrow, then ask the association; a site that is gone is taken out of the header.")


class Words(NamedTuple):
    """How a state is told: whether the address answers, what happened, one thing to do."""

    answers: bool
    message: str
    hint: str


STATES: Mapping[State, Words] = {
    "answers": Words(answers=True, message=_("the site answers."), hint=""),
    "moved": Words(answers=True, message=_("the site has moved for good."), hint=_("Write %(nearest)s")),
    "refused": Words(answers=True, message=_("the site answers, but not to programs (%(status)s)."), hint=_LOOK),
    "missing": Words(
        answers=False,
        message=_("the page no longer exists (%(status)s)."),
        hint=_("Find the page’s new address on the site, or delete this one."),
    ),
    "failed": Words(answers=False, message=_("the site has a fault of its own (%(status)s)."), hint=_ASK),
    "silent": Words(answers=False, message=_("the site cannot be reached, or does not exist."), hint=_ASK),
    "slow": Words(answers=False, message=_("the site took too long to answer."), hint=_ASK),
    "garbled": Words(answers=False, message=_("the site broke off, or its answer cannot be read."), hint=_ASK),
    "tls": Words(
        answers=False,
        message=_("the site’s certificate is not accepted: browsers will warn those who visit it."),
        hint=_("Tell the association: whoever keeps its site can renew the certificate."),
    ),
    "circles": Words(answers=False, message=_("the site sends from address to address without end."), hint=_LOOK),
    "leaves": Words(
        answers=False,
        message=_("the site sends to an address that does not begin with https://."),
        hint=_("Tell the association: whoever keeps its site can correct it."),
    ),
    "private": Words(
        answers=False,
        message=_("this address leads into a private network: it was not asked."),
        hint=_("Write the site’s public address, or delete this one."),
    ),
    "late": Words(answers=False, message=_("there was no time left to ask."), hint=_("Run the command again later.")),
}


def all_answer(answers: Iterable[Answer]) -> bool:
    """Whether every site answers."""
    return all(STATES[answer.state].answers for answer in answers)


def words(answer: Answer, language: Language) -> tuple[str, str]:
    """Give what happened and what to do, in a language."""
    told = STATES[answer.state]
    values = {"status": str(answer.status or ""), "nearest": answer.now or ""}
    return language.gettext(told.message) % values, language.gettext(told.hint) % values if told.hint else ""


def as_rows(places: Iterable[Given], answers: Mapping[str, Answer], language: Language) -> Iterator[dict[str, object]]:
    """Give each address in its place, as objects for JSON."""
    for place in places:
        answer = answers[place.address]
        message, hint = words(answer, language)
        yield {
            "path": place.path,
            "line": place.place.line,
            "column": place.place.column,
            "end_column": place.place.end_column,
            "address": place.address,
            "state": answer.state,
            "answers": STATES[answer.state].answers,
            "status": answer.status,
            "now": answer.now,
            "message": message,
            "hint": hint,
        }


def as_lines(places: Iterable[Given], answers: Mapping[str, Answer], language: Language) -> Iterator[str]:
    """Tell the addresses that somebody should look at, then how many were asked."""
    colon = language.pgettext("before a message", ": ")
    for place in places:
        answer = answers[place.address]
        if answer.state != "answers":
            message, hint = words(answer, language)
            yield f"{place.path}:{place.place.line}:{place.place.column}: {place.address}{colon}{message}"
            yield f"    → {hint}"
    silent = sum(not STATES[answer.state].answers for answer in answers.values())
    asked = language.ngettext("%(n)s address asked", "%(n)s addresses asked", len(answers)) % {"n": len(answers)}
    none = language.ngettext("%(n)s does not answer", "%(n)s do not answer", silent) % {"n": silent}
    yield language.gettext("%(asked)s, %(silent)s.") % {"asked": asked, "silent": none}
