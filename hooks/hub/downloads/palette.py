"""The hub's colours in Word documents."""

from __future__ import annotations

from docx.shared import RGBColor

PETROL, INK, SOFT = RGBColor(0x0F, 0x4C, 0x5C), RGBColor(0x1D, 0x2A, 0x2F), RGBColor(0x48, 0x59, 0x60)
HEADER_FILL, LINE = "E3EEF0", "9FB2B7"
