"""Which texts lag behind another language: the lock, what the page says, what a translator confirms and who may."""

from __future__ import annotations

import dataclasses
import json
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_hub, a_practice, a_record, as_yaml, sample
from harness import ROOT
from hub.contribute.change_set import FORMAT, digest
from hub.contribute.translations import difference, place_of
from hub.link.linked import Linking
from hub.link.translations import Translated, Translations, translations
from hub.load.strict_yaml import read
from hub.load.translations import FILE, Lock, Locked, parsed, written
from hub.model import Text
from hub.pages.practice import practice_page
from hub.pages.text import text_page
from hub.pages.translations import translations_view
from hub.pipeline import inspect, load_hub
from hub.problems import errors
from hub.text.fingerprint import fingerprint
from hub.view.edition import Edition, editions
from hub.view.view import View

ALPHA = "data/practices/alpha.yml"
CRITERIA_NL, CRITERIA_EN = "docs/criteria.md", "docs/criteria.en.md"
LESSONS = [{"nl": f"Les {name}.", "en": f"Lesson {name}."} for name in ("one", "two", "three")]


def run(command: str, root: Path, *arguments: str, typed: str = "") -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, str(ROOT / "hooks" / f"{command}.py"), "--root", str(root), *arguments],
        capture_output=True, text=True, check=False, input=typed,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout, done.stderr


def keep(root: Path, *arguments: str, typed: str = "") -> str:
    code, said, wrong = run("translations", root, *arguments, typed=typed)
    assert (code, wrong) == (0, ""), wrong
    return said


def in_step(folder: Path, files: Mapping[str, str] | None = None) -> Path:
    """A hub of which every text stands in the lock."""
    root = a_hub(folder, files)
    keep(root, "--renew")
    return root


def lock_of(root: Path) -> str:
    return (root / FILE).read_text("utf-8")


def replaced(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text("utf-8")
    assert text.count(old) == 1, (name, old)
    (root / name).write_text(text.replace(old, new), "utf-8")


def found(root: Path) -> Translations:
    linking, problems = inspect(root)
    assert not errors(problems), [str(one) for one in problems]
    return translations(linking)


def lagging(root: Path) -> dict[str, tuple[str, ...]]:
    """Place → the languages that lag."""
    return {place_of(one): one.lagging for one in found(root).lagging}


def both(root: Path) -> tuple[Edition, Edition]:
    catalogue, problems = load_hub(root)
    assert catalogue, problems
    nl, en = editions(catalogue).values()
    return nl, en


# --- what counts ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "other",
    [
        "duo's  komen “elke week” samen – 1.5 uur", "Duo’s komen 'elke week' samen; 1,5 uur.", "DUO'S KOMEN ELKE WEEK SAMEN - 1,5 UUR",
        "Duo's komen\n**elke** week samen: 1,5\u00a0uur!", "Duo's komen élke week samen (1,5 uur)",
    ],
)
def test_typing_errors_do_not_count(other: str) -> None:
    assert fingerprint(other) == fingerprint("Duo's komen elke week samen, 1,5 uur")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 duo's", "13 duo's"), ("1,5 uur", "15 uur"), ("een week", "een maand"), ("wel", "niet wel"), ("5%", "5"), ("-5 punten", "5 punten"),
        ("groei van −5", "groei van 5"), ("Zo is het [@a-2020].", "Zo is het [@b-2020]."), ("[x](practice:alpha)", "[x](practice:beta)"), ("< 10", "> 10"),
    ],
)  # fmt: skip
def test_words_figures_signs_and_sources_count(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)


# --- the lock -------------------------------------------------------------------------------------------------------------

PRINTS = st.text("0123456789abcdef", min_size=6, max_size=6)
IDS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
PLACES = st.builds("{}{}.{}".format, st.sampled_from(["results", "lessons"]), st.one_of(st.just("[]"), IDS.map("[{}]".format)), IDS)
NAMES = st.text(st.characters(categories=["L", "N", "Zs", "P"], exclude_characters="\u2028\u2029"), max_size=40).map(str.strip)


@st.composite
def locks(draw: st.DrawFn) -> Lock:
    locales = draw(st.lists(st.sampled_from(["nl", "en", "fr", "de"]), min_size=2, unique=True))
    lines = {}
    for record, place, by in draw(st.lists(st.tuples(IDS.map("practices/{}".format), PLACES, NAMES), max_size=12)):
        some = draw(st.lists(st.sampled_from(locales), min_size=2, unique=True))
        prints = tuple((locale, draw(PRINTS)) for locale in locales if locale in some)
        lines[record, place if "[]" not in place else (place, prints)] = Locked(record, place, prints, by)
    return Lock(tuple(locales), tuple(sorted(lines.values())))


@given(locks())
def test_what_is_written_is_read(lock: Lock) -> None:
    assert parsed(written(lock)) == (lock, ())
    assert written(parsed(written(lock))[0]) == written(lock)


HEAD = "languages nl en\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("practices/alpha summary 3fa9c1 77be02\n", f"{FILE}:1: must begin with its languages, such as 'languages nl en', got 'practices/alpha summary 3fa9c1 77be02'"),
        ("", f"{FILE}: must begin with its languages, such as 'languages nl en', got ''"),
        ("languages nl nl\n", f"{FILE}:1: must begin with its languages, such as 'languages nl en', got 'languages nl nl'"),
        (HEAD + "\n# words\npractices/alpha summary 3fa9c1\n", f"{FILE}:4: must be a record, a place and a fingerprint for each of nl, en, got 'practices/alpha summary 3fa9c1'"),
        (HEAD + "practices/alpha summary 3fa9c1 77be0\n", f"{FILE}:2: must be a record, a place and a fingerprint for each of nl, en, got 'practices/alpha summary 3fa9c1 77be0'"),
        (HEAD + "practices/alpha summary 3fa9c1 -\n", f"{FILE}:2: must be a record, a place and a fingerprint for each of nl, en, got 'practices/alpha summary 3fa9c1 -'"),
        (HEAD + "<<<<<<< HEAD\n", f"{FILE}:2: must be a record, a place and a fingerprint for each of nl, en, got '<<<<<<< HEAD'"),
        (HEAD + "practices/alpha summary 3fa9c1 77be02 by \n", f"{FILE}:2: must be a record, a place and a fingerprint for each of nl, en, got 'practices/alpha summary 3fa9c1 77be02 by '"),
        (HEAD + "a b 3fa9c1 77be02\na b 3fa9c1 77be03\n", f"{FILE}:3: must be given only once, it already stands on line 2"),
    ],
)  # fmt: skip
def test_a_line_that_says_something_else_is_a_problem(tmp_path: Path, text: str, expected: str) -> None:
    assert [str(one) for one in inspect(a_hub(tmp_path, {FILE: text}))[1]] == [expected]


def test_a_hub_without_a_lock_is_in_step(tmp_path: Path) -> None:
    root = a_hub(tmp_path)
    assert not (root / FILE).exists()
    assert lagging(root) == {}


@pytest.fixture(scope="module")
def ours() -> Linking:
    return inspect(ROOT)[0]


def test_our_lock_is_read_and_knows_our_texts(ours: Linking) -> None:
    """Not that it is fresh: who corrects a text need not touch it."""
    assert lock_of(ROOT) == written(ours.lock)
    known = translations(ours)
    assert sum(one.locked is not None for one in known.texts) > 5_000


def test_every_text_has_a_place_of_its_own_and_only_entries_without_id_share_a_name(ours: Linking) -> None:
    known = translations(ours).texts
    assert len({place_of(one) for one in known}) == len(known)
    names = Counter(one.name for one in known)
    shared = [place for (_, place), count in names.items() if count > 1]
    assert shared
    assert all("[]" in place for place in shared)
    assert not any("[]" in one.field for one in known)


# --- every case -----------------------------------------------------------------------------------------------------------


def test_a_typing_error_ages_nothing(tmp_path: Path) -> None:
    root = in_step(tmp_path)
    before = lock_of(root)
    replaced(root, ALPHA, "nl: Een traject van zes maanden.", "nl: '“Één traject”, van zes  maanden'")
    assert lagging(root) == {}
    keep(root)
    assert lock_of(root) == before


def test_one_side_leaves_the_other_behind_until_it_follows(tmp_path: Path) -> None:
    root = in_step(tmp_path)
    before = lock_of(root)
    replaced(root, ALPHA, "A course of six months.", "A course of eight months.")
    assert lagging(root) == {"practices/alpha summary": ("nl",)}
    keep(root)
    assert lock_of(root) == before, "a text that lags keeps its line"
    replaced(root, ALPHA, "Een traject van zes maanden.", "Een traject van acht maanden.")
    assert lagging(root) == {}
    assert "0 new, 1 renewed, 0 dropped" in keep(root, "--renew")
    replaced(root, ALPHA, "Een traject van acht maanden.", "Een traject van negen maanden.")
    assert lagging(root) == {"practices/alpha summary": ("en",)}


def test_a_change_that_is_taken_back_leaves_nothing_behind(tmp_path: Path) -> None:
    root = in_step(tmp_path)
    replaced(root, ALPHA, "six months", "eight months")
    replaced(root, ALPHA, "eight months", "six months")
    assert lagging(root) == {}


def test_a_new_text_is_in_step_and_a_removed_one_is_dropped(tmp_path: Path) -> None:
    root = in_step(tmp_path, {ALPHA: a_practice(lessons=LESSONS[:1])})
    (root / ALPHA).write_text(a_practice(watch_out=LESSONS[1:2], lessons=None), "utf-8")
    assert lagging(root) == {}
    assert "1 new, 0 renewed, 1 dropped" in keep(root)
    assert "practices/alpha watch_out[] " in lock_of(root)
    assert "practices/alpha lessons[] " not in lock_of(root)


def test_a_text_in_one_language_has_no_line_and_its_translation_is_new(tmp_path: Path) -> None:
    root = in_step(tmp_path, {ALPHA: a_practice(summary={"nl": "Een traject."})})
    assert "practices/alpha summary " not in lock_of(root)
    (root / ALPHA).write_text(a_practice(summary={"nl": "Een ander traject.", "en": "Another course."}), "utf-8")
    assert lagging(root) == {}


def test_a_removed_translation_that_returns_otherwise_is_new(tmp_path: Path) -> None:
    root = in_step(tmp_path)
    (root / ALPHA).write_text(a_practice(summary={"nl": "Een traject van zes maanden."}), "utf-8")
    assert lagging(root) == {}
    keep(root)
    (root / ALPHA).write_text(a_practice(summary={"nl": "Een traject van zes maanden.", "en": "Six months of course."}), "utf-8")
    assert lagging(root) == {}


def test_a_renamed_record_keeps_what_is_known_of_it(tmp_path: Path) -> None:
    root = in_step(tmp_path)
    record = a_record(ALPHA, id="omega", former_ids=["alpha"], summary={"nl": "Een traject van zes maanden.", "en": "A course."})
    (root / ALPHA).unlink()
    (root / "data/practices/omega.yml").write_text(as_yaml(record), "utf-8")
    for path in (root / "data").rglob("*.yml"):
        path.write_text(re.sub(r"\balpha(?=/)|(?<=practice:)alpha\b|(?<=practice: )alpha\b|(?<=practices: \[)alpha\b|(?<=practice: \[)alpha\b", "omega", path.read_text("utf-8")), "utf-8")
    assert lagging(root) == {"practices/omega summary": ("nl",)}
    keep(root)
    assert "practices/omega summary " in lock_of(root)
    assert "practices/alpha " not in lock_of(root)
    assert lagging(root) == {"practices/omega summary": ("nl",)}


def test_a_renamed_entry_keeps_what_is_known_of_it(tmp_path: Path) -> None:
    root = in_step(tmp_path)
    replaced(root, ALPHA, "  - id: jobs-2020\n", "  - id: work-2020\n    former_ids: [jobs-2020]\n")
    replaced(root, ALPHA, "en: Mentees with a job", "en: Mentees with work")
    assert lagging(root) == {"practices/alpha results[work-2020].measures": ("nl",)}


def test_a_list_in_another_order_ages_nothing_and_an_edited_entry_is_still_found(tmp_path: Path) -> None:
    root = in_step(tmp_path, {ALPHA: a_practice(lessons=LESSONS)})
    before = lock_of(root)
    turned: list[dict[str, Any]] = [LESSONS[2], LESSONS[0], LESSONS[1]]
    (root / ALPHA).write_text(a_practice(lessons=turned), "utf-8")
    assert lagging(root) == {}
    keep(root)
    assert lock_of(root) == before
    turned[0] = turned[0] | {"en": "Lesson four."}
    (root / ALPHA).write_text(a_practice(lessons=[{"nl": "Nieuw.", "en": "New."}, *turned]), "utf-8")
    assert lagging(root) == {"practices/alpha lessons[2]": ("nl",)}


def test_entries_with_ids_in_another_order_age_nothing(tmp_path: Path) -> None:
    root = in_step(tmp_path)
    results = a_record(ALPHA)["results"]
    (root / ALPHA).write_text(a_practice(results=results[::-1]), "utf-8")
    assert lagging(root) == {}


def test_a_third_language_is_new_and_lags_by_itself() -> None:
    """On the level of texts: a hub in three languages is built in tests/build."""
    def text(locked: dict[str, str], **now: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        prints = {locale: fingerprint(words) for locale, words in now.items()}
        line = Locked("practices/x", "summary", tuple((locale, fingerprint(words)) for locale, words in locked.items()))
        one = Translated("practice", "x", ALPHA, line.name, now, prints, line, None, ())
        return one.lagging, one.changed

    known = {"nl": "een", "en": "one"}
    assert text(known, nl="een", en="one", fr="un") == ((), ())
    assert text(known, nl="twee", en="one", fr="deux") == (("en",), ("nl",))
    three = known | {"fr": "un"}
    assert text(three, nl="twee", en="two", fr="un") == (("fr",), ("nl", "en"))
    assert text(three, nl="twee", en="one", fr="un") == (("en", "fr"), ("nl",))
    assert text(three, nl="twee", en="two", fr="deux") == ((), ("nl", "en", "fr"))
    assert text(three, nl="twee", en="two") == ((), ("nl", "en"))


def test_a_lock_in_two_languages_is_read_by_a_hub_in_three(tmp_path: Path) -> None:
    root = in_step(tmp_path)
    linking, _ = inspect(root)
    wider = dataclasses.replace(linking, locales=("nl", "en", "fr"))
    assert translations(wider).lagging == ()


def test_sections_of_documents_lag_by_themselves(tmp_path: Path) -> None:
    root = in_step(tmp_path)
    with (root / CRITERIA_EN).open("a", encoding="utf-8") as file:
        file.write("\nAnother sentence.\n")
    last = re.findall(r"\{#([a-z-]+)\}", (root / CRITERIA_EN).read_text("utf-8"))[-1]
    assert lagging(root) == {f"docs/criteria #{last}": ("nl",)}
    nl, en = both(root)
    page = text_page(nl.catalogue.documents["criteria", "nl"], nl).body
    note = nl.strings("common.lagging", language="Engels")
    assert page.count(note) == 1
    assert page.index(note) > page.index(f'id="{last}"')
    assert f'href="../en/criteria/#{last}"' in page
    assert "hub-fallback" not in text_page(en.catalogue.documents["criteria", "en"], en).body
    replaced(root, CRITERIA_NL, 'description: "', 'description: "Meer ')
    assert lagging(root) == {f"docs/criteria #{last}": ("nl",), "docs/criteria #": ("en",)}


# --- what readers see -----------------------------------------------------------------------------------------------------


def test_only_the_text_that_lags_says_so_and_only_in_its_language(tmp_path: Path) -> None:
    root = in_step(tmp_path)
    replaced(root, ALPHA, "Job seekers [@report-2020].", "Young job seekers [@report-2020].")
    replaced(root, ALPHA, "There is a coach.", "There are two coaches.")
    nl, en = both(root)
    practice = nl.catalogue.practices["alpha"]
    dutch, english = (practice_page(practice, edition).body for edition in (nl, en))
    note = str(nl.strings("common.lagging", language="Engels"))
    assert dutch.count(note) == 2
    assert re.search(re.escape(note) + r'\s*<a href="../../en/practices/alpha/"\s+hreflang="en">[^<]+</a></p>\s*<p>Werkzoekenden', dutch)
    assert re.search(r"Er is een coach\.</span> <small class=\"hub-fallback\">" + re.escape(note), dutch)
    assert "hub-fallback" not in english


def test_a_text_that_a_reader_corrects_in_one_language_lags_without_a_change_of_the_lock(tmp_path: Path) -> None:
    root = in_step(tmp_path)
    before = lock_of(root)
    change = {
        "format": FORMAT, "kind": "practice", "id": "alpha", "base": digest(read(sample(ALPHA)).value),
        "set": [[["summary", "en"], "A course of nine months."]], "note": "They said so.",
    }  # fmt: skip
    sent = tmp_path / "sent.json"
    sent.write_text(json.dumps(change), "utf-8")
    done = subprocess.run(
        [sys.executable, str(ROOT / "hooks/contribute.py"), str(sent), "--root", str(root), "--write"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert lock_of(root) == before
    assert lagging(root) == {"practices/alpha summary": ("nl",)}
    code, said, _ = run("check", root)
    assert (code, said.splitlines()[-1].endswith("no problems")) == (0, True), "what lags is no warning for a contributor"


def test_the_page_counts_and_lists_what_lags_and_what_is_missing(tmp_path: Path) -> None:
    root = in_step(tmp_path, {ALPHA: a_practice(lessons=[{"nl": "Les."}])})
    nl, _ = both(root)
    values = translations_view(View(nl, "about/translations"))
    assert values.total.count == len(nl.catalogue.translations.texts) == sum(row.count for row in values.rows)
    assert (values.lagging_count, values.missing_count) == (0, 1)
    assert [(one.missing, one.lagging) for one in values.total.shares] == [(0, 0), (1, 0)]
    assert [one.percent == 100 for one in values.total.shares] == [True, False]
    replaced(root, ALPHA, "There is a coach.", "There are two coaches.")
    nl, _ = both(root)
    values = translations_view(View(nl, "about/translations"))
    assert [(one.missing, one.lagging) for one in values.total.shares] == [(0, 1), (1, 0)]
    (record,) = values.lagging
    assert (record.name, record.href) == ("Alfa", "../../practices/alpha/")
    assert [(one.of, one.place) for one in record.entries] == [("practice/alpha", "works_when")]


# --- what a translator does ---------------------------------------------------------------------------------------------------


def git(root: Path, *command: str) -> None:
    identity = ("-c", "user.name=An", "-c", "user.email=an@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *identity, *command], check=True, capture_output=True)


def commit(root: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message=data: x")


def with_git(root: Path) -> Path:
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root)
    return root


def test_the_difference_is_shown_in_words() -> None:
    long = " ".join(f"w{number}" for number in range(40))
    assert difference(f"{long} six months {long}", f"{long} eight months {long}") == (
        "…w34 w35 w36 w37 w38 w39 [-six-]{+eight+} months w0 w1 w2 w3 w4…"
    )


def test_a_translator_sees_what_changed(tmp_path: Path) -> None:
    root = with_git(in_step(tmp_path))
    replaced(root, ALPHA, "A course of six months.", "A course of eight months.")
    commit(root)
    replaced(root, ALPHA, "A course of eight months.", "A short course of eight months.")
    assert keep(root).splitlines()[:5] == [
        "practices/alpha summary: nl may lag behind en",
        "  en, changed: A{+ short+} course of [-six-]{+eight+} months.",
        "  nl: Een traject van zes maanden.",
        "",
        f"1 of {len(found(root).texts)} texts lag behind another language.",
    ]


def test_a_section_of_a_document_is_found_in_its_history(tmp_path: Path) -> None:
    root = with_git(in_step(tmp_path))
    replaced(root, CRITERIA_NL, 'description: "', 'description: "Meer ')
    assert "nl, changed: " in (said := keep(root))
    assert "{+Meer +}" in said


def test_without_git_both_texts_are_shown(tmp_path: Path) -> None:
    root = in_step(tmp_path)
    replaced(root, ALPHA, "A course of six months.", "A course of eight months.")
    assert "  en, changed: A course of eight months.\n  nl: Een traject van zes maanden.\n" in keep(root)


def test_one_text_is_confirmed_by_name(tmp_path: Path) -> None:
    root = in_step(tmp_path, {ALPHA: a_practice(lessons=LESSONS)})
    replaced(root, ALPHA, "Lesson two.", "The lesson two.")
    replaced(root, ALPHA, "A course of six months.", "It is a course of six months.")
    keep(root, "--confirm", "practices/alpha lessons[2]", "--by", " An Peeters ")
    assert lagging(root) == {"practices/alpha summary": ("nl",)}
    (line,) = [line for line in lock_of(root).splitlines() if line.endswith(" by An Peeters")]
    assert line.startswith("practices/alpha lessons[] ")
    keep(root)
    assert line in lock_of(root), "who confirmed it stays until the text changes"


def test_texts_are_confirmed_one_after_the_other(tmp_path: Path) -> None:
    root = in_step(tmp_path, {ALPHA: a_practice(lessons=LESSONS)})
    for name in ("one", "two", "three"):
        replaced(root, ALPHA, f"Lesson {name}.", f"The lesson {name}.")
    keep(root, "--each", "--by", "An", typed="n\ny\nq\n")
    assert list(lagging(root)) == ["practices/alpha lessons[1]", "practices/alpha lessons[3]"]


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (("--confirm", "practices/alpha summary"), 2, "--by: must be the name of who compared the languages, on one line, got ''\n"),
        (("--confirm", "practices/alpha summary", "--by", "a\nb 1 2"), 2, "--by: must be the name of who compared the languages, on one line, got 'a\\nb 1 2'\n"),
        (
            ("--confirm", "practices/alpha sumary", "--by", "An"), 1,
            "--confirm: must be the place of one text that lags, got 'practices/alpha sumary'; did you mean 'practices/alpha summary'?\n",
        ),
        (("--confirm", "practices/beta name", "--by", "An"), 1, "--confirm: must be the place of one text that lags, got 'practices/beta name'; allowed are: practices/alpha summary\n"),
    ],
)  # fmt: skip
def test_what_cannot_be_confirmed_changes_nothing(tmp_path: Path, arguments: tuple[str, ...], code: int, expected: str) -> None:
    root = in_step(tmp_path)
    replaced(root, ALPHA, "A course of six months.", "A course of eight months.")
    before = lock_of(root)
    assert run("translations", root, *arguments)[::2] == (code, expected)
    assert lock_of(root) == before


def test_a_hub_with_faults_keeps_its_lock(tmp_path: Path) -> None:
    root = in_step(tmp_path)
    before = lock_of(root)
    replaced(root, ALPHA, "status: running", "status: runing")
    code, _, said = run("translations", root)
    assert code == 1
    assert "did you mean 'running'?" in said
    assert lock_of(root) == before


# --- who may ------------------------------------------------------------------------------------------------------------------


def since_main(root: Path) -> list[str]:
    return [line for line in run("check", root, "--changed-since", "main")[1].splitlines() if not line.startswith("checked ")]


def many(count: int, english: str) -> str:
    return a_practice(lessons=[{"nl": f"Les {number}.", "en": f"{english} {number}."} for number in range(count)])


def guarded(folder: Path, count: int = 1) -> Path:
    """A hub in which so many lessons lag, on a branch of its own."""
    root = in_step(folder, {ALPHA: many(count, "Lesson")})
    (root / ALPHA).write_text(many(count, "The lesson"), "utf-8")
    with_git(root)
    git(root, "switch", "--quiet", "--create", "mine")
    return root


def confirm_all(root: Path, by: str) -> None:
    """As nobody should: by hand."""
    texts = {one.locked: one for one in found(root).lagging}
    lock, _ = parsed(lock_of(root))
    made = [Locked(*line.name, tuple(texts[line].prints.items()), by) if line in texts else line for line in lock.lines]
    (root / FILE).write_text(written(Lock(lock.locales, tuple(made))), "utf-8")


def test_a_confirmation_has_a_name(tmp_path: Path) -> None:
    root = guarded(tmp_path)
    confirm_all(root, "")
    (said,) = since_main(root)
    assert re.fullmatch(
        rf"{FILE}:\d+: practices/alpha lessons\[\]: must end in 'by' and the name of who compared the languages, because only en changed", said
    )
    (root / FILE).write_text(re.sub(r"(?m)^(practices/alpha lessons\[\] .*)$", r"\1 by An", lock_of(root)), "utf-8")
    assert since_main(root) == []


@pytest.mark.parametrize(("count", "expected"), [(20, []), (21, [f"{FILE}: must not confirm more than 20 texts in one change, got 21"])])
def test_a_change_confirms_twenty_texts_at_most(tmp_path: Path, count: int, expected: list[str]) -> None:
    root = guarded(tmp_path, count)
    confirm_all(root, "An")
    assert lagging(root) == {}
    assert since_main(root) == expected
    commit(root)
    assert since_main(root) == expected, "also once it is committed"


def test_a_line_cannot_be_made_up_or_taken_away(tmp_path: Path) -> None:
    root = guarded(tmp_path)
    before = lock_of(root)
    (root / FILE).write_text(re.sub(r"(?m)^practices/alpha lessons\[\] .*\n", "", before), "utf-8")
    assert since_main(root) == [f"{FILE}: practices/alpha lessons[]: must keep its line as long as the text lags behind another language"]
    (root / FILE).write_text(re.sub(r"(?m)^practices/alpha name \w+ ", "practices/alpha name 000000 ", before), "utf-8")
    (said,) = since_main(root)
    assert said.endswith("practices/alpha name: must hold what the text says now; `make translations` writes it")


def test_what_the_command_writes_by_itself_passes(tmp_path: Path) -> None:
    root = guarded(tmp_path)
    record = a_record(ALPHA, summary={"nl": "Iets anders.", "en": "Something else."}, watch_out=LESSONS, works_when=None)
    record["lessons"] = [{"nl": "Les 0.", "en": "The lesson 0."}]
    (root / ALPHA).write_text(as_yaml(record), "utf-8")
    assert "3 new, 1 renewed, 1 dropped" in keep(root, "--renew")
    assert since_main(root) == []
    keep(root, "--confirm", "practices/alpha lessons[1]", "--by", "An")
    assert since_main(root) == []


def test_without_a_revision_the_check_says_nothing_of_the_lock(tmp_path: Path) -> None:
    root = guarded(tmp_path, 21)
    confirm_all(root, "")
    assert run("check", root)[0] == 0


# --- speed ----------------------------------------------------------------------------------------------------------------


def test_three_thousand_fingerprints_cost_next_to_nothing(ours: Linking) -> None:
    texts = [text for one in ours.valid for part in one.parts if isinstance(part.value, Text) for text in part.value.root.values()]
    texts = texts[:: max(1, len(texts) // 3_000)][:3_000]
    spent = []
    for _ in range(5):
        start = time.process_time()
        for text in texts:
            fingerprint(text)
        spent.append(time.process_time() - start)
    assert min(spent) < 0.05
