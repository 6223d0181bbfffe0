"""What headings of notices and adverts end in."""

from articles.pagefile.words import words

NOTICE_ENDINGS = tuple(
    words("""
    公告 通告 声明 启事 小启 征稿 征图 约稿 稿约 启示 公示 公示牌 通知 名单 讣告 更正 致歉 谢启 鸣谢 致谢
    简章 须知 预告 海报 招标 通报 布告 告示 遗失 作废 挂失 征婚 寻人 寻物 招领
    认领 道歉信 感谢信 贺信 贺电 喜报 倡议书 慰问信 信息表 一览表 公报 公告书 注销 任免 命令 令 开奖
    """)
)
AD_ENDINGS = tuple(
    words("""
    诚聘 招生 招聘 急聘 聘 转让 出租 出售 招租 招商 广场 家园 公馆 花园 新城 山庄
    国际 集团 酒店 大酒店 超市 商场 医院 新禧 志禧 分类信息 分类广告 广告
    便民信息 信息 誉满 开盘 店庆 大酬宾 甩卖 特价
    """)
)
PUBLIC_AD_LABELS = words("""
    公益广告 公益 公益宣传 讲文明树新风 讲文明 公益海报
    """)
