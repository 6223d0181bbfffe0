"""The engines of the benchmark, each behind the same few methods."""

import sqlite3
from datetime import date
from itertools import pairwise
from pathlib import Path

import jieba
from haystack import connections, indexes
from haystack.query import SearchQuerySet
from jieba.analyse import ChineseAnalyzer

from articles import search
from articles.models import Article

RANGE = (date(2000, 1, 1), date(2004, 12, 31))
NUMBERS = tuple(int(f"{day:%Y%m%d}") for day in RANGE)


class Ours:
    """The archive's engine, asked through haystack."""

    rounds = 5

    def __init__(self, folder: Path, workers: int):
        self.workers = workers

    def is_built(self) -> bool:
        return False

    def build(self) -> None:
        search.rebuild(self.workers)

    def size(self) -> int:
        return search.status().bytes

    def open(self) -> None:
        self.queryset = SearchQuerySet()
        self.snapshot = connections["default"].get_backend().store.snapshot()

    def forget(self) -> None:
        self.snapshot.remembered.clear()
        self.snapshot.bits.cache_clear()

    def modes(self, classes):
        yield from ((mode, name) for name in classes for mode in ("newest", "relevance"))
        yield "newest with facets", "common"
        yield "newest in five years", "common"

    def ask(self, mode: str, query: str) -> int:
        asked = self.queryset.filter(content=query)
        if mode != "relevance":
            asked = asked.order_by("-date")
        if mode == "newest with facets":
            asked = asked.facet("county")
        if mode == "newest in five years":
            asked = asked.filter(date__range=RANGE)
        list(asked[:20])
        return asked.count()


class StockIndex(indexes.SearchIndex, indexes.Indexable):
    """What the tutorials make of haystack, Whoosh and jieba."""

    text = indexes.CharField(document=True, model_attr="body", analyzer=ChineseAnalyzer())
    title = indexes.CharField(model_attr="headline", analyzer=ChineseAnalyzer())
    county = indexes.CharField(faceted=True, analyzer=ChineseAnalyzer())
    date = indexes.DateField(model_attr="date_earliest", null=True)

    def get_model(self):
        return Article

    def prepare_county(self, article):
        return ",".join(d.name for d in article.districts.all())


class Stock(Ours):
    """haystack's own Whoosh backend with jieba's analyzer."""

    # Each answer takes seconds.
    rounds = 1

    def __init__(self, folder: Path, workers: int):
        self.folder = folder
        connections.connections_info["stock"] = {
            "ENGINE": "haystack.backends.whoosh_backend.WhooshEngine",
            "PATH": str(folder),
        }
        self.index = StockIndex()
        connections["stock"].get_unified_index().build(indexes=[self.index])

    def is_built(self) -> bool:
        return self.folder.exists()

    def build(self) -> None:
        backend = connections["stock"].get_backend()
        articles = Article.objects.live().order_by("pk").prefetch_related("districts")
        total = articles.count()
        for start in range(0, total, 1000):
            backend.update(self.index, list(articles[start : start + 1000]))

    def size(self) -> int:
        return sum(file.stat().st_size for file in self.folder.iterdir())

    def open(self) -> None:
        self.queryset = SearchQuerySet(using="stock")

    def forget(self) -> None:
        pass

    def ask(self, mode: str, query: str) -> int:
        if mode == "newest with facets":
            asked = self.queryset.filter(content=query).order_by("-date").facet("county_exact")
            list(asked[:20])
            return asked.count()
        return super().ask(mode, query)


class Fts5(Ours):
    """SQLite's full text search over the same words and pairs, rows in order of date."""

    def __init__(self, folder: Path, workers: int):
        self.file = folder.with_suffix(".sqlite3")

    def is_built(self) -> bool:
        return self.file.exists()

    def build(self) -> None:
        self.open()
        self.database.executescript(
            "CREATE VIRTUAL TABLE f USING fts5(w, p, content='', tokenize='unicode61');"
            "CREATE TABLE d (id INTEGER PRIMARY KEY, day INTEGER, county TEXT);"
            "CREATE INDEX d_day ON d (day);"
        )
        for number, (words, pairs, day, county) in enumerate(documents(), 1):
            self.database.execute(
                "INSERT INTO f(rowid, w, p) VALUES (?, ?, ?)", (number, words, pairs)
            )
            self.database.execute("INSERT INTO d VALUES (?, ?, ?)", (number, day, county))
        self.database.commit()

    def size(self) -> int:
        return self.file.stat().st_size

    def open(self) -> None:
        self.database = sqlite3.connect(self.file)

    def forget(self) -> None:
        pass

    def modes(self, classes):
        yield from ((mode, name) for name in classes for mode in ("newest", "relevance"))
        yield "relevance with facets", "common"
        yield "newest in five years", "common"

    def ask(self, mode: str, query: str) -> int:
        ask = self.database.execute
        match = _as_pairs(query)
        if mode == "newest in five years":
            # Rows are in order of date, so that a range of days is one of row numbers.
            bounds = ask("SELECT min(id), max(id) FROM d WHERE day BETWEEN ? AND ?", NUMBERS)
            within = " AND f.rowid BETWEEN ? AND ?"
            arguments = (match, *bounds.fetchone())
        else:
            within, arguments = "", (match,)
        order = "rank" if mode.startswith("relevance") else "f.rowid DESC"
        where = f"FROM f WHERE f MATCH ?{within}"
        ask(f"SELECT rowid {where} ORDER BY {order} LIMIT 20", arguments).fetchall()
        if mode.endswith("facets"):
            ask(
                "SELECT county, count(*) FROM d WHERE id IN "
                "(SELECT rowid FROM f WHERE f MATCH ?) GROUP BY county",
                (match,),
            ).fetchall()
        return ask(f"SELECT count(*) {where}", arguments).fetchone()[0]


def _as_pairs(query: str) -> str:
    """Each word as a phrase of pairs of characters."""
    return " AND ".join(
        'p : "' + " ".join(a + b for a, b in pairwise(word)) + '"' for word in query.split()
    )


def documents():
    """Words, pairs, day and county of each article, oldest first."""
    articles = Article.objects.live().order_by("date_earliest", "page_number", "position")
    for article in articles.prefetch_related("districts").iterator(chunk_size=500):
        text = f"{article.headline}。{article.body}"
        run = "".join(filter(str.isalnum, text))
        pairs = " ".join(a + b for a, b in pairwise(run))
        county = ",".join(d.name for d in article.districts.all())
        yield (
            " ".join(jieba.cut_for_search(text)),
            pairs,
            int(f"{article.date_earliest:%Y%m%d}"),
            county,
        )


class Tantivy(Ours):
    """Tantivy over the same pairs."""

    def __init__(self, folder: Path, workers: int):
        self.folder = folder

    def is_built(self) -> bool:
        return self.folder.exists()

    def _schema(self):
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("p", tokenizer_name="whitespace")
        builder.add_text_field("w", tokenizer_name="whitespace", index_option="freq")
        builder.add_integer_field("day", fast=True, indexed=True)
        return builder.build()

    def build(self) -> None:
        import tantivy

        self.folder.mkdir(parents=True)
        index = tantivy.Index(self._schema(), path=str(self.folder))
        writer = index.writer(heap_size=256_000_000)
        for words, pairs, day, _county in documents():
            writer.add_document(tantivy.Document(w=words, p=pairs, day=day))
        writer.commit()
        writer.wait_merging_threads()

    def size(self) -> int:
        return sum(file.stat().st_size for file in self.folder.iterdir())

    def open(self) -> None:
        import tantivy

        self.schema = self._schema()
        self.tantivy = tantivy
        self.searcher = tantivy.Index(self.schema, path=str(self.folder)).searcher()

    def forget(self) -> None:
        pass

    def modes(self, classes):
        yield from ((mode, name) for name in classes for mode in ("newest", "relevance"))
        yield "newest in five years", "common"

    def ask(self, mode: str, query: str) -> int:
        made, must = self.tantivy.Query, self.tantivy.Occur.Must
        parts = [(must, self._word(made, word)) for word in query.split()]
        if mode == "newest in five years":
            kind = self.tantivy.FieldType.Integer
            parts.append((must, made.range_query(self.schema, "day", kind, *NUMBERS)))
        asked = made.boolean_query(parts)
        if mode == "relevance":
            return self.searcher.search(asked, 20, count=True).count
        return self.searcher.search(asked, 20, count=True, order_by_field="day").count

    def _word(self, made, word: str):
        pairs = [a + b for a, b in pairwise(word)]
        if len(pairs) == 1:
            return made.term_query(self.schema, "p", pairs[0])
        return made.phrase_query(self.schema, "p", pairs)


ENGINES = {"ours": Ours, "stock": Stock, "fts5": Fts5, "tantivy": Tantivy}
