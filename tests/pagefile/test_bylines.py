"""Bylines in all printed forms, old and new."""

import pytest

from articles.pagefile import parse_page


def signed(opening):
    """The bylines of an article that opens with the words."""
    [article] = parse_page(f"\n\n河西菜场换新颜\n\n{opening}八十个摊位昨日开门。\n").articles
    return [(one.role, one.name) for one in article.bylines]


@pytest.mark.parametrize(
    ("opening", "bylines"),
    [
        ("本报讯（记者 易 丁 通讯员 何楚云、刘 炜）", "记者:易丁 通讯员:何楚云 通讯员:刘炜"),
        ("本报讯 (记者 章亦可 实习生 古 月) ", "记者:章亦可 实习生:古月"),
        ("株洲日报讯(全媒体记者/尹冰 通讯员/祁向阳) ", "全媒体记者:尹冰 通讯员:祁向阳"),
        ("掌上株洲·株洲日报(记者/尹冰)", "记者:尹冰"),
        (
            "株洲日报讯(记者/汤彦 通讯员宋知白 George Miller) ",
            "记者:汤彦 通讯员:宋知白 通讯员:George Miller",
        ),
        ("新华社北京三月十五日电（记者 沈克俭、白 露）", "记者:沈克俭 记者:白露"),
        (
            "本报讯（特约通讯员 欧阳 翔 阿依古丽·买买提）",
            "特约通讯员:欧阳翔 特约通讯员:阿依古丽·买买提",
        ),
        ("本報訊(記者/司馬衡、通訊員/文小波) ", "記者:司馬衡 通訊員:文小波"),
        ("记者获悉，", ""),
    ],
)
def test_a_dateline_names_its_authors(opening, bylines):
    assert " ".join(f"{role}:{name}" for role, name in signed(opening)) == bylines


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("本报首席记者 诸葛明远 见习记者 苏 禾", ["诸葛明远", "苏禾"]),
        ("株洲日报全媒体记者汤彦 向晚 通讯员/谭晓渔", ["汤彦", "向晚", "谭晓渔"]),
        ("□ 沈星辰", ["沈星辰"]),
        ("作者/覃小渡", ["覃小渡"]),
        ("(台北)文 守 仁", ["文守仁"]),
        ("石 一 丁", ["石一丁"]),
        ("本报评论员", []),
    ],
)
def test_a_line_of_its_own_under_the_headline_names_its_authors(line, names):
    page = parse_page(f"\n\n说慢\n\n{line}\n\n做生意要快，这没有错。可有些事偏偏快不得。\n")
    assert [one.name for one in page.articles[0].bylines] == names
    assert page.articles[0].headline == "说慢"


@pytest.mark.parametrize(
    ("end", "bylines"),
    [
        ("（谭绍庭 易大春）", [("", "谭绍庭"), ("", "易大春")]),
        ("(本报记者 文小波 通讯员 洪 波)", [("本报记者", "文小波"), ("通讯员", "洪波")]),
        ("(株洲日报记者/程 野 摄)", [("摄影", "程野")]),
    ],
)
def test_a_signature_in_parentheses_closes_the_text(end, bylines):
    page = parse_page(f"\n\n水上绣花针\n\n打捞工人驾着小船清理水葫芦。{end}\n")
    article = page.articles[0]
    assert [(one.role, one.name) for one in article.bylines] == bylines
    assert article.body == "打捞工人驾着小船清理水葫芦。"


def test_an_organisation_may_be_a_correspondent():
    text = "\n\n学消防\n\n\n\n消防员教村民使用灭火器。\n\n株洲日报记者/尹冰 通讯员/甲县消防救援大队 供图\n"
    bylines = parse_page(text).articles[0].bylines
    assert [(b.role, b.name, b.is_organisation) for b in bylines] == [
        ("记者", "尹冰", False),
        ("供图", "甲县消防救援大队", True),
    ]
