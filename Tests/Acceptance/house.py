"""What the tests know of the house from outside: its command, its server, and the data it starts with.

Nothing here looks into the Swift sources; the only thing read from the repository beside the
executable is the built-in data set, which the tests compare answers with.
"""

import contextlib
import hashlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from decimal import Decimal
from pathlib import Path

import requests

ROOT = Path(__file__).resolve().parents[2]
BINARY = Path(os.environ.get("FONDACO_BIN", ROOT / ".build/debug/fondaco"))
ATLAS = ROOT / "Sources/Atlas/Data"
KINDS = ["source", "place", "organisation", "person", "agreement", "measure", "event", "project",
         "offer", "observation"]


def exact(text):
    """JSON with every number that has a point or exponent as a Decimal, as it is written."""
    return json.loads(text, parse_float=Decimal)


def atlas():
    """The built-in data set as {id: record}."""
    lines = (line for kind in KINDS
             for line in (ATLAS / f"{kind}.jsonl").read_text("utf-8").splitlines())
    return {record["id"]: record for record in map(exact, lines)}


class Outcome:
    """How a command ended: its exit status and what it printed."""

    def __init__(self, arguments, status, out, err):
        self.arguments, self.status, self.out, self.err = arguments, status, out, err

    @property
    def text(self):
        return self.out.decode("utf-8", "replace") + self.err.decode("utf-8", "replace")

    def __repr__(self):
        return f"fondaco {' '.join(map(str, self.arguments))} -> {self.status}\n{self.text[:4000]}"


def environment():
    """The environment of a command, without settings of the person who runs the tests."""
    return {key: value for key, value in os.environ.items()
            if not key.startswith("FONDACO_")} | {"LC_ALL": "C.UTF-8"}


def fondaco(*arguments, stdin=b"", timeout=120, status=None, **options):
    """Runs the command to its end; with `status`, that exit status is required."""
    done = subprocess.run([BINARY, *map(str, arguments)], input=stdin, capture_output=True,
                          timeout=timeout, env=environment(), **options)
    outcome = Outcome(arguments, done.returncode, done.stdout, done.stderr)
    assert status is None or done.returncode == status, f"expected exit {status}: {outcome!r}"
    return outcome


def start(*arguments, **options):
    """Starts the command and doesn't wait."""
    return subprocess.Popen([BINARY, *map(str, arguments)], stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(),
                            **options)


def export(data):
    """The register in `data` as canonical JSON Lines."""
    return fondaco("export", "--data", data, status=0).out


def digest(data):
    """SHA-256 of all that the register in `data` holds."""
    return hashlib.sha256(export(data)).hexdigest()


def lines(records):
    """Records as JSON Lines; a str or bytes stands for itself."""
    def line(record):
        if isinstance(record, bytes):
            return record
        text = record if isinstance(record, str) else json.dumps(record, ensure_ascii=False)
        return text.encode("utf-8")
    return b"".join(line(record) + b"\n" for record in records)


def free_port():
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A real server on loopback, on a data directory of its own."""

    def __init__(self, data, *arguments):
        self.data = Path(data)
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = self.data.parent / f"{self.data.name}-{self.port}.log"
        self.arguments = ["serve", "--host", "127.0.0.1", "--port", str(self.port),
                          "--data", str(data), *arguments]
        self.session = requests.Session()
        self.session.trust_env = False
        self.stopped = False

    def __enter__(self):
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [BINARY, *self.arguments], stdin=subprocess.DEVNULL, stdout=log,
                stderr=subprocess.STDOUT, env=environment())
        try:
            self.wait_until_healthy()
        except BaseException:
            self.process.kill()
            raise
        return self

    def wait_until_healthy(self, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise AssertionError(f"the server ended with {self.process.returncode}: "
                                     f"{self.log.read_text('utf-8', 'replace')[-3000:]}")
            with contextlib.suppress(requests.ConnectionError):
                if self.session.get(self.url + "/healthz", timeout=5).status_code == 200:
                    return
            time.sleep(0.05)
        raise AssertionError(f"no answer from /healthz within {seconds} s")

    def stop(self, how=signal.SIGTERM, seconds=20):
        """Asks the server to stop and gives its exit status."""
        self.stopped = True
        self.session.close()
        self.process.send_signal(how)
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise AssertionError(f"the server didn't stop within {seconds} s of {how!r}")

    def __exit__(self, kind, *_):
        if self.process.poll() is None:
            status = self.stop()
            assert kind is not None or status == 0, f"SIGTERM gave exit status {status}"
        elif kind is None and not self.stopped:
            log = self.log.read_text("utf-8", "replace")
            raise AssertionError(f"the server died with {self.process.returncode}: {log[-3000:]}")

    def get(self, path, status=200, method="GET", **options):
        """Asks for `path`, which is sent as it stands; `status` None accepts any answer."""
        # `requests` tidies dots and escapes in an address; a prepared request may be set back.
        headers = {"Accept-Language": "en"} | options.pop("headers", {})
        body = {key: options.pop(key) for key in ("params", "data", "json") if key in options}
        asked = self.session.prepare_request(
            requests.Request(method, self.url + path, headers=headers, **body))
        if "params" not in body:
            asked.url = self.url + path
        options = {"timeout": 30, "allow_redirects": False} | options
        answer = self.session.send(asked, **options)
        # Each request is that of a new visitor: no language stays chosen.
        self.session.cookies.clear()
        if status is not None:
            assert answer.status_code == status, \
                f"{method} {asked.url} -> {answer.status_code}, not {status}: {answer.text[:2000]}"
        return answer

    def settled(self, path, seconds=60):
        """What `path` answers once the server has made what it makes in the background."""
        end = time.monotonic() + seconds
        while (answer := self.get(path, None)).status_code in (202, 503):
            assert time.monotonic() < end, f"{path} isn't ready within {seconds} s"
            time.sleep(0.1)
        assert answer.status_code == 200, f"{path} -> {answer.status_code}"
        return answer

    def api(self, path, **parameters):
        """The JSON that `path` answers, with exact numbers."""
        answer = self.get(path, params=parameters) if parameters else self.get(path)
        assert answer.headers["Content-Type"].startswith("application/json"), answer.headers
        return exact(answer.content)

    def pages_of(self, path, **parameters):
        """All items of a list, page by page through its cursors, and the total it claims."""
        items, cursor, total = [], None, None
        for _ in range(1000):
            page = self.api(path, **parameters, **({"cursor": cursor} if cursor else {}))
            assert total in (None, page["total"]), f"{path} {parameters}: the total changed"
            total = page["total"]
            items += page["items"]
            cursor = page.get("next")
            if not cursor:
                return items, total
            assert page["items"], f"{path} {parameters}: an empty page that isn't the last"
        raise AssertionError(f"{path} {parameters}: the pages never end")


def fresh(directory, *records):
    """A register in `directory` without the built-in set, holding `records`."""
    shutil.rmtree(directory, ignore_errors=True)
    fondaco("import", "--data", directory, "-", stdin=lines(records), status=0)
    return directory


# A small complete set of records that tests build on.
SOURCE = {"kind": "source", "id": "src/gazette", "title": "The Gazette",
          "cite": [{"source": "src/gazette"}]}
CITE = [{"source": "src/gazette", "at": "L1"}]


def place(name, /, **fields):
    return {"kind": "place", "id": f"place/{name}", "name": name.title(), "type": "city",
            "cite": CITE} | fields


def error_lines(outcome):
    """The lines `FILE:LINE: FIELD: what is wrong; what would be right` as (file, line, field)."""
    found = re.finditer(r"^(.+?):(\d+): ([^:\n]+): (\S.*?); (\S.*)$", outcome.text, re.MULTILINE)
    return [(match[1], int(match[2]), match[3]) for match in found]
