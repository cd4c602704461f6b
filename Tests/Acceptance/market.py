"""An exchange to test with: a section with two instruments, four firms, and a session that is on."""

import datetime
import json
import threading

import house
import requests
from house import fondaco

FIRMS = ["FARM", "DAIRY", "TRADER", "BROKER"]
MILK = {
    "code": "MILK", "name": "raw milk", "commodity": "commodity/milk", "harmonisedCode": "040120",
    "unit": "t", "lot": "10", "tick": "0.50", "currency": "BYN",
    "delivery": {"rule": "fca", "place": "Grodno", "region": "place/by/grodno"},
    "deadlines": {"signing": "1 day", "payment": "5 days", "shipment": "10 days",
                  "acceptance": "10 days", "claims": "14 days"},
    "resident": {"deposit": "5", "fee": "0.1"}, "nonResident": {"deposit": "10", "fee": "0.2"},
    "bands": {"entry": {"low": "1000.00", "high": "3000.00"},
              "fixed": {"low": "1000.00", "high": "3000.00"}},
}
LOGS = MILK | {"code": "LOGS", "name": "pine logs", "commodity": "commodity/timber",
               "harmonisedCode": "4403", "unit": "m3", "mode": "english"}


def token(data, *arguments):
    """Issues a token and gives its text."""
    said = fondaco("trade", "token", "issue", "--data", data, "--label", "test", "--json",
                   *arguments, status=0)
    return json.loads(said.out)["token"]


class Desk:
    """Somebody with a token, or (without one) everybody, at one section's addresses."""

    def __init__(self, url, bearer=None):
        self.url = url
        self.session = requests.Session()
        self.session.trust_env = False
        if bearer:
            self.session.headers["Authorization"] = f"Bearer {bearer}"

    def get(self, path, status=200, **parameters):
        answer = self.session.get(self.url + path, params=parameters, timeout=30)
        assert answer.status_code == status, (path, answer.status_code, answer.text)
        is_json = answer.headers["Content-Type"] in ("application/json", "application/problem+json")
        return answer.json() if is_json else answer.text

    def send(self, path, body, status=None, method="POST"):
        """Sends a form; without a status wanted, one that says done."""
        answer = self.session.request(method, self.url + path, json=body, timeout=30)
        wanted = [status] if status else [200, 201]
        assert answer.status_code in wanted, (path, answer.status_code, answer.text)
        return answer.json()

    def delete(self, path, status=200, **parameters):
        answer = self.session.delete(self.url + path, params=parameters, timeout=30)
        assert answer.status_code == status, (path, answer.status_code, answer.text)
        return answer.json()

    def order(self, number, side, quantity, price, status=None, **more):
        return self.send("/orders", {"clientOrder": number, "instrument": "MILK", "side": side,
                                     "quantity": str(quantity), "price": price} | more, status)


class Stream:
    """Server-sent events, read in a thread of their own."""

    def __init__(self, desk, path, **parameters):
        self.answer = desk.session.get(desk.url + path, params=parameters, stream=True, timeout=60)
        assert self.answer.status_code == 200, self.answer.text
        assert self.answer.headers["Content-Type"] == "text/event-stream"
        self.events = []
        self.news = threading.Condition()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        event = {}
        try:
            for line in self.answer.iter_lines(chunk_size=1):
                name, _, value = line.decode("utf-8").partition(": ")
                if name:
                    event[name] = value
                elif event.get("event"):
                    with self.news:
                        self.events.append(
                            (event["event"], event.get("id"), json.loads(event["data"])))
                        self.news.notify_all()
                    event = {}
        except (requests.RequestException, AttributeError, ValueError):
            pass

    def wait(self, fits, seconds=20):
        """Waits for an event that fits, and gives all that came up to then."""
        with self.news:
            assert self.news.wait_for(
                lambda: any(fits(*event) for event in self.events), seconds), self.events
            return list(self.events)

    def close(self):
        self.answer.close()


class Market:
    """A server with the section `agriculture` at work."""

    def __init__(self, data):
        self.data = data
        fondaco("trade", "section", "make", "agriculture", "--orders", "65536", "--data", data,
                status=0)
        self.bearers = {"operator": token(data)} | {
            firm: token(data, "--participant", firm) for firm in FIRMS}
        self.server = house.Server(data, "--empty")

    def __enter__(self):
        self.server.__enter__()
        self.url = self.server.url + "/api/market/sections/agriculture"
        self.everybody = Desk(self.url)
        self.desks = {name: Desk(self.url, bearer) for name, bearer in self.bearers.items()}
        self.operator = self.desks["operator"]
        self.prepare()
        return self

    def __exit__(self, *failure):
        self.server.__exit__(*failure)

    def prepare(self):
        self.operator.send("/instruments", [MILK, LOGS])
        self.operator.send("/participants", [
            {"code": "FARM", "name": "Farm", "places": ["place/by/grodno", "place/by"]},
            {"code": "DAIRY", "name": "Dairy", "isResident": False, "places": ["place/ru/karelia"]},
            {"code": "TRADER", "name": "Trader", "isResident": False, "places": ["place/ru/samara"],
             "cancelsOnDisconnect": True},
            {"code": "BROKER", "name": "Broker"}])
        self.operator.send("/participants", {"code": "CLIENT", "name": "Client",
                                             "broker": "BROKER"})
        self.operator.send("/payments", [
            {"kind": "in", "participant": firm, "currency": "BYN", "amount": "1000000.00",
             "voucher": number} for number, firm in enumerate(FIRMS + ["CLIENT"], 1)])
        self.open_session()

    def open_session(self):
        """A session that is planned for tomorrow and begun by hand."""
        tomorrow = datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=1)
        self.operator.send("/sessions", {"day": str(tomorrow), "offset": "+00:00", "plan": {
            "code": "DAY", "phases": [{"kind": "trading", "at": "10:00"},
                                      {"kind": "dealMaking", "at": "11:00"},
                                      {"kind": "closed", "at": "12:00"}]}})
        self.operator.send("/session/orders", {"order": "next", "phase": "trading"})

    def close_session(self):
        """Ends the session, by all phases that are left."""
        if self.everybody.get("")["session"]["phase"] == "trading":
            self.operator.send("/session/orders", {"order": "next", "phase": "dealMaking"})
        self.operator.send("/session/orders", {"order": "next", "phase": "closed"})
