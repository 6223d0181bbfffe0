"""Real pages of the newspaper, read from beside the checkout; nothing of them stands here."""

import json
import re

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.usefixtures("real_archive")


def exported(tmp_path) -> list[dict]:
    target = tmp_path / "export.jsonl"
    call_command("export_articles", output=target, verbosity=0)
    return [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]


def test_every_real_page_gives_articles_that_open_and_are_found(client, tmp_path, shared_pages):
    rows = exported(tmp_path)
    files = {path.name for path in (shared_pages / "real" / "pages").glob("*.txt")}
    assert {row["page"] for row in rows} == files
    for row in rows:
        shown = client.get(row["url"])
        assert shown.status_code == 200
        # The longest run of hanzi in the article is found, and the article is among the hits.
        run = max(re.findall(r"[\u4e00-\u9fff]+", row["body"] or row["headline"]), key=len)
        hits = client.get("/search.json", {"q": run}).json()
        assert row["id"] in [hit["id"] for hit in hits["results"]]


def test_every_real_page_stands_in_the_calendar_or_on_the_undated_shelf(client, tmp_path):
    for row in exported(tmp_path):
        if row["date_precision"] == "day" and "~" not in row["issue_date"]:
            assert client.get(f"/{row['issue_date'].replace('-', '/')}/").status_code == 200
        source = client.get(row["url"]).content.decode()
        assert "/sources/" in source
