"""Whether an author's piece argues (评论) or tells (散文, 小说), told from the words it uses.

Who argues says 应当, 不能, 与其, 说到底 and speaks of 群众, 制度, 作风; who tells remembers, looks and
listens: 母亲, 那年, 月光, 想起.
"""

import re

_ARGUES = re.compile(
    "应当|应该|理应|不能|不必|不妨|不该|不应|不可|不要|不得不|切莫|莫要|莫把|莫让|别让|别把|岂|何必|何妨|何况|何尝|其实|固然|诚然|然而|"
    "可见|由此|归根|说到底|与其|不如|关键|值得|才能|才会|未必|难免|无非|毕竟|所谓|须知|要知道|不仅|不只|不光|不在于|不等于|不是|"
    "而是|并非|并不|反而|反倒|道理|有人说|有人问|有人认为|有人担心|试想|试问|请问|难道|为什么|凭什么|怎么办|怎能|只有|必须|只要|"
    "倘若|如果|假如|既然|即便|哪怕|老百姓|群众|干部|公众|公共|社会|政府|部门|责任|规矩|规则|制度|机制|作风|风气|形式主义|官僚|面子|"
    "初衷|本意|底线|良心|公平|信任|文明|体谅|尊重|服务意识|这样的|往往|总是|最怕|最难|怕只怕|一则|二则|其一|其二|一是|二是|首先|"
    "再者|少一点|多一点|少一些|多一些|少些|多些|需要|先要|就该|也该|更该|还得|就得|要有|要让|要把|呼吁|提倡|倡导|建议|警惕|切忌|"
    "前提|根子|症结|根本|意义|启示|答案|考题|答卷|好事|坏事|俗话说|常言|古人|老话|有句话|笔者|窃以为|依我看|我以为|我认为"
)
_TELLS = re.compile(
    "小时候|儿时|童年|母亲|父亲|妈妈|爸爸|外婆|外公|奶奶|爷爷|祖父|祖母|[娘爹]|那年|记得|故乡|老家|老屋|乡愁|月光|月亮|炊烟|梦|妻子|"
    "岁月|往事|黄昏|清晨|傍晚|夜里|夜色|山路|屋檐|[灶桥溪]|梨花|桃花|稻花|落叶|[雨雪鸟]|味道|[忆唱]|想起|后来|那时|我家|我们家|"
    "姐姐|妹妹|哥哥|弟弟|他说|她说|笑着|眼泪|眼睛|轻轻|慢慢|静静|悄悄|忽然|一阵|影子|声音|脚步|窗外|晚上|站在|坐在"
)
_LONG_ENOUGH = 60
_CLEARLY = 6.0
"""So many more words of argument than of telling in a thousand characters."""


def argues(text: str) -> bool:
    """Whether a (folded) author's text argues. Too short a text does not say."""
    length = len(text)
    if length < _LONG_ENOUGH:
        return False
    said = len(_ARGUES.findall(text)) - len(_TELLS.findall(text))
    return 1000 * said >= _CLEARLY * length
