"""What holds for the whole hub. Kept in `data/hub.yml`."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from .base import LOCALE_PATTERN, Day, FullText, Line, Locale, Record, WebAddress
from .criterion import Version
from .shared import Months


def license_name(address: str) -> str:
    """The name that a Creative Commons licence has in its address; another licence is called by its address.

    >>> license_name("https://creativecommons.org/licenses/by-sa/4.0/"), license_name("https://example.org/licence")
    ('CC BY-SA 4.0', 'https://example.org/licence')
    """
    named = re.fullmatch(r"https://creativecommons\.org/licenses/([a-z-]+)/([0-9.]+)/?", address)
    return f"CC {named[1].upper()} {named[2]}" if named else address


MAIL_PATTERN = r"^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"
"""A plain address, without signs that would have to be written otherwise in a link."""


def _since_zip(value: str) -> str:
    """Documents are zip files, which know no earlier day."""
    if value < "1980-01-01":
        raise PydanticCustomError("day", "must be a day since 1980-01-01, downloads cannot have an earlier date")
    return value


class Language(Record):
    locale: Annotated[Locale, Field(pattern=LOCALE_PATTERN)] = Field(description="Two letters of the language, such as nl.")
    name: Line = Field(description="Name of the language in that language.")


class Review(Record):
    """What happens to what readers send in; said where they send it."""

    who: FullText = Field(description="Who reads and decides, as the subject of a sentence: `two editors of the hub`.")
    days: Annotated[int, Field(ge=1, le=365)] = Field(description="Within how many days they answer.")
    named: Literal["never", "when-asked", "always"] = Field(
        description="Whether whoever sent it in is named with the change: never, only who asks for it, always."
    )


class ReviewTimes(Record):
    """After how many months a record of a kind is due for a look, unless it says so itself (`review_every`)."""

    practice: Months = Field(description="Months for practices.")
    project: Months = Field(description="Months for projects.")
    partner: Months = Field(description="Months for partners.")
    guide: Months = Field(description="Months for guides.")
    tool: Months = Field(description="Months for tools.")
    offer: Months = Field(description="Months for programmes on the page per area.")


class HubSettings(Record):
    """Languages (the first is the default), names, licence, addresses and the version of the criteria."""

    languages: tuple[Language, ...] = Field(min_length=1, description="The languages of the hub; the first is the default.")
    title: FullText = Field(description="Name of the hub.")
    tagline: FullText = Field(description="One sentence on what the hub is about.")
    publisher: FullText = Field(description="Who publishes the hub.")
    content_license: WebAddress = Field(description="Address of the licence of the content.")
    code_license: WebAddress = Field(description="Address of the licence of the code.")
    repository: WebAddress = Field(description="Address where data and code are kept.")
    edit_address: WebAddress = Field(description="Address that opens a file for editing; `{path}` is filled in.")
    report_address: WebAddress = Field(description="Address of a new report; `{title}` and `{body}` are filled in.")
    contact_mail: Annotated[str, Field(max_length=200, pattern=MAIL_PATTERN)] = Field(
        description="Where people without an account reach whoever runs the hub; on every page."
    )
    issue_address: WebAddress = Field(
        description="Address of a new issue with a contribution; `{title}` and `{body}` are filled in."
    )
    review: Review = Field(description="What happens to what readers send in.")
    review_every: ReviewTimes = Field(description="After how many months a record of each kind is due for a look.")
    examples: tuple[Literal["contact_mail", "issue_address", "review"], ...] = Field(
        (), description="Which settings are still examples; `make site` says so until they are taken off this list."
    )
    criteria_version: Version = Field(description="Version of the list of quality criteria that is asked now.")
    updated: Annotated[Day, AfterValidator(_since_zip)] = Field(
        description="Day of the last change of the content; shown, and the date of every download."
    )

    @property
    def content_license_name(self) -> str:
        return license_name(self.content_license)

    @property
    def locales(self) -> tuple[Locale, ...]:
        return tuple(language.locale for language in self.languages)
