"""The OpenAPI description is valid, complete, and true: a tool that reads it tries the server."""

import os
import re
import subprocess
import sys
from pathlib import Path

import house
from market import Market
from openapi_spec_validator import OpenAPIV31SpecValidator

HERE = Path(__file__).parent
SEED = 20210629


def test_the_description_is_valid(server):
    document = server.get("/api/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    problems = [f"{'/'.join(map(str, error.path))}: {error.message}"
                for error in OpenAPIV31SpecValidator(document).iter_errors()]
    assert problems == []


def test_the_description_covers_the_api(server):
    paths = server.get("/api/openapi.json").json()["paths"]
    # A parameter that holds slashes may be written in more than one way.
    known = {re.sub(r"\{[^}]*\}", "{}", path) for path in paths}
    assert known >= {"/api/records", "/api/records/{}", "/api/search", "/api/observations",
                     "/api/history/{}", "/api/sources/{}/facts", "/api/reconcile", "/healthz"}
    for path, item in paths.items():
        for method, operation in item.items():
            if method in ("get", "post"):
                assert operation.get("summary") or operation.get("description"), (method, path)
                assert operation["responses"], (method, path)


def keeps_to_its_description(server, tmp_path, *arguments):
    """Lets a tool that reads the description try the server."""
    tool = Path(sys.executable).with_name("schemathesis")
    run = subprocess.run(
        [tool, "--config-file", HERE / "schemathesis.toml", "run",
         server.url + "/api/openapi.json", "--workers", "1", "--seed", str(SEED),
         "--request-timeout", "10", "--no-color", "--warnings", "off", *arguments],
        cwd=tmp_path, capture_output=True, text=True, timeout=150,
        env=house.environment() | {"HYPOTHESIS_STORAGE_DIRECTORY": str(tmp_path),
                                   "PYTHONPATH": str(HERE),
                                   "PATH": os.environ["PATH"]})
    assert run.returncode == 0, run.stdout[-15_000:] + run.stderr[-2_000:]
    assert server.process.poll() is None


def test_the_register_keeps_to_its_description(server, tmp_path):
    keeps_to_its_description(
        server, tmp_path, "--phases", "examples,coverage,fuzzing", "--max-examples", "8",
        "--exclude-path-regex", "^/api/market")


def test_the_exchange_keeps_to_its_description(tmp_path):
    # Streams don't end, and what isn't JSON is tried in tests of its own.
    with Market(tmp_path / "data") as market:
        document = market.server.get("/api/openapi.json").json()
        assert [error.message
                for error in OpenAPIV31SpecValidator(document).iter_errors()] == []
        keeps_to_its_description(
            market.server, tmp_path, "--phases", "coverage,fuzzing", "--max-examples", "3",
            "--include-path-regex", "^/api/market",
            "--exclude-path-regex", "stream|drop-copy|commands",
            "--header", f"Authorization: Bearer {market.bearers['operator']}")
        assert market.everybody.get("")["atWork"] is True
