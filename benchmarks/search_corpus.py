"""A made-up archive of any size: words of jieba's dictionary by their frequency, in sentences.

No sentence of any newspaper is in it. Four fifths of the words come in groups from a stock, so
that neighbours repeat about as often as in print (10,000 characters of it have some 7,000
different pairs, of print 6,000). The same seed gives the same archive.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, count

import jieba
from django.utils import timezone

from articles.models import (
    Article,
    ArticleDistrict,
    ArticleTopic,
    Byline,
    District,
    ImportRun,
    Page,
    Reporter,
    Topic,
)

SEED = 20260101
PER_PAGE, PER_BATCH = 12, 2400
STOCK = 12_000
FIRST_DAY, LAST_DAY = date(1985, 1, 1), date(2024, 12, 31)
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉红建文"
COUNTIES = [
    "天元区",
    "芦淞区",
    "荷塘区",
    "石峰区",
    "渌口区",
    "醴陵市",
    "攸县",
    "茶陵县",
    "炎陵县",
    "株洲市",
]
TOPICS = [
    "时政",
    "经济产业",
    "城建交通",
    "农业农村",
    "生态环境",
    "民生社会",
    "教育",
    "文化旅游",
    "安全应急",
    "党建",
]
KINDS = ["news"] * 14 + ["commentary", "literary", "brief", "brief", "advert", "notice"]


class Writer:
    """Writes text as random as a dictionary is."""

    def __init__(self, seed: int = SEED):
        self.random = random.Random(seed)
        words, weights = [], []
        for line in jieba.get_dict_file().read().decode().splitlines():
            word, weight, _ = line.split(" ")
            if all("\u4e00" <= c <= "\u9fff" for c in word) and int(weight) > 2:
                words.append(word)
                # A newspaper's small words are less frequent than those of all speech.
                weights.append(min(int(weight), 40_000))
        self._words, self._weights = words, list(accumulate(weights))
        self._stock = [self._fresh(self.random.randint(2, 5)) for _ in range(STOCK)]
        self._popular = list(accumulate(1 / rank**0.8 for rank in range(1, STOCK + 1)))
        self.reporters = [self.name() for _ in range(300)]

    def name(self) -> str:
        given = self.random.choices(GIVEN, k=self.random.choice((1, 2, 2)))
        return self.random.choice(SURNAMES) + "".join(given)

    def _fresh(self, many: int) -> list[str]:
        return self.random.choices(self._words, cum_weights=self._weights, k=many)

    def words(self, many: int) -> list[str]:
        groups = self.random.choices(self._stock, cum_weights=self._popular, k=many * 4 // 15)
        fresh = [[word] for word in self._fresh(max(1, many // 5))]
        mixed = groups + fresh
        self.random.shuffle(mixed)
        return [word for group in mixed for word in group]

    def sentence(self) -> str:
        chance = self.random.random()
        words = self.words(self.random.randint(5, 18))
        words.insert(len(words) // 2, "，")
        if chance < 0.15:
            words.insert(0, self.random.choice(COUNTIES))
        elif chance < 0.25:
            words.append(f"{self.random.randint(1, 9999)}万元")
        elif chance < 0.3:
            words.insert(0, self.random.choice(self.reporters) + "说，")
        return "".join(words) + "。"

    def body(self) -> str:
        length, wanted, sentences = 0, self.random.randint(200, 1250), []
        while length < wanted:
            sentences.append(self.sentence())
            length += len(sentences[-1])
        return "".join(
            sentence + ("\n" if self.random.random() < 0.3 else "") for sentence in sentences
        ).strip()


def write(articles: int, seed: int = SEED) -> None:
    """Fill an empty database with so many articles."""
    writer = Writer(seed)
    run = ImportRun.objects.create(reader_version="1", status="finished")
    districts = [_district(name) for name in COUNTIES]
    topics = [
        Topic.objects.get_or_create(name=n, defaults={"slug": f"t{i}"})[0]
        for i, n in enumerate(TOPICS)
    ]
    reporters = [Reporter.objects.create(name=name) for name in writer.reporters]
    positions = count()
    for start in range(0, articles, PER_BATCH):
        many = min(PER_BATCH, articles - start)
        made = [_article(writer, page, n) for page, n in _places(writer, run, positions, many)]
        rows = Article.objects.bulk_create(made)
        _tie(writer, rows, districts, topics, reporters)


def _district(name: str) -> District:
    found = District.objects.filter(name=name).first()
    return found or District.objects.create(name=name, slug=f"d{District.objects.count()}")


def _places(writer: Writer, run, positions, many: int) -> Iterator[tuple[Page, int]]:
    page = None
    for index in range(many):
        if index % PER_PAGE == 0:
            page = _page(writer, run, next(positions))
        yield page, index % PER_PAGE + 1


def _page(writer: Writer, run, number: int) -> Page:
    day = FIRST_DAY + timedelta(days=writer.random.randrange((LAST_DAY - FIRST_DAY).days))
    return Page.objects.create(
        key=f"made_{number:06}.txt",
        sha256=f"{number:064}",
        encoding="utf-8",
        text="",
        number=f"{writer.random.randint(1, 8):02}",
        reader_version="1",
        first_run=run,
        last_run=run,
        issue_date=day.isoformat(),
        date_earliest=day,
        date_latest=day,
        date_precision="day",
        changed_at=timezone.now(),
    )


def _article(writer: Writer, page: Page, position: int) -> Article:
    kind = writer.random.choice(KINDS)
    return Article(
        page=page,
        position=position,
        kind=kind,
        headline="".join(writer.words(writer.random.randint(3, 7))),
        deck="".join(writer.words(5)) if writer.random.random() < 0.2 else "",
        body=writer.body(),
        page_number=page.number,
        in_lists=kind not in Article.UNLISTED_KINDS,
        issue_date=page.issue_date,
        date_earliest=page.date_earliest,
        date_latest=page.date_latest,
        date_precision="day",
        changed_at=timezone.now(),
    )


def _tie(writer: Writer, rows: list[Article], districts, topics, reporters) -> None:
    choose = writer.random.choice
    signed = [(article, choose(reporters)) for article in rows]
    Byline.objects.bulk_create(
        Byline(article=a, reporter=r, order=0, role="记者", name=r.name) for a, r in signed
    )
    ArticleDistrict.objects.bulk_create(
        ArticleDistrict(article=article, district=choose(districts), is_primary=True)
        for article in rows
    )
    ArticleTopic.objects.bulk_create(
        ArticleTopic(article=article, topic=choose(topics)) for article in rows
    )
