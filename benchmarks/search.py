"""Search beside its peers: stock haystack + Whoosh, SQLite FTS5 and Tantivy, in one run.

    python -m benchmarks.search --articles 10000 --home /tmp/search-bench [--only ours,fts5]

Builds a made-up archive in --home (kept and used again), each engine's index over it, and asks
the query classes of docs/search.md. Engines answer the top 20 with an exact count, warm, no
answer remembered between rounds; figures are of processor time, the median of five rounds.
Figures go to --home/figures.json and, as a table, to standard output.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import threading
import time
from pathlib import Path
from statistics import median


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--only", default="ours,stock,fts5,tantivy")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--keep", action="store_true", help="ask our own index as it stands")
    options = parser.parse_args()
    os.environ["ZZARCHIVE_HOME"] = str(options.home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zzarchive.settings")
    import django

    django.setup()
    prepare(options.articles)
    from . import search_peers as peers

    ours = peers.ENGINES["ours"](options.home, options.workers)
    figures = {"articles": options.articles, "ours": {} if options.keep else built(ours)}
    classes = queries()
    # Before the peers, one of which fills this process with gigabytes of objects.
    figures["ours"] |= alone(classes)
    for name in options.only.split(","):
        engine = peers.ENGINES[name](options.home / f"bench-{name}", options.workers)
        if name not in figures:
            figures[name] = built(engine)
        figures[name] |= measured(engine, classes)
        print(json.dumps({name: figures[name]}, ensure_ascii=False), flush=True)
    (options.home / "figures.json").write_text(json.dumps(figures, indent=1, ensure_ascii=False))
    print(table(figures, classes))


def prepare(articles: int) -> None:
    from django.core.management import call_command

    from articles.models import Article

    from . import search_corpus

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if not Article.objects.exists():
        search_corpus.write(articles)


def queries() -> dict[str, list[str]]:
    """Common and rare words, pairs of them, literal strings of the texts: by their hits."""
    from articles import search
    from articles.models import Article

    chosen = random.Random(1)
    bodies = list(Article.objects.order_by("pk").values_list("body", flat=True)[:400])
    total = search.status().indexed
    words = {
        w for body in bodies[:60] for w in body.replace("，", "。").split("。") for w in _two(w)
    }
    share = {
        word: search.find(word, page_size=1, facets=False).total / total
        for word in sorted(words)[:1500]
    }
    common = [word for word in share if 0.10 <= share[word] <= 0.40]
    middle = [word for word in share if 0.01 <= share[word] <= 0.10]
    rare = [word for word in share if share[word] <= max(0.001, 3 / total)]
    return {
        "common": chosen.sample(common, min(10, len(common))),
        "rare": chosen.sample(rare, 10),
        "two words": [" ".join(chosen.sample(middle, 2)) for _ in range(10)],
        "literal": [_literal(chosen, bodies) for _ in range(12)],
    }


def _two(text: str) -> list[str]:
    return [text[i : i + 2] for i in range(0, len(text) - 1, 3) if text[i : i + 2].isalpha()]


def _literal(chosen: random.Random, bodies: list[str]) -> str:
    while True:
        body = chosen.choice(bodies)
        start = chosen.randrange(len(body) - 12)
        piece = body[start : start + chosen.randint(4, 9)]
        if piece.isalnum():
            return piece


def built(engine) -> dict:
    """What building an index costs; nothing when it stands from an earlier run."""
    if engine.is_built():
        return {}
    before, started = cpu_seconds(), time.perf_counter()
    engine.build()
    return {
        "build_seconds": round(time.perf_counter() - started, 1),
        "build_cpu_seconds": round(cpu_seconds() - before, 1),
    }


def measured(engine, classes: dict[str, list[str]]) -> dict:
    """p50 and p95 in milliseconds over the questions of each class that the engine takes."""
    figures = {"index_mb": round(engine.size() / 1e6, 1)}
    started = time.perf_counter()
    engine.open()
    engine.ask("newest", classes["rare"][0])
    figures["open_ms"] = round((time.perf_counter() - started) * 1000, 1)
    for mode, name in engine.modes(classes):
        asked = classes[name]
        rounds = [[timed(engine, mode, query) for query in asked] for _ in range(engine.rounds)]
        took = [median(times) for times in zip(*rounds, strict=True)]
        figures[f"{name}, {mode}"] = [quantile(took, 0.5), quantile(took, 0.95)]
    return figures


def timed(engine, mode: str, query: str) -> float:
    """Milliseconds of processor time: what is asked again waits for nothing, and other jobs of the
    machine then make little difference."""
    engine.forget()
    started = time.process_time()
    engine.ask(mode, query)
    return (time.process_time() - started) * 1000


def quantile(values: list[float], share: float) -> float:
    return round(sorted(values)[min(len(values) - 1, int(len(values) * share))], 2)


def cpu_seconds() -> float:
    own, children = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def alone(classes: dict[str, list[str]]) -> dict:
    """What only our own engine is asked: a fresh process, the whole page, threads."""
    from django.db.models import Sum
    from django.db.models.functions import Length

    from articles.models import Article

    text = Article.objects.aggregate(total=Sum(Length("body")))["total"] * 3
    figures = {"text_mb": round(text / 1e6, 1), **page(classes), **from_threads(classes)}
    script = (
        "import re,time,django;django.setup();own=lambda:int(re.search(r'RssAnon:\\s+(\\d+)',"
        "open('/proc/self/status').read())[1])*1024;"
        "from articles import search;from articles.models import Article;"
        "Article.objects.first();before=own();started=time.perf_counter();"
        f"search.find({classes['common'][0]!r});first=time.perf_counter()-started;"
        f"[search.find(q) for q in {flat(classes)!r}];"
        "print(first*1000,(own()-before)/1e6)"
    )
    said = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.split()
    figures["first page-ready query of a process, ms"] = round(float(said[0]), 1)
    figures["added memory of its own (without mapped files), MB"] = round(float(said[1]), 1)
    return figures


def flat(classes: dict[str, list[str]]) -> list[str]:
    return [query for asked in classes.values() for query in asked]


def page(classes) -> dict:
    from django.conf import settings
    from django.test import Client

    settings.ALLOWED_HOSTS.append("testserver")
    client = Client()
    took = []
    for _ in range(2):
        for query in flat(classes):
            started = time.process_time()
            answer = client.get("/search/", {"q": query})
            took.append((time.process_time() - started) * 1000)
            assert answer.status_code == 200
    return {"whole page, ms": [quantile(took, 0.5), quantile(took, 0.95)]}


def from_threads(classes, many: int = 4, questions: int = 1000) -> dict:
    """Threads ask mixed queries at once; each answer is compared with one asked alone."""
    from articles import search

    asked = flat(classes)
    right = {query: search.find(query, page_size=1, facets=False).total for query in asked}
    wrong: list[str] = []

    def ask(seed: int) -> None:
        chosen = random.Random(seed)
        for _ in range(questions):
            query = chosen.choice(asked)
            if search.find(query, page_size=1, facets=False).total != right[query]:
                wrong.append(query)

    threads = [threading.Thread(target=ask, args=(seed,)) for seed in range(many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {f"wrong of {many} x {questions} from threads": len(wrong)}


def table(figures: dict, classes) -> str:
    names = [name for name in ("ours", "stock", "fts5", "tantivy") if name in figures]
    rows = sorted({row for name in names for row in figures[name]})
    lines = ["| | " + " | ".join(names) + " |", "| --- |" + " --- |" * len(names)]
    for row in rows:
        cells = [figures[name].get(row, "") for name in names]
        cells = [" / ".join(map(str, c)) if isinstance(c, list) else str(c) for c in cells]
        lines.append(f"| {row} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
