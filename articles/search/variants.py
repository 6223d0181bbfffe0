"""Other readings of a word: what OCR makes of its characters, old and new names of places."""

from collections import defaultdict
from itertools import combinations, product

from ..models import District, DistrictName
from .expressions import Either, Expression, Text
from .folding import bare, fold

MOST = 24
LOOK_ALIKES = (
    *("渌溇绿禄", "醴澧", "攸修悠", "茶荼", "炎炙", "芦庐卢", "淞凇", "株珠抹", "洲州", "荷苛"),
    *("已己巳", "末未", "土士", "日曰", "人入八", "干千于", "大太犬", "田由甲申", "天夫无"),
    *("王玉主", "石右", "今令", "午牛", "体休", "侯候", "拔拨", "折拆", "治冶", "沪泸", "晴睛"),
    *("竟竞", "兔免", "乌鸟", "戊戌戍戎", "崇祟", "博搏傅", "徒徙", "斤斥", "力刀", "贷货"),
    *("杨扬", "历厉", "住往", "抓孤", "析折", "莱菜", "陈阵", "历历", "情睛", "壁璧", "萍苹"),
)


def _alternatives() -> dict[str, str]:
    alike: dict[str, str] = defaultdict(str)
    for group in LOOK_ALIKES:
        for character in group:
            others = alike[character] + group.replace(character, "")
            alike[character] = "".join(dict.fromkeys(others))
    return dict(alike)


ALTERNATIVES = _alternatives()


def widened(leaf: Expression) -> Expression:
    """A text or any of its other readings; the text itself first."""
    if not isinstance(leaf, Text):
        return leaf
    run = bare(fold(leaf.value))
    others = dict.fromkeys([*_renamed(run), *_misread(run)])
    others.pop(run, None)
    if not others:
        return leaf
    readings = [Text(other, False, leaf.part) for other in list(others)[:MOST]]
    return Either((leaf, *readings))


def _misread(run: str):
    """``run`` with one character taken for its look-alike, then with two."""
    places = [place for place, character in enumerate(run[:40]) if character in ALTERNATIVES]
    for many in (1, 2):
        for chosen in combinations(places, many):
            for others in product(*(ALTERNATIVES[run[place]] for place in chosen)):
                changed = list(run)
                for place, other in zip(chosen, others, strict=True):
                    changed[place] = other
                yield "".join(changed)


def _renamed(run: str):
    """``run`` with a place's name exchanged for its other names, of today and of before."""
    families = _families()
    # The longest name first, so that a county's short name does not hide its full one.
    for name in sorted(families, key=len, reverse=True):
        if name in run:
            yield from (run.replace(name, other) for other in families[name] if other != name)


def _families() -> dict[str, list[str]]:
    """Each name of a district, with the names of it, its successor and its predecessors."""
    successors = dict(District.objects.values_list("pk", "successor_id"))
    families: dict[int, list[str]] = defaultdict(list)
    for pk, name in [
        *District.objects.order_by("order").values_list("pk", "name"),
        *DistrictName.objects.values_list("district_id", "name"),
    ]:
        families[_latest(pk, successors)].append(bare(fold(name)))
    return {name: names for names in families.values() for name in names if len(names) > 1}


def _latest(pk: int, successors: dict[int, int | None]) -> int:
    seen = {pk}
    while (successor := successors.get(pk)) and successor not in seen:
        pk = successor
        seen.add(pk)
    return pk
