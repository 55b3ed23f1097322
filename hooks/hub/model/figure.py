"""A figure: never a bare number, always what was counted, when, and who says so."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from .base import FormerIds, Id, Record, Ref, Text, Year
from .source import SourceId

Currency = Literal["eur", "chf", "nok", "dkk", "cad"]
CURRENCIES: frozenset[str] = frozenset(get_args(Currency))

Unit = Literal[
    "percent", "percent-increase", "percentage-point", "people", "mentees", "mentors", "duos", "organisations", "companies",
    "meetings", "hours", "days", "months", "years", "times", "share-of-standard-deviation", "standard-deviations",
    "countries", Currency, "number",
]  # fmt: skip
"""`percent` is a share, `percent-increase` a change; `times` is a ratio ("2.5 times as likely"), money is in whole units of
its currency, `number` is anything else."""


def _number(value: object) -> object:
    return Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else value


MOST_DIGITS = 15
"""What spreadsheets and scripts keep of a number."""


def _sized(value: Decimal) -> Decimal:
    """Before the point as many digits as are kept, and behind it too: 1e-300 is no number that anybody published."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or abs(value) >= 10**MOST_DIGITS or exponent < -MOST_DIGITS:
        raise PydanticCustomError("digits", f"must be a number of at most {MOST_DIGITS} digits")
    return value


Number = Annotated[
    Decimal, BeforeValidator(_number, json_schema_input_type=int | float), Field(strict=True), AfterValidator(_sized)
]


class Figure(Record):
    """One published number with its definition, window, year and source."""

    id: Id = Field(description="Unique inside its record; part of the address, so it never changes.")
    former_ids: FormerIds = ()
    kind: Literal["output", "outcome", "comparison", "satisfaction", "target", "money", "context"] = Field(
        description="What sort of number it is: volume reached (output), what happened to people (outcome), a difference "
        "with a comparison group (comparison), an opinion (satisfaction), an aim (target), money or context."
    )
    value: Number = Field(description="The number as published; with `to`, the lower end of a range.")
    to: Number | None = Field(None, description="Upper end, where the source gives a range.")
    of: Annotated[int, Field(ge=2)] | None = Field(None, description="The whole, where the source says `7 out of 10`.")
    qualifier: Literal["about", "over", "at-least", "almost", "up-to"] | None = Field(
        None, description="Where the source is not exact: about, over, at least, almost, up to."
    )
    unit: Unit = Field(description="What the number counts: percent, people, duos, euro and so on.")
    measures: Text = Field(description="What exactly was counted, of whom (the denominator) and what counts as success.")
    counts: Annotated[str, Ref("vocabulary:counted")] | None = Field(
        None, description="Which outcome is a success here; figures with the same one stand on one axis in charts. Only for "
        "shares of the mentees of one programme."
    )  # fmt: skip
    n: Text | None = Field(None, description="Of how many, where the source says so, in words: `over 380 young people`.")
    window: Text | None = Field(None, description="Over which time, or how long after what; absent: not documented.")
    year: Year | None = Field(None, description="The year it is about, or else of publication; absent: not documented.")
    year_inferred: bool = Field(False, description="True where the year is our conclusion, not stated by the source.")
    reported_by: Literal["provider", "funder", "evaluator", "press", "government"] = Field(
        "provider", description="Who counted; press means a newspaper is the only place where it is found."
    )
    sources: tuple[SourceId, ...] = Field(min_length=1, description="Where it was published.")
    note: Text | None = Field(None, description="What a reader must know not to misread it.")

    @model_validator(mode="after")
    def _range(self) -> Figure:
        if self.to is not None and self.to <= self.value:
            raise PydanticCustomError("range", "must have a `to` greater than its `value`")
        return self
