"""Signings (落款): the lines under a letter or a notice that say who sends it, and when.

``芦淞区 一位乘客`` · ``儿 小舟 一九八六年秋`` · ``桥头社区居民 江一舟等九人`` · ``学员:易丁、文小满敬贺`` · ``市自来水公司营业科``.
"""

import re

from articles.pagefile.marking.roles import is_open
from articles.pagefile.text.lines import Line

LONGEST, WIDEST_SENDER = 40, 16
RESPECTS = re.compile(r"(?:敬贺|同贺|敬挽|泣叩|泣告|叩谢|谨启|敬启|敬上|同启|敬告|谨上|鞠躬)$")
DAY_OR_YEAR = r"(?:(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3})年\S{0,8}"
DAY = re.compile(r"[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日")
SENDER_AND_DATE = re.compile(rf"^(?:\S{{1,6}} ){{0,3}}{DAY_OR_YEAR}$")
SEVERAL = re.compile(r"[\u4e00-\u9fff]等[一二三四五六七八九十百\d]{1,4}(?:人|户|位)$")
OFFICE = re.compile(
    r"^(?=.*(?:[市省县区镇乡村街]|株洲|湖南|中国|公司|集团|[局室部]$|委员会|法院|检察院))(?!.*的)[\u4e00-\u9fff·()]{3,24}(?:局|委员会|办公室|指挥部|公司|集团|中心|协会|学会|商会|银行|[法学考剧影画医察究试]院|学校|[一二三四五六七八九十]中|街道办事处"
    r"|居委会|村委会|编辑部|发行[科部]|营业[科部]|广告部|工会|[科处室社厂站队所组])$"
)
"""An office by its whole name and nothing else."""
FIGURES = re.compile(r"\d{5,}$|日$")
"""A telephone number or a day ends a notice."""
BRACKETED = re.compile(r"^[(][^()]{4,40}[)]$")
PARTICULAR = re.compile(
    r"^(?:\S{0,4}单位|(?:声明|公告|启事|申请|认领|通知|[转出受]让|委托|招标|拍卖|债权|发布)人|\S{0,3}地[址点]|\S{0,3}时间|联系人|\S{0,4}电话|\S{0,3}热线|传真|邮编|网址|邮箱|\S{0,2}日期|(?:招标|项目|标段)编号|乘车路线|指导老师|通信地址|\S{0,4}(?:对象|内容|范围|方式|要求|条件|奖项))\s*:"
)
"""``评价单位:…``, ``报名地点:…``: particulars of a notice."""


SALUTATION = re.compile(
    r"^(?:(?:尊敬的|敬爱的)?(?:(?:编辑|主编)(?:部|老师)?(?:同志|先生|朋友)?|记者(?:老师|同志|朋友))(?:们)?|.{0,8}(?:编辑部|报社))[:,!]|.{0,3}(?:您|你们?)好[!:,]"
)
SENDER = re.compile(
    r"(?:^|[\s　])(?:[一几][位名个群]|部分|全体)?\S{0,8}(?:读者|市民|居民|村民|职工|女工|工人|学生|家长|教师|乘客|用户|业主|司机|车人|商户|农民)(?=\s|$)"
)
"""``芦淞区 一位乘客``, ``醴陵读者 江 舟``: who wrote the letter."""


def opens_letter(line: Line) -> bool:
    """``编辑同志:`` alone or before the text."""
    return bool(SALUTATION.match(line.folded))


def is_sender(line: Line, above: Line) -> bool:
    """A short line under a letter's last sentence that says who wrote it."""
    text = line.folded
    if line.width > WIDEST_SENDER or is_open(above.end[-20:]) or "," in text:
        return False
    return bool(SENDER.search(text))


def is_signing(line: Line, above: Line, last: bool) -> bool:
    """Whether a short line under a text signs it; ``last``: a heading or nothing stands below."""
    text = line.folded
    if line.width > LONGEST or "。" in text:
        return False
    if RESPECTS.search(text) or SENDER_AND_DATE.match(text) or PARTICULAR.match(text):
        return True
    office, _, day = text.rpartition(" ")
    if DAY.fullmatch(day) and OFFICE.match(office):
        return True
    if not last or (is_open(above.end[-20:]) and not FIGURES.search(above.end)):
        return False
    return bool(SEVERAL.search(text) or OFFICE.match(text))


def is_bracketed(line: Line) -> bool:
    """``(某某小学三年级 江小舟)``: a heading is never wholly in parentheses."""
    return bool(BRACKETED.match(line.folded))
