"""Words, numbers and dates in the language of the reader."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest
from markupsafe import Markup

from hub.model import Figure
from hub.model.figure import CURRENCIES, Unit
from hub.text.strings import Strings, UnknownText, leaves, placeholders
from rendering import interface, strings

TEXTS = {
    "list": {"count": {"one": "{count} praktijk", "other": "{count} praktijken"}, "greeting": "Dag {name}"},
    "plain": "Zonder meer",
}
NL = Strings("nl", TEXTS)
EN = Strings("en", TEXTS)


def test_dotted_keys() -> None:
    assert NL("plain") == "Zonder meer"
    assert NL("list.greeting", name="Ama") == "Dag Ama"


@pytest.mark.parametrize("count", [0, 1, 2, 1500])
def test_plural_follows_the_language(count: int) -> None:
    expected = {0: "0 praktijken", 1: "1 praktijk", 2: "2 praktijken", 1500: "1.500 praktijken"}
    assert NL("list.count", count=count) == expected[count]


def test_french_says_zero_in_the_singular() -> None:
    french = Strings("fr", {"count": {"one": "{count} résultat", "many": "{count} de résultats", "other": "{count} résultats"}})
    assert [french("count", count=number) for number in (0, 1, 2)] == ["0 résultat", "1 résultat", "2 résultats"]


@pytest.mark.parametrize(
    ("key", "values", "message"),
    [
        ("list.unknown", {}, "nl: no interface text has the key 'list.unknown'"),
        ("list", {}, "nl: no interface text has the key 'list'"),
        ("list.greeting", {}, "nl: 'list.greeting' needs a value for {name}"),
        ("list.count", {}, "nl: 'list.count' has plural forms and needs a count"),
        ("list.count", {"count": "3"}, "nl: 'list.count' has plural forms and needs a count"),
    ],
)
def test_what_is_missing_fails(key: str, values: dict[str, str], message: str) -> None:
    with pytest.raises(UnknownText) as failed:
        NL(key, **values)
    assert str(failed.value) == message


def test_a_value_is_not_a_template() -> None:
    assert NL("list.greeting", name="{count}") == "Dag {count}"


def test_safe_html_stays_safe_and_the_rest_is_escaped() -> None:
    texts = Strings("nl", {"line": "<3 {name} & {other}"})
    made = texts("line", name=Markup("<b>Ama</b>"), other="<script>")
    assert made == Markup("&lt;3 <b>Ama</b> &amp; &lt;script&gt;")
    assert hasattr(made, "__html__")
    assert not hasattr(texts("line", name="a", other="b"), "__html__")


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        (1762000, "1.762.000", "1,762,000"),
        (999, "999", "999"),
        (Decimal("2.5"), "2,5", "2.5"),
        (Decimal("0.07"), "0,07", "0.07"),
        (Decimal("4000"), "4.000", "4,000"),
        (Decimal("1E+3"), "1.000", "1,000"),
        (-3, "-3", "-3"),
    ],
)
def test_numbers(value: int | Decimal, dutch: str, english: str) -> None:
    assert (NL.number(value), EN.number(value)) == (dutch, english)


def test_money_and_ranges() -> None:
    assert NL.money(400000, "eur") == "€\u00a0400.000"
    assert EN.money(400000, "eur") == "€400,000"
    assert NL.span(NL.number(1200), NL.number(1762000)) == "1.200–1.762.000"


@pytest.mark.parametrize(
    ("date", "dutch", "english"),
    [
        ("2019", "2019", "2019"),
        ("2019-01", "januari 2019", "January 2019"),
        ("2019-01-14", "14 januari 2019", "14 January 2019"),
    ],
)
def test_dates_are_as_precise_as_written(date: str, dutch: str, english: str) -> None:
    assert (NL.date(date), EN.date(date)) == (dutch, english)


def test_ranges_of_dates() -> None:
    assert NL.dates("2018", "2021") == "2018–2021"
    assert NL.dates("2018-09-01", "2021") == "1 september 2018 – 2021"


def test_lists() -> None:
    assert NL.listed(["België", "Frankrijk", "Nederland"]) == "België, Frankrijk en Nederland"
    assert EN.listed(["Belgium", "France", "the Netherlands"]) == "Belgium, France and the Netherlands"
    assert NL.listed(["6 maanden", "vrij"], "or") == "6 maanden of vrij"
    assert NL.listed([]) == ""


def test_a_language_without_a_region_of_ours() -> None:
    assert Strings("sv", {}).number(1500) == "1\u00a0500"
    assert Strings("sv", {}).language("nl") == "nederländska"


def test_the_interface_says_the_same_in_both_languages() -> None:
    dutch, english = (dict(leaves(interface(locale))) for locale in ("nl", "en"))
    assert sorted(dutch) == sorted(english)
    assert {key: placeholders(text) for key, text in dutch.items()} == {
        key: placeholders(text) for key, text in english.items()
    }


def test_every_unit_and_qualifier_has_its_word() -> None:
    texts = strings()
    for unit in set(get_args(Unit)) - CURRENCIES - {"percent", "percent-increase", "number"}:
        assert texts(f"figure.unit.{unit}", count=2)
    for kind in get_args(Figure.model_fields["kind"].annotation):
        assert texts(f"figure.group.{kind}")
    for reporter in get_args(Figure.model_fields["reported_by"].annotation):
        assert texts(f"figure.reported_by.{reporter}")


def test_money_keeps_its_cents() -> None:
    assert Strings("en", {}).money(Decimal("41.48"), "eur") == "€41.48"
    assert Strings("nl", {}).money(Decimal("10.5"), "cad").replace("\u00a0", " ") == "C$ 10,50"
    assert Strings("en", {}).money(Decimal("400000"), "eur") == "€400,000"
