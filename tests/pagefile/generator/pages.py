"""Damaged pages from clean articles, each with its labels: print and OCR played back.

``make_page(seed)`` lays out a page in the manner of some year, tears columns, moves tails to
the foot, doubles and copies sentences, spells bylines and headings in that year's way, and
says in the form of the labelled pages what a reader should find. Same seed, same page.
"""

import random
import re
from dataclasses import dataclass, field

from tests.pagefile.generator.clean import Clean, clean_articles

ASCII = str.maketrans("，：（）；？！", ",:();?!")
COUNTIES = ["荷塘区", "芦淞区", "石峰区", "天元区", "醴陵市", "攸县", "茶陵县", "炎陵县", "渌口区"]


@dataclass(frozen=True)
class Style:
    """How a year prints: its datelines, its slashes and its punctuation."""

    name: str
    datelines: tuple[str, ...]
    slash: bool
    wide: bool
    paper: str


STYLES = (
    Style("1982", ("本报讯",), slash=False, wide=True, paper="本报"),
    Style("1996", ("本报讯", "本报讯 "), slash=False, wide=False, paper="本报"),
    Style("2009", ("本报讯", "晨报讯", "株洲晚报讯"), slash=False, wide=False, paper="本报"),
    Style("2016", ("株洲日报讯", "本报讯"), slash=True, wide=False, paper="株洲日报"),
    Style("2021", ("株洲日报·掌上株洲讯", "株洲日报讯"), slash=True, wide=False, paper="株洲日报"),
)


@dataclass
class Row:
    """A line of the page: words, the item it belongs to, blank lines above."""

    words: str
    item: "Item | None" = None
    gap: int = 1


@dataclass
class Item:
    """An article on the page and what its label says."""

    clean: Clean
    gold: dict
    heads: list[Row] = field(default_factory=list)
    top: list[Row] = field(default_factory=list)
    tail: list[Row] = field(default_factory=list)
    order: list[Row] = field(default_factory=list)
    """Body rows in reading order."""


def make_page(seed: int) -> tuple[str, dict]:
    """A page's text and its label."""
    return _Maker(random.Random(seed), seed).make()


class _Maker:
    def __init__(self, chance: random.Random, seed: int) -> None:
        self.chance, self.seed = chance, seed
        self.style = chance.choice(STYLES)

    def make(self) -> tuple[str, dict]:
        items = self._items()
        self._tear(items)
        self._copy(items)
        rows = [*self._top_rows(), *self._laid_out(items)]
        lines, numbers = [""], {}
        for row in rows:
            lines += [""] * row.gap
            lines.append(row.words)
            numbers[id(row)] = len(lines)
        golds = [self._label(item, rows, numbers) for item in items]
        blank = [n for n, line in enumerate(lines, 1) if not line.strip()]
        name = f"damaged_{self.seed:04d}.txt"
        return "\n".join(lines), {"file": name, "blank_lines": blank, "items": golds}

    def maybe(self, share: float) -> bool:
        return self.chance.random() < share

    # --- what stands on the page ---

    def _items(self) -> list[Item]:
        by_kind: dict[str, list[Clean]] = {}
        for article in clean_articles():
            by_kind.setdefault(article.kind, []).append(article)
        pick = lambda kind, low, high: self.chance.sample(  # noqa: E731
            by_kind[kind], self.chance.randint(low, min(high, len(by_kind[kind])))
        )
        news = pick("news", 3, 5)
        others = pick("photo", 0, 1) + pick("comment", 0, 1) + pick("interview", 0, 1)
        others += pick("essay", 0, 1) + pick("poem", 0, 1)
        mixed = news + others
        self.chance.shuffle(mixed)
        items = [self._item(article) for article in mixed]
        if self.maybe(0.3):
            items.insert(self.chance.randint(1, len(items)), self._item(pick("box", 1, 1)[0]))
        if self.maybe(0.35):
            items += [self._item(article) for article in pick("brief", 2, 3)]
        items += [self._item(article) for article in pick("notice", 0, 2)]
        return items

    def _item(self, clean: Clean) -> Item:
        item = Item(clean, {"kind": clean.kind})
        for key in ("kicker", "headline", "deck", "column"):
            item.gold[key] = getattr(clean, key)
        LAYOUTS.get(clean.kind, _Maker._lay_news)(self, item)
        for row in (*item.heads, *item.top):
            row.item = item
            row.words = self._print(row.words)
        return item

    def _print(self, words: str) -> str:
        return words if self.style.wide else words.translate(ASCII)

    def _headings(self, item: Item, with_column: bool = True) -> None:
        clean, heads = item.clean, item.heads
        if clean.column and with_column:
            heads.append(Row(clean.column))
        if not clean.kicker and clean.kind == "news" and self.maybe(0.15):
            county = next((c for c in COUNTIES if c in "".join(clean.paragraphs)), None)
            if county and county not in clean.headline:
                mark = self.chance.choice(["", ":"])
                item.gold["kicker"] = county
                item.gold["kicker_also"] = [county + ":"]
                heads.append(Row(county + mark))
        if clean.kicker:
            heads.append(Row(clean.kicker))
        heads.append(Row(clean.headline))
        if clean.deck:
            heads.append(Row(self.chance.choice(["——", ""]) + clean.deck))
            item.gold["deck_also"] = ["——" + clean.deck]

    def _name(self, name: str) -> str:
        return f"{name[0]} {name[1]}" if len(name) == 2 and self.maybe(0.5) else name

    def _credits(self, item: Item, own_line: bool = False) -> str:
        """``记者 江一舟 通讯员 文小满``, in the year's spelling; notes the labels."""
        roles: dict[str, list[str]] = {}
        for role, name in item.clean.bylines:
            roles.setdefault(self._role(role), []).append(name)
        prefix = self.style.paper if own_line else ""
        join = "/" if self.style.slash else " "
        between = self.chance.choice([" ", "、"]) if not self.style.slash else " "
        words, golds = [], []
        for role, names in roles.items():
            words.append(role + join + between.join(self._name(n) for n in names))
            golds += [{"role": role, "name": name} for name in names]
        item.gold["bylines"] = golds
        return prefix + " ".join(words)

    def _role(self, role: str) -> str:
        if role == "全媒体记者" and not self.style.slash:
            return "记者"
        return role

    def _body_rows(self, item: Item, opening: str = "") -> None:
        first = True
        for letter, words in item.clean.blocks:
            row = Row((opening if first and letter == "P" else "") + words)
            row.start = len(opening) if first and letter == "P" else 0
            row.subhead = letter == "S"
            first = first and letter != "P"
            item.top.append(row)
        item.order = list(item.top)

    def _lay_news(self, item: Item) -> None:
        self._headings(item)
        manner = self.chance.choice(["dateline", "dateline", "dateline", "line", "end"])
        if manner == "line" or item.clean.column:
            item.heads.append(Row(self._credits(item, own_line=True)))
            self._body_rows(item)
        elif manner == "end":
            self._body_rows(item, self.style.datelines[0].strip() + " ")
            item.signature = f"（{self._credits(item, own_line=self.maybe(0.5))}）"
            item.top[-1].words += item.signature
            item.top[-1].end = len(item.signature)
        else:
            line = self.chance.choice(self.style.datelines)
            space = "" if self.style.wide or self.maybe(0.2) else " "
            self._body_rows(item, f"{line}（{self._credits(item)}）{space}")

    def _lay_photo(self, item: Item) -> None:
        self._headings(item)
        role, name = item.clean.bylines[0]
        item.gold["bylines"] = [{"role": "记者", "name": name, "role_also": ["摄影", "通讯员"]}]
        self._body_rows(item)
        item.top[0].gap = 3
        join = "/" if self.style.slash else " "
        credit = f"{self.style.paper}{'记者' if role != '通讯员' else role}{join}{self._name(name)}"
        if self.maybe(0.5):
            end = f"（{credit} 摄）"
            item.top[-1].words += end
            item.top[-1].end = len(end)
        else:
            item.top.append(Row(f"{credit} {self.chance.choice(['摄', '图/文'])}"))

    def _lay_essay(self, item: Item) -> None:
        self._headings(item)
        name = item.clean.bylines[0][1]
        spaced = " ".join(name)
        forms = ["□ " + name, "作者/" + name, spaced if len(name) < 4 else name, "文/" + name]
        item.heads.append(Row(self.chance.choice(forms)))
        item.gold["bylines"] = [{"role": "作者", "name": name}]
        self._body_rows(item)

    def _lay_poem(self, item: Item) -> None:
        self._lay_essay(item)
        for row in item.top[1:]:
            row.gap = 0
        item.top[4].gap = 1

    def _lay_comment(self, item: Item) -> None:
        self._headings(item)
        if item.clean.bylines:
            name = item.clean.bylines[0][1]
            item.heads.append(Row(" ".join(name) if len(name) == 2 else name))
            item.gold["bylines"] = [{"role": "作者", "name": name}]
        else:
            item.heads.append(Row("本报评论员"))
            item.gold["bylines"] = []
        self._body_rows(item)

    def _lay_interview(self, item: Item) -> None:
        self._headings(item)
        item.heads.append(Row(self._credits(item, own_line=True)))
        self._body_rows(item)

    def _lay_plain(self, item: Item) -> None:
        self._headings(item)
        item.gold["bylines"] = []
        self._body_rows(item)
        if item.clean.kind == "notice":
            for row in item.top[1:]:
                row.gap = 0

    def _lay_brief(self, item: Item) -> None:
        self._headings(item, with_column=False)
        item.heads[-1].words = "■ " + item.heads[-1].words
        name = item.clean.bylines[0][1]
        item.gold["bylines"] = [{"role": "作者", "name": name, "role_also": ["通讯员"]}]
        self._body_rows(item)
        item.top[0].gap = 0
        end = f"（{self._name(name)}）"
        item.top[-1].words += end
        item.top[-1].end = len(end)

    # --- what print and OCR do to it ---

    def _tear(self, items: list[Item]) -> None:
        """Break sentences; move the second parts of some texts to the foot of the page."""
        for item in items:
            item.gold["joins"] = []
            if item.clean.kind not in ("news", "essay"):
                continue
            if item.clean.kind == "news" and any(b[0] == "S" for b in item.clean.blocks):
                if self.maybe(0.5):
                    self._read_across(item)
                continue
            roll = self.chance.random()
            if roll < 0.4:
                self._break_row(item, to_foot=True)
            elif roll < 0.75:
                self._break_row(item, to_foot=False)

    def _halves(self, words: str, start: int, end: int) -> tuple[str, str] | None:
        """Cut inside a clause or behind a comma, far from both ends."""
        low, high = start + 24, len(words) - end - 12
        places = [
            at
            for at in range(low, high)
            if words[at - 1] not in "。？！”；："
            and words[at] not in "，。、；：？！”"
            and words[at - 1] + words[at] not in ("——", "……")
            and not (words[at - 1].isdigit() or words[at].isdigit())
            and (words[at - 1] not in "，、,“" or self.maybe(0.2))
        ]
        if not places:
            return None
        at = self.chance.choice(places)
        return words[:at], words[at:]

    def _split_row(self, item: Item, row: Row) -> Row | None:
        cut = self._halves(row.words, getattr(row, "start", 0), getattr(row, "end", 0))
        if not cut:
            return None
        row.words, right = cut
        if self.maybe(0.12):
            right = right[1:]
        second = Row(right, item)
        second.end = getattr(row, "end", 0)
        second.start, row.end = 0, 0
        item.gold["joins"].append((row, second))
        item.order.insert(item.order.index(row) + 1, second)
        return second

    def _break_row(self, item: Item, to_foot: bool) -> None:
        rows = [r for r in item.top if len(r.words) > 60]
        row = self.chance.choice(rows[: max(1, len(rows) - 1)]) if rows else None
        second = self._split_row(item, row) if row else None
        if not second:
            return
        at = item.top.index(row)
        if to_foot:
            item.tail = [second, *item.top[at + 1 :]]
            item.top = item.top[: at + 1]
        else:
            item.top.insert(at + 1, second)

    def _read_across(self, item: Item) -> None:
        """Columns under their subheads, each cut at the same height: tops, then bottoms."""
        columns, lead = [], []
        for row in item.top:
            if row.subhead:
                columns.append([row])
            elif columns:
                columns[-1].append(row)
            else:
                lead.append(row)
        tops, bottoms = [], []
        for column in columns:
            second = self._split_row(item, column[1])
            tops += column[:2]
            bottoms += ([second] if second else []) + column[2:]
        item.top = [*lead, *tops, *bottoms]

    def _copy(self, items: list[Item]) -> None:
        """A sentence of one text stands in another; a paragraph stands twice."""
        torn = [i for i in items if i.clean.kind in ("news", "essay") and len(i.order) > 2]
        for item in items:
            item.gold["not_in_body"] = []
        if len(torn) > 1 and self.maybe(0.5):
            source, target = self.chance.sample(torn, 2)
            self._copy_sentence(source, target)
        if torn and self.maybe(0.25):
            item = self.chance.choice(torn)
            whole = [r for r in item.order[1:-1] if len(r.words) > 30 and r.words[-1] in "。”"]
            whole = [r for r in whole if r in item.top and not getattr(r, "subhead", False)]
            if whole:
                row = self.chance.choice(whole)
                again = Row(row.words, item)
                item.top.insert(item.top.index(row) + 1, again)
                item.gold["not_in_body"].append((row, again))

    def _copy_sentence(self, source: Item, target: Item) -> None:
        sentences = re.findall(
            r"[^，。！？：；“”,:;?!]{12,}[，。,]", "\n".join(r.words for r in source.order[1:])
        )
        rows = [r for r in target.order if r.words[-1] in "。”" and not getattr(r, "end", 0)]
        rows = [r for r in rows if not getattr(r, "subhead", False)]
        if sentences and rows:
            sentence, row = self.chance.choice(sentences), self.chance.choice(rows)
            row.copied = sentence
            row.words += sentence
            target.gold["not_in_body"].append(sentence)

    # --- the page ---

    def _top_rows(self) -> list[Row]:
        kind = self.chance.choice(["masthead", "header", "none"])
        if kind == "masthead":
            return [
                Row("株洲日报"),
                Row("ZHUZHOU DAILY", gap=0),
                Row(f"{self.style.name}年6月12日 星期三", gap=0),
                Row("第4321期 今日8版", gap=0),
            ]
        if kind == "header":
            number = self.chance.choice(["A3", "02", "第四版", "B1"])
            staff = self.chance.choice(["责任编辑/柳如眉 校对/文小满", "责编:柳如眉 美编:江一舟"])
            return [Row(f"{number} 综合新闻"), Row(staff)]
        return []

    def _laid_out(self, items: list[Item]) -> list[Row]:
        rows: list[Row] = []
        tails = [item for item in items if item.tail]
        if self.maybe(0.35):
            self.chance.shuffle(tails)
        foot = self._foot(items)
        briefs = False
        for at, item in enumerate(items):
            if at == foot:
                rows += [row for torn in tails for row in torn.tail]
            if item.clean.kind == "brief" and not briefs:
                rows.append(Row("简讯"))
                briefs = True
            rows += [*item.heads, *item.top]
        if foot == len(items):
            rows += [row for torn in tails for row in torn.tail]
        return rows

    def _foot(self, items: list[Item]) -> int:
        """Where the tails stand: behind all texts that are torn, before or behind the rest."""
        last = max((at for at, item in enumerate(items) if item.tail), default=0) + 1
        return self.chance.choice([last, len(items)])

    # --- the label ---

    def _label(self, item: Item, rows: list[Row], numbers: dict[int, int]) -> dict:
        gold = dict(item.gold)
        own = [r for r in rows if r.item is item or r in item.heads or r in item.top]
        gold["line_ranges"] = _ranges(sorted(numbers[id(r)] for r in own), sorted(numbers.values()))
        gold["joins"] = [
            {"from": numbers[id(a)], "to": numbers[id(b)], "text": f"{a.words[-8:]}|{b.words[:8]}"}
            for a, b in item.gold["joins"]
            if not hasattr(a, "copied")
        ]
        gold["not_in_body"] = [
            t if isinstance(t, str) else t[0].words[-10:] + t[1].words[:10]
            for t in item.gold["not_in_body"]
        ]
        body = [self._body_words(row) for row in item.order]
        text = re.sub(r"\s+", "", "".join(body))
        gold["first_words"], gold["last_words"] = text[:12], text[-12:]
        for key in ("kicker", "headline", "deck", "column"):
            if gold.get(key):
                gold[key] = self._print(gold[key])
        return gold

    def _body_words(self, row: Row) -> str:
        words = row.words[: len(row.words) - getattr(row, "end", 0)]
        if hasattr(row, "copied"):
            words = words.removesuffix(row.copied)
        return words[getattr(row, "start", 0) :]


LAYOUTS = {
    "news": _Maker._lay_news,
    "photo": _Maker._lay_photo,
    "essay": _Maker._lay_essay,
    "poem": _Maker._lay_poem,
    "comment": _Maker._lay_comment,
    "interview": _Maker._lay_interview,
    "box": _Maker._lay_plain,
    "notice": _Maker._lay_plain,
    "brief": _Maker._lay_brief,
}


def _ranges(own: list[int], page: list[int]) -> list[list[int]]:
    ranges, inside = [], False
    for number in page:
        if number in own:
            first = ranges.pop()[0] if inside else number
            ranges.append([first, number])
        inside = number in own
    return ranges
