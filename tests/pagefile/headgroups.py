"""Invented heads with their parts labelled: samples/headgroups.txt.

One head after each blank line: 栏 column, 引 kicker, 主 headline, 副 deck, in the order they are
printed in, then 文, how the text begins.
"""

from dataclasses import dataclass, field
from pathlib import Path

SAMPLES = Path(__file__).parent / "samples" / "headgroups.txt"
PARTS = {"栏": "column", "引": "kicker", "主": "headline", "副": "deck"}


@dataclass(slots=True)
class HeadGroup:
    """The lines of a head, what each is, and how the text below begins."""

    lines: list[str] = field(default_factory=list)
    parts: dict[str, str] = field(default_factory=dict)
    text: str = ""

    @property
    def page(self) -> str:
        return "\n\n" + "\n\n".join([*self.lines, f"本报讯（记者 江一舟）{self.text}"]) + "\n"


def head_groups() -> list[HeadGroup]:
    return [_group(block) for block in SAMPLES.read_text(encoding="utf-8").strip().split("\n\n")]


def _group(block: str) -> HeadGroup:
    group = HeadGroup()
    for line in block.splitlines():
        part, words = line[0], line[2:]
        if part == "文":
            group.text = words
        else:
            group.lines.append(words)
            before = group.parts.get(PARTS[part])
            words = words.removeprefix("——")
            group.parts[PARTS[part]] = f"{before} {words}" if before else words
    return group
