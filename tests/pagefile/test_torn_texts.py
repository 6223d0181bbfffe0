"""Texts that print and OCR tore apart are one again; each test is one way to tear."""

from articles.pagefile import parse_page


def page_of(*lines):
    return parse_page("\n\n" + "\n\n".join(lines) + "\n")


def body_of(page, headline):
    return next(article.body for article in page.articles if article.headline == headline)


LOCK = (
    "老锁匠封炉",
    "本报讯（记者 江一舟）巷口的老锁匠程望山昨天封了炉子。他打了五十年铜锁，钥匙挂满三面墙。",
    "程望山的铜锁有名，一把锁七根簧，贼见了也绕着走。徒弟走了三个，最后一个去年也改行送快递了。",
)
GOOSE = (
    "白鹅下塘记",
    "本报讯（通讯员 单小荷）龙潭村的鹅苗昨天下塘，一千二百只白鹅把水面盖得严严实实。",
    "养鹅户易春桃说，鹅吃草不吃粮，一塘鹅抵得上半亩鱼，唯独怕黄鼠狼，夜里要点灯守着。",
)


def test_a_whole_paragraph_at_the_foot_goes_to_the_text_whose_names_it_speaks():
    tail = "如今铜锁没人要了，程望山把最后一把锁送给了隔壁的学徒，钥匙还挂在墙上。"
    page = page_of(*LOCK, *GOOSE, tail)
    assert body_of(page, "老锁匠封炉").endswith(tail)
    assert tail not in body_of(page, "白鹅下塘记")


def test_below_a_page_header_another_text_may_go_on():
    header = "A3 综合新闻 2016年6月12日 星期日"
    tail = "他说铜锁讲究一个“合”字：簧要合槽，匙要合簧，程望山一辈子没有配错过一把钥匙。"
    page = page_of(*LOCK, *GOOSE, header, tail)
    assert body_of(page, "老锁匠封炉").endswith(tail)


def test_columns_read_across_are_put_behind_each_other_without_any_subhead():
    page = page_of(
        "祖父的木船",
        "文/覃小渡",
        "祖父有一条木船，停在渡口的老樟树下。每年清明过后他都要给船上一遍桐油，一边上油，一边",
        "后来公路修到了村口，坐船的人越来越少。祖父还是天天去渡口，把船舱里的积水一勺一",
        "去年我回到村里，木船已经翻了身，扣在菜地边上。船底下长出一丛野菊，开得比岸上的",
        "一边哼着放排的号子，桐油的气味能飘过半条江去。",
        "一勺地舀干净，再坐在船头抽完一袋旱烟才肯回家。",
        "都要早。我蹲下来看了很久，没有舍得把船翻过来。",
    )
    body = page.articles[0].body.replace("\n", "")
    assert body.index("号子") < body.index("后来公路") < body.index("旱烟") < body.index("去年我")


def test_what_ocr_reads_twice_at_a_break_shows_where_a_sentence_goes_on():
    page = page_of(
        "社区添了工具屋",
        "本报讯（记者 江一舟）梯子、电钻、疏通机都能借，押金由街道出一点、单位帮一点、居民凑",
        "凑一点。工具屋开张半个月，借出去一百多件，一件也没有少。",
    )
    [join] = page.articles[0].joins
    assert (join.from_line, join.to_line) == (5, 7)
    assert join.score > 0.7
