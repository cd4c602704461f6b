"""The exchange over HTTP: orders, deals, contracts, deposits, sessions, streams, and refusals."""

import csv
import io
import itertools
import time

import pytest
from house import fondaco
from market import MILK, Desk, Market, Stream, token

numbers = itertools.count(1)


@pytest.fixture(scope="module")
def market(tmp_path_factory):
    with Market(tmp_path_factory.mktemp("market") / "data") as running:
        yield running


@pytest.fixture(autouse=True)
def clean(market):
    """No order stands from the test before."""
    yield
    market.operator.delete("/orders")


def deposit(desk):
    return desk.get("/deposits")["deposits"][0]


def trade(market, quantity=20, price="1880.50"):
    """A deal of the farm with the dairy; gives the contract's number."""
    market.desks["FARM"].order(next(numbers), "sell", quantity, price)
    done = market.desks["DAIRY"].order(next(numbers), "buy", quantity, price)
    return next(event["subject"] for event in done["events"] if event["kind"] == "dealt")


# Orders

def test_an_order_stands_trades_and_becomes_a_contract(market):
    farm, dairy = market.desks["FARM"], market.desks["DAIRY"]
    before = deposit(farm)
    number = next(numbers)
    sent = farm.order(number, "sell", 30, "1880.50", status=201)
    assert sent["result"] == "done" and sent["order"] > 0
    assert sent["journal"]["entry"] > 0 and len(sent["journal"]["hash"]) == 64
    assert [event["kind"] for event in sent["events"]] == ["accepted"]
    assert market.everybody.get("/instruments/MILK/book")["offers"] == [
        {"price": "1880.50", "lots": 3, "quantity": "30", "orders": 1}]
    assert [order["clientOrder"] for order in farm.get("/orders")["orders"]] == [number]
    # Five percent of 30 t at 1880.50, and the fee of a tenth of a percent.
    blocked = float(deposit(farm)["blocked"]) - float(before["blocked"])
    assert blocked == pytest.approx(30 * 1880.50 * 0.051, abs=0.01)

    bought = dairy.order(next(numbers), "buy", 20, "1900.00")
    deal = next(event for event in bought["events"] if event["kind"] == "dealt")
    assert (deal["price"], deal["quantity"], deal["counterparty"]) == ("1880.50", "20", "FARM")
    assert "remaining" not in deal, "what is left of another's order is nobody's business"
    assert farm.get(f"/orders/client/{number}")["open"] == "10"
    newest = market.everybody.get("/instruments/MILK/trades", limit=1)["trades"][0]
    assert (newest["contract"], newest["value"]) == (deal["subject"], "37610.00")
    assert "FARM" not in str(newest), "market data has no names"

    contract = farm.get(f"/contracts/{deal['subject']}")
    assert (contract["buyer"], contract["seller"], contract["state"]) == (
        "DAIRY", "FARM", "concluded")
    for desk, step in [(farm, "sign"), (dairy, "sign"), (farm, "confirmPayment"), (farm, "ship"),
                       (dairy, "accept"), (dairy, "close")]:
        desk.send("/contracts/steps", {"contract": deal["subject"], "step": step})
    assert dairy.get(f"/contracts/{deal['subject']}")["state"] == "closed"
    assert farm.get("/deals", limit=1)["deals"][0]["contract"] == deal["subject"]


def test_the_same_client_order_again_is_the_same_order(market):
    farm = market.desks["FARM"]
    number = next(numbers)
    first = farm.order(number, "sell", 10, "2000.00", status=201)
    again = farm.order(number, "sell", 10, "2000.00", status=200)
    assert (again["result"], again["order"]) == ("repeated", first["order"])
    assert len(farm.get("/orders")["orders"]) == 1


def test_a_list_is_journaled_together_and_each_is_taken_or_refused(market):
    farm = market.desks["FARM"]
    form = {"instrument": "MILK", "side": "sell", "price": "2000.00"}
    answer = farm.send("/orders", [
        form | {"clientOrder": next(numbers), "quantity": "10"},
        form | {"clientOrder": next(numbers), "quantity": "90000000"},
        form | {"clientOrder": next(numbers), "quantity": "10"}], 200)
    assert [result["result"] for result in answer["results"]] == ["done", "refused", "done"]
    assert answer["results"][1]["reason"]["name"] == "insufficientDeposit"
    commands = [result["command"] for result in answer["results"]]
    assert commands == list(range(commands[0], commands[0] + 3))


def test_replaced_and_cancelled(market):
    farm = market.desks["FARM"]
    number, other = next(numbers), next(numbers)
    order = farm.order(number, "sell", 30, "2000.00")["order"]
    smaller = farm.send("/orders/replacements", {
        "clientOrder": number, "request": 1, "price": "2000.00", "quantity": "20"})
    assert [event["kind"] for event in smaller["events"]] == ["reduced"], "it kept its place"
    moved = farm.send("/orders/replacements", {
        "order": order, "request": 2, "price": "2001.00", "quantity": "20"})
    assert [event["kind"] for event in moved["events"]] == ["replaced"]
    farm.order(other, "buy", 10, "1500.00")
    assert len(farm.delete("/orders", side="buy")["events"]) == 1
    assert [left["order"] for left in farm.get("/orders")["orders"]] == [order]
    assert farm.delete(f"/orders/{order}")["events"][0]["kind"] == "cancelled"
    gone = farm.delete(f"/orders/{order}", status=422)
    assert gone["reason"]["name"] == "orderGone"
    assert float(deposit(farm)["blocked"]) == 0


def test_standing_orders_come_in_pages(market):
    farm = market.desks["FARM"]
    farm.delete("/orders")
    sent = [farm.order(next(numbers), "buy", 10, "1500.00")["order"] for _ in range(5)]
    found, pages, cursor = [], 0, {}
    while pages < 50:
        page = farm.get("/orders", limit=2, **cursor)
        found += [order["order"] for order in page["orders"]]
        pages += 1
        if not page["next"]:
            break
        cursor = {"cursor": page["next"]}
    assert found == sent[::-1] and pages >= 3
    whole = market.operator.get("/orders", limit=1000)["orders"]
    assert set(sent) <= {order["order"] for order in whole}
    assert farm.get("/orders", 400, limit=0)["title"]
    assert farm.get("/orders", 400, cursor="x")["title"]
    farm.delete("/orders")


def test_a_broker_sends_for_its_client_and_sees_what_concerns_it(market):
    broker = market.desks["BROKER"]
    broker.order(next(numbers), "buy", 10, "1500.00", client="CLIENT")
    assert broker.get("/orders")["orders"][0]["owner"] == "CLIENT"
    assert broker.get("/deposits", participant="CLIENT")["participant"] == "CLIENT"
    broker.order(next(numbers), "sell", 10, "2500.00", client="CLIENT")
    assert broker.delete("/orders", participant="CLIENT", side="sell")["results"][0]["result"]
    assert [order["side"] for order in broker.get("/orders")["orders"]] == ["buy"]
    market.desks["FARM"].delete("/orders", 403, participant="CLIENT")
    refused = market.desks["FARM"].order(next(numbers), "buy", 10, "1500.00", 422,
                                         client="CLIENT")
    assert refused["reason"]["name"] == "notItsBroker"


def test_a_negotiated_deal_is_made_when_both_sides_say_the_same(market):
    market.operator.send("/session/orders", {"order": "next", "phase": "dealMaking"})
    deal = {"instrument": "MILK", "price": "1900.00", "quantity": "50"}
    first = market.desks["FARM"].send(
        "/deals", deal | {"side": "sell", "counterparty": "DAIRY"})
    assert first["events"][0]["kind"] == "dealRegistered"
    second = market.desks["DAIRY"].send("/deals", deal | {"side": "buy", "counterparty": "FARM"})
    assert "dealMatched" in [event["kind"] for event in second["events"]]
    market.close_session()
    market.open_session()


# Refusals

BAD = [
    ({"clientOrder": 1, "instrument": "MILK", "side": "sell", "quantity": "20",
      "price": "1880.30"}, "price", "1880.00 or 1880.50"),
    ({"clientOrder": 1, "instrument": "MILK", "side": "sell", "quantity": "25",
      "price": "1880.50"}, "quantity", "20 or 30"),
    ({"clientOrder": 1, "instrument": "MILC", "side": "sell", "quantity": "20",
      "price": "1880.50"}, "instrument", "MILK"),
    ({"clientOrder": 1, "instrument": "MILK", "side": "sel", "quantity": "20",
      "price": "1880.50"}, "side", "sell"),
    ({"clientOrder": 1, "instrument": "MILK", "side": "sell", "quantity": "20", "prise": "1"},
     "prise", "price"),
    ({"clientOrder": 1, "instrument": "MILK", "side": "sell", "quantity": 20,
      "price": "1880.50"}, "quantity", 'in quotes: "20"'),
    ({"clientOrder": 0, "instrument": "MILK", "side": "sell", "quantity": "20",
      "price": "1880.50"}, "clientOrder", "from 1"),
    ({"instrument": "MILK", "side": "sell", "quantity": "20", "price": "1"}, "clientOrder", ""),
]


@pytest.mark.parametrize("body, member, remedy", BAD)
def test_a_wrong_member_is_named_and_what_would_be_right(market, body, member, remedy):
    problem = market.desks["FARM"].send("/orders", body, 422)
    assert problem["parameter"] == member
    assert remedy in problem["detail"]
    in_list = market.desks["FARM"].send("/orders", [body], 422)
    assert in_list["parameter"] == f"[0].{member}"


@pytest.mark.parametrize("body, status", [
    (b"", 400), (b"{", 400), (b"[]x", 400), (b"\xff\xfe", 400), (b'{"a":1,"a":2}', 400),
    (b"[" * 100, 400), (b'"text"', 400), (b"x" * (1 << 20) + b"y", 413)])
def test_bad_bodies(market, body, status):
    desk = market.desks["FARM"]
    answer = desk.session.post(desk.url + "/orders", data=body, timeout=30,
                               headers={"Content-Type": "application/json"})
    assert answer.status_code == status, answer.text
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert desk.get("/orders")["orders"] == []


@pytest.mark.parametrize("who, method, path, status", [
    ("everybody", "GET", "/orders", 401), ("everybody", "POST", "/orders", 401),
    ("FARM", "POST", "/session/orders", 403), ("FARM", "GET", "/directory", 403),
    ("FARM", "POST", "/payments", 403), ("FARM", "GET", "/orders?participant=DAIRY", 403),
    ("FARM", "GET", "/contracts/999999", 404), ("FARM", "GET", "/contracts/0", 400),
    ("FARM", "GET", "/orders/1x", 400), ("operator", "GET", "/deposits", 400),
    ("everybody", "GET", "/instruments/NOSUCH/book", 404),
    ("everybody", "GET", "/instruments/MILK/book?levels=0", 400),
    ("everybody", "GET", "/stream?instruments=NOSUCH", 400),
    ("everybody", "GET", "/sessions/77", 404), ("everybody", "DELETE", "/instruments/MILK", 405),
    ("everybody", "PATCH", "/orders", 405)])
def test_who_may_do_what(market, who, method, path, status):
    desk = market.everybody if who == "everybody" else market.desks[who]
    bodies = {"/session/orders": {"order": "halt"},
              "/payments": {"kind": "in", "participant": "FARM", "currency": "BYN",
                            "amount": "5.00", "voucher": 99}}
    answer = desk.session.request(method, desk.url + path, json=bodies.get(path), timeout=30)
    assert answer.status_code == status, answer.text
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status and problem["title"] and problem["detail"]
    if status == 401:
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_nobody_but_the_operator_acts_for_others(market):
    number = next(numbers)
    market.desks["DAIRY"].order(number, "buy", 10, "1500.00")
    farm = market.desks["FARM"]
    change = {"sender": "DAIRY", "price": "1.00", "quantity": "10", "instrument": "LOGS"}
    # Whether there is such an order isn't told: the answers are the same.
    answers = [farm.send("/orders/replacements", change | {"clientOrder": client}, 422)
               for client in (number, number + 1_000_000)]
    assert [answer["parameter"] for answer in answers] == ["sender", "sender"]
    assert answers[0]["detail"] == answers[1]["detail"]
    issued = market.operator.send("/receipts", {
        "owner": "DAIRY", "instrument": "MILK", "quantity": "100", "voucher": 1})
    answers = [farm.send("/receipts/moves", {"receipt": receipt, "quantity": "10"}, 422)
               for receipt in (issued["receipt"], issued["receipt"] + 1_000)]
    assert answers[0]["detail"] == answers[1]["detail"]


def test_a_broker_cant_cancel_what_its_client_sent_itself(market):
    broker = market.desks["BROKER"]
    broker.get("/drop-copy", 403, participant="CLIENT", cancelOnDisconnect="true")
    stream = Stream(broker, "/drop-copy", participant="CLIENT")
    stream.wait(lambda name, *_: name == "begin")
    stream.close()


def test_a_contract_is_for_its_parties_alone(market):
    contract = trade(market)
    for name, status in [("FARM", 200), ("DAIRY", 200), ("operator", 200), ("TRADER", 404)]:
        market.desks[name].get(f"/contracts/{contract}", status)
    market.everybody.get(f"/contracts/{contract}", 401)
    other = market.desks["TRADER"].send(
        "/contracts/steps", {"contract": contract, "step": "sign"}, 422)
    assert other["reason"]["name"] == "notAParty"


def test_a_token_issued_and_revoked_while_the_server_is_at_work(market):
    fresh = Desk(market.url, token(market.data, "--participant", "FARM"))

    def settles(status):
        end = time.monotonic() + 20
        while time.monotonic() < end:
            answer = fresh.session.get(fresh.url + "/deposits", timeout=30)
            if answer.status_code == status:
                return True
        return False

    assert settles(200)
    issued = [line.split()[0] for line in fondaco(
        "trade", "token", "list", "--data", market.data, status=0).out.decode().splitlines()]
    fondaco("trade", "token", "revoke", issued[-1], "--data", market.data, status=0)
    assert settles(401)


# Reading along

def levels(events, side):
    """The book that a stream tells of: from its snapshot and its messages."""
    book = {}
    for name, _, data in events:
        if name == "snapshot":
            book = {level["price"]: level["lots"] for level in data["books"][0][side]}
        elif name == "level" and data["side"] == {"bids": "buy", "offers": "sell"}[side]:
            book[data["price"]] = data["lots"]
    return {price: lots for price, lots in book.items() if lots}


def test_the_public_stream_gives_the_book_without_gaps(market):
    stream = Stream(market.everybody, "/stream")
    stream.wait(lambda name, *_: name == "snapshot")
    farm, dairy = market.desks["FARM"], market.desks["DAIRY"]
    for step in range(5):
        farm.order(next(numbers), "sell", 20 + 10 * step, f"{1900 + step}.00")
        dairy.order(next(numbers), "buy", 10, f"{1890 - step}.00")
    dairy.order(next(numbers), "buy", 40, "1901.00")
    last = dairy.order(next(numbers), "buy", 10, "1850.00")
    events = stream.wait(lambda name, _, data: name == "level" and data["price"] == "1850.00")
    stream.close()
    sequences = [data["sequence"] for _, _, data in events]
    assert sequences == list(range(sequences[0], sequences[0] + len(sequences)))
    assert all(place == f"{events[0][2]['epoch']}-{data['sequence']}"
               for _, place, data in events)
    book = market.everybody.get("/instruments/MILK/book")
    assert book["commands"] >= last["command"]
    for side in ("bids", "offers"):
        assert levels(events, side) == {
            level["price"]: level["lots"] for level in book[side]}
    deals = [data for name, _, data in events if name == "trade"]
    assert [deal["price"] for deal in deals] == ["1900.00", "1901.00"]


def test_a_drop_copy_has_ones_own_events_and_cancels_on_disconnect(market):
    trader = market.desks["TRADER"]
    copy = Stream(trader, "/drop-copy", cancelOnDisconnect="true")
    begin = copy.wait(lambda name, *_: name == "begin")[0][2]
    assert begin["participant"] == "TRADER" and begin["command"] > 0
    sent = trader.order(next(numbers), "buy", 10, "1500.00")
    market.desks["FARM"].order(next(numbers), "sell", 10, "2500.00")
    market.desks["FARM"].order(next(numbers), "sell", 10, "1400.00")
    events = copy.wait(lambda name, *_: name == "dealt")
    assert [name for name, *_ in events] == ["begin", "accepted", "dealt"]
    assert events[1][2]["command"] == sent["command"]
    assert [data["sequence"] for _, _, data in events[1:]] == [1, 2]

    trader.order(next(numbers), "buy", 10, "1499.00")
    watch = Stream(market.everybody, "/stream")
    watch.wait(lambda name, *_: name == "snapshot")
    copy.close()
    watch.wait(lambda name, _, data: name == "level" and data["price"] == "1499.00"
               and data["lots"] == 0)
    watch.close()
    assert trader.get("/orders")["orders"] == []


def test_answers_have_tags(market):
    for path in ("", "/instruments", "/instruments/MILK", "/instruments/MILK/book", "/sessions"):
        first = market.everybody.session.get(market.url + path, timeout=30)
        again = market.everybody.session.get(
            market.url + path, headers={"If-None-Match": first.headers["ETag"]}, timeout=30)
        assert (again.status_code, again.content) == (304, b""), path
    private = market.desks["FARM"].session.get(market.url + "/orders", timeout=30)
    assert private.headers["Cache-Control"] == "no-store"


# The operator

def test_what_is_altered_holds(market):
    terms = market.everybody.get("/instruments/LOGS")
    market.operator.send("/instruments/LOGS", terms | {"name": "pine logs, sawn"}, method="PUT")
    assert market.everybody.get("/instruments/LOGS")["name"] == "pine logs, sawn"
    refused = market.operator.send("/instruments/LOGS", MILK, 422, method="PUT")
    assert refused["reason"]["name"] == "duplicateCode"
    # What contracts and results count in stays: an old price would mean another one.
    refused = market.operator.send("/instruments/LOGS", terms | {"tick": "5.00"}, 422,
                                   method="PUT")
    assert refused["reason"]["name"] == "inUse"
    market.operator.send("/bars", {"participant": "FARM", "bar": "suspend", "on": True})
    barred = market.desks["FARM"].order(next(numbers), "sell", 10, "2000.00", 422)
    assert barred["reason"]["name"] == "suspended"
    market.operator.send("/bars", {"participant": "FARM", "bar": "suspend", "on": False})
    market.desks["FARM"].order(next(numbers), "sell", 10, "2000.00")


def test_a_halt_lets_only_cancellations_through(market):
    number = next(numbers)
    market.desks["FARM"].order(number, "sell", 10, "2000.00")
    market.operator.send("/session/orders", {"order": "halt"})
    halted = market.desks["FARM"].order(next(numbers), "sell", 10, "2000.00", 422)
    assert halted["reason"]["name"] == "halted"
    market.desks["FARM"].delete(f"/orders/client/{number}")
    market.operator.send("/session/orders", {"order": "resume"})
    market.close_session()
    market.open_session()


def test_an_auction_by_the_forms(market):
    listed = market.operator.send("/auctions", {
        "owner": "FARM", "lot": {"code": "LOT-1", "name": "logs from one felling",
                                 "instrument": "LOGS", "quantity": "100"},
        "english": {"start": "1500.00", "step": "10.00", "opens": "2099-01-01T10:00:00Z",
                    "ends": "2099-01-01T11:00:00Z"}})
    auction = listed["auction"]
    market.operator.send("/auctions/acts", {"auction": auction, "act": "open"})
    bid = {"auction": auction, "act": "bid"}
    market.desks["DAIRY"].send("/auctions/acts", bid | {"price": "1500.00"})
    low = market.desks["TRADER"].send("/auctions/acts", bid | {"price": "1505.00"}, 422)
    assert low["result"] == "refused"
    market.desks["TRADER"].send("/auctions/acts", bid | {"price": "1510.00"})
    assert market.everybody.get(f"/auctions/{auction}")["price"] == "1510.00"
    market.operator.send("/auctions/acts", {"auction": auction, "act": "cancel"})
    market.everybody.get(f"/auctions/{auction}", 404)


def test_a_timetable_gives_the_sessions_to_come(market):
    market.operator.send("/timetable", {
        "zone": {"name": "Europe/Minsk", "offset": "+03:00"},
        "plans": [{"code": "MORNING", "phases": [{"kind": "trading", "at": "10:00"},
                                                 {"kind": "closed", "at": "12:00"}]}],
        "weekly": [{"plan": "MORNING", "days": ["monday", "wednesday"]}],
        "exceptions": [{"day": "2031-01-01", "name": "New Year"}]})
    coming = market.everybody.get("/timetable")["coming"]
    assert len(coming) == 20
    assert all(session["phases"][0]["begins"].endswith("T07:00:00Z") for session in coming)


def test_a_session_that_is_over_has_results_that_anybody_can_recompute(market, tmp_path):
    trade(market, 20, "1880.50")
    trade(market, 40, "1890.50")
    number = market.everybody.get("")["session"]["number"]
    market.everybody.get(f"/sessions/{number}/bundle", 404)
    market.close_session()
    rows = market.everybody.get(f"/sessions/{number}/quotations")["quotations"]
    milk = next(row for row in rows if row["instrument"] == "MILK")
    assert milk["last"] == "1890.50" and milk["basis"] == "fca"
    table = list(csv.DictReader(io.StringIO(
        market.everybody.get(f"/sessions/{number}/quotations.csv"))))
    line = next(row for row in table if row["instrument"] == "MILK")
    assert (line["last"], line["volume"], line["weighted_average"]) == (
        "1890.50", milk["market"]["quantity"], milk["weightedAverage"])
    # While something stands that only its owner knows, the bundle is held back.
    market.open_session()
    farm = market.desks["FARM"]
    farm.order(next(numbers), "sell", 100, "2900.00", display="10", validity="goodTillCancelled")
    assert "hidden" in market.everybody.get(f"/sessions/{number}/bundle", 403)["detail"]
    farm.delete("/orders")
    bundle = tmp_path / "bundle.jsonl"
    bundle.write_text(market.everybody.get(f"/sessions/{number}/bundle"), "utf-8")
    assert b"agriculture" in fondaco("trade", "check", bundle, status=0).out
