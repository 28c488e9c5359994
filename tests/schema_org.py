"""The words of schema.org that the site uses: which properties a type has, and what each may hold.

schema-org.json is drawn from schema-dts 2.1.0 (npm, Apache-2.0), which is made from schema.org's own vocabulary.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

TYPES: Mapping[str, Any] = json.loads(Path(__file__).with_name("schema-org.json").read_text("utf-8"))
# Without these, what is said of a thing is of no use to a search engine.
REQUIRED: Mapping[str, set[str]] = {
    "NGO": {"name"},
    "WebSite": {"name", "url", "publisher"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "NewsArticle": {"headline", "datePublished", "author", "publisher", "image", "inLanguage"},
    "Legislation": {"name", "legislationType", "description"},
    "Event": {"name", "startDate", "description"},
}
_TEXTS = {
    "Text": re.compile(r"(?s).+"),
    "CategoryCode": re.compile(r"(?s).+"),
    "URL": re.compile(r"https://\S+"),
    "Date": re.compile(r"\d{4}-\d\d-\d\d"),
    "DateTime": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)"),
    "Duration": re.compile(r"P\d+[YMD]"),
    "LegalForceStatus": re.compile(r"https://schema\.org/(InForce|NotInForce|PartiallyInForce)"),
}


def family(name: str) -> set[str]:
    """Give a type with those it is made from."""
    return {name}.union(*(family(parent) for parent in TYPES[name]["parents"]))


def ranges(name: str) -> dict[str, set[str]]:
    """Give the properties of a type, with what each may hold."""
    return {key: set(held) for each in family(name) for key, held in TYPES[each]["properties"].items()}


def faults(graph: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with a page's graph, if anything."""
    if set(graph) != {"@context", "@graph"} or graph["@context"] != "https://schema.org":
        yield f"not one graph of schema.org: {sorted(graph)}"
    named = {thing["@id"]: thing["@type"] for thing in graph["@graph"]}
    if len(named) != len(graph["@graph"]):
        yield "two things have one name"
    for thing in graph["@graph"]:
        yield from _thing(thing, named)


def _thing(thing: Mapping[str, Any], named: Mapping[str, str]) -> Iterator[str]:
    kind = thing["@type"]
    if kind not in TYPES:
        yield f"no type {kind}"
        return
    yield from (f"{kind} without {missing}" for missing in sorted(REQUIRED.get(kind, set()) - set(thing)))
    known = ranges(kind)
    for key, held in thing.items():
        if key in ("@id", "@type"):
            continue
        if key not in known:
            yield f"{kind} has no {key}"
            continue
        for value in held if isinstance(held, list) else [held]:
            yield from _value(f"{kind}.{key}", value, known[key], named)


def _value(place: str, value: Any, allowed: set[str], named: Mapping[str, str]) -> Iterator[str]:  # noqa: ANN401  JSON
    if isinstance(value, dict) and "@type" not in value:
        if value["@id"] not in named:
            yield f"{place} names {value['@id']}, which is not in the graph"
        elif not family(named[value["@id"]]) & allowed:
            yield f"{place} cannot be a {named[value['@id']]}"
    elif isinstance(value, dict):
        if not family(value["@type"]) & allowed:
            yield f"{place} cannot be a {value['@type']}"
        yield from _thing(value, named)
    elif isinstance(value, int):
        if "Integer" not in allowed:
            yield f"{place} cannot be a number"
    elif "Thing" not in allowed and not any(_TEXTS[kind].fullmatch(value) for kind in allowed & set(_TEXTS)):
        yield f"{place} cannot be “{value}”"
