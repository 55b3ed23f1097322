"""What stands in the key facts of a practice, a partner and a project alike."""

from __future__ import annotations

from markupsafe import Markup


def note(html: Markup) -> Markup:
    """What is said beside a fact, in smaller letters."""
    return Markup('<span class="hub-facts__note">{}</span>').format(html)


def website(address: str) -> Markup:
    """
    >>> website("https://www.example.org/mentor/")
    Markup('<a href="https://www.example.org/mentor/" rel="external noopener">example.org/mentor</a>')
    """
    shown = address.split("://", 1)[1].removeprefix("www.").rstrip("/")
    return Markup('<a href="{}" rel="external noopener">{}</a>').format(address, shown)
