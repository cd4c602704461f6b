"""The command line: help, exit statuses, and what each command prints."""

import json
import os
import signal
import subprocess
import time

import house
import pytest
from house import fondaco

COMMANDS = ["serve", "import", "export", "search", "show", "verify", "rebuild"]


def test_help_lists_the_commands():
    shown = fondaco("--help", status=0).text
    for command in COMMANDS:
        assert command in shown, f"{command} isn't in {shown}"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_each_command_has_examples(command):
    shown = fondaco(command, "--help", status=0).text
    assert "--data" in shown
    assert f"fondaco {command}" in shown.split("USAGE")[0] or "xample" in shown, shown


@pytest.mark.parametrize("arguments", [
    ["nonsense"], ["serve", "--port", "many"], ["serve", "--port", "99999"], ["show"], ["import"],
    ["search"], ["export", "--colour"],
])
def test_wrong_usage_is_refused(arguments, tmp_path):
    outcome = fondaco(*arguments, cwd=tmp_path)
    assert outcome.status not in (0, 1) and outcome.status > 0, outcome
    assert outcome.err, outcome
    assert not (tmp_path / "fondaco-data").exists(), "wrong usage made a data directory"


def test_search(loaded):
    shown = fondaco("search", "--data", loaded, "Гродна", status=0).text
    assert "place/by/grodno" in shown
    found = json.loads(fondaco("search", "--data", loaded, "--json", "Гродна", status=0).out)
    assert found["items"][0]["id"] == "place/by/grodno"
    assert found["total"] >= 1


def test_search_without_result(loaded):
    outcome = fondaco("search", "--data", loaded, "--json", "xqzwvkjhq")
    assert outcome.status in (0, 1) and json.loads(outcome.out)["items"] == []


def test_show(loaded, atlas):
    shown = fondaco("show", "--data", loaded, "place/by/grodno", status=0).text
    assert "Grodno" in shown and "Гродно" in shown and "seed/000" in shown
    record = house.exact(fondaco("show", "--data", loaded, "--json", "place/by/grodno",
                                 status=0).out)
    record = record.get("record", record)
    assert record["name"] == "Grodno" and record["cite"] == atlas["place/by/grodno"]["cite"]


@pytest.mark.parametrize("key", ["place/zz/nowhere", "nothing", "place/../by", ""])
def test_show_what_isnt_there(loaded, key):
    outcome = fondaco("show", "--data", loaded, key)
    assert outcome.status > 0 and outcome.err, outcome
    assert outcome.out == b"", outcome


def test_the_environment_names_the_data_directory(loaded):
    done = subprocess.run([house.BINARY, "show", "place/by/grodno"], capture_output=True,
                          env=house.environment() | {"FONDACO_DATA": str(loaded)})
    assert done.returncode == 0, done.stderr


def test_a_data_directory_that_cant_be_made(tmp_path):
    (tmp_path / "file").write_text("not a directory")
    outcome = fondaco("import", "--data", tmp_path / "file" / "data", "-", stdin=b"")
    assert outcome.status > 0 and str(tmp_path / "file") in outcome.text, outcome


def test_a_closed_pipe_ends_export_quietly(loaded):
    process = house.start("export", "--data", loaded)
    process.stdout.readline()
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()
    assert process.wait(20) in (0, 1, -signal.SIGPIPE, 128 + signal.SIGPIPE)
    assert b"Fatal" not in err and b"Crash" not in err, err


def test_an_import_beside_a_running_server_is_seen(copy):
    """One process writes while another serves; the server shows what was written."""
    new = {"kind": "place", "id": "place/zz", "name": "Zzyzx", "type": "country",
           "cite": [{"source": "seed/000"}]}
    with house.Server(copy) as server:
        def found():
            items = server.api("/api/search", q="Zzyzx")["items"]
            return "place/zz" in {item["id"] for item in items}

        server.get("/api/records/place/zz", 404)
        assert not found()
        fondaco("import", "--data", copy, "-", stdin=house.lines([new]), status=0)
        server.get("/api/records/place/zz")
        end = time.monotonic() + 20
        while not found():
            assert time.monotonic() < end, "what was imported can't be found"
            time.sleep(0.1)


def test_a_port_in_use_is_named(copy, server):
    outcome = fondaco("serve", "--data", copy, "--port", server.port, timeout=20)
    assert outcome.status > 0 and str(server.port) in outcome.text, outcome


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_the_server_stops_gracefully(copy, how):
    with house.Server(copy) as server:
        assert server.url.removeprefix("http://") in server.log.read_text("utf-8", "replace")
        assert server.stop(how) == 0


def test_empty_starts_without_the_built_in_set(tmp_path):
    with house.Server(tmp_path / "data", "--empty") as server:
        assert server.api("/api/records")["total"] == 0
        server.get("/")
    assert house.export(tmp_path / "data") == b""


def test_a_restart_keeps_what_was_imported(tmp_path):
    data = house.fresh(tmp_path / "data", house.SOURCE, house.place("xx"))
    with house.Server(data) as server:
        # A register with something in it isn't given the built-in set.
        assert server.api("/api/records")["total"] == 2
        assert "ETag" in server.get("/api/records/place/xx").headers


def test_output_is_not_coloured_into_a_file(loaded):
    outcome = fondaco("search", "--data", loaded, "Grodno", status=0)
    assert b"\x1b[" not in outcome.out + outcome.err
    assert os.linesep.encode() in outcome.out
