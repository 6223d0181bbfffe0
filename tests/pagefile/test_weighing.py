"""Why a page was cut so: the signs of a section beside the text above it, and their weights."""

import pytest

from articles.pagefile.cutting import fitsigns, ownsigns, weighing
from articles.pagefile.cutting.drafts import Draft
from articles.pagefile.cutting.grouping import cut_sections
from articles.pagefile.marking.first_look import mark_lines
from articles.pagefile.marking.regions import mark_regions
from articles.pagefile.records import Lexicon
from articles.pagefile.text.lines import read_lines
from articles.pagefile.text.seams import Continuity

LEXICON = Lexicon()
TEXT = "改造后的河西菜场昨日开门，八十个摊位都有了编号和公平秤。"


def evidence_between(*lines):
    """Evidence for a new article at the last section, and the draft of those above it."""
    text = "\n\n".join(lines)
    continuity = Continuity(text)
    marked = mark_regions(mark_lines(read_lines(text), LEXICON), continuity)
    *above, section = cut_sections(marked)
    return weighing.Evidence(section, [], LEXICON, continuity), Draft(above)


def reasons(*lines):
    evidence, draft = evidence_between(*lines)
    return {name: worth for group in evidence.worths(draft) for name, worth in group.items()}


def test_a_byline_below_a_heading_speaks_for_an_article():
    found = reasons("菜场换新颜", TEXT, "小书屋延时到十点", "本报记者 易 丁", TEXT)
    assert found["byline"] == max(found.values())
    assert "unsigned" not in found


def test_subheads_of_one_make_speak_for_one_text():
    found = reasons("菜场换新颜", TEXT, "【案情】", TEXT, "【说法】", TEXT)
    assert (found["marked"], found["sibling"]) == (-4.0, -3.0)


def test_the_weight_is_the_sum_of_its_reasons():
    lines = ("菜场换新颜", f"本报讯（记者 易丁）{TEXT}", "攸县村村装上“小喇叭”", TEXT)
    evidence, draft = evidence_between(*lines)
    found = reasons(*lines)
    assert "elsewhere" in found
    assert evidence.weigh(draft) == pytest.approx(sum(found.values()))


def test_every_sign_has_a_weight_and_every_weight_a_sign():
    evidence, draft = evidence_between("菜场换新颜", TEXT, "小书屋延时到十点", TEXT)
    labels = {"label", "label_over", "label_beside"}
    assert ownsigns.own_signs(evidence.section, LEXICON).keys() | labels == weighing.OWN.keys()
    assert fitsigns.fit_signs(evidence.section, draft).keys() == weighing.FIT.keys()
    words = fitsigns.word_signs(evidence.section, draft, LEXICON)
    assert words.keys() == weighing.WORDS.keys()
