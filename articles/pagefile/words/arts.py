"""Kinds of works of art, and the tunes and forms that poems are written to; all folded."""

from articles.pagefile.words import words

GENRES_OF_ART = words("""
    国画 中国画 油画 版画 瓷版画 瓷画 粉画 水彩 水彩画 水粉 水粉画 工笔 工笔画 写意 写意画 年画 农民画
    漫画 速写 素描 书法 行书 行草 楷书 草书 隶书 篆书 篆刻 剪纸 木刻 摄影 雕塑
    """)
"""What stands in parentheses behind a work's title."""
TUNES = words("""
    五律 五绝 五古 七律 七绝 七古 临江仙 浣溪沙 满江红 沁园春 水调歌头 念奴娇 蝶恋花 菩萨蛮 清平乐 西江月
    卜算子 鹧鸪天 如梦令 忆江南 采桑子 江城子 浪淘沙 虞美人 渔家傲 青玉案 定风波 长相思 点绛唇 玉楼春 破阵子
    贺新郎 水龙吟 踏莎行 鹊桥仙 永遇乐 忆秦娥 南乡子 诉衷情 行香子 望海潮 天净沙 十六字令
    """)
"""词牌 and 诗体 before a poem's title."""
