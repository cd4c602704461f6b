"""`fondaco import`: every mistake is named with its place, and a faulty import changes nothing."""

import json
import random
import re

import house
import pytest
from house import CITE, SOURCE, fondaco, lines, place


def refused(data, tmp_path, records):
    """Imports records that hold a mistake; gives the mistakes as (line, field)."""
    file = tmp_path / "input.jsonl"
    file.write_bytes(lines(records))
    before = house.digest(data)
    outcome = fondaco("import", "--data", data, file)
    assert outcome.status == 1, f"not refused: {records}\n{outcome!r}"
    assert house.digest(data) == before, f"refused, yet the register has changed: {outcome!r}"
    found = house.error_lines(outcome)
    assert found, f"no line FILE:LINE: FIELD: what is wrong; what would be right in {outcome!r}"
    for name, _, _ in found:
        assert name.endswith("input.jsonl"), outcome
    return [(line, field) for _, line, field in found]


def event(**fields):
    return {"kind": "event", "id": "event/e", "title": "E", "type": "fair", "cite": CITE} | fields


def figure(**fields):
    return {"kind": "observation", "id": "obs/o", "indicator": "investment",
            "subject": "place/xx", "period": "2021", "value": 1, "unit": "USD",
            "cite": CITE} | fields


def agreement(**fields):
    return {"kind": "agreement", "id": "agreement/a", "title": "A", "type": "treaty",
            "parties": ["place/xx"], "cite": CITE} | fields


def without(record, *fields):
    return {name: value for name, value in record.items() if name not in fields}


GOOD = place("yy")

# What is wrong, the records, and the expected (line, beginning of the field).
MISTAKES = [
    ("broken syntax", ['{"kind":"place",'], (1, "column")),
    ("no JSON at all", [GOOD, "kind: place"], (2, "column")),
    ("a list", ["[1, 2]"], (1, "record")),
    ("a text", ['"place"'], (1, "record")),
    ("two values in a line", [json.dumps(GOOD) + " {}"], (1, "column")),
    ("unknown kind", [{"kind": "planet", "id": "planet/x", "cite": CITE}], (1, "kind")),
    ("no kind", [without(GOOD, "kind")], (1, "kind")),
    ("no id", [without(GOOD, "id")], (1, "id")),
    ("no name", [GOOD, without(place("zz"), "name")], (2, "name")),
    ("unknown field", [place("zz", colour="red")], (1, "colour")),
    ("field of another kind", [place("zz", deadline="2021")], (1, "deadline")),
    ("number for a text", [place("zz", name=5)], (1, "name")),
    ("text for a number", [place("zz", lat="53.1", lon=1)], (1, "lat")),
    ("text for a list", [agreement(parties="place/xx")], (1, "parties")),
    ("object for a text", [place("zz", name={"en": "Zz"})], (1, "name")),
    ("null", [place("zz", iso=None)], (1, "iso")),
    ("unknown type", [place("zz", type="planet")], (1, "type")),
    ("unknown qualifier", [figure(qualifier="roughly")], (1, "qualifier")),
    ("id of another kind", [place("zz", id="org/zz")], (1, "id")),
    ("upper case in an id", [place("zz", id="place/ZZ")], (1, "id")),
    ("dots in an id", [place("zz", id="place/../zz")], (1, "id")),
    ("id given twice", [place("zz"), GOOD, place("zz", name="Again")], (3, "id")),
    ("reference to nothing", [place("zz", parent="place/nowhere")], (1, "parent")),
    ("reference in a list", [agreement(parties=["place/xx", "org/none"])], (1, "parties")),
    ("reference to a wrong kind", [place("zz", parent="src/gazette")], (1, "parent")),
    ("30 February", [event(start="2021-02-30")], (1, "start")),
    ("month 13", [event(start="2021-13")], (1, "start")),
    ("29 February of a common year", [event(start="1900-02-29")], (1, "start")),
    ("a date in words", [agreement(signed="May 2021")], (1, "signed")),
    ("end before start", [event(start="2021-06-02", end="2021-06-01")], (1, "end")),
    ("quarter 5", [figure(period="2021-Q5")], (1, "period")),
    ("a period backwards", [figure(period="2021-09/2021-01")], (1, "period")),
    ("no citation", [without(place("zz"), "cite")], (1, "cite")),
    ("empty citations", [place("zz", cite=[])], (1, "cite")),
    ("citation without source", [place("zz", cite=[{"at": "L1"}])], (1, "cite")),
    ("unknown source", [place("zz", cite=[{"source": "src/none"}])], (1, "cite")),
    ("a place cited", [place("zz", cite=[{"source": "place/xx"}])], (1, "cite")),
    ("off the globe", [place("zz", lat=91, lon=0)], (1, "lat")),
    ("not a web address", [SOURCE | {"id": "src/b", "url": "javascript:alert(1)"}], (1, "url")),
    # Hostile lines
    ("NUL in a text", [place("zz", name="a\0b")], (1, "name")),
    ("raw NUL", [b'{"kind":"place\0"}'], (1, "column")),
    ("invalid UTF-8", [b'{"kind":"place","id":"place/zz","name":"\xff\xfe"}'], (1, "column")),
    ("overlong UTF-8", [b'{"kind":"place","name":"\xc0\xaf"}'], (1, "column")),
    ("half a surrogate pair", [r'{"kind":"place","name":"\ud800"}'], (1, "column")),
    ("a field twice", ['{"kind":"place","kind":"place","id":"place/zz"}'], (1, "column")),
    ("deep nesting", ['{"kind":' + "[" * 100_000 + "]" * 100_000 + "}"], (1, "column")),
    ("deep objects", ['{"a":' * 50_000 + "1" + "}" * 50_000], (1, "column")),
    ("1e999999", [json.dumps(figure()).replace('"value": 1', '"value": 1e999999')], (1, "column")),
    ("not a number", [json.dumps(figure()).replace('"value": 1', '"value": NaN')], (1, "column")),
    ("19 digits", [figure(value=1234567890123456789)], (1, "column")),
    ("huge note number", [SOURCE | {"id": "src/b", "note_number": 10**17}], (1, "note_number")),
    ("10 MB in a field", [place("zz", name="x" * 10_000_000)], (1, "")),
    ("a million items", [agreement(areas=["x"] * 1_000_000)], (1, "")),
]


@pytest.mark.parametrize("records, expected", [m[1:] for m in MISTAKES],
                         ids=[m[0].replace(" ", "-") for m in MISTAKES])
def test_each_mistake_is_named(data, tmp_path, records, expected):
    found = refused(data, tmp_path, records)
    line, field = expected
    assert any(at == line and name.startswith(field) for at, name in found), \
        f"expected line {line}, field {field}…; got {found}"
    assert {at for at, _ in found} == {line}, f"other lines were blamed as well: {found}"


def test_all_mistakes_are_listed(data, tmp_path):
    found = refused(data, tmp_path, [
        place("a", colour="red", name=5), GOOD, place("b", parent="place/none"),
        event(start="2021-13", cite=[{"source": "src/none"}]), "{",
    ])
    for line, field in [(1, "colour"), (1, "name"), (3, "parent"), (4, "start"), (4, "cite"),
                        (5, "column")]:
        assert any(at == line and name.startswith(field) for at, name in found), \
            f"line {line} {field} is not among {found}"
    assert found == sorted(found, key=lambda pair: pair[0]), "in the order of the lines"


def test_the_first_1000_mistakes_then_a_count(data, tmp_path):
    file = tmp_path / "many.jsonl"
    file.write_bytes(lines(place(f"p{n}", parent="place/none") for n in range(1_500)))
    outcome = fondaco("import", "--data", data, file, status=1)
    found = house.error_lines(outcome)
    assert [line for _, line, _ in found] == list(range(1, 1_001))
    rest = [line for line in outcome.text.splitlines() if not line.startswith(str(file))]
    assert re.search(r"\b(500|1[,.']?500)\b", " ".join(rest)), f"no count in {rest[-3:]}"


def test_empty_lines_carriage_returns_and_a_byte_order_mark(tmp_path):
    """Files from other systems: what is meant is clear, or else the line is named."""
    body = lines([SOURCE, place("xx"), place("yy")])
    for name, content in {"crlf": body.replace(b"\n", b"\r\n"), "no end": body[:-1],
                          "empty lines": body.replace(b"\n", b"\n\n")}.items():
        data = tmp_path / name.replace(" ", "-")
        outcome = fondaco("import", "--data", data, "-", stdin=content)
        assert outcome.status == 0, f"{name}: {outcome!r}"
        assert house.export(data).count(b"\n") == 3
    outcome = fondaco("import", "--data", tmp_path / "bom", "-",
                      stdin=b"\xef\xbb\xbf" + body)
    if outcome.status != 0:
        assert [line for _, line, _ in house.error_lines(outcome)][:1] == [1], outcome


def test_references_in_any_order_and_across_files(data, tmp_path):
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    first.write_bytes(lines([
        place("aa/town", parent="place/aa", cite=[{"source": "src/later"}]),
        agreement(parties=["place/bb", "place/xx"]),
    ]))
    second.write_bytes(lines([
        place("aa", type="country", parent="place/bb"), place("bb", type="country"),
        SOURCE | {"id": "src/later", "cite": [{"source": "src/later"}]},
    ]))
    fondaco("import", "--data", data, first, status=1)
    fondaco("import", "--data", data, first, second, status=0)
    ids = {json.loads(line)["id"] for line in house.export(data).splitlines()}
    assert ids >= {"place/aa/town", "place/aa", "place/bb", "src/later", "agreement/a"}


def test_an_id_given_twice_across_files(data, tmp_path):
    files = [tmp_path / "first.jsonl", tmp_path / "second.jsonl"]
    for file in files:
        file.write_bytes(lines([place("aa", name=file.stem)]))
    outcome = fondaco("import", "--data", data, *files, status=1)
    assert [(name, line, field) for name, line, field in house.error_lines(outcome)] == \
        [(str(files[1]), 1, "id")]


def test_mistakes_name_the_right_file(data, tmp_path):
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    good.write_bytes(lines([place("aa")]))
    bad.write_bytes(lines([place("bb"), place("cc", colour="red")]))
    before = house.digest(data)
    outcome = fondaco("import", "--data", data, good, bad, status=1)
    assert house.error_lines(outcome) == [(str(bad), 2, "colour")]
    assert house.digest(data) == before


def test_places_cant_lie_inside_each_other(data, tmp_path):
    for circle in ([place("aa", parent="place/aa")],
                   [place("aa", parent="place/bb"), place("bb", parent="place/aa")],
                   [place("xx", type="country", parent="place/xx/town")]):
        found = refused(data, tmp_path, circle)
        assert any(field == "parent" for _, field in found), found


def test_importing_the_same_again_changes_nothing(data):
    records = lines([place("aa", parent="place/xx"), place("bb")])
    fondaco("import", "--data", data, "-", stdin=records, status=0)
    before = house.digest(data)
    # Neither order of fields nor space is a change.
    shuffled = lines([json.dumps(dict(reversed(place("aa", parent="place/xx").items())), indent=None,
                                 separators=(" , ", " : "))])
    for again in (records, shuffled):
        outcome = fondaco("import", "--data", data, "-", stdin=again, status=0)
        assert re.search(r"nothing|no change|unchanged", outcome.text, re.IGNORECASE), outcome
        assert house.digest(data) == before


def test_importing_a_changed_record_gives_it_a_revision(data):
    fondaco("import", "--data", data, "-", stdin=lines([place("xx/town", name="New")]), status=0)
    assert b'"name":"New"' in fondaco("show", "--data", data, "--json", "place/xx/town").out
    assert "revision 2" in fondaco("show", "--data", data, "place/xx/town").text


def test_round_trip_of_the_built_in_set(loaded, atlas, tmp_path):
    """export → import → export is byte-identical, in any order of the lines."""
    first = house.export(loaded)
    assert {json.loads(line)["id"] for line in first.splitlines()} == set(atlas)
    shuffled = first.splitlines(keepends=True)
    random.Random(2).shuffle(shuffled)
    for name, content in {"same": first, "shuffled": b"".join(shuffled)}.items():
        file = tmp_path / f"{name}.jsonl"
        file.write_bytes(content)
        fondaco("import", "--data", tmp_path / name, file, status=0)
        assert house.export(tmp_path / name) == first, name


def test_round_trip_keeps_every_value(loaded, atlas):
    for line in house.export(loaded).splitlines():
        record = house.exact(line)
        assert record == atlas[record["id"]]


def test_no_such_file(data):
    outcome = fondaco("import", "--data", data, "/nowhere/file.jsonl")
    assert outcome.status not in (0, 139) and "/nowhere/file.jsonl" in outcome.text, outcome


def test_an_empty_file_changes_nothing(data, tmp_path):
    (tmp_path / "empty.jsonl").write_bytes(b"")
    before = house.digest(data)
    fondaco("import", "--data", data, tmp_path / "empty.jsonl")
    assert house.digest(data) == before


def test_hostile_but_valid_text_survives(data):
    """Text that only looks dangerous is text, and comes out as it went in."""
    names = ["<script>alert(1)</script>", "Robert'); DROP TABLE records;--", "\u202egnirts",
             "a\\b\"c", "👩‍👩‍👧", "ﷺ" * 50, "{{name}}", "%00%ff", "=1+1"]
    records = [place(f"h{n}", name=name) for n, name in enumerate(names)]
    fondaco("import", "--data", data, "-", stdin=lines(records), status=0)
    exported = [json.loads(line) for line in house.export(data).splitlines()]
    assert [r["name"] for r in exported if r["id"].startswith("place/h")] == names
