"""The toolkit as promised: which tools there are, what each of them gives, and that no essential criterion is left alone."""

from __future__ import annotations

from hub.link.catalogue import Catalogue

PHASES = {
    "design": ("project-canvas", "indicator-sheet", "caseload-calculator", "referral-agreement"),
    "mentees": ("mentee-info-sheet", "mentee-intake-form", "mentee-preparation-session"),
    "mentors": (
        "mentor-vacancy", "mentor-application", "mentor-screening-interview", "volunteer-information-note",
        "mentor-training-plan",
    ),
    "start": ("profile-sheet", "matching-sheet", "first-meeting-agenda", "mentoring-agreement", "code-of-conduct"),
    "guidance": (
        "meeting-log", "session-ideas", "check-in-guide", "mid-term-review", "signposting-map", "discrimination-guide",
        "incident-form", "rematch-form",
    ),
    "closure": (
        "closing-conversation", "final-questionnaire-mentee", "final-questionnaire-mentor", "follow-up-survey",
        "mentor-thanks",
    ),
    "learning": ("privacy-notice", "employer-sheet", "annual-self-assessment"),
}  # fmt: skip
SPREADSHEETS = {"indicator-sheet", "caseload-calculator", "matching-sheet", "meeting-log"}


def test_every_promised_tool_is_there_in_its_order(catalogue: Catalogue) -> None:
    assert {phase: tuple(tool.id for tool in tools) for phase, tools in catalogue.tools_by_phase.items()} == PHASES


def test_tools_that_calculate_or_log_are_spreadsheets_too(catalogue: Catalogue) -> None:
    assert {tool.id for tool in catalogue.tools.values() if "xlsx" in tool.formats} == SPREADSHEETS


def test_every_essential_criterion_has_a_tool(catalogue: Catalogue) -> None:
    essential = [one for one in catalogue.criteria.values() if one.tier == "essential" and one.retired is None]
    assert [one.id for one in essential if not catalogue.tools_by_criterion[one.id]] == []


def test_every_tool_gives_advice_beside_its_form(catalogue: Catalogue) -> None:
    assert [tool.id for tool in catalogue.tools.values() if not tool.tips] == []
