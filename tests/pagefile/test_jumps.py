"""The two halves of a jumped article find each other over the pages of an issue."""

from articles.pagefile import link_jumps, parse_page

FRONT = """
A1 要闻

一座新城的拔节声

本报首席记者 诸葛明远

新城挂牌三年，道路建成六十二公里，村村通了公交车。货车司机邓国庆说，等到快速干道▶下转A3版

河西菜场换新颜

本报讯 改造后的菜场昨日开门。摊主单玉莲说，豆腐的味道稳了，（下转A3版）
"""
INNER = """
A3 综合新闻

◀上接A1版

贯通，新城到长沙只要二十五分钟。邓国庆换了带尾板的货车，等着跑快速干道的第一趟。

◀上接A1版

账也好算了。菜场给每个摊主发了公平秤，单玉莲的豆腐摊排起了队。
"""


def test_halves_are_paired_by_page_numbers_and_words():
    pages = {"a1.txt": parse_page(FRONT), "a3.txt": parse_page(INNER)}
    pairs = {(p.head.position, p.tail.position) for p in link_jumps(pages)}
    assert pairs == {(0, 0), (1, 1)}


def test_a_half_whose_other_page_is_missing_stays_alone():
    assert link_jumps({"a1.txt": parse_page(FRONT)}) == ()


def test_the_jump_mark_is_no_text():
    bodies = [a.body for p in (FRONT, INNER) for a in parse_page(p).articles]
    assert not any("转A3" in body or "上接" in body for body in bodies)
