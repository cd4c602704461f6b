"""The exchange under load, killed without warning again and again: nothing that was acknowledged is
lost, nothing happens twice, and the money is all there."""

import itertools
import json
import os
import random
import threading
import time

import house
import requests
from house import fondaco
from market import FIRMS, Desk, Market

ROUNDS = 6
SENDERS = 6


class Sender(threading.Thread):
    """Sends orders as fast as it can until the server is gone, and keeps every answer."""

    def __init__(self, url, bearer, numbers, chance, ledger):
        super().__init__(daemon=True)
        self.desk = Desk(url, bearer)
        self.numbers, self.chance, self.ledger = numbers, chance, ledger
        self.unanswered = []

    def form(self):
        side = self.chance.choice(["buy", "sell"])
        price = 1880 + self.chance.randrange(-6, 7) / 2
        return {"clientOrder": next(self.numbers), "instrument": "MILK", "side": side,
                "quantity": str(10 * self.chance.randrange(1, 4)), "price": f"{price:.2f}",
                "validity": "goodTillCancelled"}

    def run(self):
        while True:
            forms = [self.form() for _ in range(self.chance.randrange(1, 6))]
            try:
                answer = self.desk.session.post(self.desk.url + "/orders", json=forms, timeout=30)
            except requests.RequestException:
                self.unanswered = forms
                return
            assert answer.status_code in (200, 201), answer.text
            said = answer.json()
            results = said.get("results", [said])
            for form, result in zip(forms, results, strict=True):
                self.ledger[form["clientOrder"]] = (form, result["command"], result["result"],
                                                    result.get("order"))


def settled(market):
    """What the house holds of everybody's money, in minor units."""
    total = 0
    for firm in FIRMS:
        for balance in market.operator.get("/deposits", participant=firm)["deposits"]:
            total += sum(round(float(balance[part]) * 100)
                         for part in ("free", "blocked", "security"))
    return total


def contracts(market):
    """All contracts by their numbers."""
    found = {}
    for firm in FIRMS:
        page = {"next": None}
        while True:
            cursor = {"cursor": page["next"]} if page["next"] else {}
            page = market.operator.get("/contracts", participant=firm, limit=1000, **cursor)
            found |= {contract["contract"]: contract for contract in page["contracts"]}
            if not page["next"]:
                break
    return found


def fees(market):
    """What the house earned, in minor units."""
    return sum(round(float(contract[side]["fee"]) * 100)
               for contract in contracts(market).values()
               for side in ("buyerSide", "sellerSide"))


def test_killed_under_load(tmp_path):
    seed = int(os.environ.get("FONDACO_SEED", random.randrange(1_000_000)))
    print(f"FONDACO_SEED={seed}")
    chance = random.Random(seed)
    market = Market(tmp_path / "data")
    numbers = itertools.count(1)
    ledgers = {firm: {} for firm in ("FARM", "DAIRY")}
    with market:
        before = settled(market)
        for number in range(ROUNDS):
            what = f"seed {seed}, round {number}"
            senders = [
                Sender(market.url, market.bearers[firm], numbers, random.Random(chance.random()),
                       ledgers[firm])
                for firm, _ in zip(itertools.cycle(ledgers), range(SENDERS))]
            for sender in senders:
                sender.start()
            time.sleep(chance.uniform(0.2, 1.2))
            market.server.process.kill()
            market.server.process.wait()
            for sender in senders:
                sender.join(60)
                assert not sender.is_alive(), what
            restart(market)
            check(market, ledgers, senders, what)
        assert sum(len(ledger) for ledger in ledgers.values()) > 100
        assert settled(market) + fees(market) == before, f"seed {seed}: money was made or lost"
        market.close_session()
    replay = json.loads(fondaco("trade", "replay", "agriculture", "--data", tmp_path / "data",
                                "--json", status=0).out)
    assert replay["faults"] == []


def restart(market):
    """The same server again, on the same data."""
    market.server = house.Server(market.data, "--empty")
    market.server.__enter__()
    market.url = market.server.url + "/api/market/sections/agriculture"
    market.everybody = Desk(market.url)
    market.desks = {name: Desk(market.url, bearer) for name, bearer in market.bearers.items()}
    market.operator = market.desks["operator"]


def check(market, ledgers, senders, what):
    commands = set()
    for firm, ledger in ledgers.items():
        desk = market.desks[firm]
        # What was acknowledged is there, under the number that was acknowledged.
        for client, (form, command, result, order) in ledger.items():
            assert command not in commands, f"{what}: command {command} was acknowledged twice"
            commands.add(command)
        for client in random.Random(len(ledger)).sample(sorted(ledger), min(40, len(ledger))):
            form, command, result, order = ledger[client]
            known = desk.get(f"/orders/client/{client}")
            if order:
                assert known["order"] == order, f"{what}: client order {client}"
        # What wasn't answered may be sent again: it is done once.
        for sender in senders:
            if sender.ledger is not ledger or not sender.unanswered:
                continue
            said = desk.send("/orders", sender.unanswered, None)
            again = desk.send("/orders", sender.unanswered, None)
            firsts, seconds = (answer.get("results", [answer]) for answer in (said, again))
            for form, first, second in zip(sender.unanswered, firsts, seconds, strict=True):
                assert second["result"] in ("repeated", "refused"), f"{what}: {form}"
                assert first.get("order") == second.get("order"), f"{what}: {form}"
                ledger[form["clientOrder"]] = (form, second["command"], second["result"],
                                               second.get("order"))
    head = market.everybody.get("")["commands"]
    assert all(command <= head for command in commands), f"{what}: a command is missing"
