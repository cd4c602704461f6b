"""The exchange's pages in a real browser: a made-up trading day that is over, and a session that is on."""

import csv
import datetime
import io
import itertools
import time

import house
import pytest
from market import MILK, Market
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
    "auction": "/market/agriculture/auctions/1", "home": "/", "session": "/market/agriculture/sessions/1",
    "quotations": "/market/agriculture/quotations", "sign-in": "/market/sign-in?to=/market",
}
DESK = {
    "signed-in": "/market/sign-in", "desk": "/market/agriculture/desk",
    "contracts": "/market/agriculture/contracts",
    "contract": "/market/agriculture/contracts/1",
    "trade": "/market/agriculture/instruments/MILK",
    "deals": "/market/agriculture/desk/deals",
    "english": "/market/agriculture/auctions/2", "tender": "/market/agriculture/auctions/3",
    "clock": "/market/agriculture/auctions/4",
}
BROKER = {
    "desk": "/market/agriculture/desk", "contracts": "/market/agriculture/contracts",
    "deals": "/market/agriculture/desk/deals", "trade": "/market/agriculture/instruments/MILK",
    "english": "/market/agriculture/auctions/2", "clock": "/market/agriculture/auctions/4",
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
        list_open_auctions(running)
        running.operator.send("/receipts", [{"owner": "CLIENT", "instrument": "MILK",
                                             "quantity": "500", "voucher": 1}])
        running.desks["BROKER"].order(1, "sell", 30, "1990.00", client="CLIENT", receipt=1)
        running.operator.send("/timetable", {
            "zone": {"name": "Europe/Minsk", "offset": "+03:00"},
            "plans": [{"code": "MORNING", "phases": [{"kind": "trading", "at": "10:00"},
                                                     {"kind": "closed", "at": "12:00"}]}],
            "weekly": [{"plan": "MORNING", "days": ["monday", "wednesday"]}],
            "exceptions": [{"day": "2099-01-01", "name": "New Year"}]})
        yield running


def moment(seconds):
    """So many seconds from now."""
    then = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=seconds)
    return then.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def list_open_auctions(market):
    """An English auction, a tender and a clock, all on, of 100 units each."""
    market.operator.send("/instruments", [
        MILK | {"code": "OATS", "name": "oats", "mode": "reverse"},
        MILK | {"code": "RYE", "name": "rye", "mode": "dutch"}])

    def offer(code, instrument, **terms):
        market.operator.send("/auctions", {"owner": "FARM", "lot": {
            "code": code, "name": f"lot of {instrument.lower()}", "instrument": instrument,
            "quantity": "100"}} | terms)

    times = {"opens": moment(0.5), "ends": moment(7200)}
    offer("E", "LOGS", english={"start": "1500.00", "step": "10.00", "buyNow": "2500.00",
                                "takesMaximums": True, "isRetractable": True} | times)
    offer("T", "OATS", reverse={"start": "1500.00", "step": "10.00",
                                "largestStep": "100.00"} | times)
    offer("C", "RYE", dutch={"start": "2500.00", "decrement": "10.00", "interval": "30 minutes",
                             "floor": "1000.00", "opens": times["opens"]})
    time.sleep(1)


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


@pytest.mark.timeout(500)
@pytest.mark.parametrize("language, width", SCREENS)
def test_pages_on_every_screen_in_every_language(browser, over, market, language, width):
    wrong = []
    for path in OVER.values():
        wrong += seen(browser, over, path, language, width)
    for path in ON.values():
        wrong += seen(browser, market.server, path, language, width)
    for path in DESK.values():
        wrong += seen(browser, market.server, path, language, width, cookie(market))
    # The same pages with more in them, so one narrow screen is enough.
    for path in BROKER.values() if language == "ru" else []:
        wrong += seen(browser, market.server, path, language, width, cookie(market, "BROKER"))
    assert not wrong, "\n".join(wrong)


@pytest.mark.timeout(400)
def test_pages_are_valid_html(over, market, tmp_path):
    for server, pages, headers in [(over, OVER, {}), (market.server, ON, {}),
                                   (market.server, DESK, cookie(market)),
                                   (market.server, BROKER, cookie(market, "BROKER"))]:
        for name, path in pages.items():
            content = server.get(path, None, headers=headers).content
            sort = len(str(headers))
            (tmp_path / f"{name}-{server.port}-{sort}.html").write_bytes(content)
    for name, path, form in [("order", "/market/agriculture/desk/orders", {"price": "x"}),
                             ("deal", DESK["deals"], {"price": "x"}),
                             ("bid", DESK["english"], {"act": "bid", "price": "x"})]:
        answer = market.server.get(path, 422, "POST", headers=cookie(market), data=form)
        (tmp_path / f"refused-{name}.html").write_bytes(answer.content)
    found = faults(tmp_path, "--skip-non-html")
    assert not found, "\n".join(found[:40])


def test_every_link_answers(over, market):
    """Everything that the market's pages lead to on this site is there: pages, files, data."""
    wrong, seen_links = [], set()
    for server, pages, headers in [(over, OVER, {}), (market.server, ON, {}),
                                   (market.server, DESK, cookie(market)),
                                   (market.server, BROKER, cookie(market, "BROKER"))]:
        for path in pages.values():
            page = Page(server.url + path, server.get(path, None, headers=headers).text)
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
        # The chart has the deal, too, without the page being loaded again.
        deals = page.locator("#deals-table tbody tr").count()
        expect(page.locator("#prices-table tbody tr")).to_have_count(deals, timeout=15_000)
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
    "/market/agriculture/desk/cancellations", "/market/agriculture/contracts/1",
    "/market/agriculture/desk/deals", "/market/agriculture/desk/withdrawals",
    "/market/agriculture/auctions/2"])
def test_forms_from_elsewhere_are_refused(market, path):
    for sender in ({"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"},
                   {"Origin": "null"}):
        answer = market.server.get(path, 403, "POST", headers=cookie(market) | sender,
                                   data={"step": "sign", "order": "1", "token": "x"})
        assert "Set-Cookie" not in answer.headers


def signed_in(browser, market, path, firm, **options):
    """A page as a firm sees it, with the cookie that signing in leaves."""
    page, wrong = opened(browser, market.server, "/market/sign-in", **options)
    page.context.add_cookies([{"name": "market_token", "value": market.bearers[firm],
                               "domain": "127.0.0.1", "path": "/market"}])
    page.goto(market.server.url + path)
    return page, wrong


def act(page, name):
    """The form of an act in an auction."""
    return page.locator(f"form:has(input[name=act][value={name}])")


@pytest.mark.parametrize("script", [True, False])
def test_bidding_by_the_forms(browser, market, script):
    page, wrong = signed_in(browser, market, DESK["english"], "TRADER",
                            java_script_enabled=script)
    try:
        form = act(page, "bid")
        least = form.locator("[name=price]").input_value()
        form.locator("[name=price]").fill("12,34")
        form.locator("button").click()
        # Focus is on what is wrong, and what was written is still there.
        expect(page.locator("#faults")).to_be_focused()
        assert not script or not violations(page)
        page.click("#faults a")
        field = page.locator("#bid-price")
        assert field.get_attribute("aria-invalid") == "true" and field.input_value() == "12,34"
        noted = field.get_attribute("aria-describedby")
        assert "in steps of" in page.inner_text("#" + noted)
        field.fill(least)
        act(page, "bid").locator("button").click()
        assert "Your bid was taken" in page.inner_text("main [role=status]")
        assert not script or not violations(page)
        act(page, "retract").locator("button").click()
        assert "taken back" in page.inner_text("main [role=status]")
        # Shown once: the page without the form's number has no such notice.
        page.goto(market.server.url + DESK["english"])
        assert page.locator("main [role=status]").count() == 0
        assert not [fault for fault in wrong if "422" not in fault], wrong
    finally:
        page.context.close()


def test_taking_at_the_clock(browser, market):
    page, wrong = signed_in(browser, market, DESK["clock"], "TRADER")
    try:
        act(page, "take").locator("[name=lots]").fill("2")
        act(page, "take").locator("button").click()
        assert "/contracts/" in page.url
        assert "sold by dutch auction" in page.inner_text("main").lower()
        page.goto(market.server.url + DESK["clock"])
        assert act(page, "take").locator("[name=lots]").input_value() == "8"
        assert not wrong, wrong
    finally:
        page.context.close()


def test_further_terms_without_a_script(browser, market):
    page, wrong = signed_in(browser, market, DESK["desk"], "TRADER", java_script_enabled=False)
    try:
        page.fill("#order-price", "1501")
        page.fill("#order-lots", "9")
        page.click(".further summary")
        page.fill("#order-display", "3")
        page.select_option("#order-validity", "goodTillDate")
        page.fill("#order-through", "2099-01-01T10:00")
        page.click("text=Send the order")
        assert "was taken" in page.inner_text("main [role=status]")
        book = market.everybody.get("/instruments/MILK/book")
        level = next(one for one in book["bids"] if one["price"] == "1501.00")
        assert str(level["lots"]) == "3"
        assert not wrong, wrong
    finally:
        page.context.close()


def test_a_broker_sells_for_its_client(browser, market):
    page, wrong = signed_in(browser, market, DESK["trade"], "BROKER")
    try:
        page.select_option("#order-client", "CLIENT")
        page.select_option("#order-side", "sell")
        page.fill("#order-price", "2001")
        page.fill("#order-lots", "1")
        page.click("text=Send the order")
        assert "was taken" in page.inner_text("main [role=status]")
        row = page.locator("#orders-table tbody tr", has_text="2,001")
        assert "CLIENT" in row.inner_text()
        assert not wrong, wrong
    finally:
        page.context.close()


def test_a_negotiated_deal_from_word_to_contract(browser, tmp_path):
    with Market(tmp_path / "data") as market:
        market.operator.send("/session/orders", {"order": "next", "phase": "dealMaking"})
        path = DESK["deals"]
        page, wrong = signed_in(browser, market, path, "BROKER")
        page.select_option("#deal-client", "CLIENT")
        page.fill("#deal-counterparty", "farm")
        page.fill("#deal-price", "1900")
        page.fill("#deal-lots", "4")
        page.click("main form button >> text=Register a deal")
        assert "registers the same" in page.inner_text("main [role=status]")
        assert not violations(page)
        page.context.close()
        other, more = signed_in(browser, market, DESK["desk"], "FARM")
        row = other.locator("#offered-table tbody tr")
        assert "CLIENT" in row.inner_text() and "1,900" in row.inner_text()
        row.locator("button").click()
        assert "The deal is made" in other.inner_text("main [role=status]")
        other.click("main [role=status] a")
        assert "negotiated deal" in other.inner_text("main").lower()
        other.context.close()
        assert not wrong + more, wrong + more


def test_the_home_page_leads_to_the_market(market):
    home = market.server.get("/").text
    assert "On now: trading" in home and 'href="/market/agriculture"' in home


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
