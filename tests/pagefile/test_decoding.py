"""Bytes of page files become text, or say plainly why not."""

import pytest

from articles.pagefile import UndecodablePage, decode

PAGE = "株洲日报讯（记者/江一舟） 昨夜有雨。\n"


@pytest.mark.parametrize(
    ("codec", "named"), [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("gb18030", "gb18030")]
)
def test_text_comes_back_from_each_encoding(codec, named):
    decoded = decode(PAGE.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.problems) == (PAGE, named, ())


def test_line_ends_of_every_system_count_as_one():
    assert decode("一\r\n二\r三\n".encode()).text == "一\n二\n三\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty-file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary-file"),
        (PAGE.encode("utf-16"), "utf-16"),
        (b"\xef\xbb\xbf\xff\xff", "unknown-encoding"),
        (b"\x81\x20\xff\xff\xff", "unknown-encoding"),
    ],
)
def test_what_is_no_page_names_its_reason(data, reason):
    with pytest.raises(UndecodablePage) as caught:
        decode(data)
    assert caught.value.reason == reason


def test_a_page_of_white_space_and_a_very_long_line_are_problems_not_failures():
    assert [p.code for p in decode(b" \n\n").problems] == ["blank-page"]
    assert [p.code for p in decode(("字" * 200_000).encode()).problems] == ["very-long-line"]
