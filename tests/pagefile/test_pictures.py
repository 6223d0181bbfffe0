"""Pictures: which stand alone, and which words under them are no text."""

from articles.pagefile.records import Kind
from tests.pagefile.test_segments import BOOKS, MARKET, articles_of

RABBITS = "柳堤乡农民引进长毛兔，今年已出售兔毛一千一百公斤。图为饲养员在给兔称体重。（江一舟摄）"
TORN = "渡口的老艄公有一面铜锣，敲了三十年，敲得边上都起了卷。去年渡口架了桥，他便把铜锣卖给"
TAIL = "他们。锣声从此在学校里响，一天响八回，响一回，河对岸的牛就抬一回头。"


def test_a_picture_that_its_credit_closes_stands_alone_in_a_torn_text():
    story, picture = articles_of(
        f"渡口的铜锣\n\n本报讯（通讯员 易丁）桥头小学买下了铜锣。\n\n{TORN}\n\n\n\n{RABBITS}\n\n{TAIL}\n"
    )
    assert f"{TORN}{TAIL}" in story.body
    assert picture.body.startswith("柳堤乡农民")
    assert [(one.role, one.name) for one in picture.bylines] == [("摄影", "江一舟")]


def test_a_picture_with_its_photographer_below_stands_alone_in_a_torn_text():
    picture = RABBITS.replace("（江一舟摄）", "\n本报记者 江一舟 摄")
    story, rabbits = articles_of(
        f"渡口的铜锣\n\n本报讯（通讯员 易丁）桥头小学买下了铜锣。\n\n{TORN}\n\n\n\n{picture}\n\n{TAIL}\n"
    )
    assert f"{TORN}{TAIL}" in story.body
    assert (rabbits.kind, rabbits.line_ranges) == (Kind.PHOTO_STORY, ((11, 12),))


def test_numbered_words_under_pictures_are_captions():
    [story] = articles_of(
        f"凌晨的打包客\n\n摄影/江一舟 撰文/文小满\n\n{MARKET}\n\n{BOOKS}\n\n\n\n"
        "①打包客在楼梯口等货。\n②四道麻绳，一道也不能松。\n\n\n\n③天亮了，喝一碗热粥。\n"
    )
    assert story.body.endswith(BOOKS)
    assert [one.text for one in story.captions] == [
        "①打包客在楼梯口等货。",
        "②四道麻绳，一道也不能松。",
        "③天亮了，喝一碗热粥。",
    ]


def test_below_a_work_of_art_a_torn_text_may_go_on():
    essay, poem, art = articles_of(
        f"渡口的铜锣\n易 丁\n\n{BOOKS}\n\n{TORN}\n\n"
        "山中\n文 小 满\n\n雾比人起得早\n它先把山路擦了一遍\n再去敲每一扇木门\n\n\n\n\n"
        f"秋色（水墨）　江一舟 作\n\n{TAIL}\n"
    )
    assert f"{TORN}{TAIL}" in essay.body
    assert poem.body.endswith("再去敲每一扇木门")
    assert art.headline == "秋色（水墨）"


def test_a_caption_about_the_broken_text_above_is_no_picture_story():
    village, news = articles_of(
        "一把扫帚\n\n本报讯（记者 江一舟）桥头镇楼前村支书想了个主意：每天在喇叭里念一遍各家的分，连最懒的几户也\n\n\n\n"
        "桥头镇楼前村，村民评议“卫生红旗户”，个个举手。本报记者 江一舟 摄\n\n"
        f"河西菜场换新颜\n\n本报讯（记者 文小满）{MARKET}\n\n操起了扫帚。\n"
    )
    assert "连最懒的几户也操起了扫帚。" in village.body
    assert village.captions and news.body == MARKET


def test_a_title_under_a_pictures_credit_is_the_pictures():
    picture, comment = articles_of(
        "\n\n\n\n寨子里的“百家宴”摆出去半里路长。昨日，瑶族同胞端出腊肉请客人吃饭，客人吃了还要学唱一支歌。\n"
        "通讯员 江一舟 摄影报道\n\n瑶家好客百家宴\n\n一线点评\n\n望天不如望己\n\n易小舟\n\n"
        f"{MARKET}{BOOKS}\n"
    )
    assert picture.headline == "瑶家好客百家宴"
    assert (comment.column, comment.headline) == ("一线点评", "望天不如望己")
