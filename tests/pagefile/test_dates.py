"""The date of a page: each spelling and each way of knowing, on pages made up for it."""

from datetime import date
from pathlib import Path
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.pagefile.dating.dates import read_date, share_dates
from articles.pagefile.page import parse_page
from articles.pagefile.records import (
    Credit,
    DateBasis,
    DatePrecision,
    DateReading,
    Kind,
    PageHints,
    Paragraph,
    ParsedArticle,
    ParsedPage,
)


def reading_of(text: str, **hints):
    page = parse_page(text)
    return read_date(text.split("\n"), PageHints(**hints), page.articles, page.furniture)


def edtf(text: str, **hints) -> str | None:
    return reading_of(text, **hints)[0].edtf


def codes(text: str, **hints) -> set[str]:
    return {problem.code for problem in reading_of(text, **hints)[1]}


STORY = "本报讯（记者 石一川）昨日上午，市图书馆新馆开门迎客，三千名读者领到借书证。"


# --- the order of sources ---


def test_the_manifest_goes_before_the_file_name_and_that_before_the_masthead():
    text = f"株洲日报\n2012年5月4日 星期五\n\n{STORY}"
    assert edtf(text, name="a/zzrb_20120503_01.txt", manifest_date="2012-05-02") == "2012-05-02"
    assert edtf(text, name="a/zzrb_20120503_01.txt") == "2012-05-03"
    assert edtf(text, name="a/scan.txt") == "2012-05-04"


def test_sources_that_contradict_each_other_are_a_problem_and_the_surest_stays():
    text = f"株洲日报\n2012年5月4日 星期五\n\n{STORY}"
    assert "date-contradiction" in codes(text, name="zzrb_20120503_01.txt")
    assert "date-contradiction" not in codes(text, name="zzrb_20120504_01.txt")


def test_a_manifest_may_know_less_than_a_day():
    reading, _ = reading_of(STORY, manifest_date="1998-07")
    assert (reading.earliest, reading.latest) == (date(1998, 7, 1), date(1998, 7, 31))
    assert reading.precision is DatePrecision.MONTH
    assert edtf(STORY, manifest_date="XXXX-12-09") == "XXXX-12-09"


def test_a_manifest_date_that_is_none_is_a_problem_and_the_page_still_gets_its_own():
    text = f"株洲日报\n2012年5月4日 星期五\n\n{STORY}"
    assert edtf(text, manifest_date="五月四日") == "2012-05-04"
    assert "manifest-date-unreadable" in codes(text, manifest_date="2012-13-40")


@pytest.mark.parametrize(
    "said",
    [
        "0000",
        "0000-00-00",
        "1012",
        "2912-05",
        "2012-00",
        "2012-05-00",
        "XXXX-02-30",
        "XXXX-05",
        "٢٠١٢",
    ],
)
def test_a_manifest_date_of_no_time_is_a_problem(said):
    reading, problems = reading_of(STORY, manifest_date=said)
    assert reading.basis is not DateBasis.MANIFEST
    assert "manifest-date-unreadable" in {problem.code for problem in problems}


# --- file names ---


@pytest.mark.parametrize(
    "name",
    [
        "zzrb_20120503_01.txt",
        "zzrb20120503A1.txt",
        "2012-05-03_A1.txt",
        "2012_5_3-版2.txt",
        "2012.05.03.01.txt",
        "株洲日报2012年5月3日第1版.txt",
        "2012/05/03/A1.txt",
        "2012-05/03/A1.txt",
        "paper/20120503/A1.txt",
    ],
)
def test_a_file_name_or_folder_says_the_day(name):
    assert edtf("", name=name) == "2012-05-03"


@pytest.mark.parametrize(
    "name",
    ["012_20120503af44bb19.txt", "000_50d5cf58f83f60c4.txt", "20129903.txt", "0733-28820000.txt"],
)
def test_figures_in_a_name_that_are_no_date_say_nothing(name):
    assert edtf("", name=name) is None


# --- mastheads ---


@pytest.mark.parametrize(
    "masthead",
    [
        "2012年5月3日 星期四",
        "2012年5月3日 星期四 壬辰年四月十三",
        "2 0 1 2 年 5 月 3 日  星 期 四",
        "２０１２年５月３日　星期四",
        "2O12年5月3日 星期四",
        "二〇一二年五月三日 星期四",
        "二○一二年五月三日　农历壬辰年四月十三",
        "2012.5.3 星期四",
        "2012-05-03 星期四 第8888期",
        "THURSDAY MAY 3,2012",
        "A2 要闻 2012年5月3日 星期四 责任编辑/柳一叶",
        "A3 要闻 2012-05-03",
        "■责编 柳一叶 ■2012年5月3日",
        "责任编辑:柳一叶 校对:文山 2012年5月3日 周四",
        "2012年\n5月3日\n星期四",
        "2012年5月3日\n星期四\n第8888期 今日12版",
        "5月3日 星期四 农历壬辰年四月十三",
        "壬辰年四月十三 5月3日 星期四 今日8版",
        "A02 2012.05.03 星期四",
        "2012·5·3 星期四",
        "20120503",
        "2O12年O5月O3日 星期四",
        "2 01 2年5月3曰 星期四",
        "2012午5月3日 星期四",
        "二0一二年五月三日 星期四",
        "星期四 5月3日 2012年",
        "2012 MAY.3 THU",
        "3\n2012年5月\n星期四",
        "5/3\n2012 星期四",
        "2012年\n05/03\n星期四",
    ],
)
def test_a_masthead_in_any_form_says_the_day(masthead):
    reading, problems = reading_of(f"株洲日报\n\n{masthead}\n\n{STORY}")
    assert (reading.edtf, reading.basis) == ("2012-05-03", DateBasis.MASTHEAD)
    assert not [p for p in problems if "contradiction" in p.code]


def test_pieces_of_a_date_that_the_weekday_denies_are_no_masthead():
    assert edtf(f"5/3\n2012 星期五\n\n{STORY}") != "2012-05-03"


@pytest.mark.parametrize(
    ("also", "day"),
    [
        ("", "XXXX-11-03"),
        ("今年（2021年）它搬了家。", "2021-11-03"),
        ("今年（2020年）它搬了家。", "XXXX-11-03"),
    ],
)
def test_a_header_without_its_year_is_of_the_year_that_the_text_and_the_weekday_agree_on(also, day):
    assert edtf(f"A02 要闻 11月3日 星期三\n\n江边的书屋\n\n{STORY}{also}") == day


def test_a_weekday_that_does_not_fit_is_a_problem():
    assert "weekday-contradiction" in codes(f"株洲日报\n2012年5月3日 星期五\n\n{STORY}")


def test_a_lunar_date_that_does_not_fit_is_a_problem():
    text = f"株洲日报\n2012年5月3日 星期四 壬辰年五月十三\n\n{STORY}"
    assert "lunar-contradiction" in codes(text)
    assert edtf(text) == "2012-05-03"


def test_a_misread_figure_is_mended_where_weekday_and_lunar_date_agree():
    text = f"株洲日报\n2012年6月3日 星期四 壬辰年四月十三\n\n{STORY}"
    assert edtf(text) == "2012-05-03"
    assert "date-misread" in codes(text)


def test_a_leap_month_is_known():
    text = f"株洲日报\n2023年4月13日 星期四 癸卯年闰二月廿三\n\n{STORY}"
    assert codes(text) == set()


def test_news_of_a_later_day_than_the_masthead_is_a_problem():
    text = (
        "株洲日报\n2012年5月3日 星期四\n\n路灯亮了\n\n"
        "本报讯（记者 石一川） 5月9日晚，城西小巷的路灯全部亮了，居民放起了鞭炮。"
    )
    assert "date-contradiction" in codes(text)
    assert edtf(text) == "2012-05-03"


# --- the text ---


def test_the_issue_is_of_the_day_after_the_newest_event():
    text = (
        "社区办起小书屋\n\n株洲日报讯（记者 石一川） 2022年6月7日，桃李社区的小书屋开张，"
        "孩子们放学有了去处。\n\n养蜂人进山\n\n株洲日报讯（记者 何不语） 6月5日，"
        "二十户养蜂人进山采蜜。"
    )
    assert edtf(text).rstrip("~") == "2022-06-08"


def test_without_a_year_only_month_and_day_are_said():
    text = "社区办起小书屋\n\n株洲日报讯（记者 石一川） 6月7日，桃李社区的小书屋开张。"
    reading, _ = reading_of(text)
    assert (reading.edtf, reading.precision) == ("XXXX-06-08", DatePrecision.MONTH_DAY)
    assert reading.earliest is None
    assert "6月7日" in reading.evidence[0]


@pytest.mark.parametrize(
    "also",
    [
        "按照规划，到2035年，全县林地将达到二百万亩。",
        "《土地规划（2021—2035年）》已经公布。",
        "她出生于1952年3月，种了一辈子菜。",
        "这座桥始建于1987年。",
        "从2017年开始，街上就有一段路灯不亮。",
        "力争2030年前实现碳达峰。",
    ],
)
def test_years_of_plans_lives_and_beginnings_are_not_the_pages_year(also):
    text = f"社区办起小书屋\n\n株洲日报讯（记者 石一川） 6月7日，桃李社区的小书屋开张。{also}"
    assert edtf(text) == "XXXX-06-08"


@pytest.mark.parametrize(
    "other",
    [
        "报名到6月30日截止。",
        "展览将于7月1日开幕。",
        "定于6月28日上午举行决赛。",
        "6月20日，市里将举办书市。",
        "去年8月3日，社区的旧仓库腾了出来。",
        "请在12月31日前办理。",
        "6月21日是国际瑜伽日。",
        "6月26日禁毒日来临之际，民警进校园。",
        "6月17日，老人就要出院回家。",
        "6月12日零时起，夜班车改走新桥。",
        "6月18日零时至21日24时，渡口停航。",
        "6月16日22时起一律熄灯。",
        "预计人流高峰出现在6月29日上午，返程集中在7月5日。",
        "城北路6月16日至7月6日半幅封闭。",
        "6月9日隆重开业，全单八折。",
        "6月16日首开，两湖环抱。",
        "末班车6月12日起恢复到22时。",
        "桥面6月13日起夜间施工。",
        "6月12日至14日，游客凭票入园。",
        "6月14日（星期五）上午8时30分，在广场设咨询台。",
        "6月20日是中国学生营养日。",
        "老渡工的日记里写着：“6月19日，晴。过河二十人。”",
        "本报6月12日刊登的照片还贴在墙上。",
    ],
)
def test_days_to_come_and_days_of_other_years_are_not_the_newest_event(other):
    text = f"社区办起小书屋\n\n株洲日报讯（记者 石一川） 6月7日，桃李社区的小书屋开张。{other}"
    assert edtf(text) == "XXXX-06-08"


def test_new_years_day_is_later_than_the_last_of_december():
    text = (
        "钟声响了\n\n株洲日报讯（记者 石一川） 2023年1月1日零时，江边的大钟敲响十二下。\n\n"
        "工地不停工\n\n株洲日报讯（记者 何不语） 12月31日，城北工地照常施工。"
    )
    assert edtf(text).rstrip("~") == "2023-01-02"


def test_yesterday_and_today_beside_a_day_say_how_far_the_issue_is():
    yesterday = (
        "开渠了\n\n本报讯（记者 石一川） 昨日（9月3日），柳堤渠开闸放水。今年（2009年）雨少。"
    )
    today = "开渠了\n\n本报讯（记者 石一川） 9月3日（今日），柳堤渠开闸放水。今年（2009年）雨少。"
    assert edtf(yesterday) == "2009-09-04"
    assert edtf(today) == "2009-09-03"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("今天是6月7日，", "XXXX-06-07"),
        ("昨天是植树节，", "XXXX-03-13"),
        ("今日是第三十四个教师节，", "2018-09-10"),
        ("昨日是端午节，今年（2017年）的雨水多，", "2017-05-31"),
        ("今日冬至，", "XXXX-12-22"),
        ("今日冬至，今年（2012年）的雪早，", "2012-12-21"),
        ("昨日立冬，11月6日起橘子上市。", "XXXX-11-08"),
    ],
)
def test_a_day_or_festival_named_beside_today_and_yesterday_is_an_anchor(words, day):
    assert edtf(f"江边人多\n\n株洲日报讯（记者 石一川） {words}江边来了许多人。") == day


def test_snow_in_the_forecast_is_no_solar_term():
    assert edtf("天气\n\n12月20日，市气象台消息，今天小雪，明天大雪。") == "XXXX-12-21"


def test_the_last_year_of_a_plan_is_a_year():
    text = "订单排到十月\n\n本报讯（记者 石一川）6月22日，柳堤渠开闸。今年是“十五”计划的最后一年。"
    assert edtf(text).rstrip("~") == "2005-06-23"


def test_how_long_something_will_be_on_is_no_event():
    text = (
        "暑假不断电\n\n本报讯（记者 石一川）昨日，托管班开班，时间从7月8日到8月9日，免费。\n\n"
        "渠水进村\n\n本报讯（记者 石一川）7月16日，柳堤渠开闸放水。"
    )
    assert edtf(text) == "XXXX-07-17"


def test_the_ice_of_last_year_says_the_year():
    text = "竹林新绿\n\n本报讯（记者 石一川）去年年初那场冰灾压断的楠竹，3月12日又发了笋。"
    assert edtf(text).rstrip("~") == "2009-03-13"


def test_a_measure_in_force_from_a_day_on_does_not_date_the_page():
    text = (
        "身份证异地可办\n\n本报讯（记者 石一川） 记者获悉，从2007年3月1日起，身份证可以异地办理。"
        "\n\n春雨\n\n本报讯（记者 何不语） 2月26日，一场春雨下透。"
    )
    assert edtf(text).rstrip("~") == "2007-02-27"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "山路今起封闭\n\n本报讯 （记者 石一川） 交警决定，自11月6日零时起，山路封闭。",
            "XXXX-11-06",
        ),
        ("大桥今日通车\n\n本报讯 （记者 石一川） 大桥定于11月6日上午10时通车。", "XXXX-11-06"),
        ("书市明日开幕\n\n本报讯 （记者 石一川） 书市将于11月6日上午开幕。", "XXXX-11-05"),
    ],
)
def test_a_heading_says_how_far_the_day_is_that_its_text_names(text, day):
    assert edtf(f"{text}11月4日，最后一块牌子立好了。") == day


def test_a_day_without_its_month_soon_after_the_newest_event_is_newer():
    text = "放水了\n\n本报讯（记者 石一川） 6月4日，柳堤渠放水。记者{}从水利局获悉，渠水已到尾闾。"
    assert edtf(text.format("6日")) == "XXXX-06-07"
    assert edtf(text.format("昨日")) == "XXXX-06-05"
    assert edtf(text.format("下月6日将")) == "XXXX-06-05"


@pytest.mark.parametrize("day", ["4月31日", "2月30日", "2023年2月29日"])
def test_a_day_that_its_month_does_not_have_is_no_event(day):
    text = "放水了\n\n本报讯（记者 石一川） 2月4日，柳堤渠放水。{}，渠水到了尾闾。"
    assert edtf(text.format(day)) == "XXXX-02-05"


def test_a_day_without_its_month_is_one_that_the_newest_events_month_has():
    text = (
        "放水了\n\n本报讯（记者 石一川） 4月28日，柳堤渠放水。记者31日从水利局获悉，渠水已到尾闾。"
    )
    assert edtf(text) == "XXXX-04-29"


def test_a_death_told_within_days_gives_the_year_on_any_page():
    text = (
        "放水了\n\n本报讯（记者 石一川） 9月7日，柳堤渠放水。\n\n讣告\n\n"
        "老渠长喻大田同志因病医治无效，于1998年9月5日20时逝世，享年八十一岁。"
    )
    assert edtf(text).rstrip("~") == "1998-09-08"


def test_what_was_told_yesterday_up_to_midnight_is_yesterdays():
    text = "复工\n\n本报讯（记者 石一川） 记者昨日获悉，截至3月11日24时，工地全部复工。"
    assert edtf(text) == "XXXX-03-12"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("第29个全国“爱眼日”就要到了，", "2024-06-05"),
        ("为庆祝中国共产党成立100周年，", "2021-06-05"),
        ("十三届全国人大四次会议的代表来了，", "2021-06-05"),
        ("截至2023年5月底入库三万吨，", "2023-06-05"),
        ("2022年春季学期快要结束，", "2022-06-05"),
        ("局里决定，自2022年6月10日零时起停航，", "2022-06-05"),
        ("记者昨日获悉，2022年6月1日零时起，渡船改点，", "2022-06-05"),
        ("这个办法自2018年6月1日起施行，", "XXXX-06-05"),
        ("2021年度安全考核结果揭晓，", "2022-06-05"),
        ("征文定于2022年7月10日截稿，", "2022-06-05"),
        ("今年是“十四五”规划的第三年，", "2023-06-05"),
        ("今年是“十三五”收官之年，", "2020-06-05"),
        ("第39个全国爱鸟周刚刚过去，", "2020-06-05"),
        ("全媒体记者去看了2021年全国青少年棋赛，", "2021-06-05"),
        ("全媒体记者去看了2023年6月1日开奖的彩票，", "2023-06-05"),
        ("全媒体记者听说，2021年以来桥修了两回，", "XXXX-06-05"),
        ("全媒体记者听说，2019年，桥修了一回，", "XXXX-06-05"),
        ("全媒体记者听说，到2025年，桥要修三回，", "XXXX-06-05"),
        ("防治非典，家家挂起艾草，", "2003-06-05"),
        ("防治非典那年，家家挂起艾草，", "XXXX-06-05"),
        ("再过几天，五星红旗就要在香港升起，", "1997-06-05"),
        ("喜迎党的二十大，", "2022-06-05"),
        ("截至2024年6月4日14时水位回落，", "2024-06-05"),
        ("去年是第28个全国“爱眼日”，", "XXXX-06-05"),
        ("这座桥是1994年5月18日通车的，", "XXXX-06-05"),
        ("1600名农民进了城，", "XXXX-06-05"),
    ],
)
def test_the_year_is_said_by_counts_terms_and_orders_but_not_by_history(words, day):
    text = f"江边人多\n\n本报讯（记者 石一川） 6月4日，江边来了许多人。{words}渡工说。"
    assert edtf(text).rstrip("~") == day


@pytest.mark.parametrize(
    "words",
    [
        "第99999个植树节刚过，",
        "庆祝建党99999周年，",
        "庆祝建党九百九十九周年，",
        "今年（1012年）雨少，",
        "今年（2912年）雨少，",
        "2912年一季度雨少，",
        "2912年全国青少年棋赛开始，",
        "这座桥1500年就有，2月29日（农历二月初一）又修，",
        "这座桥1911年就有，6月9日（星期五）又修，",
    ],
)
def test_a_year_in_which_no_page_was_printed_is_not_the_pages(words):
    text = f"江边人多\n\n本报讯（全媒体记者 石一川） 6月4日，江边来了许多人。{words}渡工说。"
    alone = f"江边人多\n\n{'江水涨了又落。' * 12}渡工说，{words}"
    assert all((edtf(said) or "XXXX-").startswith("XXXX-") for said in (text, alone))


def test_the_year_in_the_title_of_what_happened_on_a_day_is_the_pages():
    text = "新兵启程\n\n本报讯（记者 石一川） 9月9日，我市2021年新兵欢送仪式在车站举行。"
    assert edtf(text).rstrip("~") == "2021-09-10"
    old = "旧事重提\n\n本报讯（记者 石一川） 9月9日，老兵们说起从2001年抗洪到2008年抗冰的往事。"
    assert edtf(old) == "XXXX-09-10"


def test_a_year_about_to_come_is_the_one_after_the_pages():
    text = "江边人多\n\n本报讯（记者 石一川） 12月26日，江边来了许多人。再过5天，2020年就要到来。"
    assert edtf(text).rstrip("~") == "2019-12-27"


def test_of_two_years_that_the_page_prints_for_its_own_time_the_later_is_right():
    text = (
        "2024株洲“巧手”赛获奖名单\n\n本报讯（全媒体记者 石一川） 9月22日，法官讲了一桩旧案："
        "2023年9月18日6时许，有人在江边丢了船。"
    )
    assert edtf(text).rstrip("~") == "2024-09-23"


def test_a_chronicle_of_many_years_dates_nothing():
    text = (
        "江边人多\n\n本报讯（全媒体记者 石一川） 6月4日，江边来了许多人。老渡工的本子上写着："
        "2014年6月2日过河九人，2015年6月3日八人，2016年6月1日七人，2017年6月6日六人。"
    )
    assert edtf(text) == "XXXX-06-05"


def test_an_animals_year_at_hand_is_the_first_after_the_latest_year_named():
    text = (
        "年货上架\n\n本报讯（记者 石一川） 1月9日，城北的年货街开了张。兔年春节将至，"
        "摊主说，2021年的灯笼还没有这么多样子。"
    )
    assert edtf(text).rstrip("~") == "2023-01-10"


def test_an_agencys_dateline_counts_as_yesterday():
    text = (
        "全国早稻开镰\n\n新华社北京七月十日电（记者 秦川） 据有关部门统计，各地早稻陆续开镰收割。"
    )
    assert edtf(text) == "XXXX-07-11"


def test_a_notice_is_dated_by_the_day_under_it():
    text = (
        "停水通告\n\n因水管检修，3月20日8时至18时柳叶巷一带停水。\n株洲市自来水公司 2009年3月17日"
    )
    assert edtf(text).rstrip("~") == "2009-03-18"


def test_the_day_at_a_notices_foot_is_no_masthead():
    text = "停电通告\n\n因检修，4月6日8时至18时停电。\n株洲供电局\n2011年4月2日"
    reading, _ = reading_of(text)
    assert (reading.edtf.rstrip("~"), reading.basis) == ("2011-04-03", DateBasis.TEXT)


def test_the_lunar_year_of_a_spring_festival_at_hand_gives_the_year():
    text = (
        "给乡亲拜年\n\n本报讯（记者 石一川） 甲戌新春将临，二月四日，十二名书法家来到山村，"
        "为农民写春联三百副。"
    )
    assert edtf(text).rstrip("~") == "1994-02-05"


def test_a_period_just_ended_gives_the_year():
    text = (
        "外贸开局好\n\n株洲日报讯（记者 石一川） 2019年上半年我市外贸运行情况7月15日公布，"
        "出口增长两成。"
    )
    assert edtf(text).rstrip("~") == "2019-07-16"


def test_a_year_that_heads_a_list_gives_the_year():
    text = (
        "2018 年度巧手娘子剪纸赛获奖名单\n\n| 等次 | 姓名 |\n|---|---|\n| 一等奖 | 田小禾 |\n\n"
        "剪纸赛颁奖\n\n株洲日报讯（记者 石一川） 11月2日，巧手娘子剪纸赛颁奖。"
    )
    assert edtf(text).rstrip("~") == "2018-11-03"


def test_a_festival_beside_a_day_settles_the_year_after_the_latest_one_named():
    text = (
        "江边放灯\n\n株洲日报讯（记者 石一川） 9月17日中秋，江边放了三千盏水灯。"
        "这项活动2022年恢复，已办了三届。"
    )
    assert edtf(text).rstrip("~") == "2024-09-18"


def test_a_poem_and_an_essay_date_nothing():
    text = "秋水\n\n□ 何不语\n\n一九七六年十月六日的早晨，\n我在江边等船，\n船没有来。"
    reading, problems = reading_of(text)
    assert reading.edtf is None or reading.precision is not DatePrecision.DAY
    assert reading.basis is DateBasis.NONE or "1976" not in reading.edtf
    assert {p.code for p in problems} <= {"date-unknown"}


def test_an_empty_page_has_no_date_and_no_problem():
    assert reading_of("\n \n") == (DateReading(), ())


@pytest.mark.parametrize("text", ["2012年99月99日 星期四", "年月日" * 500, "〇" * 3000, "9" * 4000])
def test_no_text_makes_the_reader_of_dates_fail(text):
    reading_of(text)


FIGURES = st.text("0123456789０１〇○零一二三四五六七八九十百廿OolI٣९", min_size=1, max_size=6)
AROUND_FIGURES = """
日 月 年 年年 日， 号 日零时起 日从水利局获悉 日晚 日前 月底 日开奖 岁 天 届 届毕业班 级新生
年度考核 年一季度 年春运 年春节 年以来 年到现在，整整 年出生，今年 年全国青少年棋赛 年6月 年2月
个 个植树节 个全国“爱眼日” 个端午 周年 届全国人大 次会议 五”开局之年 大召开之年 年学年
月（农历闰 日（星期五） 日端午 日，晴 日逝世，享年 年就要到来 号文件 〕12号 . - / ·
第 今年（ 去年（ 今天是 昨日（ 昨天是第 明日 截至 自 记者 庆祝建党 庆祝新中国成立 喜迎党的 今年是“十
全媒体 迎接 于 从 距新世纪还有 距香港回归还有 甲戌新春 兔年春节 农历 壬辰年 腊月 星期四 MAY
ſep ſunday 本报讯（记者江一舟） 去年 （ ） ， 。 ~ — 至
"""
ANY_DATES = st.lists(
    st.one_of(FIGURES, st.sampled_from(AROUND_FIGURES.split()), st.just("\n")), max_size=60
).map("".join)
STORY_OF_FIGURES = ANY_DATES.map(
    lambda said: f"江边人多\n\n本报讯（全媒体记者 石一川） 6月4日，江边来了许多人。{said}渡工说。"
)


@given(
    st.one_of(ANY_DATES, STORY_OF_FIGURES),
    st.one_of(
        st.none(), ANY_DATES, st.from_regex(r"(?:\d{4}|XXXX)(?:-\d\d){0,2}[~?%]?", fullmatch=True)
    ),
)
@settings(max_examples=400, deadline=None)
@example("江边人多\n\n本报讯 4月28日，江边人多。记者31日从渡口获悉，渡船停了。", None)
@example("全媒体记者说：20٣٤届毕业班的6月，〔20٣٤〕12号文件。6月4日，江边人多。", None)
@example("ſep 3, 2012", None)
@example("2012年5月3日 ſunday", None)
@example("", "0000")
def test_whatever_figures_stand_beside_words_of_time_the_page_is_read(text, said):
    reading = parse_page(text, PageHints(name=text[:80], manifest_date=said)).date
    for day in (reading.earliest, reading.latest):
        assert day is None or 1948 <= day.year <= 2100


def dated_pages():
    text = Path(__file__).with_name("dated.txt").read_text(encoding="utf-8")
    for block in text.split("=== ")[1:]:
        day, _, page = block.partition("\n")
        yield pytest.param(day, page, id=day)


@pytest.mark.parametrize(("day", "text"), list(dated_pages()))
def test_a_whole_page_without_a_printed_day_is_dated_by_what_it_tells(day, text):
    assert edtf(text).rstrip("~") == day


# --- neighbours ---


def page(number=None, day=None, names=(), jump=(None, None), body="", edtf=None) -> ParsedPage:
    reading = DateReading()
    if day:
        reading = DateReading(day.isoformat(), day, day, DatePrecision.DAY, DateBasis.MASTHEAD)
    elif edtf:
        reading = DateReading(edtf, None, None, DatePrecision.MONTH_DAY, DateBasis.TEXT)
    article = ParsedArticle(
        kind=Kind.NEWS,
        line_ranges=((1, 2),),
        bylines=tuple(Credit("记者", name, 1, name) for name in names),
        paragraphs=(Paragraph(body, (2,)),),
        continued_from=jump[0],
        continued_to=jump[1],
    )
    return ParsedPage(articles=(article,), date=reading, page_number=number)


MAY_3 = date(2012, 5, 3)


def test_pages_that_run_on_in_name_and_number_are_of_one_issue():
    shared = share_dates(
        {
            "box/scan_011.txt": page("01", MAY_3),
            "box/scan_012.txt": page("02"),
            "box/scan_013.txt": page("03"),
            "box/scan_014.txt": page("01"),
            "box/scan_015.txt": page("02"),
        }
    )
    assert {name: r.edtf for name, r in shared.items()} == {
        "box/scan_012.txt": "2012-05-03",
        "box/scan_013.txt": "2012-05-03",
    }
    assert {r.basis for r in shared.values()} == {DateBasis.NEIGHBOUR}
    assert shared["box/scan_012.txt"].evidence == ("box/scan_011.txt",)


def test_pages_whose_names_are_hashes_do_not_run_on():
    assert not share_dates(
        {"000_50d5cf58f83f60c4.txt": page("01", MAY_3), "001_50d5cf58f83f60c4.txt": page("02")}
    )


def test_a_story_that_jumps_lends_its_date_when_both_halves_speak_of_the_same():
    head = page("A1", MAY_3, jump=(None, "A3"), body="柳堤渠开闸放水，柳堤村的老渠长走在前面。")
    tail = page("A3", jump=("A1", None), body="渠水流过柳堤村，老渠长走在前面，柳堤渠上一片欢声。")
    other = page("A3", jump=("A1", None), body="剪纸能手田小禾今年七十岁，剪了一辈子窗花。")
    shared = share_dates({"x/a.txt": head, "x/b.txt": tail, "x/c.txt": other})
    assert {name: r.edtf for name, r in shared.items()} == {"x/b.txt": "2012-05-03"}


def test_the_same_day_and_the_same_people_give_the_year():
    team = ("田小禾", "何不语", "石一川")
    pages = {
        "x/a.txt": page("01", MAY_3, team),
        "x/b.txt": page("05", None, team, edtf="XXXX-05-03"),
    }
    assert share_dates(pages)["x/b.txt"].edtf == "2012-05-03"
    pages["x/b.txt"] = page("05", None, ("甲一", "乙二", "丙三"), edtf="XXXX-05-03")
    assert not share_dates(pages)


def test_a_page_whose_own_news_is_of_another_time_is_not_given_a_date():
    shared = share_dates(
        {"b/p_1.txt": page("01", MAY_3), "b/p_2.txt": page("02", edtf="XXXX-11-20")}
    )
    assert not shared


def test_time_grows_with_the_page_and_no_faster():
    def seconds(times: int) -> float:
        text = "株洲日报\n2012年5月3日 星期四\n" + f"{STORY} 5月2日，渠水通了。\n" * times
        page = parse_page(text)
        lines = text.split("\n")
        began = process_time()
        for _ in range(5):
            read_date(lines, PageHints(), page.articles, page.furniture)
        return process_time() - began

    seconds(20)
    assert min(seconds(160) for _ in range(4)) < 24 * min(seconds(20) for _ in range(4))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("征联启事\n\n今日端午，本刊续征下联，唱到辛未年头。", "1991-06-16"),
        (
            "老锁匠封炉\n\n本报讯（记者 江一舟）6月8日，老锁匠封了炉子。今年是“九五”头一年。",
            "1996-06-09~",
        ),
        (
            "天气转冷\n\n本报讯（记者 江一舟）昨日，市气象台说，1月18日起有雨。22日早晨最低气温零下3度。",
            "XXXX-01-19",
        ),
    ],
)
def test_more_ways_to_say_when(text, said):
    assert edtf(text) == said


# --- habits of the text ---


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("距新世纪还有52天。", "1999-11-10~"),
        ("今年6月撤县设区以来，", "2018-11-10~"),
        ("“十四五”开局这一年，", "2021-11-10~"),
        ("今年是第六个全国扶贫日所在的一年，", "2019-11-10~"),
    ],
)
def test_what_only_one_year_can_say_gives_the_year(said, day):
    story = f"本报讯（记者 石一川）11月9日上午，河东桥合龙。{said}桥头村的人等了三十年。"
    assert edtf(f"河东桥合龙\n\n{story}") == day


def test_a_day_on_which_something_begins_to_hold_has_not_been():
    story = "本报讯（记者 石一川）6月5日，市商务局发布十二条措施，执行期自6月8日至9月30日。"
    assert edtf(f"夜市多开一小时\n\n{story}") == "XXXX-06-06"


def test_todays_festival_is_the_day():
    story = "本报讯（记者 石一川）今天是“3·15”国际消费者权益日。3月12日，市消委公布十大热点。"
    assert edtf(f"十大热点\n\n{story}") == "XXXX-03-15"


def test_the_day_under_an_office_at_the_top_is_no_masthead():
    notice = "法院公告\n\n某厂：本院受理一案。\n\n某市中级人民法院\n二○○一年三月十三日"
    reading, _ = reading_of(
        f"4 广告\n\n{notice}\n\n新桥合龙\n\n本报讯（记者 石一川）3月14日，桥合龙。"
    )
    assert reading.basis is not DateBasis.MASTHEAD


def test_next_years_subscriptions_say_nothing_of_the_year():
    story = (
        "本报讯（记者 石一川）《株洲日报》2000年度征订工作进入最后半月，12月15日完成八成。"
        "12月19日（星期日）上午设摊。"
    )
    assert edtf(f"订报尾声\n\n{story}\n\n公告\n\n某水公司 1999年12月16日").startswith("1999-12")
