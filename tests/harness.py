"""What several kinds of tests share: the repository, the build command, and a static host on this machine."""

from __future__ import annotations

import gzip
import http.server
import os
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hosts import Host

ROOT = Path(__file__).resolve().parent.parent
SUB_PATH = "hub"
NODE = Path(sys.executable).parent / "node"
"""Node of the test environment."""


def build(root: Path, site: Path, base_url: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run `hooks/build.py` on a project, in a process of its own: a failed build leaves MkDocs patched."""
    return subprocess.run(
        [sys.executable, str(ROOT / "hooks/build.py"), "--root", str(root), "--site-dir", str(site), "--base-url", base_url,
         *options],
        capture_output=True, text=True, check=False, cwd=root,
    )  # fmt: skip


@dataclass
class Served:
    """A site on a server of this machine that remembers what was asked for."""

    folder: Path
    """The site itself; it is served under `/hub/`."""
    origin: str
    requests: list[str] = field(default_factory=list)

    def url(self, path: str = "") -> str:
        return f"{self.origin}/{SUB_PATH}/{path}"

    def compressed_size(self, path: str) -> int:
        """Bytes of a file as a static host sends it."""
        return len(gzip.compress((self.folder / path).read_bytes(), 6, mtime=0))


class _Handler(http.server.SimpleHTTPRequestHandler):
    """A static host: right types or those of a known host, the nearest 404 page, nothing cached."""

    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".json": "application/json",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
    }
    served: Served
    host: Host | None = None

    def do_GET(self) -> None:
        self.served.requests.append(self.path)
        super().do_GET()

    def guess_type(self, path: str | os.PathLike[str]) -> str:
        if self.host is None:
            return super().guess_type(path)
        return self.host.types.get(Path(path).suffix.removeprefix("."), self.host.unknown) or ""

    def send_header(self, keyword: str, value: str) -> None:
        if value:  # a host that does not know a type sends none
            super().send_header(keyword, value)

    def end_headers(self) -> None:
        if self.host is not None:
            self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        folder = self.served.folder
        parts = self.path.removeprefix(f"/{SUB_PATH}/").split("/")
        page = next((p for p in (folder / parts[0] / "404.html", folder / "404.html") if p.is_file()), None)
        if code != 404 or page is None:
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


def serve(folder: Path, host: Host | None = None) -> Iterator[Served]:
    """Serve the parent of `folder`, which must be named `hub`, until the test is over; as a known host would, if asked."""
    assert folder.name == SUB_PATH
    handler = type("Handler", (_Handler,), {"host": host})
    server = socketserver.ThreadingTCPServer(
        ("127.0.0.1", 0), lambda *args: handler(*args, directory=str(folder.parent)), bind_and_activate=True
    )
    server.daemon_threads = True
    served = Served(folder, f"http://127.0.0.1:{server.server_address[1]}")
    handler.served = served
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield served
    server.shutdown()
    server.server_close()
