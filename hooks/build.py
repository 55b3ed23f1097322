"""Command: build the whole site, all or nothing; or show it while it is written.

    python hooks/build.py [--site-dir site] [--base-url https://example.org/hub/] [--with properdocs]
    python hooks/build.py --serve

Builds in a temporary folder next to the target and puts it in place only when everything went well, so a mistake never
leaves a site half published. Prints what was built. Exit code 1 when something must be repaired first.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import NoReturn

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from hub import pipeline  # noqa: E402
from hub.link.catalogue import Catalogue  # noqa: E402
from hub.problems import report  # noqa: E402

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONDONTWRITEBYTECODE": "1"}
"""Notices of the theme and of plugins about the future of MkDocs, which are no news to whoever builds the hub."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Build the site.")
    parser.add_argument("--root", type=Path, default=HERE.parent, help="folder that holds mkdocs.yml and data/")
    parser.add_argument("--site-dir", type=Path, default=None, help="where to put the site (default: site)")
    parser.add_argument("--base-url", default="", help="address at which the site will be published")
    parser.add_argument("--serve", action="store_true", help="show the site and build it again on every change")
    parser.add_argument("--with", dest="generator", choices=("mkdocs", "properdocs"), default="mkdocs")
    arguments = parser.parse_args()
    root: Path = arguments.root.resolve()
    if arguments.serve:
        _serve(arguments.generator, root, arguments.base_url)
    target: Path = (arguments.site_dir or root / "site").resolve()

    catalogue, problems = pipeline.load_hub(root)
    if problems:
        print(report(problems), file=sys.stderr)
    if catalogue is None:
        print(f"Nothing was built; {_shown(target)} is as it was.", file=sys.stderr)
        return 1

    if target.exists() and not _is_ours(target):
        print(f"{target} is not empty and holds no site of the hub; choose another folder.", file=sys.stderr)
        return 1
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".hub-site-", dir=target.parent) as temporary:
        fresh = Path(temporary) / "site"
        code = _generate(arguments.generator, root, fresh, arguments.base_url)
        if code:
            print(f"Nothing was published; {_shown(target)} is as it was.", file=sys.stderr)
            return 1
        _put_in_place(fresh, target, Path(temporary) / "previous")
    print(_summary(target, catalogue))
    return 0


def _is_ours(target: Path) -> bool:
    return target.is_dir() and (not any(target.iterdir()) or (target / "sitemap.xml").is_file())


def _environment(base_url: str) -> dict[str, str]:
    return os.environ | QUIET | ({"BASE_URL": base_url.rstrip("/") + "/"} if base_url else {})


def _serve(generator: str, root: Path, base_url: str) -> NoReturn:
    """The generator takes over this process, so that Ctrl+C reaches it and nothing else."""
    os.chdir(root)
    os.execve(sys.executable, [sys.executable, "-m", generator, "serve"], _environment(base_url))


def _generate(generator: str, root: Path, site: Path, base_url: str) -> int:
    command = [sys.executable, "-m", generator, "build", "--strict", "--config-file", str(root / "mkdocs.yml")]
    done = subprocess.run(
        [*command, "--site-dir", str(site)],
        cwd=root, env=_environment(base_url), capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        said = (done.stdout + done.stderr).strip().splitlines()
        print("\n".join(line for line in said if not line.startswith("INFO ")), file=sys.stderr)
    return done.returncode


def _put_in_place(fresh: Path, target: Path, previous: Path) -> None:
    """Two renames on one disk: the site is never half copied at its address."""
    if target.exists():
        target.rename(previous)
    try:
        fresh.rename(target)
    except OSError:
        if previous.exists():
            previous.rename(target)
        raise


def _summary(site: Path, catalogue: Catalogue) -> str:
    prefixes = {locale: f"{locale}/" for locale in catalogue.locales[1:]}
    pages: Counter[str] = Counter()
    for path in site.rglob("*.html"):
        name = path.relative_to(site).as_posix()
        pages[next((locale for locale, prefix in prefixes.items() if name.startswith(prefix)), catalogue.locales[0])] += 1
    records = {
        "practices": len(catalogue.practices),
        "criteria": len(catalogue.criteria),
        "tools": len(catalogue.tools),
        "partners": len(catalogue.partners),
        "projects": len(catalogue.projects),
        "glossary terms": len(catalogue.glossary),
        "sources": len(catalogue.sources),
    }
    size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    return "\n".join(
        [
            f"Built {_shown(site)} ({size / 1_000_000:.1f} MB)",
            "  pages: " + ", ".join(f"{pages[locale]} {locale}" for locale in catalogue.locales),
            "  records: " + ", ".join(f"{count} {kind}" for kind, count in records.items()),
        ]
    )


def _shown(path: Path) -> str:
    try:
        return path.relative_to(Path.cwd()).as_posix() + "/"
    except ValueError:
        return f"{path}/"


if __name__ == "__main__":
    raise SystemExit(main())
