"""The HTTP API: every address, its shape, and that its answers agree with the data and each other."""

import csv
import gzip
import io
import urllib.parse
from decimal import Decimal

import house
import pytest

RECORDS = ["place/by", "place/by/grodno-region", "place/by/grodno", "org/buce",
           "agreement/1992-05-cis-education-cooperation", "seed/000", "src/000-n10"]


def inside(atlas, place):
    """Ids of all places inside `place`, by the data set itself."""
    found, grown = {place}, True
    while grown:
        more = {key for key, record in atlas.items() if record.get("parent") in found
                and record["kind"] == "place"} - found
        found |= more
        grown = bool(more)
    return found - {place}


# One record

@pytest.mark.parametrize("key", RECORDS)
def test_record(server, atlas, key):
    answer = server.api(f"/api/records/{key}")
    record = answer.get("record", answer)
    for field, value in atlas[key].items():
        assert record[field] == value, f"{key}: {field}"
    assert answer["revision"] == 1
    for link in answer["links"]:
        assert set(link) >= {"role", "direction", "id", "kind", "name"}, link
        assert link["direction"] in ("in", "out"), link


@pytest.mark.parametrize("kind", house.KINDS)
def test_one_record_of_each_kind_is_as_in_the_data_set(server, atlas, kind):
    for key in [key for key, record in atlas.items() if record["kind"] == kind][::25]:
        record = server.api(f"/api/records/{key}")
        record = record.get("record", record)
        assert {name: record.get(name) for name in atlas[key]} == atlas[key]


def test_percent_encoded_ids(server):
    plain = server.get("/api/records/place/by/grodno").content
    for form in ["place%2Fby%2Fgrodno", "place%2fby/grodno", "%70lace/by/grodno"]:
        assert server.get(f"/api/records/{form}").content == plain, form


def test_links_in_both_directions(server, atlas):
    for key, field, other in [
        ("place/by/grodno", "parent", "place/by/grodno-region"),
        ("org/belcofe", "parent", "org/belgospischeprom"),
        ("measure/2021-by-kz-roadmap-agriculture", "plan", "agreement/2021-by-kz-roadmap"),
        ("agreement/1992-05-cis-education-cooperation", "parties", "org/cis"),
        ("event/2002-04-moscow-sochi-summit", "participants", "person/vladimir-putin"),
    ]:
        out = [link for link in server.api(f"/api/records/{key}")["links"]
               if link["id"] == other and link["direction"] == "out"]
        back = [link for link in server.api(f"/api/records/{other}")["links"]
                if link["id"] == key and link["direction"] == "in"]
        assert out and back, f"{key} {field} {other}: out {out}, in {back}"
        assert {link["role"] for link in out} == {link["role"] for link in back}
        assert back[0]["kind"] == atlas[key]["kind"]
        assert out[0]["name"] == atlas[other].get("name", atlas[other].get("title"))


def test_links_lead_to_records(server):
    for key in RECORDS[:4]:
        for link in server.api(f"/api/records/{key}")["links"][:15]:
            found = server.api(f"/api/records/{link['id']}")
            assert found.get("record", found)["kind"] == link["kind"]


# Lists

@pytest.mark.parametrize("kind", house.KINDS)
@pytest.mark.parametrize("limit", [7, 100])
def test_paging_gives_every_record_once(server, atlas, kind, limit):
    if limit == 7 and kind in ("observation", "place", "source"):
        pytest.skip("many small pages of the large kinds say no more than those of the others")
    items, total = server.pages_of("/api/records", kind=kind, limit=limit)
    ids = [item["id"] for item in items]
    expected = {key for key, record in atlas.items() if record["kind"] == kind}
    assert len(ids) == len(set(ids)) == total
    assert set(ids) == expected


def test_all_records_are_listed_without_a_filter(server, atlas):
    items, total = server.pages_of("/api/records", limit=100)
    assert total == len(atlas)
    assert {item["id"] for item in items} == set(atlas)


@pytest.mark.parametrize("sort", ["name", "-name", "date", "-date"])
def test_sorted_pages_give_every_record_once(server, atlas, sort):
    if server.get("/api/records", None, params={"sort": sort}).status_code == 400:
        pytest.skip(f"no sort called {sort}")
    items, total = server.pages_of("/api/records", kind="agreement", sort=sort, limit=30)
    ids = [item["id"] for item in items]
    assert len(ids) == len(set(ids)) == total == sum(
        record["kind"] == "agreement" for record in atlas.values())


def test_type_filters(server, atlas):
    items, total = server.pages_of("/api/records", kind="organisation", type="university")
    expected = {key for key, record in atlas.items()
                if record["kind"] == "organisation" and record["type"] == "university"}
    assert {item["id"] for item in items} == expected and total == len(expected)


@pytest.mark.parametrize("where", ["place/by", "place/by/grodno-region", "place/ru"])
def test_place_includes_everything_inside(server, atlas, where):
    within = inside(atlas, where)
    places, _ = server.pages_of("/api/records", kind="place", place=where, limit=100)
    assert {item["id"] for item in places} - {where} == within
    expected = {key for key, record in atlas.items()
                if record["kind"] == "organisation" and record.get("place") in within | {where}}
    found, _ = server.pages_of("/api/records", kind="organisation", place=where, limit=100)
    missing = expected - {item["id"] for item in found}
    assert expected and not missing, f"in {where} but not listed: {sorted(missing)[:10]}"


def test_from_and_to_narrow_the_period(server, atlas):
    everything = server.api("/api/records", kind="event")["total"]
    found, total = server.pages_of(
        "/api/records", kind="event", **{"from": "2021-06", "to": "2021-07"})
    expected = {key for key, record in atlas.items() if record["kind"] == "event"
                and record.get("start", "")[:7] in ("2021-06", "2021-07")}
    assert expected <= {item["id"] for item in found}
    assert 0 < total < everything
    for item in found:
        assert atlas[item["id"]]["start"][:4] in ("2020", "2021"), atlas[item["id"]]


def test_q_searches_the_list(server):
    items, total = server.pages_of("/api/records", kind="organisation", q="tractor")
    assert "org/minsk-tractor-works" in {item["id"] for item in items}
    assert 0 < total < 100


# Search

def test_search_shape_and_order(server):
    answer = server.api("/api/search", q="Grodno", limit=5)
    assert answer["total"] >= len(answer["items"]) == 5
    for item in answer["items"]:
        assert set(item) >= {"id", "kind", "name", "score", "snippet"}, item
    scores = [item["score"] for item in answer["items"]]
    assert scores == sorted(scores, reverse=True)


def test_search_by_kind(server):
    answer = server.api("/api/search", q="Grodno", kind="organisation", limit=50)
    assert answer["items"] and {item["kind"] for item in answer["items"]} == {"organisation"}


def test_a_search_without_result_is_an_answer(server):
    assert server.api("/api/search", q="xqzwvkjhq")["items"] == []


# Observations

OBSERVATION_FIELDS = {"id", "indicator", "subject", "counterpart", "product", "period", "value",
                      "unit", "qualifier", "base_period", "cite"}


def test_observations_are_those_of_the_data_set(server, atlas):
    items, total = server.pages_of("/api/observations", limit=100)
    expected = {key: record for key, record in atlas.items() if record["kind"] == "observation"}
    assert len(items) == total == len(expected)
    for item in items:
        assert set(item) <= OBSERVATION_FIELDS | {"kind", "note"}, item
        record = expected[item["id"]]
        for field in OBSERVATION_FIELDS - {"subject", "counterpart"}:
            assert item.get(field) == record.get(field), f"{item['id']}: {field}"
        for field in ("subject", "counterpart"):
            given = item.get(field)
            given = given["id"] if isinstance(given, dict) else given
            assert given == record.get(field)


@pytest.mark.parametrize("parameters", [
    {"indicator": "goods-export-growth"},
    {"subject": "place/by"},
    {"counterpart": "place/ru"},
    {"indicator": "trade-turnover", "subject": "place/by", "counterpart": "place/ru"},
])
def test_observation_filters(server, atlas, parameters):
    items, total = server.pages_of("/api/observations", **parameters)
    expected = {key for key, record in atlas.items() if record["kind"] == "observation"
                and all(record.get(field) == value for field, value in parameters.items())}
    assert expected <= {item["id"] for item in items}, "missing"
    assert len(items) == total


def test_observations_by_period(server, atlas):
    items, _ = server.pages_of("/api/observations", **{"from": "2020", "to": "2020"})
    expected = {key for key, record in atlas.items()
                if record["kind"] == "observation" and record["period"] == "2020"}
    assert expected <= {item["id"] for item in items}
    assert all("2019" not in item["period"] or "/" in item["period"] for item in items)


def test_values_are_exact_decimals(tmp_path):
    """Numbers that binary floating point can't hold come out digit by digit as they went in."""
    values = ["115.4", "0.1", "-6.7", "12345678901234.56", "9007199254740993", "0.000001"]
    records = [house.SOURCE, house.place("xx", type="country")] + [
        f'{{"kind":"observation","id":"obs/v{n}","indicator":"investment","subject":"place/xx",'
        f'"period":"2021","value":{value},"unit":"USD","cite":[{{"source":"src/gazette"}}]}}'
        for n, value in enumerate(values)]
    with house.Server(house.fresh(tmp_path / "data", *records), "--empty") as server:
        items, _ = server.pages_of("/api/observations", subject="place/xx")
        given = {item["id"]: Decimal(item["value"]) for item in items}
        assert given == {f"obs/v{n}": Decimal(value) for n, value in enumerate(values)}
        text = server.get("/api/observations?subject=place/xx").text
        for value in values:
            assert f":{value}" in text.replace(" ", ""), f"{value} isn't in {text}"


@pytest.mark.parametrize("query", ["", "indicator=goods-export-growth", "subject=place/by"])
def test_csv_has_the_rows_of_json(server, query):
    found = server.get(f"/api/observations?{query}&limit=1000&format=json")
    items = house.exact(found.content)["items"]
    answer = server.get(f"/api/observations?{query}&limit=1000&format=csv")
    assert answer.headers["Content-Type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))
    assert [row["id"] for row in rows] == [item["id"] for item in items]
    for row, item in zip(rows, items):
        assert Decimal(row["value"]) == item["value"]
        for field in ("indicator", "period", "unit"):
            assert row[field] == item[field]
        for field in ("product", "qualifier", "base_period"):
            assert row[field] == (item.get(field) or "")


# History and sources

def test_history_of_a_record_that_changed(tmp_path):
    data = house.fresh(tmp_path / "data", house.SOURCE, house.place("xx"))
    changed = house.place("xx", name="Another name")
    house.fondaco("import", "--data", data, "-", stdin=house.lines([changed]), status=0)
    with house.Server(data, "--empty") as server:
        record = server.api("/api/records/place/xx")
        assert record["revision"] == 2
        history = server.api("/api/history/place/xx")
        revisions = history.get("items", history.get("revisions"))
        assert sorted(entry["revision"] for entry in revisions) == [1, 2]
        text = server.get("/api/history/place/xx").text
        assert "Another name" in text and "Xx" in text


def test_history_of_an_unchanged_record(server):
    history = server.api("/api/history/place/by/grodno")
    assert len(history.get("items", history.get("revisions"))) == 1


def test_facts_of_a_source(server, atlas):
    for source in ["src/000-n19", "seed/003"]:
        expected = {key for key, record in atlas.items()
                    if any(cite["source"] == source for cite in record["cite"])}
        items, total = server.pages_of(f"/api/sources/{source}/facts", limit=100)
        assert {item["id"] for item in items} - {source} == expected - {source}
        assert total == len(items)


# HTTP

CACHED = ["/api/records/place/by/grodno", "/api/records?kind=place", "/api/search?q=Grodno",
          "/api/observations", "/api/history/place/by/grodno", "/api/sources/seed/003/facts",
          "/api/openapi.json"]


@pytest.mark.parametrize("path", CACHED)
def test_conditional_requests(server, path):
    first = server.get(path)
    etag = first.headers["ETag"]
    for condition in [etag, f'"other", {etag}', "*"]:
        again = server.get(path, 304, headers={"If-None-Match": condition})
        assert again.content == b"" and again.headers["ETag"] == etag
    server.get(path, 200, headers={"If-None-Match": '"other"'})


@pytest.mark.parametrize("path", CACHED + ["/", "/api/observations?format=csv"])
def test_gzip_carries_the_same_answer(server, path):
    plain = server.get(path, headers={"Accept-Encoding": "identity"})
    packed = server.get(path, headers={"Accept-Encoding": "gzip"}, stream=True)
    body = packed.raw.read(decode_content=False)
    assert "Content-Encoding" not in plain.headers
    if len(plain.content) > 2000:
        assert packed.headers["Content-Encoding"] == "gzip"
        assert len(body) < len(plain.content)
        assert "Accept-Encoding" in packed.headers["Vary"]
        body = gzip.decompress(body)
    assert body == plain.content


@pytest.mark.parametrize("path", CACHED + ["/", "/healthz"])
def test_head_is_get_without_a_body(server, path):
    full = server.get(path, headers={"Accept-Encoding": "identity"})
    head = server.get(path, method="HEAD", headers={"Accept-Encoding": "identity"})
    assert head.content == b""
    assert head.headers["Content-Type"] == full.headers["Content-Type"]
    assert head.headers.get("ETag") == full.headers.get("ETag")


def problem(answer, status):
    assert answer.headers["Content-Type"].startswith("application/problem+json"), answer.headers
    details = answer.json()
    assert details["status"] == status and details["title"], details
    return details


@pytest.mark.parametrize("path, parameter", [
    ("/api/records?limit=0", "limit"),
    ("/api/records?limit=-1", "limit"),
    ("/api/records?limit=many", "limit"),
    ("/api/records?limit=99999999999999999999", "limit"),
    ("/api/records?kind=planet", "kind"),
    ("/api/records?from=yesterday", "from"),
    ("/api/records?to=2021-13", "to"),
    ("/api/records?cursor=nonsense", "cursor"),
    ("/api/records?sort=colour", "sort"),
    ("/api/records?colour=red", "colour"),
    ("/api/records?place=place/zz/nowhere", "place"),
    ("/api/search?q=a&limit=x", "limit"),
    ("/api/search?q=a&kind=planet", "kind"),
    ("/api/search", "q"),
    ("/api/observations?format=xml", "format"),
    ("/api/observations?from=2021-02-30", "from"),
    ("/api/observations?limit=1e3", "limit"),
    ("/api/history/place/by?limit=x", "limit"),
    ("/api/sources/seed/000/facts?limit=x", "limit"),
])
def test_a_bad_parameter_is_named(server, path, parameter):
    details = problem(server.get(path, 400), 400)
    assert parameter in str(details), f"{path}: {details}"


@pytest.mark.parametrize("path", [
    "/api/records/place/zz/nowhere", "/api/records/nothing", "/api/history/place/zz/nowhere",
    "/api/sources/src/none/facts", "/api/nothing", "/api/records/place/by/",
])
def test_what_isnt_there_is_not_found(server, path):
    problem(server.get(path, 404), 404)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", CACHED[:2] + ["/api/search?q=a", "/healthz"])
def test_reading_addresses_cant_be_written(server, method, path):
    answer = server.get(path, 405, method=method)
    assert "GET" in answer.headers["Allow"]


def test_health(server):
    answer = server.get("/healthz")
    assert answer.content
    assert "no-store" in answer.headers.get("Cache-Control", "no-store")


def test_every_id_can_be_asked_for(server, atlas):
    for key in list(atlas)[::40]:
        server.get("/api/records/" + urllib.parse.quote(key))
