"""A record that was validated: its entity, its parts and whether it is sound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..load.records import RawRecord
from .fields import Part


@dataclass(frozen=True)
class Valid:
    """An entity with the record it came from, so that later rules can name the line."""

    raw: RawRecord
    entity: Any
    parts: tuple[Part, ...]
    """Without the places that were repaired."""
    sound: bool
    """False: it has faults. Its other references can be checked; it is never published."""
