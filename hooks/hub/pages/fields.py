"""The field reference: what every field of every kind of record means and may hold, with an example from a real record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup, escape
from pydantic import BaseModel

from ..contribute.reference import ENGLISH, FieldReference, Group, Value, groups, meaning
from ..link.addresses import CONTRIBUTE, FIELDS, fields_path
from ..model import Prose, Text, Words
from ..model.field_meanings import GROUP
from ..model.kinds import DESCRIBED, Kind
from ..view.edition import Edition
from ..view.links import Link, link_to
from ..view.page import Crumb, Heading, Page, page_of
from ..view.templates import macro, rendered
from ..view.view import View

EXAMPLE_FROM: Mapping[str, str] = {"practice": "womento"}
"""Kind → the record that examples come from where it has one; else the first that has."""
FIRST = ("practice", "source", "partner", "project", "guide", "tool", "criterion")
"""Kinds that most people write, before the others; the settings come last."""
LONGEST_EXAMPLE = 160
MOST_TERMS = 8
"""So many allowed values stand beside the field; more are folded."""


@dataclass(frozen=True)
class KindView:
    name: str
    href: str
    place: str
    means: Markup
    count: int


@dataclass(frozen=True)
class Allowed:
    id: str
    label: str


@dataclass(frozen=True)
class FieldView:
    anchor: str
    name: str
    required: bool
    means: Markup
    type: Markup
    allowed: tuple[Allowed, ...]
    example: Markup | None
    example_from: Link | str | None
    """The record, or what it is called where it has no address."""

    @property
    def folded(self) -> bool:
        return len(self.allowed) > MOST_TERMS


@dataclass(frozen=True)
class GroupView:
    anchor: str
    held_by: tuple[str, ...]
    """Names of the fields that hold it; empty for the record itself."""
    means: Markup
    fields: tuple[FieldView, ...]


def pages(edition: Edition) -> Iterator[Page]:
    yield _index(edition)
    for kind in DESCRIBED:
        yield _kind_page(edition, kind)


def _index(edition: Edition) -> Page:
    view = View(edition, FIELDS)
    t = edition.strings
    kinds = tuple(
        KindView(
            t(f"fields.kinds.{kind.name}"), view.link(fields_path(kind.name)), _place_unless_said(kind),
            _group_means(view, groups(kind)[0]), len(groups(kind)[0].fields),
        )
        for kind in sorted(DESCRIBED, key=_order)
    )  # fmt: skip
    page = page_of(
        view, "fields", title=t("fields.title"), description=t("fields.description"), section="about",
        body=rendered("pages/fields", view, kinds=kinds), searchable=False,
    )  # fmt: skip
    return replace(page, breadcrumbs=_crumbs(view, t("fields.title")))


def _kind_page(edition: Edition, kind: Kind) -> Page:
    view = View(edition, fields_path(kind.name))
    t = edition.strings
    name = t(f"fields.kinds.{kind.name}")
    title = t("fields.title_of", kind=name)
    found = groups(kind)
    shown = tuple(_group(view, kind, group, group is found[0]) for group in found)
    page = page_of(
        view, "fields", title=title, description=t("fields.description_of", kind=name), section="about",
        body=rendered("pages/fields_kind", view, title=title, place=_place_unless_said(kind), groups=shown),
        headings=tuple(Heading(group.anchor, ", ".join(group.held_by) or t("fields.record")) for group in shown),
        searchable=False,
    )  # fmt: skip
    return replace(page, breadcrumbs=_crumbs(view, name, t("fields.title")))


def _crumbs(view: View, own: str, above: str | None = None) -> tuple[Crumb, ...]:
    t = view.t
    between = (Crumb(above, FIELDS),) if above else ()
    return (Crumb(t("page.home"), ""), Crumb(t("shell.pages.contribute"), CONTRIBUTE), *between, Crumb(own, None))


def _place(kind: Kind) -> str:
    return f"data/{kind.place}" + ("/<id>.yml" if kind.form == "folder" else "")


def _place_unless_said(kind: Kind) -> str:
    """Empty where the meaning of the record names its file."""
    return "" if "data/" in groups(kind)[0].means else _place(kind)


def _order(kind: Kind) -> int:
    return FIRST.index(kind.name) if kind.name in FIRST else len(FIRST) + (kind.form == "single")


# --- what it means ----------------------------------------------------------------------------------------------------


def _means(view: View, owners: tuple[str, ...], name: str, english: str) -> Markup:
    """In the language of the page, or else in English."""
    locale = view.edition.locale
    known = view.edition.catalogue.field_meanings.get(locale)
    said = meaning(known.meanings, owners, name) if known and locale != ENGLISH else None
    if said or locale == ENGLISH or not english:
        return view.inline(said or english)
    return macro("fields", "english", view, view.inline(english))


def _group_means(view: View, group: Group) -> Markup:
    return _means(view, (group.name,), GROUP, group.means)


def _group(view: View, kind: Kind, group: Group, whole: bool) -> GroupView:
    anchor = "record" if whole else kebab(group.name)
    prefix = kind.name if whole else anchor
    examples = _examples(view, kind, group.model)
    return GroupView(
        anchor, () if whole else _held_by(kind, group), _group_means(view, group),
        tuple(_field(view, prefix, field, examples) for field in group.fields),
    )  # fmt: skip


def _held_by(kind: Kind, group: Group) -> tuple[str, ...]:
    holders = (field.name for one in groups(kind) for field in one.fields if field.value.of == group.name)
    return tuple(dict.fromkeys(holders))


def kebab(name: str) -> str:
    """
    >>> kebab("AtAGlance"), kebab("review_every"), kebab("ISBN")
    ('at-a-glance', 'review-every', 'isbn')
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-", name).replace("_", "-").lower()


def _field(view: View, prefix: str, field: FieldReference, examples: Mapping[str, Example]) -> FieldView:
    example = examples.get(field.attribute) if field.value.type != "group" else None
    return FieldView(
        f"{prefix}-{kebab(field.name)}", field.name, field.required,
        _means(view, field.owners, field.name, field.means), _type(view, field), _allowed(view, field.value),
        example.value if example else None, example.record if example else None,
    )  # fmt: skip


# --- what it may hold -------------------------------------------------------------------------------------------------


def _type(view: View, field: FieldReference) -> Markup:
    value, t = field.value, view.t
    words = _one(view, value)
    if value.items:
        least, most = value.items
        words = t("fields.list", what=words)
        if most is not None and most == least:
            words = f"{words}; {t('fields.exactly', count=least)}"
        elif least:
            words = f"{words}; {t('fields.at_least', count=least)}"
    if not field.required and isinstance(field.default, bool | int | float | str):
        words = f"{words}; {t('fields.default', value=str(field.default).lower())}"
    said = escape(words[0].upper() + words[1:])
    if value.type == "group":
        return macro("fields", "these", view, said, kebab(value.of))
    return said


def _one(view: View, value: Value) -> str:
    """One value in words, without a capital."""
    t = view.t
    names = {"longest": value.longest} if value.longest else {}
    if value.type == "ref":
        key = f"fields.kinds.{value.of}"
        named = t(key) if view.edition.strings.has(key) else value.of
        return t("fields.type.ref", kind=named)
    open_line = value.type in ("line", "id") and not value.longest
    words = t("fields.type.open" if open_line else f"fields.type.{value.type}", **names)
    if value.type in ("text", "short-text", "prose", "prose-line"):
        words += t("fields.every_language" if value.every_language else "fields.one_language")
    if value.least is not None and value.most is not None:
        words += t("fields.between", least=str(value.least), most=str(value.most))
    elif value.least is not None:
        words += t("fields.from", least=str(value.least))
    return words


def _allowed(view: View, value: Value) -> tuple[Allowed, ...]:
    if value.type == "term":
        edition = view.edition
        return tuple(Allowed(id, edition.text(term.label)) for id, term in edition.catalogue.terms.get(value.of, {}).items())
    return tuple(Allowed(choice, "") for choice in value.choices)


# --- an example -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Example:
    value: Markup
    record: Link | str


def _examples(view: View, kind: Kind, model: type[BaseModel]) -> Mapping[str, Example]:
    """Attribute → the first value of it in a record, the chosen record before the others."""
    found: dict[str, Example] = {}
    for entity in _entities(view, kind):
        for one in _instances(entity, model):
            for name, info in model.model_fields.items():
                value = getattr(one, name)
                if name not in found and value not in (None, (), info.default) and (said := _written(view, value)):
                    found[name] = Example(said, _record(view, kind, entity))
        if len(found) == len(model.model_fields):
            break
    return found


def _entities(view: View, kind: Kind) -> Iterable[Any]:
    if kind.form == "single":
        return [view.edition.catalogue.settings] if kind.name == "hub" else []
    records = view.edition.catalogue.of(kind.name)
    chosen = records.get(EXAMPLE_FROM.get(kind.name, ""))
    return [*([chosen] if chosen else []), *records.values()]


def _instances(value: Any, model: type[BaseModel]) -> Iterator[Any]:
    if type(value) is model:
        yield value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _instances(getattr(value, name), model)
    elif isinstance(value, tuple):
        for item in value:
            yield from _instances(item, model)


def _written(view: View, value: Any) -> Markup | None:
    if isinstance(value, tuple):
        first = _written(view, value[0])
        return first + (" …" if len(value) > 1 else "") if first else None
    if isinstance(value, Words):
        words = value.root.get(view.edition.locale)
        return macro("fields", "quoted", view, words[0]) if words else None
    if isinstance(value, Text):
        said = value.said(view.edition.locale)
        text = view.edition.plain(value) if isinstance(value, Prose) else said.text
        return macro("fields", "quoted", view, _cut(text), said.lang if said.lang != view.edition.locale else "")
    if isinstance(value, BaseModel):
        return None
    return macro("fields", "code", view, _cut(str(value).lower() if isinstance(value, bool) else str(value)))


def _cut(text: str) -> str:
    """
    >>> _cut("kort"), len(_cut("woord " * 60)) <= LONGEST_EXAMPLE + 2
    ('kort', True)
    """
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_EXAMPLE else f"{flat[:LONGEST_EXAMPLE].rpartition(' ')[0]} …"


def _record(view: View, kind: Kind, entity: Any) -> Link | str:
    if kind.form == "single":
        return _place(kind)
    if kind.has_address and kind.name != "source":
        return link_to(view, kind.name, entity.id)
    return str(entity.id)
