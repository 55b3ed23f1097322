"""Speed and size of browsing, with the real practices and with 2,000: ratios and bytes, nothing is asserted.

    python tests/bench.py [--count 2000] [--no-build]

Builds both sites, weighs what a reader loads, and measures in Chromium, four times slowed down, how long a change of
filter takes until it is painted. Times depend on the machine; compare runs of the same machine.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent))
import chromium
from generate_practices import ROOT, generate
from harness import SUB_PATH, Served, build, serve
from large import load_catalogue, write_list

SLOWER = 4
QUIET = 1000
"""Milliseconds between two changes: until the texts of new cards have come and the count was announced, as when people choose."""
CHANGES = (
    ("group", "refugees"), ("country", "BE"), ("edu", "any"), ("evidence", "2"), ("country", "FI"), ("group", "women"),
    ("country", "SE"), ("evidence", "1"), ("edu", "higher"), ("group", "newcomers"),
)  # fmt: skip
PAINTED = """async ([facet, value]) => {
  const box = document.querySelector(`input[name="${facet}"][value="${value}"]`);
  const painted = async () => {
    await new Promise(resolve => requestAnimationFrame(resolve));
    await new Promise(resolve => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(0);
    });
    return performance.now() - start;
  };
  await new Promise(resolve => setTimeout(resolve));
  const start = performance.now();
  box.click();
  return [await painted(), await painted()];
}"""
"""From the click until its result is painted, and until the frame after it, which holds what comes second: the counts of the
options and the cards below the first screen. A message posted inside a frame arrives after that frame. The wait for the next
frame is part of it; boxes that would change nothing are left out."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure browsing the practices.")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--no-build", action="store_true", help="write the list alone instead of building the whole sites")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hub-bench-") as temporary:
        folder = Path(temporary)
        project = folder / "many"
        generate(project, arguments.count)
        few = len(list((ROOT / "data/practices").glob("*.yml")))
        sizes = {few: ROOT, arguments.count: project}
        sites = {}
        for count, root in sizes.items():
            sites[count] = folder / f"site-{count}" / SUB_PATH
            if arguments.no_build:
                _list_alone(root, sites[count].parent)
            else:
                _timed_build(count, root, sites[count])
        for count, site in sites.items():
            print(f"\n{count} practices")
            _weigh(site)
            _measure(site)
    return 0


def _list_alone(root: Path, target: Path) -> None:
    catalogue, problems = load_catalogue(root)
    assert catalogue is not None, problems
    write_list(catalogue, target)


def _timed_build(count: int, root: Path, site: Path) -> None:
    site.parent.mkdir(parents=True)
    start = time.perf_counter()
    done = build(root, site, f"https://hub.example/{SUB_PATH}/")
    took = time.perf_counter() - start
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    pages = len(list(site.rglob("*.html")))
    print(f"build with {count} practices: {took:.0f} s, {pages} pages, {1000 * took / pages:.1f} ms per page")


def _compressed(paths: Iterable[Path]) -> list[int]:
    return [len(gzip.compress(path.read_bytes(), 6, mtime=0)) for path in paths]


def _weigh(site: Path) -> None:
    page = site / "practices/index.html"
    data = next(iter((site / "assets").glob("practices-*/nl.json"))).parent
    scripts = next(iter((site / "assets").glob("hub-*/practice-filter")))
    print(f"  list: {page.stat().st_size:,} bytes, {_compressed([page])[0]:,} compressed")
    print(f"  own scripts: {sum(_compressed(scripts.glob('*.js'))):,} compressed")
    print(f"  filtering loads: {_compressed([data / 'nl.json'])[0]:,} compressed")
    print(f"  searching loads: {_compressed([data / 'nl-words.json'])[0]:,} and, as needed, from "
          f"{len(list(data.glob('nl-words-*.json')))} files of at most {max(_compressed(data.glob('nl-words-*.json'))):,}")  # fmt: skip
    if cards := list(data.glob("nl-cards-*.json")):
        print(f"  cards load, as needed, from {len(cards)} files of at most {max(_compressed(cards)):,}")


@contextmanager
def _served(site: Path) -> Iterator[Served]:
    server = serve(site)
    yield next(server)
    next(server, None)


def _measure(site: Path) -> None:
    path = chromium.find()
    if not path:
        print(chromium.HELP)
        return
    with _served(site) as served, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(served.url("practices/"))
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.locator("#practice-words").focus()
        page.wait_for_load_state("networkidle")
        first, second = [], []
        for _ in range(3):
            for facet, value in CHANGES:
                if page.locator(f'input[name="{facet}"][value="{value}"]').get_attribute("aria-disabled"):
                    continue
                result, everything = page.evaluate(PAINTED, [facet, value])
                first.append(result)
                second.append(everything)
                page.wait_for_timeout(QUIET)
        print(f"  a change of filter is painted after {statistics.median(first):.0f} ms (median of {len(first)}, slowest "
              f"{max(first):.0f} ms), with all counts after {statistics.median(second):.0f} ms, at {SLOWER}x slower")  # fmt: skip
        browser.close()


if __name__ == "__main__":
    raise SystemExit(main())
