"""Hostile searches: none may fail, none may take long.

    python -m benchmarks.search_hostile --home /tmp/search-bench [--queries 2000] [--seed 1]

Asks the archive in --home (built by benchmarks.search) for every kind of nonsense that an address
can carry, and prints the answers' status codes and the slowest of them, in processor time.
"""

import argparse
import os
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

COMMON = "的一是不了人在有我他这为之大来以个中上们"
MARKS = "，。、；：！？“”（）—·,.!?-\"'"
CONTROLS = "".join(map(chr, range(32))) + "\x7f\x80\x85\u200b\u200e\u202e\u2069\ufeff\ufffe\uffff"
EMOJI = "😀👨\u200d👩\u200d👧🇨🇳🏳️\u200d🌈👍🏽e\u0301"
RIGHT_TO_LEFT = "שלוםمرحبا\u202e\u200f"
OPERATORS = (
    *(
        '"',
        "-",
        "OR",
        " ",
        "(",
        ")",
        "*",
        "\\",
        "%",
        "“",
        "”",
        "：",
        "..",
        "2020",
        "1999-13",
        "0000",
    ),
    *(
        "标题:",
        "正文:",
        "记者:",
        "县区:",
        "专题:",
        "体裁:",
        "版:",
        "日期:",
        "title:",
        "page:",
        "kind:",
    ),
)
PATHS = (
    *["/search/"] * 8,
    "/search.json",
    "/search.csv",
    "/search.atom",
    "/suggest/",
    "/suggest.json",
)
ODD_VALUES = {
    "page": ("0", "-1", "2", "999999", "9" * 20, "1e9", "٣", "\0", ""),
    "from": ("0000-00-00", "9999-12-31", "2020-02-30", "10000-01-01", "\0", "2020-1-1"),
    "to": ("0001-01-01", "9999-12-31", "x", "2999-01-01"),
    "year": ("0", "-5", "9999", "10000", "2020", "1e3", "１９９９", "9" * 20),
    "month": ("2020-05", "0000-01", "9999-12", "2020-13", "2020-5", "２０２０-05"),
    "day": ("2020-02-30", "2020-05-01", "0000-01-01", "9999-12-31"),
    "md": ("02-29", "02-30", "00-00", "10-01", "１０-01"),
    "county": ("x", "d1", "'; drop", "a" * 61, "\0", "../"),
    "reporter": ("1", "-1", "9" * 24, "abc", "１", "0x1"),
    "topic": ("t1", "no"),
    "kind": ("news", "nonsense"),
    "number": ("01", "99", "A1"),
    "corrected": ("yes", "no", "maybe"),
    "undated": ("1", "0", "x"),
    "variants": ("1",),
    "in": ("title", "body", "captions", "column", "names", "nowhere"),
    "sort": ("newest", "oldest", "relevance", "up"),
}


class Nonsense:
    """Makes queries out of pieces of ``texts`` and of what no text has; the same for a seed."""

    def __init__(self, texts: list[str], seed: int):
        self._texts = texts
        self._random = random.Random(seed)

    def searches(self, many: int) -> Iterator[tuple[str, dict[str, str]]]:
        """Paths and parameters."""
        chosen = self._random
        for _ in range(many):
            odd = {
                name: chosen.choice(v) for name, v in ODD_VALUES.items() if chosen.random() < 0.15
            }
            yield chosen.choice(PATHS), {"q": chosen.choice(self._kinds)(), **odd}

    @property
    def _kinds(self) -> list[Callable[[], str]]:
        many, choice = self._random.randint, self._random.choice
        return [
            lambda: self._of(COMMON, many(1, 5000)),
            lambda: self._piece(many(1, 4000)),
            lambda: self._of(CONTROLS, many(1, 300)),
            lambda: self._of(EMOJI, many(1, 300)),
            lambda: self._of(RIGHT_TO_LEFT, many(1, 300)),
            lambda: self._of(OPERATORS, many(1, 60)),
            lambda: self._of(MARKS, many(1, 30)),
            lambda: " ".join(
                choice(("", "-")) + self._piece(many(1, 3)) for _ in range(many(1, 60))
            ),
            lambda: " OR ".join(self._piece(many(1, 3)) for _ in range(many(1, 60))),
            lambda: " ".join("标题:" + self._piece(1) for _ in range(many(1, 40))),
            lambda: f'"{self._piece(many(1, 30))}"',
            lambda: f"-{self._piece(1)} -{self._piece(2)} {choice(OPERATORS)}{self._piece(1)}",
            lambda: "".join(map(chr, (self._any_character() for _ in range(many(1, 100))))),
            lambda: choice("的一。，e1") * choice((1, 2, 3, 10, 1000, 20_000)),
            lambda: "a" + "\u0301" * many(1, 3000),
            lambda: "".join(
                choice((self._piece(2), choice(OPERATORS), choice(CONTROLS), choice(EMOJI)))
                for _ in range(many(1, 30))
            ),
        ]

    def _of(self, pieces, many: int) -> str:
        return "".join(self._random.choices(pieces, k=many))

    def _piece(self, length: int) -> str:
        text = self._random.choice(self._texts)
        start = self._random.randrange(max(1, len(text) - length))
        return text[start : start + length]

    def _any_character(self) -> int:
        first, end = self._random.choice(((0x20, 0xD800), (0xE000, 0x110000)))
        return self._random.randrange(first, end)


def asked(client, path: str, parameters: dict[str, str]) -> int:
    """The status of the whole answer."""
    answer = client.get(path, parameters)
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer.status_code


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--queries", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.environ["ZZARCHIVE_HOME"] = str(options.home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zzarchive.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client

    from articles.models import Article

    settings.ALLOWED_HOSTS.append("testserver")
    client = Client(raise_request_exception=False)
    texts = list(Article.objects.order_by("pk").values_list("body", flat=True)[:300])
    codes, took = Counter(), []
    for path, parameters in Nonsense(texts, options.seed).searches(options.queries):
        started = time.process_time()
        codes[asked(client, path, parameters)] += 1
        took.append((time.process_time() - started, path, parameters))
    took.sort(key=lambda one: -one[0])
    print(dict(codes))
    for seconds, path, parameters in took[:8]:
        shown = {name: f"{value[:40]} ({len(value)})" for name, value in parameters.items()}
        print(f"{seconds:.2f} s {path} {shown}")


if __name__ == "__main__":
    main()
