"""What every record is made of: strict values, texts in several languages, references, years.

All types are frozen and refuse unknown keys; what passed validation needs no default "just in case".
The rules that need to know the hub's languages read them from the validation context (`{"locales": (…)}`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, NamedTuple

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    RootModel,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

Locale = str
"""Two lower-case letters, for example `nl`; the hub's own are listed in `data/hub.yml`, the first is the default."""

LOCALE_PATTERN = r"^[a-z]{2}$"


class Record(BaseModel):
    """Base of all types: strict (no silent conversion), frozen, unknown keys refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


# --- single values ---------------------------------------------------------------------------------------------------

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""What an id looks like, as part of larger patterns; `lib/id.mjs` has it for the browser."""

ID_PATTERN = rf"^{ID}$"

_DEVICE = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE)
DEVICE = "must be another name; Windows keeps con, prn, aux, nul, com0 to com9 and lpt0 to lpt9 for devices"


def names_a_device(name: str) -> bool:
    """Whether Windows cannot hold a file or a folder of this name.

    Source: https://learn.microsoft.com/windows/win32/fileio/naming-a-file, "reserved names".

    >>> names_a_device("aux"), names_a_device("COM1.en.md"), names_a_device("auxiliary")
    (True, True, False)
    """
    return _DEVICE.fullmatch(name) is not None


def file_name(value: str) -> str:
    """Refuse an id that could not be the name of a file or of a page's folder everywhere."""
    if names_a_device(value):
        raise PydanticCustomError("device", DEVICE)
    return value


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80), AfterValidator(file_name)]
"""Authored, kebab-case, equal to the file name where the record has a file of its own; never changed."""

RecordId = Annotated[
    Id,
    Field(description="Name of the record in addresses and links: small letters, digits and hyphens. It never changes."),
]

FormerIds = Annotated[tuple[Id, ...], Field(description="Ids this record had before; their addresses lead to it.")]


@dataclass(frozen=True)
class Ref:
    """Marks a string as the id of another record, checked by `link`: `source`, `criterion`, `vocabulary:group` …"""

    kind: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), "x-ref": self.kind}


_UNSEEN = {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
_REVERSING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_SECRET = re.compile("[\u2061-\u2064\u206a-\u206f\ufff9-\ufffb\U000e0000-\U000e007f]")
"""Marks that programs read and nobody sees; the last are letters that can spell out a hidden text."""


def hidden_character(text: str) -> str | None:
    """The first character a reader cannot see, or that reverses the reading direction; None in honest texts.

    Joiners and soft hyphens are allowed: some scripts and long words need them.
    """
    if text.isprintable():
        return None
    for character in text:
        if character in "\n\t":
            continue
        if unicodedata.category(character) in _UNSEEN or character in _REVERSING or _SECRET.match(character):
            return character
    return None


def visible_text(value: str) -> str:
    """Refuse what a reader cannot see."""
    text = value.strip()
    if not text:
        raise PydanticCustomError("empty_text", "must not be empty; leave the field out when nothing is known")
    refuse_hidden(text)
    return text


def hidden(character: str) -> str:
    return f"must not contain the invisible character U+{ord(character):04X}"


def refuse_hidden(text: str) -> None:
    if character := hidden_character(text):
        raise PydanticCustomError("hidden_character", "{rule}", {"rule": hidden(character)})


def one_line(value: str) -> str:
    return re.sub(r"\s+", " ", value)


Line = Annotated[str, Field(max_length=1_000), AfterValidator(visible_text), AfterValidator(one_line)]
"""Plain text on one line, never Markdown, always escaped."""

SHORT = 60
ShortLine = Annotated[str, Field(max_length=SHORT), AfterValidator(visible_text), AfterValidator(one_line)]
"""What fits in a cell beside others."""


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#<>\"@]+\.[^\s/?#<>\"@.]+(:\d+)?([/?#][^\s<>\"]*)?", value):
        raise PydanticCustomError("web_address", "must be a full web address such as https://example.org/page")
    return value


WebAddress = Annotated[
    str, Field(max_length=1_000, json_schema_extra={"format": "uri"}), AfterValidator(_web_address)
]

Year = Annotated[int, Field(ge=1900, le=2100)]


def _date(value: Any) -> Any:
    """A year is written as a number, a month or day as a quoted string; kept as text so that precision is kept."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not re.fullmatch(r"(19|20)[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?", value):
        raise PydanticCustomError(
            "partial_date", "must be a year (2019), a month ('2019-01') or a day ('2019-01-14'), the last two in quotes"
        )
    year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        raise PydanticCustomError("partial_date", "must be a date that the calendar has") from None
    return value


PartialDate = Annotated[str, BeforeValidator(_date, json_schema_input_type=int | str)]
"""ISO 8601 with reduced precision: `2019`, `2019-01` or `2019-01-14`."""


DAY_PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def _day(value: Any) -> Any:
    if not isinstance(value, str) or not re.fullmatch(DAY_PATTERN, value):
        raise PydanticCustomError("day", "must be a day in quotes, such as '2019-01-14'")
    return value


Day = Annotated[PartialDate, BeforeValidator(_day), WithJsonSchema({"type": "string", "pattern": DAY_PATTERN})]
"""A date that is known to the day, for what computes with it: `2019-01-14`."""


# --- texts in several languages ---------------------------------------------------------------------------------------


class Said(NamedTuple):
    """A text as a reader of one language gets it: `lang` differs from what was asked for when it fell back."""

    text: str
    lang: Locale


def _only_known_locales(languages: Iterable[Locale], info: ValidationInfo) -> tuple[Locale, ...]:
    """Refuses a language that the hub does not have; the hub's languages, empty where they are not known."""
    known: tuple[Locale, ...] = (info.context or {}).get("locales", ())
    for locale in languages:
        if known and locale not in known:
            raise PydanticCustomError(
                "unknown_locale",
                "must only hold the hub's languages ({known}), got '{locale}'",
                {"known": ", ".join(known), "locale": locale},
            )
    return known


class Text(RootModel[dict[str, Line]]):
    """The same plain text side by side in several languages: `{nl: …, en: …}`; at least one of them."""

    model_config = ConfigDict(frozen=True, strict=True)

    @model_validator(mode="after")
    def _known_locales(self, info: ValidationInfo) -> Text:
        known = _only_known_locales(self.root, info)
        if not self.root:
            raise PydanticCustomError("no_locale", "must be given in at least one language")
        if known:
            ordered = {locale: self.root[locale] for locale in known if locale in self.root}
            self.root.clear()
            self.root.update(ordered)
        return self

    def said(self, locale: Locale) -> Said:
        """The text in `locale`; where it is missing, in the first of the hub's languages that has it."""
        if locale in self.root:
            return Said(self.root[locale], locale)
        fallback = next(iter(self.root))
        return Said(self.root[fallback], fallback)

    def missing(self, locales: tuple[Locale, ...]) -> tuple[Locale, ...]:
        return tuple(locale for locale in locales if locale not in self.root)


class ShortText(Text):
    """A text of at most 60 characters in each language, shown beside others."""

    root: dict[str, ShortLine]


class Words(RootModel[dict[str, tuple[Line, ...]]]):
    """Words per language, each language for itself: `{nl: [buurman, buurvrouw], en: [neighbour]}`."""

    model_config = ConfigDict(frozen=True, strict=True)

    @model_validator(mode="after")
    def _known_locales(self, info: ValidationInfo) -> Words:
        _only_known_locales(self.root, info)
        return self


def _every_locale(text: Text, info: ValidationInfo) -> Text:
    missing = text.missing((info.context or {}).get("locales", ()))
    if missing:
        raise PydanticCustomError(
            "missing_locale", "must be given in every language; {missing} is missing", {"missing": ", ".join(missing)}
        )
    return text


class _EveryLocale:
    """Adds the rule to a text, and a mark from which `schema` learns it."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(_every_locale, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), "x-every-language": True}


EveryLocale = _EveryLocale()
"""For texts of the hub itself (vocabularies, criteria, glossary): a missing language is an error, not a fallback."""

FullText = Annotated[Text, EveryLocale]


def texts_in(value: Any) -> Iterator[Text]:
    """Every text inside a record, depth first, in the order of its fields."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_in(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_in(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from texts_in(item)
