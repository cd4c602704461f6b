"""The operator's commands of the exchange: forms in files, through a server, and into the register."""

import contextlib
import fcntl
import http.server
import json
import struct
import threading

import house
import market
import pytest
from house import exact, fondaco

MILK = {"code": "MILK", "name": "raw milk", "lot": "20", "unit": "t", "tick": "0.50",
        "currency": "BYN",
        "delivery": {"rule": "fca", "place": "Brest", "region": "place/by/brest"},
        "deadlines": {"signing": "1 day", "payment": "5 days", "shipment": "10 days",
                      "acceptance": "10 days", "claims": "14 days"},
        "resident": {"deposit": "5", "fee": "0.1"}}
PINE = MILK | {"code": "PINE", "name": "pine", "mode": "english", "unit": "m3"}
FIRMS = [{"code": "BROKER", "name": "A Broker"},
         {"code": "FARM", "name": "A Farm", "broker": "BROKER", "groups": [0, 3],
          "validFrom": "2026-01-01T00:00+03:00", "validTo": "2090-01-01T00:00+03:00",
          "selfTrade": "cancelBoth", "firmGroup": 4, "limits": {"perSecond": 100, "open": 9}},
         {"code": "MILL", "name": "A Mill"}]
TIMETABLE = {"zone": {"name": "Europe/Rome"},
             "plans": [{"code": "DAY", "phases": [{"kind": "trading", "at": "10:00"},
                                                  {"kind": "closed", "at": "12:00"}]}],
             "weekly": [{"plan": "DAY", "days": ["monday", "friday"]}],
             "exceptions": [{"day": "2089-12-26", "name": "St Stephen"}]}
LOT = {"lot": {"code": "L-1", "name": "sawn pine", "instrument": "PINE", "quantity": "40"},
       "owner": "MILL",
       "english": {"start": "100", "step": "0.5", "opens": "2089-11-23T10:00+03:00",
                   "ends": "2089-11-23T11:00+03:00", "window": "5 minutes",
                   "prolongation": "5 minutes"}}


class Desk:
    """An operator at a section `dairy` in a directory of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.data = folder / "data"

    def file(self, value, name="form.json"):
        path = self.folder / name
        path.write_text(value if isinstance(value, str) else json.dumps(value), "utf-8")
        return path

    def run(self, *words, status=0, **options):
        return fondaco("trade", *words, "--data", self.data, status=status, **options)

    def json(self, *words, **options):
        return exact(self.run(*words, "--json", **options).out)

    def refused(self, *words, status=1, **options):
        outcome = self.run(*words, status=status, **options)
        assert not outcome.out, outcome
        return outcome.err.decode()


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path)
    desk.run("section", "make", "dairy", "--orders", 4096, "--book-orders", 512)
    desk.run("instrument", "add", "dairy", "--file", desk.file([MILK, PINE]))
    desk.run("participant", "admit", "dairy", "--file", desk.file(FIRMS))
    for number, code in enumerate(["FARM", "MILL"], 1):
        desk.run("deposit", "in", "dairy", code, "100000.50", "--currency", "BYN",
                 "--voucher", number)
    return desk


def test_what_is_shown_can_be_edited_and_sent_back(desk):
    shown = desk.json("instrument", "show", "dairy", "MILK")
    assert MILK.items() <= (shown | {"resident": MILK["resident"]}).items()
    shown["name"] = "raw milk, first grade"
    desk.run("instrument", "alter", "dairy", "MILK", desk.file(shown))
    assert desk.json("instrument", "show", "dairy", "MILK") == shown
    assert [row["code"] for row in desk.json("instrument", "show", "dairy")] == ["MILK", "PINE"]
    farm = desk.json("participant", "show", "dairy", "FARM")
    assert farm["broker"] == "BROKER" and farm["groups"] == [0, 3]
    assert farm["validTo"] == "2089-12-31T21:00:00Z"
    farm["limits"]["open"] = 10
    desk.run("participant", "alter", "dairy", "FARM", "-", stdin=json.dumps(farm).encode())
    assert desk.json("participant", "show", "dairy", "FARM") == farm


def test_a_timetable_with_the_machines_clock(desk):
    assert "no timetable" in desk.refused("timetable", "show", "dairy")
    desk.run("timetable", "set", "dairy", desk.file(TIMETABLE))
    shown = desk.json("timetable", "show", "dairy")
    assert shown["zone"]["offset"] in ("+01:00", "+02:00")
    assert len(shown["zone"]["transitions"]) >= 18
    desk.run("timetable", "set", "dairy", desk.file(shown))
    assert desk.json("timetable", "show", "dairy") == shown
    assert "DAY" in desk.json("section", "show", "dairy")["session"]


def test_an_auction_is_listed_and_led(desk):
    assert desk.json("auction", "list", "dairy", desk.file(LOT)) == [1]
    row, = desk.json("auction", "show", "dairy")
    assert row["lot"]["code"] == "L-1" and row["left"] == "40" and row["status"] == "scheduled"
    # Prices that aren't steps, lots that aren't whole: nothing is listed.
    wrong = json.loads(json.dumps([LOT, LOT]))
    wrong[1]["english"]["step"] = "0.75"
    told = desk.refused("auction", "list", "dairy", desk.file(wrong))
    assert "[1]: english.step: 0.75" in told and "0.50 or 1.00" in told and "nothing is" in told
    assert len(desk.json("auction", "show", "dairy")) == 1
    # Without a session bids aren't the question; the house may open, halt and cancel.
    for act, status in [("open", "open"), ("halt", "halted"), ("resume", "open")]:
        desk.run("auction", act, "dairy", 1)
        assert desk.json("auction", "show", "dairy", 1)[0]["status"] == status
    desk.run("auction", "cancel", "dairy", 1)
    assert desk.json("auction", "show", "dairy") == []
    assert "unknownAuction" in desk.refused("auction", "halt", "dairy", 1)


def test_receipts_are_issued_split_merged_and_withdrawn(desk):
    assert desk.json("receipt", "issue", "dairy", "FARM", "MILK", "240",
                     "--voucher", 9114)["receipt"] == "1"
    assert "220 or 240" in desk.refused("receipt", "issue", "dairy", "FARM", "MILK", "230",
                                        "--voucher", 9115)
    assert desk.json("receipt", "move", "dairy", "FARM", 1, "60")["receipt"] == "2"
    desk.run("receipt", "merge", "dairy", "FARM", 1, 2)
    desk.run("receipt", "withdraw", "dairy", "FARM", 1, "40")
    desk.run("receipt", "move", "dairy", "FARM", 1, "20", "--to", "MILL")
    rows = desk.json("receipt", "list", "dairy")
    assert [(row["owner"], row["free"], row["voucher"]) for row in rows] == [
        ("FARM", "180", 9114), ("MILL", "20", 9114)]


def test_fees_bars_and_orders(desk):
    desk.run("fee", "charge", "dairy", "FARM", "0.50", "--currency", "BYN", "--voucher", 3)
    row, = desk.json("deposit", "show", "dairy", "FARM")
    assert row["free"] == 10_000_000
    desk.run("participant", "kill", "dairy", "FARM")
    desk.run("participant", "unkill", "dairy", "--all")
    desk.refused("participant", "kill", "dairy", status=64)
    assert desk.json("orders", "list", "dairy") == []
    assert desk.json("orders", "cancel", "dairy", "--all") == {"cancelled": 0}
    desk.refused("orders", "cancel", "dairy", status=64)
    assert "unknownOrder" in desk.refused("orders", "cancel", "dairy", 99)
    assert desk.json("contract", "list", "dairy") == []
    desk.refused("contract", "step", "dairy", 1, "pay", status=64)
    assert "unknownContract" in desk.refused("contract", "step", "dairy", 1, "close")


@pytest.mark.parametrize("form, words", [
    (MILK | {"code": "X", "Unit": "t"}, ["Unit: there is no such member", "unit may be meant"]),
    (MILK | {"code": "X", "tick": 0.5}, ["tick: the number 0.5", "in quotes"]),
    (MILK | {"code": "X", "tick": "0.0001"}, ["tick: ", "minor units"]),
    ([PINE | {"code": "OK"}, MILK], ["[1]: ", "duplicateCode", "the first 1 are done"]),
    ('{"code": "X", "code": "Y"}', ["stands twice"]),
    ("nonsense", ["line 1, column 1"]),
])
def test_a_wrong_form_is_told_by_its_member(desk, form, words):
    told = desk.refused("instrument", "add", "dairy", "--file", desk.file(form))
    for word in words:
        assert word in told, told


def test_help_has_examples():
    for words in ["instrument add", "timetable set", "auction list", "receipt", "orders cancel",
                  "participant admit", "contract step", "session publish"]:
        shown = fondaco("trade", *words.split(), "--help", status=0).text
        assert "xample" in shown and ("--server" in shown or words == "receipt"), shown


def test_a_section_at_work_elsewhere_says_how_to_reach_it(desk):
    with open(desk.data / "exchange/dairy/journal/lock", "r+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        told = desk.refused("participant", "kill", "dairy", "--all")
        assert "at work in another process" in told and "--server http" in told
        assert desk.json("receipt", "list", "dairy") == []


# Through a server: the face that the commands talk to, played by the test.

class Played(http.server.BaseHTTPRequestHandler):
    """Answers as the HTTP API of a section does."""

    def log_message(self, *_):
        pass

    def reply(self, status, value, kind="application/json"):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def may(self):
        if self.headers["Authorization"] == "Bearer fnd_good":
            return True
        self.reply(401, {"title": "Unauthorized", "status": 401, "detail": "no such token"},
                   "application/problem+json")
        return False

    def do_GET(self):
        if self.may():
            assert self.path == "/api/market/sections/dairy/directory"
            self.reply(200, {"instruments": ["MILK"], "participants": ["", "BROKER", "FARM"],
                             "instrumentForms": [MILK], "participantForms": FIRMS[:2]})

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if not self.may():
            return
        assert self.path == "/api/market/sections/dairy/commands"
        assert self.headers["Content-Type"] == "application/vnd.fondaco.commands"
        commands = []
        while body:
            length, = struct.unpack_from("<I", body)
            commands.append(body[4:4 + length])
            body = body[4 + length:]
        self.server.commands += commands
        event = {"kind": self.server.kind, "reason": self.server.reason, "reasonName": "x",
                 "side": "buy", "instrument": 0, "participant": 2, "counterparty": 0, "order": 0,
                 "counter": 0, "price": 0, "quantity": 0, "remaining": 0, "amount": 0,
                 "subject": 7}
        self.reply(200, {"first": 1, "time": "2026-11-23T07:00:00Z", "entry": 1, "hash": "00",
                         "results": [{"command": n, "events": [event]}
                                     for n, _ in enumerate(commands, 1)]})


@contextlib.contextmanager
def played(kind, reason=0):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Played)
    server.commands, server.kind, server.reason = [], kind, reason
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server, f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def test_commands_go_through_a_server(tmp_path):
    desk = Desk(tmp_path)
    token = desk.file("1  operator  all sections\nfnd_good\nKeep it.\n", "token")
    with played("receiptIssued") as (server, url):
        told = desk.json("receipt", "issue", "dairy", "FARM", "MILK", "240", "--voucher", 9,
                         "--server", url, "--token-file", token)
        assert told["receipt"] == "7"
        # Version 1, no time, action 30, owner 2, instrument 0, 12 lots, voucher 9.
        command, = server.commands
        assert command[0] == 1 and command[9] == 30
        assert struct.unpack_from("<IIqQ", command, 10) == (2, 0, 12, 9)
        shown = desk.json("instrument", "show", "dairy", "MILK", "--server", url,
                          "--token-file", token)
        assert shown["tick"] == "0.50"
        desk.file("fnd_bad", "token")
        told = desk.refused("participant", "kill", "dairy", "--all", "--server", url,
                            "--token-file", token)
        assert "401" in told and "no such token" in told
        assert "FONDACO_TOKEN" in desk.refused("participant", "kill", "dairy", "--all",
                                               "--server", url)
        assert len(server.commands) == 1
    assert "can't be reached" in desk.refused("participant", "kill", "dairy", "--all",
                                              "--server", url, "--token-file", token)
    assert not desk.data.exists()
    desk.file("fnd_good", "token")
    with played("commandRefused", 125) as (server, url):
        told = desk.refused("deposit", "in", "dairy", "FARM", "1.50", "--currency", "BYN",
                            "--voucher", 1, "--server", url, "--token-file", token)
        assert "repeatedPayment (125)" in told


def test_commands_go_through_the_real_server(tmp_path):
    data = tmp_path / "data"
    desk = Desk(tmp_path)
    with market.Market(data) as running:
        token = desk.file(running.bearers["operator"], "token")
        there = ["--server", running.server.url, "--token-file", token]
        told = desk.refused("participant", "kill", "agriculture", "FARM")
        assert "at work in another process" in told and "--server" in told
        assert desk.json("instrument", "show", "agriculture", "MILK", *there)["tick"] == "0.50"
        desk.run("instrument", "add", "agriculture", "--file", desk.file(PINE), *there)
        firms = [{"code": "MILL", "name": "A Mill"},
                 {"code": "YARD", "name": "A Yard", "broker": "MILL"}]
        desk.run("participant", "admit", "agriculture", "--file", desk.file(firms), *there)
        assert desk.json("participant", "show", "agriculture", "YARD", *there)["broker"] == "MILL"
        desk.run("deposit", "in", "agriculture", "MILL", "100000.50", "--currency", "BYN",
                 "--voucher", 99, *there)
        told = desk.refused("deposit", "in", "agriculture", "MILL", "1", "--currency", "BYN",
                            "--voucher", 99, *there)
        assert "repeatedPayment (125)" in told
        assert desk.json("auction", "list", "agriculture", desk.file(LOT), *there) == [1]
        desk.run("auction", "halt", "agriculture", 1, *there)
        desk.run("timetable", "set", "agriculture", desk.file(TIMETABLE), *there)
        running.desks["FARM"].order(1, "sell", 20, "1880.50")
        row, = desk.json("orders", "list", "agriculture")
        assert (row["price"], row["open"], row["owner"]) == ("1880.50", "20", "FARM")
        assert desk.json("orders", "cancel", "agriculture", "--participant", "FARM",
                         *there) == {"cancelled": 1}
        farm = desk.file(running.bearers["FARM"], "token")
        told = desk.refused("participant", "kill", "agriculture", "--all", "--server",
                            running.server.url, "--token-file", farm)
        assert "(403)" in told
    row, = desk.json("deposit", "show", "agriculture", "MILL")
    assert row["free"] + row["blocked"] == 10_000_050
    desk.run("replay", "agriculture")


# Into the register.

def test_sessions_become_figures_with_their_source(tmp_path):
    data = tmp_path / "demo"
    fondaco("trade", "demo", "--into", data, "--publish", status=0)
    found = fondaco("search", "raw milk", "--kind", "observation", "--data", data, "--limit", 50,
                    "--json", status=0)
    ids = [item["id"] for item in exact(found.out)["items"]]
    closing, = [id for id in ids if id.endswith("/exchange-closing-price")]
    figure = exact(fondaco("show", "--json", closing, "--data", data, status=0).out)
    summary = json.loads((data / "results/summary.json").read_text())
    session, = [s for s in summary["sessions"] if s["plan"] == "MILK-KARELIA"]
    milk, = [row for row in session["quotations"] if row["instrument"] == "MILK-KAR"]
    assert figure["value"] == milk["last"] and figure["unit"] == "RUB/t"
    assert figure["subject"] == "place/ru/karelia" and figure["period"] == summary["day"]
    source = figure["cite"][0]["source"]
    shown = exact(fondaco("show", "--json", source, "--data", data, status=0).out)
    assert shown["title"] == "Session 1 (MILK-KARELIA) of the section agriculture"
    checked = exact(fondaco("trade", "check", session["bundle"], "--json", status=0).out)
    assert checked["lastHash"] in shown["cite"][0]["at"]
    # Again, and with an address: only the sources change, and only once.
    before = house.digest(data)
    rows = exact(fondaco("trade", "session", "publish", "agriculture", "--data", data, "--json",
                         status=0).out)
    assert [(row["added"], row["changed"]) for row in rows] == [(0, 0), (0, 0)]
    assert house.digest(data) == before
    row, = exact(fondaco("trade", "session", "publish", "agriculture", "1", "--data", data,
                         "--site", "https://exchange.example", "--json", status=0).out)
    assert (row["added"], row["changed"]) == (0, 1)
    shown = exact(fondaco("show", "--json", source, "--data", data, status=0).out)
    assert shown["url"] == "https://exchange.example/market/agriculture/sessions/1"
    fondaco("verify", "--data", data, status=0)
    missing = fondaco("trade", "session", "publish", "agriculture", "9", "--data", data, status=1)
    assert "session list" in missing.text
