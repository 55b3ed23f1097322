"""Interface texts, numbers and dates in the language of the reader.

`Strings` has the interface texts of one language and fails on an unknown key or a missing value: with two languages
a silent fallback would show half of the readers the other one. Plural forms, numbers, dates and currencies follow CLDR
(Babel).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal

import babel
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal
from markupsafe import Markup, escape

from ..model import Locale

REGIONS: Mapping[Locale, str] = {"nl": "nl_BE", "en": "en_GB", "fr": "fr_BE", "de": "de_BE"}
"""The region whose habits we follow for numbers and dates; other languages follow their own default."""

PLURAL_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")

Value = str | int | Decimal
Leaf = str | Mapping[str, str]


class UnknownText(KeyError):
    """Our mistake, not an author's: a template asks for a text or a value that does not exist."""

    def __str__(self) -> str:
        return str(self.args[0])


def leaves(raw: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, Leaf]]:
    """Dotted key and text of everything in an interface file; a mapping with `other` is one text with plural forms.

    >>> dict(leaves({"a": {"b": "x", "c": {"one": "y", "other": "z"}}}))
    {'a.b': 'x', 'a.c': {'one': 'y', 'other': 'z'}}
    """
    for name, value in raw.items():
        if isinstance(value, Mapping) and not is_plural(value):
            yield from leaves(value, f"{prefix}{name}.")
        elif isinstance(value, Mapping):
            yield f"{prefix}{name}", {str(form): str(text) for form, text in value.items()}
        else:
            yield f"{prefix}{name}", str(value)


def is_plural(group: Mapping[str, object]) -> bool:
    """Whether a group is one text with its plural forms."""
    return "other" in group and set(group) <= PLURAL_FORMS


def names_in(leaf: Leaf) -> frozenset[str]:
    """Names to fill in."""
    texts = [leaf] if isinstance(leaf, str) else list(leaf.values())
    return frozenset(name for text in texts for name in _PLACEHOLDER.findall(text))


def placeholders(leaf: Leaf) -> frozenset[str]:
    """Names that a text must fill in; `count` may be absent from a form ("one practice"), so it is never asked for."""
    return names_in(leaf) - {"count"}


class Strings:
    """The interface texts of one language, with its numbers and dates."""

    def __init__(self, locale: Locale, raw: Mapping[str, object]) -> None:
        self.locale = locale
        self.babel = babel.Locale.parse(REGIONS.get(locale, locale))
        self._texts: dict[str, Leaf] = dict(leaves(raw))

    # --- texts ----------------------------------------------------------------------------------------------------

    def __call__(self, key: str, **values: Value) -> str:
        """The text of a dotted key with its placeholders filled in; `count` chooses the plural form.

        Whole numbers are written as people write them. Where a value is safe HTML, the result is too and the rest is
        escaped. Raises UnknownText on an unknown key and on a placeholder without a value.
        """
        leaf = self._texts.get(key)
        if leaf is None:
            raise UnknownText(f"{self.locale}: no interface text has the key '{key}'")
        if isinstance(leaf, str):
            text = leaf
        elif isinstance(count := values.get("count"), int | Decimal):
            text = leaf.get(self.plural(count), leaf["other"])
        else:
            raise UnknownText(f"{self.locale}: '{key}' has plural forms and needs a count")
        safe = any(hasattr(value, "__html__") for value in values.values())

        def fill(match: re.Match[str]) -> str:
            if match.group(1) not in values:
                raise UnknownText(f"{self.locale}: '{key}' needs a value for {{{match.group(1)}}}")
            value = values[match.group(1)]
            written = self.number(value) if isinstance(value, int | Decimal) else value
            return str(escape(written)) if safe else str(written)

        if safe:
            return Markup(_PLACEHOLDER.sub(fill, str(escape(text))))
        return _PLACEHOLDER.sub(fill, text)

    def has(self, key: str) -> bool:
        return key in self._texts

    def language(self, code: str) -> str:
        """Name of a language in this one: `Frans`, `French`."""
        return str(self.babel.languages.get(code, code))

    # --- numbers --------------------------------------------------------------------------------------------------

    def number(self, value: int | Decimal) -> str:
        """1762000 → `1.762.000` in Dutch, `1,762,000` in English; decimals as they were given."""
        return format_decimal(value, format=_pattern(value), locale=self.babel)

    def money(self, value: int | Decimal, currency: str) -> str:
        """The sign of the currency where the language puts it, cents only where there are some: `€ 400.000`, `€41.48`."""
        pattern = self.babel.currency_formats["standard"].pattern
        if value == int(value):
            pattern = re.sub(r"\.0+", "", pattern)
        return format_currency(value, currency.upper(), format=pattern, locale=self.babel, currency_digits=False)

    def span(self, low: str, high: str) -> str:
        """A range with an en dash, as `1.200–1.762.000`."""
        return f"{low}–{high}"

    def plural(self, value: int | Decimal) -> str:
        """CLDR name of the plural form: `one`, `other`, …"""
        return str(self.babel.plural_form(abs(Decimal(value))))

    # --- dates ----------------------------------------------------------------------------------------------------

    def date(self, value: str) -> str:
        """A date as precise as it was written: `2019`, `januari 2019`, `14 januari 2019`."""
        parts = [int(part) for part in value.split("-")]
        if len(parts) == 1:
            return value
        day = datetime.date(parts[0], parts[1], parts[2] if len(parts) == 3 else 1)
        if len(parts) == 2:
            return format_skeleton("yMMMM", day, locale=self.babel)
        return format_date(day, "long", locale=self.babel)

    def dates(self, start: str, end: str) -> str:
        """Two dates as a range: `2018–2021`, with spaces when either is more precise than a year."""
        gap = "" if len(start) == 4 and len(end) == 4 else " "
        return f"{self.date(start)}{gap}–{gap}{self.date(end)}"

    def listed(self, items: Sequence[str], style: Literal["standard", "or"] = "standard") -> str:
        """`België, Frankrijk en Nederland`; with `or`, `6 maanden of vrij te kiezen`."""
        return format_list(list(items), style, self.babel) if items else ""


def _pattern(value: int | Decimal) -> str:
    digits = -int(value.as_tuple().exponent) if isinstance(value, Decimal) else 0
    return "#,##0." + "0" * digits if digits > 0 else "#,##0"
