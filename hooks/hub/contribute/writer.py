"""Changes to a file of records that touch nothing else: only the bytes of a changed value are replaced.

Places come from the marks of the parser, so comments, order and layout of all other lines stay as they are. What came
out is read again by the hub's own reader and must be the value that was meant; else the group around it is written anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from ..load.strict_yaml import Loc, read, value_at
from .yaml_text import STEP, NotWritable, Value, after_name, entry, written


def put(text: str, loc: Loc, value: Value, order: Sequence[str] = ()) -> str:
    """`text` with `value` at `loc`: replaced, added to its group or, where the last step is the length of a list, appended.

    `order`: fields of the group around it, for a field that is new. Raises `KeyError` when what is around it is not there,
    and `NotWritable` when no file can hold the value.
    """
    whole = _value(text)
    wanted = _with(whole, loc, value)
    if wanted == whole:
        return text
    old = value_at(whole, loc)
    if isinstance(old, dict) and isinstance(value, Mapping) and old and value:
        return _put_fields(text, loc, old, value)
    return _checked(text, loc, wanted, lambda: _put(text, loc, value, order))


def drop(text: str, loc: Loc) -> str:
    """`text` without what is at `loc`; a group that would be empty goes with it."""
    around = value_at(_value(text), loc[:-1])
    if not isinstance(around, dict | tuple) or value_at(_value(text), loc) is None:
        raise KeyError(loc)
    if len(around) == 1 and len(loc) > 1:
        return drop(text, loc[:-1])
    return _checked(text, loc[:-1], _without(_value(text), loc), lambda: _drop(text, loc))


def insert(text: str, at: int, value: Mapping[str, Value]) -> str:
    """`text`, a list, with an entry before that with the number `at`; at its end where there is none."""
    entries = _value(text)
    assert isinstance(entries, tuple)
    if at == len(entries):
        return put(text, (at,), value)
    line = _line_start(text, _start(_root(text).value[at]))
    return _checked(text, (), (*entries[:at], _frozen(value), *entries[at:]), lambda: _lines_at(text, line, entry(value, 0)))


def record(value: Mapping[str, Value], schema: str | None = None) -> str:
    """A new file with one record."""
    lines = [after_name(inner, 0, name) for name, inner in value.items()]
    return "\n".join(([f"# yaml-language-server: $schema={schema}"] if schema else []) + lines) + "\n"


def _value(text: str) -> Value:
    return read(text).value


def _put_fields(text: str, loc: Loc, old: Mapping[str, Value], new: Mapping[str, Value]) -> str:
    """Only the fields that differ are touched."""
    for name in new:
        if name not in old or old[name] != new[name]:
            text = put(text, (*loc, name), new[name], tuple(new))
    for name in old:
        if name not in new:
            text = drop(text, (*loc, name))
    return text


def _checked(text: str, loc: Loc, wanted: Value, change: Any) -> str:
    """The change if it gives what is meant; else the closest group around it that can be written anew."""
    try:
        changed: str = change()
    except (NotWritable, ValueError):
        changed = text
    while _value(changed) != wanted or read(changed).faults:
        if not loc:
            raise NotWritable("must be a value that a file can hold")
        loc = loc[:-1]
        changed = _put(text, loc, value_at(wanted, loc), ()) if loc else _anew(text, wanted)
    return changed


def _anew(text: str, wanted: Value) -> str:
    if not isinstance(wanted, Mapping):
        raise NotWritable("must be a value that a file can hold")
    head = text[: _start(_root(text))]
    return head + record(wanted)


def _with(whole: Value, loc: Loc, value: Value) -> Value:
    if not loc:
        return _frozen(value)
    step, rest = loc[0], loc[1:]
    if isinstance(step, int):
        if not isinstance(whole, tuple) or step > len(whole) or (step == len(whole) and rest):
            raise KeyError(loc)
        inner = _with(whole[step] if step < len(whole) else None, rest, value)
        return (*whole[:step], inner, *whole[step + 1 :])
    if not isinstance(whole, dict) or (rest and step not in whole):
        raise KeyError(loc)
    return {**whole, step: _with(whole.get(step), rest, value)}


def _without(whole: Value, loc: Loc) -> Value:
    step, rest = loc[0], loc[1:]
    if rest:
        inner = _without(value_at(whole, (step,)), rest)
        return _with(whole, (step,), inner)
    if isinstance(whole, tuple) and isinstance(step, int):
        return (*whole[:step], *whole[step + 1 :])
    return {name: inner for name, inner in whole.items() if name != step}  # type: ignore[attr-defined]


def _frozen(value: Value) -> Value:
    if isinstance(value, Mapping):
        return {str(name): _frozen(inner) for name, inner in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, tuple | list) else value


# --- places in the text -----------------------------------------------------------------------------------------------


def _root(text: str) -> Any:
    return yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _start(node: Any) -> int:
    return int(node.start_mark.index)


def _end(node: Any, text: str) -> int:
    """Where the last sign of a value ends; marks of blocks lie beyond line breaks and remarks that follow."""
    if isinstance(node, yaml.ScalarNode):
        return _start(node) + len(text[_start(node) : node.end_mark.index].rstrip("\r\n"))
    if node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last, text)


def _find(node: Any, loc: Loc) -> Any:
    for step in loc:
        node = node.value[step] if isinstance(step, int) else next(one for key, one in node.value if key.value == step)
    return node


def _key(around: Any, name: str | int) -> Any:
    return next(key for key, _ in around.value if key.value == name)


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _next_line(text: str, at: int) -> int:
    """Where the next line begins; the end of the text where there is none."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _in_flow(root: Any, loc: Loc) -> bool:
    return any(bool(_find(root, loc[:depth]).flow_style) for depth in range(len(loc)))


def _put(text: str, loc: Loc, value: Value, order: Sequence[str]) -> str:
    root = _root(text)
    around = _find(root, loc[:-1])
    step = loc[-1]
    flow = _in_flow(root, loc)
    if isinstance(step, int):
        if step == len(around.value):
            return _append(text, around, value, flow)
        node = around.value[step]
        indent = _start(node) - _line_start(text, _start(node))
        new = written(value, indent, indent, flow).lstrip()
        return text[: _start(node)] + new + text[_end(node, text) :]
    if all(key.value != step for key, _ in around.value):
        return _add(text, around, step, value, order, flow)
    node, key = _find(around, (step,)), _key(around, step)
    indent = int(key.start_mark.column) + STEP
    after = int(key.end_mark.index) + 1  # behind the colon
    new = written(value, indent, int(node.start_mark.column), flow)
    return text[:after] + (new if new.startswith("\n") else f" {new}") + text[_end(node, text) :]


def _append(text: str, around: Any, value: Value, flow: bool) -> str:
    if flow or around.flow_style:
        at = _end(around.value[-1], text) if around.value else int(around.end_mark.index) - 1
        return text[:at] + (", " if around.value else "") + written(value, 0, 0, True) + text[at:]
    last = around.value[-1]
    dash = text.rfind("-", 0, _start(last))
    indent = dash - _line_start(text, dash)
    at = _next_line(text, _end(last, text))
    return _lines_at(text, at, f"{' ' * indent}{entry(value, indent)}")


def _add(text: str, around: Any, name: str, value: Value, order: Sequence[str], flow: bool) -> str:
    """A field that is new: behind the last of those that come before it."""
    ahead = list(order[: order.index(name)]) if name in order else list(order)
    before = [pair for pair in around.value if not order or pair[0].value in ahead]
    if flow or around.flow_style:
        new = f"{name}: {written(value, 0, 0, True)}"
        if before:
            at = _end(before[-1][1], text)
            return f"{text[:at]}, {new}{text[at:]}"
        at = _start(around.value[0][0])
        return f"{text[:at]}{new}, {text[at:]}"
    first = around.value[0][0]
    indent = int(first.start_mark.column)
    new = after_name(value, indent, name)
    if before:
        return _lines_at(text, _next_line(text, _end(before[-1][1], text)), f"{' ' * indent}{new}")
    at = _start(first)
    return f"{text[:at]}{new}\n{' ' * indent}{text[at:]}"


def _lines_at(text: str, at: int, lines: str) -> str:
    """With these lines at the start of a line."""
    if at and text[at - 1] != "\n":
        return f"{text[:at]}\n{lines}\n{text[at:]}"
    return f"{text[:at]}{lines}\n{text[at:]}"


def _drop(text: str, loc: Loc) -> str:
    root = _root(text)
    around, step = _find(root, loc[:-1]), loc[-1]
    pairs = list(around.value)
    if isinstance(step, int):
        place, first, last = step, pairs[step], pairs[step]
    else:
        place = next(at for at, (key, _) in enumerate(pairs) if key.value == step)
        first, last = pairs[place]
    begin, end = _start(first), _end(last, text)

    def start_of(at: int) -> int:
        return _start(pairs[at][0] if isinstance(pairs[at], tuple) else pairs[at])

    if around.flow_style:
        if place + 1 < len(pairs):
            return text[:begin] + text[start_of(place + 1) :]
        previous = pairs[place - 1]
        return text[: _end(previous[1] if isinstance(previous, tuple) else previous, text)] + text[end:]
    if isinstance(step, int):
        begin = text.rfind("-", 0, begin)
    line = _line_start(text, begin)
    if text[line:begin].strip() and place + 1 < len(pairs):
        # Behind the dash of a list: what follows moves up
        return text[:begin] + text[start_of(place + 1) :]
    return text[:line] + text[_next_line(text, end) :]
