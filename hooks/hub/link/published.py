"""An id that was published cannot vanish: addresses, saved assessments and shared links hold it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model import PublishedIds
from ..problems import Problem, close_to, shown
from .addresses import HOME
from .linked import Linking

KINDS = tuple(PublishedIds.model_fields)


def published_now(linking: Linking) -> Mapping[str, frozenset[str]]:
    """Per kind of `data/published.yml`, the ids that exist."""
    terms = {f"{kind.partition(':')[2]}/{id}" for kind, ids in linking.ids.items() if ":" in kind for id in ids}
    found = {**linking.ids, "term": frozenset(terms), "page": linking.ids["page"] - {HOME}}
    return {kind: found[kind] for kind in KINDS}


def vanished_ids(linking: Linking) -> Iterator[Problem]:
    """What `data/published.yml` lists still exists, under its id or as a former id of another record."""
    for one in linking.of("published"):
        now = published_now(linking)
        for kind in KINDS:
            listed = getattr(one.entity, kind)
            fresh = now[kind] - set(listed)
            for number, id in enumerate(listed):
                if id not in now[kind] and not _leads_on(linking, kind, id) and not _hidden(linking, kind, id):
                    message = f"must lead to a record for good, but {shown(id)} is gone; {_advice(linking, kind, id, fresh)}"
                    yield one.raw.problem((kind, number), message)


def _leads_on(linking: Linking, kind: str, id: str) -> bool:
    if kind == "term":
        vocabulary, _, term = id.partition("/")
        return term in linking.former.get(f"vocabulary:{vocabulary}", {})
    return id in linking.former.get(kind, {})


def _hidden(linking: Linking, kind: str, id: str) -> bool:
    """Whether it may stand in a file that could not be read, or in a record that has faults."""
    if kind == "term":
        return f"vocabulary:{id.partition('/')[0]}" not in linking.ids and not linking.all_sound("vocabulary")
    practice = id.partition("/")[0]
    faulty = practice in linking.ids["practice"] and practice not in {one.entity.id for one in linking.of("practice")}
    return linking.known(kind) is None or (kind == "figure" and faulty)


def _advice(linking: Linking, kind: str, id: str, fresh: frozenset[str]) -> str:
    """What to do, with the place of the record that looks like its new name."""
    if kind == "criterion":
        return "a criterion is kept with `retired`, and its successor names it in `replaces`"
    if kind == "page":
        return "a page that people write keeps its name"
    new = close_to(id, fresh) or (next(iter(fresh)) if len(fresh) == 1 else None)
    if new is None:
        return "keep its record, or give its id to another one as a former id"
    short = id.rpartition("/")[2]
    return f"if it is called {shown(new)} now, {_place(linking, kind, new)} needs former_ids: [{short}]"


def _place(linking: Linking, kind: str, id: str) -> str:
    """File and line where an id is given."""
    if kind == "term":
        vocabulary, _, term = id.partition("/")
        one = next(one for one in linking.of("vocabulary") if one.entity.id == vocabulary)
        number = [term.id for term in one.entity.terms].index(term)
        return f"{one.raw.path}:{one.raw.line(('terms', number, 'id'))}"
    practice, _, _ = id.partition("/")
    record = next((raw for raw in linking.raw(kind) if raw.id == id), None)
    record = record or next(raw for raw in linking.raw("practice") if raw.id == practice)
    return f"{record.path}:{record.line(('id',))}"


CHECKS = (vanished_ids,)
