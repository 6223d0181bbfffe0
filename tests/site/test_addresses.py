"""The promise of docs/addresses.md: every address ever published goes on answering."""

from pathlib import Path

import pytest
from django.urls import get_resolver

from tests.builders import make_article, make_district, make_reporter, make_topic

KEPT = Path(__file__).parent.parent / "addresses.txt"
LINES = [line.split() for line in KEPT.read_text(encoding="utf-8").splitlines()]
ADDRESSES = [line for line in LINES if line and line[0] != "#"]


@pytest.fixture
def names(archive, index):
    hidden = make_article(archive.two, "撤下", "正文。", state="hidden")
    merged = make_article(
        archive.two, "并入", "正文。", position=9, state="merged", merged_into=archive.lead
    )
    index()
    return {
        "article": archive.lead.pk,
        "hidden": hidden.pk,
        "merged": merged.pk,
        "page": archive.one.pk,
        "county": make_district("天元区").slug,
        "topic": make_topic("城建交通").slug,
        "reporter": make_reporter("尹冰").pk,
    }


def test_every_address_answers_as_it_did_when_it_was_published(client, names):
    otherwise = []
    for line in ADDRESSES:
        expected = [part.format(**names) for part in line]
        answer = client.get(expected[1])
        said = [str(answer.status_code), expected[1], *filter(None, [answer.get("Location")])]
        if said != expected:
            otherwise.append((expected, said))
    assert not otherwise


def test_every_address_of_the_site_is_in_the_list(names):
    """A new address is published only together with its line in the list."""
    listed = set()
    for line in ADDRESSES:
        path = line[1].format(**names).partition("?")[0]
        path = path.removeprefix("/en") if path.startswith("/en") else path.removeprefix("/zh")
        if line[0] not in {"301", "302"}:
            listed.add(get_resolver().resolve(path).url_name)
    ours = get_resolver("articles.urls").reverse_dict
    missing = {name for name in ours if isinstance(name, str)} - listed - NOT_PUBLISHED
    assert not missing, "add a line for each to tests/addresses.txt"


NOT_PUBLISHED = {"data_file"}
"""Names of files change with the data; /data/ lists them."""
