"""The questions about a new practice as a document (`.docx`), for who would rather write in Word or on paper.

    /downloads/practice-questions.<locale>.docx

What counts, the questions with room to answer, and how the hub answers them for one practice.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from docx.shared import Cm

from ..link.addresses import CONTRIBUTE, questions_download
from ..text.strings import REGIONS
from ..view import practice_questions
from ..view.edition import Edition, Editions
from ..view.view import View
from . import rich_text
from .docx_elements import add_hyperlink, add_row, keep_whole, styled
from .docx_styles import WIDTH
from .rich_text import Block, Run
from .word_pieces import Pieces

ASK_WIDTH = 6.2
"""Of the questions, in centimetres; the answers have the rest."""
EXAMPLE_WIDTHS = (3.6, 8.8, 4.6)
LINE = 0.8
"""Height of a line to write on."""


def files(languages: Editions, base: str) -> Mapping[str, bytes]:
    """The document of each language by its address. `base` is the address of the site, printed on it."""
    return {questions_download(locale): document(edition, base) for locale, edition in languages.items()}


def document(edition: Edition, base: str) -> bytes:
    """The file; the same edition gives the same bytes."""
    view = View(edition, CONTRIBUTE, root=base)
    view.sources_on_page = False
    writer = _Writer(view)
    writer.write()
    return writer.saved(datetime.fromisoformat(edition.catalogue.settings.updated))


class _Writer(Pieces):
    def __init__(self, view: View) -> None:
        locale, settings = view.edition.locale, view.edition.catalogue.settings
        super().__init__(REGIONS.get(locale, locale).replace("_", "-"))
        self.view, self.settings = view, settings
        address = view.link(CONTRIBUTE)
        license = view.t(
            "toolkit.document.license", license=settings.content_license_name, address=settings.content_license
        )
        title = self.word("title")
        self.properties(
            title=title, subject=self.word("summary"), publisher=view.edition.text(settings.publisher),
            comments=f"{license} {address}", version=settings.updated, moment=datetime.fromisoformat(settings.updated),
        )  # fmt: skip
        hub = view.edition.text(settings.title)
        self.header_and_footer(f"{title}\t{view.edition.strings.date(settings.updated)}", f"{hub} · {address}", license)

    def word(self, key: str, **values: str) -> str:
        return self.view.t(f"contribute.new.word.{key}", **values)

    def write(self) -> None:
        mail = self.settings.contact_mail
        self.document.add_paragraph(self.word("title"), style="Title")
        before, _, after = self.word("intro", mail="\0").partition("\0")
        intro = self.document.add_paragraph(before)
        add_hyperlink(intro, mail, f"mailto:{mail}")
        intro.add_run(after)
        self.document.add_heading(self.word("rules"), level=1)
        self.blocks(Block("ul", (Run(self.word(f"rule.{rule}")),)) for rule in practice_questions.RULES)
        self._questions()
        styled(self.document.add_paragraph(), "Hub Gap")
        review = self.settings.review
        self.document.add_paragraph(self.view.t(
            "contribute.after", who=self.view.edition.text(review.who), days=review.days,
            named=self.view.t(f"contribute.named.{review.named}"),
        ))  # fmt: skip
        self._example()

    def _questions(self) -> None:
        title = self.word("questions")
        self.document.add_heading(title, level=1)
        headers = (self.view.t("toolkit.form.question"), self.view.t("toolkit.form.answer"))
        grid = self.grid(headers, (ASK_WIDTH, WIDTH - ASK_WIDTH), title)
        for question in practice_questions.questions(self.view):
            row = add_row(grid)
            keep_whole(row)
            row.height = Cm(max(1.1, LINE * question.lines))
            label, answer = row.cells
            styled(label.paragraphs[0], "Hub Label").add_run(question.ask)
            styled(label.add_paragraph(question.help), "Hub Help")
            styled(answer.paragraphs[0], "Hub Answer")

    def _example(self) -> None:
        id = practice_questions.EXAMPLE
        if id not in self.view.edition.catalogue.practices:
            return
        heading = self.document.add_heading(self.word("example"), level=1)
        heading.paragraph_format.page_break_before = True
        name = self.view.edition.title("practice", id)
        self.document.add_paragraph(self.word("example_intro", name=name))
        headers = (self.view.t("toolkit.form.question"), self.word("example_head"), self.word("look_head"))
        grid = self.grid(headers, EXAMPLE_WIDTHS, self.word("example"))
        for one in practice_questions.example(self.view, id):
            row = add_row(grid)
            keep_whole(row)
            ask, answer, look = row.cells
            styled(ask.paragraphs[0], "Hub Label").add_run(one.ask)
            self.blocks(rich_text.blocks(str(one.answer)), answer)
            answer._tc.remove(answer.paragraphs[0]._p)  # a cell comes with an empty one
            styled(look.paragraphs[0], "Hub Help").add_run(one.look)
