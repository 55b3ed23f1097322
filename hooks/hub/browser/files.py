"""All data that scripts load, made once per build: in every language, because the name of a folder follows all it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..view.edition import Editions
from .assessment import AssessmentData, assessment_data
from .form_files import FormFiles, form_files
from .practice_files import PracticeFiles, practice_files
from .practice_index import PracticeIndex, practice_index
from .record_files import RecordFiles, record_files


@dataclass(frozen=True)
class BrowserFiles:
    """Pages ask for addresses, the site for bytes."""

    index: PracticeIndex
    practices: PracticeFiles
    assessment: AssessmentData
    records: RecordFiles
    form: FormFiles

    @property
    def files(self) -> Mapping[str, bytes]:
        """All of them by their address from the root of the site."""
        return {**self.index.files, **self.practices.files, **self.assessment.files, **self.records.files, **self.form.files}


def browser_files(editions: Editions) -> BrowserFiles:
    return BrowserFiles(
        practice_index(editions), practice_files(editions), assessment_data(editions), record_files(editions),
        form_files(editions),
    )
