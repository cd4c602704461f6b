"""The pages in a real browser: readable, accessible, in three languages, with or without scripts."""

import csv
import io
import json

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from reading import Page, read

# One page of every sort.
PAGES = {
    "home": "/", "search": "/search?q=Grodno", "search-empty": "/search?q=xqzwvkjhq",
    "search-start": "/search", "browse": "/browse", "zones": "/zones", "figures": "/figures",
    "sources": "/sources", "data": "/data",
    "country": "/records/place/by", "region": "/records/place/by/grodno-region",
    "city": "/records/place/by/grodno", "exchange": "/records/org/buce",
    "zone": "/records/org/fez-grodnoinvest", "enterprise": "/records/org/minsk-tractor-works",
    "person": "/records/person/r-ahmadzoda",
    "agreement": "/records/agreement/1992-05-cis-education-cooperation",
    "measure": "/records/measure/2021-by-kz-roadmap-agriculture",
    "event": "/records/event/2002-04-moscow-sochi-summit",
    "project": "/records/project/agromashholding-self-propelled-mowers",
    "offer": "/records/offer/agromashholding-570-combines",
    "observation": "/records/obs/by-agricultural-output-growth-2020",
    "document": "/records/seed/000", "footnote": "/records/src/000-n19",
}
LISTS = {"places": "/places", "organisations": "/organisations", "people": "/people",
         "agreements": "/agreements", "measures": "/measures", "events": "/events",
         "projects": "/projects", "offers": "/offers"}
HISTORY = {"history": "/history/place/by/grodno"}
# Where figures, ties and dates are drawn.
DRAWN = {
    "track": "/track", "track-lines": "/track?indicator=trade-turnover&subject=place/by",
    "track-growth": "/track?indicator=trade-turnover-growth",
    "track-structure": "/track?subject=place/by&indicator=trade-turnover&drawing=treemap",
    "track-matrix": "/track?indicator=trade-turnover&drawing=matrix",
    "track-empty": "/track?indicator=trade-turnover&subject=person/r-ahmadzoda",
    "compare": "/compare",
    "compare-zones": "/compare?of=org/fez-brest&of=org/fez-vitebsk&of=org/fez-grodnoinvest",
    "findings": "/findings",
    "map": "/map", "map-flows": "/map?mode=flows",
    "map-figures": "/map?mode=flows&indicator=trade-turnover",
    "map-empty": "/map?q=xqzwvkjhq",
    "network": "/network", "network-of": "/network?of=place/by/grodno-region",
    "network-countries": "/network?level=country",
    "calendar": "/calendar", "calendar-year": "/calendar?from=2021&to=2021",
    "dashboard-country": "/dashboards/place/by",
    "dashboard-region": "/dashboards/place/by/grodno-region",
    "dashboard-zone": "/dashboards/org/fez-grodnoinvest",
    "dashboard-exchange": "/dashboards/org/buce",
    "embedded": "/embed/series?indicator=trade-turnover&subject=place/by",
    "embedded-map": "/embed/flows",
}
EVERY = PAGES | LISTS | HISTORY | DRAWN
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def opened(browser, server, path, **options):
    """Opens a page; gives it with all that went wrong in it."""
    context = browser.new_context(**{"locale": "en"} | options)
    # axe is put into the page by the test; the policy would forbid it, and is tested elsewhere.
    page = context.new_page()
    faults = []
    page.on("console", lambda message: message.type in ("error", "warning")
            and faults.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: faults.append(str(error)))
    # What is still on its way when the page is left is given up by the browser.
    page.on("requestfailed", lambda request: "ERR_ABORTED" in (request.failure or "")
            or faults.append(f"failed: {request.url}"))
    page.on("request", lambda request: request.url.startswith((server.url, "data:"))
            or faults.append(f"asks elsewhere: {request.url}"))
    page.goto(server.url + path, wait_until="load")
    return page, faults


def violations(page, only=None):
    """What axe finds against WCAG 2.2 AA, or against one rule of it; a line each."""
    page.evaluate(AXE_SCRIPT)
    chosen = {"type": "rule", "values": [only]} if only else {"type": "tag", "values": RULES}
    found = page.evaluate(
        "chosen => axe.run({runOnly: chosen, resultTypes: ['violations']})", chosen)
    return [f"{entry['id']}: {node['html'][:150]} ({node.get('failureSummary', '')[:200]})"
            for entry in found["violations"] for node in entry["nodes"][:5]]


@pytest.mark.parametrize("name", EVERY)
def test_page_on_a_narrow_and_a_wide_screen(browser, server, name):
    wrong = []
    for width, scheme in [(360, "light"), (1920, "dark")]:
        page, faults = opened(browser, server, EVERY[name], color_scheme=scheme,
                              viewport={"width": width, "height": 800})
        try:
            where = f"{EVERY[name]} at {width} px, {scheme}"
            wrong += [f"{where}: {fault}" for fault in faults]
            if not page.title().strip() or page.locator("html").get_attribute("lang") != "en":
                wrong.append(f"{where}: title {page.title()!r}, or not lang=en")
            if page.locator("h1").count() != 1 or page.locator("main").count() != 1:
                wrong.append(f"{where}: not one h1 and one main")
            needed = page.evaluate("document.documentElement.scrollWidth")
            if needed > width:
                wide = page.evaluate(
                    """width => [...document.querySelectorAll('main *')].filter(
                        e => e.getBoundingClientRect().right > width + 1).slice(0, 3).map(
                        e => e.outerHTML.slice(0, 120))""", width)
                wrong.append(f"{where}: scrolls sideways, {needed} px wide: {wide}")
            # The same elements again: only their colours, and what their width does, can differ.
            found = violations(page, None if scheme == "light" else "color-contrast")
            wrong += [f"{where}: {line}" for line in found]
        finally:
            page.context.close()
    assert not wrong, "\n".join(wrong)


def test_not_found(browser, server):
    answer = server.get("/records/place/zz/nowhere", 404)
    page = Page(server.url, answer.text)
    assert page.title and page.language == "en"
    assert any(tag == "form" for tag, _ in page.elements), "a page not found offers a search"
    shown, _ = opened(browser, server, "/nothing-here")
    assert violations(shown) == []
    shown.context.close()


# Languages

SAYS = {"en": "Search", "it": "Cerca", "ru": "Найти"}


@pytest.mark.parametrize("language", SAYS)
def test_the_browsers_language_is_spoken(server, language):
    for path in ("/", "/records/place/by/grodno", "/zones", "/figures"):
        page = read(server, path, headers={"Accept-Language": f"{language};q=0.9, en;q=0.1"})
        assert page.language == language, path
        other = read(server, path, headers={"Accept-Language": "en"})
        assert language == "en" or page.text != other.text, path


@pytest.mark.parametrize("accepted, spoken", [
    ("de", "en"), ("ru-BY, en;q=0.5", "ru"), ("de, it;q=0.3", "it"), ("en;q=0.1, it;q=0.2", "it"),
    ("be, ru;q=0.9", "ru"), ("*", "en"), ("", "en"), ("ru;q=0, it;q=0.1", "it"),
])
def test_the_language_is_negotiated(server, accepted, spoken):
    answer = server.get("/", headers={"Accept-Language": accepted})
    assert Page(server.url + "/", answer.text).language == spoken
    assert "Accept-Language" in answer.headers["Vary"]


def test_names_are_shown_in_the_language(server):
    page = read(server, "/records/place/by/grodno", headers={"Accept-Language": "ru"})
    assert "Гродно" in page.title


def test_the_language_switch(browser, server):
    page, _ = opened(browser, server, "/records/place/by/grodno")
    for language in ("it", "ru", "en"):
        page.locator(f"a[hreflang={language}][lang={language}]").first.click()
        assert page.locator("html").get_attribute("lang") == language
        assert "/place/by/grodno" in page.url
    page.locator("a[hreflang=ru][lang=ru]").first.click()
    page.locator("main a[href*='/records/']").first.click()
    assert page.locator("html").get_attribute("lang") == "ru", "the choice is kept"
    page.context.close()


# Without scripts, by keyboard

def test_search_and_filter_without_scripts(browser, server):
    page, faults = opened(browser, server, "/", java_script_enabled=False)
    page.locator("main input[name=q]").fill("Гродна")
    page.locator("main form[role=search] button").first.click()
    assert "q=" in page.url and "Grodno" in page.locator("main").inner_text()
    before = page.locator("main").inner_text()
    page.locator(".facets a").first.click()
    assert page.url.count("=") > 1 and page.locator("main").inner_text() != before
    page.locator("main a[href*='/records/']").first.click()
    assert page.locator("h1").inner_text().strip()
    assert faults == []
    page.context.close()


def test_the_first_tab_skips_to_the_content(browser, server):
    page, _ = opened(browser, server, "/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.context.close()


def test_print(browser, server):
    page, _ = opened(browser, server, "/records/place/by/grodno-region")
    page.emulate_media(media="print")
    assert page.locator(".masthead nav").first.is_hidden() or \
        page.locator("nav").first.is_hidden(), "navigation isn't printed"
    page.context.close()


# Links and downloads

def test_every_link_answers(server):
    """Follows all internal links from all sorts of pages, up to a bound."""
    waiting, seen, faults = list(dict.fromkeys(EVERY.values())), set(), []
    while waiting and len(seen) < 400:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        answer = server.get(path, None)
        if answer.status_code in (301, 302, 303, 307, 308):
            waiting.insert(0, answer.headers["Location"].removeprefix(server.url))
            continue
        if answer.status_code != 200:
            faults.append(f"{path} -> {answer.status_code}")
        elif answer.headers["Content-Type"].startswith("text/html"):
            page = Page(server.url + path, answer.text)
            faults += [f"{path}: {fault}" for fault in page.faults]
            # Each page in turn gives a few of its links, so that the crawl goes wide.
            fresh = [link for link in page.internal(server) if link not in seen]
            waiting += fresh[:: max(1, len(fresh) // 25)]
    assert not faults, "\n".join(faults[:50])
    assert len(seen) > 200, f"only {len(seen)} pages were found"


@pytest.mark.parametrize("name", ["search", "sources", *LISTS, "figures", "zones"])
def test_lists_can_be_downloaded(server, name):
    """The files hold the same rows in the same order, whatever their format."""
    page = read(server, EVERY[name])
    files = {ending: next((link for link in page.internal(server)
                           if link.split("?")[0].endswith("." + ending)
                           or link.endswith("format=" + ending)), None)
             for ending in ("csv", "json", "jsonl")}
    assert files["csv"] and files["json"], f"{EVERY[name]} offers {files}"
    listed = server.api(files["json"])
    listed = listed if isinstance(listed, dict) else {"items": listed}
    items = listed["items"]
    ids = [item["id"] for item in items]
    assert len(ids) == listed.get("total", len(ids)), "a file holds the whole list"
    rows = csv.DictReader(io.StringIO(
        server.get(files["csv"]).content.decode("utf-8-sig"), newline=""))
    assert ids and [row["id"] for row in rows] == ids
    if files["jsonl"]:
        text = server.get(files["jsonl"]).text
        assert [json.loads(line)["id"] for line in text.splitlines()] == ids
    assert files["jsonl"] or name in ("figures", "zones")


def test_a_filtered_list_is_downloaded_as_filtered(server, atlas):
    page = read(server, "/organisations?type=university")
    file = next(link for link in page.internal(server) if ".json" in link and ".jsonl" not in link)
    listed = server.api(file)
    expected = {key for key, record in atlas.items()
                if record["kind"] == "organisation" and record["type"] == "university"}
    assert {item["id"] for item in listed["items"]} == expected


@pytest.mark.parametrize("name", ["region", "exchange", "agreement", "event", "footnote"])
def test_records_can_be_downloaded(server, atlas, name):
    key = EVERY[name].removeprefix("/records/")
    links = [link for link in read(server, EVERY[name]).internal(server)
             if link == f"/api/records/{key}" or link.split("?")[0].endswith(".json")]
    assert links, f"{EVERY[name]} offers no JSON"
    found = server.api(links[0])
    assert found.get("record", found)["id"] == key


# What the pages say

def test_every_fact_has_its_source_a_click_away(server, atlas):
    for key in ("place/by/grodno-region", "org/buce", "agreement/1992-05-cis-education-cooperation"):
        links = read(server, f"/records/{key}").internal(server)
        for cite in atlas[key]["cite"]:
            assert any(cite["source"] in link for link in links), f"{key}: {cite}"


def test_a_footnote_leads_to_its_original(server, atlas):
    source = next(r for r in atlas.values() if r["kind"] == "source" and r.get("url"))
    assert source["url"] in read(server, f"/records/{source['id']}").links


def test_a_source_lists_its_facts(server, atlas):
    links = read(server, "/records/src/000-n19").internal(server)
    facts = [r["id"] for r in atlas.values() if r["kind"] != "source"
             and any(cite["source"] == "src/000-n19" for cite in r["cite"])]
    assert facts and all(f"/records/{fact}" in links for fact in facts), (facts, links)


def test_a_region_shows_what_is_inside_it(server):
    text = read(server, "/records/place/by/grodno-region").text
    for name in ("Grodno", "Smorgon", "FEZ Grodnoinvest", "Grodno Meat Factory"):
        assert name in text, name


def test_the_register_of_zones_shows_gaps(server, atlas):
    page = read(server, "/zones")
    for record in atlas.values():
        if record.get("type") in ("technopark", "free-economic-zone", "industrial-park"):
            assert record["name"] in page.text, record["name"]
    assert any(tag == "table" for tag, _ in page.elements)
