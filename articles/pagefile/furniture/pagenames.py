"""What pages are called: ``县区新闻``, ``影像周刊``, ``体育·国际``."""

import re

from articles.pagefile.words import words

KINDS_OF_PAGE = "专版|专刊|特刊|副刊|专页|特版|周刊"
PAGE_NAME = re.compile(
    f"[\u4e00-\u9fff·]{{2,8}}(?:{KINDS_OF_PAGE})|(?:综合|县区|县域|区县|市县|社会|经济|民生|国内|国际|体育|文化|都市|本市|时政|教育|健康|农村|工业|财经|法治)[新要]闻"
)
"""What a page is called; above all other lines it is no column."""
PAGE_WORDS = words("""
    要闻 综合 时政 经济 财经 社会 民生 法治 教育 健康 文化 文体 体育 国内 国际 城区 县区 区县 县域 县市
    副刊 周末 广告 公告 信息 服务 分类 专题 理论 评论 视窗 影像 生活 娱乐
    """)
"""A page's name, or half of one (``体育·国际``), where a page number stands beside it."""


def is_page_name(title: str) -> bool:
    """Whether a title beside a page number is known to be a page's."""
    return bool(PAGE_NAME.fullmatch(title)) or PAGE_WORDS.issuperset(re.split("[· ]", title))
