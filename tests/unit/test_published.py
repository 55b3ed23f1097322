"""Data files under a name that follows their content."""

from __future__ import annotations

from hub.browser.hashed import hashed


def test_the_folder_follows_names_and_content() -> None:
    folder, files = hashed("assets/x", {"b.json": b"1", "a.json": b"2"})
    assert list(files.items()) == [(f"{folder}/a.json", b"2"), (f"{folder}/b.json", b"1")]
    assert hashed("assets/x", {"a.json": b"2", "b.json": b"1"}) == (folder, files)
    others = ({"a.json": b"1", "b.json": b"2"}, {"a.json": b"2", "c.json": b"1"}, {"a.json": b"2"})
    assert folder not in {hashed("assets/x", other)[0] for other in others}
