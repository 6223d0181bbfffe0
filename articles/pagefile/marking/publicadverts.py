"""Public service adverts: one headline, and slogans line under line."""

from dataclasses import replace

from articles.pagefile.marking.labels import bare
from articles.pagefile.marking.roles import Marked, Role
from articles.pagefile.text.seams import Continuity
from articles.pagefile.words.notices import PUBLIC_AD_LABELS


def mark_public_adverts(marked: list[Marked], continuity: Continuity) -> list[Marked]:
    """``公益广告`` / ``★ 一把火 毁青山`` / ``林区不吸烟``: only the first line is a headline."""
    result, at = list(marked), -1
    for index, mark in enumerate(marked):
        if mark.role is Role.LABEL and bare(mark.line.folded) in PUBLIC_AD_LABELS:
            at = index + 2
        elif at == index and mark.role is Role.HEADING and not mark.line.after_picture:
            result[index], at = replace(mark, role=Role.BODY), index + 1
    return result
