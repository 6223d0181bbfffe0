"""Citations, and the metadata that reference managers and search engines read."""

from datetime import date

import extruct
import pytest

from articles import citations
from tests.builders import make_article, make_page


@pytest.fixture
def page(client, archive):
    return client.get(archive.lead.get_absolute_url()).content.decode()


def test_gbt7714_names_author_title_paper_day_page_and_address(page, archive):
    address = f"http://testserver/articles/{archive.lead.pk}/"
    assert "尹冰. 河西大桥合龙[N/OL]. 株洲日报, 2023-04-13(01)[" in page
    assert f"]. {address}." in page


def test_who_took_the_pictures_is_not_an_author(client, archive):
    text = client.get(f"/articles/{archive.lead.pk}.ris").content.decode()
    assert "AU  - 尹冰" in text and "罗一凡" not in text


def test_bibtex_and_ris_come_as_files(client, archive):
    bib = client.get(f"/articles/{archive.lead.pk}.bib")
    assert bib["Content-Type"].startswith("application/x-bibtex")
    assert "title = {{河西大桥合龙}}" in bib.content.decode()
    ris = client.get(f"/articles/{archive.lead.pk}.ris").content.decode()
    assert ris.startswith("TY  - NEWS\r\n") and ris.endswith("ER  - \r\n")
    assert "DA  - 2023/04/13" in ris and "SP  - 01" in ris


def test_a_date_that_is_not_certain_is_cited_as_uncertain(client, archive):
    page = client.get(archive.undated.get_absolute_url()).content.decode()
    assert "株洲日报, XXXX-10-15[" in page
    assert "citation_publication_date" not in page and '"datePublished"' not in page


@pytest.mark.parametrize("title", ["50% & {more}", "a\nTY  - BOOK", "$x_1^2$ #1"])
def test_no_title_breaks_out_of_a_file(client, db, title):
    article = make_article(make_page(), title, "正文。")
    ris = client.get(f"/articles/{article.pk}.ris").content.decode()
    assert [line[:2] for line in ris.split("\r\n")].count("TY") == 1
    bib = client.get(f"/articles/{article.pk}.bib").content.decode()
    assert bib.count("{") - bib.count("\\{") == bib.count("}") - bib.count("\\}")


def test_more_than_three_authors_are_cited_as_three_and_others():
    cited = citations.Cited(
        1, "题", ("甲", "乙", "丙", "丁"), "", False, "", "u", date(2026, 11, 21)
    )
    assert citations.gbt7714(cited).startswith("甲, 乙, 丙, 等. 题[N/OL]. 株洲日报, 出版日期不详[")
    assert citations.apa(cited).startswith("甲, 乙, 丙, & 丁. (n.d.). 题.")
    assert citations.chicago(cited).startswith("甲, 乙, 丙 et al. “题.”")


def test_a_metadata_reader_finds_the_news_article(page, archive):
    found = extruct.extract(page, syntaxes=["json-ld", "opengraph"])
    article = found["json-ld"][0]
    assert article["@type"] == "NewsArticle" and article["headline"] == "河西大桥合龙"
    assert article["datePublished"] == "2023-04-13" and article["printPage"] == "01"
    assert article["author"] == [{"@type": "Person", "name": "尹冰"}]
    assert dict(found["opengraph"][0]["properties"])["og:title"] == "河西大桥合龙"


def test_zotero_finds_its_fields(page):
    for field, value in (
        ("citation_title", "河西大桥合龙"),
        ("citation_author", "尹冰"),
        ("citation_journal_title", "株洲日报"),
        ("citation_publication_date", "2023/04/13"),
        ("citation_firstpage", "01"),
    ):
        assert f'<meta name="{field}" content="{value}">' in page
    assert 'class="Z3988" title="ctx_ver=Z39.88-2004&amp;' in page


def test_the_operators_address_is_the_one_to_cite(client, archive, settings):
    settings.SITE_URL = "https://archive.example"
    page = client.get(f"/en/articles/{archive.lead.pk}/").content.decode()
    assert f"https://archive.example/articles/{archive.lead.pk}/." in page
