"""Chinese and English by address or by the browser's wish, and never by a cookie."""


def test_the_interface_is_chinese_unless_the_browser_wishes_otherwise(read, db):
    assert "关于本馆" in read("/about/")
    assert "About the archive" in read("/about/", **{"Accept-Language": "en-GB,en;q=0.9"})
    assert "关于本馆" in read("/about/", **{"Accept-Language": "zh-TW,en;q=0.5"})
    assert "关于本馆" in read("/about/", **{"Accept-Language": "tlh"})


def test_an_address_fixes_the_language_whatever_the_browser_wishes(read, db):
    assert "About the archive" in read("/en/about/", **{"Accept-Language": "zh-CN"})
    assert "关于本馆" in read("/zh/about/", **{"Accept-Language": "en"})


def test_a_reader_stays_in_the_language_of_the_address(client, archive):
    page = client.get("/en/2023/04/13/").content.decode()
    assert 'href="/en/2023/05/02/"' in page and f'href="/en/articles/{archive.lead.pk}/"' in page
    assert '<html lang="en">' in page
    after = client.get("/2023/04/13/").content.decode()
    assert 'href="/en/2023/05/02/"' not in after, "the prefix of one request stays out of the next"


def test_each_page_leads_to_itself_in_the_other_language(client, archive):
    assert 'href="/en/2023/04/13/?x=1"' in client.get("/2023/04/13/?x=1").content.decode()
    assert 'href="/zh/2023/04/13/"' in client.get("/en/2023/04/13/").content.decode()


def test_both_languages_name_the_same_canonical_address(client, archive):
    canonical = '<link rel="canonical" href="http://testserver/2023/">'
    for path in ("/2023/", "/en/2023/", "/zh/2023/"):
        assert canonical in client.get(path).content.decode()


def test_data_say_the_same_in_every_language(client, archive):
    path = f"/articles/{archive.lead.pk}.json"
    assert client.get(f"/en{path}").json() == client.get(path).json()


def test_caches_are_told_what_the_language_hangs_on(client, db):
    assert "Accept-Language" in client.get("/about/")["Vary"]
    assert "Accept-Language" not in client.get("/en/about/").get("Vary", "")
    assert client.get("/en/about/")["Content-Language"] == "en"


def test_a_missing_slash_is_added_within_the_language(client, archive):
    answer = client.get("/en/counties")
    assert (answer.status_code, answer["Location"]) == (301, "/en/counties/")
