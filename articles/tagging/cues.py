"""Words around a name that say how it is meant: 来自茶陵的…, 醴陵人, 荷塘法院, 市气象台.

The words come in as a list that an editor can read (`cues.csv`); here they become the questions
that reading asks, each one compiled pattern.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_FROM_REACH, _HOME_REACH, _AWAY_REACH = 5, 4, 4
"""So many characters may stand between the cue and the place (来自风光秀丽的茶陵)."""
_ORGAN_REACH = 7
"""So many between 市 and the word that ends an organ's name (市道路运输管理处)."""
_OPEN = "[^，。,;；：\n]"
_HAN = "\u4e00-\u9fff"
_OPENS_CLAUSE = re.compile(r"(?:^|[\s,.。:;!?，：；！？“”()（）▲△●◆■□])$")
_PART_OF_ESTATE = re.compile(
    r"[、和与及]?(?:西区|中区)|的?[\d一二三四五六七八九十]+[栋号幢期]|入口|出口|大门|项目"
)
"""``东区、西区``, ``北区3栋``: parts of a housing estate."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One word or ending, and what it says of a name beside it."""

    words: str
    kind: str


@dataclass(frozen=True)
class Cues:
    """All cues, as questions to the text around a name."""

    cues: tuple[Cue, ...] = ()

    def manner_before(self, before: str) -> str:
        """``passing``, ``home`` or ``""`` from the words that lead up to a place."""
        hit = self._before.search(before)
        return ("home" if hit.lastgroup == "home" else "passing") if hit else ""

    def is_native(self, text: str, end: int) -> bool:
        """醴陵人杨某, 攸县籍, 从醴陵、湘潭赶来: but not 醴陵人民, 攸县人大."""
        return bool(self._native.match(text, end) or self._comer.match(text, end))

    def is_office(self, text: str, end: int) -> bool:
        """荷塘法院: a common word before an office's name is the district."""
        return bool(self._office.match(text, end))

    def is_own_rank(self, before: str) -> bool:
        """全县, 该市, 园区: a rank that belongs to no other place's name."""
        return bool(self._own_rank.search(before))

    def is_old_district(self, before: str, text: str, end: int, *, is_dated: bool) -> bool:
        """在东区, 东区区委; but not 小区东区, 湖岸·北区, 东区三栋.

        On an undated page the words behind it must say so, or it opens its clause.
        """
        if not self._before_old.search(before):
            return False
        if is_dated:
            return True
        if _PART_OF_ESTATE.match(text, end):
            return False
        return bool(self._after_old.match(text, end) or _OPENS_CLAUSE.search(before))

    def of_the_city(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Each 我市 (``ours``), 市长 (``leaders``), 市气象台 (``organs``) with start and end."""
        for hit in self._city.finditer(text):
            start, end = hit.span()
            if hit.lastgroup == "ours":
                start -= next(len(w) for w in self._ours if text.endswith(w, 0, end)) - 1
            yield hit.lastgroup, start, end

    def is_other_city(self, text: str, at: int) -> bool:
        """城市, 超市, 该市: the 市 at the offset is not the city's."""
        return text[at - 1 : at + 1] in self._other_cities

    def _any(self, kind: str, start: int = 0) -> str:
        """An alternation of all words of a kind, longest first; matches nothing without words."""
        words = (cue.words[start:] for cue in self.cues if cue.kind == kind)
        words = sorted(words, key=len, reverse=True)
        return "|".join(map(re.escape, words)) or "(?!)"

    @cached_property
    def _before(self) -> re.Pattern[str]:
        return re.compile(
            f"(?:(?P<from>{self._any('from_there')}){_OPEN}{{0,{_FROM_REACH}}}"
            f"|(?P<away>{self._any('goes_there')}){_OPEN}{{0,{_AWAY_REACH}}}"
            f"|(?P<home>{self._any('lives_there')}){_OPEN}{{0,{_HOME_REACH}}})$"
        )

    @cached_property
    def _native(self) -> re.Pattern[str]:
        return re.compile(f"[市县区]?(?!{self._any('no_native')})(?:{self._any('native')})")

    @cached_property
    def _comer(self) -> re.Pattern[str]:
        """Further places may stand between."""
        return re.compile(
            f"[市县区]?(?:[、和][{_HAN}]{{2,4}}){{0,4}}?(?:等地|一带)?(?:{self._any('comes_from')})"
        )

    @cached_property
    def _office(self) -> re.Pattern[str]:
        return re.compile(self._any("office"))

    @cached_property
    def _own_rank(self) -> re.Pattern[str]:
        return re.compile(f"(?:{self._any('own_rank')})[省市县区州]$")

    @cached_property
    def _before_old(self) -> re.Pattern[str]:
        return re.compile(f"(?:^|[^{_HAN}]|{self._any('before_old')})$")

    @cached_property
    def _after_old(self) -> re.Pattern[str]:
        return re.compile(f"区?(?:{self._any('after_old')})")

    @cached_property
    def _city(self) -> re.Pattern[str]:
        """All of them have a 市, which is quick to find: at their end (我市) or their start."""
        ours = "|".join(f"(?<={re.escape(word)})" for word in self._ours) or "(?!)"
        organ = f"[{_HAN}]{{0,{_ORGAN_REACH}}}?(?:{self._any('organ')})"
        return re.compile(
            f"市(?:(?P<ours>{ours})|(?P<leaders>{self._any('leaders', 1)})"
            f"|(?P<organs>(?!{self._any('no_organ', 1)}){organ}))"
        )

    @cached_property
    def _ours(self) -> list[str]:
        """我们市 before 本市: the longest first."""
        words = (cue.words for cue in self.cues if cue.kind == "ours")
        return sorted(words, key=len, reverse=True)

    @cached_property
    def _other_cities(self) -> frozenset[str]:
        return frozenset(cue.words for cue in self.cues if cue.kind == "other_city")
