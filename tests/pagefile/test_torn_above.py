"""Subheads below tails: whose text goes on at the page's foot."""

from articles.pagefile import parse_page

MARKET = "改造后的河西菜场昨日开门，八十个摊位都有了编号和公平秤，菜贩们说生意好做多了。"
TORN_MARKET = "菜场的管理员老江每天五点起床，先把公平秤一台一台校好，再把昨夜的菜叶扫成一"
BOOKS = "桥头书屋从今晚起延长到十点关门，读者多半是放学的孩子，也有下夜班的工人。"
BENCH = "书屋的板凳是木匠文师傅打的，坐上去不摇不响，孩子们给它取名叫“听话凳”。"


def ranges(*lines):
    return [article.line_ranges for article in parse_page("\n\n".join(("", *lines))).articles]


def test_a_subhead_below_a_tail_goes_to_the_tails_article():
    found = ranges(
        "河西菜场换新颜",
        f"本报讯（记者 江一舟）{MARKET}",
        "公平秤不说话",
        TORN_MARKET,
        "桥头书屋夜里亮灯",
        f"本报讯（通讯员 文小满）{BOOKS}",
        "堆。",
        "菜贩子的账本",
        "菜贩文嫂的账本上，每天记着菜场管理员校秤的时间，河西的菜贩都学她的样，公平秤再没有人吵。",
    )
    assert found == [((3, 9), (15, 19)), ((11, 13),)]


def test_a_subhead_below_a_tail_of_its_own_text_stays():
    found = ranges(
        "河西菜场换新颜",
        f"本报讯（记者 江一舟）{MARKET}",
        "公平秤不说话",
        TORN_MARKET,
        "堆。",
        "菜贩子的账本",
        "菜贩文嫂的账本上，每天记着菜场管理员校秤的时间。",
    )
    assert found == [((3, 15),)]


def test_the_next_in_a_count_of_subheads_finds_its_text():
    found = ranges(
        "抢菜的清晨",
        "本报记者 江一舟",
        "镜头一",
        MARKET,
        "镜头二",
        "卖豆腐的文嫂挑着担子挤进来，秤还没有放稳，豆腐已经卖出了三块。",
        "桥头书屋夜里亮灯",
        f"本报讯（通讯员 文小满）{BOOKS}",
        BENCH,
        "镜头三",
        "天亮透了，菜场的灯一盏一盏灭掉，老江坐在门口数着扫帚。",
    )
    assert found == [((3, 13), (21, 23)), ((15, 19),)]


def test_numbers_without_a_make_count_nothing():
    found = ranges(
        "三十户人家搬进新楼",
        f"本报讯（记者 江一舟）{MARKET}",
        "四十名村医上岗",
        f"本报讯（记者 文小满）{BOOKS}",
    )
    assert found == [((3, 5),), ((7, 9),)]


def test_an_interview_goes_on_behind_a_box_though_who_asks_is_lost():
    found = ranges(
        "菜价为什么降了",
        "本报记者 江一舟",
        "记者：今年的菜价为什么降了？",
        "文卫国：大棚多了，路也近了，一车菜进城只要四十分钟。",
        "相关链接\n菜场的三本账\n第一本记进货，第二本记摊位，第三本记投诉。",
        "“降下来的都是路费”",
        "那么菜农吃亏没有？",
        "文卫国：没有吃亏，省下来的是路费，菜农手里的钱反而多了。",
    )
    assert found[0] == ((3, 9), (15, 19))


def test_what_stands_right_under_a_subhead_is_no_tail():
    found = ranges(
        "桥头书屋夜里亮灯",
        f"本报讯（通讯员 文小满）{BOOKS}",
        "书屋的木匠文师傅每天夜里收了工，把孩子们坐松了的板凳一条一条拿回去敲紧，坐上去不摇，孩子们谈妥了打样师",
        "河西菜场换新颜",
        f"本报讯（记者 江一舟）{MARKET}",
        "六个不准",
        "过去，菜场的摊位时来时走，用的是什么秤，谁也说不清。如今菜贩要戴围裙，垃圾要进竹筐。",
        "一本新账",
        "卖豆腐的易嫂领到了十二号牌，头三天的营业额多了四成，“从前看见穿制服的就跑，如今他们坐下来喝碗热豆浆”。",
        "傅的手艺钱，一条板凳两颗糖。",
    )
    assert found == [((3, 7), (21, 21)), ((9, 19),)]


def test_a_series_of_subheads_goes_on_below_a_text_that_its_tail_stands_in():
    found = ranges(
        "河西菜场换新颜",
        f"本报讯（记者 江一舟）{MARKET}",
        "公平秤不说话",
        "菜场的管理员老江每天五点起床，先把公平秤一台一台校好，再扫成一堆，",
        "桥头书屋夜里亮灯",
        f"本报讯（通讯员 文小满）{BOOKS}",
        BENCH,
        "倒进竹筐里的菜叶，由菜贩们轮着挑到桥头的沤肥坑。",
        "竹帘挡住风雨",
        "菜贩文嫂的账本上，每天记着菜场管理员校秤的时间，河西的菜贩都学她的样，公平秤再没有人吵。",
    )
    assert found == [((3, 9), (17, 21)), ((11, 15),)]


def test_a_subhead_that_begins_like_all_others_finds_its_text():
    found = ranges(
        "一把扫帚扫出一座县城",
        "本报记者 江一舟",
        MARKET,
        "扫出一本账",
        "菜场的管理员老江每天五点起床，先把公平秤一台一台校好。",
        "扫出一门新生意",
        "干净了，城里人就愿意来，卖豆腐的易嫂一天多卖三板。",
        *("桥头书屋夜里亮灯", f"本报讯（通讯员 文小满）{BOOKS}"),
        *("老街的路灯换了新", f"本报讯（记者 易丁）{BENCH}（易丁）"),
        *("渡口的船有了新篷", f"本报讯（记者 易丁）{BENCH}（易丁）"),
        *("山里的娃学会了游水", f"本报讯（记者 易丁）{BENCH}（易丁）"),
        "扫出一股新风",
        "村里办酒席，从前攀比成风，如今红白喜事一律八个菜。",
    )
    assert found[0] == ((3, 15), (33, 35))


def test_one_more_of_a_series_far_above_leaves_a_text_without_subheads():
    found = ranges(
        "旧邻居搬进新楼",
        f"本报讯（记者 江一舟）{BENCH}",
        "先听意见 再画图纸",
        "征收指挥部把办公桌搬进空屋，屋里摆一块黑板，安置房的户型改了三稿，老街坊都说看得懂。",
        "体育中心夜间开放",
        "本报讯（记者 文小满）晚上七点，羽毛球馆灯火通明，一片场地要提前三天在网上预约。",
        "旧街坊 还做新街坊",
        "搬进新楼，老街坊最舍不得的是黑板。指挥部分安置房时试行同院优先，户型照旧，办公桌也没有搬走。",
    )
    assert found[0] == ((3, 9), (15, 17))
