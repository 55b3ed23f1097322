"""Small hubs and records for tests: `a_hub` copies the sample in `tests/golden/hub` and changes what matters to the case."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

SAMPLE = Path(__file__).resolve().parent / "golden" / "hub"


def a_hub(folder: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """The sample hub in `folder`, with these files written over it; None removes a file."""
    root = folder / "hub"
    shutil.copytree(SAMPLE, root)
    for name, content in (files or {}).items():
        path = root / name
        if content is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def sample(name: str) -> str:
    """Text of a file of the sample hub, such as `data/practices/alpha.yml`."""
    return (SAMPLE / name).read_text(encoding="utf-8")


def a_record(name: str, /, **changes: Any) -> dict[str, Any]:
    """Fields of a record of the sample with some of them changed; a value of None leaves the field out."""
    record: dict[str, Any] = yaml.safe_load(sample(name)) | changes
    return {field: value for field, value in record.items() if value is not None}


def a_practice(**changes: Any) -> str:
    """A practice as YAML."""
    return as_yaml(a_record("data/practices/alpha.yml", **changes))


def a_criterion(**changes: Any) -> str:
    """A criterion in use as YAML."""
    return as_yaml(a_record("data/criteria/clear-aim.yml", **changes))


def as_yaml(record: object) -> str:
    return yaml.safe_dump(record, allow_unicode=True, sort_keys=False)
