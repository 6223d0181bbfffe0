"""A small archive to walk through, and what tests of pages ask again and again."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils.html import strip_tags

from tests.builders import make_article, make_page
from tests.search.conftest import dictionary, index  # noqa: F401

BODY = (
    "四月的河西，机声隆隆。\n施工现场\n项目经理说，年底可以通车。\n"
    "附近的居民说，以后上班可以少走二十分钟。"
)


@pytest.fixture
def archive(db):
    """Two issues of 2023, one of 1998, an undated page; a county, two topics, two reporters."""
    one = make_page("a.txt", date(2023, 4, 13), "01", title="要闻", text="头\n\n正文\n广告\n")
    two = make_page("b.txt", date(2023, 4, 13), "02", title="综合新闻")
    later = make_page("c.txt", date(2023, 5, 2), "01")
    old = make_page("d.txt", date(1998, 9, 8), "01")
    loose = make_page(
        "e.txt",
        issue_date="XXXX-10-15",
        date_precision="month_day",
        date_basis="text",
        date_evidence=["10月14日启动"],
    )
    lead = make_article(
        one,
        "河西大桥合龙",
        BODY,
        kicker="城建提速",
        deck="年底有望通车",
        subheads=["施工现场"],
        dateline="株洲日报讯",
        line_ranges=[[1, 1], [3, 3]],
        bylines=(("全媒体记者", "尹冰"), ("摄影", "罗一凡")),
        districts=("天元区", "株洲市"),
        topics=("城建交通", "经济产业"),
    )
    advert = make_article(one, "开业酬宾", "八折。", kind="advert", line_ranges=[[4, 4]])
    second = make_article(
        two, "茶园开采", "春茶上市。", bylines=(("通讯员", "尹冰"),), districts=("茶陵县",)
    )
    newest = make_article(later, "五一客流创新高", "车站人来人往。", topics=("城建交通",))
    oldest = make_article(old, "下岗职工有了新岗位", "劳务市场开张。", districts=("天元区",))
    undated = make_article(loose, "流感疫苗开打", "全市设点接种。", bylines=(("记者", "尹冰"),))
    return SimpleNamespace(**locals())


@pytest.fixture
def read(client):
    """Open an address and get the words on the page."""

    def words(path: str, status: int = 200, **headers) -> str:
        answer = client.get(path, headers=headers)
        assert answer.status_code == status, f"{path}: {answer.status_code}"
        return " ".join(strip_tags(answer.content.decode()).split())

    return words
