"""Command: build the whole site, all or nothing; or show it while it is written.

    python hooks/build.py [--site-dir site] [--base-url https://example.org/hub/] [--with properdocs]
    python hooks/build.py --serve

Builds in a temporary folder next to the target and puts it in place only when everything went well, so a mistake, a full
disk or Ctrl-C never leaves a site half published. Prints what was built, and for which address. Exit code 1 when something
must be repaired first.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # while nothing is begun, Ctrl-C needs no words
from hub import pipeline  # noqa: E402
from hub.link.catalogue import Catalogue  # noqa: E402
from hub.problems import report  # noqa: E402
from hub.publish.target import TargetError, check, refused  # noqa: E402
from hub.publish.workshop import Workshop, workshop  # noqa: E402

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
    target = Path(os.path.realpath(arguments.site_dir or root / "site"))
    os.umask(os.umask(0) & 0o022)  # a site is for everyone, also when the files of whoever builds it are not
    _heed_signals()
    try:
        catalogue = _build(arguments.generator, root, target, arguments.base_url)
    except TargetError as error:
        said = str(error)
    except OSError as error:
        said = f"The system refused. {refused(error)}"
    except KeyboardInterrupt:
        said = "Stopped."
    else:
        if catalogue is not None:
            _tell(_summary(target, catalogue))
            if not arguments.base_url:
                _tell("  For another address: make site BASE_URL=https://example.org/hub/")
            if examples := catalogue.settings.examples:
                _tell(f"  Still examples in data/hub.yml, and shown on every page: {', '.join(examples)}.")
                _tell("  Fill in your own and take them off its list `examples`.")
        return int(catalogue is None)
    print(f"{said}\nNothing was published; {_shown(target)} is as it was.", file=sys.stderr)
    return 1


STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def _heed_signals() -> None:
    for one in STOPS:
        if signal.getsignal(one) is not signal.SIG_IGN:
            signal.signal(one, _stop)


def _stop(number: int, frame: object) -> NoReturn:
    """Once: what is cleaned up after it is not interrupted again."""
    _ignore_signals()
    raise KeyboardInterrupt


def _ignore_signals() -> None:
    for one in STOPS:
        signal.signal(one, signal.SIG_IGN)


def _tell(words: str) -> None:
    """Also where nobody reads on, as in `make site | head -1`."""
    try:
        print(words, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _build(generator: str, root: Path, target: Path, base_url: str) -> Catalogue | None:
    """What the site at `target` now shows; None when something must be repaired first, which has been said."""
    check(target, root)
    catalogue, problems = pipeline.load_hub(root)
    if problems:
        print(report(problems), file=sys.stderr)
    if catalogue is None:
        print(f"Nothing was built; {_shown(target)} is as it was.", file=sys.stderr)
        return None

    with workshop(target) as work:
        if _generate(generator, root, work, base_url):
            print(f"Nothing was published; {_shown(target)} is as it was.", file=sys.stderr)
            return None
        _ignore_signals()  # from here on it takes no time, and what is done is what is said
        work.publish()
    return catalogue


def _environment(base_url: str) -> dict[str, str]:
    return os.environ | QUIET | ({"BASE_URL": base_url.rstrip("/") + "/"} if base_url else {})


def _serve(generator: str, root: Path, base_url: str) -> NoReturn:
    """The generator takes over this process, so that Ctrl+C reaches it and nothing else."""
    os.chdir(root)
    os.execve(sys.executable, [sys.executable, "-m", generator, "serve"], _environment(base_url))


def _generate(generator: str, root: Path, work: Workshop, base_url: str) -> int:
    """In a group of processes of its own, which ends with this one: the generator starts Pagefind."""
    command = [sys.executable, "-m", generator, "build", "--strict", "--config-file", str(root / "mkdocs.yml")]
    with subprocess.Popen(
        [*command, "--site-dir", str(work.site)],
        cwd=root, env=_environment(base_url), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        start_new_session=True, pass_fds=() if work.lock is None else (work.lock,),
    ) as child:  # fmt: skip
        try:
            said, _ = child.communicate()
        except BaseException:
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            raise
    if child.returncode:
        lines = said.strip().splitlines()
        print("\n".join(line for line in lines if not line.startswith("INFO ")), file=sys.stderr)
    return child.returncode


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
            f"Built {_shown(site)} ({size / 1_000_000:.1f} MB) for {_address(site)}",
            "  pages: " + ", ".join(f"{pages[locale]} {locale}" for locale in catalogue.locales),
            "  records: " + ", ".join(f"{count} {kind}" for kind, count in records.items()),
        ]
    )


def _address(site: Path) -> str:
    """Where it is to be published, as it says itself."""
    return (site / "robots.txt").read_text("utf-8").partition("Sitemap: ")[2].removesuffix("sitemap.xml\n")


def _shown(path: Path) -> str:
    try:
        return path.relative_to(Path.cwd()).as_posix() + "/"
    except ValueError:
        return f"{path}/"


if __name__ == "__main__":
    raise SystemExit(main())
