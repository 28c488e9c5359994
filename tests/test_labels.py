"""Every value that the schemas allow has its words, and no words are left over."""

from collections.abc import Iterator
from typing import Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from contrelatraite.follow_ups import STATES
from contrelatraite.kinds import KINDS
from contrelatraite.labels import LABELS
from contrelatraite.relations import _REVERSED
from contrelatraite.schema import identifiers, legal, members, minutes
from contrelatraite.schema.fields import COLLECTIVE

# Each group of labels, and the values of the schemas (or of what is computed from them) that it gives words to.
LABELLED: dict[str, tuple[str, ...]] = {
    "membership": get_args(members.Status),
    "membership-group": get_args(members.Status),
    "exploitation": get_args(members.Exploitation),
    "audience": get_args(members.Audience),
    "legal-type": get_args(legal.Type),
    "identifier": tuple(identifiers.Identifiers.model_fields),
    "relation": (*_REVERSED, *_REVERSED.values()),
    "meeting-type": get_args(minutes.Type),
    "follow-up": STATES,
    "owner": (COLLECTIVE,),
}
COMPUTED = ("identifier", "relation", "follow-up", "owner")  # these values stand in no closed list of a header

# Values that no page shows by a label: a release signed by all, and the status of an entry.
UNSHOWN = {("all",), ("draft", "published")}


def closed_lists(annotation: object) -> Iterator[tuple[str, ...]]:
    """Yield the values of every Literal in an annotation, those of the models within it included."""
    if get_origin(annotation) is Literal:
        yield get_args(annotation)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for field in annotation.model_fields.values():
            yield from closed_lists(field.annotation)
    else:
        for argument in get_args(annotation):
            yield from closed_lists(argument)


ALL_LISTS = {
    values
    for kind in KINDS.values()
    for model in (kind.schema.Facts, kind.schema.Words)
    for values in closed_lists(model)
}


def test_every_group_of_labels_is_for_values_that_exist() -> None:
    assert set(LABELS) == set(LABELLED)


@pytest.mark.parametrize("group", LABELLED)
def test_every_value_has_a_label_and_no_label_is_left_over(group: str) -> None:
    assert set(LABELS[group]) == set(LABELLED[group])


def test_every_closed_list_of_the_schemas_has_labels() -> None:
    assert {values for group, values in LABELLED.items() if group not in COMPUTED} == ALL_LISTS - UNSHOWN


@pytest.mark.parametrize("group", LABELS)
def test_two_values_have_two_labels(group: str) -> None:
    assert len(set(LABELS[group].values())) == len(LABELS[group])
