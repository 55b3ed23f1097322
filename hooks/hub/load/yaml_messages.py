"""Error messages of the YAML parser, rewritten for authors."""

from __future__ import annotations

REFERENCE = "must not use YAML's references (&name, *name); a text that begins with & or * needs quotes"
COMMA = "must be followed by ':' and a value; inside { } a text with a comma needs quotes"
TAG = "must not use YAML's tags; a text that begins with ! needs quotes"

SYNTAX: tuple[tuple[str, str, str], ...] = (
    ("scanning an alias", "", REFERENCE),
    ("scanning an anchor", "", REFERENCE),
    ("", "mapping values are not allowed", "must be in quotes when a text holds ': '; or else the indentation is wrong"),
    ("", "block sequence entries", "must start a list on a line of its own; a text that begins with '- ' needs quotes"),
    ("", "mapping keys are not allowed", "must be in quotes when a text begins with '? '"),
    ("quoted scalar", "unexpected end of stream", "must close the quotes that are opened here"),
    ("quoted scalar", "unknown escape", "must not hold a backslash inside double quotes; use single quotes"),
    ("quoted scalar", "escape code", "must not hold a backslash inside double quotes; use single quotes"),
    ("flow sequence", "", "must close the list that is opened here with '['; inside it, texts with , : [ ] { } need quotes"),
    ("flow mapping", "", "must close the group that is opened here with '{'; inside it, texts with , : [ ] { } need quotes"),
    ("block scalar", "", "must start the text on the line below '>-' or '|', which stand alone"),
    ("block mapping", "expected key", "must be a field 'name: value', indented as the fields above it, with nothing after "
     "closing quotes (an apostrophe inside single quotes is written twice)"),
    ("block collection", "'-' indicator", "must be an entry '- …', indented as the entries above it"),
    ("simple key", "could not find expected ':'", "must be a field 'name: value'; the ':' is missing on the line above"),
    ("", "document start", "must be fields 'name: value', with nothing after closing quotes"),
)  # fmt: skip
"""Part of the parser's context, part of its complaint, our message; the first row that fits counts."""
