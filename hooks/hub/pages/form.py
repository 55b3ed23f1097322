"""The full form of a practice: rules, and every field in the order of `data/forms/practice.yml`, step by step.

The page says everything without script: what counts, all questions with their help, and where to mail the answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..browser.form_files import PRACTICE
from ..contribute.form import FormField, field_at, heads
from ..link.addresses import CONTRIBUTE, PRACTICE_FORM
from ..model import Form, FormStep
from ..text.folding import folded
from ..text.strings import Value
from ..view import practice_questions, wanted
from ..view.edition import Edition
from ..view.page import Crumb, Page, page_of
from ..view.templates import rendered
from ..view.view import View

SCALES: Mapping[str, str] = {"evidence_level": "evidence"}
"""Fields with numbers that a vocabulary names."""
TALL = {True: 4, False: 2}
"""Lines of a text with and without paragraphs."""


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    about: str


@dataclass(frozen=True)
class FieldView:
    key: str
    """Place in the record, `provider.name`; inside an entry its place there, `` where the entry is the value."""
    anchor: str
    type: str
    label: str
    help: str
    required: bool
    longest: int
    rows: int
    default: bool
    options: tuple[Option, ...]
    fields: tuple[FieldView, ...]


@dataclass(frozen=True)
class StepView:
    id: str
    number: int
    title: str
    intro: str
    fields: tuple[FieldView, ...]
    more: tuple[FieldView, ...]
    before: str
    """Ids of the steps beside it; empty at the ends."""
    after: str


LAST = "send"
"""The step that belongs to no field: who sends it, and how."""


def pages(edition: Edition, folder: str, records: str) -> Iterator[Page]:
    """`folder` and `records` are the addresses of the published files."""
    view = View(edition, PRACTICE_FORM)
    t = edition.strings
    settings = edition.catalogue.settings
    page = page_of(
        view,
        "form",
        title=t("form.title"),
        description=t("form.description"),
        body=rendered(
            "pages/form", view,
            steps=steps(edition), last=LAST, settings=settings, who=edition.text(settings.review.who),
            files=view.asset(folder), records=view.asset(records),
            source_languages=source_languages(edition),
            mail=wanted.mail_link(view, t("contribute.new.subject"), practice_questions.mail_body(view)),
        ),
        section="about",
        crumb=t("form.crumb"),
    )  # fmt: skip
    home, own = page.breadcrumbs
    yield replace(page, breadcrumbs=(home, Crumb(t("shell.pages.contribute"), CONTRIBUTE), own))


def steps(edition: Edition) -> tuple[StepView, ...]:
    """Those of the order file, and at the end the one from which it is sent."""
    form: Form = edition.catalogue.of("form")[PRACTICE]
    asked = (*form.steps, FormStep(id=LAST, fields=(), more=()))
    every = tuple(path for step in form.steps for path in (*step.fields, *step.more))
    ids = ("", *(step.id for step in asked), "")

    def shown(paths: tuple[str, ...]) -> tuple[FieldView, ...]:
        return tuple(_field(field_at(form, key, every), edition) for key in heads(form, paths))

    return tuple(
        StepView(
            step.id, number, edition.strings(f"form.step.{step.id}.title"), _intro(step, edition),
            shown(step.fields), shown(step.more), ids[number - 1], ids[number + 1],
        )
        for number, step in enumerate(asked, 1)
    )  # fmt: skip


def _intro(step: FormStep, edition: Edition) -> str:
    """Empty where the step needs none."""
    texts: Mapping[str, str] = edition.catalogue.strings[edition.locale]["form"]["step"][step.id]  # type: ignore[index]
    return edition.strings(f"form.step.{step.id}.intro") if "intro" in texts else ""


def source_languages(edition: Edition) -> tuple[tuple[str, str], ...]:
    """Code and name of the languages in which sources are written, by name."""
    codes = {source.language for source in edition.catalogue.sources.values()} | set(edition.catalogue.locales)
    return tuple(sorted(((code, edition.strings.language(code)) for code in codes), key=lambda pair: folded(pair[1])))


def _field(field: FormField, edition: Edition) -> FieldView:
    inside = field.path != field.names
    anchor = "-".join((*field.names[:1], "0", *(field.path or ("text",))) if inside else field.names)
    return FieldView(
        key=field.key,
        anchor=f"form-{anchor}",
        type=field.type,
        label=_said("label", "names", field, edition),
        help=_said("help", "means", field, edition),
        required=field.required,
        longest=field.longest,
        rows=TALL[field.paragraphs],
        default=field.default,
        options=_options(field, edition),
        fields=tuple(_field(inner, edition) for inner in field.fields),
    )


def _said(group: str, fallback: str, field: FormField, edition: Edition) -> str:
    """The most particular text that fits a field: of the form, else of the box that corrects one; empty where none does."""
    texts = edition.catalogue.strings[edition.locale]
    keys = ("_".join(field.names), "_".join(field.names[-2:]), field.names[-1])
    for section, name in (("form", group), ("contribute", fallback)):
        found: Mapping[str, Value] = texts[section][name]  # type: ignore[index]
        for key in keys:
            if key in found:
                return edition.strings(f"{section}.{name}.{key}")
    return ""


def _options(field: FormField, edition: Edition) -> tuple[Option, ...]:
    name = "_".join(field.names)
    vocabulary = field.vocabulary or SCALES.get(name, "")
    if vocabulary:
        terms = edition.catalogue.vocabularies[vocabulary].terms
        return tuple(Option(term.id, edition.text(term.label), edition.text(term.definition)) for term in terms)
    return tuple(Option(str(value), edition.strings(f"form.option.{name}.{value}"), "") for value in field.options)
