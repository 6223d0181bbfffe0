"""Pages that nobody has looked at: generated, damaged, and read without falling below floors."""

import gc
import time

import pytest

from articles.evaluation import measure
from articles.pagefile import parse_page
from tests.pagefile.generator.pages import make_page

FLOORS = {
    "article (lines IoU>=0.5)": 0.95,
    "article exact lines": 0.88,
    "headline": 0.95,
    "kicker": 0.9,
    "deck": 0.9,
    "column": 0.95,
    "bylines (role, name)": 0.97,
    "body starts": 0.95,
    "body ends": 0.9,
    "broken sentences rejoined": 0.82,
    "foreign text kept out": 0.9,
}


def rows_of(name, text):
    for article in parse_page(text).articles:
        yield {
            "page": name,
            "line_ranges": article.line_ranges,
            "headline": article.headline,
            "kicker": article.kicker,
            "deck": article.deck,
            "column": article.column,
            "bylines": [{"role": b.role, "name": b.name} for b in article.bylines],
            "body": article.body,
        }


def figures(seeds):
    labels, rows = [], []
    for seed in seeds:
        text, label = make_page(seed)
        labels.append(label)
        rows += rows_of(label["file"], text)
    return {figure: tally.share for figure, tally in measure(labels, rows).tallies.items()}


@pytest.mark.slow
def test_unseen_damaged_pages_are_read_above_the_floors():
    shares = figures(range(5_000, 5_060))
    assert {f: shares[f] for f, floor in FLOORS.items() if shares[f] < floor} == {}


def test_the_same_seed_makes_the_same_page():
    assert make_page(7) == make_page(7)


def test_a_page_of_eight_times_the_lines_takes_little_more_than_eight_times_as_long():
    texts = [make_page(seed)[0] for seed in range(16)]
    parse_page(texts[0])
    begin = time.process_time()
    for text in texts:
        parse_page(text)
    apart = time.process_time() - begin
    begin = time.process_time()
    for first in (0, 8):
        parse_page("\n\n".join(texts[first : first + 8]))
    assert time.process_time() - begin < 3 * apart


def test_reading_leaves_nothing_for_the_collector_of_garbage():
    texts = [make_page(seed)[0] for seed in range(8)]
    for text in texts:
        parse_page(text)
    gc.collect()
    gc.disable()
    try:
        for text in texts:
            parse_page(text)
        assert gc.collect() == 0
    finally:
        gc.enable()
