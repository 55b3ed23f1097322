"""Error messages of the YAML parser, rewritten for authors. None of the parser's own words reaches them."""

from __future__ import annotations

import yaml

from .yaml_layout import BACKSLASH, missing_colon, rows, unspaced_above

REFERENCE = "must not use YAML's references (&name, *name); a text that begins with & or * needs quotes"
COMMA = "must be followed by ':' and a value; inside { } a text with a comma needs quotes"
TAG = "must not use YAML's tags; a text that begins with ! needs quotes"
QUOTES = "must close the quotes that are opened here"
PERCENT = "must be in quotes when a text begins with %"
OPEN_LIST = "must close the list that is opened here with '['; inside it, texts with , : [ ] { } need quotes"
OPEN_GROUP = "must close the group that is opened here with '{'; inside it, texts with , : [ ] { } need quotes"
OTHER = "must be fields 'name: value' and lists '- …'; YAML can read this line as neither, a text may need quotes"

_SYNTAX: tuple[tuple[str, str, str], ...] = (
    ("directive", "", PERCENT),
    ("", "directive", PERCENT),
    ("", "incompatible YAML document", PERCENT),
    ("scanning an alias", "", REFERENCE),
    ("scanning an anchor", "", REFERENCE),
    ("scanning a tag", "", TAG),
    ("parsing a tag", "", TAG),
    ("", "undefined tag handle", TAG),
    ("", "mapping values are not allowed", "must be in quotes when a text holds ': '; or else the indentation is wrong"),
    ("", "block sequence entries", "must start a list on a line of its own; a text that begins with '- ' needs quotes"),
    ("", "mapping keys are not allowed", "must be in quotes when a text begins with '? '"),
    ("quoted scalar", "unexpected end of stream", QUOTES),
    ("quoted scalar", "document indicator", QUOTES),
    ("quoted scalar", "", BACKSLASH),
    ("", "expected node content", "must have a value before a , ] or }; a text that begins with one needs quotes"),
    ("flow sequence", "", OPEN_LIST),
    ("flow mapping", "", OPEN_GROUP),
    ("block scalar", "", "must start the text on the line below '>-' or '|', which stand alone"),
    ("block mapping", "expected key", "must be a field 'name: value', indented as the fields above it, with nothing after "
     "closing quotes (an apostrophe inside single quotes is written twice)"),
    ("block collection", "'-' indicator", "must be an entry '- …', indented as the entries above it"),
    ("", "tab character", "must be indented with spaces, got a tab"),
    ("", "document start", "must be fields 'name: value', with nothing after closing quotes"),
)  # fmt: skip
"""Part of the parser's context, part of its complaint, our message; the first row that fits counts."""


def in_our_words(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    """The line where something is wrong, and what it is."""
    context, complaint = error.context or "", error.problem or ""
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    lines = rows(text)
    if "cannot start any token" in complaint and mark:
        character = lines[mark.line][mark.column : mark.column + 1] if mark.line < len(lines) else ""
        if character == "\t":
            return line, "must be indented with spaces, got a tab"
        return line, f"must be in quotes when a text begins with {character or 'a special character'}"
    if "could not find expected ':'" in complaint and error.context_mark:
        line = error.context_mark.line + 1
        return line, missing_colon(lines[line - 1])
    if "mapping values are not allowed" in complaint and (above := unspaced_above(lines, line)):
        return above
    for in_context, in_complaint, message in _SYNTAX:
        if in_context in context and in_complaint in complaint:
            opened = "opened here" in message and error.context_mark
            return error.context_mark.line + 1 if opened and error.context_mark else line, message
    return line, OTHER
