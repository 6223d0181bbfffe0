"""Letters, lists, poems and adverts among the news: what opens them and what belongs to them."""

import pytest

from articles.pagefile import parse_page
from articles.pagefile.records import Kind
from tests.pagefile.test_segments import BOOKS, MARKET, articles_of, spaced


def test_a_letter_opens_an_article_under_whatever_heading():
    news, letter = spaced(
        "记者追踪",
        "菜场换新颜",
        f"本报讯（记者 江一舟）{MARKET}",
        "回音壁",
        "市场科：公平秤周周校",
        f"编辑同志：贵报记者来过之后，我们开了会。{BOOKS}",
        "市某某市场管理科",
    )
    assert news.body == MARKET
    assert (letter.column, letter.headline) == ("回音壁", "市场科：公平秤周周校")


def test_an_interview_in_which_the_reporter_asks_is_no_letter():
    [talk] = spaced(
        "对话守桥人",
        "本报记者 江一舟",
        BOOKS,
        "夜里怕不怕",
        "记者：夜里一个人怕不怕？",
        "江老倌：怕什么，河里有灯。",
        "记者：那下雨呢？",
        "江老倌：下雨就打伞。",
    )
    assert "记者：夜里一个人怕不怕？" in talk.body


def test_entries_line_under_line_are_a_list_of_their_own():
    news, prices = articles_of(
        f"菜场换新颜\n\n文／易丁\n\n{MARKET}\n\n{BOOKS}\n\n"
        "冬储行情\n\n萝卜：每担三元二角。\n白菜：每斤九分，比上月跌二分。\n煤油：凭本供应。\n"
    )
    assert news.body == f"{MARKET}\n{BOOKS}"
    assert (prices.headline, prices.line_ranges) == ("冬储行情", ((11, 15),))


def test_items_about_several_counties_below_a_text_are_news_in_brief():
    news, briefs = articles_of(
        f"菜场换新颜\n\n本报讯（记者 江一舟）{MARKET}\n\n"
        "◎ 攸县今年种植辣椒四千亩。\n◎ 茶陵县书院大修完工。\n◎ 芦淞区发放手电筒三百把。\n"
    )
    assert news.body == MARKET
    assert (briefs.headline, briefs.kind) == (None, Kind.BRIEF)


def test_items_about_one_matter_stay_with_their_text():
    [news] = articles_of(
        f"菜场换新颜\n\n本报讯（记者 江一舟）{MARKET}\n\n"
        "◎ 一楼卖菜。\n◎ 二楼卖鱼肉。\n◎ 三楼是停车场。\n"
    )
    assert "三楼是停车场" in news.body


def test_a_public_service_label_over_a_starred_heading_is_its_column():
    _, advert = spaced(
        "菜场换新颜", f"本报讯（记者 江一舟）{MARKET}", "公益广告", "★ 让座歌", "老和小，先坐好。"
    )
    assert (advert.column, advert.headline) == ("公益广告", "让座歌")
    assert advert.line_ranges == ((7, 11),)


def test_a_rule_of_a_table_is_no_deck():
    [scores] = articles_of(
        "赛场速递\n\n首轮成绩\n\n- | | |\n-----|-----|-----|\n| 甲队 | 3:1 | 乙队 |\n"
    )
    assert scores.deck is None
    assert scores.line_ranges == ((3, 9),)


def test_stanzas_of_two_verses_belong_to_the_poem():
    poem, essay = articles_of(
        "渡口\n\n□ 易丁\n\n一根竹篙\n撑开雾\n\n水先醒了\n船也醒了\n鸭子也醒了\n\n"
        f"只有石阶\n还睡着\n\n守桥人的夜\n\n□ 江一舟\n\n{BOOKS}"
    )
    assert (poem.headline, poem.kind) == ("渡口", Kind.LITERARY)
    assert poem.body.startswith("一根竹篙") and poem.body.endswith("还睡着")
    assert essay.headline == "守桥人的夜"


def test_two_headings_below_a_poem_and_over_a_byline_are_no_verses():
    _, news = articles_of(
        "渡口\n\n□ 易丁\n\n水先醒了\n船也醒了\n鸭子也醒了\n\n"
        f"八十个摊位\n菜场换新颜\n\n本报记者 江一舟\n\n{MARKET}"
    )
    assert (news.kicker, news.headline, news.body) == ("八十个摊位", "菜场换新颜", MARKET)


def test_what_the_editors_add_below_a_letter_is_not_its_text():
    letter, market = spaced(
        "桥头的路灯几时亮",
        "编辑同志：桥头的六盏路灯从五月起就不亮了，请帮我们催一催。",
        "田心 易小舟",
        "编者附记：路灯所已经派人修好。",
        "菜场换新颜",
        f"本报讯（记者 江一舟）{MARKET}",
    )
    assert letter.line_ranges == ((3, 9),)
    assert [credit.name for credit in letter.bylines] == ["易小舟"]
    assert "路灯所" not in letter.body
    assert market.headline == "菜场换新颜"


def test_a_lunar_day_alone_at_the_foot_is_no_text():
    page = parse_page(
        f"菜场换新颜\n\n本报讯（记者 江一舟）{MARKET}\n\n株洲日报 1990年11月17日 星期六\n农历庚午年十月初一\n"
    )
    assert page.articles[0].body == MARKET
    assert [piece.lines for piece in page.furniture] == [(5, 6)]


def test_a_word_alone_over_the_staff_is_the_pages_title():
    page = parse_page(f"风物\n\n责编：易丁 美编：文小满\n\n守桥人的夜\n\n□ 江一舟\n\n{BOOKS}\n")
    assert page.page_title == "风物"
    assert [article.headline for article in page.articles] == ["守桥人的夜"]


def test_the_papers_own_address_at_the_foot_is_no_text():
    page = parse_page(
        f"菜场换新颜\n\n本报讯（记者 江一舟）{MARKET}\n\n本报地址：株洲市某某路 电话：二四零零零 零售每份五分\n"
    )
    assert page.articles[0].body == MARKET
    assert [piece.kind for piece in page.furniture] == ["hotline"]


NEXT = ("桥头书屋夜里亮灯", f"本报讯（通讯员 文小满）{BOOKS}")
TABLE = "| 品名 | 价格 |\n|---|---|\n| 白菜 | 三角 |\n- | 豆腐 | 二角 |"


def test_a_table_keeps_its_cells_and_says_where_it_comes_from():
    prices, news = spaced("本周菜价", TABLE, "（市物价局监测分局提供）", *NEXT)
    assert prices.body == "| 品名 | 价格 |\n| 白菜 | 三角 |\n| 豆腐 | 二角 |"
    assert prices.line_ranges[-1][1] == news.line_ranges[0][0] - 2


def test_a_table_under_a_heading_is_no_part_of_the_essay_above():
    essay, table, _ = spaced(
        "父亲的秤", "（攸县）秦 江", f"{MARKET}{BOOKS}", "周末荧屏", TABLE, *NEXT
    )
    assert (essay.headline, table.headline) == ("父亲的秤", "周末荧屏")


def test_the_numbers_of_a_draw_are_no_headings():
    draw, _ = spaced(
        "体彩“排列五”第14275期开奖公告",
        "开奖号码：3 0 7 7 2\n全国中奖注数：41注 每注奖金：100000元",
        *NEXT,
    )
    assert draw.headline == "体彩“排列五”第14275期开奖公告"
    assert draw.body.startswith("开奖号码")


def test_short_entries_line_under_line_are_no_verses():
    box, _ = spaced(
        "小贴士",
        "用秤三句话\n一、先看零，后放菜；\n二、秤杆平，再读数；\n三、有争议，找公平秤。",
        *NEXT,
    )
    assert (box.column, box.headline, box.kind) == ("小贴士", "用秤三句话", Kind.SIDEBAR)


@pytest.mark.parametrize("printed", ["◆ 小贴士", "■小贴士", "★ 小贴士:", "小贴士"])
def test_a_boxs_label_is_one_whatever_mark_is_printed_with_it(printed):
    _, box, *_ = spaced(
        "菜场里的老秤", MARKET, printed, "用秤三句话", "先看零，后放菜，再报数。", *NEXT
    )
    assert (box.column, box.headline) == ("小贴士", "用秤三句话")


def test_a_work_of_art_says_all_on_one_line():
    work, _ = spaced("行书 稻花香里说丰年 文草堂 书", *NEXT)
    assert (work.headline, work.kind) == ("稻花香里说丰年", Kind.PHOTO_STORY)
    assert [(credit.role, credit.name) for credit in work.bylines] == [("书", "文草堂")]


def test_a_notices_last_words_close_it_to_the_tails_below():
    news, notice = spaced(
        "河西菜场换新颜",
        f"本报讯（记者 江一舟）{MARKET}老江每天清早把公平秤校一遍，再把昨夜的菜叶扫成一",
        "更正",
        "本报昨日《河西菜场》一文中，“八十个摊位”应为“九十个摊位”。特向读者致歉。",
        "堆，倒进竹筐里。",
    )
    assert news.body.endswith("扫成一堆，倒进竹筐里。")
    assert notice.body.endswith("致歉。")


def test_a_picture_that_tells_its_own_news_stands_alone_between_torn_texts():
    news, picture, _ = articles_of(
        f"河西菜场换新颜\n\n本报讯（记者 江一舟）{MARKET}\n\n"
        "老江每天清早把公平秤校一遍，再把昨夜的菜叶扫成一\n\n\n\n"
        "昨日，芦淞区的六十名小学生走进河西菜场，学着用公平秤称一称自己的书包。 江一舟摄\n\n"
        + "\n\n".join(NEXT)
        + "\n\n堆。"
    )
    assert picture.kind is Kind.PHOTO_STORY and picture.body.endswith("书包。")
    assert news.body.endswith("扫成一堆。")


NEWS = f"菜场换新颜\n\n本报讯（记者 江一舟）{MARKET}\n\n{BOOKS}\n\n"


def test_advice_in_a_list_that_an_office_signs_is_an_article():
    news, advice = articles_of(
        f"{NEWS}秋天里怎样防着凉\n\n1.早晚添衣，汗后莫吹风。\n2.开窗通气，被褥常晒。\n3.咳嗽三天要看医生。\n（桥头防疫站）\n"
    )
    assert news.body.endswith(BOOKS)
    assert advice.headline == "秋天里怎样防着凉"


def test_news_line_under_line_each_with_its_place_is_an_article():
    news, world = articles_of(
        f"{NEWS}简明天下\n\n[甲国]一家图书馆征集百年后才出版的书稿。\n"
        "[乙国]一只走失的绵羊找到了，身上的毛重二十七公斤。\n[丙国]首都的电车满一百岁。\n"
    )
    assert news.body.endswith(BOOKS)
    assert (world.headline, world.kicker) == ("简明天下", None)


def test_ranked_names_on_one_line_are_no_headings():
    ranks, news = articles_of(
        "“春雷杯”前三名\n\n男子:1.甲机厂 2.乙瓷厂 3.丙校\n女子:1.丙校 2.乙瓷厂 3.甲机厂\n\n"
        f"菜场换新颜\n\n本报讯（记者 江一舟）{MARKET}\n"
    )
    assert ranks.headline == "“春雷杯”前三名"
    assert (news.headline, news.kicker, news.column) == ("菜场换新颜", None, None)


def test_a_sheet_of_paper_that_a_text_tells_of_is_no_notice():
    [story] = spaced(
        "（上接第一版）锣响了，全村的人都醒了。",
        "一面铜锣",
        MARKET,
        "一张名单",
        BOOKS,
    )
    assert "一张名单" in story.body


def test_who_gives_out_an_advert_of_the_public_service_closes_it():
    [advert] = spaced(
        "公益广告",
        "开赛先学会鼓掌",
        "为每一次起跑加油，也为每一次跌倒鼓掌。",
        "某市文明办 某某日报社 宣",
    )
    assert advert.kind is Kind.PUBLIC_SERVICE_AD
    assert advert.headline == "开赛先学会鼓掌"


def test_a_torn_line_over_another_texts_label_is_no_column():
    news, comment = spaced(
        "瓷厂告别煤烟",
        f"本报讯（记者 江一舟）{MARKET}",
        "为帮助瓷厂过坎，该市按窑炉大小",
        "江声·快评",
        "少问一句",
        "文小满",
        BOOKS,
    )
    assert news.body.endswith("该市按窑炉大小")
    assert (comment.column, comment.headline) == ("江声·快评", "少问一句")


def test_who_said_a_saying_is_no_deck():
    [voices] = articles_of(
        "县区声音\n\n“当开锁匠，莫当传话筒。”\n——某县窗口一名负责人\n\n“有人住，才算活过来。”\n——某村一位传承人\n"
    )
    assert (voices.headline, voices.deck) == ("县区声音", None)
    assert "——某村一位传承人" in voices.body


def test_both_sides_of_a_debate_are_one_article():
    [debate] = spaced(
        "车停了，人怎么办",
        "桥头明年起不准停车。司机说难，居民说好。",
        "正方：安全是最大的饭碗",
        f"{MARKET}（桥头 江一舟）",
        "反方：堵了路，要开扇门",
        f"{BOOKS}（桥头 文小满）",
    )
    assert debate.headline == "车停了，人怎么办"


def test_the_last_words_of_a_notice_open_nothing():
    [notice] = articles_of(
        "某某法院公告\n\n本院裁定宣告甲厂破产还债，第一次债权人会议在本院召开。\n特此公告\n二〇〇四年三月八日\n"
    )
    assert notice.line_ranges == ((3, 6),)


def test_what_the_paper_tells_its_readers_is_a_notice():
    _, weather, readers = articles_of(
        f"{NEWS}元旦天气\n\n今日晴到多云，明日多云，后天阴有小雨。\n\n敬告读者\n\n明日元旦，本报休刊一天。\n"
    )
    assert (weather.headline, readers.headline) == ("元旦天气", "敬告读者")
    assert readers.kind is Kind.NOTICE


def test_who_is_asked_is_introduced_between_headline_and_text():
    _, talk = spaced(
        "别送礼",
        "江一舟",
        f"{MARKET}{BOOKS}",
        "秋天当心“罢工”",
        "专家简介：文小满，桥头医院医生，从医二十八年。",
        "本报记者 易 丁",
        "问：为什么秋天病人反而多？",
        "文小满：白天热，晚上凉，血管收缩。",
    )
    assert talk.headline == "秋天当心“罢工”"
    assert "专家简介" not in talk.body


def test_a_paper_says_who_publishes_it_in_its_masthead():
    page = parse_page(
        f"株洲日报\n2024年12月31日 星期二\n中共株洲市委主管主办 株洲日报社出版\n\n{NEWS}"
    )
    assert page.articles[0].kicker is None
    assert page.furniture[0].lines == (1, 3)


@pytest.mark.parametrize(
    "signed",
    [("市教育考试院", "2007年9月7日"), ("市江边规划局", "2022年7月14日"), ("通知人：易大春",)],
)
def test_who_signs_a_notice_and_the_day_below_are_its_own(signed):
    *_, notice, news = spaced(
        *("菜场换新颜", f"本报讯（记者 江一舟）{MARKET}", *[BOOKS, MARKET] * 8),
        *("报名公告", "考试报名时间为10月8日至15日，报名点设一楼大厅，请带身份证一张。", *signed),
        *("桥头书屋夜里亮灯", f"本报讯（记者 文小满）{BOOKS}"),
    )
    assert notice.kind is Kind.NOTICE and notice.body.endswith(signed[-1])
    assert news.body == BOOKS


HEADED = f"菜场换新颜\n\n本报讯（记者 江一舟）{MARKET}\n\n" + f"{BOOKS}\n\n{MARKET}\n\n" * 8


def test_the_day_goes_with_the_office_that_signs_a_torn_notice():
    notice, lost = articles_of(
        f"{HEADED}规划公示\n\n公示时间七天。利害关系人可以书面提出意见，逾期视为放弃\n\n"
        "遗失声明\n\n·易小舟遗失购房收据一张，声明作废\n·江一舟遗失证件一张，声明作废\n\n"
        "权利。联系电话：28700000。\n\n市江边规划局\n\n2022年7月14日\n"
    )[-2:]
    assert notice.body.endswith("视为放弃权利。联系电话：28700000。\n市江边规划局\n2022年7月14日")
    assert lost.body.endswith("江一舟遗失证件一张，声明作废")


def test_farmers_who_build_a_station_sign_nothing():
    comment, station = spaced(
        *("短评", "算盘要打到班组里", f"{MARKET}先把自家的算盘拨响。"),
        *("仙桥农民集股修电站", "两百户点上自家的电灯", f"本报讯（通讯员 文小满）{BOOKS}"),
    )
    assert comment.body.endswith("拨响。")
    assert "仙桥农民集股修电站" in (station.kicker, station.headline)


STANZA = (
    "你红的时候，我在等\n你绿的时候，我还在等\n直到天空变成黄色\n把我，一个从不抢道的人，慢慢放行"
)


@pytest.mark.parametrize("title", ["秋天（外一首）", "秋词二首", "秋天（组诗）"])
def test_a_set_of_poems_is_one_article(title):
    text = (
        f"{title}\n\n江小渡\n\n货场的灯先于月亮亮起来\n运煤车驶过，像一支很长的笔\n在夜里写字\n\n"
        f"信号灯\n\n{STANZA}\n\n桥头书屋夜里亮灯\n\n本报讯（记者 文小满）{BOOKS}"
    )
    poems, news = articles_of(text)
    assert STANZA.splitlines()[-1] in poems.body
    assert news.body == BOOKS


def test_a_list_under_its_heading_is_not_the_rest_of_a_broken_sentence():
    news, advice = spaced(
        "河西菜场换新颜",
        f"本报讯（记者 江一舟）{MARKET}老江每天清早把公平秤校一遍，四个小时卖",
        "实用",
        "复工路上怎样防护",
        "一、出门前量一次体温\n二、坐车少说话\n三、到单位先洗手",
        "出一千八百单，菜贩们都说好。",
    )
    assert advice.body.endswith("先洗手")
    assert news.body.endswith("四个小时卖出一千八百单，菜贩们都说好。")


def test_a_counted_notice_is_one():
    news, notice = spaced(
        *("菜场换新颜", f"本报讯（记者 江一舟）{MARKET}"),
        *("桥头防汛指挥部通告（第16号）", "自今日起，沿江道路封闭，行人请绕行桥头大道。"),
    )
    assert notice.kind is Kind.NOTICE and news.body == MARKET
