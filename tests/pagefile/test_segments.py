"""Where one article ends and the next begins; each test is one habit of print."""

from articles.pagefile import parse_page
from articles.pagefile.records import Kind

MARKET = "改造后的河西菜场昨日开门，八十个摊位都有了编号和公平秤。"
BOOKS = "桥头书屋从今晚起延长到十点关门，读者多半是放学的孩子。"


def articles_of(text):
    return parse_page("\n\n" + text + "\n").articles


def spaced(*lines):
    return articles_of("\n\n".join(lines))


def test_a_poem_printed_as_one_block_has_a_title_and_its_author_below():
    [_, poem] = articles_of(
        f"菜场换新颜\n\n本报讯 {MARKET}\n\n"
        "〈江边〉\n一江春水向北流，\n两岸灯火伴行舟。\n昨夜听得归雁语，\n今朝又上旧城楼。\n文小满"
    )
    assert (poem.headline, poem.kind) == ("〈江边〉", Kind.LITERARY)
    assert [credit.name for credit in poem.bylines] == ["文小满"]
    assert poem.body.startswith("一江春水") and poem.body.endswith("旧城楼。")


def test_a_poem_with_its_author_under_the_title_is_an_article_of_its_own():
    [first, second] = articles_of(
        "如梦令·夜归\n江 一 舟\n渡口灯残人静，水浅船移树影。\n犬吠两三声，惊落一滩鸥梦。\n\n"
        "七绝·望江\n尤 小 石\n一江烟雨锁重楼，两岸青山夹水流。\n莫问归舟何处系，灯前有个小码头。"
    )
    assert (first.headline, second.headline) == ("如梦令·夜归", "七绝·望江")
    assert [a.bylines[0].name for a in (first, second)] == ["江一舟", "尤小石"]


def test_a_public_service_advert_in_one_block_has_label_slogan_and_issuer():
    [_, advert] = articles_of(
        f"菜场换新颜\n\n本报讯 {MARKET}\n\n"
        "公益广告\n节水一滴 造福一方\n拧紧龙头 留住清流\n市节水办 宣"
    )
    assert (advert.column, advert.headline) == ("公益广告", "节水一滴 造福一方")
    assert (advert.kind, advert.body) == (Kind.PUBLIC_SERVICE_AD, "拧紧龙头 留住清流")


def test_who_sends_a_letter_or_a_notice_is_no_heading():
    letter, notice, thanks = spaced(
        "桥头的路灯几时亮",
        "编辑同志：桥头的六盏路灯从五月起就不亮了，请帮我们催一催。",
        "桥头居民 江一舟等九人",
        "停水通知",
        "因主管检修，九月三日八时至十八时停水，请用户提前储水。",
        "市自来水公司营业科",
        "贺老年大学十周年校庆",
        "课堂一年比一年热闹。感谢各班老师十年来的辛勤付出！",
        "学员：易丁、文小满、尤小石敬贺",
    )
    assert letter.line_ranges == ((3, 7),)
    assert notice.body.endswith("提前储水。\n市自来水公司营业科")
    assert thanks.body.endswith("文小满、尤小石敬贺")


def test_who_wrote_a_letter_is_no_heading_of_the_article_below():
    [letter, news] = spaced(
        "读者来信",
        "桥头的路灯几时亮",
        "编辑同志：",
        "我住在桥头，路灯坏了两个月，打了三次电话，都说来修。夜里接孩子，只好打手电。",
        "荷塘区 一位家长",
        "菜场换新颜",
        "本报讯（通讯员 汤 彦）" + MARKET,
    )
    assert (letter.headline, letter.column) == ("桥头的路灯几时亮", "读者来信")
    assert (news.kicker, news.headline) == (None, "菜场换新颜")


def test_a_work_of_art_on_two_lines_takes_no_text_after_it():
    essay, work = spaced(
        "井边的月亮",
        "□ 沈星辰",
        "祖母在井边摆一张方桌，供上月饼和柚子，叫我们先去请月亮进屋，莫嫌",
        "春到云阳山（国画）",
        "慕容秋 作",
        "屋里窄。说完，她舀起一瓢井水，分给每个伢子喝一口。",
    )
    assert (work.headline, work.kind) == ("春到云阳山（国画）", Kind.PHOTO_STORY)
    assert "莫嫌屋里窄。" in essay.body


def test_an_advert_set_as_a_display_goes_on_with_no_news():
    [news, advert] = articles_of(
        f"菜场换新颜\n\n本报讯 {MARKET}\n\n"
        "望江楼酒家\n\n早茶 中餐 夜宵\n开业酬宾八折优惠\n地址：河西路口 订座电话：2380000"
    )
    assert news.body == MARKET
    assert advert.headline == "望江楼酒家"


def test_a_box_label_opens_a_box_whatever_heading_stands_above():
    headlines = [
        a.headline
        for a in spaced(
            "菜场换新颜",
            f"本报讯 {MARKET}",
            "每周二四六见报",
            "公益广告",
            "让出一条道 温暖一座城",
            "礼让行人，从我做起。",
        )
    ]
    assert headlines[-1] == "让出一条道 温暖一座城"


def test_county_news_with_bracketed_places_are_briefs_under_their_label():
    briefs = articles_of(
        "区县快递\n\n"
        f"【攸县】万亩红薯粉条开晒\n{MARKET}（江一舟）\n\n【茶陵】祠堂里设了书屋\n{BOOKS}（文小满）"
    )
    assert [(a.column, a.headline) for a in briefs] == [
        ("区县快递", "【攸县】万亩红薯粉条开晒"),
        ("区县快递", "【茶陵】祠堂里设了书屋"),
    ]


def test_a_plain_heading_over_items_ends_an_article_with_bracketed_subheads():
    case, week = articles_of(
        "搭便车受了伤 该由谁赔\n\n本报讯（通讯员 秦明）好心让邻居搭便车，路上出了事故，法院给出了答案。\n\n"
        "【案情回放】\n\n方某顺路捎上同小区的老人，没有收钱，转弯时撞上护栏，老人骨折。\n\n"
        "【法官说法】\n\n无偿搭乘属于好意同乘，应当减轻赔偿责任，但不能免除。\n\n"
        f"一周速览\n\n◆ 三日，{MARKET}\n◆ 四日，{BOOKS}"
    )
    assert case.subheads == ("【案情回放】", "【法官说法】")
    assert week.headline == "一周速览"


def test_a_torn_item_under_a_notice_is_no_brief():
    [notice] = articles_of(
        "遗失声明\n\n△ 易丁遗失道路运输证，证号4302000\n0000，声明作废\n△ 文小满遗失公章一枚，声明作废"
    )
    assert notice.headline == "遗失声明"


def test_a_series_of_subheads_goes_on_behind_another_article():
    jumped, other = spaced(
        "◀上接A1版",
        "账面上的数字减下去了，另外一些数字却在增上来，要算到儿孙那一辈。",
        "算一笔账：职工的饭碗端到哪里",
        "企业一关，四千名职工要找新饭碗，区里把招聘会开到了厂门口。",
        "河西菜场换新颜",
        "本报讯（记者 江一舟）" + MARKET,
        "算一笔账：腾出来的地种什么",
        "烟囱倒了，企业腾出来一千八百亩地，招聘会之后又开起了招商会。",
    )
    assert jumped.subheads == ("算一笔账：职工的饭碗端到哪里", "算一笔账：腾出来的地种什么")
    assert other.body == MARKET


def test_headings_under_a_jump_mark_are_subheads_of_the_text_that_goes_on():
    [jumped] = spaced(
        "（上接1版）", "看人气", "夜市里烟火正旺", MARKET, "看后劲", "老街新铺连成片", BOOKS
    )
    assert (jumped.kind, jumped.headline) == (Kind.CONTINUATION, None)
    assert jumped.subheads == ("看人气", "夜市里烟火正旺", "看后劲", "老街新铺连成片")


def test_an_interview_goes_on_where_the_same_people_speak():
    [talk] = spaced(
        "老街怎样才能不老",
        "本报记者 江一舟",
        "一条街住了三代人，年轻人却说没听过，本期请来一位老街坊聊一聊。",
        "“老”是本事",
        "问：您走访了多少家铺子？",
        "答：走了二十三家，哭过两回。",
        "“先把门槛放低”",
        "问：政府可以做什么？",
        "答：普查建档，把手艺和方子都拍下来、记下来。",
    )
    assert talk.subheads == ("“老”是本事", "“先把门槛放低”")


def test_where_texts_are_dense_a_short_heading_behind_a_blank_line_opens_a_box():
    news, box, guide = articles_of(
        "台商夜访老街\n本报讯（记者 江一舟）昨夜的老街最热闹，台商们围着糖油粑粑的摊子不肯走。\n"
        "他们说，这里的味道同小时候的一样，一口气订下了两百份。\n\n"
        "名词对照\n“粑粑”即糯米糕点之统称；“老街”指河西解放路一段，两岸写法不同。\n\n"
        "服务指南\n证件延期请到出入境窗口办理，工作日九时至十七时，周末照常受理。"
    )
    assert [a.headline for a in (news, box, guide)] == ["台商夜访老街", "名词对照", "服务指南"]


def test_a_text_under_a_label_finds_its_headline_in_mid_sentence():
    articles = spaced(
        "平常日子",
        "株洲日报全媒体记者/江一舟",
        "凌晨三点半，文小满推着三轮车拐进巷子。她把二十年的办法编成顺口溜，教给新来的",
        "巷子里的“夜班医生”",
        "——一名环卫工的二十年",
        "年轻人，队里管这叫“小满刷法”。",
    )
    assert [a.headline for a in articles] == ["巷子里的“夜班医生”"]
    assert articles[0].column == "平常日子"
    assert "教给新来的年轻人" in articles[0].body


def test_an_unsigned_text_of_another_county_opens_an_article():
    articles = spaced(
        "炎陵高山竹笋首次出口",
        "本报讯（通讯员 江一舟）炎陵县的竹笋昨日装箱。" + MARKET,
        "攸县村村装上“小喇叭”",
        "三百个村的喇叭早中晚各响一次，播天气、农技和防汛知识。村民说，不用看手机也晓得要变天了。",
    )
    assert [a.headline for a in articles] == ["炎陵高山竹笋首次出口", "攸县村村装上“小喇叭”"]


def test_a_series_of_subheads_goes_on_behind_an_unsigned_box():
    articles = spaced(
        "一张借据的来历",
        "株洲日报全媒体记者/江一舟",
        "借据藏在竹筒里，竹筒嵌在墙里。翻修老屋那天，一锄头下去，竹筒滚了出来，借据还是干的。",
        "十担谷子",
        "那年八月的雨夜，队伍从村后悄悄下来，在屋檐下坐了一宿，天亮时向爷爷借了十担谷子。",
        "数说",
        "老街的家底",
        "门牌：临街的老铺面二百一十六间。",
        "手艺：还开着的作坊四十一家。",
        "九封回信",
        "借谷的人在哪里？父亲写了二十年的信，收到九封回信，都说查无此人，借据一直压在箱底。",
    )
    assert [a.headline for a in articles] == ["一张借据的来历", "老街的家底"]
    assert articles[0].subheads == ("十担谷子", "九封回信")


def test_a_long_heading_alone_under_a_jump_mark_is_the_headline_again():
    articles = spaced(
        "(上接第一版)", "千里运粮路 一夜风雨情", "列车长当即通过广播寻找医生。" + MARKET
    )
    assert articles[0].headline == "千里运粮路 一夜风雨情"


def test_a_long_kicker_between_label_and_headline_is_no_text():
    [article] = spaced(
        "四十年·株洲面孔",
        "四十年前，她推着一台缝纫机走出了山村",
        "“一针一线”缝出的天地",
        "——对话市场第一代经营户江一舟",
        "江一舟，十九岁进城摆摊，先后当过裁缝、摊主和厂长。如今她还留着那台缝纫机。",
    )
    assert article.kicker == "四十年前，她推着一台缝纫机走出了山村"
    assert (article.column, article.headline) == ("四十年·株洲面孔", "“一针一线”缝出的天地")


def test_a_long_line_over_a_signed_text_is_its_heading():
    articles = spaced(
        "菜场换新颜",
        "本报讯（记者 江一舟）" + MARKET,
        "攸县把夜校办到村口 三年培训乡村工匠四千六百人，人均月增收九百元",
        "株洲日报讯(全媒体记者/汤 彦) " + BOOKS,
    )
    assert [a.headline for a in articles][1].startswith("攸县把夜校办到村口")
    assert articles[0].body == MARKET


def test_words_behind_a_role_that_are_no_name_make_a_label():
    [article] = spaced(
        "摄影手语", "等一只钟走起来", "程 砚", "拍他，我去了九次，真正按下快门的只有两个下午。"
    )
    assert (article.column, article.headline) == ("摄影手语", "等一只钟走起来")


def test_words_behind_a_pointer_alone_between_paragraphs_belong_to_a_picture():
    [article] = spaced(
        "一列慢车上的人生",
        "本报记者 江一舟",
        "慢车每站都停，最便宜的票三块五。菜农挑着担子上来，把菜筐码在过道里。",
        "①车厢里的“移动菜场”，筐子码满了过道",
        "车到下一站，上来一位挑小鸡的老人，车厢里叽叽喳喳响了一路。",
        "▲老人把鸡笼搬上行李架",
        "终点站到了，站台上等车的人望着来路。",
    )
    assert article.subheads == ()
    assert len(article.captions) == 2 and "移动菜场" not in article.body


def test_a_short_word_between_a_headline_and_an_unsigned_text_is_a_pen_name():
    [_, article] = spaced(
        "菜场换新颜",
        "本报讯（记者 汤 彦）" + MARKET,
        "一周一议",
        "先留住人，再留住房子",
        "归去来",
        "老房子修好了，门却锁着。住在里面的人搬走了，墙上的年画还没有褪色，灶膛里的灰还在。",
    )
    assert (article.column, article.headline) == ("一周一议", "先留住人，再留住房子")
    assert [credit.name for credit in article.bylines] == ["归去来"]


def test_a_wide_heading_over_strange_words_opens_an_article_though_nobody_signs_it():
    first, second = spaced(
        "菜场换新颜",
        f"本报讯（记者 江一舟）{MARKET}",
        "摊主易春桃说，公平秤摆在门口，缺斤少两的自己就不好意思了。市场管理科每个月把秤校一遍，"
        "校过的贴一张红纸，红纸上写着日期和校秤人的名字，谁都可以来问，问了就要答。"
        "从前吵架的摊位换到了一起，中间隔着一只装零钱的铁盒，两家共用，到现在没有少过一分钱。",
        "小岛邮差退休 七百人写信挽留",
        "北海有一座小岛，岛上住着七百人，只有一个送信的奥拉夫。他每天早晨六点去码头接船，把邮袋扛上"
        "自行车，绕岛一圈正好看见日落，四十年里只迟到过一回，那天码头的灯塔坏了。",
    )
    assert (first.headline, second.headline) == ("菜场换新颜", "小岛邮差退休 七百人写信挽留")


def test_a_label_alone_over_a_text_opens_an_article():
    _, echo = spaced("菜场换新颜", f"本报讯（记者 江一舟）{MARKET}", "读者回声", BOOKS)
    assert echo.body == BOOKS


def test_heads_behind_a_mark_may_stand_right_under_their_label():
    _, lamp, bridge = articles_of(
        f"菜场换新颜\n\n本报讯（记者 江一舟）{MARKET}\n\n"
        f"简讯\n◆ 桥头路灯修好\n{BOOKS}\n\n◆河东便桥开通\n便桥昨日开通，行人可走。\n"
    )
    assert [a.headline for a in (lamp, bridge)] == ["桥头路灯修好", "河东便桥开通"]
    assert {a.column for a in (lamp, bridge)} == {"简讯"}


def test_chapters_under_plain_numerals_are_one_story():
    story, _ = spaced(
        "修表匠",
        "江一舟",
        "一",
        BOOKS,
        "二",
        MARKET,
        "夜宿山寺",
        "文小满",
        "山寺的钟响了三下，月亮落进井里。",
    )
    assert "二" in story.body.split("\n")


def test_under_a_picture_stands_a_story_of_its_own_with_its_credit():
    _, lane = articles_of(
        f"菜场换新颜\n\n本报讯（记者 江一舟）{MARKET}\n\n\n\n护学岗\n\n"
        "菜场门口的护学岗上，民警牵着孩子过斑马线。\n\n株洲日报全媒体记者/尹冰 图/文"
    )
    assert (lane.headline, lane.bylines[0].name) == ("护学岗", "尹冰")


def test_the_line_over_a_deck_signs_nothing():
    _, story = spaced(
        "菜场换新颜",
        f"本报讯（记者 江一舟）{MARKET}",
        "后山上长出一座图书室",
        "——某中学勤工俭学侧记",
        BOOKS,
    )
    assert story.headline == "后山上长出一座图书室"


def test_the_office_and_the_day_under_a_notice_are_the_notices():
    _, notice = articles_of(
        f"菜场换新颜\n\n本报讯（记者 江一舟）{MARKET}\n\n" + f"{BOOKS}\n\n" * 14 + "法院公告\n\n"
        "某厂：本院受理一案，逾期将缺席判决。\n\n某市中级人民法院\n二○○一年三月十三日"
    )
    assert notice.body.endswith("二○○一年三月十三日")


def test_the_first_lost_paper_of_a_list_is_no_deck():
    [notice] = articles_of(
        "遗失启事\n\n△ 易 丁遗失残废证，字第0000号，声明作废\n△ 文小满遗失土地证，证号\n"
        "第000000号，声明作废"
    )
    assert notice.deck is None
    assert "第000000号" in notice.body
