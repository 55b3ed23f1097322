"""The domain as frozen types, and its closed lists. The one place that says what a record holds.

Everything else is derived from it: the check, the JSON Schemas for editors and the field reference.
Imports nothing of the hub's other modules.
"""

from .base import Locale, Record, Ref, Said, ShortText, Text, Words, texts_in
from .change import Change, Touched
from .criterion import Basis, Criterion, LabelMention, Retirement
from .field_meanings import FieldMeanings
from .figure import Figure
from .form import Form, FormStep
from .guide import Disagreement, FreeFigure, Guide, Help, QuickWin, Recommendation
from .known import Dispute, Lesson, Remark, Statement, Study, Tally
from .local import Area, Offer, Route, Sighting
from .partner import Founding, Partner
from .practice import FACETS, Evidence, Illustration, Practice, Provider, ThinPractice, facet_values
from .project import Event, Output, Project, ProjectPartner
from .prose import Prose, ProseLine, citations, percentages, record_links, value_marks
from .published import PublishedIds
from .shared import Contradiction, Period, Person
from .site import HubSettings, Language
from .source import Name, Source, SourceNote
from .tool import Tool
from .vocabulary import Dimension, GlossaryTerm, Label, Term, Vocabulary

__all__ = [
    "Area", "Basis", "Change", "Contradiction", "Criterion", "Dimension", "Disagreement", "Dispute", "Event", "Evidence",
    "FACETS", "FieldMeanings", "Figure", "Form", "FormStep", "Founding", "FreeFigure", "GlossaryTerm", "Guide", "Help",
    "HubSettings", "Illustration", "Label", "LabelMention", "Language", "Lesson", "Locale", "Name", "Offer", "Output",
    "Partner", "Period", "Person", "Practice", "Project", "ProjectPartner", "Prose", "ProseLine", "Provider",
    "PublishedIds", "QuickWin", "Recommendation", "Record", "Ref", "Remark", "Retirement", "Route", "Said", "ShortText",
    "Sighting", "Source", "SourceNote", "Statement", "Study", "Tally", "Term", "Text", "ThinPractice", "Tool", "Touched",
    "Vocabulary", "Words", "citations", "facet_values", "percentages", "record_links", "texts_in", "value_marks",
]  # fmt: skip
