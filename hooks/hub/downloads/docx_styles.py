"""The looks of Word documents: page, fonts and styles. Content only names the styles.

They are set here and not in a template document, so that a change can be read in a review (`hooks/README.md`, Decisions).
"""

from __future__ import annotations

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from .palette import INK, PETROL, SOFT

FONT = "Calibri"
WIDTH = 17.0
"""Of the text, in centimetres: A4 with margins of 2 cm."""
KEPT_STYLES = frozenset({
    "Normal", "Title", "Heading1", "Heading2", "ListBullet", "ListNumber", "Header", "Footer", "TableGrid", "TableNormal",
    "DefaultParagraphFont", "NoList",
})  # fmt: skip
"""Ids of python-docx's own styles that the documents use."""


def apply(document: Document, language: str) -> None:
    """Sets up a new document; `language` as in `nl-BE`."""
    _drop_unused_styles(document)
    _page(document)
    _language(document, language)
    _styles(document)


def _drop_unused_styles(document: Document) -> None:
    """python-docx brings 160 styles; a short list is kinder to who edits, makes small files and saves time."""
    styles = document.styles.element
    for style in list(styles.iter(qn("w:style"))):
        if style.get(qn("w:styleId")) not in KEPT_STYLES:
            styles.remove(style)
        elif (linked := style.find(qn("w:link"))) is not None:
            style.remove(linked)


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2.2)
    section.header_distance = section.footer_distance = Cm(1.0)
    for name in ("Header", "Footer"):
        stops = _paragraph_style(document, name).paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)


def _language(document: Document, code: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    language = defaults.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        defaults.append(language)
    for name in ("val", "eastAsia"):
        language.set(qn(f"w:{name}"), code)
    language.set(qn("w:bidi"), "ar-SA")
    theme_language = document.settings.element.find(qn("w:themeFontLang"))
    if theme_language is not None:
        theme_language.set(qn("w:val"), code)


def _styles(document: Document) -> None:
    _style(document, "Normal", 11, INK, after=6, line=1.15)
    _style(document, "Title", 24, PETROL, bold=True, after=6)
    _style(document, "Heading 1", 15, PETROL, bold=True, before=12, after=4)
    _style(document, "Heading 2", 11, PETROL, bold=True, before=6, after=2)
    for name in ("List Bullet", "List Number"):
        _style(document, name, 11, INK, after=3, line=1.15)
    for name in ("Header", "Footer"):
        _style(document, name, 8.5, SOFT)
    for name, size, colour, bold, after in (
        ("Hub Label", 11, INK, True, 1), ("Hub Help", 9.5, SOFT, False, 2), ("Hub Answer", 11, INK, False, 2),
        ("Hub Header", 9.5, INK, True, 0), ("Hub Small", 9.5, SOFT, False, 4), ("Hub Box", 11, INK, False, 2),
        ("Hub Gap", 5, SOFT, False, 0), ("Hub Note", 10, INK, False, 3), ("Hub Note List", 10, INK, False, 2),
        ("Hub Source", 8, SOFT, False, 1),
    ):  # fmt: skip
        added = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(added, ParagraphStyle)
        added.base_style = document.styles["List Bullet" if name == "Hub Note List" else "Normal"]
        _style(document, name, size, colour, bold=bold, after=after, line=1.1)
    box = _paragraph_style(document, "Hub Box").paragraph_format
    box.left_indent, box.first_line_indent = Cm(0.7), Cm(-0.7)


def _style(
    document: Document, name: str, size: float, colour: str, *, bold: bool = False, before: float = 0, after: float = 0,
    line: float = 1.0,
) -> None:  # fmt: skip
    style = _paragraph_style(document, name)
    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{attribute}"), None)
    for attribute in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{attribute}"), FONT)
    borders = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        style.element.pPr.remove(borders)
    layout = style.paragraph_format
    layout.space_before, layout.space_after, layout.line_spacing = Pt(before), Pt(after), line


def _paragraph_style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style
