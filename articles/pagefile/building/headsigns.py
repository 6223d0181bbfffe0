"""What a heading line has about it that tells kicker, headline, deck and column apart."""

import re
from collections.abc import Set

from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.text.fold import squeeze
from articles.pagefile.text.vocabulary import bigrams
from articles.pagefile.words.places import COUNTY_NAMES

SPEECH_ENDING = re.compile(
    r"(?:强调|指出|要求|表示|提出|致辞|讲话|时说|寄语|批示|发言|座谈|调研|检查|会见|部署|动员|呼吁|提醒|提示)$"
)
GENRE_ENDING = re.compile(
    r"(?:回访|纪实|见闻|侧记|综述|述评|调查|专访|特写|速写|巡礼|扫描|观察|报告|系列|策划|专题|自述|之[一二三四五六七八九十]|(?<![日笔书登标传札])记)$"
)
SENTENCE_OPENING = re.compile(r"(?:里|中|上|下|时|(?<!之)后|前|间|处|旁|边|从|让|把|为了|面对)$")
EVENT_ENDING = re.compile(
    r"(?:来袭|来了|来临|启动|落幕|出炉|开工|竣工|上市|上线|在即|将至|走访|到来|升级|持续|发布|首日|今日)$"
)
FIGURES = re.compile(
    r"\d+(?:\.\d+)?\s*[%‰个家户万亿元名人项条公吨亩辆台所件张座次天岁里米斤只栋间]|[一二三四五六七八九十百千万]{1,6}[个家户名人项条亩所成倍吨张座辆台次天岁里米斤只栋间]"
)
FACTS = re.compile(
    r"同比|增长|下降|达到|超过|累计|总投资|突破|实现|完成|建成|开通|通车|竣工|投产|可|将|已"
    r"|(?<=[日月底])前|(?<=[日月时])[起至]|预计|全部"
)
EXTENT = re.compile(
    r"\d|首[批期]|[一二三]期|[总共]|累计|涉[及案]|预计|计划|目前|[今明去当]年|年[内底]|[上下]半年|[超近逾]"
    r"|前?[一二三四五六七八九十\d]+(?:至[\d一二三四五六七八九十]+)?(?:月|季度|个月)|全[程部市县区]|最[低高多快]|[可将均已达占从]|同比|周末|误差|[不仅][到足]"
)
"""How much, since when, for whom: so a deck begins."""
OCCASION = re.compile(
    r"(?:[大现场谈议究]会|会议|活动|行动|仪式|论坛|比赛|大赛|展览|学习|新政|工作|[起件]\S{0,10}案|纠纷|召开|举行|举办|揭晓|揭榜|开幕|闭幕|开赛|升级"
    r"|创新高|在即|将至|来袭|下乡|记忆|周年)$"
)
"""An occasion, of which the headline says what it means."""
SOURCE = re.compile(r"\S{0,5}(?:警方|专家|部门|单位|[局院办]|提醒|回应|医生|律师|市民):")
ASKS = re.compile("[?]|为何|为什么|如何|怎[样么]|哪里?|[吗呢]$|谁")
CAMPAIGN = re.compile(
    r"新时代|新征程|新伟业|新篇章|新作为|新担当|[十二]{1,2}大|党代会|两会|初心|使命|牢记|嘱托|奋[进力斗]|感恩|走在前列"
    r"|高质量|现代化|振兴|攻坚|脱贫|小康|强[国市县]|强基|兴业|报国|匠心|守护|传承|文明|生态|绿色|发展|改革|转型|稳增长|促|保[企就]"
    r"|服务|优化|营商|环境|办实事|解民忧|建功|喜迎|庆祝|献礼|学习|贯彻|宣传|全会|精神|全力|法治|平安|建设|幸福|美丽|智"
)
"""Words of a campaign, of which any may stand in a slogan."""
PLACES = re.compile(
    "|".join(sorted((n for n in COUNTY_NAMES if len(n) > 1 and n != "市区"), key=len, reverse=True))
    + "|我市|我省|全市|我县|我区|株洲|[东南西北郊]区|[\u4e00-\u9fff]{2,3}(?:县|区|市|镇|乡|村)|修县|枚县|攸县"
)
SUBJECT = re.compile(rf"(?![从在到由自为让把])(?:{PLACES.pattern})(?=\S{{2}})")
"""A headline says who; kicker and deck leave it out."""
ACTOR = re.compile(
    r"[\u4e00-\u9fff]{1,7}?(?:医院|公司|集团|小学|中学|大学|学院|法院|检察院|[局厂段院馆站队社]|银行|街道|社区|园区|基地|中心|市场|老厂区|大堤|剧院)(?=[\u4e00-\u9fff“]{3})"
)
"""An institution that does something."""
OFFICE = re.compile("(?:医院|法院|检察院|图书馆|学校|小学|中学|公司|[县区市]\\S{0,4}局)$")
WIDEST_OFFICE = 10
"""``某区检察院`` alone over a headline says whom it is about."""
ACTS = re.compile("[了把被让给将向获]|办起|开[到进出]|[来去到成起]$")
"""A headline says what is done; a name does not."""
SERIES = re.compile(
    r"篇$|系列|[^银进]行$|[〈《]|\d{4}$|^看|看\S{2}$|进行时|在行动|第[一二三四五六七八九十\d]+"
)
NAMED = re.compile("[\u4e00-\u9fff·]{2,10}")
COUNTS = re.compile(
    r"(?:近|超|逾|约|首批|首期|新增|藏书|日均|年产|占地)?[\d一二三四五六七八九十百千万两数]{1,7}(?:余|多)?"
    r"(?:[个家户名人项条所座台件处万亿亩吨天年次场批支位对辆架只头册张艘间套])"
)
"""``六所学校九月投入使用``: a line that begins with how many."""
WHEN = re.compile(
    r"[昨今明]|本[月周]|上月|[下上]周|年[内底前]|[从自]|截至|\d{1,2}月|[一二三四五六七八九十]{1,2}月"
)
AFTERWARDS = re.compile(
    r"[由比较经获按将可已达预年月日均总共被连应]|为[全近历期我]|入选|列入|荣|追回|抓获|缴获|救出|查获|挽回|接待|发放|引来|带动|节约|减少|增加|新增|增收|创收|销售|吸引|免去|以[\d一二三四五六七八九十两]|同比|投资|涉及|覆盖|解决|惠及|实现|打破|工期|总长"
)
"""A predicate without its subject: the deck goes on with what the headline began."""
TOWN = re.compile("[\u4e00-\u9fff]{2,3}(?:镇|乡|街道|社区)[:]?")
"""``白关镇``, ``田心街道:`` over a headline says where."""
POSSESSIVE = re.compile("[\u4e00-\u9fff”]的[\u4e00-\u9fff“”]{1,6}$")
WHOLE_QUOTE = re.compile("“[^“”]*”")
OPEN_VERB = re.compile(
    r"(?:掀起|成为|迎来|建成|建起|办起|打造|实现|荣获|喜获|获得|夺得|打响|[一二三四五六七八九十]”期间)$"
    r"|^.{2,3}(?:召开|举行|举办|启动|推出|发布|开展|出台|开通)$"
)
"""``某县掀起`` / ``“一根田埂两行豆”热潮``: the statement goes on in the line below."""

WHO = re.compile(
    rf"(?:{PLACES.pattern})\S{{0,6}}(?:[个农专]\S?户|农民|青年|职工|干部|教师|工人|村民|居民|老人|学生|党员|妇女|司机|小学|中学|医院|公司|工厂)"
)
"""``某县某镇个体户`` / ``替顾客保管自行车``: who does what stands below."""

LONG = 16
"""Of several clauses and longer than this no headline is made: a kicker leads up to one."""
LEAD = 160
"""Characters of the text that a headline says in short."""


def signs(mark: Marked, lead: Set[str]) -> dict[str, float]:
    """The signs of one heading line and how strong they are; ``lead``: pairs of characters."""
    text = mark.line.folded
    word, width = squeeze(text), mark.line.width
    found = {
        "label": mark.role is Role.LABEL,
        "subject": bool(SUBJECT.match(text)),
        "office": width <= WIDEST_OFFICE and bool(OFFICE.search(word)),
        "actor": bool(ACTOR.match(text)),
        "place": bool(PLACES.search(text)),
        "speech": bool(SPEECH_ENDING.search(word)),
        "genre": bool(GENRE_ENDING.search(word)),
        "occasion": bool(OCCASION.search(word)),
        "event": bool(EVENT_ENDING.search(word)),
        "somewhere": bool(SENTENCE_OPENING.search(text)),
        "quote": bool(WHOLE_QUOTE.fullmatch(text)),
        "quotes": "“" in text and not WHOLE_QUOTE.fullmatch(text) and not OCCASION.search(word),
        "asks": bool(ASKS.search(text)),
        "colon": ":" in text,
        "clauses": text.count(",") > 1 and width > LONG,
        "comma": "," in text,
        "couplet": _is_couplet(text),
        "parts": " " in text,
        "figures": min(2, len(FIGURES.findall(text))),
        "extent": bool(EXTENT.match(text)),
        "facts": min(2, len(FACTS.findall(text))),
        "counts": bool(COUNTS.match(text)),
        "when": bool(WHEN.match(text)),
        "afterwards": bool(AFTERWARDS.match(text)),
        "possessive": bool(POSSESSIVE.search(text)),
        "verse": width in (5, 7) and bool(NAMED.fullmatch(text)) and not PLACES.search(text),
        "four": width == 4,
        "source": bool(SOURCE.match(text)),
        "campaign": 0 if SUBJECT.match(text) else min(2, len(CAMPAIGN.findall(text))),
        "acts": bool(ACTS.search(text)),
        "series": bool(SERIES.search(word)),
        "named": bool(NAMED.fullmatch(word)),
        "town": bool(TOWN.fullmatch(word)),
        "dotted": width <= 10 and "·" in text[2:-2] and bool(NAMED.fullmatch(word)),
        "tiny": width <= 4,
        "short": width <= 6,
        "brief": width <= 8,
        "cover": _covered(word, lead),
    }
    found["unsaid"], found["said"] = found["cover"] == 0, found["cover"] >= 0.5
    return {name: float(value) for name, value in found.items() if value}


def goes_on(mark: Marked) -> bool:
    """Whether a line stops behind its verb or before it: the one below says what."""
    word = squeeze(mark.line.folded)
    return bool(OPEN_VERB.search(word) or WHO.fullmatch(word))


def _is_couplet(folded: str) -> bool:
    """``高考在即 卫生先行``: halves of about one length."""
    parts = folded.split()
    lengths = [len(part) for part in parts]
    return len(parts) in (2, 3) and max(lengths) - min(lengths) <= 2


def _covered(word: str, lead: Set[str]) -> float:
    """Which part of a line's pairs of characters its text has too."""
    mine = bigrams(word)
    return len(mine & lead) / len(mine) if mine else 0.0
