"""What a template can say: the catalogue as a reader of one language sees it from one address.

`Edition` is the catalogue in one language, made once; `View` adds the address of a page, so that links are relative,
and remembers which sources the page cites. `View.globals()` is what every template gets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from jinja2.environment import TemplateModule
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup, escape

from ..link.addresses import place_of, relative, uri
from ..link.translations import Translated
from ..model import Locale, Prose, ProseLine, Text
from ..text import prose
from ..text.bibliography import Reference, used
from ..text.strings import Value
from .edition import Edition
from .templates import macro


class View:
    """One page of an edition."""

    sources_on_page = True
    """Whether the page lists the sources it cites and their marks lead there; elsewhere they lead to the list of all."""
    value: prose.Value | None = None
    """How a page prints figures in its texts; only guides do (`GuideView`)."""

    def __init__(self, edition: Edition, path: str, root: str | None = None) -> None:
        """`root` is where the site is, for what is read elsewhere (error page, downloads): links begin with it."""
        self.edition = edition
        self.path = path
        self.root = root
        self.modules: dict[str, TemplateModule] = {}
        """Templates of macros by name, as `templates.macro` made them for this page."""
        self._cited: list[str] = []

    # --- addresses ------------------------------------------------------------------------------------------------

    def link(self, path: str, fragment: str | None = None, locale: Locale | None = None) -> str:
        """Link to a page of the hub, in the same language unless asked otherwise."""
        settings = self.edition.catalogue.settings
        if path == self.path and fragment and not locale:
            return f"#{fragment}"
        return self._from_here(uri(path, locale or self.edition.locale, settings)) + (f"#{fragment}" if fragment else "")

    def asset(self, path: str) -> str:
        """Link to a file that is the same for all languages, by its path from the root of the site."""
        return self._from_here(path)

    def record(self, kind: str, id: str) -> str:
        """Link to a record, or to a page by its path; `id` may name a part of it (`duo-for-a-job#results`)."""
        return self.link(*place_of(kind, id, self.edition.catalogue))

    def _from_here(self, target: str) -> str:
        if self.root is not None:
            return self.root + target
        return relative(target, uri(self.path, self.edition.locale, self.edition.catalogue.settings))

    # --- words ----------------------------------------------------------------------------------------------------

    def t(self, key: str, **values: Value) -> str:
        return self.edition.strings(key, **values)

    def script_texts(self, key: str) -> Markup:
        """A text or a group of texts as authored, for a script: JSON for an attribute in single quotes."""
        texts: Any = self.edition.catalogue.strings[self.edition.locale]
        for name in key.split("."):
            texts = texts[name]
        return htmlsafe_json_dumps(texts, sort_keys=True)

    def say(self, text: Text) -> Markup:
        """Plain text, escaped. In another language than the page's it carries its own `lang` and says so; it also says when
        it lags behind another language.
        """
        return self._noted(text, escape(text.said(self.edition.locale).text))

    def line(self, text: ProseLine) -> Markup:
        """The same with source marks and links."""
        return self._noted(text, self.inline(text.said(self.edition.locale).text))

    def plain(self, text: Prose) -> Markup:
        """Only the words, for a place whose reader finds the source marks one link further."""
        return self._noted(text, escape(prose.to_plain(text.said(self.edition.locale).text)))

    def _noted(self, text: Text, html: Markup) -> Markup:
        note = self.edition.note(text)
        return html if note is None else macro("text", "said", self, html, text.said(self.edition.locale).lang, note)

    def prose(self, text: Prose) -> Markup:
        """Paragraphs with source marks; what there is to note about their language stands above them."""
        said = text.said(self.edition.locale)
        html = prose.to_html(said.text, self.cite, self.record, self.value)
        if said.lang != self.edition.locale:
            return macro("text", "said_block", self, html, said.lang, self.edition.note(text))
        return self.lagging(self.edition.catalogue.translations.of(text)) + html

    def lagging(self, text: Translated | None, fragment: str | None = None) -> Markup:
        """What stands above a text that lags behind another language, with a link to that; nothing where it does not."""
        newer = self.edition.newer(text)
        if not newer:
            return Markup("")
        language = self.edition.languages(newer)
        return macro("text", "lagging", self, language, self.link(self.path, fragment, newer[0]), newer[0])

    def inline(self, text: str) -> Markup:
        """A line of our own with source marks and links, as interface texts may hold them."""
        return prose.to_inline_html(text, self.cite, self.record, self.value)

    # --- sources --------------------------------------------------------------------------------------------------

    def cite(self, ids: Sequence[str]) -> Markup:
        """Marks of sources in a text; each leads to the full reference in the list of this page."""
        self._cited += ids
        marks = [(self.source_link(id), self.edition.references[id].mark) for id in ids]
        return macro("text", "source_marks", self, marks)

    def source_link(self, id: str) -> str:
        """Where the mark of a source leads."""
        return f"#source-{id}" if self.sources_on_page else self.record("source", id)

    def cited(self, also: Iterable[str] = ()) -> tuple[Reference, ...]:
        """The sources that this page cites and some more, in the order of a bibliography."""
        return used(self.edition.references, (*self._cited, *also))

    # --- for templates --------------------------------------------------------------------------------------------

    def globals(self) -> dict[str, object]:
        """Words and addresses; what a template shows of the data is given to it, finished."""
        strings = self.edition.strings
        return {
            "t": self.t, "script_texts": self.script_texts, "number": strings.number, "date": strings.date,
            "link": self.link, "asset": self.asset, "locale": self.edition.locale,
        }  # fmt: skip
