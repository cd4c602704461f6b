#!/usr/bin/env python3
"""Measures the exchange over HTTP: orders a second from many firms, each answer after its sync.

A section with one instrument and 32 firms; orders around one price, by `wrk` with 16 connections on
loopback, alone and a hundred in a request; then what a reader of the book gets meanwhile.

    .cache/venv/bin/python Scripts/bench_market.py --binary .build/release/fondaco
"""

import argparse
import datetime
import json
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

from bench_http import CONNECTIONS, SCRIPTS, THREADS, load, machine, memory, served

FIRMS = [f"FIRM-{number}" for number in range(1, 33)]
INSTRUMENT = {
    "code": "BENCH", "name": "a commodity", "unit": "t", "tick": "1", "currency": "RUB",
    "delivery": {"rule": "fca"}, "resident": {"deposit": "5", "fee": "0.1"},
    "deadlines": {"signing": "1 day", "payment": "5 days", "shipment": "10 days",
                  "acceptance": "10 days", "claims": "14 days"}}


def issue(binary: Path, data: Path, *arguments: str) -> str:
    said = subprocess.run(
        [binary, "trade", "token", "issue", "--data", data, "--label", "bench", "--json",
         *arguments], check=True, capture_output=True)
    return json.loads(said.stdout)["token"]


def send(address: str, token: str, path: str, body: object) -> None:
    """Sends a form of the operator; a refusal ends the measurement."""
    request = urllib.request.Request(
        address + path, json.dumps(body).encode(),
        {"Authorization": f"Bearer {token}", "Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        answer.read()


def prepare(address: str, operator: str) -> None:
    send(address, operator, "/instruments", INSTRUMENT)
    send(address, operator, "/participants",
         [{"code": firm, "name": firm} for firm in FIRMS])
    send(address, operator, "/payments",
         [{"kind": "in", "participant": firm, "currency": "RUB", "amount": "90000000000.00",
           "voucher": number} for number, firm in enumerate(FIRMS, 1)])
    tomorrow = datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=1)
    send(address, operator, "/sessions", {"day": str(tomorrow), "offset": "+00:00", "plan": {
        "code": "BENCH", "phases": [{"kind": "trading", "at": "10:00"},
                                    {"kind": "closed", "at": "12:00"}]}})
    send(address, operator, "/session/orders", {"order": "next", "phase": "trading"})


def orders(address: str, tokens: Path, batch: int, seconds: int) -> list[float]:
    run = subprocess.run(
        ["wrk", f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "10s",
         "-s", SCRIPTS / "wrk/orders.lua", address + "/orders", "--", tokens, str(batch)],
        check=True, capture_output=True, text=True)
    line = next(line for line in run.stdout.splitlines() if line.startswith("RESULT "))
    return [float(part) for part in line.split()[1:]]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=Path, default=Path(".build/release/fondaco"))
    parser.add_argument("--work", type=Path, default=Path(".cache/bench"))
    parser.add_argument("--seconds", type=int, default=10, help="for each measurement")
    options = parser.parse_args()
    data = options.work / "market"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(parents=True)
    print(f"machine: {machine()}\n")
    subprocess.run([options.binary, "trade", "section", "make", "bench", "--orders", "4194304",
                    "--book-orders", "262144", "--data", data], check=True,
                   stdout=subprocess.DEVNULL)
    operator = issue(options.binary, data)
    tokens = options.work / "tokens.txt"
    tokens.write_text("".join(
        issue(options.binary, data, "--participant", firm) + "\n" for firm in FIRMS))
    with served(options.binary, data, "--empty") as (process, address, _):
        section = f"{address}/api/market/sections/bench"
        prepare(section, operator)
        print(f"{'over HTTP, ' + str(CONNECTIONS) + ' connections':<36} {'a second':>9} "
              f"{'p50 ms':>8} {'p90 ms':>8} {'p99 ms':>8} {'max ms':>8} {'errors':>7}")
        for name, batch in [("an order in a request", 1), ("a hundred orders in a request", 100)]:
            figures = orders(section, tokens, batch, options.seconds)
            show(name, figures[0] * batch, figures)
        for name, path in [("the book", "/instruments/BENCH/book"), ("the section", "")]:
            figures = load(
                address, [f"/api/market/sections/bench{path}"], options.seconds, options.work)
            show(name, figures[0], figures)
        print(f"\nafter the load: {memory(process):.0f} MiB resident")
    tokens.unlink()
    return 0


def show(name: str, rate: float, figures: list[float]) -> None:
    _, p50, p90, p99, worst, errors = figures
    print(f"{name:<36} {rate:>9.0f} {p50:>8.2f} {p90:>8.2f} {p99:>8.2f} {worst:>8.1f} "
          f"{errors:>7.0f}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
