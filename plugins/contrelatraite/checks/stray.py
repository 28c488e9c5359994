"""S: what stands in the text and belongs in the header, such as a `status: draft` under the second line of ---."""

import re
from collections.abc import Iterator

from contrelatraite.diagnostics import Diagnostic
from contrelatraite.site import Entry, Site

_FIELD = re.compile(r"\s*(?P<field>[a-z_]+)[ \u00a0\u202f]?:(?:[ \u00a0\u202f]|$)[^\n]*")


def check_fields(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """A text does not begin with the line of a field: whoever wrote it there believes that it is obeyed."""
    schema = entry.kind.schema
    fields = {*schema.Facts.model_fields, *schema.Words.model_fields}
    for version in entry.versions.values():
        found = _FIELD.match(version.body.text)
        if found and found["field"] in fields:
            place = version.source.body_place(found.start("field"), found.end())
            yield Diagnostic("S131", version.source.path, place, {"read": found[0].strip()})


CHECKS = (check_fields,)
