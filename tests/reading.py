"""Command: how hard is it to read? Words, sentence length and LIX of every guide, per language. Reports, refuses nothing.

    .venv/bin/python tests/reading.py

LIX (Björnsson, 1968) is words per sentence plus the share of words of more than six letters, in percent; it needs no
syllables, so it serves both languages, but Dutch compounds make Dutch texts score higher. About 30 is easy, 40 is a
newspaper, 50 is official language. The longest sentences are printed, because those are what an editor can mend.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from hub.pipeline import load_catalogue  # noqa: E402

LONG_SENTENCE = 25
"""Words; a sentence that is longer is worth a second look."""


def sentences(markdown: str) -> list[str]:
    """The sentences of a text without front matter, headings, tables, markers and marks.

    >>> sentences("---\\ntitle: x\\n---\\n## Kop {#a}\\n\\nEén zin [@a]. Nog *een*: [ja](guide:x)!\\n\\n- punt\\n- [%b] van 2.5")
    ['Eén zin.', 'Nog een: ja!', 'punt', 'N van 2.5']
    """
    text = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.DOTALL)
    text = re.sub(r"^(#|\||<!--).*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\s*\[@[^\]]*\]", "", text)
    text = re.sub(r"\[%[^\]]*\]", "N", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"[*_]", "", text)
    blocks = re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)", text)
    plain = [re.sub(r"\s+", " ", re.sub(r"^\s*(?:[-*]|\d+\.)\s+", "", block)).strip() for block in blocks]
    return [part for block in plain if block for part in re.split(r"(?<=[.!?])[\"”')]*\s+(?=[\"“'(]?[A-ZÀ-Ý])", block)]


def words(sentence: str) -> list[str]:
    return re.findall(r"[\w’'-]+", sentence)


def lix(parts: list[str]) -> float:
    """
    >>> round(lix(["een twee drie vier", "langwoordje"]), 1)
    22.5
    """
    every = [word for part in parts for word in words(part)]
    return len(every) / len(parts) + 100 * sum(len(word) > 6 for word in every) / len(every)


def main() -> int:
    catalogue, problems = load_catalogue(ROOT)
    if catalogue is None:
        print("\n".join(map(str, problems)), file=sys.stderr)
        return 1
    print(f"{'guide':30} {'':2} {'words':>6} {'mean':>5} {'>' + str(LONG_SENTENCE):>4} {'LIX':>4}  longest sentence")
    for guide in catalogue.guides.values():
        for locale in catalogue.locales:
            parts = sentences((ROOT / catalogue.documents[f"guides/{guide.id}", locale].source).read_text("utf-8"))
            lengths = [len(words(part)) for part in parts]
            longest = max(parts, key=lambda part: len(words(part)))
            shown = longest if len(longest) <= 90 else longest[:89] + "…"
            print(
                f"{guide.id:30} {locale:2} {sum(lengths):6} {sum(lengths) / len(lengths):5.1f} "
                f"{sum(length > LONG_SENTENCE for length in lengths):4} {lix(parts):4.0f}  {max(lengths)}: {shown}"
            )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
