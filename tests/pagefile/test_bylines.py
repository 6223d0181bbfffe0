"""Bylines in all printed forms, old and new."""

import pytest

from articles.pagefile import parse_page
from articles.pagefile.records import Kind


def signed(opening):
    """The bylines of an article that opens with the words."""
    [article] = parse_page(f"\n\n河西菜场换新颜\n\n{opening}八十个摊位昨日开门。\n").articles
    return [(one.role, one.name) for one in article.bylines]


@pytest.mark.parametrize(
    ("opening", "bylines"),
    [
        ("本报讯（记者 易 丁 通讯员 何楚云、刘 炜）", "记者:易丁 通讯员:何楚云 通讯员:刘炜"),
        ("本报讯 (记者 章亦可 实习生 古 月) ", "记者:章亦可 实习生:古月"),
        ("株洲日报讯(全媒体记者/尹冰 通讯员/祁向阳) ", "全媒体记者:尹冰 通讯员:祁向阳"),
        ("掌上株洲·株洲日报(记者/尹冰)", "记者:尹冰"),
        (
            "株洲日报讯(记者/汤彦 通讯员宋知白 George Miller) ",
            "记者:汤彦 通讯员:宋知白 通讯员:George Miller",
        ),
        ("新华社北京三月十五日电（记者 沈克俭、白 露）", "记者:沈克俭 记者:白露"),
        (
            "本报讯（特约通讯员 欧阳 翔 阿依古丽·买买提）",
            "特约通讯员:欧阳翔 特约通讯员:阿依古丽·买买提",
        ),
        ("本報訊(記者/司馬衡、通訊員/文小波) ", "記者:司馬衡 通訊員:文小波"),
        ("记者获悉，", ""),
    ],
)
def test_a_dateline_names_its_authors(opening, bylines):
    assert " ".join(f"{role}:{name}" for role, name in signed(opening)) == bylines


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("本报首席记者 诸葛明远 见习记者 苏 禾", ["诸葛明远", "苏禾"]),
        ("株洲日报全媒体记者汤彦 向晚 通讯员/谭晓渔", ["汤彦", "向晚", "谭晓渔"]),
        ("□ 沈星辰", ["沈星辰"]),
        ("作者/覃小渡", ["覃小渡"]),
        ("(台北)文 守 仁", ["文守仁"]),
        ("石 一 丁", ["石一丁"]),
        ("◎ 沈星辰", ["沈星辰"]),
        ("口述/宾小满 整理/汤 彦", ["宾小满", "汤彦"]),
        ("原著 江一舟 缩写 文小满", ["江一舟", "文小满"]),
        ("[日]田中一郎 □ 江 舟 译", ["田中一郎", "江舟"]),
        ("文小满 画", ["文小满"]),
        ("通讯员 阳 光明", ["阳光明"]),
        ("荷塘区河西小学四(2)班 江小舟", ["江小舟"]),
        ("拍摄/汤 彦 策划老 丁", ["汤彦", "老丁"]),
        ("本报评论员文章", []),
        ("本报评论员", []),
    ],
)
def test_a_line_of_its_own_under_the_headline_names_its_authors(line, names):
    page = parse_page(f"\n\n说慢\n\n{line}\n\n做生意要快，这没有错。可有些事偏偏快不得。\n")
    assert [one.name for one in page.articles[0].bylines] == names
    assert page.articles[0].headline == "说慢"


@pytest.mark.parametrize(
    ("end", "bylines"),
    [
        ("（谭绍庭 易大春）", [("", "谭绍庭"), ("", "易大春")]),
        ("(本报记者 文小波 通讯员 洪 波)", [("本报记者", "文小波"), ("通讯员", "洪波")]),
        ("(株洲日报记者/程 野 摄)", [("摄影", "程野")]),
    ],
)
def test_a_signature_in_parentheses_closes_the_text(end, bylines):
    page = parse_page(f"\n\n水上绣花针\n\n打捞工人驾着小船清理水葫芦。{end}\n")
    article = page.articles[0]
    assert [(one.role, one.name) for one in article.bylines] == bylines
    assert article.body == "打捞工人驾着小船清理水葫芦。"


def test_an_organisation_may_be_a_correspondent():
    text = "\n\n学消防\n\n\n\n消防员教村民使用灭火器。\n\n株洲日报记者/尹冰 通讯员/甲县消防救援大队 供图\n"
    bylines = parse_page(text).articles[0].bylines
    assert [(b.role, b.name, b.is_organisation) for b in bylines] == [
        ("记者", "尹冰", False),
        ("供图", "甲县消防救援大队", True),
    ]


def bylines_of(article):
    return [(one.role, one.name) for one in article.bylines]


TEXT = "做生意要快，这没有错。可有些事偏偏快不得，磨豆腐要等豆子泡透，写字要等墨研匀。"


def essay(*lines):
    """The only article of a page with a headline and these lines."""
    [article] = parse_page("\n\n说慢\n\n" + "\n\n".join(lines) + "\n").articles
    assert article.headline == "说慢"
    return article


def test_words_of_grammar_may_stand_in_a_given_name():
    assert signed("本报讯（记者 程敬之 通讯员 丁也）") == [("记者", "程敬之"), ("通讯员", "丁也")]


def test_a_verb_right_behind_the_role_is_nobodys_name():
    [article] = parse_page(f"\n\n本报记者走访\n\n乡村磨坊还剩几家\n\n{TEXT}\n").articles
    assert article.bylines == ()


def test_a_given_name_is_no_role_behind_a_lone_surname():
    assert signed("本报讯（记者 苏 禾 通讯员 费 文）") == [("记者", "苏禾"), ("通讯员", "费文")]


def test_the_surname_wen_is_no_mark_of_an_author():
    assert bylines_of(essay("文 峥", TEXT)) == [("", "文峥")]
    assert bylines_of(essay("文 江小渡", TEXT)) == [("", "江小渡")]


def test_a_pen_name_spaced_out_between_headline_and_text_is_an_author():
    assert bylines_of(essay("老 冯", TEXT)) == [("", "老冯")]


def test_what_each_did_may_stand_behind_the_name():
    assert bylines_of(essay("老　柳　文　　一　苇　图", TEXT)) == [("文", "老柳"), ("供图", "一苇")]


def test_a_name_is_given_in_the_pages_spelling():
    assert bylines_of(essay("(台北)麥 守 誠", TEXT)) == [("", "麥守誠")]


def test_who_gave_a_picture_and_is_not_named_is_no_byline():
    assert essay(TEXT, "老人在磨豆腐。受访者供图").bylines == ()


def test_a_reader_who_sends_a_picture_is_its_photographer():
    assert bylines_of(essay(TEXT, "市民 苏小禾 摄")) == [("摄影", "苏小禾")]


def test_a_pupils_signature_names_the_pupil_and_not_the_school_or_the_teacher():
    article = essay(TEXT, "(河西第三小学四年级 苏 禾 指导老师 何楚云)")
    assert bylines_of(article) == [("", "苏禾")]
    assert article.body == TEXT


def test_a_byline_between_a_text_and_the_next_headline_closes_the_text():
    page = parse_page(f"\n\n说慢\n\n{TEXT}\n\n通讯员 苏 禾\n\n菜场换新颜\n\n本报讯 昨日开门。\n")
    assert [bylines_of(one) for one in page.articles] == [[("通讯员", "苏禾")], []]


def test_a_letter_closes_with_the_writer_and_the_day():
    assert essay(TEXT, "女儿 小满 二〇〇九年冬至前").body == TEXT


def test_a_poems_last_line_may_be_its_author():
    [article] = parse_page(
        "\n\n渡口\n\n一江春水绕城流,\n两岸灯火上高楼。\n老船不知人已散,\n易小渡\n"
    ).articles
    assert bylines_of(article) == [("", "易小渡")]


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        ("村民/江小舟", "村民"),
        ("网友/江小舟", "网友"),
        ("全媒体/江小舟", "全媒体"),
        ("体验人 江小舟", "体验人"),
        ("视频制作/江小舟", "视频制作"),
        ("江小舟 报道", "报道"),
        ("读者 江小舟", ""),
    ],
)
def test_every_role_is_read_on_a_line_of_its_own(printed, role):
    [article] = parse_page(f"\n\n河西菜场换新颜\n\n{printed}\n\n{TEXT}\n").articles
    assert bylines_of(article) == [(role, "江小舟")]


def test_a_painting_has_its_title_on_one_line_and_its_painter_on_the_next():
    page = parse_page(f"\n\n说慢\n\n{TEXT}\n\n春到云阳(国画)\n\n慕容秋 作\n")
    essay_, painting = page.articles
    assert essay_.bylines == ()
    assert (painting.headline, bylines_of(painting)) == ("春到云阳(国画)", [("作", "慕容秋")])


@pytest.mark.parametrize(
    ("printed", "work", "artist"),
    [
        ("稻花香里（行书）\n\n慕容秋 书", "稻花香里（行书）", "慕容秋"),
        ("荷塘月色（写意）\n慕容秋 绘", "荷塘月色（写意）", "慕容秋"),
        ("桥头集市（木刻）\n慕容秋 刻", "桥头集市（木刻）", "慕容秋"),
        ("江边的老桥（水彩） □ 江小舟", "江边的老桥（水彩）", "江小舟"),
        ("水彩 江边人家 文草堂 作", "江边人家", "文草堂"),
    ],
)
def test_works_of_every_genre_are_known_on_one_line_and_on_two(printed, work, artist):
    _, found = parse_page(f"\n\n说慢\n\n{TEXT}\n\n{printed}\n").articles
    assert (found.kind, found.headline) == (Kind.PHOTO_STORY, work)
    assert [credit.name for credit in found.bylines] == [artist]


def test_a_foreign_author_may_stand_before_the_title():
    [article] = parse_page(
        f"\n\n[法]让·勒布朗(Jean Leblanc) 河上的灯\n\n何楚云 译\n\n{TEXT}\n"
    ).articles
    assert article.headline == "河上的灯"
    assert bylines_of(article) == [("", "让·勒布朗"), ("译", "何楚云")]


def test_a_minority_name_is_a_name_and_a_theme_with_a_dot_is_none():
    [market] = parse_page(
        "河西菜场换新颜\n\n本报记者 江一舟 见习记者 易丁 实习生 古丽娜尔·阿布都\n\n八十个摊位昨日开门。\n\n"
        "强镇行动·看招数\n"
    ).articles[:1]
    assert [one.name for one in market.bylines] == ["江一舟", "易丁", "古丽娜尔·阿布都"]


def test_a_foreign_author_and_the_translator_share_a_line():
    [story] = parse_page(
        "渡口的灯\n\n(法)让-保罗·马丁 易 丁译\n\n河上的灯一盏一盏地亮了，船还没有回来。\n"
    ).articles
    assert [(one.role, one.name) for one in story.bylines] == [("", "让-保罗·马丁"), ("译", "易丁")]


def test_an_author_may_say_the_county_first():
    [view] = parse_page(
        "夜宵摊该往哪里去\n\n天元区 司徒安\n\n河西的夜宵摊一到夏天就热闹起来，油烟也热闹起来。\n"
    ).articles
    assert [one.name for one in view.bylines] == ["司徒安"]


def test_an_author_spaced_out_behind_a_title_is_no_part_of_it():
    [poem] = parse_page("入秋之后 易 丁\n\n稻子低了头\n父亲也低了头\n只有石阶不低头\n").articles
    assert (poem.headline, [one.name for one in poem.bylines]) == ("入秋之后", ["易丁"])


def test_a_bare_name_below_a_signed_text_is_the_next_ones_label():
    first, second = parse_page(
        "菜场换新颜\n\n本报讯（记者 江一舟）八十个摊位昨日开门。\n\n钱袋袋\n\n余钱放哪里\n\n"
        "实习记者 阮途\n\n年终奖快到手了，放哪里好？\n"
    ).articles
    assert [credit.name for credit in first.bylines] == ["江一舟"]
    assert second.column == "钱袋袋"


def test_a_work_of_art_names_unit_and_artist_behind_its_genre():
    [work, _] = parse_page(
        "粽叶飘香（剪纸） 大院农场 段 玉 莲\n\n菜场换新颜\n\n本报讯（易丁）八十个摊位昨日开门。\n"
    ).articles
    assert (work.headline, [credit.name for credit in work.bylines]) == (
        "粽叶飘香（剪纸）",
        ["段玉莲"],
    )


def test_where_a_letter_comes_from_is_no_author():
    [letter] = parse_page(
        "汽水瓶退不掉\n\n编辑同志：我在冷饮摊买了一瓶汽水，瓶子退不掉，请帮我问一问。\n\n衡阳市 段 九 成\n"
    ).articles
    assert [credit.name for credit in letter.bylines] == ["段九成"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("市二院耳鼻喉科 副主任医师 古 风", "古风"),
        ("市二中高一学生 江小舟", "江小舟"),
        ("株洲县五中考生 易 丁", "易丁"),
    ],
)
def test_an_author_may_say_school_unit_and_post_first(line, name):
    [essay] = parse_page(
        f"一封寄往北方的信\n\n{line}\n\n写给远方的信，我写了三遍，每一遍都从门口的老樟树写起。\n"
    ).articles
    assert [one.name for one in essay.bylines] == [name]


def test_who_leads_a_talk_or_writes_down_a_tale_is_its_author():
    talk, tale = parse_page(
        "心桥\n\n孩子撒谎怎么办\n\n主持人：黎 明\n\n问：孩子撒谎，打也打了，还是不改，怎么办？\n\n"
        "民间故事\n\n石桥的传说\n\n搜集整理 易 丁\n\n从前河上没有桥，过河要等月亮落了水。\n"
    ).articles
    assert [(one.role, one.name) for one in talk.bylines] == [("主持人", "黎明")]
    assert [(one.role, one.name) for one in tale.bylines] == [("搜集整理", "易丁")]


@pytest.mark.parametrize(
    ("signature", "names"),
    [("（瓷　声）", ["瓷声"]), ("（木 子）", ["木子"]), ("（编 者）", []), ("（本 刊）", [])],
)
def test_a_name_spaced_out_in_parentheses_signs_a_text_surname_or_not(signature, names):
    [news] = parse_page(f"菜场换新颜\n\n本报讯 八十个摊位昨日开门。{signature}\n").articles
    assert [one.name for one in news.bylines] == names
    assert news.body == "八十个摊位昨日开门。"


def test_a_surname_set_apart_from_a_given_name_of_two_characters_is_one_name():
    assert signed("本报讯（通讯员 柏 杨柳 记者 田 丰年）") == [
        ("通讯员", "柏杨柳"),
        ("记者", "田丰年"),
    ]


def test_who_made_a_film_stands_before_the_word_alone_or_with_others():
    [news] = parse_page(
        "守桥人的夜\n\n本报讯（记者 易丁）老江倌守了三十年桥。\n\n某某日报影像部出品\n"
    ).articles
    assert [(one.role, one.name) for one in news.bylines] == [
        ("记者", "易丁"),
        ("出品", "某某日报影像部"),
    ]


def test_a_title_that_reads_like_a_name_is_no_author_over_an_author_line():
    [essay] = parse_page(
        "端午闲话\n\n龙船鼓\n\n作者：江 一舟\n\n外婆说，鼓声一响，江水就要涨。\n"
    ).articles
    assert [one.name for one in essay.bylines] == ["江一舟"]


PROSE = "一杆秤称出来的不只是菜，还有人心。菜场里的秤平了，街坊之间的气也就顺了。"
NEWS = f"河西菜场换新颜\n\n本报讯（记者 江一舟）八十个摊位昨日开门。{PROSE}"


def last_article(*lines):
    """The essay that follows a piece of news, or stands alone."""
    return parse_page("\n\n".join(("", *lines, ""))).articles[-1]


@pytest.mark.parametrize(
    ("heads", "headline", "name"),
    [
        (("一杆旧秤的来历 □ 江小舟",), "一杆旧秤的来历", "江小舟"),
        (("写给二十年后的信 桥头小学 五年级 江 舟",), "写给二十年后的信", "江舟"),
        (("山里的秤匠", "攸县 青 禾"), "山里的秤匠", "青禾"),
        (("山里的秤匠", "湖南　江小舟"), "山里的秤匠", "江小舟"),
        (("山里的秤匠", "（株洲县）野 舟"), "山里的秤匠", "野舟"),
        (("秤要平，心更要平", "半 夏"), "秤要平，心更要平", "半夏"),
    ],
)
def test_an_essays_author_stands_behind_a_mark_a_unit_or_a_place(heads, headline, name):
    article = last_article(*heads, PROSE)
    assert article.headline == headline
    assert [credit.name for credit in article.bylines] == [name]


def test_a_commentator_stands_over_the_headline_of_the_comment():
    news, comment = parse_page(
        f"\n\n{NEWS}\n\n本报评论员\n\n秤要平，心更要平\n\n{PROSE}\n"
    ).articles
    assert (news.line_ranges, comment.line_ranges) == (((3, 5),), ((7, 11),))


def test_who_hosts_a_talk_is_said_below_its_opening_words():
    talk = last_article(
        "百姓话题",
        "公平秤要不要天天校",
        "菜场的秤该多久校一次？本报请读者说说。",
        "主持人：江一舟",
        "菜贩文嫂：天天校，校得大家放心。\n退休工人老陈：一个月一次也就够了。",
    )
    assert talk.line_ranges == ((3, 12),) and talk.headline == "公平秤要不要天天校"
    assert [(credit.role, credit.name) for credit in talk.bylines] == [("主持人", "江一舟")]


def test_makers_of_a_film_behind_a_code_to_scan_close_the_text():
    article = last_article(
        NEWS, "扫码看短片《公平秤》株洲日报民生部出品拍摄/江一舟 动画/文小满", "桥头书屋", PROSE
    )
    assert article.headline == "桥头书屋" and not article.bylines


@pytest.mark.parametrize("name", ["江在田", "龙是舟"])
def test_a_word_of_grammar_may_stand_in_a_name(name):
    assert ("通讯员", name) in signed(f"本报讯（记者/江一舟 通讯员/文小满 {name}）")


def test_a_label_that_passes_for_a_name_is_none_where_authors_stand_under_headlines():
    _, second = parse_page(f"\n\n{NEWS}\n\n金鼎\n\n从旧秤到新秤\n\n江 舟\n\n{PROSE}\n").articles
    assert (second.column, second.headline) == ("金鼎", "从旧秤到新秤")


def credits_below(line):
    """The bylines of a photo story whose last line is this."""
    text = f"\n\n晒谷坪上的戏\n\n\n\n昨日，花鼓戏班在桥头村的晒谷坪上搭台。\n\n{line}\n"
    [article] = parse_page(text).articles
    return [(one.role, one.name) for one in article.bylines]


@pytest.mark.parametrize("office", ["桥头镇政府", "河东农场", "市花鼓戏剧团"])
def test_an_office_may_have_given_the_picture(office):
    found = credits_below(f"株洲日报全媒体记者/尹冰 通讯员/{office} 供图")
    assert found == [("全媒体记者", "尹冰"), ("供图", office)]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("（一苇）", "一苇"),
        ("文/余三省", "余三省"),
        ("本报记者 尹冰 对话市中心医院主任江小舟", "尹冰"),
        ("体验人 本报记者 尹 冰", "尹冰"),
    ],
)
def test_who_wrote_may_be_said_between_headline_and_text(line, name):
    [article] = parse_page(
        f"\n\n修笔摊前的下午\n\n{line}\n\n街口有一棵苦楝树，树下是修笔摊。\n"
    ).articles
    assert article.headline == "修笔摊前的下午"
    assert [one.name for one in article.bylines] == [name]


def test_who_wrote_may_stand_behind_a_dash_below_the_text():
    [article] = parse_page("\n\n给“踩线”鼓掌\n\n球场上有一条线，量得清脚尖。\n\n——江 舟\n").articles
    assert [one.name for one in article.bylines] == ["江舟"]
    assert article.body == "球场上有一条线，量得清脚尖。"


def test_the_paper_that_news_is_taken_from_is_nobodys_name():
    [article] = parse_page("\n\n三国修桥\n\n三国代表昨天商定合修一座桥。（据新华社）\n").articles
    assert article.bylines == ()
    assert article.body == "三国代表昨天商定合修一座桥。"


def test_a_dateline_with_its_day_opens_a_text_though_nothing_parts_them():
    assert (
        parse_page(
            "\n\n桥头人夺冠\n\n据新华社里约热内卢8月17日电记者从奥运村获悉，桥头人今天夺冠。\n"
        )
        .articles[0]
        .dateline.startswith("据新华社里约热内卢")
    )


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("本报记者 江 一 舟 文 小 满", ["江一舟", "文小满"]),
        ("本报记者 江 一 舟 易 丁", ["江一舟", "易丁"]),
        ("本报记者 印 川 辜 云", ["印川", "辜云"]),
        ("本报记者 欧 阳 一 苇 易 丁", ["欧阳一苇", "易丁"]),
        ("本栏主持人：江 一 舟", ["江一舟"]),
        ("——江一舟", ["江一舟"]),
        ("特约摄影 江一舟", ["江一舟"]),
        ("（石峰区 江 一 舟）", ["江一舟"]),
        ("图/江一舟 文/文小满", ["江一舟", "文小满"]),
    ],
)
def test_a_line_under_the_headline_names_who_made_the_text(line, names):
    [article] = parse_page(
        f"\n\n河西菜场换新颜\n\n{line}\n\n八十个摊位昨日开门，每个摊位都有编号和公平秤。\n"
    ).articles
    assert [one.name for one in article.bylines] == names
    assert (article.headline, article.deck) == ("河西菜场换新颜", None)


def test_a_poets_name_behind_the_title_is_no_part_of_it():
    [poem] = parse_page(
        "\n\n山中（外一首） 江一舟\n\n雾比人起得早\n它先把山路擦了一遍\n再去敲每一扇木门\n"
    ).articles
    assert (poem.headline, [one.name for one in poem.bylines]) == ("山中（外一首）", ["江一舟"])


def test_news_from_abroad_says_so_before_it_begins():
    [news] = parse_page("\n\n企鹅过马路\n\n综合外电消息 一座海滨小镇为企鹅修了一条路。\n").articles
    assert (news.dateline, news.body) == ("综合外电消息", "一座海滨小镇为企鹅修了一条路。")


def test_a_pupils_teacher_is_no_text():
    [essay] = parse_page(
        "\n\n外婆的菜篮子\n\n桥头小学 江一舟\n\n篮子早上是空的，晚上是满的。（指导老师：易丁）\n"
    ).articles
    assert essay.body == "篮子早上是空的，晚上是满的。"


def test_a_styled_name_under_the_headline_signs_the_essay():
    [essay] = parse_page(
        "\n\n读书与种菜\n\n白石山人\n\n楼顶上有几平方米空地，我挑了三十担土上去，种菜之余读书。\n"
    ).articles
    assert (essay.headline, [one.name for one in essay.bylines]) == ("读书与种菜", ["白石山人"])


ASKED = "村口的路灯白天亮着，夜里反倒黑了。公家的灯在太阳底下打瞌睡，请问该找哪个管？"


@pytest.mark.parametrize(
    "signed",
    [
        "（作者 易小舟 系桥头中学教师）",
        "（作者为醴陵市某镇党委副书记 易小舟）",
        "（东区桥头 易小舟）",
        "（茶陵县桥头 易小舟）",
    ],
)
def test_who_signs_and_what_he_is_stand_in_one_pair_of_parentheses(signed):
    [letter] = parse_page(f"桥头的路灯\n\n{ASKED}{signed}\n").articles
    assert [credit.name for credit in letter.bylines] == ["易小舟"]
    assert letter.body == ASKED


def test_an_answer_may_be_signed():
    [answer] = parse_page(
        "油菜苗为何发红\n\n问：我家三亩油菜移栽才半个月，叶子就发紫发红，是什么病？（桥头 王保国）\n"
        "答：叶片发紫、植株僵小，多半是缺磷，也可能是渍水伤根。先到田里扒开土看看根须是否发黑。\n"
        "问：能不能趁天暖多施点尿素催一催？\n"
        "答：不能。僵苗吸不进肥，要等新叶返青。（市农科所供稿）\n"
    ).articles
    assert answer.body.endswith("要等新叶返青。")
