"""The exchange's pages in a real browser: a made-up trading day that is over, and a session that is on."""

import csv
import io
import itertools

import house
import pytest
from market import Market
from playwright.sync_api import expect
from reading import Page
from test_pages import opened, violations
from test_validity import faults

# One page of every sort: of a day that is over, of a session that is on, of those who trade.
OVER = {
    "market": "/market", "section": "/market/agriculture", "calls": "/market/metals",
    "instrument": "/market/agriculture/instruments/MILK-KAR",
    "instrument-of-auctions": "/market/timber/instruments/PINE-LOG",
    "sessions": "/market/agriculture/sessions", "session": "/market/agriculture/sessions/2",
    "quotations": "/market/agriculture/quotations?instrument=OIL-SAM",
    "quotations-of-one": "/market/timber/quotations?instrument=PLYWOOD",
}
ON = {
    "market": "/market", "section": "/market/agriculture",
    "instrument": "/market/agriculture/instruments/MILK",
    "instrument-of-auctions": "/market/agriculture/instruments/LOGS",
    "auction": "/market/agriculture/auctions/1", "session": "/market/agriculture/sessions/1",
    "quotations": "/market/agriculture/quotations", "sign-in": "/market/sign-in?to=/market",
}
DESK = {
    "signed-in": "/market/sign-in", "desk": "/market/agriculture/desk",
    "contracts": "/market/agriculture/contracts",
    "contract": "/market/agriculture/contracts/1",
    "trade": "/market/agriculture/instruments/MILK",
}
SCREENS = [("en", 1920), ("it", 360), ("ru", 360)]
numbers = itertools.count(1)


@pytest.fixture(scope="module")
def over(tmp_path_factory):
    """A server on the made-up day."""
    data = tmp_path_factory.mktemp("market-over") / "data"
    house.fondaco("trade", "demo", "--into", data, status=0)
    with house.Server(data, "--empty") as running:
        yield running


@pytest.fixture(scope="module")
def market(tmp_path_factory):
    """A section whose session is on, with deals, orders of both sides, and an auction."""
    with Market(tmp_path_factory.mktemp("market-on") / "data") as running:
        farm, dairy = running.desks["FARM"], running.desks["DAIRY"]
        for step in range(6):
            farm.order(next(numbers), "sell", 30, f"{1900 + step}.00")
            dairy.order(next(numbers), "buy", 20, f"{1890 - step}.50")
        for price in ("1900.00", "1901.00", "1902.50"):
            dairy.order(next(numbers), "buy", 20, price)
        running.operator.send("/auctions", {
            "owner": "FARM", "lot": {
                "code": "LOT-1", "name": "logs from one felling", "instrument": "LOGS",
                "quantity": "100", "documents": [{"title": "Report", "sha256": "ab" * 32}],
                "parts": [{"name": "pine", "quantity": "60", "unit": "m3"},
                          {"name": "spruce", "quantity": "40", "unit": "m3"}]},
            "english": {"start": "1500.00", "step": "10.00", "opens": "2099-01-01T10:00:00Z",
                        "ends": "2099-01-01T11:00:00Z", "window": "5 minutes",
                        "prolongation": "5 minutes"}})
        running.operator.send("/timetable", {
            "zone": {"name": "Europe/Minsk", "offset": "+03:00"},
            "plans": [{"code": "MORNING", "phases": [{"kind": "trading", "at": "10:00"},
                                                     {"kind": "closed", "at": "12:00"}]}],
            "weekly": [{"plan": "MORNING", "days": ["monday", "wednesday"]}],
            "exceptions": [{"day": "2099-01-01", "name": "New Year"}]})
        yield running


def cookie(market, firm="DAIRY"):
    return {"Cookie": f"market_token={market.bearers[firm]}"}


def seen(browser, server, path, language, width, headers=None):
    """What is wrong with a page on a screen of this width."""
    scheme = "light" if width < 1000 else "dark"
    page, wrong = opened(browser, server, path, color_scheme=scheme, locale=language,
                         extra_http_headers=headers or {},
                         viewport={"width": width, "height": 800})
    try:
        if page.locator("html").get_attribute("lang") != language:
            wrong.append(f"not in {language}")
        if page.locator("h1").count() != 1 or page.locator("main").count() != 1:
            wrong.append("not one h1 and one main")
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > width:
            wrong.append(f"scrolls sideways, {needed} px wide")
        wrong += violations(page)
        return [f"{path} in {language} at {width} px: {line}" for line in wrong]
    finally:
        page.context.close()


@pytest.mark.timeout(300)
@pytest.mark.parametrize("language, width", SCREENS)
def test_pages_on_every_screen_in_every_language(browser, over, market, language, width):
    wrong = []
    for path in OVER.values():
        wrong += seen(browser, over, path, language, width)
    for path in ON.values():
        wrong += seen(browser, market.server, path, language, width)
    for path in DESK.values():
        wrong += seen(browser, market.server, path, language, width, cookie(market))
    assert not wrong, "\n".join(wrong)


@pytest.mark.timeout(400)
def test_pages_are_valid_html(over, market, tmp_path):
    for server, pages, headers in [(over, OVER, {}), (market.server, ON, {}),
                                   (market.server, DESK, cookie(market))]:
        for name, path in pages.items():
            content = server.get(path, headers=headers).content
            (tmp_path / f"{name}-{server.port}-{len(headers)}.html").write_bytes(content)
    found = faults(tmp_path, "--skip-non-html")
    assert not found, "\n".join(found[:40])


def test_every_link_answers(over, market):
    """Everything that the market's pages lead to on this site is there: pages, files, data."""
    wrong, seen_links = [], set()
    for server, pages, headers in [(over, OVER, {}), (market.server, ON, {}),
                                   (market.server, DESK, cookie(market))]:
        for path in pages.values():
            page = Page(server.url + path, server.get(path, headers=headers).text)
            wrong += [f"{path}: {fault}" for fault in page.faults]
            for link in page.internal(server):
                if (server.port, link) in seen_links or "lang=" in link:
                    continue
                seen_links.add((server.port, link))
                status = server.get(link, None, headers=headers).status_code
                # Strangers are asked to sign in.
                if status not in (200, 303) and not (status == 401 and not headers):
                    wrong.append(f"{path} -> {link}: {status}")
    assert not wrong, "\n".join(wrong[:40])
    assert len(seen_links) > 60


def test_the_page_follows_the_market(browser, market):
    """With a script the book on the page is the book of the exchange, also after a deal."""
    page, wrong = opened(browser, market.server, ON["instrument"])
    try:
        expect(page.locator("[data-live=status]")).to_contain_text("Live")
        market.desks["TRADER"].order(next(numbers), "sell", 50, "1890.50")
        expect(page.locator("[data-live=last]")).to_have_text("1,890.5")
        page.wait_for_timeout(500)
        told = [page.inner_text(f"[data-live={part}]") for part in ("bids", "offers")]
        first = page.inner_text("[data-live=trades] tbody tr:first-child")
        page.reload()
        # The server tells the same without a script.
        plain, _ = opened(browser, market.server, ON["instrument"], java_script_enabled=False)
        assert [plain.inner_text(f"[data-live={part}]") for part in ("bids", "offers")] == told
        assert plain.inner_text("[data-live=trades] tbody tr:first-child") == first
        plain.context.close()
        # Leaving the page ends its stream.
        assert not [fault for fault in wrong if "/stream?" not in fault], wrong
    finally:
        page.context.close()


def test_files_hold_what_the_tables_show(over):
    rows = list(csv.DictReader(io.StringIO(
        over.get("/market/agriculture/sessions/1/deals.csv").content.decode("utf-8-sig"))))
    told = over.api("/api/market/sections/agriculture/sessions/1")
    assert len(rows) == int(told["deals"])
    prices = list(csv.DictReader(io.StringIO(
        over.get("/market/agriculture/instruments/MILK-KAR/prices.csv").content.decode(
            "utf-8-sig"))))
    assert sum(int(row["lots"]) for row in prices) == sum(int(row["lots"]) for row in rows)
    picture = over.get("/market/agriculture/instruments/MILK-KAR/prices.svg?lang=ru")
    assert "лотов" in picture.text


# Those who trade

def test_signing_in_trading_and_signing_out(browser, market):
    page, wrong = opened(browser, market.server, "/market/sign-in?to=/market/agriculture/desk")
    try:
        page.fill("#token", market.bearers["TRADER"])
        page.click("main button")
        assert page.url.endswith("/market/agriculture/desk")
        kept = next(item for item in page.context.cookies() if item["name"] == "market_token")
        assert kept["httpOnly"] and kept["sameSite"] == "Strict" and kept["path"] == "/market"
        page.fill("#order-price", "1500,50")
        page.fill("#order-lots", "2")
        page.click("text=Send the order")
        assert "was taken" in page.inner_text("[role=status]")
        row = page.locator("#orders-table tbody tr", has_text="1,500.5")
        assert row.count() == 1
        row.locator("button").click()
        assert page.locator("#orders-table tbody tr", has_text="1,500.5").count() == 0
        page.click("text=Sign out")
        page.click("main button")
        answer = page.goto(market.server.url + "/market/agriculture/desk")
        assert answer.status == 401
        assert not [fault for fault in wrong if "401" not in fault], wrong
        assert market.bearers["TRADER"] not in market.server.log.read_text("utf-8", "replace")
    finally:
        page.context.close()


@pytest.mark.parametrize("path", [
    "/market/sign-in", "/market/sign-out", "/market/agriculture/desk/orders",
    "/market/agriculture/desk/cancellations", "/market/agriculture/contracts/1"])
def test_forms_from_elsewhere_are_refused(market, path):
    for sender in ({"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"},
                   {"Origin": "null"}):
        answer = market.server.get(path, 403, "POST", headers=cookie(market) | sender,
                                   data={"step": "sign", "order": "1", "token": "x"})
        assert "Set-Cookie" not in answer.headers


# What only the parties of the first contract are shown, by page.
FIRST_CONTRACT = {
    "/market/agriculture/contracts/1": ["Farm", "Dairy", "raw milk", "1,900"],
    "/market/agriculture/contracts": ['href="/market/agriculture/contracts/1"'],
    "/market/agriculture/desk": ['href="/market/agriculture/contracts/1"'],
}


@pytest.mark.parametrize("path, status", [
    ("/market/agriculture/contracts/1", 403), ("/market/agriculture/contracts", 200),
    ("/market/agriculture/desk", 200)])
def test_others_contracts_are_closed(market, path, status):
    party = market.server.get(path, headers=cookie(market))
    stranger = market.server.get(path, 401)
    assert "/market/sign-in?to=" in stranger.text
    other = market.server.get(path, status, headers=cookie(market, "TRADER"))
    for answer in (party, stranger, other):
        assert "no-store" in answer.headers["Cache-Control"]
    for mark in FIRST_CONTRACT[path]:
        assert mark in party.text
        assert mark not in stranger.text and mark not in other.text, mark


@pytest.mark.parametrize("firm, status", [(None, 401), ("TRADER", 403)])
def test_nobody_else_is_told_whether_there_is_a_contract(market, firm, status):
    headers = cookie(market, firm) if firm else {}
    there, nowhere = (
        market.server.get(f"/market/agriculture/contracts/{number}", status, headers=headers)
        for number in (1, 7777))
    assert there.text.replace("contracts/1", "contracts/7777").replace(
        "contracts%2F1", "contracts%2F7777") == nowhere.text


@pytest.mark.parametrize("token", ["", "x" * 3000, "fnd_" + "0" * 64, "ключ", "a;b", "%00"])
def test_any_cookie_may_come(market, token):
    header = {"Cookie": f"market_token={token}".encode("utf-8")}
    assert market.server.get("/market/agriculture/desk", None, headers=header).status_code in (
        400, 401)
    market.server.get("/market", headers=header)


def test_an_empty_exchange_says_what_to_do(browser, data):
    with house.Server(data, "--empty") as server:
        assert "fondaco trade demo --into DIR" in server.get("/market").text
        assert not seen(browser, server, "/market", "en", 360)
    with house.Server(data, "--empty", "--without-exchange") as server:
        assert "without the exchange" in server.get("/market").text
