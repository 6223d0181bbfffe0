"""Co-host lines, and the labels of a page's sections above them."""

import re
from collections.abc import Mapping
from itertools import pairwise

from articles.pagefile.furniture.pagenames import KINDS_OF_PAGE
from articles.pagefile.furniture.place import Finding, Place
from articles.pagefile.text.lines import Line

CO_HOST = ("主办", "协办", "合办", "承办", "联办", "联合主办", "联合推出", "联合出品")
CO_HOST += ("特约刊登", "冠名")
NAMES_PAGE = re.compile(f"(?:{KINDS_OF_PAGE}|版)$")
WIDEST_CO_HOST, WIDEST_LABEL = 44, 14


def co_host(line: Line, at: Place) -> Finding | None:
    """``某局 株洲日报社 合办``."""
    text = line.folded
    if line.width > WIDEST_CO_HOST or not text.rstrip().endswith(CO_HOST):
        return None
    return Finding("co_host_line") if "。" not in text and "," not in text else None


def section_labels(lines: list[Line], found: Mapping[int, Finding]) -> dict[int, Finding]:
    """The short lines right above a co-host line: each names a section, or the whole page."""
    labels = {}
    for above, line in pairwise(lines):
        hosted = line.number in found and found[line.number].kind == "co_host_line"
        short = above.width <= WIDEST_LABEL and "。" not in above.folded
        if hosted and short and above.number not in found:
            title = above.text if NAMES_PAGE.search(above.folded) else None
            labels[above.number] = Finding("section_label", title=title)
    return labels
