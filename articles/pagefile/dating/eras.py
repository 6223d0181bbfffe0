"""Years that the times give away: what is news in one season only, and words that were new once."""

import re
from collections.abc import Iterator, Sequence

from articles.pagefile.dating.yearsigns import YearSign

# What was news in one season only, all over the country or the city: words, year, first and last
# month. Facts of the calendar, not of a page; what every year has does not belong here.
_SEASONS = (
    (re.compile("香港(?:即将)?回归|在香港升起|洗雪.{0,4}国耻"), 1997, 5, 7),
    (re.compile("澳门(?:即将)?回归"), 1999, 11, 12),
    (re.compile("(?:防治|抗击|防|抗)“?非典|非典型肺炎"), 2003, 4, 7),
    (re.compile("汶川|抗震救灾"), 2008, 5, 6),
    # The ice of that winter lay on all of the south.
    (re.compile("抗冰|冰灾|雨雪冰冻|冰冻灾害"), 2008, 1, 2),
    (re.compile("去年[^。]{0,12}(?:冰灾|冰冻灾害)"), 2009, 1, 12),
    (re.compile("北京奥运会(?!倒计时)"), 2008, 8, 8),
    # The college entrance examination of 2020 was in July all over the country.
    (re.compile("援鄂|(?:推迟|延期)一个月的?高考"), 2020, 2, 7),
    (re.compile("北京冬奥"), 2022, 2, 2),
    (re.compile("上海世博"), 2010, 5, 10),
    (re.compile("杭州亚运"), 2023, 9, 10),
    (re.compile("巴黎奥运"), 2024, 7, 8),
    (re.compile("东京奥运"), 2021, 7, 8),
    (re.compile("伦敦奥运"), 2012, 7, 8),
    (re.compile("里约奥运"), 2016, 8, 8),
    (re.compile("甲型H1N1|甲流"), 2009, 5, 12),
    # From 1 May 1995 on the whole country had Saturdays off.
    (re.compile("每周五天工作制|双休日的?(?:头|第)一"), 1995, 4, 7),
    # China joined the World Trade Organisation on 11 December 2001.
    (re.compile("入世(?:后|的)?(?:第一|首)|成为世(?:贸|界贸易)组织(?:的?正式)?成员"), 2001, 11, 12),
    (re.compile("第十一届亚洲运动会|北京亚运"), 1990, 1, 10),
    # 渌口 became a district of the city in June 2018.
    (
        re.compile("今年\\d?月?,?[^。,;]{0,4}撤县设区|撤县设区(?:百日|半年|[一二三四五六]个月)"),
        2018,
        6,
        12,
    ),
    (re.compile("雅典奥运"), 2004, 8, 8),
    (re.compile("悉尼奥运"), 2000, 9, 10),
)
# A season told of later: 汶川地震三周年, 非典那年.
_RETOLD = re.compile("周年|以来|那年|当年|回忆|曾")

# Words that no paper printed before the year: things new to the country, and the city's own names.
_ERAS = (
    ("全媒体", 2014), ("掌上株洲", 2012), ("微信", 2011), ("短视频", 2016), ("渌口区", 2018),
    ("新冠", 2020), ("核酸", 2020), ("二维码", 2012), ("互联网", 1996), ("天元区", 1997),
    ("芦淞区", 1997), ("石峰区", 1997), ("荷塘区", 1997), ("炎陵县", 1994), ("高铁", 2008),
    ("微博", 2009), ("十四五", 2020), ("十三五", 2015), ("二十大", 2022), ("河长", 2016),
    ("乡村振兴", 2017), ("精准扶贫", 2013), ("双减", 2021), ("新质生产力", 2023), ("村BA", 2022),
    ("预制菜", 2021), ("直播带货", 2018), ("云龙示范区", 2009), ("株洲经开区", 2016), ("非典", 2003),
    ("新农合", 2003), ("网吧", 1998), ("下岗", 1993), ("再就业", 1994),
)  # fmt: skip


def oldest_year(lines: Sequence[str]) -> int:
    """The first year in which all that the lines speak of was there; 0 where nothing tells."""
    joined = "\n".join(lines)
    return max((year for words, year in _ERAS if words in joined), default=0)


def read_seasons(month: int, texts: Sequence[str]) -> Iterator[YearSign]:
    """Years of events that are news in the issue's month (非典 in May: 2003)."""
    page = "\n".join(texts)
    for words, year, first, last in _SEASONS:
        if first <= month <= last and words.search(page):
            for text in texts:
                hit = words.search(text)
                retold = hit and _RETOLD.search(text[max(0, hit.start() - 12) : hit.end() + 12])
                if hit and (not retold or hit.group().startswith("今年")):
                    yield YearSign(year, hit.group(), "season")
