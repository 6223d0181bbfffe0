"""Whether a day that a sentence names has been when the sentence was written.

Rules look at the words just before and just after the day, in folded text.
"""

import re

_REACH = 24
"""Characters on either side that may say it."""


def _any(*words: str) -> str:
    return "(?:" + "|".join(words) + ")"


# 去年12月23日, 2019年12月3日: a day of a year that the text names.
_OTHER_YEAR = re.compile(
    _any("去年", "前年", "上年", "明年", "次年", "来年", "当年", "那年", "同年", "每年", "历年", "后年",
         "翌年", "[12]\\d{3}年", "[〇○零一二三四五六七八九]{4}年") + "[^。,;]{0,8}$"
)  # fmt: skip
# 定于5月20日, 至12月18日, 截稿日期:4月30日, 下周三(5月8日).
_TO_COME = re.compile(
    _any("将", "拟", "想", "要", "打算", "计划", "预计", "预定", "定于", "截止", "截稿", "力争", "不迟于", "推迟到", "延长到",
         "延期至", "有效期", "[执施展试]\\S{0,2}期自?", "至", "到", "[—~-]", "下周[一二三四五六日天]?\\(?")
    + _any("于", "在", "时间", "日期", "到", "至", ":") + "*$"
)  # fmt: skip
# 出程高峰预计出现在9月29日上午,返程高峰集中在10月5日.
_EXPECTED = re.compile("(?:预计|预测)[^。;]*$|(?:持续|延续|延长|推迟|顺延)[到至]$")
# 截至9月6日, 到三月十日止: counted up to a day that has been.
_COUNTED = re.compile("截[至止]$")
# 从9月5日起: may be to come as well.
_SINCE = re.compile("[从自]$")
_UP_TO = re.compile("[到至]$")
# 时间从7月8日到8月9日, 报名从…到…: how long something will be on.
_HELD = re.compile("(?:时间|报名|开放|展出|展期)[^。,;]{0,4}从[^。,;]*$")
# 11月27日17时前, 5月20日,我市将举行, 5月17日,老人就要, 9月1日起施行, 9月10日教师节来临,
# 7月12日零时起, 9月29日零时至, 6月6日22时起一律停工: from when an order or a timetable holds.
_AFTER = tuple(
    re.compile(pattern)
    for pattern in (
        "^(?:\\d{1,2}[时点:]\\d{0,2}分?)?(?:之?前(?!夕)|以前|止)",
        "^[^。,;]{0,14}" + _any("将", "拟于", "即将", "开始报名", "截止"),
        "^,?[^。,;]{0,8}将"
        + _any("于", "举", "在", "召开", "开[幕赛馆放通]", "迎来", "启[动用]", "推出"),
        "^,?[^。,;]{0,8}"
        + _any("就要", "就能", "就可", "便可", "便能", "即可", "方可", "有望", "可望"),
        "^,?(?:是|为)(?:我国|中国|国际|全国|世界|第)",
        "^[^。,;]{0,6}[节日](?:来临|到来|前夕|前)",
        "^起(?:[^。]{0,12}将|正式|施行|实施|执行|至|恢复|夜间|每[日天周]|封闭|施工|停[水电气])",
        "^[零0][时点][起到至]",
        "^截稿",
        "^(?:[上下]午)?\\d{1,2}[时点](?:开始|起开放)",
        "^起开放",
        "^\\d{1,2}[时点]起,?(?:一律|暂停|停止|禁止|实行|封闭|不再)",
        "^[至到—~-](?:\\d{1,2}月)?\\d{1,2}[日号][^。]{0,8}"
        + _any(
            "封闭",
            "施工",
            "停[水电气航运]",
            "实行",
            "管制",
            "限行",
            "报名",
            "放假",
            "检修",
            "免费",
            "凭",
        ),
        "^[(](?:星期|周).[)][上下]午\\d",
        "^[^。,;]{0,8}"
        + _any(
            "样板[房间]",
            "开盘",
            "首开",
            "认筹",
            "开课",
            "开班",
            "开售",
            "隆重",
            "盛大",
            "恭迎",
            "恭候",
            "敬请",
        ),
    )
)
# 9月1日,晴: a diary's day. 本版4月6日刊登《…》: an earlier issue.
_OF_A_BOOK = tuple(
    re.compile(pattern)
    for pattern in (
        "^[,。 ]{0,2}(?:(?:星期|周).[,。 ]?)?(?:晴|阴|雾|多云|[大中小暴]?雨|[大中小]?雪)[,。 转]",
        "^ ?第?[^。,;]{0,4}(?:刊登|刊发|刊载|见报|版《)",
    )
)
# Days of lives and of papers, not of news.
_LIFE = re.compile(
    _any("出生", "生于", "诞辰", "逝世", "去世", "病逝", "牺牲", "就义", "走失", "拾得", "捡到", "入党",
         "成立于", "始建于", "创刊", "生日", "纪念日", "印发", "修订", "通过\\)")
)  # fmt: skip
# 昨晚9点, 4月12日17时, 上午: a report, not a plan.
_TOLD = re.compile(
    "截[至止]|^,?(?:本报)?[记笔]者|^,?[^。,;]{0,12}(?:发布|公布|通报|传来|获悉|走进|来到|赶到|落幕|闭幕|揭晓|揭牌|运抵|抵达)|^,?[^。,;]{0,20}(?:解读说|介绍说|告诉记者)|^(?:\\d{1,2}[时点:]|[上下]午|凌晨|清晨|早晨|中午|傍晚|[当]?晚|深夜)|日前|已"
)

_CLAUSE_END = re.compile("[。,;]")


def has_been(text: str, start: int, end: int, *, named_year: bool = False) -> bool:
    """Whether the day at these offsets is of the past, and of the year of the text.

    ``named_year``: the day is printed with its own year.
    """
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    clause = _CLAUSE_END.split(before)[-1] + after[:8]
    if _LIFE.search(clause) or (not named_year and _OTHER_YEAR.search(before)):
        return False
    if _EXPECTED.search(before) or any(p.search(after) for p in _OF_A_BOOK):
        return False
    if _SINCE.search(before) and after.startswith("起"):
        return False
    counted_up = _UP_TO.search(before) and not _HELD.search(before)
    if _COUNTED.search(before) or (counted_up and after.startswith(("止", ","))):
        return True
    return not _TO_COME.search(before) and not any(p.search(after) for p in _AFTER)


def is_told(text: str, start: int, end: int) -> bool:
    """Whether the words beside the day tell of something that happened on it."""
    return bool(_TOLD.search(text[max(0, start - 4) : start]) or _TOLD.search(text[end : end + 24]))
