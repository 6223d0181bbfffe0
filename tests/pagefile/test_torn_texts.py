"""Texts that print and OCR tore apart are one again; each test is one way to tear."""

from articles.pagefile import parse_page
from articles.pagefile.text.seams import Continuity


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


def test_columns_under_headings_come_behind_their_own_headings():
    page = page_of(
        "院子里的两本账",
        "本报讯（记者 江一舟）河西社区的院子里挂着两本账，一本记垃圾，一本记笑声。",
        "把账算清楚",
        "社区刚开始垃圾分类的时候，桶摆好了，单子发完了，居民照样一袋扔。居委会说，得有一本看得见的",
        "把理讲明白",
        "分错最多的那一家找上门来，说不该受这个气。社区书记不争辩，请他清早跟着保洁员去分一次垃",
        "账。从五月起，社区每天过磅、每天公布，哪一栋分错几袋，写在黑板上。",
        "圾。剖开第三个袋子，一片碎玻璃划破了手套，他再也没有说什么。",
    )
    body = body_of(page, "院子里的两本账").replace("\n", "")
    assert "看得见的账。从五月起" in body
    assert "分一次垃圾。剖开" in body
    assert body.index("写在黑板上") < body.index("把理讲明白") < body.index("分错最多")


def test_a_neighbours_sentences_at_the_end_of_a_torn_paragraph_are_no_text_of_its():
    copied = "徒弟走了三个，最后一个去年也改行送快递了。"
    page = page_of(*LOCK, *GOOSE[:2], GOOSE[2] + copied)
    [goose] = [article for article in page.articles if article.headline == "白鹅下塘记"]
    assert copied not in goose.body
    assert [left.text for left in goose.left_out] == [copied]
    assert copied in body_of(page, "老锁匠封炉")


def test_a_copy_that_breaks_its_last_sentence_off_early_goes_with_its_full_stop():
    page = page_of(
        *LOCK[:2],
        "程望山的铜锁有名，一把锁七根簧，贼见了也绕着走，连城里的典当行都来订货，排队要排到冬天。",
        *GOOSE[:2],
        GOOSE[2] + "程望山的铜锁有名，一把锁七根簧，贼见了也绕着走，连城里的典当行都来订货。",
    )
    assert body_of(page, "白鹅下塘记").endswith("夜里要点灯守着。")


def test_a_copy_is_known_though_ocr_misread_a_character_of_it():
    copied = "徒弟走了三个，最后一个去年也改行送快递了。"
    page = page_of(
        LOCK[0],
        LOCK[1],
        LOCK[2] + "如今满三年。",
        *GOOSE[:2],
        GOOSE[2] + copied.replace("年", "午"),
    )
    [goose] = [article for article in page.articles if article.headline == "白鹅下塘记"]
    assert goose.body.endswith("夜里要点灯守着。")
    assert [left.text for left in goose.left_out] == ["徒弟走了三个，最后一个去午也改行送快递了。"]


def test_a_short_sentence_copied_in_is_no_text_either():
    page = page_of(
        *LOCK[:2], "锁是死的手是活的。" + LOCK[2], *GOOSE[:2], GOOSE[2] + "锁是死的手是活的。"
    )
    assert body_of(page, "白鹅下塘记").endswith("夜里要点灯守着。")
    assert "锁是死的手是活的。程望山" in body_of(page, "老锁匠封炉")


def test_a_sentence_of_short_clauses_that_a_paragraph_says_twice_is_said_once():
    said = "“锁好了，门好了；门好了，家就好了。”程望山说。"
    page = page_of(*LOCK[:2], said + "这句话他对每个徒弟都讲过一遍。" + said)
    assert body_of(page, "老锁匠封炉").count("家就好了") == 1


def test_the_tail_of_a_paragraph_printed_again_below_it_is_left_out():
    page = page_of(
        *LOCK[:2], LOCK[2] + "街坊们都爱听他讲当年走街串巷的故事。", "他讲当年走街串巷的故事。"
    )
    [lock] = page.articles
    assert lock.body.count("走街串巷") == 1
    assert [left.reason for left in lock.left_out] == ["doubled"]


def test_a_sentences_beginning_read_twice_within_a_paragraph_is_said_once():
    page = page_of(
        *LOCK[:2],
        "临走那天，徒弟把自己的一把铜锁挂在了铺子的门上，锁眼里塞着一张纸条。徒弟把自己的一把铜锁挂在了"
        "铺子的门上，后来铺子搬了三次，那把锁也跟着搬了三次。",
    )
    body = body_of(page, "老锁匠封炉")
    assert body.count("一把铜锁") == 1
    assert "一张纸条。后来铺子搬了三次" in body


def test_a_formula_that_closes_two_notices_is_no_copy():
    formula = "给您带来不便，敬请谅解。"
    page = page_of(
        "停水通知",
        "因管网改造，11月20日8时至18时，建设路、新华路一带停水。" + formula,
        "停电通知",
        "因线路检修，11月21日7时至19时，响石岭一带停电。" + formula,
    )
    assert [article.body.endswith(formula) for article in page.articles] == [True, True]


def test_a_refrain_is_no_doubled_sentence():
    refrain = "鱼来不来是鱼的事，他说。"
    page = page_of(
        "江边的钓者",
        "文/覃小渡",
        "江边有个钓鱼的老人，天天来，一坐就是一个上午。" + refrain,
        "后来江水退了，露出一片石头滩，老人还是来，坐得更远些。" + refrain,
    )
    assert page.articles[0].body.count(refrain) == 2


def test_the_last_words_of_every_notice_are_no_copy():
    page = page_of(
        "遗失声明",
        "江一舟遗失残疾证，证号430200198800000000，声明作废。",
        "文小满遗失教师证，证号430200199100000000，声明作废。",
    )
    assert page.articles[0].body.count("声明作废") == 2


def test_a_tail_goes_where_its_first_character_likes_to_stand():
    """No word of the dictionary lies across either break: 老人们|都, 晒得|很."""
    page = page_of(
        "渡口添了新船",
        "本报讯（记者 江一舟）渡口昨天添了一条新船，船头系着一朵大红花，从早到晚，岸上的老人们",
        "夜校开了新课",
        "本报讯（记者 江一舟）夜校昨天开了一门新课。校长文小满在街上发了一上午的传单，把脸晒得",
        *GOOSE,
        "很黑，见谁都笑，说这一下不愁招不满。",
        "都来看，有人还带来了自己家里做的米酒。",
    )
    assert "老人们都来看" in body_of(page, "渡口添了新船")
    assert "晒得很黑" in body_of(page, "夜校开了新课")


def test_a_number_torn_in_two_is_one_number_again():
    page = page_of(
        *LOCK[:2],
        "程望山说，他一共配过钥匙4",
        *GOOSE[:2],
        "0多万把，没有一把是坏的，这一条街上的人都能作证。",
    )
    assert "4\n" not in body_of(page, "老锁匠封炉")
    assert "一共配过钥匙40多万把" in body_of(page, "老锁匠封炉")


def test_a_paragraph_stopped_at_a_semicolon_goes_on_elsewhere():
    page = page_of(
        "水车坊里的藕粉",
        "本报讯（记者 江一舟）水车坊开了工。藕浆要洗三遍，第一遍洗出来的是泥；第二遍洗出来的是渣；",
        *GOOSE,
        "第三遍洗出来的才是藕粉，白得晃眼睛。",
    )
    assert "是渣；第三遍洗出来的" in body_of(page, "水车坊里的藕粉")


def test_the_articles_of_a_list_stay_apart_though_semicolons_end_them():
    page = page_of(
        "食堂公约",
        "为让大家吃得安心，食堂定了几条规矩，请互相提醒。",
        "一、错开时间吃饭，不要挤在一处；",
        "二、吃多少打多少，碗里不要剩饭；",
        "三、吃完把凳子推回去，给后来的人让路。",
    )
    assert "；\n二、" in page.articles[0].body


def test_a_fragment_of_a_sentence_is_no_paragraph_of_the_text_above_it():
    page = page_of(
        *LOCK[:2],
        "程望山说，街坊们只要肯把钥匙挂在他的墙上，这把锁便不容易丢，贼就是再多也不用",
        *GOOSE,
        "怕它。",
    )
    assert body_of(page, "老锁匠封炉").endswith("不用怕它。")
    assert body_of(page, "白鹅下塘记").endswith("夜里要点灯守着。")


def test_whom_to_ask_ends_an_advert_and_waits_for_no_tail():
    page = page_of(
        "拍卖公告",
        "受委托，本公司将公开拍卖下列标的：",
        "一、红旗路门面一间，参考价46.2万元；",
        "二、响石岭旧厂房一栋，建筑面积1126.4平方米，带一个大院子，参考价3.8",
        "供求信息",
        "■转让河西路旺铺一间，设备齐全，可以空转。联系人：易阿姨",
        "万元。",
    )
    assert body_of(page, "拍卖公告").endswith("参考价3.8万元。")


def test_columns_of_which_the_last_ends_with_a_full_stop_are_read_one_after_the_other():
    page = page_of(
        "公厕门前的长队",
        "文/覃小渡",
        "车站路的公厕进门先交三角钱，里头却没有灯。上个月的一个雨夜，一位挑担的老人捏着手电",
        "环卫所的人也有苦衷，一座公厕一年的水费要八千多元。能不能由沿街受益的几家商场、",
        "筒进去，出来时苦笑着说，这是花钱买了一场罪受。",
        "饭店分担一点？街对面的茶馆已经把门口的牌子翻了过来，上面写着：里边请。",
    )
    body = page.articles[0].body
    assert "捏着手电筒进去" in body
    assert "几家商场、饭店分担" in body


def test_a_notice_signed_by_an_office_waits_for_no_tail():
    page = page_of(
        *LOCK[:2],
        "程望山说，铜锁讲究一个合字，簧要合槽，匙要合簧，他这一辈子没有配错过一把",
        "拍卖公告",
        "本公司定于十二月五日上午公开拍卖以下标的：",
        "1.响石岭厂房一栋，面积六百平方米。",
        "联系电话：0731-28000123 湖南恒槌拍卖有限公司",
        "钥匙。街坊们都说，他配的钥匙比原来的还要好使。",
    )
    assert "没有配错过一把钥匙。" in body_of(page, "老锁匠封炉")
    assert body_of(page, "拍卖公告").endswith("恒槌拍卖有限公司")


def test_a_copy_that_a_word_makes_a_sentence_of_goes_with_the_word():
    page = page_of(
        *LOCK[:2],
        LOCK[2] + "他说，铺子关了门，街坊把老虎钳留下当个念想，炉膛里种上了葱。",
        *GOOSE[:2],
        GOOSE[2] + "要把老虎钳留下当个念想，炉膛里种上了葱。",
    )
    assert body_of(page, "白鹅下塘记").endswith("夜里要点灯守着。")


def test_half_a_sentence_said_before_and_printed_again_at_the_end_is_left_out():
    page = page_of(
        *LOCK[:2],
        LOCK[2]
        + "徒弟还从外地请来两位老师傅帮忙，炉子又热了起来。徒弟还从外地请来两位老师傅帮忙，",
    )
    [lock] = page.articles
    assert lock.body.endswith("炉子又热了起来。")
    assert [left.reason for left in lock.left_out] == ["doubled"]


def test_an_author_below_a_box_takes_up_nobodys_open_sentence():
    page = page_of(
        LOCK[0],
        LOCK[1],
        LOCK[2] + "最后一把锁，他留给了当年那个被",
        "采访手记",
        "一把锁的分量",
        "离开铺子的时候，我把自家的旧锁也带走了。锁匠说，锁要常用，不用就锈。",
        "易丁",
        "铁门夹过手的小徒弟。",
    )
    box = next(article for article in page.articles if article.headline == "一把锁的分量")
    assert [credit.name for credit in box.bylines] == ["易丁"]
    assert body_of(page, "老锁匠封炉").endswith("被铁门夹过手的小徒弟。")


def test_a_short_sentence_said_twice_in_a_row_is_said_once():
    page = page_of(*LOCK[:2], LOCK[2] + "锁要常常用。锁要常常用。铺子关了门。")
    assert body_of(page, "老锁匠封炉").count("锁要常常用") == 1


def test_a_clause_said_twice_in_a_row_is_said_once():
    page = page_of(*LOCK[:2], LOCK[2] + "没有尺子，全凭眼睛，全凭眼睛，还有一只手。")
    assert "没有尺子，全凭眼睛，还有一只手。" in body_of(page, "老锁匠封炉")


def test_a_full_stop_alone_ends_the_sentence_that_it_was_torn_from():
    page = page_of(*LOCK[:2], "程望山说：“铜锁锁得住门，锁不住人", "。”", *GOOSE)
    assert body_of(page, "老锁匠封炉").endswith("锁不住人。”")


def test_a_sentence_that_somebody_begins_to_say_is_no_heading():
    page = page_of(*LOCK, "区文化馆负责人介绍，第一批收进馆的铜锁共", *GOOSE, "有九十把。")
    assert body_of(page, "老锁匠封炉").endswith("铜锁共有九十把。")


def test_a_line_that_goes_on_at_the_foot_is_no_kicker_of_the_headline_below():
    page = page_of(*LOCK, "徒弟们也不闲着，逢年过节的日", *GOOSE, "子，提着酒来看他。")
    assert body_of(page, "老锁匠封炉").endswith("逢年过节的日子，提着酒来看他。")
    assert page.articles[1].kicker is None


def test_a_countys_office_runs_over_the_break():
    page = page_of(*LOCK[:2], f"{LOCK[2]}来收锁的是县", *GOOSE, "文化馆的老馆长，一进门就喊师傅。")
    assert "县文化馆的老馆长" in body_of(page, "老锁匠封炉")


def test_told_speech_between_paragraphs_is_no_heading():
    [story] = page_of(
        "修锁", "江一舟", LOCK[2], "“这锁的主人，”他慢慢把锁放下，“还在吗？”", "没有人答他。"
    ).articles
    assert story.headline == "修锁"


def test_a_short_line_over_a_dateline_is_a_headline_whatever_it_ends_in():
    first, second = page_of(*LOCK, "茶陵县湖口镇“补锅大嫂”出名了", GOOSE[1]).articles
    assert (first.headline, second.headline) == ("老锁匠封炉", "茶陵县湖口镇“补锅大嫂”出名了")


def test_a_copy_of_what_was_torn_off_is_known_by_the_tear_however_short():
    page = page_of(
        LOCK[0],
        LOCK[1],
        LOCK[2] + "来学艺的后生学不会的",
        *GOOSE[:2],
        GOOSE[2] + "来学艺的后生学不会的鹅苗都是从湖边买来的，下水先认门。",
        "便回家种田。",
    )
    assert "学不会的鹅苗" not in body_of(page, "白鹅下塘记")


def test_what_is_said_over_again_in_mid_sentence_is_said_once():
    page = page_of(
        LOCK[0], LOCK[1] + "修好了失落的“铜锁”二字，那是修好了失落的“铜锁”二字，那是他爹写的。"
    )
    assert body_of(page, "老锁匠封炉").endswith("修好了失落的“铜锁”二字，那是他爹写的。")


def test_where_to_ask_goes_on_with_nobodys_sentence():
    page = page_of(
        LOCK[0],
        LOCK[1],
        "程望山的铜锁有名，钥匙扫码可",
        "进村日程",
        "10日到桥头。",
        "咨询电话：12348",
    )
    assert "12348" not in body_of(page, "老锁匠封炉")


def test_a_picture_told_by_its_caption_takes_no_tail():
    page = parse_page(
        "\n\n"
        + "\n\n".join([LOCK[0], LOCK[1], "程望山的铜锁有名，不能修"])
        + "\n\n铁算盘\n\n\n\n退休会计文小满有一把铁算盘，重六斤，是当年用机车废铁打的，他每天拨一遍，"
        "说那声音像火车过铁轨，哐当哐当。他还教街坊的孩子打，孩子嫌重，两个人抬一把。本报记者 尹冰 摄\n\n"
        "的地方他就钉一块铁皮。\n"
    )
    assert body_of(page, "老锁匠封炉").endswith("不能修的地方他就钉一块铁皮。")


def test_where_more_is_reported_is_no_text():
    page = page_of(LOCK[0], LOCK[1] + "▶▶相关报道见2版")
    assert body_of(page, "老锁匠封炉").endswith("钥匙挂满三面墙。")


def test_a_name_broken_between_its_characters_goes_on():
    seam = Continuity("").seam
    assert seam("来看的有徒弟易大春、安", "文卿参加了酒席") > seam(
        "夜里睡在塘边,每人", "文卿参加了酒席"
    )
    assert seam("来看的有村民江小", "舟告诉记者") > seam("夜里的塘边江小", "舟告诉记者")


def test_the_first_paragraph_under_a_byline_may_have_lost_its_opening():
    page = page_of(
        *LOCK[:2],
        LOCK[2] + "徒弟们每年清明都回来，给炉子添一铲煤，给老虎钳上一遍油，学费由师傅全额",
        *GOOSE,
        "桥头路今起单行",
        "本报记者 安小白",
        "的交通压力将得到缓解。市公安交警支队决定，从今天起，桥头路自中心广场往北单行。",
        "承担，考试合格的发给证书。",
    )
    assert body_of(page, "桥头路今起单行").startswith("的交通压力")
    assert "全额承担，考试合格" in body_of(page, "老锁匠封炉")


def test_words_in_quotation_marks_come_after_who_says_them():
    page = page_of(
        *LOCK[:2],
        LOCK[2] + "徒弟问他还要不要再打一把，他说：",
        *GOOSE[:2],
        GOOSE[2] + "看鹅的老人夜里和衣睡在塘边。",
        "“不打，这把锁就白修了。”第二天清早，炉子又红了一回。",
    )
    assert "他说：“不打" in body_of(page, "老锁匠封炉").replace("\n", "")


def test_an_answer_below_the_sender_stays_with_the_letter():
    page = page_of(
        *LOCK[:2],
        LOCK[2] + "徒弟们根据师傅的规定，另一方不在的，炉子不准熄，应当准予",
        "法律门诊",
        "丈夫外出三年能否离婚",
        "编辑同志：我的丈夫外出打工，三年没有音信，汇款也断了，请问我能否起诉离婚？",
        "茶陵 段小妹",
        "段小妹同志：根据婚姻法的规定，一方下落不明满两年，另一方起诉离婚的，应当准予。",
    )
    assert body_of(page, "丈夫外出三年能否离婚").endswith("应当准予。")


def test_who_signs_a_list_on_the_next_line_closes_it_to_the_tails():
    page = page_of(
        *LOCK[:2],
        LOCK[2] + "补种疫苗的事，徒弟记在墙上，有的还",
        *GOOSE,
        "健康提示",
        "补种疫苗要知道这几点",
        "1.带齐接种证和户口簿，先到门诊查询；\n2.接种后留观三十分钟；\n3.一次漏种几针，按间隔补齐即可。\n（市疾控中心供稿）",
        "以为打过一针就够了。",
        "“漏种不等于没救，越早补种越好。”市疾控中心的医生说，接种证和户口簿丢了也不要紧。",
    )
    assert body_of(page, "补种疫苗要知道这几点").endswith("按间隔补齐即可。")
