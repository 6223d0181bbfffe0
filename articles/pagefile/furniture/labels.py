"""Co-host lines, and the labels of a page's sections above them."""

from collections.abc import Mapping
from itertools import pairwise

from articles.pagefile.furniture.place import Finding, Place
from articles.pagefile.text.lines import Line

CO_HOST = ("主办", "协办", "合办", "承办", "联办", "联合主办", "联合推出", "联合出品")
CO_HOST += ("特约刊登", "冠名")
WIDEST_CO_HOST, WIDEST_LABEL = 44, 14


def co_host(line: Line, at: Place) -> Finding | None:
    """``某局 株洲日报社 合办``."""
    text = line.folded
    if line.width > WIDEST_CO_HOST or not text.rstrip().endswith(CO_HOST):
        return None
    return Finding("co_host_line") if "。" not in text and "," not in text else None


def section_labels(lines: list[Line], found: Mapping[int, Finding]) -> list[Line]:
    """The short lines right above a co-host line: each names a section of the page."""
    labels = []
    for above, line in pairwise(lines):
        hosted = line.number in found and found[line.number].kind == "co_host_line"
        short = above.width <= WIDEST_LABEL and "。" not in above.folded
        if hosted and short and above.number not in found:
            labels.append(above)
    return labels
