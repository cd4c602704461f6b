"""Figures drawn, side by side and checked: in a browser, and as data."""

import csv
import io
import time

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import sync_playwright

PAGES = {
    "track": "/track",
    "track-growth": "/track?indicator=trade-turnover-growth",
    "track-structure": "/track?subject=place/by&indicator=trade-turnover&drawing=treemap",
    "compare": "/compare",
    "compare-zones": "/compare?of=org/fez-brest&of=org/fez-vitebsk&of=org/fez-grodnoinvest",
    "findings": "/findings",
}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as driver:
        running = driver.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking",
                  "--disable-dev-shm-usage"])
        yield running
        running.close()


def found(server, path):
    """An answer, once what is made in the background is there."""
    for _ in range(50):
        answer = server.get(path)
        if answer.status_code not in (202, 503):
            return answer
        time.sleep(0.2)
    raise AssertionError(f"{path} is never ready")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("name", PAGES)
def test_accessible_and_within_the_screen(browser, server, name, width, scheme):
    found(server, PAGES[name])
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, locale="en")
    page = context.new_page()
    page.goto(server.url + PAGES[name], wait_until="load")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(AXE_SCRIPT)
    result = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", RULES)
    assert [(one["id"], one["nodes"][0]["html"]) for one in result["violations"]] == []
    context.close()


def test_two_clicks_from_a_mark_to_its_source(browser, server):
    context = browser.new_context(locale="en", java_script_enabled=False)
    page = context.new_page()
    page.goto(server.url + "/track?indicator=trade-turnover&subject=place/by")
    figure = page.locator(".drawing-wide svg a").first.get_attribute("href")
    assert figure.startswith("/records/obs/")
    page.goto(server.url + figure)
    assert page.locator(".notes a[href^='/records/s']").count() > 0
    context.close()


def test_the_form_works_without_scripts(browser, server):
    context = browser.new_context(locale="en", java_script_enabled=False)
    page = context.new_page()
    page.goto(server.url + "/track?indicator=trade-turnover")
    page.select_option("#field-subject", "place/by")
    page.click(".filters button")
    assert "indicator=trade-turnover" in page.url and "subject=place" in page.url
    context.close()


def test_findings_as_page_file_and_data_agree(server):
    data = found(server, "/api/findings").json()
    rows = list(csv.DictReader(io.StringIO(found(server, "/findings.csv").text)))
    assert [one["id"] for one in data["items"]] == [row["id"] for row in rows]
    assert data["total"] == len(rows) > 0
    assert sum(one["compared"] - one["agreed"] for one in data["tallies"]) == len(rows)
    for row in rows:
        assert row["id"] in found(server, "/findings/" + row["id"]).text
    of = rows[0]["subject"]
    assert server.get("/findings.csv?subject=" + of).text.count(rows[0]["id"]) == 1
    assert server.get("/findings/parts-000000000000").status_code == 404
