"""What importing a page would do: read it, match it with what is there, lay corrections over it.

``plan_page`` is pure, so a dry run, a real run and an editor's correction all do the same. The
database is a function of page files and corrections: nothing here depends on the order in which
an archive came about.
"""

from dataclasses import replace

from ..corrections import EDITORS_OWN, Values, dated, judged
from ..pagefile import READER_VERSION, parse_page
from ..pagefile.records import ParsedPage
from . import reading
from .carrying import Before, carried, hints
from .differences import article_changes, page_changes
from .layering import plan_articles
from .records import KnownPage, PagePlan, PageSource, WordLists

DATE = "issue_date"


def plan_page(
    source: PageSource,
    known: KnownPage | None,
    lists: WordLists,
    neighbour_date: Values | None = None,
) -> PagePlan:
    """The plan for one page. ``neighbour_date`` is what other pages of the issue say of its date."""
    before = carried(known, source) if known else Before()
    parsed = parse_page(source.text, hints(source, before), lists.lexicon)
    alone = _read_alone(source, before, lists)
    values, read = _page_layers(parsed, before, neighbour_date)
    articles = plan_articles(parsed, alone, values, before, source, lists)
    plan = PagePlan(
        source=source,
        known=known,
        values=values,
        read=read,
        neighbour_date=neighbour_date,
        corrections=tuple(judged(before.corrections, read)),
        articles=articles,
        problems=(*source.problems, *parsed.problems),
        page_changes=tuple(page_changes(known, values)),
        article_changes=(),
        reader_version=version(lists),
    )
    return replace(plan, article_changes=tuple(article_changes(plan)))


def version(lists: WordLists) -> str:
    """What a page was read with: the reader of pages and the word lists."""
    return f"{READER_VERSION}.{lists.stamp}"


def _read_alone(source: PageSource, before: Before, lists: WordLists) -> ParsedPage | None:
    """What the reader would make of the lines without the editor's help, where there was some."""
    if not before.pinned:
        return None
    unaided = replace(hints(source, before), fixed_articles=(), fixed_furniture=())
    return parse_page(source.text, unaided, lists.lexicon)


def _page_layers(
    parsed: ParsedPage, before: Before, neighbour_date: Values | None
) -> tuple[Values, Values]:
    """Values in force, and the read values of what is corrected."""
    values, read = reading.page_values(parsed), {}
    if neighbour_date:
        read["date"] = {name: values[name] for name in neighbour_date}
        values |= neighbour_date
    for correction in before.corrections:
        if correction.field == DATE:
            read |= {DATE: values[DATE], "date": {name: values[name] for name in dated("")}}
            values |= dated(correction.value)
        elif correction.field not in EDITORS_OWN:
            read[correction.field] = values[correction.field]
            values[correction.field] = correction.value
    return values, read
