"""Festivals, 节气 and observances, and those set beside 昨天, 今天 or 明天: 今日端午, 昨日立冬."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from articles.pagefile.dating.datewords import DAYS_TO_ISSUE, LEAP_YEAR, day_of
from articles.pagefile.dating.lunar import FESTIVALS, SOLAR_TERMS, solar_of, solar_term

OBSERVANCES = {
    "元旦": ((1, 1), None), "爱耳日": ((3, 3), 2000), "妇女节": ((3, 8), None),
    "植树节": ((3, 12), 1979), "消费者权益日": ((3, 15), None), "水日": ((3, 22), 1993),
    "读书日": ((4, 23), 1996), "劳动节": ((5, 1), None), "青年节": ((5, 4), None),
    "护士节": ((5, 12), 1912), "家庭医生日": ((5, 19), None), "儿童节": ((6, 1), None),
    "环境日": ((6, 5), 1972), "爱眼日": ((6, 6), 1996), "献血者日": ((6, 14), 2004),
    "禁毒日": ((6, 26), 1988), "建党节": ((7, 1), None), "建军节": ((8, 1), None),
    "教师节": ((9, 10), 1985), "爱牙日": ((9, 20), 1989), "国庆节": ((10, 1), None),
    "扶贫日": ((10, 17), 2014), "记者节": ((11, 8), 2000), "消防日": ((11, 9), 1992),
    "艾滋病日": ((12, 1), 1988), "宪法日": ((12, 4), 2014), "助残日": (None, 1991),
    "烈士纪念日": (None, 2014), "公祭日": (None, 2014), "丰收节": (None, 2018),
    "医师节": (None, 2018), "航天日": (None, 2016), "地球日": (None, 1970), "土地日": (None, 1991),
    "中国水周": (None, 1988), "防灾减灾日": (None, 2009), "无烟日": (None, 1988),
    "税收宣传月": (None, 1992), "安全生产月": (None, 2002), "科技活动周": (None, 2001),
    "国防教育日": (None, 2001), "消防宣传日": (None, 1992), "爱国卫生月": (None, 1989),
    "节能宣传周": (None, 1991), "残疾人日": (None, 1992), "推广普通话宣传周": (None, 1998),
    "推普周": (None, 1998), "博物馆日": (None, 1977), "遗产日": (None, 2006),
    "人民警察节": (None, 2021), "品牌日": (None, 2017), "生态日": (None, 2023),
    "安全教育日": (None, 1996), "交通安全日": (None, 2012), "高血压日": (None, 1998),
    "结核病日": (None, 1996), "预防接种日": (None, 1986), "志愿者日": (None, 1986),
    "档案日": (None, 2008), "爱肝日": (None, 2001), "科技工作者日": (None, 2017),
    "知识产权日": (None, 2001), "网络安全宣传周": (None, 2014), "职业教育活动周": (None, 2015),
    "粮食日": (None, 1981), "湿地日": (None, 1997), "气象日": (None, 1961), "减灾日": (None, 1990),
    "爱鸟周": (None, 1982), "学雷锋纪念日": (None, 1964), "肿瘤防治宣传周": (None, 1995),
    "碘缺乏病日": (None, 1994), "职业病防治法宣传周": (None, 2003), "全民营养周": (None, 2015),
    "家庭日": (None, 1994), "睡眠日": (None, 2001), "航海日": (None, 2005), "急救日": (None, 2000),
    "旅游日": (None, 2011), "低碳日": (None, 2013), "全民健身日": (None, 2009),
    "法制宣传日": (None, 2001),
}  # fmt: skip
"""Name: month and day, if 今天是… of it dates a page; the year of the first, if they are counted."""
_DAYS = {name: day for name, (day, _) in OBSERVANCES.items() if day}
_BESIDE = re.compile(
    "([昨今明])[天日](?:[就正便恰]?是|,)?(?:我国|国际|全国|世界|第.{1,6}个|传统|农历|“?(?:[一二三四五六七八九十]+|\\d{1,2}·\\d{1,2})”?){0,3}"
    f"({'|'.join((*_DAYS, *FESTIVALS, *SOLAR_TERMS))})"
)


@dataclass(frozen=True, slots=True)
class Festival:
    """A festival beside 昨天, 今天 or 明天, and the words that say so."""

    name: str
    offset: int
    """Days from it to the issue."""
    words: str

    def issue_in(self, year: int) -> date | None:
        """The issue's day when the festival is in that year; None where the calendar has none."""
        if self.name in _DAYS:
            day = day_of(year, *_DAYS[self.name])
        elif self.name in SOLAR_TERMS:
            day = solar_term(year, self.name)
        else:
            day = solar_of(year, *FESTIVALS[self.name])
        return day + timedelta(days=self.offset) if day else None

    @property
    def month_day(self) -> tuple[int, int] | None:
        """Month and day of the issue where the festival has its day in every year, or in most."""
        usual = _DAYS.get(self.name) or SOLAR_TERMS.get(self.name)
        if usual is None:
            return None
        day = date(LEAP_YEAR, *usual) + timedelta(days=self.offset)
        return day.month, day.day


def find_festival(lines: Iterable[str]) -> Festival | None:
    """The first festival that the (folded) lines set beside the issue's day."""
    for line in lines:
        hit = _BESIDE.search(line)
        if hit:
            return Festival(hit[2], DAYS_TO_ISSUE[hit[1]], hit.group())
    return None
