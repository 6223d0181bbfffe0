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
_URGES = re.compile(
    r"^(?:别|莫|勿|慎|警惕|谨防|让|为|把|给|向|从|该|先|请|再|说|谈|论|何|谁|算|记住|留住|守住)|"
    "不能|不该|不要|不可|不必|何必|何妨|休|莫|别|不是|不等于|不只|不止|不丢|才是|更要|也要|还要|先要|要有|要用|要讲|要多|要经|"
    "该|应|须|启示|想到|说起|谈起|也是|是一种|学问|底气|怎么|怎样|怎能|为什么|为何|哪里|行不行|之后|之外|先|[?!]"
)
"""``莫让好心堵了路``, ``门槛里的学问``: the headline of a comment."""
_QUOTES = re.compile("“[^“”]+”")
"""``“一键投诉”之后``: the word that a comment turns over."""
_LONG_ENOUGH = 60
_TOLD, _HEADED, _CLEARLY = 0.5, 15.0, 8.0
"""What a word of telling and a sign of the headline count beside a word of argument, and how much
argument there must be, each in a thousand characters; fitted to 383 labelled pieces."""


def argues(headline: str, text: str) -> bool:
    """Whether an author's piece argues (both folded). Too short a text does not say."""
    if len(text) < _LONG_ENOUGH:
        return False
    said = len(_ARGUES.findall(text)) - _TOLD * len(_TELLS.findall(text))
    headed = bool(_URGES.search(headline)) + bool(_QUOTES.search(headline))
    return 1000 * said / len(text) + _HEADED * headed >= _CLEARLY
