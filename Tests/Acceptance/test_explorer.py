"""Figures drawn, side by side and checked: in a browser, and as data."""

import csv
import io


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
    data = server.settled("/api/findings").json()
    rows = list(csv.DictReader(io.StringIO(server.settled("/findings.csv").text)))
    assert [one["id"] for one in data["items"]] == [row["id"] for row in rows]
    assert data["total"] == len(rows) > 0
    assert sum(one["compared"] - one["agreed"] for one in data["tallies"]) == len(rows)
    for row in rows:
        assert row["id"] in server.settled("/findings/" + row["id"]).text
    of = rows[0]["subject"]
    assert server.get("/findings.csv?subject=" + of).text.count(rows[0]["id"]) == 1
    server.get("/findings/parts-000000000000", 404)
