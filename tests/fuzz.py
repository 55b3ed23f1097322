"""Damaged hubs by the thousand: the check tells what is wrong or all is published, and nothing ends in an exception.

    python tests/fuzz.py --cases 5000 --seed 1            --minutes 10: stop then; --case 812: this one alone, with its problems

Each case is the sample of `whole` with some real records made to fit it, and one to three mutations of its records,
vocabularies, interface texts or documents: something deleted, renamed, doubled, swapped, moved from elsewhere, or replaced by
a text or number that is long, empty, odd or broken. What passes the check is rendered whole: pages, browser files, downloads.
A case is the same for the same seed and number. Prints how many were refused and rendered, the slowest, and each exception
with the mutations that lead to it; exit code 1 when there is one. A case that takes longer than `LONGEST` seconds of work is
stopped and told like an exception. What cases have in common is computed once (`remembering`), which changes no result.

Not collected by pytest; `unit/test_fuzz.py` runs a few cases. What browsers read is fuzzed by `node/fuzz.mjs`.
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "hooks"))

from harness import ROOT
from hub.pipeline import load_hub
from hub.problems import Problem, errors
from remembering import remembering
from whole import LOADER, Files, as_yaml, rendered, whole

LONGEST = 30.0
"""Seconds of processor time; the slowest honest case needs a few."""

ADOPTED = tuple(
    sorted(
        path.relative_to(ROOT).as_posix()
        for kind in ("criteria", "figures", "guides", "partners", "practices", "projects", "tools")
        for path in (ROOT / "data" / kind).glob("*.yml")
    )
)
LONG_BASE = f"https://{'very-' * 10}long.example/{'folder/' * 60}"

TEXTS = (
    "", " ", "x", "?", "-", "0", "none", "null", "true", "=1+1", "x" * 255, "x" * 256, "x" * 1_000, "x" * 1_001, "x " * 9_999, "🙂" * 40,
    "é" * 300, "a\nb", "a\n\n- b\n- c", "{count}", "{name} {", "}", "{{ x }}", "{% x %}", "<script>x</script>", "<b>x</b>", "&amp; & &",
    "]]>", "--", "a'b\"c", "\\", "C:\\x", "\u200bx", "\u202ex", "\u00ad", "\x07", "\ufeffx", "ß İ ı", "مرحبا", "**", "*a", "_a_ __", "# a",
    "- a", "1. a", "> a", "    a", "```", "~~~\nx\n~~~", "| a |\n|---|", "![a](b)", "[a]()", "[a](b)", "[a](javascript:x)", "[a](data:x)",
    "[a](practice:alpha)", "[a](practice:alpha#results)", "[a](practice:alpha#x)", "[a](practice:x)", "[a](guide:start#aim)",
    "[a](guide:start#x)", "[a](criterion:clear-aim#x)", "[a](page:)", "[a](page:sources)", "[a](page:x)", "[a](glossary:mentee)",
    "[a](https://example.org)", "[a](mailto:x@y.be)", "[@report-2020]", "[@x]", "[@report-2020; @x]", "[@]", "[@report-2020",
    "[%gap]", "[%alpha/jobs-2020]", "[%x]", "[%]", "[a][b]", "[a]: b", "72%", "7,5 procent", "<!-- hub:x -->", "<!-- hub:process -->",
    "a:b", "a: b", "a #b", "'", "|", "%", "@a", "`a`", "2026-11-22", "2026", "12:30", "alpha", "clear-aim", "vision", "report-2020", "1 / 0",
    "a + ", "floor(a)", "count(x)", "hours-per-week ÷ 0", "History", "[a/b]", "../x", "con", "aux", "page", "a" * 81,
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 5, 6, 100, 101, 0.5, -0.1, 999, 10**9, 10**15, 10**18, 10**400, 1e300, 1e-9, [], {}, [[]], [{}], ["x"],
    {"nl": "x"}, {"en": "x"}, {"nl": "x", "en": "x"}, {"nl": "x", "fr": "x"}, {"nl": ""}, {"id": "x"}, {"x": 1}, 1899, 1999, 2101,
)  # fmt: skip
LINES = (
    "", "# Kop", "## Kop", "## Kop {#kop}", "## Kop {#aim}", "## Kop {#main}", "### K {#figure-x}", "#### Kop {#x}", "{.hub-lead}", "{#x}", "---",
    "***", "- punt", "1. punt", "> citaat", "    code", "```", "| a | b |", "|---|---|", "| a |", "<div>", "<!-- x -->", "<!-- hub:", "\u202e",
    "<!-- hub:practices ids=alpha -->", "<!-- hub:practices ids=alpha,x -->", "<!-- hub:practices criterion=old-aim -->",
    "<!-- hub:criteria ids=old-aim -->", "<!-- hub:criteria dimension=ethics -->", "<!-- hub:terms vocabulary=phase -->",
    "<!-- hub:terms vocabulary=x -->", "<!-- hub:figure gap -->", "<!-- hub:chart figures=gap,alpha/duos-2020 title=x -->",
    "<!-- hub:chart figures=gap,drop title=\"\" -->", "<!-- hub:tools ids= -->", "<!-- hub:sources -->", "<!-- hub:capitals -->",
    "<!-- hub:doors -->", "<!-- hub:recommendations -->", "<!-- hub:labels x -->", "[x]: y", "[^1]: x", "Term\n: uitleg", "\\", "\x07", "***a",
)  # fmt: skip


@dataclass
class Case:
    """A hub after its mutations."""

    random: random.Random
    files: Files
    done: list[str] = field(default_factory=list)
    """What was mutated, in words."""

    def mutate(self) -> None:
        path = self._file()
        one_in_five = self.random.random() < 0.2
        if path.endswith(".md"):
            self._document(path)
        elif one_in_five:
            self._raw(path)
        else:
            self._tree(path)

    def _file(self) -> str:
        groups: dict[str, list[str]] = {name: [] for name in ("records", "vocabularies", "interface", "lists", "documents")}
        for path in sorted(self.files):
            folder = path.split("/")[1]
            name = "records" if path.count("/") == 2 else "lists"
            groups["documents" if path.startswith("docs/") else folder if folder in groups else name].append(path)
        return self.random.choice(groups[self.random.choices(list(groups), (45, 13, 12, 12, 18))[0]])

    def _tree(self, path: str) -> None:
        """In both languages of the interface texts, half of the time: an editor changes both."""
        both = path.startswith("data/interface/") and self.random.random() < 0.5
        state = self.random.getstate()
        for number, one in enumerate(("data/interface/nl.yml", "data/interface/en.yml") if both else (path,)):
            self.random.setstate(state)
            try:
                tree = yaml.load(self.files[one], LOADER)
            except yaml.YAMLError:
                return  # damaged before
            places = list(_places(tree))
            if not places:
                return
            words = self.random.choice(TREE)(self, *self.random.choice(places))
            if number == 0:
                self.done.append(f"{one}{' and in English' if both else ''}: {words}")
            self.files[one] = as_yaml(tree)

    def _raw(self, path: str) -> None:
        lines = self.files[path].split("\n")
        place = self.random.randrange(len(lines))
        name = self.random.choice(("deleted", "doubled", "indented", "cut", "inserted"))
        if name == "deleted":
            del lines[place]
        elif name == "doubled":
            lines.insert(place, lines[place])
        elif name == "indented":
            lines[place] = "  " + lines[place]
        elif name == "cut":
            lines[place] = lines[place][: self.random.randrange(len(lines[place]) + 1)]
        else:
            at = self.random.randrange(len(lines[place]) + 1)
            lines[place] = lines[place][:at] + self.random.choice("'\"{}[]:#,&*!|>%@` \t-?\\") + lines[place][at:]
        self.files[path] = "\n".join(lines)
        self.done.append(f"{path}:{place + 1} {name}")

    def _document(self, path: str) -> None:
        """In both languages most of the time, because a change in one alone is mostly refused for that."""
        other = path.replace(".en.md", ".md") if path.endswith(".en.md") else path.replace(".md", ".en.md")
        both = [path, *([other] if other in self.files and self.random.random() < 0.7 else [])]
        name = self.random.choice(("deleted", "doubled", "line", "word", "swapped", "emptied", "anchor"))
        line, text, share = self.random.choice(LINES), self.random.choice(TEXTS), self.random.random()
        for one in both:
            lines = self.files[one].split("\n")
            place = int(share * len(lines))
            if name == "deleted":
                del lines[place]
            elif name == "doubled":
                lines[place:place] = [lines[place], ""]
            elif name == "line":
                lines[place:place] = ["", line, ""]
            elif name == "word":
                lines[place] += f" {text}"
            elif name == "swapped":
                lines[place], lines[-place - 1] = lines[-place - 1], lines[place]
            elif name == "emptied":
                lines = lines[:place]
            else:
                lines = [part.replace("{#", "{#x") if number == place else part for number, part in enumerate(lines)]
            self.files[one] = "\n".join(lines)
        self.done.append(f"{' and '.join(both)}: at {share:.3f} {name}, {(line if name == 'line' else text)!r}")


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """(group or list, name or number) of everything in a tree."""
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in list(pairs):
        yield tree, key
        yield from _places(value)


# --- mutations of a tree: each returns what it did --------------------------------------------------------------------


def _delete(case: Case, parent: Any, key: Any) -> str:
    del parent[key]
    return f"deleted {key!r}"


def _rename(case: Case, parent: Any, key: Any) -> str:
    if isinstance(parent, list):
        return _double(case, parent, key)
    new = case.random.choice((f"{key}s", str(key)[:-1] or "x", str(key).upper(), "x", "id"))
    items = [(new if name == key else name, value) for name, value in parent.items()]
    parent.clear()
    parent.update(items)
    return f"renamed {key!r} to {new!r}"


def _double(case: Case, parent: Any, key: Any) -> str:
    if isinstance(parent, dict):
        parent[f"{key}-2"] = parent[key]
    else:
        parent.insert(key, parent[key])
    return f"doubled {key!r}"


def _double_apart(case: Case, parent: Any, key: Any) -> str:
    if not (isinstance(parent, list) and isinstance(parent[key], dict) and "id" in parent[key]):
        return _text(case, parent, key)
    parent.append({**parent[key], "id": f"{parent[key]['id']}-2"})
    return f"doubled {key!r} under another id"


def _id(case: Case, parent: Any, key: Any) -> str:
    group = parent[key] if isinstance(parent[key], dict) else parent
    if not (isinstance(group, dict) and "id" in group):
        return _swap(case, parent, key)
    old, group["id"] = group["id"], case.random.choice(("x", f"{group['id']}-x", "main", "none", "alpha", "a" * 80, "1", "sources"))
    return f"id {old!r} became {group['id']!r}"


def _text(case: Case, parent: Any, key: Any) -> str:
    parent[key] = case.random.choice(TEXTS)
    return f"{key!r} became {parent[key][:40]!r}"


def _append(case: Case, parent: Any, key: Any) -> str:
    if not isinstance(parent[key], str):
        return _value(case, parent, key)
    text = case.random.choice(TEXTS)
    parent[key] = f"{parent[key]} {text}" if case.random.random() < 0.5 else f"{text} {parent[key]}"
    return f"{key!r} got {text[:40]!r}"


def _value(case: Case, parent: Any, key: Any) -> str:
    parent[key] = case.random.choice(VALUES)
    return f"{key!r} became {str(parent[key])[:40]}"


def _swap(case: Case, parent: Any, key: Any) -> str:
    other = case.random.choice(list(parent) if isinstance(parent, dict) else range(len(parent)))
    parent[key], parent[other] = parent[other], parent[key]
    return f"swapped {key!r} and {other!r}"


def _from_elsewhere(case: Case, parent: Any, key: Any) -> str:
    """A value of the same sort from another file."""
    path = case.random.choice([path for path in sorted(case.files) if path.startswith("data/") and "interface" not in path])
    try:
        tree = yaml.load(case.files[path], LOADER)
    except yaml.YAMLError:
        return _delete(case, parent, key)
    alike = [owner[name] for owner, name in _places(tree) if type(owner[name]) is type(parent[key])]
    if not alike:
        return _delete(case, parent, key)
    parent[key] = case.random.choice(alike)
    return f"{key!r} became {str(parent[key])[:40]!r}, from {path}"


def _long(case: Case, parent: Any, key: Any) -> str:
    if isinstance(parent[key], list) and parent[key]:
        parent[key] = parent[key] * case.random.choice((2, 30, 300))
    elif isinstance(parent[key], str):
        parent[key] = ((parent[key] or "x") * 20_000)[: case.random.choice((80, 255, 256, 1_000, 20_000))]
    else:
        return _value(case, parent, key)
    return f"{key!r} became longer"


def _cut(case: Case, parent: Any, key: Any) -> str:
    if not isinstance(parent[key], list | str):
        return _value(case, parent, key)
    parent[key] = parent[key][: case.random.randrange(len(parent[key]) + 1)]
    return f"{key!r} was cut off"


TREE: tuple[Callable[[Case, Any, Any], str], ...] = (
    _delete, _delete, _rename, _double, _double_apart, _id, _text, _append, _append, _value, _swap, _from_elsewhere, _long, _cut,
)  # fmt: skip


# --- running ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Outcome:
    kind: str
    """`refused`, `rendered` or the exception."""
    seconds: float
    mutations: tuple[str, ...]
    trace: str = ""
    problems: tuple[Problem, ...] = ()


def make(seed: int, number: int) -> Case:
    source = random.Random(f"{seed}/{number}")
    adopted = source.sample(ADOPTED, source.choice((0, 0, 1, 1, 2)))
    if source.random() < 0.1:
        adopted.append("data/guides/guiding.yml")
    case = Case(source, whole(*adopted), [f"with {path}" for path in adopted])
    for _ in range(source.choice((1, 1, 1, 2, 3))):
        case.mutate()
    return case


class Folder:
    """Where the cases are written one after the other; only what differs is written."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: Files = {}

    def hold(self, files: Files) -> Path:
        for name in self.files.keys() - files.keys():
            (self.root / name).unlink()
        for name, content in files.items():
            if self.files.get(name) != content:
                path = self.root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.encode("utf-8", "surrogatepass"))
        self.files = files
        return self.root


class TooLong(BaseException):
    """Nothing that handles errors may handle this one."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Stops what is inside after so many seconds of processor time, where a signal can: also inside a regular expression."""

    def stop(*_: object) -> None:
        raise TooLong(f"stopped after {seconds} s of work")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def run(seed: int, number: int, folder: Folder) -> Outcome:
    case = make(seed, number)
    root = folder.hold(case.files)
    began = time.process_time()
    problems: tuple[Problem, ...] = ()
    kind, trace = "refused", ""
    try:
        with limited(LONGEST):
            catalogue, problems = load_hub(root)
            assert (catalogue is None) == errors(problems)
            for problem in problems:
                _fair(problem, case.files)
            if catalogue is not None:
                rendered(catalogue, LONG_BASE if number % 10 == 0 else "https://hub.example/")
                kind = "rendered"
    except (Exception, TooLong) as error:
        kind, trace = type(error).__name__, traceback.format_exc()
    return Outcome(kind, time.process_time() - began, tuple(case.done), trace, problems)


def _fair(problem: Problem, files: Files) -> None:
    """A problem stands at a line that the file has, and speaks to people."""
    lines = files[problem.path].count("\n") + 1 if problem.path in files else 0
    assert 0 <= problem.line <= max(lines, 1), f"no such line: {problem}"
    assert problem.message, problem
    assert not any(word in problem.message for word in ("Traceback", "Input should", "NoneType", "0x")), problem


def outcomes(seed: int, numbers: range) -> Iterator[tuple[int, Outcome]]:
    """Each case, one after the other."""
    place = Path(tempfile.mkdtemp(prefix="hub-fuzz-"))
    folder = Folder(place)
    try:
        with remembering():
            for number in numbers:
                yield number, run(seed, number, folder)
    finally:
        shutil.rmtree(place)


def main() -> int:
    parser = argparse.ArgumentParser(description="Mutates hubs and wants them refused or published.")
    parser.add_argument("--cases", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first case")
    parser.add_argument("--minutes", type=float, default=0.0, help="stop after so many")
    parser.add_argument("--case", type=int, help="this case alone, with its problems")
    options = parser.parse_args()
    first = options.first if options.case is None else options.case
    numbers = range(first, first + (options.cases if options.case is None else 1))
    began, counts, mutations, slowest = time.monotonic(), Counter[str](), 0, (0.0, -1)
    for number, outcome in outcomes(options.seed, numbers):
        counts[outcome.kind] += 1
        slowest = max(slowest, (outcome.seconds, number))
        mutations += sum(not done.startswith("with ") for done in outcome.mutations)
        if outcome.trace or options.case is not None:
            print(f"--- case {number}, seed {options.seed}: {outcome.kind}, {outcome.seconds:.1f} s")
            print(*outcome.mutations, *map(str, outcome.problems[:20]), outcome.trace, sep="\n", flush=True)
        if counts.total() % 100 == 0:
            print(f"{counts.total()}: {dict(counts)}, {time.process_time() / 60:.1f} minutes of work", file=sys.stderr, flush=True)
        if options.minutes and time.monotonic() - began > 60 * options.minutes:
            break
    faults = {kind: number for kind, number in counts.items() if kind not in ("refused", "rendered")}
    print(
        f"{counts.total()} cases, {mutations} mutations in {(time.monotonic() - began) / 60:.1f} minutes "
        f"({time.process_time() / 60:.1f} of work): {counts['refused']} refused, {counts['rendered']} rendered, "
        f"exceptions: {faults or 'none'}; slowest: case {slowest[1]}, {slowest[0]:.1f} s"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
