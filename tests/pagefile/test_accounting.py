"""Nothing is lost, nothing counted twice, and the same text always reads the same."""

import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.pagefile import parse_page
from articles.pagefile.records import PageHints

PRINTED = st.sampled_from(
    [
        "荷塘区添了三座书屋",
        "——读者步行十分钟可到",
        "本报讯（记者 江一舟）三座书屋昨日开门，首批图书两万册",
        "，傍晚七点还亮着灯。",
        "本报记者 文小满",
        "● 攸县油茶开园。（洪波）",
        "| 姓名 | 单位 |",
        "导读",
        "◀上接A1版",
        "▶下转02版",
        "拍卖公告",
        "责任编辑/柳如眉 校对/文小满",
        "图为书屋一角。江一舟 摄",
        "",
        "",
    ]
)
INVENTED = Path(__file__).parents[1] / "evaluation"
ANY_TEXT = st.one_of(st.text(max_size=300), st.lists(PRINTED, max_size=40).map("\n".join))


def printed_lines(text):
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return [number for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def covered(page, text):
    """Every printed line, once for each article or piece of furniture that holds it."""
    ranges = [r for article in page.articles for r in article.line_ranges]
    ranges += [piece.lines for piece in page.furniture]
    printed = set(printed_lines(text))
    return sorted(n for first, last in ranges for n in range(first, last + 1) if n in printed)


@given(ANY_TEXT)
@settings(max_examples=300, deadline=None)
def test_each_printed_line_stands_in_exactly_one_place(text):
    assert covered(parse_page(text), text) == printed_lines(text)


def test_lines_of_many_pages_thrown_together_are_all_kept():
    texts = [path.read_text("utf-8") for path in sorted(INVENTED.glob("*/pages/**/*.txt"))]
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    dice = random.Random(1)
    for _ in range(600):
        text = "\n".join(dice.choices(lines, k=dice.randint(2, 12)))
        assert covered(parse_page(text), text) == printed_lines(text)


def test_a_text_without_headings_keeps_its_first_paragraph_though_another_might_claim_it():
    text = """本报讯 乡村教师的流失率由两
本报讯(记者 谈笑生) 七名退休教师合伙办起假期托儿所”,三十六个孩子有人管。"""
    assert [article.line_ranges for article in parse_page(text).articles] == [((1, 1),), ((2, 2),)]


def test_a_line_that_begins_with_its_headline_stays_whole():
    text = """日报讯
风光带二期
天亮的时候
一、编号
让司机戴上“醉酒眼镜” 本报讯(记者 谢小鸥)受罚的司机在这里走直线、绕水桶、

/

区"""
    assert covered(parse_page(text), text) == printed_lines(text)


@given(ANY_TEXT)
@settings(max_examples=100, deadline=None)
def test_the_same_text_reads_the_same_twice(text):
    assert parse_page(text) == parse_page(text)


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_no_word_of_a_body_is_invented(text):
    squeezed = "".join(text.split())
    for article in parse_page(text).articles:
        for paragraph in article.paragraphs:
            for part in paragraph.text.split():
                assert set(part) <= set(squeezed)


@given(ANY_TEXT, st.integers(1, 12), st.integers(0, 6))
@settings(max_examples=200, deadline=None)
def test_an_editors_range_comes_back_as_one_article_with_that_range(text, first, length):
    hints = PageHints(fixed_articles=(((first, first + length),),))
    page = parse_page(text, hints)
    within = [n for n in printed_lines(text) if first <= n <= first + length]
    fixed = [a for a in page.articles if a.line_ranges == ((first, first + length),)]
    assert len(fixed) >= bool(within)
    assert covered(page, text) == printed_lines(text)


@given(ANY_TEXT, st.integers(1, 12))
@settings(max_examples=100, deadline=None)
def test_lines_that_an_editor_took_out_stand_in_no_article(text, line):
    page = parse_page(text, PageHints(fixed_furniture=((line, line),)))
    assert all(not first <= line <= last for a in page.articles for first, last in a.line_ranges)
    assert covered(page, text) == printed_lines(text)


def test_an_authors_line_alone_is_a_page():
    assert covered(parse_page("口 舟"), "口 舟") == printed_lines("口 舟")
