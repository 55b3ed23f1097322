"""Keeps `data/translations.lock`: what it becomes, what a translator reads, and who may say that a text is in step.

Nothing here writes. A line changes by itself only where a text is in step: it is new, or every language changed. That an
unchanged language still says the same is confirmed by somebody, text by text.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..link.linked import Linking
from ..link.translations import DOCUMENT, Translated, sections, translations
from ..load import strict_yaml
from ..load.documents import FOLDER, document, file_name
from ..load.translations import FILE, Lock, Locked, parsed
from ..model import Locale
from ..problems import Problem, nearest, shown
from ..text.fingerprint import fingerprint
from ..text.nested import strings_in

MOST_CONFIRMED = 20
"""Lines in one change; who compares more than that in one go compares none."""
LONGEST_NAME = 100


# --- what the lock becomes --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Renewed:
    lock: Lock
    lagging: tuple[Translated, ...]
    """Whose lines stayed."""
    texts: int
    new: int
    renewed: int
    dropped: int


def renewed(linking: Linking) -> Renewed:
    """The lock with a line for each text that stands in several languages. Only for data without errors."""
    found = translations(linking)
    lines: list[Locked] = []
    counts = Counter[str]()
    for one in found.texts:
        line = _line(one)
        if line is not None:
            lines.append(line)
            counts["new"] += one.locked is None
            counts["renewed"] += one.locked is not None and one.locked != line
        else:
            counts["dropped"] += one.locked is not None
    return Renewed(
        Lock(linking.locales, tuple(sorted(lines))), found.lagging, len(found.texts),
        new=counts["new"], renewed=counts["renewed"], dropped=counts["dropped"] + len(found.unused),
    )  # fmt: skip


def _line(text: Translated) -> Locked | None:
    """None: in one language there is nothing to keep in step."""
    before = text.locked
    if before is not None and text.lagging:
        return replace(before, record=text.name[0], place=text.name[1])
    prints = tuple(text.prints.items())
    by = before.by if before is not None and before.prints == prints else ""
    return Locked(*text.name, prints, by) if len(prints) > 1 else None


def confirmed(lock: Lock, text: Translated, by: str) -> Lock:
    """A lock of `renewed` in which the line of a text that lags says who found that all languages say the same."""
    old = _line(text)
    new = Locked(*text.name, tuple(text.prints.items()), by)
    at = lock.lines.index(old) if old else len(lock.lines)
    return Lock(lock.locales, tuple(sorted((*lock.lines[:at], new, *lock.lines[at + 1 :]))))


def named(lagging: Iterable[Translated], written: str) -> Translated | str:
    """The text that lags at a place such as `practices/womento lessons[2]`, or what is wrong."""
    wanted = " ".join(written.split())
    places = {place_of(one): one for one in lagging}
    if wanted in places:
        return places[wanted]
    known = list(places)
    return f"must be the place of one text that lags, got {shown(wanted)}{nearest(wanted, known)}"


def name_fault(by: str) -> str | None:
    """What is wrong with the name of who confirms; it becomes part of a line."""
    if not by.strip() or not by.isprintable() or len(by.strip()) > LONGEST_NAME:
        return f"must be the name of who compared the languages, on one line, got {shown(by)}"
    return None


# --- what a translator reads ------------------------------------------------------------------------------------------


def place_of(text: Translated) -> str:
    """`practices/womento lessons[2]`"""
    return f"{text.name[0]} {text.field}"


Versions = Callable[[str], Iterator[str]]
"""Earlier texts of a file, the latest first, by its path from the root."""


def told(text: Translated, locales: tuple[Locale, ...], versions: Versions) -> str:
    """What changed in which language, with the words, and what the others still say."""
    lines = [f"{place_of(text)}: {', '.join(text.lagging)} may lag behind {', '.join(text.changed)}"]
    for locale in text.changed:
        old = earlier(text, locale, locales, versions)
        now = text.texts[locale]
        lines.append(f"  {locale}, changed: {now if old is None else difference(old, now)}")
    lines += [f"  {locale}: {text.texts[locale]}" for locale in text.lagging]
    return "\n".join(line.replace("\n", "\n      ") for line in lines)


def earlier(text: Translated, locale: Locale, locales: tuple[Locale, ...], versions: Versions) -> str | None:
    """What it said when all languages said the same; None where no version of its file has it."""
    wanted = dict(text.locked.prints).get(locale) if text.locked else None
    path = file_name(text.id.partition("#")[0], locale, locales) if text.kind == DOCUMENT else text.source
    for version in versions(path):
        for old in _texts_of(path, version, locales):
            if fingerprint(old) == wanted:
                return old
    return None


def _texts_of(path: str, version: str, locales: tuple[Locale, ...]) -> Iterator[str]:
    if path.startswith(f"{FOLDER}/"):
        yield from sections(document(path.removeprefix(f"{FOLDER}/"), version, locales)).values()
    else:
        yield from strings_in(strict_yaml.read(version).value)


AROUND = 6
"""Words that are shown before and after a change."""


def difference(old: str, new: str) -> str:
    """
    >>> difference("Zij komen elke week samen.", "Zij komen elke maand samen.")
    'Zij komen elke [-week-]{+maand+} samen.'
    """
    before, after = (re.findall(r"\s+|[^\s]+", text) for text in (old, new))
    parts: list[str] = []
    changes = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for number, (tag, start, end, first, last) in enumerate(changes):
        if tag == "equal":
            parts.append(_shortened(before[start:end], number > 0, number < len(changes) - 1))
            continue
        parts += [f"[-{''.join(before[start:end])}-]"] if end > start else []
        parts += [f"{{+{''.join(after[first:last])}+}}"] if last > first else []
    return "".join(parts)


def _shortened(words: list[str], follows: bool, goes_on: bool) -> str:
    """What did not change, as far as it stands next to something that did."""
    most = 2 * AROUND
    if len(words) <= most * (follows + goes_on):
        return "".join(words)
    start = "".join(words[:most]) if follows else ""
    end = "".join(words[-most:]) if goes_on else ""
    return f"{start}…{end}"


# --- who may say so ---------------------------------------------------------------------------------------------------


def lock_faults(linking: Linking, before: str) -> Iterator[Problem]:
    """What a change may not do to the lock, whose text was `before`: the texts as they are now against both.

    A text that lagged is confirmed with a name, at most twenty of them in one change, and a line holds what is written.
    """
    old_lock, _ = parsed(before)
    if old_lock == linking.lock:
        return
    pairs = list(zip(translations(replace(linking, lock=old_lock)).texts, translations(linking).texts, strict=True))
    changed = [(old, new) for old, new in pairs if _prints(old.locked) != _prints(new.locked)]
    said = []
    for old, new in changed:
        line = new.locked
        place = " ".join(new.name)
        if line is None:
            if old.lagging:
                yield Problem(FILE, 0, place, "must keep its line as long as the text lags behind another language")
        elif _current(new, line) != line.prints:
            yield Problem(FILE, line.line, place, "must hold what the text says now; `make translations` writes it")
        elif old.lagging:
            said.append(line)
            if not line.by:
                languages = ", ".join(old.changed)
                message = f"must end in 'by' and the name of who compared the languages, because only {languages} changed"
                yield Problem(FILE, line.line, place, message)
    if len(said) > MOST_CONFIRMED:
        message = f"must not confirm more than {MOST_CONFIRMED} texts in one change, got {len(said)}"
        yield Problem(FILE, 0, "", message)


def _prints(line: Locked | None) -> Mapping[Locale, str]:
    return dict(line.prints) if line else {}


def _current(text: Translated, line: Locked) -> tuple[tuple[Locale, str], ...]:
    return tuple((locale, text.prints.get(locale, "")) for locale, _ in line.prints)
