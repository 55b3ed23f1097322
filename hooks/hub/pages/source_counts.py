"""What the bibliography consists of, in sentences: how many sources, in which languages, how far read, from when."""

from __future__ import annotations

from collections import Counter

from ..link.catalogue import Catalogue
from ..view.view import View

READ = ("full", "part", "abstract", "second-hand")


def lines(view: View) -> tuple[str, ...]:
    """One sentence per question, made of the data."""
    edition, catalogue, t = view.edition, view.edition.catalogue, view.t
    found = catalogue.sources.values()
    languages = Counter(source.language for source in found)
    named = [
        t("method.sources.language", language=edition.strings.language(code), count=count)
        for code, count in sorted(languages.items(), key=lambda item: (-item[1], item[0]))
    ]
    read = Counter[str](source.custom.read for source in found)
    years = sorted(source.issued[:4] for source in found if source.issued)
    checked = max((practice.last_checked for practice in catalogue.practices.values()), default=catalogue.settings.updated)
    return (
        t("method.sources.count", count=len(found), practices=len(of_practices(catalogue))),
        t("method.sources.languages", list=", ".join(named)),
        t("method.sources.read", list=", ".join(
            t("method.sources.so_many", what=t(f"sources.read.{how}"), count=read[how]) for how in READ if read[how]
        )),
        t("method.sources.years", first=years[0], last=years[-1], unknown=len(found) - len(years),
          inferred=sum(source.custom.issued_inferred for source in found)),
        t("method.sources.checked", date=edition.strings.date(checked)),
    )  # fmt: skip


def of_practices(catalogue: Catalogue) -> frozenset[str]:
    """Sources that some practice rests on."""
    return frozenset(id for id, citing in catalogue.cited_by.items() if any(kind == "practice" for kind, _ in citing))
