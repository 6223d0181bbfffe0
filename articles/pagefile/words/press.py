"""What newspapers call themselves, and the roles of those who make them; all folded.

Beside the lists stand the patterns made of them.
"""

from articles.pagefile.words import any_of, words

PAPERS = words("""
    本报 本刊 本网 本台 本社 株洲日报 株洲晚报 株洲晨报 晨报 晚报 日报 掌上株洲 株洲网 株洲新闻网
    株洲融媒 株洲发布 株洲广播电视台 株洲电视台 湖南日报 新湖南 红网 时刻新闻 华声在线 三湘都市报 潇湘晨报
    新华社 新华网 中新社 人民日报 人民网 央视新闻 中国新闻网 经济日报 光明日报 法制日报 工人日报
    """)
PAPER = rf"(?:(?:据)?(?:{any_of(PAPERS)})(?:客户端|社)?)"
RANKS = words("""
    全媒体 融媒体 多媒体 新媒体 首席 见习 实习 特派 特约 资深 高级 主任 摄影 文字 视频 摄像 本报 本刊 本网 业余 农民
    """)
"""What stands before a role: ``首席记者``."""
RANK = rf"(?:{any_of(RANKS)}|驻[^\s/、]{{1,4}}站?)"
STAFF = words("""
    体验人 记者站 记者 通讯员 实习生 评论员 撰稿人 作者 编辑 摄影师 主播 主持人 本期主持人 本栏主持人 本版主持人
    """)
STAFF_ROLE = rf"(?:{RANK}{{0,4}}(?:{any_of(STAFF)}))"
BYSTANDERS = words("市民 网友 读者 村民 居民 拍客 摄影爱好者")
"""Who sends a picture in: ``市民 林知秋 摄``."""
BYSTANDER = rf"(?:{any_of(BYSTANDERS)})"
WORKS = words("""
    出品 策划 统筹 撰文 撰稿 执笔 采写 采访 搜集整理 整理 文字 图片 特约摄影 摄影 拍摄 摄像 摄制 航拍 供图 供稿 剪辑 后期 制图 绘图
    漫画 插图 配图 视频 配音 字幕 配乐 文案 设计 翻译 编译 监制 海报 书法 二维码制作 视频制作 海报制作 制作
    """)
"""What somebody did, before the name."""
WORKS_SET_APART = words("口述 原著 原作 缩写 改编 朗诵 作词 作曲 解答 本期解答 本版解答")
"""Before a name only with a blank or a mark between."""
WORKS_WITH_MARK = words("讲述 记录 主持 动画 文 图 摄 译")
"""Before a name only with a mark between: ``文/江小舟``."""
WORK_ROLE = rf"(?:{any_of(WORKS)}|(?:{any_of(WORKS_SET_APART)})(?=[ /:])|(?:{any_of(WORKS_WITH_MARK)})(?=[/:]))"
WORKS_BEHIND = words("""
    图文 文图 摄影报道 摄影 摄 供图 供稿 图片 图 采写 整理 撰文 报道 口述 缩写 改编 原著 著 译 编译 作 画 绘 刻 宣 文
    """)
"""What somebody did, behind the name: ``罗一凡摄``."""
PICTURED = r"(?:摄|摄影|摄影报道|供图|图/文|文/图)[)\]]?$"
"""So a line about a picture ends: ``江小舟摄``, ``(某某中学供图)``."""
