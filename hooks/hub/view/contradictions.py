"""Where sources disagree: the topic and what each of them says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ..model import Contradiction
from .view import View


@dataclass(frozen=True)
class VersionView:
    says: Markup
    sources: Markup


@dataclass(frozen=True)
class ContradictionView:
    topic: Markup
    versions: tuple[VersionView, ...]
    reading: Markup | None


def contradictions(view: View, items: Iterable[Contradiction]) -> tuple[ContradictionView, ...]:
    return tuple(
        ContradictionView(
            view.say(item.topic),
            tuple(VersionView(view.say(version.says), view.cite(version.sources)) for version in item.versions),
            view.say(item.reading) if item.reading else None,
        )
        for item in items
    )
