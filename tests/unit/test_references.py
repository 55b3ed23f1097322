"""Author–year marks and full references."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from hub.model import Source
from hub.text.bibliography import Reference, references, used
from hub.text.folding import first_letter
from rendering import ROOT, strings


def a_source(id: str, **fields: Any) -> Source:
    record = {"id": id, "type": "report", "title": "A title", "language": "en", "custom": {"read": "full"}} | fields
    return Source.model_validate(record, context={"locales": ("nl", "en")})


def made(*sources: Source, locale: str = "nl") -> dict[str, Reference]:
    return references({source.id: source for source in sources}, strings(locale))


def person(family: str, given: str | None = None) -> dict[str, str]:
    return {"family": family} | ({"given": given} if given else {})


@pytest.mark.parametrize(
    ("fields", "dutch", "english"),
    [
        ({"author": (person("Bagnoli", "Lisa"),), "issued": 2021}, "Bagnoli, 2021", "Bagnoli, 2021"),
        (
            {"author": (person("Schenk"), person("De Cuyper")), "issued": "2019-05"},
            "Schenk & De Cuyper, 2019",
            "Schenk & De Cuyper, 2019",
        ),
        (
            {"author": (person("A"), person("B"), person("C")), "issued": 2022},
            "A e.a., 2022",
            "A et al., 2022",
        ),
        ({"author": ({"literal": "DUO for a JOB"},)}, "DUO for a JOB, z.d.", "DUO for a JOB, n.d."),
        ({"publisher": "Actiris", "issued": 2018}, "Actiris, 2018", "Actiris, 2018"),
        ({"container-title": "RTBF", "issued": 2018}, "RTBF, 2018", "RTBF, 2018"),
        ({"title": "One two three four five six", "issued": 2020}, "One two three four five …, 2020", "One two three four five …, 2020"),
        ({"title": "One two three four five six", "title-short": "One two", "issued": 2020}, "One two, 2020", "One two, 2020"),
        ({"publisher": "Actiris", "title-short": "One", "issued": 2018}, "Actiris, 2018", "Actiris, 2018"),
        (
            {"publisher": "Actiris", "issued": 2018, "custom": {"read": "full", "issued-inferred": True}},
            "Actiris, ca. 2018",
            "Actiris, ca. 2018",
        ),
    ],
)
def test_marks(fields: dict[str, Any], dutch: str, english: str) -> None:
    source = a_source("x", **fields)
    assert made(source)["x"].mark == dutch
    assert made(source, locale="en")["x"].mark == english


def test_same_author_and_year_get_letters_by_title() -> None:
    author = ({"literal": "HIVA"},)
    found = made(
        a_source("late", author=author, issued=2021, title="Zorg"),
        a_source("early", author=author, issued="2021-03", title="Advies"),
        a_source("other", author=author, issued=2022, title="Beeld"),
        a_source("undated-1", author=author, title="A"),
        a_source("undated-2", author=author, title="B"),
    )
    assert {id: reference.mark for id, reference in found.items()} == {
        "early": "HIVA, 2021a",
        "late": "HIVA, 2021b",
        "other": "HIVA, 2022",
        "undated-1": "HIVA, z.d.-a",
        "undated-2": "HIVA, z.d.-b",
    }
    assert "(2021a)" in found["early"].html


def test_every_mark_is_unique_in_the_real_bibliography() -> None:
    raw = yaml.safe_load((ROOT / "data" / "sources.yml").read_text("utf-8"))
    found = made(*(a_source(**fixed(item)) for item in raw))
    marks = [reference.mark for reference in found.values()]
    assert len(marks) == len(set(marks)) == len(raw)


def fixed(value: Any) -> Any:
    """Lists as tuples, as loading does."""
    if isinstance(value, list):
        return tuple(fixed(item) for item in value)
    return {key: fixed(item) for key, item in value.items()} if isinstance(value, dict) else value


def test_full_reference_in_the_manner_of_apa() -> None:
    source = a_source(
        "x",
        type="article-journal",
        title="Mentoring to work: an old instrument",
        author=(person("De Cuyper", "Peter"), person("Vandermeerschen", "Hanne"), person("Purkayastha", "Damini")),
        issued=2019,
        **{"container-title": "A Journal", "number-of-pages": 12},
        DOI="10.1/abc",
    )
    reference = made(source)["x"]
    assert reference.html == (
        'De Cuyper, P., Vandermeerschen, H. &amp; Purkayastha, D. (2019). <cite lang="en">Mentoring to work: an old '
        "instrument</cite>. A Journal. 12 p."
    )
    assert reference.url == "https://doi.org/10.1/abc"


JOURNAL = {"container-title": "A Journal", "author": ({"literal": "A"},), "issued": 2019}


@pytest.mark.parametrize("locale", ["nl", "en"])
@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (JOURNAL | {"volume": "17", "issue": "2", "page": "108-121"}, "A Journal, 17(2), 108–121."),
        (JOURNAL | {"volume": "59", "issue": "1-2", "page": "25-35"}, "A Journal, 59(1–2), 25–35."),
        (JOURNAL | {"volume": "48", "page": "4085-4105"}, "A Journal, 48, 4085–4105."),
        (JOURNAL | {"issue": "3"}, "A Journal, (3)."),
        (JOURNAL | {"page": "7", "publisher": "P"}, "A Journal, 7. P."),
        (JOURNAL | {"author": (), "volume": "5"}, "A Journal, 5."),
    ],
)
def test_the_place_in_a_journal(fields: dict[str, Any], expected: str, locale: str) -> None:
    written = made(a_source("x", **fields), locale=locale)["x"].html.striptags()
    assert written.partition(" (2019). A title. ")[2] == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"issued": "2019-01", "publisher": "P"}, 'P (januari 2019). <cite lang="en">A title</cite>.'),
        ({"title": "Why?", "publisher": "P", "issued": 2019}, 'P (2019). <cite lang="en">Why?</cite>'),
        (
            {"publisher": "P", "issued": 2019, "custom": {"read": "full", "issued-inferred": True}},
            'P (2019, afgeleid). <cite lang="en">A title</cite>.',
        ),
        ({"issued": 2019}, '<cite lang="en">A title</cite> (2019).'),
        (
            {"publisher": "P & <b>", "title": "<script>"},
            'P &amp; &lt;b&gt; (z.d.). <cite lang="en">&lt;script&gt;</cite>.',
        ),
        (
            {"container-title": "example.org", "author": ({"literal": "A"},), "issued": 2019, "URL": "https://example.org/x"},
            'A (2019). <cite lang="en">A title</cite>.',
        ),
    ],
)
def test_full_references(fields: dict[str, Any], expected: str) -> None:
    assert made(a_source("x", **fields))["x"].html == expected


def test_order_and_letters() -> None:
    found = made(
        a_source("z", author=(person("Östlund", "Eva"),)),
        a_source("b", author=({"literal": "@level2work"},), issued=2018),
        a_source("a", author=({"literal": "20 Minutes"},), issued=2017),
        a_source("c", author=(person("Alfonsi"),), issued=2024),
        a_source("d", author=(person("Østby", "Åse"),), issued=2021),
        a_source("e", author=({"literal": "Þing"},), issued=2020),
    )
    assert list(found) == ["a", "c", "b", "d", "z", "e"]
    assert [reference.letter for reference in found.values()] == ["#", "A", "L", "O", "O", "T"]
    assert first_letter("") == "#"


def test_used_keeps_the_order_of_the_bibliography() -> None:
    found = made(a_source("b", publisher="B"), a_source("a", publisher="A"), a_source("c", publisher="C"))
    assert [reference.id for reference in used(found, ["c", "a", "c"])] == ["a", "c"]
