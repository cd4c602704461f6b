#!/usr/bin/env python3
"""Measures a running server over HTTP, as one would use it.

On the built-in data set: the time from the start of the process to the first answer (once the set
has been loaded), and the memory it then holds. On the world's cities (see cities_to_jsonl.py):
requests a second and latencies of records, searches, lists and pages, by `wrk` with 16 connections
on loopback. On a synthetic register of a million records: how long dashboards take. Addresses are drawn with a fixed seed, so that two runs ask for the same.

    .cache/venv/bin/python Scripts/bench_http.py --binary .build/release/fondaco
"""

import argparse
import contextlib
import http.client
import json
import os
import platform
import random
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent
CONNECTIONS, THREADS = 16, 2
SEED = 1
MILLION = 1_000_000

# What has to be reached: requests a second by name of the measurement.
GOALS = {
    "record as JSON": 5_000,
    "search with facets": 300,
    "filtered, sorted list with facets": 300,
    "record as HTML": 1_500,
}


def machine() -> str:
    """The machine in a line: processor, how many, memory, system."""
    model = "unknown processor"
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.partition(":")[2].strip()
            break
    pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return (f"{model}, {len(os.sched_getaffinity(0))} cores, {pages * size / 2**30:.0f} GiB, "
            f"{platform.system()} {platform.release()}")


def free_port() -> int:
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def memory(process: subprocess.Popen) -> float:
    """The process's resident memory in MiB."""
    for line in Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the process has no VmRSS")


@contextlib.contextmanager
def served(binary: Path, data: Path, *arguments: str):
    """A server on `data`; gives its process, its address, and the seconds to its first answer."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    began = time.monotonic()
    process = subprocess.Popen(
        [binary, "serve", "--host", "127.0.0.1", "--port", str(port), "--data", data, *arguments],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while True:
            try:
                urllib.request.urlopen(address + "/api/search?q=Grodno", timeout=60).read()
                break
            except (ConnectionError, urllib.error.URLError) as error:
                if process.poll() is not None or time.monotonic() - began > 300:
                    raise RuntimeError(f"the server doesn't answer: {error}") from error
                time.sleep(0.005)
        yield process, address, time.monotonic() - began
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def addresses(cities: list[dict], count: int) -> dict[str, list[str]]:
    """The addresses that each measurement asks for, drawn from the cities with a fixed seed."""
    chance = random.Random(SEED)
    countries = sorted({city["parent"] for city in cities})

    def word(city: dict) -> str:
        """One of a city's spellings; every fourth with a slip."""
        spelling = chance.choice(
            [city["name"], *(alias["text"] for alias in city.get("aliases", []))])
        if len(spelling) > 5 and chance.random() < 0.25:
            at = chance.randrange(1, len(spelling) - 1)
            spelling = spelling[:at] + spelling[at + 1:]
        return urllib.parse.quote(spelling)

    drawn = chance.choices(cities, k=count)
    return {
        "record as JSON": [f"/api/records/{city['id']}" for city in drawn],
        "search with facets": [f"/search?q={word(city)}" for city in drawn],
        "search as JSON": [f"/api/search?q={word(city)}&limit=10" for city in drawn],
        "filtered, sorted list with facets": [
            f"/places?country={chance.choice(countries)}&type=city&sort=name"
            for _ in range(count)],
        "filtered, sorted list as JSON": [
            f"/api/records?kind=place&type=city&place={chance.choice(countries)}&sort=name&limit=20"
            for _ in range(count)],
        "record as HTML": [f"/records/{city['id']}" for city in drawn],
    }


def check(address: str, paths: list[str]) -> None:
    """A measurement of errors is none: the first addresses have to answer 200."""
    for path in paths[:5]:
        with urllib.request.urlopen(address + path, timeout=60) as answer:
            if answer.status != 200:
                raise RuntimeError(f"{path} -> {answer.status}")


def load(address: str, paths: list[str], seconds: int, directory: Path) -> list[float]:
    """Runs wrk on the paths; gives requests a second, latency in ms (50, 90, 99 %, max), errors."""
    file = directory / "addresses.txt"
    file.write_text("\n".join(paths) + "\n")
    run = subprocess.run(
        ["wrk", f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "10s",
         "-s", SCRIPTS / "wrk/addresses.lua", address, "--", file],
        check=True, capture_output=True, text=True)
    line = next(line for line in run.stdout.splitlines() if line.startswith("RESULT "))
    return [float(part) for part in line.split()[1:]]


def dashboards(options: argparse.Namespace) -> bool:
    """Times the dashboards of a register of a million records; tells whether the goal is reached."""
    data, file = options.work / "million", options.work / "million.jsonl"
    if not data.exists():
        bench = options.binary.with_name("fondaco-bench")
        subprocess.run([bench, "synthetic", str(MILLION), file], check=True)
        subprocess.run([options.binary, "import", "--data", data, file], check=True,
                       stdout=subprocess.DEVNULL)
        file.unlink()
    chance = random.Random(SEED)
    with served(options.binary, data, "--empty") as (process, address, seconds):
        print(f"\n{MILLION:,} records: first answer after {seconds:.2f} s")
        connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=60)
        reached = True
        # The synthetic register's first 100 places are countries, the first 2,000 are regions.
        for kind, name, numbers in (("countries", "place/p", (0, 100)),
                                    ("regions", "place/p", (100, 2_000)),
                                    ("cities", "place/p", (2_000, MILLION // 10)),
                                    ("organisations", "org/o", (0, MILLION // 5))):
            times = []
            for number in (chance.randrange(*numbers) for _ in range(300)):
                began = time.perf_counter()
                connection.request("GET", f"/dashboards/{name}{number}")
                answer = connection.getresponse()
                size = len(answer.read())
                times.append((time.perf_counter() - began) * 1000)
                if answer.status != 200:
                    raise RuntimeError(f"/dashboards/{name}{number} -> {answer.status}")
            times.sort()
            reached = reached and times[296] < 60
            print(f"dashboards of {kind:<24} p50 {times[150]:>7.1f} ms, p99 {times[296]:>7.1f} ms, "
                  f"max {times[-1]:>7.1f} ms (goal: under 60 ms), the last {size / 1000:.0f} kB")
        print(f"after that: {memory(process):.0f} MiB resident")
    return reached


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=Path, default=Path(".build/release/fondaco"))
    parser.add_argument("--work", type=Path, default=Path(".cache/bench"),
                        help="where the data directories are made (default: %(default)s)")
    parser.add_argument("--seconds", type=int, default=10, help="for each measurement")
    options = parser.parse_args()
    work = options.work
    work.mkdir(parents=True, exist_ok=True)
    print(f"machine: {machine()}\n")

    builtin = work / "built-in"
    with served(options.binary, builtin):
        pass  # the first start loads the set
    with served(options.binary, builtin) as (process, _, seconds):
        print(f"built-in set: first answer after {seconds:.2f} s (goal: under 1 s), "
              f"{memory(process):.0f} MiB resident (goal: under 150 MB)\n")

    cities_file = work / "cities.jsonl"
    if not cities_file.exists():
        partial = cities_file.with_suffix(".partial")
        subprocess.run([sys.executable, SCRIPTS / "cities_to_jsonl.py", "--output", partial],
                       check=True)
        partial.rename(cities_file)
    data = work / "cities"
    # Importing again what is there already changes nothing, so a kept directory is as good.
    began = time.monotonic()
    fresh = not data.exists()
    subprocess.run([options.binary, "import", "--data", data, cities_file], check=True,
                   stdout=subprocess.DEVNULL)
    took = time.monotonic() - began
    with cities_file.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    cities = [record for record in records if record.get("type") == "city"]
    if fresh:
        print(f"cities: {len(records)} records imported in {took:.1f} s, "
              f"{len(records) / took:.0f} a second")

    missed = []
    with served(options.binary, data, "--empty") as (process, address, seconds):
        print(f"cities: first answer after {seconds:.2f} s, {memory(process):.0f} MiB resident\n")
        print(f"{'over HTTP, ' + str(CONNECTIONS) + ' connections':<36} {'a second':>9} "
              f"{'p50 ms':>8} {'p90 ms':>8} {'p99 ms':>8} {'max ms':>8} {'errors':>7}  goal")
        for name, paths in addresses(cities, 20_000).items():
            check(address, paths)
            rate, p50, p90, p99, worst, errors = load(address, paths, options.seconds, work)
            goal = GOALS.get(name)
            print(f"{name:<36} {rate:>9.0f} {p50:>8.2f} {p90:>8.2f} {p99:>8.2f} {worst:>8.1f} "
                  f"{errors:>7.0f}  {goal or ''}", flush=True)
            if goal and rate < goal or errors:
                missed.append(name)
        print(f"\nafter the load: {memory(process):.0f} MiB resident")
    if not dashboards(options):
        missed.append("dashboards")
    if missed:
        print(f"not reached: {', '.join(missed)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
