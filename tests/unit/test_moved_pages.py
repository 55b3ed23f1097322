"""Addresses that records had before lead to where they stand now."""

from __future__ import annotations

from pathlib import Path

import yaml

from builders import a_practice, as_yaml, sample
from hub.publish.redirects import moved_pages
from hub.view.edition import editions
from rendering import a_catalogue


def test_a_renamed_practice_leads_to_its_new_address_in_every_language(tmp_path: Path) -> None:
    pages = moved_pages(editions(a_catalogue(tmp_path, {"data/practices/alpha.yml": a_practice(former_ids=["once"])})))
    assert sorted(pages) == ["en/practices/once/index.html", "practices/once/index.html"]
    html = pages["en/practices/once/index.html"].decode()
    assert '<html lang="en">' in html
    assert '<noscript><meta http-equiv="refresh" content="0; url=../alpha/"></noscript>' in html
    assert '<link rel="canonical" href="../alpha/">' in html
    assert '<a href="../alpha/">' in html


def test_a_renamed_value_leads_to_its_list_and_only_where_there_is_one(tmp_path: Path) -> None:
    group = yaml.safe_load(sample("data/vocabularies/group.yml"))
    for term in group["terms"]:
        term["former_ids"] = [f"old-{term['id']}"]
    pages = moved_pages(editions(a_catalogue(tmp_path, {"data/vocabularies/group.yml": as_yaml(group)})))
    assert 'url=../refugees/"' in pages["practices/by/group/old-refugees/index.html"].decode()
    used = {f"practices/by/group/old-{term['id']}/index.html" for term in group["terms"]} & set(pages)
    assert len(used) < len(group["terms"])
