"""An article's body in the form it was printed in: paragraphs, subheads, talk, verse, tables."""

import re
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from django import template

register = template.Library()

# 问: 记者: 主持人： — who asks in an interview.
_QUESTION = re.compile(r"^(?:问|記者|记者|主持人|本报记者|编者)\s*[:：]")
# 答: 谭书记： — a short name before a colon, in an interview only.
_SPEAKER = re.compile(r"^([^:：，。！？、\s]{1,8})\s*[:：]\s*(?=\S)")
_CELLS = re.compile(r"\s*[|｜\t]\s*")
_VERSE_LINES, _VERSE_WIDTH = 4, 22


@dataclass(frozen=True)
class Block:
    """A piece of the body. ``form`` is p, subhead, question, answer, verse or table."""

    form: str
    text: str = ""
    speaker: str = ""
    rows: tuple = ()


def blocks(body: str, subheads: list[str], kind: str) -> list[Block]:
    """The body's paragraphs in order, those that belong together gathered into one block."""
    paragraphs = [text for text in body.split("\n") if text.strip()]
    heads = set(subheads)
    as_verse = kind == "literary" and _is_verse([p for p in paragraphs if p not in heads])
    found = [_block(text, text in heads, kind, as_verse) for text in paragraphs]
    return [whole for _form, run in groupby(found, _run_of) for whole in _gathered(list(run))]


def _block(text: str, is_subhead: bool, kind: str, as_verse: bool) -> Block:
    if is_subhead:
        return Block("subhead", text)
    if len(_cells(text)) > 2:
        return Block("table", text)
    if as_verse:
        return Block("verse", text)
    if kind == "interview" and (said := _SPEAKER.match(text)):
        form = "question" if _QUESTION.match(text) else "answer"
        return Block(form, text[said.end() :], said[1])
    return Block("p", text)


def _is_verse(paragraphs: list[str]) -> bool:
    """Short lines throughout: a poem, whose lines are not paragraphs."""
    lengths = [len(text) for text in paragraphs]
    return len(lengths) >= _VERSE_LINES and median(lengths) <= _VERSE_WIDTH


def _run_of(block: Block) -> str:
    return block.form


def _gathered(run: list[Block]) -> list[Block]:
    match run[0].form:
        case "verse":
            return [Block("verse", rows=tuple(block.text for block in run))]
        case "table" if len(run) > 1:
            return [Block("table", rows=tuple(tuple(_cells(b.text)) for b in run))]
        case "table":
            return [Block("p", run[0].text)]
    return run


def _cells(text: str) -> list[str]:
    return _CELLS.split(text.strip().strip("|｜"))


@register.inclusion_tag("articles/_story.html", takes_context=True)
def story(context, article) -> dict:
    """The body set in blocks; the dateline (电头) leads its first paragraph.

    Matches of the search that led here are marked when the page has a ``mark``.
    """
    return {
        "blocks": blocks(article.body, article.subheads, article.kind),
        "dateline": article.dateline,
        "mark": context.get("mark"),
    }


def story_texts(article) -> list[str]:
    """The texts of the body in the order in which ``story`` sets them."""
    found = []
    for block in blocks(article.body, article.subheads, article.kind):
        rows = [row if isinstance(row, tuple) else (row,) for row in block.rows]
        found += [cell for row in rows for cell in row] or [block.text]
    return found


@register.filter
def marked(text: str, mark):
    """``text`` with the matches of a search marked; as it is without one."""
    return mark(text) if mark else text
