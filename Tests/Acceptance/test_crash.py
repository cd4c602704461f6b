"""An import that is killed, interrupted or runs out of disk leaves all of it or nothing."""

import hashlib
import json
import os
import random
import resource
import signal
import subprocess
import time

import house
import pytest
from house import SOURCE, fondaco, place

RECORDS = 4_000
ROUNDS = 12


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """A base register, a large import for it, and how both ends of that import look."""
    directory = tmp_path_factory.mktemp("crash")
    base = house.fresh(directory / "base", SOURCE, place("xx", type="country"))
    file = directory / "import.jsonl"
    file.write_bytes(house.lines(
        place(f"xx/p{n}", parent="place/xx", name=f"Place {n} of many",
              aliases=[{"text": f"Место {n}", "lang": "ru"}]) for n in range(RECORDS)))
    before = house.digest(base)
    whole = copied(base, directory / "whole")
    began = time.monotonic()
    fondaco("import", "--data", whole, file, status=0)
    lasted = time.monotonic() - began
    return {"base": base, "file": file, "lasted": lasted, "directory": directory,
            before: "nothing", house.digest(whole): "all"}


def copied(source, target):
    subprocess.run(["cp", "-a", source, target], check=True)
    return target


def state(world, data, what):
    """Whether the register in `data` holds all of the import or nothing; nothing else will do."""
    content = house.export(data)
    verified = fondaco("verify", "--data", data)
    assert verified.status == 0, f"{what}: {verified!r}"
    found = world.get(hashlib.sha256(content).hexdigest())
    count = len(content.splitlines())
    assert found, f"{what}: {count} of {RECORDS + 2} records are there"
    return found


def test_killed_at_any_moment(world, tmp_path):
    seed = int(os.environ.get("FONDACO_SEED", random.randrange(1_000_000)))
    print(f"FONDACO_SEED={seed}")
    chance = random.Random(seed)
    seen = {"all": 0, "nothing": 0}
    data = copied(world["base"], tmp_path / "data")
    for number in range(ROUNDS):
        moment = chance.uniform(0, world["lasted"] * 1.05)
        process = house.start("import", "--data", data, world["file"])
        time.sleep(moment)
        process.kill()
        out, _ = process.communicate()
        what = f"seed {seed}, round {number}, killed after {moment:.3f} s of {world['lasted']:.2f} s"
        found = state(world, data, what)
        seen[found] += 1
        assert process.returncode != 0 or found == "all", f"{what}: acknowledged, but lost: {out}"
        if found == "all":
            subprocess.run(["rm", "-rf", data], check=True)
            copied(world["base"], data)
    print(f"after {ROUNDS} kills: {seen}")
    # What was killed doesn't stand in the way of the next import.
    fondaco("import", "--data", data, world["file"], status=0)
    assert state(world, data, "after all") == "all"


def test_killed_between_acknowledged_imports(world, tmp_path):
    """Imports one after another until the kill: all that were acknowledged are there."""
    seed = int(os.environ.get("FONDACO_SEED", random.randrange(1_000_000)))
    print(f"FONDACO_SEED={seed}")
    chance = random.Random(seed)
    data = copied(world["base"], tmp_path / "data")
    acknowledged = set()
    for number in range(8):
        name = f"xx/q{number}"
        (tmp_path / "one.jsonl").write_bytes(house.lines([place(name)]))
        process = house.start("import", "--data", data, tmp_path / "one.jsonl")
        try:
            process.wait(chance.uniform(0, 0.4))
        except subprocess.TimeoutExpired:
            process.kill()
        process.communicate()
        if process.returncode == 0:
            acknowledged.add(f"place/{name}")
        ids = {json.loads(line)["id"] for line in house.export(data).splitlines()}
        assert acknowledged <= ids, f"seed {seed}: lost {acknowledged - ids}"
        fondaco("verify", "--data", data, status=0)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_interrupted(world, tmp_path, share):
    data = copied(world["base"], tmp_path / "data")
    process = house.start("import", "--data", data, world["file"])
    time.sleep(world["lasted"] * share)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    found = state(world, data, f"SIGINT after {share}")
    if process.returncode == 0:
        assert found == "all"
    elif process.returncode > 0:
        assert (out + err).strip(), "an interrupted import says what it has done"


def test_files_may_not_grow(world, tmp_path):
    """Writes fail in the middle (a limit on file size), as on a full disk."""
    for limit in (100_000, 400_000, 1_500_000):
        data = copied(world["base"], tmp_path / f"data-{limit}")
        outcome = fondaco(
            "import", "--data", data, world["file"],
            preexec_fn=lambda limit=limit: resource.setrlimit(
                resource.RLIMIT_FSIZE, (limit, limit)))
        assert outcome.status != 0, outcome
        state(world, data, f"limit of {limit} bytes")


def test_disk_full(world, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1200k", "tmpfs", disk],
                             capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("this machine doesn't let a test mount a small disk")
    try:
        data = copied(world["base"], disk / "data")
        outcome = fondaco("import", "--data", data, world["file"])
        assert outcome.status > 0, outcome
        assert outcome.err.strip(), "a full disk is named"
        subprocess.run(["mount", "-o", "remount,size=100m", disk], check=True)
        state(world, data, "full disk")
        fondaco("import", "--data", data, world["file"], status=0)
        assert state(world, data, "after the disk was made larger") == "all"
    finally:
        subprocess.run(["umount", disk], check=True)
