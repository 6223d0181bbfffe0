"""Random corrections of every kind, as editors might make them."""

import random

from articles.corrections import BadValue, lines_in, same, shown
from articles.importing import acts
from articles.importing.acts import Act, Said
from articles.importing.matching import Weights
from articles.importing.store import known_pages
from articles.models import (
    Article,
    Correction,
    District,
    DistrictName,
    Page,
    Place,
    Problem,
    Reporter,
    ReporterName,
    Topic,
    TopicTerm,
)

WORDS = "城南老街书店开张茶油丰收小学操场改造完工夜市热闹渡口修桥"


def words(rng: random.Random, longest: int = 12) -> str:
    return "".join(rng.choices(WORDS, k=rng.randint(2, longest)))


def value_for(rng: random.Random, field: str):
    """A value for a plain field of an article."""
    districts = list(District.objects.filter(successor=None).values_list("name", flat=True))
    topics = list(Topic.objects.values_list("name", flat=True))
    if field == "kind":
        return rng.choice(["news", "brief", "notice", "commentary", "advert", "literary"])
    if field == "bylines":
        return [byline(rng) for _ in range(rng.randint(0, 3))]
    if field == "districts":
        names = rng.sample(districts, rng.randint(0, 3))
        return {"names": names, "primary": rng.choice(names) if names else None}
    if field == "topics":
        return rng.sample(topics, rng.randint(0, 3))
    if field == "captions":
        return [words(rng) for _ in range(rng.randint(0, 2))]
    if field == "body":
        return "\n".join(words(rng, 30) for _ in range(rng.randint(1, 4)))
    if field == "position":
        return rng.randint(1, 6)
    if field in {"continued_from", "continued_to"}:
        return rng.choice(["", "01", "03", "A2"])
    return words(rng)


def byline(rng: random.Random) -> dict:
    """Now and then of one of two people of the same name."""
    value = {"role": "记者", "name": words(rng, 3)}
    return {**value, "as": value["name"] + "（乙）"} if rng.random() < 0.2 else value


def date_for(rng: random.Random) -> str:
    """As sure as an editor may be."""
    day = f"20{rng.randint(10, 23)}-0{rng.randint(1, 9)}-1{rng.randint(0, 9)}"
    return rng.choice([day, day, f"{day}~", day[:7], day[:4], f"XXXX{day[4:]}", ""])


PLAIN = (
    *("kind", "kicker", "headline", "deck", "column", "dateline", "bylines", "body", "captions"),
    *("districts", "topics", "continued_from", "continued_to", "position"),
)


def act_at_random(rng: random.Random) -> str:
    """One act of some kind; says which. Raises ``BadValue`` where it is refused."""
    kind = rng.choice([*["value"] * 6, *["reporters"] * 2, *DO])
    article = rng.choice(list(Article.objects.filter(state__in=["live", "hidden"]).order_by("pk")))
    DO[kind](rng, article)
    return kind


def _value(rng, article):
    field = rng.choice(PLAIN)
    acts.correct(article.page_id, [Said(field, value_for(rng, field), article.pk)], Act())


def _form(rng, article):
    """Several fields, saved at once."""
    fields = rng.sample(PLAIN, rng.randint(2, 5))
    said = [Said(field, value_for(rng, field), article.pk) for field in fields]
    acts.correct(article.page_id, said, Act(why=words(rng)))


def _dates(rng, _article):
    """One date for several pages, as one act."""
    pages, act, date = list(Page.objects.order_by("pk")), Act(), date_for(rng)
    for page in rng.sample(pages, min(3, len(pages))):
        acts.correct(page.pk, [Said("issue_date", date)], act)


def _read(rng, _article):
    """Take a read value again; of a hidden article, that shows it again."""
    standing = Correction.objects.filter(state__in=Correction.STANDING, reporter=None)
    one = rng.choice(list(standing.order_by("pk"))) if standing else None
    if one:
        page_id = one.page_id or one.article.page_id
        acts.take_read_value(page_id, [(one.article_id, one.field)], Act())


def _settle(rng, _article):
    if problems := list(Problem.objects.filter(settled_at=None).exclude(page=None).order_by("pk")):
        Problem.objects.filter(pk=rng.choice(problems).pk).update(settled_at=Act().at)


def _lists(rng, _article):
    """A place is added, a word goes out of use, a county gets a further name."""
    what = rng.randrange(3)
    districts = list(District.objects.filter(successor=None).order_by("pk"))
    if what == 0:
        name = words(rng, 3) + "村"
        row = {"kind": "locality", "edited": True}
        Place.objects.get_or_create(district=rng.choice(districts), name=name, defaults=row)
    elif what == 1:
        term = rng.choice(list(TopicTerm.objects.order_by("pk")))
        TopicTerm.objects.filter(pk=term.pk).update(in_use=False, edited=True)
    else:
        row = {"district": rng.choice(districts), "name": words(rng, 4)}
        DistrictName.objects.get_or_create(**row, defaults={"edited": True})


def _alias(rng, _article):
    """A name that the reporter may sign with from now on."""
    acts.add_names(_somebody(rng), {words(rng, 4)}, Act())


def _reporter(rng, _article):
    """What a reporter is called, and whether it is a person."""
    one = _somebody(rng)
    said = {"name": words(rng, 4), "is_organisation": rng.random() < 0.5, "note": words(rng)}
    said.pop(rng.choice(["name", "note"]))
    acts.describe_reporter(one.pk, said, Act(why=words(rng)))


def _somebody(rng) -> Reporter:
    return rng.choice(list(Reporter.objects.filter(merged_into=None).order_by("pk")))


def _page(rng, article):
    field, value = rng.choice(
        [
            ("issue_date", date_for(rng)),
            ("issue_date", date_for(rng)),
            ("number", f"0{rng.randint(1, 8)}"),
            ("title", words(rng, 4)),
        ]
    )
    acts.correct(article.page_id, [Said(field, value)], Act())


def _some_lines(rng, article) -> list[list[int]]:
    text = article.page.text.split("\n")
    printed = [n for n, line in enumerate(text, 1) if line.strip()]
    first = rng.randrange(len(printed))
    return [[printed[first], printed[min(first + rng.randint(0, 4), len(printed) - 1)]]]


def _lines(rng, article):
    acts.set_lines(article.pk, _some_lines(rng, article), Act())


def _split(rng, article):
    lines = sorted(lines_in(article.line_ranges))
    acts.split(article.pk, rng.choice(lines), Act())


def _merge(rng, article):
    others = Article.objects.filter(page=article.page, state="live").exclude(pk=article.pk)
    if others:
        acts.merge(article.pk, rng.choice(list(others.order_by("pk"))).pk, Act())


def _new(rng, article):
    acts.new_article(article.page_id, _some_lines(rng, article), Act())


def _furniture(rng, article):
    line = rng.choice(sorted(lines_in(article.line_ranges)))
    acts.take_out(article.page_id, [[line, line]], Act())


def _hide(rng, article):
    acts.hide(article.pk, words(rng), Act())


def _reporters(rng, _article):
    standing = list(Reporter.objects.filter(merged_into=None).order_by("pk"))
    chosen = rng.sample(standing, rng.randint(2, 3))
    acts.merge_reporters(chosen, chosen[0], Act())


def _name(rng, _article):
    acts.split_name(rng.choice(list(ReporterName.objects.order_by("pk"))), Act())


def _undo(rng, _article):
    standing = Correction.objects.filter(state__in=Correction.STANDING).order_by("pk")
    if standing:
        acts.undo(rng.choice(list(standing)).act, Act())


DO = {
    "value": _value,
    "form": _form,
    "dates": _dates,
    "read": _read,
    "settle": _settle,
    "lists": _lists,
    "alias": _alias,
    "reporter": _reporter,
    "page": _page,
    "lines": _lines,
    "split": _split,
    "merge": _merge,
    "new": _new,
    "furniture": _furniture,
    "hide": _hide,
    "reporters": _reporters,
    "name": _name,
    "undo": _undo,
}


def apply(rng: random.Random, count: int) -> list[str]:
    """So many acts that were not refused."""
    done: list[str] = []
    while len(done) < count:
        try:
            done.append(act_at_random(rng))
        except BadValue:
            continue
    return done


def not_in_force() -> list[str]:
    """Corrections that should be in force and are not."""
    from django.db.models import Q

    of_reporters = Correction.objects.filter(state__in=Correction.STANDING, page=None, article=None)
    wrong = [f"{one}" for one in of_reporters if not _reporter_holds(one)]
    for page in known_pages(Q()):
        wrong += [f"{page.source.key} {c}" for c in page.corrections if not _holds(c, page)]
        for article in page.articles:
            if article.is_shown:
                wrong += [
                    f"article {article.pk} {c}"
                    for c in article.corrections
                    if c.state != "lost" and not _article_holds(c, article)
                ]
            elif article.correction_of("merged_into") and article.state != "merged":
                wrong.append(f"article {article.pk} is not merged")
    return wrong


def _reporter_holds(correction) -> bool:
    one = correction.reporter
    if correction.field != "names":
        return getattr(one, correction.field) == correction.value
    names = sorted(one.names.values_list("name", flat=True))
    return {"names": names, "merged_into": one.merged_into_id} == correction.value


def _holds(correction, page) -> bool:
    if correction.field == "furniture":
        printed = Weights(page.source.text).printed(correction.value)
        return printed <= {n for one in page.values["furniture"] for n in lines_in([one["lines"]])}
    return same(correction.field, page.values[correction.field], correction.value)


def _article_holds(correction, article) -> bool:
    if correction.field == "hidden":
        return article.state == "hidden" and article.state_reason == correction.value
    if correction.field == "position":
        return article.values["position"] >= correction.value
    if correction.field == "merged_into":
        return False
    said = shown(correction.field, article.values[correction.field])
    return same(correction.field, said, correction.value)
