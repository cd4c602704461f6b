"""`verify` finds what was tampered with; `rebuild` makes the projection anew from the journal."""

import json
import re
import shutil
import sqlite3
from contextlib import closing

import house
from house import fondaco


def segments(data):
    """The files of the journal."""
    found = sorted(path for path in (data / "journal").rglob("*")
                   if path.is_file() and path.stat().st_size > 1_000)
    assert found, f"no journal among {sorted(data.rglob('*'))}"
    return found


def projection(data):
    """The SQLite file, with what its write-ahead log holds written into it."""
    for path in data.rglob("*"):
        if path.is_file() and path.open("rb").read(15) == b"SQLite format 3":
            with closing(sqlite3.connect(path)) as database:
                database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return path
    raise AssertionError(f"no SQLite file among {sorted(data.rglob('*'))}")


def test_a_sound_register_is_verified(copy):
    before = house.digest(copy)
    outcome = fondaco("verify", "--data", copy, status=0)
    assert re.search(r"\d", outcome.text), outcome
    json.loads(fondaco("verify", "--data", copy, "--json", status=0).out)
    assert house.digest(copy) == before


def test_a_flipped_byte_in_the_journal_is_found(copy):
    segment = segments(copy)[0]
    content = bytearray(segment.read_bytes())
    for place in (len(content) // 2, len(content) // 3, len(content) - len(content) // 10):
        broken = content.copy()
        broken[place] ^= 0x01
        segment.write_bytes(broken)
        outcome = fondaco("verify", "--data", copy, status=1)
        assert re.search(r"entry|sequence|offset|byte", outcome.text), outcome
        assert re.search(r"\d", outcome.text), outcome
    segment.write_bytes(content)
    fondaco("verify", "--data", copy, status=0)


def test_damage_isnt_served(copy):
    """A journal that is damaged in the middle is never silently cut."""
    segment = segments(copy)[0]
    content = bytearray(segment.read_bytes())
    content[len(content) // 2] ^= 0xFF
    segment.write_bytes(content)
    fondaco("verify", "--data", copy, status=1)
    assert fondaco("rebuild", "--data", copy).status > 0
    assert segment.read_bytes() == content, "the damaged journal was changed"


def test_a_missing_segment_is_found(copy):
    segments(copy)[0].unlink()
    outcome = fondaco("verify", "--data", copy)
    assert outcome.status == 1 and outcome.text.strip(), outcome


def tamper(data, old, new):
    """Replaces a text wherever the projection holds it; gives how many values have changed."""
    changed = 0
    with closing(sqlite3.connect(projection(data))) as database, database:
        tables = [name for name, in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
        for table in tables:
            for _, column, *_ in database.execute(f'PRAGMA table_info("{table}")').fetchall():
                changed += database.execute(
                    f"""
                    UPDATE "{table}" SET "{column}" = CASE typeof("{column}")
                        WHEN 'blob' THEN CAST(replace(CAST("{column}" AS TEXT), ?, ?) AS BLOB)
                        ELSE replace("{column}", ?, ?) END
                    WHERE instr(CAST("{column}" AS TEXT), ?)
                    """, (old, new, old, new, old)).rowcount
    return changed


def test_a_changed_projection_is_found_and_rebuilt(copy):
    before = house.digest(copy)
    assert tamper(copy, "Belgospischeprom", "Belgospischepram") > 0
    outcome = fondaco("verify", "--data", copy, status=1)
    assert outcome.text.strip(), outcome
    fondaco("rebuild", "--data", copy, status=0)
    fondaco("verify", "--data", copy, status=0)
    assert house.digest(copy) == before


def test_a_deleted_row_is_found(copy):
    with closing(sqlite3.connect(projection(copy))) as database, database:
        tables = [name for name, in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%record%'")]
        assert tables, "no table of records"
        largest = max(tables, key=lambda name: database.execute(
            f'SELECT count(*) FROM "{name}"').fetchone())
        database.execute(f'DELETE FROM "{largest}" WHERE rowid ='
                         f' (SELECT max(rowid) FROM "{largest}")')
    fondaco("verify", "--data", copy, status=1)
    fondaco("rebuild", "--data", copy, status=0)
    fondaco("verify", "--data", copy, status=0)


def test_a_lost_projection_comes_back(copy):
    before = house.digest(copy)
    path = projection(copy)
    for file in path.parent.glob(path.name + "*"):
        file.unlink()
    fondaco("rebuild", "--data", copy, status=0)
    assert house.digest(copy) == before
    fondaco("verify", "--data", copy, status=0)


def test_a_projection_that_is_behind_catches_up(data, tmp_path):
    """The moment between the journal's commit and the projection's, made to last."""
    behind = shutil.copytree(data, tmp_path / "behind")
    fondaco("import", "--data", data, "-", stdin=house.lines([house.place("later")]), status=0)
    projection(data)
    shutil.rmtree(behind / "journal")
    shutil.copytree(data / "journal", behind / "journal")
    assert house.export(behind) == house.export(data)
    fondaco("verify", "--data", behind, status=0)


def test_rebuild_changes_nothing_in_a_sound_register(copy):
    before = house.digest(copy)
    first = fondaco("rebuild", "--data", copy, status=0).text
    again = fondaco("rebuild", "--data", copy, status=0).text
    digests = [re.findall(r"\b[0-9a-f]{64}\b", text) for text in (first, again)]
    assert digests[0] and digests[0] == digests[1], f"no digest, or not the same: {digests}"
    assert house.digest(copy) == before
