"""Credits: the people a line names, and what the paper calls them (sample names are invented).

Forms, old and new::

    本报首席记者 诸葛明远 实习生 苏 禾                  (本报记者 文小波 通讯员 洪 波)
    图/文 本报记者 程 野      株洲日报通讯员/罗一凡摄    （谭绍庭 易大春）
"""

import re

from articles.pagefile.people.names import (
    HAN,
    ORGANISATION,
    TOKEN,
    is_name,
    is_organisation_name,
    is_readable_name,
    join_spaced,
)
from articles.pagefile.records import Credit
from articles.pagefile.text.dictionary import dictionary
from articles.pagefile.text.fold import fold
from articles.pagefile.words import any_of, hint_of
from articles.pagefile.words.places import COUNTY_NAMES
from articles.pagefile.words.press import (
    BYSTANDER,
    BYSTANDERS,
    PAPER,
    RANK,
    RANKS,
    STAFF,
    STAFF_ROLE,
    WORK_ROLE,
    WORKS,
    WORKS_BEHIND,
    WORKS_SET_APART,
    WORKS_WITH_MARK,
)

UNNAMED = "(?:受访|被访|被采访)(?:者|人|单位)|采访对象|当事人|家属|本人|网友|读者|市民|主办方|校方|警方|院方|企业|商家"
"""Who gave a picture and is not named."""
LONGEST_NAME = 3
CREDIT_HINT = re.compile(
    hint_of(STAFF | WORKS | WORKS_SET_APART | WORKS_WITH_MARK | WORKS_BEHIND)
    + rf"|资料|(?:{any_of(BYSTANDERS)})[/:]|(?:{hint_of(RANKS)})/|驻[^\s/、]{{1,5}}/| 书$"
)
"""Without one of these a line says nobody's role. ``读者 江 舟`` alone is an author: who he is."""
PRODUCED = ("出品", "制作")
"""Roles that stand behind the name: 株洲日报城事部出品."""
ROLE = re.compile(
    rf"(?P<paper>(?:(?!本[报刊网]){PAPER}[·\s/、]*){{0,3}})(?P<role>{STAFF_ROLE}|{RANK}{{1,3}}(?=/)|{BYSTANDER}(?=[ /:])|{WORK_ROLE})"
)
IS_STAFF_ROLE = re.compile(STAFF_ROLE)
SUFFIX = re.compile(
    rf"(?P<suffix>[文图摄][/、·及 ]{{0,2}}[文图摄]|{any_of(WORKS_BEHIND)}|(?<=\s)书)$"
)
PAIR_ROLE = re.compile(
    r"^(?:图文|文图|文/图|图/文|文、图|图、文|文·图|图·文|摄影/文|文/摄影|文/摄|摄/文)[:/ ]*"
)
PLACE_NOTE = re.compile(r"[(\[〔【][^()\[\]〔〕【】]{0,30}[)\]〕】]")
"""A nationality, a place or a school beside an author: ``[英]``, ``(台北)``, ``(维吾尔族)``."""
OFFICE_BEFORE = re.compile(
    rf"(?<=[:：/])\s*[{HAN}]{{3,20}}(?:律师|医师|医生|教授|主任|研究员|专家|教师)\s+(?=\S{{2,4}}$|\S \S$)"
)
"""``解答：桥头律师事务所律师 江小舟``: where he works and as what."""
WHOLLY_BRACKETED = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]$")
PROMOTION = re.compile(
    r"^扫描?(?:描)?(?:下方|左侧|右侧)?(?:二维)?码\s*(?:[回观查][看阅]\S{1,4}\s|[^《》\s]{0,8})\s*(?:《[^》]*》)?[\s,，]*"
)
NOBODY = re.compile(rf"^(?:{PAPER})?(?:特约)?(?:评论员(?:文章)?|编辑部|综合|编辑|编者|记者)$")
EMPTY_CREDIT = re.compile(
    rf"(?:{PAPER}[·\s/、]*)*(?:记者|通讯员|资料|图片|视频截图|网络|{UNNAMED})[\s/]*(?:供图|摄|提供|图|截图)$|^资料图片?$|^(?:图片)?由?资料片?$"
)
WORK_BEHIND = re.compile(
    r"(?:(?<=\S[ /][文图摄绘译画著])|(?<=\S[ /](?:口述|整理|原著|缩写|改编)))\s+(?=\S{2}|\S\s\S)"
)
LONE_SURNAME = re.compile(rf"(?:^|[^{HAN} ]|[{HAN}]{{2}} ) *[{HAN}] +$")
"""``费 文``: what looks like the role behind a name is its second character."""
NAMELESS_ENDS = "员部合辑者摄图供片料章"
"""A credit that names nobody ends in one of these."""
PIECE = re.compile(r"[^/、,;:|&()\[\]□○◇■]+")


def read_credits(text: str, line: int) -> list[Credit] | None:
    """The people that ``text`` credits, or None when it says anything else besides.

    An empty list: a credit that names nobody (``本报评论员``, ``通讯员供图``).
    """
    shown = text.strip(" \u3000-—")
    if shown[:1] == "扫":
        shown = PROMOTION.sub("", shown)
    shown = shown[1:-1] if WHOLLY_BRACKETED.match(shown) else shown
    shown = OFFICE_BEFORE.sub("", shown)
    folded = fold(shown)
    if len(folded) != len(shown) or not 1 < len(folded) <= 160 or "。" in folded:
        return None
    nameless = folded[-1] in NAMELESS_ENDS
    if nameless and (NOBODY.match(folded) or EMPTY_CREDIT.fullmatch(folded)):
        return []
    return _behind_names(shown, line) or _Reader(shown, folded, line).read()


def _behind_names(shown: str, line: int) -> list[Credit]:
    """``文小波 文 洪 波 图``: what each did stands behind the name; empty for other forms."""
    parts = WORK_BEHIND.split(fold(shown))
    if len(parts) < 2:
        return []
    found, begin = [], 0
    for part in parts:
        at = fold(shown).index(part, begin)
        begin = at + len(part)
        credits = _Reader(shown[at:begin], part, line).read()
        if not credits or not all(credit.role for credit in credits):
            return []
        found += credits
    return found


class _Reader:
    """Reads one byline: roles first, then the names between them."""

    def __init__(self, shown: str, folded: str, line: int) -> None:
        self.shown, self.folded, self.line = shown, folded, line

    def read(self) -> list[Credit] | None:
        pair = PAIR_ROLE.match(self.folded)
        begin = pair.end() if pair else 0
        roles = [m for m in ROLE.finditer(self.folded, begin) if self._is_role(m)]
        groups = self._groups(begin, roles, pair)
        credits: list[Credit] = []
        for role, first, last in groups:
            found = self._group(role, first, last, is_last=last == len(self.folded))
            if found is None:
                return None
            credits += found
        return credits if credits or (roles and EMPTY_CREDIT.search(self.folded)) else None

    def _is_role(self, match: re.Match[str]) -> bool:
        """A one-word role of work must stand alone or before its name: 拍摄/尹冰."""
        after = self.folded[match.end() :]
        if match["role"] in PRODUCED and match.start() > 0 and not after:
            return True
        if IS_STAFF_ROLE.match(match["role"]):
            return True
        return bool(after.strip(" /:")) and (after[0] in " /:、" or match.end() < len(self.folded))

    def _groups(self, begin, roles, pair):
        """(role, first, last) of each run of names; names before any role have role ``""``."""
        first = roles[0].start() if roles else len(self.folded)
        if roles and roles[0]["role"] in PRODUCED:
            yield roles.pop(0)["role"], begin, first
            first = roles[0].start() if roles else len(self.folded)
        elif first > begin and self.folded[begin:first].strip(" /:、"):
            yield (self.shown[: pair.end()].strip(" /:") if pair else "", begin, first)
        for match, following in zip(roles, [*roles[1:], None][: len(roles)], strict=True):
            last = following.start() if following else len(self.folded)
            yield self.shown[match.start("role") : match.end("role")], match.end(), last

    def _group(self, role: str, first: int, last: int, is_last: bool) -> list[Credit] | None:
        words = self.folded[first:last].rstrip(" /:、,;|&")
        stop = first + len(words)
        suffix = self._suffix(words, role) if is_last or role == "" else None
        if suffix:
            stop = first + suffix.start()
            role = _role_with_suffix(role, suffix["suffix"])
        names = self._names(first, stop)
        if names and len(names) > 1 and names[0] in COUNTY_NAMES:
            names = names[1:]
        if names and self._runs_on(role, names[0], first):
            return None
        if names is None or (not role and not all(self._may_stand_alone(n) for n in names)):
            return None
        if suffix and role == "译":
            return [self._credit("", name) for name in names[:-1]] + [self._credit(role, names[-1])]
        return [self._credit(role, name) for name in names]

    def _runs_on(self, role: str, name: str, first: int) -> bool:
        """``记者走访``, ``记者连夜``, ``摄影人语``: a word right behind the role, and no name."""
        before = self.folded[:first].endswith(fold(role)) if role else False
        if not before or self.folded[first] in " /:、·":
            return False
        word = fold(name)
        if not IS_STAFF_ROLE.match(fold(role)):
            return word[0] not in "阿老小" and not self._may_stand_alone(word)
        if is_name(word) or is_organisation_name(word) or "·" in word:
            return False
        return word in dictionary() or len(word) > LONGEST_NAME

    def _suffix(self, words: str, role: str) -> re.Match[str] | None:
        """The role behind the last name, the longest that leaves the name whole."""
        found = SUFFIX.search(words)
        while found and not self._is_suffix(words, found, role):
            found = SUFFIX.search(words, found.start() + 1)
        return found

    def _is_suffix(self, words: str, suffix: re.Match[str], role: str) -> bool:
        """``罗一凡摄`` ends in a role, ``李文`` in a given name."""
        before = words[: suffix.start()]
        if not role and suffix["suffix"] == "宣":
            return before.rstrip().endswith(("社", "报", "办", "部", "委", "局"))
        word = suffix["suffix"]
        if not before.strip(" /:、"):
            return True
        if LONE_SURNAME.search(before):
            return False
        if before[-1] in " /:、)" or len(word) > 1:
            return True
        token = TOKEN.findall(before)[-2:] or [""]
        token = ["".join(token)] if all(len(one) == 1 for one in token) else token[-1:]
        return word in "摄译绘" and (is_name(token[0]) or len(token[0]) > 3 or not role)

    def _may_stand_alone(self, name: str) -> bool:
        squeezed = fold(name)
        return is_name(squeezed) or bool(ORGANISATION.search(squeezed))

    def _names(self, first: int, last: int) -> list[str] | None:
        """Names in one run; the print's inner spaces are taken out (``刘 炜``)."""
        names: list[str] = []
        for start, end in self._pieces(first, last):
            tokens = [(m.start(), m.end()) for m in TOKEN.finditer(self.folded, start, end)]
            covered = sum(b - a for a, b in tokens)
            if covered < len(self.folded[start:end].replace(" ", "")):
                return None
            names += join_spaced([self.shown[a:b] for a, b in tokens])
        if not all(map(is_readable_name, names)):
            return None
        return names

    def _pieces(self, first: int, last: int):
        """Runs between commas, slashes and other strong separators; notes in brackets left out."""
        text = PLACE_NOTE.sub(lambda m: "、" * len(m[0]), self.folded[first:last])
        for match in PIECE.finditer(text):
            if match[0].strip() and match[0].strip() != "and":
                yield first + match.start(), first + match.end()

    def _credit(self, role: str, name: str) -> Credit:
        return Credit(role, name, self.line, self.shown, is_organisation_name(name))


def _role_with_suffix(role: str, suffix: str) -> str:
    """What a word after the names says of them: ``本报记者 程野 图/文`` stays 本报记者."""
    if suffix in ("摄", "摄影"):
        return "摄影"
    if suffix in ("供图", "图片", "图"):
        return "供图"
    return role or suffix
