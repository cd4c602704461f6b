"""The W3C Entity Reconciliation service, version 0.2, as OpenRefine and its clients use it."""

import json

import pandas
import pytest
from reconciler import reconcile

SERVICE = "/api/reconcile"

# What stands in a column, and which record it means.
COLUMN = {
    "Гродно": "place/by/grodno",
    "Hrodna": "place/by/grodno",
    "BUTB": "org/buce",
    "МТЗ": "org/minsk-tractor-works",
    "Belgospischeprom": "org/belgospischeprom",
    "Kabardino Balkariya": "place/ru/kabardino-balkaria",
    "ОАО «Гомсельмаш»": "org/gomselmash",
    "Minsk Tracktor Works": "org/minsk-tractor-works",
}


def ask(server, queries, method="POST"):
    """Sends a batch of queries as clients do: in a form, or in the address."""
    text = json.dumps(queries)
    if method == "POST":
        return server.get(SERVICE, method="POST", data={"queries": text}).json()
    return server.get(SERVICE, params={"queries": text}).json()


@pytest.fixture(scope="module")
def manifest(server):
    return server.get(SERVICE).json()


def service(server, part):
    """The address of a part of the service, as its manifest gives it, relative to the server."""
    address = part["service_url"] + part["service_path"]
    assert address.startswith(server.url), f"{address} isn't on {server.url}"
    return address[len(server.url):]


def test_manifest(server, manifest):
    assert "0.2" in manifest["versions"]
    for field in ("name", "identifierSpace", "schemaSpace"):
        assert manifest[field]
    assert "{{id}}" in manifest["view"]["url"]
    types = {kind["id"] for kind in manifest["defaultTypes"]}
    assert types and all(kind["name"] for kind in manifest["defaultTypes"])
    page = manifest["view"]["url"].replace("{{id}}", "place/by/grodno")
    server.get(page.removeprefix(server.url))


@pytest.mark.parametrize("method", ["POST", "GET"])
def test_batch(server, method):
    queries = {f"q{n}": {"query": text, "limit": 3} for n, text in enumerate(COLUMN)}
    answers = ask(server, queries, method)
    assert set(answers) == set(queries)
    for (text, expected), answer in zip(COLUMN.items(), answers.values()):
        results = answer["result"]
        assert 1 <= len(results) <= 3, (text, answer)
        for result in results:
            assert set(result) >= {"id", "name", "type", "score", "match"}, result
            assert all(set(kind) >= {"id", "name"} for kind in result["type"]), result
        assert results[0]["id"] == expected, (text, results)
        scores = [result["score"] for result in results]
        assert scores == sorted(scores, reverse=True)
        assert sum(result["match"] for result in results) <= 1


def test_a_plain_match_is_marked_and_nonsense_is_not(server):
    answers = ask(server, {"good": {"query": "Belgospischeprom"}, "bad": {"query": "xqzwvkjhq"}})
    assert answers["good"]["result"][0]["match"] is True
    assert not any(result["match"] for result in answers["bad"]["result"])


def test_type_and_limit(server, manifest):
    kinds = [kind["id"] for kind in manifest["defaultTypes"]]
    place = next(kind for kind in kinds if "place" in kind)
    answers = ask(server, {"q": {"query": "Grodno", "type": place, "limit": 2}})
    assert [result["id"] for result in answers["q"]["result"]][0] == "place/by/grodno"
    assert len(answers["q"]["result"]) <= 2
    organisation = next(kind for kind in kinds if "organisation" in kind)
    answers = ask(server, {"q": {"query": "Grodno", "type": organisation}})
    assert all(result["id"].startswith("org/") for result in answers["q"]["result"])


def test_properties_tell_namesakes_apart(server):
    """The same name, with what else is known of it."""
    properties = [{"pid": "type", "v": "region"}]
    answer = ask(server, {"q": {"query": "Grodno", "properties": properties}})["q"]["result"]
    plain = ask(server, {"q": {"query": "Grodno"}})["q"]["result"]
    rank = [result["id"] for result in answer].index("place/by/grodno-region")
    before = [result["id"] for result in plain].index("place/by/grodno-region")
    assert rank <= before, (answer, plain)
    link = [{"pid": "parent", "v": {"id": "place/by/grodno-region", "name": "Grodno Region"}}]
    answer = ask(server, {"q": {"query": "Grodno", "properties": link}})["q"]["result"]
    assert answer[0]["id"] == "place/by/grodno", answer


@pytest.mark.parametrize("part, prefix, expected", [
    ("entity", "Grod", "place/by/grodno"),
    ("entity", "Грод", "place/by/grodno"),
    ("type", "pl", "place"),
    ("property", "par", "parent"),
])
def test_suggest(server, manifest, part, prefix, expected):
    path = service(server, manifest["suggest"][part])
    results = server.get(path, params={"prefix": prefix}).json()["result"]
    assert expected in {result["id"] for result in results}, results
    assert all(result["name"] for result in results)


def test_preview(server, manifest):
    preview = manifest["preview"]
    assert preview["width"] > 0 and preview["height"] > 0
    path = preview["url"].replace("{{id}}", "place/by/grodno").removeprefix(server.url)
    answer = server.get(path)
    assert answer.headers["Content-Type"].startswith("text/html")
    assert "Grodno" in answer.text
    # It has to be shown in a frame of another site; the pages proper must not be.
    assert "frame-ancestors 'none'" not in answer.headers["Content-Security-Policy"]
    assert answer.headers.get("X-Frame-Options", "") == ""
    unknown = preview["url"].replace("{{id}}", "place/zz/none").removeprefix(server.url)
    server.get(unknown, 404)


def test_extend(server, manifest):
    proposed = server.get(
        service(server, manifest["extend"]["propose_properties"]), params={"type": "place"}).json()
    names = {entry["id"] for entry in proposed["properties"]}
    assert {"type", "parent"} <= names, names
    request = {"ids": ["place/by/grodno", "place/by"],
               "properties": [{"id": "type"}, {"id": "parent"}, {"id": "lat"}]}
    answer = server.get(SERVICE, method="POST", data={"extend": json.dumps(request)}).json()
    assert [meta["id"] for meta in answer["meta"]] == ["type", "parent", "lat"]
    row = answer["rows"]["place/by/grodno"]
    assert row["type"][0]["str"] == "city"
    assert row["parent"][0]["id"] == "place/by/grodno-region"
    assert row["parent"][0]["name"] == "Grodno Region"
    assert answer["rows"]["place/by"]["parent"] == []


@pytest.mark.parametrize("data", [
    {"queries": "{"}, {"queries": "[]"}, {"queries": '{"q": {"limit": 1}}'},
    {"queries": '{"q": {"query": 5}}'}, {"extend": "null"}, {"extend": '{"ids": 5}'}, {},
])
def test_a_bad_request_is_refused(server, data):
    server.get(SERVICE, 400, method="POST", data=data)


def test_other_sites_may_ask(server):
    origin = {"Origin": "http://localhost:3333"}
    assert server.get(SERVICE, headers=origin).headers["Access-Control-Allow-Origin"] == "*"
    asked = server.get(SERVICE, None, method="OPTIONS", headers=origin | {
        "Access-Control-Request-Method": "POST"})
    assert asked.status_code in (200, 204)
    assert "POST" in asked.headers["Access-Control-Allow-Methods"]


def test_client_from_pypi(server):
    frame = pandas.DataFrame({"name": list(COLUMN)})
    found = reconcile(frame["name"], top_res=1, reconciliation_endpoint=server.url + SERVICE)
    assert dict(zip(found["input_value"], found["id"])) == COLUMN
    # The client only reads the types of results that have a list of features, be it empty.
    assert "type_id" in found and found["type_id"].notna().all(), found
