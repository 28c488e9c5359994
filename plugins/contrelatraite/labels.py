"""The site's name and the words for the values that the schemas allow: catalogue keys, in each page's language."""

from collections.abc import Mapping

from contrelatraite.marking import _

NAME = _("Together Against Trafficking in Human Beings")  # the site's, in each language

LABELS: Mapping[str, Mapping[str, str]] = {
    "membership": {
        "candidate": _("Asked to join"),
        "observer": _("Observer"),
        "member": _("Member"),
        "former": _("Former member"),
    },
    "membership-group": {
        "member": _("Members"),
        "observer": _("Observers, for one year"),
        "candidate": _("Associations that asked to join"),
        "former": _("Former members"),
    },
    "exploitation": {
        "sexual": _("sexual exploitation"),
        "labour": _("labour exploitation"),
        "domestic-servitude": _("domestic servitude"),
        "forced-begging": _("forced begging"),
        "forced-criminality": _("being forced to commit offences"),
        "forced-marriage": _("forced marriage"),
        "organ-removal": _("organ removal"),
        "all-forms": _("all forms of exploitation"),
    },
    "audience": {
        "women": _("women"),
        "men": _("men"),
        "minors": _("minors"),
        "all": _("everyone"),
    },
    "legal-type": {
        "convention": _("Convention"),
        "protocol": _("Protocol"),
        "directive": _("Directive"),
        "framework-decision": _("Framework decision"),
        "regulation": _("Regulation"),
        "charter": _("Charter"),
        "law": _("Law"),
        "ordinance": _("Ordinance"),
        "decree": _("Decree"),
        "code": _("Article of a code"),
        "circular": _("Circular"),
        "instruction": _("Instruction"),
        "plan": _("Plan of action"),
        "report": _("Report"),
        "opinion": _("Opinion"),
        "resolution": _("Resolution"),
        "judgment": _("Judgment"),
        "strategy": _("Strategy"),
    },
    "identifier": {
        "celex": _("CELEX number"),
        "eli": _("European legislation identifier"),
        "cets": _("Council of Europe treaty number"),
        "unts": _("Treaty series"),
        "nor": _("NOR number"),
        "jorf": _("Official Journal of the French Republic"),
        "greta": _("GRETA reference"),
        "oj": _("Official Journal of the European Union"),
        "echr": _("Application number"),
        "ilo": _("ILO number"),
        "un": _("United Nations document"),
        "com": _("Commission document"),
        "osce": _("OSCE decision"),
        "number": _("Number"),
    },
    "relation": {
        "amends": _("Amends"),
        "amended-by": _("Amended by"),
        "replaces": _("Replaces"),
        "replaced-by": _("Replaced by"),
        "transposes": _("Transposes"),
        "transposed-by": _("Transposed by"),
        "related": _("See also"),
    },
    "follow-up": {
        "late": _("Date passed, no outcome published"),
        "open": _("No outcome published yet"),
        "done": _("Done"),
    },
    "owner": {
        "collective": _("the Collective"),
    },
    "meeting-type": {
        "plenary": _("Plenary meeting"),
        "informal": _("Informal meeting"),
        "delegation": _("Meeting of a delegation"),
        "working-group": _("Working group"),
    },
}
