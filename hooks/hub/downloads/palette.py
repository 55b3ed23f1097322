"""Colours of Word documents and spreadsheets: the light scheme of `tokens.css`, as far as it has them (a test compares)."""

from __future__ import annotations

PETROL = "0F4C5C"
INK = "1D2A2F"
SOFT = "485960"
HEADER_FILL = "E3EEF0"
"""Behind the heads of tables and behind answers."""
INPUT_FILL = "FDF3DF"
"""Behind cells to fill in."""
LINE = "9FB2B7"
