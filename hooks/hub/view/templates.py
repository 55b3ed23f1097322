"""Our own Jinja environment: everything is escaped and a misspelt name fails, unlike in the environment of the theme."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

if TYPE_CHECKING:
    from .view import View

TEMPLATES = Path(__file__).resolve().parents[3] / "overrides"


@cache
def environment(templates: Path = TEMPLATES) -> Environment:
    """Templates are named from `overrides/`, as `hub/pages/practice.html`; a changed file is read again."""
    return Environment(
        loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=False,
    )  # fmt: skip


def rendered(template: str, view: View, **values: object) -> Markup:
    """A template by its name in `overrides/hub`, such as `pages/practice`."""
    return Markup(environment().get_template(f"hub/{template}.html").render(view.globals() | values))


def macro(template: str, name: str, view: View, *values: object) -> Markup:
    """What a macro of a template in `overrides/hub/parts` makes of values; its module is made once per view."""
    module = view.modules.get(template)
    if module is None:
        module = environment().get_template(f"hub/parts/{template}.html").make_module(view.globals())
        view.modules[template] = module
    return Markup(getattr(module, name)(*values))
