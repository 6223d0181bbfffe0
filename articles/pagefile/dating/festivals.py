"""Festivals that a text sets beside 昨天, 今天 or 明天: 昨天是植树节, 今日端午."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from articles.pagefile.dating.datewords import LEAP_YEAR, day_of
from articles.pagefile.dating.lunar import FESTIVALS, solar_of

_SOLAR = {
    "元旦": (1, 1), "妇女节": (3, 8), "植树节": (3, 12), "劳动节": (5, 1), "青年节": (5, 4),
    "护士节": (5, 12), "世界环境日": (6, 5), "儿童节": (6, 1), "禁毒日": (6, 26), "建党节": (7, 1),
    "建军节": (8, 1), "教师节": (9, 10), "国庆节": (10, 1), "记者节": (11, 8), "消防日": (11, 9),
    "宪法日": (12, 4), "消费者权益日": (3, 15), "爱耳日": (3, 3), "世界水日": (3, 22),
    "世界读书日": (4, 23), "爱眼日": (6, 6), "献血者日": (6, 14), "爱牙日": (9, 20),
    "扶贫日": (10, 17), "艾滋病日": (12, 1), "家庭医生日": (5, 19),
}  # fmt: skip
_BESIDE = re.compile(
    "([昨今明])[天日](?:[就正便恰]?是|,)?(?:我国|国际|全国|世界|第.{1,6}个|传统|农历|“?(?:[一二三四五六七八九十]+|\\d{1,2}·\\d{1,2})”?){0,3}"
    f"({'|'.join((*_SOLAR, *FESTIVALS))})"
)


@dataclass(frozen=True, slots=True)
class Festival:
    """A festival, how many days before the issue it is, and the words that say so."""

    name: str
    offset: int
    words: str

    def issue_in(self, year: int) -> date | None:
        """The issue's day in that year."""
        if self.name in _SOLAR:
            day = day_of(year, *_SOLAR[self.name])
        else:
            day = solar_of(year, *FESTIVALS[self.name])
        return day + timedelta(days=self.offset) if day else None

    @property
    def month_day(self) -> tuple[int, int] | None:
        """Month and day of the issue where the festival has its day in every year."""
        if self.name not in _SOLAR:
            return None
        day = self.issue_in(LEAP_YEAR)
        return day.month, day.day


def find_festival(lines: Iterable[str]) -> Festival | None:
    """The first festival that the (folded) lines set beside the issue's day."""
    for line in lines:
        hit = _BESIDE.search(line)
        if hit:
            offset = {"昨": 1, "今": 0, "明": -1}[hit[1]]
            return Festival(hit[2], offset, hit.group())
    return None
