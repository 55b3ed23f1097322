"""A hub with thousands of practices, to see what grows: the real project with made-up practices beside the real ones.

    python tests/generate_practices.py FOLDER [--count 2000] [--seed 1]

FOLDER becomes a project that `hooks/build.py --root FOLDER` builds. The same count and seed give the same files. Facets
follow the real practices, with some of them changed. Texts are real words in a made-up order, as long as real texts, so
they compress worse than texts that mean something: sizes measured on them are on the safe side.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("data", "docs", "overrides")
LOCALES = ("nl", "en")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def main() -> int:
    parser = argparse.ArgumentParser(description="Make a large hub for tests.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=2000, help="practices in all, the real ones included")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    print(f"{generate(arguments.folder, arguments.count, arguments.seed)} practices in {arguments.folder}")
    return 0


def generate(folder: Path, count: int, seed: int = 1, root: Path = ROOT) -> int:
    """Write the project and return how many practices it has; `folder` must be empty or not exist."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        sys.exit(f"{folder} is not empty; choose another folder")
    for name in PARTS:
        shutil.copytree(root / name, folder / name)
    shutil.copytree(root / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "mkdocs.yml", folder)
    practices = folder / "data" / "practices"
    real = [yaml.load(path.read_text("utf-8"), _LOADER) for path in sorted(practices.glob("*.yml"))]
    for record in made_up(real, count - len(real), random.Random(seed)):
        text = yaml.dump(record, Dumper=_DUMPER, allow_unicode=True, sort_keys=False, width=125)
        (practices / f"{record['id']}.yml").write_text(text, "utf-8")
    return len(list(practices.glob("*.yml")))


def made_up(real: list[dict[str, Any]], count: int, chance: random.Random) -> Iterator[dict[str, Any]]:
    """So many practices in the shape of `data/practices/*.yml`, each with an id of its own."""
    write = _writer(real, chance)
    taken = {record["id"] for record in real}
    for _ in range(count):
        model, other = chance.choice(real), chance.choice(real)
        name = write("name", 2, 5)
        id = slug(name["en"])
        while not id or id in taken:
            id = f"{id or 'practice'}-{chance.randrange(10_000)}"
        taken.add(id)
        yield _practice(id, name, model, other, write, chance)


Write = Callable[[str, int, int], dict[str, str]]


def _writer(real: list[dict[str, Any]], chance: random.Random) -> Write:
    """Texts from the words that real texts use, as often as they use them."""
    words: dict[str, list[str]] = {locale: [] for locale in LOCALES}
    names: dict[str, list[str]] = {locale: [] for locale in LOCALES}
    for record in real:
        for locale in LOCALES:
            names[locale] += _words(record["name"].get(locale, "")) + _words(record["provider"]["name"].get(locale, ""))
            for text in (record["summary"], record["mentees"]["about"], record["course"].get("content") or {}):
                words[locale] += _words(text.get(locale, ""))

    def write(kind: str, least: int, most: int) -> dict[str, str]:
        length = chance.randint(least, most)
        source = names if kind == "name" else words
        made = {}
        for locale in LOCALES:
            chosen = [chance.choice(source[locale]) for _ in range(length)]
            # One word in twenty is a new compound: more practices bring more words
            chosen = [word + chance.choice(words[locale]).lower() if chance.random() < 0.05 else word for word in chosen]
            if kind == "name":  # begins with a word that nobody else has, as real names do
                chosen[0] = "".join(chance.choice("bdfgklmnprstvw") + chance.choice("aeiou") for _ in range(3))
            text = " ".join(chosen)
            made[locale] = text[:1].upper() + text[1:]
        if kind == "name":
            made["en"] = f"{made['nl'].split()[0]} {' '.join(made['en'].split()[1:])}".strip()
        return made

    return write


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}", re.sub(r"\[@[^\]]*\]|\]\([^)]*\)", " ", text))


def slug(text: str) -> str:
    """
    >>> slug("Bafu Für Arbeit")
    'bafu-f-r-arbeit'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60].strip("-")


def _practice(
    id: str, name: dict[str, str], model: dict[str, Any], other: dict[str, Any], write: Write, chance: random.Random
) -> dict[str, Any]:
    """Facets mostly from one real practice, some from another; every text is new."""

    def either(*path: str) -> Any:
        value: Any = model if chance.random() < 0.7 else other
        for part in path:
            value = (value or {}).get(part)
        return value

    start = chance.choice([None, *range(2005, 2026)])
    course = {"format": either("course", "format"), "sector": either("course", "sector"),
              "duration": either("course", "duration"), "frequency": either("course", "frequency"),
              "rhythm": write("text", 4, 9) if chance.random() < 0.7 else None, "content": write("text", 25, 60)}  # fmt: skip
    where = model["where"]
    record = {
        "id": id,
        "name": name,
        "summary": _maybe_one_language(write("text", 12, 22), chance),
        "provider": {"name": write("name", 2, 4), "type": either("provider", "type")},
        "where": {"country": where["country"], "region": where.get("region"), "places": write("text", 2, 6)},
        "period": {"start": start} if start else None,
        "status": either("status"),
        "kind": either("kind"),
        "mentees": {"group": either("mentees", "group"), "education": either("mentees", "education"),
                    "about": write("text", 20, 50)},
        "mentors": {"profile": either("mentors", "profile"), "about": write("text", 15, 35)},
        "course": course,
        "matching": {"method": either("matching", "method"), "about": write("text", 15, 40)},
        "training": {"offered": either("training", "offered"), "mentors": write("text", 10, 25)},
        "coach": write("text", 10, 25),
        "employers": {"involvement": either("employers", "involvement")},
        "funding": {"funder": either("funding", "funder")},
        "results": [
            {"id": f"figure-{place}", "kind": "output", "value": chance.randrange(10, 5000), "unit": "duos",
             "measures": write("text", 4, 10), "year": chance.randrange(2010, 2026), "sources": [model["sources"][0]]}
            for place in range(chance.randrange(4))
        ],
        "evidence": {"level": either("evidence", "level"), "why": write("text", 10, 25)},
        "works_when": [write("text", 8, 18) for _ in range(2)],
        "lessons": [write("text", 8, 18) for _ in range(2)],
        "sources": model["sources"][:3],
        "last_checked": "2026-11-22",
    }  # fmt: skip
    return _without_gaps(record)


def _maybe_one_language(text: dict[str, str], chance: random.Random) -> dict[str, str]:
    """Some are written by people who master one language."""
    left_out = chance.choice(LOCALES) if chance.random() < 0.1 else ""
    return {locale: words for locale, words in text.items() if locale != left_out}


def _without_gaps(value: Any) -> Any:
    """What is not there is left out, as authors do."""
    if isinstance(value, dict):
        return {name: _without_gaps(part) for name, part in value.items() if part not in (None, [], {})}
    return value


if __name__ == "__main__":
    raise SystemExit(main())
